"""What a second worker of a Dask cluster gains on enrich, and that the rows stay the same.

    python -m benchmarks.cluster [--documents N] [--workers 1,2] [--json FILE]
    python -m benchmarks.cluster --address tcp://host:8786        a cluster that is there, with what workers it has

Made-up news (`corpus`) is cleaned here, then enriched: by this process alone, and by a scheduler and its workers, each a
process of this machine with one thread, started for the measurement. A cluster is warmed up first: in a long run each
worker compiles the codebook once. Seconds are of the wall, the best of the rounds; the ratio is to the first number of
workers. On a machine with other work the wall says little: then look at the ratio by CPU, of what the busiest worker used,
which is what can be had where each worker has a core and nothing else holds it up. (For two workers of the same machine the
wall needs a third core: this process sends, receives and puts together.)
Goal: two workers read 1.7 times as much as one. Every row of every table is compared; a difference ends the program with 1.

Needs the extra `cluster`.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

import polars as pl
from rich.console import Console
from rich.table import Table

from assets import schemas
from assets.clean.documents import documents as cleaned
from assets.codebook import Codebook
from assets.enrich.documents import SLICE, enriched
from assets.workers import Work
from benchmarks.corpus import CODEBOOK, corpus
from orchestration.cluster import Cluster

GOAL = 1.7
ROUNDS = 2
T = TypeVar("T")
Tables = dict[schemas.Table, pl.DataFrame]


@dataclass(frozen=True)
class Measured:
    """`busiest`: CPU seconds of the worker that had most to do. The ratios are to the first cluster measured."""

    read_by: str
    seconds: float
    documents_a_second: float
    megabytes_a_second: float
    ratio: float
    busiest: float
    ratio_by_cpu: float
    same_rows: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--workers", default="1,2", help="numbers of workers, with commas between")
    parser.add_argument("--address", help="a running scheduler instead")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    if find_spec("distributed") is None:
        sys.exit("the extra `cluster` is missing: pip install 'demarche[cluster]'")
    codebook = Codebook.load(CODEBOOK)
    documents = _documents(arguments.documents, arguments.seed, codebook)
    measured = _measured(documents, codebook, arguments.address, [int(number) for number in arguments.workers.split(",")])
    _print(measured, documents)
    if arguments.json:
        about = {"documents": documents.height, "cores": os.cpu_count(), "load": os.getloadavg()[0]}
        arguments.json.write_text(json.dumps(about | {"measured": [asdict(one) for one in measured]}, indent=1) + "\n", encoding="utf-8")
    sys.exit(0 if all(one.same_rows for one in measured) else 1)


def _documents(count: int, seed: int, codebook: Codebook) -> pl.DataFrame:
    raw = [
        {"document_id": f"{number:016d}", "content": text, "media_type": "text"}
        for number, text in enumerate(corpus(count, seed, codebook))
    ]
    return cleaned(schemas.RAW_DOCUMENTS.frame(raw), codebook, processes=1)[0]


def _measured(documents: pl.DataFrame, codebook: Codebook, address: str | None, numbers: list[int]) -> list[Measured]:
    enriched(documents.head(20), codebook, workers=1)
    used = time.process_time()
    seconds, expected = _timed(lambda: enriched(documents, codebook, workers=1)[0])
    taken = [("this process alone", seconds, time.process_time() - used, True)]
    if address:
        taken.append((address, *_on(address, documents, codebook, expected)))
    for number in [] if address else numbers:
        with _cluster(number) as started:
            taken.append((f"{number} worker(s)", *_on(started, documents, codebook, expected)))
    megabytes, (_, base, base_cpu, _) = float(documents["body"].str.len_bytes().sum()) / 1e6, taken[1]
    return [
        Measured(name, wall, documents.height / wall, megabytes / wall, base / wall, cpu, base_cpu / cpu, same)
        for name, wall, cpu, same in taken
    ]


def _on(address: str, documents: pl.DataFrame, codebook: Codebook, expected: Tables) -> tuple[float, float, bool]:
    cluster = Cluster(address)
    characters = int(documents["body"].str.len_chars().sum())

    def there(work: Work, slices: list[Any], context: Any, _: int) -> list[Any]:
        return cluster.mapped(work, slices, context, processes=2)  # however little there is

    def read() -> Tables:
        # slices small enough that a short benchmark has some for each worker
        return enriched(documents, codebook, size=min(SLICE, characters // 20 + 1), over=there)[0]

    read()
    before = cluster.cpu_seconds()
    rounds = [_timed(read) for _ in range(ROUNDS)]
    busiest = max(after - at_first for at_first, after in zip(before, cluster.cpu_seconds(), strict=True)) / ROUNDS
    cluster.close()
    same = all(made[table].equals(frame) for _, made in rounds for table, frame in expected.items())
    return min(seconds for seconds, _ in rounds), busiest, same


@contextmanager
def _cluster(workers: int) -> Iterator[str]:
    from distributed import LocalCluster

    with LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=":0") as started:
        yield started.scheduler_address


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    started = time.perf_counter()
    made = work()
    return time.perf_counter() - started, made


def _print(measured: list[Measured], documents: pl.DataFrame) -> None:
    title = f"enrich, {documents.height:,} documents, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} (goal of two workers: {GOAL})"
    table = Table(title=title, title_justify="left")
    table.add_column("read by")
    for column in ("seconds", "documents/s", "MB/s", "ratio", "busiest, CPU s", "by CPU", "same rows"):
        table.add_column(column, justify="right")
    for one in measured:
        figures = (
            f"{one.seconds:.2f}",
            f"{one.documents_a_second:,.0f}",
            f"{one.megabytes_a_second:.2f}",
            f"{one.ratio:.2f}",
            f"{one.busiest:.2f}",
            f"{one.ratio_by_cpu:.2f}",
        )
        table.add_row(one.read_by, *figures, "yes" if one.same_rows else "NO")
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
