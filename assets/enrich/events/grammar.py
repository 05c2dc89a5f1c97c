"""A sentence as tokens, and how the words around a verb are to be read: voice, mood, clause.

Closed word classes of English stand here. What events there are (the codebook) and who takes part (`slots`) do not.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from assets.enrich.actors.index import Mention
from assets.enrich.events.frames import BASE, GERUND, IRREGULAR_FORMS, PARTICIPLE, PAST, THIRD, Frame
from assets.enrich.events.terms import NO_TERMS, EventTerms
from assets.enrich.words.wordlist import words

TOKEN = re.compile(
    r"(?!\s)"  # before the list of alternatives: else each is tried at every space
    r"([a-z]{2,}+(?![\w'’&-])"  # most words, first: a third faster
    r"|(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*+|[^\W_]++(?:[-'’&](?!\w\.\w)[^\W_]++)*+|\.\.\.|[^\w\s])"
)

BE = words(
    "be am is are was were been being remain remains remained stay stays 's 're isn't aren't wasn't weren't it's he's she's they're get"
    " gets got"
)
HAVE = words("have has had having haven't hasn't hadn't 've i've we've they've")
DO = words("do does did don't doesn't didn't")
FUTURE = words("will shall 'll won't i'll we'll they'll he'll she'll it'll")
MODAL = words("would could may might can should must ought cannot can't couldn't wouldn't shouldn't needn't mustn't")
NEGATION = words(
    "not never no n't isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't won't cannot can't couldn't wouldn't"
    " shouldn't neither nor without"
)
AUXILIARY = BE | HAVE | DO | FUTURE | MODAL | words("to not n't never been")
ADVERB = words(
    "also again once still just already now then yet even ever soon later earlier both jointly twice more together formally today"
    " yesterday tomorrow tonight first finally not long often always all each either outright instead further reportedly allegedly"
    " apparently thus therefore far quietly currently well rather perhaps maybe"
)
MIN_PAST = 4  # letters: not "red", "need"
ASIDE_REACH = 6  # tokens of an aside within a verb group
WORK_REACH = 5  # tokens: "work was under way on restoring"
INVERSION_REACH = 5  # tokens of a subject that stands after its auxiliary
WEEKDAY = words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight mondays tuesdays thursdays fridays"
)
DEMONYM = ("ish", "ian", "ese")
TIME_LEAD = words("on last this next late early since by")
DETERMINER = words("the a an this that these those its his her their our my your some any no every each another such both all")
PREPOSITION = words(
    "of to in on at by for from with against into over about between among after before since until near around under through across"
    " toward towards via per during within without inside outside off onto upon amid despite following concerning regarding like"
    " than above below behind beyond including along alongside"
)
CONJUNCTION = words("and or but nor & as-well-as")
SUBORDINATOR = words(
    "that which who whom whose because while when as after before since although though if unless until whereas where whether amid"
    " despite following how why what but"
)
PRONOUN = words("it they he she we i you who which that them him itself himself")
QUOTATION, CLOSING_QUOTATION = frozenset({"“", '"'}), frozenset({"”", '"'})
HARD_MARKS = frozenset(';:—–“”"«»()[]?!') | {"--", "..."}
SPEECH = words(
    "said says say told tells reported reports announced announces added adds according confirmed stated declared quoted saying noted"
    " claimed claims insisted believes believed"
)
NO_SUBJECT = SPEECH | PREPOSITION | DETERMINER | CONJUNCTION | HARD_MARKS | {",", "as", "."}  # before a quotation that begins with no verb
# words before "to" + verb, and what they make of it
CONTROL = {
    **dict.fromkeys(words("plan plans planned planning due set scheduled expected going about intends intend intending preparing"
        " prepares poised slated decides preparing arranged vowed vows pledged promised promises bound likely"), "planned"),
    **dict.fromkeys(words("seek seeks seeking sought want wants wanted hope hopes hoped hoping aims aim aimed aiming wish wishes wished"
        " proposed proposes proposal offer urged considering effort efforts bid campaign push ready willing prepared"
        " pushes pushed pushing need needs like love"
        " willingness readiness trying attempting"), "proposed"),
    **dict.fromkeys(words("said believed thought understood rumoured rumored"), "alleged"),
    **dict.fromkeys(words("continue continues continued continuing prefer prefers preferred"), "ongoing"),
    **dict.fromkeys(words("failed fails failing fail refused refuses refusing declined declines lack lacks lacked unwilling unable"
        " reluctant reluctance unwillingness inability refusal failure"), "negated"),
    **dict.fromkeys(words("began begin begins started starts quick decided decision managed able helped moved move rushed voted used"
        " called rang phoned telephoned wrote met visited arrived travelled traveled flew came went gathered"
        " returned forced obliged agreed ordered tried tries attempted attempt resumed voting"), "occurred"),
}  # fmt: skip


@dataclass(slots=True)
class Tokens:
    """Words of a sentence (lower case, straight apostrophes) with offsets into the body, and the words that tell time."""

    body: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    is_time: list[bool]
    is_title: bool = False
    home: Callable[[], Mention | None] | None = None  # of the state in which its paragraph plays, where people without a name act
    speaker: Callable[[int], Mention | None] | None = None  # who says the word at a token, where somebody is quoted
    is_running: bool = False  # somebody is named in the text before
    kinds: dict[str, str] = field(default_factory=dict)  # actor types by actor id
    countries: dict[str, str | None] = field(default_factory=dict)  # country codes by actor id
    named: Sequence[Mention] = ()  # in the order of the text
    told_before: Callable[[], tuple[list[str], list[Any]]] | None = None  # words and parties of the sentence before
    terms: EventTerms = NO_TERMS
    clause_ends: dict[tuple[object, ...], int] = field(default_factory=dict)  # found already: many frames share a verb
    around: dict[object, Any] = field(default_factory=dict)  # found already around a word: many frames share one

    def __len__(self) -> int:
        return len(self.words)

    def token_of(self, position: int) -> int:
        """The token in which a character of the body stands."""
        return bisect_right(self.ends, position)

    def is_capital(self, index: int) -> bool:
        return self.body[self.starts[index]].isupper()


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


def tokens(body: str, start: int, end: int, times: list[tuple[int, int]], is_title: bool = False, terms: EventTerms = NO_TERMS) -> Tokens:
    """Tokens of body[start:end]; `times` are spans of time expressions."""
    text = body[start:end]
    folded = text.lower().replace("’", "'")
    parts = TOKEN.split(folded if len(folded) == len(text) else text)  # what stands between tokens and the tokens, in turns
    offsets = list(accumulate(map(len, parts), initial=start))
    starts, ends, lower = offsets[1:-1:2], offsets[2::2], parts[1::2]
    if len(folded) != len(text):  # "İ" becomes two letters: offsets stay the body's
        lower = [word.lower().replace("’", "'") for word in lower]
    is_time = [False] * len(lower) if WEEKDAY.isdisjoint(lower) else [word in WEEKDAY for word in lower]
    for first, last in times:
        for index in range(bisect_left(starts, first), bisect_left(starts, last)):
            is_time[index] = True
    if True in is_time:
        for index in range(len(lower) - 2, -1, -1):
            if is_time[index + 1] and lower[index] in TIME_LEAD:
                is_time[index] = True
    return Tokens(body, lower, starts, ends, is_time, is_title, terms=terms)


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
NOT_ADVERB = words("family assembly italy ally supply july rally reply early friendly daily weekly")


def _in_series(word: list[str], comma: int) -> bool:
    """Whether the words before a comma hold a deed in the past, which the next one joins: "X closed its ports, halted trade"."""
    start = max((index for index in range(comma) if word[index] == ","), default=-1) + 1
    if word[start] in SUBORDINATOR or (start and word[start] in DETERMINER):
        return False  # "X, a body linked to Y, investigated"
    return any(is_past(token) for token in word[start:comma])


def is_past(word: str) -> bool:
    """Whether a word is most likely a verb in the past."""
    return word in IRREGULAR_FORMS or (word.endswith("ed") and len(word) > MIN_PAST and word != "united")


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
