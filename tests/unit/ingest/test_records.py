"""Which keys of a JSON record hold the article."""

import json

import pytest

from assets.ingest.records import parse


def record(**fields):
    return parse(json.dumps(fields).encode())


def test_the_usual_keys_of_feeds_are_understood_and_others_ignored():
    read = record(
        headline="Talks resume", content="They met.", link="https://a.example/x", source={"name": "Lake Herald"}, published_at="2021-05-04",
        byline="By Ada Lind", language="en", sentiment=0.4,
    )  # fmt: skip
    assert (read.title, read.text, read.url, read.publisher) == ("Talks resume", "They met.", "https://a.example/x", "Lake Herald")
    assert (read.published, read.authors, read.language) == ("2021-05-04", ("By Ada Lind",), "en")


def test_authors_may_be_a_list_of_names_or_of_objects():
    assert record(text="They met.", authors=["Ada Lind", {"name": "Bo Rask"}]).authors == ("Ada Lind", "Bo Rask")


def test_paragraphs_given_as_a_list_are_joined():
    assert record(text=["They met.", "They parted."]).text == "They met.\n\nThey parted."


def test_a_byte_order_mark_does_not_hurt():
    assert parse('{"text": "They met."}'.encode("utf-8-sig")).text == "They met."


@pytest.mark.parametrize("content", [b"", b"nope", b"[]", b'"text"', b'{"text": null}', b'{"text": "caf\xe9"}', b"[" * 100_000])
def test_what_is_no_article_says_so_and_does_not_crash(content):
    with pytest.raises(ValueError, match="JSON"):
        parse(content)
