"""Killed anywhere, the house leaves a whole file served and completes at the next run."""

import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from house import differences, publish

from assets.publish import releases

SIGKILLED = -9
FIRST = "Pact signed in Accra\n\nGhana and Togo signed a border agreement in Accra on 3 June 2020, officials said.\n"
SECOND = "Pact signed in Lima\n\nPeru and Chile signed a border agreement in Lima on 9 June 2020, officials said.\n"
# The stage boundaries, in the order of the street; then inside publish.
PLACES = (
    "write:raw_documents", "write:documents", "write:positions", "promote", "promote:rename", "write:stories", "build", "building", "built",
    "copy", "manifest", "swap", "archive", "link_parquet",
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two documents, a home that published the first, and what a home with both should hold."""
    folder = tmp_path_factory.mktemp("killed")
    (folder / "first.txt").write_text(FIRST)
    (folder / "second.txt").write_text(SECOND)
    assert publish(folder / "old", [folder / "first.txt"])
    assert publish(folder / "new", [folder / "first.txt", folder / "second.txt"])
    return folder


def test_killed_at_every_boundary_in_turn_the_served_file_is_old_or_new_and_whole(folder: Path) -> None:
    home = folder / "home"
    shutil.copytree(folder / "old", home, symlinks=True)
    old = releases.served_release_id(home)
    for place in PLACES:
        ended = _run(place, home, folder)
        assert ended.returncode == SIGKILLED, f"{place}: {ended.stderr[-2000:]}"
        with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as served:
            documents = served.execute("select count(*) from documents").fetchone()
        is_new = releases.served_release_id(home) != old
        assert documents == ((2,) if is_new else (1,)), place
        assert is_new == (place in ("archive", "link_parquet")), place  # killed after the swap
        assert not list(home.glob("*.wal"))
    ended = _run("nowhere", home, folder)
    assert ended.returncode == 0, ended.stderr[-2000:]
    assert differences(folder / "new", home) == {}
    assert (home / "parquet").resolve().parent.name == releases.served_release_id(home)
    assert not list(home.glob(".*.tmp"))
    assert not list((home / "releases").glob(".*.tmp"))


def _run(place: str, home: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    script = Path(__file__).with_name("killed.py")
    command = [sys.executable, str(script), place, str(home), str(folder / "first.txt"), str(folder / "second.txt")]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
