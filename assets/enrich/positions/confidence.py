"""How sure a position is: of its attribution, its issue and its holder. How sure attributions are stands in `attribution`."""

from assets.enrich.positions.issues import Issue

# What is made a position has passed more than what is found as an attribution (somebody who can speak, a side, a judgement):
# of the errors of the rules, counted against attributions that people marked, four in five come through
# (`python -m benchmarks.reliability`).
ERRORS_LEFT = 0.8
# Read for speaker, holder, issue and stance on 155 positions (docs/decisions/015): a statement that names its issue, or takes a
# side on one that stands around it, was right two times in three; one that takes no side on an issue which only stands around it, one
# time in five. One reader, harder than most: the factors go half the way.
NAMED, AROUND, AROUND_NEUTRAL = 0.88, 0.85, 0.62
# A statement without an issue, in a document on issues, was right in speaker and words in seven of ten of 113, where the factor of old, set
# when none was rightly without, told one in two: doubtful issues are null since (`python -m benchmarks.reliability`). In other documents
# nothing is missed.
NO_ISSUE_AMID_ONE, NO_ISSUE = 0.85, 1.0
# A holder whom nothing found ("they", "the bloc", "officials"): 42 of 56 such were right where 0.85 of the others were; of the 155, one in
# five where the others were two in five.
UNKNOWN = 0.88


def confidence(attribution: float, issue: Issue | None, *, is_amid_one: bool, takes_side: bool, is_known: bool) -> float:
    """Chance (0-1) that speaker, holder, issue and stance of a position are right.

    Parameters
    ----------
    attribution
        Precision of the rule that found the statement, or of the less sure of two, for one reported inside another.
    is_amid_one
        Whether its document is on an issue.
    takes_side
        Whether it stands on one side of its issue, or sets a condition.
    is_known
        Whether the holder is an actor that was found.
    """
    if issue is None:
        factor = NO_ISSUE_AMID_ONE if is_amid_one else NO_ISSUE
    elif issue.found_in == "statement":
        factor = NAMED
    else:
        factor = AROUND if takes_side else AROUND_NEUTRAL
    return round((1 - ERRORS_LEFT * (1 - attribution)) * factor * (1.0 if is_known else UNKNOWN), 4)
