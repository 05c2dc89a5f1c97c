"""Whose a quotation is that no words claim: of him whom the sentence before it is about. Cues and carried-on quotations are elsewhere."""

from assets.enrich.attribution.cue_sites import Scene
from assets.enrich.attribution.found import Found
from assets.enrich.attribution.sources import subject_left
from assets.enrich.words.passages import Passage

RULE = "sentence-quote"
HE = frozenset({"he", "she"})


def about(scene: Scene, passage: Passage) -> Found | None:
    """S did not hide her anger. “C”: the attribution by a sentence that quotes nothing itself, its content yet to come."""
    tokens = scene.tokens
    if passage.is_title or any(tokens.quote[passage.first : passage.last]):
        return None
    scene.tag(passage.first, passage.last)
    source = subject_left(scene.at, passage.first, passage.last, 0)
    if source is None:
        return None
    verb = next((k for k in range(source[1], passage.last) if scene.at.is_finite(k)), None)
    first, head = source[0], next((k for k in range(*source) if tokens.text[k] == ","), source[1]) - 1
    somebody = tokens.low[first] in HE or tokens.text[head][0].isupper() or tokens.low[head] in scene.lexicon.people
    if verb is None or not somebody or tokens.low[head] == "it":
        return None
    return Found(RULE, None, (verb, verb + 1), [], source)
