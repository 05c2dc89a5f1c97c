"""Who a name, an office or a pronoun means, in short texts of the world's diplomacy: the marked actor, nobody else."""

import re
import tomllib
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import NamedTuple

import polars as pl
import pytest

from assets.codebook import Codebook
from assets.enrich.actors.mentions import actor_mentions
from assets.enrich.sentences import sentences
from assets.resolve.actors import resolve_actors
from assets.resolve.dates import document_dates
from assets.resolve.names import person_key
from assets.schemas import DOCUMENTS, STORIES

TEXTS = Path(__file__).parents[1] / "data" / "actor_resolution.toml"
MARK = re.compile(r"\[\[([^]|]+)\|([^]]+)\]\]")
LEAST_ACCURACY = 0.93
LEAST_MENTIONS, LEAST_TEXTS = 220, 36


class Mark(NamedTuple):
    """Words of a text and the actor meant: an id, '+Name' of somebody the codebook does not know, or '?' for nobody of it."""

    document_id: str
    start: int
    end: int
    actor: str


class Judgement(NamedTuple):
    """What the pipeline made of a mark."""

    mark: Mark
    words: str
    found: str
    is_right: bool


def read_texts(path: Path) -> tuple[pl.DataFrame, list[Mark]]:
    """Documents (`schemas.DOCUMENTS`) of the marked texts, and their marks."""
    rows, marks = [], []
    for text in tomllib.loads(path.read_text("utf-8"))["text"]:
        document_id, body, last, source = f"text-{text['number']:02}", "", 0, text["body"].strip()
        for match in MARK.finditer(source):
            body += source[last : match.start()]
            marks.append(Mark(document_id, len(body), len(body) + len(match[1]), match[2]))
            body, last = body + match[1], match.end()
        day: date | None = text.get("on")
        rows.append(
            {
                "document_id": document_id,
                "body": body + source[last:],
                "published_on": day,
                "published_from": day,
                "published_to": day,
                "date_precision": "day" if day else "unknown",
                "date_basis": "explicit" if day else "unknown",
            }
        )
    return DOCUMENTS.frame(rows), marks


def judged(documents: pl.DataFrame, marks: list[Mark], codebook: Codebook) -> tuple[list[Judgement], pl.DataFrame]:
    """The marks with what enrich and resolve make of them, and each mention with its actor: `surface`, `name`, `is_discovered`."""
    mentions = actor_mentions(documents, sentences(documents), codebook)
    dates = document_dates(documents, STORIES.frame(), mentions, codebook)
    actors, _, _, identities = resolve_actors(mentions, dates, codebook)
    told = mentions.join(identities.select("mention_id", actor="actor_id"), on="mention_id", how="left").join(
        actors.select("name", "is_discovered", actor="actor_id"), on="actor", how="left"
    )
    by_document: dict[str, list[dict]] = defaultdict(list)
    for row in told.iter_rows(named=True):
        by_document[row["document_id"]].append(row)
    bodies = dict(documents.select("document_id", "body").iter_rows())
    return [_judgement(mark, bodies[mark.document_id], by_document[mark.document_id]) for mark in marks], told


def _judgement(mark: Mark, body: str, rows: list[dict]) -> Judgement:
    """Of the mentions that overlap a mark, the one that covers most of it counts."""
    covering = [row for row in rows if row["evidence_start"] < mark.end and mark.start < row["evidence_end"]]
    row = max(covering, key=lambda row: min(row["evidence_end"], mark.end) - max(row["evidence_start"], mark.start), default=None)
    found = "nobody" if row is None else "open" if row["actor"] is None else f"+{row['name']}" if row["is_discovered"] else row["actor"]
    is_known = row is not None and row["actor"] is not None and not row["is_discovered"]
    is_right = not is_known if mark.actor == "?" else found.casefold() == mark.actor.casefold()
    return Judgement(mark, body[mark.start : mark.end], found, is_right)


def accuracy(judgements: list[Judgement]) -> float:
    return sum(one.is_right for one in judgements) / len(judgements)


def is_development(mark: Mark) -> bool:
    """Even texts: their misses may be looked at."""
    return int(mark.document_id.removeprefix("text-")) % 2 == 0


def report(judgements: list[Judgement]) -> str:
    """Shares right, and the misses of the texts for development."""
    development = [one for one in judgements if is_development(one.mark)]
    kept_back = [one for one in judgements if not is_development(one.mark)]
    lines = [
        f"all {accuracy(judgements):.3f} of {len(judgements)}",
        f"development {accuracy(development):.3f} of {len(development)}",
        f"kept back {accuracy(kept_back):.3f} of {len(kept_back)}",
    ]
    misses = [one for one in development if not one.is_right]
    return "\n".join([*lines, *(f"{one.mark.document_id} {one.words!r}: {one.mark.actor}, found {one.found}" for one in misses)])


@pytest.fixture(scope="module")
def told(codebook: Codebook) -> tuple[list[Judgement], pl.DataFrame]:
    return judged(*read_texts(TEXTS), codebook)


def test_the_set_is_large_enough_to_tell(told: tuple[list[Judgement], pl.DataFrame]) -> None:
    judgements, _ = told
    assert len(judgements) >= LEAST_MENTIONS
    assert len({one.mark.document_id for one in judgements}) >= LEAST_TEXTS


def test_a_mention_is_the_actor_it_is_marked_with(told: tuple[list[Judgement], pl.DataFrame]) -> None:
    judgements, _ = told
    print(report(judgements))
    assert accuracy(judgements) >= LEAST_ACCURACY, report(judgements)
    assert accuracy([one for one in judgements if not is_development(one.mark)]) >= LEAST_ACCURACY


def test_no_discovered_person_is_two_people(told: tuple[list[Judgement], pl.DataFrame]) -> None:
    judgements, mentions = told
    bearers: dict[str, set[str]] = defaultdict(set)
    for one in judgements:
        if one.found.startswith("+") and one.mark.actor.startswith("+"):
            bearers[one.found].add(one.mark.actor)
    assert {found: meant for found, meant in bearers.items() if len(meant) > 1} == {}
    names: dict[str, set[str]] = defaultdict(set)
    people = mentions.filter(pl.col("is_discovered") & (pl.col("discovered_type") == "person"))
    for actor, name in people.select("actor", "discovered_name").iter_rows():
        names[actor].add(person_key(name))
    assert {actor: written for actor, written in names.items() if len(written) > 1} == {}
