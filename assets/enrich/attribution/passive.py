"""Cues in the passive: "C was condemned by S", "C is believed to C", "S was quoted as saying C". Active ones are `rules`."""

from assets.enrich.attribution.content import clause_right
from assets.enrich.attribution.cue_lexicon import PARTICIPLE, Cue
from assets.enrich.attribution.cue_sites import Scene, found_at
from assets.enrich.attribution.found import CueSite, Found, Range
from assets.enrich.attribution.frames import Frame, addressee, bare_clause, direct, fitting, that_clause
from assets.enrich.attribution.phrases import PERIODS, noun_phrase_end, trimmed
from assets.enrich.attribution.sources import source_left, source_right, subject_left
from assets.enrich.words.closed_class import CONJUNCTIONS, DAYS, MONTHS, PREPOSITIONS, STOPS, WH_WORDS, is_adverb
from assets.enrich.words.tagging import PARTICIPLE_PAST
from assets.enrich.words.wordlist import words

QUOTING = frozenset({"quote", "cite"})
PASSIVE_LINKS = words("to as for of with about over on against in")
AROUND = words("in across among within throughout around")  # of those who see it so
LONGEST_PLACE = 4
FARTHEST_AS = 10  # tokens: "is seen IN many capitals of the bloc AS C"
SEEN_BE = words("be have")  # "is perceived in Oslo TO BE C"
AGENTLESS = words("as for of over on")  # "was blamed FOR the raid by S"
WHEN = DAYS | PERIODS | words("last this earlier yesterday today late early")  # "was backed LAST WEEK by S"
MANY = words("many some most others critics both")
DEEDS = frozenset({"doc", "modal", "refused", "judged", "called", "stirs"})  # what only a document says, or a will makes a position
QUOTED_FRAMES: tuple[Frame, ...] = (addressee, direct, that_clause, bare_clause)


def passive(scene: Scene, site: CueSite, low: int, high: int, level: int, clause: int) -> Found | None:
    """C was condemned by S (for C); it was reported that C; C is believed to C; C was accused of C: the last three name no source."""
    tokens, cue = scene.tokens, site.cue
    if cue.frames <= DEEDS:
        return None  # "the proof is contained in a letter" says nothing
    index = site.last
    subject = source_left(scene.at, low, site.group, level)
    if subject is None and tokens.text[site.group - 1] == ",":
        subject = subject_left(scene.at, clause, site.group, level)  # "C, which backs C, is seen as C"
    if subject is None:
        return None
    if subject[0] - 2 >= low and tokens.low[subject[0] - 1] == "that" and tokens.low[subject[0] - 2] in scene.lexicon.nouns:
        first = subject[0] - 2  # "demands that C were rejected by S"
        while first > low and tokens.text[first - 1][0].isalnum() and not scene.at.is_finite(first - 1):
            first -= 1
        subject = first, subject[1]
    is_it = tokens.low[subject[0]] == "it" and subject[1] - subject[0] == 1
    index = _past_manner(scene, index, high)
    word = tokens.low[index] if index < high and tokens.quote[index] == level else ""
    if word == "by" and not is_it:
        source = _without_charge(scene, source_right(scene.at, index + 1, high, level), cue)
        if source and cue.takes("np", "as", "obj", "for", "quote"):
            content = [subject, *_passive_rest(scene, source[1], high, level)]
            return found_at(scene, "passive-by", site, content, source, low)
    if word in AROUND and cue.stance is not None and cue.takes("np") and not is_it:
        where = _place(scene, index + 1, high, level)
        if where:
            return found_at(scene, "passive-in", site, [subject], where, low)
    if word in AROUND and not is_it:
        seen = _seen_in(scene, index, high, level, cue)
        if seen:
            if tokens.low[subject[0]] == "which" and tokens.text[subject[0] - 1] == ",":  # "the port, which is seen in Oslo as C"
                subject = source_left(scene.at, low, subject[0] - 1, level) or subject
            return found_at(scene, "passive-in", site, [subject, seen[1]], seen[0], low)
    if word == "that" or (word in WH_WORDS and is_it):
        if cue.takes("that", "wh") and not cue.takes("obj"):
            return found_at(scene, "passive-that", site, [clause_right(scene, index, high, level)], None, low)
        return None
    if cue.kind != "speech" and cue.lemma not in scene.lexicon.terms.held:
        return None
    rest = _passive_rest(scene, index, high, level)
    if not rest and cue.takes("as") and word and word not in PREPOSITIONS and word not in CONJUNCTIONS and word[0].isalpha():
        end = noun_phrase_end(scene.at, index, high, level)
        colon = next((k for k in range(index + 1, end) if tokens.text[k] == ":" and tokens.quote[k] == level), end)
        rest = [trimmed(tokens, index, colon)]  # "was deemed unfit"
    if not rest:
        return None
    rule = "passive-to" if word == "to" else "passive-preposition" if word in PREPOSITIONS else "passive-as"
    if not is_it and word in AGENTLESS:
        agent = _agent(scene, rest[0], high, level)
        if agent:
            return found_at(scene, "passive-by", site, [subject, (rest[0][0], agent[0] - 1)], agent, low)
    where = _fronted_place(scene, low, subject[0], level) if word == "as" and not is_it else None
    return found_at(scene, "passive-in" if where else rule, site, [subject, *rest], where, low)


def _without_charge(scene: Scene, source: Range | None, cue: Cue) -> Range | None:
    """A source without what the cue says of C: "was accused by S OF C"."""
    if source is None or not cue.takes("obj") or "of" not in cue.prepositions:
        return source
    low = scene.tokens.low
    end = next((k for k in range(source[0] + 1, source[1]) if low[k] == "of" and low[k - 1] not in scene.lexicon.terms.head), source[1])
    return source[0], end


def _past_manner(scene: Scene, index: int, high: int) -> int:
    """Past how and when it was done, where "by" follows: "was rejected OUT OF HAND by S", "was condemned ON MONDAY by S"."""
    low = scene.tokens.low
    past = index + 3 if low[index : index + 3] == ["out", "of", "hand"] else index
    while past < high and (is_adverb(low[past]) or low[past] in WHEN or (low[past] == "on" and past + 1 < high and low[past + 1] in DAYS)):
        past += 1
    return past if past < high and low[past] == "by" else index


def _seen_in(scene: Scene, index: int, high: int, level: int, cue: Cue) -> tuple[Range, Range] | None:
    """Who sees C so, and as what: "is seen IN Oslo AS C", "is perceived IN Oslo TO BE C", "is listed IN the ministry's report AS C"."""
    tokens, low = scene.tokens, scene.tokens.low
    near = range(index + 2, min(index + FARTHEST_AS, high - 1))
    link = next((k for k in near if low[k] == "as" or (low[k] == "to" and low[k + 1] in SEEN_BE)), None)
    if link is None or any(tokens.quote[k] != level or not (tokens.text[k][0].isalnum() or low[k] == "'s") for k in range(index, link)):
        return None
    written = cue.kind == "speech" and low[link - 1] in scene.lexicon.terms.document
    if not (cue.takes("as") or cue.lemma in scene.lexicon.terms.held or written):
        return None
    content = trimmed(tokens, link, noun_phrase_end(scene.at, link + 1, high, level))
    terms = scene.lexicon.terms
    named = any(tokens.text[k][0].isupper() for k in range(index + 1, link)) or low[link - 1] in terms.quarter
    named = named or (written and any(low[k] in scene.lexicon.people for k in range(index + 1, link)))
    source = (index + 1, _writer_end(scene, index + 2, link)) if written else (index + 1, link)
    return (source, content) if named and content[1] - content[0] > 1 else None


def _writer_end(scene: Scene, first: int, last: int) -> int:
    """Where those who wrote a paper end: before "press release", "'s white paper"; `last` where nobody is named."""
    tokens = scene.tokens
    end = last
    while end > first and tokens.text[end - 1][0].islower() and tokens.low[end - 1] not in scene.lexicon.people:
        end -= 1
    end -= tokens.low[end - 1] == "press" and end < last  # "press release"
    end -= tokens.low[end - 1] in ("'s", "'")
    return end if tokens.text[end - 1][0].isupper() or tokens.low[end - 1] in scene.lexicon.people else last


def _agent(scene: Scene, content: Range, high: int, level: int) -> Range | None:
    """Who sees C so, at the end: "is viewed as a snub BY MINISTERS in Oslo"."""
    tokens = scene.tokens
    by = next((k for k in range(content[0] + 2, content[1] - 1) if tokens.low[k] == "by" and tokens.quote[k] == level), None)
    done = scene.lexicon.terms.done
    if by is None or tokens.low[by - 1] in done or scene.at.tags[by - 1] == PARTICIPLE_PAST or tokens.low[by - 1].endswith("ed"):
        return None
    source = source_right(scene.at, by + 1, high, level)
    if source is None or (source[1] < high and tokens.text[source[1]][0].isalnum()):
        return None
    people = scene.lexicon.people | MANY
    somebody = any(tokens.text[k][0].isupper() or tokens.low[k] in people for k in range(*source))
    return source if somebody and "to" not in tokens.low[source[0] : source[1]] else None


def _place(scene: Scene, first: int, high: int, level: int) -> Range | None:
    """The place that ends the clause: "was welcomed in OSLO", "was condemned across THE REGION"."""
    tokens = scene.tokens
    last = first
    while last < min(first + LONGEST_PLACE, high) and tokens.text[last][0].isalpha() and tokens.quote[last] == level:
        last += 1
    closes = last >= high or tokens.text[last] in STOPS or tokens.text[last] == ","
    is_quarter = tokens.low[last - 1] in scene.lexicon.terms.quarter
    named = last > first and (is_quarter or all(tokens.text[k][0].isupper() for k in range(first, last)))
    dated = any(tokens.low[k] in MONTHS or tokens.low[k] in DAYS for k in range(first, last))
    return (first, last) if closes and named and not dated else None


def _fronted_place(scene: Scene, low: int, subject: int, level: int) -> Range | None:
    """Where it is seen so, told before the subject: "IN OSLO(,) the step was seen as C"."""
    tokens = scene.tokens
    first = low + (tokens.low[low] in ("and", "but"))
    last = subject - (tokens.text[subject - 1] == ",")
    if not 1 < last - first <= FARTHEST_AS or tokens.low[first] not in AROUND:
        return None
    named = tokens.text[first + 1][0].isupper() or tokens.low[last - 1] in scene.lexicon.terms.quarter
    plain = all(tokens.quote[k] == level and tokens.text[k][0].isalpha() for k in range(first, last))
    dated = any(tokens.low[k] in MONTHS or tokens.low[k] in DAYS for k in range(first, last))
    return (first + 1, last) if named and plain and not dated else None


def _passive_rest(scene: Scene, index: int, high: int, level: int) -> list[Range]:
    """What follows a passive cue or its "by S" and belongs to the content: "to C", "as C", "for C", "of C"."""
    tokens = scene.tokens
    if index >= high or tokens.quote[index] != level or tokens.low[index] not in PASSIVE_LINKS:
        return []
    content = trimmed(tokens, index, noun_phrase_end(scene.at, index + 1, high, level))
    return [content] if content[1] - content[0] > 1 else []


def quoted_as(scene: Scene, site: CueSite, low: int, high: int, level: int) -> Found | None:
    """S was quoted as saying C; X quoted S as saying C; `"C," S was quoted as saying`: of a cue of `QUOTING`."""
    tokens = scene.tokens
    if site.tag == PARTICIPLE:
        return None
    saying = next((s for s in scene.sites(site.last, min(site.last + 14, high), level) if s.tag == PARTICIPLE), None)
    if saying is None or tokens.low[saying.first - 1] != "as":
        return None
    outer = source_left(scene.at, low, site.group, level)
    source = outer if site.is_passive else (site.last, saying.first - 1)
    if source is None or source[1] <= source[0]:
        return None
    content = next((found[2] for frame in fitting(saying.cue, QUOTED_FRAMES) if (found := frame(scene, saying, high, level))), None)
    if content is None or content[1] - content[0] < 2:
        content = trimmed(tokens, low, (outer or (site.group, 0))[0])
    if content[1] - content[0] < 2:
        return None
    one = found_at(scene, "quoted-as", saying, [content], source, low)
    one.cue_words, one.cue_rest = (site.group, site.last), (saying.first - 1, saying.last)
    return one
