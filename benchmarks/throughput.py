"""How many documents a second go from file to served release, and where the time goes, beside floors of the same run.

    python -m benchmarks.throughput [--documents N] [--json FILE]

Three tables. *The street*: `demarche run` on documents of `corpus`, wall seconds of each step from its run history, all
cores. *The parts of enrich*: each by itself on one core, in CPU seconds, so that a busy machine does not count. *Floors*: what
the same text costs when nothing is understood: reading it from Parquet, one Aho-Corasick scan for the codebook's names, and
spaCy's blank English tokenizer (where spaCy is installed), one core.
Goals (two cores): the street 700 documents/s, enrich 1,000; attribution and actors together 6 MB/s, 3 on one core.
"""

import argparse
import gc
import json
import os
import platform
import resource
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

import polars as pl
from ahocorasick_rs import AhoCorasick
from rich.console import Console
from rich.table import Table

from assets import schemas
from assets.codebook import Codebook
from assets.enrich.actors.mentions import actor_mentions
from assets.enrich.attribution.spans import attributions
from assets.enrich.documents import enriched
from assets.enrich.events.mentions import event_mentions
from assets.enrich.positions.statements import positions
from assets.enrich.sentences import sentences
from assets.enrich.times import time_expressions
from assets.lake import Lake
from benchmarks.corpus import CODEBOOK, write
from benchmarks.latency import parts_of, timed

SAMPLE = 1000  # documents for the parts of enrich and the floors
WARM = 20  # documents read before the clock starts: the codebook compiled, caches filled as they are in a long run

T = TypeVar("T")


@dataclass(frozen=True)
class Step:
    """`seconds` of the wall for a step of the street, of one core's CPU for the rest."""

    step: str
    documents: int
    megabytes: float
    seconds: float

    @property
    def row(self) -> list[str]:
        per_second = (self.documents / self.seconds, self.megabytes / self.seconds) if self.seconds else (0, 0)
        return [
            self.step,
            f"{per_second[0]:,.0f}",
            f"{per_second[1]:,.2f}",
            f"{1000 * self.seconds / self.documents:.2f}",
            f"{self.seconds:.2f}",
        ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        street, cpu, home = _street(Path(folder), arguments.documents, arguments.seed)
        lake = Lake(home)
        documents = lake.scan(schemas.DOCUMENTS).head(SAMPLE).collect()
        floors = [_reading(lake), *_floors(documents)]
    enrich = _parts_of_enrich(documents)
    machine = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}, Polars {pl.__version__}"
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    whole = street[-1]
    _print(f"the street, wall; {cpu:.0f} CPU seconds, peak {peak:,.0f} MB a process; {machine}", street)
    _print(f"parts of enrich, one core, CPU, {documents.height:,} documents", enrich)
    _print("floors, one core, CPU", floors)
    if find_spec("spacy") is None:
        print("spaCy is not installed: its tokenizer was not measured")
    if arguments.json:
        tables = {"street": street, "enrich": enrich, "floors": floors}
        report = {name: [asdict(step) for step in steps] for name, steps in tables.items()}
        about = {"machine": machine, "documents": whole.documents, "cpu_seconds": cpu, "peak_megabytes": peak}
        arguments.json.write_text(json.dumps(about | report, indent=1) + "\n", encoding="utf-8")


def _street(folder: Path, count: int, seed: int) -> tuple[list[Step], float, Path]:
    """Wall seconds by part of one `demarche run` on a new home, and the CPU seconds of all its processes."""
    megabytes = write(folder / "documents", count, seed) / 1e6
    home, before = folder / "home", _cpu_of_children()
    seconds, started = timed(home, [str(folder / "documents")])
    cpu = _cpu_of_children() - before
    parts = parts_of(home, started, seconds)
    return [Step(name, count, megabytes, taken) for name, taken in {**parts, "the whole street": seconds}.items()], cpu, home


def _parts_of_enrich(documents: pl.DataFrame) -> list[Step]:
    """Each part on what the parts before it made, on this core alone."""
    codebook = Codebook.load(CODEBOOK)
    enriched(documents.head(WARM), codebook, workers=1)
    steps: list[Step] = []

    def timed_step(name: str, work: Callable[[], T]) -> T:
        seconds, made = _cpu_timed(work)
        steps.append(Step(name, documents.height, _megabytes(documents), seconds))
        return made

    cut = timed_step("sentences", lambda: sentences(documents))
    times = timed_step("time expressions", lambda: time_expressions(documents, cut))
    mentions = timed_step("actor mentions", lambda: actor_mentions(documents, cut, codebook))
    spans = timed_step("attributions", lambda: attributions(documents, cut, mentions, codebook))
    timed_step("positions", lambda: positions(documents, cut, spans, mentions, times, codebook))
    timed_step("events", lambda: event_mentions(documents, cut, mentions, spans, times, codebook))
    together = sum(step.seconds for step in steps if step.step in ("actor mentions", "attributions"))
    steps.append(Step("attributions and actor mentions", documents.height, _megabytes(documents), together))
    steps.append(Step("all of enrich", documents.height, _megabytes(documents), sum(step.seconds for step in steps[:-1])))
    return steps


def _reading(lake: Lake) -> Step:
    seconds, documents = _cpu_timed(lambda: lake.scan(schemas.DOCUMENTS).collect())
    return Step("reading the Parquet", documents.height, _megabytes(documents), seconds)


def _floors(documents: pl.DataFrame) -> Iterable[Step]:
    bodies = documents["body"].to_list()
    codebook = Codebook.load(CODEBOOK)
    automaton = AhoCorasick(sorted({*codebook.actors["name"], *codebook["aliases"]["alias"], *codebook["issue_terms"]["term"]}))
    seconds, _ = _cpu_timed(lambda: [automaton.find_matches_as_indexes(body) for body in bodies])
    yield Step("one Aho-Corasick scan", documents.height, _megabytes(documents), seconds)
    if find_spec("spacy") is not None:
        import spacy

        tokenizer = spacy.blank("en").tokenizer
        for body in bodies[:WARM]:
            tokenizer(body)
        seconds, _ = _cpu_timed(lambda: [len(tokenizer(body)) for body in bodies])
        yield Step("spaCy's blank English tokenizer", documents.height, _megabytes(documents), seconds)


def _cpu_timed(work: Callable[[], T]) -> tuple[float, T]:
    """CPU seconds, without the collector of cycles, which the pipeline does without as well."""
    gc.collect()
    gc.disable()
    try:
        started = time.process_time()
        made = work()
        return max(time.process_time() - started, 1e-6), made
    finally:
        gc.enable()


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _megabytes(documents: pl.DataFrame) -> float:
    return float(documents["body"].str.len_bytes().sum()) / 1e6


def _print(title: str, steps: list[Step]) -> None:
    table = Table(title=title, title_justify="left")
    columns: dict[str, Any] = {"step": "left", "documents/s": "right", "MB/s": "right", "ms/document": "right", "seconds": "right"}
    for column, justify in columns.items():
        table.add_column(column, justify=justify)
    for step in steps:
        table.add_row(*step.row)
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
