"""The embedded documents come out as those who wrote them expect: no furniture left, no sentence lost."""

import json
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from assets.clean.documents import documents
from assets.ingest.raw import raw_documents
from assets.ingest.registration import new_items

ROOT = Path(__file__).parents[3]


def expectations() -> dict[str, dict]:
    found = {}
    for name, expected in json.loads((ROOT / "tests" / "data" / "corpus_expectations.json").read_text("utf-8")).items():
        records = expected.get("records")
        found |= {f"{name}#{record['record']}": record for record in records} if records else {name: expected}
    return found


EXPECTED = expectations()


@pytest.fixture(scope="module")
def cleaned(codebook, corpus):
    items = new_items([corpus], set(), datetime(2026, 1, 1, tzinfo=UTC)).with_columns(batch_id=pl.lit("b"))
    raw, refused = raw_documents(items)
    kept, rejected = documents(raw, codebook)
    assert refused.is_empty()
    assert rejected.is_empty()
    return {row["source_uri"].rpartition("/")[2]: row for row in kept.to_dicts()}


def test_every_embedded_document_is_there(cleaned):
    assert set(EXPECTED) <= set(cleaned)


@pytest.mark.parametrize("name", EXPECTED)
def test_no_furniture_is_left_and_no_sentence_lost(cleaned, name):
    body = cleaned[name]["body"]
    assert [line for line in EXPECTED[name]["boilerplate"] if line in body] == []
    assert [sentence for sentence in EXPECTED[name]["sentences"] if sentence not in body] == []


@pytest.mark.parametrize("name", EXPECTED)
def test_headline_byline_genre_and_origin(cleaned, name):
    row, expected = cleaned[name], EXPECTED[name]
    assert row["title"] == expected["title"]
    assert row["authors"] == ("; ".join(expected["byline"]) or None)
    assert (row["genre"], row["text_origin"]) == (expected["genre"], expected["text_origin"])


@pytest.mark.parametrize("name", [name for name, expected in EXPECTED.items() if expected.get("published_basis") != "inferred"])
def test_the_day_of_publication_and_its_basis(cleaned, name):
    row, expected = cleaned[name], EXPECTED[name]
    assert (str(row["published_on"]) if row["published_on"] else None) == expected["published_on"]
    assert row["date_basis"] == expected.get("published_basis", "unknown")
