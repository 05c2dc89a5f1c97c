"""The same documents give the same rows."""

from pathlib import Path

import pytest
from house import copied, differences, publish, registered

from assets.codebook import Codebook
from assets.lake import Lake
from assets.resolve import assets as resolving
from assets.schemas import CORPUS_TABLES

ODD = """an [x] 'odd' "home" a=1/{b}*"""


def test_batch_size_order_and_the_name_of_a_home_leave_no_trace(published_home: Path, corpus: Path, tmp_path: Path) -> None:
    files, home = sorted(corpus.iterdir(), reverse=True), tmp_path / ODD
    registered(files[:9], home=home, batch_size=4)
    assert publish(home, files[9:], batch_size=7)
    assert len(Lake(home).promoted_batches()) > 4
    assert differences(published_home, home) == {}


def test_making_everything_again_changes_no_row(published_home: Path, corpus: Path, tmp_path: Path) -> None:
    again = copied(published_home, tmp_path / "again")
    (before,) = (again / "releases").iterdir()
    assert publish(again, [corpus], rebuild="all")
    assert len(list((again / "releases").iterdir())) == 2, f"no release followed {before.name}"
    assert differences(published_home, again) == {}


def test_a_large_corpus_is_resolved_in_a_process_of_its_own_to_the_same_rows(
    published_home: Path, codebook: Codebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lake = Lake(copied(published_home, tmp_path / "again"))
    before = {table: lake.read_resolved(table) for table in CORPUS_TABLES}
    for path in lake.resolved.glob("*.parquet"):
        path.unlink()
    monkeypatch.setattr(resolving, "MENTIONS_HERE", 0)
    monkeypatch.setattr(resolving, "corpus", lambda *_: pytest.fail("it was resolved in this process"))
    told = {result.asset_key.path[-1]: result.metadata["dagster/row_count"] for result in resolving.resolve(lake, codebook)}
    assert told == {table.name: frame.height for table, frame in before.items()}
    assert all(lake.read_resolved(table).equals(frame) for table, frame in before.items())
