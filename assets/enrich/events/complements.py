"""What follows a verb besides its object: infinitives, what somebody is charged with, commands to those without a name.

Who fills the frame's slots (`slots`) and where its clause ends (`clauses`) do not belong here.
"""

from assets.enrich.events.grammar import DETERMINER, PREPOSITION, Tokens
from assets.enrich.words.wordlist import words

CHARGES = {"accuse": words("of for over about"), "threaten": words("against about")}
APPEALING = words("take bring refer submit appeal complain turn report go raise")


def charge_start(sentence: Tokens, start: int, stop: int, event_type: str) -> int:
    """Where what somebody is accused of, or warned against, begins: whom that is done to is not meant; nor who is to hear of it."""
    word = sentence.words
    for index in range(start, stop - 1):
        if word[index] in CHARGES[event_type] and word[index + 1].endswith("ing"):
            return index
        if event_type == "threaten" and word[index] == "to" and word[index + 1] in APPEALING:
            return index  # "threatened to take the dispute to the Council"
    return stop


def is_addressed(sentence: Tokens, start: int) -> bool:
    """Whether those without a name are told what to do to others: "gave the rebels a week to free Y"."""
    to = next_infinitive(sentence, start, start)
    return not sentence.terms.acting.isdisjoint(sentence.words[start:to])


def next_infinitive(sentence: Tokens, start: int, default: int) -> int:
    """The token of the next "to" of an infinitive."""
    word = sentence.words
    return next((index for index in range(start, len(word)) if word[index] == "to" and is_infinitive(sentence, index)), default)


def is_infinitive(sentence: Tokens, index: int) -> bool:
    """Whether a "to" is followed by a verb: no article, preposition, name, plural or form in -ing."""
    if sentence.words[index] != "to" or index + 1 >= len(sentence) or sentence.is_capital(index + 1):
        return False
    follows = sentence.words[index + 1]
    return follows not in DETERMINER and follows not in PREPOSITION and not follows.endswith(("ing", "s"))
