"""Where clauses end, and what stands in them: complements, compounds, the objects a frame asks for.

Actors (`parties`) and the choice among frames (`candidates`) do not belong here.
"""

from functools import lru_cache
from itertools import pairwise

from assets.enrich.events.frames import Frame
from assets.enrich.events.grammar import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    HARD_MARKS,
    MODAL,
    NEGATION,
    PREPOSITION,
    PRONOUN,
    SPEECH,
    SUBORDINATOR,
    Tokens,
    is_past,
)
from assets.enrich.events.parties import Party, closes, is_premodifier
from assets.enrich.words.wordlist import words

LINKING = words("is are was were 's amounts amounted constitutes constituted represents represented")
PREDICATE_REACH = 5  # tokens: "was" to the noun of "was a “grave and open violation”"
BRACKET_REACH = 8
ASIDE_REACH = 7  # tokens of an aside between a verb and its object
LONG_ASIDE = 14  # tokens of a clause on an object: "urged X, which has lost the war, to"
ASIDES = words("which who whose where a an the its including")  # what opens one
COMPLEMENTS = words("to of for with against over on from that")
JUDGING = words("called calls termed described terms labelled labeled dubbed")
JUDGING_REACH = 6  # tokens from "what" to such a verb
THAT_REACH = 5  # tokens from a demand or charge to the "that" which opens what is demanded or charged
# subordinators that open a sentence; the clause they open ends with its comma
OPENING = words("although though while when as since because if unless whereas after before until")
OPENING_REACH = 3  # tokens before a gerund that opens the sentence: "Far from recalling its envoy, X"
CHARGE_REACH = 8  # tokens from a charge to the "of" that opens what is charged
NOMINATIVE = words("he she they we i")
CLAUSE_AUXILIARY = words("is are was were has have had will would could may might")
FINITE = words(
    "has have had is are was were will would met held gave sent withdrew left broke cut struck shot fought sought made took began flew"
    " paid sold brought beat froze threw blew spoke said told won put set rejects accuses warns urges"
)
SCOPE_BREAK = words("after following while when as since because amid despite but although though whereas until where days hours weeks")
# all that may end a clause
STOPS = HARD_MARKS | NOMINATIVE | CLAUSE_AUXILIARY | SPEECH | SUBORDINATOR | frozenset({",", "(", "once", "and", "but"})
# words that are no noun, so that the noun before them is not compounded with them
CLOSED_CLASS = PREPOSITION | AUXILIARY | SUBORDINATOR | PRONOUN | DETERMINER | SPEECH | CONJUNCTION | ADVERB


def clause_end(sentence: Tokens, cast: list[Party], start: int, frame: Frame) -> int:
    """The token before which the complements of a trigger end."""
    key = start, *_opens(frame)
    if key not in sentence.clause_ends:
        sentence.clause_ends[key] = _clause_end(sentence, cast, *key)
    return sentence.clause_ends[key]


@lru_cache(maxsize=1 << 13)
def _opens(frame: Frame) -> tuple[frozenset[str], bool]:
    """Of a frame's prepositions those that else open a clause, and whether a clause with "that" may be its complement."""
    return frame.prepositions & SUBORDINATOR, frame.event_type in ("request", "accuse") or "that" in frame.object_heads


def _clause_end(sentence: Tokens, cast: list[Party], start: int, prepositions: frozenset[str], takes_that: bool) -> int:
    word = sentence.words
    bracket = start
    for index in range(start, len(word)):
        token = word[index]
        if token not in STOPS or index < bracket or sentence.is_time[index]:
            continue  # "in May"
        if token == "(" and ")" in word[index : index + BRACKET_REACH]:
            bracket = word.index(")", index) + 1
            continue
        if token in HARD_MARKS and token not in ("“", "”", '"'):
            return index
        if index > start and (token in NOMINATIVE or token in CLAUSE_AUXILIARY):
            return index
        if token == "," and index == start and "," in word[index + 2 : index + ASIDE_REACH] and word[index + 1] in PREPOSITION:
            bracket = word.index(",", index + 1) + 1
            continue  # "adopted, over a veto, a law"
        if token == "what" and (judged := _judged(word, index)):
            bracket = judged  # "imposed what it called fair sanctions on X"
            continue
        if token == "," and not _is_in_list(cast, index) and not _is_apposition(sentence, cast, index):
            if closing := _aside(sentence, cast, index):
                bracket = closing
                continue
            return index
        if token == "once" and index + 1 < len(word) and (word[index + 1] in DETERMINER or sentence.is_capital(index + 1)):
            return index
        if token in SPEECH and index > start:
            return index
        if token in ("and", "but") and _is_past(sentence, index + 1):
            return index
        if token in SUBORDINATOR and token not in prepositions:
            if token == "that" and index - start <= THAT_REACH and takes_that:
                continue
            if token in ("as", "following") and index == start:
                continue
            return index
    return len(word)


def _aside(sentence: Tokens, cast: list[Party], comma: int) -> int:
    """The token after an aside on the object, where what is asked, or done, of it follows: "urged X, which is at war, to"; else 0."""
    word = sentence.words
    if comma + 1 >= len(word) or "," not in word[comma + 2 : comma + 2 + LONG_ASIDE]:
        return 0
    closing = word.index(",", comma + 2)
    if word[comma + 1] not in ASIDES and not any(party.start == comma + 1 and party.end == closing for party in cast):
        return 0
    within = word[comma + 1 : closing]
    goes_on = closing + 1 < len(word) and word[closing + 1] in COMPLEMENTS
    goes_on = goes_on and (not sentence.is_time[closing + 1] or within[0] == "including")
    goes_on = goes_on and HARD_MARKS.isdisjoint(within) and SPEECH.isdisjoint(within)
    return closing + 1 if goes_on else 0


def _judged(word: list[str], what: int) -> int:
    """The token after "what it called", by which somebody but keeps away from a word; else 0."""
    verb = next((index for index in range(what + 2, min(what + JUDGING_REACH, len(word))) if word[index] in JUDGING), None)
    return verb + 1 if verb is not None else 0


def _is_in_list(cast: list[Party], index: int) -> bool:
    return any(party.is_joined and previous.end <= index < party.start for previous, party in pairwise(cast))


def _is_apposition(sentence: Tokens, cast: list[Party], index: int) -> bool:
    """Whether a comma stands before the name of whose office was told: "with the Xian president, Y, and"."""
    if any(party.start < index < party.end for party in cast):
        return True
    lead, terms = sentence.words[index - 1], sentence.terms
    return (lead in terms.office or lead in terms.relation) and any(
        party.start == index + 1 and closes(sentence, party.start, party.end) for party in cast
    )


def scope_end(sentence: Tokens, begin: int, end: int, is_verb: bool, is_gerund: bool = False) -> int:
    """The token before which everything belongs to the complement of an event whose trigger is tokens [begin, end)."""
    word = sentence.words
    opens = word[0] in OPENING or (is_gerund and begin <= OPENING_REACH)
    is_verb = is_verb and (not opens or "," in word[:begin])  # "Although X protested, Y": the comma ends the clause
    for index in range(end, len(word)):
        token = word[index]
        if token in (";", ":", "”", "—", "–") or token in SCOPE_BREAK or token in SPEECH:
            return index
        follows = word[index + 1] if index + 1 < len(word) else ""
        if token == "," and (
            not is_verb
            or follows in ("and", "but", "who", "which", "while", "as", "whose", "or")
            or (follows.endswith("ing") and not _lists(word, end, index))
            or follows in SPEECH
            or (is_past(follows) and _is_past(sentence, index + 1))  # "X closed its ports, halted trade and"
        ):
            return index
    return len(word)


def _lists(word: list[str], end: int, comma: int) -> bool:
    """Whether what somebody is charged with is listed before a comma: "accused X of violating this, ignoring that"."""
    return any(word[index - 1] == "of" and word[index].endswith("ing") for index in range(end + 1, min(end + CHARGE_REACH, comma)))


def find_object(sentence: Tokens, start: int, stop: int, frame: Frame) -> int | None:
    heads, word = frame.object_heads, sentence.words
    if heads.isdisjoint(word[start:stop]):
        return None
    for index in range(start, min(stop, len(word))):
        if word[index] in heads and is_object(sentence, index, frame):
            return index
    return None


def is_object(sentence: Tokens, index: int, frame: Frame) -> bool:
    word = sentence.words[index]
    if index and sentence.words[index - 1] == "without":
        return False
    if word in frame.object_words:
        return not _is_inside_name(sentence, index)
    for parts in frame.object_phrases.get(word, ()):
        end = index + len(parts)
        is_dated = parts[-1] in PREPOSITION and end < len(sentence) and sentence.is_time[end]  # "ended a strike on Monday"
        if tuple(sentence.words[index:end]) == parts and not is_dated:
            return True
    return False


def _is_inside_name(sentence: Tokens, index: int) -> bool:
    """Whether a word is but a later part of a capitalised name: "Direct Investment Fund"; titles before names are not."""
    if sentence.is_title or index == 0 or not sentence.is_capital(index) or sentence.words[index] in sentence.terms.named_after:
        return False
    return sentence.is_capital(index - 1)


def opens_with_as(sentence: Tokens, cast: list[Party], index: int) -> bool:
    """Whether "as" before a noun opens a clause with a subject of its own: "as X ordered strikes"."""
    opening = next(n for n in range(index - 1, -1, -1) if sentence.words[n] == "as")
    return any(opening < party.start < index and not is_premodifier(sentence, party, index) for party in cast)


def verb_start(sentence: Tokens, index: int) -> int:
    start = index
    while start > 0 and (
        sentence.words[start - 1] in AUXILIARY
        or sentence.is_time[start - 1]
        or sentence.words[start - 1] in ("currently", "also", "still", "remain")
    ):
        start -= 1
    return start


def predicate_start(sentence: Tokens, index: int) -> int | None:
    """The token after the "was" of which a word is the predicate: "was a “grave violation” of"; None where it is none, or denied."""
    for place in range(index - 1, max(-1, index - 1 - PREDICATE_REACH), -1):
        word = sentence.words[place]
        if word in LINKING:
            lead = sentence.words[max(0, place - 2) : place + 2]
            return None if NEGATION & set(lead) or MODAL & set(lead) else place + 1
        if word in PREPOSITION - {"to"} or word in SPEECH or word in SUBORDINATOR or word in CONJUNCTION - {"and"} or word == ",":
            return None
    return None


def is_compound(sentence: Tokens, end: int) -> bool:
    """Whether the noun only tells what kind the next noun is: "cease-fire proposal", "aid workers"."""
    if end >= len(sentence) or sentence.is_time[end] or sentence.is_capital(end):
        return False
    word = sentence.words[end]
    return word.isalpha() and word not in CLOSED_CLASS and not word.endswith(("ed", "ing", "ly"))


def is_warlike(sentence: Tokens, end: int) -> bool:
    """Whether what somebody is ready or promises to do is harm: "ready to resume the war", not "ready to end it"."""
    near = set(sentence.words[end : end + 6])
    return not sentence.terms.warlike.isdisjoint(near) and sentence.terms.peaceful.isdisjoint(near)


def _is_past(sentence: Tokens, index: int) -> bool:
    """Whether another verb of the same subject begins here: "and met", "but has refused"."""
    if index >= len(sentence):
        return False
    word = sentence.words[index]
    return word in FINITE or (word.endswith("ed") and index + 1 < len(sentence) and not sentence.is_capital(index))
