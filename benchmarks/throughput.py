"""How many documents a second go from file to served release, and where the time goes, beside floors of the same run.

    python -m benchmarks.throughput [--documents N] [--json FILE] [--spacy-python PATH]

Three tables. *The street*: `demarche run` on documents of `corpus`, wall seconds of each step from its run history, all
cores. *The parts of enrich*: each by itself on one core, in CPU seconds, so that a busy machine does not count. *Floors*: what
the same text costs when nothing is understood: reading it from Parquet, one Aho-Corasick scan for the codebook's names, and
spaCy's blank English tokenizer, one core. spaCy is no part of the project: PATH is an interpreter that has it, by default this
one. The last line is the ratio of what enrich takes to what that tokenizer takes; below 1, reading costs less than splitting.
Goals (two cores): the street 700 documents/s, enrich 1,000; attribution and actors together 6 MB/s, 3 on one core.
"""

import argparse
import gc
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
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
    parser.add_argument("--spacy-python", metavar="PATH", default=sys.executable, help="an interpreter that has spaCy")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        street, cpu, home = _street(Path(folder), arguments.documents, arguments.seed)
        lake = Lake(home)
        documents = lake.scan(schemas.DOCUMENTS).head(SAMPLE).collect()
        floors = [_reading(lake), _scanning(documents)]
    enrich = _parts_of_enrich(documents)
    tokenizer = _tokenizing(documents, arguments.spacy_python)  # right after what it is compared with: a busy machine bears on both
    floors += [tokenizer] if tokenizer else []
    machine = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}, Polars {pl.__version__}"
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    whole = street[-1]
    _print(f"the street, wall; {cpu:.0f} CPU seconds, peak {peak:,.0f} MB a process; {machine}", street)
    _print(f"parts of enrich, one core, CPU, {documents.height:,} documents", enrich)
    _print("floors, one core, CPU", floors)
    ratio = round(enrich[-1].seconds / tokenizer.seconds, 2) if tokenizer else None
    print(f"all of enrich ÷ spaCy's tokenizer: {ratio}" if ratio else "no spaCy there (--spacy-python): its tokenizer was not measured")
    if arguments.json:
        tables = {"street": street, "enrich": enrich, "floors": floors}
        report = {name: [asdict(step) for step in steps] for name, steps in tables.items()}
        about = {"machine": machine, "documents": whole.documents, "cpu_seconds": cpu, "peak_megabytes": peak, "enrich_to_tokenizer": ratio}
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
    times = timed_step("time expressions", lambda: time_expressions(documents, cut, codebook))
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


def _scanning(documents: pl.DataFrame) -> Step:
    bodies = documents["body"].to_list()
    codebook = Codebook.load(CODEBOOK)
    automaton = AhoCorasick(sorted({*codebook.actors["name"], *codebook["aliases"]["alias"], *codebook["issue_terms"]["term"]}))
    seconds, _ = _cpu_timed(lambda: [automaton.find_matches_as_indexes(body) for body in bodies])
    return Step("one Aho-Corasick scan", documents.height, _megabytes(documents), seconds)


def _tokenizing(documents: pl.DataFrame, python: str) -> Step | None:
    """spaCy's tokenizer in a process of an interpreter that has it; None where it has not."""
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.json"
        texts.write_text(json.dumps(documents["body"].to_list()), encoding="utf-8")
        program = str(Path(__file__).with_name("spacy_floor.py"))
        done = subprocess.run([python, program, str(texts), str(WARM)], capture_output=True, text=True, check=False)
    if "No module named 'spacy'" in done.stderr:
        return None
    done.check_returncode()
    told = json.loads(done.stdout)
    name = f"spaCy {told['version']}, blank English tokenizer"
    return Step(name, documents.height, _megabytes(documents), told["seconds"])


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
