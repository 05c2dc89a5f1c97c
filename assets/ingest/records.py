"""One record as an article: which of its fields hold what. Finding records in files does not belong here, nor mending text."""

import json
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any

# The names that feeds, archives, tables and APIs use, in order of trust, in small letters and without anything between
# them ('publishedAt', 'Published at' and 'published_at' are one); what bears none of them is ignored.
TEXT = (
    "text", "body", "content", "articlebody", "fulltext", "maintext", "articletext", "bodytext", "plaintext", "contenttext", "contenthtml",
    "article", "story",
)  # fmt: skip
TITLE = ("title", "headline", "webtitle")
URL = ("url", "link", "canonicalurl", "weburl", "articleurl", "sourceurl")
PUBLISHER = ("publisher", "source", "site", "sitename", "outlet", "publication", "sourcename", "sourcedomain", "newspaper")
PUBLISHED = (
    "published", "date", "publishedat", "publishedon", "pubdate", "datepublished", "datepublish", "publicationdate", "publishdate",
    "webpublicationdate", "datetime", "timestamp",
)  # fmt: skip
AUTHORS = ("authors", "author", "byline", "creator")
LANGUAGE = ("language", "lang")
NAMES = {
    "text": TEXT, "title": TITLE, "url": URL, "publisher": PUBLISHER, "published": PUBLISHED, "authors": AUTHORS, "language": LANGUAGE,
}  # fmt: skip
FIELDS = tuple(NAMES)
MAX_AUTHORS = 20
LONGEST_KEY, MOST_KEYS = 100, 500  # of a record, that are looked at: what is remembered of them is bounded


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

    def to_json(self) -> bytes:
        """The record as canonical JSON: the same article gives the same bytes, whatever table or feed it was written in."""
        said = {name: value for name, value in vars(self).items() if value}
        return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    def given(self) -> dict[str, str]:
        """What it says beside the text, by GIVEN_FIELDS."""
        said = {name: value for name, value in vars(self).items() if value and name not in ("text", "authors")}
        return said | ({"authors": "; ".join(self.authors)} if self.authors else {})


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
        return read(value)
    except ValueError as problem:
        raise ValueError(f"a JSON record {problem}") from None


def read(value: dict[str, Any], columns: dict[str, str] | None = None) -> Record:
    """Read an object's fields; `columns` names them where their own names do not tell.

    Raises
    ------
    ValueError
        If it holds no text; the message completes "the record …".
    """
    keys = tuple(islice((key for key in value if len(key) <= LONGEST_KEY), MOST_KEYS))
    held = fields(keys, tuple((columns or {}).items()))
    try:
        text = "\n\n".join(_first(value, held["text"]))
        if not text:
            raise ValueError(_without_text(held["text"]))
        named = {name: next(iter(_first(value, held[name])), None) for name in ("title", "url", "publisher", "published", "language")}
        authors = [name for key in held["authors"] for name in _names(value.get(key))]
    except RecursionError:
        raise ValueError("nested too deep to be read") from None
    return Record(text=text, authors=tuple(authors)[:MAX_AUTHORS], **named)


@lru_cache(1024)
def fields(keys: tuple[str, ...], columns: tuple[tuple[str, str], ...] = ()) -> dict[str, list[str]]:
    """Which of the keys hold each field, in order of trust: the one that `columns` (field, key) names, else those with a known name."""
    named = dict(columns)
    known: dict[str, list[str]] = {}
    for key in keys:
        known.setdefault(re.sub(r"[^a-z0-9]", "", key.lower()), []).append(key)
    return {
        field: [named[field]] if field in named else [key for name in names for key in known.get(name, ())]
        for field, names in NAMES.items()
    }


def _without_text(keys: list[str]) -> str:
    if keys:
        return f"without text: there is none in {' or '.join(keys[:3])}"
    return f"without text: it has none of {', '.join(TEXT[:3])}"


def _first(value: dict[str, Any], keys: list[str]) -> list[str]:
    return next((names for key in keys if (names := _names(value.get(key)))), [])


def _names(value: Any) -> list[str]:
    """Texts of a field, however it is written: a string, a number (of seconds), a day, a list of these, or {"name": …}."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    if isinstance(value, bool) or value is None or value != value:  # a table's gap may be a number that is none
        return []
    if isinstance(value, list):
        return [name for part in value for name in _names(part)]
    if isinstance(value, date):
        value = value.isoformat()
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    text = str(value).encode("utf-8", "replace").decode().strip()  # lone surrogates, which JSON can spell, cannot be stored
    return [text] if text else []
