"""Batches: cut by size, named by day and number, taken in once."""

from datetime import UTC, datetime
from pathlib import Path

import dagster as dg
import pytest

from assets.lake import Lake
from assets.partitions import NAME
from orchestration.batches import register
from orchestration.intake import unfinished

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    documents = tmp_path / "documents"
    documents.mkdir()
    for number in range(5):
        (documents / f"{number}.txt").write_text(f"Memo number {number}, on talks about talks.")
    return documents


def test_documents_are_cut_into_batches_named_by_day_and_number(folder: Path, tmp_path: Path) -> None:
    lake = Lake(tmp_path / "home")
    with dg.DagsterInstance.ephemeral() as instance:
        assert register(lake, instance, [folder], 2, 1000, NOON) == ["2026-03-01-001", "2026-03-01-002", "2026-03-01-003"]
        assert [lake.items(batch).height for batch in lake.registered()] == [2, 2, 1]
        assert sorted(instance.get_dynamic_partitions(NAME)) == lake.registered() == unfinished(lake)


def test_a_document_is_registered_once_and_numbers_go_on(folder: Path, tmp_path: Path) -> None:
    lake = Lake(tmp_path / "home")
    with dg.DagsterInstance.ephemeral() as instance:
        register(lake, instance, [folder], 10, 1000, NOON)
        assert register(lake, instance, [folder], 10, 1000, NOON) == []
        (folder / "new.txt").write_text("A new memo, on nothing new.")
        (folder / "copy.txt").write_text("A new memo, on nothing new.")
        assert register(lake, instance, [folder], 10, 1000, NOON) == ["2026-03-01-002"]
        assert lake.items("2026-03-01-002").height == 1
