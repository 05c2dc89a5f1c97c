"""Terms of issues where a body names them, and the words that they need. What they add up to is found in `issues` and `themes`."""

from bisect import bisect_left
from collections.abc import Set
from typing import NamedTuple

Span = tuple[int, int]


class Needs(NamedTuple):
    """Words, by their numbers, of which one must stand near a term, or all of one set together."""

    any_of: frozenset[int]
    together: tuple[frozenset[int], ...]

    def met(self, present: Set[int]) -> bool:
        """Whether the words that are present are enough."""
        return not self.any_of.isdisjoint(present) or (bool(self.together) and any(words <= present for words in self.together))


class Hint(NamedTuple):
    """A term of an issue at characters [start, end) of the body; `needs`, if it counts only beside other words."""

    start: int
    end: int
    issue_id: str
    weight: float
    needs: Needs | None
    is_against: bool


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
