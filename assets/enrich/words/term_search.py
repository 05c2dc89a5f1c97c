"""Finding many terms in a text at whole words. What a term means belongs to the room that asked for it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
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
        by_key: dict[str, list[tuple[int, str, bool]]] = {}
        for number, term in enumerate(map(plain, terms)):
            by_key.setdefault(term.lower(), []).append((number, term, term.islower()))
        self._terms = list(by_key.values())  # number, term and whether it is all in lower case, by pattern of the automaton
        self._automaton = AhoCorasick(list(by_key), matchkind=MatchKind.Standard) if by_key else None

    def find(self, text: str) -> Iterator[Hit]:
        """All hits, overlapping ones too."""
        if self._automaton is None:
            return
        one_way = plain(text)
        low = one_way.lower()
        if len(low) != len(one_way):  # a letter whose lower case is longer: İ
            low = "".join(c.lower() if len(c.lower()) == 1 else c for c in one_way)
        length = len(low)
        for key, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True):
            if start and low[start - 1].isalnum():
                continue
            last = end
            if end < length and low[end].isalnum():
                if low[end] != "s" or (end + 1 < length and low[end + 1].isalnum()):
                    continue
                last = end + 1
            is_second = start > 1 and low[start - 1] == "-" and low[start - 2].isalnum()  # "escalating" in "de-escalating"
            for number, term, is_lower in self._terms[key]:
                if not is_second if is_lower else one_way.startswith(term, start) or _has_capitals_of(one_way[start:end], term):
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


def _has_capitals_of(words: str, term: str) -> bool:
    """Whether every capital of the term is one in the text; other letters may be either: "Paris agreement", "Paris Agreement"."""
    return all(one == other or not other.isupper() for one, other in zip(words, term, strict=True))
