"""Issues of peace that a statement means without their name: by a word for talks, or, as the contrary, for violence; and claims that
name one and mean no peace. Which side words of judgement take belongs to `stance`.
"""

import re

from assets.enrich.attribution.cue_lexicon import Cue
from assets.enrich.positions.issues import AGREED, PEACEABLE, Issue


def may_be_peace(issue: Issue) -> bool:
    """Whether talks or violence in a statement name its issue: one of peace, which its words do not name."""
    return issue.is_peace and issue.scope != "statement"


def as_peace(issue: Issue, deed: tuple[int, bool] | None) -> Issue:
    """The issue as named by a word for talks, or for violence as its contrary: "condemned the advance", "agreed to meet"."""
    return issue._replace(scope="statement", start=deed[0], is_against=deed[1]) if deed else issue


CLAIMING = frozenset({"demands", "rejects"})
# What is asked of the other side for the sake of peace, or of good relations, besides talks.
STEPS = re.compile(
    r"\b(?:withdr[ae]w|pull|leav|disarm|demilitari|surrender|releas|free|hostage|prisoner|election|civilian|constitutional|normali|ties|relations"
    r"|diploma|visit|exchange|aid\b|unif|unity|monitor|observer|peacekeep|reopen|resum|cooperat|joint|together|work|fight|war\b|rebel|junta|militia)",
    re.IGNORECASE,
)


def is_claim(issue: Issue, act: str, cue: Cue | None, statement: str) -> bool:
    """Whether who wants or refuses something of an issue of peace makes a claim, and takes no stand on peace: "demands a railway"."""
    if not issue.is_peace or issue.is_relation or issue.is_against or issue.found_in != "statement":
        return False
    is_asking = act in CLAIMING or (act == "states" and cue is not None and cue.kind in ("thought", "state") and cue.stance is not None)
    return is_asking and not any(words.search(statement) for words in (PEACEABLE, AGREED, STEPS))
