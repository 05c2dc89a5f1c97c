"""Who does it to whom: the actor mentions that fill a frame's source and target, by position, preposition and voice.

What the frame is, and whether the deed was done, do not belong here.
"""

from dataclasses import dataclass

from assets.enrich.events.frames import Frame
from assets.enrich.events.grammar import (
    DETERMINER,
    PREPOSITION,
    Tokens,
    VerbGroup,
)
from assets.enrich.events.parties import ACTING, Party, governed, group_of, is_premodifier, is_related, left_joined
from assets.enrich.events.subjects import subject_of, subject_taking_part

ACTING_REACH = 6  # tokens after a verb in which a common noun counts as its object
PHRASE_REACH = 4  # tokens from a preposition to the noun it governs: "for the two downstream states"
NOUN_REACH = 9  # tokens between a noun and the preposition phrase that names its target
CHARGE = frozenset({"of", "for", "over", "about"})
PASSIVE_AGENT = frozenset({"by"})
LOOSE = frozenset({"of", "by", "from", "for", "against", "to", "with", "between", "over", "among", "towards", "toward"})


@dataclass(slots=True)
class Filling:
    """Sources and targets found, the main one first, and whether acting nouns without a name stand in for either."""

    sources: list[Party]
    targets: list[Party]
    has_source: bool
    has_target: bool


def fill_verb(sentence: Tokens, cast: list[Party], group: VerbGroup, frame: Frame, stop: int) -> Filling:
    """Slots of a verb frame; `stop` is the token before which its complements end."""
    subject, has_subject = subject_of(sentence, cast, group)
    right = [party for party in cast if group.end <= party.start < stop and not is_related(sentence, party)]
    acting_right = _acts(sentence, frame, group.end, stop)
    agent = _with_joined([party for party in right if party.preposition in PASSIVE_AGENT], right)
    if frame.source_slot == "from":
        sources = _with_joined([party for party in right if party.preposition in ("from", "by")], right)
        return Filling(sources, subject, bool(sources) or acting_right, has_subject)
    if group.is_passive:
        if len(sides := governed(right, frozenset({"between"}))) > 1:
            return Filling(sides[:1], sides[1:], True, True)
        targets = subject if frame.target_slot == "object" else []
        if frame.target_slot == "preposition":
            left = [party for party in cast if 0 <= group.start - party.end <= NOUN_REACH]
            targets = governed(right, frame.prepositions) or targets or governed(left, frame.prepositions)
        return Filling(agent, targets, True, bool(targets) or has_subject)
    if frame.target_slot == "object":
        charged = _charge(sentence, group.end, stop) if frame.event_type == "accuse" else stop
        targets = _object(sentence, [party for party in right if party.start < charged], frame.prepositions, group.end)
    elif frame.target_slot in ("preposition", "between"):
        targets = governed(right, frame.prepositions or LOOSE) or (governed(right, LOOSE) if not frame.prepositions else [])
    else:
        targets = []
    targets = [party for party in targets if party not in subject]
    return Filling(subject, targets, has_subject, bool(targets) or acting_right)


def fill_noun(sentence: Tokens, cast: list[Party], start: int, end: int, frame: Frame, stop: int) -> Filling:
    """Slots of a noun frame whose trigger is tokens [start, end)."""
    right = [party for party in cast if end <= party.start < min(stop, end + NOUN_REACH)]
    right = [party for party in right if not is_related(sentence, party)]
    before = [party for party in cast if party.end <= start and is_premodifier(sentence, party, start)]
    owner = [before[-1]] if before else []
    if owner and owner[0].is_joined:
        owner = left_joined(cast, owner[0])
    sides = governed(right, frozenset({"between", "among"}))
    if len(sides) > 1 or frame.source_slot == "between":
        sides = sides if len(sides) > 1 else (owner or subject_taking_part(sentence, cast, start)) + governed(right, frozenset({"with"}))
        return Filling(sides[:1], sides[1:], bool(sides), len(sides) > 1)
    agent = _with_joined([party for party in right if party.preposition in ("by", "from")], right)
    targets = [party for party in governed(right, frame.prepositions) if party not in agent]
    sources = owner or agent
    if not sources and frame.source_slot in ("subject", "possessive"):
        sources = subject_taking_part(sentence, cast, start, frame.event_type == "consult")
    if frame.source_slot == "none":
        sources = []
    if frame.target_slot == "none":
        targets = []
    targets = [party for party in targets if party not in sources]
    before_acts = any(word in ACTING for word in sentence.words[max(0, start - 3) : start])
    after_acts = any(word in ACTING for word in sentence.words[end : min(stop, end + 5)])
    return Filling(sources, targets, bool(sources) or before_acts, bool(targets) or after_acts)


def _acts(sentence: Tokens, frame: Frame, start: int, stop: int) -> bool:
    """Whether a common noun that acts stands where the target is looked for."""
    near = range(start, min(stop, start + ACTING_REACH))
    if frame.target_slot == "object" or frame.source_slot == "from":
        return any(sentence.words[index] in ACTING for index in near)
    return any(
        sentence.words[index] in frame.prepositions and set(sentence.words[index + 1 : index + 1 + PHRASE_REACH]) & ACTING
        for index in range(start, stop)
    )


def _object(sentence: Tokens, right: list[Party], prepositions: frozenset[str], start: int) -> list[Party]:
    """The first party that no preposition of place keeps from being the object, with those joined to it.

    A party before an infinitive comes first: "urged members of Y to recognise Z" is said to Y.
    """
    to = next((index for index in range(start, len(sentence)) if is_infinitive(sentence, index)), len(sentence))
    for among in ([party for party in right if party.end <= to], [party for party in right if party.end > to]):
        for allowed in ({None}, prepositions, LOOSE):
            found = [party for party in among if party.preposition in allowed]
            if found:
                return group_of(right, found[0])
    return []


def _charge(sentence: Tokens, start: int, stop: int) -> int:
    """Where what somebody is accused of begins: whom that was done to is not accused."""
    for index in range(start, stop - 1):
        if sentence.words[index] in CHARGE and sentence.words[index + 1].endswith("ing"):
            return index
    return stop


def is_infinitive(sentence: Tokens, index: int) -> bool:
    if sentence.words[index] != "to" or index + 1 >= len(sentence) or sentence.is_capital(index + 1):
        return False
    follows = sentence.words[index + 1]
    return follows not in DETERMINER and follows not in PREPOSITION and not follows.endswith(("ing", "s"))


def _with_joined(found: list[Party], among: list[Party]) -> list[Party]:
    return group_of(among, found[0]) if found else []
