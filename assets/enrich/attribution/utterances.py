"""Who speaks in what is the subject of a cue: "interviews with S suggest C", "a statement by S said C". Other subjects: `sources`."""

from assets.enrich.attribution.cue_sites import Range, Scene
from assets.enrich.attribution.phrases import PERIODS
from assets.enrich.words.closed_class import RELATIVES, TEMPORAL
from assets.enrich.words.wordlist import words

LINKS = words("by from with")
BETWEEN = TEMPORAL | PERIODS | words("on")  # "interviews LAST WEEK with S"

BEYOND = RELATIVES | words("to about on")  # "a letter from S TO O", "by S, WHO left"


def who_speaks(scene: Scene, source: Range) -> Range:
    """The people or body whose words a source is, where it tells them by "by", "from" or "with"; else the source itself."""
    tokens, terms = scene.tokens, scene.lexicon.terms.utterance
    noun = next((k for k in range(*source) if tokens.low[k] in terms), None)
    link = next((k for k in range(noun + 1, source[1] - 1) if tokens.low[k] in LINKS), None) if noun is not None else None
    if noun is None or link is None or any(tokens.low[k] not in BETWEEN for k in range(noun + 1, link)):
        return source
    end = next((k for k in range(link + 2, source[1]) if tokens.low[k] in BEYOND), source[1])
    speaker = link + 1, end - (tokens.text[end - 1] == ",")
    named = any(tokens.text[k][0].isupper() for k in range(*speaker))
    return speaker if named or not scene.lexicon.people.isdisjoint(tokens.low[speaker[0] : speaker[1]]) else source
