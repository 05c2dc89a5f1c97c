"""Truces told inside the clause of another happening: proposed, talked about, or decided by those who fight.

Truces that somebody declares, agrees or breaks are frames of the codebook; other nouns inside a clause stand in `inner`.
"""

from dataclasses import replace

from assets.enrich.events.clauses import is_compound
from assets.enrich.events.frames import Frame
from assets.enrich.events.grammar import DETERMINER, HARD_MARKS, SUBORDINATOR, Tokens
from assets.enrich.events.grounds import NOWHERE
from assets.enrich.events.makers import makers
from assets.enrich.events.parties import Party, governed, group_of, is_modifier, is_premodifier, who
from assets.enrich.events.standing import Candidate, Told
from assets.enrich.events.terms import EventTerms
from assets.enrich.words.wordlist import words

# The cheap look before any grammar is read: "the initiative to implement a maritime truce", whose sides stand in the sentence before.
# the cheap look of `looks`, for Polars
DESIGNED_TRUCE = r"(?:initiative|plan|proposal) (?:to|for) [a-z -]{0,40}(?:cease-?fire|truce|armistice)"
TRUCES = words("ceasefire cease-fire truce armistice")
LEADING = words("for of to implement impose establish on")  # between a proposal and its truce: "initiative to implement a truce"
LEAD_REACH = 8  # tokens from a truce back to its proposal, or to the talks on it
NEAR = 9  # tokens after a truce in which its sides stand
ANSWERING = words("reject agree concede request")  # who only welcomes or backs it need not be meant
WILL = "0356"  # CAMEO: to express the will to de-escalate
TALKS = words("talks negotiations")
ON = words("on about over for of")
TALKED_OF = ON | words("technical details particulars terms modalities conditions and")
MEDIATING = frozenset({"organization", "media", "company"})
DECIDED = words("decision agreement deal")
FOUGHT_REACH = 8  # tokens after two sides in which their fighting is told
PAIR = 2


def proposed_truce(sentence: Tokens, cast: list[Party], index: int, end: int, frame: Frame, others: list[Candidate]) -> Told | None:
    """A truce that somebody proposes to who answers: "X turned down the Y-Z proposal for a truce", "X rejected a Y-proposed truce"."""
    if frame.event_mode != "ceasefire" or sentence.words[index] not in TRUCES:
        return None
    proposal = _proposal(sentence, index, end)
    if proposal != end and is_compound(sentence, end):
        return None  # "a plan for a truce museum"
    head = index if proposal is None or proposal > index else proposal
    own = [party for party in cast if party.end <= head and is_premodifier(sentence, party, head) and not party.is_joined]
    makers_ = group_of(cast, own[-1]) if proposal is not None and own else []
    if not makers_ and "-" in sentence.body[sentence.starts[max(0, index - LEAD_REACH)] : sentence.ends[index]]:
        makers_ = [party for party in makers(sentence, [*sentence.named]) if index - LEAD_REACH < party.start < index]
    if not makers_ and sentence.words[end : end + 2] in (["proposed", "by"], ["drafted", "by"], ["suggested", "by"]):
        makers_ = governed([party for party in cast if end <= party.start < end + NEAR], frozenset({"by"}))
    willing = replace(frame, event_type="agree", event_mode=None, cameo_code=WILL)
    if makers_:
        addressed = _addressed(sentence, cast, index, end, others, makers_)
        return Told(willing, "proposed", makers_, addressed) if addressed else None
    if proposal is None or proposal > index or sentence.words[proposal] not in sentence.terms.design:
        return None
    two = _fighting(sentence, cast)
    return Told(frame, "proposed", two[:1], two[1:]) if two else None


def negotiated_truce(sentence: Tokens, cast: list[Party], index: int, end: int, frame: Frame, others: list[Candidate]) -> Told | None:
    """A truce that two sides talk about: "X and Y met for talks on a truce"; not one between others, for which they mediate."""
    if frame.event_mode != "ceasefire" or sentence.words[index] not in TRUCES or not sentence.terms.mediator.isdisjoint(sentence.words):
        return None
    talks = next((place for place in range(index - 1, max(-1, index - LEAD_REACH), -1) if sentence.words[place] in TALKS), None)
    if talks is None or sentence.words[talks + 1 : talks + 2] == [] or sentence.words[talks + 1] not in ON:
        return None
    if not all(is_modifier(word) or word in DETERMINER or word in TALKED_OF for word in sentence.words[talks + 1 : index]):
        return None
    if any(end <= party.start < end + NEAR for party in cast) or any(talks < party.start < index for party in cast):
        return None  # "talks on a truce in Y"
    told = next((other for other in reversed(others) if other.frame.event_type in ("consult", "agree") and other.index < index), None)
    if told is None or not told.sources or not told.targets:
        return None
    if any(word in HARD_MARKS or word in SUBORDINATOR for word in sentence.words[told.end : talks]):
        return None
    are_foes = all(_may_fight(sentence, party) for party in told.sources + told.targets)
    return Told(frame, "proposed", told.sources, told.targets) if are_foes else None


def _may_fight(sentence: Tokens, party: Party) -> bool:
    """Whether it is no go-between: bodies among states are, and of officials ("Xian and Yian officers") it is open."""
    known = sentence.kinds.get(party.head["actor_id"] or "")
    return known not in MEDIATING if known else party.head["discovered_type"] not in MEDIATING | {"group"}


def agreed_halt(sentence: Tokens, cast: list[Party], index: int, end: int, frame: Frame, others: list[Candidate]) -> Told | None:
    """The decision of those who fight to halt it: "the decision to halt strikes failed, as both X and Y went on with their attacks"."""
    if frame.event_mode != "ceasefire" or sentence.words[index - 1] != "to" or sentence.words[index - 2] not in DECIDED:
        return None
    two = _fighting(sentence, cast)
    willing = replace(frame, event_type="agree", event_mode=None, cameo_code=WILL)
    return Told(willing, "occurred", two[:1], two[1:]) if two else None


def _proposal(sentence: Tokens, index: int, end: int) -> int | None:
    """The token of the word that makes a truce a proposal: "the truce proposal", "a proposal for a 30-day truce"."""
    if sentence.words[end : end + 1] and sentence.words[end] in sentence.terms.plan:
        return end
    for place in range(index - 1, max(-1, index - LEAD_REACH), -1):
        word = sentence.words[place]
        if word in sentence.terms.plan and sentence.words[place + 1] in LEADING:
            return place
        if not (is_modifier(word) or word in DETERMINER or word in LEADING or word[0].isdigit() or word == "-"):
            return None
    return None


def _addressed(sentence: Tokens, cast: list[Party], index: int, end: int, others: list[Candidate], proposers: list[Party]) -> list[Party]:
    """To whom a truce is proposed: who answers, or is named after "to"."""
    rulers = [other for other in others if other.group is not None and other.frame.event_type in ANSWERING]
    ruler = next((other for other in reversed(rulers) if other.index < index), None)
    ruler = ruler or next((other for other in rulers if other.is_passive and end <= other.begin <= end + NEAR), None)
    known = {who(party) for party in proposers}
    if ruler is not None:  # "urged Y to accept Z's plan for a truce": it is proposed to Y
        asked = [party for party in ruler.targets if who(party) not in known] if ruler.frame.event_type == "request" else []
        return asked or [party for party in ruler.sources if who(party) not in known]
    return governed([party for party in cast if end <= party.start < end + NEAR], frozenset({"to", "with"}))


def _fighting(sentence: Tokens, cast: list[Party]) -> list[Party]:
    """The two sides that a sentence, or the one before, says are fighting: "both X and Y went on with their attacks"."""
    if two := _fighters(sentence.words, cast, sentence.terms):
        return two
    before = _fighters(*sentence.told_before(), sentence.terms) if sentence.told_before is not None else []
    return [replace(party, start=NOWHERE, end=NOWHERE) for party in before]


def _fighters(word: list[str], cast: list[Party], terms: EventTerms) -> list[Party]:
    for party in cast:
        two = group_of(cast, party)
        if party.is_joined or len(two) != PAIR:
            continue
        after = word[two[-1].end : two[-1].end + FOUGHT_REACH]
        if party.preposition == "between" and not terms.fighting.isdisjoint(word[max(0, party.start - 2) : party.start]):
            return two
        if party.preposition is None and (
            ("their" in after and not terms.fighting.isdisjoint(after)) or not (terms.fighting | terms.fought).isdisjoint(after[:2])
        ):
            return two
    return []
