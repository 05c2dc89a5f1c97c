"""Finding: every time expression of a text, with its value and offsets. The rules stand in modules of their own."""

from assets.timex import anaphoric, calendar_dates, relative, spelled, triggers, years
from assets.timex.values import Rule, TimeExpression

RULES: tuple[Rule, ...] = (*calendar_dates.RULES, *years.RULES, *spelled.RULES, *relative.RULES, *anaphoric.RULES)


_BY_TRIGGER = {kind: [rule for rule in RULES if rule.trigger == kind] for kind in dict.fromkeys(rule.trigger for rule in RULES)}


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
        for kind, rules in _BY_TRIGGER.items()
        if kind in windows
        for first, last in windows[kind]
        if (small := text[first:last].lower())
        for rule in rules
        if rule.may_match(small)
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
