"""The year of a day that stands without one: each kind of evidence takes years away; a date is inferred when one is left."""

from datetime import UTC, date, datetime
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets import timex
from assets.codebook import Codebook
from assets.codebook.files import FILES
from assets.enrich.sentences import sentences
from assets.enrich.times import time_expressions
from assets.resolve.dates import bound_times, document_dates
from assets.schemas import ACTOR_MENTIONS, DOCUMENT_DATES, DOCUMENTS, STORIES, TIME_EXPRESSIONS


def _empty(name: str) -> pl.DataFrame:
    return pl.DataFrame(schema={key: pl.List(column.dtype) if column.many else column.dtype for key, column in FILES[name].columns.items()})


NOBODY = Codebook("test", {name: _empty(name) for name in ("countries", "actors", "aliases", "roles", "role_titles")})


def settle(**columns: Any) -> dict[str, Any]:
    row = {"document_id": "a", "body": "", "date_precision": "unknown", "date_basis": "unknown", "date_evidence": "April 3"} | columns
    stories = STORIES.frame([{"document_id": "a", "story_id": "a"}])
    return document_dates(DOCUMENTS.frame([row]), stories, ACTOR_MENTIONS.frame(), NOBODY).row(0, named=True)


def taken_in(day: date) -> dict[str, Any]:
    return {"ingested_at": datetime(day.year, day.month, day.day, 12, tzinfo=UTC)}


APRIL_3 = {"publication_month": 4, "publication_day": 3}


def test_the_one_year_between_what_it_mentions_and_when_it_was_taken_in_is_the_year() -> None:
    found = settle(**APRIL_3, **taken_in(date(2025, 11, 21)), latest_year=2025)
    assert (found["published_on"], found["date_basis"]) == (date(2025, 4, 3), "inferred")
    assert "it mentions 2025" in found["date_evidence"]
    assert "taken in on 2025-11-21" in found["date_evidence"]


def test_two_years_left_are_two_years() -> None:
    found = settle(**APRIL_3, **taken_in(date(2026, 11, 21)), latest_year=2025)
    assert (found["published_on"], found["published_from"], found["published_to"]) == (None, date(2025, 4, 3), date(2026, 4, 3))
    assert (found["date_precision"], found["date_basis"]) == ("interval", "inferred")


def test_a_weekday_of_the_lead_takes_years_away_unless_it_takes_all() -> None:
    # 3 April is a Thursday in 2025, a Friday in 2026, a Saturday in 2027
    found = settle(**APRIL_3, **taken_in(date(2027, 11, 21)), latest_year=2026, lead_weekday=5)
    assert (found["published_from"], found["published_to"]) == (date(2026, 4, 3), date(2027, 4, 3))
    assert settle(**APRIL_3, **taken_in(date(2027, 11, 21)), latest_year=2026, lead_weekday=4)["published_on"] == date(2026, 4, 3)
    assert settle(**APRIL_3, **taken_in(date(2027, 11, 21)), latest_year=2026, lead_weekday=1)["published_on"] is None


def test_a_weekday_beside_the_day_must_agree() -> None:
    found = settle(**APRIL_3, **taken_in(date(2027, 11, 21)), latest_year=2020, publication_weekday=4)
    assert found["published_on"] == date(2025, 4, 3)


def test_when_it_was_taken_in_alone_tells_nothing() -> None:
    for clues in (APRIL_3, {}):
        found = settle(**clues, **taken_in(date(2025, 11, 21)))
        assert (found["published_on"], found["published_from"], found["published_to"]) == (None, None, None)


def test_when_it_was_taken_in_does_not_bound_a_document_without_a_day() -> None:
    found = settle(**taken_in(date(2025, 11, 21)), latest_year=2025)
    assert (found["published_from"], found["published_to"]) == (date(2025, 1, 1), None)


def test_a_machine_whose_clock_is_behind_takes_nothing_away() -> None:
    found = settle(**APRIL_3, **taken_in(date(1980, 1, 1)), latest_year=2025)
    assert (found["published_on"], found["published_from"], found["published_to"]) == (None, date(2025, 4, 3), None)


@given(st.dates(date(2000, 1, 1), date(2030, 12, 31)), st.integers(0, 2000), st.integers(0, 8))
def test_the_true_day_is_never_ruled_out(day: date, later: int, years: int) -> None:
    ingested = date.fromordinal(day.toordinal() + later)
    clues = {"publication_month": day.month, "publication_day": day.day, "lead_weekday": day.isoweekday()}
    found = settle(**clues, latest_year=day.year - years, **taken_in(ingested))
    assert found["published_on"] in (None, day)
    assert found["published_from"] is None or found["published_from"] <= day
    assert found["published_to"] is None or day <= found["published_to"]


BODY = "The envoys met on 3 May 2011. The next day they signed.\n\nTwo weeks later, on a Sunday, the truce was broken. It began last month."


def times(body: str, day: date | None) -> dict[str, tuple[Any, ...]]:
    documents = DOCUMENTS.frame([{"document_id": "a", "body": body}])
    found = time_expressions(documents, sentences(documents))
    dates = DOCUMENT_DATES.frame([{"document_id": "a", "published_on": day, "published_from": day, "published_to": day}])
    bound = found.join(bound_times(found.reverse(), dates), on="time_id").sort("evidence_start")
    return {row[0]: row[1:] for row in bound.select("evidence", "occurred_from", "occurred_to", "date_basis").iter_rows()}


def test_times_counted_from_each_other_are_bound_across_paragraphs() -> None:
    found = times(BODY, None)
    assert found["The next day"] == (date(2011, 5, 4), date(2011, 5, 4), "explicit")
    assert found["Two weeks later"] == (date(2011, 5, 16), date(2011, 5, 22), "explicit")
    assert found["last month"] == (None, None, "unknown")


def test_the_table_says_what_each_time_is_counted_from() -> None:
    documents = DOCUMENTS.frame([{"document_id": "a", "body": BODY}])
    found = time_expressions(documents, sentences(documents))
    ids = dict(found.select("time_id", "evidence").iter_rows())
    anchors = {evidence: ids.get(anchor) for evidence, anchor in found.select("evidence", "anchor_time_id").iter_rows()}
    assert anchors["The next day"] == "3 May 2011"
    assert anchors["last month"] is None


@pytest.mark.parametrize("drop", ["3 May 2011"])
def test_an_anchor_that_was_rejected_leaves_what_hangs_on_it_unbound(drop: str) -> None:
    documents = DOCUMENTS.frame([{"document_id": "a", "body": BODY}])
    found = time_expressions(documents, sentences(documents)).filter(pl.col("evidence") != drop)
    bound = bound_times(TIME_EXPRESSIONS.conform(found), DOCUMENT_DATES.frame([{"document_id": "a"}]))
    assert bound.filter(pl.col("date_basis") != "unknown").is_empty()


def test_binding_is_the_same_whether_by_table_or_by_hand() -> None:
    found = timex.find("They met on Monday. The next day they left.")
    by_hand = timex.bind_all(found, timex.links(found), date(2020, 5, 6), date(2020, 5, 6))
    by_table = times("They met on Monday. The next day they left.", date(2020, 5, 6))
    assert [tuple(one[:2]) for one in by_hand] == [row[:2] for row in by_table.values()]
