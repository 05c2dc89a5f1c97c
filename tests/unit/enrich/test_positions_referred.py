"""Whom "it", "he" and "its view" mean in the next sentence, and whose a quotation is behind an "as"."""

import pytest
from test_positions import only, read

from assets.codebook import Codebook


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
