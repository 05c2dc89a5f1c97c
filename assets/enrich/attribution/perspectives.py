"""Whose view a sentence tells by its frame: "in S's view, C", "C was met with relief in S", "C is a priority for S". Cues are elsewhere."""

from assets.enrich.attribution.cue_lexicon import VIEWS, Cue
from assets.enrich.attribution.cue_sites import Found, Range, Scene
from assets.enrich.attribution.phrases import trimmed
from assets.enrich.attribution.sources import source_left, source_right
from assets.enrich.words.closed_class import BE_FORMS, DETERMINERS, PREPOSITIONS, is_adverb
from assets.enrich.words.wordlist import words

SEEN = words("seen viewed judged regarded considered")
OPENERS = SEEN | words("in from to")
MET = words("met greeted received viewed seen regarded watched followed treated welcomed awaited")
HELPERS = BE_FORMS | words("has have had")
HOLDERS = words("in by among from across within")
AIMS = words("priority priorities goal goals aim aims objective objectives")
LONGEST_VIEW = 14  # tokens of "in the eyes of …"
NEAR_NOUN = 4  # tokens: "met with cautious but growing optimism", "a top foreign policy priority"


def perspective(scene: Scene, low: int, high: int, level: int) -> Found | None:
    """In S's view, C; from the perspective of S, C; seen from S, C."""
    tokens = scene.tokens
    first = low + (tokens.low[low] in ("but", "and", "yet", "still"))
    if first >= high or tokens.low[first] not in OPENERS:
        return None
    comma = next((k for k in range(first + 2, min(first + LONGEST_VIEW, high)) if tokens.text[k] == ","), None)
    if comma is None or comma + 3 >= high or any(tokens.quote[k] != level for k in range(first, comma)):
        return None
    found = _seen_from(scene, first, comma) if tokens.low[first] in SEEN else _in_view_of(scene, first, comma)
    if found is None:
        return None
    cue, source = found
    content = trimmed(tokens, comma, high)
    return Found("perspective", None, cue, [content], source) if content[1] - content[0] > 2 else None


def _seen_from(scene: Scene, first: int, comma: int) -> tuple[Range, Range] | None:
    """SEEN FROM Oslo, …; VIEWED BY ministers, …: of places only those with a name."""
    tokens = scene.tokens
    link = tokens.low[first + 1]
    named = link == "from" and tokens.text[first + 2][0].isupper()
    return ((first, first + 2), (first + 2, comma)) if (named or link == "by") and comma > first + 2 else None


def _in_view_of(scene: Scene, first: int, comma: int) -> tuple[Range, Range] | None:
    tokens = scene.tokens
    noun = next((k for k in range(first + 1, comma) if tokens.low[k] in VIEWS), None)
    if noun is None:
        return None
    if noun == comma - 1 and tokens.low[noun - 1] in ("'s", "'"):
        return (noun, noun + 1), (first + 1, noun - 1)
    if noun == comma - 1 and noun == first + 2 and tokens.low[first + 1] in ("his", "her", "their", "its", "my", "our"):
        return (noun, noun + 1), (first + 1, noun)
    if tokens.low[noun + 1] == "of" and noun <= first + 2 and comma > noun + 2:
        return (noun, noun + 2), (noun + 2, comma)
    return None


def met_with(scene: Scene, index: int, cue: Cue, low: int, high: int, level: int) -> Found | None:
    """C was met with OPTIMISM in S; C has been greeted with some SCEPTICISM by S."""
    tokens = scene.tokens
    link = next((k for k in range(index - 1, max(low + 2, index - NEAR_NOUN) - 1, -1) if tokens.low[k] == "with"), None)
    if link is None or tokens.low[link - 1] not in MET or index + 2 > high - 1 or tokens.low[index + 1] not in HOLDERS:
        return None
    group = link - 1
    while group > low and (tokens.low[group - 1] in HELPERS or is_adverb(tokens.low[group - 1])):
        group -= 1
    source = _holder(scene, index + 2, high, level)
    subject = source_left(scene.at, low, group, level) if group < link - 1 else None
    if source is None or subject is None:
        return None
    return Found("met-with-noun", cue, (group, index + 1), [subject], source)


def aim_of(scene: Scene, index: int, cue: Cue, low: int, high: int, level: int) -> Found | None:
    """C is a top PRIORITY for S; C are the AIMS of S."""
    tokens = scene.tokens
    if tokens.low[index] not in AIMS or index + 2 >= high or tokens.low[index + 1] not in ("for", "of"):
        return None
    verb = next((k for k in range(index - 1, max(low, index - NEAR_NOUN - 1) - 1, -1) if tokens.low[k] in BE_FORMS), None)
    between = tokens.low[verb + 1 : index] if verb else []
    if verb is None or verb - low < 1 or any(word in PREPOSITIONS for word in between):
        return None
    source = _holder(scene, index + 2, high, level)
    content = trimmed(tokens, low, verb)
    if source is None or content[1] <= content[0] or any(tokens.quote[k] == level and scene.at.is_finite(k) for k in range(*content)):
        return None
    return Found("aim-noun", cue, (verb, index + 1), [content], source)


def fronted(scene: Scene, low: int, high: int, level: int) -> Range | None:
    """To whom it seems so: "FOR S, C seems C", in the tokens before the subject."""
    tokens = scene.tokens
    first = low + (tokens.low[low] in ("but", "and", "yet", "still"))
    if first + 2 >= high or tokens.low[first] not in ("for", "to") or tokens.text[high - 1] != "," or tokens.quote[first] != level:
        return None
    named = tokens.text[first + 1][0].isupper() or (tokens.low[first + 1] == "the" and tokens.text[first + 2][0].isupper())
    return (first + 1, high - 1) if named and high - 1 - first <= NEAR_NOUN + 2 else None


def _holder(scene: Scene, index: int, high: int, level: int) -> Range | None:
    """Who holds a view: a name, or people and bodies with an article; "for the summit" is none that `sources` would know better."""
    tokens = scene.tokens
    begins = tokens.text[index][0].isupper() or tokens.low[index] in DETERMINERS or tokens.low[index - 1] in ("by", "among")
    return source_right(scene.at, index, high, level) if begins else None
