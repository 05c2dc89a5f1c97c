"""Which pairs of documents are worth comparing: those that share some of the sampled shingles.

Here belongs the search only; what makes two documents copies stands in `assets.resolve.copies`. All values are sorted, so that
the documents of a value stand side by side, and a pair is one number: tens of millions of them are sorted and counted in a
few hundred megabytes.
"""

from collections.abc import Iterator

import numpy as np
import polars as pl

from assets.resolve.shared_words import Array, differs

# Values two documents must share to be compared at all.
MIN_SHARED = 4
# Values are searched in so many parts, to bound memory.
PARTS = 8
# Of a value in more documents than this, each is compared with its neighbour and the first only: that joins copies as well.
ALL_PAIRS_UP_TO = 40

INDEX_BITS, INDEX = np.uint64(32), np.uint64(2**32 - 1)


def candidates(texts: pl.DataFrame) -> pl.DataFrame:
    """Pairs `left` < `right` of a frame (`index`, `value`: a list) that share at least `MIN_SHARED` values, in order."""
    values = texts.select(pl.col("index").cast(pl.UInt64), "value").explode("value", empty_as_null=True).drop_nulls("value")
    parts = (values.filter(pl.col("value") % PARTS == part).filter(pl.col("value").is_duplicated()) for part in range(PARTS))
    pairs = np.concatenate([some for part in parts for some in _pairs_within(part.sort("value", "index"))])
    pairs.sort()
    begins = np.flatnonzero(differs(pairs))
    shared = np.diff(begins, append=len(pairs))
    chosen = pairs[begins[shared >= MIN_SHARED]]
    return pl.DataFrame({"left": chosen >> INDEX_BITS, "right": chosen & INDEX}, schema={"left": pl.UInt32, "right": pl.UInt32})


def _pairs_within(members: pl.DataFrame) -> Iterator[Array]:
    """Pairs of members (ordered) of one value, each as one number: all in small groups, neighbours and the first in large ones."""
    index, value = members["index"].to_numpy(), members["value"].to_numpy()
    begins = np.flatnonzero(differs(value))
    sizes = np.diff(begins, append=len(value))
    is_large = np.repeat(sizes > ALL_PAIRS_UP_TO, sizes)
    # each member with the one so many places on, as long as that is of the same value
    left, distance = np.flatnonzero(~is_large), 1
    while len(left):
        left = left[left + distance < len(value)]
        left = left[value[left] == value[left + distance]]
        yield index[left] << INDEX_BITS | index[left + distance]
        distance += 1
    large = np.flatnonzero(is_large & ~differs(value))
    yield index[large - 1] << INDEX_BITS | index[large]
    first = np.repeat(begins, sizes)[large]
    later = large[first != large - 1]
    yield index[first[first != large - 1]] << INDEX_BITS | index[later]
