"""What a time expression means: its value, absolute or relative to another day. How it is found or bound is not here.

A value has the fields of `schemas.TIME_VALUE`. `relation` says how the others are read; "the anchor" is the day of the
document, or, where `counted_from` says so, another time of the text:

==============  =====================================================================================================
absolute        `value_from` to `value_to`, whatever the anchor
latest_weekday  the latest `weekday` up to the anchor; amount -1: before it ("last Tuesday");
                with `unit` week, that day of the calendar week `amount` weeks away ("Monday of last week")
next_weekday    the first `weekday` from the anchor on; amount 1: after it ("next Friday")
shift           `amount` units of `unit` away: the day, the calendar week, month or year there ("last month");
                with precision interval (weeks excepted) all days between there and the anchor ("the past two days")
month_day       `month` and `day` of the year that fits: amount -1: begun by the anchor, 1: not over by then (-2: over, 2:
                not begun); null: the nearest, days ahead counting double; 0: the nearest, on whichever side;
                with `unit` year, of the year `amount` years away ("30 July last year"); with `unit` day, the day and
                `amount` more ("5-7 May"), counted in a year of 365 days; with `unit` week, the first `weekday` on or after
                that day (Thanksgiving); else `weekday`, where the words give one ("Monday, Oct. 26"), must agree
month           calendar month `month`; unit and amount as in month_day
season          the three months that begin with `month` (seasons of the northern hemisphere, quarters); likewise
half            the six months that begin with `month`; likewise
since           all days from the anchor to the document ("since then")
==============  =====================================================================================================

A weekday with precision interval is the weekend that begins with it.

`counted_from` is null for the document's day, else one of `ORIGINS`: `earlier`, the nearest time before it in the text
("two days later"); `following`, the one right after it ("the day before April 3"); or `beside`, the one of the clause beside
it ("on Monday, two days after X had signed": not the time of that clause but of the deed after it). `assets.timex.linking` finds it.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

COMMON_YEAR, LEAP_YEAR = 2023, 2024
RELATIONS = ("absolute", "latest_weekday", "next_weekday", "shift", "month_day", "month", "season", "half", "since")
ORIGINS = ("earlier", "following", "beside")


@dataclass(frozen=True, slots=True)
class TimeValue:
    """The fields of `schemas.TIME_VALUE`."""

    relation: str
    precision: str
    value_from: date | None = None
    value_to: date | None = None
    unit: str | None = None
    amount: int | None = None
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    counted_from: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression(TimeValue):
    """A value, and where its words stand: `text[start:end] == surface`."""

    start: int = 0
    end: int = 0
    surface: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """The kind of trigger (`assets.timex.triggers`) that each match of a pattern holds, the pattern, and the reader of a match.

    A pattern that begins by looking ahead at its first letter is searched three times as fast. Of `cues`, in small
    letters, each match holds one as well.
    """

    trigger: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], TimeExpression | None]
    cues: tuple[str, ...] = ()


def spanning(match: re.Match[str], value: TimeValue, start: int | None = None, end: int | None = None) -> TimeExpression:
    """The value as the expression that the match (or a part of it) is."""
    first, last = match.start() if start is None else start, match.end() if end is None else end
    return TimeExpression(
        value.relation, value.precision, value.value_from, value.value_to, value.unit, value.amount, value.weekday, value.month,
        value.day, value.counted_from, first, last, match.string[first:last],
    )  # fmt: skip


def moved(expressions: list[TimeExpression], offset: int) -> list[TimeExpression]:
    """Expressions that nobody else has yet, with their offsets counted from elsewhere; new ones would take five times as long."""
    for one in expressions if offset else ():
        object.__setattr__(one, "start", one.start + offset)
        object.__setattr__(one, "end", one.end + offset)
    return expressions


def absolute(first: date, last: date, precision: str) -> TimeValue:
    return TimeValue("absolute", precision, first, last)


@lru_cache(maxsize=1000)
def whole_year(year: int) -> TimeValue:
    return absolute(date(year, 1, 1), date(year, 12, 31), "year")


def whole_month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_from(year: int, month: int, count: int) -> tuple[date, date]:
    """First and last day of `count` calendar months that begin with a month."""
    last_year, last_month = divmod(year * 12 + month - 1 + count - 1, 12)
    return date(year, month, 1), whole_month(last_year, last_month + 1)[1]


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or null where the calendar has none (31 April, 29 February 2023)."""
    if not (1 <= year <= 9998 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def range_length(month: int, day: int, last_month: int, last_day: int) -> int | None:
    """Days from one day of the year to a later one, that or the next year's, where neither year has a leap day; null for 29 February."""
    first = day_of(COMMON_YEAR, month, day)
    last = day_of(COMMON_YEAR + ((last_month, last_day) < (month, day)), last_month, last_day)
    return (last - first).days if first and last else None


def range_after(first: date, length: int) -> date:
    """Last day of a range of `length` days as `range_length` counts them: the same day of the year in every year."""
    common = day_of(COMMON_YEAR, first.month, first.day)
    if common is None:
        return first + timedelta(days=length)
    last = common + timedelta(days=length)
    return date(first.year + last.year - COMMON_YEAR, last.month, last.day)
