"""How fast documents are cleaned: each step of stripped text, the whole as the pipeline runs it, HTML, and the memory it takes.

    python -m benchmarks.clean [--documents N] [--seed N] [--json FILE]

The documents are made here from invented words in the shape of news: headline, byline, date, paragraphs, furniture, some
of them wrapped, glued, in other encodings or misread. Goal: 1,000 stripped-text documents a second on two cores, which is
2 ms of a core for a document of 600 words. CPU seconds are given too, for a machine that is not quiet.
"""

import argparse
import json
import os
import random
import resource
import textwrap
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl
from rich.console import Console
from rich.table import Table

from assets.clean import boilerplate, credit_lines, genre, head, publication, signatures, text_origin
from assets.clean.documents import Rules, clean, documents
from assets.clean.encoding import decode
from assets.clean.language import language
from assets.clean.mojibake import mend
from assets.clean.paragraphs import lines
from assets.codebook import Codebook
from assets.schemas import DOCUMENTS, RAW_DOCUMENTS

CODEBOOK = Path(__file__).parents[1] / "seeds" / "codebook"
GOAL = 1000  # stripped-text documents a second on two cores
CORES = 2
BATCH = 4000  # documents a call, so that memory is a batch's and not the corpus's
SAMPLE = 500  # documents for the steps
HTML_SHARE = 10  # one page for so many texts

STEMS = (
    "Nor",
    "Sud",
    "Ost",
    "West",
    "Lak",
    "Har",
    "Mer",
    "Val",
    "Tor",
    "Bel",
    "Kan",
    "Dor",
    "Fal",
    "Gar",
    "Lin",
    "Mar",
    "Pel",
    "Ros",
    "Win",
)
ENDS = ("land", "mark", "stad", "holm", "berg", "dal", "vik", "ford", "haven", "burg")
COMMON = (
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "that",
    "for",
    "on",
    "with",
    "as",
    "by",
    "at",
    "from",
    "was",
    "were",
    "has",
    "had",
    "its",
    "not",
)
OTHER = (
    "after", "before", "under", "between", "against", "during", "talks", "border", "agreement", "minister", "government", "parliament",
    "trade", "sanctions", "harbour", "envoy", "delegation", "treaty", "crossing", "lorries", "passengers", "spokesman", "statement",
    "measures", "countries", "leaders", "officials", "negotiations", "dispute", "region", "security", "council", "support",
)  # fmt: skip
SHARE_OF_NAMES, SHARE_OF_COMMON = 0.12, 0.4  # of the words
FURNITURE = (
    "Share this article", "Facebook Twitter LinkedIn Print", "ADVERTISEMENT", "Sign up for our weekly newsletter", "5 min read",
    "We use cookies to improve your visit.", "Read more: What the border costs", "A lorry waits at the border (file photo)",
    '{"type":"Box Ad","position":{"mobile":[[300,250]]}}', "© 2023 Lakeside Herald. All rights reserved.", "Leave a comment",
)  # fmt: skip


@dataclass(frozen=True)
class Step:
    """A step's figures. `seconds` are of the wall, `cpu_ms` of a core for one document."""

    step: str
    documents: int
    megabytes: float
    seconds: float
    cpu_seconds: float

    @property
    def row(self) -> list[str]:
        return [
            self.step, f"{self.documents:,}", f"{self.documents / self.seconds:,.0f}", f"{self.megabytes / self.seconds:,.1f}",
            f"{1000 * self.cpu_seconds / self.documents:.2f}", f"{CORES * self.documents / self.cpu_seconds:,.0f}",
        ]  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    codebook = Codebook.load(CODEBOOK)
    before = _peak_megabytes()
    results = [*_steps(arguments.documents, arguments.seed, codebook), *_whole(arguments.documents, arguments.seed, codebook)]
    after = _peak_megabytes()
    table = Table(title=f"cleaning; peak memory {after:.0f} MB, of which {before:.0f} MB before the first document; goal {GOAL:,} texts/s")
    for column in ("step", "documents", "documents/s", "MB/s", "CPU ms/document", f"documents/s, {CORES} cores busy"):
        table.add_column(column, justify="left" if column == "step" else "right")
    for result in results:
        table.add_row(*result.row)
    Console(width=110).print(table)
    if arguments.json:
        report = {"peak_megabytes": after, "megabytes_before": before, "steps": [asdict(result) for result in results]}
        arguments.json.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


def _steps(count: int, seed: int, codebook: Codebook) -> Iterator[Step]:
    """Each step by itself, on what the step before it made."""
    rules = Rules(codebook)
    contents = list(corpus(min(count, SAMPLE), seed))
    clean(contents[0], "text", rules)  # what is loaded on first use
    texts = [decode(content)[0] for content in contents]
    mended = [mend(text)[0] for text in texts]
    rows = [lines(text) for text in mended]
    kinds = [boilerplate.marks(row, rules.boilerplate) for row in rows]
    paragraphs = [[line.text for line, kind in zip(row, kind, strict=True) if kind is None] for row, kind in zip(rows, kinds, strict=True)]
    bodies = ["\n\n".join(paragraph) for paragraph in paragraphs]
    furniture = [
        [(line.text, kind) for line, kind in zip(row, kind_of, strict=True) if kind] for row, kind_of in zip(rows, kinds, strict=True)
    ]
    rules, rows = Rules(codebook), [lines(text) for text in mended]  # which remember nothing yet
    every = range(len(contents))
    work: dict[str, Callable[[int], Any]] = {
        "encoding": lambda n: decode(contents[n]),
        "mojibake": lambda n: mend(texts[n]),
        "paragraphs": lambda n: lines(mended[n]),
        "boilerplate": lambda n: boilerplate.marks(rows[n], rules.boilerplate),
        "head": lambda n: head.read(rows[n], kinds[n], publication.is_date_line, rules.outlets.knows, None),
        "credit lines": lambda n: credit_lines.read(rows[n], kinds[n], rules.outlets.knows),
        "language": lambda n: language(bodies[n]),
        "text origin": lambda n: text_origin.text_origin(bodies[n], rules.paraphrases),
        "publication date": lambda n: publication.publication(None, None, (), furniture[n], paragraphs[n], bodies[n]),
        "publisher": lambda n: rules.outlets.publisher(None, None, None, None, furniture[n], mended[n], []),
        "genre": lambda n: genre.genre(paragraphs[n], None, [text for text, _ in furniture[n]], None),
    }
    size = sum(map(len, contents)) / 1e6
    steps = [
        _timed(name, len(contents), size, lambda function=function: [function(n) for n in every])  # type: ignore[misc]
        for name, function in work.items()
    ]
    rules = Rules(codebook)
    whole = _timed("all of a text", len(contents), size, lambda: [clean(content, "text", rules) for content in contents])
    seconds, cpu = (max(1e-9, all_of - sum(parts)) for all_of, parts in (
        (whole.seconds, [step.seconds for step in steps]), (whole.cpu_seconds, [step.cpu_seconds for step in steps])
    ))  # fmt: skip
    yield from (*steps, Step("what lies between", len(contents), size, seconds, cpu), whole)
    yield _timed("signatures, of a batch", len(contents), size, lambda: signatures.signatures(bodies))
    cleaned = [clean(content, "text", rules) for content in contents]
    yield _timed("the table", len(contents), size, lambda: DOCUMENTS.conform(DOCUMENTS.frame(cleaned)))


def _whole(count: int, seed: int, codebook: Codebook) -> Iterator[Step]:
    """`documents()` as the asset calls it, batch by batch, the rows of a batch let go before the next."""
    pages = max(1, count // HTML_SHARE)
    for name, media_type, number, processes in (
        ("documents(), text, one process", "text", count, 1),
        (f"documents(), text, {CORES} processes", "text", count, CORES),
        ("documents(), HTML, one process", "html", pages, 1),
    ):
        size = wall = cpu = 0.0
        for batch in _batches(number, seed, media_type):
            size += sum(batch["byte_count"]) / 1e6
            step = _timed(name, batch.height, 0, partial(documents, batch, codebook, processes))
            wall, cpu = wall + step.seconds, cpu + step.cpu_seconds
        yield Step(name, number, size, wall, cpu)


def _batches(count: int, seed: int, media_type: str) -> Iterator[pl.DataFrame]:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    for start in range(0, count, BATCH):
        contents = list(corpus(min(BATCH, count - start), seed + 1 + start, media_type))
        yield RAW_DOCUMENTS.frame(
            [
                {"document_id": f"{start + n:016x}", "source_uri": "", "file_name": "", "media_type": media_type, "content": content,
                 "byte_count": len(content), "batch_id": "", "ingested_at": at}
                for n, content in enumerate(contents)
            ]
        )  # fmt: skip


def corpus(count: int, seed: int, media_type: str = "text") -> Iterator[bytes]:
    """Documents of about 600 words; the same for the same seed."""
    chance = random.Random(seed)
    names = [chance.choice(STEMS) + chance.choice(ENDS) for _ in range(400)]
    for _ in range(count):
        paragraphs = [" ".join(_sentence(chance, names) for _ in range(chance.randint(1, 4))) for _ in range(chance.randint(10, 16))]
        yield (_page if media_type == "html" else _text)(chance, names, paragraphs)


def _sentence(chance: random.Random, names: Sequence[str]) -> str:
    kinds = chance.choices(
        (names, COMMON, OTHER), (SHARE_OF_NAMES, SHARE_OF_COMMON, 1 - SHARE_OF_NAMES - SHARE_OF_COMMON), k=chance.randint(8, 30)
    )
    words = [chance.choice(kind) for kind in kinds]
    words[0] = words[0].capitalize()
    text = " ".join(words)
    if chance.random() < 0.15:
        return f"“{text},” {chance.choice(names)} {chance.choice(('said', 'told reporters', 'added'))}."
    return f"{text}{f' in {chance.randint(1990, 2023)}' if chance.random() < 0.1 else ''}."


def _text(chance: random.Random, names: Sequence[str], paragraphs: list[str]) -> bytes:
    top = [" ".join(chance.choices(names, k=6)), f"By {chance.choice(names)} {chance.choice(names)}", f"June {chance.randint(1, 28)}, 2023"]
    body = list(paragraphs)
    for line in chance.sample(FURNITURE, 4):
        body.insert(chance.randint(1, len(body)), line)
    form = chance.random()
    if form < 0.05:
        body = [textwrap.fill(line, 72) for line in body]
    elif form < 0.10:
        body = [a + b for a, b in zip(body[::2], body[1::2], strict=False)]
    text = "\n\n".join([*top, *body, *chance.sample(FURNITURE, 2)])
    if form > 0.97:
        return "".join(bytes([byte]).decode("cp1252", "replace") for byte in text.encode()).encode()
    return text.encode("cp1252" if form > 0.94 else "utf-8", "ignore")


def _page(chance: random.Random, names: Sequence[str], paragraphs: list[str]) -> bytes:
    menu = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in chance.sample(names, 40))
    title = " ".join(chance.choices(names, k=6))
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    more = "".join(f"<div class='teaser'><a href='/{n}'>{' '.join(chance.choices(names, k=7))}</a></div>" for n in range(20))
    return (
        f"<!doctype html><html><head><title>{title}</title><meta property='article:published_time' content='2023-06-05T10:00:00Z'></head>"
        f"<body><nav><ul>{menu}</ul></nav><article><h1>{title}</h1>{text}</article><aside>{more}</aside>"
        f"<footer>© 2023</footer></body></html>"
    ).encode()


def _cpu() -> float:
    """CPU seconds of this process and of those it waited for."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def _timed(name: str, count: int, megabytes: float, work: Callable[[], Any]) -> Step:
    wall, cpu = time.perf_counter(), _cpu()
    work()
    return Step(name, count, megabytes, time.perf_counter() - wall, max(1e-9, _cpu() - cpu))


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
