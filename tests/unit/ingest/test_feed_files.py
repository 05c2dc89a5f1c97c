"""RSS and Atom files: an entry is a document."""

import json

import formats
import pytest

from assets.ingest.readers import read_items

FULL = (
    "<title>Talks on fish</title><link>https://lakeherald.example/1</link><pubDate>Tue, 04 May 2021 23:30:00 -0500</pubDate>"
    "<dc:creator>Ada Lind</dc:creator><description>Short.</description>"
    "<content:encoded><![CDATA[<p>They met & parted.</p>]]></content:encoded>"
)


def entries(folder, feed):
    (folder / "feed.xml").write_bytes(feed)
    return list(read_items([folder / "feed.xml"]))


def text(document):
    return json.loads(document.content)["text"]


def test_an_entry_brings_its_full_content_and_what_the_feed_says_of_it(tmp_path):
    (document,) = entries(tmp_path, formats.rss(FULL))
    assert text(document) == "<p>They met & parted.</p>"
    assert document.given == {
        "title": "Talks on fish", "url": "https://lakeherald.example/1", "authors": "Ada Lind", "publisher": "Lake Herald",
        "language": "en", "published": "2021-05-04T23:30:00-05:00",
    }  # fmt: skip


def test_the_day_is_the_outlets_own_and_not_that_of_greenwich(tmp_path):
    (document,) = entries(tmp_path, formats.rss(FULL))
    assert document.given["published"].startswith("2021-05-04")


def test_without_full_content_the_summary_is_the_text_and_without_both_the_entry_is_refused(tmp_path):
    summary, title_only = entries(tmp_path, formats.rss("<description>They met.</description>", "<title>Only a title</title>"))
    assert text(summary) == "They met."
    assert "neither content nor summary" in (title_only.problem or "")


def test_atom_is_read_with_its_markup_and_the_day_of_publication_goes_before_that_of_a_change(tmp_path):
    entry = (
        '<title>A</title><link rel="self" href="https://s.example/x"/><link href="https://s.example/a"/><updated>2021-05-06T10:00:00Z</updated>'
        "<published>2021-05-04T10:00:00+02:00</published><author><name>Uwe Rask</name></author>"
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They met.</p></div></content>'
    )
    (document,) = entries(tmp_path, formats.atom(entry))
    assert "<p>They met.</p>" in text(document)
    assert document.given["published"] == "2021-05-04T10:00:00+02:00"
    assert (document.given["url"], document.given["authors"]) == ("https://s.example/a", "Uwe Rask")
    assert (document.given["publisher"], document.given["language"]) == ("Seebote", "de")


def test_the_same_entry_is_the_same_document_wherever_the_feed_moves_it(tmp_path):
    (before,) = entries(tmp_path, formats.rss(FULL))
    _, after = entries(tmp_path, formats.rss("<description>News.</description>", FULL, head="<title>Lake Herald: World</title>"))
    assert after.document_id == before.document_id


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"caf\xe9 talks", "café talks"),
        (b"\x93talks\x94", "“talks”"),
        (b"fish & chips", "fish & chips"),
        (b"A&nbsp;B &amp; C &nosuch; &#233;", "A\xa0B & C &nosuch; é"),
        (b"\x01 & &lt;p&gt;They met.&lt;/p&gt; \xe2\x82\xac", "& <p>They met.</p> €"),
        (b"2 &lt; 3 <p>They met.</p><p>They parted.</p>", "2 &lt; 3 <p>They met.</p><p>They parted.</p>"),
        (b"&lt;b&gt;They&lt;/b&gt;", "<b>They</b>"),
    ],
)
def test_what_feeds_get_wrong_loses_no_character(tmp_path, body, expected):
    feed = formats.rss("<description>BODY</description>", prolog='<?xml version="1.0" encoding="utf-8"?>').replace(b"BODY", body)
    (document,) = entries(tmp_path, feed)
    assert text(document) == expected


def test_a_tag_that_nobody_closes_costs_no_entry(tmp_path):
    found = entries(tmp_path, formats.rss("<description><b>They met.</description>", "<description>They parted.</description>"))
    assert sorted(text(document) for document in found) == ["<b>They met.</b>", "They parted."]


def test_a_feed_that_breaks_off_gives_its_whole_entries_and_says_so(tmp_path):
    feed = formats.rss("<description>They met.</description>", "<description>They parted at noon.</description>")
    whole, broken = entries(tmp_path, feed[: feed.index(b" at noon")])
    assert text(whole) == "They met."
    assert "breaks off" in (broken.problem or "")
