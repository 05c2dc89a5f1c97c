"""What follows a verb besides its object: infinitives, what somebody is charged with, commands to those without a name.

Who fills the frame's slots (`slots`) and where its clause ends (`clauses`) do not belong here.
"""

from assets.enrich.events.grammar import AUXILIARY, DETERMINER, PREPOSITION, PRONOUN, SPEECH, SUBORDINATOR, Tokens, is_past
from assets.enrich.words.wordlist import words

CHARGES = {"accuse": words("of for over about"), "threaten": words("against about")}
APPEALING = words("take bring refer submit appeal complain turn report go raise")

PARTICLE = PREPOSITION - {"to"}
ASKING = words("ask asks asked asking petitioned begged lobbied approached")
PARTICLE_REACH = 2  # tokens between a verb and its particle: "called Thursday on Y to"
NO_OBJECT = (AUXILIARY | SUBORDINATOR | PRONOUN | SPEECH | PREPOSITION) - words("of in from including which who")


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


def is_stray(sentence: Tokens, start: int, particle: int) -> bool:
    """Whether a preposition that a demand asks for belongs to something else: "called to greet Y on winning" is no call on Y."""
    if sentence.words[particle] not in PARTICLE:
        return False
    if sentence.is_time[min(particle + 1, len(sentence) - 1)]:
        return True  # "called Y on Monday"
    if sum(not is_time for is_time in sentence.is_time[start:particle]) <= PARTICLE_REACH:
        return False
    between = sentence.words[start:particle]  # "asked the government of Y for": but the object
    if sentence.words[start - 1] not in ASKING or sentence.words[particle] != "for":
        return True
    return any(word in NO_OBJECT or is_past(word) for word in between)


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
