"""Where the noun phrase that is the source of a cue begins and ends. Which cues have one is decided by the rules."""

from assets.enrich.attribution.appositions import apposition_end, apposition_start, before_quoted, with_appositions
from assets.enrich.attribution.joint import coordinates, joins_names, list_start
from assets.enrich.attribution.phrases import PERIODS, TRIMMED, Words
from assets.enrich.words.closed_class import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DASHES,
    DAYS,
    DETERMINERS,
    FINITE,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SENTENCE_OPENERS,
    STOPS,
    TEMPORAL,
    is_adverb,
)
from assets.enrich.words.tagging import PARTICIPLE_ING, PARTICIPLE_PAST
from assets.enrich.words.tokens import Tokens
from assets.enrich.words.wordlist import words

LONGEST_SOURCE = 40
PERIOD_OPENERS = words("last this next earlier late early")
DATED = DAYS | MONTHS
LIKENESS = words("like unlike")
TIMES = TEMPORAL - {"this", "last", "next"}
AFTER_SUBJECTS = TIMES | ADVERBS
TIME_ENDS = TIMES | PERIODS | PREPOSITIONS | {"far"}
BEFORE_NOUNS = PREPOSITIONS | DETERMINERS
SUBJECT_ENDS = (AUXILIARIES - {"'s"}) | (CONJUNCTIONS - {"and"})
# Words that end a source to the right of its cue: "said X on Monday".
AFTER_SOURCE = TEMPORAL | words(
    "on during after before as when while if that because but and to by via through late referring speaking citing adding noting who"
    " for with about among following upon despite over"
)


def source_left(at: Words, low: int, index: int, level: int) -> tuple[int, int] | None:
    """The noun phrase that ends just before token `index`, not further left than `low`, at a quotation level."""
    tokens = at.tokens
    before_time = without_time(tokens, low, index)
    if before_time < index and before_time > low and tokens.text[before_time - 1] == "," and tokens.quote[before_time - 1] == level:
        index = before_time  # "X, a minister, on Friday said"
    last = index
    end = index - 1
    if end < low or tokens.quote[end] != level:
        comma = before_quoted(at, low, end, level) if end > low + 3 and tokens.text[end - 1] == "," else None
        return source_left(at, low, comma, level) if comma else None
    if (tokens.low[end] in PRONOUNS or tokens.low[end] in RELATIVES) and not (
        tokens.low[end] == "one" and end > low and tokens.low[end - 1] in PREPOSITIONS
    ):
        return (end - (tokens.low[end - 1 : end + 1] == ["no", "one"]), index)
    if tokens.low[end] == "however" and end > low and tokens.text[end - 1][0].isalnum():
        return None  # "X seeks C however is ready for C", for "but"
    if tokens.text[end] == "," and end - 2 > low and tokens.low[end - 1] in SENTENCE_OPENERS and tokens.text[end - 2] == ",":
        return source_left(at, low, end - 2, level)  # "X, meanwhile, said"
    if tokens.text[end] == "," or tokens.text[end] in DASHES:
        whole = with_appositions(at, low, end, level)
        if whole:
            return whole
        opening = apposition_start(at, low, end, level)
        if opening is None:
            return None
        end = opening - 1
        last = index - 1
    last = without_time(tokens, low, last)
    if last <= low:
        return None
    first = _phrase_start(at, low, min(end, last - 1), level)
    first = _without_openers(tokens, first, last)
    if (
        first >= last
        or last - first > LONGEST_SOURCE
        or tokens.low[first] == "according"
        or tokens.low[first:last] == ["there"]
        or not (tokens.text[first][0].isalnum() or any(tokens.text[k][0].isalnum() for k in range(first + 1, last)))
    ):
        return None
    return first, last


def source_right(at: Words, index: int, high: int, level: int) -> tuple[int, int] | None:
    """The noun phrase that begins at token `index`: the subject of an inverted cue ("said X, a minister")."""
    tokens = at.tokens
    if index >= high or tokens.quote[index] != level:
        return None
    word = tokens.low[index]
    if word in PRONOUNS:
        return index, index + 1
    if not tokens.text[index][0].isalnum() or word in AFTER_SOURCE or word == "it" or word in PREPOSITIONS:
        return None
    end = index
    while end < high and tokens.quote[end] == level and tokens.text[end] not in STOPS and tokens.text[end] not in ";:—–(--":
        if tokens.text[end] == ",":
            return index, apposition_end(at, end, high, level)
        if end > index and tokens.low[end] in AFTER_SOURCE and not joins_names(at, end, high):
            break
        if end > index and tokens.low[end] in ("in", "at") and not _is_part_of_name(tokens, index, end, high):
            break
        if end > index and at.is_cue_verb(end) and tokens.low[end - 1] != "who":
            break
        end += 1
    return (index, end) if end > index else None


def subject_left(at: Words, low: int, index: int, level: int) -> tuple[int, int] | None:
    """The subject of the clause that begins at `low`, for a cue that shares it ("X left and said"): up to its first verb."""
    tokens = at.tokens
    first = _past_adjuncts(at, low, index, level)
    if first >= index or tokens.quote[first] != level:
        return None
    if tokens.low[first] in PRONOUNS:
        return first, first + 1
    last = first
    while last < index and tokens.quote[last] == level and last - first < 14:
        text, word = tokens.text[last], tokens.low[last]
        if text in ".;:" or at.is_finite(last) or word in SUBJECT_ENDS:
            break
        if text == ",":
            end = apposition_end(at, last, index, level)
            return (first, end) if end > first else None
        last += 1
    while last > first and (
        tokens.low[last - 1] in AFTER_SUBJECTS or (is_adverb(tokens.low[last - 1]) and tokens.text[last - 1][0].islower())
    ):
        last -= 1  # "implicitly", not "Emily"
        last -= tokens.low[last - 1] == "on" and last - 1 > first
    return (first, last) if last > first else None


def _past_adjuncts(at: Words, low: int, index: int, level: int) -> int:
    """Past "In a speech on Monday,", "Two weeks later,", "Speaking in Oslo," and "While X left," at the head of a sentence."""
    tokens, first = at.tokens, low
    while first < index:
        word = tokens.low[first]
        if word in SENTENCE_OPENERS or word == "," or word == "soon":
            first += 1
            continue
        comma = next((k for k in range(first, index) if tokens.text[k] == "," and tokens.quote[k] == level), index)
        is_time = comma - first <= 5 and any(tokens.low[k] in TEMPORAL or tokens.low[k] in PERIODS for k in range(first, comma))
        adjunct = (
            word in PREPOSITIONS
            or word in CONJUNCTIONS
            or word in LIKENESS
            or at.tags[first] in (PARTICIPLE_ING, PARTICIPLE_PAST)
            or is_time
        )
        if not adjunct or comma >= index:
            return index if adjunct else first
        first = comma + 1
        if tokens.text[comma - 1][0].isupper() and tokens.low[comma - 2] in PREPOSITIONS:  # "in Salem, New Hampshire,"
            place = next((k for k in range(first, min(first + 4, index)) if tokens.text[k] == ","), None)
            if place and all(tokens.text[k][0].isupper() for k in range(first, place)):
                first = place + 1
    return first


def _phrase_start(at: Words, low: int, end: int, level: int) -> int:
    tokens, tags, index = at.tokens, at.tags, end
    texts, words_low, quotes = tokens.text, tokens.low, tokens.quote
    while index >= low:
        text, word = texts[index], words_low[index]
        if text == ")":
            opening = next((k for k in range(index, max(low, index - 12) - 1, -1) if tokens.text[k] == "("), None)
            if opening is not None and opening > low:
                index = opening - 1
                continue
        if quotes[index] != level or text in ",;:()" or text in STOPS or text in DASHES:
            break
        if word == "who" and index - 1 >= low and tokens.text[index - 1][0].isalpha():
            index -= 1  # "officials who asked not to be named"
            continue
        if word == "and" and low < index < end:
            listed = list_start(at, low, index, level)
            if listed is not None:
                return listed
            if coordinates(at, low, index):
                index -= 1
                continue
        if word in CONJUNCTIONS or (word == "once" and low < index < end):
            break
        if text[0].islower() and word.endswith("ed") and index < end and tokens.low[index + 1] == "by":
            if word in ("quoted", "cited", "interviewed", "contacted", "polled", "surveyed"):
                index -= 1  # "officials quoted by an agency"
                continue
            if index > low and tokens.low[index - 1] == "as":
                return index + 2  # "as shown by X's statement"
            index -= 1
            continue
        if (word in FINITE and word != "'s") or (tags[index] and at.is_cue_verb(index)):
            relative = any(tokens.low[k] == "who" for k in range(max(low, index - 3), index))
            if not relative:
                break
        index -= 1
    return index + 1


def without_time(tokens: Tokens, low: int, last: int) -> int:
    """Before "last month" or "on Tuesday" at the end of a subject."""
    low_words = tokens.low
    while last - 1 > low:
        word = low_words[last - 1]
        if word not in TIME_ENDS:
            break
        before = low_words[last - 2]
        if (word in PERIODS and before in ("last", "this", "next", "earlier", "late")) or (before, word) == ("so", "far"):
            last -= 2
        elif word in TIMES:
            last -= 1
            last -= low_words[last - 1] == "on"
        elif word in PREPOSITIONS:
            last -= 1  # "X at (once declared)"
        else:
            break
    return last


def _without_openers(tokens: Tokens, first: int, last: int) -> int:
    """Past "But on Monday" and its like at the head of a phrase."""
    while first < last:
        word = tokens.low[first]
        if word in ("in", "on", "at", "during", "after", "before", "for", "with", "to", "from", "by"):
            noun = first + 1
            while noun < last and not _begins_phrase(tokens, noun, first):
                noun += 1
            if noun >= last:
                return last
            first = noun
        elif _is_opener(tokens, first, last):
            first += 1
        elif _opens_with_period(tokens, first, last):
            first += 2
        else:
            return first
    return first


def _is_opener(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a word leads into a phrase: "but", "Monday", the "only" of "only last month"."""
    word = tokens.low[first]
    if word in SENTENCE_OPENERS or tokens.text[first] in TRIMMED:
        return True
    return word not in PERIOD_OPENERS and (word in TEMPORAL or (word == "only" and tokens.low[first + 1 : last][:1] == ["last"]))


def _opens_with_period(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a phrase opens with "last month" or "this August" and goes on with somebody."""
    if first + 2 >= last or tokens.low[first + 2] in ("'s", "'"):
        return False
    if tokens.low[first] in MONTHS and tokens.low[first + 1].isdigit():
        return tokens.text[first + 2][0].isupper()  # "before April 2021 Oslo"
    if tokens.low[first] not in PERIOD_OPENERS:
        return False
    return tokens.low[first + 1] in PERIODS or tokens.low[first + 1] in DATED


def _begins_phrase(tokens: Tokens, index: int, preposition: int) -> bool:
    """A second noun phrase after a preposition: "on Monday X", "in Geneva the minister"."""
    if index <= preposition + 1:
        return False
    if tokens.low[index] in PRONOUNS:
        return True
    before_upper = tokens.text[index - 1][0].isupper()
    if tokens.low[index] in DETERMINERS:
        return tokens.low[index - 1] not in PREPOSITIONS
    before = tokens.low[index - 1]
    dated = before in DATED or (len(before) == 4 and before.isdigit())  # "on Monday Oslo said", "before 2021 Oslo said"
    return (
        tokens.text[index][0].isupper()
        and (not before_upper or dated)
        and tokens.low[index] not in DATED
        and tokens.low[index - 1] not in BEFORE_NOUNS
    )


def _is_part_of_name(tokens: Tokens, first: int, index: int, high: int) -> bool:
    """ "a professor at Yale", "the embassy in Rome"; not "X in an interview"."""
    if index + 1 >= high:
        return False
    follows_name = tokens.text[index + 1][0].isupper() or tokens.low[index + 1] == "the"
    has_common_noun = any(tokens.text[k][0].islower() and tokens.low[k] not in PREPOSITIONS for k in range(first, index))
    return follows_name and tokens.low[index + 1] not in TEMPORAL and has_common_noun
