"""What a text tells of those it names: role, organisation, whose council it is; and names that go on in lower case."""

from pathlib import Path
from typing import Any

import polars as pl
import pytest
from house import codebook_of

from assets.codebook import Codebook
from assets.enrich.actors.mentions import actor_mentions
from assets.enrich.sentences import sentences
from assets.resolve.actors import resolve_actors
from assets.schemas import DOCUMENT_DATES

# Invented people and bodies of real states: nobody is said to have said anything.
ROWS: dict[str, list[str]] = {
    "countries": [
        "KEN,KE,kenya,Kenya,,Kenyan,Kenyans,Nairobi,",
        "PER,PE,peru,Peru,,Peruvian,Peruvians,Lima,",
    ],
    "actors": [
        "amos-keter,Amos Keter,person,KEN,GOV,,kenya",
        "lucia-vega,Lucia Vega,person,PER,GOV,,peru",
        "lake-union,Lake Union,organization,,IGO,,",
        "un-security-council,UN Security Council,organization,,IGO,,",
        "kenyan-foreign-ministry,Kenyan Foreign Ministry,government_body,KEN,GOV,,kenya",
        "kenyan-security-council,Kenyan Security Council,government_body,KEN,GOV,,kenya",
    ],
    "aliases": ["Security Council,un-security-council,name", "Safety Council,un-security-council,paraphrase"],
    "roles": ["amos-keter,foreign minister,,KEN,2020-01-01,", "lucia-vega,lawmaker,,PER,,"],
    "role_titles": [
        "foreign minister,foreign minister,,true",
        "deputy chairman,deputy chairman,,false",
        "chief,head,,false",
        "mayor,mayor,,false",
        "director,director,,false",
        "senior fellow,senior fellow,,false",
    ],
    "paraphrases": ["overseas ministry,Foreign Ministry,", "safety council,Security Council,"],
    "cue_verbs": ["say,says;said,speech,quote;that,states,,false", "warn,,speech,that,warns,,false"],
}


@pytest.fixture(scope="module")
def codebook(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Codebook:
    return codebook_of(ROWS, tmp_path_factory.mktemp("codebook"), root)


def mentions(codebook: Codebook, body: str) -> pl.DataFrame:
    documents = pl.DataFrame({"document_id": ["d"], "title": [None], "body": [body]}, schema_overrides={"title": pl.String})
    return actor_mentions(documents, sentences(documents), codebook).sort("evidence_start")


def only(codebook: Codebook, body: str, evidence: str) -> dict[str, Any]:
    return mentions(codebook, body).filter(evidence=evidence).row(0, named=True)


def names(codebook: Codebook, body: str) -> set[str]:
    return {row["actor_id"] or row["discovered_name"] for row in mentions(codebook, body).iter_rows(named=True)}


@pytest.mark.parametrize(
    ("body", "role", "organization"),
    [
        ("Ines Brandt, the Lake Union climate chief, warned that time is short.", "climate chief", "Lake Union"),
        ("Lake Union climate chief Ines Brandt warned that time is short.", "climate chief", "Lake Union"),
        ("The new Lake Union chief, Ines Brandt, warned that time is short.", "chief", "Lake Union"),
        ("The mayor of Quillborough, Ines Brandt, said that the city would stay.", "mayor", "Quillborough"),
        ("Ines Brandt, senior fellow for West Africa, Harbour Institute, said so.", "senior fellow for West Africa", "Harbour Institute"),
        ("Ines Brandt, director of the Harbour Institute and a member of two boards, said so.", "director", "Harbour Institute"),
        ("Ines Brandt, a deputy chairman of former President Hugo Marr, said so.", "deputy chairman", None),
    ],
)  # fmt: skip
def test_role_and_organisation_are_those_the_words_beside_the_name_tell(
    body: str, role: str, organization: str | None, codebook: Codebook
) -> None:
    told = only(codebook, body, "Ines Brandt")
    assert (told["discovered_role"], told["discovered_organization"]) == (role, organization)


def test_the_organisation_of_a_person_of_the_codebook_is_told_too(codebook: Codebook) -> None:
    told = only(codebook, "Lucia Vega, a deputy chairman of the trade committee of Lima’s Upper Chamber, said so.", "Lucia Vega")
    assert (told["discovered_role"], told["discovered_organization"]) == ("deputy chairman", "trade committee of Lima’s Upper Chamber")


def test_a_role_the_codebook_does_not_know_of_its_person_is_a_role_from_the_text(codebook: Codebook) -> None:
    found = mentions(codebook, "Lucia Vega, a deputy chairman of Harbour Board, met Foreign Minister Amos Keter.")
    dates = DOCUMENT_DATES.frame([{"document_id": "d"}])
    roles = resolve_actors(found, dates, codebook)[2].filter(basis="text")
    assert roles.select("actor_id", "role", "organization", "document_id").rows() == [
        ("lucia-vega", "deputy chairman", "Harbour Board", "d")
    ]


def test_ministers_named_one_by_one_are_no_group(codebook: Codebook) -> None:
    both = "The Kenyan and Peruvian foreign ministers, Amos Keter and Lucia Vega, met on Monday."
    assert {"amos-keter", "lucia-vega"} <= names(codebook, both)
    assert not any(name.endswith("ministers") for name in names(codebook, both))
    assert "Kenyan ministers" in names(codebook, "Kenyan ministers, Amos Keter said, would meet on Monday.")


def test_a_name_that_ends_in_an_adjective_goes_on_in_lower_case(codebook: Codebook) -> None:
    spun = "She works at the Institute of Global Financial markets and Overseas Trade in Lima."
    assert "Institute of Global Financial markets and Overseas Trade" in names(codebook, spun)
    assert "Harbour Trade Fund" in names(codebook, "The Harbour Trade Fund officers met.")


@pytest.mark.parametrize(
    ("body", "evidence", "actor"),
    [
        ("He advises the Kenyan Foreign Ministry and Security Council.", "Security Council", "kenyan-security-council"),
        ("He advises the Kenyan Foreign Ministry and Safety Council.", "Safety Council", "kenyan-security-council"),
        ("The matter went to the Security Council.", "Security Council", "un-security-council"),
        ("The Kenyan overseas ministry was silent.", "Kenyan overseas ministry", "kenyan-foreign-ministry"),
    ],
)
def test_a_council_beside_a_ministry_is_its_state_s(body: str, evidence: str, actor: str, codebook: Codebook) -> None:
    assert only(codebook, body, evidence)["actor_id"] == actor


def test_a_council_beside_a_ministry_of_no_known_state_is_nobody(codebook: Codebook) -> None:
    assert "un-security-council" not in names(codebook, "She sits on boards of the Overseas Ministry and the Safety Council.")


def test_a_machine_s_word_for_a_ministry_is_probable_only(codebook: Codebook) -> None:
    told = only(codebook, "The Kenyan overseas ministry was silent.", "Kenyan overseas ministry")
    assert (told["resolution"], told["confidence"]) == ("probable_alias", 0.4)


@pytest.mark.parametrize("word", ["They", "they", "Who", "We", "It"])
def test_a_pronoun_is_never_a_name(word: str, codebook: Codebook) -> None:
    body = f"{word} said that the talks would go on. Kenyan officials met. {word} warned that time is short, {word} said."
    told = mentions(codebook, body)
    assert not [name for name in told["discovered_name"].drop_nulls() if name.lower() == word.lower()]


def test_the_owner_of_an_office_opens_its_name_and_who_acted_stands_outside(codebook: Codebook) -> None:
    found = mentions(codebook, "Kenya condemned Peru's foreign minister on Tuesday.")
    assert found["evidence"].to_list() == ["Kenya", "Peru's foreign minister"]
