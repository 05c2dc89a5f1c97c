"""Dates as lines and metadata write them, dirt and all; what could be two days stays two."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.clean.datelines import dateline
from assets.clean.dates import from_line, from_metadata, from_url, from_yearless_line, is_update
from assets.clean.prose_dates import latest_past_day, report_day, weekday_of_lead
from assets.clean.publication import is_date_line, publication

DAY = date(2018, 4, 24)


@pytest.mark.parametrize(
    ("line", "precision"),
    [
        ("Tue 24 Apr 2018 11.52 BST", "minute"),
        ("Updated 3:15 PM ET, Tue April 24, 2018", "minute"),
        ("Last modified on Tue 24 Apr 2018", "day"),
        ("24 avril 2018 à 11h52", "minute"),
        ("24 de abril de 2018", "day"),
        ("Am 24.04.2018 um 11:52 Uhr", "minute"),
        ("24. April 2018", "day"),
        ("2018年4月24日", "day"),
        ("24 апреля 2018 г.", "day"),
        ("april 24th 2018", "day"),
        ("24-Apr-2018", "day"),
        ("24/04/2018 - 11:52", "minute"),
        ("2018-04-24T11:52:00.000+0000", "minute"),
        ("Published 24 April 2018, updated 25 April 2018", "day"),
        ("Updated 25 April 2018; first published 24 April 2018", "day"),
    ],
)
def test_a_date_line_gives_its_day_however_it_is_written(line: str, precision: str) -> None:
    stamp = from_line(line)
    assert stamp is not None
    assert (stamp.first, stamp.last, stamp.precision, stamp.evidence) == (DAY, DAY, precision, line)


@pytest.mark.parametrize(
    ("value", "precision"),
    [
        ("/Date(1524570720000)/", "minute"),
        ("Tue Apr 24 11:52:00 EDT 2018", "minute"),
        ("2018-04-24 11:52:00 UTC", "minute"),
        ("20180424T115200Z", "minute"),
        ("mardi 24 avril 2018", "day"),
        ("24.04.2018 11:52", "minute"),
        ("Published: Apr 24, 2018", "day"),
    ],
)
def test_metadata_are_read_however_systems_write_them(value: str, precision: str) -> None:
    stamp = from_metadata(value)
    assert stamp is not None
    assert (stamp.first, stamp.last, stamp.precision, stamp.evidence) == (DAY, DAY, precision, value)


@pytest.mark.parametrize(
    "value", ["1970-01-01T00:00:00Z", "1970-01-01 00:00", "0001-01-01T00:00:00", "1900-01-01T00:00:00", "0000-00-00", "0"]
)
def test_the_day_that_systems_count_from_is_no_date(value: str) -> None:
    assert from_metadata(value) is None


def test_a_year_alone_is_a_year() -> None:
    stamp = from_metadata("2018")
    assert stamp is not None
    assert (stamp.first, stamp.last, stamp.precision) == (date(2018, 1, 1), date(2018, 12, 31), "year")


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)))
def test_day_and_month_in_numbers_are_both_kept_where_both_are_possible(day: date) -> None:
    stamp = from_metadata(day.strftime("%d/%m/%Y"))
    assert stamp is not None
    assert day in (stamp.first, stamp.last)
    assert (stamp.first == stamp.last) == (day.day > 12 or day.day == day.month)
    assert (from_metadata(day.strftime("%d.%m.%Y")) or stamp).first == day


@pytest.mark.parametrize(
    ("line", "month", "day", "weekday"),
    [
        ("Thursday, April 3", 4, 3, 4),
        ("Apr 3 - 4:30pm", 4, 3, None),
        ("Thu., 3 April, 16:30 GMT", 4, 3, 4),
        ("Published on April 3", 4, 3, None),
    ],
)
def test_a_line_may_leave_the_year_out(line: str, month: int, day: int, weekday: int | None) -> None:
    found = from_yearless_line(line)
    assert found is not None
    assert (found.month, found.day, found.weekday) == (month, day, weekday)
    assert is_date_line(line)
    row = publication(None, None, (), [(line, "date")], ["The envoys met again."], "The envoys met again.")
    assert (row["published_on"], row["publication_month"], row["publication_day"]) == (None, month, day)


@pytest.mark.parametrize("line", ["Chapter 3 of 12", "3 hours ago", "May 3 be with you and all of your people", "Apr 31", "Act 3, scene 4"])
def test_what_is_no_date_line_is_none(line: str) -> None:
    assert not is_date_line(line)


def test_a_month_known_from_the_address_and_a_day_from_the_dateline_make_a_date() -> None:
    lead = "EASTMOUTH, April 3 (Agency) — The envoys met again."
    url = "https://herald.example/2025/04/border"
    row = publication(None, url, (), [], [lead], lead)
    assert (row["published_on"], row["date_basis"], row["date_evidence"]) == (date(2025, 4, 3), "url", f"April 3; {url}")
    assert publication("2025", None, (), [], [lead], lead)["published_on"] == date(2025, 4, 3)
    elsewhere = publication(None, "https://herald.example/2025/06/border", (), [], [lead], lead)
    assert (elsewhere["published_on"], elsewhere["date_precision"]) == (None, "month")
    other_weekday = publication("2025", None, (), [("Monday, April 3", "date")], ["The envoys met again."], "The envoys met again.")
    assert (other_weekday["published_on"], other_weekday["date_precision"]) == (None, "year")


def test_an_update_that_names_the_first_day_too_is_more_than_an_update() -> None:
    assert is_update("Updated 25 April 2018")
    assert not is_update("Updated 25 April 2018; first published 24 April 2018")


@pytest.mark.parametrize("path", ["/2018/04/24/", "/2018/4/24/", "/2018/apr/24/", "/2018/april/24/", "/20180424-", "/2018-04-24-"])
def test_addresses_carry_the_day_in_many_ways(path: str) -> None:
    stamp = from_url(f"https://herald.example{path}border")
    assert stamp is not None
    assert (stamp.first, stamp.last) == (DAY, DAY)


def test_a_dateline_may_be_in_capitals_and_abbreviated() -> None:
    assert dateline("EASTMOUTH, SEPT. 3 (Agency) — The envoys met.")[2:] != (None,)
    place, stamp, day = dateline("EASTMOUTH, SEPT. 3 (Agency) — The envoys met.")
    assert (place, stamp, day and (day.month, day.day)) == ("Eastmouth", None, (9, 3))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The ministers spoke by phone on 3 March 2021.", (2021, date(2021, 3, 3))),
        ("She was minister from 2015 to 2019.", (2015, None)),
        ("The tunnel opens by 2040.", (None, None)),
        ("The truce runs until 1 May 2030.", (None, None)),
        ("The road is to be built between 2031 and 2035.", (None, None)),
    ],
)
def test_only_what_is_past_bounds_the_day(sentence: str, found: tuple[int | None, date | None]) -> None:
    assert latest_past_day(sentence) == found


def test_the_weekday_of_the_lead_is_that_of_the_news() -> None:
    assert weekday_of_lead(["The envoys said on Thursday that they had met."]) == 4
    assert weekday_of_lead(["The envoys said they will meet on Thursday."]) is None
    assert weekday_of_lead(["The envoys said on Thursday that they had met on Monday."]) is None
    assert weekday_of_lead(["Shops are shut on Sunday."]) is None
    assert weekday_of_lead([]) is None


def test_the_day_of_a_report_may_stand_before_its_month() -> None:
    day = report_day(["The envoy of Norland said on Thursday, 3 April that talks went well."])
    assert day is not None
    assert (day.month, day.day, day.weekday) == (4, 3, 4)


@given(st.text(max_size=160))
def test_no_line_breaks_the_reading_of_dates(line: str) -> None:
    from_line(line)
    from_yearless_line(line)
    from_metadata(line)
    from_url(line)
    dateline(line)
    latest_past_day(line)
    report_day([line])
