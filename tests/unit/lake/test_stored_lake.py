"""A lake on an object store: a batch is there when its record is, every home reads the same, a copy is never out of date."""

import uuid
from pathlib import Path
from threading import Thread
from typing import Any

import polars as pl
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from assets import schemas
from assets.lake import PROMOTED, Lake
from assets.lock import one_writer
from assets.stored_lake import StoredLake, StoredLakeError

BATCH = "2026-01-01-001"


@pytest.fixture
def root() -> str:
    return f"/{uuid.uuid4().hex}"  # of a file system that all tests share


def _lake(home: Path, root: str, store: Any = None) -> StoredLake:
    return StoredLake(home, store or MemoryFileSystem(), root)


def _frames(*documents: str) -> dict[str, pl.DataFrame]:
    frames = {table.name: table.frame() for table in PROMOTED}
    frames["documents"] = schemas.DOCUMENTS.frame([{"document_id": document} for document in documents])
    frames["raw_documents"] = schemas.RAW_DOCUMENTS.frame([{"document_id": document, "content": b"x"} for document in documents])
    return frames


def _items(*documents: str) -> pl.DataFrame:
    return schemas.BATCH_ITEMS.frame([{"document_id": document, "batch_id": BATCH} for document in documents])


def _documents(lake: Lake) -> list[str]:
    return lake.scan(schemas.DOCUMENTS).collect()["document_id"].to_list()


def test_what_one_home_registered_and_promoted_another_reads(tmp_path: Path, root: str) -> None:
    one, other = _lake(tmp_path / "one", root), _lake(tmp_path / "other", root)
    one.register(BATCH, _items("a", "b"))
    assert other.registered() == [BATCH]
    assert other.known_documents() == {"a", "b"}
    one.promote(BATCH, _frames("a", "b"))
    assert other.promoted_batches() == [BATCH]
    assert _documents(other) == ["a", "b"]
    assert other.read_promoted(schemas.RAW_DOCUMENTS, BATCH)["content"].to_list() == [b"x", b"x"]
    assert other.scan(schemas.RAW_DOCUMENTS).collect().height == 2


def test_what_a_batch_could_not_read_is_new_to_a_home_that_has_no_copy_of_it(tmp_path: Path, root: str) -> None:
    one, other = _lake(tmp_path / "one", root), _lake(tmp_path / "other", root)
    one.register(BATCH, _items("a", "gone"))
    unread = schemas.REJECTED.frame([{"table_name": "raw_documents", "expectation": "readable", "document_id": "gone"}])
    one.promote(BATCH, _frames("a") | {"rejected": unread})
    assert one.known_documents() == other.known_documents() == {"a"}
    assert not (other.promoted / BATCH).exists()


class Counting(MemoryFileSystem):  # type: ignore[misc]
    cachable = False
    asked = 0

    def cat(self, *arguments: Any, **more: Any) -> Any:
        Counting.asked += 1
        return super().cat(*arguments, **more)


def test_the_state_of_many_batches_is_one_question_and_tells_when_one_changes(tmp_path: Path, root: str) -> None:
    lake = _lake(tmp_path, root, Counting())
    for batch in ("a", "b", "c"):
        lake.promote(batch, _frames(batch))
    Counting.asked = 0
    before = lake.state()
    assert Counting.asked == 1
    assert lake.state() == before
    lake.promote("b", _frames("b", "c"))
    assert lake.state() != before


def test_a_batch_promoted_again_is_read_anew_and_the_same_batch_is_not(tmp_path: Path, root: str) -> None:
    one, other = _lake(tmp_path / "one", root), _lake(tmp_path / "other", root)
    one.promote(BATCH, _frames("a"))
    assert _documents(other) == ["a"]
    marks, copied = other.marks(BATCH), (other.promoted / BATCH).stat().st_ino
    one.promote(BATCH, _frames("a"))
    assert _documents(other) == ["a"]
    assert other.marks(BATCH) == marks
    assert (other.promoted / BATCH).stat().st_ino == copied
    one.promote(BATCH, _frames("a", "b"))
    assert other.marks(BATCH) != marks
    assert _documents(other) == ["a", "b"]


def test_a_home_killed_before_the_record_was_written_has_promoted_nothing(tmp_path: Path, root: str) -> None:
    class Dying(MemoryFileSystem):
        cachable = False

        def pipe_file(self, path: str, *_: Any, **__: Any) -> None:
            raise KeyboardInterrupt(path)

    one, other = _lake(tmp_path / "one", root), _lake(tmp_path / "other", root)
    one.promote(BATCH, _frames("a"))
    with pytest.raises(KeyboardInterrupt):
        _lake(tmp_path / "killed", root, Dying()).promote(BATCH, _frames("a", "b"))
    assert _documents(other) == ["a"]
    one.promote(BATCH, _frames("a", "b"))
    assert _documents(other) == ["a", "b"]


def test_a_reader_of_the_record_before_still_finds_its_files(tmp_path: Path, root: str) -> None:
    one, other = _lake(tmp_path / "one", root), _lake(tmp_path / "other", root)
    one.promote(BATCH, _frames("a"))
    before = other._records([BATCH])
    one.promote(BATCH, _frames("a", "b"))
    other._copy(before)
    assert Lake.read_promoted(other, schemas.DOCUMENTS, BATCH)["document_id"].to_list() == ["a"]
    one.promote(BATCH, _frames("c"))
    assert len(other._list("lake", BATCH)) == 2


def test_a_copy_of_what_was_replaced_twice_meanwhile_is_of_the_last(tmp_path: Path, root: str) -> None:
    one, other = _lake(tmp_path / "one", root), _lake(tmp_path / "other", root)
    one.promote(BATCH, _frames("a"))
    long_ago = other._records([BATCH])
    one.promote(BATCH, _frames("b"))
    one.promote(BATCH, _frames("c"))
    other._copy(long_ago)
    assert Lake.read_promoted(other, schemas.DOCUMENTS, BATCH)["document_id"].to_list() == ["c"]


def test_two_homes_cannot_register_a_batch_of_the_same_name(tmp_path: Path, root: str) -> None:
    one, other = _lake(tmp_path / "one", root), _lake(tmp_path / "other", root)
    one.register(BATCH, _items("a"))
    with pytest.raises(FileExistsError, match=f"run again.*{BATCH}"):
        other.register(BATCH, _items("b"))
    assert other.items(BATCH)["document_id"].to_list() == ["a"]


def test_a_home_with_a_lake_of_its_own_takes_no_other(tmp_path: Path, root: str) -> None:
    Lake(tmp_path).promote(BATCH, _frames("a"))
    with pytest.raises(StoredLakeError, match="has a lake of its own"):
        _lake(tmp_path, root)


def test_a_home_with_batches_of_another_store_takes_no_other(tmp_path: Path, root: str) -> None:
    _lake(tmp_path, root).register(BATCH, _items("a"))
    with pytest.raises(StoredLakeError, match=f"batches of {root}"):
        _lake(tmp_path, f"{root}-other")
    _lake(tmp_path, root)


def test_a_home_that_registered_batches_of_its_own_takes_no_other(tmp_path: Path, root: str) -> None:
    Lake(tmp_path).register(BATCH, _items("a"))
    with pytest.raises(StoredLakeError, match="batches of its own"):
        _lake(tmp_path, root)


def test_a_batch_that_comes_in_while_a_table_is_opened_is_not_read_before_it_is_here(tmp_path: Path, root: str) -> None:
    one, other = _lake(tmp_path / "one", root), _lake(tmp_path / "other", root)
    one.promote(BATCH, _frames("a"))
    cat = other._store.cat

    def cat_and_be_late(*asked: Any, **options: Any) -> Any:
        other._store.__dict__.pop("cat", None)
        one.promote("2026-01-01-002", _frames("b"))
        return cat(*asked, **options)

    other._store.__dict__["cat"] = cat_and_be_late  # right after the batches were listed
    assert _documents(other) == ["a"]
    assert _documents(other) == ["a", "b"]


def test_what_another_home_promoted_while_the_files_went_up_is_not_cleared(tmp_path: Path, root: str) -> None:
    one, other, third = (_lake(tmp_path / name, root) for name in ("one", "other", "third"))
    one.promote(BATCH, _frames("a"))
    put = one._store.pipe_file

    def put_and_be_overtaken(path: str, content: bytes, **options: Any) -> None:
        put(path, content, **options)
        one._store.__dict__.pop("pipe_file", None)
        other.promote(BATCH, _frames("c"))

    one._store.__dict__["pipe_file"] = put_and_be_overtaken  # right after the record of "b" is written
    one.promote(BATCH, _frames("b"))
    assert _documents(third) == ["c"]


def test_a_file_that_is_not_whole_is_not_copied(tmp_path: Path, root: str) -> None:
    one, other = _lake(tmp_path / "one", root), _lake(tmp_path / "other", root)
    one.promote(BATCH, _frames("a"))
    (path,) = MemoryFileSystem().glob(f"{root}/lake/{BATCH}/*/documents.parquet")
    MemoryFileSystem().pipe_file(path, b"PAR1")
    with pytest.raises(StoredLakeError, match="not as large as its record says"):
        _documents(other)
    assert not (other.promoted / BATCH).exists()


def test_a_batch_never_promoted_has_no_rows(tmp_path: Path, root: str) -> None:
    assert _lake(tmp_path, root).read_promoted(schemas.DOCUMENTS, BATCH).is_empty()
    assert _documents(_lake(tmp_path, root)) == []


def test_a_copy_is_not_deleted_because_its_batch_was_promoted_a_moment_after_the_store_was_asked(
    tmp_path: Path, root: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lake = _lake(tmp_path / "one", root)
    lake.register(BATCH, _items("a"))
    lake.promote(BATCH, _frames("a"))
    said = iter([[], [BATCH]])
    monkeypatch.setattr(lake, "promoted_batches", lambda: next(said))
    lake.stage()
    assert (lake.promoted / BATCH / "documents.parquet").exists()


def test_a_copy_of_what_the_store_no_longer_holds_goes_when_no_run_holds_the_home(tmp_path: Path, root: str) -> None:
    lake = _lake(tmp_path / "one", root)
    lake.register(BATCH, _items("a"))
    lake.promote(BATCH, _frames("a"))
    MemoryFileSystem().rm(f"{root}/lake/{BATCH}.json")
    staging = Thread(target=lake.stage)
    with one_writer(lake.home, "making a release"):
        staging.start()
        staging.join(0.5)
        assert (lake.promoted / BATCH).exists()
    staging.join()
    assert not (lake.promoted / BATCH).exists()
