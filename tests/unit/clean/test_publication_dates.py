"""When a document was published: by what it says itself, never by the clock; what it does not say stays open, with bounds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.clean.dates import from_line, from_metadata, from_url
from assets.clean.publication import publication

LEAD = "Norland and Sudmark agreed on Monday to reopen the border crossings, officials said."


def dated(*paragraphs: str, metadata: str | None = None, url: str | None = None, lines: list[tuple[str, str]] | None = None) -> dict:
    text = list(paragraphs) or [LEAD]
    return publication(metadata, url, (), lines or [], text, "\n\n".join(text))


@pytest.mark.parametrize(
    ("value", "day", "precision"),
    [
        ("2022-07-22T19:40:00+03:00", date(2022, 7, 22), "minute"),
        ("2022-07-22", date(2022, 7, 22), "day"),
        ("20220722", date(2022, 7, 22), "day"),
        ("Fri, 22 Jul 2022 16:40:00 GMT", date(2022, 7, 22), "minute"),
        ("1658508000", date(2022, 7, 22), "minute"),
        ("1658508000000", date(2022, 7, 22), "minute"),
        ("July 22, 2022", date(2022, 7, 22), "day"),
        ("22.07.2022", date(2022, 7, 22), "day"),
    ],
)
def test_metadata_give_the_day_as_it_was_written_there(value, day, precision):
    row = dated(metadata=value)
    assert (row["published_on"], row["date_precision"], row["date_basis"], row["date_evidence"]) == (day, precision, "metadata", value)


@pytest.mark.parametrize("value", ["", "soon", "2022-13-45", "31/02/2022", "99999999", "20229999"])
def test_metadata_that_are_no_date_give_none(value):
    assert from_metadata(value) is None


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2050, 12, 31)))
def test_every_day_is_read_back_from_every_form(day):
    for form in ("%Y-%m-%d", "%Y-%m-%dT10:00:00Z", "%B %d, %Y", "%d %B %Y", "%A, %B %d, %Y", "%d %b %Y", "%Y/%m/%d"):
        stamp = from_metadata(day.strftime(form))
        assert stamp is not None
        assert (stamp.first, stamp.last) == (day, day)
    stamp = from_url(day.strftime("https://herald.example/news/%Y/%m/%d/border-opens"))
    assert stamp is not None
    assert stamp.first == day


@pytest.mark.parametrize(
    ("line", "day", "precision"),
    [
        ("April 24, 2018, 11:52 AM EDT", date(2018, 4, 24), "minute"),
        ("Saturday, September 18, 2021", date(2021, 9, 18), "day"),
        ("Published: 11 March 2023, 07:30", date(2023, 3, 11), "minute"),
        ("Dec. 15, 2023 6:02 AM", date(2023, 12, 15), "minute"),
        ("Monday 10 July 2023 23.05 BST", date(2023, 7, 10), "minute"),
        ("World news, 10 March 2023", date(2023, 3, 10), "day"),
        ("EASTMOUTH, May 16, 2022", date(2022, 5, 16), "day"),
        ("By Ada Lind | June 2, 2017 | 9:15 AM ET", date(2017, 6, 2), "minute"),
        ("Published on 27.04.2021", date(2021, 4, 27), "day"),
    ],
)
def test_a_date_line_is_explicit(line, day, precision):
    row = dated(lines=[(line, "date")])
    assert (row["published_on"], row["date_precision"], row["date_basis"], row["date_evidence"]) == (day, precision, "explicit", line)


@pytest.mark.parametrize(
    "line",
    [
        "The treaty of April 24, 2018 was signed by both of the foreign ministers in Eastmouth",
        "In 2018 the border was closed",
        "April in Norland",
        "What the agreement of 10 March 2023 means for those who live along the border",
    ],
)
def test_a_sentence_that_mentions_a_date_is_no_date_line(line):
    assert from_line(line) is None


def test_the_day_of_publication_goes_before_the_day_of_the_update():
    lines = [("Updated: 29 June 2022 10:15 GMT", "date"), ("Published: 28 June 2022 21:40 GMT", "date")]
    assert dated(lines=lines)["published_on"] == date(2022, 6, 28)
    assert dated(lines=lines[:1])["published_on"] == date(2022, 6, 29)


def test_metadata_go_before_the_line_the_line_before_the_address_the_address_before_the_dateline():
    paragraph = "EASTMOUTH, June 1, 2022 (Reuters) - " + LEAD
    url, lines = "https://herald.example/2022/06/02/border", [("June 3, 2022", "date")]
    assert dated(paragraph, metadata="2022-06-04", url=url, lines=lines)["published_on"] == date(2022, 6, 4)
    assert dated(paragraph, url=url, lines=lines)["published_on"] == date(2022, 6, 3)
    assert dated(paragraph, url=url)["published_on"] == date(2022, 6, 2)
    assert dated(paragraph)["published_on"] == date(2022, 6, 1)


def test_the_address_of_the_page_stands_in_its_own_data_lines():
    row = dated(lines=[('{"url":"/news/articles/2018-04-24/border-opens"}', "advertisement")])
    assert (row["published_on"], row["date_basis"]) == (date(2018, 4, 24), "url")


def test_dates_of_teasers_are_other_articles_dates():
    assert dated(lines=[("April 24, 2018", "teaser"), ("/2018/04/24/other", "teaser")])["published_on"] is None


def test_an_address_with_a_month_bounds_the_day():
    row = dated(url="https://herald.example/2022/06/border")
    assert (row["published_on"], row["published_from"], row["published_to"]) == (None, date(2022, 6, 1), date(2022, 6, 30))
    assert (row["date_precision"], row["date_basis"]) == ("month", "url")


def test_day_and_month_that_could_be_swapped_stay_an_interval_unless_the_dateline_tells():
    lines = [("Published on 07/04/2021", "date")]
    row = dated(lines=lines)
    assert (row["published_on"], row["published_from"], row["published_to"]) == (None, date(2021, 4, 7), date(2021, 7, 4))
    assert row["date_precision"] == "interval"
    assert dated("EASTMOUTH, April 7 (Reuters) - " + LEAD, lines=lines)["published_on"] == date(2021, 4, 7)


def test_a_dateline_without_a_year_leaves_the_year_open():
    row = dated("EASTMOUTH, April 3 (Reuters) - " + LEAD, "The border was closed in 2021.")
    assert (row["published_on"], row["date_basis"]) == (None, "unknown")
    assert (row["publication_month"], row["publication_day"], row["dateline_place"]) == (4, 3, "Eastmouth")
    assert row["published_from"] == date(2021, 1, 1)


def test_the_copyright_year_dates_a_dateline_only_where_the_weekday_agrees():
    paragraph = "EASTMOUTH, July 17 (Reuters) - " + LEAD  # a Monday in 2023, a Wednesday in 2024
    assert dated(paragraph, lines=[("Copyright 2023 Lakeside Herald", "legal")])["published_on"] == date(2023, 7, 17)
    assert dated(paragraph, lines=[("Copyright 2024 Lakeside Herald", "legal")])["published_on"] is None


def test_the_day_of_a_report_is_read_from_what_was_said_on_it():
    row = dated("The envoy of Norland said on April 3 that talks went well.", "She left on April 3 for home, and spoke of May 9.")
    assert (row["publication_month"], row["publication_day"], row["published_on"]) == (4, 3, None)
    weekday = dated("The envoy of Norland said on Thursday that talks went well.")
    assert (weekday["publication_weekday"], weekday["publication_month"]) == (4, None)


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("The border has been closed since the flood of February 2022.", 2022),
        ("The bridge was built in 1998 and closed in 2015.", 2015),
        ("The last treaty was signed on 18 March 2019.", 2019),
        ("The tunnel will be opened in 2040.", None),
        ("Norland wants to be free of coal by 2035.", None),
        ("About 2000 lorries crossed.", None),
    ],
)
def test_years_spoken_of_as_past_bound_the_year_of_publication(sentence, year):
    assert dated("The ministers met again.", sentence)["latest_year"] == year


def test_a_whole_past_date_bounds_the_day():
    assert dated("The ministers met again.", "They first met on 18 March 2019.")["published_from"] == date(2019, 3, 18)


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("The harbour would cost Norland 3 billion crowns in 2050.", None),
        ("Norland has pledged to cut its emissions by 30 percent in 2045.", None),
        ("A poll of 2047 registered voters was released on Wednesday.", None),
        ("The toll takes effect in 2044 rather than 2041.", None),
        ("The ministers voted for a delay, from 2041 to 2043, of the toll.", None),
        ("The toll must start rising again in 2046.", None),
        ("She is a candidate in the April 2047 election.", None),
        ("Its exports fell in 2019 and have not risen since 2020.", 2020),
    ],
)
def test_a_year_bounds_the_date_only_where_it_is_told_as_past(sentence, year):
    assert dated("The ministers met again.", sentence)["latest_year"] == year


def changed(modified: str, *paragraphs: str, url: str | None = None) -> dict:
    return publication(None, url, (), [], list(paragraphs), "\n\n".join(paragraphs), modified)


def test_the_day_a_page_was_changed_bounds_its_date_and_never_is_it():
    row = changed("2021-05-04T10:00:00Z", "The ministers met again.", "They first met on 18 March 2019.")
    assert (row["published_on"], row["date_basis"]) == (None, "unknown")
    assert (row["published_from"], row["published_to"]) == (date(2019, 3, 18), date(2021, 5, 11))


def test_a_change_before_what_the_text_mentions_is_not_believed():
    assert changed("2001-01-01", "The ministers met again.", "They first met on 18 March 2019.")["published_to"] is None


def test_a_change_says_nothing_where_the_date_is_known():
    row = changed("2021-05-04", "The ministers met again.", url="https://herald.example/2021/04/30/talks")
    assert row["published_from"] == row["published_to"] == date(2021, 4, 30)
