"""Pages made to break a reader: each is read in bounded time, and what text they hold is found."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.clean import html

SENTENCE = "Norland and Sudmark agreed on Monday to reopen the border crossings that had been closed since the spring, officials said."
TEXT = f"<p>{SENTENCE}</p><p>The agreement was signed in the harbour town by the two foreign ministers after a night of talks.</p>"
SECONDS = 20.0  # on a laptop under load; unbounded ones took minutes

HOSTILE = {
    "nested-containers": "<html><body>" + "<div>" * 100_000 + TEXT,
    "nested-inline": "<html><body>" + "<b>" * 100_000 + TEXT,
    "nested-tables": "<html><body>" + "<table><tr><td><p>" * 30_000 + TEXT,
    "nul": "<html><body>\x00<p>\x00" + TEXT,
    "no-body": TEXT,
    "frameset": "<html><frameset cols='1,2'><frame src='a'><noframes>" + TEXT + "</noframes></frameset></html>",
    "xhtml": '<?xml version="1.0" encoding="iso-8859-1"?><html xmlns="http://www.w3.org/1999/xhtml"><body>' + TEXT + "</body></html>",
    "attributes": "<html><body><div " + " ".join(f"a{number}='1'" for number in range(50_000)) + ">" + TEXT,
    "long-attribute": f"<html><body><div class='{'a ' * 500_000}'>" + TEXT,
    "many-elements": "<html><body>" + "<span></span>" * 100_000 + TEXT,
    "entities": "<!DOCTYPE html [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]><html><body>" + TEXT + "&c;",
    "linked-data": "<html><head><script type='application/ld+json'>" + "[" * 100_000 + "</script></head><body>" + TEXT,
    "unclosed-comment": "<html><body>" + TEXT + "<!-- " + "x" * 100_000,
    "unclosed-script": "<html><body>" + TEXT + "<script>" + "var a;" * 10_000,
    "megabytes-of-script": "<html><body>" + TEXT + "<script>" + "var a = '<p>x</p>';" * 100_000 + "</script>",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_gives_its_text_in_bounded_time(name):
    began = time.process_time()
    page = html.read(HOSTILE[name])
    assert time.process_time() - began < SECONDS
    assert SENTENCE in " ".join(page.text.split())


@pytest.mark.parametrize(
    "source", ["", " ", "<", "<html>", "<!-- -->", "\x00", "<html><head><meta http-equiv='refresh' content='0;url=/x'></head></html>"]
)
def test_a_page_without_text_has_none(source):
    assert html.read(source).text == ""


def test_megabytes_in_one_paragraph_are_read_whole():
    text = "word and so on " * 200_000
    assert len(html.read(f"<html><body><article><p>{text}</p></article></body></html>").text) >= len(text) - 1


PIECES = st.sampled_from((
    "<p>", "</p>", "<div class='related'>", "</div>", "<table>", "<td>", "</table>", "<h1>", "<a href='x'>", "</a>", "<li>", "<br>",
    "<!--", "-->", "<script>", "</script>", "<article>", "<img alt='x'>", "<body>", "</html>", "&nbsp;", "&#0;", "&#xD800;",
    "Norland agreed. ", "Ä\u202e", "<span hidden>", "<header>", "<p itemprop='articleBody'>", "<time datetime='2020'>", "<title>",
    "<base href='//['>", "]]>", "<svg><p>",
))  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_no_mixture_of_tags_crashes_the_reader(pieces):
    page = html.read("".join(pieces))
    assert isinstance(page.text, str)
    assert page.visible_characters >= 0
