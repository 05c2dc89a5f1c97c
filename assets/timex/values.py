"""What a time expression means: its value, absolute or relative to the document's date. How it is found or bound is not here.

A value has the fields of `schemas.TIME_VALUE`. `relation` says how the others are read:

==============  =====================================================================================================
absolute        `value_from` to `value_to`, whatever the document's date
latest_weekday  the latest `weekday` up to the document's date; amount -1: before it ("last Tuesday");
                with `unit` week, that day of the calendar week `amount` weeks away ("Monday of last week")
next_weekday    the first `weekday` from the document's date on; amount 1: after it ("next Friday")
shift           `amount` units of `unit` away: the day, the calendar week, month or year there ("last month");
                with precision interval (weeks excepted) all days between there and the document ("the past two days")
month_day       `month` and `day` of the year that fits: amount -1: before the document, 1: after it, null: the nearest;
                with `unit` year, of the year `amount` years away ("30 July last year"); with `unit` day, the day and
                `amount` more ("5-7 May"); with `unit` week, the first `weekday` on or after that day (Thanksgiving);
                else `weekday`, where the words give one ("Monday, Oct. 26"), must agree
month           calendar month `month`; unit and amount as in month_day
season          the three months that begin with `month` (seasons of the northern hemisphere, quarters); likewise
==============  =====================================================================================================

A weekday with precision interval is the weekend that begins with it.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date

RELATIONS = ("absolute", "latest_weekday", "next_weekday", "shift", "month_day", "month", "season")


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


@dataclass(frozen=True, slots=True)
class TimeExpression(TimeValue):
    """A value, and where its words stand: `text[start:end] == surface`."""

    start: int = 0
    end: int = 0
    surface: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, what a text must hold for the pattern to be tried at all (cheap), and the reader of a match."""

    needs: re.Pattern[str]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], TimeExpression | None]


def spanning(match: re.Match[str], value: TimeValue, start: int | None = None, end: int | None = None) -> TimeExpression:
    """The value as the expression that the match (or a part of it) is."""
    first, last = match.start() if start is None else start, match.end() if end is None else end
    values = {field.name: getattr(value, field.name) for field in fields(TimeValue)}
    return TimeExpression(**values, start=first, end=last, surface=match.string[first:last])


def absolute(first: date, last: date, precision: str) -> TimeValue:
    return TimeValue("absolute", precision, first, last)


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
