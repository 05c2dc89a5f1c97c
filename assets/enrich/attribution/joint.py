"""Several speakers of one cue: "the EU, Norland and Sundara said", "said X and her deputy". One speaker is found in `sources`."""

from assets.enrich.attribution.phrases import PERIODS, TRIMMED, Words
from assets.enrich.words.closed_class import (
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    SENTENCE_OPENERS,
    STOPS,
    TEMPORAL,
    is_adverb,
)
from assets.enrich.words.tagging import PARTICIPLE_ING, PARTICIPLE_PAST

LONGEST_LIST = 30  # tokens
LONGEST_NAME = 7
PLACES = frozenset({"in", "among", "across", "within"})
NEAR = 4
DATED = TEMPORAL | PERIODS | DAYS | MONTHS


def list_start(at: Words, low: int, joint: int, level: int) -> int | None:
    """Where the list of names that "and" at `joint` closes begins: "the EU, Norland AND Sundara"; it opens a clause or is none."""
    tokens = at.tokens
    first, commas = joint, []
    while first > low and tokens.quote[first - 1] == level and joint - first < LONGEST_LIST:
        text = tokens.text[first - 1]
        if text in STOPS or text in ";:()—–" or at.is_finite(first - 1):
            break
        first -= 1
        if text == ",":
            commas.append(first)
    if len(commas) > 1 and first > low and at.is_finite(first - 1):
        first = commas.pop() + 1  # "the plan will hold, the EU, Norland and Sundara said"
    while first < joint and (tokens.low[first] in SENTENCE_OPENERS or tokens.text[first] in TRIMMED):
        first += 1
    opens = first == low or tokens.low[first - 1] in SENTENCE_OPENERS or tokens.text[first - 1] in ",;:" or tokens.quote[first - 1] != level
    if not commas or not opens:
        return None
    begin = first
    for k in range(first, joint + 1):
        if tokens.text[k] == "," or k == joint:
            if begin < k and not _is_name(at, begin, k):
                return None
            begin = k + 1
    return first


def second_place(at: Words, source: tuple[int, int]) -> tuple[int, int] | None:
    """The second of two places or names that a source joins: "Oslo and (in) BERGEN"."""
    tokens, (first, last) = at.tokens, source
    joint = next((k for k in range(first + 1, last - 1) if tokens.low[k] == "and"), None)
    if joint is None:
        return None
    begin = joint + 1 + (tokens.low[joint + 1] in PLACES)
    paired = begin == joint + 1 and tokens.low[last - 1] in at.lexicon.paired  # "Trinidad and TOBAGO"
    named = begin < last and not paired and all(tokens.text[k][0].isupper() for k in (*range(first, joint), *range(begin, last)))
    return (begin, last) if named else None


def coordinates(at: Words, low: int, index: int) -> bool:
    """Whether "and" joins two nouns of a subject, not two clauses."""
    tokens = at.tokens
    if tokens.text[index - 1][0].isupper() and tokens.text[index + 1][0].isupper():
        return True
    first = index
    while first > low and index - first <= NEAR and tokens.quote[first - 1] == tokens.quote[index] and tokens.text[first - 1] != ",":
        first -= 1
    return index - first <= NEAR and tokens.text[index - 1][0].isalpha() and not any(at.is_finite(k) for k in range(first, index))


def joins_names(at: Words, index: int, high: int) -> bool:
    """Whether "and" adds a second speaker: "said X AND Y", "said X AND her deputy"; not a second verb or clause."""
    tokens = at.tokens
    if tokens.low[index] != "and" or index + 1 >= high:
        return False
    if tokens.text[index + 1][0].isupper():
        return True
    if tokens.low[index + 1] not in DETERMINERS:
        return False
    end = next((k for k in range(index + 2, high) if tokens.text[k] in STOPS or tokens.text[k] in ",;:—–"), high)
    return not any(at.is_finite(k) for k in range(index + 2, end))


def _is_name(at: Words, first: int, last: int) -> bool:
    """Whether a phrase names somebody: a capital at its head, or an article; nothing that dates, leads in or does something."""
    tokens, word = at.tokens, at.tokens.low[first]
    named = tokens.text[first][0].isupper() or word in DETERMINERS
    leads = word in PREPOSITIONS or word in CONJUNCTIONS or is_adverb(word) or at.tags[first] in (PARTICIPLE_ING, PARTICIPLE_PAST)
    inside = tokens.low[first:last]
    return named and not leads and last - first <= LONGEST_NAME and not any(word in DATED for word in inside)
