"""The rules of attribution around a verb: what stands left and right of a cue. Nouns and fixed phrases have rules of their own.

Each rule has a name and a confidence, its measured precision; `confidence` holds the table.
"""

from assets.enrich.attribution.content import cut_at_quote
from assets.enrich.attribution.cue_lexicon import BASE, PARTICIPLE, PAST, PRESENT
from assets.enrich.attribution.cue_sites import CueSite, Found, Range, Scene, found_at
from assets.enrich.attribution.frames import (
    Frame,
    addressee,
    bare_clause,
    described,
    direct,
    infinitive,
    prepositional,
    raising,
    relative_gap,
    that_clause,
)
from assets.enrich.attribution.objects import DOCUMENTS, carried_noun, np_object, shown
from assets.enrich.attribution.passive import passive
from assets.enrich.attribution.perspectives import fronted
from assets.enrich.attribution.phrases import past_dateline, trimmed
from assets.enrich.attribution.sources import source_left, source_right, subject_left
from assets.enrich.words.closed_class import (
    ADVERBS,
    BE_FORMS,
    CLAUSE_VERBS,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
    TEMPORAL,
    WH_WORDS,
)
from assets.enrich.words.tagging import PARTICIPLE_ING
from assets.enrich.words.tokens import Tokens
from assets.enrich.words.wordlist import words

SHORTEST_CLAUSE = 3
ADJUNCT_OPENERS = words("in at on during after before with amid since despite like unlike as")
CLOSED = ([], ["."], [","])  # what stands right after a cue that has no object
SURELY_FINITE = FINITE - {"'s"}
SUPPORT_CUES = frozenset({"express", "voice", "air", "convey", "raise", "reiterate", "repeat", "signal", "show", "reaffirm"})
DESCRIBES = frozenset({"subject-cue-object", "subject-cue-to", "subject-cue-preposition"})
# In this order: a cue that has an addressee before its clause is read so first.
FINITE_FRAMES: tuple[Frame, ...] = (addressee, direct, that_clause, prepositional, infinitive, described, bare_clause, np_object)
PARTICIPLE_FRAMES: tuple[Frame, ...] = (addressee, direct, that_clause, prepositional, described, bare_clause, np_object, infinitive)


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
        if source is None or site.tag == BASE or _has_own_verb(scene, source):
            return None
    if before < low or tokens.low[source[0]] in RELATIVES:
        return None
    after = source[1] if inverted else site.last
    quoted = _quote_ends_at(scene, before, low, level)
    if quoted is not None:
        closes = _ends_sentence(scene, after, high, level, addressed=site.cue.takes("obj"))
        content = [_quoted_content(scene, quoted, before, low, level, closes=closes)]
        rest = _resumed_quote(scene, after, high, level) or _resumed_clause(scene, content[0], after, high, level)
        content += [rest] if rest else []
        return found_at(scene, "quote-cue-subject" if inverted else "quote-subject-cue", site, content, source, low)
    if tokens.text[before] != "," or site.is_negated:
        return None
    clause = trimmed(tokens, past_dateline(tokens, low, before), before + 1)
    if not site.cue.takes("clause", "quote") or _goes_on(scene, site, after, high):
        return None
    is_clause = clause[1] - clause[0] >= SHORTEST_CLAUSE and (tokens.text[after : after + 1] in CLOSED or not _is_adjunct(scene, clause))
    if inverted:
        return found_at(scene, "clause-cue-subject", site, [clause], source, low) if is_clause and site.cue.takes("clause") else None
    end = _before_follow_up(scene, after, high, level)
    if is_clause and _ends_sentence(scene, after, end, level, addressed=site.cue.takes("obj")) and _has_verb(scene, clause):
        return found_at(scene, "clause-subject-cue", site, [clause], source, low)
    if clause[1] > clause[0] and tokens.text[after : after + 1] in ([","], [";"]) and _has_verb(scene, (clause[0], high)):
        resumed = trimmed(tokens, after, high)
        content = [clause, resumed] if resumed[1] > resumed[0] else [clause]
        if resumed[1] - resumed[0] > 1 and not any(s.tag == PARTICIPLE for s in scene.sites(after, min(after + 3, high), level)):
            return found_at(scene, "clause-subject-cue-clause", site, content, source, low)
    return None


def _goes_on(scene: Scene, site: CueSite, after: int, high: int) -> bool:
    """Whether the cue takes what follows it: "if X left, he insisted ON staying", not "he wrote on Monday"."""
    return after + 1 < high and scene.tokens.low[after] in site.cue.prepositions and scene.at.tags[after + 1] == PARTICIPLE_ING


def _has_own_verb(scene: Scene, source: Range) -> bool:
    """Whether what follows the cue is a clause of its content and no speaker: `X, citing "…," said the plan would fail`."""
    low = scene.tokens.low
    head = next((k for k in range(*source) if low[k] in RELATIVES or low[k] == ","), source[1])
    return any(low[k] in CLAUSE_VERBS for k in range(source[0], head))


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
        return passive(scene, site, low, high, level)
    source = source_left(scene.at, low, site.group, level)
    if source is None:
        source = _shared_subject(scene, site, low, level, subject, clause)
    if source is None:
        return None
    if site.is_title_case and not tokens.text[source[0]][0].isupper():
        return None
    gap = relative_gap(scene, site, source, low, high, level)
    if gap:
        return found_at(scene, "relative-subject-cue", site, gap, source, low)
    impression = raising(scene, site, source, high, level)
    if impression:
        return found_at(scene, "raising", site, [source, impression[2]], fronted(scene, clause, source[0], level), low)
    for frame in FINITE_FRAMES:
        found = frame(scene, site, high, level) or (shown(scene, site, source, high, level) if frame is np_object else None)
        if found:
            name, cue_last, content = found
            if content[1] - content[0] < 1 or ("object" not in name and content[1] - content[0] < 2):
                continue
            if name == "subject-cue-that" and site.cue.kind == "state" and tokens.low[source[0] : source[1]] == ["it"]:
                return None  # "it is clear that"
            if name in DESCRIBES and _is_restrictive(scene, source, low):
                return None
            one = found_at(scene, name, site, [_within_relative(scene, source, content, low, level)], source, low)
            one.cue_words = (site.group, cue_last)
            noun = carried_noun(scene, content) if name == "subject-cue-object" and site.cue.lemma in SUPPORT_CUES else None
            if noun:
                if site.cue.lemma == "raise" and "among" in tokens.low[content[0] : content[0] + 4]:
                    return None  # "has raised hopes among S"
                one.cue, one.rule = noun, "subject-cue-noun"
            return one
    return None


def _is_restrictive(scene: Scene, source: Range, low: int) -> bool:
    """Whether the source is the pronoun of a clause that tells which one is meant: "donors who backed X"."""
    tokens = scene.tokens
    return tokens.low[source[0]] in RELATIVES and (source[0] == low or tokens.text[source[0] - 1] != ",")


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
    before = tokens.low[first - 1] if first > clause else ""
    if before and tokens.quote[first - 1] != level and tokens.text[first - 2] == ",":
        before = ","  # "a “sham,” adding that"
    opens = site.first <= clause + 1 and (site.first == clause or tokens.low[clause] in ("in", "by", "while", "after", "before"))
    follows = opens or before in (",", "in", "by", "while", "and", "—", "–", "--", "before", "after")
    says = site.cue.lemma == "say" and before[:1].isalpha() and before not in PREPOSITIONS
    if not follows and not says and before not in DOCUMENTS:  # "issued a statement denying"
        return None
    if opens and high < rest and tokens.text[high] == ",":  # "Saying C, S left"
        source = subject_left(scene.at, high + 1, rest, level)
    else:
        source = subject or subject_left(scene.at, clause, site.first, level)
    for frame in PARTICIPLE_FRAMES:
        found = frame(scene, site, high, level)
        if found and found[2][1] - found[2][0] > 1:
            kind = (
                "participle-object"
                if found[0] in ("subject-cue-object", "subject-cue-preposition", "subject-cue-as", "subject-cue-to")
                else "participle-clause"
            )
            one = found_at(scene, kind, site, [found[2]], source, low)
            one.cue_words = (site.first, found[1])
            return one
    return None


def _shared_subject(scene: Scene, site: CueSite, low: int, level: int, subject: Range | None, clause: int) -> Range | None:
    """The subject of an earlier verb that this one shares: "X left and said", "X met Y, then told Z"."""
    tokens = scene.tokens
    before = tokens.low[site.group - 1] if site.group > low else ""
    if before not in ("and", "but", ",", "then", "or") or not (site.tag in (PAST, PRESENT) or site.group < site.first):
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


def _quoted_content(scene: Scene, quote: int, before: int, low: int, level: int, *, closes: bool) -> Range:
    """From the quotation, or from the clause that leads into it: "the plan is “a start,” he said".

    Where another cue leads into it, the clause is content only if the sentence `closes` with the outer one.
    """
    tokens = scene.tokens
    first = before
    while first >= low and (tokens.quote[first] == quote or first == before):
        first -= 1
    first += 1
    if first > low and tokens.text[first - 1] == ":":
        return trimmed(tokens, first, before + 1)
    whole = low
    while whole < first and (tokens.text[whole] in ",;:—–" or tokens.low[whole] in ("and", "but")):
        whole += 1
    rival = not closes and any(s.cue.takes("quote", "that") for s in scene.sites(whole, first, level))
    if whole < first and (first - whole > 40 or rival):
        return trimmed(tokens, first, before + 1)
    return trimmed(tokens, whole, before + 1)


def _resumed_quote(scene: Scene, after: int, high: int, level: int) -> Range | None:
    """The second half of an interrupted quotation: `"C," S said, "C."`"""
    tokens = scene.tokens
    first = after
    while first < high and tokens.quote[first] == level:
        first += 1
    if first + 1 >= high or first == after or tokens.text[first - 1] not in (",", ".", "?", "!", ":", "—"):
        return None
    if scene.sites(after, first, level) and not tokens.text[first + 1][0].islower():
        return None
    return cut_at_quote(tokens, first, high)


def _resumed_clause(scene: Scene, quoted: Range, after: int, high: int, level: int) -> Range | None:
    """The rest of a sentence of which only the first words, and no verb, are quoted: `"Only now," S said, will they sign`."""
    tokens = scene.tokens
    if after >= high or tokens.text[after] != "," or any(scene.at.is_finite(k) for k in range(*quoted)):
        return None
    first, last = trimmed(tokens, after, high)
    plain = first < last and tokens.low[first] not in CONJUNCTIONS and tokens.low[first] not in PREPOSITIONS
    if not plain or scene.at.tags[first] == PARTICIPLE_ING or not any(scene.at.is_finite(k) for k in range(first, last)):
        return None
    return first, last


def _before_follow_up(scene: Scene, index: int, high: int, level: int) -> int:
    """Where ", adding that …" begins behind a cue; else the end."""
    tokens = scene.tokens
    comma = next((k for k in range(index, high) if tokens.text[k] == "," and tokens.quote[k] == level), high)
    return comma if any(s.tag == PARTICIPLE for s in scene.sites(comma, min(comma + 3, high), level)) else high


def _ends_sentence(scene: Scene, index: int, high: int, level: int, *, addressed: bool) -> bool:
    """Whether nothing but when and where, and to whom where the cue is `addressed`, follows it."""
    tokens = scene.tokens
    tail = range(index, high)
    if not tail or all(tokens.text[k] in STOPS for k in tail):
        return True
    verbs = any(tokens.low[k] in SURELY_FINITE or scene.at.is_cue_verb(k) for k in tail)
    plain = not verbs and not any(tokens.quote[k] != level or tokens.low[k] == "that" or _opens_infinitive(tokens, k, high) for k in tail)
    return plain and len(tail) <= 11 and (addressed or tokens.low[index] in TEMPORAL or tokens.low[index] in PREPOSITIONS)


def _opens_infinitive(tokens: Tokens, index: int, high: int) -> bool:
    """Whether "to" leads to a verb, and not to a place or a person: "on a visit to Oslo"."""
    if tokens.low[index] != "to":
        return False
    return index + 1 >= high or not (tokens.low[index + 1] in DETERMINERS or tokens.text[index + 1][0].isupper())


def _is_adjunct(scene: Scene, clause: Range) -> bool:
    """Whether a range only says when, where or as what: "In a speech that he gave in Oslo," and no more."""
    tokens, owed = scene.tokens, 0
    if clause[0] >= clause[1] or tokens.low[clause[0]] not in ADJUNCT_OPENERS:
        return False
    for k in range(*clause):
        if tokens.quote[k]:
            return False
        if tokens.low[k] in RELATIVES or tokens.low[k] in WH_WORDS:
            owed += 1
        elif scene.at.is_finite(k) and not scene.at.is_finite(k - 1):
            if not owed:
                return False
            owed -= 1
    return True


def _has_verb(scene: Scene, clause: Range) -> bool:
    tokens = scene.tokens
    return any(tokens.quote[k] or scene.at.is_finite(k) or tokens.low[k].endswith(("s", "ed")) for k in range(*clause))
