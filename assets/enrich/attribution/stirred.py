"""What stirs somebody: "C alarmed S", "what worries S is C". The source is the object of the cue; where it is the subject: `rules`."""

from assets.enrich.attribution.cue_lexicon import PARTICIPLE
from assets.enrich.attribution.cue_sites import CueSite, Found, Scene, found_at
from assets.enrich.attribution.phrases import noun_phrase_end, trimmed
from assets.enrich.attribution.sources import source_left, source_right
from assets.enrich.words.closed_class import BE_FORMS, RELATIVES
from assets.enrich.words.wordlist import words

SOME = words("him her them us many some")
FARTHEST_IS = 8  # tokens: "what worries S most IS"


def stirred(scene: Scene, site: CueSite, low: int, high: int, level: int) -> Found | None:
    """C has alarmed S; what worries S is C; C, which angered S."""
    tokens = scene.tokens
    if site.tag == PARTICIPLE or site.last >= high or tokens.quote[site.last] != level:
        return None
    source = source_right(scene.at, site.last, high, level)
    if source is None:
        return None
    head = source[0]
    while head + 1 < source[1] and tokens.text[head + 1] != "," and not scene.at.is_finite(head + 1):
        head += 1
    named = any(tokens.text[k][0].isupper() for k in range(source[0], head + 1))
    first = tokens.low[source[0]]
    if not named and tokens.low[head] not in scene.lexicon.people and first not in scene.lexicon.terms.relation and first not in SOME:
        return None
    if site.group > low and tokens.low[site.group - 1] == "what":
        verb = next((k for k in range(site.last + 1, min(site.last + FARTHEST_IS, high - 1)) if tokens.low[k] in BE_FORMS), None)
        if verb is None:
            return None
        content = trimmed(tokens, verb + 1, noun_phrase_end(scene.at, verb + 1, high, level))
        last = min(source[1], verb)
        last -= tokens.low[last - 1] in ("most", "least")
        return found_at(scene, "cue-object", site, [content], (source[0], last), low) if content[1] > content[0] else None
    subject = source_left(scene.at, low, site.group, level)
    if subject is None or tokens.low[subject[1] - 1] in ("ago", "earlier", "later"):
        return None
    if tokens.low[subject[0]] in RELATIVES:
        subject = source_left(scene.at, low, subject[0] - (tokens.text[subject[0] - 1] == ","), level) or subject
    return found_at(scene, "cue-object", site, [subject], source, low)
