"""Releases: kept, served whole, rolled back, pruned."""

import json
import os
import time
from pathlib import Path

import duckdb
import pytest

from assets.publish import releases
from assets.publish.audit import audit
from assets.publish.copying import Mart, copy_marts
from assets.publish.releases import Manifest, ReleaseError

MARTS = {
    "release": Mart("One row.", {"release_id": "Which release this is."}),
    "documents": Mart("One row a document, it's said.", {"document_id": "Its key.", "body": "The text."}),
}
CHECKS = {"checks_passed": 3, "checks_warned": 1}


def _build(path: Path, release_id: str, documents: int) -> Path:
    with duckdb.connect(str(path)) as build:
        build.execute("create table documents (document_id varchar, body varchar)")
        build.executemany("insert into documents values (?, ?)", [(f"d{number}", "A body.") for number in reversed(range(documents))])
        build.execute(f"create table release as select '{release_id}' as release_id, 0 as checks_passed, 0 as checks_warned")
        build.execute("create view not_published as select 1 as one")
    return path


def _published(home: Path, release_id: str, documents: int) -> None:
    folder = releases.releases_folder(home) / release_id
    folder.mkdir(parents=True)
    counts = copy_marts(_build(folder / "build.duckdb", release_id, documents), folder, MARTS, "v1.0.0", CHECKS)
    (folder / "build.duckdb").unlink()
    releases.write_manifest(folder, Manifest(release_id, f"2026-01-0{documents}", "f", "1", "c", "v", counts, 3, 1))
    releases.serve(home, release_id)


def test_the_copy_holds_tables_only_sorted_and_described(tmp_path: Path) -> None:
    _published(tmp_path, "one", 3)
    with duckdb.connect(str(tmp_path / "warehouse.duckdb"), read_only=True) as served:
        assert served.execute("select document_id from documents").fetchall() == [("d0",), ("d1",), ("d2",)]
        assert served.execute("select comment from duckdb_tables() where table_name = 'documents'").fetchall() == [
            ("One row a document, it's said.",)
        ]
        assert served.execute("select comment from duckdb_columns() where column_name = 'body'").fetchall() == [("The text.",)]
        assert served.execute("select checks_passed, checks_warned from release").fetchall() == [(3, 1)]
        assert served.execute("select count(*) from duckdb_views() where not internal").fetchall() == [(0,)]
    assert not list(tmp_path.glob("*.wal"))


def test_the_served_file_says_which_release_it_is(tmp_path: Path) -> None:
    assert releases.served_release_id(tmp_path) is None
    _published(tmp_path, "one", 1)
    _published(tmp_path, "two", 2)
    assert releases.served_release_id(tmp_path) == "two"
    assert [manifest.release_id for manifest in releases.kept(tmp_path)] == ["one", "two"]
    assert (tmp_path / "parquet" / "documents.parquet").exists()


def test_rolling_back_serves_the_old_release_and_its_parquet(tmp_path: Path) -> None:
    _published(tmp_path, "one", 1)
    _published(tmp_path, "two", 2)
    releases.serve(tmp_path, "one")
    assert releases.served_release_id(tmp_path) == "one"
    assert duckdb.sql(f"select count(*) from '{tmp_path / 'parquet' / 'documents.parquet'}'").fetchall() == [(1,)]
    with pytest.raises(ReleaseError, match="kept are: one, two"):
        releases.serve(tmp_path, "three")


def test_the_oldest_go_and_the_served_one_never(tmp_path: Path) -> None:
    for number, name in enumerate(("one", "three", "two"), start=1):
        _published(tmp_path, name, number)
    releases.serve(tmp_path, "one")
    assert releases.prune(tmp_path, keep=1) == ["three"]
    assert {manifest.release_id for manifest in releases.kept(tmp_path)} == {"one", "two"}


def test_a_reader_that_writes_to_the_served_file_does_not_reach_the_archive(tmp_path: Path) -> None:
    _published(tmp_path, "one", 1)
    with duckdb.connect(str(tmp_path / "warehouse.duckdb")) as careless:
        careless.execute("delete from documents")
    releases.serve(tmp_path, "one")
    with duckdb.connect(str(tmp_path / "warehouse.duckdb"), read_only=True) as served:
        assert served.execute("select count(*) from documents").fetchall() == [(1,)]


def test_what_such_a_reader_left_unfinished_is_not_replayed_on_the_next_release(tmp_path: Path) -> None:
    _published(tmp_path, "one", 1)
    for log in (tmp_path / "warehouse.duckdb.wal", tmp_path / "served" / "one.duckdb.wal"):
        log.write_text("changes of a file that is gone")
    releases.serve(tmp_path, "one")
    with duckdb.connect(str(tmp_path / "warehouse.duckdb"), read_only=True) as served:
        assert served.execute("select release_id from release").fetchall() == [("one",)]


def test_the_copy_before_stays_until_readers_on_their_way_to_it_have_arrived(tmp_path: Path) -> None:
    for number, name in enumerate(("one", "two", "three"), start=1):
        _published(tmp_path, name, number)
    assert {copy.stem for copy in (tmp_path / "served").iterdir()} == {"one", "two", "three"}
    long_ago = time.time() - 2 * releases.REPLACED_COPY_STAYS
    for copy in (tmp_path / "served").iterdir():
        os.utime(copy, (long_ago, long_ago))
    releases.serve(tmp_path, "two")
    assert {copy.stem for copy in (tmp_path / "served").iterdir()} == {"two", "three"}, "'three' was replaced only now"


def test_a_served_file_of_an_older_home_gives_way_to_the_link(tmp_path: Path) -> None:
    _published(tmp_path, "one", 1)
    (tmp_path / "warehouse.duckdb").unlink()
    (tmp_path / "warehouse.duckdb").write_text("a regular file")
    releases.serve(tmp_path, "one")
    assert releases.served_release_id(tmp_path) == "one"


def test_mending_clears_leftovers(tmp_path: Path) -> None:
    _published(tmp_path, "one", 1)
    (tmp_path / "releases" / ".two.tmp").mkdir()
    (tmp_path / "served" / "two.tmp").write_text("half a file")
    (tmp_path / "parquet").unlink()
    releases.mend(tmp_path)
    assert not list((tmp_path / "served").glob("*.tmp"))
    assert not list((tmp_path / "releases").glob(".*.tmp"))
    assert (tmp_path / "parquet").resolve().parent.name == "one"


@pytest.mark.parametrize("harm", ["cut short", "overwritten", "deleted"])
def test_a_served_file_that_came_to_harm_is_served_again(tmp_path: Path, harm: str) -> None:
    _published(tmp_path, "one", 1)
    _published(tmp_path, "two", 2)
    releases.serve(tmp_path, "one")
    copy = (tmp_path / "warehouse.duckdb").resolve()
    if harm == "deleted":
        copy.unlink()
    else:
        copy.write_bytes(copy.read_bytes()[:9_000] if harm == "cut short" else b"not a database")
    assert releases.served_release_id(tmp_path) is None
    releases.mend(tmp_path)
    assert releases.served_release_id(tmp_path) == "one", "it was rolled back, and stays so"


def test_where_the_archive_is_damaged_too_nothing_counts_as_served(tmp_path: Path) -> None:
    _published(tmp_path, "one", 1)
    for file in ((tmp_path / "warehouse.duckdb").resolve(), tmp_path / "releases" / "one" / "warehouse.duckdb"):
        file.write_bytes(b"not a database")
    releases.mend(tmp_path)
    assert releases.served_release_id(tmp_path) is None


def test_the_manifest_is_plain_json(tmp_path: Path) -> None:
    _published(tmp_path, "one", 2)
    record = json.loads((tmp_path / "releases" / "one" / "release.json").read_text())
    assert record["row_counts"] == {"release": 1, "documents": 2}


FULL = ("documents", "actors", "actor_aliases", "actor_roles", "issues", "event_types", "release", "actor_mentions", "stated_positions",
        "event_mentions", "events")  # fmt: skip


def _warehouse(path: Path, *, evidence: str = "body", empty: tuple[str, ...] = ()) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(str(path))
    connection.execute("create table documents as select 'd' as document_id, 'A body.' as body")
    for mart in FULL[1:]:
        columns = f"'d' as document_id, '{evidence}' as evidence, 2 as evidence_start, 6 as evidence_end"
        connection.execute(f"create table {mart} as select {columns}" + (" limit 0" if mart in empty else ""))
    return connection


def _failures(connection: duckdb.DuckDBPyConnection, marts: tuple[str, ...] = FULL, last: dict[str, int] | None = None) -> set[str]:
    lake = {"documents": 1, "actor_mentions": 1, "positions": 1, "event_mentions": 1}
    return {finding.check for finding in audit(connection, list(marts), lake, last or {}) if not finding.passed}


def test_a_whole_build_passes_the_audit(tmp_path: Path) -> None:
    assert _failures(_warehouse(tmp_path / "w")) == set()


def test_words_that_differ_from_the_document_fail_the_audit(tmp_path: Path) -> None:
    assert _failures(_warehouse(tmp_path / "w", evidence="bodY")) == {
        "evidence_of_stated_positions", "evidence_of_event_mentions", "evidence_of_actor_mentions",
    }  # fmt: skip


def test_words_of_a_document_that_is_not_there_fail_the_audit(tmp_path: Path) -> None:
    connection = _warehouse(tmp_path / "w")
    connection.execute("update stated_positions set document_id = 'lost'")
    assert _failures(connection) == {"evidence_of_stated_positions"}


def test_an_empty_mart_whose_input_is_not_fails_the_audit(tmp_path: Path) -> None:
    assert _failures(_warehouse(tmp_path / "w", empty=("events",))) == {"marts_are_filled"}


def test_a_missing_mart_fails_the_audit(tmp_path: Path) -> None:
    assert _failures(_warehouse(tmp_path / "w"), (*FULL, "position_shifts")) == {"marts_are_present"}


def test_a_mart_that_lost_half_of_its_rows_is_told(tmp_path: Path) -> None:
    assert _failures(_warehouse(tmp_path / "w"), last={"events": 3}) == {"counts_above_floor"}
    assert _failures(_warehouse(tmp_path / "v"), last={"events": 2}) == set()
