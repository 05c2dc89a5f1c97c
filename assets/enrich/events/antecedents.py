"""A body that a sentence means by "it", "its" or "they" near its start: the subject of the sentence before, as in "It freed the sailors".

Here belong "its", and "it" and "they" where adverbs, passives or times stand around them. Phrases that mean two sides stand in `pairs`;
pronouns of persons, and "it" right before a verb that the codebook knows, are mentions of actors (`assets.enrich.actors.pronouns`).
"""

from collections.abc import Callable

from assets.enrich.events.grammar import ADVERB, AUXILIARY, BE, DETERMINER, PREPOSITION, Tokens, is_past
from assets.enrich.events.parties import Party, governor, group_of
from assets.enrich.words.wordlist import words

OPENERS = ("It ", "Its ", "They ")
HEAD = 34  # characters in which the cheap look, before any grammar is read, seeks the pronoun: most often a time stands before it
BODIES = frozenset({"state", "government_body", "organization"})
GROUPS = frozenset({"group"})
OPENING_REACH = 6  # tokens before the pronoun
VERB_REACH = 6  # tokens from the pronoun over auxiliaries and adverbs to the verb
# after "it" these most often tell of no body: "it took a week to"
IMPERSONAL = words(
    "takes took taken seems seemed appears appeared remains remained turns turned emerged means meant happens happened comes came matters"
    " helps follows followed transpired becomes became makes made does did looks looked depends costs cost rained"
)


def may_refer(body: str, start: int) -> bool:
    """The cheap look: whether one of the pronouns stands near the start of a sentence."""
    head = body[start : start + HEAD]
    return head.startswith(OPENERS) or " it " in head or " its " in head


def with_antecedent(sentence: Tokens, cast: list[Party], before: Callable[[], list[Party]], kinds: dict[str, str]) -> list[Party]:
    """The cast of a sentence with the body that a pronoun near its start means.

    Parameters
    ----------
    sentence, cast
        The sentence, and the parties it names.
    before
        Gives the parties of the sentence before, and is asked only where they are needed.
    kinds
        Actor types by actor id.
    """
    index = _pronoun(sentence)
    if index is None or any(party.start <= index for party in cast):
        return cast
    word = sentence.words[index]
    if word == "it" and _is_impersonal(sentence, index):
        return cast
    subject = _subject(before(), GROUPS if word == "they" else BODIES | GROUPS, kinds)
    if subject is None:
        return cast
    is_owner = word == "its"
    return [Party(subject.head, index, index + 1, governor(sentence, index, index + 1, 0) if is_owner else None, is_owner, False), *cast]


def _pronoun(sentence: Tokens) -> int | None:
    """The pronoun, where nothing but a time, a preposition or an adverb stands before it."""
    for index, word in enumerate(sentence.words[:OPENING_REACH]):
        if word in ("it", "its") or (word == "they" and index == 0):
            return index
        if not (sentence.is_time[index] or word in PREPOSITION or word in DETERMINER or word in ADVERB or word == ","):
            return None
    return None


def _is_impersonal(sentence: Tokens, pronoun: int) -> bool:
    """Whether "it" stands for no body: "it was time to", "it was announced that", "it took a week"."""
    word = sentence.words
    after = range(pronoun + 1, min(len(word), pronoun + 1 + VERB_REACH))
    verb = next((index for index in after if not (word[index] in AUXILIARY or word[index] in ADVERB or _is_adverb(word[index]))), None)
    if verb is None or word[verb] in IMPERSONAL:
        return True
    if BE.isdisjoint(word[pronoun + 1 : verb]):
        return False
    return not (is_past(word[verb]) or word[verb].endswith("ing")) or word[verb + 1 : verb + 2] == ["that"]


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") or word in ("nonetheless", "nevertheless", "however", "meanwhile", "duly", "since")


def _subject(named: list[Party], allowed: frozenset[str], kinds: dict[str, str]) -> Party | None:
    """The one subject of a sentence, by its parties: the first that no preposition governs."""
    first = next((party for party in named if party.preposition is None and not party.is_possessive), None)
    if first is None or len(group_of(named, first)) > 1:
        return None
    kind = kinds.get(first.head["actor_id"] or "", first.head["discovered_type"] or "")
    return first if kind in allowed else None
