"""How much of two documents' wording is the same: the counting behind `assets.resolve.copies`, for millions of pairs.

Here belongs counting only. Which pairs are worth it, and what the counts say of them, does not.

All values are laid out once, a document's side by side, as numbers that say which value it is and which form. A document is
then marked in a table of all numbers and those it is paired with are looked up there, all in one go: joining the values of
each pair took ten times as long.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

# A document's beginning: this share of its values.
LEAD = 0.25
# The half of a value that says what fills its form: names and numbers, or nothing.
FILLING, FORM_SHIFT = np.uint64(2**32 - 1), np.uint64(32)
INDEX_SHIFT = np.uint64(32)
HAS, HAS_MORE = 1, 2  # marks: the document has it; has it in its beginning, or filled

COUNTS = ("shared", "factual", "agreeing", "lead_left", "lead_right")

Array = npt.NDArray[Any]


def counted(texts: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """What the documents of each pair have in common.

    Parameters
    ----------
    texts
        Frame with `index` (row number) and `signature` (distinct values, in the order of the text).
    pairs
        Frame `left`, `right` of such indexes, ordered by `left`; both have a signature.

    Returns
    -------
    `pairs` with the columns `shared` (values), `factual` (forms that both have and one of them fills), `agreeing` (forms that
    both fill alike), `lead_left` and `lead_right` (values of its beginning that the other has).
    """
    asked = pl.concat([pairs.select(index="left"), pairs.select(index="right")]).unique()
    laid_out = _LaidOut(texts.select("index", "signature").join(asked, on="index", how="semi"), texts.height)
    left, right = pairs["left"].to_numpy(), pairs["right"].to_numpy()
    counts = np.zeros((len(COUNTS), pairs.height), dtype=np.uint32)
    for first, last in _runs(left):
        counts[:, first:last] = laid_out.common(left[first], right[first:last])
    return pairs.with_columns(pl.Series(name, column) for name, column in zip(COUNTS, counts, strict=True))


class _LaidOut:
    """The values and the forms of all documents, and a table to mark those of one document in."""

    def __init__(self, texts: pl.DataFrame, documents: int) -> None:
        sizes = texts["signature"].list.len().to_numpy()
        lengths = np.zeros(documents, dtype=np.int64)
        lengths[texts["index"].to_numpy()] = sizes
        exploded = texts.select(pl.col("index").cast(pl.UInt64), value="signature").explode("value", empty_as_null=False)
        different = exploded["value"].unique().sort().to_numpy()
        place = np.arange(exploded.height, dtype=np.int64) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        is_lead = place < np.repeat(np.ceil(sizes * LEAD), sizes)
        # by document, then by value: the values of one form stand side by side; document, value and place sorted as one number
        ordered = (exploded["value"].rank("dense").to_numpy().astype(np.uint64) - 1) << 1 | is_lead
        ordered |= exploded["index"].to_numpy() << INDEX_SHIFT
        del exploded, place, is_lead
        ordered.sort()
        document, self.value = (ordered >> INDEX_SHIFT).astype(np.uint32), ordered.astype(np.uint32) >> 1
        self.is_lead = (ordered & 1).astype(np.bool_)
        del ordered
        self.is_filled = ((different & FILLING) > 0)[self.value]
        self.form = np.cumsum(differs(different >> FORM_SHIFT), dtype=np.uint32)[self.value]
        self.ends = np.cumsum(lengths)
        begins = np.flatnonzero(differs(document) | differs(self.form))
        self.distinct_form = self.form[begins]
        self.is_form_filled = np.logical_or.reduceat(self.is_filled, begins)
        self.form_ends = np.cumsum(np.bincount(document[begins], minlength=documents))
        self.marks = np.zeros(len(different), dtype=np.uint8)
        self.form_marks = np.zeros(len(different) + 1, dtype=np.uint8)

    def common(self, document: int, others: Array) -> tuple[Array, ...]:
        """The counts of a document with each of the others, in the order of `COUNTS`."""
        mine, my_forms = _positions(self.ends, document), _positions(self.form_ends, document)
        self.marks[self.value[mine]] = np.where(self.is_lead[mine], HAS_MORE, HAS)
        self.form_marks[self.distinct_form[my_forms]] = np.where(self.is_form_filled[my_forms], HAS_MORE, HAS)
        rows, begins = _all_positions(self.ends, others)
        hit = self.marks[self.value[rows]]
        form_rows, form_begins = _all_positions(self.form_ends, others)
        form_hit = self.form_marks[self.distinct_form[form_rows]]
        alike = (hit > 0) & self.is_filled[rows]
        self.marks[self.value[mine]] = 0
        self.form_marks[self.distinct_form[my_forms]] = 0
        return (
            _sums(hit > 0, begins),
            _sums((form_hit == HAS_MORE) | ((form_hit == HAS) & self.is_form_filled[form_rows]), form_begins),
            _sums(_first_of_form(alike, self.form[rows], begins), begins),
            _sums(hit == HAS_MORE, begins),
            _sums((hit > 0) & self.is_lead[rows], begins),
        )


def _runs(ordered: Array) -> Iterator[tuple[int, int]]:
    """Beginning and end of each run of equal numbers."""
    begins = np.flatnonzero(differs(ordered))
    return zip(begins.tolist(), [*begins[1:].tolist(), len(ordered)], strict=True)


def differs(ordered: Array) -> Array:
    """Whether a number is not the one before it; the first is not."""
    different = np.ones(len(ordered), dtype=np.bool_)
    different[1:] = ordered[1:] != ordered[:-1]
    return different


def _positions(ends: Array, document: int) -> slice:
    return slice(ends[document - 1] if document else 0, ends[document])


def _all_positions(ends: Array, documents: Array) -> tuple[Array, Array]:
    """Positions of what several documents have, one document after the other, and where each begins among them."""
    first = np.where(documents > 0, ends[documents.astype(np.int64) - 1], 0)
    lengths = ends[documents] - first
    begins = np.cumsum(lengths) - lengths
    return np.arange(lengths.sum()) + np.repeat(first - begins, lengths), begins


def _sums(flags: Array, begins: Array) -> Array:
    return np.add.reduceat(flags, begins, dtype=np.uint32)


def _first_of_form(flags: Array, forms: Array, begins: Array) -> Array:
    """The flags, of several of one form in one document the first only."""
    chosen = np.flatnonzero(flags)
    is_first = differs(forms[chosen]) | differs(np.searchsorted(begins, chosen, side="right"))
    kept = np.zeros(len(flags), dtype=np.bool_)
    kept[chosen[is_first]] = True
    return kept
