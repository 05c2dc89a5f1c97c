"""The calendar: month ends, leap days, year ends, weeks. What is written of any day is read back as that day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets import timex
from assets.timex import finding, triggers
from assets.timex.languages import in_english
from assets.timex.values import months_from, range_after, range_length, whole_month

DAYS = st.dates(date(1800, 1, 2), date(2090, 12, 30))
NUMBER_WORDS = {1: "a", 2: "two", 3: "three", 7: "seven", 12: "twelve", 21: "twenty-one", 45: "forty-five"}


def bound(text: str, day: date) -> tuple[date | None, date | None]:
    (found,) = timex.find(text)
    return timex.bind(found, day, day)[:2]


@given(DAYS, st.sampled_from(["%B {d}, %Y", "{d} %B %Y", "%A, %B {d}, %Y", "%b. {d}, %Y", "the {d} of %B %Y", "%Y-%m-%d"]))
def test_a_day_is_read_back_from_how_it_is_written(day: date, form: str) -> None:
    text = f"It was signed on {day.strftime(form).format(d=day.day)} in Oslo.".replace("May.", "May")
    assert bound(text, date(2000, 1, 1)) == (day, day)


@given(DAYS, st.integers(0, 200))
def test_a_day_without_its_year_is_that_of_the_nearest_year_when_it_lies_close_behind(day: date, behind: int) -> None:
    anchor = day + timedelta(days=behind)
    if (day.month, day.day) != (2, 29):
        assert bound(f"It was signed on {day:%B} {day.day} in Oslo.", anchor) == (day, day)


@given(DAYS)
def test_a_weekday_lies_within_the_week_up_to_the_document(day: date) -> None:
    for weekday in range(7):
        name = (date(2024, 1, 1) + timedelta(days=weekday)).strftime("%A")
        first, _ = bound(f"It was signed on {name} in Oslo.", day)
        assert first is not None
        assert first.strftime("%A") == name
        assert 0 <= (day - first).days < 7
        last, _ = bound(f"It was signed last {name} in Oslo.", day)
        assert last is not None
        assert 0 < (day - last).days <= 7
        ahead, _ = bound(f"It will be signed on {name} in Oslo.", day)
        assert ahead is not None
        assert 0 <= (ahead - day).days < 7


@given(DAYS, st.sampled_from(sorted(NUMBER_WORDS)))
def test_what_was_so_long_ago_is_found_again_by_counting(day: date, count: int) -> None:
    word, plural = NUMBER_WORDS[count], "" if count == 1 else "s"
    assert bound(f"It was signed {word} day{plural} ago.", day) == (day - timedelta(days=count),) * 2
    monday = day - timedelta(days=day.weekday(), weeks=count)
    assert bound(f"It was signed {word} week{plural} ago.", day) == (monday, monday + timedelta(days=6))
    first, last = bound(f"It was signed {word} month{plural} ago.", day)
    assert first is not None
    assert (day.year - first.year) * 12 + day.month - first.month == count
    assert (first, last) == whole_month(first.year, first.month)
    assert bound(f"It was signed {word} year{plural} ago.", day) == (date(day.year - count, 1, 1), date(day.year - count, 12, 31))


@given(DAYS)
def test_yesterday_today_and_tomorrow_follow_each_other(day: date) -> None:
    days = [bound(f"It is signed {word}.", day)[0] for word in ("yesterday", "today", "tomorrow")]
    assert days == [day - timedelta(days=1), day, day + timedelta(days=1)]


@given(st.integers(1, 9000), st.integers(1, 12), st.integers(1, 24))
def test_months_end_where_the_next_begin(year: int, month: int, count: int) -> None:
    first, last = months_from(year, month, count)
    following = last + timedelta(days=1)
    assert (first.day, following.day) == (1, 1)
    assert (following.year - first.year) * 12 + following.month - first.month == count


@given(DAYS, st.integers(0, 360))
def test_a_range_of_days_ends_on_the_same_day_of_every_year(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    counted = range_length(first.month, first.day, last.month, last.day)
    if counted is not None and (last.month, last.day) >= (first.month, first.day) and last.year == first.year:
        assert range_after(first, counted) == last


@pytest.mark.parametrize("year", [2023, 2024])
def test_a_range_over_the_end_of_february_ends_on_its_day_in_leap_years_too(year: int) -> None:
    found = bound("Talks ran from January 10 to October 15.", date(year, 11, 1))
    assert found == (date(year, 1, 10), date(year, 10, 15))


def test_what_stands_by_a_date_is_the_week_and_quarter_of_the_calendar() -> None:
    assert bound("It was signed last week.", date(2021, 1, 3)) == (date(2020, 12, 21), date(2020, 12, 27))
    assert bound("Trade fell in the fourth quarter.", date(2021, 1, 20)) == (date(2020, 10, 1), date(2020, 12, 31))
    assert bound("Trade fell in the second half of last year.", date(2021, 1, 20)) == (date(2020, 7, 1), date(2020, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It began in the late 1980's.", date(1980, 1, 1), date(1989, 12, 31)),
        ("It began in the ’60s.", date(1960, 1, 1), date(1969, 12, 31)),
        ("It began in the seventies.", date(1970, 1, 1), date(1979, 12, 31)),
        ("It began in ’98.", date(1998, 1, 1), date(1998, 12, 31)),
        ("It began in the 19th century.", date(1801, 1, 1), date(1900, 12, 31)),
        ("Exports rose in fiscal 2016.", date(2016, 1, 1), date(2016, 12, 31)),
        ("It lasted from 1990 through 1994.", date(1990, 1, 1), date(1994, 12, 31)),
        ("The 2014/15 season failed.", date(2014, 1, 1), date(2015, 12, 31)),
        ("Half a century ago they were foes.", date(1969, 1, 1), date(1969, 12, 31)),
        ("It must end by year-end.", date(2019, 1, 1), date(2019, 12, 31)),
        ("Nothing was the same after 9/11.", date(2001, 9, 11), date(2001, 9, 11)),
        ("The Sept. 11 attacks changed it.", date(2001, 9, 11), date(2001, 9, 11)),
        ("They met on Labor Day.", date(2019, 9, 2), date(2019, 9, 2)),
        ("They met last Thanksgiving.", date(2018, 11, 22), date(2018, 11, 22)),
        ("They met earlier in the week.", date(2019, 10, 21), date(2019, 10, 27)),
        ("The ferry sank at 9 a.m. EST Tuesday.", date(2019, 10, 22), date(2019, 10, 22)),
        ("The bloc has decided to open its doors in early March.", date(2019, 3, 1), date(2019, 3, 31)),
        ("They are planning for a summit in April.", date(2020, 4, 1), date(2020, 4, 30)),
        ("They must answer by January 14.", date(2020, 1, 14), date(2020, 1, 14)),
        ("They must have answered by October 14.", date(2019, 10, 14), date(2019, 10, 14)),
        ("Prices have risen since November 1.", date(2018, 11, 1), date(2018, 11, 1)),
        ("Exports fell in the year ended November 30.", date(2018, 11, 30), date(2018, 11, 30)),
        ("They met last October.", date(2018, 10, 1), date(2018, 10, 31)),
        ("They will meet next October.", date(2020, 10, 1), date(2020, 10, 31)),
        ("They met last autumn.", date(2018, 9, 1), date(2018, 11, 30)),
        ("They met this January.", date(2019, 1, 1), date(2019, 1, 31)),
        ("The envoy said the talks open in December.", date(2019, 12, 1), date(2019, 12, 31)),
        ("The envoy said in December that talks were over.", date(2018, 12, 1), date(2018, 12, 31)),
        ("The bloc lost the December vote.", date(2019, 12, 1), date(2019, 12, 31)),
        ("The envoy said he wants an answer by Friday.", date(2019, 10, 25), date(2019, 10, 25)),
        ("In nineteen ninety-eight they met.", date(1998, 1, 1), date(1998, 12, 31)),
        ("They met on August twenty-fifth.", date(2019, 8, 25), date(2019, 8, 25)),
        ("A rite planned at the abbey for Saturday was cancelled.", date(2019, 10, 19), date(2019, 10, 19)),
    ],
)
def test_years_decades_and_plans_are_read(text: str, first: date, last: date) -> None:
    assert bound(text, date(2019, 10, 23)) == (first, last)


@pytest.mark.parametrize(
    "written",
    [
        "24 de abril de 2018", "24 avril 2018", "24. April 2018", "24 апреля 2018 г.", "24 квітня 2018", "24 NİSAN 2018", "2018年4月24日",
        "2018년 4월 24일", "24 أبريل 2018", "24 tháng 4, 2018", "24 kwietnia 2018", "24-Apr-2018", "april 24th 2018", "2018 Apr 24",
        "24 huhtikuuta 2018", "２０１８年４月２４日", "24 Απριλίου 2018",
    ],
)  # fmt: skip
def test_a_date_of_another_language_is_the_same_day(written: str) -> None:
    assert bound(in_english(written), date(2000, 1, 1)) == (date(2018, 4, 24),) * 2


WORDS = st.sampled_from((
    "on", "Monday", "May", "3", "2022", ",", "last", "week", "two", "days", "ago", "–", "to", "the", "of", "since then", "quarter", "first",
    "half", "year-end",
    "month-earlier", "before", "earlier", "the following", "in the", "end of", "next",
    "2020-01-05", "24.04.2018", "9 a.m.", "EST", "’98", "fiscal", "summer",
    "Christmas", "Day", "later", "that", "noon", "1990s", "century", "19th",
    "while for a long time nothing at all was heard from any of the ministers who had gone to the talks in the old palace by the lake",
))  # fmt: skip


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_looking_only_around_trigger_words_loses_nothing(text: str) -> None:
    windows = triggers.windows(text)
    for rule in finding.RULES:
        near = [
            match.span()
            for first, last in windows.get(rule.trigger, [])
            if rule in finding.TRIGGERED[rule.trigger].rules(text[first:last])
            for match in rule.pattern.finditer(text, first, last)
        ]
        assert [match.span() for match in rule.pattern.finditer(text)] == near
