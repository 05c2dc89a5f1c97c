"""Finding: every time expression of a text, with its value and offsets. The rules stand in modules of their own."""

from collections import defaultdict

from assets.timex import anaphoric, calendar_dates, relative, spelled, triggers, years
from assets.timex.values import Rule, TimeExpression

RULES: tuple[Rule, ...] = (*calendar_dates.RULES, *years.RULES, *spelled.RULES, *relative.RULES, *anaphoric.RULES)


def _by_triggers() -> dict[frozenset[str], list[Rule]]:
    rules: dict[frozenset[str], list[Rule]] = defaultdict(list)
    for rule in RULES:
        rules[rule.triggers].append(rule)
    return dict(rules)


_RULES = _by_triggers()


def find(text: str) -> list[TimeExpression]:
    """Time expressions of an English text, in order, none overlapping another (the longest wins).

    Parameters
    ----------
    text
        A sentence, a paragraph or a whole body: what stands before an expression helps to tell whether it lies ahead.

    Returns
    -------
    list of TimeExpression
        With `text[start:end] == surface`; see `assets.timex.values` for the values. Words that only seem to be dates
        (names, verbs, quantities) and vague ones ("in recent weeks") are not among them.
    """
    windows = triggers.windows(text)
    if not windows:
        return []
    found = [
        expression
        for kinds, rules in _RULES.items()
        if (spans := [windows[kind] for kind in kinds if kind in windows])
        for first, last in triggers.joined(spans)
        for rule in rules
        for match in rule.pattern.finditer(text, first, last)
        if (expression := rule.read(match))
    ]
    if len(found) < 2:
        return found
    kept: list[TimeExpression] = []
    taken = bytearray(len(text))
    for expression in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if not any(taken[expression.start : expression.end]):
            taken[expression.start : expression.end] = b"\x01" * (expression.end - expression.start)
            kept.append(expression)
    return sorted(kept, key=lambda one: one.start)
