"""Predictions of the pipeline's own functions on evaluation material, in the formats that scorers read.

    python -m benchmarks.predict attribution DIR OUTPUT    DIR holds text/*.txt, each taken as a clean body
    python -m benchmarks.predict events FILE OUTPUT        FILE holds {"id", "text"} a line, each taken as one sentence
    python -m benchmarks.predict articles DIR OUTPUT       DIR holds html/*.html.gz, each taken as a document fetched
    python -m benchmarks.predict dates FILE OUTPUT         FILE holds {"id", "document_date", "text"} a line

Scoring does not belong here, nor does any reading of text that the pipeline would not do itself.
"""

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from assets.clean.documents import Rules, clean
from assets.codebook import Codebook
from assets.enrich.actors.mentions import actor_mentions
from assets.enrich.attribution.spans import attributions
from assets.enrich.events.mentions import event_mentions
from assets.enrich.sentences import sentences
from assets.enrich.times import time_expressions
from assets.resolve.dates import bound_times
from assets.schemas import ACTOR_MENTIONS, DOCUMENT_DATES, SENTENCES
from benchmarks.timex3 import timex3

CODEBOOK = Path(__file__).parents[1] / "seeds" / "codebook"

UNDONE = ("negated", "denied", "hypothetical")
PRONOUNS = ("he", "she", "him", "her", "his", "they", "their", "it", "its")

Record = dict[str, Any]


def attribution(folder: Path, codebook: Codebook) -> Iterator[Record]:
    """`{"id": stem, "attributions": [{"source": [[s, e], …], "cue": …, "content": …}]}`, a text each.

    Outermost attributions only: the corpora that mark attributions mark none inside the content of another. Who the
    sources are is left out, for it changes no span.
    """
    bodies = {path.stem: _text(path) for path in sorted((folder / "text").glob("*.txt"))}
    documents = pl.DataFrame(
        {"document_id": list(bodies), "title": [None] * len(bodies), "body": list(bodies.values())},
        schema={"document_id": pl.String, "title": pl.String, "body": pl.String},
    )
    found = attributions(documents, sentences(documents), ACTOR_MENTIONS.frame(), codebook)
    outermost = found.filter(pl.col("parent_attribution_id").is_null()).sort("document_id", "evidence_start", "evidence_end")
    spans = {key[0]: frame for key, frame in outermost.partition_by("document_id", as_dict=True).items()}
    for document_id in bodies:
        rows = spans[document_id].iter_rows(named=True) if document_id in spans else ()
        yield {
            "id": document_id,
            "attributions": [{role: row[f"{role}_spans"] for role in ("source", "cue", "content")} | {"rule": row["rule"]} for row in rows],
        }


def events(path: Path, codebook: Codebook) -> Iterator[Record]:
    """`{"id": id, "events": [{"event_type", "source", "target"}]}`, a record each; sides are the words that name them."""
    records = records_of(path)
    found: dict[int, list[Record]] = defaultdict(list)
    # PLOVER codes no deed that was not done; a threat or a refusal is one by being spoken
    for row in read_events([record["text"] for record in records], codebook):
        if row["status"] not in UNDONE or row["event_type"] in ("threaten", "reject"):
            found[row["number"]].append({key: row[key] for key in ("event_type", "source", "target")})
    for number, record in enumerate(records):
        yield {"id": record["id"], "events": found[number]}


def read_events(texts: list[str], codebook: Codebook) -> Iterator[Record]:
    """The event mentions of texts that are each taken as one sentence.

    All columns of `schemas.EVENT_MENTIONS`, the `number` of the text, the words of `source` and `target` (None where nobody is named), and
    the countries of both (`source_codes`, `target_codes`).
    """
    # ids may stand twice in the material, so documents go by their line
    bodies = {f"{number:06d}": text for number, text in enumerate(texts)}
    documents = pl.DataFrame(
        {"document_id": list(bodies), "title": [None] * len(bodies), "body": list(bodies.values())},
        schema={"document_id": pl.String, "title": pl.String, "body": pl.String},
    )
    cut = SENTENCES.frame(
        [
            {"document_id": key, "paragraph_number": 0, "paragraph_start": 0, "sentence_start": 0, "is_title": False}
            | {"paragraph_end": len(body), "sentence_end": len(body)}
            for key, body in bodies.items()
        ]
    )
    actors = actor_mentions(documents, cut, codebook)
    mentions, arguments = event_mentions(
        documents, cut, actors, attributions(documents, cut, actors, codebook), time_expressions(documents, cut, codebook), codebook
    )
    surfaces = _names(actors)
    known = actors.join(codebook.actors.select("actor_id", known_code="country_code"), on="actor_id", how="left")
    countries = dict(known.select("mention_id", pl.coalesce("known_code", "country_code")).iter_rows())
    names: dict[tuple[str, str], list[str]] = defaultdict(list)
    codes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for mention_id, part, actor in arguments.select("mention_id", "participation", "actor_mention_id").iter_rows():
        names[mention_id, part].append(surfaces[actor])
        codes[mention_id, part].append(countries[actor])
    for row in mentions.iter_rows(named=True):
        told: Record = {"number": int(row["document_id"])}
        for part in ("source", "target"):
            told[part], told[f"{part}_codes"] = " ".join(names[row["mention_id"], part]) or None, codes[row["mention_id"], part]
        yield row | told


def dates(path: Path, _: Codebook) -> Iterator[Record]:
    """`{"id": id, "dates": [{"start", "end", "value"}]}`, a record each; values as TIMEX3 writes them, a range as its two ends."""
    records = records_of(path)
    keys = [f"{number:06d}" for number in range(len(records))]
    documents = pl.DataFrame(
        {"document_id": keys, "title": [None] * len(keys), "body": [record["text"] for record in records]},
        schema={"document_id": pl.String, "title": pl.String, "body": pl.String},
    )
    published = [date.fromisoformat(record["document_date"][:10]) if record.get("document_date") else None for record in records]
    known = [
        {"document_id": key, "published_on": day, "published_from": day, "published_to": day}
        for key, day in zip(keys, published, strict=True)
    ]
    times = time_expressions(documents, sentences(documents))
    bound = times.join(bound_times(times, DOCUMENT_DATES.frame(known)), on=["time_id", "document_id"]).sort("document_id", "evidence_start")
    found: dict[str, list[Record]] = defaultdict(list)
    for row in bound.filter(pl.col("occurred_from").is_not_null() & pl.col("occurred_to").is_not_null()).iter_rows(named=True):
        found[row["document_id"]] += timex3(row)
    for key, record in zip(keys, records, strict=True):
        yield {"id": record["id"], "dates": found[key]}


def articles(folder: Path, codebook: Codebook) -> Iterator[Record]:
    """`{id: {"articleBody": text}}`, a page each; the text is the document's body below its headline, empty where it is refused."""
    rules = Rules(codebook)
    for path in sorted((folder / "html").glob("*.html.gz")):
        try:
            row = clean(gzip.decompress(path.read_bytes()), "html", rules)
        except ValueError:  # refused, as the pipeline would
            row = {"title": None, "body": ""}
        yield {path.name.removesuffix(".html.gz"): {"articleBody": row["body"].removeprefix(row["title"] or "").strip()}}


def records_of(path: Path) -> list[Record]:
    """The records of a file that holds one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _names(actors: pl.DataFrame) -> dict[str, str]:
    """The words of each mention; of a pronoun, the longest words of its document for the same actor."""
    who = pl.coalesce("actor_id", "discovered_name", "mention_id")
    longest = pl.col("surface").sort_by(pl.col("surface").str.len_chars()).last().over("document_id", who)
    is_pronoun = pl.col("surface").str.to_lowercase().is_in(PRONOUNS)
    return dict(actors.select("mention_id", pl.when(is_pronoun).then(longest).otherwise("surface")).iter_rows())


# What can be predicted: a name on the command line, and the function that reads the material and yields records.
PREDICTORS: dict[str, Callable[[Path, Codebook], Iterable[Record]]] = {
    "articles": articles,
    "attribution": attribution,
    "dates": dates,
    "events": events,
}


def main(arguments: list[str]) -> int:
    """Write one JSON object a line; of articles one for all."""
    if len(arguments) != 3 or arguments[0] not in PREDICTORS:
        print(f"usage: python -m benchmarks.predict {{{'|'.join(PREDICTORS)}}} MATERIAL OUTPUT", file=sys.stderr)
        return 2
    name, material, output = arguments
    records = PREDICTORS[name](Path(material), Codebook.load(CODEBOOK))
    if name == "articles":
        records = [{key: value for record in records for key, value in record.items()}]
    Path(output).write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return 0


def _text(path: Path) -> str:
    """The text with its line ends as they are: offsets count them."""
    with path.open(encoding="utf-8", newline="") as stream:
        return stream.read()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
