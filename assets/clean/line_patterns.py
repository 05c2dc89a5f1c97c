"""Which of many patterns matches a whole line, found fast: by how the line begins, or by the words a pattern cannot do without.

What the patterns mean does not belong here. Most patterns can begin in few ways only, which is a look into a dictionary;
for the others one pass over the line finds their words. Most lines of an article have neither, and no pattern is tried.
"""

import re
from collections.abc import Iterable, Sequence
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation

MIN_LITERAL = 3  # characters; shorter ones stand in most lines
LONG_LITERAL = 6  # characters; longer ones are hardly rarer
LONGEST_SOUGHT = 8  # characters of a literal that are looked for: a large automaton does not stay in the processor's cache
MOST_LITERALS = 2000  # of one pattern
LONGEST_OPENING = 4  # characters of a line's beginning that are told apart, digits not from one another
MOST_OF_SET = 12  # characters of a set that are told apart
COMMON = re.compile(r"[a-z0-9 .,'’\"“”()-]*")  # what lines of text are made of; one character of any other kind is rare enough
DIGIT = re.compile(r"\d")
Literals = frozenset[str]


class LinePatterns:
    """Patterns (regular expressions, any case), tried in their order on whole lines up to a length."""

    def __init__(self, patterns: Sequence[str], longest: int) -> None:
        self.longest = longest
        self._patterns = patterns
        self._compiled: dict[int, re.Pattern[str]] = {}  # when first tried: most never are in a small run
        self._widths: list[int] = []  # greatest length of a line that each matches
        self._opening: dict[str, list[int]] = {}  # "": those that are tried on every line
        needing: dict[str, list[int]] = {}
        for number, pattern in enumerate(patterns):
            parsed = _parser.parse(pattern, re.IGNORECASE)
            self._widths.append(int(min(parsed.getwidth()[1], longest)))
            for branch in _branches(parsed):
                openings = frozenset(opening for opening, _ in _openings(branch))
                is_telling = all(len(opening) > 1 or (opening and not opening.isalpha()) for opening in openings)
                literals = None if is_telling else _needed(branch)
                place, keys = (self._opening, openings) if literals is None else (needing, literals)
                for key in {key[:LONGEST_SOUGHT] for key in keys}:
                    place.setdefault(key, []).append(number)
        self._sizes = sorted(set(map(len, self._opening)))
        self._needing = list(needing.values())
        self._automaton = AhoCorasick(list(needing), implementation=Implementation.DFA) if needing else None

    def match(self, line: str) -> tuple[int, re.Match[str]] | None:
        """The number of the first pattern that matches the line from end to end, with its match."""
        if (length := len(line)) > self.longest:
            return None
        found: set[int] = set()
        lower = line.lower()
        opening = DIGIT.sub("0", lower[:LONGEST_OPENING])
        for size in self._sizes:
            if numbers := self._opening.get(opening[:size]):
                found.update(numbers)
        if self._automaton is not None:
            for literal, _, _ in self._automaton.find_matches_as_indexes(lower, overlapping=True):
                found.update(self._needing[literal])
        for number in sorted(found):
            if length <= self._widths[number] and (match := self._pattern(number).fullmatch(line)):
                return number, match
        return None

    def _pattern(self, number: int) -> re.Pattern[str]:
        if (pattern := self._compiled.get(number)) is None:
            pattern = self._compiled[number] = re.compile(self._patterns[number], re.IGNORECASE)
        return pattern


def _branches(parsed: Any) -> list[Iterable[tuple[Any, Any]]]:
    """The alternatives of a pattern, each of which is looked for by itself."""
    return list(parsed[0][1][1]) if len(parsed) == 1 and parsed[0][0] is _constants.BRANCH else [parsed]


def _openings(sequence: Iterable[tuple[Any, Any]]) -> set[tuple[str, bool]]:
    """What a match of the sequence may begin with, up to `LONGEST_OPENING` characters in lower case; true where that is all of it."""
    found = {("", True)}
    for operation, argument in sequence:
        more = {
            ((so_far + opening)[:LONGEST_OPENING], is_all and len(so_far + opening) < LONGEST_OPENING)
            for so_far, goes_on in found
            if goes_on
            for opening, is_all in _openings_of(operation, argument)
        }
        if not more:
            break
        if len(more) > MOST_LITERALS:
            return {(opening, False) for opening, _ in found}
        found = {one for one in found if not one[1]} | more
    return found


def _openings_of(operation: Any, argument: Any) -> set[tuple[str, bool]]:
    if operation is _constants.SUBPATTERN:
        return _openings(argument[3])
    if operation is _constants.BRANCH:
        return set().union(*map(_openings, argument[1]))
    if operation in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
        least, most, inner = argument
        once = {(opening, is_all and most == 1) for opening, is_all in _openings(inner)}
        return once if least else once | {("", True)}
    if operation is _constants.IN and argument == [(_constants.CATEGORY, _constants.CATEGORY_DIGIT)]:
        return {("0", True)}
    spelled = _spelled(operation, argument)
    return {("", False)} if spelled is None else {(DIGIT.sub("0", opening), True) for opening in spelled}


def _needed(sequence: Iterable[tuple[Any, Any]]) -> Literals | None:
    """Strings one of which stands in whatever the sequence matches; null where nothing is sure."""
    best: Literals | None = None
    run: Literals = frozenset([""])
    for operation, argument in [*sequence, (None, None)]:
        spelled = None if operation is None else _spelled(operation, argument)
        if spelled is not None and len(run) * len(spelled) <= MOST_LITERALS:
            run = frozenset(one + other for one in run for other in spelled)
            continue
        best = _better(best, run)
        if spelled is not None:
            run = spelled
            continue
        run = frozenset([""])
        best = _better(best, _within(operation, argument))
    return best if best and _rarity(best) >= MIN_LITERAL else None


def _better(one: Literals | None, other: Literals | None) -> Literals | None:
    """The rarer ones, of as rare ones the fewer; null is worse than any."""
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda literals: (_rarity(literals), -len(literals)))


def _rarity(literals: Literals) -> int:
    """Characters of the shortest literal; one with a rare character counts as long."""
    return min(LONG_LITERAL if not COMMON.fullmatch(literal) else min(len(literal), LONG_LITERAL) for literal in literals)


def _within(operation: Any, argument: Any) -> Literals | None:
    """What a part that cannot be spelled out needs all the same."""
    if operation is _constants.SUBPATTERN:
        return _needed(argument[3])
    if operation in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and argument[0] >= 1:
        return _needed(argument[2])
    if operation is _constants.BRANCH:
        parts = [_needed(branch) for branch in argument[1]]
        return frozenset().union(*(part for part in parts if part)) if all(parts) else None
    return None


def _spelled(operation: Any, argument: Any) -> Literals | None:
    """All strings a part can match, in lower case; null where they are too many."""
    if operation is _constants.LITERAL:
        return frozenset([chr(argument).lower()])
    if operation in (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT):
        return frozenset([""])
    if operation is _constants.IN and len(argument) <= MOST_OF_SET and all(kind is _constants.LITERAL for kind, _ in argument):
        return frozenset(chr(code).lower() for _, code in argument)
    if operation is _constants.SUBPATTERN:
        return _spelled_out(argument[3])
    if operation is _constants.BRANCH:
        parts = [_spelled_out(branch) for branch in argument[1]]
        return frozenset().union(*(part for part in parts if part)) if all(part is not None for part in parts) else None
    if operation in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and argument[1] == 1:
        inner = _spelled_out(argument[2])
        return inner | {""} if inner is not None and argument[0] == 0 else inner
    return None


def _spelled_out(sequence: Iterable[tuple[Any, Any]]) -> Literals | None:
    run: Literals = frozenset([""])
    for operation, argument in sequence:
        spelled = _spelled(operation, argument)
        if spelled is None or len(run) * len(spelled) > MOST_LITERALS:
            return None
        run = frozenset(one + other for one in run for other in spelled)
    return run
