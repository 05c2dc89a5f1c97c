"""Whether confidence keeps its word: share right by tenth of confidence, of event mentions, against events that a person marked.

    python -m benchmarks.event_reliability FILE    FILE holds {"id", "text", "events"} a line, each text taken as one sentence

An event is {"event_type": "agree" or "agree|consult", "source": [words], "target": [words]}, or has `source_code` and `target_code`, which
begin with a country. Right is a mention whose type is that of a marked event, and each side that it names one of that event's: of the same
side, or of the other where the person marked but one. Of mentions alike in type and sides the surest counts, once a text. Two tables: by
tenth of confidence, and by what confidence is made of (`assets/enrich/events/confidence.py`). Attributions and positions: `reliability`.
"""

import re
import sys
from collections.abc import Set
from pathlib import Path
from typing import Any

import polars as pl

from assets.codebook import Codebook
from assets.enrich.words.wordlist import words
from benchmarks.predict import CODEBOOK, Record, read_events, records_of
from benchmarks.reliability import by_tenth

WORD = re.compile(r"\w+")
SMALL = words("the of and a an in on for to")
GROUP = ("rule", "sides", "is_done")


def judged(path: Path, codebook: Codebook) -> pl.DataFrame:
    """Mentions of a file's texts: `number` of the text, `rule`, `sides`, `is_done`, `confidence`, `is_right`."""
    records, countries = records_of(path), frozenset(codebook["countries"]["country_code"])
    told = read_events([record["text"] for record in records], codebook)
    rows = [
        {
            "number": row["number"],
            "rule": row["rule"],
            "sides": "both" if row["source"] and row["target"] else "source" if row["source"] else "target",
            "is_done": row["status"] in ("occurred", "ongoing"),
            "confidence": row["confidence"],
            "is_right": any(_is_told(row, event, countries) for event in records[row["number"]]["events"]),
            "alike": (row["event_type"], row["source"], row["target"]).__repr__(),
        }
        for row in told
    ]
    return (
        pl.DataFrame(rows).sort("confidence", descending=True).unique(("number", "alike"), keep="first", maintain_order=True).drop("alike")
    )


def by_group(rows: pl.DataFrame) -> pl.DataFrame:
    """Groups of mentions, the largest first: `rows`, mean `confidence`, share `right`."""
    return (
        rows.group_by(GROUP)
        .agg(rows=pl.len(), confidence=pl.col("confidence").mean(), right=pl.col("is_right").mean())
        .sort("rows", *GROUP, descending=[True, False, False, False])
    )


def _is_told(row: Record, event: dict[str, Any], countries: Set[str]) -> bool:
    """Whether the mention is of a marked event."""
    if row["event_type"] not in event["event_type"].split("|"):
        return False
    sides = ("source", "target")
    if "source" in event:
        marked = {side: set().union(*map(_words, event[side])) for side in sides}
        named = {side: _words(row[side] or "") for side in sides}
    else:
        marked = {side: {(event.get(f"{side}_code") or "")[:3]} & countries for side in sides}
        named = {side: {code for code in row[f"{side}_codes"] if code} for side in sides}
    either = marked["source"] | marked["target"]
    return all(not row[side] or not either or named[side] & (marked[side] or either) for side in sides)


def _words(text: str) -> set[str]:
    return {word for word in WORD.findall(text.lower()) if word not in SMALL}


def main(arguments: list[str]) -> int:
    """Print both tables; exit status 1 where a tenth with rows enough is off."""
    if len(arguments) != 1:
        print("usage: python -m benchmarks.event_reliability FILE", file=sys.stderr)
        return 2
    rows = judged(Path(arguments[0]), Codebook.load(CODEBOOK))
    table = by_tenth(rows)
    print(f"{'confidence':12s}{'rows':>6s}{'mean':>7s}{'right':>7s}")
    for tenth, count, mean, share, verdict in table.iter_rows():
        print(f"{tenth / 10:.1f}–{(tenth + 1) / 10:.1f}     {count:6d}{mean:7.2f}{share:7.2f}  {verdict}")
    print(f"\n{'rule':24s}{'sides':8s}{'done':6s}{'rows':>6s}{'mean':>7s}{'right':>7s}")
    for rule, sides, is_done, count, mean, share in by_group(rows).iter_rows():
        print(f"{rule:24s}{sides:8s}{'yes' if is_done else 'no':6s}{count:6d}{mean:7.2f}{share:7.2f}")
    return int("off" in table["verdict"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
