"""Signatures by which near-duplicates are found later: MinHash of word shingles, hashes of longer quotations, and how to compare them.

Deciding which documents tell one story belongs to resolve. Hashes are written out here because they are stored: a
library's hash may change with its version.

Method: one-permutation MinHash (Li, Owen, Zhang 2012) with rotation of empty slots (Shrivastava, Li 2014).
"""

import hashlib
import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

SLOTS = 72
SHINGLE = 5  # words
MIN_QUOTE_WORDS = 8

Hashes = npt.NDArray[np.uint64]

WORD = re.compile(r"\w+")
QUOTATION = re.compile(r"[“\"]([^“”\"\n]{20,}?)[”\"]")
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))


def signature(text: str) -> list[int]:
    """72 slots of 64 bits; empty for a text of fewer words than a shingle has."""
    words = WORD.findall(text.lower())
    if len(words) < SHINGLE:
        return []
    hashed = np.fromiter((_word_hash(word) for word in words), dtype=np.uint64, count=len(words))
    count = len(words) - SHINGLE + 1
    shingles = np.zeros(count, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for offset in range(SHINGLE):
            shingles = shingles * _BASE + hashed[offset : offset + count]
    shingles = _mixed(shingles)
    slots = np.full(SLOTS, np.iinfo(np.uint64).max, dtype=np.uint64)
    np.minimum.at(slots, (shingles % np.uint64(SLOTS)).astype(np.intp), shingles)
    return [int(value) for value in _filled(slots)]


def quote_signature(text: str) -> list[int]:
    """Sorted hashes of the quotations of at least eight words: copies of a story keep them when all else is reworded."""
    quotes = (" ".join(WORD.findall(match[1].lower())) for match in QUOTATION.finditer(text))
    return sorted({_text_hash(quote) for quote in quotes if quote.count(" ") + 1 >= MIN_QUOTE_WORDS})


def similarity(left: Sequence[int], right: Sequence[int]) -> float:
    """Estimated share of shingles two texts have in common (Jaccard, 0-1; standard error about 0.06 at 0.5)."""
    if not left or not right:
        return 0.0
    return sum(a == b for a, b in zip(left, right, strict=True)) / SLOTS


@lru_cache(maxsize=200_000)
def _word_hash(word: str) -> int:
    return _text_hash(word)


def _text_hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")


def _mixed(values: Hashes) -> Hashes:
    """SplitMix64's finalizer: spreads neighbouring values over all bits."""
    with np.errstate(over="ignore"):
        values = (values ^ (values >> np.uint64(30))) * _MIX[0]
        values = (values ^ (values >> np.uint64(27))) * _MIX[1]
        return values ^ (values >> np.uint64(31))


def _filled(slots: Hashes) -> Hashes:
    """Empty slots borrow the next filled one, changed by its distance, so that short texts compare too."""
    empty = np.iinfo(np.uint64).max
    filled = slots.copy()
    for slot in np.flatnonzero(slots == empty):
        distance = next(step for step in range(1, SLOTS + 1) if slots[(slot + step) % SLOTS] != empty)
        with np.errstate(over="ignore"):
            filled[slot] = slots[(slot + distance) % SLOTS] + _BASE * np.uint64(distance)
    return filled
