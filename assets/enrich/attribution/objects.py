"""What a cue may take as an object: "condemned C", "called C a sham", "the report shows C". Clauses are `frames`."""

from assets.enrich.attribution.content import clause_right, is_time
from assets.enrich.attribution.cue_lexicon import BASE, PARTICIPLE, PRESENT, Cue
from assets.enrich.attribution.cue_sites import Scene
from assets.enrich.attribution.found import CueSite, Range
from assets.enrich.attribution.frames import FARTHEST_AS, QUESTIONS, Match, after_day, taken_by
from assets.enrich.attribution.phrases import noun_phrase_end, trimmed
from assets.enrich.words.closed_class import DASHES, DAYS, DETERMINERS, PREPOSITIONS, PRONOUNS, STOPS, WH_WORDS
from assets.enrich.words.tagging import FINITE_VERB, OBJECTS, PARTICIPLE_ING
from assets.enrich.words.tokens import Tokens
from assets.enrich.words.wordlist import words

FARTHEST_JUDGEMENT = 14  # tokens: "finds the return of the bodies and of the fleet DIFFICULT"
MODALS = words("would could will might")
REFUSALS = words("cannot can can't couldn't wouldn't won't must never")
ADJUNCTS = ("on", "in")
NAMED_SO = words("call calls called describe describes described term terms termed")
FARTHEST_NAMED = 8  # tokens of "what the minister has called"
LEADING = PREPOSITIONS | {"'s"}
CALENDAR = DAYS | words("yesterday today tomorrow tonight")


@taken_by(lambda cue: cue.takes("judged"))
def judged(scene: Scene, site: CueSite, high: int, level: int) -> Match | None:
    """S finds C UNACCEPTABLE; what S holds C responsible for: `called`."""
    tokens = scene.tokens
    for k in range(site.last, min(site.last + FARTHEST_JUDGEMENT, high)):
        if tokens.quote[k] != level:
            continue
        if tokens.low[k] in scene.lexicon.terms.judgement:
            if k == site.last and not _opens_judgement(tokens, k, high):
                return None
            return "subject-cue-judged", site.last, trimmed(tokens, site.last, noun_phrase_end(scene.at, k, high, level))
        if tokens.text[k] in STOPS or tokens.text[k] in ",;:" or scene.at.is_finite(k):
            return None
    return None


def _opens_judgement(tokens: Tokens, index: int, high: int) -> bool:
    """Whether what is judged follows: "finds UNACCEPTABLE the clause on the port"."""
    return index + 1 < high and tokens.low[index + 1] in DETERMINERS


@taken_by(lambda cue: cue.takes("present", "np", "ing", "noun", "doc", "modal", "refused"))
def np_object(scene: Scene, site: CueSite, high: int, level: int) -> Match | None:
    """S condemned C."""
    tokens = scene.tokens
    index = site.last
    if index < high and tokens.low[index] in ADJUNCTS:  # "announced on Monday C"
        index = after_day(tokens, index, high)
    if index >= high:
        return None
    quoted = any(tokens.quote[k] != level for k in range(index, min(index + 4, high)))
    present = site.cue.takes("present") and (site.tag in (BASE, PRESENT) or quoted)  # "sees C", "saw a “sham”"; not "saw the port"
    willed = not present and "refused" in site.cue.frames and _is_willed(tokens, site)
    present = present or willed
    if not present and not site.cue.takes("np", "ing", "noun"):
        return None
    bare = site.tag == BASE and site.cue.is_noun_too and site.group == site.first and tokens.low[site.first - 1] != "to"
    people = site.cue.lemma == "call" or (
        (tokens.low[site.group - 1] in scene.lexicon.people or tokens.low[index] in DETERMINERS) and site.cue.lemma != "like"
    )  # "officials BLAME C", "shippers FEAR a C"
    bare = bare and not (people and scene.at.tags[site.first] == FINITE_VERB)
    if bare and tokens.low[site.group - 1] not in PRONOUNS:
        return None  # "ministers plan C" may be two nouns
    if tokens.quote[index] == level:
        if tokens.text[index] in STOPS or tokens.text[index] in ",;:)" or tokens.text[index] in DASHES:
            return None
        named = tokens.low[index] == "what" and not NAMED_SO.isdisjoint(tokens.low[index + 2 : index + FARTHEST_NAMED])
        if tokens.low[index] in WH_WORDS and not named:  # "denounced WHAT it CALLED a sham"
            return None
        if tokens.low[index] in PREPOSITIONS or tokens.low[index] in ("and", "or", "but", "nor", "than"):
            return None
    if not (present or site.cue.takes("np", "noun")) and scene.at.tags[index] != PARTICIPLE_ING:
        return None
    content = _without_setting(scene, trimmed(tokens, index, noun_phrase_end(scene.at, index, high, level)), level)
    if site.cue.lemma == "call":
        content = _with_its_name(tokens, content, high, level)
    if site.cue.lemma == "call" and not _is_named(tokens, content):
        return None
    if any(tokens.low[k] in QUESTIONS and tokens.quote[k] == level for k in range(*content)):
        content = clause_right(scene, index, high, level, site.tag)  # "raised doubts about whether C"
    if not (present or site.cue.takes("np", "ing")) and not (carried_noun(scene, content) or _is_terms(scene, site, content)):
        return None
    colon = next((k for k in range(*content) if tokens.text[k] == ":" and tokens.quote[k] == level), None)
    opens_list = colon is not None and not scene.sites(colon, high, level)  # "two conditions: first, …"
    rule = "subject-cue-willed" if willed else "subject-cue-object"
    return rule, site.last, trimmed(tokens, index, high) if opens_list else content


def _is_willed(tokens: Tokens, site: CueSite) -> bool:
    """Whether an auxiliary makes a deed a position: "would accept C", "will not allow C"."""
    helpers = tokens.low[site.group : site.first]
    if site.is_negated:
        return site.tag == PARTICIPLE or any(word in MODALS or word in REFUSALS for word in helpers)  # "is NOT GIVING up C"
    return site.cue.takes("modal") and any(word in MODALS for word in helpers)


def _is_terms(scene: Scene, site: CueSite, content: Range) -> bool:
    """Whether what is accepted was put to somebody: "accepted the truce", not "accepted the prize"."""
    opens = scene.tokens.low[content[0] : min(content[0] + 4, content[1])]
    return site.cue.lemma == "accept" and not scene.lexicon.terms.terms.isdisjoint(opens)


def _is_named(tokens: Tokens, content: Range) -> bool:
    """Whether an object of "call" has its name beside it ("called it a sham", "called X “weak”"): else it was a telephone call."""
    later = range(content[0] + 1, content[1])
    if tokens.low[content[0]] == "off":
        return False
    return (
        any(tokens.quote[k] or tokens.low[k] in ("a", "an", "the", "his", "her", "their", "its", "one") for k in later)
        or (tokens.low[content[0]] in OBJECTS and content[1] - content[0] > 1)
        or _names_many(tokens, content)
    )


def _names_many(tokens: Tokens, content: Range) -> bool:
    """Whether several things and a name for them follow: "called the measures collective punishment"."""
    first, last = content
    if last - first < 4 or tokens.low[first] not in DETERMINERS or not tokens.low[first + 1].endswith("s"):
        return False
    return tokens.text[first + 2][0].islower() and not any(tokens.low[k] in PREPOSITIONS or tokens.low[k] == "and" for k in range(*content))


def _without_setting(scene: Scene, content: Range, level: int) -> Range:
    """The object without when and where it was named: "last week", "in an interview", "at the start of his speech"."""
    tokens, settings = scene.tokens, scene.lexicon.terms.setting
    for k in range(content[0] + 1, content[1]):
        if tokens.quote[k] != level:
            continue
        low = tokens.low[k]
        ends = k + 3 >= content[1]  # "expressed caution Tuesday about C" goes on
        dated = low in CALENDAR or (low in ("this", "last", "next") and is_time(tokens, k, content[1]))
        possessed = tokens.low[k + 1 : k + 2] == ["'s"] or tokens.text[k + 1 : k + 2] == ["-"]
        if dated and ends and not possessed and tokens.low[k - 1] not in LEADING:
            return content[0], k
        if low == "during" or (low == "on" and ends and k + 1 < content[1] and tokens.low[k + 1] in DAYS):
            return content[0], k
        if low in ("in", "on", "at", "through", "via") and any(tokens.low[j] in settings for j in range(k + 1, min(k + 5, content[1]))):
            between = tokens.low[k + 1 : k + 5]
            noun = next(j for j, word in enumerate(between) if word in settings)
            if not any(word in PREPOSITIONS or word == "and" for word in between[:noun]):
                return content[0], k
    return content


def _with_its_name(tokens: Tokens, content: Range, high: int, level: int) -> Range:
    """The object of "call" with the quotation that names it, past appositions: "called the chief, X, “weak”"."""
    quoted = next(
        (k for k in range(content[0], min(content[1] + FARTHEST_AS, high)) if tokens.quote[k] != level or tokens.text[k] in ";."), None
    )
    if quoted is None or tokens.quote[quoted] == level:
        return content
    end = quoted
    while end < high and tokens.quote[end] != level:
        end += 1
    return content[0], max(end, content[1])


def shown(scene: Scene, site: CueSite, source: Range, high: int, level: int) -> Match | None:
    """A document, poll or picture S shows C, lists C, forbids C."""
    tokens = scene.tokens
    if not site.cue.takes("doc") or not any(tokens.low[k] in scene.lexicon.terms.document for k in range(*source)):
        return None
    index = site.last
    if index >= high or not (tokens.quote[index] != level or tokens.text[index][0].isalnum()) or tokens.low[index] in PREPOSITIONS:
        return None
    return "document-cue-object", site.last, trimmed(tokens, index, noun_phrase_end(scene.at, index, high, level))


def carried_noun(scene: Scene, content: Range) -> Cue | None:
    """The cue noun that an object begins with: "expressed GRAVE CONCERN about …"."""
    tokens = scene.tokens
    for k in range(content[0], min(content[0] + 4, content[1])):
        noun = scene.lexicon.nouns.get(tokens.low[k])
        if noun:
            return None if noun.takes("own") else noun
        if tokens.low[k] in PREPOSITIONS:
            return None
    return None
