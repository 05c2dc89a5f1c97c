"""When each document was published, all evidence of the corpus considered, and the time expressions bound to it.

What a document alone tells of its date belongs in `assets.clean`, what time words mean in `assets.timex`. Here a document
without a date gets one from a dated copy of its story, or from the years that are left when the years it mentions and the
terms of the office-holders it names are respected. Where more than one year is left, the date stays unknown, with bounds;
the clock of the machine never decides.
"""

from collections import defaultdict
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

import polars as pl

from assets import timex
from assets.codebook import Codebook
from assets.resolve.terms import Office, named_offices
from assets.schemas import BOUND_TIMES, DOCUMENT_DATES, TIME_VALUE
from assets.timex.values import day_of

# A copy is printed within days; a yearless date farther from its dated copy belongs to another year.
COPY_DAYS = 31
ANCHOR = ("anchor_from", "anchor_to")
CLUES = ("publication_month", "publication_day", "publication_weekday", "lead_weekday", "latest_year")
# Where it is already tomorrow when a document is taken in (UTC).
TOMORROW = timedelta(days=1)

BOUNDS = {name: BOUND_TIMES.polars[name] for name in ("occurred_from", "occurred_to", "date_precision", "date_basis")}

Span = tuple[date, date]
Row = dict[str, Any]


class Copy(NamedTuple):
    """A dated copy of a story."""

    published_on: date
    document_id: str


def document_dates(documents: pl.DataFrame, stories: pl.DataFrame, actor_mentions: pl.DataFrame, codebook: Codebook) -> pl.DataFrame:
    """The date of every document, or its bounds.

    Parameters
    ----------
    documents, stories, actor_mentions
        Frames of `schemas.DOCUMENTS`, `schemas.STORIES`, `schemas.ACTOR_MENTIONS`.

    Returns
    -------
    Frame of `schemas.DOCUMENT_DATES`. A date the document itself gives is kept as it is. Otherwise, in this order:

    1. a dated copy of the same story gives the day (basis `inferred`);
    2. a day and month without a year get the one year that is left between the latest year mentioned, the terms of
       office-holders named with their title, the weekday, and the day the document was taken in (basis `inferred`);
    3. else `published_on` is null, and `published_from` and `published_to` bound it as far as that evidence goes.
    """
    known = documents.filter(pl.col("published_on").is_not_null())
    unknown = documents.filter(pl.col("published_on").is_null())
    offices = named_offices(unknown, actor_mentions, codebook)
    copies = _dated_copies(known, stories)
    story_of = dict(stories.select("document_id", "story_id").iter_rows())
    settled = [
        _from_copies(row, copies.get(story_of.get(row["document_id"], ""), [])) or _from_terms(row, offices.get(row["document_id"], []))
        for row in unknown.select(*DOCUMENT_DATES.polars, *CLUES, ingested_on=pl.col("ingested_at").dt.date()).iter_rows(named=True)
    ]
    return DOCUMENT_DATES.conform(pl.concat([known.select(*DOCUMENT_DATES.polars), DOCUMENT_DATES.frame(settled)]))


def bound_times(time_expressions: pl.DataFrame, document_dates: pl.DataFrame) -> pl.DataFrame:
    """Time expressions bound to the calendar, by their document's date or by each other: `schemas.BOUND_TIMES`."""
    anchored = time_expressions.select("document_id", "time_id", "anchor_time_id", "evidence_start", *TIME_VALUE).join(
        document_dates.select(
            "document_id",
            anchor_from=pl.coalesce("published_on", "published_from"),
            anchor_to=pl.coalesce("published_on", "published_to"),
        ),
        on="document_id",
        how="left",
    )
    counted = anchored.filter(pl.col("counted_from").is_not_null()).select("document_id").unique()
    alone = _bound_alone(anchored.join(counted, on="document_id", how="anti"))
    linked = _bound_in_order(anchored.join(counted, on="document_id", how="semi"))
    return BOUND_TIMES.conform(pl.concat([alone, linked]))


def _bound_alone(anchored: pl.DataFrame) -> pl.DataFrame:
    """Values that nothing but their document's date bears on, if that: the same words of the same day are bound once."""
    cells = (*TIME_VALUE, *ANCHOR)
    anchored = anchored.with_columns(pl.when(pl.col("relation") != "absolute").then(name).alias(name) for name in ANCHOR)
    different = anchored.select(cells).unique(maintain_order=True)
    bounds = [timex.bind_all([_value(row[:-2])], [None], *row[-2:])[0] for row in different.iter_rows()]
    known = pl.concat([different, pl.DataFrame(bounds, schema=BOUNDS, orient="row")], how="horizontal")
    return anchored.join(known, on=cells, how="left", nulls_equal=True).select(*BOUND_TIMES.polars)


def _bound_in_order(anchored: pl.DataFrame) -> pl.DataFrame:
    """Values of documents where one is counted from another."""
    ordered = anchored.sort("document_id", "evidence_start", "time_id")
    bounds: list[timex.Bound] = []
    for _, rows in groupby(ordered.select("document_id", "time_id", "anchor_time_id", *ANCHOR, *TIME_VALUE).iter_rows(), itemgetter(0)):
        of_document = list(rows)
        index = {row[1]: number for number, row in enumerate(of_document)}
        values = [_value(row[5:]) for row in of_document]
        bounds += timex.bind_all(values, [index.get(row[2]) for row in of_document], *of_document[0][3:5])
    bound = pl.DataFrame(bounds, schema=BOUNDS, orient="row")
    return pl.concat([ordered.select("time_id", "document_id"), bound], how="horizontal")


@lru_cache(maxsize=1 << 16)
def _value(cells: tuple[Any, ...]) -> timex.TimeValue:
    return timex.TimeValue(**dict(zip(TIME_VALUE, cells, strict=True)))


# -- a dated copy of the same story
def _dated_copies(known: pl.DataFrame, stories: pl.DataFrame) -> dict[str, list[Copy]]:
    """Dated documents of each story, earliest first."""
    copies: dict[str, list[Copy]] = defaultdict(list)
    dated = known.select("document_id", "published_on").join(stories, on="document_id").sort("published_on", "document_id")
    for document_id, published_on, story in dated.select("document_id", "published_on", "story_id").iter_rows():
        copies[story].append(Copy(published_on, document_id))
    return copies


def _from_copies(row: Row, copies: list[Copy]) -> Row | None:
    """The date by the copies that agree with what the document itself tells; null where none does."""
    allowed = [copy for copy in copies if _within(copy.published_on, row["published_from"], row["published_to"])]
    if not allowed:
        return None
    if row["publication_month"]:
        return _by_copies(row, allowed)
    first, last = allowed[0], allowed[-1]
    evidence = _joined(row["date_evidence"], f"dated by a copy of the story, document {first.document_id}")
    if first.published_on == last.published_on:
        return _dated(row, first.published_on, evidence)
    return _bounded(row, first.published_on, last.published_on, evidence)


def _by_copies(row: Row, copies: list[Copy]) -> Row | None:
    """A day and month whose year a copy gives."""
    days = [
        (abs((day - copy.published_on).days), day, copy.document_id)
        for copy in copies
        for year in range(copy.published_on.year - 1, copy.published_on.year + 2)
        if (day := day_of(year, row["publication_month"], row["publication_day"] or 0))
    ]
    distance, day, document_id = min(days, default=(COPY_DAYS + 1, date.min, ""))
    if distance > COPY_DAYS:
        return None
    return _dated(row, day, _joined(row["date_evidence"], f"year {day.year} from a copy of the story, document {document_id}"))


# -- years mentioned, and terms of office
def _from_terms(row: Row, offices: list[Office]) -> Row:
    """The date where one day is left, else the bounds."""
    windows, reasons = _windows(row, offices)
    if row["publication_month"] and row["publication_day"]:
        windows, reasons = _until_taken_in(row, windows, reasons)
        days, is_open = _days_left(row, windows)
        if days:
            reason = "; ".join(reasons)
            if len(days) == 1 and not is_open:
                return _dated(row, days[0], _joined(row["date_evidence"], f"year {days[0].year} left by: {reason}"))
            until = None if is_open else days[-1]
            return _bounded(row, days[0], until, _joined(row["date_evidence"], f"year open; {reason}" if reason else "year open"))
    if not windows:
        return _bounded(row, row["published_from"], row["published_to"], row["date_evidence"])
    first = None if windows[0][0] == date.min else windows[0][0]
    last = None if windows[-1][1] == date.max else windows[-1][1]
    return _bounded(row, first, last, _joined(row["date_evidence"], "; ".join(reasons)))


def _windows(row: Row, offices: list[Office]) -> tuple[list[Span], list[str]]:
    """The spans of days the document may have been published in, in order, and the reasons.

    Of somebody whose terms contradict the document (a dead president still called one), or where the terms contradict each
    other, only the beginning counts: nobody is called president before becoming it.
    """
    lower, upper = row["published_from"] or date.min, row["published_to"] or date.max
    reasons = [f"not before {lower}, which it mentions"] if lower > date.min and row["date_basis"] == "unknown" else []
    if upper < date.max and row["date_basis"] == "unknown":
        reasons.append(f"not after {upper}, for it was changed before")
    if row["latest_year"] and date(row["latest_year"], 1, 1) > lower:
        lower = date(row["latest_year"], 1, 1)
        reasons.append(f"it mentions {row['latest_year']}")
    if lower > upper:
        return [], []
    holding = [office for office in offices if _meet([(lower, upper)], _spans(office))]
    windows = [(lower, upper)]
    for office in holding:
        windows = _meet(windows, _spans(office))
    if windows:
        reasons += [f"{office.name} is {office.role} ({_years(office)})" for office in holding]
    else:
        windows = [(lower, upper)]
    begun, name = max(((_spans(office)[0][0], office.name) for office in offices), default=(date.min, ""))
    if windows[0][0] < begun <= upper:
        windows = _meet(windows, [(begun, upper)])
        reasons.append(f"{name} is in office only from {begun}")
    return windows, reasons


def _spans(office: Office) -> list[Span]:
    return [(term.valid_from or date.min, term.valid_to or date.max) for term in office.terms]


def _meet(windows: list[Span], terms: list[Span]) -> list[Span]:
    """The parts of the windows that lie in one of the terms; terms that touch or overlap are one."""
    joined: list[Span] = []
    for first, last in sorted(terms):
        if joined and (joined[-1][1] == date.max or first <= joined[-1][1] + timedelta(days=1)):
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    met = [(max(first, begin), min(last, end)) for first, last in windows for begin, end in joined]
    return [(first, last) for first, last in met if first <= last]


def _until_taken_in(row: Row, windows: list[Span], reasons: list[str]) -> tuple[list[Span], list[str]]:
    """The windows up to the day the document was taken in, an upper bound of its year.

    Only where the text itself bounds it from below: of a document that tells nothing, the day it was found tells nothing.
    """
    if not windows or windows[0][0] == date.min or not row["ingested_on"]:
        return windows, reasons
    until = row["ingested_on"] + TOMORROW
    cut = _meet(windows, [(date.min, until)])
    if not cut or cut == windows:
        return windows, reasons
    return cut, [*reasons, f"taken in on {row['ingested_on']}"]


def _days_left(row: Row, windows: list[Span]) -> tuple[list[date], bool]:
    """The days in the windows that have the document's day and month, in order; whether later ones may follow without end."""
    if not windows or windows[0][0] == date.min:
        return [], True
    is_open = windows[-1][1] == date.max
    days: list[date] = []
    for first, last in windows:
        years = range(first.year, (first.year + 12 if last == date.max else last.year) + 1)
        days += [day for year in years if (day := _in_year(row, year)) and first <= day <= last]
    # The weekday of the lead is that of the day or of the day before; where no year agrees with it, it was another week's.
    lead = row["lead_weekday"]
    agreeing = [day for day in days if lead is None or (day.isoweekday() - lead) % 7 <= 1] or days
    in_last = [day for day in agreeing if day >= windows[-1][0]]
    return agreeing[: len(agreeing) - len(in_last)] + (in_last[:1] if is_open else in_last), is_open


def _in_year(row: Row, year: int) -> date | None:
    """The document's day and month in a year, if the weekday, where the text gives it, agrees."""
    day = day_of(year, row["publication_month"], row["publication_day"])
    return day if day and row["publication_weekday"] in (None, day.isoweekday()) else None


# -- rows
def _dated(row: Row, day: date, evidence: str | None) -> Row:
    return _row(row, day, day, day, "day", "inferred", evidence)


def _bounded(row: Row, first: date | None, last: date | None, evidence: str | None) -> Row:
    """A document of unknown day: as precise as it was itself, or an interval where the bounds are new."""
    if first == row["published_from"] and last == row["published_to"] and row["date_basis"] not in (None, "unknown"):
        return {name: row[name] for name in DOCUMENT_DATES.polars}
    if first is None and last is None:
        return _row(row, None, None, None, "unknown", "unknown", evidence)
    return _row(row, None, first, last, "interval", "inferred", evidence)


def _row(row: Row, day: date | None, first: date | None, last: date | None, precision: str, basis: str, evidence: str | None) -> Row:
    cells = (row["document_id"], day, first, last, precision, basis, evidence)
    return dict(zip(DOCUMENT_DATES.polars, cells, strict=True))


def _within(day: date, first: date | None, last: date | None) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)


def _joined(*parts: str | None) -> str | None:
    return "; ".join(part for part in parts if part) or None


def _years(office: Office) -> str:
    return ", ".join(f"{term.valid_from}–{term.valid_to or ''}" for term in office.terms)
