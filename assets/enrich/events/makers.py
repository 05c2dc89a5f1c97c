"""Who made a proposal that an adjective names by its makers: "a Xian-proposed truce".

Names that stand alone in the phrase ("the Xian proposal") are parties like others (`parties`).
"""

from bisect import bisect_right

from assets.enrich.actors.index import Mention
from assets.enrich.events.grammar import Tokens
from assets.enrich.events.parties import PROPOSAL_REACH, Party
from assets.enrich.events.standing import Candidate
from assets.enrich.words.wordlist import words

MADE = ("-proposed", "-drafted", "-backed", "-sponsored", "-brokered", "-authored")
ANSWERING = words("reject request agree")
TERM = ["as", "a", "condition"]  # "demanded its release as a condition of"
TERM_REACH = 9  # tokens of such a phrase
PASSIVE_REACH = 9  # tokens from the noun's adjective to the passive verb that is said of it


def makers(sentence: Tokens, mentions: list[Mention]) -> list[Party]:
    """The parties that adjectives of making name before a proposal's noun, in the order of the text."""
    word = sentence.words
    adjectives = [index for index, token in enumerate(word) if token.endswith(MADE)]
    deals = sentence.terms.proposal | sentence.terms.accord if adjectives else set[str]()
    adjectives = [index for index in adjectives if not deals.isdisjoint(word[index + 1 : index + 1 + PROPOSAL_REACH])]
    if not adjectives:
        return []
    found: list[Party] = []
    for mention in mentions:
        index = bisect_right(sentence.ends, mention["evidence_start"])
        if index in adjectives:
            found.append(Party(mention, index, index + 1, None, False, bool(found) and found[-1].start == index))
    return found


def with_makers(sentence: Tokens, candidate: Candidate, made: list[Party]) -> Candidate:
    """The candidate with the makers for its target, where it answers, or sets terms for, their proposal and no target is named."""
    if not made or candidate.targets or candidate.frame.event_type not in ANSWERING:
        return candidate
    doers = {party.head["actor_id"] for party in candidate.sources}
    stop = candidate.stop + (TERM_REACH if sentence.words[candidate.stop : candidate.stop + 3] == TERM else 0)
    span = range(candidate.end, stop)
    if candidate.is_passive:
        span = range(candidate.begin - PASSIVE_REACH, candidate.begin)
    candidate.targets = [party for party in made if party.start in span and (party.head["actor_id"] or "") not in doers]
    return candidate
