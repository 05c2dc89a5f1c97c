"""The nearest noun phrase before a token: whose a noun is, who it is that a participle is told of. Subjects of verbs are in `sources`."""

from assets.enrich.attribution.cue_sites import Range, Scene
from assets.enrich.attribution.phrases import Words
from assets.enrich.words.closed_class import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, is_adverb
from assets.enrich.words.tagging import PARTICIPLE_ING, PARTICIPLE_PAST, is_adjective
from assets.enrich.words.wordlist import words

BEFORE_NAMES = PREPOSITIONS | DETERMINERS
PARTIES = words("opposition resistance")  # "the Norwegian opposition" is a party, not what Norway opposes
FARTHEST_OWNER = 4  # tokens: "Norway's long and bitter CAMPAIGN"


def possessor(scene: Scene, index: int, low: int, level: int) -> Range | None:
    """S's CALL; its CALL: whose the noun at `index` is."""
    tokens = scene.tokens
    k = index - 1
    while k >= low and index - k < FARTHEST_OWNER and tokens.text[k][0].islower() and tokens.low[k] not in BEFORE_NAMES:
        k -= 1
    if k < low or tokens.quote[k] != level:
        return None
    if tokens.low[k] in ("his", "her", "their", "its", "my", "our"):
        return k, k + 1
    return phrase_before(scene.at, low, k, level) if tokens.low[k] in ("'s", "'") and k > low else None


def modifier(scene: Scene, index: int, low: int, level: int) -> Range | None:
    """NORWEGIAN (tacit) SUPPORT; a US-NORWEGIAN PROPOSAL."""
    tokens = scene.tokens
    k = index - 1
    if tokens.low[index] in PARTIES:
        return None
    if k > low and tokens.text[k][0].islower() and is_adjective(tokens.low[k]):
        k -= 1
    stated = k >= low and tokens.quote[k] == level and tokens.text[k][0].isupper() and scene.is_state(k)
    return (k, k + 1) if stated else None


def phrase_before(at: Words, low: int, end: int, level: int) -> tuple[int, int] | None:
    """The noun phrase that ends before token `end`, without what it hangs on: of "responded to Ada Holt ('s call)", "Ada Holt"."""
    tokens = at.tokens
    first = end
    while first > low and tokens.quote[first - 1] == level and tokens.text[first - 1][0].isalnum():
        k = first - 1
        word = tokens.low[k]
        names = k > low and first < end and tokens.text[first][0].isupper() and tokens.text[k - 1][0].isupper()
        if (word == "of" and k > low and tokens.low[k - 1] in at.lexicon.terms.head) or (word == "and" and names):
            first = k
            continue
        if word in PREPOSITIONS or word in CONJUNCTIONS or is_adverb(word) or at.is_finite(k):
            break
        if at.tags[k] in (PARTICIPLE_ING, PARTICIPLE_PAST) and tokens.text[k][0].islower():
            break
        first = k
        if word in DETERMINERS:
            break
    return (first, end) if first < end else None
