"""A frame that fits a sentence, and which of those that fit stand beside one another as events of their own.

What stands in the complement of another event, or only tells on what occasion it happened, is part of that event. Finding
out which frames fit (`candidates`) does not belong here.
"""

from bisect import insort
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from assets.enrich.events.clauses import CLAUSE_AUXILIARY, scope_end
from assets.enrich.events.frames import Frame
from assets.enrich.events.grammar import DETERMINER, MODAL, SUBORDINATOR, Tokens
from assets.enrich.events.parties import Party
from assets.enrich.events.status_cues import DENYING
from assets.enrich.events.verb_groups import VerbGroup
from assets.enrich.words.wordlist import words

DECIDED = words("decision move")
DENIED_REACH = 10  # tokens from a denial to the deed
ADDRESSED = words("cooperate aid")  # of these PLOVER asks for a recipient
OCCASION = words("when as while")
SUBJECT = words("he she they it")
WHOSE_REACH = 4  # tokens from the relative pronoun to the verb: "whose troops fought", "which in May granted"
RELATIVE = words("whose which who")
FINITE = words("has have had was were")
OPEN = words("and or")
CLAUSAL = words("and but while as")
CALLING = words("called rang phoned telephoned")
OWN_REACH = 1  # tokens between a comma and the subject of its own clause: "the talks failed, X suspended"
SAID = words("support request accuse")


@dataclass(slots=True)
class Candidate:
    """A frame that fits: trigger tokens [index, end), first token of its verb group, last token of its clause."""

    frame: Frame
    index: int
    end: int
    begin: int
    stop: int
    group: VerbGroup | None
    object_index: int | None
    sources: list[Party]
    targets: list[Party]
    score: float
    is_passive: bool
    is_finite_joined: bool  # also where a relative clause tells it of a noun of the main one
    status: str | None = None  # where the words that make it an event tell that too


class Told(NamedTuple):
    """What the words around a noun make of it: the frame it is read by, its status unless its own words tell that, and its sides."""

    frame: Frame
    status: str | None
    sources: list[Party]
    targets: list[Party]


def without_subordinates(sentence: Tokens, found: list[Candidate], standing: list[Candidate]) -> list[Candidate]:
    """Candidates that do not stand in the complement of another event, nor share its words."""
    chosen = sorted(standing, key=_place)
    for candidate in found:
        if any(other.index < candidate.end and candidate.index < other.end for other in chosen):
            continue
        if any(_is_retold(sentence, other, candidate) or _accompanies(sentence, other, candidate) for other in chosen):
            continue
        rulers = [] if candidate.is_finite_joined else [other for other in chosen if _rules(sentence, other, candidate)]
        if rulers and not (
            _begins_anew(sentence, rulers, candidate)
            or is_decided(sentence, candidate)
            or _is_said_in_a_call(rulers, candidate)
            or _ends_range(sentence, rulers, candidate)
        ):
            continue
        insort(chosen, candidate, key=_place)
    return chosen


def _rules(sentence: Tokens, other: Candidate, candidate: Candidate) -> bool:
    """Whether one stands in the complement of another; what is denied stands too, as denied."""
    if other.end > candidate.index or sentence.words[other.index] in DENYING:
        return False
    is_gerund = other.group is not None and other.group.is_gerund
    if _is_main(sentence, other, candidate):
        return False
    return candidate.index < scope_end(sentence, other.begin, other.end, other.frame.part_of_speech == "verb", is_gerund)


def _is_main(sentence: Tokens, other: Candidate, candidate: Candidate) -> bool:
    """Whether the other only tells of a main verb's subject: "X, flying jets along the coast, has banned", "an offer to Y was rejected"."""
    if other.group is None or candidate.group is None or not (other.group.is_gerund or other.group.is_infinitive) or other.group.control:
        return False
    opening = sentence.words[candidate.begin]
    return opening in CLAUSE_AUXILIARY - MODAL and SUBORDINATOR.isdisjoint(sentence.words[other.end : candidate.begin])


def _place(candidate: Candidate) -> int:
    return candidate.index


def without_empty_denials(sentence: Tokens, chosen: list[Candidate]) -> list[Candidate]:
    """Candidates without the denial of a deed that stands itself, as denied."""
    denials = [candidate for candidate in chosen if candidate.frame.event_type == "reject" and sentence.words[candidate.index] in DENYING]
    told = {id(denial) for denial in denials if any(0 <= other.index - denial.end <= DENIED_REACH for other in chosen)}
    return [candidate for candidate in chosen if id(candidate) not in told] if told else chosen


def _begins_anew(sentence: Tokens, rulers: list[Candidate], candidate: Candidate) -> bool:
    """Whether a comma parts it, with a subject and an auxiliary of its own, from what rules: "they fired, ten have been killed"."""
    group, word = candidate.group, sentence.words
    if group is None or group.is_infinitive or group.is_gerund:
        return False
    start = max((ruler.end for ruler in rulers), default=candidate.begin)
    if _opens_clause(sentence, candidate, start):
        return True
    comma = next((index for index in range(candidate.begin - 1, start - 1, -1) if word[index] == ","), None)
    if comma is None:
        return False
    if word[comma + 1] == "whom":
        return True  # "expelled X, whom it accused of"
    if candidate.begin - comma == 1:  # "X, whose troops fought in Y, has refused"
        return all(RELATIVE & set(word[max(0, ruler.begin - WHOSE_REACH) : ruler.begin]) for ruler in rulers)
    names_own = any(0 <= party.start - comma - 1 <= OWN_REACH and party.end == candidate.begin for party in candidate.sources)
    if group.is_joined or word[comma + 1] in OPEN or (FINITE.isdisjoint(group.auxiliaries) and (group.auxiliaries or not names_own)):
        return False
    return SUBORDINATOR.isdisjoint(word[start : candidate.begin])


def _opens_clause(sentence: Tokens, candidate: Candidate, start: int) -> bool:
    """Whether "and" or "but" begins a clause whose subject stands right before its verb: "X recalled its envoy and Y condemned it"."""
    subject = candidate.sources[0] if candidate.sources and not candidate.is_passive else None
    if subject is None or subject.is_joined or subject.end != candidate.begin or subject.start <= start:
        return False
    return sentence.words[subject.start - 1] in CLAUSAL and SUBORDINATOR.isdisjoint(sentence.words[start : subject.start - 1])


def _is_said_in_a_call(rulers: list[Candidate], candidate: Candidate) -> bool:
    """Whether somebody called another to say what is done by saying it: "telephoned X to congratulate him"."""
    if candidate.frame.event_type == "accuse" and candidate.frame.source_slot == "none":
        return all(ruler.frame.event_type == "consult" for ruler in rulers)  # "said after talks with X that others were trying to"
    is_purpose = candidate.group is not None and candidate.group.is_infinitive
    return is_purpose and candidate.frame.event_type in SAID and all(ruler.frame.event_mode == "phone" for ruler in rulers)


def _is_retold(sentence: Tokens, told: Candidate, candidate: Candidate) -> bool:
    """Whether a clause only says on what occasion the same did something to the same: "X invited Y when he called to greet him"."""
    if candidate.frame.event_mode == "phone" or sentence.words[candidate.begin] in CALLING:
        return False  # "X invited Y when he called to greet him": the call too was made, and the greeting in it
    between = sentence.words[told.end : candidate.begin]
    if not any(word in OCCASION and follows in SUBJECT for word, follows in pairwise(between)):
        return False
    doers, sufferers = _known(told.sources), _known(told.targets)
    return bool(doers & _known(candidate.sources)) and all(_known([party]) & sufferers for party in candidate.targets)


def _accompanies(sentence: Tokens, told: Candidate, candidate: Candidate) -> bool:
    """Whether a participle only tells how the same did it, and to nobody new: "rejected the plan, urging others to sign"."""
    if candidate.group is None or not candidate.group.is_gerund or candidate.targets or sentence.words[candidate.begin - 1] != ",":
        return False
    if candidate.frame.event_mode == "allege" and told.frame.event_type != "accuse":
        return False  # "walked out, accusing the rebels of"
    return told.end < candidate.begin and _known(told.sources) == _known(candidate.sources)


def is_decided(sentence: Tokens, candidate: Candidate) -> bool:
    """Whether a deed was decided by who is named before it, whatever others make of that: "praised X's decision to raise tariffs on Y".

    Aid or work together without a Y is but what they judge; sanctions are measures without it too.
    """
    if candidate.frame.event_type in ADDRESSED and not candidate.targets:
        return False
    if candidate.group is None or sentence.words[candidate.begin] not in DECIDED or not candidate.sources:
        return False
    decider = candidate.sources[0]
    return decider.is_possessive and decider.end <= candidate.begin <= decider.end + 1


def _known(side: list[Party]) -> set[str]:
    return {name for party in side for name in (party.head["mention_id"], party.head["actor_id"]) if name}


def _ends_range(sentence: Tokens, rulers: list[Candidate], candidate: Candidate) -> bool:
    """Whether a noun with sides of its own ends a range that another opens: "from the X withdrawal from the pact to the Y attack on Z",
    or tells what was the cause."""
    if candidate.group is not None or not (candidate.sources and candidate.targets):
        return False
    lead = [word for word in sentence.words[max(0, candidate.sources[0].start - 2) : candidate.sources[0].start] if word not in DETERMINER]
    if lead[-1:] == ["over"] and candidate.sources[0].is_possessive:
        return True  # "recalled its envoy over X's support for Y"
    if any(ruler.group is not None for ruler in rulers):
        return False
    return lead[-1:] == ["to"] and any("from" in sentence.words[: ruler.begin] for ruler in rulers)


def is_told_on(sentence: Tokens, group: VerbGroup) -> bool:
    """Whether a verb in the present goes on with what its subject does, also in the present: "rejects the term and promises that"."""
    joined = sentence.words[group.index]
    if not joined.endswith("s") or group.is_gerund or group.is_passive or sentence.is_title:
        return False
    return sentence.words[group.start - 1] == "and"
