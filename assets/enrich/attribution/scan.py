"""The walk over a sentence that tries the rules of attribution cue by cue. The rules themselves stand in `rules`."""

from assets.enrich.attribution.asides import as_it_goes, as_seen
from assets.enrich.attribution.asked import asked_first, asked_later
from assets.enrich.attribution.called import called
from assets.enrich.attribution.content import main_clause
from assets.enrich.attribution.cue_sites import Scene, between
from assets.enrich.attribution.found import CueSite, Found
from assets.enrich.attribution.in_passing import in_passing
from assets.enrich.attribution.joint import second_place
from assets.enrich.attribution.leading import AS_OPENERS, as_said, content_left
from assets.enrich.attribution.nominal import according_to, nominal, quoted_after_colon, speaker_colon
from assets.enrich.attribution.passive import QUOTING, quoted_as
from assets.enrich.attribution.perspectives import HEADS, perspective, viewed_after
from assets.enrich.attribution.rather import rather
from assets.enrich.attribution.rules import content_right
from assets.enrich.words.closed_class import DETERMINERS, RELATIVES, STOPS
from assets.enrich.words.wordlist import words

WRITERS = "subject-cue-willed"  # who says that another would never accept C judges him; only the writer tells it as his will
TASTES = words("like love enjoy dislike adore")
WISHING = words("would should 'd")  # "would LIKE talks"
PLACED = frozenset({"noun-that", "noun-source", "noun-is", "passive-in"})  # "fears in Oslo and in Bergen that C": one of each
SHORTEST_TOLD = 4  # tokens of "NAME, who wants C"
DEEPEST = 2  # an attribution in an attribution in an attribution is rarely read right


def scan(scene: Scene, low: int, high: int, level: int = 0) -> list[Found]:
    """Attributions of tokens [low, high) at a quotation level, and those inside their contents; parents come first.

    Levels: 0 is the running text, else the number of the quotation whose inside is read.
    """
    return _with_nested(scene, _outermost(scene, low, high, level), level, 0)


def _outermost(
    scene: Scene, low: int, high: int, level: int, subject: tuple[int, int] | None = None, *, is_rest: bool = False
) -> list[Found]:
    """Attributions that lie in no other; `is_rest` where the range only follows one, with its source as `subject`."""
    if high - low < 2 or not scene.may_attribute(low, high):
        return []
    colon = None if is_rest or not scene.colons else speaker_colon(scene, low, high, level)
    if colon:
        return [colon]
    viewed = None if is_rest or scene.tokens.low[low] not in HEADS else perspective(scene, low, high, level)
    if viewed:
        return [viewed]
    asked = None if is_rest or not scene.asked else asked_first(scene, low, high, level)
    if asked:
        return [asked, *_outermost(scene, asked.last, high, level, subject)]
    said = (
        None if is_rest or scene.tokens.low[low] not in AS_OPENERS else as_seen(scene, low, high, level) or as_said(scene, low, high, level)
    )
    if said:
        return [said]
    goes = None if is_rest else as_it_goes(scene, low, high, level)
    if goes:
        return [goes]
    sites = scene.sites(low, high, level)
    for site in sites:
        quotes = quoted_as(scene, site, low, high, level) if site.cue.lemma in QUOTING else None
        found = quotes or (content_left(scene, site, low, high, level) if site.cue.says and not site.particle else None)
        if found:
            before = _outermost(scene, low, found.first, level)
            rest = _outermost(scene, max(found.last, site.last), high, level, found.source or subject, is_rest=True)
            return [*before, found, *rest]
    quoted = None if is_rest or not scene.according else according_to(scene, low, high, level)
    if quoted:
        return [quoted]
    told = _left_to_right(scene, sites, low, high, level, subject)
    if not told and not is_rest:
        places = between(scene.views, low + 2, high) if scene.views else ()
        viewed = next((one for k in places if (one := viewed_after(scene, k, low, high, level))), None)
        viewed = viewed or (quoted_after_colon(scene, low, high, level) if scene.colons else None)
        return [viewed] if viewed else []
    return told


def _left_to_right(scene: Scene, sites: list[CueSite], low: int, high: int, level: int, subject: tuple[int, int] | None) -> list[Found]:
    found: list[Found] = []
    position = low
    main = main_clause(scene, low, low + 1, high, level) if sites else high
    nouns = nominal(scene, low, high, level)
    questions = asked_later(scene, low, high, level) if scene.asked else []
    for site in sites:
        if questions and any(one.first <= site.first < one.last for one in questions):
            continue
        if site.first < position or (nouns and any(one.first >= position and _holds(one, site) for one in nouns)):
            continue
        end = main if site.last <= main else high
        one = content_right(scene, site, low if not found else position, end, level, subject, clause=low, rest=high)
        if one is None:
            continue
        found.append(one)
        position = max([site.last, *[last for _, last in one.content]])
        if one.source and one.rule != "relative-subject-cue" and not _is_told_of(scene, one.source):  # "Oslo, which backs C, wants C"
            subject = one.source
    judged = called(scene, low, high, level) if scene.called else []
    wished = rather(scene, low, high, level) if scene.rather else []
    others = [*questions, *judged, *wished, *nouns, *(in_passing(scene, low, high, level) if scene.loose else ())]
    taken = [(one.first, one.last) for one in found] if others else []
    for one in others:
        first, last = one.first, one.last
        if not any(begin < last and first < end for begin, end in taken):
            found.append(one)
            taken.append((first, last))
    return sorted(found, key=lambda one: one.first) if len(found) > 1 else found


def _is_told_of(scene: Scene, source: tuple[int, int]) -> bool:
    """Whether a source is a pronoun of a relative clause, whose verb the next one does not continue."""
    return scene.tokens.low[source[0]] in RELATIVES or scene.tokens.low[source[0]] == "whose"


def _holds(one: Found, site: CueSite) -> bool:
    """Whether a cue stands in the content of a noun ("the view in X that Y will …"), to be read inside it."""
    if one.rule == "met-with-noun":
        return one.first <= site.first < one.last
    told_before = one.rule == "drew-noun" and one.cue_words[0] > site.first  # "the council voted, to S's relief"
    return (told_before or one.cue_words[1] <= site.first) and any(first <= site.first < last for first, last in one.content)


def _with_nested(scene: Scene, found: list[Found], level: int, depth: int) -> list[Found]:
    out: list[Found] = []
    for one in found:
        out.append(one)
        if one.rule in PLACED and (other := _of_second(scene, one)):
            out.append(other)
        if one.source and one.source[1] - one.source[0] > SHORTEST_TOLD:
            out.extend(_in_source(scene, one, level))
        if depth >= DEEPEST:
            continue
        for first, last in one.content:
            for part_first, part_last, part_level in _parts(scene, first, last, level):
                inner = [
                    one for one in _outermost(scene, part_first, part_last, part_level) if one.rule != WRITERS and not _is_taste(scene, one)
                ]
                for nested in inner:
                    nested.parent = nested.parent or one
                out.extend(_with_nested(scene, inner, part_level, depth + 1))
    return out


def _of_second(scene: Scene, one: Found) -> Found | None:
    """The same of the second of two places: the first keeps what it is told of alone."""
    joint = second_place(scene.at, one.source) if one.source else None
    if joint is None or one.source is None:
        return None
    first, (begin, last) = one.source[0], joint
    one.source = first, begin - 1 - (scene.tokens.low[begin - 1] != "and")
    return Found(one.rule, one.cue, one.cue_words, list(one.content), (begin, last), None, one.cue_rest, one.is_negated, one.parent)


def _is_taste(scene: Scene, one: Found) -> bool:
    """Whether it only tells what somebody is like: "“Velm LIKES quick deals,” said S" is what S holds of him; not "likes the deal"."""
    if one.rule != "subject-cue-object" or one.cue is None or one.cue.lemma not in TASTES:
        return False
    low, first = scene.tokens.low, one.content[0][0]
    general = low[first] not in DETERMINERS and scene.tokens.text[first][0].islower()
    return general and not any(low[k] in WISHING for k in range(*one.cue_words))


def _in_source(scene: Scene, one: Found, level: int) -> list[Found]:
    """What is told of a source besides: "NAME, who WANTS C, said"."""
    assert one.source is not None
    first, last = one.source
    if RELATIVES.isdisjoint(scene.tokens.low[first:last]) or not scene.sites(first, last, level):
        return []
    told = [each for each in _left_to_right(scene, scene.sites(first, last, level), first, last, level, None) if each.antecedent]
    for each in told:
        each.parent = one.parent
    return told


def _parts(scene: Scene, first: int, last: int, level: int) -> list[tuple[int, int, int]]:
    """Sentences of a content, each with the level to read it at: a quotation is read from inside its marks."""
    tokens = scene.tokens
    if first >= last:
        return []
    quote = tokens.quote[first]
    if quote != level and quote:
        closing = last
        while closing > first and (tokens.quote[closing - 1] != quote or not tokens.text[closing - 1][0].isalnum()):
            closing -= 1
        first, last, level = first + 1, closing, quote
    parts, start = [], first
    if not STOPS.isdisjoint(tokens.text[first:last]):
        for index in range(first, last):
            if tokens.text[index] in STOPS and tokens.quote[index] == level:
                parts.append((start, index, level))
                start = index + 1
    return [part for part in [*parts, (start, last, level)] if part[1] - part[0] > 2]
