"""Who does it to whom: the actor mentions that fill a frame's source and target, by position, preposition and voice.

What the frame is, and whether the deed was done, do not belong here.
"""

from dataclasses import dataclass

from assets.enrich.event_frames import Frame
from assets.enrich.event_grammar import (
    CONJUNCTION,
    DETERMINER,
    HARD_MARKS,
    PREPOSITION,
    PRONOUN,
    SPEECH,
    SUBORDINATOR,
    Tokens,
    VerbGroup,
)  # fmt: skip
from assets.enrich.mention_index import Mention
from assets.enrich.wordlist import words

REACH = 3  # words between a preposition and the name it governs: "with the visiting Syrian president"
ANTECEDENT = words("it they he she its their his her")
# Common nouns that act: an event may happen to or be done by those the codebook has no name for.
ACTING = words(
    "government governments official officials minister ministers president premier parliament lawmakers court judge police army"
    " troops troop forces force soldiers military militia militias militants militant rebels rebel guerrillas insurgents fighters"
    " gunmen authorities authority leader leaders leadership opposition party group groups activists protesters demonstrators workers"
    " students prisoners residents refugees people civilians union unions coalition alliance ministry embassy ambassador ambassadors"
    " diplomats diplomat envoy negotiators negotiator delegation spokesman spokeswoman cabinet administration regime company"
    " organization organisation agency navy aircraft warships warplanes helicopters tanks jets women thousands hundreds dozens"
    " supporters crowds farmers settlers hackers doctors peacekeepers inspectors mission council journalist journalists"
)
PASSIVE_AGENT = frozenset({"by"})
LOOSE = frozenset({"of", "by", "from", "for", "against", "to", "with", "between", "over", "among", "towards", "toward"})


@dataclass(slots=True)
class Party:
    """A noun phrase with at least one actor mention: its head mention, its words, the preposition that governs it."""

    head: Mention
    start: int
    end: int
    preposition: str | None
    is_possessive: bool
    is_joined: bool  # "and" or a comma joins it to the party before


@dataclass(slots=True)
class Filling:
    """Sources and targets found, the main one first, and whether acting nouns without a name stand in for either."""

    sources: list[Party]
    targets: list[Party]
    has_source: bool
    has_target: bool


def parties(sentence: Tokens, mentions: list[Mention]) -> list[Party]:
    """Noun phrases that name actors, in the order of the text."""
    found: list[Party] = []
    token = 0
    for mention in mentions:
        while token < len(sentence) and sentence.ends[token] <= mention["evidence_start"]:
            token += 1
        first = token
        while token < len(sentence) and sentence.starts[token] < mention["evidence_end"]:
            token += 1
        if token == first:
            continue
        last = sentence.words[token - 1]
        possessive = last.endswith("'s") or (token < len(sentence) and sentence.words[token] in ("'", "'s"))
        previous = found[-1] if found else None
        between = sentence.words[previous.end : first] if previous else []
        if previous and not previous.is_possessive and all(_is_modifier(word) for word in between) and len(between) <= REACH:
            previous.head, previous.end, previous.is_possessive = mention, token, possessive
            continue
        preposition = _governor(sentence, first, previous.end if previous else 0)
        joined = bool(previous) and _joins(between)
        if joined and preposition is None and previous:
            preposition = previous.preposition
        found.append(Party(mention, first, token, preposition, possessive, joined))
    return found


def fill_verb(sentence: Tokens, cast: list[Party], group: VerbGroup, frame: Frame, stop: int) -> Filling:
    """Slots of a verb frame; `stop` is the token before which its complements end."""
    subject, has_subject = subject_of(sentence, cast, group)
    right = [party for party in cast if group.end <= party.start < stop]
    acting_right = any(word in ACTING for word in sentence.words[group.end : stop])
    agent = _with_joined([party for party in right if party.preposition in PASSIVE_AGENT], right)
    if frame.source_slot == "from":
        sources = _with_joined([party for party in right if party.preposition in ("from", "by")], right)
        return Filling(sources, subject, bool(sources) or acting_right, has_subject)
    if group.is_passive:
        targets = subject if frame.target_slot == "object" else []
        if frame.target_slot == "preposition" or not targets:
            targets = _governed(right, frame.prepositions) or targets
        return Filling(agent, targets, bool(agent) or acting_right, bool(targets) or has_subject)
    if frame.target_slot == "object":
        targets = _object(right, frame.prepositions)
    elif frame.target_slot in ("preposition", "between"):
        targets = _governed(right, frame.prepositions or LOOSE) or (_governed(right, LOOSE) if not frame.prepositions else [])
    else:
        targets = []
    targets = [party for party in targets if party not in subject]
    return Filling(subject, targets, has_subject, bool(targets) or acting_right)


def fill_noun(sentence: Tokens, cast: list[Party], start: int, end: int, frame: Frame, stop: int) -> Filling:
    """Slots of a noun frame whose trigger is tokens [start, end)."""
    right = [party for party in cast if end <= party.start < stop]
    before = [party for party in cast if party.end <= start and _is_premodifier(sentence, party, start)]
    owner = [before[-1]] if before else []
    if owner and owner[0].is_joined:
        owner = _left_joined(cast, owner[0])
    if frame.source_slot == "between":
        sides = _governed(right, frozenset({"between", "among", "with"}))
        sides = sides if len(sides) > 1 else owner + sides
        return Filling(sides[:1], sides[1:], bool(sides), len(sides) > 1)
    agent = _with_joined([party for party in right if party.preposition in ("by", "from")], right)
    targets = [party for party in _governed(right, frame.prepositions) if party not in agent]
    sources = owner or agent
    if not sources and frame.source_slot in ("subject", "possessive"):
        sources, _ = subject_of(sentence, cast, VerbGroup(start, start, end))
    if frame.source_slot == "none":
        sources = []
    if frame.target_slot == "none":
        targets = []
    targets = [party for party in targets if party not in sources]
    acting = any(word in ACTING for word in sentence.words[max(0, start - 4) : stop])
    return Filling(sources, targets, bool(sources) or acting, bool(targets) or acting)


def subject_of(sentence: Tokens, cast: list[Party], group: VerbGroup) -> tuple[list[Party], bool]:
    """The parties that are the subject of a verb, and whether there is an acting subject at all."""
    word = sentence.words
    zone, boundary = _subject_zone(sentence, group)
    inside = [party for party in cast if party.start in zone and party.end <= group.start]
    free = [party for party in inside if party.preposition is None]
    shares_subject = group.is_joined or group.is_infinitive or group.is_gerund
    acting = any(word[index] in ACTING for index in zone)
    if free:
        chosen = free[0] if shares_subject else free[-1]
        return _group_of(cast, chosen), True
    of = [party for party in inside if party.preposition in ("of", "from")]
    if of and acting:
        return _group_of(cast, of[0]), True
    content = [index for index in zone if not sentence.is_time[index] and word[index].isalnum()]
    if boundary is not None and word[boundary] in ("who", "which", "that", "whose") and len(content) == 0:
        before = [party for party in cast if party.end <= boundary and boundary - party.end <= REACH + 1]
        return (_group_of(cast, before[-1]) if before else []), bool(before)
    if shares_subject or not content or word[content[0]] in ANTECEDENT or word[content[-1]] in PRONOUN:
        first = [
            party
            for party in cast
            if party.end <= (boundary if boundary is not None else group.start) and party.preposition is None
        ]
        if first:
            return _group_of(cast, first[0]), True
    return [], acting


def _subject_zone(sentence: Tokens, group: VerbGroup) -> tuple[list[int], int | None]:
    """Tokens of the clause before the verb without what stands between commas or brackets, and where the clause begins."""
    word = sentence.words
    index = group.start - 1
    zone: list[int] = []
    while index >= 0:
        token = word[index]
        if token == ")":
            index = _back_to(word, index, "(") - 1
            continue
        if token == "," and not group.is_joined:
            opening = _back_to(word, index, ",")
            if opening > 0 and index - opening > 1 and not zone and opening > 0:
                index = opening - 1
                continue
        if token in HARD_MARKS or (token in SUBORDINATOR and not (token == "that" and index == 0)):
            return zone[::-1], index
        zone.append(index)
        index -= 1
    return zone[::-1], None


def _back_to(word: list[str], index: int, mark: str, reach: int = 30) -> int:
    for position in range(index - 1, max(-1, index - reach), -1):
        if word[position] == mark:
            return position
    return -1


def _object(right: list[Party], prepositions: frozenset[str]) -> list[Party]:
    """The first party that no preposition of place keeps from being the object, with those joined to it."""
    for allowed in ({None}, prepositions, LOOSE):
        found = [party for party in right if party.preposition in allowed]
        if found:
            return _group_of(right, found[0])
    return []


def _governed(right: list[Party], prepositions: frozenset[str]) -> list[Party]:
    found = [party for party in right if party.preposition in prepositions]
    return _group_of(right, found[0]) if found else []


def _with_joined(found: list[Party], among: list[Party]) -> list[Party]:
    return _group_of(among, found[0]) if found else []


def _group_of(cast: list[Party], party: Party) -> list[Party]:
    """A party with all those joined to it, left and right: "X, Y and Z"."""
    index = cast.index(party)
    first = last = index
    while first > 0 and cast[first].is_joined:
        first -= 1
    while last + 1 < len(cast) and cast[last + 1].is_joined:
        last += 1
    return cast[first : last + 1]


def _left_joined(cast: list[Party], party: Party) -> list[Party]:
    index = first = cast.index(party)
    while first > 0 and cast[first].is_joined:
        first -= 1
    return cast[first : index + 1]


def _governor(sentence: Tokens, first: int, floor: int) -> str | None:
    """The preposition before a name, over articles, adjectives and titles."""
    index, steps = first - 1, 0
    while index >= floor and steps <= REACH:
        word = sentence.words[index]
        if word in PREPOSITION:
            return word
        if word in CONJUNCTION or word in HARD_MARKS or word == "," or word in PRONOUN or word in SPEECH:
            return None
        if word.endswith("ed") and word not in DETERMINER:
            return None
        steps += word not in DETERMINER
        index -= 1
    return None


def _joins(between: list[str]) -> bool:
    """Whether words between two names make them one list: 'and', ', the', 'as well as'."""
    if not between or not (set(between) & {"and", ",", "or", "&"}):
        return False
    rest = [word for word in between if word not in ("and", ",", "or", "&", "both")]
    return all(_is_modifier(word) or word in DETERMINER for word in rest) and len(rest) <= REACH


def _is_modifier(word: str) -> bool:
    return (
        word.replace("-", "").replace(".", "").isalpha()
        and word not in PREPOSITION
        and word not in CONJUNCTION
        and word not in PRONOUN
        and word not in SUBORDINATOR
        and word not in DETERMINER
        and word not in SPEECH
        and not word.endswith(("ed", "ing", "'s"))
    )


def _is_premodifier(sentence: Tokens, party: Party, start: int) -> bool:
    """Whether a name stands in the noun phrase that ends at `start`: 'Israeli air strikes', "Russia's long war"."""
    between = sentence.words[party.end : start]
    return len(between) <= REACH and all(_is_modifier(word) or word in ("'", "'s") for word in between)
