"""Who is told in passing to say or think what: by participles, adjectives and infinitives that hang on a noun or another verb."""

import polars as pl
import pytest

from assets.codebook import Codebook
from assets.enrich.attribution.spans import attributions
from assets.enrich.sentences import sentences
from assets.schemas import ACTOR_MENTIONS


def told(codebook: Codebook, body: str) -> list[tuple[str, str, str]]:
    """(source, cue lemma, content) of the outermost attributions."""
    frame = pl.DataFrame({"document_id": ["d"], "title": [None], "body": [body]}, schema_overrides={"title": pl.String})
    found = attributions(frame, sentences(frame), ACTOR_MENTIONS.frame(), codebook).filter(pl.col("parent_attribution_id").is_null())
    return [
        (
            body[row["source_start"] : row["source_end"]] if row["source_start"] is not None else "",
            row["cue"],
            " … ".join(body[first:last] for first, last in row["content_spans"]),
        )
        for row in found.sort("cue_start").to_dicts()
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The motion failed, with Norland calling for a new vote.", ("Norland", "call for", "a new vote")),
        ("A group of states backing the treaty met in Oslo.", ("A group of states", "back", "the treaty")),
        ("The council heard from officials opposing the treaty.", ("officials", "oppose", "the treaty")),
        ("Wary of the new treaty, Norland stayed away.", ("Norland", "be wary", "the new treaty")),
        ("Angered by the raid, the council left the talks.", ("the council", "be angered", "the raid")),
        ("Norland, wary of the new treaty, stayed away.", ("Norland", "be wary", "the new treaty")),
        ("Ministers reluctant to sign the treaty stayed away.", ("Ministers", "be reluctant", "sign the treaty")),
        ("Norland used the summit to call for a new vote.", ("Norland", "call for", "a new vote")),
        ("The minister took to television to denounce the raid.", ("The minister", "denounce", "the raid")),
        ("The envoys met to discuss the truce.", ("The envoys", "discuss", "the truce")),
        ("Despite backing the treaty, Norland left the talks.", ("Norland", "back", "the treaty")),
        ("Norland has been silent since announcing a new plan.", ("Norland", "announce", "a new plan")),
    ],
)
def test_what_hangs_on_a_noun_or_a_verb_attributes(codebook: Codebook, text: str, expected: tuple[str, str, str]) -> None:
    assert told(codebook, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The truce failed, opening the way to call for a vote.",
        "The envoy was in Oslo calling for a vote.",
        "The council spent many hours discussing the treaty.",
        "The ships left Oslo to see the strait.",
        "The council did not meet to discuss the truce.",
    ],
)
def test_what_nobody_is_told_to_have_said_is_no_attribution(codebook: Codebook, text: str) -> None:
    assert told(codebook, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister has become increasingly wary of the treaty.", ("The minister", "be wary", "the treaty")),
        ("The council feels confident that the truce will hold.", ("The council", "be confident", "that the truce will hold")),
    ],
)
def test_other_verbs_than_be_link_an_attitude_to_who_has_it(codebook: Codebook, text: str, expected: tuple[str, str, str]) -> None:
    assert told(codebook, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland was forced to admit that the truce had failed.", ("Norland", "admit", "that the truce had failed")),
        ("The minister managed to explain why the talks failed.", ("The minister", "explain", "why the talks failed")),
    ],
)
def test_whoever_had_to_say_it_has_said_it(codebook: Codebook, text: str, expected: tuple[str, str, str]) -> None:
    assert told(codebook, text) == [expected]


def test_what_is_yet_to_be_said_is_only_expected(codebook: Codebook) -> None:
    assert [cue for _, cue, _ in told(codebook, "Norland is expected to call for a new vote.")] == ["expect"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The aides smiled at Ada Holt's call for a new vote.", ("Ada Holt", "call", "a new vote")),
        ("Ada Holt issued an appeal for calm.", ("Ada Holt", "appeal", "calm")),
        ("The council lodged a complaint about the raid.", ("The council", "lodge", "a complaint about the raid")),
    ],
)
def test_a_noun_belongs_to_whoever_stands_right_before_it(codebook: Codebook, text: str, expected: tuple[str, str, str]) -> None:
    assert told(codebook, text) == [expected]


def test_a_noun_carried_by_a_verb_is_told_with_it(codebook: Codebook) -> None:
    body = "Ada Holt has issued a warning that the truce would fail."
    frame = pl.DataFrame({"document_id": ["d"], "title": [None], "body": [body]}, schema_overrides={"title": pl.String})
    [row] = attributions(frame, sentences(frame), ACTOR_MENTIONS.frame(), codebook).to_dicts()
    assert (row["cue"], body[row["cue_start"] : row["cue_end"]]) == ("warning", "has issued a warning")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Holt announced on Monday a plan for the port.", ("Ada Holt", "announce", "a plan for the port")),
        ("Norland accepted the new truce.", ("Norland", "accept", "the new truce")),
        ("Norland accepted a proposal to open the port.", ("Norland", "accept", "a proposal to open the port")),
    ],
)
def test_an_object_is_what_was_put_forward(codebook: Codebook, text: str, expected: tuple[str, str, str]) -> None:
    assert told(codebook, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Norland accepted eight ships from the yard.",
        "The proof was contained in a letter to the council.",
        "Regarding the port, nobody has a plan.",
    ],
)
def test_deeds_and_prepositions_attribute_nothing(codebook: Codebook, text: str) -> None:
    assert told(codebook, text) == []


def test_a_message_that_moves_somebody_tells_no_content(codebook: Codebook) -> None:
    assert told(codebook, "Ada Holt delivered a message that moved the hall.") == []
