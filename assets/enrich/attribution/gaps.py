"""Cues whose object stands before them, as a pronoun: "what S wants is C", "C, which S opposes". Objects behind a cue are `objects`."""

from assets.enrich.attribution.cue_sites import Scene
from assets.enrich.attribution.found import CueSite, Range
from assets.enrich.attribution.nearest import phrase_before
from assets.enrich.attribution.phrases import noun_phrase_end, trimmed
from assets.enrich.attribution.sources import source_left
from assets.enrich.words.closed_class import DETERMINERS, PREPOSITIONS, is_adverb
from assets.enrich.words.tagging import PARTICIPLE_ING, is_adjective
from assets.enrich.words.wordlist import words

GAPS = words("what which who that")
TELLERS = words("they he she we")
STANDING_IN = words("which that whom what")
IS = words("is are was were")
# What may follow a cue whose object has gone before it.
AFTER_GAP = IS | words("most least and but or when while if because though although until after before since in on at would will")


def relative_gap(scene: Scene, site: CueSite, source: Range, low: int, high: int, level: int) -> list[Range] | None:
    """C1 S says C2, where C1 is "what", "which" or "who": "what she said is a sham", "what they call “peace”", "what S wants is C"."""
    tokens, before, index = scene.tokens, source[0] - 1, site.last
    if before < low or tokens.low[before] not in GAPS or index >= high:
        return None
    if tokens.low[before] == "what" and site.cue.kind != "speech" and _equates(scene, index, high, level):
        return [trimmed(tokens, index + 1, noun_phrase_end(scene.at, index + 1, high, level))]  # "what S wants is C"
    held = tokens.low[index : index + 2] == ["to", "be"] and tokens.quote[index] == level and site.cue.kind == "thought"
    if held and tokens.low[before] == "what":
        return [trimmed(tokens, index + 2, noun_phrase_end(scene.at, index + 2, high, level))]  # "what S believed to be C"
    verb = tokens.quote[index] == level and scene.at.is_finite(index) and site.cue.takes("clause")
    named = site.cue.lemma == "call" and (tokens.quote[index] != level or tokens.text[index][0].isalpha())
    if not verb and not named:
        return None
    end = noun_phrase_end(scene.at, index + 1 if verb else index, high, level)
    return [trimmed(tokens, index, end)]


def reduced_gap(scene: Scene, site: CueSite, source: Range, high: int, level: int) -> tuple[list[Range], Range] | None:
    """C1 S says C2, without a pronoun between C1 and S: "a step THE MINISTER SAID would help", "a plan CRITICS SAY is a sham"."""
    tokens, index = scene.tokens, site.last
    first, last = source
    if index >= high or not site.cue.takes("clause") or tokens.quote[index] != level or not scene.at.is_finite(index):
        return None
    begin = next((k for k in range(last - 1, first, -1) if tokens.low[k] in DETERMINERS), None)
    if begin is None and (_is_teller(scene, last - 1) or tokens.low[last - 1] in scene.lexicon.people):
        begin = last - 1
    if (
        begin is None
        or not tokens.text[begin - 1][0].islower()
        or tokens.low[begin - 1] in PREPOSITIONS
        or is_adjective(tokens.low[begin - 1])
    ):
        return None
    noun = phrase_before(scene.at, first, begin, level)
    if noun is None or tokens.low[noun[0]] not in DETERMINERS or noun[1] - noun[0] < 2:
        return None
    return [noun, trimmed(tokens, index, noun_phrase_end(scene.at, index + 1, high, level))], (begin, last)


def clause_gap(scene: Scene, site: CueSite, source: Range, clause: int, high: int, level: int) -> tuple[Range, Range] | None:
    """C and S of a remark on a whole clause: "X says C, a CLAIM S denies", "X accuses Y of C, WHICH S denies"."""
    tokens, index, (first, last) = scene.tokens, site.last, source
    if (index < high and tokens.text[index][0].isalnum()) or not site.cue.takes("np", "that") or first - 2 <= clause:
        return None
    named = next((k for k in range(first + 2, last) if is_claim(scene, first, k)), None)
    if named is None and not (tokens.low[first - 1] == "which" and tokens.text[first - 2] == "," and site.cue.speech_act == "denies"):
        return None
    comma = first - 1 if named else first - 2
    if tokens.text[comma] != "," or tokens.quote[comma] != level:
        return None
    told = next((each for each in scene.sites(clause, comma, level) if each.cue.says or each.cue.takes("obj")), None)
    content = trimmed(tokens, told.last + (tokens.low[told.last] == "that") if told else clause, comma)
    return (content, (named or first, last)) if content[1] - content[0] > 2 else None


def is_claim(scene: Scene, first: int, index: int) -> bool:
    """Whether somebody is named at token `index` right behind what has been claimed: "a claim TEHRAN", "an account THE ministry"."""
    tokens = scene.tokens
    if tokens.low[first] not in ("a", "an") or not (
        tokens.low[index - 1] in scene.lexicon.nouns or tokens.low[index - 1] in scene.lexicon.terms.claimed
    ):
        return False
    return tokens.text[index][0].isupper() or tokens.low[index] in DETERMINERS or _is_teller(scene, index)


def _is_teller(scene: Scene, index: int) -> bool:
    return scene.tokens.low[index] in TELLERS or scene.tokens.low[index] in scene.lexicon.terms.teller


def object_gap(scene: Scene, site: CueSite, source: Range, low: int, high: int, level: int) -> Range | None:
    """What the object of the cue is where a pronoun stands for it: "C, which S opposes", "C is what S demands"."""
    tokens, before, index = scene.tokens, source[0] - 1, site.last
    if before - 1 <= low or tokens.low[before] not in STANDING_IN or tokens.quote[before] != level:
        return None
    stranded = index < high and tokens.low[index] in site.cue.prepositions
    if stranded and tokens.low[before] == "whom" and site.cue.takes("obj"):
        return trimmed(tokens, index, noun_phrase_end(scene.at, index + 1, high, level))  # "NAME, whom S accused OF C"
    if not stranded and not site.cue.takes("np", "noun", "present", "modal"):
        return None
    index += stranded
    ends = index >= high or not tokens.text[index][0].isalnum() or tokens.low[index] in AFTER_GAP or is_adverb(tokens.low[index])
    if not ends or (index < high and tokens.quote[index] != level):
        return None
    if tokens.low[before] == "what":
        verb = next((k for k in range(before - 1, max(low, before - 4), -1) if tokens.low[k] in IS), None)
        return source_left(scene.at, low, verb, level) if verb else None
    if tokens.text[before - 1] != ",":
        return phrase_before(scene.at, low, before, level)
    end = before - 1
    found = source_left(scene.at, low, end, level)
    if found and (tokens.low[found[0]] in PREPOSITIONS or is_adverb(tokens.low[found[0]]) or scene.at.is_finite(found[0])):
        found = phrase_before(scene.at, low, end, level)
    return found


def _equates(scene: Scene, index: int, high: int, level: int) -> bool:
    """Whether "is" and a noun phrase, a deed or a clause follow."""
    tokens = scene.tokens
    if tokens.low[index] not in IS or index + 2 > high or tokens.quote[index] != level:
        return False
    follows = tokens.low[index + 1]
    return follows in DETERMINERS or follows in ("to", "that", "for") or scene.at.tags[index + 1] == PARTICIPLE_ING
