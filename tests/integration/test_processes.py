"""Runs in processes of their own: killed anywhere, the house leaves a whole file served and completes at the next run; several
that make batches at once, as a backfill has them made, make the rows of a serial run.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from house import copied, differences, lake_differences, publish, registered

from assets.lake import Lake
from assets.publish import releases

SIGKILLED = -9
# The stage boundaries, in the order of the street; then inside publish.
PLACES = (
    "write:raw_documents", "write:documents", "write:positions", "promote", "promote:rename", "write:stories", "build", "building", "built",
    "copy", "manifest", "swap", "archive", "link_parquet",
)  # fmt: skip


class Processes:
    """Calls, each in a process of its own (see `processes`)."""

    def __init__(self, log: Path) -> None:
        self._log = log
        command = [sys.executable, str(Path(__file__).with_name("processes.py")), str(log)]
        self.starter = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ended(self, *calls: tuple[str, ...]) -> list[int]:
        """How calls that were made at once ended."""
        assert self.starter.stdin
        assert self.starter.stdout
        print(json.dumps(calls), file=self.starter.stdin, flush=True)
        return list(json.loads(self.starter.stdout.readline()))

    def said(self) -> str:
        """What the last ones wrote."""
        return self._log.read_text()[-2000:]


@pytest.fixture(scope="module")
def processes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Processes]:
    processes = Processes(tmp_path_factory.mktemp("processes") / "runs.log")
    with processes.starter:  # without more to read it ends
        yield processes


def test_killed_at_every_boundary_in_turn_the_served_file_is_old_or_new_and_whole(
    memos: Path, processes: Processes, tmp_path: Path
) -> None:
    home, new, documents = copied(memos / "home", tmp_path / "home"), tmp_path / "new", [memos / "first.txt", memos / "second.txt"]
    assert publish(new, documents)
    old = releases.served_release_id(home)
    for place in PLACES:
        assert processes.ended(("run", place, *map(str, (home, *documents)))) == [SIGKILLED], f"{place}: {processes.said()}"
        with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as served:
            counted = served.execute("select count(*) from documents").fetchone()
        is_new = releases.served_release_id(home) != old
        assert counted == ((2,) if is_new else (1,)), place
        assert is_new == (place in ("archive", "link_parquet")), place  # killed after the swap
        assert {log.name for log in home.rglob("*.wal")} <= {"build.duckdb.wal"}  # of a build: no one reads it, the next removes it
    assert processes.ended(("run", "nowhere", *map(str, (home, *documents)))) == [0], processes.said()
    assert differences(new, home) == {}
    assert (home / "parquet").resolve().parent.name == releases.served_release_id(home)
    assert not list(home.glob(".*.tmp"))
    assert not list((home / "releases").glob(".*.tmp"))


def test_processes_that_make_batches_of_one_home_at_once_make_the_rows_of_one(
    published_home: Path, corpus: Path, processes: Processes, tmp_path: Path
) -> None:
    batches = registered([corpus], home=tmp_path, batch_size=15)
    assert len(batches) > 1
    assert set(processes.ended(*(("batch", str(tmp_path), batch) for batch in batches))) == {0}, processes.said()
    assert Lake(tmp_path).promoted_batches() == Lake(tmp_path).registered()
    assert lake_differences(published_home, tmp_path) == []
