"""A web page becomes lines of text and what its metadata say. Which lines are not the article is judged by `boilerplate`.

Text by trafilatura (fast mode: F1 96.2 on 60 pages, libraries.md, 1); metadata by our own reading of meta tags and JSON-LD,
because trafilatura's date search knows today's date and the clock must not decide.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from lxml.html import HtmlElement, HTMLParser, document_fromstring  # type: ignore[import-untyped]

ARTICLE_TYPES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BlogPosting",
    "Report",
    "WebPage",
)
META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline", "parsely-title", "sailthru.title"),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "dcterms.creator"),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "article:publisher", "twitter:site", "cre", "copyright"),
    "published": (
        "article:published_time", "article:published", "og:published_time", "datepublished", "date.published", "pubdate", "publishdate",
        "publish-date", "publish_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date",
        "date", "cxenseparse:recs:publishtime", "article.published", "displaydate", "ptime", "pdate", "last-modified-date",
    ),
    "url": ("og:url", "twitter:url"),
    "language": ("og:locale", "content-language", "dc.language", "language"),
}  # fmt: skip
# Parts of a page whose class, id or label says that they are not the article. Whole words only: 'ad', not 'header'.
FURNITURE = frozenset((
    "ad", "ads", "advert", "advertisement", "advertising", "sponsored", "sponsor", "outbrain", "taboola", "newsletter",
    "newsletter-signup", "signup", "subscribe", "share", "sharing", "social", "share-bar", "social-share", "sharedaddy",
    "addtoany", "cookie", "cookies", "consent", "gdpr", "related", "related-articles", "related-stories", "related-posts",
    "related-content", "recirc", "recommended", "read-next", "read-more", "readmore", "most-read", "most-popular", "trending",
    "comments", "comment-list", "breadcrumb", "breadcrumbs", "author-bio", "about-author", "tags", "tag-list", "promo",
))  # fmt: skip
MOST_FURNITURE = 1500  # characters
KEPT = ("html", "body", "main", "article", "head", "meta", "link", "script")
HEAD_NODE = "contains(@class,'byline') or contains(@class,'author') or @rel='author' or @itemprop='author' or self::time"
MAX_HEAD_LINE = 160  # characters
SCRIPTS = ("script", "style", "noscript", "template", "svg", "iframe")


@dataclass(frozen=True)
class Page:
    """What a page holds: text with a paragraph a line, the visible text's size, metadata as written (null if unsaid)."""

    text: str
    visible_characters: int
    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    published: str | None
    url: str | None
    language: str | None
    head_lines: tuple[str, ...]  # what stands in the page's own byline and date elements


def read(html: str) -> Page:
    """Read a page. An unparsable one has no text; what then becomes of it is the caller's business."""
    tree = _tree(html)
    if tree is None:
        return Page("", 0, None, (), None, None, None, None, ())
    linked = list(_linked_data(tree))
    article = next((node for node in linked if _is_article(node)), {})
    meta = _meta(tree)
    heading = _text(tree.find(".//h1"))
    title = _best_title(meta["title"] or _string(article.get("headline")), heading, _text(tree.find(".//title")))
    head_nodes = tree.xpath(f"//*[{HEAD_NODE}]")[:12]
    head_lines = tuple(line for node in head_nodes if (line := _text(node)) and len(line) < MAX_HEAD_LINE)
    page = Page(
        text="",
        visible_characters=len("".join("".join(_visible(tree)).split())),
        title=title,
        authors=tuple(_authors(article.get("author"))) or ((meta["author"],) if meta["author"] else ()),
        publisher=_string(article.get("publisher")) or meta["publisher"],
        published=_string(article.get("datePublished")) or meta["published"] or _time(tree),
        url=_string(_attribute(tree, "//link[@rel='canonical']/@href")) or meta["url"] or _string(article.get("url")),
        language=_string(tree.get("lang")) or meta["language"] or _string(article.get("inLanguage")),
        head_lines=head_lines,
    )
    return replace(page, text=_article_text(tree))  # last: it takes the tree apart


def plain(fragment: str) -> str:
    """A fragment of HTML as text, a paragraph a line."""
    tree = _tree(re.sub(r"(?i)</?(?:p|br|div|li|h[1-6]|blockquote|tr)\b[^>]*>", "\n\n", fragment))
    return "" if tree is None else str(tree.text_content())


def _tree(html: str) -> HtmlElement | None:
    # an XML declaration that names an encoding makes lxml refuse text that is decoded already
    html = re.sub(r"^\s*<\?xml[^>]*\?>", "", html)
    try:
        return document_fromstring(html, parser=HTMLParser(recover=True, remove_comments=True, remove_pis=True))
    except (etree.LxmlError, ValueError):
        return None


def _article_text(tree: HtmlElement) -> str:
    from trafilatura import extract  # 0.6 s to import: only where there is a page

    _prune(tree)
    text = extract(tree, fast=True, include_comments=False, include_tables=True, include_images=False, output_format="txt") or ""
    return "\n\n".join(text.split("\n"))


def _prune(tree: HtmlElement) -> None:
    """Take out what names itself furniture; never an element that holds much text, which may be the article itself."""
    named = [node for node in tree.iter() if isinstance(node.tag, str) and node.tag not in KEPT and _names_of(node) & FURNITURE]
    for node in named:
        if node.getparent() is not None and len(" ".join(node.text_content().split())) < MOST_FURNITURE:
            node.drop_tree()


def _names_of(node: HtmlElement) -> set[str]:
    return {name for attribute in ("class", "id", "aria-label") if (value := node.get(attribute)) for name in value.lower().split()}


def _meta(tree: HtmlElement) -> dict[str, str | None]:
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = (node.get("property") or node.get("name") or node.get("itemprop") or node.get("http-equiv") or "").lower()
        content = " ".join((node.get("content") or "").split())
        if name and content:
            found.setdefault(name, content)
    return {field: next((found[name] for name in names if name in found), None) for field, names in META.items()}


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                yield from _nodes(json.loads(script.text or ""))
            except (ValueError, RecursionError):
                continue


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for part in value:
            yield from _nodes(part)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph", []))


def _is_article(node: dict[str, Any]) -> bool:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(name in ARTICLE_TYPES for name in names) and bool(node.get("headline") or node.get("datePublished"))


def _string(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _authors(value: Any) -> Iterator[str]:
    for part in value if isinstance(value, list) else [value]:
        if name := _string(part):
            yield name


def _time(tree: HtmlElement) -> str | None:
    """Time elements that say they are the date of publication, else the first of the page's article."""
    for path in (
        "//time[@pubdate]/@datetime",
        "//*[@itemprop='datePublished']/@datetime",
        "//*[@itemprop='datePublished']/@content",
        "//article//time/@datetime",
        "//header//time/@datetime",
    ):
        if value := _attribute(tree, path):
            return value
    return None


def _attribute(tree: HtmlElement, path: str) -> str | None:
    values = tree.xpath(path)
    return str(values[0]).strip() or None if values else None


def _best_title(named: str | None, heading: str | None, page: str | None) -> str | None:
    """The h1 if the page's title repeats it; what metadata name otherwise, freed of the site's name."""
    if heading and any(other and _bare(heading) and _bare(heading) in _bare(other) for other in (named, page)):
        return heading
    if named and page and _bare(named) in _bare(page):
        return named
    title = named or heading or page
    return re.sub(r"\s+[|»·]\s+[^|»·]{2,40}$", "", title) if title else None


def _bare(value: str) -> str:
    return re.sub(r"\W+", "", value).casefold()


def _text(node: HtmlElement | None) -> str | None:
    return (" ".join(node.text_content().split()) or None) if node is not None else None


def _visible(tree: HtmlElement) -> Iterator[str]:
    for node in tree.iter():
        if isinstance(node.tag, str) and node.tag not in SCRIPTS and node.tag not in ("title", "head"):
            yield node.text or ""
        yield node.tail or ""
