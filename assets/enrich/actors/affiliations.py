"""The organisation that stands beside a person's name without a role phrase that tells it, and the state of a bare office.

"X of the Y Institute", "the Y Institute's X", "Y Watch researcher X", "X (Y Institute)", "X, who leads the Y Council". What the
words of a role phrase itself tell stands in `descriptions`.
"""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from assets.enrich.actors.binding import its_owner
from assets.enrich.actors.descriptions import NEXT_CLAUSE, ORGANIZATION, PLACE_END, Told, country_in, organization_named
from assets.enrich.actors.names import BODY, CAPITAL, DEMONYM, OCCUPATION, PERSON, PLACE, SEAT, STATE, SURNAME, TITLE
from assets.enrich.actors.reading import NO_NAME, SENTENCE_OPENERS, UPPER, Reading
from assets.enrich.actors.role_phrases import BODY_NOUN, NOT_CURRENT, RolePhrase, country_in_play, country_of, spoken_of
from assets.enrich.actors.vocabulary import Vocabulary, alternatives

AGE = r"(?:,\s\d{2}(?:-year-old)?\b)?"
THE = rf"(?:the\s)?(?=[{UPPER}])"
BELONGS = re.compile(rf"{AGE}(?:,\snow|,)?\s(of|from|at|with)\s{THE}|\s\({THE}|,\swho\s(?:now\s|also\s)?([a-z]+)\s{THE}")
BRACKETED_END = re.compile(r"\s?[),;]")
SAID_BY = re.compile(r"[”\"’,]\s\w+\s(?:(?:[a-z-]+|[A-Z][a-z]{1,3}\.?)\s){0,3}$")  # "…,” said analyst Ada Holt"
CITY = re.compile(rf",?\s(?:in|at)\s(?=[{UPPER}])")
LED = re.compile(
    rf"{AGE},\swho\s(?:now\s|also\s)?([a-z]+)\s((?:the|an?)\s(?!(?:[\w-]+\s){{0,9}}(?:that|who|which|and|said)\b)[a-z][^,.;:\"“”()\n]{{2,60}})[,.;]"
)
POSSESSED = re.compile(r"['’]s?\s$")
INITIALS = re.compile(r"\b[A-Z][A-Z0-9]{1,6}$")
LEADS = {
    "leads": "head", "heads": "head", "runs": "head", "led": "former head", "headed": "former head", "ran": "former head",
    "chairs": "chair", "chaired": "former chair", "directs": "director", "directed": "former director", "founded": "founder",
    "represents": "representative", "edits": "editor", "owns": "owner",
}  # fmt: skip
LONGEST_BARE = 5  # words: "mission to the United Nations"
UNSURE = frozenset({"at", "with", "from"})
FIELD = re.compile(r"(?:[ct]al|ial|ic|ive|ary|ous|ern|ese)$")
AND_ALSO = re.compile(r"\sand\s")
SPEAKS = re.compile(r",?(?:\sin\s\w+,?)?\s(\w+)\b")
MINISTER = re.compile(r"\bminister$")
# A passage is on one state where this share of all that a document says of states is on it.
DOMINANT = 0.7
# Where a dateline begins at the latest: title and byline stand before it.
LAST_DATELINE = 400
DATELINE = re.compile(
    rf"(?:^|\n)([{UPPER}][\w’'. -]{{2,25}}?)(?:,\s([{UPPER}][\w. -]{{2,25}}?))?\s*(?:\([^)\n]{{2,20}}\)\s*)?(?:—|–|--|\s-)\s"
)


class Body(NamedTuple):
    """An organisation at its place in the text."""

    name: str
    start: int
    end: int
    country_code: str | None


def affiliation(reading: Reading, start: int, end: int) -> Told | None:
    """What is told beside a name in [start, end) that no role phrase tells."""
    match = BELONGS.match(reading.text, end)
    if match is None:
        return _possessor(reading, start) or _led(reading, end)
    preposition, verb = match.groups()
    if verb and verb not in LEADS:
        return None
    body = body_at(reading, match.end())
    if body is None:
        return _possessor(reading, start)
    is_apposed = reading.text[end] == ","
    if preposition in UNSURE and not is_apposed and not _speaks(reading, start, body.end):
        return None  # "met Ada Holt at the United Nations"
    if not preposition and not verb and not BRACKETED_END.match(reading.text, body.end):
        return None
    return Told(LEADS[verb] if verb else None, body.name, _country_of(reading, body) or _city_of(reading, body.end))


def leads_something(reading: Reading, end: int) -> bool:
    """Whether a name that ends there is plainly a person's, by what he leads: "X, who chairs the Y Council"."""
    if not reading.text.startswith(", ", end):
        return False
    named, common = BELONGS.match(reading.text, end), LED.match(reading.text, end)
    verb = (named and named.group(2)) or (common and common.group(1))
    return verb in LEADS


def owner_of(reading: Reading, phrase: RolePhrase) -> Body | None:
    """The organisation right before a role phrase: "the Y Institute's director", "Y Watch researcher", "Treasury official"."""
    before = phrase.start - 1
    if phrase.start < phrase.title_start:
        return _own_body(reading, phrase)
    if not reading.text[before : phrase.start].isspace():
        return None
    if match := POSSESSED.search(reading.text, max(0, phrase.start - 3), phrase.start):
        return _body_before(reading, match.start())
    return _bare_body(reading, before) or _body_before(reading, before, is_adjunct=True)


def body_at(reading: Reading, start: int) -> Body | None:
    """The organisation whose name begins at a position."""
    found: list[Body] = []
    index = bisect_left(reading.hit_starts, start)
    hit = reading.hits[index] if index < len(reading.hits) and reading.hits[index].start == start else None
    if hit and (bodies := hit.of(BODY, SEAT)):
        actor = reading.lexicon.actors[bodies[0].ref]
        found.append(Body(actor.name, start, hit.end, actor.country_code))
    elif hit and hit.has(DEMONYM, STATE) and (noun := BODY_NOUN.match(reading.text, hit.end)):
        found.append(Body(reading.text[start : noun.end()], start, noun.end(), country_of(reading, hit)))
    if run := ORGANIZATION.match(reading.text, start):
        name, first = organization_named(reading.text, run.group(), start, reading.lexicon.vocabulary)
        if name and first == start:
            name = PLACE_END.sub("", _without_second(reading, NEXT_CLAUSE.split(name)[0]))
            found.append(Body(name, start, start + len(name), country_of(reading, hit) if hit and hit.has(STATE, DEMONYM) else None))
    if not found and (common := _ends_of_bodies(reading.lexicon.vocabulary)[1].match(reading.text, start)):
        found.append(Body(common.group(), start, common.end(), country_of(reading, hit) if hit else None))
    return max(found, key=lambda body: body.end, default=None)  # of two equals the codebook's


@lru_cache(maxsize=4)
def _ends_of_bodies(nouns: Vocabulary) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """After a demonym, "water ministry"; with the place it begins with, "the Delft water institute"."""
    own = rf"(?:['’]s?)?\s((?:[A-Za-z]+\s){{0,3}}?(?:{alternatives(nouns.of('own_body'))}))\s"
    name = rf"[{UPPER}][\w’'-]*"
    common = rf"{name}(?:\s{name}){{0,2}}\s(?:[a-z-]+\s){{0,2}}?(?:{alternatives(nouns.of('common_body'))})\b"
    return re.compile(own, re.IGNORECASE), re.compile(common)


def _without_second(reading: Reading, name: str) -> str:
    """The first of two: "Fordham University and Ada Holt of"; "Ministry of Trade and Industry" is one."""
    joint = AND_ALSO.search(name)
    is_whole = joint and name[: joint.start()].rpartition(" ")[2] in reading.lexicon.vocabulary.organizations
    after_of = joint and " of " in name[: joint.start()] and name.startswith("University of ")
    return name[: joint.start()] if joint and (is_whole or after_of) else name


def _speaks(reading: Reading, start: int, end: int) -> bool:
    """Whether a name that begins at `start` is who says something, its affiliation ending at `end`."""
    if SAID_BY.search(reading.text, max(0, start - 45), start):
        return True
    verb = SPEAKS.match(reading.text, end)
    return bool(verb and verb.group(1) in reading.lexicon.reporting)


def _bare_body(reading: Reading, end: int) -> Body | None:
    """A body that every state has, before a role: "Treasury official"; of the state that the text is on, if it is on one."""
    nouns = reading.lexicon.vocabulary
    parts = reading.text[max(0, end - 40) : end].split(" ")
    for count in range(min(LONGEST_BARE, len(parts)), 0, -1):
        written = " ".join(parts[-count:])
        if written.lower() in nouns.bodies:
            country = _state_of_text(reading, end)
            name = _name_of(reading, country, written.lower()) if country else written
            return Body(name, end - len(written), end, country)
    return None


def _own_body(reading: Reading, phrase: RolePhrase) -> Body | None:
    """A state's body between the state and the role: "Kenyan water ministry spokesman"."""
    index = bisect_left(reading.hit_starts, phrase.start)
    hit = reading.hits[index]
    country = country_of(reading, hit) if hit.has(DEMONYM, STATE) else None
    own = _ends_of_bodies(reading.lexicon.vocabulary)[0]
    noun = own.match(reading.text, hit.end, phrase.title_start) if country in reading.lexicon.states else None
    if noun is None or country is None or noun.end() < phrase.title_start:
        return None
    return Body(_name_of(reading, country, noun.group(1).lower()), phrase.start, noun.end(1), country)


def _name_of(reading: Reading, country: str, noun: str) -> str:
    """The name of a state's body by its common noun: the codebook's, where it knows one."""
    known = reading.lexicon.bodies.get((country, noun))
    return reading.lexicon.actors[known].name if known else f"{reading.lexicon.demonyms[country]} {noun}"


def country_of_passage(reading: Reading, told: Told, phrase: RolePhrase) -> str | None:
    """The state of an office that is called for its office alone, where the whole text is on one state."""
    title = reading.lexicon.titles.get(phrase.title)
    role, named = (title.role if title else phrase.title), set(re.split(r" (?:of|for|to|on|at) ", (told.role or "").lower())[0].split())
    nouns = reading.lexicon.vocabulary
    is_of_state = role in nouns.of("state_office") or MINISTER.search(role) or not nouns.of("state_service").isdisjoint(named)
    if not is_of_state or (told.organization and told.organization.lower() not in nouns.bodies):
        return None
    return _state_of_text(reading, phrase.start)


def _state_of_text(reading: Reading, position: int) -> str | None:
    """The state in play at a position, where the text speaks of hardly another."""
    home = _state_of_dateline(reading)
    country = country_in_play(reading, position) or home
    if country is None or country not in reading.lexicon.states:
        return None
    counts = spoken_of(reading)
    is_first = country == home and counts[country] == max(counts.values(), default=0) > 0
    return country if is_first or counts[country] >= DOMINANT * counts.total() else None


def _state_of_dateline(reading: Reading) -> str | None:
    """The state that a report is sent from: "LIMA, Peru — ", "TBILISI (AN) -- "."""
    match = DATELINE.search(reading.text, 0, LAST_DATELINE)
    for place in match.group(2, 1) if match else ():
        entries = reading.lexicon.exact(place or "") or reading.lexicon.exact((place or "").title())
        codes = {reading.lexicon.actors[entry.ref].country_code for entry in entries if entry.kind in (STATE, CAPITAL, PLACE)}
        if len(codes) == 1:
            return codes.pop()
    return None


def its_body(reading: Reading, phrase: RolePhrase) -> Body | None:
    """Whose office it is where "its" tells: "Its deputy prime minister, X", of the state just spoken of."""
    hit = its_owner(reading, phrase) if phrase.determiner == "its" else None
    if hit is None:
        return None
    bodies = [] if hit.has(STATE, CAPITAL) else hit.of(BODY, SEAT)
    return Body(reading.lexicon.actors[bodies[0].ref].name if bodies else "", hit.start, hit.end, country_of(reading, hit))


def _led(reading: Reading, end: int) -> Told | None:
    """What somebody leads that has no name: "X, who heads the local chamber of trade"."""
    match = LED.match(reading.text, end)
    verb = match.group(1) if match else ""
    if match is None or verb not in LEADS:
        return None
    return Told(f"{'manager' if verb == 'runs' else LEADS[verb]} of {match.group(2)}", None, None)


def _possessor(reading: Reading, start: int) -> Told | None:
    match = POSSESSED.search(reading.text, max(0, start - 3), start)
    body = _body_before(reading, match.start()) if match else None
    return Told(None, body.name, _country_of(reading, body)) if body else None


def _country_of(reading: Reading, body: Body) -> str | None:
    """The country that the codebook or its own name gives an organisation: "the Lima Policy Centre"."""
    return body.country_code or country_in(reading, body.start, body.end)


def _city_of(reading: Reading, end: int) -> str | None:
    """The country of the city that an organisation is said to stand in."""
    match = CITY.match(reading.text, end)
    index = bisect_left(reading.hit_starts, match.end()) if match else len(reading.hits)
    hit = reading.hits[index] if index < len(reading.hits) else None
    return country_of(reading, hit) if match and hit and hit.start == match.end() and hit.has(CAPITAL, STATE, PLACE) else None


def _body_before(reading: Reading, end: int, is_adjunct: bool = False) -> Body | None:
    """The organisation whose name ends at a position; right before a role also one that no noun tells."""
    text = reading.text
    index = bisect_right(reading.hit_starts, end) - 1
    hit = reading.hits[index] if index >= 0 and reading.hits[index].end == end else None
    if hit and (bodies := hit.of(BODY, SEAT)):
        actor = reading.lexicon.actors[bodies[0].ref]
        return Body(actor.name, hit.start, end, actor.country_code)
    if hit and hit.has(TITLE, OCCUPATION, DEMONYM, STATE, CAPITAL, PLACE, PERSON, SURNAME):
        return None
    sentence = reading.sentence_at(end)
    if not text[end - 1 : end].isalnum() or sentence is None:
        return None
    run = next((run for run in ORGANIZATION.finditer(text, max(sentence[0], end - 90), end) if run.end() == end), None)
    if run is None:
        return None
    name, start = organization_named(text, run.group(), run.start(), reading.lexicon.vocabulary)
    if name and start + len(name) == end:
        return Body(name, start, end, None)
    return _unlisted(reading, run) if is_adjunct else None


def _unlisted(reading: Reading, run: re.Match[str]) -> Body | None:
    """An organisation that only its place before a role tells: two capitalised words or more, or initials."""
    nouns = reading.lexicon.vocabulary
    parts, start = run.group().split(" "), run.start()
    while parts and (parts[0].lower() in SENTENCE_OPENERS | NOT_CURRENT):
        start += len(parts[0]) + 1
        parts = parts[1:]
    if not parts or any(reading.hits[place].start < run.end() for place in _hits_from(reading, start)):
        return None
    if reading.is_headline(start) or any(part in NO_NAME or part in nouns.things or part in nouns.areas for part in parts):
        return None
    if len(parts) == 1:
        return Body(parts[0], start, run.end(), None) if INITIALS.fullmatch(parts[0]) and parts[0] not in nouns.of("no_body") else None
    if FIELD.search(parts[-1]):
        return None  # "Dock Workers Political Director X"
    if parts[0] in nouns.place_openers or parts[0] in reading.lexicon.given_names or not parts[-1][0].isupper():
        return None
    return Body(" ".join(parts), start, run.end(), None)


def _hits_from(reading: Reading, start: int) -> range:
    first = bisect_left(reading.hit_starts, start)
    return range(first, min(first + 1, len(reading.hits)))
