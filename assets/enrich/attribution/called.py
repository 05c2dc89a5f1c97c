"""What somebody is held to be, or made: "S holds C responsible", "S has made C a condition". Other objects are in `objects`."""

from assets.enrich.attribution.cue_lexicon import CALLED
from assets.enrich.attribution.cue_sites import Scene, between
from assets.enrich.attribution.found import Found
from assets.enrich.attribution.phrases import noun_phrase_end, trimmed
from assets.enrich.attribution.sources import source_left
from assets.enrich.words.closed_class import AUXILIARIES, DETERMINERS, is_adverb, is_negation
from assets.enrich.words.wordlist import words

VERBS = {
    "hold responsible": words("hold holds held holding"),
    "make a condition": words("make makes made making"),
    "make a priority": words("make makes made making"),
}
FARTHEST_VERB = 14  # tokens: "has MADE the return of the bodies and of the fleet a condition"


def called(scene: Scene, low: int, high: int, level: int) -> list[Found]:
    """S holds C responsible for C; S has made C a condition for C."""
    return [one for k in between(scene.called, low + 3, high) if (one := _called(scene, k, low, high, level))]


def _called(scene: Scene, index: int, low: int, high: int, level: int) -> Found | None:
    tokens = scene.tokens
    lemma = CALLED[tokens.low[index]]
    needs_article = lemma.startswith("make")
    if needs_article and not DETERMINERS.intersection(tokens.low[index - 2 : index]):
        return None
    ahead = range(index - 1 - needs_article, max(low, index - FARTHEST_VERB), -1)
    verb = next((k for k in ahead if tokens.low[k] in VERBS[lemma] or (not tokens.text[k][0].isalnum() and tokens.low[k] != "'s")), None)
    if verb is None or tokens.low[verb] not in VERBS[lemma] or verb + 1 >= index or tokens.quote[verb] != level:
        return None
    group = verb
    while group > low and (tokens.low[group - 1] in AUXILIARIES or is_adverb(tokens.low[group - 1]) or is_negation(tokens.low[group - 1])):
        group -= 1
    if "be" in tokens.low[group:verb] or "been" in tokens.low[group:verb]:
        return None
    source = source_left(scene.at, low, group, level)
    if source is None:
        return None
    content = trimmed(tokens, verb + 1, noun_phrase_end(scene.at, index, high, level))
    negated = any(map(is_negation, tokens.low[group:verb]))
    return Found("subject-cue-judged", scene.lexicon.lemmas.get(lemma), (group, verb + 1), [content], source, is_negated=negated)
