"""The expectations: each can fail, each says which rows it refuses."""

import polars as pl
import pytest

from assets import schemas
from expectations.runner import Validator, refused_rows
from expectations.suites import SUITES, Suite

BY_TABLE = {suite.table.name: suite for suite in SUITES}
BODY = "Ms. Vale said: “We agree.” The end."
DOCUMENT = {
    "document_id": "d", "body": BODY, "genre": "news", "text_origin": "verbatim", "date_precision": "day", "date_basis": "explicit",
    "boilerplate_share": 0.1, "text_origin_score": 0.0,
}  # fmt: skip
MENTION = {
    "mention_id": "m", "document_id": "d", "evidence": "Vale", "evidence_start": 4, "evidence_end": 8, "resolution": "exact",
    "confidence": 0.9,
}  # fmt: skip
POSITION = {
    "position_id": "p", "document_id": "d", "evidence": BODY[:26], "evidence_start": 0, "evidence_end": 26, "statement": "We agree.",
    "statement_start": 16, "statement_end": 25, "quote": "We agree.", "stance": "supports", "speech_act": "states", "attribution": "direct",
    "speaker_mention_id": "m", "holder_mention_id": "m", "confidence": 0.9,
}  # fmt: skip


def _failed(suite: Suite, frame: pl.DataFrame, documents: list[dict] | None = None) -> dict[str, tuple[int, ...]]:
    tables = {
        "documents": schemas.DOCUMENTS.frame([DOCUMENT] if documents is None else documents),
        "actor_mentions": schemas.ACTOR_MENTIONS.frame([MENTION]),
    }
    outcomes = Validator().outcomes(suite, frame, lambda table: tables.get(table.name, table.frame()))
    return {outcome.expect.check: outcome.broken_rows for outcome in outcomes if not outcome.passed}


@pytest.mark.parametrize(
    ("change", "check"),
    [
        ({"evidence_start": 5}, "evidence_stands_in_body"),
        ({"evidence_end": 900}, "evidence_stands_in_body"),
        ({"evidence_start": -4}, "evidence_stands_in_body"),
        ({"document_id": "nowhere"}, "evidence_stands_in_body"),
        ({"resolution": "guess"}, "resolution_in_vocabulary"),
        ({"confidence": 1.5}, "confidence_is_a_share"),
    ],
)
def test_a_wrong_mention_is_refused_by_its_row(change: dict, check: str) -> None:
    frame = schemas.ACTOR_MENTIONS.frame([MENTION, {**MENTION, "mention_id": "wrong", **change}])
    assert _failed(BY_TABLE["actor_mentions"], frame) == {check: (1,)}


def test_a_key_that_stands_twice_is_critical() -> None:
    frame = schemas.ACTOR_MENTIONS.frame([MENTION, MENTION])
    assert "key_is_unique" in _failed(BY_TABLE["actor_mentions"], frame)
    (expect,) = [e for e in BY_TABLE["actor_mentions"].expectations if e.check == "key_is_unique"]
    assert (expect.severity, expect.scope) == ("critical", "table")


@pytest.mark.parametrize(
    ("change", "check"),
    [
        ({"statement_start": 15}, "statement_stands_in_body"),
        ({"quote": "We disagree."}, "quote_is_verbatim"),
        ({"stance": "loves"}, "stance_in_vocabulary"),
        ({"holder_mention_id": "nobody"}, "holder_mention_exists"),
    ],
)
def test_a_wrong_position_is_refused(change: dict, check: str) -> None:
    frame = schemas.POSITIONS.frame([POSITION, {**POSITION, "position_id": "wrong", **change}])
    failed = _failed(BY_TABLE["positions"], frame)
    failed.pop("issue_id_mostly_known")
    assert failed == {check: (1,)}


def test_a_machine_paraphrased_text_gives_no_quotation() -> None:
    documents = [{**DOCUMENT, "text_origin": "machine_paraphrased"}]
    assert "quote_is_verbatim" in _failed(BY_TABLE["positions"], schemas.POSITIONS.frame([POSITION]), documents)


def test_a_refused_row_is_kept_with_its_reason_and_content() -> None:
    suite, frame = BY_TABLE["actor_mentions"], schemas.ACTOR_MENTIONS.frame([{**MENTION, "evidence_start": 5}])
    outcomes = Validator().outcomes(suite, frame, lambda table: schemas.DOCUMENTS.frame([DOCUMENT]))
    (row,) = refused_rows(suite, frame, outcomes, "b").iter_rows(named=True)
    assert (row["table_name"], row["row_key"], row["expectation"]) == ("actor_mentions", "m", "evidence_stands_in_body")
    assert "to the letter" in row["reason"]
    assert '"evidence_start": 5' in row["row"]


def test_every_table_has_a_suite_that_can_block() -> None:
    assert set(BY_TABLE) == {table.name for table in schemas.BATCH_TABLES}
    assert all(suite.is_blocking for suite in SUITES)
