"""A sentence as tokens, and the closed classes of English words that tell them apart.

How a verb is to be read among them (`verb_groups`), what events there are (the codebook) and who takes part (`slots`) do not belong here.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from assets.enrich.actors.index import Mention
from assets.enrich.events.frames import IRREGULAR_FORMS
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
NOT_ADVERB = words("family assembly italy ally supply july rally reply early friendly daily weekly")
MIN_PAST = 4  # letters: not "red", "need"
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
HARD_MARKS = frozenset(';:—–“”"«»()[]?!') | {"--", "..."}
SPEECH = words(
    "said says say told tells reported reports announced announces added adds according confirmed stated declared quoted saying noted"
    " claimed claims insisted believes believed"
)
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


def is_past(word: str) -> bool:
    """Whether a word is most likely a verb in the past."""
    return word in IRREGULAR_FORMS or (word.endswith("ed") and len(word) > MIN_PAST and word != "united")
