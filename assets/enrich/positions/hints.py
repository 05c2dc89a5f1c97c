"""Terms of issues where a body names them, and the words that they need near them. What they add up to is found in `issues` and `themes`."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from assets.enrich.words.term_search import plain

Span = tuple[int, int]
Needs = tuple[tuple[str, ...], ...]  # words of which one must stand near; those that only count together in one tuple


class Hint(NamedTuple):
    """A term of an issue at characters [start, end) of the body."""

    start: int
    end: int
    issue_id: str
    weight: float
    needs: Needs
    is_against: bool


class Context:
    """Where the words that terms need are looked for: a paragraph and the title."""

    def __init__(self, text: str, title: str) -> None:
        self._text = f"{_in_title_case(text)} {_in_title_case(title)}"
        self._met: dict[Needs, bool] = {(): True}
        self._has: dict[str, bool] = {}  # many terms need the same words

    def meets(self, needs: Needs) -> bool:
        """Whether it has one of the words that a term needs."""
        met = self._met.get(needs)
        if met is None:
            met = self._met[needs] = any(all(map(self._finds, together)) for together in needs)
        return met

    def _finds(self, word: str) -> bool:
        has = self._has.get(word)
        if has is None:
            has = self._has[word] = word in self._text and _whole_word(word).search(self._text) is not None
        return has


@lru_cache(maxsize=64)
def context(paragraph: str, title: str) -> Context:
    """The context of the statements of a paragraph, made once."""
    return Context(paragraph, title)


def any_in(hints: list[Hint], span: Span) -> bool:
    """Whether a term begins in a span: most have none, and are told apart cheaply."""
    first = bisect_left(hints, (span[0],))
    return first < len(hints) and hints[first].start < span[1]


def longest(hints: list[Hint]) -> list[Hint]:
    """Without terms that lie inside a longer one: "sanctions" in "lifting sanctions"."""
    if len(hints) < 2:
        return hints
    ends = {hint.start: hint.end for hint in hints}  # of the longest that begins there, for hints are in order
    kept, furthest, place = [], 0, -1  # furthest: where what begins further left ends
    for hint in hints:
        if hint.start != place:
            furthest, place = max(furthest, ends.get(place, 0)), hint.start
        if hint.end > furthest and hint.end == ends[place]:
            kept.append(hint)
    return kept


def _in_title_case(text: str) -> str:
    """A text with its marks written one way; a headline all in capitals as one in title case."""
    return plain(text.title() if text.isupper() else text)


@lru_cache(maxsize=4096)
def _whole_word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}s?(?!\w)")
