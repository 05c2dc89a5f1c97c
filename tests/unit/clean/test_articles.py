"""What is left of a document is the article, whole; what stood around it is gone, and what it said of itself is kept."""

import json
from datetime import UTC, datetime

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.clean import documents as rooms
from assets.clean.documents import documents
from assets.clean.outlets import Outlets
from assets.identity import bytes_id
from assets.schemas import DOCUMENTS, RAW_DOCUMENTS, REJECTED

NOW = datetime(2026, 1, 2, tzinfo=UTC)
LEAD = "Norland and Sudmark agreed on Monday to reopen the border crossings that have been closed since the spring, officials said."
SECOND = "The agreement was signed in the harbour town of Eastmouth by the two foreign ministers after a night of talks."
THIRD = "“We have found a way that both parliaments can live with,” the Norland minister told reporters before she left."
FOURTH = "Lorries will be let through first, and passengers are to follow once the agreement has been ratified by both sides."
ARTICLE = [LEAD, SECOND, THIRD, FOURTH]


def raw(*contents: str | bytes, media_type: str = "text") -> pl.DataFrame:
    rows = []
    for number, content in enumerate(contents):
        data = content if isinstance(content, bytes) else content.encode()
        place = {"source_uri": f"{number}.txt", "file_name": f"{number}.txt", "batch_id": "b", "ingested_at": NOW}
        rows.append({"document_id": bytes_id(data), "media_type": media_type, "content": data, "byte_count": len(data), **place})
    return RAW_DOCUMENTS.frame(rows)


@pytest.fixture
def clean(codebook):
    def read(content: str | bytes, media_type: str = "text") -> dict:
        kept, refused = documents(raw(content, media_type=media_type), codebook)
        assert refused.is_empty(), refused["reason"].to_list()
        (row,) = kept.to_dicts()
        return row

    return read


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def body(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def test_headline_byline_and_publisher_are_read_and_the_headline_opens_the_body(clean):
    row = clean(page("Lakeside Herald", "Norland and Sudmark reopen their border", "By Ada Lind and Bo Rask", *ARTICLE))
    assert row["body"] == body("Norland and Sudmark reopen their border", *ARTICLE)
    assert (row["title"], row["authors"], row["publisher"]) == (
        "Norland and Sudmark reopen their border", "Ada Lind; Bo Rask", "Lakeside Herald",
    )  # fmt: skip


def test_a_document_that_begins_with_its_text_has_no_headline(clean):
    row = clean("\n".join(ARTICLE))
    assert row["title"] is None
    assert row["body"] == body(*ARTICLE)


@pytest.mark.parametrize("label", ["– Analysis", "| Opinion", "- Commentary"])
def test_a_label_in_the_headline_is_the_genre_and_not_the_headline(clean, label):
    row = clean(page(f"Why the border stays half open {label}", "By Ada Lind", *ARTICLE))
    assert (row["title"], row["genre"]) == ("Why the border stays half open", "analysis")


def test_bylines_without_by_are_found_beside_the_date(clean):
    row = clean(page("Norland and Sudmark reopen their border", "Ada Lind and Bo Rask\nMonday 5 June 2023 09.10 BST", *ARTICLE))
    assert row["authors"] == "Ada Lind; Bo Rask"
    assert row["title"] == "Norland and Sudmark reopen their border"


def test_those_who_assisted_are_not_authors(clean):
    row = clean(page("Norland and Sudmark reopen their border", "By Ada Lind", *ARTICLE[:3], FOURTH + "— With assistance by Bo Rask"))
    assert row["authors"] == "Ada Lind"
    assert row["body"].endswith(FOURTH)


@pytest.mark.parametrize(
    "line",
    [
        "Accessibility links",
        "Breaking News",
        "Skip to main content",
        "Home > World > Borders",
        "Share this story: Facebook | Twitter | WhatsApp",
        "Facebook Twitter LinkedIn Print",
        "We use cookies to improve your visit.",
        "Sign up for our morning newsletter.",
        "ADVERTISEMENT",
        '{"type":"Box Ad","position":{"mobile":[[300,250]]}}',
        "Read more: What the border costs",
        "A lorry waits at the border (file photo)",
        "© 2023 Lakeside Herald. All rights reserved.",
        "5 min read",
        "Tags: Norland, Sudmark, border",
        "More stories by Ada Lind",
        "@adalind",
        "Have a confidential tip? Get in touch with our reporters.",
        "Before it's here, it's on the Lakeside Terminal.",
        "LEARN MORE",
        "Read full news in source page",
    ],
)
@pytest.mark.parametrize("place", [0, 2, 4])
def test_furniture_is_taken_away_wherever_it_stands(clean, line, place):
    lines = [*ARTICLE[:place], line, *ARTICLE[place:]]
    assert clean(page(*lines))["body"] == body(*ARTICLE)


TEASERS = [
    "07:45", "Fishing quotas", "The herring catch will be cut by a third next year, the two lake states announced on Tuesday.",
    "06:30", "Bridge opens", "A new bridge across the sound was opened to trains on Tuesday after nine years of construction work.",
    "05:10", "Storm warning", "Ferries were cancelled on Tuesday as a storm approached the southern islands, the weather service said.",
]  # fmt: skip


@pytest.mark.parametrize("heading", [["Read next"], ["You may also like"], ["More on this story"], ["Recommended for you"], []])
def test_nothing_of_the_teasers_below_an_article_stays(clean, heading):
    row = clean("\n".join([*ARTICLE, *heading, *TEASERS, "What is your opinion on this topic?", "Leave the first comment"]))
    assert row["body"] == body(*ARTICLE)


def test_an_article_that_goes_on_below_a_box_of_links_is_kept_whole(clean):
    more = [sentence.replace("the", "their") for sentence in ARTICLE]
    row = clean(page(*ARTICLE, "Related", "Why the border was closed", "A map of the crossings", *more))
    assert row["body"] == body(*ARTICLE, *more)


def test_clock_times_inside_a_live_report_are_not_teasers(clean):
    row = clean(page("Border talks as they happened", "9:45 p.m.", LEAD, "10:10 p.m.", SECOND, THIRD))
    assert LEAD in row["body"]
    assert SECOND in row["body"]


def test_the_credit_line_ends_the_article_and_names_the_agencies(clean):
    tail = [
        "With reporting by Reuters and AFP",
        "• 16x9 Image",
        "The Norland Service",
        "The Norland Service has won many prizes.",
        "XS",
        "SM",
    ]
    row = clean(page(*ARTICLE, *tail))
    assert row["body"] == body(*ARTICLE)
    assert row["credited_agencies"] == "Reuters; AFP"


def test_an_agency_in_the_dateline_is_credited(clean):
    row = clean(page("Norland and Sudmark reopen their border", "EASTMOUTH (Reuters) - " + LEAD, *ARTICLE[1:]))
    assert row["credited_agencies"] == "Reuters"
    assert row["dateline_place"] == "Eastmouth"


def test_a_caption_given_twice_is_gone_and_a_paragraph_given_twice_stays_once(clean):
    caption = "The ministers at the quay in Eastmouth"
    row = clean(page("Norland and Sudmark reopen their border", caption, caption, *ARTICLE, SECOND))
    assert row["body"] == body("Norland and Sudmark reopen their border", *ARTICLE)


@pytest.mark.parametrize(
    "bio",
    [
        "Ada Lind is a senior fellow at the Institute for Border Studies.",
        "Ada Lind covers the lake states for the Herald.",
        "The views expressed in this article are the author’s own.",
    ],
)
def test_who_wrote_it_is_not_part_of_what_was_written(clean, bio):
    assert clean(page("Norland and Sudmark reopen their border", "By Ada Lind", *ARTICLE, bio))["body"].endswith(FOURTH)


def test_a_person_described_in_the_last_paragraph_is_not_a_biography(clean):
    last = "Carl Holm, who signed for Sudmark, is the minister of transport and a former governor of Eastmouth."
    assert clean(page(*ARTICLE, last))["body"].endswith(last)


def test_subheadings_inside_an_article_stay(clean):
    row = clean(page("Norland and Sudmark reopen their border", *ARTICLE[:2], "A night of talks", *ARTICLE[2:]))
    assert "\n\nA night of talks\n\n" in row["body"]


def test_a_talk_is_a_transcript_and_keeps_its_turns(clean):
    turns = [
        "DR LIND: Good evening.",
        "MS RASK: Good evening.",
        "DR LIND: Will it be ratified?",
        "MS RASK: I believe so.",
        "QUESTION: When?",
    ]
    row = clean(page("Panel: The half-open border", *turns))
    assert row["genre"] == "transcript"
    assert row["body"] == body("Panel: The half-open border", *turns)


def test_questions_of_an_interview_are_not_prompts_for_comments(clean):
    turns = [
        "What do you make of the agreement?",
        THIRD,
        "How do you see the months ahead?",
        FOURTH,
        "What is your view on the border?",
        SECOND,
    ]
    assert clean(page("An interview with the Norland minister", LEAD, *turns))["body"].endswith(body(*turns))


def test_repairs_are_listed_in_order_with_their_counts(clean):
    row = clean(page("A âThawâ on the border", LEAD + SECOND, THIRD, FOURTH))
    assert row["repairs"] == "glued_paragraphs:1; mojibake:2"
    assert clean(page(*ARTICLE))["repairs"] is None


def test_the_share_of_what_was_not_the_article_lies_between_none_and_all(clean):
    assert clean(page(*ARTICLE))["boilerplate_share"] == 0
    assert 0.3 < clean("\n".join([*ARTICLE, "Read next", *TEASERS]))["boilerplate_share"] < 0.7


def test_a_document_in_another_language_is_kept_and_named(clean):
    row = clean("Die beiden Außenminister einigten sich am Montag darauf, die Grenze für Lastwagen wieder zu öffnen, sagte ein Sprecher.")
    assert row["language"] == "de"
    assert clean("They met in Oslo.")["language"] is None


def test_a_json_record_brings_its_own_metadata(clean):
    fields = {
        "title": "Norland and Sudmark reopen their border",
        "text": "\n\n".join(ARTICLE),
        "publisher": "Lakeside Herald",
        "authors": ["By Ada Lind"],
        "url": "https://lakeside.example/2023/06/05/border",
        "published": "2023-06-05T21:00:00+02:00",
    }
    row = clean(json.dumps(fields), "json")
    assert row["body"] == body("Norland and Sudmark reopen their border", *ARTICLE)
    assert (row["publisher"], row["authors"], row["url"]) == ("Lakeside Herald", "Ada Lind", "https://lakeside.example/2023/06/05/border")


@pytest.mark.parametrize(
    ("content", "media_type", "expectation"),
    [
        (bytes(range(128, 256)) * 8, "text", "readable"),
        ("Share\n\nFacebook\n\nAccessibility links", "text", "has_article"),
        ("<html><body><nav><a href='/'>Home</a></nav></body></html>", "html", "has_article"),
        ('{"title": "No text"}', "json", "readable"),
    ],
)
def test_a_document_without_an_article_is_refused_with_its_reason_and_the_rest_goes_on(codebook, content, media_type, expectation):
    good = raw(page(*ARTICLE))
    kept, refused = documents(pl.concat([raw(content, media_type=media_type), good]), codebook)
    assert kept["document_id"].to_list() == good["document_id"].to_list()
    (row,) = REJECTED.conform(refused).to_dicts()
    assert (row["table_name"], row["expectation"]) == ("documents", expectation)
    assert row["reason"]


def test_a_document_that_breaks_a_rule_is_refused_with_the_error_s_words_and_the_rest_goes_on(codebook, monkeypatch):
    whole = rooms.clean

    def breaking(content, *more):
        return whole(content, *more) if content.startswith(b"Norland") else {}["no such rule"]

    monkeypatch.setattr(rooms, "clean", breaking)
    good = raw(page(*ARTICLE))
    kept, refused = documents(pl.concat([raw("They met."), good]), codebook, processes=1)
    assert kept["document_id"].to_list() == good["document_id"].to_list()
    (row,) = REJECTED.conform(refused).to_dicts()
    assert (row["expectation"], row["reason"]) == ("cleaned", "cleaning failed: KeyError: 'no such rule'")


def test_an_outlet_that_is_named_no_more_often_than_another_is_not_the_publisher():
    media = {"actor_id": ["lakeside-herald", "seebote"], "actor_type": ["media"] * 2, "name": ["Lakeside Herald", "Seebote"]}
    no_more = {name: pl.DataFrame(schema={name: pl.String, "actor_id": pl.String}) for name in ("alias", "domain")}
    outlets = Outlets({"actors": pl.DataFrame(media), "aliases": no_more["alias"], "outlets": no_more["domain"]})

    def named(*lines):
        return outlets.publisher(None, None, None, None, [(line, "promotion") for line in lines], "", [])

    assert named("The Seebote and the Lakeside Herald") is None
    assert named("The Seebote and the Lakeside Herald", "More from the Seebote") == "Seebote"


def test_the_rows_do_not_depend_on_the_batch_they_are_cut_into(codebook):
    several = [page(f"Border report number {number} from the lake", *ARTICLE) for number in range(4)]
    together = documents(raw(*several), codebook)[0].drop("source_uri", "file_name")
    alone = pl.concat([documents(raw(text), codebook)[0] for text in several]).drop("source_uri", "file_name")
    assert together.sort("document_id").equals(alone.sort("document_id"))


@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=300), media_type=st.sampled_from(["text", "html", "json"]))
def test_no_bytes_crash_a_batch_and_none_vanish(codebook, content, media_type):
    frame = raw(content, media_type=media_type)
    kept, refused = documents(frame, codebook)
    assert kept.height + refused.height == 1
    assert DOCUMENTS.conform(kept).height == kept.height
    assert not refused.height or "cleaning failed" not in refused["reason"][0]
