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
    " presidents premiers chancellors monarchs governors envoys states powers countries organization organisation agency navy aircraft warships warplanes helicopters tanks jets women thousands hundreds dozens"
    " supporters crowds farmers settlers hackers doctors peacekeepers inspectors mission council journalist journalists counterpart counterparts"
)
# "US-proposed truce": the name only tells which truce
GLUED = (
    "-led",
    "-backed",
    "-proposed",
    "-brokered",
    "-made",
    "-based",
    "-held",
    "-occupied",
    "-controlled",
    "-born",
    "-mediated",
    "-style",
)
# "led Y to threaten": the subject of the infinitive is Y
CAUSATIVE = words(
    "led leads forced forces asked asks urged urges told tells allowed allows persuaded pushed prompted wants wanted invited ordered enabled"
    " helped expected pressed convinced encouraged compelled got"
)
PASSIVE_AGENT = frozenset({"by"})
# "members of X" are X's; what governs the members governs X
PART_OF = ACTING | words("members member representatives heads side sides part number team")
# "X's ally" is not X
RELATION = words(
    "ally allies neighbour neighbours neighbor neighbors rival rivals enemy enemies opponent opponents critic critics partner partners foe"
    " foes counterpart counterparts victim victims"
)
ACTING_REACH = 6  # tokens after a verb in which a common noun counts as its object
NOUN_REACH = 9  # tokens between a noun and the preposition phrase that names its target
LIGHT_VERBS = words(
    "launch launched launches launching order ordered orders ordering conduct conducted conducts conducting hold held holds holding begin"
    " began begun begins start started starts make made makes making carry carried carries mount mounted stage staged issue issued issues"
    " resume resumed resumes open opened opens continue continued continues announce announced announces attend attended attends join"
    " joined joins enter entered enters impose imposed imposes imposing declare declared face faced faces suffer suffered welcome"
    " wage waged waging unleash unleashed plan planned plans end ended want wants wanted seek sought seeks have had has engage engaged"
)
# before a noun these say that the subject of the clause takes part: "told reporters after talks with"
TAKING_PART = words("after following during before in for at ahead amid since upon")
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
        if last.endswith(GLUED):
            continue
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
    return _lists(sentence, found)


def _lists(sentence: Tokens, found: list[Party]) -> list[Party]:
    """A comma joins names only in a list that comes to an "and": not in "after talks with X, Y left"."""
    is_closed = False
    for index in range(len(found) - 1, 0, -1):
        party = found[index]
        between = sentence.words[found[index - 1].end : party.start]
        if not party.is_joined:
            is_closed = False
        elif "and" in between or "or" in between or "&" in between:
            is_closed = True
        elif not is_closed:
            party.is_joined = False
            party.preposition = _governor(sentence, party.start, found[index - 1].end)
    return found


def fill_verb(sentence: Tokens, cast: list[Party], group: VerbGroup, frame: Frame, stop: int) -> Filling:
    """Slots of a verb frame; `stop` is the token before which its complements end."""
    subject, has_subject = subject_of(sentence, cast, group)
    right = [party for party in cast if group.end <= party.start < stop and not _is_related(sentence, party)]
    acting_right = _acts(sentence, frame, group.end, stop)
    agent = _with_joined([party for party in right if party.preposition in PASSIVE_AGENT], right)
    if frame.source_slot == "from":
        sources = _with_joined([party for party in right if party.preposition in ("from", "by")], right)
        return Filling(sources, subject, bool(sources) or acting_right, has_subject)
    if group.is_passive:
        if len(sides := _governed(right, frozenset({"between"}))) > 1:
            return Filling(sides[:1], sides[1:], True, True)
        targets = subject if frame.target_slot == "object" else []
        if frame.target_slot == "preposition" or not targets:
            left = [party for party in cast if party.end <= group.start]
            targets = _governed(right, frame.prepositions) or targets or _governed(left, frame.prepositions)
        return Filling(
            agent, targets, bool(agent) or acting_right or "by" in sentence.words[group.end : stop], bool(targets) or has_subject
        )
    if frame.target_slot == "object":
        targets = _object(sentence, right, frame.prepositions, group.end)
    elif frame.target_slot in ("preposition", "between"):
        targets = _governed(right, frame.prepositions or LOOSE) or (_governed(right, LOOSE) if not frame.prepositions else [])
    else:
        targets = []
    targets = [party for party in targets if party not in subject]
    return Filling(subject, targets, has_subject, bool(targets) or acting_right)


def fill_noun(sentence: Tokens, cast: list[Party], start: int, end: int, frame: Frame, stop: int) -> Filling:
    """Slots of a noun frame whose trigger is tokens [start, end)."""
    right = [party for party in cast if end <= party.start < min(stop, end + NOUN_REACH)]
    right = [party for party in right if not _is_related(sentence, party)]
    before = [party for party in cast if party.end <= start and _is_premodifier(sentence, party, start)]
    owner = [before[-1]] if before else []
    if owner and owner[0].is_joined:
        owner = _left_joined(cast, owner[0])
    sides = _governed(right, frozenset({"between", "among"}))
    if len(sides) > 1 or frame.source_slot == "between":
        sides = sides if len(sides) > 1 else (owner or subject_taking_part(sentence, cast, start)) + _governed(right, frozenset({"with"}))
        return Filling(sides[:1], sides[1:], bool(sides), len(sides) > 1)
    agent = _with_joined([party for party in right if party.preposition in ("by", "from")], right)
    targets = [party for party in _governed(right, frame.prepositions) if party not in agent]
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


def subject_taking_part(sentence: Tokens, cast: list[Party], start: int, is_talk: bool = True) -> list[Party]:
    """The subject of the clause, where the words before a noun make it a part of what the noun names."""
    lead = [index for index in range(max(0, start - 5), start) if sentence.words[index] in LIGHT_VERBS]
    if lead:
        return subject_of(sentence, cast, VerbGroup(lead[-1], lead[-1], start))[0]
    lead = [index for index in range(max(0, start - 4), start) if sentence.words[index] in TAKING_PART]
    if not lead or not is_talk:
        return []
    index = lead[-1]
    main = _after_opening(sentence, cast, index)
    return main or subject_of(sentence, cast, VerbGroup(index, index, start, is_gerund=True))[0]


def _after_opening(sentence: Tokens, cast: list[Party], index: int) -> list[Party]:
    """The subject after a phrase that opens the sentence: "After talks with Y, X said ..."."""
    comma = next((position for position, word in enumerate(sentence.words) if word == ","), None)
    if comma is None or comma < index or any(party.end <= index and party.preposition is None for party in cast):
        return []
    after = [party for party in cast if party.start > comma and party.preposition is None]
    near = [party for party in after if party.start - comma <= 2 * REACH]
    return _group_of(cast, near[0]) if near else []


def _acts(sentence: Tokens, frame: Frame, start: int, stop: int) -> bool:
    """Whether a common noun that acts stands where the target is looked for."""
    near = range(start, min(stop, start + ACTING_REACH))
    if frame.target_slot == "object" or frame.source_slot == "from":
        return any(sentence.words[index] in ACTING for index in near)
    return any(
        sentence.words[index] in frame.prepositions and set(sentence.words[index + 1 : index + 4]) & ACTING for index in range(start, stop)
    )


def subject_of(sentence: Tokens, cast: list[Party], group: VerbGroup) -> tuple[list[Party], bool]:
    """The parties that are the subject of a verb, and whether there is an acting subject at all."""
    word = sentence.words
    zone, boundary, apposition = _subject_zone(sentence, cast, group)
    if group.is_infinitive and group.control is None:
        caused = [index for index in zone if word[index] in CAUSATIVE]
        if caused:
            inner = [party for party in cast if caused[-1] < party.start and party.end <= group.start]
            return (_group_of(cast, inner[-1]) if inner else []), True
    inside = [party for party in cast if party.start in zone and party.end <= group.start]
    if group.is_reduced:
        inside = [party for party in inside if group.start - party.end <= REACH]
    free = [party for party in inside if party.preposition is None]
    shares_subject = group.is_joined or group.is_infinitive or group.is_gerund
    acting = any(word[index] in ACTING for index in zone)
    named = [party for party in cast if apposition[0] <= party.start <= apposition[0] + 2 and party.preposition is None]
    if named and (not free or free[-1].is_possessive or _is_premodifier(sentence, free[-1], apposition[0] - 1)):
        return _group_of(cast, named[0]), True  # "Germany's chancellor, Y, rejected"
    if free:
        chosen = free[0] if shares_subject else free[-1]
        if group.is_joined and _is_second(sentence, zone, chosen):
            return [], True
        return _group_of(cast, chosen), True
    if group.is_infinitive and (agents := [party for party in inside if party.preposition == "by"]):
        return _group_of(cast, agents[-1]), True  # "a move by the Treasury to ease"
    if group.start <= 4 and (main := _after_opening(sentence, cast, group.start)):
        return main, True
    of = [party for party in inside if party.preposition in ("of", "from")]
    if of and acting:
        return _group_of(cast, of[0]), True
    content = [index for index in zone if not sentence.is_time[index] and word[index].isalnum()]
    if boundary is not None and word[boundary] in ("who", "which", "that", "whose") and len(content) == 0:
        before = [party for party in cast if party.end <= boundary and boundary - party.end <= REACH + 1]
        return (_group_of(cast, before[-1]) if before else []), bool(before)
    is_quoted = boundary is not None and word[boundary] in HARD_MARKS
    if (
        shares_subject
        or (not content and not is_quoted)
        or (content and word[content[0]] in ANTECEDENT)
        or (content and word[content[-1]] in PRONOUN)
    ):
        first = [party for party in cast if party.end <= (boundary if boundary is not None else group.start) and party.preposition is None]
        if first:
            return _group_of(cast, first[0]), True
    return [], acting


def _subject_zone(sentence: Tokens, cast: list[Party], group: VerbGroup) -> tuple[list[int], int | None, tuple[int, int]]:
    """Tokens of the clause before the verb without what stands between commas or brackets; where the clause begins; and
    the span between commas directly before the verb, which may name the subject once more."""
    word = sentence.words
    index = group.start - 1
    zone: list[int] = []
    apposition = (len(word), len(word))
    while index >= 0:
        token = word[index]
        if token == ")":
            index = _back_to(word, index, "(") - 1
            continue
        if token == "," and not group.is_joined and not zone:
            opening = _back_to(word, index, ",")
            while listed := [party for party in cast if party.end == opening and word[party.start - 1] == "," and party.start > 1]:
                opening = listed[0].start - 1
            if opening > 0 and index - opening > 1:
                apposition = (opening + 1, index)
                index = opening - 1
                continue
        if token in HARD_MARKS or (token in SUBORDINATOR and not (token == "that" and index == 0)):
            return zone[::-1], index, apposition
        zone.append(index)
        index -= 1
    return zone[::-1], None, apposition


def _is_second(sentence: Tokens, zone: list[int], party: Party) -> bool:
    """Whether a party is but the object of the verb before, whose subject has no name: "protesters stormed the embassy and"."""
    acting = [index for index in zone if index < party.start and sentence.words[index] in ACTING]
    return bool(acting) and any(word.endswith("ed") for word in sentence.words[acting[0] : party.start])


def _back_to(word: list[str], index: int, mark: str, reach: int = 30) -> int:
    for position in range(index - 1, max(-1, index - reach), -1):
        if word[position] == mark:
            return position
    return -1


def _object(sentence: Tokens, right: list[Party], prepositions: frozenset[str], start: int) -> list[Party]:
    """The first party that no preposition of place keeps from being the object, with those joined to it.

    A party before an infinitive comes first: "urged members of Y to recognise Z" is said to Y.
    """
    to = next((index for index in range(start, len(sentence)) if _is_infinitive(sentence, index)), len(sentence))
    for among in ([party for party in right if party.end <= to], [party for party in right if party.end > to]):
        for allowed in ({None}, prepositions, LOOSE):
            found = [party for party in among if party.preposition in allowed]
            if found:
                return _group_of(right, found[0])
    return []


def _is_infinitive(sentence: Tokens, index: int) -> bool:
    if sentence.words[index] != "to" or index + 1 >= len(sentence) or sentence.is_capital(index + 1):
        return False
    follows = sentence.words[index + 1]
    return follows not in DETERMINER and follows not in PREPOSITION and not follows.endswith(("ing", "s"))


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
        if word == "of" and index > floor and sentence.words[index - 1] in PART_OF:
            index -= 1
            continue
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


def _is_related(sentence: Tokens, party: Party) -> bool:
    """The phrase is about another, of whom only the relation to this one is told: "Y's ally"."""
    return party.is_possessive and bool(RELATION & set(sentence.words[party.end : party.end + REACH + 1]))


def _is_premodifier(sentence: Tokens, party: Party, start: int) -> bool:
    """Whether a name stands in the noun phrase that ends at `start`: 'Israeli air strikes', "Russia's long war"."""
    between = sentence.words[party.end : start]
    return len(between) <= REACH and all(_is_modifier(word) or word in ("'", "'s") for word in between)
