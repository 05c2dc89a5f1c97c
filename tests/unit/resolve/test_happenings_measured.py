"""The happenings found in short texts of the world's diplomacy are as right as is promised."""

import tomllib
from typing import Any
from unittest import mock

import polars as pl
import pytest
from house import loaded_once

from assets.codebook import Codebook
from assets.schemas import HAPPENINGS
from benchmarks.happenings import TEXTS, Found, Mark, Score, joined_mentions, made_up, measure, read_texts, scored

LEAST_F1 = 0.88
LEAST_HAPPENINGS, LEAST_DOCUMENTS = 200, 400


@pytest.fixture(scope="module")
def material() -> tuple[pl.DataFrame, list[Mark]]:
    return read_texts(TEXTS)


@pytest.fixture(scope="module")
def scores(material: tuple[pl.DataFrame, list[Mark]]) -> dict[str, Score]:
    with mock.patch.object(Codebook, "load", loaded_once), mock.patch("benchmarks.happenings.read_texts", return_value=material):
        return measure()


def test_the_material_is_as_large_as_is_promised(material: tuple[pl.DataFrame, list[Mark]]) -> None:
    documents, marks = material
    assert documents.height >= LEAST_DOCUMENTS
    assert len({mark.happening for mark in marks}) >= LEAST_HAPPENINGS
    assert all(documents["body"][row][mark.start : mark.end] for row, mark in _with_rows(documents, marks))


@pytest.mark.parametrize("half", ["development", "held out", "all", "harder"])
def test_reports_of_one_happening_are_joined_and_no_others(scores: dict[str, Score], half: str) -> None:
    assert scores[half].f1 >= LEAST_F1
    assert scores[half].precision >= 0.95  # two taken for one mislead more than one counted twice


def test_the_order_of_documents_leaves_no_trace(material: tuple[pl.DataFrame, list[Mark]], codebook: Codebook) -> None:
    some = material[0].head(60)
    _, expected = joined_mentions(some, codebook)
    assert joined_mentions(some.reverse(), codebook)[1] == expected


def test_the_score_counts_what_is_joined_wrongly_and_what_falls_apart() -> None:
    marks = [Mark("d", number, number + 1, name) for number, name in enumerate("aabb")]
    together = [Found(mark, str(mark.start), "e") for mark in marks]
    alone = [Found(mark, str(mark.start), str(mark.start)) for mark in marks]
    assert (scored(marks, together).precision, scored(marks, together).recall) == (0.5, 1.0)
    assert (scored(marks, alone).precision, scored(marks, alone).recall) == (1.0, 0.5)
    assert scored(marks, alone[:1]).missed == 3
    assert scored(marks, alone[:1]).missed_happenings == 1


def test_every_made_up_mention_gets_an_event() -> None:
    from assets.resolve.happenings import happenings

    tables = made_up(500)
    found = HAPPENINGS.conform(happenings(*tables))
    assert set(found["mention_id"]) == set(tables[0]["mention_id"])


def test_each_document_of_the_material_has_a_mark_and_each_group_a_subject() -> None:
    groups: list[dict[str, Any]] = tomllib.loads(TEXTS.read_text("utf-8"))["group"]
    assert [group["number"] for group in groups] == list(range(1, len(groups) + 1))
    assert all(group["about"] and all("[[" in text for _, text in group["documents"]) for group in groups)


def _with_rows(documents: pl.DataFrame, marks: list[Mark]) -> list[tuple[int, Mark]]:
    rows = {document_id: row for row, document_id in enumerate(documents["document_id"])}
    return [(rows[mark.document_id], mark) for mark in marks]
