"""Asides that tell whose thought, feeling or wish a clause is: "C, S's thinking goes, C", "to S's dismay, C", "C, at S's request"."""

from assets.enrich.attribution.cue_lexicon import Cue
from assets.enrich.attribution.cue_sites import Scene
from assets.enrich.attribution.found import Found, Range
from assets.enrich.attribution.nearest import possessor
from assets.enrich.attribution.phrases import trimmed
from assets.enrich.words.closed_class import DASHES, STOPS
from assets.enrich.words.wordlist import words

SEES = words("see sees saw")
GOES = words("goes go went")
THINKERS = words("in by among within at")
FOLLOWS = GOES | THINKERS | words("seems appears")
FARTHEST_GOES = 7  # tokens: "the thinking in Oslo seems to GO"
OPENERS = words("much and but")  # "MUCH to the dismay of S"
LONGEST_NAME = 10  # tokens
SHORTEST = 3  # tokens of a clause


def as_it_goes(scene: Scene, low: int, high: int, level: int) -> Found | None:
    """C, S's THINKING GOES, C; as the ARGUMENT in S GOES, C; the REASONING among S seems to GO: C."""
    tokens = scene.tokens
    for index, _ in scene.nouns(low, high, level):
        if index + 2 >= high or tokens.low[index + 1] not in FOLLOWS:
            continue
        verb = next((k for k in range(index + 1, min(index + FARTHEST_GOES, high)) if tokens.low[k] in GOES), None)
        if verb is None or verb + 1 >= high or tokens.text[verb + 1] not in (",", ":") or tokens.quote[verb] != level:
            continue
        before = range(index - 1, max(low, index - FARTHEST_GOES) - 1, -1)
        first = next((k for k in before if tokens.text[k] in ",:;" or tokens.text[k] in DASHES), low - 1)
        owner = possessor(scene, index, max(first + 1, low), level)
        if owner is None and tokens.low[index + 1] in THINKERS:
            end = next(k for k in range(index + 2, verb + 1) if k == verb or scene.at.is_finite(k))
            owner = index + 2, end
        content = [part for part in (trimmed(tokens, low, max(first, low)), trimmed(tokens, verb + 1, high)) if part[1] > part[0]]
        if owner and owner[1] > owner[0] and sum(end - begin for begin, end in content) >= SHORTEST:
            return Found("perspective", None, (index, verb + 1), content, owner)
    return None


def as_seen(scene: Scene, low: int, high: int, level: int) -> Found | None:
    """As S SEES IT, C; as far as S IS CONCERNED, C."""
    tokens = scene.tokens
    first = low + (tokens.low[low] in OPENERS)
    comma = next((k for k in range(first + 3, min(first + LONGEST_NAME, high - SHORTEST)) if tokens.text[k] == ","), None)
    if comma is None or tokens.low[first] != "as" or any(tokens.quote[k] != level for k in range(first, comma)):
        return None
    if tokens.low[comma - 1] == "it" and tokens.low[comma - 2] in SEES:
        source, cue = (first + 1, comma - 2), (comma - 2, comma)
    elif tokens.low[first + 1 : first + 3] == ["far", "as"] and tokens.low[comma - 1] == "concerned":
        source, cue = (first + 3, comma - 2), (comma - 2, comma)
    else:
        return None
    return Found("perspective", None, cue, [trimmed(tokens, comma, high)], source) if source[1] > source[0] else None


def taken_so(scene: Scene, index: int, cue: Cue, low: int, high: int, level: int) -> Found | None:
    """To the DISMAY of S, C; C, to S's RELIEF; C at the REQUEST of S."""
    tokens = scene.tokens
    noun = tokens.low[index]
    link = "to" if noun in scene.lexicon.terms.felt else "at" if noun in scene.lexicon.terms.behest else None
    if link is None or tokens.quote[index] != level:
        return None
    begin = next((k for k in range(index - 1, max(low, index - LONGEST_NAME) - 1, -1) if tokens.low[k] == link), None)
    if begin is None or any(not tokens.text[k][0].isalnum() and tokens.low[k] not in ("'s", "'") for k in range(begin, index)):
        return None
    found = _whose(scene, index, begin, high, level)
    if found is None:
        return None
    source, end = found
    begin -= begin > low and tokens.low[begin - 1] in OPENERS
    closes = end >= high or tokens.text[end] == "," or tokens.text[end] in STOPS
    if begin <= low + 1 and (begin == low or tokens.low[low] in OPENERS):
        content = trimmed(tokens, end + 1, high) if end < high and tokens.text[end] == "," else None
    else:
        apart = link == "at" or tokens.text[begin - 1] == ","
        content = trimmed(tokens, low, begin) if apart and closes else None
    if content is None or content[1] - content[0] < SHORTEST or not any(scene.at.is_finite(k) for k in range(*content)):
        return None
    return Found("drew-noun", cue, (begin, index + 1), [content], source)


def _whose(scene: Scene, index: int, begin: int, high: int, level: int) -> tuple[Range, int] | None:
    """Who feels so, and where the aside ends."""
    tokens = scene.tokens
    owner = possessor(scene, index, begin, level)
    if owner and owner[0] > begin:
        return owner, index + 1
    if index + 2 >= high or tokens.low[index + 1] not in ("of", "among", "in"):
        return None
    end = index + 2
    while end < high and tokens.quote[end] == level and (tokens.text[end][0].isalnum() or tokens.low[end] == "'s"):
        if scene.at.is_finite(end) or end - index > LONGEST_NAME:
            return None
        end += 1
    somebody = any(tokens.text[k][0].isupper() or tokens.low[k] in scene.lexicon.people for k in range(index + 2, end))
    return ((index + 2, end), end) if somebody else None
