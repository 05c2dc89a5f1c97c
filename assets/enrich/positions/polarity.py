"""What is done to an issue in a clause: "stop", "not leave", "must be lifted", "join". Whether that is a stance is judged in `stance`."""

import re
from typing import NamedTuple

from assets.enrich.positions.issues import Issue
from assets.enrich.positions.reading import AGAINST_REACH, ANY_NEGATION, Deed, Reading

Span = tuple[int, int]

# Between a deed and one that is done to it: "an end to the restrictions on", "veto any law that stood in the way of".
CHAIN = re.compile(
    r"[ ]*(?:(?:the|any|all|its|his|her|their|our|this|that|these|those|such|a|an|to|of|on|for|from|at|which|new|further|more|current"
    r"|efforts?|attempts?|calls?|plans?|moves?|laws?|bills?|proposals?|campaigns?|policy|policies|\w+[’']s?|\w+n)[ ]+)*"
)
# What is done before one of these is done to something else: "leave office without", "sign a text on".
GAP = re.compile(
    r"[;:—]|\b(?:about|by|before|after|without|because|during|despite|until|when|while|who|if|but|so|where|whether|whose|text|paper|report"
    r"|question|statement)\b|\band \w+ing\b",
    re.IGNORECASE,
)
SOLVING = re.compile(r"(?:re)?solv|settl|overc|bridg", re.IGNORECASE)  # who solves a dispute is for what it is about
# Who leaves a land fought over is for its peace; who leaves talks or a treaty is not.
LEAVING = re.compile(r"withdr[ae]w|pull|le(?:ave|aving|ft)\b", re.IGNORECASE)
TEXT = re.compile(
    r"\b(?:talks?|negotiat\w+|dialogue|process|mediation|truce|ceasefire|cease-fire|armistice|settlement|agreements?|accords?|treat(?:y|ies)"
    r"|pacts?|deals?|memorandum|peace|relations|ties|plan|framework|format|mission)\b",
    re.IGNORECASE,
)
COORDINATED = re.compile(r"[ ]*(?:,|,? and|,? or|,? nor)[ ]*(?:to )?")
# Done to harm, a deed against it is for what is harmed: "stop the fighting in", "halt attacks on".
HARM = re.compile(
    r"\b(?:fighting|hostilities|bloodshed|violence|attacks?|assaults?|killings?|abuses?|war|warfare|strikes?|bombardment|shelling|raids?"
    r"|siege|blockade|suffering|incursions?|provocations?|aggression|interference|obstruction|delays?)\b[^.;,]{0,25}$",
    re.IGNORECASE,
)
# What opens a clause whose subject is a deed: "lifting the sanctions would", "the withdrawal from".
SUBJECT = re.compile(
    r"[\s“\"'‘]*(?:(?:that|the|an?|any|such|this|his|her|its|their|our|\w+[’']s?|[A-Z]\w*|\w+al|quick|early|sudden|full)\s+){0,4}"
)
CALLING = re.compile(r"\s*(?:call|consider|deem|brand|label|term|describ|saw|see|regard|find|found|thought|think)\w*\s+")
GERUND = re.compile(
    r"\w+ing\b|withdrawals?|exits?|halts?|suspension|removal|rejection|termination|abandonment|cancellation|freeze|bans?|end\b|pullout|collapse"
    r"|failure|absence|lack|breach|violation|cessation|cuts?\b|delays?\b|curbs?\b|limits?\b|restrictions?|reductions?|attacks?\b",
    re.IGNORECASE,
)
FINITE = re.compile(
    r"\b(?:is|was|were|are|would|will|could|can|may|might|must|should|has|had|have|does|did|costs?|means|meant|hurts?|harms?|brings?|brought|leads?|led|makes|made)\b|['’](?:ll|d|s)\b"
)
# A demand or a will denied, up to what it is about: "must not", "will never", "nobody should".
DENIED = re.compile(
    r"\b(?:(?:must|should|shall|ought|will|would|can|could|need|do|does|did|is|are|was|were)(?:\s+not|n['’]t|\s+never)|cannot|never|not to"
    r"|(?:nobody|no one|nothing|no country|no state|no government)\s+(?:must|should|will|would|can|could)"
    r"|(?:nobody|no one|nothing)\b[^.;,]{0,30}?\b(?:wants?|wanted|needs?|needed|likes?|liked|asked|seeks?|sought))\b",
    re.IGNORECASE,
)
# The same, said of what stands before it; "cannot be settled without" denies nothing.
SUBJECT_DENIED = re.compile(
    r"\b(?:must|should|shall|ought|will|would)(?:\s+not|n['’]t|\s+never)\b|\b(?:cannot|can['’]t|can never|could not) be (?:allowed|accepted"
    r"|tolerated|permitted|justified)\b",
    re.IGNORECASE,
)
DENIED_REACH = 45  # characters between "must not" and its object
ADJUNCT = re.compile(
    r"[,;:—–]|\b(?:during|before|after|under|despite|because|until|unless|without|while|since|when|if|in|at|as|on|about|over)\b",
    re.IGNORECASE,
)
NO = re.compile(r"\b(?:no(?: \w+)?|not (?:one|another|any|a single)(?: \w+){0,3})\s+$", re.IGNORECASE)
NOT_THIS = re.compile(r"\b(?:is|are|was|were)(?: not|n['’]t| never)\s+$")  # right before a name of the issue: "the island is not for sale"
UNWANTED = re.compile(r"[“\"'‘]?(?:nobody|no one) (?:in|at|from|here|on) [^.,;:]{0,40}?\b(?:wants?|wanted) (?!to\b)", re.IGNORECASE)


# "demanded that the mission leave", "asked the troops to go home"
LEAVES = re.compile(
    r" (?:[\w’'-]+ )?(?:to |must |should |had to |has to |have to )?"
    r"(?:leave(?! (?:power|office))|withdraw|depart|pull out|pack up|go home|get out)\b"
)
STOP = re.compile(r"[.?!][”\"’')]*\s+|\n")


class Done(NamedTuple):
    """What a clause does to its issue: `sign` is +1 where it is done for it or left alone, -1 against it; `start` where it says so."""

    sign: int
    start: int
    is_before: bool  # it says so before it names the issue
    is_subject: bool  # what is said behind it is said of the deed: "lifting the sanctions would be reckless"


def clause_of(body: str, issue: Issue, statement: Span) -> Span:
    """The sentence of a statement that names its issue; the whole statement where none does."""
    start, end = statement
    if not start <= issue.start < end:
        return statement
    stops = [match.end() for match in STOP.finditer(body, start, end)]
    return max([stop for stop in stops if stop <= issue.start], default=start), min([s for s in stops if s > issue.start], default=end)


def done(reading: Reading, issue: Issue, clause: Span) -> Done | None:
    """What a clause does to the issue that it names."""
    before = [
        deed
        for deed in reading.deeds
        if clause[0] <= deed.start
        and deed.end <= issue.start + 1
        and issue.start - deed.start <= AGAINST_REACH
        and not GAP.search(reading.text(deed.end, issue.start))
    ]
    behind = next((deed for deed in reading.undone if 0 < deed.start - issue.start <= AGAINST_REACH and deed.start < clause[1]), None)
    if not before and behind is None:
        return None
    sign, first = 1, behind
    if before:
        sign, first = _chained(reading, before)
        if not issue.is_against and SOLVING.match(reading.text(before[-1].start, before[-1].end)):
            sign = -sign
        if (
            issue.is_peace
            and not issue.is_against
            and LEAVING.match(reading.text(before[-1].start, before[-1].end))
            and not _is_text(reading, issue)
        ):
            sign = -sign
        if not issue.is_against and HARM.search(reading.text(before[-1].end, issue.start)):
            sign = -sign
    if behind is not None:
        sign *= -behind.sign if behind.is_negated else behind.sign
    assert first is not None
    return Done(sign, first.start, bool(before), bool(before) and _is_subject(reading, first, issue, clause))


def is_denied(reading: Reading, issue: Issue, clause: Span) -> bool:
    """Whether what is asked or promised is that the issue be not: "whaling must never return", "we will not sign the treaty"."""
    text = reading.text(*clause)
    start = issue.start - clause[0]
    behind = SUBJECT_DENIED.search(text, start)
    if behind and behind.start() - start <= DENIED_REACH and not ADJUNCT.search(text[start : behind.start()]):
        return True
    return is_denied_before(reading, issue, clause)


def is_denied_before(reading: Reading, issue: Issue, clause: Span) -> bool:
    """The same, where what denies it stands before its name: "we will not sign the treaty", "not one more rifle for", "is not for sale"."""
    text = reading.text(*clause)
    start = issue.start - clause[0]
    if NO.search(text[:start]) or any(NOT_THIS.search(text[: term[0] - clause[0]]) for term in issue.terms if clause[0] <= term[0]):
        return True
    for found in DENIED.finditer(text[:start]):
        if start - found.end() <= DENIED_REACH and not ADJUNCT.search(text[found.end() : start]):
            return True
    return False


def is_to_leave(reading: Reading, act: str, issue: Issue, clause: Span) -> bool:
    """Whether it is demanded of the issue named that it go."""
    return act == "demands" and bool(issue.terms) and LEAVES.match(reading.text(issue.terms[-1][1], clause[1])) is not None


def _chained(reading: Reading, deeds: list[Deed]) -> tuple[int, Deed]:
    """The sign of deeds done to each other, and the first of them: an end to restrictions is for what was restricted."""
    first = deeds[-1]
    sign = first.sign
    for deed in reversed(deeds[:-1]):
        between = reading.text(deed.end, first.start)
        if COORDINATED.fullmatch(between):
            first = deed  # "halt and reverse"
        elif CHAIN.fullmatch(between) and not ANY_NEGATION.search(between):
            sign, first = sign * deed.sign, deed
        else:
            break
    return (-sign if first.is_negated else sign), first


def _is_text(reading: Reading, issue: Issue) -> bool:
    """Whether a statement names its issue by talks or what was agreed."""
    return not issue.terms or any(TEXT.search(reading.text(*term)) for term in issue.terms)


def _is_subject(reading: Reading, deed: Deed, issue: Issue, clause: Span) -> bool:
    if GERUND.match(reading.text(deed.start, deed.end)) is None:
        return False
    before = reading.text(clause[0], deed.start)
    if found := CALLING.match(before):
        return SUBJECT.fullmatch(before, found.end()) is not None
    return SUBJECT.fullmatch(before) is not None and FINITE.search(reading.text(issue.start, clause[1])) is not None


def is_unwanted(reading: Reading) -> bool:
    """Whether nobody on a side wants what a statement names: "nobody in Oslo wants a trade war"."""
    return UNWANTED.match(reading.statement) is not None
