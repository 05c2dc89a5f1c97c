"""Which documents tell the same story: wire copies, near-duplicates, shortened reprints. What happened in it is `happenings`.

Candidates come from locality-sensitive hashing of the MinHash signatures that `assets.clean.signatures` left (24 bands of 3
slots; Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3) and from shared long quotations; every
candidate pair is then verified by the share of equal slots. Two newsrooms that quote the same press conference in their own
words are two stories: they are two independent sources.
"""

from collections.abc import Iterable

import numpy as np
import polars as pl

from assets.schemas import STORIES

BANDS, BAND_SLOTS = 24, 3
# Estimated Jaccard similarity from which two texts are copies. Unrelated news on one event stays below .1.
COPY_SIMILARITY = 0.45
# A shortened reprint: nearly all of the shorter text stands in the longer one.
PART_CONTAINMENT, PART_SIMILARITY = 0.7, 0.2
# Rewritten copies keep the quotations: with most of them shared, less common text is enough. Independent reports of one press
# conference share quotations as well, and reach .2 by them alone.
SHARED_QUOTATIONS, SHARED_QUOTATION_SHARE, QUOTED_SIMILARITY = 2, 0.5, 0.3
# The same form of words a season later is another story, unless it is word for word the same text.
DAYS_APART, IDENTICAL_SIMILARITY = 30, 0.9
# Within a larger group of candidates each is compared with its neighbour and the first only: that joins copies as well.
ALL_PAIRS_UP_TO = 40
EMPTY_SLOT = np.iinfo(np.uint64).max


def stories(documents: pl.DataFrame) -> pl.DataFrame:
    """Each document's story, and whether the story is told by it.

    Parameters
    ----------
    documents
        Frame with the columns `document_id`, `signature`, `quote_signature`, `word_count`, `text_origin`, `published_on`
        of `schemas.DOCUMENTS`.

    Returns
    -------
    Frame of `schemas.STORIES`. The primary document is the most complete verbatim copy: not machine-paraphrased, the most
    words, the earliest date, the smallest id; its id is the story's.
    """
    texts = documents.select(
        "document_id", "signature", "quote_signature", "word_count", "text_origin", "published_on"
    ).sort("document_id").with_row_index("index")  # fmt: skip
    pairs = _verified(texts, _candidates(texts))
    component = pl.Series("component", _components(texts.height, pairs.select("left", "right").iter_rows()), dtype=pl.Int64)
    ranked = texts.with_columns(component).sort(
        "component",
        pl.col("text_origin") == "machine_paraphrased",
        pl.col("word_count").fill_null(0).neg(),
        "published_on",
        "document_id",
        nulls_last=True,
    )
    primary = pl.col("document_id").first().over("component")
    return STORIES.conform(
        ranked.select("document_id", story_id=primary, is_story_primary=pl.col("document_id") == primary),
    )


def _candidates(texts: pl.DataFrame) -> pl.DataFrame:
    """Pairs (`left` < `right`) that share a band of slots or a long quotation."""
    signed = texts.filter(pl.col("signature").list.len() == BANDS * BAND_SLOTS)
    slots = [f"slot_{number}" for number in range(BAND_SLOTS)]
    bands = [
        signed.select("index", *(pl.col("signature").list.get(band * BAND_SLOTS + number).alias(slot) for number, slot in enumerate(slots)))
        .filter(pl.any_horizontal(pl.col(slots) != EMPTY_SLOT))
        .pipe(_pairs_within, slots)
        for band in range(BANDS)
    ]
    quotations = texts.select("index", quotation="quote_signature").explode("quotation", empty_as_null=True).drop_nulls().unique()
    return pl.concat([*bands, _pairs_within(quotations, ["quotation"])]).unique().sort("left", "right")


def _pairs_within(members: pl.DataFrame, key: list[str]) -> pl.DataFrame:
    """Pairs of members with the same key: all of them in small groups, neighbours and the first in large ones."""
    groups = (
        members.sort(*key, "index")
        .with_columns(size=pl.len().over(key), first=pl.col("index").first().over(key))
        .filter(pl.col("size") > 1)
    )
    small, large = groups.filter(pl.col("size") <= ALL_PAIRS_UP_TO), groups.filter(pl.col("size") > ALL_PAIRS_UP_TO)
    every = small.select("index", *key).join(small.select("index", *key), on=key, suffix="_right")
    neighbours = large.with_columns(previous=pl.col("index").shift(1).over(key)).drop_nulls("previous")
    return pl.concat(
        [
            every.select(left="index", right="index_right"),
            neighbours.select(left="previous", right="index"),
            neighbours.select(left="first", right="index"),
        ]
    ).filter(pl.col("left") < pl.col("right"))


def _verified(texts: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """The candidate pairs that are copies, by similarity, containment or shared quotations."""
    side = texts.select("index", "published_on", words=pl.col("word_count").fill_null(0), quotations="quote_signature")
    similarity, contained = pl.col("similarity"), pl.col("containment")
    shared = pl.col("quotations").list.set_intersection("quotations_right").list.len()
    fewer = pl.min_horizontal(pl.col("quotations").list.n_unique(), pl.col("quotations_right").list.n_unique())
    near = (pl.col("published_on") - pl.col("published_on_right")).dt.total_days().abs() <= DAYS_APART
    return (
        pairs.with_columns(similarity=pl.Series(_similarities(texts, pairs), dtype=pl.Float64))
        .join(side, left_on="left", right_on="index", maintain_order="left")
        .join(side, left_on="right", right_on="index", maintain_order="left")
        .with_columns(
            containment=similarity
            * (pl.col("words") + pl.col("words_right"))
            / ((1 + similarity) * pl.min_horizontal("words", "words_right").clip(1))
        )
        .filter(
            (similarity >= COPY_SIMILARITY)
            | ((similarity >= PART_SIMILARITY) & (contained >= PART_CONTAINMENT))
            | (
                (similarity >= QUOTED_SIMILARITY)
                & (shared >= SHARED_QUOTATIONS).fill_null(False)
                & (shared >= fewer * SHARED_QUOTATION_SHARE).fill_null(False)
            ),
            near.fill_null(True) | (similarity >= IDENTICAL_SIMILARITY),
        )
    )


def _similarities(texts: pl.DataFrame, pairs: pl.DataFrame, at_once: int = 200_000) -> np.ndarray:
    """Estimated Jaccard similarity of each pair: the share of equal slots among those filled in either text."""
    width = BANDS * BAND_SLOTS
    blank = pl.lit([int(EMPTY_SLOT)] * width, pl.List(pl.UInt64))
    whole = pl.when(pl.col("signature").list.len() == width).then("signature").otherwise(blank)
    slots = texts.select(whole.list.to_array(width)).to_series().to_numpy().reshape(-1, width)
    left, right = pairs["left"].to_numpy(), pairs["right"].to_numpy()
    shares = np.zeros(len(left))
    for start in range(0, len(left), at_once):
        one, other = slots[left[start : start + at_once]], slots[right[start : start + at_once]]
        filled = (one != EMPTY_SLOT) | (other != EMPTY_SLOT)
        equal = (one == other) & filled
        shares[start : start + at_once] = equal.sum(axis=1) / np.maximum(filled.sum(axis=1), 1)
    return shares


def _components(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Connected components by union-find; a component is named by its smallest member."""
    parent = list(range(count))

    def root(member: int) -> int:
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    for left, right in pairs:
        one, other = sorted((root(left), root(right)))
        parent[other] = one
    return [root(member) for member in range(count)]
