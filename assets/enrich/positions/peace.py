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


# What is no way of talks, named as the only path: "the only path to peace is victory", "only victory can bring peace".
ONLY_PATH = re.compile(
    r"\bonly\b[^.;,]{0,40}\b(?:way|path|road|route|bring|lead|guarantee|secure)s?\b(?: to| of| towards?)?[^.;,]{0,30}$", re.IGNORECASE
)
_FORCE = r"(?:defeat|victory|force|war|surrender|capitulation|conquest)\b"
BY_FORCE = re.compile(rf"[^.;]{{0,40}}?\b(?:is|was|remains|lies in|leads through) [^.;]{{0,20}}\b{_FORCE}")
ONLY_FORCE = re.compile(
    rf"\bonly (?:[^.;]{{0,30}}\b)?{_FORCE}[^.;]{{0,40}}"
    r"\b(?:can|will|would|could|bring|brings|secures?|guarantees?|leads? to|ends?|ensures?)\b"
)
# The same of talks: "only dialogue can end the war", "there is no military solution".
_TALKS = (
    r"(?:talks|negotiations?|dialogue|diplomacy|politics|peace"
    r"|(?:a |the )?(?:political|negotiated|diplomatic|peaceful) (?:solution|settlement|process))"
)
BY_TALKS = re.compile(
    rf"\bonly (?:through |by |via |at )?{_TALKS} (?:can|could|will|would)\b|\b(?:can|could) only be (?:\w+ed|won) (?:by|through|at) "
    rf"|\b{_TALKS}\b[^.;,]{{0,25}} (?:is|are|was|were|remains?|remained) the (?:only|best|sole)\b"
    r"|\b(?:no|not a|never a) (?:purely )?(?:military|battlefield) (?:solution|answer|way out|victory|outcome)\b"
    r"|\b(?:cannot|can['’]t|could not|can never|never) be (?:won|solved|settled|ended|resolved|decided)"
    r" (?:militarily|by force|by arms|by war|on the battlefield)\b",
    re.IGNORECASE,
)
# "a region of potential cooperation", "a desire for a healthier relationship"
WANTED = re.compile(
    r"\b(?:areas?|regions?|fields?|basis|opportunit(?:y|ies)|potential|room|scope|desire|wish|readiness|willingness|longing|yearning|hunger)"
    r" (?:of|for) (?:an? )?(?:[\w-]+ ){0,2}(?:cooperation|partnership|rapprochement|dialogue|d[ée]tente|peace|relationship|relations|ties"
    r"|truce|ceasefire|settlement|compromise)\b",
    re.IGNORECASE,
)
DENIED = re.compile(r"\b(?:no|not|never|little|without|lack of|nor|neither)\b|n['’]t\b", re.IGNORECASE)


def by_talks_or_force(issue: Issue, before: str, behind: str) -> str | None:
    """The stance of who names talks, or force, as the only way to what an issue is, or tells of a wish for it.

    `before` and `behind` are of its clause, around its name.
    """
    if issue.is_peace and BY_TALKS.search(before + behind):
        return "supports"
    wanted = WANTED.search(before + behind) if not (issue.is_fight or issue.is_against) else None
    if wanted and (issue.is_peace or wanted.start() <= len(before) < wanted.end()) and not DENIED.search(before + behind):
        return "supports"
    if issue.is_fight or "only" not in before + behind:
        return None
    is_path = ONLY_PATH.search(before) is not None and BY_FORCE.match(behind) is not None
    return "opposes" if is_path or ONLY_FORCE.search(before + behind) else None
