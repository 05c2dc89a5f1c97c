"""What a relative clause leaves out, since the words before it name it: "officials he met with", "a right that X withdrew".

Subjects of relative clauses stand in `subjects`.
"""

from assets.enrich.events.frames import Frame
from assets.enrich.events.grammar import AUXILIARY, DETERMINER, PREPOSITION, SUBORDINATOR, Tokens
from assets.enrich.events.parties import Party, group_of
from assets.enrich.events.verb_groups import VerbGroup
from assets.enrich.words.wordlist import words

RELATIVE = words("which who that")
OBJECT_RELATIVE = words("which that whom")
OWN = words("its their his her")
# "X, which funded its war": another's; what somebody begins or ends as "its war" is rather his own
FOR_OTHERS = words("aid support")
OWN_REACH = 2  # tokens after the verb in which its object begins
SUBJECT_REACH = 6  # tokens of the subject of a relative clause: "a right that the Xian government withdrew"
MODIFIERS = 2  # words between an article and its noun
TAKING = words("sanction coerce concede")  # what is taken from somebody, or given
LEAD = 2  # words between "whom" and the name of the subject: "whom the new government"
NAME_REACH = 1  # tokens between those who were met and the clause: "officials whom he met with"


def told_before(sentence: Tokens, cast: list[Party], group: VerbGroup, subject: list[Party], frame: Frame) -> list[Party]:
    """Whom a deed of a relative clause was done to, where the words before the clause name them."""
    if not subject:
        return []
    word, first = sentence.words, subject[0]
    after = word[group.end : group.end + 2]
    if "whom" in word and frame.target_slot == "object" and "whom" in word[max(0, first.start - LEAD) : group.start]:
        whom = word.index("whom", max(0, first.start - LEAD))
        meant = [party for party in cast if 0 <= whom - party.end <= 2 * NAME_REACH and not party.is_possessive]
        return group_of(cast, meant[-1]) if meant else []  # "the envoy, whom X accused of"
    if after[:1] == ["with"] and not any(token[0].isalnum() for token in after[1:]):
        met = [party for party in cast if 0 <= first.start - party.end <= NAME_REACH and not party.is_possessive]
        return group_of(cast, met[-1]) if met else []  # "the officials he met with"
    if frame.event_type not in FOR_OTHERS or "own" in word[group.end : group.end + OWN_REACH]:
        return []
    clause = subject[-1].end + (word[subject[-1].end : subject[-1].end + 1] == [","])
    if clause < group.start and word[clause] in RELATIVE and OWN & set(word[group.end : group.end + OWN_REACH]):
        owner = next((party for party in cast if party.end <= first.start and party.preposition is None and not party.is_possessive), None)
        return group_of(cast, owner) if owner and owner not in subject else []  # "X turned to Y, which funded its war"
    return []


def fronted_object(sentence: Tokens, group: VerbGroup, frame: Frame) -> int | None:
    """The noun that a relative clause is about and its verb has for object: "a right that X withdrew"."""
    if group.is_passive or group.is_infinitive or group.is_gerund:
        return None
    word = sentence.words
    if OBJECT_RELATIVE.isdisjoint(word[max(0, group.start - 1 - SUBJECT_REACH) : group.start]):
        return None
    for index in range(group.start - 1, max(0, group.start - 1 - SUBJECT_REACH), -1):
        if word[index] in OBJECT_RELATIVE:
            is_noun = word[index - 1] in frame.object_words and index + 1 < group.start
            return index - 1 if is_noun and _is_definite(word, index - 1) else None
        if word[index] in SUBORDINATOR or word[index] in AUXILIARY or not word[index][0].isalnum():
            return None
    return None


def _is_definite(word: list[str], noun: int) -> bool:
    """Whether an article begins the noun's own phrase: not "the paper for reporting that"."""
    lead = word[max(0, noun - MODIFIERS - 1) : noun]
    articles = [index for index, token in enumerate(lead) if token in DETERMINER]
    return bool(articles) and PREPOSITION.isdisjoint(lead[articles[-1] :])


def suffered(cast: list[Party], fronted: int, sources: list[Party], frame: Frame) -> list[Party]:
    """Whose the thing is that a relative clause tells of: the last party named before it that is none of the doers."""
    if frame.event_type not in TAKING:
        return []
    doers = {party.head["actor_id"] or party.head["mention_id"] for party in sources}
    before = [party for party in cast if party.end <= fronted and (party.head["actor_id"] or party.head["mention_id"]) not in doers]
    return group_of(cast, before[-1]) if before else []
