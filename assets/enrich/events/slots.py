"""Who does it to whom: the actor mentions that fill a frame's source and target, by position, preposition and voice.

What the frame is, and whether the deed was done, do not belong here.
"""

from dataclasses import dataclass
from itertools import pairwise

from assets.enrich.events.complements import CHARGES, charge_start, is_addressed, next_infinitive
from assets.enrich.events.frames import Frame
from assets.enrich.events.grammar import DETERMINER, HARD_MARKS, Tokens
from assets.enrich.events.parties import REACH, Party, governed, group_of, is_premodifier, is_related, left_joined, who
from assets.enrich.events.relatives import told_before
from assets.enrich.events.subjects import LINK_REACH, LINKING, performer, subject_of, subject_taking_part
from assets.enrich.events.verb_groups import NUMBER, VerbGroup
from assets.enrich.words.wordlist import words

ACTING_REACH = 6  # tokens after a verb in which a common noun counts as its object
PHRASE_REACH = 4  # tokens from a preposition to the noun it governs: "for the two downstream states"
OFFICE_REACH = 6  # tokens from a state to the comma after the office: "United States (US) presidents,"
NOUN_REACH = 9  # tokens between a noun and the preposition phrase that names its target
STRIKING = frozenset({"assault", "coerce"})
OWNING = words("of for in from")
OWNED_REACH = 1  # tokens, an adverb, from an owner to what is done: "a road in Kenya was again blocked"
BY_STATES = frozenset({"coerce"})
STOPPING = frozenset({"discontinue"})
TAKING = frozenset({"seize"})
TRADING = words("trade trades traded trading exchange exchanges exchanged exchanging swap swaps swapped")
EACH_OTHER = ("each other", "each other's", "one another", "one another's")
REMOVING = frozenset({"deport", "expel"})
VERBAL = words("support request accuse agree")
SPOKEN = VERBAL | {"threaten", "reject"}
OF, TO = frozenset({"of"}), frozenset({"to"})
MOVING = frozenset({"visit", "withdraw", "resign"})
OWN = words("its their")
OWN_REACH = 3  # tokens: "its fierce aerial attacks"
FROM_AFAR = LINKING | OWN | {"whose"}
SWITCHING = HARD_MARKS | words("it they he she we who which that said says")  # after these another may be meant
BETWEEN, AMONG, WITH = frozenset({"between"}), frozenset({"between", "among"}), frozenset({"with"})
GROUND = frozenset({"to", "into"})
INVITING = frozenset({"036"})  # CAMEO: to express the will to meet
SUMMONING = "114"  # CAMEO: to complain officially; "was summoned to the ministry"
ENTRY_REACH = 5  # tokens
FREE: frozenset[str | None] = frozenset({None})
AGAINST = frozenset({"against"})
FRIENDLY = words("support aid cooperate agree concede")
AIMED = words("sanction coerce")  # of these "against" says best at whom
PASSIVE_AGENT = frozenset({"by"})
GIVERS = frozenset({"from", "by"})
MUTUAL = frozenset({"agree", "cooperate"})
ANSWERS = words("request accuse threaten reject")  # "answered with threats": their sides may stand far before the noun
PLACES = frozenset({
    None, "in", "at", "on", "of", "to", "into", "for", "with", "against", "near", "over", "between", "among", "along", "around", "across",
    "inside", "outside", "off", "toward", "towards", "throughout", "from", "within", "through",
})  # fmt: skip
MEDIATING = "045"  # whoever does it stands between the sides
LOCATIVE = frozenset({"in", "at", "on", "near", "inside", "throughout", "along", "around", "across"})
GIVING = words("aid support cooperate concede")
CURRENCY = frozenset("$€£")
LOOSE = frozenset({"of", "by", "from", "for", "against", "to", "with", "between", "over", "among", "towards", "toward"})


@dataclass(slots=True)
class Filling:
    """Sources and targets found, the main one first, and whether acting nouns without a name stand in for either."""

    sources: list[Party]
    targets: list[Party]
    has_source: bool
    has_target: bool
    is_reciprocal: bool = False  # each of the sources does it to the others: "X and Y accused each other"


def fill_verb(sentence: Tokens, cast: list[Party], group: VerbGroup, frame: Frame, stop: int) -> Filling:
    """Slots of a verb frame; `stop` is the token before which its complements end."""
    subject, has_subject = subject_of(sentence, cast, group)
    if (key := ("right", group.end, stop)) not in sentence.around:
        sentence.around[key] = [party for party in cast if group.end <= party.start < stop and not is_related(sentence, party)]
    right: list[Party] = sentence.around[key]
    if frame.event_type in FRIENDLY and "against" not in frame.prepositions:
        right = [party for party in right if party.preposition != "against"]  # "backed the east against X"
    if frame.source_slot == "from":
        givers = GIVERS | (frame.prepositions & OF)  # "won the backing of X"
        sources = _with_joined([party for party in right if party.preposition in givers], right)
        return Filling(sources, subject, bool(sources) or _acts(sentence, frame, group.end, stop), has_subject)
    if group.is_passive:
        agent = _with_joined([party for party in right if party.preposition in PASSIVE_AGENT], right)
        before = [party for party in cast if party.end <= group.start]
        sides = governed(right, BETWEEN) or (governed(before[::-1], BETWEEN) and group_of(cast, governed(before, BETWEEN)[-1]))
        if len(sides) > 1:  # "talks between X and Y, brokered by Z"
            return Filling(agent, sides, True, True) if agent and agent[0] not in sides else Filling(sides[:1], sides[1:], True, True)
        targets = subject if frame.target_slot == "object" else []
        if not targets and frame.event_type in STRIKING and frame.target_slot == "object":
            near = [party for party in before if group.start - party.end <= OWNED_REACH and party.preposition in OWNING]
            targets = group_of(cast, near[-1]) if near else []  # "a camp for Congolese refugees was attacked"
        if frame.target_slot == "preposition":
            left = [party for party in cast if 0 <= group.start - party.end <= NOUN_REACH]
            targets = governed(right, frame.prepositions) or targets or governed(left, frame.prepositions)
            if not targets and frame.event_mode in TAKING:
                targets = [party for party in subject if not party.is_possessive]  # "a Kenyan trawler was seized"
        # "was arrested in X": by its authorities; "goods were held up in X"
        if not agent and frame.event_type == "aid":
            agent = [party for party in before if party.preposition == "from"][-1:]  # "flour from X was handed out in Y"
        if not targets and frame.event_type == "reject":
            targets = [party for party in before if party.preposition in GIVERS][-1:]  # "an offer by Y to help was turned down"
        if not agent and (frame.event_type in BY_STATES or (frame.event_mode in STOPPING and "in" not in frame.prepositions)):
            agent = governed(right, frozenset({"in"}))
        if not agent and not targets and frame.event_type == "assault":
            targets = place(frame, [], right)  # "were beaten by masked men in X"
        if not agent and frame.event_mode in REMOVING:
            agent = governed([party for party in right if party not in subject], frozenset({"from"}))  # "was deported from X"
        if not agent and (host := _host(sentence, cast, right, group, frame)):
            guests = subject if host[0] in right else governed(right, GROUND)
            return Filling(host, guests, True, bool(guests) or has_subject)
        if not agent and (frame.event_type == "mobilize" or frame.event_mode == "withdraw"):
            agent = [party for party in subject if party not in targets]  # "Kenyan troops were sent to X": by Kenya
        return Filling(agent, targets, True, bool(targets) or has_subject or bool(agent))
    charged = charge_start(sentence, group.end, stop, frame.event_type) if frame.event_type in CHARGES else stop
    # "announced bans on travel to X", told of X: nobody acts upon himself, but men of one state may meet
    doers = frozenset(map(who, subject)) if frame.event_type != "consult" else frozenset()
    if frame.target_slot == "object":
        near = [party for party in right if party.start < charged and not (frame.event_type == "support" and party.preposition in LOCATIVE)]
        targets = _object(sentence, near, frame.prepositions, group.end, doers)
    elif frame.target_slot in ("preposition", "between"):
        is_open = not subject or group.is_gerund or group.is_infinitive
        sides = governed(right, BETWEEN) if is_open and "between" in frame.prepositions and frame.cameo_code != MEDIATING else []
        if len(sides) > 1:
            return Filling(sides[:1], sides[1:], True, True)  # "efforts to restore flights between X and Y"
        targets = governed(right, AGAINST, doers) if frame.event_type in AIMED else []
        targets = targets or governed(right, frame.prepositions or LOOSE, doers)
        targets = targets or _recipient(sentence, right, group, frame)
    else:
        targets = []
    if not targets and len(subject) > 1 and frame.event_type == "consult" and sentence.words[group.end : group.end + 1] == ["to"]:
        targets = governed(right, TO)  # "X and Y have talked to Z"
    if not targets and len(subject) > 1 and _is_reciprocal(sentence, group, stop):
        return Filling(subject, [], True, True, is_reciprocal=True)
    sources = subject if frame.source_slot != "none" else []
    targets = [party for party in targets if party not in subject] or told_before(sentence, cast, group, subject, frame)
    if targets:
        return Filling(sources, targets, has_subject, True)
    acting_right = _acts(sentence, frame, group.end, stop)
    is_heard = frame.event_type in VERBAL or (frame.event_type == "threaten" and is_addressed(sentence, group.end))
    if not (acting_right and is_heard):  # "congratulated the three countries on X"
        targets = place(frame, subject, [party for party in right if party.start < charged])
    return Filling(sources, targets, has_subject, acting_right)


def has_sides_near(sentence: Tokens, cast: list[Party], start: int, end: int) -> bool:
    """The cheap look before `fill_noun`: whether anybody stands where it seeks the sides, or a word through which they do from afar."""
    if any(start - REACH <= party.end <= start or end <= party.start < end + NOUN_REACH for party in cast):
        return True
    return start == 0 or not FROM_AFAR.isdisjoint(sentence.words[max(0, start - LINK_REACH) : start])


def _recipient(sentence: Tokens, right: list[Party], group: VerbGroup, frame: Frame) -> list[Party]:
    """To whom something is given who stands before it: "gave Fiji two boats", not "sent Russian boats"."""
    if frame.event_type not in GIVING or "to" not in frame.prepositions:
        return []
    given = next((party for party in right if party.preposition is None and party.start - group.end <= 1), None)
    follows = sentence.words[given.end] if given and given.end < len(sentence) else ""
    return [given] if given and (follows in DETERMINER or follows in NUMBER or follows in CURRENCY or follows[:1].isdigit()) else []


def fill_noun(sentence: Tokens, cast: list[Party], start: int, end: int, frame: Frame, stop: int) -> Filling:
    """Slots of a noun frame whose trigger is tokens [start, end)."""
    owner = _owner(sentence, cast, start)
    right, sides, agent = _after_noun(sentence, cast, end, stop)
    if len(sides) > 1 or frame.source_slot == "between":
        sides = sides if len(sides) > 1 else (owner or subject_taking_part(sentence, cast, start)) + governed(right, WITH)
        return Filling(sides[:1], sides[1:], bool(sides), len(sides) > 1)
    if owner and frame.event_type == "retreat":
        agent = [party for party in agent if party.preposition in PASSIVE_AGENT]  # "X's withdrawal of troops from Y"
    targets = governed([party for party in right if party not in agent], frame.prepositions)
    if agent and not targets and frame.prepositions & set(sentence.words[end : agent[0].start]) - {"by", "from"}:
        agent, targets = [], agent  # "protests against the violations by X": they are X's
    sources = owner or agent or (governed(right, OF) if frame.event_mode in MOVING else [])  # "the visit of X to Y"
    if not sources and frame.source_slot == "of":
        sources = governed([party for party in right if party.start <= end + PHRASE_REACH], OF)  # "an emergency session of X"
    if not sources and frame.source_slot in ("subject", "possessive"):
        is_opening = sentence.words[0] == "in" and start <= REACH + 1 and frame.event_type in SPOKEN  # "In a new appeal to X, Y said"
        sources = subject_taking_part(sentence, cast, start, frame.event_type == "consult" or is_opening)
    if not sources and targets and "by" in sentence.words and frame.source_slot != "none":
        sources = performer(sentence, cast, end)
    if frame.source_slot == "none":
        sources = []
    if frame.target_slot == "none":
        targets = []
    targets = [party for party in targets if party not in sources]
    around = place(frame, sources, [party for party in right if party not in agent])
    if not (sources or targets or around or frame.event_type in ANSWERS):
        return Filling([], [], False, False)
    before_acts = not sentence.terms.acting.isdisjoint(sentence.words[max(0, start - 3) : start])
    after_acts = not sentence.terms.acting.isdisjoint(sentence.words[end : min(stop, end + 5)])
    return Filling(sources, targets or around, bool(sources) or before_acts, bool(targets) or after_acts)


def _owner(sentence: Tokens, cast: list[Party], start: int) -> list[Party]:
    """Whose it is that a noun at token `start` names; many frames share one noun."""
    if (key := ("owner", start)) not in sentence.around:
        before = [party for party in cast if party.end <= start and is_premodifier(sentence, party, start)]
        owner = [before[-1]] if before else _antecedent(sentence, cast, start) or _possessor(sentence, cast, start)
        sentence.around[key] = left_joined(cast, owner[0]) if owner and owner[0].is_joined else owner
    return sentence.around[key]


def _after_noun(sentence: Tokens, cast: list[Party], end: int, stop: int) -> tuple[list[Party], list[Party], list[Party]]:
    """The parties after a noun that ends before token `end`; of these the sides between whom it is, and who does it."""
    if (key := ("after", end, stop)) not in sentence.around:
        right = [party for party in cast if end <= party.start < min(stop, end + NOUN_REACH)]
        right = [*right, *(party for party in group_of(cast, right[-1]) if right[-1].start < party.start < stop)] if right else []
        right = [party for party in right if not is_related(sentence, party)]
        sides = governed(right, AMONG)
        agent = _with_joined([party for party in right if party.preposition in ("by", "from")], right)
        sentence.around[key] = right, _names_of(sentence, cast, sides) or sides, agent
    return sentence.around[key]


def _antecedent(sentence: Tokens, cast: list[Party], start: int) -> list[Party]:
    """Whose it is by "whose": "X, whose offensive in Y"."""
    lead = sentence.words[max(0, start - 2) : start]
    if "whose" not in lead:
        return []
    index = start - len(lead) + lead.index("whose")
    return [party for party in cast if 0 <= index - party.end <= 1][-1:]


def _possessor(sentence: Tokens, cast: list[Party], start: int) -> list[Party]:
    """Whose it is by "its" or "their", in the same clause: "Kenya stepped up its raids on Y", "blamed Peru for its attack on Y"."""
    word = sentence.words
    lead = next((index for index in range(start - 1, max(-1, start - 1 - OWN_REACH), -1) if word[index] in OWN), None)
    before = [party for party in cast if lead is not None and party.end <= lead and party.preposition is None and not party.is_possessive]
    if not before or lead is None or not SWITCHING.isdisjoint(word[before[-1].end : lead]):
        return []
    owners = group_of(cast, before[-1])
    return owners if word[lead] == "its" or len(owners) > 1 or owners[0].head["surface"].endswith("s") else []


def place(frame: Frame, sources: list[Party], right: list[Party]) -> list[Party]:
    """Whose ground or affair it is, where nobody stands in the slot of the target: "blocked roads in X".

    Meetings are held on the ground of others, and where two act together each is the other's target.
    """
    if not right or frame.target_slot == "none" or frame.event_type == "consult" or (frame.event_type in MUTUAL and len(sources) > 1):
        return []
    doers = frozenset(map(who, sources))
    near = [
        party
        for party in right
        if (party.preposition in PLACES or (party.preposition == "by" and frame.event_mode == "investigate"))
        and who(party) not in doers
        and not (frame.event_type == "support" and party.preposition in LOCATIVE)  # "backed opposite sides in Y"
        and not (frame.event_type == "mobilize" and party.preposition == "from")  # "moved tanks from X"
    ]
    return group_of(right, near[0]) if near else []


def _names_of(sentence: Tokens, cast: list[Party], sides: list[Party]) -> list[Party]:
    """Those who are named after their offices: "between the Xian and Yian presidents, A and B"."""
    if not sides:
        return []
    start = sides[-1].end
    comma = next((n for n in range(start, min(start + OFFICE_REACH, len(sentence))) if sentence.words[n] == ","), None)
    if comma is None or not sentence.words[comma - 1].endswith("s"):
        return []
    named = next((party for party in cast if party.start == comma + 1), None)
    names = group_of(cast, named) if named else []
    return names if len(names) == len(sides) else []


def _host(sentence: Tokens, cast: list[Party], right: list[Party], group: VerbGroup, frame: Frame) -> list[Party]:
    """Whose ground somebody was asked to, or kept from, which X alone can do: "was invited to X", "a visa for X was denied to"."""
    if frame.cameo_code in INVITING or frame.cameo_code == SUMMONING:
        return governed(right, GROUND)
    if frame.event_type != "reject":
        return []
    word = sentence.words
    near = range(max(0, group.start - ENTRY_REACH), min(len(sentence), group.end + ENTRY_REACH))
    entry = next((index for index in near if word[index] in sentence.terms.entry), None)
    if entry is None:
        return []
    if entry >= group.end:
        return governed(right, GROUND)
    return governed([party for party in cast if entry < party.start < group.start], GROUND | {"for"})


def _is_reciprocal(sentence: Tokens, group: VerbGroup, stop: int) -> bool:
    """Whether each of those who act does it to the others: "expelled each other's envoys", "traded insults"."""
    if sentence.words[group.index] in TRADING:
        return True
    return any(" ".join(pair) in EACH_OTHER for pair in pairwise(sentence.words[group.end : stop]))


def _acts(sentence: Tokens, frame: Frame, start: int, stop: int) -> bool:
    """Whether a common noun that acts stands where the target is looked for."""
    near = range(start, min(stop, start + ACTING_REACH))
    if frame.target_slot == "object" or frame.source_slot == "from":
        return not sentence.terms.acting.isdisjoint(sentence.words[near.start : near.stop])
    word, acting = sentence.words, sentence.terms.acting
    for index in range(start, stop):
        if word[index] in frame.prepositions and not acting.isdisjoint(word[index + 1 : index + 1 + PHRASE_REACH]):
            return True
    return False


def _object(sentence: Tokens, right: list[Party], prepositions: frozenset[str], start: int, doers: frozenset[str]) -> list[Party]:
    """The first party that no preposition of place keeps from being the object, with those joined to it.

    A party before an infinitive comes first: "urged members of Y to recognise Z" is said to Y.
    """
    if not right:
        return []
    to = next_infinitive(sentence, start, len(sentence))
    said_to = [party for party in right if party.end <= to]
    for allowed in (FREE, prepositions, LOOSE):
        if found := [party for party in said_to if party.preposition in allowed and who(party) not in doers]:
            return [party for party in group_of(right, found[0]) if who(party) not in doers]
    if is_addressed(sentence, start):
        return []
    return governed([party for party in right if party.end > to], FREE | LOOSE | prepositions, doers)


def _with_joined(found: list[Party], among: list[Party]) -> list[Party]:
    return group_of(among, found[0]) if found else []
