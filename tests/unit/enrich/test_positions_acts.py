"""What a statement does: the acts of cues with what they govern, of one's own side's doings, and of what is felt."""

import pytest
from test_positions import only, read

from assets.codebook import Codebook


@pytest.mark.parametrize(
    ("body", "act"),
    [
        ("Norway wants Denmark to reopen the border.", "demands"),
        ("Norway wants a binding agreement on herring.", "demands"),
        ("Norway wants a better relationship with Denmark.", "states"),
        ("Norway wants to join the truce in Yemen.", "states"),
        ("Norway said it would not sign the truce in Yemen.", "rejects"),
        ("The Norwegians have sworn never to accept the truce in Yemen.", "rejects"),
        ("Norway rejects the allegation that it broke the truce in Yemen.", "denies"),
        ("Norway rejects the truce in Yemen.", "rejects"),
        ("Norway assured Denmark that it had no designs on Yemen.", "denies"),
        ("Norway insists that it must join the truce in Yemen.", "demands"),
        ("Norway insists that the truce in Yemen is alive.", "states"),
        ("Norway is ready to host talks on Yemen.", "proposes"),
        ("Norway called the truce in Yemen a disgrace.", "criticizes"),
        ("Norway warned that it would retaliate if the truce in Yemen broke.", "threatens"),
        ("Norway warned that the truce in Yemen might break.", "warns"),
        ("Observers believe the truce in Yemen will hold.", "predicts"),
    ],
)
def test_a_cue_does_what_it_governs(codebook: Codebook, body: str, act: str) -> None:
    rows = read(codebook, body)
    assert [row["speech_act"] for row in rows] == [act]


@pytest.mark.parametrize(
    ("body", "stance"),
    [
        ("Norway is angry that Denmark ratified the Paris Agreement.", "opposes"),
        ("Norway is dismayed that Denmark left the Paris Agreement.", "supports"),
        ("Norway is relieved that Denmark ratified the Paris Agreement.", "supports"),
        ("Norway regrets that Denmark left the Paris Agreement.", "supports"),
        ("Norway regrets that Denmark did not sign the Paris Agreement.", "supports"),
    ],
)
def test_what_is_felt_of_a_deed_is_felt_for_or_against_what_it_is_done_to(codebook: Codebook, body: str, stance: str) -> None:
    row = only(codebook, body)
    assert (row["issue_id"], row["stance"]) == ("paris-agreement", stance)


def test_a_spokesman_who_goes_on_speaks_for_the_same(codebook: Codebook) -> None:
    body = "President Ada Holt welcomed the truce in Yemen, her spokesman Bo Lind told reporters, adding that it must be kept."
    assert {row["holder_text"] for row in read(codebook, body)} == {"President Ada Holt"}


def test_who_is_named_in_a_relative_clause_is_not_the_source(codebook: Codebook) -> None:
    row = only(codebook, "It rained. The chairman of the club, which Ada Holt founded, said that the truce in Yemen must be kept.")
    assert (row["speaker_text"], row["speaker_mention_id"]) == ("The chairman of the club", None)


def test_one_of_whose_people_is_the_source_by_his_name(codebook: Codebook) -> None:
    rows = read(codebook, "Oslo was dismissive, and so was the party, one of whose envoys, Bo Lind, said the truce in Yemen must be kept.")
    assert [row["speaker_mention_id"] is not None for row in rows] == [True]


def test_a_word_in_passing_makes_no_issue_of_its_paragraph(codebook: Codebook) -> None:
    lead = "The truce in Yemen was broken in Sanaa on Monday, and the Houthis left the peace talks on Yemen.\n\n"
    body = lead + "It was Tuesday. The harbour had been closed by a new tariff. “We have tried everything,” said Foreign Minister Ada Holt."
    assert only(codebook, body)["issue_id"] == "yemen"


def test_a_dam_is_known_by_its_size(codebook: Codebook) -> None:
    body = "Ethiopia opened Africa's biggest dam. Egypt said that the turbines would harm nobody."
    assert {row["issue_id"] for row in read(codebook, body)} == {"ethiopia-dam"}
