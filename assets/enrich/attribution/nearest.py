"""The nearest noun phrase before a token: whose a noun is, who it is that a participle is told of. Subjects of verbs are in `sources`."""

from assets.enrich.attribution.cue_sites import Scene
from assets.enrich.attribution.found import Range
from assets.enrich.attribution.phrases import Words
from assets.enrich.attribution.sources import subject_left
from assets.enrich.words.closed_class import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, is_adverb
from assets.enrich.words.tagging import INFINITIVE, PARTICIPLE_ING, PARTICIPLE_PAST, is_adjective
from assets.enrich.words.wordlist import words

BEFORE_NAMES = PREPOSITIONS | DETERMINERS
PARTIES = words("opposition resistance")  # "the Norwegian opposition" is a party, not what Norway opposes
OWN = words("his her its their")
DROPPED = words(
    "dropped drop drops abandoned abandon abandons reversed reverse softened soften ended end lost withdrew withdraw withdrawn scrapped"
    " renounced gave given"
)
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


def stands_for(scene: Scene, owner: Range, low: int, level: int) -> Range | None:
    """Whom "its" before a noun stands for: OSLO clings to ITS demands. The subject alone has a name; "dropped its demands" holds none."""
    tokens = scene.tokens
    if owner[1] - owner[0] != 1 or tokens.low[owner[0]] not in OWN:
        return None
    subject = subject_left(scene.at, low, owner[0], level)
    if subject is None or subject[1] >= owner[0] or not tokens.text[subject[1] - 1][0].isupper() or tokens.low[subject[0]] in PRONOUNS:
        return None
    others = any(tokens.low[k] in DROPPED or tokens.text[k][0].isupper() for k in range(subject[1], owner[0]))
    return None if others else subject


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
        if at.tags[k] in (PARTICIPLE_ING, PARTICIPLE_PAST, INFINITIVE) and tokens.text[k][0].islower():
            break
        first = k
        if word in DETERMINERS:
            break
    return (first, end) if first < end else None
