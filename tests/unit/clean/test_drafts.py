"""A document's text and what is said of it, whatever the format it came in."""

import json

import pytest

from assets.clean.drafts import draft

TEXT = "Norland and Sudmark agreed on Monday to reopen the border crossings that had been closed since the spring."
HEAD = "<title>Border</title><meta name='author' content='Bo Rask'>"
PAGE = f"<html lang='en'><head>{HEAD}</head><body><h1>Border</h1><p>{TEXT}</p></body></html>"
GIVEN = {"title": "Norland reopens its border", "authors": "Ada Lind; Carl Holm", "publisher": "Lakeside Herald", "published": "2023-06-05",
         "url": "https://herald.example/1", "language": "en", "charset": None}  # fmt: skip


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (TEXT.encode(), "text"),
        (PAGE.encode(), "html"),
        (json.dumps({"text": TEXT, "title": "Border", "author": "Bo Rask"}).encode(), "json"),
    ],
)
def test_what_is_given_from_beside_goes_before_what_the_document_says(content, media_type):
    result = draft(content, media_type, GIVEN)
    assert (result.title, result.authors, result.publisher) == ("Norland reopens its border", ["Ada Lind", "Carl Holm"], "Lakeside Herald")
    assert (result.published, result.url, result.language) == ("2023-06-05", "https://herald.example/1", "en")
    assert TEXT in result.text


def test_where_nothing_is_given_the_document_speaks_for_itself():
    result = draft(PAGE.encode(), "html", dict.fromkeys(GIVEN))
    assert (result.title, result.authors, result.publisher) == ("Border", ["Bo Rask"], None)


def test_the_charset_given_decodes_what_declares_none():
    text = "Der Botschafter überreichte in Østmünde ein Schreiben, das über die Grenze führt."
    assert draft(text.encode("cp1252"), "text", {"charset": "windows-1252"}).text == text


def test_mojibake_in_a_page_is_mended_and_counted_where_it_is_text_and_nowhere_else():
    spoilt = "Norland’s minister said — twice — that the border stays open.".encode().decode("cp1252")
    source = f"<html><head><script>var x = '{spoilt}';</script></head><body><h1>Border</h1><p>{spoilt} {TEXT}</p></body></html>"
    result = draft(source.encode(), "html")
    assert "Norland’s minister said — twice — that the border stays open." in result.text
    clean = draft(source.replace(f"<p>{spoilt} ", "<p>").encode(), "html")
    assert not clean.repairs["mojibake"]


def test_html_in_a_record_is_read_and_its_references_too():
    record = {"text": f"<p>{TEXT}</p><p>Trade &amp; travel resume.</p>", "title": "Border &amp; lake"}
    result = draft(json.dumps(record).encode(), "json")
    assert "Trade & travel resume." in result.text
    assert "<p>" not in result.text
    assert result.title == "Border & lake"
