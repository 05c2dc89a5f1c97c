"""Appositions of a source: where what tells more of somebody begins and ends. The noun phrase itself is found in `sources`."""

from assets.enrich.attribution.cue_lexicon import ASKED
from assets.enrich.attribution.phrases import TRIMMED, Words
from assets.enrich.words.closed_class import CONJUNCTIONS, DASHES, DETERMINERS, PREPOSITIONS, RELATIVES, SENTENCE_OPENERS, STOPS, TEMPORAL
from assets.enrich.words.tagging import FINITE_VERB, PARTICIPLE_ING
from assets.enrich.words.wordlist import words

SUBORDINATING = words("whose where when while if as although though because since until before after how why what whether")
# Words that an apposition begins with, besides titles: "X, a deputy minister, said".
APPOSITION = DETERMINERS | words("who whose former of himself herself including")

NAMING = words("as once dubbed nicknamed known")  # what leads to a quoted name: "X, once the “fox,” said"
LONGEST_QUOTED = 9  # tokens of "a “man of peace,”" with its marks
LONGEST_LEAD = 6


def with_appositions(at: Words, low: int, comma: int, level: int) -> tuple[int, int] | None:
    """A whole subject with its appositions from the start of the clause: "X, 30, of Y, who left, said"."""
    tokens = at.tokens
    first = low
    while first < comma and (tokens.low[first] in SENTENCE_OPENERS or tokens.text[first] in TRIMMED):
        first += 1
    head = first
    while head < comma and tokens.text[head] != "," and tokens.text[head] not in DASHES:
        head += 1
    if head >= comma or head - first > 12 or head == first or tokens.quote[first] != level:
        return None
    opens = tokens.text[first][0].isupper() or tokens.low[first] in DETERMINERS
    if not opens or tokens.low[first] in PREPOSITIONS or tokens.low[first] in CONJUNCTIONS or tokens.low[first] in TEMPORAL:
        return None
    if any(tokens.quote[k] != level or at.is_finite(k) for k in range(first, head)):
        return None
    is_name = comma - head <= 6 and all(tokens.text[k][0].isupper() for k in range(head + 1, comma))
    participle = at.tags[head + 1] == PARTICIPLE_ING  # "X, speaking in Oslo, said"
    follows = tokens.low[head + 1]
    is_told = follows == "and" or follows in ASKED or _opens_apposition(at, follows) or tokens.text[head + 1][0].isdigit()
    if not participle and not is_told and not is_name:
        return None
    quoted = [k for k in range(first, comma) if tokens.quote[k] != level]
    if quoted and (follows not in DETERMINERS or len(quoted) > LONGEST_QUOTED or any(at.is_finite(k) for k in quoted)):
        return None  # "X, the “fox”, said"
    return first, comma


def apposition_start(at: Words, low: int, comma: int, level: int) -> int | None:
    """The comma or dash that opens the apposition which the one at `comma` closes."""
    tokens = at.tokens
    index = comma - 1
    while index >= low and tokens.text[index] != tokens.text[comma] and tokens.quote[index] == level:
        index -= 1
    if index <= low or tokens.text[index] != tokens.text[comma] or comma - index > 22 or comma - index < 2:
        return None
    if tokens.low[index + 1] == "who" or not any(at.is_finite(k) for k in range(index + 1, min(index + 3, comma))):
        return None if _is_clause(at, index + 1, comma) else index
    return None


def before_quoted(at: Words, low: int, end: int, level: int) -> int | None:
    """The comma before an apposition whose last words are quoted, up to token `end`: "NAME, a “man of peace,” said that"."""
    tokens, first = at.tokens, end
    while first > low and tokens.quote[first] == tokens.quote[end]:
        first -= 1
    near = range(first, max(low, first - LONGEST_LEAD), -1)
    comma = next((k for k in near if tokens.text[k] == "," and tokens.quote[k] == level), None)
    if comma is None or end - first > LONGEST_QUOTED or tokens.text[end - 1] != "," or not tokens.text[comma - 1][0].isupper():
        return None
    lead = tokens.low[comma + 1] if comma < first else ""
    opens = lead in APPOSITION or lead in NAMING or (not lead and tokens.low[first + 2] == "as")
    return comma if opens and not any(at.is_finite(k) for k in range(comma + 1, end)) else None


def apposition_end(at: Words, comma: int, high: int, level: int) -> int:
    """The end of a source whose apposition may begin after `comma`; `comma` itself where none does."""
    tokens = at.tokens
    if comma + 1 >= high or tokens.quote[comma + 1] != level:
        return comma
    follows = tokens.low[comma + 1]
    closing = next((k for k in range(comma + 2, min(comma + 7, high)) if tokens.text[k] == "," or tokens.text[k] in STOPS), None)
    if closing and all(tokens.text[k][0].isupper() for k in range(comma + 1, closing)):
        return closing  # "the president, NAME, "
    if follows in RELATIVES and any(at.is_cue_verb(k) for k in range(comma + 2, min(comma + 5, high))):
        return comma  # ", who said": an attribution of its own
    if not _opens_apposition(at, follows) and not tokens.text[comma + 1][0].isdigit():
        return comma
    index = comma + 1
    while index < high and tokens.text[index] not in STOPS and tokens.text[index] not in ";:—–" and tokens.quote[index] == level:
        if tokens.text[index] == ",":
            more = index + 1 < high and tokens.low[index + 1] in ("a", "the", "who", "of", "and") and tokens.quote[index + 1] == level
            if not more:
                break
        index += 1
    return index


def _is_clause(at: Words, first: int, last: int) -> bool:
    """Whether what stands between commas is the main clause: "Late on Monday, THE LEADERS RELEASED A PLAN, raised C"."""
    verb = next((k for k in range(first, last) if at.is_finite(k) and at.tags[k] == FINITE_VERB), None)
    return verb is not None and not any(word in RELATIVES or word in SUBORDINATING for word in at.tokens.low[first:verb])


def _opens_apposition(at: Words, word: str) -> bool:
    return word in APPOSITION or word in at.lexicon.terms.title
