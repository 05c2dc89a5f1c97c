"""Where the content of an attribution begins and ends, to the right of its cue. Which cue takes it is decided by the rules."""

from assets.enrich.attribution.cue_lexicon import PARTICIPLE, PAST, PRESENT
from assets.enrich.attribution.cue_sites import CueSite, Range, Scene
from assets.enrich.attribution.phrases import source_left, trimmed
from assets.enrich.words.closed_class import DETERMINERS, PREPOSITIONS, PRONOUNS, STOPS, TEMPORAL
from assets.enrich.words.tokens import Tokens
from assets.enrich.words.wordlist import words

SUBORDINATORS = words("while although though as if when since whereas after before even because")
FARTHEST = 16  # tokens between cue and content: "told reporters on the sidelines of the summit in Geneva that"
AFTER_QUOTE = words("as when while after in at during on before by because to with")
# Participles that begin a second attribution after a first: ", adding that …".
FOLLOW_UP = words("add stress emphasize emphasise underline underscore warn note say point out insist argue claim tell describe call")


def addressee_end(scene: Scene, index: int, high: int, level: int, *, to: bool) -> int | None:
    """Where the content begins after an addressee or adjunct at token `index`: at "that", "to", a quotation or a subject."""
    tokens = scene.tokens
    for k in range(index, min(index + FARTHEST, high)):
        low = tokens.low[k]
        if tokens.quote[k] != level or low == "that":
            return k
        if tokens.text[k] == ":":
            return k + 1 if k + 1 < high else None
        if tokens.text[k] in STOPS:
            return None
        if tokens.text[k] == ",":
            follows = k + 1
            return follows if follows < high and (tokens.quote[follows] != level or tokens.low[follows] == "that") else None
        if k == index:
            continue
        if to and low == "to":
            follows = k + 1 < high and (tokens.low[k + 1] in DETERMINERS or tokens.text[k + 1][0].isupper())
            return None if follows else k  # "invited X to the capital"
        if low in ("if", "whether", "how", "what", "why", "there") or (low in PRONOUNS and low not in ("who", "one", "you", "it")):
            return k
        if scene.at.is_finite(k):
            return _subject_before(scene, index, k)
    return None


def clause_right(scene: Scene, index: int, high: int, level: int, tag: str = "") -> Range:
    """A content clause that begins at token `index`: to the end of the sentence, or to a second attribution."""
    tokens = scene.tokens
    semicolon = next((k for k in range(index, high) if tokens.text[k] == ";" and tokens.quote[k] == level), high)
    first, last = cut_at_quote(tokens, *trimmed(tokens, index, semicolon))
    for site in scene.sites(first, last, level):
        before = site.first - 1
        if before <= first:
            continue
        if site.tag in (PAST, PRESENT) and site.cue.kind == "speech" and site.cue.takes("quote", "that"):
            rival = _rival_clause(scene, site, first, level)
            if rival is not None:
                return trimmed(tokens, first, rival)
        if site.cue.lemma not in FOLLOW_UP:
            continue
        if site.tag == PARTICIPLE and (tokens.text[before] == "," or (tokens.quote[before] != level and tokens.text[before - 1] == ",")):
            return trimmed(tokens, first, before + (tokens.quote[before] != level))
        if site.tag == tag and site.group > first and tokens.low[site.group - 1] in ("and", "but"):
            return trimmed(tokens, first, site.group - 1)
    return first, last


def _rival_clause(scene: Scene, site: CueSite, first: int, level: int) -> int | None:
    """Where a clause of another speaker begins inside a content: ", while X said"."""
    tokens = scene.tokens
    source = source_left(scene.at, first, site.group, level)
    if source is None or source[0] - 2 <= first:
        return None
    joined = (
        tokens.low[source[0] - 1] in ("while", "but", "and", "though", "although", "whereas", "as") and tokens.text[source[0] - 2] == ","
    )
    return source[0] - 2 if joined else None


def main_clause(scene: Scene, low: int, after: int, high: int, level: int) -> int:
    """Where the main clause begins behind a subordinate one that opens the sentence ("While S says C, …"); else `high`."""
    tokens = scene.tokens
    if tokens.low[low] not in SUBORDINATORS:
        return high
    for k in range(after, high - 2):
        if tokens.text[k] != "," or tokens.quote[k] != level:
            continue
        follows = tokens.low[k + 1]
        begins = follows in PRONOUNS or follows in DETERMINERS or tokens.text[k + 1][0].isupper()
        if begins and any(scene.at.is_finite(j) for j in range(k + 2, min(k + 12, high))):
            return k
    return high


def cut_at_quote(tokens: Tokens, first: int, last: int) -> Range:
    """A content that begins with a quotation ends with it where a comma or an adjunct follows."""
    if first < last and tokens.quote[first]:
        end = first
        while end < last and tokens.quote[end] == tokens.quote[first]:
            end += 1
        if end < last and (tokens.text[end] in ",;—–" or tokens.low[end] in AFTER_QUOTE):
            return first, end
    return first, last


def starts_clause(tokens: Tokens, index: int, high: int) -> bool:
    """Whether an adjunct of time, place or occasion follows the cue, after which its content may come."""
    return index < high and (tokens.low[index] in TEMPORAL or tokens.low[index] in PREPOSITIONS or tokens.text[index] == ",")


def _subject_before(scene: Scene, index: int, verb: int) -> int | None:
    """The start of the noun phrase before a verb, where an adjunct "on Monday" or "in Geneva" stands before it."""
    tokens = scene.tokens
    k = verb - 1
    while k > index and tokens.low[k] not in PREPOSITIONS and tokens.low[k] not in TEMPORAL:
        if tokens.low[k] in ("the", "a", "an", "his", "her", "their", "its"):
            return k
        k -= 1
    return k + 1 if k + 1 < verb else None
