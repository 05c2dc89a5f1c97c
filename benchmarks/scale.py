"""What grows with the number of documents, and how: time, memory, disk, and what one more batch costs.

    python -m benchmarks.scale [--documents 1000,10000,100000] [--more 1000] [--upto 1000000] [--json FILE]

For each number a new home: `demarche run` on so many made-up documents (`corpus`), then a second run with `--more` others.
Time is of the wall, start of the process to its end. CPU and peak memory are of the run and all its processes (memory: what
they hold together, looked at five times a second). Disk is what the home holds after the first run: the lake, and all.
*One more* is the second run, and its share of the first.

*Each more* is what a document more cost in CPU since the row before: if it grows from row to row, the whole is worse than
linear. The last row, `--upto`, is not measured: the straight line through the two largest numbers that were, drawn on; it is
too low where *each more* still grows. `--upto 0` leaves it out; a number that is to be measured goes into `--documents`,
with time, and with room in `--folder`.
Goals (two cores, 100,000 documents): 3 GB, within 15 % of ten times 10,000, one more thousand at most 20 %.
"""

import argparse
import json
import os
import platform
import resource
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from itertools import pairwise
from pathlib import Path

import polars as pl
from rich.console import Console
from rich.table import Table

from benchmarks.corpus import write
from benchmarks.latency import timed

PAUSE = 0.2  # seconds between two looks at the memory
SEED, OTHER_SEED = 1, 2  # of the documents, and of the one more batch


@dataclass(frozen=True)
class Size:
    """One run of so many documents. `how`: measured, or extrapolated."""

    documents: int
    how: str
    seconds: float
    cpu_seconds: float
    peak_megabytes: float
    lake_megabytes: float
    home_megabytes: float
    one_more_seconds: float
    one_more_cpu_seconds: float

    @property
    def row(self) -> list[str]:
        share = f"{self.one_more_seconds / self.seconds:.0%}" if self.seconds else ""
        rate = f"{self.documents / self.seconds:,.0f}" if self.seconds else ""
        figures = (self.seconds, self.cpu_seconds, self.peak_megabytes, self.lake_megabytes, self.home_megabytes)
        return [f"{self.documents:,}", self.how, *(f"{figure:,.0f}" for figure in figures), rate, f"{self.one_more_seconds:,.0f}", share]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", default="1000,10000,100000", help="how many, with commas between; smallest first")
    parser.add_argument("--more", type=int, default=1000, help="documents of the one more batch")
    parser.add_argument("--upto", type=int, default=1_000_000, help="extrapolate to so many; 0: do not")
    parser.add_argument("--folder", type=Path, help="where to work, on a disk with room; left empty  [default: a temporary folder]")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    numbers = sorted(int(number) for number in arguments.documents.split(","))
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        sizes = [_measured(Path(folder), number, arguments.more) for number in numbers]
    if arguments.upto > numbers[-1] and len(sizes) > 1:
        sizes.append(_extrapolated(sizes[-2], sizes[-1], arguments.upto))
    machine = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}, Polars {pl.__version__}"
    _print(sizes, arguments.more, machine)
    if arguments.json:
        about = {"machine": machine, "more": arguments.more, "each_more_ms": _each_more(sizes)}
        arguments.json.write_text(json.dumps(about | {"sizes": [asdict(size) for size in sizes]}, indent=1) + "\n", encoding="utf-8")


def _measured(folder: Path, count: int, more: int) -> Size:
    write(folder / "documents", count, SEED)
    write(folder / "more", more, OTHER_SEED)
    home = folder / "home"
    with _peak() as peak:
        seconds, cpu = _run(home, folder / "documents")
    lake, whole = _megabytes(home / "lake"), _megabytes(home)
    more_seconds, more_cpu = _run(home, folder / "more")
    for used in (home, folder / "documents", folder / "more"):
        shutil.rmtree(used)
    return Size(count, "measured", seconds, cpu, peak[0], lake, whole, more_seconds, more_cpu)


def _run(home: Path, documents: Path) -> tuple[float, float]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds, _ = timed(home, [str(documents)])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@contextmanager
def _peak() -> Iterator[list[float]]:
    """The most megabytes that all processes below this one held at once (what they share is counted for each)."""
    peak, over = [0.0], threading.Event()

    def look() -> None:
        while not over.wait(PAUSE):
            peak[0] = max(peak[0], sum(map(_held, _below(os.getpid()))))

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        over.set()
        watcher.join()


def _below(process: int) -> list[int]:
    found = []
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            direct = [int(child) for child in children.read_text().split()]
        except OSError:  # ended meanwhile
            continue
        found += [*direct, *(below for child in direct for below in _below(child))]
    return found


def _held(process: int) -> float:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * resource.getpagesize() / 1e6
    except (OSError, IndexError):  # ended meanwhile
        return 0.0


def _megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


def _extrapolated(smaller: Size, larger: Size, documents: int) -> Size:
    """On the straight line through two sizes; what fell from one to the other (noise, on small ones) stays as it is."""

    def drawn(name: str) -> float:
        low, high = getattr(smaller, name), getattr(larger, name)
        return float(high + max(0, high - low) * (documents - larger.documents) / (larger.documents - smaller.documents))

    figures = {field.name: drawn(field.name) for field in fields(Size) if field.name not in ("documents", "how")}
    return Size(documents, "extrapolated", **figures)


def _each_more(sizes: list[Size]) -> list[float | None]:
    """CPU milliseconds of a document more, since the size before; null for the first."""
    return [None, *(1000 * (high.cpu_seconds - low.cpu_seconds) / (high.documents - low.documents) for low, high in pairwise(sizes))]


def _print(sizes: list[Size], more: int, machine: str) -> None:
    table = Table(title=f"demarche run; {machine}", title_justify="left")
    columns = (
        "documents",
        "",
        "s",
        "CPU s",
        "peak MB",
        "lake MB",
        "home MB",
        "documents/s",
        f"{more:,} more, s",
        "of the run",
        "each more, ms",
    )
    for column in columns:
        table.add_column(column, justify="right")
    for size, each in zip(sizes, _each_more(sizes), strict=True):
        table.add_row(*size.row, "" if each is None else f"{each:,.1f}")
    Console(width=140).print(table)


if __name__ == "__main__":
    main()
