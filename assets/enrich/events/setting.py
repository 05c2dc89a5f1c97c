"""When: the time expression that belongs to an event, and not to another clause of its sentence.

Better no time than another clause's. What day the words mean (`assets.resolve.dates`) and the place (`places`) do not belong here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from assets.enrich.events.clauses import CLOSED_CLASS
from assets.enrich.events.complements import is_infinitive
from assets.enrich.events.grammar import AUXILIARY, DETERMINER, HARD_MARKS, HAVE, PREPOSITION, SPEECH, SUBORDINATOR, Tokens, is_past
from assets.enrich.events.standing import Candidate
from assets.enrich.events.subjects import LIGHT_VERBS
from assets.enrich.words.wordlist import words

# A relative clause tells of its noun, not of the event: "the envoy, who came in May".
RELATIVE = words("which who whose whom where")
NOUN_REACH = 3  # tokens from a relative "that" back to the article of its noun
LINKS = words("after before since until following")
UNITS = words("day days week weeks month months year years hour hours decade decades")
# counted from what was told before, not from the day of the report
COUNTED_ON = words("later before earlier after")
COUNTED_TO = words("after before")  # "two days after X signed"
# of these the day they are spoken is the day they are done, whatever is told to come
SPOKEN = words("agree request reject accuse threaten support")
# of these an infinitive or a clause tells what is to be done, and its time is not theirs
DEMANDING = words("agree request reject accuse threaten")
TO_COME = words("planned proposed hypothetical")
TIME_LEAD = words("on in last this next late early since by at during from until before after of the")
ANNOUNCED = SPEECH | words("announcing announcement declared declaring warned warning vowed pledged promised told statement")

TELLING_WHERE = PREPOSITION | words("up out down off back")
# "the exercise with X, held in May": when what a noun names took place
TAKING_PLACE = words(
    "held staged conducted launched reached concluded struck signed carried imposed begun completed convened hosted made brokered agreed"
)
UP_TO = words("until till")
LATER = words("then later afterwards subsequently")
PERFORMING = words("announced announces announcing declared declares")  # what one announces of oneself is done that day

Span = tuple[int, int, str]


def time_of(sentence: Tokens, found: Candidate, times: Sequence[Span], event_type: str, status: str) -> str | None:
    """Id of the nearest time expression of the event's own clause.

    Parameters
    ----------
    sentence, found
        The sentence and the event in it.
    times
        Start, end and id of the sentence's time expressions.
    event_type, status
        As the words were read, one of `schemas.EVENT_STATUSES`: what is yet to come did not come on the day it was announced.
    """
    position = sentence.starts[found.index]
    placed = [(*_tokens(sentence, span), span) for span in times]
    own = [span for first, end, span in placed if _is_own(sentence, found, first, end, event_type, status)]
    if not own:
        own = [span for first, end, span in placed if _tells_clause(sentence, found, first, end)]
    return min(own, key=lambda span: (abs(span[0] - position), span[0]))[2] if own else None


def _tells_clause(sentence: Tokens, found: Candidate, first: int, end: int) -> bool:
    """Whether a time is counted to the event that follows it: "on Monday, two years after X had left"."""
    word = sentence.words
    if word[end - 1] not in COUNTED_TO or end - first < 2 or not end <= found.begin or sentence.is_time[end]:
        return False
    between = word[end : found.begin]
    if not HARD_MARKS.isdisjoint(between) or not SUBORDINATOR.isdisjoint(between):
        return False
    if "," in between and not {"and", "or"} & set(between):  # "after X, which", not "after X, Y and Z signed"
        return False
    return not any(_is_finite(word, n) for n in range(end, found.begin))


def _tokens(sentence: Tokens, span: Span) -> tuple[int, int]:
    """First token and end of a time expression."""
    first = bisect_right(sentence.starts, span[0]) - 1
    return first, max(first + 1, bisect_left(sentence.starts, span[1], first))


def _is_own(sentence: Tokens, found: Candidate, first: int, end: int, event_type: str, status: str) -> bool:
    word = sentence.words
    if first <= found.index < end:
        return True
    is_perfect = found.group is not None and bool(HAVE & set(word[found.begin : found.index]))
    follows = word[end : end + 2]
    if end <= found.begin and follows in ([",", "when"], ["when", word[end + 1] if end + 1 < len(word) else ""]):
        return SUBORDINATOR.isdisjoint(word[end + 2 : found.begin])  # "since May, when Y began its war"
    if word[first - 1 : first] == ["since"] and not is_perfect:
        return False  # "the first to come since May"
    if word[end - 1] in LINKS or (word[end - 1] in UNITS and follows[:1] and follows[0] in LINKS):
        return False  # "seven years after Y had broken with it"
    if word[first - 1 : first] and word[first - 1] in UP_TO and status not in TO_COME:
        return False  # "held it up until last month": when it ended
    if word[first - 1 : first] == ["of"] and first - 2 not in range(found.index, found.end):
        return False  # "left the accord of 2015"
    if _is_attribute(sentence, first, end, found):
        return False
    if end <= found.begin:
        is_spoken = event_type in SPOKEN and status not in TO_COME
        return _is_own_before(sentence, found, first, end, is_spoken, is_perfect, status)
    return _is_own_after(sentence, found, first, end, status)


def _is_attribute(sentence: Tokens, first: int, end: int, found: Candidate) -> bool:
    """Whether the time only tells which: "the 2015 deal", "last year's accord"; of the event's own noun it is its time."""
    if end >= len(sentence) or end in range(found.begin, found.end) or not sentence.words[end].isalpha():
        return False
    owns = sentence.words[end - 1].endswith(("'s", "'"))
    leads = first > 0 and sentence.words[first - 1] in DETERMINER and sentence.words[end - 1] not in UNITS  # "the October election"
    return (owns or leads) and sentence.words[end] not in CLOSED_CLASS


def _is_own_before(sentence: Tokens, found: Candidate, first: int, end: int, is_spoken: bool, is_perfect: bool, status: str) -> bool:
    word = sentence.words
    between = word[end : found.begin]
    if RELATIVE & set(between) or (";" in between and not _goes_on(sentence, found, first, end)):
        return False
    opening = next((n for n in range(found.begin - 1, end - 1, -1) if word[n] in SUBORDINATOR), None)
    if opening is not None and word[opening] in LINKS and word[opening - 1] in UNITS:
        return False  # "said on Monday ..., a year after they had broken with Y"
    told = _told_on(word, first, end, found.begin)
    if told in PERFORMING:
        is_spoken = is_spoken or status not in TO_COME
    if told and not is_spoken:
        # "said on Monday that X would meet Y": the day of the saying; "said on Monday that it would not": of the refusal too
        return False
    is_occasion = opening is not None and word[opening] == "when" and not HAVE & set(word[found.begin : found.index])
    if opening is not None and not told and not is_occasion and any(_is_finite(word, n) for n in range(end, opening)):
        return False  # "on Monday X ordered strikes after Y had used gas", not "last month invited Y when it called"
    if not LATER.isdisjoint(between):
        return False  # "accepted it in May and then held it up"
    if "," in between and _opens_clause(word, first):
        return False  # "after X attacked Y on Monday, Z condemned it"
    joined = {"and", "but"} & set(between)
    if joined and (is_perfect or word[end - 1] in COUNTED_ON):
        return False  # "last month refused X and has demanded Y"
    if found.group is None:  # "On Monday X confirmed the visit of Y"
        return not any(is_past(token) and token not in LIGHT_VERBS for token in between)
    return True


def _goes_on(sentence: Tokens, found: Candidate, first: int, end: int) -> bool:
    """Whether a sentence that a time opens tells on after a semicolon, in the same past: "In May X drew up a text; Y stayed away"."""
    if found.group is None or found.group.auxiliaries or not is_past(sentence.words[found.index]):
        return False
    is_leading = all(word in TIME_LEAD for word in sentence.words[:first])
    return is_leading and not any(sentence.is_time[end : found.begin])


def _told_on(word: list[str], first: int, end: int, begin: int) -> str | None:
    """The word of telling that governs the time, where what is told is the event: "said on Monday that", "on Monday said that"."""
    lead = first - 1
    while lead > 0 and word[lead] in TIME_LEAD:
        lead -= 1
    if word[lead] in ANNOUNCED and first > 0:
        return word[lead]
    told = next((n for n in range(end, begin) if word[n] in ANNOUNCED), None)
    if told is None or not ("that" in word[told:begin] or not {"and", ","} & set(word[told:begin])):
        return None
    return word[told]


def _opens_clause(word: list[str], first: int) -> bool:
    """Whether the time stands in a clause of its own: "after X attacked Y on Monday", "whose term ends this month"."""
    for n in range(first - 1, -1, -1):
        if word[n] == ",":
            return False
        if word[n] in RELATIVE and n and word[n - 1] == ",":
            return True
        if word[n] in SUBORDINATOR:
            return any(_is_finite(word, told) for told in range(n + 1, first))
    return False


def _is_own_after(sentence: Tokens, found: Candidate, first: int, end: int, status: str) -> bool:
    word = sentence.words
    between = word[found.end : first]
    if ";" in between or RELATIVE & set(between) or _opens_next(word, found.end, first, end):
        return False
    comma = next((n for n in range(found.end, first) if word[n] == ","), None)
    for n in range(found.end, first):
        token = word[n]
        if token == "that" and DETERMINER & set(word[max(found.end, n - NOUN_REACH) : n]):
            return False  # "might allow it, a right that Y lost in 2022"
        if token in LINKS and any(word[told] not in TIME_LEAD and not sentence.is_time[told] for told in range(n + 1, first)):
            return False  # "the first to come since Y had begun its war in May", "after the attack of 2019"
        if token in ANNOUNCED and n > found.end and (comma is not None or status in TO_COME):
            return False  # "..., he told reporters on Sunday"
        if found.group is None and token in TAKING_PLACE and word[n - 1] == "," and _is_reduced(sentence, n):
            return True  # "the exercise with X, held in May"
        if comma is not None and comma < n and _is_finite(word, n):
            return False  # "may permit flights, a permission it took away in 2022"
        if n > found.end and is_past(token) and word[n - 1] not in ("and", "but") and _is_reduced(sentence, n):
            return False  # "rejected a plan proposed in March"
        if token == "to" and found.frame.event_type in DEMANDING and is_infinitive(sentence, n):
            return False  # "urged X to leave in May"
        if token.endswith("ing") and found.frame.event_type == "accuse" and word[n - 1] in PREPOSITION:
            return False  # "accused X of invading Y in 2014"
    return True


def _opens_next(word: list[str], start: int, first: int, end: int) -> bool:
    """Whether a time after an event opens what is told next: "warned X, and in May its army met", "X, in need, last week gave in"."""
    lead = first
    while lead > start and word[lead - 1] in TIME_LEAD:
        lead -= 1
    if lead == start or word[lead - 1] not in (",", "and", "but"):
        return False
    if word[lead - 1] == ",":
        return end < len(word) and is_past(word[end])
    for n in range(end, len(word)):
        if word[n] in HARD_MARKS or word[n] in SUBORDINATOR or word[n] == ",":
            return False
        if _is_finite(word, n):
            return True
    return False


def _is_finite(word: list[str], index: int) -> bool:
    return is_past(word[index]) or (word[index] in AUXILIARY and word[index] not in ("to", "not", "never"))


def _is_reduced(sentence: Tokens, index: int) -> bool:
    """Whether a past form is a participle that tells which: "proposed in March", not "wounded soldiers"."""
    follows = index + 1
    return follows < len(sentence) and (sentence.is_time[follows] or sentence.words[follows] in TELLING_WHERE)
