"""Whose position it is when an office, a spokesman or a delegate speaks, and whom "it", "he" and "its view" mean in the next sentence."""

import pytest
from test_positions import only, read

from assets.codebook import Codebook


@pytest.mark.parametrize(
    "source",
    [
        "Norway's foreign ministry",
        "The Norwegian embassy in Lima",
        "The Norwegian observer mission",
        "Bo Lind, a spokesman for the Norwegian government,",
        "Norway's consul in Lima, Bo Lind,",
    ],
)
def test_an_office_or_a_delegate_speaks_and_its_state_holds(codebook: Codebook, source: str) -> None:
    row = only(codebook, f"Norway has a port. {source} said that the truce in Yemen must be kept.")
    assert row["holder_text"] == "Norway"
    assert row["speaker_text"] != "Norway"


@pytest.mark.parametrize(
    "source",
    [
        "The Norwegian parliament",
        "The Norwegian army's spokesman",
        "Bo Lind, a spokesman for the Norwegian Shipping Union,",
        "Bo Lind, a former spokesman for the Norwegian government,",
        "Bo Lind, an analyst who advises the Norwegian foreign ministry,",
    ],
)
def test_who_is_no_voice_of_the_government_holds_himself_what_he_says(codebook: Codebook, source: str) -> None:
    for row in read(codebook, f"Norway has a port. {source} said that the truce in Yemen must be kept."):
        assert row["holder_text"] == row["speaker_text"]


def test_what_a_delegate_thinks_himself_stays_his(codebook: Codebook) -> None:
    body = "Norway has a port. Norway's consul in Lima, Bo Lind, said: “I think the truce in Yemen must be kept.”"
    assert [row for row in read(codebook, body) if row["holder_text"] == "Norway"] == []


def test_an_official_who_tells_what_we_will_do_speaks_for_his_state(codebook: Codebook) -> None:
    body = "Norway has a port. “We will not recognise the border,” said Ada Holt, a Norwegian deputy minister."
    assert only(codebook, body)["holder_text"] == "Norway"


def test_it_is_the_body_and_who_the_mayor_that_the_sentence_told_of(codebook: Codebook) -> None:
    office = "The prosecutor's office blames Oslo. Witnesses were threatened, it contends, and the truce in Yemen must be kept."
    assert [row["holder_text"] for row in read(codebook, office) if row["cue"] == "contend"] == ["The prosecutor's office"]
    assert only(codebook, "The mayor of Bergen, who opposes the truce in Yemen, left.")["holder_text"] == "The mayor of Bergen"


def test_in_his_view_is_the_view_of_the_speaker_of_the_sentence_before(codebook: Codebook) -> None:
    said, viewed = read(codebook, "Ada Holt said the truce in Yemen was broken. In her view the truce in Yemen must be kept.")
    assert viewed["cue"] == "view"
    assert viewed["holder_mention_id"] == said["holder_mention_id"] is not None


def test_it_is_not_whom_a_sentence_further_back_told_of(codebook: Codebook) -> None:
    body = "The prosecutor's office blames Oslo. It rained. Boats left the harbour. It contends that the truce in Yemen must be kept."
    assert [row for row in read(codebook, body) if row["cue"] == "contend"] == []


@pytest.mark.parametrize("cue", ["puts it", "likes to say", "said"])
def test_a_quotation_is_of_whom_an_as_behind_it_names(codebook: Codebook, cue: str) -> None:
    row = only(codebook, f"It rained. “The truce in Yemen must be kept,” as Ada Holt of the Bergen Institute {cue}.")
    assert row["statement"].startswith("The truce in Yemen must be kept")
    assert row["speaker_text"].startswith("Ada Holt")


def test_what_one_would_like_another_to_do_is_a_position(codebook: Codebook) -> None:
    assert only(codebook, "The chamber of commerce in Bergen would like Oslo to pay.")["cue"] == "like"
    assert read(codebook, "The chamber of commerce in Bergen likes quick deals.") == []
