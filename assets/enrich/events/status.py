"""Whether an event happened, from the words around its trigger: will meet is not met.

Finding the event does not belong here.
"""

from assets.enrich.events.grammar import (
    CONTROL,
    FUTURE,
    HARD_MARKS,
    NEGATION,
    PRONOUN,
    SPEECH,
    SUBORDINATOR,
    Tokens,
    VerbGroup,
)
from assets.enrich.words.wordlist import words

CONDITIONAL = words("if unless whether")
POSSIBLE = words("would could may might can cannot can't couldn't wouldn't")
NECESSARY = words("should must ought shouldn't mustn't")
ALLEGED = words("allegedly reportedly alleged reported suspected purported supposed rumoured rumored unconfirmed")
ACCUSING = words("accused accuses accusing alleged alleges alleging suspected claims claimed claim claiming accusations allegations")
DENYING = words("denied denies denying deny denial")
NOUN_STATUS = {
    **dict.fromkeys(words("planned upcoming forthcoming scheduled future next impending expected imminent coming"), "planned"),
    **dict.fromkeys(words("proposed suggested proposal"), "proposed"),
    **dict.fromkeys(words("possible potential threatened feared hypothetical any further prospective eventual"), "hypothetical"),
    **dict.fromkeys(words("threat threats risk fear fears"), "hypothetical"),
    **dict.fromkeys(words("alleged reported suspected purported supposed"), "alleged"),
    **dict.fromkeys(words("ongoing continuing current continued"), "ongoing"),
    **dict.fromkeys(words("no without cancelled canceled"), "negated"),
}  # fmt: skip
UNREAL = words(
    "without instead before than idea possibility prospect hope chance risk threat way intention goal aim option about for against"
)
# what is said of an event after its noun: "the visit to X was postponed"
FATE_REACH = 10
FATE = {
    **dict.fromkeys(words("postponed cancelled canceled scrapped shelved averted"), "negated"),
    **dict.fromkeys(words("planned scheduled slated expected due"), "planned"),
}
DENIAL_REACH = 6
REPORTED_FUTURE = words("said says announced confirmed declared stated told warned added vowed")


def verb_status(sentence: Tokens, group: VerbGroup) -> str:
    """One of `schemas.EVENT_STATUSES`, from a verb's auxiliaries and what governs it."""
    words_before = sentence.words[group.start : group.index]
    auxiliaries = set(words_before)
    clause = _clause_before(sentence, group.start)
    if set(clause) & CONDITIONAL:
        return "hypothetical"
    if auxiliaries & NEGATION or "longer" in auxiliaries:
        return "negated"
    if group.control == "negated":
        return "negated"
    if set(clause) & DENYING:
        return "denied"
    if auxiliaries & ALLEGED or set(clause[-2:]) & ALLEGED:
        return "alleged"
    if auxiliaries & FUTURE:
        return "planned"
    if auxiliaries & POSSIBLE:
        reported = "would" in auxiliaries and set(sentence.words[: group.start]) & REPORTED_FUTURE
        return "planned" if reported else "hypothetical"
    if auxiliaries & NECESSARY:
        return "proposed"
    if group.control:
        return "negated" if _is_denied(sentence, group.start) else group.control
    if group.is_infinitive:
        return _infinitive_status(sentence, group, clause)
    if set(clause[-12:]) & ACCUSING and not group.is_joined:
        return "alleged"
    if group.is_gerund:
        lead = set(sentence.words[max(0, group.start - 3) : group.start])
        if lead & UNREAL:
            return "negated" if "without" in lead or "instead" in lead else "hypothetical"
    if group.is_passive and not group.is_reduced and "being" in auxiliaries:
        return "ongoing"
    if not group.is_passive and group.auxiliaries and sentence.words[group.index].endswith("ing"):
        return "ongoing"
    return "occurred"


def noun_status(sentence: Tokens, start: int) -> str:
    """Status of an event that a noun names: from its adjectives, and the verb that governs it."""
    clause = _clause_before(sentence, start)
    for word in sentence.words[start + 1 : start + FATE_REACH]:
        if word in FATE:
            return FATE[word]
    for word in reversed(clause[-4:]):
        if word in NOUN_STATUS:
            return NOUN_STATUS[word]
    near = set(clause[-8:])
    if near & DENYING:
        return "denied"
    if near & NEGATION:
        return "negated"
    if set(clause) & CONDITIONAL or near & POSSIBLE:
        return "hypothetical"
    if near & FUTURE:
        return "planned"
    if near & NECESSARY:
        return "proposed"
    for word in reversed(clause[-5:]):
        if CONTROL.get(word) in ("planned", "proposed"):
            return CONTROL[word]
    return "alleged" if near & ACCUSING else "occurred"


def _is_denied(sentence: Tokens, start: int) -> bool:
    """Whether what governs the verb is itself negated: "has no plans to", "not as a sign of readiness to"."""
    for index in range(start - 1, max(-1, start - DENIAL_REACH), -1):
        word = sentence.words[index]
        if word in NEGATION:
            return True
        if word in HARD_MARKS or word == "," or word in SUBORDINATOR - {"as"} or word in SPEECH or word in PRONOUN:
            return False
    return False


def _infinitive_status(sentence: Tokens, group: VerbGroup, clause: list[str]) -> str:
    if sentence.is_title and group.start > 0 and sentence.is_capital(group.start - 1):
        return "planned"  # headline English: "Minister to visit Kyiv"
    before = sentence.words[group.start - 1] if group.start else ""
    if before in ("is", "are"):
        return "planned"
    if before in ("was", "were"):
        return "planned"
    near = [CONTROL[word] for word in clause[-6:] if word in CONTROL]
    return near[-1] if near else "hypothetical"


def _clause_before(sentence: Tokens, end: int) -> list[str]:
    """Words from the beginning of the clause up to `end`, its opening word included."""
    index = end - 1
    while index >= 0:
        word = sentence.words[index]
        if word in HARD_MARKS:
            return sentence.words[index + 1 : end]
        if word in SUBORDINATOR and word not in ("that",):
            return sentence.words[index:end]
        index -= 1
    return sentence.words[0:end]
