"""Whether an event happened, from the words around its trigger: will meet is not met. Nouns stand in `status_nouns`.

The cues (`status_cues`) and finding the event do not belong here.
"""

from itertools import pairwise

from assets.enrich.events.grammar import (
    AUXILIARY,
    CONTROL,
    DETERMINER,
    FUTURE,
    HARD_MARKS,
    HAVE,
    NEGATION,
    PRONOUN,
    SPEECH,
    SUBORDINATOR,
    Tokens,
    is_past,
)
from assets.enrich.events.status_cues import (
    ACCUSING,
    ADVOCATING,
    ALLEGED,
    ANNOUNCING,
    CONDITION_WORDS,
    CONDITIONAL,
    CONDITIONS,
    DENYING,
    DOUBT,
    DREAD,
    HEARSAY,
    HELD,
    IMPLYING,
    INVERTED,
    LASTING,
    MAKING,
    NECESSARY,
    NEW_EFFORT,
    NOBODY,
    OFFERING,
    POSSIBLE,
    PUNCTUAL,
    RANKED,
    REFRAINING,
    REFUTING,
    REPORTED_FUTURE,
    SAID_OF,
    SPANS,
    SPELLS,
    UNDERWAY,
    UNREAL,
    UNTRUE,
    WISHING,
)
from assets.enrich.events.verb_groups import VerbGroup

OPENING = SUBORDINATOR - {"as"}
EFFORT_REACH = 9  # tokens from an infinitive back to the efforts it tells: "efforts by the Xian president, A B, to"
DENIAL_REACH = 6
DESIGN_REACH = 12  # tokens from "would" back to the plan that lays it down
ANNOUNCED_REACH = 5  # tokens from a verb back to what announces it
UNDERWAY_REACH = 4  # tokens from an infinitive back to what says that it is being done
RANK_REACH = 4  # tokens: "the first French leader to visit"
DURATION_REACH = 6  # tokens from "since" to its time: "since the war of May 2008"
SAID_OF_LEAD = 2  # tokens before "says": whom it is said of, and who says it
WISH_REACH = 6  # tokens from "for" back to the word that wishes: "it is time for X to"
QUOTE = "“"


def verb_status(sentence: Tokens, group: VerbGroup) -> str:
    """One of `schemas.EVENT_STATUSES`, from a verb's auxiliaries and what governs it."""
    words_before = sentence.words[group.start : group.index]
    auxiliaries = set(words_before)
    clause = clause_before(sentence, group.start)
    near = _after_comma(clause)
    if is_refuted(sentence, group.start, group.end):
        return "denied"
    if is_condition(sentence, clause):
        return "hypothetical"
    if auxiliaries & NEGATION or "longer" in auxiliaries or group.control == "negated":
        return "negated"
    if "to" in auxiliaries and words_before[:1] in (["was"], ["were"]) and words_before[-1:] == ["have"]:
        return "negated"  # "was to have met": it did not
    if _is_nobodys(clause) or (group.is_passive and "no" in clause[-DENIAL_REACH:]) or _is_yet_to(words_before):
        return "negated"
    if not DENYING.isdisjoint(near) and not _is_beside_denial(sentence, group, near):
        return "denied"
    if auxiliaries & ALLEGED or not ALLEGED.isdisjoint(clause[-2:]) or not HEARSAY.isdisjoint(clause):
        return "alleged"
    if not DOUBT.isdisjoint(clause) or _governs_that(clause, DREAD):
        return "hypothetical"
    is_before = clause[:1] in (["before"], ["until"]) or ("earlier" in clause and ("earlier", "than") in pairwise(clause))
    if is_before and set(sentence.words[: group.start]) & (FUTURE | POSSIBLE | NECESSARY):
        return "hypothetical"  # "would insist on a map before it accepted a truce"
    if auxiliaries & FUTURE:
        return "planned"
    if "would" in auxiliaries and (
        auxiliaries & {"rather", "like"} or sentence.terms.draft & set(sentence.words[max(0, group.start - DESIGN_REACH) : group.start])
    ):
        return "proposed"
    if auxiliaries & POSSIBLE:
        if "would" in auxiliaries and sentence.words[group.index] in OFFERING:
            return "occurred"  # "would be willing to send": the offer stands
        reported = "would" in auxiliaries and set(sentence.words[: group.start]) & REPORTED_FUTURE
        return "planned" if reported else "hypothetical"
    if "had" in auxiliaries and _has_to(words_before):
        return "occurred"
    if auxiliaries & NECESSARY or _has_to(words_before) or _is_idea(clause, sentence.terms.draft):
        return "proposed"
    if (group.control == "proposed" or group.is_infinitive) and _is_effort(sentence, group):
        return "ongoing"
    if group.control:
        return "negated" if _is_denied(sentence, group.start) else group.control
    if group.is_infinitive:
        return _infinitive_status(sentence, group, clause)
    if (_is_charged(clause[-12:]) and not group.is_joined) or _is_said_of(sentence, group):
        return "alleged"
    if group.is_gerund and (governed := _gerund_status(sentence, group)):
        return governed
    if group.is_passive and "still" in words_before and auxiliaries & {"is", "are", "remains", "remain"}:
        return "ongoing"  # "is still detained"
    if group.is_passive and not group.is_reduced and "being" in auxiliaries:
        return "ongoing"
    if not group.is_passive and group.auxiliaries and sentence.words[group.index].endswith("ing"):
        return "occurred" if sentence.words[group.index] in PUNCTUAL and _is_announced(sentence, group.start) else "ongoing"
    return "occurred"


def lasts(sentence: Tokens, group: VerbGroup, is_rule: bool) -> bool:
    """Whether what is done goes on: "has held the town since May", "have marched every night"; where `is_rule`, "trains its officers"."""
    word = sentence.words
    if group.is_infinitive or group.is_gerund or group.is_reduced or sentence.is_title:
        return False
    if not group.auxiliaries:
        return is_rule and not group.is_passive and not is_past(word[group.index]) and not word[group.index].endswith("ing")
    if HAVE.isdisjoint(group.auxiliaries) or "had" in group.auxiliaries:
        return False
    if word[0] == "since" and (word[1] == "then" or any(sentence.is_time[1:DURATION_REACH])):
        return True
    for index in range(group.end, len(word)):
        if word[index] in HARD_MARKS:
            return False
        following = word[index + 1 : index + DURATION_REACH]
        if word[index] in ("every", "each") and following[:1] and following[0] in SPELLS:
            return True
        if word[index] == "for" and not SPANS.isdisjoint(following[:3]):
            return True
        if word[index] == "since" and (following[:1] == ["then"] or any(sentence.is_time[index + 1 : index + DURATION_REACH])):
            return True
        if word[index] in SUBORDINATOR:
            return False
    return False


def _is_beside_denial(sentence: Tokens, group: VerbGroup, near: list[str]) -> bool:
    """Whether who denies does this as well: "denies it all and calls Y a liar", not "denied that X had left and joined Y"."""
    if group.is_gerund or sentence.words[group.start - 1 : group.start] not in (["and"], ["but"]):
        return False
    denial = next(index for index in range(len(near) - 1, -1, -1) if near[index] in DENYING)
    return not any(word == "that" or word in AUXILIARY or word.endswith("ing") or is_past(word) for word in near[denial + 1 : -1])


def _is_said_of(sentence: Tokens, group: VerbGroup) -> bool:
    """Whether a clause within the clause says who says so: "the troops that he says were sent", "the men whom X claims attacked Y"."""
    said = sentence.words[group.start - 1 : group.start]
    is_finite = bool(group.auxiliaries) or is_past(sentence.words[group.index])
    is_own = "'" in sentence.words[group.start]  # "they say they've freed": a clause with a subject of its own
    return bool(said) and said[0] in SAID_OF and is_finite and not is_own and not group.is_infinitive and group.start > SAID_OF_LEAD


def _is_announced(sentence: Tokens, start: int) -> bool:
    """Whether a clause is what somebody announces of himself: "announced that it was leaving the bloc" does so there and then."""
    lead = sentence.words[max(0, start - ANNOUNCED_REACH) : start]
    return not ANNOUNCING.isdisjoint(lead) and not NEGATION & set(lead)


def _is_effort(sentence: Tokens, group: VerbGroup) -> bool:
    """Whether somebody is named whose efforts are under way: "efforts by X to restore", "X is making efforts to restore"."""
    lead = sentence.words[max(0, group.index - EFFORT_REACH) : group.index]
    effort = next((index for index in range(len(lead) - 1, -1, -1) if lead[index] == "efforts"), None)
    if effort is None or not NEW_EFFORT.isdisjoint(lead[:effort]) or not NEGATION.isdisjoint(lead):
        return False
    return lead[effort + 1 : effort + 2] == ["by"] or bool(MAKING & set(lead[:effort]))


def is_refuted(sentence: Tokens, start: int, end: int) -> bool:
    """Whether the deed stands in a report that the sentence calls wrong: "the claim that ... was denied", "it is untrue that"."""
    word = sentence.words
    before = word[:start]
    if before[:1] == ["it"] and "that" in before and not UNTRUE.isdisjoint(before):
        return True
    if HELD.isdisjoint(before):
        return False
    held = next((index for index in range(start - 1, -1, -1) if word[index] in HELD), None)
    if held is None or not {"that", "of", "about"} & set(word[held + 1 : start]) or {",", ";"} & set(word[held + 1 : start]):
        return False
    return not (REFUTING.isdisjoint(before) and REFUTING.isdisjoint(word[end:]))


def is_condition(sentence: Tokens, clause: list[str]) -> bool:
    if not CONDITIONAL.isdisjoint(clause):
        return True
    for phrase in CONDITIONS if not CONDITION_WORDS.isdisjoint(clause) else ():
        if set(clause).issuperset(phrase) and any(tuple(clause[index : index + len(phrase)]) == phrase for index in range(len(clause))):
            return True
    return len(clause) > 1 and clause[0] in INVERTED and clause == sentence.words[: len(clause)]


def _after_comma(clause: list[str]) -> list[str]:
    """What of a clause stands after its last comma: "after it had denied everything, X released" denies no release."""
    for index in range(len(clause) - 1, -1, -1) if "," in clause else ():
        if clause[index] == "," and "that" not in clause[index:]:
            return clause[index + 1 :]
    return clause


def _governs_that(clause: list[str], governors: frozenset[str]) -> bool:
    if governors.isdisjoint(clause):
        return False
    return any(word in governors and "that" in clause[index + 1 : index + 3] for index, word in enumerate(clause))


def _is_nobodys(clause: list[str]) -> bool:
    """Whether the subject is nobody: "neither X nor Y signed", not "neither X nor those it fired"."""
    return not NOBODY.isdisjoint(clause) and clause[-1] not in PRONOUN


def _is_idea(clause: list[str], drafts: frozenset[str]) -> bool:
    """ "The idea is that X and Y share": what is told is wanted, not done."""
    if "that" not in clause:
        return False
    that = next((index for index in range(len(clause) - 1, 0, -1) if clause[index] == "that"), None)
    return that is not None and clause[that - 1] in ("is", "was") and bool(set(clause[:that]) & (drafts | {"idea", "aim", "goal"}))


def _is_charged(clause: list[str]) -> bool:
    """Whether a word of accusing governs: "claims that X", not "which has claims of its own"."""
    if ACCUSING.isdisjoint(clause):
        return False
    return any(
        word in ACCUSING and not (word == "claims" and index and clause[index - 1] in HAVE | DETERMINER)
        for index, word in enumerate(clause)
    )


def _is_yet_to(words_before: list[str]) -> bool:
    return "yet" in words_before and "to" in words_before and bool(HAVE & set(words_before))


def _has_to(words_before: list[str]) -> bool:
    return "to" in words_before and any(word in HAVE and follows == "to" for word, follows in pairwise(words_before))


def _gerund_status(sentence: Tokens, group: VerbGroup) -> str | None:
    word = sentence.words
    before = word[group.start - 1] if group.start else ""
    if before in LASTING or before == "on":
        return "ongoing"
    if before in ADVOCATING:
        return "proposed"
    if before in ("that", "whether"):
        return "hypothetical"  # "said that lifting sanctions would reward Y"
    lead = set(word[max(0, group.start - 3) : group.start])
    if before == "from" and lead & (REFRAINING | {"far"}):
        return "negated"
    if lead & UNREAL:
        return "negated" if "without" in lead or "instead" in lead else "hypothetical"
    return None


def _is_denied(sentence: Tokens, start: int) -> bool:
    """Whether what governs the verb is itself negated: "has no plans to", "not as a sign of readiness to"."""
    for index in range(start - 1, max(-1, start - DENIAL_REACH), -1):
        word = sentence.words[index]
        if word in NEGATION:
            return True
        if word in HARD_MARKS or word == "," or word in OPENING or word in SPEECH or word in PRONOUN:
            return False
    return False


def _infinitive_status(sentence: Tokens, group: VerbGroup, clause: list[str]) -> str:
    word = sentence.words
    if sentence.is_title and group.start > 0 and sentence.is_capital(group.start - 1):
        return "planned"  # headline English: "Minister to visit Kyiv"
    if word[group.start] in ("is", "are", "was", "were"):
        return "planned"  # "X is to meet Y"
    if group.start and (not RANKED.isdisjoint(word[max(0, group.start - RANK_REACH) : group.start]) or "most" in clause[-WISH_REACH:]):
        return "occurred"
    wished = next((index for index in range(group.start - 1, max(0, group.start - WISH_REACH), -1) if word[index] == "for"), None)
    if wished is not None and set(word[max(0, wished - WISH_REACH) : wished]) & WISHING:
        return "proposed"
    if set(clause[-WISH_REACH:]) & IMPLYING:
        return "occurred"
    if set(clause[-UNDERWAY_REACH:]) & UNDERWAY or clause[-2:] == ["under", "way"]:
        return "ongoing"  # "efforts are under way to restore"
    near = [CONTROL[word] for word in clause[-6:] if CONTROL.get(word, "alleged") != "alleged"]  # "X said it reserved the right to"
    return near[-1] if near else "hypothetical"


def clause_before(sentence: Tokens, end: int) -> list[str]:
    """Words from the beginning of the clause up to `end`, its opening word included."""
    index = end - 1
    while index >= 0:
        word = sentence.words[index]
        if word in HARD_MARKS and not (word == QUOTE and sentence.words[index - 1].isalpha()):  # 'wants a “thaw” with' is one clause
            return sentence.words[index + 1 : end]
        if word in SUBORDINATOR and word not in ("that",):
            return sentence.words[_next_clause(sentence.words, index, end) if word in CONDITIONAL and index else index : end]
        index -= 1
    return sentence.words[0:end]


def _next_clause(word: list[str], condition: int, end: int) -> int:
    """Where a clause begins that ", and" adds after a condition which ended another: "would suffer if X left, and Y has promised"."""
    joined = (index for index in range(end - 1, condition, -1) if word[index] in ("and", "but") and word[index - 1] == ",")
    return next(joined, condition)
