"""What somebody would rather do, or not: "S would rather not C", "S would sooner C than C". Wishes told by a verb are `rules`."""

from assets.enrich.attribution.cue_sites import Scene, between
from assets.enrich.attribution.found import Found
from assets.enrich.attribution.phrases import noun_phrase_end, trimmed
from assets.enrich.attribution.sources import source_left
from assets.enrich.words.closed_class import PRONOUNS, STOPS, is_adverb
from assets.enrich.words.wordlist import words

WOULD = words("would 'd")
COMPARED = words("than be")  # "would rather than", "would sooner be": no wish of its own
MEANT = "prefer"  # the cue that it is


def rather(scene: Scene, low: int, high: int, level: int) -> list[Found]:
    """S would RATHER (not) C; S would SOONER C."""
    found = []
    tokens, cue = scene.tokens, scene.lexicon.lemmas.get(MEANT)
    for index in between(scene.rather, low + 2, high - 2):
        would = index - 1 - (is_adverb(tokens.low[index - 1]) or tokens.low[index - 1] == "much")
        if tokens.low[would] not in WOULD or tokens.quote[would] != level or cue is None:
            continue
        first = index + 1
        verb = first + (tokens.low[first] == "not")
        is_verb = bool(scene.lexicon.forms[tokens.low[verb]]) or tokens.low[verb] in ("have", "do")
        clause = tokens.text[verb][0].isupper() or tokens.low[verb] in PRONOUNS  # "would rather Oslo stayed out"
        if tokens.low[verb] in COMPARED or tokens.text[verb] in STOPS or not (is_verb or clause):
            continue
        source = source_left(scene.at, low, would, level)
        if source:
            content = trimmed(tokens, first, noun_phrase_end(scene.at, verb + 1, high, level))
            found.append(Found("subject-cue-to", cue, (would, index + 1), [content], source))
    return found
