"""From which document a machine-paraphrased one was made. Copies that keep their words are found in `copies`.

A machine that exchanges every other word leaves names, numbers and the order of paragraphs. So the names and numbers of the
paraphrase are aligned, paragraph by paragraph and in order, with those of documents that share the rare ones of them; each
counts by its rarity in the corpus. Another newsroom's report of the same events has the same names in another order.
"""

import math
from collections import defaultdict
from collections.abc import Sequence

import polars as pl

from assets.clean.signatures import PARAGRAPH_END

# A name in more documents than this leads to no candidate.
COMMON = 500
CANDIDATES = 40
AT_ONCE = 100  # paraphrases, to bound memory
# Share of the paraphrase's names and numbers, by weight, found in order in the other. Set on `benchmarks.duplicates`, seed 1.
MIN_ALIGNED = 0.72
NEAR_ALIGNED = 0.6
# The best document of another story must stay so far behind: of two reports alike neither is the original.
MARGIN = 0.1
# Fewer distinct names and numbers prove nothing.
MIN_FACTS = 8

Paragraphs = list[list[int]]


def retold(texts: pl.DataFrame, story: Sequence[int]) -> pl.DataFrame:
    """The document that each machine-paraphrased one retells.

    Parameters
    ----------
    texts
        Frame with `index` (row number), `text_origin`, `fact_signature`.
    story
        For each index the story it is in so far.

    Returns
    -------
    Frame `index`, `original` (index of the best document), `aligned` (0-1), `is_retold`: one row for each paraphrase with a
    document that comes near; in order.
    """
    flagged = texts.filter(pl.col("text_origin") == "machine_paraphrased", pl.col("fact_signature").list.len() >= MIN_FACTS)
    if flagged.is_empty():
        return pl.DataFrame(schema=RETOLD)
    asked = _facts(flagged.lazy()).select("fact").unique()
    facts = _facts(texts.lazy()).join(asked, on="fact", how="semi").collect(engine="streaming")
    sizes = facts.group_by("fact").agg(documents=pl.len())
    weights = {fact: math.log((texts.height + 1) / documents) for fact, documents in sizes.iter_rows()}
    rare = sizes.filter(pl.col("documents").is_between(2, COMMON)).with_columns(weight=pl.col("fact").replace_strict(weights))
    paraphrases = set(flagged["index"])
    rows = []
    for part in flagged.sort("index").iter_slices(AT_ONCE):
        for index, found in _compared(part, texts, _candidates(part, facts, rare), weights).items():
            verbatim = [pair for pair in found if pair[1] not in paraphrases]
            lost, original = min(verbatim) if verbatim and min(verbatim)[0] <= -MIN_ALIGNED else min(found)
            rival = max((-other_lost for other_lost, other in verbatim if story[other] != story[original]), default=0.0)
            if lost <= -NEAR_ALIGNED:
                rows.append((index, original, -lost, lost <= -MIN_ALIGNED and -lost - rival >= MARGIN))
    return pl.DataFrame(rows, schema=RETOLD, orient="row").sort("index")


RETOLD = pl.Schema({"index": pl.UInt32, "original": pl.UInt32, "aligned": pl.Float64, "is_retold": pl.Boolean})


def _facts(texts: pl.LazyFrame) -> pl.LazyFrame:
    """Each document's names and numbers, each once: `index`, `fact`."""
    facts = texts.select("index", fact="fact_signature").explode("fact", empty_as_null=True)
    return facts.filter(pl.col("fact") != PARAGRAPH_END).unique()


def _candidates(flagged: pl.DataFrame, facts: pl.DataFrame, rare: pl.DataFrame) -> pl.DataFrame:
    """For each paraphrase the documents that share most of its names, the rare ones counting more: `index`, `original`."""
    asked = facts.join(flagged, on="index", how="semi")
    enough = asked.group_by("index").len().filter(pl.col("len") >= MIN_FACTS)
    return (
        asked.join(enough, on="index", how="semi")
        .join(rare, on="fact")
        .join(facts.rename({"index": "original"}), on="fact")
        .filter(pl.col("index") != pl.col("original"))
        .group_by("index", "original")
        .agg(pl.col("weight").sort().sum().round(9))
        .sort("index", pl.col("weight").neg(), "original")
        .group_by("index", maintain_order=True)
        .head(CANDIDATES)
        .select("index", "original")
    )


def _compared(
    flagged: pl.DataFrame, texts: pl.DataFrame, pairs: pl.DataFrame, weights: dict[int, float]
) -> dict[int, list[tuple[float, int]]]:
    """For each paraphrase its candidates, each behind the negative share of it that they hold: the best sorts first."""
    needed = texts.join(pairs.select(index="original").unique(), on="index", how="semi")
    signatures = dict(pl.concat([needed, flagged]).select("index", "fact_signature").iter_rows())
    found: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for index, original in pairs.iter_rows():
        aligned = _aligned(_paragraphs(signatures[index]), _paragraphs(signatures[original]), weights)
        found[index].append((-round(aligned, 9), original))
    return found


def _paragraphs(values: Sequence[int]) -> Paragraphs:
    paragraphs: Paragraphs = [[]]
    for value in values:
        if value == PARAGRAPH_END:
            paragraphs.append([])
        elif value not in paragraphs[-1]:
            paragraphs[-1].append(value)
    return paragraphs


def _aligned(paraphrase: Paragraphs, original: Paragraphs, weights: dict[int, float]) -> float:
    """Weight of the facts found when paragraphs are matched in order: a share of the weight of all facts of the paraphrase.

    Several paragraphs of the paraphrase may stand for one of the original, and one for several, as many as their numbers
    make likely: rewriting divides and joins them.
    """
    total = sum(weights.get(fact, 0.0) for paragraph in paraphrase for fact in paragraph)
    sets = [frozenset(paragraph) for paragraph in original]
    span = -(-len(original) // len(paraphrase))
    best = [0.0] * (len(original) + 1)
    for paragraph in paraphrase:
        row = [0.0] * len(best)
        for column in range(1, len(best)):
            row[column] = max(row[column - 1], best[column])
            missing, gain = paragraph, 0.0
            for first in range(column - 1, max(-1, column - 1 - span), -1):
                gain += sum(weights.get(fact, 0.0) for fact in missing if fact in sets[first])
                missing = [fact for fact in missing if fact not in sets[first]]
                row[column] = max(row[column], max(best[first], best[first + 1]) + gain)
        best = row
    return best[-1] / total if total else 0.0
