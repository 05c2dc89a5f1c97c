"""Who is who among the people of one document: their full names, and the titles beside them.

Surnames alone are bound in `surnames`, offices without a name in `binding`; people the codebook does not know are found in
`discovery`.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from assets.enrich.actors.names import CAPITAL, DEMONYM, PERSON, STATE, Lexicon, Role
from assets.enrich.actors.reading import Mention, Reading, Run
from assets.enrich.actors.role_phrases import FUNCTION_WORDS, RolePhrase, country_of
from assets.enrich.actors.spellings import surnames_told

SUFFIX = re.compile(r",?\s(?:Jr|Sr|II|III|IV)\b")
ARTICLE = r"(?:the |a |an |its |his |her |their |one of the |then )?"
APPOSITION = re.compile(rf",\s+(?:who (?:is|was|serves as|served as|heads|leads)\s+)?{ARTICLE}(?:[\w’'.-]+\s){{0,5}}")
AND_ALSO = re.compile(r"\s(?:and|as well as)\s(?:the\s|an?\s)?")
PAST = re.compile(r",\s+who (?:was|served as)\b")
COMPLEMENT = re.compile(r"(?:\s+(?:for|of|to|on|at|in)\s+[^.;:“”\"()]{2,80}?)?,?\s+")
SPEECH_AFTER = re.compile(r"(?:,[^,.;]{3,90},|\s\([^)]{1,30}\))?\s(?:also\s|has\s|had\s|later\s|then\s)?(\w+)")
CLAUSE_VERB = re.compile(r"(?:\s(?:to|in|of|for|at)\s(?:the\s)?[A-Z][\w.]*(?:\s[A-Z][\w.]*)*)?\s(?:has\s|had\s|also\s)?(\w+)")
NEXT_VERB = re.compile(r"\s(\w+)")
NO_APPOSITION = FUNCTION_WORDS - {"the", "a", "an", "its", "his", "her", "their", "of", "then", "who", "is", "was", "as"}
NEXT_CAPITALISED = re.compile(r"[ \u00a0](\w[\w’'-]*)")


@dataclass(slots=True)
class Person:
    """A person of the document; `key` is the actor id, or '?' and the name."""

    key: str
    name: str
    actor_id: str | None
    first: int
    surnames: set[str]
    gender: str | None = None
    role: str | None = None
    organization: str | None = None
    country_code: str | None = None
    titles: list[RolePhrase] = field(default_factory=list)


class Register:
    """The people of a document, in order of their first full mention."""

    def __init__(self, reading: Reading, published_on: date | None = None) -> None:
        self.reading = reading
        self.published_on = published_on
        self.people: dict[str, Person] = {}
        self.surnames: set[str] = set()

    def enter(self, key: str, name: str, position: int, actor_id: str | None = None) -> Person:
        """The person of a key, entered if new."""
        person = self.people.get(key)
        if person is None:
            surnames = set(self.reading.lexicon.surnames[actor_id]) if actor_id else surnames_told(name.split())
            surnames |= {re.sub(r"^(?:al|el|as|ash|an|ar|at|az|ul)-", "", surname, flags=re.IGNORECASE) for surname in surnames}
            person = self.people[key] = Person(key, name, actor_id, position, surnames, gender_of(self.reading.lexicon, name))
            self.surnames |= surnames
            if actor_id:
                person.country_code = self.reading.lexicon.actors[actor_id].country_code
        person.first = min(person.first, position)
        return person

    def bearing(self, surname: str) -> list[Person]:
        """The people of the document who bear a surname."""
        return [person for person in self.people.values() if surname in person.surnames] if surname in self.surnames else []


def full_names(reading: Reading, register: Register) -> list[Run]:
    """Mentions by full name are added to the reading, their bearers to the register; runs that may be others' names are returned."""
    lexicon, text = reading.lexicon, reading.text
    for hit in reading.hits_of[PERSON]:
        people = hit.of(PERSON)
        if SUFFIX.match(text, hit.end) or is_part_of_thing(reading, hit.end, reading.is_headline(hit.start)):
            continue
        named = {entry.ref for entry in people}
        _add_full(reading, register, (hit.start, hit.end), named, people[0].resolution)
    candidates = []
    for run in reading.runs:
        if len(run.tokens) < 2 or reading.is_headline(run.start):
            continue
        named = lexicon.people_named(run.words)
        if named and not SUFFIX.match(text, run.end) and not is_part_of_thing(reading, run.end, False):
            _add_full(reading, register, (run.start, run.end), named, "alias")
        else:
            candidates.append(run)
    return candidates


def attach_titles(reading: Reading, register: Register, phrases: list[RolePhrase]) -> None:
    """Give each role phrase that stands beside a name to its bearer: 'President X', 'the envoy, X', 'X, the envoy'."""
    people = sorted((m for m in reading.mentions if m.is_person), key=lambda mention: mention.start)
    starts = {mention.start: mention for mention in people}
    for phrase in phrases:
        is_another_s = (phrase.organization or "").endswith(" president")  # "the envoy of Kenyan President X"
        direct = starts.get(phrase.end + 1) if reading.text[phrase.end : phrase.end + 1].isspace() and not is_another_s else None
        after = None if direct else COMPLEMENT.match(reading.text, phrase.end)
        apposed = starts.get(_complement_end(reading, phrase, starts)) if after else None
        if apposed and phrase.determiner in ("a", "an") and reading.text[apposed.end : apposed.end + 1] != ",":
            apposed = None
        if apposed and is_said_after(reading, phrase, apposed.end):
            apposed = None
        holder = direct or apposed
        phrase.holder = mention_key(holder) if holder else None
    for mention in people:
        if match := APPOSITION.match(reading.text, mention.end):
            for phrase in phrases:
                if phrase.holder is None and mention.end < phrase.start <= match.end() and _is_apposed(reading, mention, phrase):
                    phrase.holder, phrase.name_end = mention_key(mention), mention.end
                    phrase.is_current = phrase.is_current and not PAST.match(match.group())
                    break
    for one, other in pairwise(phrases):
        if one.holder and not other.holder and AND_ALSO.fullmatch(reading.text, one.end, other.start):
            other.holder = one.holder  # "X, president of Y and chairman of Z"
    for phrase in phrases:
        if phrase.holder in register.people:
            person = register.people[phrase.holder]
            person.titles.append(phrase)
            person.country_code = person.country_code or phrase.country_code


def title_before(reading: Reading, position: int) -> str | None:
    """The honorific that stands right before a position, without its stop: 'Mr'."""
    match = reading.lexicon.vocabulary.honorific.search(reading.text, max(0, position - 12), position)
    return match.group(1) if match else None


def is_said_after(reading: Reading, phrase: RolePhrase, end: int) -> bool:
    """Whether a name that ends there, after a role phrase and a comma, says the sentence: "… than the minister, X said"."""
    verb = NEXT_VERB.match(reading.text, end)
    article = phrase.start - len("The ") if phrase.determiner else phrase.start
    return bool(verb and verb.group(1) in reading.lexicon.reporting) and not reading.is_initial(max(0, article))


def _is_apposed(reading: Reading, mention: Mention, phrase: RolePhrase) -> bool:
    """Whether the role phrase tells who the person before the comma is: not 'said X, the Kenyan envoy said'."""
    between = reading.text[mention.end + 1 : phrase.start]
    if "," in between or NO_APPOSITION & set(between.lower().split()):
        return False
    actor = reading.lexicon.actors.get(mention.actor_id or "")
    if actor and actor.country_code and phrase.country_code and actor.country_code != phrase.country_code:
        return False
    verb = CLAUSE_VERB.match(reading.text, phrase.end)
    return verb is None or verb.group(1) not in reading.lexicon.reporting


def _complement_end(reading: Reading, phrase: RolePhrase, starts: dict[int, Mention]) -> int:
    """Where a name begins that is set off from its title by a comma: 'envoy for trade, X'; -1 where there is none."""
    window = reading.text[phrase.end : phrase.end + 90]
    for match in re.finditer(r",\s+", window):
        if re.search(r"[.;:“”\"()]|\b(?:said|says|told|but|that|who)\b", window[: match.start()]):
            return -1
        if phrase.end + match.end() in starts:
            return phrase.end + match.end()
        if match.start() == 0 or window[: match.start()].count(",") > 0:
            return -1  # "the union's chief, read it out with the minister, X"
    return -1


def _add_full(reading: Reading, register: Register, span: tuple[int, int], named: set[str], resolution: str) -> None:
    key = next(iter(named)) if len(named) == 1 else settled(reading, register, span[0], named)
    if key is None:
        reading.mentions.append(Mention(*span, "full_name_shared", "alias", candidates=tuple(sorted(named)), is_person=True))
        return
    register.enter(key, reading.lexicon.actors[key].name, span[0], key)
    rule = "full_name" if resolution == "exact" else "alias"
    reading.mentions.append(Mention(*span, rule, resolution, actor_id=key, is_person=True))


def settled(reading: Reading, register: Register, position: int, named: set[str]) -> str | None:
    """Of several people who share a name, the one whose role fits what stands before it, if one does."""
    lexicon = reading.lexicon
    roles = roles_before(reading, position)
    fitting = sorted(key for key in named if roles & roles_of(lexicon, key)) if roles else []
    if register.published_on and len(fitting) > 1:
        fitting = [key for key in fitting if in_office(lexicon, key, roles, register.published_on)]
    if len(fitting) == 1:
        return fitting[0]
    unique = any(lexicon.titles[title].is_unique for title in roles if title in lexicon.titles)
    if len(named) == 1:
        only = next(iter(named))
        return None if unique and not fitting and lexicon.roles.get(only) else only
    present = [key for key in named if key in register.people]
    if len(present) == 1 and not unique:
        return present[0]
    told = _countries_told(reading, position)
    there = sorted(key for key in fitting or named if lexicon.actors[key].country_code in told)
    return there[0] if len(there) == 1 else None


def _countries_told(reading: Reading, position: int) -> set[str | None]:
    """Countries that the sentence so far speaks of."""
    sentence = reading.sentence_at(position)
    first = bisect_left(reading.hit_starts, sentence[0] if sentence else position)
    hits = reading.hits[first : bisect_left(reading.hit_starts, position)]
    return {country_of(reading, hit) for hit in hits if hit.has(STATE, CAPITAL, DEMONYM)} - {None}


def roles_before(reading: Reading, position: int) -> set[str]:
    """Roles of the codebook that the title right before a name may stand for, with the title itself."""
    found: set[str] = set()
    index = bisect_left(reading.hit_starts, position) - 1
    if index >= 0 and reading.text[reading.hits[index].end : position].isspace():
        title = reading.lexicon.titles.get(reading.hits[index].entries[0].ref)
        if title:
            found |= {title.role, title.title}
    return found


def speaks_after(reading: Reading, end: int) -> bool:
    """Whether a verb of speech follows, an apposition or a bracket aside."""
    match = SPEECH_AFTER.match(reading.text, end)
    return bool(match and match.group(1) in reading.lexicon.reporting)


def has_title(reading: Reading, position: int) -> bool:
    return bool(roles_before(reading, position))


def roles_of(lexicon: Lexicon, actor_id: str | None) -> set[str]:
    return {role.role for role in lexicon.roles.get(actor_id or "", ())}


def in_office(lexicon: Lexicon, actor_id: str, roles: set[str], day: date) -> bool:
    return any(role.role in roles for role in held_on(lexicon, actor_id, day))


def held_on(lexicon: Lexicon, actor_id: str | None, day: date) -> list[Role]:
    """Offices a person held on a day, as far as the codebook knows."""
    return [
        role
        for role in lexicon.roles.get(actor_id or "", ())
        if (role.valid_from is None or role.valid_from <= day) and (role.valid_to is None or day <= role.valid_to)
    ]


def is_given_name(reading: Reading, word: str) -> bool:
    return word in reading.lexicon.given_names


def is_part_of_thing(reading: Reading, end: int, in_headline: bool) -> bool:
    """Whether the name goes on into a thing's: 'X Tower', 'X Foundation'."""
    match = NEXT_CAPITALISED.match(reading.text, end)
    if not match or not match.group(1)[0].isupper():
        return False
    vocabulary = reading.lexicon.vocabulary
    return match.group(1) in vocabulary.organizations or (match.group(1) in vocabulary.things and not in_headline)


def mention_key(mention: Mention) -> str | None:
    return mention.actor_id or (f"?{mention.discovered_name}" if mention.discovered_name else None)


def gender_of(lexicon: Lexicon, name: str) -> str | None:
    """What the given name tells."""
    return lexicon.vocabulary.genders.get(name.split()[0])
