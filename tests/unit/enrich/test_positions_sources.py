"""Who is taken for somebody whose words and wishes are positions, and what is only a thing that says something."""

import pytest
from test_positions import only, read

from assets.codebook import Codebook


@pytest.mark.parametrize(
    ("source", "verb"),
    [
        ("The wholesalers of Bergen", "feared"),
        ("Market women in the valley", "demanded"),
        ("Others", "insist"),
        ("One of the negotiators", "said"),
        ("The valley", "hopes"),
        ("The flower growers", "believe"),
        ("Lindvik", "said"),
        ("The latter", "hopes"),
    ],
)
def test_who_does_what_only_people_do_is_somebody(codebook: Codebook, source: str, verb: str) -> None:
    (row,) = read(codebook, f"It rained. {source} {verb} that the truce in Yemen must be kept.")
    assert (row["speaker_text"], row["holder_text"]) == (source, source)


@pytest.mark.parametrize("thing", ["The leaflet", "The latest data", "Sixty per cent of voters", "The referendum", "A third of the sample"])
def test_a_paper_or_a_number_holds_no_position(codebook: Codebook, thing: str) -> None:
    assert read(codebook, f"It rained. {thing} said that the truce in Yemen must be kept.") == []


def test_who_is_of_an_institute_speaks_himself(codebook: Codebook) -> None:
    row = only(codebook, "“The truce in Yemen must be kept,” argues Annika Solheim of the Fjord Institute.")
    assert row["holder_mention_id"] is not None
    assert row["speaker_text"] == "Annika Solheim of the Fjord Institute"


@pytest.mark.parametrize(
    ("body", "act"),
    [
        ("Norway believed that a harsher line would wreck the regatta.", "warns"),
        ("The harbour master of Bergen would welcome the tourists.", "praises"),
        ("Norway sees the delay as an invitation.", "states"),
        ("Denmark is afraid of cheap tomatoes.", "warns"),
        ("Denmark argues that the bridge has been painted badly.", "states"),
    ],
)
def test_what_somebody_thinks_wishes_or_fears_is_a_position_on_whatever_it_is(codebook: Codebook, body: str, act: str) -> None:
    row = only(codebook, body)
    assert (row["issue_id"], row["speech_act"]) == (None, act)


@pytest.mark.parametrize(
    "body",
    [
        "Norway said the bridge was opened in May.",
        "Norway learned that the bridge was closed.",
        "Norway knows that the bridge is old.",
    ],
)
def test_a_bare_fact_is_none(codebook: Codebook, body: str) -> None:
    assert read(codebook, body) == []


def test_what_a_state_is_said_to_favour_is_its_stand_and_nobody_s_words(codebook: Codebook) -> None:
    row = only(codebook, "Norway is said to favour suspending the visas of envoys.")
    assert (row["speaker_text"], row["holder_text"]) == (None, "Norway")


def test_a_word_between_quotation_marks_makes_no_speech_of_a_deed(codebook: Codebook) -> None:
    row = only(codebook, "Ada Holt, the mayor of Bergen, told the council that Denmark was committing “a plain aggression”.")
    assert row["holder_text"] == "Ada Holt, the mayor of Bergen"


def test_a_dateline_is_no_part_of_who_speaks(codebook: Codebook) -> None:
    row = only(codebook, "OSLO - The lorry drivers warned that the tariffs would ruin the port.")
    assert row["speaker_text"] == "The lorry drivers"


def test_who_says_he_hopes_hopes_himself(codebook: Codebook) -> None:
    body = "Ada Holt, the mayor of Bergen, was late. Lindvik said he hoped that the truce in Yemen would hold."
    assert read(codebook, body)[-1]["holder_text"] in ("Lindvik", "he")
    assert read(codebook, body)[-1]["holder_mention_id"] is None
