"""Times that are counted from another time of the text, not from the document's date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets import timex
from assets.timex.binding import UNBOUND
from assets.timex.linking import REACH

WEDNESDAY = date(2019, 10, 23)


def bounds(text: str, day: date | None = WEDNESDAY) -> dict[str, timex.Bound]:
    found = timex.find(text)
    return dict(zip((one.surface for one in found), timex.bind_all(found, timex.links(found), day, day), strict=True))


@pytest.mark.parametrize(
    ("text", "surface", "first", "last"),
    [
        ("They met on 3 May 2011. The next day they signed.", "The next day", date(2011, 5, 4), date(2011, 5, 4)),
        ("They met on 3 May 2011 and left the same day.", "the same day", date(2011, 5, 3), date(2011, 5, 3)),
        ("They met on 31 December 2011. The following morning they signed.", "The following morning", date(2012, 1, 1), date(2012, 1, 1)),
        ("They met on Monday. A day earlier the envoy had left.", "A day earlier", date(2019, 10, 20), date(2019, 10, 20)),
        ("They met on 1 March 2012, having agreed the day before.", "the day before", date(2012, 2, 29), date(2012, 2, 29)),
        ("They met on 3 May 2011. The following week they signed.", "The following week", date(2011, 5, 9), date(2011, 5, 15)),
        ("Talks began in December 2011. The next month they failed.", "The next month", date(2012, 1, 1), date(2012, 1, 31)),
        ("Talks began in June 1998 and failed later that year.", "later that year", date(1998, 1, 1), date(1998, 12, 31)),
        ("He resigned in 1985. Two years later he was back.", "Two years later", date(1987, 1, 1), date(1987, 12, 31)),
        ("He resigned in 1985; three decades earlier he had won.", "three decades earlier", date(1955, 1, 1), date(1955, 12, 31)),
        ("It rose in 2015. The previous year it had fallen.", "The previous year", date(2014, 1, 1), date(2014, 12, 31)),
        ("They met on 3 May 2011. The following Friday they signed.", "The following Friday", date(2011, 5, 6), date(2011, 5, 6)),
        ("They met on 3 May 2011. The following March they signed.", "The following March", date(2012, 3, 1), date(2012, 3, 31)),
        ("It was the day after 31 December 2011.", "the day after", date(2012, 1, 1), date(2012, 1, 1)),
        ("It is due a week from Monday.", "a week from", date(2019, 11, 4), date(2019, 11, 4)),
        ("Hearings fill the week of 6 March 2013.", "the week of", date(2013, 3, 4), date(2013, 3, 10)),
        ("Talks began in June 2011. That September they failed.", "That September", date(2011, 9, 1), date(2011, 9, 30)),
        ("Guns fell silent on 8 May 2011, five days after they had met.", "five days after", date(2011, 5, 3), date(2011, 5, 3)),
        ("Guns fell silent on 8 May 2011, two days before a vote.", "two days before", date(2011, 5, 10), date(2011, 5, 10)),
        ("It comes three years after he resigned.", "three years after", date(2016, 1, 1), date(2016, 12, 31)),
        ("They are to free all, and they have freed ten since Friday.", "Friday", date(2019, 10, 18), date(2019, 10, 18)),
        ("They met on 3 May 2011. Since then nothing has moved.", "then", date(2011, 5, 3), WEDNESDAY),
    ],
)
def test_it_is_counted_from_the_time_that_the_text_gives(text: str, surface: str, first: date, last: date) -> None:
    assert bounds(text)[surface][:2] == (first, last)


def test_since_a_day_that_is_yet_to_come_is_no_time() -> None:
    assert bounds("They are to meet on 3 May 2031. Since then nothing has moved.")["then"] == UNBOUND


def test_what_is_counted_from_a_whole_date_needs_no_date_of_the_document() -> None:
    text = "They met on 3 May 2011. The next day they signed, and two days later they left."
    found = bounds(text, None)
    assert found["The next day"] == (date(2011, 5, 4), date(2011, 5, 4), "day", "explicit")
    assert found["two days later"] == (date(2011, 5, 6), date(2011, 5, 6), "day", "explicit")


def test_what_is_counted_from_a_relative_time_waits_for_the_document() -> None:
    assert bounds("They met on Monday. The next day they signed.", None)["The next day"].basis == "unknown"
    assert bounds("They met on Monday. The next day they signed.")["The next day"].basis == "inferred"


def test_the_next_day_of_nothing_is_not_known() -> None:
    assert bounds("The next day they signed.")["The next day"].basis == "unknown"


def test_a_year_earlier_with_no_time_before_it_is_earlier_than_the_news() -> None:
    assert bounds("Exports fell from their level a year earlier.")["a year earlier"][:2] == (date(2018, 1, 1), date(2018, 12, 31))


def test_a_day_is_not_counted_from_a_year() -> None:
    found = bounds("They met on 3 May 2011, as in 1998. The next day they signed.")
    assert found["The next day"][:2] == (date(2011, 5, 4), date(2011, 5, 4))


def test_a_time_far_back_is_another_subjects() -> None:
    text = "They met on 3 May 2011." + " Words were had." * (REACH // 16 + 1) + " The next day they signed."
    assert bounds(text)["The next day"].basis == "unknown"


def test_over_the_next_year_means_the_year_from_now() -> None:
    found = bounds("It began in 1985. Over the next year prices will rise.")
    assert found["next year"][:2] == (WEDNESDAY, date(2020, 10, 23))


PIECES = st.sampled_from((
    "They met", "on Monday", "in 1985.", "on 3 May 2011", "The next day", "two weeks later", "the day before", "the week of", "Since then",
    "that month", "a year earlier", "the following Friday", ",", ".", "Christmas", "said", "a week from",
))  # fmt: skip


@given(st.lists(PIECES, max_size=20).map(" ".join), st.dates(date(1900, 1, 1), date(2100, 1, 1)) | st.none())
def test_any_chain_of_times_is_bound_in_order(text: str, day: date | None) -> None:
    found = timex.find(text)
    links = timex.links(found)
    assert all(link is None or found[index].counted_from for index, link in enumerate(links))
    for one in timex.bind_all(found, links, day, day):
        assert one.date_from is None or one.date_to is None or one.date_from <= one.date_to


def test_days_before_or_after_a_deed_are_not_known_where_nothing_beside_it_is_dated() -> None:
    assert bounds("It comes five days after they had met.")["five days after"].basis == "unknown"


def test_a_month_after_that_is_of_the_year_told_only_where_no_clause_begins() -> None:
    assert "that June" not in bounds("It was in 2011. He said that June was warm.")
