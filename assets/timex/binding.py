"""Binding: from a time value and the document's date to days of the calendar. Reading words is `assets.timex.finding`.

The document's date may be an interval, even one without an end; the value is then bound from both ends, and what comes
out is an interval in which the true day lies. Nothing here guesses a date that the interval does not bear.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from assets.timex.values import TimeValue, day_of, months_from, range_after, whole_month

Span = tuple[date, date]
# A day of the month with its weekday comes back within 11 years (29 February: 40); news leaves the year out when it is near.
YEARS_SEARCHED = 11
AHEAD_COUNTS = 2
_MONTHS = {"month": 1, "season": 3, "half": 6}
LONGEST = {"minute": 1, "day": 1, "month": 31, "year": 366}


class Bound(NamedTuple):
    """Days (inclusive), one of `schemas.DATE_PRECISIONS`, one of `schemas.DATE_BASES`; null where unknown."""

    date_from: date | None
    date_to: date | None
    precision: str
    basis: str


UNBOUND = Bound(None, None, "unknown", "unknown")


def bind_all(values: Sequence[TimeValue], links: Sequence[int | None], anchor_from: date | None, anchor_to: date | None) -> list[Bound]:
    """Bind the values of one document, those counted from others of them too.

    Parameters
    ----------
    values
        In the order of the text.
    links
        For each, the index of the value it is counted from, as `assets.timex.links` tells; null where there is none.
    anchor_from, anchor_to
        Of the document, as for `bind`.
    """
    bounds: list[Bound | None] = [None] * len(values)

    def settle(index: int) -> Bound:
        known = bounds[index]
        if known is None:
            link = links[index]
            other = settle(link) if link is not None else None
            known = bounds[index] = _bind_linked(values[index], other, anchor_from, anchor_to)
        return known

    return [settle(index) for index in range(len(values))]


def _bind_linked(value: TimeValue, other: Bound | None, anchor_from: date | None, anchor_to: date | None) -> Bound:
    if value.counted_from is None:
        return bind(value, anchor_from, anchor_to)
    if other is None:  # "a year earlier" with no time before it: than the news; "the next day" of what nobody knows
        # "comes three years after they had signed"; of days and months it is not known whether the news is of today
        looks_back = (value.counted_from == "earlier" or value.unit == "year") and (value.amount or 0) < 0
        return bind(value, anchor_from, anchor_to) if looks_back else UNBOUND
    if value.relation == "since":
        is_open = other.date_from is None or (anchor_to is not None and anchor_to < other.date_from)
        return UNBOUND if is_open else Bound(other.date_from, anchor_to, "interval", "inferred")
    bound = bind(value, other.date_from, other.date_to)
    return bound._replace(basis="explicit") if other.basis == "explicit" and bound.basis == "inferred" else bound


@lru_cache(maxsize=1 << 16)
def bind(value: TimeValue, anchor_from: date | None, anchor_to: date | None) -> Bound:
    """Bind a value to the calendar.

    Parameters
    ----------
    value
        As `assets.timex.find` returns it; what it is counted from is for `bind_all`.
    anchor_from, anchor_to
        Earliest and latest day the document (or what the value is counted from) may be of; equal where the day is known, null where not.

    Returns
    -------
    Bound
        Basis `explicit` where the words alone tell, `inferred` where the document's date was needed, `unknown` (and no
        days) where that is not known. A weekday means the latest such day up to the document's (Filatova and Hovy,
        2001, "Assigning time-stamps to event-clauses"); a date without a year means the one nearest to the document.
    """
    if value.relation == "absolute":
        return Bound(value.value_from, value.value_to, value.precision, "explicit")
    early = _span(value, anchor_from) if anchor_from else None
    late = _span(value, anchor_to) if anchor_to else None
    first, last = early[0] if early else None, late[1] if late else None
    if first is None and last is None:
        return UNBOUND
    if first is None or last is None or first > last:
        return Bound(first, last, "interval", "inferred") if not (first and last) else UNBOUND
    fits = (last - first).days < LONGEST.get(value.precision, 0) and early == late
    return Bound(first, last, value.precision if fits else "interval", "inferred")


def _span(value: TimeValue, anchor: date) -> Span | None:
    """Days of a relative value for a document of one known day."""
    try:
        match value.relation:
            case "latest_weekday" | "next_weekday":
                return _weekday(value, anchor)
            case "shift":
                return _shift(value, anchor)
            case "month_day" | "month" | "season" | "half" if value.unit == "year":
                return next(iter(_in_years(value, [anchor.year + (value.amount or 0)])), None)
            case "month_day":
                return _nearest(_month_days(value, anchor), anchor, None if value.unit == "day" else value.amount)
            case "month" | "season" | "half":
                return _nearest(_in_years(value, _years(anchor, 1)), anchor, value.amount)
            case _:
                return None
    except (OverflowError, ValueError):  # beyond the calendar's first or last year
        return None


def _weekday(value: TimeValue, anchor: date) -> Span:
    weekday, amount = value.weekday or 1, value.amount or 0
    if value.unit == "week":
        day = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=amount, days=weekday - 1)
        return day, day
    length = timedelta(days=1 if value.precision == "interval" else 0)
    if value.relation == "latest_weekday":
        start = anchor if amount == 0 else anchor - timedelta(days=1)
        first = start - timedelta(days=(start.isoweekday() - weekday) % 7)
    else:
        start = anchor if amount == 0 else anchor + timedelta(days=1)
        first = start + timedelta(days=(weekday - start.isoweekday()) % 7)
    return first, first + length


def _shift(value: TimeValue, anchor: date) -> Span:
    amount = value.amount or 0
    match value.unit:
        case "day":
            there = anchor + timedelta(days=amount)
            span = (there, there)
        case "week":
            monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=amount)
            return monday, monday + timedelta(days=6)
        case "month":
            year, month = divmod(anchor.year * 12 + anchor.month - 1 + amount, 12)
            span = whole_month(year, month + 1)
            there = min(date(year, month + 1, min(anchor.day, 28)), span[1])
        case _:
            span = date(anchor.year + amount, 1, 1), date(anchor.year + amount, 12, 31)
            there = date(anchor.year + amount, anchor.month, min(anchor.day, 28))
    if value.precision == "interval":
        return min(there, anchor), max(there, anchor)
    return span


def _month_days(value: TimeValue, anchor: date) -> list[Span]:
    """The day in the years around, or only those of them that fall on the weekday the words give."""
    reach = YEARS_SEARCHED if (value.weekday and value.unit != "week") or (value.month, value.day) == (2, 29) else 1
    days = _in_years(value, _years(anchor, reach))
    agreeing = [span for span in days if value.weekday in (None, span[0].isoweekday())]
    return agreeing or [span for span in days if abs(span[0].year - anchor.year) <= 1]


def _in_years(value: TimeValue, years: Iterable[int]) -> list[Span]:
    """A yearless day, month or season in each of the years that have it."""
    month = value.month or 1
    if value.relation != "month_day":
        return [months_from(year, month, _MONTHS[value.relation]) for year in years]
    length = max(0, value.amount or 0) if value.unit == "day" else 0
    days = [day for year in years if (day := day_of(year, month, value.day or 0))]
    if value.unit == "week":
        days = [day + timedelta(days=((value.weekday or 1) - day.isoweekday()) % 7) for day in days]
    return [(day, range_after(day, length)) for day in days]


def _years(anchor: date, reach: int) -> range:
    return range(max(anchor.year - reach, 1), min(anchor.year + reach, 9998) + 1)


def _nearest(spans: list[Span], anchor: date, side: int | None) -> Span | None:
    """The span nearest to the anchor: of those begun by then (-1), over (-2), not over (1), not begun (2), or of all.

    Days ahead count double, for without a word that says so news looks back; alike where the side is 0.
    """
    strict = timedelta(days=1) if side in (-2, 2) else timedelta(0)
    if side in (-2, -1):
        spans = [span for span in spans if (span[1] + strict if strict else span[0]) <= anchor]
    elif side in (1, 2):
        spans = [span for span in spans if (span[0] - strict if strict else span[1]) >= anchor]
    ahead_counts = AHEAD_COUNTS if side is None else 1

    def distance(span: Span) -> int:
        return max((span[0] - anchor).days * ahead_counts, (anchor - span[1]).days, 0)

    return min(spans, key=lambda span: (distance(span), span), default=None)
