"""Whose will an onlooker tells: that of the state he describes."""

import pytest
from test_positions import only

from assets.codebook import Codebook


@pytest.mark.parametrize(
    "body",
    [
        "Ada Holt, director of the Institute of World Affairs, said that Norway might agree to a ceasefire in Ukraine.",
        "The political scientist Ada Holt said Norway was very interested in a ceasefire in Ukraine.",
        "Analysts said Norway would not accept the sanctions on Iran.",
    ],
)
def test_an_analyst_tells_the_will_of_a_state(codebook: Codebook, body: str) -> None:
    row = only(codebook, body)
    assert row["holder_text"] == "Norway"
    assert row["speaker_text"] != "Norway"


@pytest.mark.parametrize(
    "body",
    [
        "Foreign Minister Ada Holt said Denmark would never accept the sanctions on Iran.",  # an official judges another
        "The analyst Ada Holt said Norway was weakened by the sanctions on Iran, which were a mistake.",  # a fact is nobody's will
        "The analyst Ada Holt said Norway must accept the sanctions on Iran.",  # what a state must do is the analyst's demand
    ],
)
def test_what_is_said_of_a_state_besides_is_its_speakers(codebook: Codebook, body: str) -> None:
    row = only(codebook, body)
    assert row["holder_text"] == row["speaker_text"]
    assert "Ada Holt" in row["holder_text"]


def test_for_whom_a_thing_matters_holds_that_it_does(codebook: Codebook) -> None:
    body = "“For Norway, the sanctions on Iran are more important than trade,” said Ada Holt, a professor of law."
    assert only(codebook, body)["holder_text"] == "Norway"
    assert only(codebook, body.replace("important", "useful"))["holder_text"] == "Norway"


@pytest.mark.parametrize(
    ("body", "issue"),
    [
        ("Foreign Minister Ada Holt said Washington should talk to the Russians.", "us-russia-relations"),
        ("Foreign Minister Ada Holt wants the United States to work with Beijing.", "us-china-relations"),
        ("Foreign Minister Ada Holt said Seoul should sit down with Pyongyang.", "korean-dialogue"),
        ("Foreign Minister Ada Holt said India should hold talks with Pakistan.", "india-pakistan-relations"),
        ("Foreign Minister Ada Holt said she wanted to stop the bloodshed in Ukraine.", "ukraine-war"),
    ],
)
def test_who_would_talk_to_the_other_side_is_for_it(codebook: Codebook, body: str, issue: str) -> None:
    row = only(codebook, body)
    assert (row["issue_id"], row["stance"]) == (issue, "supports")


def test_an_analyst_predicts_where_a_minister_promises(codebook: Codebook) -> None:
    saying = "“We will find an order in which sanctions on Iran are needless,” said {} Ada Holt."
    assert only(codebook, saying.format("the political scientist"))["speech_act"] == "predicts"
    assert only(codebook, saying.format("Foreign Minister"))["speech_act"] == "promises"


@pytest.mark.parametrize(
    ("saying", "act"),
    [
        ("the American envoys had shown great respect for their hosts", "praises"),
        ("he had “invited senators from Washington to spend a week in Kazan”", "proposes"),
        ("Washington’s plans fully coincide with his own", "agrees"),
    ],
)
def test_who_praises_or_invites_the_other_side_is_for_relations_with_it(codebook: Codebook, saying: str, act: str) -> None:
    title = "Russian-American relations improve"
    row = only(codebook, f"Foreign Minister Anton Holtov said {saying}.", title=title)
    assert (row["issue_id"], row["stance"], row["speech_act"]) == ("us-russia-relations", "supports", act)


def test_who_is_said_to_refrain_from_a_thing_is_not_accused_of_it(codebook: Codebook) -> None:
    row = only(codebook, "Foreign Minister Ada Holt said Denmark was refraining from undermining the sanctions on Iran.")
    assert row["speech_act"] != "accuses"


def test_a_path_that_is_no_way_of_talks_is_against_them(codebook: Codebook) -> None:
    body = "Foreign Minister Ada Holt said the only way to a ceasefire in Ukraine was the surrender of the other side."
    assert only(codebook, body)["stance"] == "opposes"


def test_what_is_refused_only_so_long_is_conditional(codebook: Codebook) -> None:
    body = "Norway does not seem inclined to sign a truce in Ukraine before {}."
    assert only(codebook, body.format("counting its prisoners"))["stance"] == "conditional"
    assert only(codebook, body.format("Monday"))["stance"] == "opposes"


def test_what_stands_between_dashes_by_the_way_is_not_the_issue(codebook: Codebook) -> None:
    body = (
        "While Russian-American relations went from bad to worse—the INF Treaty gave way, and New START was in dispute—Norway"
        " pretended that most quarrels were “an older legacy”."
    )
    assert only(codebook, body, title="Russian-American relations")["issue_id"] == "us-russia-relations"


def test_what_a_state_would_expect_of_another_it_demands(codebook: Codebook) -> None:
    assert only(codebook, "Norway would expect Denmark to keep the sanctions on Iran.")["speech_act"] == "demands"
    assert only(codebook, "Norway expects Denmark to keep the sanctions on Iran.")["speech_act"] == "predicts"


def test_what_is_wanted_is_told_without_the_verb_where_it_is_understood(codebook: Codebook) -> None:
    row = only(codebook, "Norway wants reconciliation with Denmark.")
    assert row["statement"] == "reconciliation with Denmark"
