"""Questions put to a speaker, told by a participle: "Asked whether C, X said", "when asked about C". Who answers is read by other rules."""

from assets.enrich.attribution.cue_lexicon import ASKED
from assets.enrich.attribution.cue_sites import Scene, between
from assets.enrich.attribution.found import Found
from assets.enrich.attribution.phrases import noun_phrase_end, trimmed
from assets.enrich.attribution.sources import source_right
from assets.enrich.words.closed_class import AUXILIARIES, DETERMINERS, PRONOUNS, WH_WORDS
from assets.enrich.words.wordlist import words

OPENERS = words("and but when while if after being then yet")
WHOM = WH_WORDS | words("which about to")
CLOSERS = (",", ";", "—", "–", "--")


def asked_first(scene: Scene, low: int, high: int, level: int) -> Found | None:
    """A question that opens the sentence; what is said to it begins at its comma."""
    if not between(scene.asked, low, high):
        return None
    index = low
    while index < high and scene.tokens.low[index] in OPENERS:
        index += 1
    return _question(scene, index, low, high, level) if index < high else None


def asked_later(scene: Scene, low: int, high: int, level: int) -> list[Found]:
    """Questions within the sentence: "when asked whether C", "S, asked about C, said"."""
    low_words = scene.tokens.low
    places = [k for k in between(scene.asked, low + 2, high) if low_words[k - 1] in ("when", "if", "being", ",")]
    return [one for k in places if (one := _question(scene, k, low, high, level))]


def _question(scene: Scene, index: int, low: int, high: int, level: int) -> Found | None:
    tokens = scene.tokens
    if tokens.low[index] not in ASKED or tokens.quote[index] != level:
        return None
    cue = scene.lexicon.lemmas.get("ask")
    first, source = index + 1, None
    if first < high and tokens.low[first] == "by":
        source = source_right(scene.at, first + 1, high, level)
        first = source[1] if source else first
    while first < high and first < index + 12 and tokens.low[first] not in WHOM and tokens.text[first] not in (",", "."):
        first += 1
    if first >= high or tokens.quote[first] != level or tokens.low[first] not in WHOM:
        return None
    content = trimmed(tokens, first, _end(scene, first, high, level))
    if content[1] - content[0] < 2:
        return None
    return Found("asked", cue, (index, index + 1), [content], source)


def _end(scene: Scene, first: int, high: int, level: int) -> int:
    """The comma before the answer: behind it a subject, and a verb, come."""
    tokens = scene.tokens
    if tokens.low[first] in ("about", "to"):
        return noun_phrase_end(scene.at, first + 1, high, level)
    for k in range(first + 2, high - 2):
        if tokens.text[k] in CLOSERS and tokens.quote[k] == level and _begins_answer(scene, k + 1, high, level):
            return k
    return high


def _begins_answer(scene: Scene, index: int, high: int, level: int) -> bool:
    tokens = scene.tokens
    if tokens.quote[index] != level:
        return True
    if scene.at.is_cue_verb(index):
        return True  # "S, asked whether C, SAID"
    opens = (
        tokens.low[index] in PRONOUNS
        or tokens.low[index] in DETERMINERS
        or tokens.text[index][0].isupper()
        or tokens.text[index][0].isdigit()
    )
    return opens and any(scene.at.is_finite(k) or tokens.low[k] in AUXILIARIES for k in range(index + 1, min(index + 14, high)))
