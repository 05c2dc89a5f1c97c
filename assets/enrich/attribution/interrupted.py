"""Statements that their speaker interrupts: "C1, warns S of the ministry, C2". Contents in one piece: `leading`, `rules`."""

from assets.enrich.attribution.cue_sites import Scene
from assets.enrich.attribution.found import Range
from assets.enrich.attribution.phrases import trimmed
from assets.enrich.words.closed_class import (
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SENTENCE_OPENERS,
    STOPS,
    TEMPORAL,
    is_adverb,
)  # fmt: skip
from assets.enrich.words.wordlist import words

PERIODS_OF = words("this that these those once twice now then here there")
CONNECTIVES = CONJUNCTIONS | SENTENCE_OPENERS
LONGEST_HEAD = 14  # tokens of a clause before its speaker interrupts it
LONGEST_NAMED = 24


def interrupted(scene: Scene, clause: Range, source: Range, high: int, level: int) -> tuple[int, Range] | None:
    """Where the speaker ends and the clause goes on: "A break, warns S of the ministry, WOULD …", "This time, says S, THEY HAVE …"."""
    tokens = scene.tokens
    after = next((k for k in range(*source) if tokens.text[k] == ","), source[1])
    if clause[1] - clause[0] > LONGEST_HEAD or clause[1] <= clause[0]:
        return None
    if any(tokens.quote[k] != level for k in range(*clause)) or scene.sites(clause[0], clause[1], level):
        return None
    is_adjunct = (
        tokens.low[clause[0]] in PERIODS_OF
        or tokens.low[clause[0]] in PREPOSITIONS
        or tokens.low[clause[0]] in TEMPORAL
        or tokens.low[clause[0]] in CONNECTIVES
    )
    for comma in range(after, min(after + LONGEST_NAMED, high - 2)):
        if tokens.quote[comma] != level or tokens.text[comma] in STOPS or tokens.text[comma] == ";":
            return None
        if tokens.text[comma] != ",":
            continue
        first, last = trimmed(tokens, comma, high)
        if last - first < 2 or tokens.quote[first] != level:
            return None
        if (
            scene.at.is_finite(first)
            or _may_be_verb(scene, first)
            or (is_adverb(tokens.low[first]) and (not is_adjunct or scene.at.is_finite(first + 1)))
        ):
            return None if tokens.low[first - 2 :][:1] == ["who"] else (comma, (first, last))
        if tokens.low[first] in RELATIVES:
            continue
        opens = tokens.low[first] in DETERMINERS or tokens.low[first] in PRONOUNS or tokens.text[first][0].isupper()
        if is_adjunct and opens and _has_verb_before_comma(scene, first, last):
            return comma, (first, last)
    return None


def _may_be_verb(scene: Scene, index: int) -> bool:
    """Whether what reads as a noun has an object: "its fishermen, said S, STAND to lose C"."""
    tokens = scene.tokens
    follows = tokens.low[index + 1] == "to" or tokens.low[index + 1] in DETERMINERS
    return follows and bool(scene.lexicon.forms[tokens.low[index]])


def _has_verb_before_comma(scene: Scene, first: int, last: int) -> bool:
    for k in range(first + 1, last):
        if scene.tokens.text[k] == "," or scene.tokens.low[k] in RELATIVES:
            return False
        if scene.at.is_finite(k):
            return True
    return False
