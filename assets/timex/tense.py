"""Which side of the document's date a time lies on, as its clause tells: "will meet on Monday" or "met on Monday".

Only the few words around are read; what the time then means is decided where it is bound.
"""

import re
from functools import lru_cache
from typing import NamedTuple

# How far a clause is followed back from the time: farther verbs seldom govern it.
REACH = 110
DEADLINE_REACH = 60
# "By late Thursday, …": with no more words before it, the time begins its clause.
LEADING_WORDS = 3

_WORD = re.compile(r"[A-Za-z’']+|[.!?;:\n“”\"]+")
_FUTURE = frozenset({
    "will", "would", "shall", "won't", "won’t", "gonna", "upcoming", "forthcoming", "'ll", "’ll",
})  # fmt: skip
# What is told has a time of its own, which these do not set unless it stands beside them: "said on Friday".
_SAYING = frozenset({
    "said", "told", "announced", "added", "reported", "confirmed", "stated", "declared", "warned", "noted", "wrote", "predicted",
})  # fmt: skip
ADJACENT_WORDS = 3
# "has decided to meet in March": what was decided may lie behind or ahead.
_DECIDING = frozenset({
    "decided", "chose", "chosen", "voted", "resolved", "moved", "wanted", "tried", "sought", "offered", "asked", "urged", "allowed",
})  # fmt: skip
# "preparations for a summit in April", "planning for …".
_FOR = frozenset({
    "planning", "preparing", "preparations", "prepare", "preparation", "plans", "schedule", "date",
})  # fmt: skip
# "set to meet on Monday": these words before an infinitive put it ahead.
_PLANNING = frozenset({
    "set", "due", "scheduled", "expected", "planned", "plan", "plans", "planning", "agreed", "ready", "prepared",
    "preparing", "likely", "supposed", "slated", "poised", "going", "intends", "intend", "hopes", "hope", "wants", "vowed",
    "promised", "pledged", "invited", "are", "is", "be", "bound", "about",
})  # fmt: skip
# Of these the past tense tells of a plan made then: "On Friday, the two planned to meet".
_VOWED = frozenset({
    "planned", "agreed", "vowed", "promised", "pledged", "wanted", "invited", "hoped", "intended",
})  # fmt: skip
# These also take a thing: "agreed to a truce on Saturday" lies behind, "agreed to talks on Saturday" most often ahead.
_ACCEPTING = frozenset({
    "agreed", "pledged", "committed", "promised",
})  # fmt: skip
_DETERMINERS = frozenset({
    "the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "any", "all", "some", "no",
})  # fmt: skip
_GATHERINGS = frozenset({
    "meeting", "summit", "talks", "visit", "session", "vote", "election", "elections", "call", "referendum", "round",
})  # fmt: skip
_BE = frozenset({
    "be", "have", "been", "being", "not", "also", "then", "soon", "again", "likely", "probably", "only",
})  # fmt: skip
_PAST = frozenset({
    "said", "told", "was", "were", "had", "did", "met", "held", "took", "came", "went", "began", "fell", "rose",
    "won", "left", "made", "gave", "got", "saw", "sent", "spoke", "struck", "flew", "broke", "brought", "built", "chose",
    "drew", "drove", "fought", "found", "hit", "kept", "knew", "laid", "led", "lost", "paid", "put", "ran", "sold",
    "sought", "stood", "thought", "threw", "wrote", "became", "called", "does", "has", "have",
})  # fmt: skip
_ANNOUNCED = frozenset({
    "due", "scheduled", "slated", "planned", "expected",
})  # fmt: skip
_CANCELLED = frozenset({
    "cancelled", "canceled", "scrapped",
})  # fmt: skip
# What stands before a time that is set: deadlines, beginnings.
_CLOCK = (
    r"(?:(?:noon|midnight|midday|\d{1,2}(?::\d\d)?(?:\s?[ap]\.?m\.?)?)\s+(?:\([^()]{3,24}\)\s+)?"
    r"(?:(?:GMT|UTC|local time|[A-Z]{2,4})\s+)?(?:on\s+)?)?"
)


class _Lead(NamedTuple):
    """What stands before a time, and words (in small letters) one of which is part of it."""

    pattern: re.Pattern[str]
    cues: tuple[str, ...]


_DEADLINE = _Lead(
    re.compile(
        rf"\b(?:as (?:early|soon) as|(?:postponed|delayed|adjourned|extended|suspended|deferred) (?:to|until|till)"
        rf"|(?:given?|gave|deadline)\b[^.;]{{0,30}}\suntil)\s+{_CLOCK}$",
        re.IGNORECASE,
    ),
    ("as early as", "as soon as", "ed to", "until", "till"),
)
_AHEAD = _Lead(
    re.compile(
        rf"\b(?:by|before|starting|beginning|effective|until|till|(?:no|not) later than)\s+(?:late\s+|early\s+)?{_CLOCK}$", re.IGNORECASE
    ),
    ("by", "before", "starting", "beginning", "effective", "until", "till", "later than"),
)
_SINCE = _Lead(
    re.compile(r"\b(?:since|ended|as of|dated)\s+(?:early\s+|late\s+|mid-?)?$", re.IGNORECASE), ("since", "ended", "as of", "dated")
)
_CLAUSE_ENDS = frozenset('.!?;:\n“”"')
MOST_WORDS = 50_000  # kept in memory


def side_of(text: str, start: int, end: int) -> int:
    """1 where the clause puts the time `text[start:end]` ahead of the document, -1 where behind, 0 where it does not tell.

    The nearest verb before it decides; where the clause begins with the time ("On Monday the two will …"), the first after it.
    """
    before = _words(text[max(0, start - REACH) : start])
    if not _ANNOUNCED.isdisjoint(before) and _called_off(before, _words(text[end : end + REACH])):
        return -1
    beginning = len(before)
    for index in range(len(before) - 1, -1, -1):
        word = before[index]
        if _tells(word):
            if word[0] in _CLAUSE_ENDS and not (word == "." and index and len(before[index - 1]) <= 3):
                break
            if word == "to" and index and before[index - 1] in _DECIDING:
                return 0
            if side := _side(before, index):
                return 0 if word in _SAYING and len(before) - index > ADJACENT_WORDS else side
        beginning = index
    begins_clause = len(before) - beginning <= LEADING_WORDS
    after = _words(text[end : end + REACH])
    for index, word in enumerate(after):
        if not _tells(word):
            continue
        if word[0] in _CLAUSE_ENDS:
            return 0
        side = _side(after, index)
        if side < 0:
            return -1 if begins_clause else 0
        is_planned = word == "to" and begins_clause and index and after[index - 1] not in _VOWED
        if side > 0 and (word in _FUTURE or is_planned):
            return 1
    return 0


def side_before(text: str, start: int, end: int) -> int | None:
    """As `side_of`; 0 only where words such as "by" set the time without telling its side, null where nothing tells."""
    if is_deadline(text, start):
        return 1
    if side := side_of(text, start, end):
        return side
    return 0 if _leads(_AHEAD, text, start) else None


def is_deadline(text: str, start: int) -> bool:
    """Whether the words before a time set it: "extended the deadline until noon Tuesday"."""
    return _leads(_DEADLINE, text, start)


def is_since(text: str, start: int) -> bool:
    """Whether the words before a time put it behind: "since March", "the year ended June 30"."""
    return _leads(_SINCE, text, start)


def _leads(lead: _Lead, text: str, start: int) -> bool:
    first = max(0, start - DEADLINE_REACH)
    return any(map(text[first:start].lower().__contains__, lead.cues)) and bool(lead.pattern.search(text, first, start))


def _called_off(before: list[str], after: list[str]) -> bool:
    """A gala "planned for Friday" that was cancelled lies behind: news of it comes late more often than early.

    The words before it hold one of `_ANNOUNCED`.
    """
    announced = max(index for index, word in enumerate(before) if word in _ANNOUNCED)
    if any(word[0] in _CLAUSE_ENDS for word in before[announced:]):
        return False
    return bool(_CANCELLED.intersection(before) or _CANCELLED.intersection(after)) or "called off" in " ".join(before + after)


def _words(text: str) -> list[str]:
    """Words in lower case; names (*United*) become marks as long, so that no ending makes verbs of them."""
    return list(map(_unnamed, _WORD.findall(text)))


@lru_cache(MOST_WORDS)
def _unnamed(word: str) -> str:
    return word if word[0].islower() or not word[0].isalpha() else "#" * len(word)


@lru_cache(MOST_WORDS)
def _tells(word: str) -> bool:
    """Whether a word may tell a side or end a clause: most do not, and are passed over."""
    return (
        word[0] in _CLAUSE_ENDS
        or word in ("to", "for")
        or any(word in words for words in (_FUTURE, _ANNOUNCED, _PAST))
        or word.endswith(("'ll", "’ll", "ed"))
    )


def _side(words: list[str], index: int) -> int:
    """What one word of a clause tells."""
    word = words[index]
    if word in _FUTURE or word.endswith(("'ll", "’ll")):
        return -1 if words[index + 1 : index + 2] == ["have"] else 1
    if word == "to" and index and words[index - 1] in _ACCEPTING and _is_thing(words, index + 1):
        return 0
    if index and ((word == "to" and words[index - 1] in _PLANNING) or (word == "for" and words[index - 1] in _FOR)):
        return 1
    if _follows_future(words, index):
        return 0
    if word in _ANNOUNCED:
        return 1
    return -1 if word in _PAST or (len(word) > 4 and word.endswith("ed")) else 0


def _is_thing(words: list[str], index: int) -> bool:
    """Whether what follows "to" is a thing and no infinitive, and no gathering whose day it may be: "agreed to a truce"."""
    follows = words[index : index + 1]
    return bool(follows) and (follows[0] in _DETERMINERS or follows[0][0] == "#") and _GATHERINGS.isdisjoint(words[index:])


def _follows_future(words: list[str], index: int) -> bool:
    """Whether the participle at `index` belongs to a future form: "will be opened", "is to be signed"."""
    index -= 1
    while index >= 0 and words[index] in _BE:
        index -= 1
    return index >= 0 and (words[index] in _FUTURE or words[index] == "to")
