"""Transcripts: what is said in a turn after its first sentence, and what a turn reports of others."""

import pytest
from test_positions import only, read

from assets.codebook import Codebook
from assets.enrich.positions.turns import with_turns

PANEL = (
    "Ada Holt, fellow\n\nBo Lind, fellow\n\n"
    "MS HOLT: Good evening. The sanctions on Russia must stay. The Danish government wants a ceasefire in Ukraine.\n\n"
    "I think that the Iran nuclear deal was a mistake.\n\n"
    "MR LIND: I disagree. We need the Paris Agreement.\n\n"
    "The sanctions on Iran must stay, the editors say to nobody."
)


def test_every_sentence_of_a_turn_that_takes_a_side_is_a_statement_of_its_speaker(codebook: Codebook) -> None:
    rows = [row for row in read(codebook, PANEL) if row["issue_id"]]
    assert [(row["speaker_text"], row["issue_id"], row["stance"]) for row in rows] == [
        ("MS HOLT", "sanctions-russia", "supports"),
        ("MS HOLT", "ukraine-ceasefire", "supports"),
        ("MS HOLT", "iran-nuclear-deal", "opposes"),
        ("MR LIND", "paris-agreement", "supports"),
    ]


def test_a_panelist_speaks_and_the_government_he_reports_holds(codebook: Codebook) -> None:
    (row,) = [row for row in read(codebook, PANEL) if row["issue_id"] == "ukraine-ceasefire"]
    assert (row["speaker_text"], row["holder_text"]) == ("MS HOLT", "The Danish government")


def test_the_evidence_of_a_later_sentence_is_that_sentence(codebook: Codebook) -> None:
    for row in read(codebook, PANEL):
        assert PANEL[row["evidence_start"] : row["evidence_end"]] == row["evidence"]
        assert row["evidence_start"] <= row["statement_start"] < row["statement_end"] <= row["evidence_end"]
    (row,) = [row for row in read(codebook, PANEL) if row["issue_id"] == "sanctions-russia"]
    assert row["evidence"] == "The sanctions on Russia must stay."


def test_what_follows_the_last_turn_is_nobodys(codebook: Codebook) -> None:
    assert all(row["issue_id"] != "sanctions-iran" for row in read(codebook, PANEL))


def test_one_line_with_a_colon_is_no_transcript(codebook: Codebook) -> None:
    body = "MS HOLT: Good evening. The sanctions on Russia must stay."
    assert [row["issue_id"] for row in read(codebook, body)] == []


def test_rows_without_labels_stay_as_they_are() -> None:
    row = {"rule": "according-to", "is_headline": False, "parent_attribution_id": None}
    assert with_turns("", [], [row]) == [row]


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Observers who follow the war believe that a ceasefire in Ukraine is near.", "Observers"),
        ("Diplomats, speaking on Monday in a corridor, said a ceasefire in Ukraine is needed.", "Diplomats"),
        ("Experts in Oslo are confident that the sanctions on Russia will hold.", "Experts in Oslo"),
    ],
)
def test_a_holder_is_a_noun_phrase_without_the_clause_behind_it(codebook: Codebook, sentence: str, holder: str) -> None:
    assert [row["holder_text"] for row in read(codebook, sentence)] == [holder]


def test_what_somebody_seems_inclined_to_is_his_and_said_by_nobody(codebook: Codebook) -> None:
    row = only(codebook, "Norway does not seem inclined to sign the Paris Agreement.")
    assert (row["speaker_text"], row["holder_text"], row["stance"]) == (None, "Norway", "opposes")


def test_a_condition_behind_an_object_belongs_to_the_statement(codebook: Codebook) -> None:
    row = only(codebook, "Norway agreed to the grain deal in return for safe ports.")
    assert row["statement"].endswith("in return for safe ports")
    assert row["stance"] == "conditional"


def test_whom_a_demand_is_put_to_is_addressee_and_target(codebook: Codebook) -> None:
    row = only(codebook, "Foreign Minister Ada Holt urged Denmark to return to the Iran nuclear deal.")
    assert row["addressee"] == "Denmark"
    assert row["target_mention_id"] is not None


def test_the_press_in_general_reports_and_does_not_hold(codebook: Codebook) -> None:
    assert read(codebook, "US media reported that the sanctions on Iran must stay.") == []
