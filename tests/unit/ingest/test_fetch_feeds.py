"""Feeds: conditional requests, what an entry becomes, limits by host, robots.txt, and what is left for the next run."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from little_web import RULES, Page, Web, rss, serving

from assets.ingest.fetch import hosts
from assets.ingest.fetch.errors import FetchError
from assets.ingest.fetch.feeds import entries
from assets.ingest.fetch.fetching import Fetched, Rules, fetch
from assets.ingest.fetch.state import State

TEASER = "<title>Talks {0}</title><link>/{0}.html</link><description>They met.</description>"
STORY = "<p>" + "The envoys of Lakeland and Hillmark met again in the morning and parted in the evening. " * 20 + "</p>"


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        web.pages["/feed"] = Page(rss(TEASER.format("a"), TEASER.format("b")), "application/rss+xml", etag='"1"')
        web.pages["/a.html"] = Page(b"<html><body><p>The first page.</p></body></html>")
        web.pages["/b.html"] = Page(b"<html><body><p>The second page.</p></body></html>")
        yield web


def fetched(web: Web, folder: Path, *paths: str, feeds: tuple[str, ...] = (), rules: Rules = RULES, register: bool = True) -> Fetched:
    """A run: fetch, and register what came."""
    result = fetch([web.origin + path for path in paths], [web.origin + path for path in feeds], folder, rules)
    if register:
        with State(folder) as state:
            state.registered(result.files)
    return result


def sidecar(file: Path) -> dict[str, str]:
    return yaml.safe_load(file.with_name(f"{file.name}.meta.yml").read_text("utf-8"))


def test_the_pages_of_summaries_become_documents_to_the_byte(web: Web, tmp_path: Path) -> None:
    result = fetched(web, tmp_path, "/feed")
    assert result.problems == []
    contents = {sidecar(file)["url"]: file.read_bytes() for file in result.files}
    assert contents == {f"{web.origin}/{name}.html": web.pages[f"/{name}.html"].body for name in ("a", "b")}  # type: ignore[union-attr]
    assert {file.suffix for file in result.files} == {".html"}


def test_the_sidecar_tells_address_day_and_charset(web: Web, tmp_path: Path) -> None:
    day = "<pubDate>Mon, 06 May 2024 23:30:00 -0500</pubDate>"
    web.pages["/feed"] = Page(rss(TEASER.format("old") + day))
    web.pages["/old.html"] = Page(status=301, headers={"Location": "/a.html"})
    web.pages["/a.html"] = Page(b"<p>caf\xe9</p>", "text/html; charset=ISO-8859-1")
    (file,) = fetched(web, tmp_path, "/feed").files
    assert sidecar(file) == {"url": f"{web.origin}/a.html", "published": "2024-05-06T23:30:00-05:00", "charset": "iso8859-1"}
    assert file.read_bytes() == b"<p>caf\xe9</p>"


def test_a_second_run_asks_conditionally_and_fetches_no_page_again(web: Web, tmp_path: Path) -> None:
    fetched(web, tmp_path, "/feed")
    again = fetched(web, tmp_path, "/feed")
    assert (again.files, again.problems) == ([], [])
    assert [headers.get("If-None-Match") for path, headers in web.log if path == "/feed"] == [None, '"1"']
    assert (web.asked("/a.html"), web.asked("/b.html")) == (1, 1)


def test_of_a_feed_that_grew_only_the_new_entry_is_fetched(web: Web, tmp_path: Path) -> None:
    fetched(web, tmp_path, "/feed")
    web.pages["/feed"] = Page(rss(TEASER.format("a"), TEASER.format("b"), TEASER.format("c")), etag='"2"')
    web.pages["/c.html"] = Page(b"<p>The third page.</p>")
    assert [file.read_bytes() for file in fetched(web, tmp_path, "/feed").files] == [b"<p>The third page.</p>"]
    assert web.asked("/a.html") == 1


def test_an_entry_that_holds_its_article_is_the_document_and_its_page_is_not_fetched(web: Web, tmp_path: Path) -> None:
    web.pages["/feed"] = Page(rss(TEASER.format("a") + f"<content:encoded><![CDATA[{STORY}]]></content:encoded>"))
    (file,) = fetched(web, tmp_path, "/feed").files
    assert json.loads(file.read_bytes())["text"] == STORY.strip()
    assert sidecar(file) == {"url": f"{web.origin}/a.html", "title": "Talks a", "publisher": "Desk"}
    assert web.asked("/a.html") == 0
    assert fetched(web, tmp_path, "/feed").files == []


def test_a_long_text_that_is_cut_off_is_a_summary(web: Web, tmp_path: Path) -> None:
    for ending in ("… <a href='/a.html'>Read on</a>", "[&#8230;] The post Talks first appeared on Desk."):
        web.pages["/feed"] = Page(rss(TEASER.format("a") + f"<content:encoded><![CDATA[{STORY}{ending}]]></content:encoded>"))
        folder = tmp_path / str(len(ending))
        assert [file.suffix for file in fetched(web, folder, "/feed").files] == [".html"]


def test_linked_pages_can_be_left_alone(web: Web, tmp_path: Path) -> None:
    files = fetched(web, tmp_path, "/feed", rules=replace(RULES, linked_pages=False)).files
    assert sorted(json.loads(file.read_bytes())["title"] for file in files) == ["Talks a", "Talks b"]
    assert [path for path, _ in web.log] == ["/feed"]


def test_an_entry_without_a_link_is_the_document_it_holds(web: Web, tmp_path: Path) -> None:
    web.pages["/feed"] = Page(rss("<title>Note</title><description>They parted.</description>", "<title>Nothing</title>"))
    (file,) = fetched(web, tmp_path, "/feed").files
    assert json.loads(file.read_bytes()) == {"text": "They parted.", "title": "Note"}


def test_what_was_fetched_and_not_registered_is_offered_again(web: Web, tmp_path: Path) -> None:
    before = fetched(web, tmp_path, "/feed", register=False).files
    assert len(before) == 2
    assert fetched(web, tmp_path, "/feed").files == before
    assert fetched(web, tmp_path, "/feed").files == []


def test_a_page_that_fails_is_told_stops_nothing_and_is_tried_again(web: Web, tmp_path: Path) -> None:
    page, web.pages["/a.html"] = web.pages["/a.html"], Page(status=404)
    first = fetched(web, tmp_path, "/feed")
    assert len(first.files) == 1
    (problem,) = first.problems
    assert (problem.url, problem.reason) == (f"{web.origin}/a.html", "the server answers 404 Not Found")
    assert problem.feed == f"{web.origin}/feed"
    web.pages["/a.html"] = page  # the feed is unchanged, the page is back
    second = fetched(web, tmp_path, "/feed")
    assert (len(second.files), second.problems) == (1, [])
    with State(tmp_path) as state:
        assert state.failures() == []


def test_a_page_that_never_comes_is_given_up(web: Web, tmp_path: Path) -> None:
    del web.pages["/a.html"]
    for _ in range(12):
        fetched(web, tmp_path, "/feed")
    assert web.asked("/a.html") == 8
    with State(tmp_path) as state:
        assert [(failure.url, failure.attempts) for failure in state.failures()] == [(f"{web.origin}/a.html", 8)]


def test_no_more_pages_of_a_host_than_agreed_and_the_rest_in_the_next_run(web: Web, tmp_path: Path) -> None:
    rules = replace(RULES, pages_per_host=1)
    first = fetched(web, tmp_path, "/feed", rules=rules)
    assert (len(first.files), first.pages_left) == (1, 1)
    second = fetched(web, tmp_path, "/feed", rules=rules)
    assert (len(second.files), second.pages_left) == (1, 0)
    assert (web.asked("/a.html"), web.asked("/b.html")) == (1, 1)


def test_pages_a_run_has_no_time_for_are_left_and_are_no_failures(web: Web, tmp_path: Path) -> None:
    web.pages["/robots.txt"] = Page(b"User-agent: *\nCrawl-delay: 600\n", "text/plain")
    result = fetched(web, tmp_path, "/feed")
    assert (len(result.files), result.problems, result.pages_left) == (1, [], 1)


def test_robots_txt_is_asked_once_and_obeyed(web: Web, tmp_path: Path) -> None:
    web.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /a\n", "text/plain")
    result = fetched(web, tmp_path, "/feed")
    assert [problem.reason for problem in result.problems] == [f"{web.origin[7:]} does not want it read by programs (robots.txt)"]
    assert (web.asked("/a.html"), web.asked("/b.html"), web.asked("/robots.txt")) == (0, 1, 1)


def test_a_page_that_redirects_to_a_forbidden_one_is_not_read(web: Web, tmp_path: Path) -> None:
    web.pages["/robots.txt"] = Page(b"User-agent: demarche\nDisallow: /private\n", "text/plain")
    web.pages["/a.html"] = Page(status=302, headers={"Location": "/private/a"})
    assert len(fetched(web, tmp_path, "/feed").problems) == 1
    assert web.asked("/private/a") == 0


def test_a_site_that_cannot_say_what_may_be_read_is_not_read(web: Web, tmp_path: Path) -> None:
    web.pages["/robots.txt"] = Page(status=503)
    result = fetched(web, tmp_path, "/feed")
    assert {problem.reason.partition(" cannot say what")[1] for problem in result.problems} == {" cannot say what"}
    assert web.asked("/a.html") == 0


def test_what_is_linked_but_no_page_is_told(web: Web, tmp_path: Path) -> None:
    web.pages["/a.html"] = Page(b"ID3 sound", "audio/mpeg")
    web.pages["/b.html"] = Page(b"x" * 5000)
    result = fetched(web, tmp_path, "/feed", rules=replace(RULES, max_page_bytes=4000))
    assert [problem.reason for problem in result.problems] == [
        "not a page but audio/mpeg",
        "too large: 5,000 bytes announced, the limit is 4,000",
    ]


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:alert(1)", "http://[", "/\u202e", "mailto:a@b.example"]
)
def test_a_link_that_is_no_web_address_leads_nowhere(web: Web, tmp_path: Path, link: str) -> None:
    web.pages["/feed"] = Page(rss(f"<title>Odd</title><link>{link}</link><description>They met.</description>"))
    (file,) = fetched(web, tmp_path, "/feed").files
    assert file.suffix == ".json"  # its summary is all there is
    assert [path for path, _ in web.log] == ["/feed"]


def test_a_link_into_the_own_network_is_refused(web: Web, tmp_path: Path) -> None:
    """The feed is public here, what it links is not."""
    web.pages["/feed"] = Page(rss("<title>Router</title><link>http://192.168.0.1/admin</link><description>x</description>"))
    judged = hosts.why_private
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hosts, "why_private", lambda address: None if address == "127.0.0.1" else judged(address))
        result = fetched(web, tmp_path, "/feed", rules=replace(RULES, allow_private=False))
    (problem,) = result.problems
    assert "192.168.0.1, which is not a public address (private)" in problem.reason


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "talks talks talks talks"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><rss version="2.0"><channel><item><title>&c;</title></item></channel></rss>'
)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (BOMB, "declares XML entities"),
        (BOMB.decode().encode("utf-16"), "declares XML entities"),
        (
            b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>',
            "entities",
        ),
        (b"<rss version='2.0'><channel><title>Empty</title></channel></rss>", "without entries"),
        (b"<rss", "no RSS or Atom feed|cut off"),
        (b"<html><body>moved</body></html>", "no RSS or Atom feed is there"),
        (b"", "no RSS or Atom feed is there"),
    ],
)
def test_a_feed_that_is_none_or_does_harm_is_told_and_the_others_go_on(web: Web, tmp_path: Path, content: bytes, why: str) -> None:
    web.pages["/bad"] = Page(content, "application/rss+xml", etag='"1"')
    for _ in range(2):  # the next run is not told that nothing changed
        result = fetched(web, tmp_path, feeds=("/bad", "/feed"))
        assert [(problem.url, problem.feed) for problem in result.problems] == [(f"{web.origin}/bad", None)]
        assert re.search(why, result.problems[0].reason)
    assert (web.asked("/a.html"), web.asked("/b.html")) == (1, 1)


def test_of_a_feed_that_breaks_off_the_whole_entries_are_taken_and_the_rest_is_asked_for_again(web: Web, tmp_path: Path) -> None:
    whole = rss(TEASER.format("a"), TEASER.format("b"))
    web.pages["/feed"] = Page(whole[: whole.index(b"/b.html")], etag='"1"')
    result = fetched(web, tmp_path, "/feed")
    assert [sidecar(file)["url"] for file in result.files] == [f"{web.origin}/a.html"]
    assert [problem.reason for problem in result.problems] == ["the feed breaks off; what is whole before (1) was taken"]
    web.pages["/feed"] = Page(whole, etag='"1"')
    result = fetched(web, tmp_path, "/feed")
    assert ([sidecar(file)["url"] for file in result.files], result.problems) == ([f"{web.origin}/b.html"], [])


def test_a_server_cannot_write_to_the_terminal_through_its_words(web: Web, tmp_path: Path) -> None:
    def loud(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 404 \x1b[31mRed\r\nContent-Length: 0\r\n\r\n")

    web.pages["/a.html"] = loud
    (problem,) = fetched(web, tmp_path, "/feed").problems
    assert problem.reason == "the server answers 404 \\x1b[31mRed"


def test_a_blank_in_a_link_is_mended(web: Web, tmp_path: Path) -> None:
    web.pages["/feed"] = Page(rss(TEASER.format("border posts")))
    web.pages["/border%20posts.html"] = Page(b"<p>They met.</p>")
    assert [file.read_bytes() for file in fetched(web, tmp_path, "/feed").files] == [b"<p>They met.</p>"]


@settings(max_examples=150, deadline=None)
@given(start=st.integers(0, 400), length=st.integers(0, 60), noise=st.binary(max_size=40), prefix=st.binary(max_size=6))
def test_whatever_a_feed_is_mangled_to_gives_entries_or_one_clause(start: int, length: int, noise: bytes, prefix: bytes) -> None:
    whole = rss(TEASER.format("a"), TEASER.format("b") + "<content:encoded><![CDATA[<p>x</p>]]></content:encoded>")
    mangled = prefix + whole[:start] + noise + whole[start + length :]
    try:
        found = entries(mangled, "https://lakeherald.example/feed")
    except FetchError:
        return  # any other exception fails the test
    assert found
    assert all(entry.link is None or entry.link.startswith("http") for entry in found)


def test_prefixes_that_nobody_declared_do_no_harm(web: Web, tmp_path: Path) -> None:
    web.pages["/feed"] = Page(
        b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Talks</title><dc:date>2024-05-06</dc:date>"
        b"<content type='xhtml'><div>They <o:p>met</o:p>.</div></content></entry></feed>"
    )
    (file,) = fetched(web, tmp_path, "/feed").files
    assert json.loads(file.read_bytes()) == {"published": "2024-05-06", "text": "<div>They <p>met</p>.</div>", "title": "Talks"}
