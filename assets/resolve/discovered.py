"""Actors the codebook does not know, joined across documents. Never two people in one: in doubt there are two actors.

A name within one document is one actor. Across documents the same name (or a spelling of it, in the same country) is one
actor unless countries or organisations contradict each other.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

import polars as pl

from assets.codebook import Codebook
from assets.identity import slug
from assets.resolve.names import (
    is_slip,
    is_titled,
    organization_words,
    person_key,
    plain_name,
    same_spelling,
    slip_keys,
    spelling_key,
)
from assets.schemas import ACTOR_TYPES

# Of two descriptions of an organisation, the share of the shorter's words that must be common.
SAME_ORGANIZATION = 0.5
# A bearer of a name whom this share of the documents mean, of those that tell, is also meant by those that do not tell.
DOMINANT = 0.75
# The role of whom the text tells the organisation only: "X of the Y Institute".
AFFILIATED = "affiliated"


@dataclass
class Bearer:
    """What the documents tell of one bearer of a name."""

    mentions: list[tuple[str, str]] = field(default_factory=list)  # (mention_id, document_id)
    names: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    countries: set[str] = field(default_factory=set)
    organizations: set[str] = field(default_factory=set)
    roles: set[tuple[str, str | None, str | None, str]] = field(default_factory=set)  # role, organization, country, document

    def take(self, other: "Bearer") -> None:
        self.mentions += other.mentions
        self.names += other.names
        self.types += other.types
        self.countries |= other.countries
        self.organizations |= other.organizations
        self.roles |= other.roles

    @property
    def name(self) -> str:
        """The way it is written most often, without a title; of equals the longest, then the first in the alphabet."""
        return min(self.names, key=lambda name: (is_titled(name), -self.names[name], -len(name), name))

    @property
    def actor_type(self) -> str:
        return min(self.types, key=lambda kind: (-self.types[kind], ACTOR_TYPES.index(kind)))

    @property
    def is_person(self) -> bool:
        return self.actor_type == "person"

    @property
    def country_code(self) -> str | None:
        return min(self.countries) if len(self.countries) == 1 else None

    def place(self) -> tuple[str, ...]:
        """What orders bearers of one name, from content alone."""
        return (*sorted(self.countries), "/", *sorted(self.organizations), "/", *sorted(mention for mention, _ in self.mentions))


def discovered_actors(actor_mentions: pl.DataFrame, codebook: Codebook) -> dict[str, Bearer]:
    """Discovered actors by id, each with its mentions.

    An id of the codebook comes back where a discovered name is another spelling of one of its people; the caller tells the
    two apart by the codebook. Left out are mentions without a name or with an unknown type, and bodies that every
    country has, where no country is told: "the Foreign Ministry" of one document is not that of another.
    """
    known, nameless = _known_people(codebook), _bodies_of_any_country(codebook)
    by_key: dict[tuple[bool, str], list[Bearer]] = defaultdict(list)
    for bearer in _bearers(actor_mentions):
        by_key[bearer.is_person, person_key(bearer.name) if bearer.is_person else plain_name(bearer.name)].append(bearer)
    joined = [bearer for key in sorted(by_key) for bearer in _joined(by_key[key])]
    people = [bearer for bearer in joined if bearer.is_person]
    others = [bearer for bearer in joined if not bearer.is_person and (bearer.country_code or plain_name(bearer.name) not in nameless)]
    actors: dict[str, Bearer] = {}
    unknown = []
    for bearer in _joined_slips(_joined_spellings(people)):
        actor = _codebook_person(bearer, known)
        if actor:
            actors.setdefault(actor, Bearer()).take(bearer)
        else:
            unknown.append(bearer)
    actors.update(_named(unknown + others, set(codebook.actors["actor_id"])))
    return actors


def _bearers(actor_mentions: pl.DataFrame) -> Iterator[Bearer]:
    """One bearer a document and name."""
    found: dict[tuple[str, str], Bearer] = defaultdict(Bearer)
    discovered = actor_mentions.filter(
        pl.col("actor_id").is_null(),
        pl.col("discovered_name").str.strip_chars() != "",
        pl.col("discovered_type").is_in(ACTOR_TYPES),
    ).sort("mention_id")
    documents: dict[str, str] = {}  # one string for all that a document mentions
    keys = {name: person_key(name) for name in discovered["discovered_name"].unique() if slug(name)}
    for mention, document, name, kind, role, organization, country in discovered.select(
        "mention_id",
        "document_id",
        "discovered_name",
        "discovered_type",
        "discovered_role",
        "discovered_organization",
        "country_code",
    ).iter_rows():
        if name not in keys:
            continue
        bearer = found[document, keys[name]]
        bearer.mentions.append((mention, documents.setdefault(document, document)))
        bearer.names[name] += 1
        bearer.types[kind] += 1
        if country:
            bearer.countries.add(country)
        if organization:
            bearer.organizations.add(organization)
        if role or organization:
            bearer.roles.add((role or AFFILIATED, organization, country, document))
    yield from (found[key] for key in sorted(found))


def _joined(bearers: list[Bearer]) -> list[Bearer]:
    """Bearers of one name, joined where nothing contradicts: first those of one country, then those of one organisation.

    Of whom no country (organisation) is told joins only a group that dominates.
    """
    if len(bearers) == 1:
        return bearers
    countries: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        countries["+".join(sorted(bearer.countries))].append(bearer)
    untold = countries.pop("", [])
    groups = _with_untold([countries[key] for key in sorted(countries)], untold)
    return [joined for group in groups for joined in (_by_organization(group) if group[0].is_person else [_one(group)])]


def _by_organization(bearers: list[Bearer]) -> list[Bearer]:
    """Bearers grouped by organisations that are the same; bodies told of one bearer in one document count as the same."""
    group_of: dict[str, str] = {}
    first_of_group: list[str] = []
    for organization in sorted({name for bearer in bearers for name in bearer.organizations}):
        group_of[organization] = next((one for one in first_of_group if _same_body(one, organization)), organization)
        if group_of[organization] == organization:
            first_of_group.append(organization)
    for bearer in sorted(bearers, key=Bearer.place):
        groups = {group_of[name] for name in bearer.organizations}
        if len(groups) > 1:
            group_of = {name: min(groups) if group in groups else group for name, group in group_of.items()}
    placed: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        placed[group_of[min(bearer.organizations)] if bearer.organizations else ""].append(bearer)
    untold = placed.pop("", [])
    return [_one(group) for group in _with_untold([placed[group] for group in sorted(placed)], untold)]


def _with_untold(groups: list[list[Bearer]], untold: list[Bearer]) -> list[list[Bearer]]:
    """Bearers of whom nothing is told join the dominant group; where none is, they are a group of their own."""
    if not untold:
        return groups
    told = sum(map(len, groups))
    for group in groups:
        if len(group) >= DOMINANT * told:
            return [[*one, *untold] if one is group else one for one in groups]
    return [*groups, untold]


def _same_body(left: str, right: str) -> bool:
    one, other = organization_words(left), organization_words(right)
    fewer = min(len(one), len(other))
    return bool(fewer) and len(one & other) / fewer >= SAME_ORGANIZATION


def _one(bearers: list[Bearer]) -> Bearer:
    if len(bearers) == 1:
        return bearers[0]
    whole = Bearer()
    for bearer in bearers:
        whole.take(bearer)
    return whole


def _joined_spellings(people: list[Bearer]) -> list[Bearer]:
    """People of one known country whose names are spellings of each other, where no second bearer makes it doubtful."""
    by_spelling: dict[tuple[str, str], list[Bearer]] = defaultdict(list)
    for bearer in people:
        by_spelling[spelling_key(bearer.name), bearer.country_code or ""].append(bearer)
    names = Counter(person_key(bearer.name) for bearer in people)
    result = []
    for (_, country), bearers in sorted(by_spelling.items()):
        alike = (
            country
            and len(bearers) > 1
            and all(names[person_key(bearer.name)] == 1 for bearer in bearers)
            and all(same_spelling(bearers[0].name, other.name) for other in bearers[1:])
            and len(_by_organization(bearers)) == 1
        )
        result += [_one(bearers)] if alike else bearers
    return result


def _joined_slips(people: list[Bearer]) -> list[Bearer]:
    """People of one country and organisation whose names differ by a letter, never named in one document, and no third like them."""
    blocks: dict[Hashable, list[Bearer]] = defaultdict(list)
    for bearer in people:
        if bearer.country_code and bearer.organizations:
            for key in slip_keys(bearer.name):
                blocks[bearer.country_code, key].append(bearer)
    alike: dict[int, dict[int, Bearer]] = defaultdict(dict)
    for block in blocks.values():
        for one, another in combinations(block, 2):
            if id(another) not in alike[id(one)] and _is_slip(one, another):
                alike[id(one)][id(another)] = another
                alike[id(another)][id(one)] = one
    only = {one: next(iter(others.values())) for one, others in alike.items() if len(others) == 1}
    joined = {one: another for one, another in only.items() if id(another) in only}
    result, taken = [], set()
    for bearer in people:
        if id(bearer) in taken:
            continue
        other = joined.get(id(bearer))
        result.append(_one(sorted([bearer, other], key=Bearer.place)) if other else bearer)
        taken |= {id(other)} if other else set()
    return result


def _is_slip(one: Bearer, other: Bearer) -> bool:
    if not is_slip(one.name, other.name):
        return False
    documents = {document for _, document in one.mentions} & {document for _, document in other.mentions}
    return not documents and any(_same_body(here, there) for here in one.organizations for there in other.organizations)


def _known_people(codebook: Codebook) -> dict[str, dict[str, str | None]]:
    """Country by codebook person, by every spelling of their full names."""
    people = codebook.actors.filter(actor_type="person").select("actor_id", "name", "country_code")
    aliases = codebook["aliases"].filter(pl.col("kind").is_in(["name", "former"])).join(people.drop("name"), on="actor_id")
    known: dict[str, dict[str, str | None]] = defaultdict(dict)
    for actor, name, country in [*people.iter_rows(), *aliases.select("actor_id", "alias", "country_code").iter_rows()]:
        if len(person_key(name).split()) > 1:
            known[spelling_key(name)][actor] = country
    return known


def _bodies_of_any_country(codebook: Codebook) -> set[str]:
    """What is left of the names of the codebook's government bodies without their countries: 'foreign ministry'."""
    adjectives = {
        plain_name(word)
        for name, demonyms in codebook["countries"].select("name", "demonyms").iter_rows()
        for word in [name, *(demonyms or [])]
    }
    bodies = [plain_name(name) for name in codebook.actors.filter(actor_type="government_body")["name"]]
    parts = [(body.split(" ")[:count], body.split(" ")[count:]) for body in bodies for count in (1, 2, 3)]
    return {" ".join(rest) for first, rest in parts if rest and " ".join(first) in adjectives}


def _codebook_person(bearer: Bearer, known: dict[str, dict[str, str | None]]) -> str | None:
    """The codebook's person of that full name and country; null where the text gives no country or another."""
    actors = known.get(spelling_key(bearer.name), {})
    fitting = [actor for actor, country in sorted(actors.items()) if country and bearer.countries == {country}]
    return fitting[0] if len(actors) == len(fitting) == 1 else None


def _named(bearers: list[Bearer], taken: set[str]) -> dict[str, Bearer]:
    """Readable ids. The dominant bearer of a name has the plain one; others add country, organisation, kind, or a number."""
    by_slug: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        by_slug[slug(bearer.name)].append(bearer)
    named: dict[str, Bearer] = {}
    used = set(taken) | set(by_slug)
    for name, group in sorted(by_slug.items()):
        whole = sum(len(bearer.mentions) for bearer in group)
        plain = [bearer for bearer in group if name not in taken and len(bearer.mentions) >= DOMINANT * whole]
        if plain:
            named[name] = plain[0]
        for bearer in sorted((bearer for bearer in group if bearer not in plain[:1]), key=Bearer.place):
            actor = next(one for one in _suffixed(name, bearer) if one not in used)
            used.add(actor)
            named[actor] = bearer
    return named


def _suffixed(name: str, bearer: Bearer) -> Iterator[str]:
    if bearer.country_code:
        yield f"{name}-{bearer.country_code.lower()}"
    for organization in sorted(bearer.organizations):
        yield f"{name}-{slug(organization)}"
    yield f"{name}-{bearer.actor_type.replace('_', '-')}"
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1
