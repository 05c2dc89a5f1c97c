"""JSON-LD of a page: the node that describes its article, and the article's text where the node holds it."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from assets.clean.html.parsing import plain

Node = dict[str, Any]

# Most telling first: a page's own node comes after those of its article.
ARTICLE_TYPES = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle", "AskPublicNewsArticle",
    "ReviewNewsArticle", "LiveBlogPosting", "Article", "BlogPosting", "Report", "ScholarlyArticle", "AdvertiserContentArticle",
    "SatiricalArticle", "PressRelease", "WebPage",
)  # fmt: skip
MAX_DEPTH = 8
TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")


def article_node(root: HtmlElement) -> Node:
    """The node of the page's article; empty if there is none. Of several the one of the most telling type, then the first.

    Its author and publisher are whole where the node only points to them.
    """
    nodes = list(_linked_data(root))
    found = [node for node in nodes if _rank(node) < len(ARTICLE_TYPES) and (node.get("headline") or node.get("datePublished"))]
    article = min(found, key=_rank, default={})
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")}
    return article | {key: _followed(article[key], by_id) for key in ("author", "publisher") if key in article}


def declared_text(node: Node) -> str | None:
    """The article's text as its node gives it, of a live blog that of all its posts; null if it does not."""
    parts = [node.get("articleBody")]
    updates = node.get("liveBlogUpdate")
    for update in updates if isinstance(updates, list) else [updates]:
        if isinstance(update, dict):
            parts += [update.get("headline"), update.get("articleBody")]
    texts = [plain(part) if "<" in part else part for part in parts if isinstance(part, str) and part.strip()]
    return "\n".join(line for text in texts for line in map(str.strip, text.splitlines()) if line) or None


def types_of(node: Node) -> list[str]:
    """Type names of a node, without their vocabulary's address."""
    types = node.get("@type")
    return [name.rsplit("/", 1)[-1] for name in (types if isinstance(types, list) else [types]) if isinstance(name, str)]


def name_of(value: Any) -> str | None:
    """A text, or the name of a thing; the first where there are several."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def names_of(value: Any) -> list[str]:
    """All names of a value that may be one or several."""
    return [name for part in (value if isinstance(value, list) else [value]) if (name := name_of(part))]


def _followed(value: Any, by_id: dict[str, Node]) -> Any:
    if isinstance(value, list):
        return [_followed(part, by_id) for part in value]
    if isinstance(value, dict) and not value.get("name"):
        return by_id.get(str(value.get("@id")), value)
    return value


def _rank(node: Node) -> int:
    return min((ARTICLE_TYPES.index(name) for name in types_of(node) if name in ARTICLE_TYPES), default=len(ARTICLE_TYPES))


def _linked_data(root: HtmlElement) -> Iterator[Node]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield from _nodes(_loads(script.text or ""), 0)


def _loads(text: str) -> Any:
    """What a script holds; control characters and trailing commas are borne, for browsers' crawlers bear them."""
    text = re.sub(r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[)|(?:-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>)\s*$", "", text)
    for attempt in (text, TRAILING_COMMA.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any, depth: int) -> Iterator[Node]:
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for part in value:
            yield from _nodes(part, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(value.get(key), depth + 1)
