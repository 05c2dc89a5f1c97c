"""Whose an unknown person is: the organisation beside the name, two roles of one person, and the state of a bare office."""

from pathlib import Path

import polars as pl
import pytest
from house import codebook_of

from assets.codebook import Codebook
from assets.enrich.actors.mentions import actor_mentions
from assets.enrich.sentences import sentences

# Invented people and bodies of real states: nobody is said to have said anything.
ROWS: dict[str, list[str]] = {
    "countries": [
        "KEN,KE,kenya,Kenya,,Kenyan,Kenyans,Nairobi,",
        "PER,PE,peru,Peru,,Peruvian,Peruvians,Lima,",
    ],
    "actors": ["lake-union,Lake Union,organization,,IGO,,"],
    "role_titles": [
        "foreign minister,foreign minister,,true",
        "deputy prime minister,deputy prime minister,,false",
        "opposition leader,opposition leader,,false",
        "permanent secretary,secretary,,false",
        "colonel,colonel,,false",
        "mayor,mayor,,false",
        "head,head,,false",
        "MEP,lawmaker,,false",
        "vice president,vice president,,true",
        "col.,colonel,,false",
    ],
    "cue_verbs": ["say,says;said,speech,quote;that,states,,false", "warn,,speech,that,warns,,false"],
}
Told = tuple[str | None, str | None, str | None]


@pytest.fixture(scope="module")
def codebook(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Codebook:
    return codebook_of(ROWS, tmp_path_factory.mktemp("codebook"), root)


def told(codebook: Codebook, body: str, name: str) -> Told:
    """Role, organisation and country of the person who is named so."""
    documents = pl.DataFrame({"document_id": ["d"], "title": [None], "body": [body]}, schema_overrides={"title": pl.String})
    found = actor_mentions(documents, sentences(documents), codebook).filter(discovered_name=name).sort("evidence_start")
    return found.select("discovered_role", "discovered_organization", "country_code").row(0)


@pytest.mark.parametrize(
    ("body", "name", "expected"),
    [
        ('"No," said Anna Holt of the Fjord Studies Group in Lima.', "Anna Holt", (None, "Fjord Studies Group", "PER")),
        ('"No," said Anna Holt from the Fjord Institute.', "Anna Holt", (None, "Fjord Institute", None)),
        ('"No," said Anna Holt with the Fjord Institute.', "Anna Holt", (None, "Fjord Institute", None)),
        ('"No," said Anna Holt (Fjord Institute).', "Anna Holt", (None, "Fjord Institute", None)),
        ('"No," said Anna Holt of the Fjord water institute.', "Anna Holt", (None, "Fjord water institute", None)),
        ('"No," said the Fjord Institute\'s Anna Holt.', "Anna Holt", (None, "Fjord Institute", None)),
        ("Anna Holt, who chairs the Fjord Council, said no.", "Anna Holt", ("chair", "Fjord Council", None)),
        ("Xhovana Holt, who chairs the Fjord Council, said no.", "Xhovana Holt", ("chair", "Fjord Council", None)),
        ("Anna Holt, who runs a small hotel, said no.", "Anna Holt", ("manager of a small hotel", None, None)),
        ("Fjord Lens researcher Anna Holt said no.", "Anna Holt", ("researcher", "Fjord Lens", None)),
        ("NLU researcher Anna Holt said no.", "Anna Holt", ("researcher", "NLU", None)),
        ("Colonel Anna Holt, now a researcher at the Fjord Institute, said no.", "Anna Holt", ("researcher", "Fjord Institute", None)),
        ("Colonel Anna Holt, now at the Fjord Institute, said no.", "Anna Holt", ("colonel", "Fjord Institute", None)),
        ("Anna Holt, 54, a retired teacher from Alesund, said no.", "Anna Holt", ("retired teacher", None, None)),
    ],
)
def test_the_organisation_beside_a_name_is_the_person_s(codebook: Codebook, body: str, name: str, expected: Told) -> None:
    assert told(codebook, body, name) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The minister met Anna Holt at the Lake Union. Anna Holt said no.", (None, None, None)),
        ("The bust of Anna Holt from the Fjord Museum fell.", (None, None, None)),
        ("Anna Holt, a nurse from Alesund, said no.", ("nurse", None, None)),
    ],
)
def test_where_somebody_is_met_or_lives_is_no_affiliation(codebook: Codebook, body: str, expected: Told) -> None:
    assert told(codebook, body, "Anna Holt") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The Permanent Secretary of the Kenyan Ministry of Lake Affairs, Ms Anna Holt, said no.",
            ("permanent secretary", "Kenyan Ministry of Lake Affairs", "KEN"),
        ),
        ('"No," the Department\'s Head of Lake Affairs, Ms Anna Holt, said.', ("head of Lake Affairs", None, None)),
        ("The head of the Fjord Traders Association, Colonel Anna Holt, said no.", ("head", "Fjord Traders Association", None)),
        ("Kenyan water ministry researcher Anna Holt said no.", ("water ministry researcher", "Kenyan water ministry", "KEN")),
        ("Kenyan MEP Anna Holt said no.", ("MEP", None, "KEN")),
        ("Legal scholar Anna Holt said no.", ("legal scholar", None, None)),
        ("Historian and former teacher Anna Holt said no.", ("historian and former teacher", None, None)),
        ("Anna Holt, a former teacher, said no.", ("former teacher", None, None)),
        ("Anna Holt, who was vice president under him, said no.", ("former vice president", None, None)),
        ("Col Anna Holt said no.", ("colonel", None, None)),
    ],
)
def test_a_title_is_read_whole(codebook: Codebook, body: str, expected: Told) -> None:
    assert told(codebook, body, "Anna Holt") == expected


@pytest.mark.parametrize(
    ("body", "country"),
    [
        ("Kenya votes in May. Opposition leader Anna Holt said the Kenyan list was false.", "KEN"),
        ("LIMA (AN) -- Peru and Kenya signed.\n\nPeru is glad.\n\nNobody was hurt. The mayor, Anna Holt, said so.", "PER"),
        ("Peru closed the crossing. Its deputy prime minister, Anna Holt, said Kenya could wait.", "PER"),
        ("Peru and Kenya met on Monday. Deputy prime minister Anna Holt said no.", None),
        ("Kenya shelled a town of Peru. A Peruvian boat sank. Kenya denied it.\n\nThe mayor, Anna Holt, said nobody died.", None),
        ("Kenya votes in May. Researcher Anna Holt said the Kenyan list was false.", None),
        ("Kenya votes in May. The union's mayor, Anna Holt, said the Kenyan list was false.", None),
    ],
)
def test_a_bare_office_is_of_the_state_that_the_text_is_on_and_nobody_else_is(codebook: Codebook, body: str, country: str | None) -> None:
    assert told(codebook, body, "Anna Holt")[2] == country


def test_who_says_what_was_compared_with_a_minister_is_no_minister(codebook: Codebook) -> None:
    assert told(codebook, "That was worse than the word of the Kenyan foreign minister, Anna Holt said.", "Anna Holt") == (None, None, None)
