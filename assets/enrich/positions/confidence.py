"""How sure a position is: of its attribution, and of the issue it was put to. How sure attributions are stands in `attribution`."""

from assets.enrich.positions.issues import Issue

# What is made a position has passed more than what is found as an attribution (somebody who can speak, a side, a judgement):
# of the errors of the rules, counted against attributions that people marked, four in five come through
# (`python -m benchmarks.reliability`).
ERRORS_LEFT = 0.8
# Read for sense on 160 positions of the same 200 articles, drawn by hash, 100 of them on an issue (docs/decisions/015): where
# the statement names its issue, 0.73 were right in speaker, holder, issue and stance; where the issue only stands around it,
# 0.67 (of 27: too few to take at its word, so half the way); on no issue 0.88.
NAMED, AROUND, NO_ISSUE = 0.95, 0.88, 1.0
# A position of nobody known ("they", "the bloc"): of 34 such 0.68 were right, of the others 0.80.
UNTOLD = 0.9


def confidence(attribution: float, issue: Issue | None, *, is_untold: bool) -> float:
    """Chance (0-1) that speaker, holder, issue and stance of a position are right.

    Parameters
    ----------
    attribution
        Precision of the rule that found the statement, or of the less sure of two, for one reported inside another.
    is_untold
        Whether the holder is but a word for somebody whom nothing found.
    """
    factor = NO_ISSUE if issue is None else NAMED if issue.found_in == "statement" else AROUND
    chance = (1 - ERRORS_LEFT * (1 - attribution)) * factor
    return round(chance * (UNTOLD if is_untold else 1.0), 4)
