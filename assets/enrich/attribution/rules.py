"""The rules of attribution around a verb: what stands left and right of a cue. Nouns and fixed phrases have rules of their own.

Each rule has a name and a confidence, its measured precision; `confidence` holds the table.
"""

from assets.enrich.attribution.content import cut_at_quote
from assets.enrich.attribution.cue_lexicon import BASE, PARTICIPLE, PAST, PRESENT
from assets.enrich.attribution.cue_sites import CueSite, Found, Range, Scene
from assets.enrich.attribution.frames import (
    Frame,
    addressee,
    bare_clause,
    carried_noun,
    described,
    direct,
    infinitive,
    np_object,
    prepositional,
    that_clause,
)
from assets.enrich.attribution.phrases import noun_phrase_end, source_left, source_right, subject_left, trimmed
from assets.enrich.words.closed_class import BE_FORMS, FINITE, PREPOSITIONS, RELATIVES, STOPS, TEMPORAL
from assets.enrich.words.wordlist import words

SHORTEST_CLAUSE = 3
QUOTING = frozenset({"quote", "cite"})
SUPPORT_CUES = frozenset({"express", "voice", "air", "convey", "raise", "reiterate", "repeat", "signal", "show", "reaffirm"})
# Verbs with which a passive says what somebody thinks or said: "is believed to", "was quoted as saying".
PASSIVE_CUES = words("expect report believe say ask know think allege tell quote see view consider regard understand describe")
# In this order: a cue that has an addressee before its clause is read so first.
FINITE_FRAMES: tuple[Frame, ...] = (addressee, direct, that_clause, prepositional, infinitive, described, bare_clause, np_object)
PARTICIPLE_FRAMES: tuple[Frame, ...] = (addressee, direct, that_clause, prepositional, described, bare_clause, np_object, infinitive)
QUOTED_FRAMES: tuple[Frame, ...] = (addressee, direct, that_clause, bare_clause)


def content_left(scene: Scene, site: CueSite, low: int, high: int, level: int) -> Found | None:
    """The content stands before the cue: `"C," S said`, `"C," said S`, `C, S said`."""
    if site.tag not in (PAST, PRESENT, BASE) or site.is_passive or not site.cue.takes("quote", "that") or site.first < low + 2:
        return None
    tokens = scene.tokens
    if site.last < high and tokens.low[site.last] == "that" and tokens.quote[site.last] == level:
        return None
    source = source_left(scene.at, low, site.group, level)
    inverted = False
    before = (source[0] if source else site.group) - 1
    if source is None:
        if before < low or not (tokens.text[before] == "," or tokens.quote[before] != level):
            return None
        source, inverted = source_right(scene.at, site.last, high, level), True
        if source is None or site.tag == BASE:
            return None
    if before < low:
        return None
    after = source[1] if inverted else site.last
    quoted = _quote_ends_at(scene, before, low, level)
    if quoted is not None:
        content = [_quoted_content(scene, quoted, before, low, level)]
        rest = _resumed_quote(scene, after, high, level)
        content += [rest] if rest else []
        return _found(scene, "quote-cue-subject" if inverted else "quote-subject-cue", site, content, source, low)
    if tokens.text[before] != ",":
        return None
    clause = trimmed(tokens, low, before + 1)
    if not site.cue.takes("clause", "quote"):
        return None
    is_clause = clause[1] - clause[0] >= SHORTEST_CLAUSE
    if inverted:
        return _found(scene, "clause-cue-subject", site, [clause], source, low) if is_clause and site.cue.takes("clause") else None
    end = _before_follow_up(scene, after, high, level)
    if is_clause and _ends_sentence(scene, after, end, level, addressed=site.cue.takes("obj")) and _has_verb(scene, clause):
        return _found(scene, "clause-subject-cue", site, [clause], source, low)
    if clause[1] > clause[0] and tokens.text[after : after + 1] == [","] and _has_verb(scene, (clause[0], high)):
        resumed = trimmed(tokens, after, high)
        content = [clause, resumed] if resumed[1] > resumed[0] else [clause]
        if resumed[1] - resumed[0] > 1 and not any(s.tag == PARTICIPLE for s in scene.sites(after, min(after + 3, high), level)):
            return _found(scene, "clause-subject-cue-clause", site, content, source, low)
    return None


def content_right(scene: Scene, site: CueSite, low: int, high: int, level: int, subject: Range | None, clause: int) -> Found | None:
    """The content stands after the cue; `subject` is the source before, for cues that share it."""
    tokens = scene.tokens
    if site.tag == PARTICIPLE and not any(word in BE_FORMS for word in tokens.low[site.group : site.first]):
        return _participle(scene, site, low, high, level, subject, clause)
    if site.is_passive:
        return _passive(scene, site, low, high, level)
    source = source_left(scene.at, low, site.group, level)
    if source is None:
        source = _shared_subject(scene, site, low, level, subject, clause)
    if source is None:
        return None
    if site.is_title_case and not tokens.text[source[0]][0].isupper():
        return None
    for frame in FINITE_FRAMES:
        found = frame(scene, site, high, level)
        if found:
            name, cue_last, content = found
            if content[1] - content[0] < 1 or (name != "subject-cue-object" and content[1] - content[0] < 2):
                continue
            one = _found(scene, name, site, [content], source, low)
            one.cue_words = (site.group, cue_last)
            noun = carried_noun(scene, content) if name == "subject-cue-object" and site.cue.lemma in SUPPORT_CUES else None
            if noun:
                one.cue, one.rule = noun, "subject-cue-noun"
            return one
    return None


def _participle(scene: Scene, site: CueSite, low: int, high: int, level: int, subject: Range | None, clause: int) -> Found | None:
    """…, adding that C; …, saying C; by calling C."""
    tokens = scene.tokens
    before = tokens.low[site.first - 1] if site.first > low else ""
    follows = before in (",", "in", "by", "while", "and", "—", "–", "--", "before", "after")
    if not follows and not (site.cue.lemma == "say" and before[:1].isalpha() and before not in PREPOSITIONS):
        return None
    source = subject or subject_left(scene.at, clause, site.first, level)
    for frame in PARTICIPLE_FRAMES:
        found = frame(scene, site, high, level)
        if found and found[2][1] - found[2][0] > 1:
            kind = (
                "participle-object"
                if found[0] in ("subject-cue-object", "subject-cue-preposition", "subject-cue-as", "subject-cue-to")
                else "participle-clause"
            )
            one = _found(scene, kind, site, [found[2]], source, low)
            one.cue_words = (site.first, found[1])
            return one
    return None


def _passive(scene: Scene, site: CueSite, low: int, high: int, level: int) -> Found | None:
    """S was quoted as saying C; C was condemned by S; S is believed to C."""
    tokens = scene.tokens
    index = site.last
    if index >= high:
        return None
    subject = source_left(scene.at, low, site.group, level)
    if tokens.low[index] == "by" and subject and site.cue.takes("np", "as"):
        source = source_right(scene.at, index + 1, high, level)
        if source:
            return _found(scene, "passive-by", site, [subject], source, low)
    if tokens.low[index] == "as" and subject and site.cue.takes("as") and site.cue.lemma in PASSIVE_CUES:
        content = trimmed(tokens, subject[0], noun_phrase_end(scene.at, index + 1, high, level))
        return _found(scene, "passive-as", site, [subject, trimmed(tokens, index, content[1])], None, low)
    if site.cue.lemma not in PASSIVE_CUES:
        return None
    if tokens.low[index] in ("that", "to") and site.cue.kind == "speech" and site.cue.takes("obj"):
        return None
    if tokens.low[index] in ("to", "that"):
        content = trimmed(tokens, index, noun_phrase_end(scene.at, index + 1, high, level) if tokens.low[index] == "to" else high)
        return _found(scene, "passive-unnamed", site, [content], None, low)
    return None


def quoted_as(scene: Scene, site: CueSite, low: int, high: int, level: int) -> Found | None:
    """S was quoted as saying C; X quoted S as saying C; `"C," S was quoted as saying`."""
    tokens = scene.tokens
    if site.cue.lemma not in QUOTING or site.tag == PARTICIPLE:
        return None
    saying = next((s for s in scene.sites(site.last, min(site.last + 14, high), level) if s.tag == PARTICIPLE), None)
    if saying is None or tokens.low[saying.first - 1] != "as":
        return None
    outer = source_left(scene.at, low, site.group, level)
    source = outer if site.is_passive else (site.last, saying.first - 1)
    if source is None or source[1] <= source[0]:
        return None
    content = next((found[2] for frame in QUOTED_FRAMES if (found := frame(scene, saying, high, level))), None)
    if content is None or content[1] - content[0] < 2:
        content = trimmed(tokens, low, (outer or (site.group, 0))[0])
    if content[1] - content[0] < 2:
        return None
    one = _found(scene, "quoted-as", saying, [content], source, low)
    one.cue_words, one.cue_rest = (site.group, site.last), (saying.first - 1, saying.last)
    return one


def _shared_subject(scene: Scene, site: CueSite, low: int, level: int, subject: Range | None, clause: int) -> Range | None:
    """The subject of an earlier verb that this one shares: "X left and said", "X met Y, then told Z"."""
    tokens = scene.tokens
    before = tokens.low[site.group - 1] if site.group > low else ""
    if before not in ("and", "but", ",", "then", "or") or site.tag not in (PAST, PRESENT):
        return None
    return subject or subject_left(scene.at, clause, site.group, level)


def _quote_ends_at(scene: Scene, index: int, low: int, level: int) -> int | None:
    """The quotation that ends at token `index` or just before its comma; None where there is none."""
    tokens = scene.tokens
    if tokens.quote[index] != level:
        return tokens.quote[index]
    if tokens.text[index] in (",", ".", "?", "!") and index > low and tokens.quote[index - 1] != level:
        return tokens.quote[index - 1]
    return None


def _quoted_content(scene: Scene, quote: int, before: int, low: int, level: int) -> Range:
    """From the quotation, or from the clause that leads into it ("the plan is “a start,” he said") where no other cue does."""
    tokens = scene.tokens
    first = before
    while first >= low and (tokens.quote[first] == quote or first == before):
        first -= 1
    first += 1
    whole = low
    while whole < first and (tokens.text[whole] in ",;:—–" or tokens.low[whole] in ("and", "but")):
        whole += 1
    if whole < first and (first - whole > 40 or any(s.cue.takes("quote", "that") for s in scene.sites(whole, first, level))):
        return trimmed(tokens, first, before + 1)
    return trimmed(tokens, whole, before + 1)


def _resumed_quote(scene: Scene, after: int, high: int, level: int) -> Range | None:
    """The second half of an interrupted quotation: `"C," S said, "C."`"""
    tokens = scene.tokens
    first = after
    while first < high and tokens.quote[first] == level:
        first += 1
    if first >= high or scene.sites(after, first, level):
        return None
    return cut_at_quote(tokens, first, high)


def _before_follow_up(scene: Scene, index: int, high: int, level: int) -> int:
    """Where ", adding that …" begins behind a cue; else the end."""
    tokens = scene.tokens
    comma = next((k for k in range(index, high) if tokens.text[k] == "," and tokens.quote[k] == level), high)
    return comma if comma > index and any(s.tag == PARTICIPLE for s in scene.sites(comma, min(comma + 3, high), level)) else high


def _ends_sentence(scene: Scene, index: int, high: int, level: int, *, addressed: bool) -> bool:
    """Whether nothing but when and where, and to whom where the cue is `addressed`, follows it."""
    tokens = scene.tokens
    tail = range(index, high)
    if not tail or all(tokens.text[k] in STOPS for k in tail):
        return True
    verbs = any(tokens.low[k] in FINITE - {"'s"} or scene.at.is_cue_verb(k) for k in tail)
    plain = not verbs and not any(tokens.quote[k] != level or tokens.low[k] in ("that", "to") for k in tail)
    return plain and len(tail) <= 11 and (addressed or tokens.low[index] in TEMPORAL or tokens.low[index] in PREPOSITIONS)


def _has_verb(scene: Scene, clause: Range) -> bool:
    tokens = scene.tokens
    return any(tokens.quote[k] or scene.at.is_finite(k) or tokens.low[k].endswith(("s", "ed")) for k in range(*clause))


def _found(scene: Scene, rule: str, site: CueSite, content: list[Range], source: Range | None, low: int) -> Found:
    one = Found(
        rule, site.cue, (site.group, site.last), [part for part in content if part[1] > part[0]], source, is_negated=site.is_negated
    )
    if source and scene.tokens.low[source[0]] in RELATIVES:
        index = source[0] - (1 if source[0] > low and scene.tokens.text[source[0] - 1] == "," else 0)
        one.antecedent = source_left(scene.at, low, index, scene.tokens.quote[source[0]])
    return one
