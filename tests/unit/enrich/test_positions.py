"""Whose position a statement is, on what, and how it stands."""

from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.codebook import Codebook
from assets.enrich.actors.mentions import actor_mentions
from assets.enrich.attribution.spans import attributions
from assets.enrich.positions.statements import positions
from assets.enrich.sentences import sentences
from assets.enrich.times import time_expressions
from assets.schemas import SPEECH_ACTS, STANCES


def read(codebook: Codebook, body: str, title: str | None = None, origin: str = "verbatim") -> list[dict[str, Any]]:
    """Positions of a text, in its order."""
    rows = [{"document_id": "d", "title": title, "body": f"{title}\n\n{body}" if title else body, "text_origin": origin}]
    documents = pl.DataFrame(rows, schema=dict.fromkeys(("document_id", "title", "body", "text_origin"), pl.String))
    cut = sentences(documents)
    times, mentions = time_expressions(documents, cut), actor_mentions(documents, cut, codebook)
    spans = attributions(documents, cut, mentions, codebook)
    return positions(documents, cut, spans, mentions, times, codebook).sort("statement_start", "statement_end").to_dicts()


def only(codebook: Codebook, body: str, **options: Any) -> dict[str, Any]:
    (row,) = read(codebook, body, **options)
    return row


def test_an_envoy_speaks_and_his_president_holds_the_position(codebook: Codebook) -> None:
    row = only(codebook, "The envoy Ada Holt said the Norwegian government wants a ceasefire in Ukraine.")
    assert row["speaker_text"] == "The envoy Ada Holt"
    assert row["holder_text"] == "the Norwegian government"
    assert (row["issue_id"], row["stance"], row["cue"]) == ("ukraine-ceasefire", "supports", "want")


def test_who_says_what_he_wants_is_speaker_and_holder(codebook: Codebook) -> None:
    row = only(codebook, "Foreign Minister Ada Holt said she wants a ceasefire in Ukraine.")
    assert row["holder_text"] == row["speaker_text"] == "Foreign Minister Ada Holt"
    assert row["stance"] == "supports"


def test_what_one_believes_another_wants_is_the_believers(codebook: Codebook) -> None:
    row = only(codebook, "Ada Holt believes that the rebels want a ceasefire in Ukraine.")
    assert row["holder_text"] == "Ada Holt"


def test_what_the_speaker_adds_in_his_own_name_is_his(codebook: Codebook) -> None:
    body = (
        "Foreign Minister Ada Holt noted that Danish companies have expressed interest in the Russian market,"
        " though such plans would depend on new rules."
    )
    first, second = read(codebook, body)
    assert (first["holder_text"], second["holder_text"]) == ("Danish companies", "Foreign Minister Ada Holt")
    assert second["stance"] == "conditional"


@pytest.mark.parametrize(
    ("statement", "stance"),
    [
        ("welcomed the ceasefire in Ukraine", "supports"),
        ("rejected a ceasefire in Ukraine", "opposes"),
        ("said a ceasefire in Ukraine is necessary", "supports"),
        ("said a ceasefire in Ukraine would be a mistake", "opposes"),
        ("said a ceasefire in Ukraine is not necessary", "opposes"),
        ("said a ceasefire in Ukraine was possible only if all troops left", "conditional"),
        ("said the ceasefire in Ukraine began at noon", "neutral"),
        ("called for lifting sanctions on Iran", "opposes"),
        ("vowed to stop military aid to Ukraine", "opposes"),
        ("refused to stop military aid to Ukraine", "supports"),
        ("condemned the war in Yemen", "supports"),
        ("welcomed efforts to end the war in Yemen", "supports"),
        ("said Norway will send weapons to Ukraine", "supports"),
        ("said a lasting peace in Ukraine is more useful than a ceasefire in Ukraine", "opposes"),
    ],
)
def test_stance_is_towards_the_issue(codebook: Codebook, statement: str, stance: str) -> None:
    row = only(codebook, f"Foreign Minister Ada Holt {statement}.")
    assert row["stance"] == stance or (row["issue_id"] == "ukraine-peace-talks" and row["stance"] == "supports")


@pytest.mark.parametrize(
    ("statement", "act"),
    [
        ("demanded a ceasefire in Ukraine", "demands"),
        ("praised the ceasefire in Ukraine", "praises"),
        ("warned of a new war in Ukraine", "warns"),
        ("denied that the war in Ukraine was over", "denies"),
        ("said that the rebels were trying to sabotage the ceasefire in Ukraine", "accuses"),
        ("said that both armies must respect the ceasefire in Ukraine", "demands"),
        ("threatened to end the ceasefire in Ukraine", "threatens"),
    ],
)
def test_the_speech_act_is_the_cues_or_else_the_contents(codebook: Codebook, statement: str, act: str) -> None:
    assert only(codebook, f"Foreign Minister Ada Holt {statement}.")["speech_act"] == act


def test_a_fact_on_no_issue_is_no_position(codebook: Codebook) -> None:
    assert read(codebook, "Foreign Minister Ada Holt said the delegation arrived at noon.") == []


def test_a_poll_holds_no_position(codebook: Codebook) -> None:
    assert read(codebook, "The figures show that sanctions on Iran work.") == []


def test_a_medium_reports_and_does_not_hold(codebook: Codebook) -> None:
    rows = read(codebook, "Reuters reported that Foreign Minister Ada Holt wants a ceasefire in Ukraine.")
    assert [row["holder_text"] for row in rows] == ["Foreign Minister Ada Holt"]
    assert rows[0]["reported_by"] == "Reuters"


def test_the_agency_that_quotes_is_credited(codebook: Codebook) -> None:
    row = only(codebook, "“We want a ceasefire in Ukraine,” state news agencies quoted Foreign Minister Ada Holt as saying.")
    assert (row["speaker_text"], row["reported_by"]) == ("Foreign Minister Ada Holt", "state news agencies")


def test_addressee_medium_and_day_are_read_around_the_statement(codebook: Codebook) -> None:
    row = only(codebook, "“We want a ceasefire in Ukraine,” Ada Holt, the envoy, told reporters on a conference call on Tuesday.")
    assert (row["addressee"], row["medium"]) == ("reporters", "conference call")
    assert row["time_id"] is not None


def test_an_outlet_that_is_told_something_is_the_medium(codebook: Codebook) -> None:
    row = only(codebook, "“We want a ceasefire in Ukraine,” Ada Holt, the envoy, told CNN.")
    assert (row["addressee"], row["medium"]) == (None, "CNN")


def test_a_time_inside_the_content_does_not_say_when_it_was_said(codebook: Codebook) -> None:
    assert only(codebook, "Foreign Minister Ada Holt said a ceasefire in Ukraine will begin on Tuesday.")["time_id"] is None


def test_a_quotation_is_to_the_letter_and_the_statement_stands_in_the_body(codebook: Codebook) -> None:
    body = "Foreign Minister Ada Holt said a ceasefire in Ukraine was “a first step.”"
    row = only(codebook, body)
    assert row["quote"] == "a first step."
    assert not row["is_verbatim"]
    assert body[row["statement_start"] : row["statement_end"]] == row["statement"]


def test_words_of_a_machine_are_nobodys_quotation(codebook: Codebook) -> None:
    row = only(codebook, "“We want a ceasefire in Ukraine,” Ada Holt, the envoy, said.", origin="machine_paraphrased")
    assert row["quote"] is None
    assert not row["is_verbatim"]


def test_two_quoted_sentences_are_two_statements(codebook: Codebook) -> None:
    body = "“We want a ceasefire in Ukraine,” Ada Holt, the envoy, said. “We reject sanctions on Iran.”"
    assert [row["issue_id"] for row in read(codebook, body)] == ["ukraine-ceasefire", "sanctions-iran"]


def test_a_headline_is_a_position_too(codebook: Codebook) -> None:
    rows = read(codebook, "The day was long.", title="Norway Wants Ceasefire in Ukraine, Envoy Says")
    assert [(row["holder_text"], row["is_headline"]) for row in rows] == [("Norway", True)]


def test_who_did_not_rule_something_out_does_not_reject_it(codebook: Codebook) -> None:
    row = only(codebook, "Foreign Minister Ada Holt has not ruled out a ceasefire in Ukraine.")
    assert row["is_negated"]
    assert (row["speech_act"], row["stance"]) == ("states", "supports")


PIECES = st.lists(
    st.sampled_from(
        ["Ada Holt", "Norway", "said", "wants", "that", "“", "”", ",", ".", "a ceasefire in Ukraine", "rejects", "only if", "he", "I think",
         "told CNN", "on Monday", "though", "\n\n", "my president", "is ready to", "sanctions on Iran", "adding that", "it", "?"]
    ),
    max_size=30,
)  # fmt: skip


@given(PIECES)
@settings(max_examples=60, deadline=None)
def test_promises_hold_whatever_the_text(codebook: Codebook, pieces: list[str]) -> None:
    body = " ".join(pieces).strip()
    for row in read(codebook, body):
        assert body[row["statement_start"] : row["statement_end"]] == row["statement"]
        assert body[row["evidence_start"] : row["evidence_end"]] == row["evidence"]
        assert row["evidence_start"] <= row["statement_start"] < row["statement_end"] <= row["evidence_end"]
        assert row["speech_act"] in SPEECH_ACTS
        assert (row["stance"] is None) == (row["issue_id"] is None)
        assert row["stance"] is None or row["stance"] in STANCES
        assert row["quote"] is None or row["quote"] in row["statement"]


@pytest.mark.parametrize(
    ("body", "stance"),
    [
        ("Foreign Minister Ada Holt said her country would withdraw from the Paris Agreement.", "opposes"),
        ("Foreign Minister Ada Holt said it was unlikely that anybody would withdraw from the Paris Agreement.", "neutral"),
        ("Norway announced that it was leaving the Paris Agreement.", "opposes"),
    ],
)
def test_who_leaves_a_treaty_is_against_it(codebook: Codebook, body: str, stance: str) -> None:
    row = only(codebook, body)
    assert (row["issue_id"], row["stance"]) == ("paris-agreement", stance)


def test_courtesies_of_a_transcript_are_no_positions(codebook: Codebook) -> None:
    body = "Ada Holt, fellow\n\nMS HOLT: Good evening and welcome.\n\nMS HOLT: The sanctions on Russia must stay."
    assert [row["statement"] for row in read(codebook, body, "Panel: the sanctions on Russia")] == ["The sanctions on Russia must stay"]


def test_whom_only_a_pronoun_names_lowers_the_confidence(codebook: Codebook) -> None:
    named = only(codebook, "Norway insists that only a ceasefire in Ukraine can bring peace.")
    unnamed = only(codebook, "They insist that only a ceasefire in Ukraine can bring peace.")
    assert 0.86 * named["confidence"] < unnamed["confidence"] < 0.92 * named["confidence"]  # read: 42 of 56 right, where 0.85 were due


def test_a_pronoun_whose_actor_is_known_is_as_good_as_a_name(codebook: Codebook) -> None:
    named, pronoun = read(codebook, "Ada Holt, the envoy, arrived. “A ceasefire is vital,” Holt said. “The truce must last,” she said.")
    assert pronoun["holder_mention_id"]
    assert pronoun["confidence"] == named["confidence"]


@pytest.mark.parametrize(
    "words",
    ["“Holt is wrong about the ceasefire in Ukraine,” she said.", "She hoped that Ada Holt would accept the ceasefire in Ukraine."],
)
def test_she_is_not_whom_her_own_words_name(codebook: Codebook, words: str) -> None:
    row = only(codebook, f"Ada Holt, the envoy, met reporters. {words}")
    assert row["holder_mention_id"] is None


def test_she_may_be_whom_the_words_before_her_name(codebook: Codebook) -> None:
    row = only(codebook, "Ada Holt, the envoy, will accept the ceasefire in Ukraine, she told reporters.")
    assert row["holder_mention_id"]


@pytest.mark.parametrize("day", ["", "on Friday ", "on Friday night "])
def test_a_day_between_cue_and_content_is_no_part_of_the_statement(codebook: Codebook, day: str) -> None:
    row = only(codebook, f"Norway agreed {day}to support a ceasefire in Ukraine.")
    assert (row["statement"].removeprefix("to "), row["stance"]) == ("support a ceasefire in Ukraine", "supports")
