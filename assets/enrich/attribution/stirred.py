"""What stirs somebody: "C alarmed S", "C is unacceptable to S". The source is the object of the cue; where it is the subject: `rules`."""

from assets.enrich.attribution.content import clause_right
from assets.enrich.attribution.cue_lexicon import PARTICIPLE
from assets.enrich.attribution.cue_sites import Scene, found_at
from assets.enrich.attribution.found import CueSite, Found, Range
from assets.enrich.attribution.phrases import noun_phrase_end, trimmed
from assets.enrich.attribution.sources import source_left, source_right
from assets.enrich.words.closed_class import BE_FORMS, RELATIVES
from assets.enrich.words.wordlist import words

SOME = words("him her them us many some")
DEGREES = words("most least more")
LINKS = words("to for")
# Of verbs: "C matters TO S", "C went down badly WITH S".
WITH = words("with in among")
LINKED = {"matter": LINKS} | dict.fromkeys(
    ("go down well", "go down badly", "go down poorly", "sit well", "sit badly", "sit uneasily"), WITH
)
UNLINKED: frozenset[str] = frozenset()
CLAUSES = words("that when how whether if who why")
FARTHEST_IS = 8  # tokens: "what worries S most IS"


def stirred(scene: Scene, site: CueSite, low: int, high: int, level: int) -> Found | None:
    """C has alarmed S; what worries S is C; C, which angered S; C is a red line for S; what is unacceptable to S is C."""
    tokens = scene.tokens
    if site.tag == PARTICIPLE or site.last >= high or tokens.quote[site.last] != level:
        return None
    index = site.last + (tokens.low[site.last] in DEGREES)
    links = LINKS if site.cue.lemma.startswith("be ") else LINKED.get(site.cue.lemma, UNLINKED)
    linked = tokens.low[index] in links
    if linked != bool(links):
        return None
    source = source_right(scene.at, index + linked, high, level)
    if source is None:
        return None
    head = source[0]
    while head + 1 < source[1] and tokens.text[head + 1] != "," and not scene.at.is_finite(head + 1):
        head += 1
    named = any(tokens.text[k][0].isupper() for k in range(head if linked else source[0], head + 1))
    first = tokens.low[source[0]]
    if not named and tokens.low[head] not in scene.lexicon.people and first not in scene.lexicon.terms.relation and first not in SOME:
        return None
    if site.group > low and tokens.low[site.group - 1] == "what":
        return _cleft(scene, site, source, low, high, level)
    subject = source_left(scene.at, low, site.group, level)
    if subject is None or tokens.low[subject[1] - 1] in ("ago", "earlier", "later"):
        return None
    if tokens.low[subject[0]] in RELATIVES:
        meant = source_left(scene.at, low, subject[0] - (tokens.text[subject[0] - 1] == ","), level)
        if linked and meant is None:
            return None  # "something that matters to Oslo"
        subject = meant or subject
    if linked and tokens.low[subject[0] : subject[1]] == ["it"]:
        return None  # "it is acceptable to Oslo that C" tells C later
    if linked and site.last - site.first == 1 and tokens.low[site.first].endswith("ing") and tokens.text[subject[1] - 1][0].isupper():
        return None  # "Norland is appealing to Oslo" is the verb
    return found_at(scene, "cue-object", site, [subject], source, low)


def _cleft(scene: Scene, site: CueSite, source: Range, low: int, high: int, level: int) -> Found | None:
    """What worries S most IS C; what is unacceptable to S IS that C."""
    tokens = scene.tokens
    verb = next((k for k in range(source[0] + 1, min(site.last + FARTHEST_IS, high - 1)) if tokens.low[k] in BE_FORMS), None)
    if verb is None:
        return None
    clause = tokens.low[verb + 1] in CLAUSES
    content = (
        clause_right(scene, verb + 1, high, level)
        if clause
        else trimmed(tokens, verb + 1, noun_phrase_end(scene.at, verb + 1, high, level))
    )
    last = min(source[1], verb)
    last -= tokens.low[last - 1] in ("most", "least")
    return found_at(scene, "cue-object", site, [content], (source[0], last), low) if content[1] > content[0] else None
