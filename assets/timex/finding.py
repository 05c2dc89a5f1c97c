"""Finding: every time expression of a text, with its value and offsets. The rules stand in `calendar_dates` and `relative`."""

from assets.timex import calendar_dates, relative
from assets.timex.values import Rule, TimeExpression

RULES: tuple[Rule, ...] = (*calendar_dates.RULES, *relative.RULES)


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
    found = [
        expression for rule in RULES if rule.needs.search(text) for match in rule.pattern.finditer(text) if (expression := rule.read(match))
    ]
    kept: list[TimeExpression] = []
    taken = bytearray(len(text))
    for expression in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if not any(taken[expression.start : expression.end]):
            taken[expression.start : expression.end] = b"\x01" * (expression.end - expression.start)
            kept.append(expression)
    return sorted(kept, key=lambda one: one.start)
