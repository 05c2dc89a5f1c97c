"""Which words of a news text say when, and what they mean before the document's date is known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets import timex


def only(text: str) -> timex.TimeExpression:
    found = timex.find(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "surface", "first", "last", "precision"),
    [
        ("It was signed on April 24, 2018 in Oslo.", "April 24, 2018", date(2018, 4, 24), date(2018, 4, 24), "day"),
        ("It was signed on 24 April 2018 in Oslo.", "24 April 2018", date(2018, 4, 24), date(2018, 4, 24), "day"),
        ("The treaty of the 3rd of May 2020 holds.", "the 3rd of May 2020", date(2020, 5, 3), date(2020, 5, 3), "day"),
        ("OSLO, APRIL 24, 2018 - The ministers met.", "APRIL 24, 2018", date(2018, 4, 24), date(2018, 4, 24), "day"),
        ("Updated 2018-04-24T11:52:00Z by the desk", "2018-04-24T11:52:00Z", date(2018, 4, 24), date(2018, 4, 24), "minute"),
        ("Published 24.04.2018 in Bern", "24.04.2018", date(2018, 4, 24), date(2018, 4, 24), "day"),
        ("Published 4/24/2018 in Boston", "4/24/2018", date(2018, 4, 24), date(2018, 4, 24), "day"),
        ("April 24, 2018, 11:52 AM EDT", "April 24, 2018, 11:52 AM EDT", date(2018, 4, 24), date(2018, 4, 24), "minute"),
        ("They met on March 3-5, 2021 in Doha.", "March 3-5, 2021", date(2021, 3, 3), date(2021, 3, 5), "interval"),
        ("They met from 28 April to 2 May 2021.", "28 April to 2 May 2021", date(2021, 4, 28), date(2021, 5, 2), "interval"),
        (
            "Talks ran from December 30 to January 2, 2020.",
            "December 30 to January 2, 2020",
            date(2019, 12, 30),
            date(2020, 1, 2),
            "interval",
        ),
        ("Talks stalled between May and June 2020.", "May and June 2020", date(2020, 5, 1), date(2020, 6, 30), "interval"),
        ("It began in February 2022.", "February 2022", date(2022, 2, 1), date(2022, 2, 28), "month"),
        ("It began in late November 1997.", "late November 1997", date(1997, 11, 1), date(1997, 11, 30), "month"),
        ("Relations soured in 2014.", "2014", date(2014, 1, 1), date(2014, 12, 31), "year"),
        ("The mid-2015 accord held.", "mid-2015", date(2015, 1, 1), date(2015, 12, 31), "year"),
        ("The war of 2014-2016 ended.", "2014-2016", date(2014, 1, 1), date(2016, 12, 31), "interval"),
        ("From 2014 to 2016 they did not speak.", "2014 to 2016", date(2014, 1, 1), date(2016, 12, 31), "interval"),
        ("In the early 1990s both disarmed.", "early 1990s", date(1990, 1, 1), date(1999, 12, 31), "interval"),
        ("They met in the spring of 2019.", "spring of 2019", date(2019, 3, 1), date(2019, 5, 31), "interval"),
        ("Trade fell in the first quarter of 2022.", "first quarter of 2022", date(2022, 1, 1), date(2022, 3, 31), "interval"),
        ("On Christmas Day 1991 the flag came down.", "Christmas Day 1991", date(1991, 12, 25), date(1991, 12, 25), "day"),
    ],
)
def test_a_whole_date_is_known_from_its_words(text: str, surface: str, first: date, last: date, precision: str) -> None:
    found = only(text)
    assert (found.surface, found.relation) == (surface, "absolute")
    assert (found.value_from, found.value_to, found.precision) == (first, last, precision)
    assert text[found.start : found.end] == surface


@pytest.mark.parametrize(
    ("text", "surface", "relation", "fields"),
    [
        ("The envoy said on April 3 that it was so.", "April 3", "month_day", {"month": 4, "day": 3}),
        ("The envoy said on Monday, Oct. 26, it was so.", "Monday, Oct. 26", "month_day", {"month": 10, "day": 26, "weekday": 1}),
        ("They met from 5 to 7 May.", "5 to 7 May", "month_day", {"month": 5, "day": 5, "unit": "day", "amount": 2}),
        ("On 30 July last year the bloc closed its borders.", "30 July last year", "month_day", {"month": 7, "unit": "year", "amount": -1}),
        ("He resigned in November.", "November", "month", {"month": 11, "amount": -1}),
        ("It took office last November.", "last November", "month", {"month": 11, "amount": -2}),
        ("The envoy said on Thursday it was so.", "Thursday", "latest_weekday", {"weekday": 4, "amount": 0}),
        ("He spoke late Monday night in Rome.", "Monday night", "latest_weekday", {"weekday": 1}),
        ("They met last Tuesday.", "last Tuesday", "latest_weekday", {"weekday": 2, "amount": -1}),
        ("They will meet next Friday.", "next Friday", "next_weekday", {"weekday": 5, "amount": 1}),
        ("Officials are set to meet in Doha on Monday.", "Monday", "next_weekday", {"weekday": 1, "amount": 0}),
        ("On Monday the two will sign the treaty.", "Monday", "next_weekday", {"weekday": 1}),
        ("They were invited yesterday morning.", "yesterday morning", "shift", {"unit": "day", "amount": -1}),
        ("They were invited last month.", "last month", "shift", {"unit": "month", "amount": -1, "precision": "month"}),
        ("Tension rose earlier this month.", "earlier this month", "shift", {"unit": "month", "amount": 0}),
        ("They met two days ago.", "two days ago", "shift", {"unit": "day", "amount": -2, "precision": "day"}),
        ("A decade ago they were friends.", "A decade ago", "shift", {"unit": "year", "amount": -10}),
        ("Talks went on over the past two days.", "the past two days", "shift", {"unit": "day", "amount": -2, "precision": "interval"}),
        ("It must end within the next three weeks.", "the next three weeks", "shift", {"unit": "day", "amount": 21}),
        ("They met last fall.", "last fall", "season", {"month": 9, "amount": -2}),
        ("They met over the weekend.", "the weekend", "latest_weekday", {"weekday": 6, "precision": "interval"}),
    ],
)
def test_a_relative_time_keeps_how_to_count(text: str, surface: str, relation: str, fields: dict[str, object]) -> None:
    found = only(text)
    assert (found.surface, found.relation) == (surface, relation)
    assert {name: getattr(found, name) for name in fields} == fields


@pytest.mark.parametrize(
    "text",
    [
        "Workers march on the capital, and more may follow.",
        "Mrs May met April Ryanson in the March for Peace.",
        "Theresa May said so; June Carver agreed.",
        "About 2000 soldiers and 1900 tanks crossed; 2,022 were lost.",
        "The council passed Resolution 1973 by 10 votes.",
        "It cost 2018 dollars and weighs 2020 tonnes.",
        "The Sunday Times called it Black Friday.",
        "They meet on Fridays and speak in recent weeks of little else.",
        "By then nothing had moved; at the time hopes were high.",
        "Two days before the vote the deal was dead, a day earlier than planned.",
        "In the weeks after her election she was no less firm.",
        "They change their minds one or two days later, on the same day that they made them up.",
        "The man in his eighties led the second half by 20 points in the 7th century hall.",
        "The fall of the government surprised many.",
        "Version 2.10.2015.3 of the file and the number 2015.2016.2017 mean nothing.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert [found.surface for found in timex.find(text)] == []


def test_a_cancelled_plan_lies_behind() -> None:
    assert only("The palace had called off a gala planned for Friday.").relation == "latest_weekday"


def test_what_had_happened_by_a_weekday_lies_behind() -> None:
    assert only("By Thursday afternoon, the envoy had accepted.").relation == "latest_weekday"
    assert only("The envoy must answer by Thursday.").relation == "next_weekday"


def test_a_verb_of_the_sentence_before_does_not_count() -> None:
    assert only("The envoy will stay in Rome. Monday, he held a call.").relation == "latest_weekday"


def test_a_possessive_weekday_has_happened() -> None:
    assert only("They will look for ways around Wednesday's ruling.").relation == "latest_weekday"


def test_the_longest_of_overlapping_expressions_counts() -> None:
    assert [found.surface for found in timex.find("On Tuesday, May 3, 2022 and again two weeks ago")] == [
        "Tuesday, May 3, 2022",
        "two weeks ago",
    ]


PIECES = st.sampled_from(
    (
        *("on", "Monday", "May", "3", "2022", ",", "last", "week", "two", "days", "ago", "–", "March", "to", "31", "the", "of"),
        *("\n", "will", "’s", "é", "June"),
    )
)


@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_expressions_stand_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for found in timex.find(text):
        assert found.start >= end
        assert text[found.start : found.end] == found.surface
        assert found.surface.strip() == found.surface != ""
        end = found.end


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    timex.find(text)
