"""Who acts by what he says, where the clause of the deed does not name him: who is quoted, who tells it, who answers another.

The subjects of verbs (`subjects`) do not belong here.
"""

from assets.enrich.events.grammar import PREPOSITION, SPEECH, Tokens
from assets.enrich.events.grounds import NOWHERE
from assets.enrich.events.parties import Party, group_of
from assets.enrich.events.subjects import QUOTES, subject_of
from assets.enrich.events.verb_groups import VerbGroup
from assets.enrich.words.wordlist import words

SPOKEN = words("accuse threaten request reject")
WE = "we"
TALKING = words("consult accuse agree cooperate")  # of these "we" are most often many
WITH_REACH = 2  # tokens from "with" to the noun
PROMPTING = words("prompting drawing provoking triggering sparking eliciting inviting bringing")
PROMPTED_REACH = 5  # tokens from the noun to those who answer
AFTER_REACH = 5  # tokens after the name of who tells to the verb of telling: "X's education minister made clear"
TOLD_REACH = 11  # tokens from who tells to the verb of telling
INSISTING = SPEECH | words(
    "insisted reiterated demanded stressed warned argued concluded ruled decided recommended agreed urged acknowledged alleged alleges"
    " complained complains maintains maintained"
)


def quoted_speaker(sentence: Tokens, cast: list[Party], group: VerbGroup, event_type: str) -> list[Party]:
    """Who speaks, where the verb stands between the words quoted and the speaker: "It is theft," complained X."""
    if event_type not in SPOKEN or group.auxiliaries or group.start < 1 or not sentence.words[group.end - 1].endswith("ed"):
        return []
    if sentence.words[group.start - 1] not in QUOTES:
        return []
    return next((group_of(cast, party) for party in cast if party.start - group.end in (0, 1) and party.preposition is None), [])


def first_person(sentence: Tokens, group: VerbGroup, event_type: str) -> list[Party]:
    """Who is quoted, where the subject of a verb is "we": "We will close the crossing," warned X."""
    if sentence.speaker is None or event_type in TALKING or group.is_passive or group.start < 1 or sentence.words[group.start - 1] != WE:
        return []
    speaker = sentence.speaker(group.index)
    return [Party(speaker, NOWHERE, NOWHERE, None, False, False)] if speaker is not None else []


def teller_of(sentence: Tokens, cast: list[Party], subject: list[Party], start: int) -> list[Party]:
    """Who says what the subject does or must do: the subject of the reporting verb before it."""
    limit = min((party.start for party in subject), default=start)
    for party in cast:
        near = sentence.words[party.end : min(limit, party.end + TOLD_REACH)]
        if party.preposition is None and party.end <= limit and not INSISTING.isdisjoint(near):
            return [party]
    return []


def told_after(sentence: Tokens, cast: list[Party], end: int) -> list[Party]:
    """Who says what stands before, where the sentence names him after a comma: "Strikers will be shot, X's minister said"."""
    for party in cast:
        if party.start < end or sentence.words[party.start - 1] in PREPOSITION or "," not in sentence.words[end : party.start]:
            continue
        near = sentence.words[party.end : party.end + AFTER_REACH]
        if party.preposition is None and not INSISTING.isdisjoint(near) and "," not in near[:1]:
            return group_of(cast, party)
    return []


def answering(sentence: Tokens, cast: list[Party], start: int) -> list[Party]:
    """The subject of the clause, where a noun tells with what it acts: "X held up the talks with demands for"."""
    lead = next((index for index in range(start - 1, max(-1, start - 1 - WITH_REACH), -1) if sentence.words[index] == "with"), None)
    if lead is None or any(party.start > lead and party.end <= start for party in cast):
        return []
    return subject_of(sentence, cast, VerbGroup(lead, lead, start, is_gerund=True))[0]


def prompted(sentence: Tokens, cast: list[Party], start: int, end: int) -> tuple[list[Party], list[Party]]:
    """Who answers whom with what a noun names: "X put tariffs on Y, prompting threats from lawmakers": Y's lawmakers threaten X.

    The first list is empty where those who answer are no party's, or named.
    """
    lead = next((index for index in range(start - 1, max(-1, start - 1 - WITH_REACH), -1) if sentence.words[index] in PROMPTING), None)
    if lead is None or lead == 0 or sentence.words[lead - 1] not in (",", "and"):
        return [], []
    before = [party for party in cast if party.end < lead]
    doer = next((party for party in before if party.preposition is None and not party.is_possessive), None)
    sufferer = next((party for party in before[::-1] if party.preposition in ("on", "against") and party is not doer), None)
    if doer is None or sufferer is None:
        return [], []
    after = sentence.words[end : end + PROMPTED_REACH]
    is_unnamed = (
        "from" in after
        and not sentence.terms.acting.isdisjoint(after)
        and not any(end <= party.start < end + PROMPTED_REACH for party in cast)
    )
    return (group_of(cast, sufferer) if is_unnamed else []), group_of(cast, doer)
