"""Content that stands before its cue: `"C," S said`, `C, said S`, `C, S said, C`. Content after the cue is read by `rules`.

Each rule has a name and a confidence, its measured precision; `confidence` holds the table.
"""

from assets.enrich.attribution.content import cut_at_quote
from assets.enrich.attribution.cue_lexicon import BASE, PARTICIPLE, PAST, PRESENT
from assets.enrich.attribution.cue_sites import Scene, found_at
from assets.enrich.attribution.found import CueSite, Found, Range
from assets.enrich.attribution.gaps import is_claim
from assets.enrich.attribution.interrupted import interrupted
from assets.enrich.attribution.phrases import past_dateline, trimmed
from assets.enrich.attribution.sources import source_left, source_right
from assets.enrich.words.closed_class import (
    CLAUSE_VERBS,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SENTENCE_OPENERS,
    STOPS,
    TEMPORAL,
    WH_WORDS,
    is_adverb,
)
from assets.enrich.words.tagging import PARTICIPLE_ING
from assets.enrich.words.tokens import Tokens
from assets.enrich.words.wordlist import words

SHORTEST_CLAUSE = 3
FARTHEST_SAID = 16  # tokens of "As X, the foreign minister of Y, said"
ADJUNCT_OPENERS = words("in at on during after before with amid since despite like unlike as")
AS_OPENERS = words("as and but")  # of "As S said, C"
CONNECTIVES = CONJUNCTIONS | SENTENCE_OPENERS
CLOSED: tuple[list[str], ...] = ([], ["."], [","])  # what stands right after a cue that has no object
SURELY_FINITE = FINITE - {"'s"}


def content_left(scene: Scene, site: CueSite, low: int, high: int, level: int) -> Found | None:
    """The content stands before a cue that says: `"C," S said`, `"C," said S`, `C, S said`."""
    if site.tag not in (PAST, PRESENT, BASE) or site.is_passive or site.first < low + 2:
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
        if tokens.quote[before - 1] == level == tokens.quote[before] and _is_subject(scene, source, high):
            return None
    if before > low + SHORTEST_CLAUSE and tokens.low[before] == "as" and tokens.text[before - 1] == "," and not inverted:
        closed = site.last >= high or not tokens.text[site.last][0].isalnum()
        clause = trimmed(tokens, past_dateline(tokens, low, before), before - 1)
        if closed and not tokens.quote[before - 2] and not site.is_negated and _has_finite(scene, clause):
            return found_at(scene, "as-subject-cue", site, [clause], source, low)  # "C, as S had feared"
    if before > low and tokens.low[before] == "as" and not inverted and site.cue.says:
        before -= 1  # "“C,” as S likes to say"
        if tokens.quote[low] == level or _quote_ends_at(scene, before, low, level) != tokens.quote[low]:
            return None  # "pledges to “C,” as he puts it"
    if before < low or tokens.low[source[0]] in RELATIVES:
        return None
    if tokens.low[source[0]] in ("a", "an") and any(is_claim(scene, source[0], k) for k in range(source[0] + 2, source[1])):
        return None
    after = source[1] if inverted else site.last
    quoted = _quote_ends_at(scene, before, low, level)
    if quoted is not None:
        closes = _ends_sentence(scene, after, high, level, addressed=site.cue.takes("obj"))
        content = [_quoted_content(scene, quoted, before, low, level, closes=closes)]
        rest = _resumed_quote(scene, after, high, level) or _resumed_clause(scene, content[0], after, high, level)
        content += [rest] if rest else []
        return found_at(scene, "quote-cue-subject" if inverted else "quote-subject-cue", site, content, source, low)
    if tokens.text[before] != "," or site.is_negated or not site.cue.takes("clause", "quote") or _goes_on(scene, site, after, high):
        return None
    clause = trimmed(tokens, past_dateline(tokens, low, before), before + 1)
    if inverted and all(tokens.low[k] in CONNECTIVES for k in range(*clause)) and (told := _resumed_quote(scene, after, high, level)):
        return found_at(scene, "quote-cue-subject", site, [told], source, low)  # "But, said S, “C”"
    if not inverted:
        return _clause_before(scene, site, clause, source, low, high, level)
    if site.cue.takes("clause") and not _has_finite(scene, clause) and (resumed := interrupted(scene, clause, source, high, level)):
        return found_at(scene, "clause-cue-subject", site, [clause, resumed[1]], (source[0], resumed[0]), low)
    is_clause = site.cue.takes("clause") and _is_clause(scene, clause, after)
    return found_at(scene, "clause-cue-subject", site, [clause], source, low) if is_clause else None


def as_said(scene: Scene, low: int, high: int, level: int) -> Found | None:
    """As S said (on Monday), C; As S told O, C."""
    tokens = scene.tokens
    first = low + (tokens.low[low] in ("and", "but"))
    if tokens.low[first] != "as":
        return None
    site = next(iter(scene.sites(first + 1, min(first + FARTHEST_SAID, high), level)), None)
    if site is None or site.tag not in (PAST, PRESENT) or site.is_passive or site.is_negated or not site.cue.says:
        return None
    comma = next((k for k in range(site.last, high) if tokens.text[k] == "," and tokens.quote[k] == level), high)
    source = source_left(scene.at, first + 1, site.group, level)
    if source is None or source[0] != first + 1 or not _ends_sentence(scene, site.last, comma, level, addressed=site.cue.takes("obj")):
        return None
    content = trimmed(tokens, comma, high)
    return found_at(scene, "as-subject-cue", site, [content], source, low) if content[1] - content[0] >= SHORTEST_CLAUSE else None


def _clause_before(scene: Scene, site: CueSite, clause: Range, source: Range, low: int, high: int, level: int) -> Found | None:
    """C, S said (on Monday); C, S said, C; C, S said on Monday, and C."""
    tokens, after = scene.tokens, site.last
    addressed = site.cue.takes("obj")
    end = _before_follow_up(scene, after, high, level)
    comma = next((k for k in range(after, end) if tokens.text[k] in ",;" and tokens.quote[k] == level), end)
    is_clause = _is_clause(scene, clause, after) and _has_verb(scene, clause)
    semicolon = next((k for k in range(clause[1] - 2, clause[0], -1) if tokens.text[k] == ";" and tokens.quote[k] == level), None)
    if semicolon is not None:
        clause = semicolon + 1, clause[1]  # "X left; C, S said"
    if is_clause and _ends_sentence(scene, after, end, level, addressed=addressed):
        return found_at(scene, "clause-subject-cue", site, [clause], source, low)
    if comma == end or not _has_verb(scene, (clause[0], high)):
        return None
    resumed = trimmed(tokens, comma, high)
    if comma > after and not is_clause and clause[1] > clause[0] and _ends_sentence(scene, after, comma, level, addressed=False):
        shares = _has_finite(scene, resumed)  # "If anything, S argued in a letter, C"
        if not shares:
            return None
    elif comma > after:
        told_after = comma + 1 < high and (tokens.quote[comma + 1] != level or tokens.low[comma + 1] == "that")
        if told_after or not is_clause or not _ends_sentence(scene, after, comma, level, addressed=addressed):
            return None
        shares = resumed[1] - resumed[0] > 2 and tokens.low[resumed[0]] in ("and", "but") and _is_verb_of_subject(scene, resumed[0] + 1)
    elif clause[1] > clause[0] and resumed[1] - resumed[0] > 1:
        shares = not _is_of_another(scene, resumed, level)
    else:
        return None
    if shares:
        clause = _subject_of_rest(scene, clause, resumed, level)
        return found_at(scene, "clause-subject-cue-clause", site, [clause, resumed], source, low)
    return found_at(scene, "clause-subject-cue", site, [clause], source, low)


def _subject_of_rest(scene: Scene, clause: Range, resumed: Range, level: int) -> Range:
    """What a cue interrupts before the verb, without a clause of the writer's before it: "X left, and OSLO, S said, WILL FOLLOW"."""
    tokens, (first, last) = scene.tokens, clause
    if not scene.at.is_finite(resumed[0]):
        return clause
    joint = next((k for k in range(last - 2, first, -1) if tokens.low[k] in ("and", "but") and tokens.text[k - 1] == ","), None)
    if joint is None or tokens.quote[joint] != level or _has_finite(scene, (joint + 1, last)) or not _has_finite(scene, (first, joint)):
        return clause
    return joint + 1, last


def _is_clause(scene: Scene, clause: Range, after: int) -> bool:
    """Whether a range may be what was said, and not when or as what: "In Oslo, S told a joke"."""
    closed = scene.tokens.text[after : after + 1] in CLOSED
    return clause[1] - clause[0] >= SHORTEST_CLAUSE and (closed or not _is_adjunct(scene, clause))


def _is_verb_of_subject(scene: Scene, index: int) -> bool:
    """Whether a finite verb stands at `index`, so that its subject is the one of the clause before."""
    return scene.at.is_finite(index) or (is_adverb(scene.tokens.low[index]) and scene.at.is_finite(index + 1))


def _is_of_another(scene: Scene, resumed: Range, level: int) -> bool:
    """Whether what follows the comma is an attribution of its own: ", and the ministry said the road would follow"."""
    first, last = resumed
    if scene.tokens.low[first] not in ("and", "but", "while"):
        return False
    for site in scene.sites(first + 2, last, level):
        if site.tag in (PAST, PRESENT) and site.cue.kind == "speech" and site.cue.says:
            return source_left(scene.at, first + 1, site.group, level) == (first + 1, site.group)
    return False


def _goes_on(scene: Scene, site: CueSite, after: int, high: int) -> bool:
    """Whether the cue takes what follows it: "if X left, he insisted ON staying", not "he wrote on Monday"."""
    return after + 1 < high and scene.tokens.low[after] in site.cue.prepositions and scene.at.tags[after + 1] == PARTICIPLE_ING


def _is_subject(scene: Scene, source: Range, high: int) -> bool:
    """Whether a pronoun behind the cue has a verb of its own: "X, asked about C, said IT WAS dead"."""
    low = scene.tokens.low[source[0]]
    return low == "it" or (low in PRONOUNS and source[1] < high and scene.at.is_finite(source[1]))


def _has_own_verb(scene: Scene, source: Range) -> bool:
    """Whether what follows the cue is a clause of its content and no speaker: `X, citing "…," said the plan would fail`."""
    low = scene.tokens.low
    head = next((k for k in range(*source) if low[k] in RELATIVES or low[k] == ","), source[1])
    return any(low[k] in CLAUSE_VERBS for k in range(source[0], head))


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
    rival = not closes and any(s.cue.says for s in scene.sites(whole, first, level))
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


def _has_finite(scene: Scene, clause: Range) -> bool:
    return any(scene.at.is_finite(k) for k in range(*clause))


def _has_verb(scene: Scene, clause: Range) -> bool:
    tokens = scene.tokens
    return any(tokens.quote[k] or scene.at.is_finite(k) or tokens.low[k].endswith(("s", "ed")) for k in range(*clause))
