"""The rules of attribution around a verb: what stands left and right of a cue. Nouns and fixed phrases have rules of their own.

Each rule has a name and a confidence, its measured precision; `attribution_confidence` holds the table.
"""

from assets.enrich.attribution_content import addressee_end, clause_right, cut_at_quote, starts_clause
from assets.enrich.closed_class import BE_FORMS, DASHES, FINITE, PREPOSITIONS, RELATIVES, STOPS, TEMPORAL, WH_WORDS
from assets.enrich.cue_lexicon import BASE, PARTICIPLE, PAST, PRESENT, Cue
from assets.enrich.cue_sites import CueSite, Found, Range, Scene
from assets.enrich.phrases import noun_phrase_end, source_left, source_right, subject_left, trimmed

SHORTEST_CLAUSE = 3
NO_CLAUSE = frozenset("is are was were when while after before because although though as until unless and or but than".split())
QUOTING = frozenset({"quote", "cite"})
SUPPORT_CUES = frozenset({"express", "voice", "air", "convey", "raise", "reiterate", "repeat", "signal", "show", "reaffirm"})
# Verbs with which a passive says what somebody thinks or said: "is believed to", "was quoted as saying".
PASSIVE_CUES = frozenset("expect report believe say ask know think allege tell quote see view consider regard understand describe".split())


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
    if clause[1] - clause[0] < SHORTEST_CLAUSE or not site.cue.takes("clause", "quote"):
        return None
    if inverted:
        return _found(scene, "clause-cue-subject", site, [clause], source, low) if site.cue.takes("clause") else None
    if _ends_sentence(scene, after, high, level) and _has_verb(scene, clause):
        return _found(scene, "clause-subject-cue", site, [clause], source, low)
    if tokens.text[after : after + 1] == [","] and _has_verb(scene, (clause[0], high)):
        resumed = trimmed(tokens, after, high)
        content = [clause, resumed] if resumed[1] > resumed[0] else [clause]
        if resumed[1] - resumed[0] > 1 and not scene.sites(after, min(after + 3, high), level):
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
    for rule in (_addressee, _direct, _that, _preposition, _infinitive, _described, _clause, _object):
        found = rule(scene, site, high, level)
        if found:
            name, cue_last, content = found
            if content[1] - content[0] < 1 or (name != "subject-cue-object" and content[1] - content[0] < 2):  # noqa: PLR2004
                continue
            one = _found(scene, name, site, [content], source, low)
            one.cue_words = (site.group, cue_last)
            noun = carried_noun(scene, content) if name == "subject-cue-object" and site.cue.lemma in SUPPORT_CUES else None
            if noun:
                one.cue, one.rule = noun, "subject-cue-noun"
            return one
    return None


Match = tuple[str, int, Range]  # rule, end of the cue, content


def _addressee(scene: Scene, site: CueSite, high: int, level: int) -> Match | None:
    """S told O (that) C; S urged O to C."""
    if not site.cue.takes("obj") or site.last >= high or not scene.tokens.text[site.last][0].isalnum():
        return None
    tokens = scene.tokens
    if tokens.low[site.last] in ("that", "to") or tokens.low[site.last] in WH_WORDS or tokens.quote[site.last] != level:
        return None
    begin = addressee_end(scene, site.last, high, level, to=site.cue.takes("to"))
    if begin is None:
        return None
    is_infinitive = tokens.low[begin] == "to"
    end = noun_phrase_end(scene.at, begin + 1, high, level) if is_infinitive else high
    first = site.last if is_infinitive else begin
    content = trimmed(tokens, first, end) if is_infinitive else clause_right(scene, begin, high, level, site.tag)
    return ("subject-cue-addressee-to" if is_infinitive else "subject-cue-addressee-clause", site.last, content)


def _direct(scene: Scene, site: CueSite, high: int, level: int) -> Match | None:
    """S said: C; S said "C"; S called it "C"."""
    tokens = scene.tokens
    index = site.last
    if not site.cue.takes("quote", "that", "clause") or index >= high:
        return None
    if tokens.text[index] == ":":
        return "subject-cue-colon", index, trimmed(tokens, index + 1, high)
    if tokens.text[index] == "," and index + 1 < high and tokens.quote[index + 1] != level:
        index += 1
    if tokens.quote[index] != level:
        return "subject-cue-quote", site.last, cut_at_quote(tokens, *trimmed(tokens, index, high))
    return None


def _that(scene: Scene, site: CueSite, high: int, level: int) -> Match | None:
    """S said (on Monday, in a statement) that C."""
    tokens = scene.tokens
    if not site.cue.takes("that", "wh") or site.last >= high:
        return None
    index = site.last
    if tokens.low[index] in ("that", "if", "whether", "how", "what", "why", "who") and tokens.quote[index] == level:
        return "subject-cue-that", site.last, clause_right(scene, index, high, level, site.tag)
    if not starts_clause(tokens, index, high):
        return None
    for k in range(index, min(index + 16, high)):
        if tokens.quote[k] != level:
            return "subject-cue-adjunct-that", site.last, cut_at_quote(tokens, *trimmed(tokens, k, high))
        if tokens.text[k] == ":":
            return "subject-cue-colon", site.last, trimmed(tokens, k + 1, high)
        if tokens.low[k] == "that" and k > index:
            return "subject-cue-adjunct-that", site.last, clause_right(scene, k, high, level, site.tag)
        if tokens.text[k] in STOPS or scene.at.is_finite(k):
            return None
    return None


def _preposition(scene: Scene, site: CueSite, high: int, level: int) -> Match | None:
    """S called for C; S warned of C."""
    tokens = scene.tokens
    if site.last < high and tokens.low[site.last] in site.cue.prepositions and tokens.quote[site.last] == level:
        return (
            "subject-cue-preposition",
            site.last + 1,
            trimmed(tokens, site.last + 1, noun_phrase_end(scene.at, site.last + 1, high, level)),
        )
    return None


def _infinitive(scene: Scene, site: CueSite, high: int, level: int) -> Match | None:
    """S refused to C; S wants O to C is an object."""
    tokens = scene.tokens
    if site.cue.takes("to") and site.last < high and tokens.low[site.last] == "to" and tokens.quote[site.last] == level:
        return "subject-cue-to", site.last, trimmed(tokens, site.last, noun_phrase_end(scene.at, site.last + 1, high, level))
    return None


def _described(scene: Scene, site: CueSite, high: int, level: int) -> Match | None:
    """S described O as C; S sees O as C."""
    tokens = scene.tokens
    if not site.cue.takes("as") or site.last >= high:
        return None
    for k in range(site.last, min(site.last + 14, high)):
        if tokens.quote[k] == level and (tokens.text[k] in STOPS or tokens.text[k] in ",;:" or scene.at.is_finite(k)):
            return None
        if tokens.low[k] == "as" and tokens.quote[k] == level:
            return "subject-cue-as", site.last, trimmed(tokens, site.last, noun_phrase_end(scene.at, k + 1, high, level))
    return None


def _clause(scene: Scene, site: CueSite, high: int, level: int) -> Match | None:
    """S said C, without "that"."""
    tokens = scene.tokens
    if not site.cue.takes("clause") or site.last >= high or tokens.quote[site.last] != level:
        return None
    index = site.last
    first = tokens.text[index]
    if first in STOPS or first in ",;" or tokens.low[index] in NO_CLAUSE or not (first[0].isalnum() or first in "$(["):
        return None
    if tokens.low[index] in TEMPORAL or tokens.low[index] in PREPOSITIONS:
        begin = addressee_end(scene, index, high, level, to=False)
        if begin is not None and tokens.quote[begin] == level:
            return "subject-cue-adjunct-clause", site.last, clause_right(scene, begin, high, level, site.tag)
        if site.cue.lemma != "say" or tokens.low[index] in ("to", "of", "about", "by"):
            return None
    verbs = any(scene.at.is_finite(k) or tokens.low[k].endswith("s") for k in range(index + 1, min(index + 25, high)))
    if verbs:
        return "subject-cue-clause", site.last, clause_right(scene, index, high, level, site.tag)
    return None


def _object(scene: Scene, site: CueSite, high: int, level: int) -> Match | None:
    """S condemned C."""
    tokens = scene.tokens
    index = site.last
    if not site.cue.takes("np", "ing", "noun") or index >= high or (site.tag == BASE and site.cue.is_noun_too and site.group == site.first):
        return None
    if tokens.quote[index] == level:
        if tokens.text[index] in STOPS or tokens.text[index] in ",;:)" or tokens.text[index] in DASHES:
            return None
        if tokens.low[index] in PREPOSITIONS or tokens.low[index] in WH_WORDS or tokens.low[index] in ("and", "or", "but", "that"):
            return None
    content = trimmed(tokens, index, noun_phrase_end(scene.at, index, high, level))
    if not site.cue.takes("np", "ing") and not carried_noun(scene, content):
        return None
    colon = next((k for k in range(*content) if tokens.text[k] == ":" and tokens.quote[k] == level), None)
    return "subject-cue-object", site.last, content if colon is None else trimmed(tokens, index, high)


def _participle(scene: Scene, site: CueSite, low: int, high: int, level: int, subject: Range | None, clause: int) -> Found | None:
    """…, adding that C; …, saying C; by calling C."""
    tokens = scene.tokens
    before = tokens.low[site.first - 1] if site.first > low else ""
    if before not in (",", "in", "by", "while", "and", "—", "–", "--", "before", "after", "statement", "letter", "tweet"):
        return None
    source = subject or subject_left(scene.at, clause, site.first, level)
    for rule in (_addressee, _direct, _that, _preposition, _described, _clause, _object, _infinitive):
        found = rule(scene, site, high, level)
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
    content = next((found[2] for rule in (_addressee, _direct, _that, _clause) if (found := rule(scene, saying, high, level))), None)
    if content is None or content[1] - content[0] < 2:  # noqa: PLR2004
        content = trimmed(tokens, low, (outer or (site.group, 0))[0])
    if content[1] - content[0] < 2:  # noqa: PLR2004
        return None
    one = _found(scene, "quoted-as", saying, [content], source, low)
    one.cue_words, one.cue_rest = (site.group, site.last), (saying.first - 1, saying.last)
    return one


def carried_noun(scene: Scene, content: Range) -> Cue | None:
    """The cue noun that an object begins with: "expressed GRAVE CONCERN about …"."""
    tokens = scene.tokens
    for k in range(content[0], min(content[0] + 4, content[1])):
        noun = scene.lexicon.nouns.get(tokens.low[k])
        if noun:
            return noun
        if tokens.low[k] in PREPOSITIONS:
            return None
    return None


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
    if whole < first and (first - whole > 40 or any(s.cue.takes("quote", "that") for s in scene.sites(whole, first, level))):  # noqa: PLR2004
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


def _ends_sentence(scene: Scene, index: int, high: int, level: int) -> bool:
    """Whether nothing but when and where follows the cue."""
    tokens = scene.tokens
    tail = range(index, high)
    if not tail or all(tokens.text[k] in STOPS for k in tail):
        return True
    verbs = any(tokens.low[k] in FINITE - {"'s"} or scene.at.is_cue_verb(k) for k in tail)
    plain = not verbs and not any(tokens.quote[k] != level or tokens.low[k] in ("that", "to") for k in tail)
    return plain and len(tail) <= 11 and (tokens.low[index] in TEMPORAL or tokens.low[index] in PREPOSITIONS)  # noqa: PLR2004


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
