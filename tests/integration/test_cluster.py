"""A batch over a Dask cluster: the rows of one process, in its order, and a worker killed in the middle leaves no trace.

The scheduler and two workers are real processes of this machine, talked to as those of other machines are.
"""

import os
import signal
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from house import lake_differences, ran, registered
from polars.testing import assert_frame_equal

from assets.clean.documents import documents as cleaned
from assets.codebook import Codebook
from assets.enrich import assets as enrich_assets
from assets.enrich import documents as enriching
from assets.enrich.documents import enriched
from assets.schemas import RAW_DOCUMENTS
from benchmarks.corpus import corpus as generated
from orchestration import cluster as clusters
from orchestration.cluster import Cluster, ClusterError

distributed = pytest.importorskip("distributed", reason="THE CLUSTER IS NOT TESTED: install the extra `cluster` (dask, distributed)")

SLICE = 5000  # characters: a dozen slices or more


@pytest.fixture(scope="module")
def dask() -> Iterator[Any]:
    """A scheduler and two worker processes, a thread each, that are started again when they end."""
    from dask import config

    with config.set({"distributed.scheduler.allowed-failures": 1}), _local(workers=2) as started:
        yield started


@pytest.fixture(scope="module")
def cluster(dask: Any) -> Iterator[Cluster]:
    cluster = Cluster(dask.scheduler_address, patience=30)
    yield cluster
    cluster.close()


@pytest.fixture(scope="module")
def documents(codebook: Codebook) -> pl.DataFrame:
    raw = [
        {"document_id": f"{number:016d}", "content": content, "media_type": "text"}
        for number, content in enumerate(generated(25, codebook=codebook))
    ]
    return cleaned(RAW_DOCUMENTS.frame(raw), codebook)[0]


def test_the_rows_are_those_of_one_process(
    documents: pl.DataFrame, codebook: Codebook, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(enriching, "MIN_FOR_PROCESS", 1)
    here = enriched(documents, codebook, workers=1)[0]
    there = enriched(documents, codebook, size=SLICE, over=cluster.mapped)[0]
    for table, frame in here.items():
        assert_frame_equal(frame, there[table])


def test_a_worker_killed_in_the_middle_loses_no_row_and_doubles_none(
    documents: pl.DataFrame, codebook: Codebook, cluster: Cluster, tmp_path: Path
) -> None:
    killed = tmp_path / "killed"
    parts = _read_all(_tables_or_death, documents, (codebook, killed), cluster)
    assert killed.exists()
    expected = _read_all(_tables, documents, codebook, cluster)
    assert len(parts) == len(expected)
    for part, other in zip(parts, expected, strict=True):
        for frame, same in zip(part, other, strict=True):
            assert_frame_equal(frame, same)


def test_a_killed_worker_leaves_no_trace_in_the_lake(
    published_home: Path, corpus: Path, tmp_path: Path, dask: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(enriching, "MIN_FOR_PROCESS", 1)
    monkeypatch.setattr(enrich_assets, "enriched", partial(enriched, size=SLICE))
    killed: list[int] = []
    killer = threading.Thread(target=_kill_one_at_work, args=(dask, killed), daemon=True)
    killer.start()
    (batch,) = registered([corpus], home=tmp_path)
    assert ran(batch, home=tmp_path, cluster=dask.scheduler_address)
    killer.join(timeout=1)
    assert len(killed) == 1
    assert lake_differences(published_home, tmp_path) == []


def test_an_error_in_a_slice_comes_back_in_its_words(cluster: Cluster) -> None:
    with pytest.raises(RuntimeError, match="ValueError: 3 is not to be had"):
        cluster.mapped(_refusing, [1, 2, 3, 4], 3, 2)
    with pytest.raises(RuntimeError, match="FileNotFoundError: gone") as caught:
        cluster.mapped(_missing, [1, 2], None, 2)
    assert not isinstance(caught.value, ClusterError)
    assert cluster.mapped(_refusing, [1, 2], 3, 2) == [1, 2]


def test_little_work_is_not_sent_away() -> None:
    nowhere = Cluster("tcp://127.0.0.1:1")
    assert nowhere.mapped(_refusing, [1, 2], 3, processes=1) == [1, 2]
    assert nowhere.mapped(_refusing, [1], 3, processes=2) == [1]


def test_a_worker_with_other_code_makes_no_rows(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "_house", lambda: "another")
    with pytest.raises(RuntimeError, match="give all machines one image"):
        cluster.mapped(_refusing, [1, 2], 3, 2)


def test_a_slice_that_ends_every_worker_ends_the_batch_too(cluster: Cluster) -> None:
    with pytest.raises(ClusterError, match="the end of 2 workers"):
        cluster.mapped(_deadly, [1, 2], None, 2)


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "CONNECT", 0.5)
    with pytest.raises(ClusterError, match="no Dask scheduler answers at tcp:"):
        Cluster("tcp://127.0.0.1:1").mapped(_refusing, [1, 2], 3, 2)


def test_a_scheduler_without_workers_is_not_waited_for_for_ever() -> None:
    with _local(workers=0) as empty, pytest.raises(ClusterError, match="had no worker"):
        Cluster(empty.scheduler_address, patience=0.5).mapped(_refusing, [1, 2], 3, 2)


def test_a_scheduler_that_goes_away_fails_the_batch_and_a_new_one_is_connected_to() -> None:
    first = _local(workers=1)
    address = first.scheduler_address
    cluster = Cluster(address, patience=1)
    closing = threading.Timer(1, first.close)
    closing.start()
    with pytest.raises(ClusterError):
        cluster.mapped(_slow, [30, 30], None, 2)
    closing.join()
    with _local(workers=1, port=int(address.rpartition(":")[2])):
        assert cluster.mapped(_refusing, [1, 2], 3, 2) == [1, 2]


def _local(workers: int, port: int = 0) -> Any:
    return distributed.LocalCluster(n_workers=workers, threads_per_worker=1, scheduler_port=port, dashboard_address=":0")


def _read_all(work: Any, documents: pl.DataFrame, context: Any, cluster: Cluster) -> list[list[pl.DataFrame]]:
    return cluster.mapped(work, list(enriching._slices(documents, None, SLICE)), context, 2)


def _tables(part: Any, codebook: Codebook) -> list[pl.DataFrame]:
    return enriching._tables(part, codebook)


def _tables_or_death(part: Any, context: tuple[Codebook, Path]) -> list[pl.DataFrame]:
    """The first slice but five ends its worker, once."""
    codebook, killed = context
    if len(list(killed.parent.glob("slice-*"))) >= 5:
        try:
            killed.touch(exist_ok=False)
        except FileExistsError:
            pass
        else:
            os.kill(os.getpid(), signal.SIGKILL)
    (killed.parent / f"slice-{part[0]['document_id'][0]}").touch()
    return enriching._tables(part, codebook)


def _kill_one_at_work(dask: Any, killed: list[int]) -> None:
    while not killed:
        for worker in list(dask.scheduler.workers.values()):
            if worker.processing and not killed:
                process = dask.workers[worker.name].process.pid
                os.kill(process, signal.SIGKILL)
                killed.append(process)
        time.sleep(0.02)


def _refusing(part: int, refused: int) -> int:
    if part == refused:
        raise ValueError(f"{part} is not to be had")
    return part


def _missing(part: int, _: None) -> None:
    raise FileNotFoundError("gone")


def _deadly(part: int, _: None) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _slow(part: int, _: None) -> None:
    time.sleep(part)
