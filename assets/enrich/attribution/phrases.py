"""Where noun phrases around a cue end, and which words are verbs, from neighbours alone. Sources are found in `sources`."""

from assets.enrich.attribution.cue_lexicon import PAST, PRESENT, CueLexicon
from assets.enrich.words.closed_class import (
    AUXILIARIES,
    CLAUSE_VERBS,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    NONFINITE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    WH_WORDS,
)
from assets.enrich.words.tagging import CONTRACTED, FINITE_VERB, PARTICIPLE_ING, UNSURE, is_adjective
from assets.enrich.words.tokens import Tokens
from assets.enrich.words.wordlist import words

HELPING = CLAUSE_VERBS | AUXILIARIES
CLAUSE_MARKS = RELATIVES | WH_WORDS | PRONOUNS
PHRASE_ENDS = STOPS | DASHES | {";"}
OBJECT_ENDS = words("but while when after because although as though however")  # a condition belongs to its object
BEFORE_CLAUSE = words("even just only shortly soon long immediately especially particularly")  # "to fight on EVEN after the truce"
PERIODS = words("week month year morning afternoon evening night weekend fall autumn spring summer winter decade")
MEASURES = words("many much few little long soon far fast quickly early late possible well")  # "AS many concessions AS it can"
LONGEST_MEASURE = 5
LONGEST_INSERTION = 6
LONGEST_DATELINE = 12
LONGEST_NAMED = 10
SURE_VERBS = (CLAUSE_VERBS - {"'s"}) | words("said says told")
INSERTED = words("albeit at perhaps mostly largely")  # "a possible, AT least partial, truce"
BEFORE_MONTHS = PREPOSITIONS | words("last this next early late mid")
TRIMMED = frozenset(",;:—–-") | {"--"}


class Words:
    """Tokens with the lexicon that tells verbs: what the functions below look at."""

    __slots__ = ("lexicon", "tags", "tokens")

    def __init__(self, tokens: Tokens, lexicon: CueLexicon, tags: list[int]) -> None:
        self.tokens, self.lexicon, self.tags = tokens, lexicon, tags

    def is_finite(self, index: int) -> bool:
        """Whether a token is, in all likelihood, a finite verb."""
        tag = self.tags[index]
        if tag == FINITE_VERB:
            return True
        low = self.tokens.low[index]
        if low in HELPING and not is_month(self.tokens, index):
            return low != "'s" or (index > 0 and self.tokens.low[index - 1] in CONTRACTED)
        return tag == UNSURE and self.is_cue_verb(index)

    def is_cue_participle(self, index: int) -> bool:
        """Whether a token is the -ing form of a cue verb."""
        return self.tags[index] == PARTICIPLE_ING and self.tokens.low[index] in self.lexicon.verbs

    def is_cue_verb(self, index: int) -> bool:
        """Whether a token is a finite form of a cue verb that is no noun as well."""
        tag = self.tags[index]
        if tag != UNSURE:
            return tag == FINITE_VERB and self.tokens.low[index] in self.lexicon.verbs
        text = self.tokens.text[index]
        if not (text.isupper() and len(text) > 3):  # headlines in capitals
            return False
        return any(
            form.tag in (PAST, PRESENT) and not form.rest and not (form.cue.is_noun_too and form.tag == PRESENT)
            for form in self.lexicon.verbs.get(self.tokens.low[index], ())
        )


def trimmed(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """The range without commas and stops at its ends; marks inside quotations stay."""
    while first < last and tokens.text[first] in TRIMMED:
        first += 1
    while last > first and (tokens.text[last - 1] in TRIMMED or tokens.text[last - 1] in STOPS) and not tokens.quote[last - 1]:
        last -= 1
    return first, last


def past_dateline(tokens: Tokens, low: int, high: int) -> int:
    """Past "OSLO, May 3 (Agency) —" at the head of a range; `low` where none is."""
    if not tokens.text[low].isupper() or len(tokens.text[low]) < 3:
        return low
    dash = next((k for k in range(low + 1, min(low + LONGEST_DATELINE, high)) if tokens.text[k] in DASHES), low)
    return low if any(tokens.text[k][0].islower() for k in range(low, dash)) or dash == low else dash + 1


def is_month(tokens: Tokens, index: int) -> bool:
    """Whether a token is the month of May and not the verb: "until May"."""
    return tokens.text[index] == "May" and index > 0 and tokens.low[index - 1] in BEFORE_MONTHS


def noun_phrase_end(at: Words, index: int, high: int, level: int) -> int:
    """Where the object that begins at token `index` ends: at a comma, a clause or another verb."""
    tokens = at.tokens
    end, in_clause, in_participle = index, False, False
    while end < high:
        if tokens.quote[end] == level:
            text, low = tokens.text[end], tokens.low[end]
            in_clause = in_clause or low in CLAUSE_MARKS
            in_clause = in_clause or (end > index + 1 and low in CLAUSE_VERBS and _tells_which(tokens, end))
            if end > index and not in_clause and low in CLAUSE_VERBS and tokens.low[end - 1] != "to" and not is_month(tokens, end):
                break  # the verb of which all this is the subject
            if end > index + 1 and tokens.quote[end - 1] != level and tokens.text[end - 2] == ",":
                break  # a quotation that ends with a comma
            if text in PHRASE_ENDS:
                break
            if text == "," and not (end > index and _list_goes_on(at, index, end, high, level)):
                break
            if end > index and low in OBJECT_ENDS and not (low == "as" and _compares(at, end, high)):
                break
            if (
                low in ("and", "or", "but")
                and end + 1 < high
                and (at.is_finite(end + 1) or tokens.low[end + 1] == "that" or (not in_participle and at.is_cue_participle(end + 1)))
            ):
                break
            if low == "and" and not in_clause and end > index and _adds_clause(at, end, high, level):
                break
            if text == ":" and _begins_attribution(at, end + 1, high):
                break
            if low in ("by", "while") and end > index and end + 1 < high and at.is_cue_participle(end + 1):
                break
            in_participle = in_participle or at.tags[end] == PARTICIPLE_ING
        end += 1
    while end > index + 1 and end < high and tokens.low[end - 1] in BEFORE_CLAUSE:
        end -= 1
    return end


def _tells_which(tokens: Tokens, verb: int) -> bool:
    """Whether a name before a verb opens a relative clause without pronoun: "the interview BRANDT did in Oslo"."""
    before = tokens.low[verb - 2]
    is_noun = tokens.text[verb - 2][0].islower() and before not in PREPOSITIONS and before not in DETERMINERS and before not in CONJUNCTIONS
    return is_noun and tokens.text[verb - 1][0].isupper()


def _adds_clause(at: Words, joint: int, high: int, level: int) -> bool:
    """Whether "and" adds a clause with a subject of its own: "declined to comment AND aides later said"."""
    tokens = at.tokens
    for k in range(joint + 1, min(joint + 6, high)):
        if tokens.quote[k] != level or not tokens.text[k][0].isalnum() or tokens.low[k] in CLAUSE_MARKS or tokens.low[k] in CONJUNCTIONS:
            return False
        if k > joint + 1 and tokens.low[k] in SURE_VERBS:
            return True
    return False


def _begins_attribution(at: Words, index: int, high: int) -> bool:
    """Whether somebody begins to speak: "backs the truce: AN ENVOY SAID that it would hold"."""
    for k in range(index, min(index + LONGEST_NAMED, high)):
        if not at.tokens.text[k][0].isalnum():
            return False
        if at.is_finite(k):
            return at.is_cue_verb(k)
    return False


def _list_goes_on(at: Words, first: int, comma: int, high: int, level: int) -> bool:
    """Whether a comma stands in a list of nouns ("in voting, registration and turnout"), or of what is done ("ending A, easing B and")."""
    tokens = at.tokens
    if comma + 1 < high and (tokens.low[comma + 1] == "including" or _joins_adjectives(tokens, comma, high)):
        return True
    joined = False
    for k in range(comma + 1, min(comma + 10, high)):
        low = tokens.low[k]
        if tokens.quote[k] != level or tokens.text[k] in STOPS or tokens.text[k] in ";:—–" or at.is_finite(k) or low in PRONOUNS:
            return False
        if low in ("and", "or"):
            joined = k > comma + 1
            break
        if (at.tags[k] == PARTICIPLE_ING and at.tags[first] != PARTICIPLE_ING) or low in CONJUNCTIONS or low in RELATIVES:
            return False
    if not joined:
        return False
    return not any(at.is_finite(j) or tokens.low[j] in PRONOUNS for j in range(k + 1, min(k + 4, high)))


def _joins_adjectives(tokens: Tokens, comma: int, high: int) -> bool:
    """Whether a comma stands between the adjectives of one noun: "a positive, creative talk", "a possible, at least partial, truce"."""
    if comma < 2 or comma + 2 >= high or tokens.low[comma - 2] not in DETERMINERS:
        return comma > 3 and _joins_insertion(tokens, comma)
    if not is_adjective(tokens.low[comma - 1]) or not tokens.text[comma + 1][0].islower():
        return False
    if any(tokens.text[k] == "," for k in range(comma + 2, min(comma + LONGEST_INSERTION, high))):
        return tokens.low[comma + 1] in INSERTED
    return is_adjective(tokens.low[comma + 1]) and tokens.text[comma + 2][0].isalpha()


def _joins_insertion(tokens: Tokens, comma: int) -> bool:
    """Whether a comma closes what another has opened between an adjective and its noun."""
    opening = next((k for k in range(comma - 2, max(2, comma - LONGEST_INSERTION), -1) if tokens.text[k] == ","), None)
    if opening is None or tokens.low[opening - 2] not in DETERMINERS or not is_adjective(tokens.low[opening - 1]):
        return False
    return tokens.low[opening + 1] in INSERTED


def _compares(at: Words, index: int, high: int) -> bool:
    """Whether "as" belongs to its noun phrase ("as many as possible", "them as evidence of C") and begins no clause."""
    low = at.tokens.low
    if low[index + 1 : index + 2] and low[index + 1] in MEASURES:
        return True  # "as much as it can"
    if any(low[k] == "as" and low[k + 1] in MEASURES for k in range(max(0, index - LONGEST_MEASURE), index)):
        return True
    for k in range(index + 1, min(index + 8, high)):
        if at.is_finite(k) and at.tokens.low[k] not in NONFINITE:
            return False
        if not at.tokens.text[k][0].isalnum():
            return True
    return True
