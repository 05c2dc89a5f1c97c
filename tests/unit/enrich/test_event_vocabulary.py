"""The vocabulary of deeds: sentences with one each, in the words of wire English, and some that only sound like one.

`tests/data/event_vocabulary.txt` holds them, "type | sentence", all of them invented; those of type none tell of no deed. Who did it to
whom stands in the tests of types and sides.
"""

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import polars as pl
import pytest

from assets.codebook import Codebook
from assets.enrich.actors.mentions import actor_mentions
from assets.enrich.attribution.spans import attributions
from assets.enrich.events.mentions import event_mentions
from assets.enrich.sentences import sentences
from assets.enrich.times import time_expressions

LINES = (Path(__file__).parents[2] / "data" / "event_vocabulary.txt").read_text(encoding="utf-8").splitlines()
TEXTS = {line.partition(" | ")[2]: line.partition(" | ")[0] for line in LINES}


@lru_cache(maxsize=1)
def types_read(codebook: Codebook) -> dict[str, set[str]]:
    """Types of the events of each sentence, read as a document of its own."""
    bodies = {f"{number:04d}": text for number, text in enumerate(TEXTS)}
    documents = pl.DataFrame(
        {"document_id": list(bodies), "title": [None] * len(bodies), "body": list(bodies.values())},
        schema={"document_id": pl.String, "title": pl.String, "body": pl.String},
    )
    cut = sentences(documents)
    actors = actor_mentions(documents, cut, codebook)
    found, _ = event_mentions(
        documents, cut, actors, attributions(documents, cut, actors, codebook), time_expressions(documents, cut), codebook
    )
    types: dict[str, set[str]] = defaultdict(set)
    for document_id, event_type in found.select("document_id", "event_type").iter_rows():
        types[bodies[document_id]].add(event_type)
    return types


@pytest.mark.parametrize("text", [text for text, kind in TEXTS.items() if kind != "none"])
def test_a_deed_is_known_by_its_words(text: str, codebook: Codebook) -> None:
    assert types_read(codebook)[text] == {TEXTS[text]}


@pytest.mark.parametrize("text", [text for text, kind in TEXTS.items() if kind == "none"])
def test_what_only_sounds_like_a_deed_is_none(text: str, codebook: Codebook) -> None:
    assert types_read(codebook)[text] == set()
