"""Whether a deed that a noun names happened, from its adjectives, the verb that governs it, and what is told of it afterwards.

Verbs (`status`) and the cues (`status_cues`) do not belong here.
"""

from assets.enrich.events.grammar import BE, CONTROL, FUTURE, HARD_MARKS, NEGATION, Tokens
from assets.enrich.events.status import clause_before, is_condition, is_refuted
from assets.enrich.events.status_cues import (
    ACCUSING,
    CALLED_OFF,
    DENYING,
    FATE,
    FATES,
    GOING_ON,
    HAPPENING,
    HEARSAY,
    INDEFINITE,
    MAY_BE,
    NECESSARY,
    NOUN_STATUS,
    POSSIBLE,
    TAKEN,
    WANTING,
)

GOING_REACH = 6  # tokens from a noun back to the verb that says it lasts
FATE_REACH = 10  # tokens after a noun in which its verb is looked for


def noun_status(sentence: Tokens, start: int) -> str:
    """Status of an event that a noun names: from its adjectives, and the verb that governs it."""
    clause = clause_before(sentence, start)
    if is_refuted(sentence, start, start + 1) or (set(clause[-4:]) & DENYING and "that" not in clause):
        return "denied"
    if fate := _fate(sentence, start):
        return fate
    if _goes_on(clause):
        return "ongoing"
    for word in reversed(clause[-4:]):
        if word in NOUN_STATUS:
            return NOUN_STATUS[word]
    near = set(clause[-8:])
    if near & DENYING and not (clause[-1:] == ["the"] and "that" in clause):  # "denied that the attack had anything to do with"
        return "denied"
    if near & NEGATION:
        return "negated"
    if is_condition(sentence, clause) or near & POSSIBLE:
        return "hypothetical"
    if WANTING & set(clause):
        return "proposed"  # "wants a pledge and a retreat of X"
    if near & FUTURE:
        return "planned"
    if near & NECESSARY:
        return "proposed"
    for word in reversed(clause[-5:]):
        if CONTROL.get(word) in ("planned", "proposed"):
            return CONTROL[word]
    return "alleged" if near & ACCUSING or set(clause) & HEARSAY else "occurred"


def _goes_on(clause: list[str]) -> bool:
    """Whether the verb before says that it lasts: "went on with its attacks", "has taken the lead on the contacts"."""
    for index in range(max(0, len(clause) - GOING_REACH), len(clause) - 1):
        if clause[index] in GOING_ON and clause[index + 1] in ("on", "ahead") and clause[index + 2 : index + 3] == ["with"]:
            return True
        if clause[index] in ("lead", "charge") and clause[index + 1] in ("on", "in", "of") and TAKEN & set(clause[:index]):
            return True
    return False


def _fate(sentence: Tokens, start: int) -> str | None:
    """What the verb after a noun says of it: "was cancelled", "goes on", "could take place"."""
    word = sentence.words
    is_indefinite = start == 0 or bool(INDEFINITE & set(word[max(0, start - 3) : start]))  # "Relief can be an incentive"
    for index in range(start + 1, min(len(word), start + FATE_REACH)):
        fate = FATE.get(word[index]) or FATES.get(tuple(word[index : index + 2]))  # type: ignore[arg-type]
        if fate:
            return "negated" if fate == "planned" and _is_dropped(word, index) else fate
        if word[index] in HARD_MARKS or word[index] in ("who", "which", "while", "after", "but"):
            return None
        if word[index] in MAY_BE:
            follows = word[index + 1] if index + 1 < len(word) else ""
            return "hypothetical" if is_indefinite or follows in HAPPENING else None
    return None


def _is_dropped(word: list[str], plan: int) -> bool:
    """Whether what was planned is told not to take place: "the talks planned for May were called off", "scheduled ... will not be held"."""
    for index in range(plan + 1, min(len(word), plan + FATE_REACH)):
        if word[index] in HARD_MARKS or word[index] == ",":
            return False
        if word[index] in CALLED_OFF:
            return bool(BE & set(word[index - 2 : index]))
        if word[index] in NEGATION and word[index - 1] in FUTURE | BE | MAY_BE | {"did"}:
            return True
    return False
