"""Whether a statement makes its issue depend on something: "only if", "until", "first", "before they sign". Words for conditions stand in
the codebook; which side is taken without one belongs to `stance`.
"""

import re

from assets.enrich.positions.issues import Issue
from assets.enrich.positions.reading import Reading

CONDITIONAL_ACTS = frozenset({"demands", "promises", "proposes", "agrees", "rejects", "threatens"})
# What is refused only so long: "is not inclined to sign a truce before a framework is agreed".
NOT_YET = re.compile(r"\b(?:before|until|unless|without)\b(?! (?:\d|\w+day\b|next\b|last\b|the end\b|now\b|long\b|noon\b))")
NO = re.compile(r"\bno (?:\w+ )?$", re.IGNORECASE)
NOT_BEFORE = re.compile(r"\b(?:before|until|unless|without)\b")  # "there will be no truce before"
IF_BEHIND = re.compile(r"\w (?:only )?if (?!only\b|not\b|possible\b|need)", re.IGNORECASE)
# What is asked for before something is agreed or done in return: "demands visas before it signs", "before any talks"; a date is none.
_DONE = (
    r"(?:sign|agree|begin|start|resum|join|open|reopen|lift|accept|recogni[sz]|normali[sz]|ratif|negotiat|approv|withdr[ae]w|return|conclud|discuss"
    r"|restor|grant|complet|reach|talk|sit|me(?:e|)t)\w*"
)
BEFORE = re.compile(
    r"\bbefore (?![^.;,]{0,40}\b(?:expire|laps|runs? out|ends?\b|too late))"
    r"(?:(?:[\w’'-]+ ){0,3}(?:talks|negotiations|treaty|accord|agreement|deal|truce|ceasefire|settlement|recognition|normali[sz]ation)\b"
    rf"|(?:[\w’'-]+ ){{1,5}}?(?:(?:can|could|will|would|is|are|was|were) (?:be )?)?{_DONE}\b)"
)
# "will recognise it when the hostages are free"
WHEN = re.compile(
    r"\b(?:will|would|ready to|prepared to|willing to)\b[^.;,]{3,90}?\bwhen (?:the |all |its |their |both |[A-Z]\w+ )(?:[\w’'-]+ ){0,4}?"
    r"(?:(?:is|are|has|have|was|were|had)(?: been)? (?:\w+ed|free|met|ready|safe|over|done|gone|shown|withdrawn|home)\b"
    r"|(?:stops?|ends?|withdraws?|leaves?|shows?|lifts?|releases?|signs?)\b)"
)
# What one will not do without something in return: "would not accept a second filling without an agreement".
NOT_WITHOUT = re.compile(
    r"\b(?:will|would|shall|can|could|cannot|can['’]t|won['’]t)(?: not|n['’]t| never)? (?:accept|agree|sign|join|recogni[sz]e|resume|return"
    r"|take part|withdraw|attend|ratify|approve|back|support|lift|negotiate|talk|meet|restore|reopen|normali[sz]e)\b[^.;]{0,90}?"
    r"\bwithout (?:an?|the|first|prior|clear|firm|binding|written|legal|security|any|solid|credible|concrete|real|guarantees?|assurances?) "
)
# What is threatened where the issue comes about: "if the tariffs come, Oslo would respond".
RETALIATION = re.compile(
    r"\b(?:respond|retaliat\w+|hit back|strike back|answer in kind|counter-?measures?|consequences|reprisals?|not go unanswered|act of war"
    r"|attack on (?:us|them|it|all)|pay (?:a|the|dearly))\b"
)
IF_CLAUSE = re.compile(r"[“\"']?\bif\b(?P<clause>[^,;.]*)", re.IGNORECASE)
REFUSING = re.compile(r"\b(?:not|never|cannot)\b|n['’]t\b", re.IGNORECASE)
ASKING = frozenset({"demands", "proposes"})


def sets_condition(reading: Reading, act: str, issue: Issue, cue_side: int, *, is_own_deed: bool, is_offer: bool) -> bool:
    """Whether a statement sets a condition.

    Parameters
    ----------
    cue_side
        +1 where the cue favours what the statement names, -1 where it does the contrary.
    is_own_deed
        Whether it tells what the holder's own side does.
    is_offer
        Whether it is the object of an offer, a threat: what is done "if".
    """
    if is_own_deed and is_bound(reading.statement):
        return True
    is_told = act in CONDITIONAL_ACTS or cue_side > 0
    conditions = [place for place in reading.conditions if not (place < issue.start and ":" in reading.text(place, issue.start))]
    is_withheld = issue.scope == "statement" and NO.search(reading.text(reading.offset, issue.start)) is not None
    if is_withheld and NOT_BEFORE.search(reading.statement, issue.start - reading.offset):
        return True
    if is_offer and IF_BEHIND.search(reading.statement):
        return True
    if is_own_deed and "when " in reading.statement and WHEN.search(reading.statement):
        return True
    before = BEFORE.search(reading.statement) if "before " in reading.statement and (cue_side > 0 or act in ASKING) else None
    named = max([issue.start, *(start for start, _ in issue.terms)])
    if before and (issue.scope != "statement" or named >= reading.offset + before.start()):
        return True  # what is asked for first is asked for; what is to follow depends on it
    return (bool(conditions) and (is_told or reading.has_modal)) or (is_own_deed and reading.if_span is not None)


def is_not_yet(reading: Reading, act: str, issue: Issue) -> bool:
    """Whether what is refused of the issue named is refused only so long; `act` is the cue's own."""
    return act in CONDITIONAL_ACTS and NOT_YET.search(reading.statement, issue.start - reading.offset) is not None


def is_bound(statement: str) -> bool:
    """Whether a statement refuses a thing only so long as it comes without another."""
    if "without " not in statement:
        return False
    bound = NOT_WITHOUT.search(statement)
    return bound is not None and REFUSING.search(bound.group()) is not None


def answers(reading: Reading, issue: Issue) -> bool:
    """Whether a statement threatens with what would follow if the issue came about."""
    if "if " not in reading.statement.lower():
        return False
    clause = IF_CLAUSE.search(reading.statement)
    if clause is None or not clause.start("clause") <= issue.start - reading.offset < clause.end():
        return False
    rest = reading.statement[: clause.start()] + reading.statement[clause.end() :]
    return RETALIATION.search(rest) is not None
