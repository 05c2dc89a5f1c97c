"""Whether confidence keeps its word: share right by tenth of confidence, of attributions and of positions, against marked attributions.

    python -m benchmarks.reliability DIR    DIR holds text/*.txt, each taken as a clean body, and attributions/*.ann (brat standoff)

Two tables. The first judges every attribution that stands in no other, by the confidence of its own; the second the stated positions on
no issue, by the confidence of the position. Right is one whose attribution a person marked: their cues overlap, their sources overlap, and
of the words of both contents at least half are common. Issue and stance are not marked there: of positions on an issue the confidence also
tells how sure these two are, so they are not judged here but by reading (docs/decisions/015-positions.md).
"""

import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import polars as pl

from assets.codebook import Codebook
from assets.enrich.documents import enriched
from assets.schemas import ATTRIBUTION_SPANS, DOCUMENTS, POSITIONS

CODEBOOK = Path(__file__).parents[1] / "seeds" / "codebook"
FEWEST = 50  # rows of a tenth worth a judgement
TOLERANCE = 0.07
LEAST_COMMON = 0.5  # share of the words of both contents
WORD = re.compile(r"\w+")

Words = frozenset[int]


class Marked(NamedTuple):
    """An attribution as sets of words, each known by its first character."""

    source: Words
    cue: Words
    content: Words


class Judged(NamedTuple):
    """`rule`, `confidence` and `is_right` of all outermost attributions, and of the positions on no issue."""

    attributions: pl.DataFrame
    positions: pl.DataFrame


def judged(folder: Path, codebook: Codebook) -> Judged:
    """What the texts of a folder show."""
    bodies = {path.stem: path.open(encoding="utf-8", newline="").read() for path in sorted((folder / "text").glob("*.txt"))}
    rows = [{"document_id": key, "body": body, "text_origin": "verbatim"} for key, body in bodies.items()]
    tables, _ = enriched(pl.DataFrame(rows, schema=DOCUMENTS.polars), codebook)
    spans = {row["attribution_id"]: row for row in tables[ATTRIBUTION_SPANS].iter_rows(named=True)}
    right: dict[str, bool] = {}
    for key, body in bodies.items():
        starts = {match.start(): match.end() for match in WORD.finditer(body)}
        marked = _marked(folder / "attributions" / f"{key}.ann", starts)
        guesses = {
            row["attribution_id"]: Marked(*(_words(row[f"{role}_spans"], starts) for role in Marked._fields))
            for row in spans.values()
            if row["document_id"] == key and row["parent_attribution_id"] is None
        }
        right |= _matched(marked, guesses)
    is_right = pl.col("attribution_id").replace_strict(right, default=False, return_dtype=pl.Boolean).alias("is_right")
    outermost = tables[ATTRIBUTION_SPANS].filter(pl.col("parent_attribution_id").is_null())
    on_none = tables[POSITIONS].filter(pl.col("issue_id").is_null())
    return Judged(outermost.select("rule", "confidence", is_right), on_none.select("rule", "confidence", is_right))


def by_tenth(rows: pl.DataFrame) -> pl.DataFrame:
    """Tenths of confidence: `rows`, mean `confidence`, share `right`, and whether the two agree where rows are enough."""
    return (
        rows.group_by((pl.col("confidence") * 10).floor().clip(0, 9).cast(pl.Int64).alias("tenth"))
        .agg(rows=pl.len(), confidence=pl.col("confidence").mean(), right=pl.col("is_right").mean())
        .sort("tenth")
        .with_columns(
            verdict=pl.when(pl.col("rows") < FEWEST)
            .then(pl.lit("few"))
            .when((pl.col("right") - pl.col("confidence")).abs() <= TOLERANCE)
            .then(pl.lit("holds"))
            .otherwise(pl.lit("off"))
        )
    )


def _matched(marked: list[Marked], guesses: dict[str, Marked]) -> dict[str, bool]:
    """Each marked attribution with the one whose cue has most in common with it; right where source and content fit as well."""
    found: dict[str, bool] = {}
    for one in marked:
        free = {key: len(one.cue & guess.cue) for key, guess in guesses.items() if key not in found}
        best = max(free, key=lambda key: free[key], default=None)
        if best is None or not free[best]:
            continue
        guess = guesses[best]
        same_source = bool(one.source & guess.source) or not (one.source or guess.source)
        common = len(one.content & guess.content) / max(1, len(one.content | guess.content))
        found[best] = same_source and common >= LEAST_COMMON
    return found


def _marked(path: Path, starts: dict[int, int]) -> list[Marked]:
    spans: dict[str, list[tuple[int, int]]] = {}
    found: list[dict[str, list[tuple[int, int]]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T") and (offsets := re.match(r"\S+ ([\d ;]+)\t", rest)):
            spans[name] = [(int(first), int(last)) for first, last in (pair.split() for pair in offsets[1].split(";"))]
        elif name.startswith("E"):
            roles: dict[str, list[tuple[int, int]]] = defaultdict(list)
            for role, target in (argument.split(":") for argument in rest.split()[1:]):
                roles[re.sub(r"\d+$", "", role).lower()] += spans.get(target, [])
            found.append(roles)
    return [Marked(*(_words(roles.get(role, []), starts) for role in Marked._fields)) for roles in found]


def _words(spans: list[tuple[int, int]], starts: dict[int, int]) -> Words:
    return frozenset(start for start, end in starts.items() if any(first < end and start < last for first, last in spans))


def main(arguments: list[str]) -> int:
    """Print the table; exit status 1 where a tenth with rows enough is off."""
    if len(arguments) != 1:
        print("usage: python -m benchmarks.reliability DIR", file=sys.stderr)
        return 2
    found = judged(Path(arguments[0]), Codebook.load(CODEBOOK))
    is_off = False
    for name, rows in (("all attributions", found.attributions), ("positions on no issue (issue and stance not judged)", found.positions)):
        table = by_tenth(rows)
        print(f"{name}\n{'confidence':12s}{'rows':>6s}{'mean':>7s}{'right':>7s}")
        for tenth, count, mean, share, verdict in table.iter_rows():
            print(f"{tenth / 10:.1f}–{(tenth + 1) / 10:.1f}     {count:6d}{mean:7.2f}{share:7.2f}  {verdict}")
        is_off = is_off or "off" in table["verdict"]
    return int(is_off)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
