"""Who a mention is, the whole corpus considered: offices bound to holders, discovered people joined and never confused."""

from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.codebook import Codebook
from assets.codebook.files import FILES
from assets.resolve.actors import resolve_actors
from assets.resolve.names import person_key, same_spelling
from assets.schemas import ACTOR_MENTIONS, DOCUMENT_DATES


def table(name: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    schema = {key: pl.List(column.dtype) if column.many else column.dtype for key, column in FILES[name].columns.items()}
    return pl.DataFrame(rows, schema=schema)


def person(actor: str, name: str, country: str | None) -> dict[str, Any]:
    return {"actor_id": actor, "name": name, "actor_type": "person", "country_code": country}


def term(actor: str, role: str, first: date | None, last: date | None, organization: str | None = None) -> dict[str, Any]:
    return {"actor_id": actor, "role": role, "country_code": "XAA", "valid_from": first, "valid_to": last, "organization": organization}


CODEBOOK = Codebook(
    "test",
    {
        "countries": table(
            "countries",
            [
                {
                    "country_code": "XAA",
                    "alpha2": "XA",
                    "actor_id": "arland",
                    "name": "Arland",
                    "aliases": ["Republic of Arland"],
                    "demonyms": ["Arlandic"],
                },
                {"country_code": "XBB", "alpha2": "XB", "actor_id": "borduna", "name": "Borduna", "demonyms": ["Bordunan"]},
            ],
        ),
        "actors": table(
            "actors",
            [
                person("orla-quist", "Orla Quist", "XAA"),
                person("bo-hamre", "Bo Hamre", "XAA"),
                person("nils-hamre", "Nils Hamre", "XBB"),
                person("sergei-tannik", "Sergei Tannik", "XBB"),
                person("una-vestre", "Una Vestre", None),
                {
                    "actor_id": "arlandic-ministry",
                    "name": "Arlandic Foreign Ministry",
                    "actor_type": "government_body",
                    "country_code": "XAA",
                },
            ],
        ),
        "aliases": table(
            "aliases",
            [
                {"alias": "Quist", "actor_id": "orla-quist", "kind": "surname"},
                {"alias": "Chief Quist", "actor_id": "orla-quist", "kind": "paraphrase"},
            ],
        ),
        "roles": table(
            "roles",
            [
                term("orla-quist", "president", date(2010, 3, 1), date(2014, 3, 1)),
                term("bo-hamre", "president", date(2014, 3, 1), None),
                term("bo-hamre", "ambassador", date(2000, 1, 1), None, "embassy to Borduna"),
            ],
        ),
        "role_titles": table(
            "role_titles",
            [
                {"title": "president", "role": "president", "is_unique": True},
                {"title": "ambassador", "role": "ambassador", "is_unique": False},
            ],
        ),
    },
)


def mention(number: int, document_id: str = "d1", **columns: Any) -> dict[str, Any]:
    return {"mention_id": f"m{number}", "document_id": document_id, "surface": "x", "evidence": "x", **columns}


def found(number: int, name: str, document: str = "d1", kind: str = "person", **columns: Any) -> dict[str, Any]:
    return mention(number, document, discovered_name=name, discovered_type=kind, **columns)


def resolve(
    *mentions: dict[str, Any], day: date | None = date(2012, 5, 1), first: date | None = None, last: date | None = None
) -> tuple[pl.DataFrame, ...]:
    names = sorted({row["document_id"] for row in mentions})
    dates = [{"document_id": name, "published_on": day, "published_from": day or first, "published_to": day or last} for name in names]
    return resolve_actors(ACTOR_MENTIONS.frame(list(mentions)), DOCUMENT_DATES.frame(dates), CODEBOOK)


def identities(*mentions: dict[str, Any], **options: Any) -> dict[str, str]:
    return dict(resolve(*mentions, **options)[3].select("mention_id", "actor_id").iter_rows())


def test_a_settled_mention_stays_settled() -> None:
    assert identities(mention(1, actor_id="orla-quist")) == {"m1": "orla-quist"}


def test_an_actor_the_codebook_no_longer_knows_gets_no_row() -> None:
    assert identities(mention(1, actor_id="removed-since")) == {}


@pytest.mark.parametrize(
    ("options", "holder"),
    [
        ({"day": date(2012, 5, 1)}, "orla-quist"),
        ({"day": date(2015, 5, 1)}, "bo-hamre"),
        ({"day": date(2014, 3, 1)}, None),
        ({"day": date(2010, 3, 1)}, "orla-quist"),
        ({"day": date(2009, 5, 1)}, None),
        ({"day": None}, None),
        ({"day": None, "first": date(2011, 1, 1), "last": date(2012, 1, 1)}, "orla-quist"),
        ({"day": None, "first": date(2013, 1, 1), "last": date(2015, 1, 1)}, None),
        ({"day": None, "first": date(2015, 1, 1)}, "bo-hamre"),
        ({"day": None, "first": date(2012, 1, 1)}, None),
    ],
)
def test_an_office_is_bound_to_who_held_it_all_through_the_document_date(options: dict[str, Any], holder: str | None) -> None:
    assert identities(mention(1, role="president", country_code="XAA"), **options).get("m1") == holder


def test_an_office_that_several_hold_at_once_needs_its_body() -> None:
    assert identities(mention(1, role="ambassador", country_code="XAA")) == {}
    assert identities(mention(1, role="ambassador", country_code="XAA", discovered_organization="Embassy to Borduna")) == {"m1": "bo-hamre"}


def test_of_several_candidates_country_and_office_choose() -> None:
    candidates = "bo-hamre; nils-hamre"
    assert identities(mention(1, candidates=candidates, country_code="XBB")) == {"m1": "nils-hamre"}
    assert identities(mention(1, candidates=candidates, role="president"), day=date(2015, 1, 1)) == {"m1": "bo-hamre"}
    assert identities(mention(1, candidates=candidates)) == {}


def test_a_candidate_of_no_known_country_is_not_ruled_out_by_one() -> None:
    assert identities(mention(1, candidates="nils-hamre; una-vestre", country_code="XAA")) == {"m1": "una-vestre"}


def test_of_several_candidates_one_end_of_the_date_rules_out_who_was_no_longer_or_not_yet_in_office() -> None:
    mentioned = mention(1, candidates="bo-hamre; orla-quist")
    assert identities(mentioned, day=None, first=date(2015, 1, 1)) == {"m1": "bo-hamre"}
    assert identities(mentioned, day=None) == {}


def test_one_name_in_many_documents_is_one_actor() -> None:
    mentions = [found(1, "Ivan A. Petrel"), found(2, "Ivan Petrel", "d2", country_code="XBB"), found(3, "Dr. Ivan Petrel", "d3")]
    actors, aliases, _, _ = resolve(*mentions)
    row = actors.filter("is_discovered").to_dicts()
    assert [(one["actor_id"], one["country_code"]) for one in row] == [("ivan-a-petrel", "XBB")]
    assert len(set(identities(*mentions).values())) == 1
    assert set(aliases.filter(actor_id=row[0]["actor_id"])["alias"]) == {"Ivan A. Petrel", "Ivan Petrel", "Dr. Ivan Petrel"}


def test_one_name_in_two_countries_is_two_people() -> None:
    found_ids = identities(
        found(1, "Ada Brenn", country_code="XAA"), found(2, "Ada Brenn", "d2", country_code="XBB"), found(3, "Ada Brenn", "d3")
    )
    assert found_ids == {"m1": "ada-brenn-xaa", "m2": "ada-brenn-xbb", "m3": "ada-brenn-person"}


def test_one_slip_about_a_country_does_not_rename_a_well_known_person() -> None:
    told = [found(number, "Ada Brenn", f"d{number}", country_code="XAA") for number in range(1, 5)]
    ids = identities(*told, found(5, "Ada Brenn", "d5", country_code="XBB"), found(6, "Ada Brenn", "d6"))
    assert ids == {**{f"m{number}": "ada-brenn" for number in (1, 2, 3, 4, 6)}, "m5": "ada-brenn-xbb"}


def test_one_name_at_two_organisations_is_two_people() -> None:
    people = [
        found(1, "Ada Brenn", country_code="XAA", discovered_organization="Institute of Trade"),
        found(2, "Ada Brenn", "d2", country_code="XAA", discovered_organization="the Institute of World Trade"),
        found(3, "Ada Brenn", "d3", country_code="XAA", discovered_organization="Harbour Workers' Union"),
    ]
    one, two, three = (identities(*people)[f"m{number}"] for number in (1, 2, 3))
    assert one == two != three


def test_spellings_of_one_name_in_one_country_are_one_person() -> None:
    assert (
        len(set(identities(found(1, "Dmitri Volnov", country_code="XBB"), found(2, "Dmitry Volnov", "d2", country_code="XBB")).values()))
        == 1
    )
    assert len(set(identities(found(1, "Dmitri Volnov"), found(2, "Dmitry Volnov", "d2")).values())) == 2
    assert (
        len(set(identities(found(1, "Maria Volnov", country_code="XBB"), found(2, "Mario Volnov", "d2", country_code="XBB")).values())) == 2
    )


def test_another_spelling_of_a_codebook_person_is_that_person() -> None:
    assert identities(found(1, "Sergey Tannik", country_code="XBB")) == {"m1": "sergei-tannik"}
    assert identities(found(1, "Sergey Tannik", country_code="XAA")) == {"m1": "sergey-tannik"}


def test_a_discovered_actor_never_takes_the_id_of_a_codebook_actor() -> None:
    assert identities(found(1, "Orla Quist", country_code="XBB")) == {"m1": "orla-quist-xbb"}
    assert identities(found(1, "Borduna", kind="company")) == {"m1": "borduna-company"}


def test_a_ministry_of_no_known_country_is_nobody() -> None:
    assert identities(found(1, "Foreign Ministry", kind="organization")) == {}
    assert identities(found(1, "Foreign Ministry", kind="organization", country_code="XBB")) == {"m1": "foreign-ministry"}


def test_roles_from_the_text_carry_their_document() -> None:
    roles = resolve(found(1, "Ada Brenn", discovered_role="deputy head", discovered_organization="Harbour Board"))[2]
    assert roles.filter(basis="text").select("actor_id", "role", "organization", "document_id").rows() == [
        ("ada-brenn", "deputy head", "Harbour Board", "d1")
    ]
    assert roles.filter(basis="codebook").height == CODEBOOK["roles"].height


def test_whose_role_is_not_told_is_affiliated_with_the_organisation_told() -> None:
    roles = resolve(found(1, "Ada Brenn", discovered_organization="Harbour Board"))[2]
    assert roles.filter(actor_id="ada-brenn").select("role", "organization").rows() == [("affiliated", "Harbour Board")]


def test_a_role_told_twice_in_a_document_keeps_the_country_that_one_of_them_tells() -> None:
    told = {"discovered_role": "deputy head", "discovered_organization": "Harbour Board"}
    roles = resolve(found(1, "Ada Brenn", **told), found(2, "Ada Brenn", country_code="XBB", **told))[2]
    assert roles.filter(basis="text")["country_code"].to_list() == ["XBB"]


def test_what_a_text_calls_a_person_of_the_codebook_is_a_role_unless_the_codebook_says_it() -> None:
    known = {"actor_id": "orla-quist", "discovered_organization": "Harbour Board"}
    roles = resolve(mention(1, discovered_role="deputy chairman", **known), mention(2, discovered_role="president", **known))[2]
    assert roles.filter(basis="text").select("actor_id", "role", "organization", "document_id").rows() == [
        ("orla-quist", "deputy chairman", "Harbour Board", "d1")
    ]


@pytest.mark.parametrize(
    ("told", "speaks_for"),
    [
        ({"discovered_role": "water minister", "country_code": "XAA"}, "arland"),
        (
            {"discovered_role": "spokesman", "discovered_organization": "Arlandic Foreign Ministry", "country_code": "XAA"},
            "arlandic-ministry",
        ),
        ({"discovered_role": "minister", "discovered_organization": "Guild of Bakers", "country_code": "XAA"}, None),
        ({"discovered_role": "baker", "country_code": "XAA"}, None),
        ({"discovered_role": "minister"}, None),
        ({"discovered_role": "retired ambassador", "country_code": "XAA"}, None),
        ({"discovered_role": "ex-minister", "country_code": "XAA"}, None),
        (
            {"discovered_role": "former spokesman", "discovered_organization": "Arlandic Foreign Ministry", "country_code": "XAA"},
            None,
        ),
    ],
)
def test_a_discovered_official_speaks_for_the_body_or_the_state_of_the_office(told: dict[str, Any], speaks_for: str | None) -> None:
    actors = resolve(found(1, "Ines Calder", **told))[0]
    assert actors.filter(actor_id="ines-calder")["represents_id"].to_list() == [speaks_for]


def test_an_embassy_speaks_for_its_state() -> None:
    actors = resolve(found(1, "Arlandic embassy", kind="government_body", country_code="XAA"))[0]
    assert actors.filter(actor_id="arlandic-embassy")["represents_id"].to_list() == ["arland"]


def test_a_rewording_by_a_machine_is_no_name() -> None:
    aliases = resolve()[1]
    assert set(aliases.filter(actor_id="orla-quist")["alias"]) == {"Orla Quist", "Quist"}
    assert set(aliases.filter(actor_id="arland")["alias"]) == {"Arland", "Republic of Arland"}


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Dmitri Volnov", "Dmitry Volnov", True),
        ("Aleksandr Volnov", "Alexander Volnov", True),
        ("Yevgeny Volnov", "Evgeny Volnov", True),
        ("Pavel Volnoff", "Pavel Wolnov", True),
        ("John Kerrel", "John Kellel", False),
        ("Donald Trask", "Donald Tusker", False),
        ("Volnov", "Volnoff", False),
    ],
)
def test_spellings(left: str, right: str, same: bool) -> None:
    assert same_spelling(left, right) is same


def test_honorifics_initials_and_accents_do_not_make_a_name() -> None:
    assert person_key("Dr. José M. Núñez-Vega Jr.") == person_key("Jose Nunez-Vega")


NAMES = st.sampled_from(["Ada Brenn", "Ada B. Brenn", "Dmitri Volnov", "Dmitry Volnov", "Orla Quist", "Harbour Board"])
MENTIONS = st.lists(
    st.fixed_dictionaries(
        {
            "document_id": st.sampled_from(["d1", "d2", "d3"]),
            "discovered_name": NAMES,
            "discovered_type": st.sampled_from(["person", "organization"]),
            "country_code": st.sampled_from([None, "XAA", "XBB"]),
            "discovered_organization": st.sampled_from([None, "Harbour Board", "Institute of Trade"]),
            "discovered_role": st.sampled_from([None, "head"]),
        }
    ),
    max_size=12,
)


@settings(max_examples=20, deadline=None)
@given(MENTIONS, st.randoms(use_true_random=False))
def test_the_order_of_mentions_does_not_matter(rows: list[dict[str, Any]], chooser: Any) -> None:
    mentions = [mention(number, **row) for number, row in enumerate(rows, 10)]
    shuffled = chooser.sample(mentions, len(mentions))
    for expected, again in zip(resolve(*mentions), resolve(*shuffled), strict=True):
        assert again.equals(expected)


@settings(max_examples=20, deadline=None)
@given(MENTIONS)
def test_every_named_mention_gets_one_known_actor_and_no_actor_two_countries(rows: list[dict[str, Any]]) -> None:
    mentions = [mention(number, **row) for number, row in enumerate(rows, 10)]
    actors, _, _, chosen = resolve(*mentions)
    assert chosen["mention_id"].to_list() == [row["mention_id"] for row in mentions]
    assert set(chosen["actor_id"]) <= set(actors["actor_id"])
    assert actors["actor_id"].is_unique().all()
