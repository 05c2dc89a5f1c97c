"""Whom a statement's source means, which words state it, and whom it is aimed at."""

import pytest
from test_positions import only, read

from assets.codebook import Codebook


def test_what_several_say_together_is_a_position_of_each(codebook: Codebook) -> None:
    rows = read(codebook, "Norway, Denmark and Iceland welcomed the truce in Yemen on Monday.")
    assert {(row["speaker_text"], row["holder_text"]) for row in rows} == {(name, name) for name in ("Norway", "Denmark", "Iceland")}
    assert len({row["position_id"] for row in rows}) == 3


@pytest.mark.parametrize(
    "source",
    [
        "Norwegian leaders, among them Prime Minister Ada Holt,",
        "In Norway, Ada Holt",
    ],
)
def test_who_is_only_named_beside_a_source_says_nothing(codebook: Codebook, source: str) -> None:
    assert len(read(codebook, f"{source} welcomed the truce in Yemen.")) == 1


def test_they_are_the_many_named_before(codebook: Codebook) -> None:
    body = "Hardliners disagree with the whole plan. They insist that the ceasefire in Ukraine is a trap for Kyiv."
    assert read(codebook, body)[-1]["holder_text"] == "Hardliners"


def test_a_pronoun_is_no_name(codebook: Codebook) -> None:
    row = read(codebook, "The rain had stopped. They said the truce in Yemen was a great success.")[-1]
    assert (row["speaker_text"], row["holder_text"], row["holder_mention_id"]) == (None, None, None)


def test_who_said_and_added_is_one(codebook: Codebook) -> None:
    body = "“The truce in Yemen must hold,” said Ada Holt, who added that the truce in Yemen was vital."
    assert [row["holder_text"] for row in read(codebook, body)] == ["Ada Holt", "Ada Holt"]


def test_who_has_the_role_before_a_name_speaks_in_it(codebook: Codebook) -> None:
    row = only(codebook, "The mayor of Bergen, Bo Lindvik, warned that the tariffs would ruin the port.")
    assert row["speaker_text"] == "The mayor of Bergen, Bo Lindvik"
    assert row["speaker_role"] == "mayor"
    assert row["speaker_mention_id"] == row["holder_mention_id"] is not None


def test_a_paper_somebody_signed_does_not_speak_for_him(codebook: Codebook) -> None:
    body = "Its measures “may include the use of force”, according to the final text, which President Ada Holt signed."
    assert all(row["speaker_text"] != "Ada Holt" for row in read(codebook, body))


@pytest.mark.parametrize(
    ("body", "statement"),
    [
        ("The truce in Yemen must hold, Ada Holt said, when the rains begin.", "The truce in Yemen must hold"),
        ("“Such a truce in Yemen,” Ada Holt said, “would be a great success.”", "would be a great success."),
        ("The truce in Yemen began on Monday. Norway welcomed the truce.", "welcomed the truce"),
        ("Norway rejected that claim.", "rejected that claim"),
        ("Ada Holt backs the Paris Agreement: Spokesman Bo Lind said that nothing had changed.", "backs the Paris Agreement"),
        (
            "Ada Holt warned that the truce in Yemen could collapse, a day after rebels had left the talks.",
            "the truce in Yemen could collapse",
        ),
        ("Ada Holt said in Bergen on Monday, and will keep to the Paris Agreement.", "will keep to the Paris Agreement"),
        ("“Mr. Lind loves the Paris Agreement,” Ada Holt said.", "loves the Paris Agreement"),
    ],
)
def test_a_statement_is_one_piece_that_can_be_understood(codebook: Codebook, body: str, statement: str) -> None:
    rows = read(codebook, body)
    assert statement in [row["statement"] for row in rows]
    assert all(body[row["statement_start"] : row["statement_end"]] == row["statement"] for row in rows)


def test_a_clause_that_ends_in_a_quotation_is_one_statement(codebook: Codebook) -> None:
    row = only(codebook, "Norway regards the Paris Agreement as “final and binding”, spokesman Bo Lind said.")
    assert row["statement"] == "the Paris Agreement as “final and binding”"
    assert (row["speaker_text"], row["holder_text"]) == ("spokesman Bo Lind", "Norway")


def test_it_is_what_was_spoken_of(codebook: Codebook) -> None:
    body = "China rejects the tribunal's award on the South China Sea.\n\n“We will never accept it,” Ada Holt said of the award."
    assert read(codebook, body)[-1]["stance"] == "supports"


@pytest.mark.parametrize(
    ("body", "target"),
    [
        ("Ada Holt welcomed any effort to end the war in Yemen but asked whether Iran would help.", None),
        ("Ada Holt demanded that some sanctions be lifted before a US-proposed truce begins.", None),
        ("Ada Holt fears that Sweden will now extradite Kurdish refugees.", "Sweden"),
        ("Ada Holt offered to keep the grain deal going without Russia.", None),
    ],
)
def test_a_statement_is_aimed_at_its_subject_or_object(codebook: Codebook, body: str, target: str | None) -> None:
    row = read(codebook, body)[0]
    assert (row["target_mention_id"] is not None) == (target is not None)


def test_who_only_wants_it_tells_nobody(codebook: Codebook) -> None:
    assert read(codebook, "Norway wants Ukraine to remain a partner in the peace talks.")[0]["addressee"] is None


def test_a_radio_is_no_addressee(codebook: Codebook) -> None:
    row = only(codebook, "“The truce in Yemen is a great success,” Ada Holt told French radio.")
    assert (row["addressee"], row["medium"]) == (None, "French radio")


@pytest.mark.parametrize(
    "body",
    [
        "Norway ordered its firms to leave the Paris Agreement on Monday.",
        "The Kremlin expressed caution Tuesday about the ceasefire in Ukraine.",
    ],
)
def test_a_weekday_in_an_object_says_when_it_was_said(codebook: Codebook, body: str) -> None:
    assert read(codebook, body)[0]["time_id"] is not None


def test_a_year_of_another_clause_does_not(codebook: Codebook) -> None:
    body = "A panel drew the border in 1899; Guyana denies that there is anything to negotiate about Essequibo."
    assert only(codebook, body)["time_id"] is None


@pytest.mark.parametrize(
    "body",
    [
        "Ada Holt declined to say whom she had met on the Paris Agreement.",
        "Norway has recalled its ambassador over the Paris Agreement.",
        "The sanctions on Iran will go once the agency has confirmed that Iran has stopped enriching uranium.",
    ],
)
def test_silence_recalls_and_what_may_be_said_are_no_positions(codebook: Codebook, body: str) -> None:
    assert read(codebook, body) == []
