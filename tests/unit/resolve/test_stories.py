"""Which documents tell the same story, and which of them tells it best."""

from datetime import date
from random import Random
from typing import Any

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.clean.signatures import fact_signature, quote_signature, signature
from assets.resolve.candidate_pairs import ALL_PAIRS_UP_TO
from assets.resolve.stories import stories
from assets.schemas import DOCUMENTS, STORIES

STEMS = ("envoy", "talk", "treaty", "border", "minister", "port", "grain", "accord", "cable", "fleet")
WORDS = [f"{stem}{ending}{tail}" for stem in STEMS for ending in ("", "s", "ing", "ed", "er") for tail in "abcdefghijkl"]
NAMES = [f"{head}{tail}" for head in ("Nor", "Sud", "Var", "Kel", "Ost", "Mar") for tail in ("land", "mark", "onia", "ov", "ist")]


def sentence(chance: Random) -> str:
    words = [chance.choice(WORDS) for _ in range(16)]
    words[4], words[11] = chance.choice(NAMES), str(chance.randrange(2, 900))
    return f"The {' '.join(words)}."


def paragraphs(seed: int, count: int = 16) -> list[str]:
    chance = Random(seed)
    return [f"{sentence(chance)} {sentence(chance)}" for _ in range(count)]


def text(seed: int, count: int = 16) -> str:
    return "\n\n".join(paragraphs(seed, count))


def document(name: str, body: str, **columns: Any) -> dict[str, Any]:
    signatures = {"signature": signature(body), "quote_signature": quote_signature(body), "fact_signature": fact_signature(body)}
    return {"document_id": name, "word_count": len(body.split()), "text_origin": "verbatim", **signatures, **columns}


def story_of(*rows: dict[str, Any]) -> dict[str, str]:
    return dict(stories(DOCUMENTS.frame(list(rows))).select("document_id", "story_id").iter_rows())


def are_one(*rows: dict[str, Any]) -> bool:
    return len(set(story_of(*rows).values())) == 1


def test_a_wire_copy_tells_the_same_story() -> None:
    found = story_of(document("a", text(1)), document("b", "Another headline\n\n" + text(1)), document("c", text(2)))
    assert found == {"a": "b", "b": "b", "c": "c"}


def test_a_shortened_reprint_tells_the_same_story() -> None:
    assert story_of(document("a", text(3)), document("b", "\n\n".join(paragraphs(3)[:5])))["b"] == "a"


def test_wire_copy_among_a_newsrooms_own_paragraphs_tells_the_same_story() -> None:
    own, wire = paragraphs(5, 8), paragraphs(4)
    mixed = [*wire[:4], *own[:4], *wire[7:12], *own[4:]]
    assert are_one(document("a", "\n\n".join(wire)), document("b", "\n\n".join(mixed)))


def test_a_new_lead_does_not_make_a_new_story() -> None:
    assert are_one(document("a", text(6)), document("b", "\n\n".join([*paragraphs(7)[:3], *paragraphs(6)[3:]])))


def test_two_reports_that_only_share_quotations_are_two_stories() -> None:
    quotations = [f"“{sentence(Random(seed))[:-1]},” Ms. Lind said." for seed in range(100, 106)]
    one, other = ("\n\n".join([*paragraphs(seed, 8), *quotations]) for seed in (8, 9))
    assert not are_one(document("a", one), document("b", other))


def test_the_next_days_report_with_old_background_is_another_story() -> None:
    first = paragraphs(10)
    second = [*paragraphs(11, 9), *first[8:14]]
    assert not are_one(document("a", "\n\n".join(first)), document("b", "\n\n".join(second)))


def test_a_form_filled_anew_is_another_story() -> None:
    form = " ".join(f"{sentence(Random(seed))}" for seed in range(30, 45))
    chance = Random(1)
    names = {name: chance.choice(NAMES) for name in NAMES}
    filled = " ".join(names.get(word, str(chance.randrange(900)) if word.isdigit() else word) for word in form.split())
    assert not are_one(document("a", form), document("b", filled))


def test_a_round_up_does_not_make_its_stories_one() -> None:
    one, other = paragraphs(12), paragraphs(13)
    mixed = "\n\n".join([*one[:10], *other[:10]])
    rows = document("a", "\n\n".join(one)), document("b", "\n\n".join(other)), document("c", mixed)
    assert len(set(story_of(*rows).values())) == 3
    found = story_of(*rows, document("d", mixed + " Read more tomorrow."))
    assert found["c"] == found["d"]
    assert len(set(found.values())) == 3


def test_the_same_form_of_words_months_later_is_another_story() -> None:
    last_year, this_year = text(14), "\n\n".join([*paragraphs(14)[:13], *paragraphs(15, 3)])
    rows = document("a", last_year, published_on=date(2020, 1, 1)), document("b", this_year, published_on=date(2021, 1, 1))
    assert not are_one(*rows)
    rows[1]["published_on"] = date(2020, 1, 3)
    assert are_one(*rows)


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


def test_what_just_missed_being_a_copy_is_named_with_its_share() -> None:
    second = "\n\n".join([*paragraphs(17, 9), *paragraphs(16)[8:14]])
    told = stories(DOCUMENTS.frame([document("a", text(16)), document("b", second), document("c", text(18))]))
    near = {name: (other, share) for name, other, share in told.select("document_id", "near_document_id", "near_share").iter_rows()}
    assert near["a"][0] == "b"
    assert near["b"][0] == "a"
    assert 0.3 < near["a"][1] < 0.5
    assert near["c"] == (None, None)


def test_of_several_that_just_missed_the_nearest_is_named() -> None:
    first = paragraphs(16)
    far, near = ("\n\n".join([*paragraphs(seed, 15 - shared), *first[14 - shared : 14]]) for seed, shared in ((18, 5), (17, 6)))
    told = stories(DOCUMENTS.frame([document("a", "\n\n".join(first)), document("b", far), document("c", near)]))
    assert told["story_id"].n_unique() == 3
    assert told.filter(document_id="a")["near_document_id"].item() == "c"


def test_texts_too_short_to_compare_stand_alone() -> None:
    empty = {"signature": None, "quote_signature": None, "fact_signature": None}
    assert story_of(document("a", "Too short"), document("b", "Too short"), document("c", "", **empty)) == {"a": "a", "b": "b", "c": "c"}


def test_hundreds_of_copies_are_one_story() -> None:
    rows = [document(f"{number:03}", f"Outlet {number}.\n\n{text(9)}") for number in range(ALL_PAIRS_UP_TO * 3)]
    assert are_one(*rows)


def test_no_documents_make_an_empty_table() -> None:
    assert stories(DOCUMENTS.frame()).equals(STORIES.frame())


CORPUS = [
    document(
        f"{seed}{copy}",
        "\n\n".join([*paragraphs(seed + 50, 16 - 4 * copy), *paragraphs(60 + seed + copy, 3 * copy)]),
        published_on=date(2020, 1, 1 + copy) if copy else None,
        text_origin="machine_paraphrased" if copy == 2 else "verbatim",
    )
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
    assert told["story_id"].n_unique() < told.height
    primaries = told.group_by("story_id").agg(pl.col("is_story_primary").sum())["is_story_primary"]
    assert primaries.to_list() == [1] * told["story_id"].n_unique()
