"""Attributions told in passing, by what hangs on a noun or another verb: "groups BACKING C", "WARY of C, S left". Clauses are `rules`."""

from collections.abc import Iterator

from assets.enrich.attribution.cue_lexicon import BASE, PARTICIPLE, PAST
from assets.enrich.attribution.cue_sites import LINKING, Scene, between, found_at
from assets.enrich.attribution.found import CueSite, Found, Range
from assets.enrich.attribution.frames import Frame, addressee, described, direct, fitting, infinitive, prepositional, that_clause
from assets.enrich.attribution.nearest import phrase_before
from assets.enrich.attribution.objects import np_object
from assets.enrich.attribution.phrases import CLAUSE_MARKS
from assets.enrich.attribution.sources import source_left, subject_left
from assets.enrich.words.closed_class import AUXILIARIES, BE_FORMS, DETERMINERS, PREPOSITIONS, TEMPORAL, is_adverb, is_negation
from assets.enrich.words.tagging import PARTICIPLE_ING
from assets.enrich.words.wordlist import words

SOME = words("those others some many")
FRAMES: tuple[Frame, ...] = (addressee, direct, that_clause, prepositional, infinitive, described, np_object)
NO_PURPOSE = words("whether how what where when who which way ways time right chance opportunity reason enough due likely expected set if")
STOPS_BEFORE = PREPOSITIONS | DETERMINERS | AUXILIARIES | BE_FORMS | LINKING | words("and or but than as not 's ' while when if")
LINKS = words("despite since until when upon besides")  # "despite BACKING C, S left"
RANKS = words("first last only few")
BEFORE_RANKS = words("the among one of also")  # "was ONE OF THE few states to"
FARTHEST_RANK = 6  # tokens: "the FIRST foreign leader in the region TO"
PLACES = words("in on at")
WROTE = words("wrote written writes writing appealed appeals")
FARTHEST_COMMA = 30  # tokens of what stands before the subject: "Wary of C, S left"


def in_passing(scene: Scene, low: int, high: int, level: int) -> list[Found]:
    """S backing C; Wary of C, S left; S, wary of C, left; S used X to call for C."""
    found = []
    for k in between(scene.loose, low, high):
        site = _site(scene, k, low, high) if scene.tokens.quote[k] == level else None
        if site is None:
            continue
        told = _backing if site.tag == PARTICIPLE else _to_call if site.tag == BASE else _wary
        one = told(scene, site, low, high, level)
        if one:
            found.append(one)
    return found


def _site(scene: Scene, index: int, low: int, high: int) -> CueSite | None:
    """A cue that is no verb of a clause: a participle, an infinitive with "to", an adjective without "be"."""
    low_words, word = scene.tokens.low, scene.tokens.low[index]
    group = index
    while group > low and is_adverb(low_words[group - 1]):
        group -= 1
    before = low_words[group - 1] if group > low else ""
    for form in scene.lexicon.adjectives.get(word, ()):
        last = index + 1 + len(form.rest)
        follows = low_words[last] if last < high else ""
        fits = follows in form.cue.prepositions or (follows in ("to", "that") and form.cue.takes(follows))
        if fits and before not in STOPS_BEFORE and tuple(low_words[index + 1 : last]) == form.rest:
            return scene.made(group, index, last, form.cue, PAST, low, passive=False)
    second = low_words[index + 1] if index + 1 < high else ""
    for form in scene.lexicon.verbs.get(word, ()):
        if form.rest and form.rest[0] != second:
            continue
        last = index + 1 + len(form.rest)
        if last > high or (form.rest and tuple(low_words[index + 1 : last]) != form.rest):
            continue
        if form.tag == PARTICIPLE:
            fits = scene.at.tags[index] == PARTICIPLE_ING and before[:1].isalpha() and (before in LINKS or before not in STOPS_BEFORE)
        else:
            fits = form.tag == BASE and before == "to"
        if fits:
            return scene.made(group, index, last, form.cue, form.tag, low, passive=False)
    return None


def _backing(scene: Scene, site: CueSite, low: int, high: int, level: int) -> Found | None:
    """Groups BACKING C; with NAME CALLING for C; Despite BACKING C, S left."""
    link = site.group - 1
    if scene.tokens.low[link] in LINKS:
        opens = link == low or scene.tokens.low[link - 1] in ("and", "but")
        ahead = _after_comma(scene, site, low, high, level) if opens else None
        source = ahead or subject_left(scene.at, low, link, level)
        return _framed(scene, site, ahead[0] if ahead else high, level, "linked-participle", source, low) if source else None
    source = phrase_before(scene.at, low, site.group, level)
    if source and _is_addressed(scene, source, low):
        source = subject_left(scene.at, low, source[0] - 1, level)
    return _framed(scene, site, high, level, "noun-participle", source, low) if source and _is_somebody(scene, source) else None


def _is_addressed(scene: Scene, source: Range, low: int) -> bool:
    """Whether a phrase is whom a paper goes to, not who speaks in it: "sent a LETTER TO the council ASKING for C"."""
    words_low = scene.tokens.low
    if source[0] - 3 < low or words_low[source[0] - 1] != "to":
        return False
    papers = scene.lexicon.terms.document
    return words_low[source[0] - 2] in papers or words_low[source[0] - 2] in WROTE


def _to_call(scene: Scene, site: CueSite, low: int, high: int, level: int) -> Found | None:
    tokens, begin = scene.tokens, site.group - 1
    terms = scene.lexicon.terms
    if site.cue.lemma.split()[0] in terms.unspoken or tokens.low[begin - 1] in NO_PURPOSE:
        return None
    ranked = _ranked(scene, begin, low, level)
    if ranked:
        return _framed(scene, site, high, level, "to-cue", ranked, low)
    verb = next((k for k in _finite(scene, low, begin, level) if tokens.low[k] not in AUXILIARIES), None)
    if verb is None or tokens.low[verb] not in terms.means or any(is_negation(word) for word in tokens.low[low:verb]):
        return None
    source = subject_left(scene.at, low, verb, level)
    return _framed(scene, site, high, level, "to-cue", source, low) if source else None


def _ranked(scene: Scene, to: int, low: int, level: int) -> Range | None:
    """Who was the FIRST minister, ONE OF THE FEW, among the first, the ONLY state to C."""
    tokens = scene.tokens
    near = range(to - 1, max(low + 1, to - FARTHEST_RANK), -1)
    rank = next((k for k in near if tokens.low[k] in RANKS or not tokens.text[k][0].isalpha()), None)
    if rank is None or tokens.low[rank] not in RANKS:
        return None
    verb = next((k for k in range(rank - 1, max(low, rank - FARTHEST_RANK), -1) if tokens.low[k] in BE_FORMS), None)
    if verb is None or any(tokens.low[k] not in BEFORE_RANKS for k in range(verb + 1, rank)):
        return None
    group = verb - (tokens.low[verb - 1] in AUXILIARIES)
    source = source_left(scene.at, low, group, level)
    return source if source and _is_somebody(scene, source) else None


def _wary(scene: Scene, site: CueSite, low: int, high: int, level: int) -> Found | None:
    tokens = scene.tokens
    if site.group == low:
        source = _after_comma(scene, site, low, high, level)
        return _framed(scene, site, source[0] if source else high, level, "state-opens", source, low) if source else None
    if tokens.text[site.group - 1] == ",":
        source = subject_left(scene.at, low, site.group - 1, level)
    else:
        source = phrase_before(scene.at, low, site.group, level)
        if source and not _is_somebody(scene, source):
            return None
    return _framed(scene, site, high, level, "noun-state", source, low) if source else None


def _after_comma(scene: Scene, site: CueSite, low: int, high: int, level: int) -> Range | None:
    """The subject of the sentence that the cue opens: "Wary of C, S left"."""
    tokens = scene.tokens
    ahead = range(site.last, min(site.last + FARTHEST_COMMA, high - 2))
    comma = next((k for k in ahead if tokens.text[k] == "," and tokens.quote[k] == level), None)
    return subject_left(scene.at, comma + 1, high, level) if comma else None


def _is_somebody(scene: Scene, source: Range) -> bool:
    """Whether a phrase names somebody or ends in a noun for people or a body; "was in Oslo calling for" is another's call."""
    head = source[1] - 1
    tokens = scene.tokens
    if tokens.low[head] in TEMPORAL or (source[0] and tokens.low[source[0] - 1] in PLACES):
        return False
    noun, lexicon = tokens.low[head], scene.lexicon
    return (
        tokens.text[head][0].isupper()
        or noun in lexicon.people
        or noun in lexicon.terms.head
        or noun in lexicon.terms.group
        or noun in SOME
    )


def _framed(scene: Scene, site: CueSite, high: int, level: int, rule: str, source: Range, low: int) -> Found | None:
    for frame in fitting(site.cue, FRAMES):
        found = frame(scene, site, high, level)
        if found and (found[2][1] - found[2][0] > 1 or (rule == "to-cue" and scene.tokens.text[found[2][0]][0].isupper())):
            first, last = found[2]
            if rule.startswith("noun-") and first > source[0] and not any(_finite(scene, low, source[0], level)):
                last = _before_main_verb(scene, first, last, level)
            one = found_at(scene, rule, site, [(first, last)], source, low)
            one.cue_words = (site.group, found[1])
            return one
    return None


def _before_main_verb(scene: Scene, first: int, last: int, level: int) -> int:
    """Where the verb comes of which the source and all that hangs on it is the subject: "groups backing C MET"; else `last`."""
    for k in range(first + 1, last):
        if scene.tokens.low[k] in CLAUSE_MARKS or scene.tokens.low[k] == "that":
            return last
        if scene.tokens.quote[k] == level and scene.at.is_finite(k):
            return k
    return last


def _finite(scene: Scene, low: int, high: int, level: int) -> Iterator[int]:
    return (k for k in range(low, high) if scene.tokens.quote[k] == level and scene.at.is_finite(k))
