"""Whether a plural subject stands before a word that may be its verb: "critics OF the plan FEAR". What the word is, `tagging` decides."""

from collections.abc import Sequence

from assets.enrich.words.closed_class import CLAUSE_VERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, STOPS
from assets.enrich.words.wordlist import words

PLURALS = words("people police men women children media many some most few several others both those")
NO_PLURALS = words("'s is was has its this his us as across towards perhaps besides less news politics always yes")
LINKS = (PREPOSITIONS - words("to by since despite via regarding per until after before than without")) | {"like"}
LOCAL = words("here there abroad elsewhere alike themselves everywhere worldwide")
REACH = 10  # tokens from the verb to the noun
LONGEST_ASIDE = 9  # tokens between two commas
ENDS = frozenset(',;:()"“”—»«') | STOPS


def has_plural_subject(low: Sequence[str], text: Sequence[str], before: int) -> bool:
    """Whether the noun phrase that ends with token `before` is plural, past what hangs on its noun and past an aside between commas.

    "Officials IN Lima", "Lima AND Oslo", "envoys, however,".
    """
    if text[before] == ",":
        opening = next((k for k in range(before - 1, max(before - LONGEST_ASIDE, 0), -1) if text[k] == ","), 0)
        return opening > 0 and is_plural(low[opening - 1])
    if is_plural(low[before]) or low[before] in LOCAL:
        return True
    for k in range(before - 1, max(before - REACH, -1), -1):
        word = low[k]
        if word in LINKS:
            if k and is_plural(low[k - 1]):
                return not _is_governed(low, k - 1)
        elif word == "and":
            return _opens_clause(low, text, k)
        elif word == "to" or text[k] in ENDS or word in PRONOUNS or word in CONJUNCTIONS or word in CLAUSE_VERBS:
            return False
    return False


def is_plural(word: str) -> bool:
    """Whether a lower-case word is, in all likelihood, a plural noun or stands for one."""
    return word in PLURALS or (len(word) > 3 and word[-1] == "s" and word[-2] not in "su'i" and word not in NO_PLURALS)


def _is_governed(low: Sequence[str], noun: int) -> bool:
    """Whether a preposition stands before a noun: "after talks WITH rebels IN Lima" has no subject."""
    first = max(noun - 4, -1)
    return any(low[k] in PREPOSITIONS or low[k] == "to" for k in range(noun - 1, first, -1))


def _opens_clause(low: Sequence[str], text: Sequence[str], link: int) -> bool:
    """Whether two that "and" at `link` joins are the first of their clause: "Norway AND Peru", "the army AND the king"."""
    first = link - 1
    while first >= 0 and link - first < 5 and text[first][0].isalpha():
        if low[first] in LINKS or low[first] in CLAUSE_VERBS or low[first] in PRONOUNS:
            return False
        if low[first] in CONJUNCTIONS:
            return True
        if low[first] in DETERMINERS:
            first -= 1
            break
        first -= 1
    return first < 0 or text[first] in ENDS or low[first] in CONJUNCTIONS
