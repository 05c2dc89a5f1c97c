"""The codebook's names, compiled once for matching. What a match means in its sentence does not belong here."""

import re
from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from assets.codebook import Codebook
from assets.enrich.actors.spellings import name_key, surname_of
from assets.enrich.actors.vocabulary import Vocabulary
from assets.enrich.words.verbs import finite_forms
from assets.enrich.words.wordlist import words

# What a name is a name of, and how.
STATE, CAPITAL, PLACE, DEMONYM, PEOPLE = "state", "capital", "place", "demonym", "people"
BODY, SEAT, PERSON, SURNAME, PARAPHRASE = "body", "seat", "person", "surname", "paraphrase"
TITLE, OCCUPATION = "title", "occupation"
KINDS = (STATE, CAPITAL, PLACE, DEMONYM, PEOPLE, BODY, SEAT, PERSON, SURNAME, PARAPHRASE, TITLE, OCCUPATION)

SMALL_WORDS = words("of for to the and in on at")
SHORTENED = words("government_body organization company")
IMPERSONAL = words(
    "seems seemed appears appeared means meant looks looked rains rained remain remains remained fall falls fell"
)  # "it seems", "it falls to": nobody does
INITIALS = words("mp mep ceo")  # titles that are written in capitals
FAMILY_NAME_FIRST = words("CHN PRK KOR TWN HKG VNM SGP KHM")


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of a name. `ref` is an actor id; of a demonym a country code, of a title the title in lower case."""

    kind: str
    ref: str
    resolution: str = "alias"


@dataclass(frozen=True, slots=True)
class Actor:
    actor_id: str
    name: str
    actor_type: str
    country_code: str | None


@dataclass(frozen=True, slots=True)
class Role:
    role: str
    organization: str | None
    country_code: str | None
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class Title:
    title: str
    role: str
    country_code: str | None
    is_unique: bool


class Hit(NamedTuple):
    """A name of the codebook at its place in a text."""

    start: int
    end: int
    text: str
    entries: tuple[Entry, ...]
    kinds: frozenset[str] = frozenset()

    def has(self, *kinds: str) -> bool:
        """Whether it may be a name of one of these kinds."""
        return not self.kinds.isdisjoint(kinds)

    def of(self, *kinds: str) -> list[Entry]:
        return [entry for entry in self.entries if entry.kind in kinds]


class Lexicon:
    """Every name of a codebook, and what the rules ask of those who bear it."""

    def __init__(self, codebook: Codebook) -> None:
        told = codebook.actors.select("actor_id", "name", "actor_type", "country_code").iter_rows()
        self.actors = {actor_id: Actor(actor_id, *rest) for actor_id, *rest in told}
        self.states = dict(codebook["countries"].select("country_code", "actor_id").iter_rows())
        self.demonyms = {row["country_code"]: (row["demonyms"] or [row["name"]])[0] for row in codebook["countries"].iter_rows(named=True)}
        self.vocabulary = Vocabulary(codebook)
        listed = codebook["role_titles"].select("title", "role", "country_code", "is_unique").iter_rows()
        self.titles = {title.lower(): Title(title.lower(), *rest) for title, *rest in listed}
        self.roles: dict[str, list[Role]] = defaultdict(list)
        held_by = codebook["roles"].select("actor_id", "role", "organization", "country_code", "valid_from", "valid_to")
        for actor_id, *role in held_by.iter_rows():
            self.roles[actor_id].append(Role(*role))
        self.main_roles = {actor_id: _main_roles(held) for actor_id, held in self.roles.items()}
        self.offices = {(role.role, role.country_code) for held in self.roles.values() for role in held}
        self.reporting = frozenset(_verb_forms(codebook, "speech"))
        self.attributing = frozenset(_verb_forms(codebook, "speech", "thought", frames={"quote", "to"})) - IMPERSONAL
        deeds = codebook["event_frames"].filter(part_of_speech="verb")["trigger"].to_list()
        verbs = {trigger.split()[0].lower() for triggers in deeds for trigger in triggers.split("|")}
        self.doing = frozenset(form for verb in verbs for form in finite_forms(verb)) - IMPERSONAL  # what events are told with
        self.people: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.surnames: dict[str, set[str]] = defaultdict(set)
        self.given_names: set[str] = set()
        self._surname_aliases = set(codebook["aliases"].filter(kind="surname")["alias"])
        entries: dict[str, dict[Entry, None]] = defaultdict(dict)
        for text, entry in self._names(codebook):
            entries[text].setdefault(entry)
        for text in list(entries):
            bare = text[4:] if text[:4] in ("the ", "The ") else ""
            if {entry.ref for entry in entries[text]} & {entry.ref for entry in entries.get(bare, ())}:
                del entries[text]
        self._patterns = sorted(entries)
        self._exact = {text: _strongest(entries[text]) for text in self._patterns}
        self._known = [(text, found, frozenset([entry.kind for entry in found])) for text, found in self._exact.items()]
        self._automaton = AhoCorasick(self._patterns)
        self.given_names |= self.vocabulary.genders.keys()
        self.no_surnames = self.vocabulary.organizations | self.vocabulary.things
        self.bodies = self._bodies(codebook)
        self.abbreviations = frozenset(text for text in self._patterns if text.isupper() and " " not in text)
        self.short_names: dict[str, frozenset[str]] = {
            actor_id: self.heads_of(actor.name) for actor_id, actor in self.actors.items() if actor.actor_type in SHORTENED
        }
        for epithet, actor_id in codebook["epithets"].iter_rows():
            self.short_names[actor_id] = self.short_names.get(actor_id, frozenset()) | {epithet}
        self.short_nouns = (
            self.vocabulary.of("short_name")
            | set(codebook["epithets"]["epithet"])
            | self.vocabulary.of("partisan")
            | self.vocabulary.of("crowd")
        )
        self.namesakes: dict[str, set[str]] = defaultdict(set)
        for actor_id, surnames in self.surnames.items():
            for surname in surnames:
                self.namesakes[surname].add(actor_id)
        self._all_names: dict[str, str] = defaultdict(str)
        for name, entries_of, kinds in self._known:
            for entry in entries_of if BODY in kinds else ():
                if entry.kind == BODY:
                    self._all_names[entry.ref] += f" {name.lower()}"
        self.body_offices: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for office, organization in {(role.role, role.organization) for held in self.roles.values() for role in held}:
            if organization and (body := self.body_named(organization)):
                self.body_offices[body].add((office, organization))

    def find(self, text: str) -> list[Hit]:
        """The names in a text, in its order, none overlapping another: of two, the one that begins first, then the longer."""
        whole, length = [], len(text)
        for pattern, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
                continue
            if end == length or not (text[end].isalnum() or text[end] == "_"):
                whole.append((start, -end, pattern))
        found, last = [], 0
        for start, end, pattern in sorted(whole):
            if start >= last:
                found.append(Hit(start, -end, *self._known[pattern]))
                last = -end
        return found

    def exact(self, text: str) -> tuple[Entry, ...]:
        """The meanings of a text that is a name as a whole."""
        return self._exact.get(text, ())

    def offices_for(self, role: str, field: str) -> set[tuple[str, str]]:
        """Offices of bodies that are named for a field: a high commissioner "for refugees" is the Refugee Agency's."""
        stems = [word[:6].lower() for word in field.split() if word not in SMALL_WORDS]
        return {
            office
            for body, offices in self.body_offices.items()
            for office in offices
            if office[0] == role and all(stem in self._all_names[body] for stem in stems)
        }

    def body_named(self, text: str | None) -> str | None:
        """The one body or organisation that bears a name."""
        refs = {entry.ref for entry in self.exact(text or "") if entry.kind in (BODY, SEAT)}
        return refs.pop() if len(refs) == 1 else None

    def heads_of(self, name: str) -> frozenset[str]:
        """What is left of a body's name when it is called for short: its last noun, or the one before "of"."""
        return frozenset({re.split(r" (?:of|for|on|to|and) ", name)[0].rpartition(" ")[2].lower()} & self.vocabulary.of("short_name"))

    def is_place(self, text: str) -> bool:
        return any(entry.kind in (STATE, CAPITAL, PLACE) for entry in self.exact(text))

    def is_person(self, actor_id: str | None) -> bool:
        return actor_id in self.actors and self.actors[actor_id].actor_type == "person"

    def people_named(self, tokens: list[str]) -> set[str]:
        """People whose first and last names these are, middle names and spelling of the first aside: 'Dmitri V. Example'."""
        return self.people.get((name_key(tokens[0]), name_key(tokens[-1])), set())

    def _names(self, codebook: Codebook) -> Iterator[tuple[str, Entry]]:
        for row in codebook["countries"].iter_rows(named=True):
            yield row["name"], Entry(STATE, row["actor_id"], "exact")
            yield from ((alias, Entry(STATE, row["actor_id"])) for alias in row["aliases"])
            yield from ((demonym, Entry(DEMONYM, row["country_code"])) for demonym in row["demonyms"])
            yield from ((noun, Entry(PEOPLE, row["country_code"])) for noun in row["demonym_nouns"] if noun not in row["demonyms"])
            if row["capital"]:
                yield row["capital"], Entry(CAPITAL, row["actor_id"])
        for actor_id, name, actor_type in codebook["actors"].select("actor_id", "name", "actor_type").iter_rows():
            if actor_type == "person":
                yield name, Entry(PERSON, actor_id, "exact")
                self._know(actor_id, name)
            else:
                yield name, Entry(BODY, actor_id, "exact")
        for alias, actor_id, kind in codebook["aliases"].select("alias", "actor_id", "kind").iter_rows():
            if not self._is_titled(alias, actor_id):
                yield alias, self._alias(alias, actor_id, kind)
        for phrase, actor_id in codebook["paraphrases"].select("phrase", "actor_id").iter_rows():
            if actor_id:
                yield from ((form, Entry(PARAPHRASE, actor_id, "probable_alias")) for form in _written(phrase))
        for title in self.titles:
            forms = _written(title) | ({title.upper()} if title in INITIALS else set())
            yield from ((form, Entry(TITLE, title, "role")) for form in forms)
        for occupation in sorted(self.vocabulary.occupations - self.titles.keys()):
            yield from ((form, Entry(OCCUPATION, occupation, "role")) for form in _written(occupation))

    def _bodies(self, codebook: Codebook) -> dict[tuple[str, str], str]:
        """Government bodies by country and what is left of their names without it: (USA, 'treasury')."""
        adjectives: dict[str, str] = {}
        for code, name, aliases, demonyms in codebook["countries"].select("country_code", "name", "aliases", "demonyms").iter_rows():
            for word in [name, *aliases, *demonyms]:
                adjectives |= {word: code, f"{word}'s": code, f"{word}’s": code}
        found: dict[tuple[str, str], str] = {}
        for name, _, kinds in self._known:
            if kinds.isdisjoint((BODY, SEAT)):
                continue
            parts, body = name.removeprefix("the ").split(" "), self.body_named(name)
            if body and self.actors[body].actor_type == "government_body":
                for count in (1, 2):
                    rest = " ".join(parts[count:]).lower()
                    if rest and (code := adjectives.get(" ".join(parts[:count]))):
                        found.setdefault((code, rest), body)
        return found

    def _is_titled(self, alias: str, actor_id: str) -> bool:
        """An alias that is a title and a surname: the rules for titles find it, and keep the title out of the name."""
        first, _, rest = alias.partition(" ")
        surname = alias.rpartition(" ")[2]
        title = alias[: -len(surname)].strip().lower()
        is_titled = bool(rest) and self.is_person(actor_id) and (first.rstrip(".") in self.vocabulary.honorifics or title in self.titles)
        return is_titled and (surname in self.surnames[actor_id] or surname in self._surname_aliases)

    def _alias(self, alias: str, actor_id: str, kind: str) -> Entry:
        if kind == "paraphrase":
            return Entry(PARAPHRASE, actor_id, "probable_alias")
        if self.is_person(actor_id):
            if kind == "surname" or " " not in alias:
                self.surnames[actor_id].add(alias)
                return Entry(SURNAME, actor_id)
            self._know(actor_id, alias)
            return Entry(PERSON, actor_id)
        if self.actors[actor_id].actor_type == "state":
            return Entry({"seat": CAPITAL, "place": PLACE}.get(kind, STATE), actor_id)
        return Entry(SEAT if kind == "seat" else BODY, actor_id)

    def _know(self, actor_id: str, name: str) -> None:
        tokens = name.split()
        if len(tokens) < 2:
            return
        family_first = self.actors[actor_id].country_code in FAMILY_NAME_FIRST and tokens[0].istitle() and len(tokens[0]) < 6
        surname = tokens[0] if family_first else surname_of(tokens)
        self.surnames[actor_id].add(surname)
        if not family_first:
            self.people[name_key(tokens[0]), name_key(tokens[-1])].add(actor_id)
            self.given_names.add(tokens[0])


@lru_cache(maxsize=4)
def lexicon(codebook: Codebook) -> Lexicon:
    """The lexicon of a codebook, compiled once for each version."""
    return Lexicon(codebook)


def _main_roles(held: list[Role]) -> list[Role]:
    """Offices a person is called by when no date tells: those still held, else the last one."""
    latest = max((role.valid_from for role in held if role.valid_from), default=None)
    return [role for role in held if role.valid_to is None or role.valid_from is None or role.valid_from == latest]


def _strongest(entries: dict[Entry, None]) -> tuple[Entry, ...]:
    """Without the meanings that a more telling one of the same name rules out."""
    if len(entries) == 1:  # as nearly always
        return tuple(entries)
    kinds = {entry.kind for entry in entries}
    kept = [entry for entry in entries if not (entry.kind == CAPITAL and SEAT in kinds)]
    kept = [entry for entry in kept if not (entry.kind in (DEMONYM, PEOPLE) and STATE in kinds)]
    kept = [entry for entry in kept if entry.kind != PLACE or kinds == {PLACE}]
    return tuple(sorted(set(kept), key=lambda entry: (entry.kind, entry.ref, entry.resolution)))


def _written(phrase: str) -> set[str]:
    """A phrase as it stands in a sentence, at its start, and in a headline."""
    parts = phrase.split(" ")
    title = " ".join(part if part in SMALL_WORDS else "-".join(p[:1].upper() + p[1:] for p in part.split("-")) for part in parts)
    return {phrase, phrase[:1].upper() + phrase[1:], title}


def _verb_forms(codebook: Codebook, *kinds: str, frames: Set[str] = frozenset()) -> Iterator[str]:
    """Past and present forms of the verbs that attribute, of some frames or of all, to know a speaker by what follows the name."""
    for lemma, forms, kind, taken in codebook["cue_verbs"].select("lemma", "forms", "kind", "frames").iter_rows():
        if kind not in kinds or " " in lemma or (frames and frames.isdisjoint(taken)):
            continue
        yield from forms
        stem = lemma[:-1] if lemma.endswith(("e", "y")) else lemma
        yield stem + ("ied" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else "ed")
        yield (stem + "ies") if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else lemma + "s"
