"""How a time is counted from the document's date, and what comes out where that is only bounded."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets import timex
from assets.schemas import DATE_BASES, DATE_PRECISIONS
from assets.timex.values import RELATIONS

TUESDAY = date(2018, 4, 24)


def bound(text: str, day: date = TUESDAY) -> tuple[date | None, date | None]:
    (found,) = timex.find(text)
    return timex.bind(found, day, day)[:2]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("He said so on Tuesday.", date(2018, 4, 24), date(2018, 4, 24)),
        ("He said so on Monday.", date(2018, 4, 23), date(2018, 4, 23)),
        ("He said so on Wednesday.", date(2018, 4, 18), date(2018, 4, 18)),
        ("He said so last Tuesday.", date(2018, 4, 17), date(2018, 4, 17)),
        ("He will say so on Wednesday.", date(2018, 4, 25), date(2018, 4, 25)),
        ("They agreed to a truce on Saturday.", date(2018, 4, 21), date(2018, 4, 21)),
        ("Peru agreed to the plan on Saturday.", date(2018, 4, 21), date(2018, 4, 21)),
        ("They agreed to meet on Saturday.", date(2018, 4, 28), date(2018, 4, 28)),
        ("They agreed to a meeting on Saturday.", date(2018, 4, 28), date(2018, 4, 28)),
        ("He will say so next Tuesday.", date(2018, 5, 1), date(2018, 5, 1)),
        ("He said so on Monday of last week.", date(2018, 4, 16), date(2018, 4, 16)),
        ("He said so last month.", date(2018, 3, 1), date(2018, 3, 31)),
        ("He said so last week.", date(2018, 4, 16), date(2018, 4, 22)),
        ("He said so last year.", date(2017, 1, 1), date(2017, 12, 31)),
        ("He said so in the past two days.", date(2018, 4, 22), date(2018, 4, 24)),
        ("He said so on December 20.", date(2017, 12, 20), date(2017, 12, 20)),
        ("It will end on December 31.", date(2018, 12, 31), date(2018, 12, 31)),
        ("He said so in December.", date(2017, 12, 1), date(2017, 12, 31)),
        ("He resigned last August.", date(2017, 8, 1), date(2017, 8, 31)),
        ("He said so on 30 July last year.", date(2017, 7, 30), date(2017, 7, 30)),
        ("They met from 28 April to 2 May.", date(2018, 4, 28), date(2018, 5, 2)),
        ("They met over the weekend.", date(2018, 4, 21), date(2018, 4, 22)),
        ("They met last winter.", date(2017, 12, 1), date(2018, 2, 28)),
        ("They met on Thanksgiving.", date(2017, 11, 23), date(2017, 11, 23)),
        ("They met on Saturday, May 6.", date(2017, 5, 6), date(2017, 5, 6)),
    ],
)
def test_times_are_counted_from_the_document(text: str, first: date, last: date) -> None:
    assert bound(text) == (first, last)


def test_a_leap_day_is_that_of_the_nearest_leap_year() -> None:
    assert bound("He said so on February 29.") == (date(2016, 2, 29), date(2016, 2, 29))


def test_without_a_document_date_only_whole_dates_are_known() -> None:
    relative, whole = timex.find("He said on Monday that it began in 2014.")
    assert timex.bind(relative, None, None) == (None, None, "unknown", "unknown")
    assert timex.bind(whole, None, None) == (date(2014, 1, 1), date(2014, 12, 31), "year", "explicit")


def test_a_document_dated_within_an_interval_gives_an_interval() -> None:
    (monday,) = timex.find("He said so on Monday.")
    assert timex.bind(monday, date(2018, 4, 24), date(2018, 5, 3)) == (date(2018, 4, 23), date(2018, 4, 30), "interval", "inferred")


def test_a_document_of_a_known_month_still_tells_the_month_before() -> None:
    (month,) = timex.find("He said so last month.")
    assert timex.bind(month, date(2018, 4, 1), date(2018, 4, 30)) == (date(2018, 3, 1), date(2018, 3, 31), "month", "inferred")


def test_a_document_bounded_on_one_side_bounds_on_one_side() -> None:
    (monday,) = timex.find("He said so on Monday.")
    assert timex.bind(monday, date(2018, 4, 24), None) == (date(2018, 4, 23), None, "interval", "inferred")


def test_the_calendar_ends_without_an_error() -> None:
    (decade,) = timex.find("It began 90 years ago.")
    assert timex.bind(decade, date(50, 1, 1), date(50, 1, 1)).basis == "unknown"


VALUES = st.builds(
    timex.TimeValue,
    relation=st.sampled_from([relation for relation in RELATIONS if relation != "absolute"]),
    precision=st.sampled_from(["day", "month", "year", "interval"]),
    unit=st.sampled_from([None, "day", "week", "month", "year"]),
    amount=st.integers(-20, 20) | st.none(),
    weekday=st.integers(1, 7),
    month=st.integers(1, 12),
    day=st.integers(1, 31),
)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(VALUES, DAYS, st.integers(0, 400))
def test_whatever_is_bound_lies_in_order_and_speaks_the_contract(value: timex.TimeValue, anchor: date, width: int) -> None:
    result = timex.bind(value, anchor, anchor + timedelta(days=width))
    assert result.precision in DATE_PRECISIONS
    assert result.basis in DATE_BASES
    if result.date_from and result.date_to:
        assert result.date_from <= result.date_to


@given(VALUES.filter(lambda value: value.relation in ("latest_weekday", "next_weekday", "shift")), DAYS, st.integers(1, 90))
def test_a_wider_document_date_never_excludes_a_narrower_one(value: timex.TimeValue, anchor: date, width: int) -> None:
    wide = timex.bind(value, anchor, anchor + timedelta(days=width))
    narrow = timex.bind(value, anchor + timedelta(days=width // 2), anchor + timedelta(days=width // 2))
    if wide.date_from and wide.date_to and narrow.date_from and narrow.date_to:
        assert wide.date_from <= narrow.date_from
        assert narrow.date_to <= wide.date_to
