"""States and groups that only deeds and places name: "Kenyan strikes", "shelled Mosul", "rebels in Peru"."""

import polars as pl
import pytest

from assets.codebook import Codebook
from assets.enrich.actors.mentions import actor_mentions
from assets.enrich.sentences import sentences

Found = list[tuple[str, str | None, str | None]]


def who(codebook: Codebook, body: str) -> Found:
    """Words, actor or discovered name, and country of the mentions of a body."""
    documents = pl.DataFrame(
        {"document_id": ["d"], "title": [None], "body": [body]}, schema={"document_id": pl.String, "title": pl.String, "body": pl.String}
    )
    found = actor_mentions(documents, sentences(documents), codebook).sort("evidence_start")
    return [(row["surface"], row["actor_id"] or row["discovered_name"], row["country_code"]) for row in found.iter_rows(named=True)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Kenyan jets hit a camp.", [("Kenyan", "kenya", None)]),
        ("French and Egyptian warships left.", [("French", "france", None), ("Egyptian", "egypt", None)]),
        ("They fled from the Peruvian town.", [("Peruvian", "peru", None)]),
        ("Kenyan tea is good.", []),
        ("The Kenyan economy grew.", []),
    ],
)
def test_a_demonym_before_a_deed_or_a_possession_is_the_state(body: str, expected: Found, codebook: Codebook) -> None:
    assert [(surface, actor, None) for surface, actor, _ in who(codebook, body)] == expected


@pytest.mark.parametrize(
    ("body", "actors"),
    [
        ("Shells struck Kharkiv at noon.", ["ukraine"]),
        ("A bomb exploded in Mosul.", ["iraq"]),
        ("The minister flew to Nairobi.", ["kenya"]),
        ("They met in Nairobi.", []),
        ("A shop in Kharkiv sells tea.", []),
    ],
)
def test_a_city_stands_for_its_state_where_something_is_done_to_it(body: str, actors: list[str], codebook: Codebook) -> None:
    assert [actor for _, actor, _ in who(codebook, body)] == actors


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Rebels in Peru blocked a road.", ["Peruvian rebels"]),
        ("In Kenya, police fired into the air.", ["kenya", "Kenyan police"]),
        ("Protesters stormed the French parliament.", ["french-parliament"]),
        ("Militants fired rockets at Peru.", ["peru"]),
        ("Soldiers met Karo rebels.", ["Karo rebels"]),
        ("A police chief in Peru resigned.", ["peru"]),
        ("Kenya broke with Peru after protesters stormed the embassy there over a death in Kenya.", ["kenya", "peru", "kenya"]),
        ("Journalists in Nairobi wrote about it.", []),
        ("Journalists from Kenya wrote about it.", ["Kenyan journalists"]),
    ],
)
def test_a_group_is_of_the_country_it_is_told_to_be_in_not_of_the_one_it_attacks(body: str, names: list[str], codebook: Codebook) -> None:
    assert [actor for _, actor, _ in who(codebook, body)] == names


@pytest.mark.parametrize(
    ("body", "surface"),
    [
        ("Peru mobilised army reservists.", "Peru"),
        ("Peru sent doctors to Ghana.", "Peru"),
        ("Peru held military exercises.", "Peru"),
        ("Peru beat opposition activists.", "Peru"),
        ("Peru hosts senior officials.", "Peru"),
    ],
)
def test_a_verb_after_a_state_is_no_adjective_of_its_people(body: str, surface: str, codebook: Codebook) -> None:
    assert (surface, "peru") in [(surface, actor) for surface, actor, _ in who(codebook, body)]


def test_a_noun_after_a_state_is_one(codebook: Codebook) -> None:
    assert [surface for surface, _, _ in who(codebook, "Peru defence officials spoke.")] == ["Peru defence officials"]


@pytest.mark.parametrize(
    ("body", "actors"),
    [
        ("Kenya armed its Peruvian ally.", ["kenya", "peru"]),
        ("Jets hit Kenya’s Peruvian ally.", ["kenya", "peru"]),
        ("A Peruvian ally of the coach spoke.", []),
    ],
)
def test_the_ally_of_a_state_is_the_state_its_demonym_tells(body: str, actors: list[str], codebook: Codebook) -> None:
    assert [actor for _, actor, _ in who(codebook, body)] == actors
