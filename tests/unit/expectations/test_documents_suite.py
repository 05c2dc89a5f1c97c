"""What is expected of documents: each expectation passes a good document and fails on the fault it is there for."""

from datetime import UTC, date, datetime

import pytest

from assets import schemas
from expectations.runner import Validator
from expectations.suites import SUITES

(SUITE,) = [suite for suite in SUITES if suite.table is schemas.DOCUMENTS]
DAY = date(2024, 6, 3)
GOOD = {
    "document_id": "good", "title": "A thaw", "body": "A thaw\n\nThe envoys of Norland and Sudmark met, and “all went well”.",
    "genre": "news", "text_origin": "verbatim", "text_origin_score": 0.0, "boilerplate_share": 0.1, "language": "en",
    "repairs": "mojibake:2; wrapped_lines:11", "published_on": DAY, "published_from": DAY, "published_to": DAY, "date_precision": "day",
    "date_basis": "metadata", "ingested_at": datetime(2024, 6, 4, tzinfo=UTC),
}  # fmt: skip
UNDATED = {"published_on": None, "published_from": None, "published_to": None, "date_precision": "unknown", "date_basis": "unknown"}
NEXT_YEAR = date(2025, 6, 3)


def failed(*rows: dict) -> dict[str, tuple[int, ...]]:
    outcomes = Validator().outcomes(SUITE, schemas.DOCUMENTS.frame(list(rows)), lambda table: table.frame())
    return {outcome.expect.check: outcome.broken_rows for outcome in outcomes if not outcome.passed}


def test_good_documents_fail_nothing() -> None:
    bounded = {**UNDATED, "document_id": "bounded", "published_from": date(2024, 1, 1), "repairs": None, "title": None}
    assert failed(GOOD, {**GOOD, **bounded}) == {}


FAULTS: list[tuple[dict, str]] = [
    ({"body": ""}, "body_is_there"),
    ({"genre": "poem"}, "genre_in_vocabulary"),
    ({"text_origin": "guess"}, "text_origin_in_vocabulary"),
    ({"date_precision": "hour"}, "date_precision_in_vocabulary"),
    ({"date_basis": "clock"}, "date_basis_in_vocabulary"),
    ({"boilerplate_share": 1.5}, "boilerplate_share_is_a_share"),
    ({"text_origin_score": -0.1}, "text_origin_score_is_a_share"),
    ({"published_from": NEXT_YEAR}, "publication_interval_is_ordered"),
    (
        {"published_on": date(1700, 1, 1), "published_from": date(1700, 1, 1), "published_to": date(1700, 1, 1)},
        "publication_day_in_bounds",
    ),
    ({"published_to": NEXT_YEAR}, "date_fits_bounds"),
    ({"date_precision": "month"}, "date_fits_precision"),
    ({"published_on": None}, "date_fits_precision"),
    ({**UNDATED, "date_basis": "inferred"}, "date_fits_basis"),
    ({"date_basis": "unknown"}, "date_fits_basis"),
    ({"title": "A frost"}, "title_opens_body"),
    ({"repairs": "mojibake:0"}, "repairs_are_named"),
    ({"repairs": "polished:3"}, "repairs_are_named"),
    ({"repairs": "mojibake:1;glued_paragraphs:1"}, "repairs_are_named"),
]


@pytest.fixture(scope="module")
def judged() -> dict[str, tuple[int, ...]]:
    """A good document and the faulty ones, each once, judged together: a row's judgement does not depend on the others."""
    return failed(GOOD, *({**GOOD, "document_id": f"faulty-{number}", **fault} for number, (fault, _) in enumerate(FAULTS)))


@pytest.mark.parametrize(("row", "check"), [(row, check) for row, (_, check) in enumerate(FAULTS, start=1)])
def test_a_faulty_document_is_refused_by_its_row(judged: dict[str, tuple[int, ...]], row: int, check: str) -> None:
    assert row in judged[check]
    (expect,) = [expect for expect in SUITE.expectations if expect.check == check]
    assert expect.scope == "row"


def test_a_good_document_among_faulty_ones_is_not_refused(judged: dict[str, tuple[int, ...]]) -> None:
    assert [check for check, broken in judged.items() if 0 in broken] == []


@pytest.mark.parametrize(
    ("fault", "check"),
    [
        ({"published_on": NEXT_YEAR, "published_from": NEXT_YEAR, "published_to": NEXT_YEAR}, "date_is_past"),
        ({"body": "A thaw\n\nâ€œAll went wellâ€ he said."}, "no_mojibake_is_left"),
        ({"body": "A thaw\n\nThe cafÃ© is closed."}, "no_mojibake_is_left"),
        ({"body": "A thaw\n\nÐ¿ÑÐ¸Ð²Ðµ"}, "no_mojibake_is_left"),
        ({"body": "A thaw\n\nA âDetenteâ, and itâs here."}, "no_mojibake_is_left"),
        ({"body": "A thaw\n\nAll went well.\n\nSign up for our daily newsletter"}, "no_boilerplate_is_left"),
        ({"body": "A thaw\n\n© 2024 Lakeside Herald"}, "no_boilerplate_is_left"),
        ({"body": 'A thaw\n\n{"type":"ad"}'}, "no_boilerplate_is_left"),
        ({"body": "A thaw\n\n\ufffd\ufffd\ufffd went well"}, "text_is_readable"),
        ({"language": None}, "language_mostly_known"),
        (UNDATED, "published_on_mostly_known"),
        ({"boilerplate_share": 0.95}, "boilerplate_share_outliers"),
        ({"boilerplate_share": 0.6}, "boilerplate_is_not_everything"),
    ],
)
def test_a_faulty_batch_is_warned_of_and_loses_no_document(fault: dict, check: str) -> None:
    assert check in failed({**GOOD, **fault})
    (expect,) = [expect for expect in SUITE.expectations if expect.check == check]
    assert (expect.scope, expect.severity) == ("table", "warning")


def test_keys_and_volume() -> None:
    assert "key_is_unique" in failed(GOOD, GOOD)
    assert "volume" in failed()


def test_every_expectation_of_the_suite_is_shown_to_fail() -> None:
    tests = (test_a_faulty_document_is_refused_by_its_row, test_a_faulty_batch_is_warned_of_and_loses_no_document)
    shown = {check for test in tests for mark in test.pytestmark for *_, check in mark.args[1]}
    assert shown | {"key_is_unique", "key_is_known", "volume"} == {expect.check for expect in SUITE.expectations}
