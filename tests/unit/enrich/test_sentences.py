"""Where sentences begin and end."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.enrich.sentences import LONGEST, paragraphs, sentences, split
from assets.schemas import SENTENCES


def texts(body: str) -> list[str]:
    return [body[start:end] for start, end in split(body)]


@pytest.mark.parametrize(
    "whole",
    [
        "The U.S. Treasury eased the measures on Borealis Co. Metals at 9 a.m. Monday.",
        "Mr. Orlov met Gen. Anna B. Steed and Dr. J. Quint on Jan. 5 in St. Petersburg.",
        "Growth fell by 3.5 per cent, to No. 7 in the list.",
        "“When will it end?” Foreign Minister Maja Orlov asked.",
        "then-Sen. Harlan Pike voted for it.",
        "CONCORD, N.H. — The envoy left.",
    ],
)
def test_a_stop_that_ends_no_sentence_is_passed_over(whole: str) -> None:
    assert texts(whole) == [whole]


@pytest.mark.parametrize(
    "parts",
    [
        ["The talks ended.", "No date was set."],
        ["“We will sign.", "It is settled,” said the envoy."],
        ["“We will sign.”", "The envoy left."],
        ["He left for the U.S.", "The rest stayed."],
        ["Will they sign?", "Nobody knows…", "Not yet."],
        ['The minister called it "a start."', '"We need more," she said.'],
    ],
)
def test_sentences_end_at_their_stop_with_the_quotation_mark_that_closes_there(parts: list[str]) -> None:
    assert texts(" ".join(parts)) == parts


def test_a_quotation_glued_to_the_stop_before_it_begins_a_sentence() -> None:
    assert texts("The envoy spoke.“We agree,” she said.") == ["The envoy spoke.", "“We agree,” she said."]


def test_paragraphs_are_divided_by_blank_lines_and_the_title_is_the_first() -> None:
    body = "Envoys Meet. Talks Go On\n\nThey met. They talked\nfor long.\n\nNothing came of it."
    frame = sentences(pl.DataFrame({"document_id": ["d"], "title": ["Envoys Meet. Talks Go On"], "body": [body]}))
    rows = frame.select("paragraph_number", "is_title", "sentence_start", "sentence_end").rows()
    assert [(number, is_title, body[start:end]) for number, is_title, start, end in rows] == [
        (0, True, "Envoys Meet. Talks Go On"),
        (1, False, "They met."),
        (1, False, "They talked\nfor long."),
        (2, False, "Nothing came of it."),
    ]


def test_a_document_without_a_body_has_no_sentences() -> None:
    frame = pl.DataFrame({"document_id": ["a", "b"], "title": [None, None], "body": [None, "  \n\n "]})
    assert sentences(frame.cast(pl.String)).is_empty()
    assert sentences(frame.cast(pl.String)).schema == SENTENCES.polars


@given(st.text(alphabet="ab. AB\n“”\"'?!…U.S9—é", max_size=200))
def test_sentences_cover_every_character_that_is_not_space_once(body: str) -> None:
    covered = [index for start, end in paragraphs(body) for first, last in split(body, start, end) for index in range(first, last)]
    assert len(covered) == len(set(covered))
    assert set(range(len(body))) - set(covered) == {i for i in set(range(len(body))) - set(covered) if body[i].isspace()}


def test_text_without_stops_is_cut_at_spaces_into_pieces_of_bearable_length():
    text = "Iran, France and Peru " * 2000
    spans = split(text)
    assert max(end - start for start, end in spans) <= LONGEST
    assert " ".join(text[start:end] for start, end in spans) == text.strip()
    assert [end - start for start, end in split("x" * (2 * LONGEST + 1))] == [LONGEST, LONGEST, 1]
