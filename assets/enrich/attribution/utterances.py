"""Who speaks in what is the subject of a cue: "interviews with S suggest C", "a statement by S said C". Other subjects: `sources`."""

from assets.enrich.attribution.cue_sites import Scene
from assets.enrich.attribution.found import Range
from assets.enrich.words.closed_class import RELATIVES
from assets.enrich.words.wordlist import words

LINKS = words("by from with")
SHORTEST = 3  # tokens: "statements by S"
FARTHEST_NOUN = 4  # "a short written STATEMENT by S"
FARTHEST_LINK = 6  # tokens: "interviews in Oslo last week WITH S"

BEYOND = RELATIVES | words("to about on")  # "a letter from S TO O", "by S, WHO left"


def who_speaks(scene: Scene, source: Range) -> Range:
    """The people or body whose words a source is, where it tells them by "by", "from" or "with"; else the source itself."""
    tokens, terms = scene.tokens, scene.lexicon.terms.utterance
    if source[1] - source[0] < SHORTEST:
        return source
    noun = next((k for k in range(source[0], min(source[0] + FARTHEST_NOUN, source[1])) if tokens.low[k] in terms), None)
    if noun is None:
        return source
    near = range(noun + 1, min(noun + FARTHEST_LINK, source[1] - 1))
    link = next((k for k in near if tokens.low[k] in LINKS or not tokens.text[k][0].isalnum()), None)
    if link is None or tokens.low[link] not in LINKS:
        return source
    end = next((k for k in range(link + 2, source[1]) if tokens.low[k] in BEYOND), source[1])
    speaker = link + 1, end - (tokens.text[end - 1] == ",")
    named = any(tokens.text[k][0].isupper() for k in range(*speaker))
    return speaker if named or not scene.lexicon.people.isdisjoint(tokens.low[speaker[0] : speaker[1]]) else source
