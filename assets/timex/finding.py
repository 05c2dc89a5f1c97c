"""Finding: every time expression of a text, with its value and offsets. The rules stand in modules of their own."""

from itertools import pairwise
from operator import attrgetter

from ahocorasick_rs import AhoCorasick, Implementation

from assets.timex import anaphoric, calendar_dates, relative, spelled, triggers, years
from assets.timex.values import Rule, TimeExpression, moved

RULES: tuple[Rule, ...] = (*calendar_dates.RULES, *years.RULES, *spelled.RULES, *relative.RULES, *anaphoric.RULES)


class Triggered:
    """The rules of one kind of trigger, found by their cues in one pass."""

    def __init__(self, rules: list[Rule]) -> None:
        self._rules = rules
        self._always = {number for number, rule in enumerate(rules) if not rule.cues}
        needing: dict[str, list[int]] = {}
        for number, rule in enumerate(rules):
            for cue in rule.cues:
                needing.setdefault(cue, []).append(number)
        self._needing = list(needing.values())
        self._cues = AhoCorasick(list(needing), implementation=Implementation.DFA) if needing else None

    def rules(self, window: str) -> list[Rule]:
        """Those that may match in a window, in their order."""
        if self._cues is None:
            return self._rules
        found = set(self._always)
        for cue, _, _ in self._cues.find_matches_as_indexes(window.lower(), overlapping=True):
            found.update(self._needing[cue])
        return [self._rules[number] for number in sorted(found)]


TRIGGERED = {kind: Triggered([rule for rule in RULES if rule.trigger == kind]) for kind in dict.fromkeys(rule.trigger for rule in RULES)}


def find(text: str, offset: int = 0) -> list[TimeExpression]:
    """Time expressions of an English text, in order, none overlapping another (the longest wins).

    Parameters
    ----------
    text
        A sentence, a paragraph or a whole body: what stands before an expression helps to tell whether it lies ahead.
    offset
        Where the text begins in another: that is where the offsets of what is found are counted from.

    Returns
    -------
    list of TimeExpression
        With `text[start - offset : end - offset] == surface`; see `assets.timex.values` for the values. Words that only
        seem to be dates (names, verbs, quantities) and vague ones ("in recent weeks") are not among them.
    """
    windows = triggers.windows(text)
    if not windows:
        return []
    found = [
        expression
        for kind, triggered in TRIGGERED.items()
        if kind in windows
        for first, last in windows[kind]
        for rule in triggered.rules(text[first:last])
        for match in rule.pattern.finditer(text, first, last)
        if (expression := rule.read(match))
    ]
    kept = sorted(found, key=attrgetter("start"))
    if any(later.start < one.end for one, later in pairwise(kept)):
        kept = _longest(found, len(text))
    return moved(kept, offset)


def _longest(found: list[TimeExpression], length: int) -> list[TimeExpression]:
    kept: list[TimeExpression] = []
    taken = bytearray(length)
    for expression in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if not any(taken[expression.start : expression.end]):
            taken[expression.start : expression.end] = b"\x01" * (expression.end - expression.start)
            kept.append(expression)
    return sorted(kept, key=attrgetter("start"))
