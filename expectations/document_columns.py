"""Columns the suite of documents judges: is the date consistent with its basis, is anything left that cleaning should have taken.

The marks and lines looked for here are few and certain, and written apart from the rules that clean: a control that shares
the rules' blind spots would find nothing. Judging (how many, how severe) stands in `suites`.
"""

import polars as pl

from assets import schemas

# UTF-8 read as a Western code page, quotation marks of which only the first byte is left, control characters.
MOJIBAKE = (
    r"â€|Ã[©¨¡³±¼¶¤§ª«´µ¸º»]|Â[£©«»°§\u00a0]|(?:Ð[\u00a0-¿]){2}|Ñ[€‚ƒ„…†‡ˆ‰Š‹Œ]|ï»¿|ï¿½|\bâ[A-Z]\w+â\b|\b(?:it|that|don|doesn|isn|can)â(?:s|t)\b"
    r"|[\u0080-\u009f]"
)
# No mark is without one of these; only texts that hold one are searched for the marks, which takes a hundred times as long.
MISREAD = r"[âÃÂÐÑï\u0080-\u009f]"
BOILERPLATE = (
    r"(?im)^(?:advertisement|skip to (?:main )?content|share this (?:article|story)|read (?:next|more|also:? .*)|most read"
    r"|related (?:articles|stories)|you may also like|leave a comment|\d+ comments|sign up (?:for|to) (?:our|the) .{0,40}newsletter.*"
    r"|(?:©|copyright ©).*|all rights reserved\.?|accept (?:all )?cookies|we use cookies .*|this site uses cookies.*|follow us on .*"
    r"|facebook twitter.*|\{\".*\}|<(?:script|div|iframe)\b.*|file photo.*|click here .*|story continues below.*|loading\.{3})$"
)
LOST = "\ufffd"
MAX_LOST_SHARE = 0.01  # of the characters of a body
REPAIR = rf"(?:{'|'.join(schemas.REPAIRS)}):[1-9]\d*"
DAY_PRECISIONS = ("minute", "day")


def date_consistency(frame: pl.DataFrame) -> pl.DataFrame:
    """`date_fits_bounds`, `date_fits_precision`, `date_fits_basis`, `date_is_past`: null dates fit where nothing is claimed of them."""
    day, first, last = pl.col("published_on"), pl.col("published_from"), pl.col("published_to")
    is_known = pl.col("date_basis") != "unknown"
    return frame.with_columns(
        date_fits_bounds=day.is_null() | ((first == day) & (last == day)).fill_null(False),
        date_fits_precision=day.is_not_null() == pl.col("date_precision").is_in(DAY_PRECISIONS),
        date_fits_basis=pl.when(is_known).then(first.is_not_null() & last.is_not_null()).otherwise(day.is_null()),
        date_is_past=(first <= pl.col("ingested_at").dt.date().dt.offset_by("1d")).fill_null(True),
    )


def text_marks(frame: pl.DataFrame) -> pl.DataFrame:
    """`is_free_of_mojibake`, `is_free_of_boilerplate`, `is_readable` (hardly a character lost), `title_opens_body`, `repairs_are_named`."""
    body, title, repairs = pl.col("body"), pl.col("title"), pl.col("repairs")
    return frame.with_columns(
        is_free_of_mojibake=~pl.when(body.str.contains(MISREAD)).then(body).otherwise(pl.lit("")).str.contains(MOJIBAKE),
        is_free_of_boilerplate=~body.str.contains(BOILERPLATE).fill_null(False),
        is_readable=(body.str.count_matches(LOST, literal=True) <= MAX_LOST_SHARE * body.str.len_chars()).fill_null(True),
        title_opens_body=(title.is_null() | (body == title) | body.str.starts_with(title + "\n\n")).fill_null(True),
        repairs_are_named=repairs.str.contains(rf"^{REPAIR}(?:; {REPAIR})*$").fill_null(True),
    )
