"""What a page says of itself, out of meta tags, linked data and bylines."""

import json

import pytest

from assets.clean import html


def page(head: str = "", body: str = "", **linked: object) -> html.Page:
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked else ""
    return html.read(f"<html><head>{head}{script}</head><body>{body}</body></html>")


def og(**named: str) -> str:
    return "".join(f'<meta property="og:{name}" content="{value}">' for name, value in named.items())


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Border reopens | Lakeside Herald", "Border reopens"),
        ("Border reopens - Lakeside Herald", "Border reopens"),
        ("Border reopens – World – Lakeside Herald", "Border reopens – World"),
        ("Lakeside Herald: Border reopens", "Lakeside Herald: Border reopens"),
        ("Lakeside Herald | Border reopens", "Border reopens"),
        ("Norland - Sudmark: a history of the border", "Norland - Sudmark: a history of the border"),
        ("Opinion | Who owns the border?", "Opinion | Who owns the border?"),
        ("Half-open borders | Why the lake states cannot agree on a timetable for the crossings", None),
    ],
)
def test_the_title_is_freed_of_the_name_of_the_site_and_of_nothing_else(title, headline):
    said = page(f"<title>{title}</title>" + og(site_name="Lakeside Herald", url="https://lakeside-herald.example/world/border"))
    assert said.title == (headline or title)


def test_the_headline_on_the_page_goes_before_what_search_engines_are_told():
    head = "<title>Border open: what to know | Herald</title>" + og(title="Norland reopens its border with Sudmark")
    assert page(head, "<h1>Norland reopens its border<br>with Sudmark</h1>").title == "Norland reopens its border with Sudmark"


def test_linked_data_are_followed_to_the_author_and_the_publisher_they_point_to():
    graph = [
        {"@type": "Organization", "@id": "#house", "name": "Lakeside Herald"},
        {"@type": "Person", "@id": "#lind", "name": "Ada Lind"},
        {"@type": "Article", "headline": "Border", "author": {"@id": "#lind"}, "publisher": {"@id": "#house"}},
    ]
    said = page(**{"@graph": graph})
    assert (said.authors, said.publisher) == (("Ada Lind",), "Lakeside Herald")


def test_the_article_is_described_by_its_own_node_and_not_by_that_of_the_page():
    graph = [
        {"@type": "WebPage", "headline": "Herald", "datePublished": "2001-01-01"},
        {"@type": ["OpinionNewsArticle"], "headline": "Border", "datePublished": "2023-06-05", "articleSection": ["Comment", "World"]},
    ]
    said = page(**{"@graph": graph})
    assert (said.published, said.genre_hints) == ("2023-06-05", ("OpinionNewsArticle", "Comment", "World"))


@pytest.mark.parametrize(
    "script", ["{broken", "[" * 20_000, '{"@type": "NewsArticle", "headline": 7, "author": 3, "publisher": [null]}', "null", ""]
)
def test_broken_linked_data_say_nothing(script):
    said = html.read(f'<html><head><script type="application/ld+json">{script}</script></head><body><p>Text.</p></body></html>')
    assert (said.title, said.authors, said.publisher) == (None, (), None)


def test_linked_data_with_line_ends_and_a_comma_too_many_are_read():
    script = '{"@type": "NewsArticle", "headline": "Border\n reopens", "author": {"name": "Ada Lind",},}'
    said = html.read(f'<html><head><script type="application/ld+json">{script}</script></head><body></body></html>')
    assert (said.title, said.authors) == ("Border reopens", ("Ada Lind",))


def test_a_wire_story_is_published_by_the_site_that_carries_it():
    head = og(site_name="Lakeside Herald", url="https://www.lakesideherald.example/wire/1")
    linked = {"@type": "NewsArticle", "headline": "Border", "publisher": {"name": "Northern Press Agency"}}
    assert page(head, **linked).publisher == "Lakeside Herald"


def test_the_byline_on_the_page_names_the_author_where_metadata_do_not():
    assert page(body='<h1>Border</h1><div class="byline">By <a rel="author">Ada Lind</a></div>').authors == ("Ada Lind",)


@pytest.mark.parametrize(
    ("links", "url"),
    [
        ('<link rel="canonical" href="https://herald.example/a/1">', "https://herald.example/a/1"),
        ('<link rel="canonical" href="/a/1">' + og(url="https://herald.example/a/1"), "https://herald.example/a/1"),
        ('<link rel="canonical" href="https://herald.example/">' + og(url="https://herald.example/a/1"), "https://herald.example/a/1"),
        ('<link rel="canonical" href="http://[broken">', None),
        ("", None),
    ],
)
def test_the_canonical_address_is_whole_and_the_articles(links, url):
    assert page(links).url == url


def test_dates_are_handed_on_as_written():
    said = page('<meta name="pubdate" content="5 June 2023"><meta property="article:modified_time" content="2023-06-06T08:00Z">')
    assert (said.published, said.modified) == ("5 June 2023", "2023-06-06T08:00Z")
