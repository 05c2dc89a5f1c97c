"""How well copies of a story are told from other texts, and how fast.

    python -m benchmarks.duplicates [--seed N] [--families N]   precision and recall by kind; thresholds were set on seed 1
    python -m benchmarks.duplicates --scale 100000              seconds and peak memory for so many documents

Goals: precision at least 0.98, recall at least 0.95. The texts are made in `story_pairs` and `spinning`.
"""

import argparse
import resource
import time
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from random import Random

import numpy as np
import polars as pl
from rich.console import Console
from rich.table import Table

from assets.clean import documents as cleaning
from assets.clean.signatures import fact_signature, quote_signature, signature
from assets.codebook import Codebook
from assets.resolve.stories import stories
from assets.schemas import DOCUMENTS, STORIES
from benchmarks.spinning import Spinner
from benchmarks.story_pairs import COPIES, Article, Event, article, corpus

SEEDS = Path(__file__).parents[1] / "seeds"
Row = dict[str, object]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.duplicates")
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--families", type=int, default=100, help="documents and copies of each kind")
    parser.add_argument("--scale", type=int, help="measure time and memory for so many documents instead")
    arguments = parser.parse_args()
    if arguments.scale:
        measure_scale(arguments.scale)
    else:
        measure_pairs(arguments.seed, arguments.families)
        measure_spun(arguments.seed, arguments.families)


def measure_pairs(seed: int, families: int) -> tuple[float, float]:
    """Precision and recall of pairs of documents said to tell one story; prints them by kind."""
    articles = corpus(seed, families)
    rows = [_row(f"{number:06d}", one.text, one.published_on) for number, one in enumerate(articles)]
    told = _told(rows)
    found: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for family in _grouped(articles, [one.family for one in articles]):
        for left, right in combinations(family, 2):
            pairs[articles[left].kind] += 1
            if told[rows[left]["document_id"]] == told[rows[right]["document_id"]]:
                (found if articles[left].story == articles[right].story else wrong)[articles[left].kind] += 1
    for said in _grouped(articles, [told[row["document_id"]] for row in rows]):
        wrong["strangers"] += sum(articles[left].family != articles[right].family for left, right in combinations(said, 2))
    table = Table(title=f"{len(articles):,} documents, seed {seed}")
    for column, justify in (("kind", "left"), ("pairs", "right"), ("one story", "right"), ("right", "right")):
        table.add_column(column, justify=justify)  # type: ignore[arg-type]
    for kind, count in pairs.items():
        is_copy = kind in COPIES
        joined = found[kind] if is_copy else wrong[kind]
        table.add_row(
            kind, str(count), str(joined), f"{joined / count if is_copy else 1 - joined / count:.3f}", end_section=kind == [*COPIES][-1]
        )
    table.add_row("strangers", "all", str(wrong["strangers"]), "")
    precision, recall = found.total() / (found.total() + wrong.total()), found.total() / sum(pairs[kind] for kind in COPIES)
    table.caption = f"precision {precision:.4f} (goal .98), recall {recall:.4f} (goal .95)"
    Console(width=110).print(table)
    return precision, recall


def measure_spun(seed: int, families: int) -> None:
    """Machine-paraphrased copies: of the embedded corpus, and of made-up events whose original is there or is not."""
    codebook = Codebook.load(SEEDS / "codebook")
    own = _own_documents(codebook)
    spinner = Spinner(codebook["paraphrases"], ["\n".join(paragraphs) for _, paragraphs, _ in own])
    rows, original_of = [], {}
    for name, paragraphs, day in own:
        rows.append(_row(name, "\n\n".join(paragraphs), day))
        rows.append(_row(f"{name}~", "\n\n".join(spinner.spun(paragraphs, Random(f"{seed} {name}"))), None, "machine_paraphrased"))
        original_of[f"{name}~"] = name
    for number in range(families):
        chance = Random(f"{seed} spun {number}")
        event = Event(chance)
        original, rival = (article(event, newsroom, chance, "spun", "") for newsroom in (0, chance.randint(1, 4)))
        name = f"event {number}"
        rows.append(_row(f"{name}~", "\n\n".join(spinner.spun(original.paragraphs[1:], chance)), None, "machine_paraphrased"))
        rows.append(_row(f"{name} rival", rival.text, rival.published_on))
        original_of[f"{name}~"] = ""
        if number % 2:
            rows.append(_row(name, original.text, original.published_on))
            original_of[f"{name}~"] = name
    told = _told(rows)
    members = Counter(told.values())
    table = Table(title=f"machine-paraphrased copies, seed {seed}")
    for column in ("paraphrases", "number", "with their original", "with another story", "alone"):
        table.add_column(column, justify="right" if column != "paraphrases" else "left")
    kinds = {
        "of the embedded corpus": [name for name in original_of if not name.startswith("event ")],
        "of made-up events, a rival report there": [name for name, of in original_of.items() if name.startswith("event ") and of],
        "the same, the original not there": [name for name, of in original_of.items() if not of],
    }
    for kind, names in kinds.items():
        right = sum(told[name] == told.get(original_of[name]) for name in names)
        alone = sum(members[told[name]] == 1 for name in names)
        table.add_row(kind, str(len(names)), str(right), str(len(names) - right - alone), str(alone))
    Console(width=110).print(table)


def measure_scale(count: int) -> None:
    """Random texts of some 600 words, a twentieth of them copies with a tenth of their words exchanged."""
    chance = np.random.default_rng(1)
    vocabulary = np.array([f"{'N' if number % 7 == 0 else 'w'}ord{number:x}" for number in range(60_000)])
    share = 1 / np.arange(10, 60_010)
    share /= share.sum()
    signed: list[pl.DataFrame] = []
    words: np.ndarray = np.array([])
    seconds = 0.0
    for start in range(0, count, 2_000):
        rows = []
        for number in range(start, min(count, start + 2_000)):
            if number % 20 == 1:  # the document before, edited
                words = np.where(chance.random(len(words)) < 0.1, chance.choice(vocabulary, len(words)), words)
            else:
                words = chance.choice(vocabulary, int(chance.integers(150, 1_050)), p=share)
            text = " ".join(words)
            clock = time.perf_counter()
            rows.append(_row(f"{number:08d}", text, date(2024, 1, 1) + timedelta(days=number % 300)))
            seconds += time.perf_counter() - clock
        signed.append(DOCUMENTS.frame(rows).select(*_COLUMNS))
    documents = pl.concat(signed, rechunk=True)
    del signed
    before, clock = _peak_megabytes(), time.perf_counter()
    told = stories(documents)
    taken = time.perf_counter() - clock
    print(f"{count:,} documents: signatures {seconds:.0f} s ({count / seconds:,.0f} documents/s)")
    print(f"stories {taken:.1f} s, peak memory {_peak_megabytes():,.0f} MB (with the signatures alone: {before:,.0f} MB)")
    print(f"{told.height - told['story_id'].n_unique():,} documents joined, {count // 20:,} copies made")


_COLUMNS = ("document_id", "word_count", "text_origin", "published_on", "signature", "quote_signature", "fact_signature")


def _row(name: str, text: str, day: date | None, origin: str = "verbatim") -> Row:
    signatures = (signature(text), quote_signature(text), fact_signature(text))
    return dict(zip(_COLUMNS, (name, len(text.split()), origin, day, *signatures), strict=True))


def _told(rows: list[Row]) -> dict[object, str]:
    told = stories(DOCUMENTS.frame(rows))
    return dict(STORIES.conform(told).select("document_id", "story_id").iter_rows())


def _grouped(articles: list[Article], keys: list[str]) -> list[list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        groups[key].append(number)
    return [*groups.values()]


def _own_documents(codebook: Codebook) -> list[tuple[str, list[str], date | None]]:
    """The embedded corpus, cleaned: name, paragraphs without the title, day. Of machine-paraphrased texts no copies are made."""
    rules = cleaning.Rules(codebook)
    found = []
    for path in sorted((SEEDS / "documents").iterdir()):
        contents = path.read_bytes().splitlines() if path.suffix == ".jsonl" else [path.read_bytes()]
        media_type = {".jsonl": "json", ".html": "html"}.get(path.suffix, "text")
        for number, content in enumerate(contents):
            columns = cleaning.clean(content, media_type, rules)
            if columns["text_origin"] == "verbatim":
                paragraphs = columns["body"].split("\n\n")[bool(columns["title"]) :]
                found.append((f"{path.name}#{number}", paragraphs, columns["published_on"]))
    return found


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
