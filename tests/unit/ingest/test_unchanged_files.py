"""A file that nobody has touched since its document was taken in is not read again; any other is."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from assets.ingest import readers
from assets.ingest.registration import new_items
from assets.ingest.sources import Document
from assets.ingest.unchanged import SETTLED, Unchanged

LATER = datetime.now(UTC) + timedelta(days=1)  # than all that the tests write


class Desk:
    """A folder, and the memory of what was read of it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.documents, self.memory = folder / "documents", folder / "read.parquet"
        self.documents.mkdir()
        self.known: set[str] = set()
        self.read: list[str] = []
        whole = readers.read_file

        def read_file(path: Path, *more: Any) -> Iterator[Document]:
            self.read.append(path.name)
            return whole(path, *more)

        monkeypatch.setattr(readers, "read_file", read_file)

    def write(self, name: str, text: str) -> None:
        (self.documents / name).write_text(text)

    def look(self, now: datetime = LATER, read_by: str = "today") -> tuple[list[str], list[str]]:
        """Names of the files read, and of the new documents."""
        self.read.clear()
        unchanged = Unchanged(self.memory, read_by, now, self.known)
        items = new_items([self.documents], self.known, now, unchanged=unchanged)
        unchanged.keep()
        self.known |= set(items["document_id"])
        return list(self.read), items["file_name"].to_list()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk(tmp_path, monkeypatch)
    desk.write("a.txt", "They met in Oslo.")
    desk.write("b.txt", "They met in Bern.")
    assert desk.look() == (["a.txt", "b.txt"], ["a.txt", "b.txt"])
    return desk


def test_what_nobody_has_touched_is_not_read_again(desk: Desk) -> None:
    assert desk.look() == ([], [])
    desk.write("c.txt", "They met in Rome.")
    assert desk.look() == (["c.txt"], ["c.txt"])


def test_as_many_bytes_of_the_same_time_are_read_all_the_same(desk: Desk) -> None:
    before = (desk.documents / "a.txt").stat()
    desk.write("a.txt", "They met in Rome.")
    os.utime(desk.documents / "a.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert desk.look() == (["a.txt"], ["a.txt"])


def test_a_file_put_in_the_place_of_another_is_read(desk: Desk) -> None:
    before = (desk.documents / "a.txt").stat()
    desk.write("new", "They met in Rome.")
    os.utime(desk.documents / "new", ns=(before.st_atime_ns, before.st_mtime_ns))
    os.replace(desk.documents / "new", desk.documents / "a.txt")
    assert desk.look() == (["a.txt"], ["a.txt"])


def test_what_was_changed_a_moment_before_is_read_once_more(desk: Desk) -> None:
    desk.write("c.txt", "They met in Rome.")
    changed = datetime.fromtimestamp((desk.documents / "c.txt").stat().st_ctime, UTC)
    assert desk.look(changed + SETTLED - timedelta(seconds=1))[1] == ["c.txt"]
    assert "c.txt" in desk.look()[0]
    assert desk.look() == ([], [])


def test_a_document_that_is_not_known_any_more_is_read(desk: Desk) -> None:
    desk.known.clear()
    assert desk.look() == (["a.txt", "b.txt"], ["a.txt", "b.txt"])


def test_other_code_reads_everything_again(desk: Desk) -> None:
    assert desk.look(read_by="tomorrow") == (["a.txt", "b.txt"], [])
    assert desk.look(read_by="tomorrow") == ([], [])


def test_files_of_several_documents_and_refused_ones_are_read_every_time(desk: Desk) -> None:
    desk.write("many.jsonl", '{"text": "They met in Rome."}\n{"text": "They met in Lima."}\n')
    desk.write("nothing.txt", "")
    assert desk.look()[0] == ["many.jsonl", "nothing.txt"]
    assert desk.look()[0] == ["many.jsonl", "nothing.txt"]


def test_a_file_is_read_again_once_a_sidecar_tells_its_encoding_or_its_columns(desk: Desk) -> None:
    desk.write("a.txt.meta.yml", "charset: windows-1252")
    desk.write("b.txt.meta.yml", "columns: {text: artikel}")
    assert {"a.txt", "b.txt"} <= set(desk.look()[0])


def test_a_sidecar_that_went_wrong_is_told_of(desk: Desk) -> None:
    desk.write("a.txt.meta.yml", "published: [")
    assert desk.look()[1] == ["a.txt"]
