"""A web page gives its article and what its tags say of it."""

import json
from datetime import date

import pytest

from assets.clean import html
from assets.clean.documents import clean

PARAGRAPHS = [
    "Norland and Sudmark agreed on Monday to reopen the border crossings that have been closed since the spring, officials said.",
    "The agreement was signed in the harbour town of Eastmouth by the two foreign ministers after a night of talks.",
    "“We have found a way that both parliaments can live with,” the Norland minister told reporters before she left.",
    "Lorries will be let through first, and passengers are to follow once the agreement has been ratified by both sides.",
]
HEAD = """
<title>Norland and Sudmark reopen their border | Lakeside Herald</title>
<meta property="og:site_name" content="Lakeside Herald"><meta property="og:title" content="Norland and Sudmark reopen their border">
<meta name="author" content="By Ada Lind and Bo Rask"><meta property="article:published_time" content="2023-06-05T21:00:00+02:00">
<link rel="canonical" href="https://lakeside.example/world/border">
"""


def page(head: str = HEAD, before: str = "", after: str = "") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f'<!doctype html><html lang="en-GB"><head>{head}</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>'
        f"<article><h1>Norland and Sudmark reopen their border</h1>{before}{text}{after}</article>"
        "<footer>© Lakeside Herald</footer></body></html>"
    )


def test_the_article_is_taken_and_the_page_around_it_left(rules):
    after = '<div class="related"><h2>Related</h2><a href="/x">Herring catch to be cut by a third</a></div>'
    row = clean(page(before='<div class="share">Facebook Twitter</div>', after=after).encode(), "html", rules)
    assert row["body"] == "\n\n".join(["Norland and Sudmark reopen their border", *PARAGRAPHS])
    assert 0 < row["boilerplate_share"] < 0.5


def test_an_advertisement_that_names_itself_one_is_not_read(rules):
    row = clean(page(before='<div class="ad"><p>Insure your lorry with one click at Waywise.</p></div>').encode(), "html", rules)
    assert "Waywise" not in row["body"]


def test_an_article_in_an_element_with_a_misleading_name_is_kept(rules):
    text = page().replace("<article>", '<div class="promo">').replace("</article>", "</div>")
    longer = text.replace(PARAGRAPHS[3], PARAGRAPHS[3] + " It will take the summer." * 60)
    assert PARAGRAPHS[0] in clean(longer.encode(), "html", rules)["body"]


def test_meta_tags_say_who_wrote_it_where_and_when(rules):
    row = clean(page().encode(), "html", rules)
    assert (row["authors"], row["publisher"], row["url"]) == (
        "Ada Lind; Bo Rask",
        "Lakeside Herald",
        "https://lakeside.example/world/border",
    )
    assert (row["published_on"], row["date_basis"], row["date_precision"]) == (date(2023, 6, 5), "metadata", "minute")


def test_linked_data_are_read_too():
    head = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle",
      "headline": "Norland and Sudmark reopen their border", "datePublished": "2023-06-05", "author": [{"name": "Ada Lind"}],
      "publisher": {"name": "Lakeside Herald"}}]}</script><script type="application/ld+json">{broken</script>"""
    read = html.read(page(head))
    assert (read.title, read.published, read.authors, read.publisher) == (
        "Norland and Sudmark reopen their border", "2023-06-05", ("Ada Lind",), "Lakeside Herald",
    )  # fmt: skip


def test_the_declared_charset_is_used(rules):
    text = page(HEAD + '<meta charset="windows-1252">').replace("Eastmouth", "Østmünde")
    assert "harbour town of Østmünde" in clean(text.encode("cp1252"), "html", rules)["body"]


@pytest.mark.parametrize("text", ["", "<html>", "<!-- only a comment -->", "<?xml version='1.0' encoding='utf-8'?><html/>"])
def test_a_broken_page_has_no_text_and_does_not_crash(text):
    assert html.read(text).text.strip() == ""


def test_html_inside_a_json_record_becomes_text(rules):
    record = json.dumps({"title": "Border", "text": "".join(f"<p>{text}</p>" for text in PARAGRAPHS)})
    assert clean(record.encode(), "json", rules)["body"] == "\n\n".join(["Border", *PARAGRAPHS])
