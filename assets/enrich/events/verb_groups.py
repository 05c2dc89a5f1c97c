"""How a verb is to be read with the words around it: voice, mood, whose clause it is; none where the word is no verb there.

The tokens of a sentence and the closed classes of words stand in `grammar`. Which frame fits a verb (`fits`) and who takes part (`slots`)
do not belong here.
"""

from dataclasses import dataclass, field
from typing import Any

from assets.enrich.events.frames import BASE, GERUND, PARTICIPLE, PAST, THIRD, Frame
from assets.enrich.events.grammar import (
    ADVERB,
    AUXILIARY,
    BE,
    CONJUNCTION,
    CONTROL,
    DEMONYM,
    DETERMINER,
    DO,
    FUTURE,
    HARD_MARKS,
    HAVE,
    MODAL,
    NOT_ADVERB,
    PREPOSITION,
    SPEECH,
    SUBORDINATOR,
    WEEKDAY,
    Tokens,
    is_past,
)
from assets.enrich.words.wordlist import words

QUOTATION, CLOSING_QUOTATION = frozenset({"“", '"'}), frozenset({"”", '"'})
NO_SUBJECT = SPEECH | PREPOSITION | DETERMINER | CONJUNCTION | HARD_MARKS | {",", "as", "."}  # before a quotation that begins with no verb
OBJECT_RELATIVE = words("that which whom")
DECIDING = words("voted decided agreed refused declined chose resolved vowed promised pledged")
APART = HARD_MARKS | SUBORDINATOR | SPEECH | (AUXILIARY - {"to"})
DECIDED_REACH = 12  # tokens from an infinitive back to the verb that governs it
COUNTED = {"day": frozenset({"one"}), "time": words("first second third fourth last")}
NUMBER = words("one two three four five six seven eight nine ten half several about nearly almost up")
MEANS = words("train car bus plane air sea road ship boat rail land phone telephone video email letter force consensus")
GERUND_GOVERNOR = words(
    "by after before without of for from since despite than about against"
    " deny denies denied denying admit admitted admits keep keeps kept continue continues continued stop stopped resume resumed began"
    " proceed proceeds started favour favours favoured favor favors favored advocate advocates advocated suggest suggests suggested propose"
    " proposes proposed recommend recommends recommended consider considers considered considering disputed disputes"
)
GOING_ON = words("goes go went going work working")
GERUND_LEAD = frozenset({"", ",", "and", "or", "but"}) | SUBORDINATOR | HARD_MARKS | GERUND_GOVERNOR
ASIDE_REACH = 6  # tokens of an aside within a verb group
WORK_REACH = 5  # tokens: "work was under way on restoring"
INVERSION_REACH = 5  # tokens of a subject that stands after its auxiliary


@dataclass(slots=True)
class VerbGroup:
    """A verb with its auxiliaries: where it begins, and how it is to be read."""

    start: int
    index: int
    end: int
    is_passive: bool = False
    is_reduced: bool = False  # a participle without auxiliary: "sanctions imposed on"
    is_infinitive: bool = False
    is_gerund: bool = False
    is_joined: bool = False  # shares its subject with a verb before: "... and opened an embassy"
    auxiliaries: list[str] = field(default_factory=list)
    control: str | None = None
    subject: tuple[list[Any], bool] | None = None  # its parties, once `subjects` has found them
    is_idle: bool | None = None  # tells no deed, once `guards` has looked


def verb_group(sentence: Tokens, index: int, end: int, forms: str, frame: Frame) -> VerbGroup | None:
    """How the verb at `index` (its trigger ends before `end`) is to be read; None where the word is no verb here."""
    word = sentence.words
    group = VerbGroup(index, index, end)
    position = index - 1
    while position >= 0:
        before = word[position]
        if before == "longer" and word[position - 1] == "no":
            position -= 2
            group.start = position + 1
            continue
        if before in COUNTED and word[position - 1] in COUNTED[before]:
            position -= 4 if before == "time" and word[position - 3 : position - 1] == ["for", "the"] else 2
            continue  # "will one day recognise", "has for the first time expelled"
        if before == "," and not group.auxiliaries and (opening := _parenthesis(word, position)) is not None:
            position = opening - 1
            continue
        if before == "will" and group.auxiliaries[-1:] == ["to"]:
            break  # a noun: "the political will to negotiate"
        if before in QUOTATION and position and not (word[position - 1] in NO_SUBJECT or is_past(word[position - 1])):
            group.start = position  # said it "fully supports" the plan
            position -= 1
            continue
        if before in AUXILIARY:
            group.auxiliaries.append(before)
            group.start = position
        elif group.auxiliaries and group.auxiliaries[-1] == "to" and before in CONTROL:
            group.control = group.control or CONTROL[before]
            group.start = position
        elif group.auxiliaries and group.auxiliaries[-1] == "to" and (decided := _decided_before(sentence, position)) is not None:
            group.control, group.start, position = group.control or CONTROL[word[decided]], decided, decided
        elif group.control and before in ("been", "is", "are", "was", "were", "has", "have"):
            group.start = position
        elif not (
            sentence.is_time[position] or before in ADVERB or (before.endswith("ly") and len(before) > 4 and before not in NOT_ADVERB)
        ):
            break
        position -= 1
    before = word[position] if position >= 0 else ""
    auxiliaries = group.auxiliaries
    group.is_joined = before in ("and", "but", "or") or (before == "," and PAST in forms and not auxiliaries and _in_series(word, position))
    follows = word[end] if end < len(word) else ""
    if auxiliaries:
        return _with_auxiliary(group, forms)
    if (before in DETERMINER and not (before == "that" and forms != BASE)) or before.endswith("'s") or before == "'":
        return None
    if PARTICIPLE in forms or PAST in forms:
        return _bare_past(sentence, group, forms, before, follows, frame)
    if forms == GERUND:
        group.is_gerund = True
        opens_clause = before in GERUND_LEAD or before in sentence.terms.message
        opens_clause = opens_clause or (before == "on" and bool(GOING_ON & set(word[max(0, position - WORK_REACH) : position])))
        is_noun = follows == "of" or (follows == "between" and frame.target_slot != "between")
        is_noun = is_noun or (position < 0 and not sentence.is_title and "," not in word[end:])  # "Visiting Xian President Y said"
        return group if opens_clause and not is_noun else None
    if word[index] in MODAL:
        return group  # "would like X to"
    if before in PREPOSITION or before == "":
        return None
    return group if _is_finite(sentence, position, end, forms, frame) else None


def _decided_before(sentence: Tokens, position: int) -> int | None:
    """The verb that governs an infinitive over a phrase of place, time or number: "voted by 50 to 20, with 3 absent, to leave"."""
    word = sentence.words
    if not (word[position] == "," or sentence.is_time[position] or sentence.is_capital(position) or word[position][0].isdigit()):
        return None
    for index in range(position, max(-1, position - DECIDED_REACH), -1):
        if word[index] in DECIDING:
            return index if word[index + 1] in PREPOSITION or word[index + 1] == "," else None
        if word[index] in APART or is_past(word[index]):
            return None
    return None


def _parenthesis(word: list[str], closing: int) -> int | None:
    """The comma that opens an aside within a verb group: "has quietly, if slowly, funded"; none after a subject."""
    opening = next((index for index in range(closing - 1, max(0, closing - ASIDE_REACH), -1) if word[index] == ","), None)
    if opening is None or opening < 1:
        return None
    lead = word[opening - 1]
    if lead in AUXILIARY or (lead.endswith("ly") and word[opening - 2] in AUXILIARY):
        return opening
    return None


def _in_series(word: list[str], comma: int) -> bool:
    """Whether the words before a comma hold a deed in the past, which the next one joins: "X closed its ports, halted trade"."""
    start = max((index for index in range(comma) if word[index] == ","), default=-1) + 1
    if word[start] in SUBORDINATOR or (start and word[start] in DETERMINER):
        return False  # "X, a body linked to Y, investigated"
    return any(is_past(token) for token in word[start:comma])


def _with_auxiliary(group: VerbGroup, forms: str) -> VerbGroup | None:
    auxiliaries = group.auxiliaries
    if auxiliaries[0] == "to":
        group.is_infinitive = HAVE.isdisjoint(auxiliaries)  # "had to sign" is told of its own subject
        return group if BASE in forms else None  # "have yet to sign", "has to lift"
    group.is_infinitive = "to" in auxiliaries
    have = not HAVE.isdisjoint(auxiliaries)
    be = not BE.isdisjoint(auxiliaries[:2]) and (auxiliaries[0] in BE or auxiliaries[0] in ("not", "never"))
    if be and PARTICIPLE in forms:
        group.is_passive = True
        return group
    if be:
        return group if forms == GERUND else None
    if have:
        return group if PARTICIPLE in forms or PAST in forms else None
    if group.is_infinitive or any(aux in FUTURE or aux in MODAL or aux in DO for aux in auxiliaries):
        return group if BASE in forms else None
    return group if GERUND in forms or PAST in forms or PARTICIPLE in forms else None  # only "not": "not helping"


def _bare_past(sentence: Tokens, group: VerbGroup, forms: str, before: str, follows: str, frame: Frame) -> VerbGroup | None:
    """A past form without auxiliary: the verb of its clause, or a participle that belongs to the noun before it."""
    if before in PREPOSITION and not group.is_joined and before not in ("after", "before"):
        return None
    if before == "" and follows not in PREPOSITION:
        return None  # an adjective: "Jailed miners refused food"
    if before == "and" and "between" in sentence.words[max(0, group.start - 5) : group.start]:
        return None  # an adjective: "the bridge between X and occupied Y"
    by = group.end + 1
    # "shortened by one hour", "travelled by train"
    measured = follows == "by" and (end_is_number(sentence, by) or not MEANS.isdisjoint(sentence.words[by : by + 1]))
    agents = ("by",) if frame.target_slot == "between" else ("by", "between")  # "X mediated between Y and Z"
    if (follows in agents and not measured and PARTICIPLE in forms and before != "and") or PAST not in forms:
        if before in ("", ",") and follows not in ("by", "between"):
            return None  # "given the difficulties"
        group.is_passive = group.is_reduced = True
    return group


def end_is_number(sentence: Tokens, index: int) -> bool:
    word = sentence.words[index] if index < len(sentence) else ""
    return word[:1].isdigit() or word in NUMBER


def _is_inverted(word: list[str], position: int) -> bool:
    """Whether the auxiliary stands before the subject: "not only did X expel Y", "should X attack Y"."""
    lead = word[max(0, position - INVERSION_REACH) : position]
    return ("only" in lead and bool(DO & set(lead))) or (word[0] == "should" and position < INVERSION_REACH)


def _is_finite(sentence: Tokens, position: int, end: int, forms: str, frame: Frame) -> bool:
    """Whether a base or third-person form without auxiliary is a verb: by its neighbours."""
    word = sentence.words
    before = word[position]
    end += end < len(word) and word[end] in CLOSING_QUOTATION
    follows = word[end] if end < len(word) else ""
    if THIRD in forms and before in ("i", "we", "they", "you"):
        return False
    if BASE in forms and _is_inverted(word, position):
        return True
    if BASE in forms and THIRD not in forms:
        plural_before = before.endswith("s") or before in ("they", "we", "i", "you", "who", "which", "and", "people")
        plural_before = plural_before or "and" in word[max(0, position - 3) : position]
        if not plural_before or (before in ("and",) and not sentence.is_capital(max(position - 1, 0))):
            return False
    if not frame.is_noun_too or word[end - 2] == "longer":  # "no longer supplies"
        return True
    if before in ("he", "she", "it", "who", "they", "we", "i"):
        return True
    if before.isdigit() or before in WEEKDAY or (sentence.is_capital(position) and before.endswith(DEMONYM)):
        return False  # "Turkish requests for"
    if sentence.is_title and THIRD in forms and follows in frame.object_words:
        return True  # headline English: "X lifts objections"
    if sentence.is_capital(position) and word[position - 1] in OBJECT_RELATIVE and position > 1:
        return True  # "a plan that Xia supports", "whom Xia blames"
    opens_phrase = follows in DETERMINER or follows in ("that", "to", "for", "not") or follows.endswith("'s")
    opens_phrase = opens_phrase or (follows[:1].isdigit() and sentence.is_capital(position))  # "Chile pledges 40 tents"
    return opens_phrase or (end < len(word) and sentence.is_capital(end) and follows not in PREPOSITION and not sentence.is_time[end])
