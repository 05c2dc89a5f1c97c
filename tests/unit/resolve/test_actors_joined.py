"""Names that differ by a slip, and envoys whose first day bounds a document's date."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from assets.codebook import Codebook
from assets.codebook.files import FILES
from assets.resolve.actors import resolve_actors
from assets.resolve.dates import document_dates
from assets.resolve.names import is_slip, same_spelling
from assets.schemas import ACTOR_MENTIONS, DOCUMENT_DATES, DOCUMENTS, STORIES


def table(name: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    schema = {key: pl.List(column.dtype) if column.many else column.dtype for key, column in FILES[name].columns.items()}
    return pl.DataFrame(rows, schema=schema)


MISSION = {"actor_id": "bo-hamre", "role": "special envoy", "organization": "the Lakes", "country_code": "XAA"}
CODEBOOK = Codebook(
    "test",
    {name: table(name, []) for name in FILES}
    | {
        "countries": table("countries", [{"country_code": "XAA", "alpha2": "XA", "actor_id": "arland", "name": "Arland"}]),
        "actors": table("actors", [{"actor_id": "bo-hamre", "name": "Bo Hamre", "actor_type": "person", "country_code": "XAA"}]),
        "roles": table("roles", [{**MISSION, "valid_from": date(2019, 4, 1), "valid_to": date(2020, 4, 1)}]),
        "role_titles": table(
            "role_titles",
            [
                {"title": "special envoy", "role": "special envoy", "is_unique": False},
                {"title": "envoy", "role": "envoy", "is_unique": False},
            ],
        ),
    },
)


def actor_ids(*people: dict[str, Any]) -> list[str]:
    """Actors of people of one country, each named in a document of its own unless it tells another."""
    rows = [
        {"mention_id": f"m{number}", "document_id": f"d{number}", "discovered_type": "person", "country_code": "XAA", **person}
        for number, person in enumerate(people)
    ]
    found = resolve_actors(ACTOR_MENTIONS.frame(rows), DOCUMENT_DATES.frame(), CODEBOOK)[3]
    return found.sort("mention_id")["actor_id"].to_list()


def at(name: str, organization: str | None, **columns: Any) -> dict[str, Any]:
    return {"discovered_name": name, "discovered_organization": organization, **columns}


SLIPS = [
    ("Odile Marchetaux", "Odile Marchteaux"), ("Ruel Castaneda", "Ruel Castanada"), ("Tovin Abreska", "Tovin Abreshka"),
    ("Ines Calderon", "Ines Calderone"), ("Vilem Sokolar", "Vilem Sokollar"), ("Petra Ullmann", "Petra Ulmann"),
    ("Hwang Sunaeri", "Hwang Sunaerie"), ("Nasra Belushi", "Nasra Beluschi"), ("Tomasz Wilgatt", "Tomasz Wilgatz"),
    ("Aroha Tanemoto", "Aroha Tanemato"), ("Rafiqul Dhalibari", "Rafikul Dhalibari"), ("Amadou Keitara", "Amadou Ketara"),
    ("Lucia Tarazona", "Lucia Tarrazona"), ("Omolo Wasikeru", "Omolo Wasikera"), ("Dieter Lehmbach", "Dieter Lembach"),
    ("Gulnara Isenova", "Gulnara Isenowa"), ("Katarina Brennov", "Katerina Brennov"), ("Anders Holmqvist", "Anders Holmqvest"),
    ("Ivar Lund", "Ivar Lunt"), ("Mei Chen", "Mei Chan"),
]  # fmt: skip
OTHERS = [
    ("Maria Volnova", "Mario Volnova"), ("Paola Renzini", "Paolo Renzini"), ("Ana Petrel", "Ada Petrel"), ("Ivan Petrel", "Igor Petrel"),
    ("John Kerrel", "John Kellen"), ("Mei Chen", "Mei Cheng"), ("Kim Sunara", "Kin Sunara"), ("Ali Hassan", "Ali Hussain"),
    ("Amos Keter", "Amos Keller"), ("Donald Trask", "Donald Tusker"), ("Li Wei", "Li Wen"), ("Nils Hamre", "Nils Hammer"),
    ("Omar Farouki", "Amar Farouki"), ("Peter Schmidt", "Peter Schmitz"), ("Eva Lind", "Eva Lund"), ("Sergei Tannik", "Andrei Tannik"),
    ("Fatima Diallo", "Fatima Diarra"), ("Jan Novak", "Jan Nowitzki"), ("Rosa Marin", "Rosa Marino Vega"), ("Carlos Vidal", "Carla Vidal"),
]  # fmt: skip


def test_slips_are_told_from_other_names() -> None:
    assert sum(same_spelling(*pair) or is_slip(*pair) for pair in SLIPS) >= 18
    assert [pair for pair in OTHERS if same_spelling(*pair) or is_slip(*pair)] == []


def test_a_slip_at_the_same_institute_is_the_same_person() -> None:
    one, other = actor_ids(at("Odile Marchetaux", "Velmont School"), at("Odile Marchteaux", "the Velmont School of Government"))
    assert one == other


@pytest.mark.parametrize(
    "other",
    [
        at("Odile Marchteaux", "Harbour Board"),
        at("Odile Marchteaux", None),
        at("Odile Marchteaux", "Velmont School", country_code="XBB"),
        at("Odile Marchteaux", "Velmont School", document_id="d0"),
    ],
)
def test_a_slip_elsewhere_or_in_the_same_document_is_somebody_else(other: dict[str, Any]) -> None:
    assert len(set(actor_ids(at("Odile Marchetaux", "Velmont School"), other))) == 2


def test_two_names_that_are_a_slip_from_a_third_stay_apart() -> None:
    names = ("Odile Marchetaux", "Odile Marchetauz", "Odile Marchetauy")
    assert len(set(actor_ids(*(at(name, "Velmont School") for name in names)))) == 3


@pytest.mark.parametrize("title", ["Special envoy", "Envoy"])
def test_a_document_that_calls_somebody_envoy_is_no_older_than_the_mission_and_may_be_younger(title: str) -> None:
    documents = DOCUMENTS.frame(
        [{"document_id": "a", "body": f"{title} Bo Hamre spoke.", "date_precision": "unknown", "date_basis": "unknown"}]
    )
    stories = STORIES.frame([{"document_id": "a", "story_id": "a"}])
    found = document_dates(documents, stories, ACTOR_MENTIONS.frame(), CODEBOOK).row(0, named=True)
    assert (found["published_on"], found["published_from"], found["published_to"]) == (None, date(2019, 4, 1), None)
