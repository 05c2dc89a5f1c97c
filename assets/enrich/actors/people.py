"""Who is who among the people of one document: full names, surnames after them, titles before them.

People the codebook does not know are found in `discovery`; offices without a name are bound in `binding`.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from assets.enrich.actors.names import BODY, CAPITAL, DEMONYM, PERSON, SEAT, STATE, SURNAME, Lexicon, Role, surname_of
from assets.enrich.actors.reading import NO_NAME, SENTENCE_OPENERS, Mention, Reading, Run
from assets.enrich.actors.role_phrases import FUNCTION_WORDS, RolePhrase
from assets.enrich.actors.vocabulary import FEMALE_NAMES, HONORIFICS, MALE_NAMES, ORGANIZATION_NOUNS, THING_NOUNS

HONORIFIC = re.compile(rf"\b({'|'.join(sorted(HONORIFICS, key=len, reverse=True))})\.?\s$")
FULL = frozenset({"full_name", "alias", "discovered"})
DOMINANCE = 2  # times more often named in full than the next bearer of the surname
SUFFIX = re.compile(r",?\s(?:Jr|Sr|II|III|IV)\b")
ARTICLE = r"(?:the |a |an |its |his |her |their |one of the |then )?"
APPOSITION = re.compile(rf",\s+(?:who (?:is|was|serves as|served as|heads|leads)\s+)?{ARTICLE}(?:[\w’'.-]+\s){{0,5}}")
COMPLEMENT = re.compile(r"(?:\s+(?:for|of|to|on|at|in)\s+[^.;:“”\"()]{2,80}?)?,?\s+")
SPEECH_AFTER = re.compile(r"(?:,[^,.;]{3,90},|\s\([^)]{1,30}\))?\s(?:also\s|has\s|had\s|later\s|then\s)?(\w+)")
CLAUSE_VERB = re.compile(r"(?:\s(?:to|in|of|for|at)\s(?:the\s)?[A-Z][\w.]*(?:\s[A-Z][\w.]*)*)?\s(?:has\s|had\s|also\s)?(\w+)")
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

    def enter(self, key: str, name: str, position: int, actor_id: str | None = None) -> Person:
        """The person of a key, entered if new."""
        person = self.people.get(key)
        if person is None:
            surnames = set(self.reading.lexicon.surnames[actor_id]) if actor_id else {surname_of(name.split())}
            surnames |= {re.sub(r"^(?:al|el|as|ash|an|ar|at|az|ul)-", "", surname, flags=re.IGNORECASE) for surname in surnames}
            person = self.people[key] = Person(key, name, actor_id, position, surnames, _gender(name))
            if actor_id:
                person.country_code = self.reading.lexicon.actors[actor_id].country_code
        person.first = min(person.first, position)
        return person

    def bearing(self, surname: str) -> list[Person]:
        """The people of the document who bear a surname."""
        return [person for person in self.people.values() if surname in person.surnames]


def full_names(reading: Reading, register: Register) -> list[Run]:
    """Mentions by full name are added to the reading, their bearers to the register; runs that may be others' names are returned."""
    lexicon, text = reading.lexicon, reading.text
    for hit in reading.hits:
        people = hit.of(PERSON)
        if not people or SUFFIX.match(text, hit.end) or _is_part_of_thing(text, hit.end, reading.is_headline(hit.start)):
            continue
        named = {entry.ref for entry in people}
        _add_full(reading, register, (hit.start, hit.end), named, people[0].resolution)
    candidates = []
    for run in reading.runs:
        if len(run.tokens) < 2 or reading.is_headline(run.start):
            continue
        named = lexicon.people_named(run.words)
        if named and not SUFFIX.match(text, run.end) and not _is_part_of_thing(text, run.end, False):
            _add_full(reading, register, (run.start, run.end), named, "alias")
        else:
            candidates.append(run)
    return candidates


def bare_surnames(reading: Reading, register: Register) -> None:
    """Mentions by surname alone: of who bears it in the document, else of the one the codebook says is meant by it."""
    for run in reading.runs:
        in_headline = reading.is_headline(run.start)
        tokens = run.tokens if in_headline else _surname_tokens(run)
        for start, end, word in tokens:
            hit = run.surname if run.surname and run.end == end else None
            if in_headline and _has_given_name(reading, run, start, word):
                continue
            if reading.text[end : end + 1] == "-" or _is_part_of_thing(reading.text, end, in_headline) or SUFFIX.match(reading.text, end):
                continue
            claimed = {entry.ref for entry in hit.of(SURNAME)} if hit else set()
            if mention := _surname_mention(reading, register, (start, end, word), claimed, bool(hit) and _is_doubtful(reading, run)):
                reading.mentions.append(mention)


def attach_titles(reading: Reading, register: Register, phrases: list[RolePhrase]) -> None:
    """Give each role phrase that stands beside a name to its bearer: 'President X', 'the envoy, X', 'X, the envoy'."""
    people = sorted((m for m in reading.mentions if m.is_person), key=lambda mention: mention.start)
    starts = {mention.start: mention for mention in people}
    for phrase in phrases:
        after = COMPLEMENT.match(reading.text, phrase.end)
        direct = starts.get(phrase.end + 1) if reading.text[phrase.end : phrase.end + 1].isspace() else None
        holder = direct or (
            starts.get(_complement_end(reading, phrase, starts)) if after and phrase.determiner not in ("a", "an") else None
        )
        phrase.holder = mention_key(holder) if holder else None
    for mention in people:
        if match := APPOSITION.match(reading.text, mention.end):
            for phrase in phrases:
                if phrase.holder is None and mention.end < phrase.start <= match.end() and _is_apposed(reading, mention, phrase):
                    phrase.holder = mention_key(mention)
                    break
    for phrase in phrases:
        if phrase.holder in register.people:
            person = register.people[phrase.holder]
            person.titles.append(phrase)
            person.country_code = person.country_code or phrase.country_code


def title_before(reading: Reading, position: int) -> str | None:
    """The honorific that stands right before a position, without its stop: 'Mr'."""
    match = HONORIFIC.search(reading.text, max(0, position - 12), position)
    return match.group(1) if match else None


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
        if window[: match.start()].count(",") > 0:
            return -1
    return -1


def _add_full(reading: Reading, register: Register, span: tuple[int, int], named: set[str], resolution: str) -> None:
    key = next(iter(named)) if len(named) == 1 else _settled(reading, register, span[0], named)
    if key is None:
        reading.mentions.append(Mention(*span, "full_name_shared", "alias", candidates=tuple(sorted(named)), is_person=True))
        return
    register.enter(key, reading.lexicon.actors[key].name, span[0], key)
    rule = "full_name" if resolution == "exact" else "alias"
    reading.mentions.append(Mention(*span, rule, resolution, actor_id=key, is_person=True))


def _surname_mention(
    reading: Reading, register: Register, token: tuple[int, int, str], claimed: set[str], is_doubtful: bool
) -> Mention | None:
    start, end, word = token
    honorific = title_before(reading, start)
    is_titled = bool(honorific) or _has_title(reading, start)
    if not is_titled and (word.lower() in SENTENCE_OPENERS or (word in NO_NAME and not speaks_after(reading, end))):
        return None  # 'He', 'May': surnames that are other words nearly always
    gender = HONORIFICS.get(honorific or "")
    bearers = [person for person in register.bearing(word) if not (gender and person.gender and person.gender != gender)]
    if bearers:
        chosen = _chosen(reading, bearers, start, claimed)
        if chosen is None:
            left = tuple(sorted(person.key for person in bearers if person.actor_id))
            if not left:
                return None
            return Mention(start, end, "surname_shared", "surname", candidates=left, is_person=True)
        return _of_person(chosen, (start, end), "surname", "surname")
    if not claimed or (is_doubtful and not is_titled):
        return None
    settled = _settled(reading, register, start, claimed)
    if settled is None:
        return (
            Mention(start, end, "surname_shared", "alias", candidates=tuple(sorted(claimed)), is_person=True) if len(claimed) > 1 else None
        )
    known = reading.lexicon.actors[settled]
    if gender and (_gender(known.name) or gender) != gender:
        return None
    register.enter(settled, known.name, start, settled)
    return Mention(start, end, "surname_alias", "alias", actor_id=settled, is_person=True)


def _chosen(reading: Reading, bearers: list[Person], position: int, claimed: set[str]) -> Person | None:
    """Of several bearers, the one whose role stands before the name, else the one known by surname alone, if named first."""
    if len(bearers) == 1:
        return bearers[0]
    roles = _roles_before(reading, position)
    fitting = [person for person in bearers if roles & _roles(reading.lexicon, person.actor_id)]
    if len(fitting) == 1:
        return fitting[0]
    named = [mention for mention in reading.mentions if mention.rule in FULL and mention.start < position]
    keys = {person.key for person in bearers}
    paragraph = reading.text.rfind("\n\n", 0, position)
    here = [mention for mention in named if mention.start > paragraph and mention_key(mention) in keys]
    if here:
        return register_of(bearers, max(here, key=lambda mention: mention.start))
    principal = [person for person in bearers if person.actor_id in claimed]
    if len(principal) == 1:
        return principal[0]
    counts = Counter(mention_key(mention) for mention in named if mention_key(mention) in keys).most_common(2)
    if counts and (len(counts) == 1 or counts[0][1] >= DOMINANCE * counts[1][1]):
        return next(person for person in bearers if person.key == counts[0][0])
    return None


def register_of(bearers: list[Person], mention: Mention) -> Person:
    """The one of several people whom a mention names."""
    return next(person for person in bearers if person.key == mention_key(mention))


def _settled(reading: Reading, register: Register, position: int, named: set[str]) -> str | None:
    """Of several people who share a name, the one whose role fits what stands before it, if one does."""
    lexicon = reading.lexicon
    roles = _roles_before(reading, position)
    fitting = sorted(key for key in named if roles & _roles(lexicon, key)) if roles else []
    if register.published_on and len(fitting) > 1:
        fitting = [key for key in fitting if _in_office(lexicon, key, roles, register.published_on)]
    if len(fitting) == 1:
        return fitting[0]
    unique = any(lexicon.titles[title].is_unique for title in roles if title in lexicon.titles)
    if len(named) == 1:
        only = next(iter(named))
        return None if unique and not fitting and lexicon.roles.get(only) else only
    present = [key for key in named if key in register.people]
    return present[0] if len(present) == 1 and not unique else None


def _roles_before(reading: Reading, position: int) -> set[str]:
    """Roles of the codebook that the title right before a name may stand for, with the title itself."""
    found: set[str] = set()
    for hit in reversed([hit for hit in reading.hits if position - 60 < hit.end < position]):
        if not reading.text[hit.end : position].isspace():
            break
        title = reading.lexicon.titles.get(hit.entries[0].ref)
        if title:
            found |= {title.role, title.title}
        break
    return found


def speaks_after(reading: Reading, end: int) -> bool:
    """Whether a verb of speech follows, an apposition or a bracket aside."""
    match = SPEECH_AFTER.match(reading.text, end)
    return bool(match and match.group(1) in reading.lexicon.reporting)


def _has_title(reading: Reading, position: int) -> bool:
    return bool(_roles_before(reading, position))


def _roles(lexicon: Lexicon, actor_id: str | None) -> set[str]:
    return {role.role for role in lexicon.roles.get(actor_id or "", ())}


def _in_office(lexicon: Lexicon, actor_id: str, roles: set[str], day: date) -> bool:
    return any(role.role in roles for role in held_on(lexicon, actor_id, day))


def held_on(lexicon: Lexicon, actor_id: str | None, day: date) -> list[Role]:
    """Offices a person held on a day, as far as the codebook knows."""
    return [
        role
        for role in lexicon.roles.get(actor_id or "", ())
        if (role.valid_from is None or role.valid_from <= day) and (role.valid_to is None or day <= role.valid_to)
    ]


def _surname_tokens(run: Run) -> list[tuple[int, int, str]]:
    """The token of a run that may be a bare surname: its only one. After any other, it is another's: 'Edna Example'."""
    return run.tokens if len(run.tokens) == 1 else []


def _has_given_name(reading: Reading, run: Run, start: int, word: str) -> bool:
    """In a headline: whether a given name stands before the surname, so that another is meant."""
    before = [token[2] for token in run.tokens if token[1] < start][-1:]
    return bool(before) and is_given_name(reading, before[0])


def is_given_name(reading: Reading, word: str) -> bool:
    return word in reading.lexicon.given_names or word in FEMALE_NAMES or word in MALE_NAMES


def _is_doubtful(reading: Reading, run: Run) -> bool:
    """A surname that is also a place, a body or a common word of this text."""
    entries = run.surname.entries if run.surname else ()
    if any(entry.kind in (STATE, CAPITAL, BODY, SEAT, DEMONYM) for entry in entries):
        return True
    return run.words[-1].lower() in reading.common


def _is_part_of_thing(text: str, end: int, in_headline: bool) -> bool:
    """Whether the name goes on into a thing's: 'X Tower', 'X Foundation'."""
    match = NEXT_CAPITALISED.match(text, end)
    if not match or not match.group(1)[0].isupper():
        return False
    return match.group(1) in ORGANIZATION_NOUNS or (match.group(1) in THING_NOUNS and not in_headline)


def _of_person(person: Person, span: tuple[int, int], rule: str, resolution: str) -> Mention:
    name = None if person.actor_id else person.name
    return Mention(
        *span, rule, resolution, actor_id=person.actor_id, discovered_name=name, discovered_type=name and "person", is_person=True
    )


def mention_key(mention: Mention) -> str | None:
    return mention.actor_id or (f"?{mention.discovered_name}" if mention.discovered_name else None)


def _gender(name: str) -> str | None:
    given = name.split()[0]
    return "female" if given in FEMALE_NAMES else "male" if given in MALE_NAMES else None
