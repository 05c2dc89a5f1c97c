"""The status test set: of deeds marked in sentences, how many are read with the right status. Prints its misses."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import polars as pl
import pytest
from test_events import frames

from assets.codebook import Codebook
from assets.enrich.attribution.spans import attributions
from assets.enrich.events.mentions import event_mentions
from assets.enrich.times import time_expressions
from assets.schemas import EVENT_STATUSES

SET = tomllib.loads((Path(__file__).parents[2] / "data" / "event_status.toml").read_text(encoding="utf-8"))
LEAST_ACCURACY = 0.93


def read_statuses(sentences: list[tuple[str, str]], codebook: Codebook) -> list[str | None]:
    """Status, per sentence, of the event whose trigger touches the braces, or of the one event that is read around them
    ("{talks}" in "scheduled talks"); None where there is neither."""
    marked = {f"{number:03d}": re.sub(r"[{}]", "", text) for number, (_, text) in enumerate(sentences)}
    read = frames(marked)
    read["attributions"] = attributions(read["documents"], read["sentences"], read["actor_mentions"], codebook)
    read["time_expressions"] = time_expressions(read["documents"], read["sentences"])
    found, _ = event_mentions(**read, codebook=codebook)
    statuses: list[str | None] = []
    for key, (_, text) in zip(marked, sentences, strict=True):
        plain = re.sub(r"[\[\]]", "", text)
        start, end = plain.index("{"), plain.index("}") - 1
        inside = pl.col("document_id") == key, pl.col("evidence_start") <= start, pl.col("evidence_end") >= end
        hits = found.filter(pl.col("document_id") == key, _trigger_start() < end, _trigger_start() + _length("trigger") > start)
        around = found.filter(*inside)
        hits = around if hits.is_empty() and around.height == 1 else hits
        statuses.append(hits["status"][0] if hits.height else None)
    return statuses


def _trigger_start() -> pl.Expr:
    return pl.col("evidence_start") + pl.col("evidence").str.find(pl.col("trigger"), literal=True)


def _length(column: str) -> pl.Expr:
    return pl.col(column).str.len_chars()


@pytest.mark.parametrize("part", sorted(SET))
def test_the_status_of_deeds_is_read_right_at_least_93_times_in_100(part: str, codebook: Codebook) -> None:
    sentences = [tuple(line) for line in SET[part]]
    statuses = read_statuses(sentences, codebook)
    right = [expected == status for (expected, _), status in zip(sentences, statuses, strict=True)]
    if part == "development":
        for (expected, text), status in zip(sentences, statuses, strict=True):
            if expected != status:
                print(f"{expected} read as {status}: {text}")
    print(part, Counter(expected for (expected, _), is_right in zip(sentences, right, strict=True) if not is_right))
    assert sum(right) / len(right) >= LEAST_ACCURACY


def test_the_status_set_holds_every_status_in_both_parts() -> None:
    assert sum(len(part) for part in SET.values()) >= 160
    for part in SET.values():
        counts = Counter(status for status, _ in part)
        assert set(counts) == set(EVENT_STATUSES)
        assert min(counts.values()) >= 8
