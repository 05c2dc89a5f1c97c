"""Finding many terms in a text at whole words. What a term means belongs to the room that asked for it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

# Marks that are written in several ways, one character for one.
WRITTEN = {"’": "'", "‘": "'", "–": "-", "‑": "-", "—": "-", "\u00a0": " ", "\n": " "}
SAME = str.maketrans(WRITTEN)


Placed = TypeVar("Placed", bound=Any)  # a named tuple that begins with `start` and `end`


class Hit(NamedTuple):
    """A term at characters [start, end); `number` counts the terms given."""

    start: int
    end: int
    number: int


class TermSearch:
    """An automaton over terms. A term in lower case matches any case; capitals of a term must be capitals.

    A plural "s" may follow a term.
    """

    def __init__(self, terms: Iterable[str]) -> None:
        self.terms = [plain(term) for term in terms]
        self._numbers: dict[str, list[int]] = {}
        for number, term in enumerate(self.terms):
            self._numbers.setdefault(term.lower(), []).append(number)
        self._keys = list(self._numbers)
        self._automaton = AhoCorasick(self._keys, matchkind=MatchKind.Standard) if self._keys else None

    def find(self, text: str) -> Iterator[Hit]:
        """All hits, overlapping ones too."""
        if self._automaton is None:
            return
        one_way, low = _folded(text)
        for key, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True):
            if start and low[start - 1].isalnum():
                continue
            last = end
            if end < len(low) and low[end].isalnum():
                if low[end] != "s" or (end + 1 < len(low) and low[end + 1].isalnum()):
                    continue
                last = end + 1
            for number in self._numbers[self._keys[key]]:
                term = self.terms[number]
                if term.islower() and start and low[start - 1] == "-" and start > 1 and low[start - 2].isalnum():
                    continue  # "escalating" in "de-escalating"
                if term.islower() or _has_capitals_of(one_way[start:end], term):
                    yield Hit(start, last, number)


def within(found: list[Placed], start: int, end: int) -> list[Placed]:
    """Of hits in the order of the text (or what else begins with `start` and `end`), those that lie wholly in [start, end)."""
    first = bisect_left(found, (start,))
    return [one for one in found[first : bisect_left(found, (end,), first)] if one.end <= end]


def plain(text: str) -> str:
    """`text.translate(SAME)`, mark by mark: of a long text in a twentieth of the time, for `translate` looks every character up."""
    if text.isascii():
        return text.replace("\n", " ")
    for mark, same in WRITTEN.items():
        text = text.replace(mark, same)
    return text


@lru_cache(maxsize=1)
def _folded(text: str) -> tuple[str, str]:
    """A text with its marks written one way, and the same in lower case; one body is mostly searched several times."""
    one_way = plain(text)
    low = one_way.lower()
    if len(low) != len(one_way):  # a letter whose lower case is longer: İ
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in one_way)
    return one_way, low


def _has_capitals_of(words: str, term: str) -> bool:
    """Whether every capital of the term is one in the text; other letters may be either: "Paris agreement", "Paris Agreement"."""
    return all(one == other or not other.isupper() for one, other in zip(words, term, strict=True))
