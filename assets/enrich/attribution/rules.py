"""Content that stands after its cue, a verb: which rule reads it. Content before the cue is read by `leading`.

Each rule has a name and a confidence, its measured precision; `confidence` holds the table.
"""

from assets.enrich.attribution.content import cut_at_quote, main_clause
from assets.enrich.attribution.cue_lexicon import PARTICIPLE, PAST, PRESENT
from assets.enrich.attribution.cue_sites import Scene, between, found_at
from assets.enrich.attribution.found import CueSite, Found, Range
from assets.enrich.attribution.frames import (
    Frame,
    addressee,
    bare_clause,
    described,
    direct,
    fitting,
    infinitive,
    prepositional,
    raising,
    that_clause,
)
from assets.enrich.attribution.gaps import clause_gap, object_gap, reduced_gap, relative_gap
from assets.enrich.attribution.nearest import phrase_before
from assets.enrich.attribution.objects import carried_noun, judged, np_object, shown
from assets.enrich.attribution.passive import passive
from assets.enrich.attribution.perspectives import fronted
from assets.enrich.attribution.phrases import trimmed
from assets.enrich.attribution.sources import source_left, subject_left, without_time
from assets.enrich.attribution.stirred import stirred
from assets.enrich.attribution.utterances import who_speaks
from assets.enrich.words.closed_class import (
    ADVERBS,
    BE_FORMS,
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    TEMPORAL,
)
from assets.enrich.words.tokens import Tokens

DESCRIBES = frozenset({"subject-cue-object", "subject-cue-to", "subject-cue-preposition"})
IS = frozenset({"is", "are", "remain", "remains"})
ARRIVED = frozenset({"came", "arrived", "went", "left", "returned"})  # "came hoping for C", "left demanding C"
CONCEDING = frozenset({"while", "although", "though", "whereas"})
REMARKS = frozenset({"a", "an"})
CLEFT = frozenset({"is", "was"})
LONGEST_BARE = 6  # tokens
LONGEST_SUBJECT = 10  # tokens
LONGEST_ADJUNCT = 8
# In this order: a cue that has an addressee before its clause is read so first.
FINITE_FRAMES: tuple[Frame, ...] = (addressee, direct, that_clause, prepositional, infinitive, described, judged, bare_clause, np_object)
PARTICIPLE_FRAMES: tuple[Frame, ...] = (
    addressee, direct, that_clause, prepositional, described, judged, bare_clause, np_object, infinitive,
)  # fmt: skip


def content_right(
    scene: Scene, site: CueSite, low: int, high: int, level: int, subject: Range | None, clause: int, rest: int
) -> Found | None:
    """The content stands after the cue.

    The clause of the cue is [clause, high), of which [low, high) is not yet read; the sentence goes on to `rest`.
    `subject` is the source before, for cues that share it.
    """
    tokens = scene.tokens
    if site.tag == PARTICIPLE and not any(word in BE_FORMS for word in tokens.low[site.group : site.first]):
        return _participle(scene, site, low, high, level, subject, clause, rest)
    if site.is_passive:
        return passive(scene, site, low, high, level, clause)
    if "stirs" in site.cue.frames:
        felt = stirred(scene, site, low, high, level)
        if felt or site.cue.frames == {"stirs"}:
            return felt
    source = source_left(scene.at, low, site.group, level)
    if source is None:
        source = _shared_subject(scene, site, low, level, subject, clause)
    if source is None:
        return None
    if site.is_title_case and not tokens.text[source[0]][0].isupper():
        return None
    if site.particle:
        return found_at(scene, "subject-cue-object", site, [(site.last, site.particle + 1)], source, low)
    remarks = tokens.low[source[0]] in REMARKS or tokens.low[source[0] - 1] == "which"
    whole = clause_gap(scene, site, source, clause, high, level) if remarks else None
    if whole:
        return found_at(scene, "relative-object", site, [whole[0]], whole[1], low)
    if tokens.low[source[0] - 1] in CONCEDING and source[0] - 1 > low:  # "X left, and while S said C, Y stayed"
        high = min(high, main_clause(scene, source[0] - 1, site.last, high, level))
    left = reduced_gap(scene, site, source, high, level) if source[1] - source[0] > 2 else None
    if left:
        return found_at(scene, "relative-subject-cue", site, left[0], left[1], low)
    gap = relative_gap(scene, site, source, low, high, level)
    if gap:
        return found_at(scene, "relative-subject-cue", site, gap, source, low)
    left_out = object_gap(scene, site, source, low, high, level)
    if left_out:
        return found_at(scene, "relative-object", site, [left_out], source, low)
    impression = raising(scene, site, source, high, level)
    if impression:
        return found_at(scene, "raising", site, [source, impression[2]], fronted(scene, clause, source[0], level), low)
    for frame in fitting(site.cue, FINITE_FRAMES):
        found = frame(scene, site, high, level) or (shown(scene, site, source, high, level) if frame is np_object else None)
        if found:
            name, cue_last, content = found
            if content[1] - content[0] < 1 or ("object" not in name and "prep" not in name and content[1] - content[0] < 2):
                continue
            if name == "subject-cue-object" and _is_time(tokens, content):
                continue  # "what S had announced two days earlier"
            if name == "subject-cue-that" and site.cue.kind == "state" and tokens.low[source[0] : source[1]] == ["it"]:
                return None  # "it is clear that"
            if name in DESCRIBES and _is_restrictive(scene, source, low):
                return None
            if site.cue.lemma == "attack" and _is_armed(scene, source, content):
                return None
            one = found_at(scene, name, site, [_within_relative(scene, source, content, low, level)], source, low)
            one.content += _announced(scene, content[1], high, level)
            one.source = who_speaks(scene, source)
            if name == "subject-cue-as" and tokens.low[site.last] == "as":
                one.content[:0] = _judged_before(scene, source, low, level)
            one.cue_words = (site.group, cue_last)
            noun = carried_noun(scene, content) if name == "subject-cue-object" and site.cue.lemma in scene.lexicon.terms.voicing else None
            if noun:
                if site.cue.lemma == "raise" and _is_raised_elsewhere(scene, source, content):
                    return None
                one.cue, one.rule = noun, "subject-cue-noun"
            return one
    return _bare_state(scene, site, source, high)


def _is_armed(scene: Scene, source: Range, content: Range) -> bool:
    """Whether an attack is one with weapons: "GUNMEN attacked HOUSES", "Oslo attacked a PORT"; not "attacked the plan for a port"."""
    low, terms = scene.tokens.low, scene.lexicon.terms
    last = next((k for k in range(*content) if low[k] in PREPOSITIONS or low[k] == "to"), content[1])
    return not terms.armed.isdisjoint(low[source[0] : source[1]]) or not terms.struck.isdisjoint(low[content[0] : last])


def _judged_before(scene: Scene, source: Range, low: int, level: int) -> list[Range]:
    """What "which" stands for: "THE ACCORD, which S regards as C"."""
    tokens, pronoun = scene.tokens, source[0] - 1
    if pronoun - 1 <= low or tokens.low[pronoun] not in ("which", "that") or tokens.quote[pronoun] != level:
        return []
    judged = phrase_before(scene.at, low, pronoun - (tokens.text[pronoun - 1] == ","), level)
    return [judged] if judged else []


def _bare_state(scene: Scene, site: CueSite, source: Range, high: int) -> Found | None:
    """S is worried; S is against: nothing follows, and the state itself is all that is told."""
    tokens = scene.tokens
    if site.cue.kind != "state" or site.cue.stance is None or not IS.intersection(tokens.low[site.group : site.first]):
        return None
    closes = site.last >= high or tokens.text[site.last] in STOPS or tokens.text[site.last] in ";,"
    head = source[1] - 1
    named = (tokens.text[head][0].isupper() and tokens.low[head] not in PRONOUNS) or tokens.low[head] in scene.lexicon.people
    if not closes or not named or source[1] - source[0] > LONGEST_BARE:
        return None
    return Found("bare-state", site.cue, (site.group, site.first), [(site.first, site.last)], source, is_negated=site.is_negated)


def _is_raised_elsewhere(scene: Scene, source: Range, content: Range) -> bool:
    """Whether others have the feeling: "has raised hopes AMONG S", "the plan has raised alarm IN OSLO"."""
    tokens, head = scene.tokens, source[1] - 1
    near = range(content[0], min(content[0] + 4, content[1] - 1))
    if any(tokens.low[k] == "among" for k in near):
        return True
    is_thing = tokens.text[head][0].islower() and tokens.low[head] not in scene.lexicon.people and tokens.low[source[0]] in DETERMINERS
    return is_thing and any(tokens.low[k] == "in" and tokens.text[k + 1][0].isupper() for k in near)


def _announced(scene: Scene, index: int, high: int, level: int) -> list[Range]:
    """The quotation that a colon behind the content announces: "called for restraint (after the vote): “C”"."""
    tokens = scene.tokens
    colon = next(iter(between(scene.colons, index, min(index + LONGEST_ADJUNCT, high - 2))), None)
    if colon is None or tokens.quote[colon] != level or tokens.quote[colon + 1] == level:
        return []
    if any(not tokens.text[k][0].isalnum() or scene.at.is_finite(k) for k in range(index, colon)):
        return []
    return [] if scene.sites(index, colon, level) else [cut_at_quote(tokens, *trimmed(tokens, colon + 1, high))]


def _is_time(tokens: Tokens, content: Range) -> bool:
    """Whether a range says when, and no more: "Thursday", "two days earlier", "a year ago"."""
    last = tokens.low[content[1] - 1]
    return content[1] - content[0] <= 3 and (last in ("ago", "earlier", "later") or last in TEMPORAL or last in MONTHS)


def _is_restrictive(scene: Scene, source: Range, low: int) -> bool:
    """Whether the source is the pronoun of a clause that tells which one is meant: "donors who backed X"."""
    tokens = scene.tokens
    is_relative = tokens.low[source[0]] in RELATIVES and (source[0] == low or tokens.text[source[0] - 1] != ",")
    return is_relative and not _is_cleft(tokens, low, source[0])


def _is_cleft(tokens: Tokens, low: int, pronoun: int) -> bool:
    """Whether a sentence only puts its subject first: "IT WAS Oslo THAT demanded C"."""
    first = low + (tokens.low[low] in ("and", "but", "yet"))
    opens = tokens.low[first : first + 1] == ["it"] and tokens.low[first + 1] in CLEFT
    return opens and first + 2 < pronoun <= first + LONGEST_BARE and tokens.text[pronoun - 1][0].isupper()


def _within_relative(scene: Scene, source: Range, content: Range, low: int, level: int) -> Range:
    """The content of a relative clause between commas ends where the main clause goes on: "X, who said C, left"."""
    tokens = scene.tokens
    if tokens.low[source[0]] not in RELATIVES or _is_restrictive(scene, source, low):
        return content
    for k in range(content[0] + 2, content[1] - 1):
        if tokens.text[k] == "," and tokens.quote[k] == level and scene.at.is_finite(k + 1):
            return content[0], k
    return content


def _participle(
    scene: Scene, site: CueSite, low: int, high: int, level: int, subject: Range | None, clause: int, rest: int
) -> Found | None:
    """…, adding that C; …, saying C; by calling C."""
    tokens = scene.tokens
    first = site.first
    if first > clause + 1 and tokens.low[first - 1] in ADVERBS and tokens.text[first - 2] == ",":  # ", instead pretending that"
        first -= 1
    if first > clause and tokens.low[first - 1] == "not":
        first -= 1  # "by not giving in to C", "while not backing away from C"
    before = tokens.low[first - 1] if first > clause else ""
    if before and tokens.quote[first - 1] != level and tokens.text[first - 2] == ",":
        before = ","  # "a “sham,” adding that"
    opens = site.first <= clause + 1 and (site.first == clause or tokens.low[clause] in ("in", "by", "while", "after", "before"))
    denies = tokens.low[first] == "not" and before in ("but", "time")  # "at the same time not giving up on C"
    follows = opens or denies or before in (",", "in", "by", "while", "and", "—", "–", "--", "before", "after") or before in ARRIVED
    says = site.cue.lemma == "say" and before[:1].isalpha() and before not in PREPOSITIONS
    absolute = None if follows else _absolute(scene, clause, min(first, site.group), level)
    if not follows and not says and not absolute and before not in scene.lexicon.terms.document:  # "issued a statement denying"
        return None
    if absolute:
        source: Range | None = absolute
    elif opens and high < rest and tokens.text[high] == ",":  # "Saying C, S left"
        source = subject_left(scene.at, high + 1, rest, level)
    else:
        source = subject or subject_left(scene.at, clause, site.first, level)
    for frame in fitting(site.cue, PARTICIPLE_FRAMES):
        found = frame(scene, site, high, level)
        if found and found[2][1] - found[2][0] > 1:
            kind = (
                "participle-object"
                if found[0] in ("subject-cue-object", "subject-cue-willed", "subject-cue-preposition", "subject-cue-as", "subject-cue-to")
                else "participle-clause"
            )
            one = found_at(scene, kind, site, [found[2]], source, low)
            one.cue_words = (site.first, found[1])
            return one
    return None


def _absolute(scene: Scene, clause: int, first: int, level: int) -> Range | None:
    """The subject of a participle of its own: ", with X calling for C"."""
    tokens = scene.tokens
    link = next((k for k in range(first - 2, max(clause, first - LONGEST_SUBJECT) - 1, -1) if tokens.low[k] == "with"), None)
    if link is None or not (link == clause or tokens.text[link - 1] == ",") or any(tokens.quote[k] != level for k in range(link, first)):
        return None
    plain = all(tokens.text[k][0].isalnum() or tokens.low[k] == "'s" for k in range(link + 1, first))
    return (link + 1, first) if plain and not any(scene.at.is_finite(k) for k in range(link + 1, first)) else None


def _shared_subject(scene: Scene, site: CueSite, low: int, level: int, subject: Range | None, clause: int) -> Range | None:
    """The subject of an earlier verb that this one shares: "X left and said", "X met Y, then told Z"."""
    tokens = scene.tokens
    first = without_time(tokens, low, site.group)  # "X, who backs C, LAST WEEK said"
    before = tokens.low[first - 1] if first > low else ""
    if before not in ("and", "but", ",", "then", "or", "however") or not (site.tag in (PAST, PRESENT) or site.group < site.first):
        return None
    return subject or subject_left(scene.at, clause, site.group, level)
