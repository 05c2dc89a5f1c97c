"""Time expressions of documents as a lake table."""

import polars as pl

from assets.enrich.times import time_expressions
from assets.schemas import DOCUMENTS, SENTENCES, TIME_EXPRESSIONS

BODY = "Envoys meet again\n\nThe envoys met on Monday. They will meet in 2031.\n\nMay\n\n5 envoys met."


def frames(body: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    rows, start = [], 0
    for number, paragraph in enumerate(body.split("\n\n")):
        end = start + len(paragraph)
        rows.append(
            {
                "document_id": "d1", "paragraph_number": number, "paragraph_start": start, "paragraph_end": end,
                "sentence_start": start, "sentence_end": end, "is_title": False,
            }
        )  # fmt: skip
        start = end + 2
    return DOCUMENTS.frame([{"document_id": "d1", "body": body}]), SENTENCES.frame(rows)


def test_the_evidence_is_the_words_at_the_offsets() -> None:
    found = time_expressions(*frames(BODY))
    assert found["evidence"].to_list() == [BODY[start:end] for start, end in found.select("evidence_start", "evidence_end").iter_rows()]
    assert set(found["evidence"]) == {"Monday", "2031"}


def test_no_expression_spans_two_paragraphs() -> None:
    assert "May" not in "".join(time_expressions(*frames(BODY))["evidence"])


def test_the_order_of_sentences_does_not_matter() -> None:
    documents, sentences = frames(BODY)
    assert time_expressions(documents, sentences).equals(time_expressions(documents, sentences.reverse()))


def test_no_documents_make_an_empty_table() -> None:
    assert time_expressions(DOCUMENTS.frame(), SENTENCES.frame()).equals(TIME_EXPRESSIONS.frame())
