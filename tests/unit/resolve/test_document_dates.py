"""When a document was published, where it does not say so itself."""

from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.codebook import Codebook
from assets.codebook.files import FILES
from assets.resolve.dates import bound_times, document_dates
from assets.schemas import ACTOR_MENTIONS, BOUND_TIMES, DOCUMENT_DATES, DOCUMENTS, STORIES, TIME_EXPRESSIONS


def table(name: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    schema = {key: pl.List(column.dtype) if column.many else column.dtype for key, column in FILES[name].columns.items()}
    return pl.DataFrame(rows, schema=schema)


def person(actor: str, name: str) -> dict[str, Any]:
    return {"actor_id": actor, "name": name, "actor_type": "person", "country_code": "XAA"}


def term(actor: str, role: str, first: date | None, last: date | None) -> dict[str, Any]:
    return {"actor_id": actor, "role": role, "country_code": "XAA", "valid_from": first, "valid_to": last}


CODEBOOK = Codebook(
    "test",
    {
        "countries": table("countries", [{"country_code": "XAA", "alpha2": "XA", "actor_id": "arland", "name": "Arland"}]),
        "actors": table("actors", [person("orla-quist", "Orla Quist"), person("bo-hamre", "Bo Hamre"), person("ina-vold", "Ina Vold")]),
        "aliases": table("aliases", [{"alias": "Quist", "actor_id": "orla-quist", "kind": "surname"}]),
        "roles": table(
            "roles",
            [
                term("orla-quist", "president", date(2010, 3, 1), date(2014, 3, 1)),
                term("orla-quist", "president", date(2022, 3, 1), None),
                term("bo-hamre", "prime minister", date(2011, 6, 1), date(2012, 9, 30)),
                term("ina-vold", "foreign minister", None, None),
            ],
        ),
        "role_titles": table(
            "role_titles",
            [{"title": title, "role": title, "is_unique": True} for title in ("president", "prime minister", "foreign minister")],
        ),
    },
)
UNDATED = {"date_precision": "unknown", "date_basis": "unknown"}


def document(name: str, body: str = "", **columns: Any) -> dict[str, Any]:
    return {"document_id": name, "body": body, **UNDATED, **columns}


def dated(name: str, day: date) -> dict[str, Any]:
    evidence = {"date_precision": "day", "date_basis": "explicit", "date_evidence": str(day)}
    return document(name, published_on=day, published_from=day, published_to=day, **evidence)


def settle(*rows: dict[str, Any], story: str | None = None) -> dict[str, dict[str, Any]]:
    frame = DOCUMENTS.frame(list(rows))
    told = STORIES.frame([{"document_id": row["document_id"], "story_id": story or row["document_id"]} for row in rows])
    found = document_dates(frame, told, ACTOR_MENTIONS.frame(), CODEBOOK)
    return {row["document_id"]: row for row in found.to_dicts()}


def days(row: dict[str, Any]) -> tuple[date | None, date | None, date | None]:
    return row["published_on"], row["published_from"], row["published_to"]


def test_a_date_the_document_gives_is_kept() -> None:
    row = dated("a", date(2020, 5, 4))
    assert settle(row)["a"] == {name: row[name] for name in DOCUMENT_DATES.polars}


def test_a_dated_copy_of_the_story_gives_the_day() -> None:
    found = settle(document("a"), dated("b", date(2020, 5, 4)), story="b")["a"]
    assert days(found) == (date(2020, 5, 4),) * 3
    assert found["date_basis"] == "inferred"
    assert "document b" in found["date_evidence"]


def test_copies_of_several_days_bound_the_day() -> None:
    found = settle(document("a"), dated("b", date(2020, 5, 4)), dated("c", date(2020, 5, 6)), story="b")["a"]
    assert days(found) == (None, date(2020, 5, 4), date(2020, 5, 6))
    assert found["date_precision"] == "interval"


def test_a_copy_gives_a_yearless_date_its_year() -> None:
    yearless = document("a", publication_month=12, publication_day=31, date_evidence="Dec. 31")
    found = settle(yearless, dated("b", date(2020, 1, 1)), story="b")["a"]
    assert found["published_on"] == date(2019, 12, 31)
    assert found["date_evidence"].startswith("Dec. 31; year 2019")


def test_a_copy_of_another_season_gives_no_year() -> None:
    yearless = document("a", publication_month=6, publication_day=1)
    assert settle(yearless, dated("b", date(2020, 1, 1)), story="b")["a"]["published_on"] is None


def test_a_copy_older_than_what_the_document_mentions_is_no_evidence() -> None:
    found = settle(document("a", published_from=date(2021, 1, 1), latest_year=2021), dated("b", date(2020, 5, 4)), story="b")["a"]
    assert days(found) == (None, date(2021, 1, 1), None)


def test_the_one_year_left_by_terms_of_office_is_the_year() -> None:
    body = "Arland's President Orla Quist met Prime Minister Bo Hamre on Monday."
    found = settle(document("a", body, publication_month=10, publication_day=3, date_evidence="October 3"))["a"]
    assert found["published_on"] == date(2011, 10, 3)
    assert found["date_basis"] == "inferred"
    assert found["date_evidence"].startswith("October 3; year 2011")


def test_where_the_holder_is_still_in_office_the_year_stays_open() -> None:
    body = "President Orla Quist spoke. The war began in 2016."
    found = settle(document("a", body, publication_month=2, publication_day=3, latest_year=2016))["a"]
    assert days(found) == (None, date(2023, 2, 3), None)


def test_a_weekday_chooses_among_the_years() -> None:
    body = "President Orla Quist met Prime Minister Bo Hamre."
    found = settle(document("a", body, publication_month=7, publication_day=2, publication_weekday=1))["a"]
    assert found["published_on"] == date(2012, 7, 2)


def test_an_undated_document_is_bounded_by_terms() -> None:
    found = settle(document("a", "It was Prime Minister Bo Hamre who signed."))["a"]
    assert days(found) == (None, date(2011, 6, 1), date(2012, 9, 30))
    assert found["date_precision"] == "interval"
    assert found["date_basis"] == "inferred"


def test_an_undated_document_is_not_older_than_what_it_mentions() -> None:
    assert days(settle(document("a", "It began in 2016.", latest_year=2016))["a"]) == (None, date(2016, 1, 1), None)


@pytest.mark.parametrize(
    "body",
    [
        "Former President Orla Quist spoke.",
        "The then-President Orla Quist spoke.",
        "Vice President Orla Quist spoke.",
        "Orla Quist spoke.",
        "In 2011, President Orla Quist spoke.",
        "President-elect Orla Quist spoke.",
        "Foreign Minister Ina Vold spoke.",
        "President Orlando Quistgaard spoke.",
    ],
)
def test_who_is_not_in_office_then_dates_nothing(body: str) -> None:
    found = settle(document("a", body))["a"]
    assert days(found) == (None, None, None)
    assert (found["date_precision"], found["date_basis"]) == ("unknown", "unknown")


def test_terms_that_contradict_each_other_count_only_by_their_beginnings() -> None:
    body = "It began in 2020. President Orla Quist honoured Prime Minister Bo Hamre."
    assert days(settle(document("a", body, latest_year=2020))["a"]) == (None, date(2022, 3, 1), None)
    found = settle(document("a", "Prime Minister Bo Hamre is remembered.", latest_year=2020))["a"]
    assert days(found) == (None, date(2020, 1, 1), None)


def test_a_known_month_is_not_made_less_precise() -> None:
    month = document("a", published_from=date(2020, 5, 1), published_to=date(2020, 5, 31), date_evidence="May 2020")
    month |= {"date_precision": "month", "date_basis": "explicit"}
    assert settle(month)["a"] == {name: month.get(name) for name in DOCUMENT_DATES.polars}


def test_times_are_bound_by_the_settled_dates() -> None:
    times = TIME_EXPRESSIONS.frame(
        [
            {"time_id": "t1", "document_id": "a", "relation": "latest_weekday", "precision": "day", "amount": 0, "weekday": 1},
            {"time_id": "t2", "document_id": "x", "relation": "latest_weekday", "precision": "day", "amount": 0, "weekday": 1},
            {"time_id": "t3", "document_id": "x", "relation": "absolute", "precision": "day",
             "value_from": date(2001, 2, 3), "value_to": date(2001, 2, 3)},
        ]
    )  # fmt: skip
    day = date(2020, 5, 6)
    dates = DOCUMENT_DATES.frame(
        [{"document_id": "a", "published_on": day, "published_from": day, "published_to": day}, {"document_id": "x"}]
    )
    assert bound_times(times, dates).select("occurred_from", "date_precision", "date_basis").rows() == [
        (date(2020, 5, 4), "day", "inferred"),
        (None, "unknown", "unknown"),
        (date(2001, 2, 3), "day", "explicit"),
    ]


def test_no_times_make_an_empty_table() -> None:
    assert bound_times(TIME_EXPRESSIONS.frame(), DOCUMENT_DATES.frame()).equals(BOUND_TIMES.frame())


CORPUS = [
    document("a"),
    dated("b", date(2020, 5, 4)),
    dated("c", date(2020, 5, 6)),
    document("d", "President Orla Quist spoke to Prime Minister Bo Hamre.", publication_month=10, publication_day=3),
    document("e", "President Quist spoke."),
    document("f", publication_month=5, publication_day=5),
]
TOLD = [{"document_id": name, "story_id": story} for name, story in zip("abcdef", "bbbdeb", strict=True)]


@settings(max_examples=25, deadline=None)
@given(st.permutations(CORPUS), st.permutations(TOLD))
def test_the_order_of_rows_does_not_matter(rows: list[dict[str, Any]], told: list[dict[str, Any]]) -> None:
    expected = document_dates(DOCUMENTS.frame(CORPUS), STORIES.frame(TOLD), ACTOR_MENTIONS.frame(), CODEBOOK)
    assert document_dates(DOCUMENTS.frame(rows), STORIES.frame(told), ACTOR_MENTIONS.frame(), CODEBOOK).equals(expected)
