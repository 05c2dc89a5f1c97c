"""How well reports of one happening are told from reports of others, and how fast.

    python -m benchmarks.happenings [--errors]       B-cubed figures on tests/data/happenings.toml; what went wrong in its even groups
    python -m benchmarks.happenings --scale 100000   seconds and peak memory for so many event mentions

Goal: B-cubed F1 at least 0.88. The pipeline's own functions run on the marked texts, from sentences to happenings. Marked
words that event coding does not find are counted apart: there is nothing to join.
"""

import argparse
import re
import resource
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import polars as pl
from rich.console import Console
from rich.table import Table

from assets import schemas
from assets.clean.signatures import fact_signature, quote_signature, signature
from assets.codebook import Codebook
from assets.enrich.documents import enriched
from assets.resolve.happenings import happenings
from assets.resolve.steps import resolved

ROOT = Path(__file__).parents[1]
TEXTS = ROOT / "tests" / "data" / "happenings.toml"
# From this group on the material is of harder kinds; it is scored apart.
HARDER = 71
MARK = re.compile(r"\[\[([^]|]+)\|([^]]+)\]\]")


class Mark(NamedTuple):
    """Words of a document that report a happening."""

    document_id: str
    start: int
    end: int
    happening: str


class Found(NamedTuple):
    """An event mention that stands for a mark, and the event it was joined to."""

    mark: Mark
    mention_id: str
    event_id: str


@dataclass(frozen=True)
class Score:
    """B-cubed precision and recall (Bagga and Baldwin 1998), averaged over mentions, and what was not there to be joined."""

    precision: float
    recall: float
    mentions: int
    marks: int
    missed: int
    happenings: int
    missed_happenings: int

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.happenings")
    parser.add_argument("--errors", action="store_true", help="show what went wrong in the even groups")
    parser.add_argument("--scale", type=int, help="measure time and memory for so many event mentions instead")
    arguments = parser.parse_args()
    if arguments.scale:
        measure_scale(arguments.scale)
    else:
        measure(arguments.errors)


def measure(with_errors: bool = False) -> dict[str, Score]:
    """Scores of the even groups (`development`), the odd ones (`held out`) and `all`, and of the harder ones apart; prints them."""
    documents, marks = read_texts(TEXTS)
    mentions, joined = joined_mentions(documents, Codebook.load(ROOT / "seeds" / "codebook"))
    found = matched(marks, mentions, joined)
    halves = {
        "development": lambda mark: _group(mark) < HARDER and _group(mark) % 2 == 0,
        "held out": lambda mark: _group(mark) < HARDER and _group(mark) % 2 == 1,
        "all": lambda mark: _group(mark) < HARDER,
        "harder, development": lambda mark: _group(mark) >= HARDER and _group(mark) % 2 == 0,
        "harder, held out": lambda mark: _group(mark) >= HARDER and _group(mark) % 2 == 1,
        "harder": lambda mark: _group(mark) >= HARDER,
    }
    scores = {
        name: scored([mark for mark in marks if belongs(mark)], [one for one in found if belongs(one.mark)])
        for name, belongs in halves.items()
    }
    table = Table(title=f"{documents.height} documents, {len(marks)} marked reports", caption="goal: F1 .88")
    for column in ("groups", "happenings", "found", "reports", "found", "mentions", "precision", "recall", "F1"):
        table.add_column(column, justify="left" if column == "groups" else "right")
    for name, score in scores.items():
        counts = (score.happenings, score.happenings - score.missed_happenings, score.marks, score.marks - score.missed, score.mentions)
        table.add_row(name, *map(str, counts), *(f"{value:.3f}" for value in (score.precision, score.recall, score.f1)))
    Console(width=110).print(table)
    if with_errors:
        _print_errors([mark for mark in marks if _group(mark) % 2 == 0], found, mentions, documents)
    return scores


def read_texts(path: Path) -> tuple[pl.DataFrame, list[Mark]]:
    """Documents (`schemas.DOCUMENTS`) of the marked texts, and their marks."""
    rows: list[dict[str, Any]] = []
    marks: list[Mark] = []
    for group in tomllib.loads(path.read_text("utf-8"))["group"]:
        for number, (day, source) in enumerate(group["documents"]):
            document_id, body, last = f"{group['number']:02}-{number}", "", 0
            for match in MARK.finditer(source):
                body += source[last : match.start()]
                marks.append(Mark(document_id, len(body), len(body) + len(match[1]), match[2]))
                body, last = body + match[1], match.end()
            body += source[last:]
            dated = dict.fromkeys(("published_on", "published_from", "published_to"), day or None)
            signatures = {"signature": signature(body), "quote_signature": quote_signature(body), "fact_signature": fact_signature(body)}
            rows.append(
                {"document_id": document_id, "body": body, "word_count": len(body.split()), "text_origin": "verbatim", "language": "en"}
                | {"title": body.split("\n\n")[0] if "\n\n" in body else None}
                | {"date_precision": "day" if day else "unknown", "date_basis": "metadata" if day else "unknown"}
                | dated
                | signatures
            )
    return schemas.DOCUMENTS.frame(rows), marks


def joined_mentions(documents: pl.DataFrame, codebook: Codebook) -> tuple[pl.DataFrame, dict[str, str]]:
    """Event mentions of the documents as the pipeline finds them, and the event of each."""
    tables, _ = enriched(documents, codebook)
    found = resolved({schemas.DOCUMENTS: documents, **tables}, codebook)[schemas.HAPPENINGS]
    return tables[schemas.EVENT_MENTIONS], dict(found.select("mention_id", "event_id").iter_rows())


def matched(marks: Sequence[Mark], mentions: pl.DataFrame, joined: dict[str, str]) -> list[Found]:
    """The mentions whose trigger shares words with a mark."""
    of_document: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        of_document[mark.document_id].append(mark)
    found: list[Found] = []
    for row in mentions.iter_rows(named=True):
        start = row["evidence_start"] + max(0, row["evidence"].find(row["trigger"]))
        end = start + len(row["trigger"])
        told = [mark for mark in of_document[row["document_id"]] if start < mark.end and mark.start < end]
        found += [Found(mark, row["mention_id"], joined[row["mention_id"]]) for mark in told]
    return found


def scored(marks: Sequence[Mark], found: Sequence[Found]) -> Score:
    """The score of joined mentions; those of no mark are not looked at."""
    told = Counter(one.mark.happening for one in found)
    joined = Counter(one.event_id for one in found)
    both = Counter((one.mark.happening, one.event_id) for one in found)
    share = [(both[one.mark.happening, one.event_id], joined[one.event_id], told[one.mark.happening]) for one in found]
    names = {mark.happening for mark in marks}
    return Score(
        precision=sum(right / together for right, together, _ in share) / max(1, len(share)),
        recall=sum(right / wanted for right, _, wanted in share) / max(1, len(share)),
        mentions=len(found),
        marks=len(marks),
        missed=len(set(marks) - {one.mark for one in found}),
        happenings=len(names),
        missed_happenings=len(names - {one.mark.happening for one in found}),
    )


def _group(mark: Mark) -> int:
    return int(mark.document_id.split("-")[0])


def _print_errors(marks: Iterable[Mark], found: Sequence[Found], mentions: pl.DataFrame, documents: pl.DataFrame) -> None:
    """Happenings that fell apart, events that hold more than one, and marks nobody found."""
    rows = {row["mention_id"]: row for row in mentions.iter_rows(named=True)}
    bodies = dict(documents.select("document_id", "body").iter_rows())
    wanted = set(marks)
    events: dict[str, set[str]] = defaultdict(set)
    told: dict[str, set[str]] = defaultdict(set)
    for one in found:
        if one.mark in wanted:
            events[one.mark.happening].add(one.event_id)
            told[one.event_id].add(one.mark.happening)
    for one in sorted(found, key=lambda one: (one.mark.happening, one.event_id)):
        if one.mark in wanted and (len(events[one.mark.happening]) > 1 or len(told[one.event_id]) > 1):
            row = rows[one.mention_id]
            kind = f"{row['event_type']}/{row['event_mode']} {row['status']}"
            print(f"{one.mark.happening:24} {one.event_id[:6]} {one.mark.document_id:6} {kind:28} {row['evidence']}")
    for mark in sorted(wanted - {one.mark for one in found}):
        print(f"not found: {mark.happening:20} {mark.document_id:6} {bodies[mark.document_id][max(0, mark.start - 60) : mark.end + 40]}")


def measure_scale(count: int) -> None:
    """Made-up mentions: countries by Zipf's law, each happening reported one to forty times, by words with and without dates."""
    tables = made_up(count)
    before, clock = _peak_megabytes(), time.perf_counter()
    found = happenings(*tables)
    taken = time.perf_counter() - clock
    print(f"{count:,} mentions: {taken:.1f} s, {count / taken:,.0f} a second; {found['event_id'].n_unique():,} happenings")
    print(f"peak memory {_peak_megabytes():,.0f} MB (with the tables alone: {before:,.0f} MB)")


def made_up(count: int, seed: int = 1) -> tuple[pl.DataFrame, ...]:
    """Tables of about `count` event mentions, as `assets.resolve.happenings.happenings` takes them."""
    chance = Random(seed)
    countries = [f"country-{number}" for number in range(180)]
    weights = [1 / (number + 2) for number in range(180)]
    actors = [{"actor_id": one, "name": one, "actor_type": "state", "country_code": one, "is_discovered": False} for one in countries]
    words = [f"word{number}" for number in range(3_000)]
    kinds = [*schemas.EVENT_TYPES, "consult", "consult", "agree", "accuse", "assault"]
    mentions: list[dict[str, Any]] = []
    arguments: list[dict[str, Any]] = []
    named: list[dict[str, Any]] = []
    times: list[dict[str, Any]] = []
    days: dict[str, date] = {}
    while len(mentions) < count:
        kind, day = chance.choice(kinds), date(2015, 1, 1) + timedelta(days=chance.randrange(3_650))
        sides = {"source": chance.choices(countries, weights)[0], "target": chance.choices(countries, weights)[0]}
        about = chance.sample(words, 5)
        for _ in range(min(40, int(chance.paretovariate(1.1)))):
            key = f"{len(mentions):08}"
            document_id = f"document-{chance.randrange(count // 4):07}" if chance.random() < 0.2 else f"document-{key}"
            days.setdefault(document_id, day + timedelta(days=chance.choice((0, 0, 1, 1, 2, 5, 40))))
            is_dated, is_planned = chance.random() < 0.4, chance.random() < 0.15
            evidence = " ".join([*chance.sample(about, 3), *chance.sample(words, 3)])
            mentions.append(
                {"mention_id": key, "document_id": document_id, "evidence": evidence, "evidence_start": chance.randrange(4_000)}
                | {"sentence_start": 500, "trigger": about[0], "frame_id": kind, "event_type": kind, "confidence": 0.8}
                | {"status": "planned" if is_planned else "occurred", "time_id": f"time-{key}" if is_dated else None}
            )
            if is_dated:
                times.append({"time_id": f"time-{key}", "document_id": document_id, "occurred_from": day, "occurred_to": day})
            for part, actor in sides.items():
                if part == "source" or chance.random() < 0.7:
                    mention = f"{key}-{part}"
                    named.append({"mention_id": mention, "document_id": document_id, "actor_id": actor})
                    arguments.append(
                        {"mention_id": key, "document_id": document_id, "participation": part, "position": 0, "actor_mention_id": mention}
                    )
    dated = [{"document_id": key, **dict.fromkeys(("published_on", "published_from", "published_to"), day)} for key, day in days.items()]
    stories = [{"document_id": key, "story_id": key, "is_story_primary": True} for key in days]
    return (
        schemas.EVENT_MENTIONS.frame(mentions),
        schemas.EVENT_ARGUMENTS.frame(arguments),
        schemas.MENTION_ACTORS.frame(named),
        schemas.BOUND_TIMES.frame(times),
        schemas.DOCUMENT_DATES.frame(dated),
        schemas.STORIES.frame(stories),
        schemas.ACTORS.frame(actors),
    )


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
