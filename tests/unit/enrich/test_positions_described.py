"""Whose will an onlooker tells: that of the state he describes."""

import pytest
from test_positions import only

from assets.codebook import Codebook


@pytest.mark.parametrize(
    "body",
    [
        "Ada Holt, director of the Institute of World Affairs, said that Norway might settle for a ceasefire in Ukraine.",
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
