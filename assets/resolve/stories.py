"""Which documents tell the same story: wire copies, near-duplicates, shortened reprints. What happened in it is `happenings`.

Which pairs are copies is judged in `copies`, what a machine retold in `retellings`; here pairs become stories. Two newsrooms
that quote the same press conference in their own words are two stories: they are two independent sources. A round-up that
holds several stories is none of them, and does not make them one.
"""

from collections import defaultdict
from collections.abc import Iterable

import polars as pl

from assets.resolve.copies import NEAR_AGREEMENT, compared
from assets.resolve.retellings import retold
from assets.schemas import STORIES

Pair = tuple[int, int]

# From this resemblance on two texts are one text, whatever it holds.
SAME_WORDS = 0.8
# A round-up holds so much of each of its stories.
PART = 0.35


def stories(documents: pl.DataFrame) -> pl.DataFrame:
    """Each document's story, and whether the story is told by it.

    Parameters
    ----------
    documents
        Frame with the columns `document_id`, `signature`, `quote_signature`, `fact_signature`, `word_count`, `text_origin`,
        `published_on` of `schemas.DOCUMENTS`.

    Returns
    -------
    Frame of `schemas.STORIES`. The primary document is the most complete verbatim copy: not machine-paraphrased, the most
    words, the earliest date, the smallest id; its id is the story's.
    """
    # the place among all ids instead of a sort: the signatures stay where they are
    place = (pl.col("document_id").rank("ordinal") - 1).cast(pl.UInt32)
    texts = documents.select(
        "document_id", "signature", "quote_signature", "fact_signature", "word_count", "text_origin", "published_on", index=place
    )
    pairs = compared(texts)
    copies = _without_round_ups(pairs)
    retellings = retold(texts, _components(texts.height, copies))
    copies += retellings.filter("is_retold").select("index", "original").iter_rows()
    component = pl.Series("component", _components(texts.height, copies), dtype=pl.Int64)
    small = texts.select("index", "document_id", "word_count", "text_origin", "published_on").sort("index")
    ranked = small.with_columns(component).sort(
        "component",
        pl.col("text_origin") == "machine_paraphrased",
        pl.col("word_count").fill_null(0).neg(),
        "published_on",
        "document_id",
        nulls_last=True,
    )
    primary = pl.col("document_id").first().over("component")
    told = ranked.select("index", "document_id", story_id=primary, is_story_primary=pl.col("document_id") == primary)
    return STORIES.conform(told.join(_near(told, pairs, retellings), on="index", how="left").drop("index"))


def _without_round_ups(pairs: pl.DataFrame) -> list[Pair]:
    """The copies, without those of documents that hold much of others which have nothing to do with each other.

    Two round-ups with the same words stay copies of each other.
    """
    agrees = pl.col("agreement") >= NEAR_AGREEMENT
    alike = set(pairs.filter(agrees | pl.col("is_copy")).select("left", "right").iter_rows())
    held: dict[int, list[int]] = defaultdict(list)
    is_part = pl.col("is_near") & agrees & (pl.col("containment") >= PART)
    parts = pairs.filter(pl.col("is_copy") | is_part, pl.col("resemblance") < SAME_WORDS)
    for left, right in parts.select("left", "right").iter_rows():
        held[left].append(right)
        held[right].append(left)
    round_ups = [document for document, others in held.items() if len(others) > 1 and not _is_connected(others, alike)]
    is_of_round_up = pl.col("left").is_in(round_ups) | pl.col("right").is_in(round_ups)
    return [*pairs.filter("is_copy", ~is_of_round_up | (pl.col("resemblance") >= SAME_WORDS)).select("left", "right").iter_rows()]


def _is_connected(documents: list[int], alike: set[Pair]) -> bool:
    """Whether pairs that share words join all of these documents."""
    reached, left = [documents[0]], set(documents[1:])
    while reached and left:
        document = reached.pop()
        found = {other for other in left if (min(document, other), max(document, other)) in alike}
        left -= found
        reached += found
    return not left


def _components(count: int, pairs: Iterable[Pair]) -> list[int]:
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


def _near(told: pl.DataFrame, pairs: pl.DataFrame, retellings: pl.DataFrame) -> pl.DataFrame:
    """For each document the closest one of another story, where it missed by little: `index`, `near_document_id`, `near_share`."""
    close = pairs.filter(pl.col("is_near") | pl.col("is_copy")).select("left", "right", share="containment")
    sides = [
        close.select(index="left", other="right", share="share"),
        close.select(index="right", other="left", share="share"),
        retellings.select("index", other="original", share="aligned"),
    ]
    names = told.select("index", "document_id", "story_id")
    return (
        pl.concat(sides)
        .join(names.select("index", "story_id"), on="index")
        .join(names.select(other="index", near_document_id="document_id", near_story_id="story_id"), on="other")
        .filter(pl.col("story_id") != pl.col("near_story_id"))
        .sort("index", pl.col("share").neg(), "near_document_id")
        .group_by("index", maintain_order=True)
        .first()
        .select("index", "near_document_id", near_share=pl.col("share").round(3))
    )
