"""One JSON record as an article: which keys hold what. Finding records in files does not belong here, nor mending text."""

import json
from dataclasses import dataclass
from typing import Any

# The keys that feeds, archives and APIs use, in order of trust; anything else in a record is ignored.
TITLE = ("title", "headline")
TEXT = ("text", "body", "content", "article_body", "articleBody", "full_text")
URL = ("url", "link", "canonical_url")
PUBLISHER = ("publisher", "source", "site", "site_name", "outlet")
PUBLISHED = ("published", "date", "published_at", "publishedAt", "published_on", "pub_date", "datePublished", "date_published")
AUTHORS = ("authors", "author", "byline", "creator")
LANGUAGE = ("language", "lang")


@dataclass(frozen=True)
class Record:
    """An article as its record tells it; what the record does not say is null."""

    text: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    authors: tuple[str, ...]
    language: str | None


def parse(content: bytes) -> Record:
    """Read one JSON object.

    Raises
    ------
    ValueError
        Saying in one clause why the record is no article: not UTF-8, not JSON, no object, no text.
    """
    try:
        value = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ValueError("JSON that is not UTF-8") from None
    except json.JSONDecodeError as problem:
        raise ValueError(f"not valid JSON (character {problem.pos + 1}: {problem.msg})") from None
    except (RecursionError, ValueError):  # Python's own limits: how deep, and how many digits a number may have
        raise ValueError("JSON nested too deep, or with a number too long, to be read") from None
    if not isinstance(value, dict):
        raise ValueError("JSON, but not an object with the article's fields")
    try:
        return _record(value)
    except RecursionError:
        raise ValueError("JSON nested too deep to be read") from None


def _record(value: dict[str, Any]) -> Record:
    text = _first(value, TEXT)
    if not text:
        raise ValueError(f"a JSON record without text: none of {', '.join(TEXT[:3])} is filled")
    return Record(
        text=text,
        title=_first(value, TITLE),
        url=_first(value, URL),
        publisher=_first(value, PUBLISHER),
        published=_first(value, PUBLISHED),
        authors=tuple(name for key in AUTHORS for name in _names(value.get(key)))[:20] if any(key in value for key in AUTHORS) else (),
        language=_first(value, LANGUAGE),
    )


def _first(value: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        names = _names(value.get(key))
        if names:
            return "\n\n".join(names) if key in TEXT else names[0]
    return None


def _names(value: Any) -> list[str]:
    """Texts of a field, however it is written: a string, a number (of seconds), a list of either, or {"name": …}."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, list):
        return [name for part in value for name in _names(part)]
    text = str(value).encode("utf-8", "replace").decode().strip()  # lone surrogates, which JSON can spell, cannot be stored
    return [text] if text else []
