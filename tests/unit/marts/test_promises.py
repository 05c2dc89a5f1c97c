"""The promises that dbt keeps: a build with a row that breaks one does not pass."""

from pathlib import Path
from typing import Any

import duckdb
import pytest
from tiny_home import Dbt, Frames, make_home

BODY = "The café talks — Ruritania met Freedonia. “We are done,” Ann Smith said."
DOCUMENT: dict[str, Any] = {"document_id": "d", "body": BODY, "text_origin": "verbatim", "batch_id": "one"}
ACTOR = {"actor_id": "ann-smith", "name": "Ann Smith", "actor_type": "person", "is_discovered": False}


def mention(evidence: str, start: int) -> dict[str, Any]:
    span = {"evidence": evidence, "evidence_start": start, "evidence_end": start + len(evidence)}
    return {"mention_id": f"m{start}", "document_id": "d", "surface": evidence, "resolution": "exact", "confidence": 0.9, **span}


def position(**changes: Any) -> dict[str, Any]:
    start = BODY.index("“")
    return {
        "position_id": "p", "document_id": "d", "statement": "We are done,", "quote": "We are done,", "is_verbatim": True,
        "rule": "r", "confidence": 0.9, "evidence": BODY[start:], "evidence_start": start, "evidence_end": len(BODY), **changes,
    }  # fmt: skip


def home_with(home: Path, mentions: list[dict[str, Any]], positions: list[dict[str, Any]], text_origin: str = "verbatim") -> Path:
    rows: Frames = {
        "documents": [{**DOCUMENT, "text_origin": text_origin}],
        "actor_mentions": mentions,
        "positions": positions,
        "actors": [ACTOR],
        "mention_actors": [{"mention_id": row["mention_id"], "document_id": "d", "actor_id": "ann-smith"} for row in mentions],
    }
    make_home(home, rows)
    return home


MODELS = ("+documents", "+actor_mentions", "+stated_positions", "issues", "actors")
SELECTED = ("--exclude-resource-type", "unit_test", "--indirect-selection", "cautious", "--select", *MODELS)


def broken(result: Any) -> set[str]:
    return {entry.node.name for entry in result.result.results if entry.status == "fail"}


def test_evidence_is_found_by_characters_beyond_accents_and_dashes(dbt: Dbt, tmp_path: Path) -> None:
    mentions = [mention("Ann Smith", BODY.index("Ann Smith"))]
    assert dbt("build", home_with(tmp_path, mentions, [position()]), *SELECTED).success


def test_evidence_that_does_not_stand_in_the_body_stops_the_build(dbt: Dbt, tmp_path: Path) -> None:
    mentions = [mention("Ann Smith", len(BODY[: BODY.index("Ann Smith")].encode()))]  # an offset in bytes
    assert broken(dbt("build", home_with(tmp_path, mentions, []), *SELECTED)) == {"actor_mentions_evidence"}


@pytest.mark.parametrize(
    ("changes", "text_origin"),
    [
        ({"quote": "We are finished,", "is_verbatim": False}, "verbatim"),
        ({}, "machine_paraphrased"),
        ({"quote": None}, "machine_paraphrased"),
    ],
    ids=["words that are not in the body", "a quotation from a paraphrase", "verbatim words from a paraphrase"],
)
def test_an_invented_quotation_stops_the_build(dbt: Dbt, tmp_path: Path, changes: dict[str, Any], text_origin: str) -> None:
    result = dbt("build", home_with(tmp_path, [], [position(**changes)], text_origin), *SELECTED)
    assert broken(result) == {"stated_positions_quotes"}


def test_the_paths_of_a_home_are_found_when_it_is_built_not_when_dbt_is_parsed(dbt: Dbt, tmp_path: Path) -> None:
    for name in ("first", "second"):
        home = home_with(tmp_path / name, [], [position(position_id=name)])
        dbt("run", home, "--select", "+stated_positions")
        with duckdb.connect(str(home / "build.duckdb"), read_only=True) as build:
            assert build.sql("select position_id from stated_positions").fetchall() == [(name,)]
