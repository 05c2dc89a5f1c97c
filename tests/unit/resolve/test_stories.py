"""Which documents tell the same story, and which of them tells it best."""

from datetime import date
from random import Random
from typing import Any

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.clean.signatures import quote_signature, signature
from assets.resolve.stories import ALL_PAIRS_UP_TO, stories
from assets.schemas import DOCUMENTS, STORIES

WORDS = [
    f"{stem}{ending}"
    for stem in ("envoy", "talk", "treaty", "border", "minister", "port", "grain", "accord", "cable", "fleet")
    for ending in ("", "s", "ing", "ed", "er")
]


def text(seed: int, count: int = 300) -> str:
    chooser = Random(seed)
    return " ".join(chooser.choice(WORDS) + str(chooser.randrange(40)) for _ in range(count))


def document(name: str, body: str, **columns: Any) -> dict[str, Any]:
    return {
        "document_id": name, "body": body, "word_count": len(body.split()), "text_origin": "verbatim",
        "signature": signature(body), "quote_signature": quote_signature(body), **columns,
    }  # fmt: skip


def story_of(*rows: dict[str, Any]) -> dict[str, str]:
    return dict(stories(DOCUMENTS.frame(list(rows))).select("document_id", "story_id").iter_rows())


def test_a_wire_copy_tells_the_same_story() -> None:
    found = story_of(document("a", text(1)), document("b", "Another headline. " + text(1)), document("c", text(2)))
    assert found == {"a": "b", "b": "b", "c": "c"}


def test_a_shortened_reprint_tells_the_same_story() -> None:
    assert story_of(document("a", text(3, 500)), document("b", text(3, 230)))["b"] == "a"


def test_two_reports_that_only_share_quotations_are_two_stories() -> None:
    quoted = (
        " “We have reached an understanding on all the questions that were open between us”"
        " and “nothing in it is secret and nobody at all loses by it”"
    )
    assert len(set(story_of(document("a", text(4) + quoted), document("b", text(5) + quoted)).values())) == 2


def test_the_same_form_of_words_months_later_is_another_story() -> None:
    last_year, this_year = text(6), text(6, 240) + text(7, 60)
    rows = document("a", last_year, published_on=date(2020, 1, 1)), document("b", this_year, published_on=date(2021, 1, 1))
    assert len(set(story_of(*rows).values())) == 2
    rows[1]["published_on"] = date(2020, 1, 3)
    assert len(set(story_of(*rows).values())) == 1


def test_the_most_complete_verbatim_copy_tells_the_story() -> None:
    rows = [
        document("a", text(8), word_count=300, published_on=date(2020, 1, 2)),
        document("b", text(8), word_count=300, published_on=date(2020, 1, 1)),
        document("c", text(8), word_count=900, text_origin="machine_paraphrased"),
        document("d", text(8), word_count=200, published_on=date(2019, 12, 31)),
    ]
    told = stories(DOCUMENTS.frame(rows))
    assert set(told["story_id"]) == {"b"}
    assert told.filter("is_story_primary")["document_id"].to_list() == ["b"]


def test_texts_too_short_to_compare_stand_alone() -> None:
    assert story_of(document("a", "Too short"), document("b", "Too short"), document("c", "", signature=None, quote_signature=None)) == {
        "a": "a", "b": "b", "c": "c",
    }  # fmt: skip


def test_hundreds_of_copies_are_one_story() -> None:
    rows = [document(f"{number:03}", f"Outlet {number}. {text(9)}") for number in range(ALL_PAIRS_UP_TO * 3)]
    assert len(set(story_of(*rows).values())) == 1


def test_no_documents_make_an_empty_table() -> None:
    assert stories(DOCUMENTS.frame()).equals(STORIES.frame())


CORPUS = [
    document(f"{seed}{copy}", f"{text(copy * 100, 4 * copy)} {text(seed)}", published_on=date(2020, 1, 1 + copy) if copy else None)
    for seed in range(4)
    for copy in range(3)
]


@settings(max_examples=8, deadline=None)
@given(st.permutations(range(len(CORPUS))))
def test_the_order_of_documents_does_not_matter(order: list[int]) -> None:
    expected = stories(DOCUMENTS.frame(CORPUS))
    assert stories(DOCUMENTS.frame([CORPUS[index] for index in order])).equals(expected)


def test_every_story_has_one_primary_document() -> None:
    told = stories(DOCUMENTS.frame(CORPUS))
    assert (
        told.group_by("story_id").agg(pl.col("is_story_primary").sum())["is_story_primary"].to_list() == [1] * told["story_id"].n_unique()
    )
