"""Issues of peace that a statement means without their name: by a word for talks, or, as the contrary, for violence. Which side words
of judgement take belongs to `stance`.
"""

from assets.enrich.positions.issues import Issue


def may_be_peace(issue: Issue) -> bool:
    """Whether talks or violence in a statement name its issue: one of peace, which its words do not name."""
    return issue.is_peace and issue.scope != "statement"


def as_peace(issue: Issue, deed: tuple[int, bool] | None) -> Issue:
    """The issue as named by a word for talks, or for violence as its contrary: "condemned the advance", "agreed to meet"."""
    return issue._replace(scope="statement", start=deed[0], is_against=deed[1]) if deed else issue
