"""Readers never see a half or a mixed file: two readers open the served file again and again while releases replace it."""

import multiprocessing
import time
from pathlib import Path

import duckdb
from house import copied

from assets.publish import releases

PUBLISHES, OPENS = 30, 2_000
PATIENCE = 300  # seconds for all opens of a reader, on a machine busy with other things


def _read(path: str, opens: int, results: "multiprocessing.Queue[tuple[int, list[str]]]") -> None:
    problems = []
    for _ in range(opens):
        try:
            with duckdb.connect(path, read_only=True) as served:
                (documents,) = served.execute("select count(*) from documents").fetchone() or (None,)
                (told,) = served.execute("select document_count from release").fetchone() or (None,)
                if documents != told:
                    problems.append(f"torn: {documents} documents, the release tells of {told}")
        except duckdb.Error as error:
            problems.append(str(error))
    results.put((opens, problems))


def test_two_thousand_opens_during_thirty_publishes_meet_no_error_and_no_torn_file(
    published_home: Path, memos: Path, tmp_path: Path
) -> None:
    home, small = copied(published_home, tmp_path / "home"), memos / "home"
    large_id, small_id = releases.served_release_id(home), releases.served_release_id(small)
    assert large_id
    assert small_id
    copied(small / "releases" / small_id, home / "releases" / small_id)

    context = multiprocessing.get_context("spawn")
    results: multiprocessing.Queue[tuple[int, list[str]]] = context.Queue()
    readers = [context.Process(target=_read, args=(str(home / "warehouse.duckdb"), OPENS // 2, results), daemon=True) for _ in range(2)]
    for reader in readers:
        reader.start()
    for number in range(PUBLISHES):
        releases.serve(home, (large_id, small_id)[number % 2])
        time.sleep(0.3)
    told = [results.get(timeout=PATIENCE) for _ in readers]
    for reader in readers:
        reader.join()
    assert sum(opens for opens, _ in told) == OPENS
    assert [problem for _, problems in told for problem in problems] == []
