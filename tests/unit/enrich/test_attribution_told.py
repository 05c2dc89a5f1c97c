"""Who speaks in a statement, for whom a thing is so, what somebody would rather do: each family with its false friends."""

import polars as pl
import pytest

from assets.codebook import Codebook
from assets.enrich.actors.mentions import actor_mentions
from assets.enrich.attribution.confidence import confidence
from assets.enrich.attribution.spans import attributions
from assets.enrich.positions.statements import positions
from assets.enrich.sentences import sentences
from assets.enrich.times import time_expressions
from assets.schemas import ACTOR_MENTIONS, DOCUMENTS


def parts(codebook: Codebook, body: str) -> list[tuple[str, str]]:
    """Source and content of each attribution, in the order of the text."""
    documents = pl.DataFrame({"document_id": ["d"], "title": [None], "body": [body]}, schema_overrides={"title": pl.String})
    found = attributions(documents, sentences(documents), ACTOR_MENTIONS.frame(), codebook).sort("evidence_start", "evidence_end")
    return [
        tuple(" … ".join(body[start:end] for start, end in row[f"{role}_spans"]) for role in ("source", "content"))  # type: ignore[misc]
        for row in found.iter_rows(named=True)
    ]


def held(codebook: Codebook, body: str) -> list[tuple[str, str, str]]:
    """Speaker, holder and statement of each position."""
    documents = pl.DataFrame([{"document_id": "d", "body": body, "text_origin": "verbatim"}], schema=DOCUMENTS.polars)
    cut = sentences(documents)
    mentions = actor_mentions(documents, cut, codebook)
    found = attributions(documents, cut, mentions, codebook)
    rows = positions(documents, cut, found, mentions, time_expressions(documents, cut, codebook), codebook)
    return list(rows.select("speaker_text", "holder_text", "statement").iter_rows())


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("Interviews with officials in Nairobi suggested that the army saw no way back.", "officials in Nairobi"),
        ("Interviews in Doha last week with senior envoys suggested that the army saw no way back.", "senior envoys"),
        ("A letter from the Chilean ministry to the court said the river was shared.", "the Chilean ministry"),
        ("Remarks by Orlan Velm, who leads the junta, suggested the vote would be late.", "Orlan Velm"),
        ("A statement on the drill said the drill was over.", "A statement on the drill"),
        ("A report by the river said the water was low.", "A report by the river"),
    ],
)
def test_who_speaks_in_a_statement_is_its_source_where_it_tells_him(codebook: Codebook, body: str, source: str) -> None:
    assert source in [each for each, _ in parts(codebook, body)]


def test_what_interviewed_people_tell_of_a_state_is_spoken_by_them(codebook: Codebook) -> None:
    body = "Interviews last week with senior envoys suggested that Kenya saw the truce as a trap."
    assert ("senior envoys", "Kenya") in [row[:2] for row in held(codebook, body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("In Cairo's calculus, the dam is a threat to its survival.", ("Cairo", "the dam is a threat to its survival")),
        ("By Tehran's logic, the sanctions are an act of war.", ("Tehran", "the sanctions are an act of war")),
        ("On Manila's reading, the reef is its own.", ("Manila", "the reef is its own")),
        ("For Peru the vote was a farce.", ("Peru", "the vote was a farce")),
        ("To Ankara the pact is a betrayal.", ("Ankara", "the pact is a betrayal")),
        ("For many in Lagos, the accord is a betrayal.", ("many in Lagos", "the accord is a betrayal")),
        ("To hardliners in Tehran, the deal is a surrender.", ("hardliners in Tehran", "the deal is a surrender")),
    ],
)
def test_a_sentence_may_open_with_whose_view_it_is(codebook: Codebook, body: str, expected: tuple[str, str]) -> None:
    assert expected in parts(codebook, body)


@pytest.mark.parametrize(
    "body",
    [
        "For Monday the forecast was rain.",
        "For many years, the border was closed.",
        "On Monday, the border was closed.",
        "To the east the river is shallow.",
    ],
)
def test_a_time_or_a_direction_has_no_view(codebook: Codebook, body: str) -> None:
    assert parts(codebook, body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Lima would rather not endanger the supply.", ("Lima", "not endanger the supply")),
        ("Accra would much rather wait for the court.", ("Accra", "wait for the court")),
        ("Hanoi would sooner close the port than pay.", ("Hanoi", "close the port than pay")),
        ("Hanoi agreed not to fire on boats.", ("Hanoi", "not to fire on boats")),
        ("Dakar is careful not to offend its neighbour.", ("Dakar", "not to offend its neighbour")),
        ("Norland stood by the accord.", ("Norland", "the accord")),
        ("Fiji said no to the mine.", ("Fiji", "the mine")),
        ("Peru was among the first to recognise the junta.", ("Peru", "the junta")),
        ("Chad is the only member to oppose the ban.", ("Chad", "the ban")),
        ("Its prime minister was the first foreign leader to congratulate Velm.", ("Its prime minister", "Velm")),
        ("Thousands of students marched to demand an end to the war.", ("Thousands of students", "an end to the war")),
        ("It was Oman that proposed the talks.", ("that", "the talks")),
    ],
)
def test_what_somebody_would_and_would_not_do_is_his(codebook: Codebook, body: str, expected: tuple[str, str]) -> None:
    assert expected in parts(codebook, body)


@pytest.mark.parametrize(
    "body",
    [
        "The port would sooner or later close.",
        "It would rather be a mistake.",
        "The vote was the first to be held in years.",
        "It was the first time to demand a vote.",
    ],
)
def test_what_a_thing_would_do_is_nobodys_wish(codebook: Codebook, body: str) -> None:
    assert parts(codebook, body) == []


def test_no_talks_are_not_said_no_to(codebook: Codebook) -> None:
    assert parts(codebook, "Peru said no talks were planned.") == [("Peru", "no talks were planned")]


@pytest.mark.parametrize(
    ("body", "sources"),
    [
        ("The visit fed fears in Ghana and in Togo that the border would close.", {"Ghana", "Togo"}),
        ("Hopes in Juba and Khartoum for a deal have faded.", {"Juba", "Khartoum"}),
        ("There are fears in Trinidad and Tobago that the port will close.", {"Trinidad and Tobago"}),
        ("There are fears in Bosnia and Herzegovina that the port will close.", {"Bosnia and Herzegovina"}),
        ("There is a belief in Ankara that the West will blink.", {"Ankara"}),
    ],
)
def test_fears_in_two_places_are_of_each(codebook: Codebook, body: str, sources: set[str]) -> None:
    assert {source for source, _ in parts(codebook, body)} == sources


def test_each_of_two_places_has_a_position_of_its_own(codebook: Codebook) -> None:
    body = "The visit fed fears in Ukraine and in Europe that Russia could restart the war in Ukraine."
    assert [row[1] for row in held(codebook, body)] == ["Ukraine", "Europe"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The mission will be extended, as Nairobi had requested.", ("Nairobi", "The mission will be extended")),
        ("The talks collapsed, as many envoys had feared.", ("many envoys", "The talks collapsed")),
        ("Orlan Velm, a “man of peace,” said that the port would open.", ("Orlan Velm", "that the port would open")),
        ("Orlan Velm, a “man of peace”, said that the port would open.", ("Orlan Velm, a “man of peace”", "that the port would open")),
        ("Chad was accused by Sudan of arming the rebels.", ("Sudan", "Chad … of arming the rebels")),
        (
            "The pact, which took years to draft, is now seen in Western capitals as a failure.",
            ("Western capitals", "The pact … as a failure"),
        ),
        ("The ships left under what Manila believed to be a promise.", ("Manila", "a promise")),
        ("An envoy from one conceded that the city would fall.", ("An envoy from one", "that the city would fall")),
        ("No one expects the accord to hold.", ("No one", "the accord to hold")),
        ("Before April 2021 Khartoum hoped that the dam would wait.", ("Khartoum", "that the dam would wait")),
        (
            "The minister said Oman would lift the ban; it would also pay for the port.",
            ("The minister", "Oman would lift the ban; it would also pay for the port"),
        ),
    ],
)
def test_source_and_content_have_their_ends(codebook: Codebook, body: str, expected: tuple[str, str]) -> None:
    assert expected in parts(codebook, body)


@pytest.mark.parametrize(
    ("body", "content"),
    [
        ("The minister said Oman would lift the ban; that would be a mistake.", "Oman would lift the ban"),
        ("The minister said Oman would lift the ban; Bahrain lifted its own in May.", "Oman would lift the ban"),
    ],
)
def test_what_the_writer_adds_behind_a_semicolon_is_not_said(codebook: Codebook, body: str, content: str) -> None:
    assert [each for _, each in parts(codebook, body)] == [content]


def test_a_taste_told_of_another_is_no_statement_of_his(codebook: Codebook) -> None:
    assert [source for source, _ in parts(codebook, "“Orlan Velm likes quick deals,” said Bo Holt.")] == ["Bo Holt"]
    assert "Orlan Velm" in [source for source, _ in parts(codebook, "“Orlan Velm likes the deal,” said Bo Holt.")]


def test_a_refusal_is_surer_than_a_plan_of_the_same_owner() -> None:
    assert confidence("possessor-noun", of_will=True) > confidence("possessor-noun")
    assert confidence("subject-cue-that", of_will=True) == confidence("subject-cue-that")


@pytest.mark.parametrize("noun", ["refusal to share its data", "insistence on a veto", "desire for a deal", "opposition to the base"])
def test_whose_refusal_it_is_its_owner_tells(codebook: Codebook, noun: str) -> None:
    documents = pl.DataFrame({"document_id": ["d"], "title": [None], "body": [f"The talks stalled over Hanoi's {noun}."]})
    documents = documents.with_columns(pl.col("title").cast(pl.String))
    found = attributions(documents, sentences(documents), ACTOR_MENTIONS.frame(), codebook)
    assert found["confidence"].to_list() == [confidence("possessor-noun", of_will=True)]
