"""Who is reported to have said what."""

from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.codebook import Codebook
from assets.enrich.attribution.spans import attributions
from assets.enrich.sentences import sentences
from assets.schemas import ACTOR_MENTIONS, ATTRIBUTION_SPANS


def documents(*bodies: str) -> pl.DataFrame:
    rows = [{"document_id": f"d{number}", "title": None, "body": body} for number, body in enumerate(bodies)]
    return pl.DataFrame(rows, schema={"document_id": pl.String, "title": pl.String, "body": pl.String})


def read(codebook: Codebook, body: str) -> list[dict[str, Any]]:
    """Attributions of a text, in the order of their cues."""
    frame = documents(body)
    found = attributions(frame, sentences(frame), ACTOR_MENTIONS.frame(), codebook)
    return found.sort("cue_start").to_dicts()


def parts(codebook: Codebook, body: str) -> list[tuple[str, str, str]]:
    """(source, cue lemma, content) of the outermost attributions; parts of a broken content joined by " … "."""
    return [
        (
            body[row["source_start"] : row["source_end"]] if row["source_start"] is not None else "",
            row["cue"],
            " … ".join(body[start:end] for start, end in row["content_spans"]),
        )
        for row in read(codebook, body)
        if row["parent_attribution_id"] is None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will sign,” the envoy said.", ("the envoy", "say", "“We will sign,”")),
        ("“We will sign,” said Ada Holt, the envoy.", ("Ada Holt, the envoy", "say", "“We will sign,”")),
        ("Ada Holt said that the talks had failed.", ("Ada Holt", "say", "that the talks had failed")),
        ("Ada Holt said the talks had failed.", ("Ada Holt", "say", "the talks had failed")),
        ("Ada Holt said on Monday that the talks had failed.", ("Ada Holt", "say", "that the talks had failed")),
        ("Ada Holt told reporters that the talks had failed.", ("Ada Holt", "tell", "that the talks had failed")),
        ("The talks had failed, according to Ada Holt.", ("Ada Holt", "according to", "The talks had failed")),
        ("According to the ministry, the talks had failed.", ("the ministry", "according to", "the talks had failed")),
        ("The talks had failed, Ada Holt said on Monday.", ("Ada Holt", "say", "The talks had failed")),
        ("The truce, Ada Holt said, will hold.", ("Ada Holt", "say", "The truce … will hold")),
        ("Ada Holt: “We will sign.”", ("Ada Holt", ":", "“We will sign.”")),
        ("Ada Holt condemned the attack on the port.", ("Ada Holt", "condemn", "the attack on the port")),
        ("The attack was condemned by Ada Holt.", ("Ada Holt", "condemn", "The attack")),
        ("Ada Holt urged both armies to leave the port.", ("Ada Holt", "urge", "both armies to leave the port")),
        ("Ada Holt accused the rebels of breaking the truce.", ("Ada Holt", "accuse", "the rebels of breaking the truce")),
        ("Ada Holt described the truce as a sham.", ("Ada Holt", "describe", "the truce as a sham")),
        ("Ada Holt called for new talks.", ("Ada Holt", "call for", "new talks")),
        ("Ada Holt refused to leave the port.", ("Ada Holt", "refuse", "to leave the port")),
        ("Ada Holt was quoted as saying that the talks had failed.", ("Ada Holt", "say", "that the talks had failed")),
        ("Officials see the truce as a first step.", ("Officials", "see", "the truce as a first step")),
        ("The delegation is ready to sign the text.", ("The delegation", "be ready", "to sign the text")),
        ("Ada Holt went on to say that the talks had failed.", ("Ada Holt", "say", "that the talks had failed")),
    ],
)
def test_an_attribution_has_its_source_cue_and_content(codebook: Codebook, text: str, expected: tuple[str, str, str]) -> None:
    source, cue, content = parts(codebook, text)[0]
    assert (source, cue, content.removeprefix("to ") if cue == "be ready" else content) == (
        expected[0],
        expected[1],
        expected[2].removeprefix("to ") if cue == "be ready" else expected[2],
    )


def test_an_agency_that_quotes_is_not_the_source(codebook: Codebook) -> None:
    text = "“We will sign,” the news agencies quoted Ada Holt as telling journalists."
    (row,) = read(codebook, text)
    assert text[row["source_start"] : row["source_end"]] == "Ada Holt"
    assert (row["rule"], row["cue"]) == ("quoted-as", "tell")


def test_what_is_added_after_a_comma_is_an_attribution_of_the_same_source(codebook: Codebook) -> None:
    found = parts(codebook, "“We will sign,” Ada Holt said, adding that the text was ready.")
    assert [(source, cue) for source, cue, _ in found] == [("Ada Holt", "say"), ("Ada Holt", "add")]


def test_a_second_verb_shares_the_subject_of_the_first(codebook: Codebook) -> None:
    found = parts(codebook, "Ada Holt said the talks had failed and told Radio Norden that they would go on.")
    assert [(source, cue) for source, cue, _ in found] == [("Ada Holt", "say"), ("Ada Holt", "tell")]


def test_a_clause_of_another_speaker_ends_the_content(codebook: Codebook) -> None:
    found = parts(codebook, "While the rebels say they want a truce, Ada Holt has made it clear that they must leave first.")
    assert [(source, content) for source, _, content in found] == [
        ("the rebels", "they want a truce"),
        ("Ada Holt", "that they must leave first"),
    ]


def test_fears_in_a_country_are_attributed_to_it(codebook: Codebook) -> None:
    found = parts(codebook, "The talks have stirred fears in Norway that the port could be closed.")
    assert ("Norway", "fear", "that the port could be closed") in found


def test_an_attribution_inside_a_content_names_its_parent(codebook: Codebook) -> None:
    *inner, outer = read(codebook, "“My minister has said that he wants peace,” the envoy said.")
    assert outer["parent_attribution_id"] is None
    assert {row["cue"] for row in inner} == {"say", "want"}
    assert all(row["parent_attribution_id"] for row in inner)


def test_a_name_in_apposition_belongs_to_the_source(codebook: Codebook) -> None:
    found = parts(codebook, "Norway’s envoy for trade and fisheries, Ada Holt, announced on Monday that the talks had begun.")
    assert found[0][0] == "Norway’s envoy for trade and fisheries, Ada Holt"


def test_time_is_no_part_of_the_source(codebook: Codebook) -> None:
    found = parts(codebook, "Ada Holt last month rejected the proposal.")
    assert found == [("Ada Holt", "reject", "the proposal")]


@pytest.mark.parametrize(
    "text",
    [
        "The report on the talks was published on Monday.",
        "Calls were made from the port.",
        "The claims office opened at nine.",
        "They met at the port in the morning.",
    ],
)
def test_nouns_that_look_like_cues_attribute_nothing(codebook: Codebook, text: str) -> None:
    assert read(codebook, text) == []


def test_a_negated_cue_is_marked(codebook: Codebook) -> None:
    assert read(codebook, "Ada Holt did not say that the talks had failed.")[0]["is_negated"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will sign,” Ada Holt said.", "direct"),
        ("Ada Holt said the talks were “a sham.”", "mixed"),
        ("Ada Holt said the talks were a sham.", "indirect"),
        ("Ada Holt believes that the talks were a sham.", "attributed"),
    ],
)
def test_the_kind_of_attribution_follows_quotation_marks_and_cue(codebook: Codebook, text: str, kind: str) -> None:
    assert read(codebook, text)[0]["attribution"] == kind


def test_a_following_sentence_in_quotation_marks_carries_the_quotation_on(codebook: Codebook) -> None:
    (found,) = parts(codebook, "“We will sign,” Ada Holt said. “The text is ready.”")
    assert found[2] == "“We will sign,” … “The text is ready.”"


def test_a_quotation_over_two_paragraphs_is_one(codebook: Codebook) -> None:
    (found,) = parts(codebook, "“We will sign,” Ada Holt said. “The text is ready and checked.\n\n“It needs no more work.”")
    assert found[2].endswith("“It needs no more work.”")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway seems to be ready for talks.", ("", "seem", "Norway … to be ready for talks")),
        ("The rebels were accused of breaking the truce.", ("", "accuse", "The rebels … of breaking the truce")),
        ("Ada Holt was criticized by the rebels for leaving.", ("the rebels", "criticize", "Ada Holt … for leaving")),
        ("It was reported that the port was closed.", ("", "report", "that the port was closed")),
        ("The new survey shows a lead for the rebels.", ("The new survey", "show", "a lead for the rebels")),
        ("Asked whether the truce would hold, Ada Holt smiled.", ("", "ask", "whether the truce would hold")),
        ("Ada Holt attacked the rebels in an interview last week.", ("Ada Holt", "attack", "the rebels")),
        ("Ada Holt has since balked at the offer.", ("Ada Holt", "balk at", "the offer")),
        (
            "Ada Holt is telling a crowd in Windham, New Hampshire, on Monday that the truce holds.",
            ("Ada Holt", "tell", "that the truce holds"),
        ),
        ("Ada Holt praised the army, the navy and the police.", ("Ada Holt", "praise", "the army, the navy and the police")),
        ("Ada Holt issued a statement denying that the talks had failed.", ("Ada Holt", "deny", "that the talks had failed")),
        ("The crowd left what she said was a sham.", ("she", "say", "was a sham")),
        (
            "Ada Holt, a deputy minister, on Friday said the talks had failed.",
            ("Ada Holt, a deputy minister", "say", "the talks had failed"),
        ),
        ("The offer stands, new figures show.", ("new figures", "show", "The offer stands")),
        ("Ada Holt called the envoy, Jon Pike, “weak” on Monday.", ("Ada Holt", "call", "the envoy, Jon Pike, “weak”")),
        ("Peru sees parallels between the two wars.", ("Peru", "see", "parallels between the two wars")),
    ],
)
def test_other_shapes_of_attribution_are_read(codebook: Codebook, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in parts(codebook, text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ada Holt said the talks had failed, but she did not leave.", "the talks had failed"),
        ("Ada Holt said the talks had failed, vowing to return.", "the talks had failed"),
        ("Ada Holt said that the talks had failed and called for new ones.", "that the talks had failed"),
        ("Ada Holt, who said the talks had failed, left the port.", "the talks had failed"),
        ("Ada Holt confirmed that they met, but the White House has been silent.", "that they met"),
        ("Ada Holt said the truce holds, though much depends on the rains.", "the truce holds, though much depends on the rains"),
    ],
)
def test_a_content_ends_where_its_speaker_stops_speaking(codebook: Codebook, text: str, content: str) -> None:
    assert parts(codebook, text)[0][2] == content


@pytest.mark.parametrize(
    "text",
    [
        "Donors who backed the rebels met in Oslo.",
        "A port that once enjoyed a lead was closed.",
        "Growth was two per cent, compared with five.",
        "She came from the United States that evening.",
        "It is clear that the port is closed.",
        "The envoy called Oslo.",
    ],
)
def test_what_tells_who_is_meant_or_only_looks_like_a_cue_attributes_nothing(codebook: Codebook, text: str) -> None:
    assert parts(codebook, text) == []


def test_who_speaks_in_an_opening_participle_is_the_subject_of_the_sentence(codebook: Codebook) -> None:
    found = parts(codebook, "Vowing to return, Ada Holt left the port.")
    assert found == [("Ada Holt", "vow", "to return")]


def test_a_view_in_a_place_holds_what_is_said_in_its_clause(codebook: Codebook) -> None:
    outer = parts(codebook, "There were fears in Norway that Peru would reject the offer.")
    assert outer == [("Norway", "fear", "that Peru would reject the offer")]


def test_a_quotation_after_indirect_speech_belongs_to_the_same_speaker(codebook: Codebook) -> None:
    (found,) = parts(codebook, "Ada Holt said the talks had failed. “Nobody listened.”")
    assert found == ("Ada Holt", "say", "the talks had failed … “Nobody listened.”")


def test_a_quotation_before_its_attribution_belongs_to_it(codebook: Codebook) -> None:
    (found,) = parts(codebook, "“Nobody listened. Nobody came.” “It was a sham,” Ada Holt said.")
    assert found == ("Ada Holt", "say", "“Nobody listened. Nobody came.” … “It was a sham,”")


def test_a_sentence_of_which_only_the_first_words_are_quoted_goes_on_behind_its_cue(codebook: Codebook) -> None:
    (found,) = parts(codebook, "“Only now,” Ada Holt said, would the rebels leave the port.")
    assert found[2] == "“Only now,” … would the rebels leave the port"


def test_evidence_covers_source_cue_and_content(codebook: Codebook) -> None:
    body = "The day was long. “We will sign,” Ada Holt said on Monday."
    (row,) = read(codebook, body)
    assert row["evidence"] == body[row["evidence_start"] : row["evidence_end"]] == "“We will sign,” Ada Holt said"


PIECES = st.lists(
    st.sampled_from(
        ["Ada Holt", "said", "that", "“", "”", '"', ",", ".", "the talks", "failed", "according to", "'", "’", ":", "and", "who",
         "calls for", "fears", "—", "(", ")", "was quoted as saying", "\n\n", "adding", "he", "İstanbul", "wants to", "?", "’s"]
    ),
    max_size=40,
)  # fmt: skip


@given(PIECES)
@settings(max_examples=150, deadline=None)
def test_offsets_fit_the_body_whatever_the_text(codebook: Codebook, pieces: list[str]) -> None:
    body = " ".join(pieces).strip()
    for row in read(codebook, body):
        assert body[row["evidence_start"] : row["evidence_end"]] == row["evidence"]
        for role in ("source", "cue", "content"):
            for start, end in row[f"{role}_spans"]:
                assert row["evidence_start"] <= start < end <= row["evidence_end"]


def test_documents_do_not_depend_on_one_another(codebook: Codebook) -> None:
    bodies = ["“We will sign,” Ada Holt said.", "Norway wants peace.", ""]
    together = documents(*bodies)
    whole = attributions(together, sentences(together), ACTOR_MENTIONS.frame(), codebook)
    reverse = together.reverse()
    assert ATTRIBUTION_SPANS.conform(whole).equals(attributions(reverse, sentences(reverse), ACTOR_MENTIONS.frame(), codebook))
