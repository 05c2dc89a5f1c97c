"""Pages of our own, each with a trait of its kind: what they mark with `data-article` is the article, and nothing else is."""

import re
from pathlib import Path

import pytest
from lxml.html import document_fromstring

from assets.clean import html
from assets.clean.documents import clean

PAGES = Path(__file__).parents[2] / "data" / "pages"
MARKED = [path for path in sorted(PAGES.glob("*.html")) if "data-article" in path.read_text(encoding="utf-8")]


def source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def article(path: Path) -> list[str]:
    tree = document_fromstring(re.sub(r"^<\?xml[^>]*>", "", source(path)))
    return [" ".join(part.text_content().split()) for part in tree.xpath("//*[@data-article]")]


def lines(text: str, title: str | None) -> list[str]:
    """Lines without list marks, table rows and the headline."""
    plain = [re.sub(r"^[-•] ", "", line.strip()) for line in text.split("\n")]
    return [line for line in plain if line and line != title and "|" not in line]


@pytest.mark.parametrize("path", MARKED, ids=lambda path: path.stem)
def test_the_text_of_a_page_is_its_article_and_nothing_else(path):
    page = html.read(source(path))
    kept = lines(page.text, page.title)
    times = re.compile(r"\d\d\.\d\d")  # of a live blog's posts: its text as well
    assert [line for line in kept if not times.fullmatch(line)] == article(path)


@pytest.mark.parametrize("path", MARKED, ids=lambda path: path.stem)
def test_the_document_keeps_every_paragraph_of_the_page(path, rules):
    row = clean(source(path).encode(), "html", rules)
    body = row["body"]
    missing = [text for text in article(path) if text not in body and len(text.split()) >= 8]
    assert not missing
    assert row["title"] == html.read(source(path)).title


def test_the_rows_of_a_data_table_stay():
    text = html.read(source(PAGES / "captions-and-lists.html")).text
    assert re.search(r"Norland\W+12 million\W+9 million", text)


def test_a_page_that_a_script_renders_gives_the_text_of_its_linked_data():
    page = html.read(source(PAGES / "rendered-by-script.html"))
    assert page.text.startswith("Norland’s parliament has ratified")
    assert page.text.endswith("will now have to announce.")
    assert (page.authors, page.publisher, page.modified) == (("Inga Dahl",), "River Times", "2021-11-09T12:30:00+01:00")
    assert "Foreign affairs" in page.genre_hints


@pytest.mark.parametrize("margin", ["<nav><div><a href='/'>Home</a></nav>", "<aside>", "<footer><div>"])
def test_a_margin_left_open_does_not_swallow_the_article(margin):
    paragraphs = article(PAGES / "comments.html")
    text = html.read(f"<html><body>{margin}<h1>Recall</h1>{''.join(f'<p>{paragraph}</p>' for paragraph in paragraphs)}").text
    assert all(paragraph in text for paragraph in paragraphs)


def test_of_sections_that_a_page_builder_made_none_is_lost():
    paragraphs = [*article(PAGES / "paywall.html"), *article(PAGES / "two-articles.html"), *article(PAGES / "comments.html")]
    boxes = "".join(f'<div class="vc_row"><div class="wpb_text_column"><h2>Part</h2><p>{text}</p></div></div>' for text in paragraphs)
    text = html.read(f"<html><body><h1>Report</h1>{boxes}</body></html>").text
    assert all(paragraph in text for paragraph in paragraphs)


def test_names_that_most_of_a_page_bears_mean_nothing():
    paragraphs = article(PAGES / "paywall.html")
    boxes = "".join(f'<div class="promo-box social"><p>{text}</p></div>' for text in paragraphs)
    text = html.read(f"<html><body><article><h1>Envoy</h1>{boxes}</article></body></html>").text
    assert all(paragraph in text for paragraph in paragraphs)
