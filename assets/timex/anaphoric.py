"""Rules for times counted from another time of the text: the same day, a week earlier, the following month, since then.

Which time that is, `linking` finds; times counted from the document's date are in `relative`.
"""

import re

from assets.timex import vocabulary as words
from assets.timex.tense import side_of
from assets.timex.values import Rule, TimeExpression, TimeValue, spanning

_PRECISION = {"day": "day", "week": "interval", "month": "month", "year": "year"}
_OF_DAY = ("morning", "afternoon", "evening", "night")
_BEHIND = ("before", "earlier", "previously", "prior", "previous", "preceding")


def _shift(unit: str, amount: int, counted_from: str = "earlier") -> TimeValue:
    unit = "day" if unit in _OF_DAY else unit
    return TimeValue("shift", _PRECISION[unit], unit=unit, amount=amount, counted_from=counted_from)


def _same(match: re.Match[str]) -> TimeExpression:
    """'the same day', 'later that month', 'that night', 'earlier in the day'."""
    return spanning(match, _shift(match["unit"], 0))


# "over the next year" are the twelve months from the document; "the next year he resigned" is the year after another.
_FROM_NOW = re.compile(r"\b(?:over|in|within|during|for|of|into|through|throughout|until|by)\s+$", re.IGNORECASE)


def _adjacent(match: re.Match[str]) -> TimeExpression | None:
    """'the next morning', 'the following week', 'the previous month', 'the year before'."""
    side, unit = (match["side"] or match["after"]).lower(), (match["unit"] or match["unit2"]).lower()
    if side == "next" and unit not in ("day", *_OF_DAY):
        before = match.string[max(0, match.start() - 12) : match.start()]
        if _FROM_NOW.search(before) or side_of(match.string, match.start(), match.end()) > 0:
            return None
    if match["after"] and not _ends_phrase(match):
        return _before_another(match, unit, -1 if side == "before" else 1)
    return spanning(match, _shift(unit, -1 if side in _BEHIND else 1))


def _count(match: re.Match[str]) -> TimeExpression | None:
    """'two days later', 'a year earlier', 'three weeks before'; of 'two days before the vote' nothing is known."""
    count, unit, side = words.number(match["number"]), match["unit"].lower(), match["side"].lower()
    if count is None or count > 400 or match.string[max(0, match.start() - 4) : match.start()].lower().endswith(("no ", " or ")):
        return None
    unit, count = ("year", count * 10) if unit == "decade" else (unit, count)
    amount = -count if side in _BEHIND else count
    is_of_clause = side in ("before", "after") and _CLAUSE.match(match.string, match.end())
    if side in ("before", "after", "from") and (is_of_clause or not _ends_phrase(match)):
        return _before_another(match, unit, amount)
    if side == "from" or re.match(r"\s+than\b", match.string[match.end() :]):
        return None  # "two days earlier than planned"
    return spanning(match, _shift(unit, amount))


def _hyphened(match: re.Match[str]) -> TimeExpression:
    """'the year-earlier period'."""
    return spanning(match, _shift(match["unit"], -1))


def _before_another(match: re.Match[str], unit: str, amount: int) -> TimeExpression | None:
    """'the day after April 3', 'a week from Monday': counted from the time that follows, to the day where it is one.

    Before a deed, 'on Monday, five days after they had signed', it tells when that was, counted back from what is told beside it.
    """
    if unit == "week":
        unit, amount = "day", amount * 7
    if _IS_FOLLOWED.match(match.string, match.end()):
        return spanning(match, _shift(unit, amount, "following"))
    is_told = match[0].endswith(("after", "before")) and not match[0][0].isupper()  # where it opens a sentence nothing is beside it yet
    return spanning(match, _shift(unit, -amount, "beside")) if is_told else None


# What ends the phrase, so that nothing is left that "before" could govern.
_PHRASE_END = re.compile(r"[\s”\"’']*(?:[.,;:!?)—–]|$|\s(?:in|at|by|to|and|but|when|with|that|from|for|as|he|she|they|it)\b)")
_CLAUSE = re.compile(r"\s(?:he|she|they|it)\b")
_IS_FOLLOWED = re.compile(rf"\s+(?:the\s+|last\s+|next\s+)?(?:{words.MONTH}|{words.WEEKDAY_NAME}|{words.DAY}\s+{words.MONTH}|{words.YEAR}\b"
                          r"|Christmas|Thanksgiving|yesterday|today)")  # fmt: skip


def _ends_phrase(match: re.Match[str]) -> bool:
    return bool(_PHRASE_END.match(match.string, match.end()))


def _week_of(match: re.Match[str]) -> TimeExpression | None:
    """'the week of March 6': the calendar week of the day that follows."""
    return spanning(match, _shift("week", 0, "following")) if _IS_FOLLOWED.match(match.string, match.end()) else None


def _since(match: re.Match[str]) -> TimeExpression:
    return spanning(match, TimeValue("since", "interval", counted_from="earlier"), start=match.start("then"))


_ALL = "day|week|month|year|morning|afternoon|evening|night"

RULES: tuple[Rule, ...] = (
    Rule(
        "unit",
        re.compile(
            rf"(?=[ELTelt])\b(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly)\s+)?(?:(?:[Tt]he|[Tt]hat|[Tt]his)\s+(?:very\s+)?same|[Tt]hat)\s+(?P<unit>{_ALL})\b"
            r"(?!-|\s+(?:of|that|as|when|last|this|next)\b)"
        ),
        _same,
        cues=("same", "that"),
    ),
    Rule(
        "unit",
        re.compile(r"(?=[ELel])\b(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly) in the (?P<unit>day|evening|night)\b"),
        _same,
        cues=("in the",),
    ),
    Rule(
        "unit",
        re.compile(
            rf"(?=[Tt])\b[Tt]he\s+(?:very\s+)?(?:(?P<side>next|following|previous|preceding)\s+(?P<unit>{_ALL})\b(?!-|\s+(?:of|and\s+a\s+half)\b|[’']s\b)"
            rf"|(?P<unit2>{_ALL})\s+(?P<after>before|after|earlier)\b)"
        ),
        _adjacent,
        cues=("next", "following", "previous", "preceding", "before", "after", "earlier"),
    ),
    Rule(
        "unit",
        re.compile(
            rf"(?<![\w-])(?P<number>{words.NUMBER}|An?|[A-Z][a-z]{{2,8}})\s+(?P<unit>day|week|month|year|decade)s?\s+"
            r"(?P<side>earlier|later|before|after|afterwards?|previously|prior|from)\b(?!\s+(?:now|this|that|in)\b|-)"
        ),
        _count,
        cues=("earlier", "later", "before", "after", "previously", "prior", "from"),
    ),
    Rule(
        "unit",
        re.compile(r"(?=[Tt])\b[Tt]he\s+week\s+(?:of|beginning|starting|ending|ended|that\s+ended)(?:\s+on)?\b"),
        _week_of,
        cues=("week",),
    ),
    Rule("unit", re.compile(r"\b(?P<unit>year|month|week)-(?P<side>earlier|ago)\b"), _hyphened, cues=("-earlier", "-ago")),
    Rule("then", re.compile(r"\b[Ss]ince\s+(?P<then>then)\b"), _since),
)
