"""The side of who names nothing of an issue: by talks or violence, where it is one of peace; his country's, as a party to it; or against
the party that he blames.

What the words of a statement say of its issue is read in `stance`; the parties stand in the codebook (`issue_sides`).
"""

from assets.enrich.actors.index import Mention
from assets.enrich.positions.issues import Issue, IssueFinder
from assets.enrich.positions.speakers import Speakers

# What a party to a dispute does to the other, on its own side of what the dispute is about.
BLAMING = frozenset({"accuses", "criticizes", "threatens"})
CONTENDING = BLAMING | {"rejects", "warns"}
OPPOSITE = {"supports": "opposes", "opposes": "supports"}


def may_be_peace(issue: Issue) -> bool:
    """Whether talks or violence in a statement name its issue: one of peace, which its words do not name."""
    return issue.is_peace and issue.scope != "statement"


def as_peace(issue: Issue, deed: tuple[int, bool] | None) -> Issue:
    """The issue as named by a word for talks, or for violence as its contrary: "condemned the advance", "agreed to meet"."""
    return issue._replace(scope="statement", start=deed[0], is_against=deed[1]) if deed else issue


def may_take_side(issue: Issue, act: str) -> bool:
    """Whether a statement that names nothing of its issue may tell a side by what it does to somebody."""
    return issue.found_in != "statement" and (act in CONTENDING or act == "praises")


def side_taken(
    finder: IssueFinder, speakers: Speakers, issue: Issue, act: str, holder: Mention | None, aimed: Mention | None
) -> str | None:
    """The stance that shows, if any.

    Parameters
    ----------
    aimed
        Whom the statement is aimed at.
    """
    country, other = speakers.country(holder), speakers.country(aimed)
    own = finder.side_of(issue.issue_id, country)
    if own and act in CONTENDING:
        return own if other is None or other != country else None  # who blames his own is no voice of his country
    theirs = finder.side_of(issue.issue_id, other)
    if theirs is None or other == country:
        return None
    return OPPOSITE[theirs] if act in BLAMING else theirs if act == "praises" else None
