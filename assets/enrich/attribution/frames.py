"""What a cue may take to its right: a clause, a quotation, an infinitive. Objects, sources, and contents to the left, stand in other rooms.

A frame is a function from a cue in the text to a `Match`, or None where the text does not have the shape.
"""

from collections.abc import Callable
from functools import lru_cache

from assets.enrich.attribution.content import addressee_end, clause_right, is_time, quote_right, starts_clause
from assets.enrich.attribution.cue_lexicon import Cue
from assets.enrich.attribution.cue_sites import Scene
from assets.enrich.attribution.found import CueSite, Range
from assets.enrich.attribution.phrases import noun_phrase_end, trimmed
from assets.enrich.words.closed_class import (
    CONJUNCTIONS,
    DASHES,
    DAYS,
    DETERMINERS,
    NONFINITE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    WH_WORDS,
    is_adverb,
)
from assets.enrich.words.tokens import Tokens
from assets.enrich.words.wordlist import words

MANNER = words("more this that way like thus as follows in part")
FARTHEST_COLON = 4
LONGEST_ASIDE = 16
FARTHEST_AS = 25  # tokens of an object before "as"
QUESTIONS = words("whether how why")
FARTHEST_VERB = 30  # tokens from the first of a clause to its verb
NEAR_CLOSING = 8  # tokens of an insertion: "the talks, HELD IN OSLO, will"
AMID = words("despite amid following over")
LONGEST_TERMS = 6  # tokens: "in the strongest possible terms"
AGAIN = ["time", "and", "again"]
LINKS = words("however though too instead moreover nonetheless nevertheless meanwhile therefore also")
PARTS_OF_DAY = words("morning afternoon evening night")
CONCEDING = words("while although though when until unless because")
NO_CLAUSE = words("is are was were when while after before because although though as until unless and or but than")
Match = tuple[str, int, Range]  # name of the rule, end of the cue, content
Frame = Callable[[Scene, CueSite, int, int], Match | None]
_TAKEN_BY: dict[Frame, Callable[[Cue], bool]] = {}


def taken_by(takes: Callable[[Cue], bool]) -> Callable[[Frame], Frame]:
    """Tells which cues a frame is for; it is tried with no other."""

    def tell(frame: Frame) -> Frame:
        _TAKEN_BY[frame] = takes
        return frame

    return tell


@lru_cache(maxsize=1 << 14)
def fitting(cue: Cue, frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """Of frames those for a cue, in their order: asked once a cue, not at each of its places."""
    return tuple(frame for frame in frames if _TAKEN_BY[frame](cue))


@taken_by(lambda cue: cue.takes("obj") and cue.takes("quote", "that", "clause", "wh", "to"))
def addressee(scene: Scene, site: CueSite, high: int, level: int) -> Match | None:
    """S told O (that) C; S urged O to C."""
    tokens = scene.tokens
    if site.last >= high or not tokens.text[site.last][0].isalnum():
        return None
    if tokens.low[site.last] in ("that", "to") or tokens.low[site.last] in WH_WORDS or tokens.quote[site.last] != level:
        return None
    begin = addressee_end(scene, site.last, high, level, to=site.cue.takes("to"))
    if begin is None:
        return None
    is_infinitive = tokens.low[begin] == "to"
    if not is_infinitive and tokens.quote[begin] == level and not site.cue.takes("quote", "that", "clause", "wh"):
        return None  # "offered a truce that both sides accept"
    if (
        not is_infinitive
        and tokens.low[site.last] in site.cue.prepositions
        and tokens.quote[begin] == level
        and tokens.low[begin] != "that"
    ):
        return None  # "asked for a debate on landing rights"
    end = noun_phrase_end(scene.at, begin + 1, high, level) if is_infinitive else high
    first = site.last if is_infinitive else begin
    content = trimmed(tokens, first, end) if is_infinitive else clause_right(scene, begin, high, level, site.tag)
    return ("subject-cue-addressee-to" if is_infinitive else "subject-cue-addressee-clause", site.last, content)


@taken_by(lambda cue: cue.takes("quote", "that", "clause"))
def direct(scene: Scene, site: CueSite, high: int, level: int) -> Match | None:
    """S said: C; S said "C"; S called it "C"."""
    tokens = scene.tokens
    index = site.last
    if index >= high:
        return None
    colon = index
    while colon + 1 < high and colon < index + FARTHEST_COLON and (is_adverb(tokens.low[colon]) or tokens.low[colon] in MANNER):
        colon += 1  # "put it more bluntly: C"
    if tokens.text[colon] == ":":
        return "subject-cue-colon", index, trimmed(tokens, colon + 1, high)
    if tokens.text[index] == "," and index + 1 < high and tokens.quote[index + 1] != level:
        index += 1
    if tokens.quote[index] != level:
        return "subject-cue-quote", site.last, quote_right(scene, *trimmed(tokens, index, high))
    return None


@taken_by(lambda cue: cue.takes("that", "wh"))
def that_clause(scene: Scene, site: CueSite, high: int, level: int) -> Match | None:
    """S said (on Monday, in a statement) that C."""
    tokens = scene.tokens
    if site.last >= high:
        return None
    index = site.last
    index += 3 * (tokens.low[index] == "time" and tokens.low[index : index + 3] == AGAIN)
    while (
        index + 1 < high
        and (is_adverb(tokens.low[index]) or tokens.low[index] == "however")
        and tokens.quote[index] == level
        and index < site.last + 3
    ):
        index += 1
    if tokens.low[index] != "that":
        index = site.last
    if tokens.low[index] in ("that", "if", "whether", "how", "what", "why", "who") and tokens.quote[index] == level:
        content = clause_right(scene, index, high, level, site.tag)
        if site.cue.takes("np") and tokens.low[index] == "that" and not _has_verb(scene, content, level):
            return None  # "disputed that account"
        return "subject-cue-that", site.last, content
    if not starts_clause(tokens, index, high):
        return None
    if tokens.text[index] == "," or tokens.text[index] in DASHES:  # "denies, as it has since April, that C"
        closing = next((k for k in range(index + 2, min(index + LONGEST_ASIDE, high - 1)) if tokens.text[k] == tokens.text[index]), None)
        if closing and tokens.low[closing + 1] == "that" and tokens.quote[closing + 1] == level and not scene.sites(index, closing, level):
            return "subject-cue-that", site.last, clause_right(scene, closing + 1, high, level, site.tag)
    for k in range(index, min(index + 16, high)):
        if tokens.quote[k] != level:
            if tokens.low[k - 1] == "to" and site.cue.takes("to"):
                return None  # "promised to “stop the war”" is an infinitive
            return "subject-cue-adjunct-that", site.last, quote_right(scene, *trimmed(tokens, k, high))
        if tokens.text[k] == ":":
            return "subject-cue-colon", site.last, trimmed(tokens, k + 1, high)
        if tokens.low[k] == "that" and k > index:
            timed = all(is_time(tokens, j, high) or tokens.low[j] == "on" for j in range(index, k))
            if _tells_noun(scene, index, k):
                return None
            if not (site.cue.kind == "speech" or timed) or not has_clause(scene, k + 1, high, level):
                return None  # a relative clause: "saw with every breath that"
            return "subject-cue-adjunct-that", site.last, clause_right(scene, k, high, level, site.tag)
        if tokens.text[k] in STOPS or scene.at.is_finite(k):
            return None
    return None


def _tells_noun(scene: Scene, first: int, that: int) -> bool:
    """Whether a clause is what a noun tells: "voted DESPITE WARNINGS from S that C"."""
    low = scene.tokens.low
    amid = next((k for k in range(first, that) if low[k] in AMID), that)
    return any(low[k] in scene.lexicon.nouns for k in range(amid + 1, that))


@taken_by(lambda cue: bool(cue.prepositions))
def prepositional(scene: Scene, site: CueSite, high: int, level: int) -> Match | None:
    """S called for C; S warned of C."""
    tokens = scene.tokens
    if site.cue.takes("obj"):
        for k in range(site.last + 1, min(site.last + 12, high)):
            if tokens.low[k] in site.cue.prepositions and tokens.quote[k] == level:
                return "subject-cue-object-preposition", site.last, trimmed(tokens, site.last, noun_phrase_end(scene.at, k, high, level))
            if tokens.text[k] == "," and (resumes := _past_aside(scene, k, high)):
                return (
                    "subject-cue-object-preposition",
                    site.last,
                    trimmed(tokens, site.last, noun_phrase_end(scene.at, resumes, high, level)),
                )
            if tokens.text[k] in ",;:." or scene.at.is_finite(k):
                break
    if site.cue.takes("obj") and not site.cue.takes("quote", "that", "wh", "to"):
        return None  # "accused of", "compared with" are passive
    index = after_day(tokens, site.last, high)
    index += (
        index + 1 < high and tokens.low[index].endswith("ly") and tokens.low[index + 1] in site.cue.prepositions
    )  # "reacted angrily to"
    if index < high and tokens.low[index] in site.cue.prepositions and tokens.quote[index] == level:
        content = trimmed(tokens, index + 1, noun_phrase_end(scene.at, index + 1, high, level))
        return "subject-cue-preposition", index + 1, content
    return None


def _past_aside(scene: Scene, comma: int, high: int) -> int | None:
    """Where the preposition comes behind a relative clause: "accused the League, which backed X, OF C"."""
    tokens = scene.tokens
    if comma + 3 >= high or tokens.low[comma + 1] not in RELATIVES:
        return None
    closing = next((k for k in range(comma + 2, min(comma + LONGEST_ASIDE, high - 1)) if tokens.text[k] == ","), None)
    return closing + 1 if closing and tokens.low[closing + 1] in ("of", "for", "with", "to") else None


@taken_by(lambda cue: cue.takes("to"))
def infinitive(scene: Scene, site: CueSite, high: int, level: int) -> Match | None:
    """S refused to C; S wants O to C is an object."""
    tokens = scene.tokens
    index = after_day(tokens, site.last, high)
    index += index + 1 < high and tokens.low[index] in ("also", "now", "again", "either") and tokens.low[index + 1] == "to"
    verb = index + (index + 1 < high and tokens.low[index] == "not")  # "agreed NOT to fire"
    if verb < high and tokens.low[verb] == "to" and tokens.quote[index] == level:
        return "subject-cue-to", index, trimmed(tokens, index, noun_phrase_end(scene.at, verb + 1, high, level))
    return None


def after_day(tokens: Tokens, index: int, high: int) -> int:
    """Past a day, a link or how it is said at `index`: "agreed on Friday night to C", "hopes, HOWEVER, to C"; else `index` itself."""
    if index + 3 < high and tokens.text[index] == "," == tokens.text[index + 2] and tokens.low[index + 1] in LINKS:
        return index + 3
    if index + 3 < high and tokens.low[index] == "in" and "terms" in tokens.low[index + 2 : index + LONGEST_TERMS]:
        return tokens.low.index("terms", index) + 1  # "condemned in the strongest terms C"
    if index + 1 < high and tokens.low[index] == "on" and tokens.low[index + 1] in DAYS:
        index += 2
        return index + (index < high and tokens.low[index] in PARTS_OF_DAY)
    return index


@taken_by(lambda cue: cue.takes("as"))
def described(scene: Scene, site: CueSite, high: int, level: int) -> Match | None:
    """S described O as C; S sees O as C."""
    tokens = scene.tokens
    for k in range(site.last, min(site.last + FARTHEST_AS, high)):
        if tokens.quote[k] == level and (tokens.text[k] in STOPS or tokens.text[k] in ",;:" or scene.at.is_finite(k)):
            return None
        if tokens.low[k] == "as" and tokens.quote[k] == level:
            near = range(k + 1, min(k + 5, high))
            relative = next((j for j in near if tokens.low[j] in RELATIVES or tokens.low[j] in ("and", "but", ",")), min(k + 5, high))
            if any(tokens.quote[j] == level and scene.at.is_finite(j) and tokens.low[j] not in NONFINITE for j in range(k + 1, relative)):
                return None  # "as" of time: "rejects the award as X urges restraint"
            return "subject-cue-as", site.last, trimmed(tokens, site.last, noun_phrase_end(scene.at, k + 1, high, level))
    return None


@taken_by(lambda cue: cue.takes("clause"))
def bare_clause(scene: Scene, site: CueSite, high: int, level: int) -> Match | None:
    """S said C, without "that"."""
    tokens = scene.tokens
    if site.last >= high or tokens.quote[site.last] != level:
        return None
    index = site.last
    first = tokens.text[index]
    if first in STOPS or first in ",;" or not (first[0].isalnum() or first in "$(["):
        return None
    if tokens.low[index] in NO_CLAUSE:
        leads = tokens.low[index] in CONCEDING and site.cue.kind == "speech" and _leads_clause(scene, index, high, level)
        return ("subject-cue-clause", site.last, clause_right(scene, index, high, level, site.tag)) if leads else None
    if is_time(tokens, index, high) or tokens.low[index] in PREPOSITIONS:
        begin = addressee_end(scene, index, high, level, to=False)
        if begin is not None and tokens.quote[begin] == level:
            return "subject-cue-adjunct-clause", site.last, clause_right(scene, begin, high, level, site.tag)
        says = site.cue.lemma == "say" and tokens.low[index] not in ("to", "of", "about", "by")
        if not says or not any(tokens.quote[k] != level or scene.at.is_finite(k) for k in range(index, high)):
            return None  # "said in Oslo"
    if has_clause(scene, index, high, level) or (site.cue.lemma == "say" and high - index > 4):
        return "subject-cue-clause", site.last, clause_right(scene, index, high, level, site.tag)
    return None


def _leads_clause(scene: Scene, index: int, high: int, level: int) -> bool:
    """Whether a clause, its comma and another clause follow: "said WHILE TALKS WERE WELCOME, the port would stay open"."""
    tokens = scene.tokens
    comma = next(
        (k for k in range(index + 3, min(index + FARTHEST_VERB, high - 2)) if tokens.text[k] == "," and tokens.quote[k] == level), None
    )
    return comma is not None and has_clause(scene, index + 1, comma, level) and has_clause(scene, comma + 1, high, level)


def has_clause(scene: Scene, index: int, high: int, level: int) -> bool:
    """Whether a clause begins at token `index`: a subject and its finite verb, past relative clauses."""
    tokens = scene.tokens
    owed = 0  # verbs of relative clauses yet to come
    fronted = index < high and (tokens.low[index] in PREPOSITIONS or tokens.text[index] == "[")  # "with the new council, we are …"
    closing = index
    for k in range(index, min(index + FARTHEST_VERB, high)):
        low = tokens.low[k]
        if k < closing and tokens.quote[k] == level:
            continue  # "the talks, held in Oslo, will"
        if tokens.quote[k] != level:
            return True
        if tokens.text[k] in STOPS or tokens.text[k] in ";:":
            return False
        if tokens.text[k] == "," and not fronted:
            if not _opens_insertion(tokens, k, high):
                return False
            after = 1 + next((j for j in range(k + 1, min(k + NEAR_CLOSING, high - 1)) if tokens.text[j] == ","), k)
            closing = after if after < high and scene.at.is_finite(after) else closing
        fronted = fronted and tokens.text[k] != ","
        if k > index and (low in RELATIVES or low in WH_WORDS or (low in PRONOUNS and k + 1 < high and scene.at.is_finite(k + 1))):
            owed += tokens.low[k - 1] not in ("and", "or", ",")
        elif k > index and scene.at.is_finite(k) and not scene.at.is_finite(k - 1):
            if tokens.low[k - 1] in ("and", "or", "but"):
                return False
            if not owed:
                return True
            owed -= 1
    return False


def raising(scene: Scene, site: CueSite, source: Range, high: int, level: int) -> Match | None:
    """C seems to C, C appears ready: whose impression it is stays unsaid."""
    tokens, index = scene.tokens, site.last
    if not site.cue.takes("raising") or index >= high or tokens.quote[index] != level:
        return None
    word = tokens.low[index]
    if word != "to" and (word in PREPOSITIONS or word in CONJUNCTIONS or word in DETERMINERS or not word[0].isalpha()):
        return None
    return "raising", site.last, trimmed(tokens, index, noun_phrase_end(scene.at, index + 1, high, level))


def _has_verb(scene: Scene, content: Range, level: int) -> bool:
    tokens = scene.tokens
    inside = range(content[0] + 1, content[1])
    return any(tokens.quote[k] != level or scene.at.is_finite(k) or tokens.low[k].endswith("s") for k in inside)


def _opens_insertion(tokens: Tokens, comma: int, high: int) -> bool:
    """Whether an apposition or a relative clause follows a comma, and not another clause."""
    if comma + 1 >= high or tokens.low[comma + 1] in RELATIVES or tokens.low[comma + 1] in ("a", "an"):
        return True
    closed = any(tokens.text[k] == "," for k in range(comma + 1, min(comma + NEAR_CLOSING, high)))
    return closed and tokens.low[comma + 1] not in PRONOUNS and tokens.low[comma + 1] not in CONJUNCTIONS
