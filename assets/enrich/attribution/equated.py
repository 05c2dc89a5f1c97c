"""What somebody's aim, fear or demand is said to be: "S's aim is C", "the fear in S is that C". What follows its noun is `nominal`."""

from assets.enrich.attribution.content import clause_right
from assets.enrich.attribution.cue_lexicon import Cue
from assets.enrich.attribution.cue_sites import Scene
from assets.enrich.attribution.found import Found, Range
from assets.enrich.attribution.nearest import modifier, possessor
from assets.enrich.attribution.phrases import noun_phrase_end, trimmed
from assets.enrich.words.closed_class import BE_FORMS, DETERMINERS, PREPOSITIONS, is_adverb, is_negation
from assets.enrich.words.tagging import PARTICIPLE_ING, is_adjective
from assets.enrich.words.wordlist import words

IS = words("is are was were remain remains remained 's isn't aren't wasn't weren't")
INCLUDE = words("include includes included")
EQUATING = IS | INCLUDE
HOLDERS = words("of for in among from within across at")
LINKS = IS | INCLUDE | HOLDERS | PREPOSITIONS | words("here ,")
NOUN_ENDINGS = ("tion", "sion", "ment", "ity", "ness", "ism", "ship", "ance", "ence", "cy", "s", "trade")
ADJECTIVE_ENDINGS = ("ous", "ss", "less")
MARKS = frozenset({":", "—", "–", "--"})
FARTHEST_VERB = 12  # tokens: "the fear among officials in Oslo and elsewhere IS"
FARTHEST_MARK = 5  # "their demands were simple and few:"


def equated(scene: Scene, index: int, cue: Cue, low: int, high: int, level: int) -> Found | None:
    """S's AIM is to C; the FEAR in S is that C; S's DEMANDS include C; their CONDITIONS were simple: C; among S's DEMANDS is C."""
    tokens = scene.tokens
    if index + 3 > high or tokens.low[index + 1] not in LINKS:
        return None
    if EQUATING.isdisjoint(tokens.low[index + 1 : min(index + FARTHEST_VERB, high - 1)]):
        return None  # as of most nouns
    verb = _verb(scene, index + 1, min(index + FARTHEST_VERB, high - 1), level)
    if verb is None:
        return None
    if verb > index + 1 and cue.takes(tokens.low[index + 1]) and tokens.low[index + 1] not in HOLDERS:
        return None  # "its plan to sell the port is"
    content = _complement(scene, verb, cue, high, level)
    if content is None or (content[1] - content[0] < 2 and not _is_noun(scene, content[0], high)):
        return None
    told = verb > index + 1 and tokens.low[index + 1] in cue.prepositions | (cue.frames & {"for"})
    if told and tokens.low[content[0]] not in ("that", "to") and tokens.text[content[0] - 1] not in MARKS:
        return None  # "its demand for a truce was a mistake"
    source = possessor(scene, index, low, level) or modifier(scene, index, low, level)
    rest = None
    if source is None and verb > index + 2 and tokens.low[index + 1] in HOLDERS and tokens.text[verb - 1] != ",":
        source, rest = trimmed(tokens, index + 2, verb), (verb, verb + 1)
        before = tokens.low[index + 2]
        if tokens.low[index + 1] == "of" and cue.takes("of") and not (before in DETERMINERS or tokens.text[index + 2][0].isupper()):
            source = None  # "the idea of peace is that"
    if source is None or source[1] <= source[0]:
        return None
    negated = is_negation(tokens.low[verb]) or is_negation(tokens.low[verb + 1])
    cue_words = (index, index + 1 if rest else verb + 1)
    is_clause = tokens.low[content[0]] == "that" or tokens.quote[content[0]] != level or tokens.text[content[0] - 1] in MARKS
    return Found("noun-is" if is_clause else "noun-is-object", cue, cue_words, [content], source, cue_rest=rest, is_negated=negated)


def _verb(scene: Scene, first: int, last: int, level: int) -> int | None:
    """The verb that equates, with nothing before it but whose the noun is, and what it is about."""
    tokens = scene.tokens
    if tokens.text[first] == ",":  # "S's position, restated in May, is that"
        closing = next((k for k in range(first + 2, min(first + FARTHEST_VERB, last)) if tokens.text[k] == ","), None)
        return closing + 1 if closing and tokens.low[closing + 1] in IS and tokens.quote[closing + 1] == level else None
    for k in range(first, last):
        if tokens.quote[k] != level or (not tokens.text[k][0].isalnum() and tokens.low[k] not in ("'s", "'")):
            return None
        if tokens.low[k] in EQUATING and (tokens.low[k] != "'s" or k == first):
            return k
        if scene.at.is_finite(k) or tokens.low[k] == "that":
            return None
    return None


def _complement(scene: Scene, verb: int, cue: Cue, high: int, level: int) -> Range | None:
    """What the noun is said to be, behind its verb."""
    tokens, first = scene.tokens, verb + 1
    while first + 1 < high and (is_adverb(tokens.low[first]) or is_negation(tokens.low[first])):
        first += 1
    word = tokens.low[first]
    if tokens.low[verb] in INCLUDE:
        return _noun_phrase(scene, first, high, level) if cue.takes("np") else None
    if word == "that" and tokens.quote[first] == level and cue.takes("that", "np"):
        return clause_right(scene, first, high, level)
    if tokens.quote[first] != level and cue.takes("np"):
        return trimmed(tokens, first, noun_phrase_end(scene.at, first, high, level))
    if word == "to" and cue.takes("to", "np") and first + 1 < high and tokens.low[first + 1] not in DETERMINERS:
        return trimmed(tokens, first, noun_phrase_end(scene.at, first + 1, high, level))
    mark = next((k for k in range(first, min(first + FARTHEST_MARK, high - 2)) if tokens.text[k] in MARKS), None)
    fits = cue.takes("np") or (mark is not None and tokens.text[mark] == ":")
    if (
        mark is not None
        and fits
        and tokens.quote[mark] == level
        and not any(scene.at.is_finite(k) or tokens.low[k] in DETERMINERS for k in range(first, mark))
    ):
        return trimmed(tokens, mark + 1, high)
    opens = word in DETERMINERS or scene.at.tags[first] == PARTICIPLE_ING or _is_noun(scene, first, high)
    return _noun_phrase(scene, first, high, level) if opens and cue.takes("np") and word not in BE_FORMS else None


def _is_noun(scene: Scene, index: int, high: int) -> bool:
    """Whether a bare noun ends the clause or goes on with a preposition: "Oslo's worry is GAS", "its aim is REUNION with the south"."""
    word = scene.tokens.low[index]
    if not word.endswith(NOUN_ENDINGS) or word.endswith(ADJECTIVE_ENDINGS) or is_adjective(word) or is_adverb(word):
        return False
    follows = scene.tokens.low[index + 1] if index + 1 < high else "."
    return scene.tokens.text[index][0].islower() and (not follows[0].isalnum() or follows in PREPOSITIONS or follows == "and")


def _noun_phrase(scene: Scene, first: int, high: int, level: int) -> Range:
    return trimmed(scene.tokens, first, noun_phrase_end(scene.at, first, high, level))
