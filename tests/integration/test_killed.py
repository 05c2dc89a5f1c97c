"""Killed anywhere, the house leaves a whole file served and completes at the next run."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from house import copied, differences, publish

from assets.publish import releases

SIGKILLED = -9
# The stage boundaries, in the order of the street; then inside publish.
PLACES = (
    "write:raw_documents", "write:documents", "write:positions", "promote", "promote:rename", "write:stories", "build", "building", "built",
    "copy", "manifest", "swap", "archive", "link_parquet",
)  # fmt: skip


class Runs:
    """Runs on a home, each a process of its own (see `killed`)."""

    def __init__(self, home: Path, documents: list[Path], log: Path) -> None:
        self._arguments, self._log = [str(path) for path in (home, *documents)], log
        command = [sys.executable, str(Path(__file__).with_name("killed.py")), str(self._log)]
        self.starter = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, place: str) -> int:
        assert self.starter.stdin
        assert self.starter.stdout
        print(json.dumps([place, *self._arguments]), file=self.starter.stdin, flush=True)
        return int(self.starter.stdout.readline())

    def said(self) -> str:
        """What the last run wrote."""
        return self._log.read_text()[-2000:]


@pytest.fixture
def documents(memos: Path) -> list[Path]:
    return [memos / "first.txt", memos / "second.txt"]


@pytest.fixture
def home(memos: Path, tmp_path: Path) -> Path:
    """A home that published the first of the documents."""
    return copied(memos / "home", tmp_path / "home")


@pytest.fixture
def new(documents: list[Path], tmp_path: Path) -> Path:
    """What a home with both should hold."""
    assert publish(tmp_path / "new", documents)
    return tmp_path / "new"


@pytest.fixture
def runs(home: Path, documents: list[Path], tmp_path: Path) -> Iterator[Runs]:
    runs = Runs(home, documents, tmp_path / "run.log")
    with runs.starter:  # without more to read it ends
        yield runs


def test_killed_at_every_boundary_in_turn_the_served_file_is_old_or_new_and_whole(home: Path, new: Path, runs: Runs) -> None:
    old = releases.served_release_id(home)
    for place in PLACES:
        assert runs.run(place) == SIGKILLED, f"{place}: {runs.said()}"
        with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as served:
            counted = served.execute("select count(*) from documents").fetchone()
        is_new = releases.served_release_id(home) != old
        assert counted == ((2,) if is_new else (1,)), place
        assert is_new == (place in ("archive", "link_parquet")), place  # killed after the swap
        assert {log.name for log in home.rglob("*.wal")} <= {"build.duckdb.wal"}  # of a build: no one reads it, the next removes it
    assert runs.run("nowhere") == 0, runs.said()
    assert differences(new, home) == {}
    assert (home / "parquet").resolve().parent.name == releases.served_release_id(home)
    assert not list(home.glob(".*.tmp"))
    assert not list((home / "releases").glob(".*.tmp"))
