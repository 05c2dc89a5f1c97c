"""Phrases that name an office or function: "the Iranian foreign minister". Whose they are is settled in `people` and `binding`."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from assets.enrich.actors.names import BODY, CAPITAL, DEMONYM, OCCUPATION, PLACE, SEAT, STATE, TITLE, Hit
from assets.enrich.actors.reading import UPPER, Reading
from assets.enrich.words.verbs import NOUN, PAST, PRESENT, common_forms
from assets.enrich.words.wordlist import words

NOT_CURRENT = words("former ex then late onetime one-time erstwhile outgoing incoming next future would-be past previous then- ex- elect")
FUNCTION_WORDS = words(
    "the a an and or but of to in on at for with from by as is are was were be been has have had do does did will would can could may"
    " might must should that which who whom whose this these those it its he she they his her their not no nor if than then when while"
    " where how what why said says told asked says, also about after against between among because before into over since so under until"
)
APART = FUNCTION_WORDS - {"then"}
BETWEEN = FUNCTION_WORDS - {"the", "a", "an", "his", "her", "its", "their"}
DETERMINERS = words("the this that his her its their my our your whose")
INDEFINITE = words("a an another some any one each every no two three several many former")
DETERMINING = DETERMINERS | INDEFINITE
MODIFIER_GAP = re.compile(r"(?:['’]s?)?[\s-](?:[\w-]+\s){0,2}")
POSSESSIVE = ("'s", "’s")
MODIFIERS = frozenset({STATE, DEMONYM, BODY, SEAT, CAPITAL})
APPOSED_NAME = re.compile(rf",\s[{UPPER}][\w’'-]+\s(?:[\w.’'-]+\s)?[{UPPER}]")
RUN_START = attrgetter("start")
FORMER = re.compile(r"\b(?:ex|then|vice)-$", re.IGNORECASE)
ADJECTIVE = re.compile(r"[a-z-]+")
WORD_END = re.compile(r"[\w’'-]+$")
COPULAS = words("is was were are be been being as become became becomes named appointed elected nominated remains remained")
PLAIN_WORD = re.compile(r"[\w’'-]+")
OF_BODY = re.compile(r"\s+(of|for|at|to|with|in)\s+(?:the\s+)?")
BODY_NOUN = re.compile(
    r"\s+((?:[a-z]+\s+){0,2}(?:ministry|government|army|military|navy|parliament|president|presidency|embassy|mission|delegation"
    r"|intelligence|police|authorities|armed forces|cabinet|senate|treasury))\b",
    re.IGNORECASE,
)
OF_FIELD = re.compile(rf"\s(?:of|for)\s[{UPPER}][\w-]*(?:(?:,?\sand)?\s[{UPPER}][\w-]*)*")  # "the Fijian Ministry of Works"


@dataclass(slots=True)
class RolePhrase:
    """An office in the text. `start`..`end` holds the modifiers and "of X", not the article."""

    start: int
    end: int
    title_start: int
    title: str  # lower case, as written
    country_code: str | None
    organization: str | None
    is_current: bool
    determiner: str  # lower case word before, where it is one; else empty
    is_occupation: bool
    holder: str | None = None  # key of the person it is told of
    name_end: int | None = None  # of the holder, where it is an apposition after the name


def role_phrases(reading: Reading) -> list[RolePhrase]:
    """All role phrases of a document, in the order of the text."""
    return [
        _phrase(reading, index, hit) for index, hit in enumerate(reading.hits) if hit.entries and hit.entries[0].kind in (TITLE, OCCUPATION)
    ]


def country_of(reading: Reading, hit: Hit) -> str | None:
    """Country that a state, capital, body or demonym stands for; null where there are several."""
    codes: set[str] = set()
    for entry in hit.entries:
        if entry.kind == DEMONYM:
            codes.add(entry.ref)
        elif entry.kind in (STATE, CAPITAL, PLACE, BODY, SEAT):
            codes.add(reading.lexicon.actors[entry.ref].country_code or "")
    return codes.pop() or None if len(codes) == 1 else None


def country_of_paragraph(reading: Reading, position: int) -> str | None:
    """The one country that the paragraph up to a position speaks of; if it speaks of none, the paragraph before."""
    end = position
    for _ in range(2):
        start = max(0, reading.text.rfind("\n\n", 0, end))
        hits = reading.hits[bisect_left(reading.hit_starts, start) : bisect_left(reading.hit_starts, end)]
        codes = {country_of(reading, hit) for hit in hits if hit.has(STATE, CAPITAL, DEMONYM, BODY, SEAT)} - {None}
        if codes:
            return codes.pop() if len(codes) == 1 else None
        end = start
    return None


def country_in_play(reading: Reading, position: int) -> str | None:
    """The country that the sentence of a position opens with as its place, "In Accra the police ..."; else that of its paragraph."""
    sentence = reading.sentence_at(position)
    if sentence is not None and reading.text.startswith("In ", sentence[0]):
        index = bisect_left(reading.hit_starts, sentence[0] + len("In "))
        hit = reading.hits[index] if index < len(reading.hits) and reading.hits[index].start == sentence[0] + len("In ") else None
        if hit is not None and hit.has(STATE, CAPITAL) and (country := country_of(reading, hit)):
            return country
    return country_of_paragraph(reading, position)


def spoken_of(reading: Reading) -> Counter[str]:
    """How often a text speaks of each country."""
    if reading.spoken_of is None:
        codes = (country_of(reading, hit) for hit in reading.hits if hit.has(STATE, CAPITAL, DEMONYM, PLACE))
        reading.spoken_of = Counter(code for code in codes if code)
    return reading.spoken_of


def is_predicate(text: str, start: int) -> bool:
    """Whether what begins at `start` is said of somebody: 'was the envoy', 'named a minister'."""
    if not text[start - 1 : start].isspace():
        return False
    for word in reversed(text[max(0, start - 60) : start].rsplit(None, 5)[-5:]):
        if word.rpartition("(")[2].lstrip('“"‘—–') in COPULAS:
            return True
        if word.lower() in BETWEEN or not PLAIN_WORD.fullmatch(word):
            return False
    return False


def is_finite(word: str) -> bool:
    """Whether a word is a verb that may follow its subject, and no noun: 'the envoy gave', not 'the envoy post'."""
    mask = common_forms().get(word, 0)
    return bool(mask & (PRESENT | PAST)) and not mask & NOUN


def is_modifier_gap(gap: str) -> bool:
    """Whether only adjectives stand between a modifier and its noun."""
    if not MODIFIER_GAP.fullmatch(gap):
        return False
    between = re.sub(r"^['’]s?\s|^[\s-]", "", gap).split()
    return not any(word.lower() in FUNCTION_WORDS for word in between)


def _phrase(reading: Reading, index: int, hit: Hit) -> RolePhrase:
    text = reading.text
    start, end, country, organization = hit.start, hit.end, None, None
    own = reading.lexicon.titles.get(hit.entries[0].ref)
    if own is not None:
        country = own.country_code
    before = index - 1
    while before >= 0 and not (modifier := reading.hits[before]).kinds.isdisjoint(MODIFIERS):
        if not is_modifier_gap(text[modifier.end : start]) or (
            start < hit.start and text.startswith(POSSESSIVE, reading.hits[before + 1].end)
        ):
            break  # who owns the office opens its phrase: not "Kenya condemned Somalia's minister"
        start = modifier.start
        country = country or country_of(reading, modifier)
        if modifier.has(BODY, SEAT) and organization is None:
            organization = reading.lexicon.actors[modifier.of(BODY, SEAT)[0].ref].name
        before -= 1
    if match := OF_BODY.match(text, end):
        following = reading.hits[index + 1] if index + 1 < len(reading.hits) else None
        if following and following.start == match.end():
            country, organization, end = _complement(reading, match.group(1), following, (country, organization, end))
        elif match.group(1) == "of" and organization is None and not text.startswith(("'s ", "’s "), start - 3):
            organization, end = _apposed_body(reading, match.end(), end)
    left = text[max(0, start - 40) : start]
    between = text[start : hit.start].lower().split()
    last = left.rsplit(None, 1)[-1].lower() if left[-1:] == " " and not left.isspace() else ""
    determiner = last if last in DETERMINING else next((word for word in _words_before(left) if word in DETERMINING), "")
    if determiner == "its" and start < hit.start and all(other.has(SEAT, CAPITAL) for other in reading.hits[before + 1 : index]):
        country, organization = None, None  # "its Brussels representative" is in Brussels
    is_current = not (NOT_CURRENT & {*between, *_adjacent(left)}) and not text.startswith(("-elect", "-designate"), hit.end)
    is_current = is_current and hit.entries[0].ref.split()[0] not in NOT_CURRENT
    is_current = is_current and not (text[hit.start - 1 : hit.start] == "-" and FORMER.search(text, max(0, hit.start - 5), hit.start))
    return RolePhrase(
        start,
        end,
        hit.start,
        hit.entries[0].ref,
        country,
        organization,
        is_current,
        determiner,
        hit.entries[0].kind == OCCUPATION,
    )


def _complement(
    reading: Reading, preposition: str, following: Hit, known: tuple[str | None, str | None, int]
) -> tuple[str | None, str | None, int]:
    """What "of X", "for X" tell: an ambassador *to* a country is not of it, and "in" only places him."""
    country, organization, _ = known
    if following.has(BODY, SEAT) and preposition in ("of", "for", "at"):
        actor = reading.lexicon.actors[following.of(BODY, SEAT)[0].ref]
        return country or actor.country_code, organization or actor.name, following.end
    if following.has(STATE, CAPITAL) and preposition == "of":
        return country or country_of(reading, following), organization, following.end
    if following.has(DEMONYM) and preposition in ("of", "for", "at") and (noun := BODY_NOUN.match(reading.text, following.end)):
        field = OF_FIELD.match(reading.text, noun.end()) if noun.group(1)[0].isupper() else None
        name = f"{following.text} {noun.group(1)}{field.group()}" if field else f"{following.text} {noun.group(1).lower()}"
        return country or country_of(reading, following), organization or name, field.end() if field else noun.end()
    if following.has(PLACE) and preposition == "of" and organization is None and reading.text.startswith(", ", following.end):
        return country or country_of(reading, following), following.text, following.end
    return known


def _apposed_body(reading: Reading, start: int, known_end: int) -> tuple[str | None, int]:
    """A town or body that no codebook lists, before the name of who leads it: "the mayor of X, Y"."""
    place = bisect_left(reading.runs, start, key=RUN_START)
    run = reading.runs[place] if place < len(reading.runs) else None
    if run is None or run.start != start or run.surname or run.words[0] in reading.lexicon.given_names:
        return None, known_end
    if not APPOSED_NAME.match(reading.text, run.end):
        return None, known_end
    return reading.text[run.start : run.end], run.end


def _words_before(left: str) -> Iterator[str]:
    """The last word, and those before it over at most two adjectives: in 'for the new', new, the, for."""
    parts = left.rsplit(None, 3)[-3:]
    if not left[-1:].isspace():
        yield from map(str.lower, parts[-1:])
        return
    for back, part in enumerate(reversed(parts)):
        whole = WORD_END.search(part)
        if whole:
            yield whole.group().lower()
        elif back == 0:
            yield part.lower()
        if not ADJECTIVE.fullmatch(part):
            return


def _adjacent(left: str) -> set[str]:
    """The adjectives right before the phrase: 'said the former' → former."""
    found = set()
    for word in reversed(left.lower().rsplit(None, 2)[-2:]):
        if word in APART or not word.replace("-", "").isalpha():
            break
        found.add(word)
    return found
