"""Readers never see a half or a mixed file: two readers open the served file again and again while releases replace it."""

import multiprocessing
import time
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Event
from pathlib import Path

import duckdb
from house import copied

from assets.publish import releases

PUBLISHES, OPENS = 30, 24  # so many opens between one publish and the next
PATIENCE = 60  # seconds for these, on a machine busy with other things


def _read(path: str, opened: "Synchronized[int]", over: Event, results: "multiprocessing.Queue[list[str]]") -> None:
    problems = []
    while not over.is_set():
        try:
            with duckdb.connect(path, read_only=True) as served:
                (documents,) = served.execute("select count(*) from documents").fetchone() or (None,)
                (told,) = served.execute("select document_count from release").fetchone() or (None,)
                if documents != told:
                    problems.append(f"torn: {documents} documents, the release tells of {told}")
        except duckdb.Error as error:
            problems.append(str(error))
        with opened.get_lock():
            opened.value += 1
    results.put(problems)


def test_opens_all_through_thirty_publishes_meet_no_error_and_no_torn_file(published_home: Path, memos: Path, tmp_path: Path) -> None:
    home, small = copied(published_home, tmp_path / "home"), memos / "home"
    large_id, small_id = releases.served_release_id(home), releases.served_release_id(small)
    assert large_id
    assert small_id
    copied(small / "releases" / small_id, home / "releases" / small_id)

    context = multiprocessing.get_context("spawn")
    results: multiprocessing.Queue[list[str]] = context.Queue()
    opened, over = context.Value("i", 0), context.Event()
    arguments = (str(home / "warehouse.duckdb"), opened, over, results)
    readers = [context.Process(target=_read, args=arguments, daemon=True) for _ in range(2)]
    for reader in readers:
        reader.start()
    for number in range(PUBLISHES):
        enough, deadline = opened.value + OPENS, time.monotonic() + PATIENCE
        releases.serve(home, (small_id, large_id)[number % 2])
        while opened.value < enough:
            assert time.monotonic() < deadline, "the readers stand still"
            time.sleep(0.005)
    over.set()
    told = [results.get(timeout=PATIENCE) for _ in readers]
    for reader in readers:
        reader.join()
    assert [problem for problems in told for problem in problems] == []
