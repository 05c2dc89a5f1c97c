"""A raw document becomes a draft: its text and what is said about it, whatever the format. Judging lines comes later."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from assets.clean import html
from assets.clean.bylines import names
from assets.clean.encoding import decode
from assets.clean.mojibake import mend, unescape
from assets.ingest import records

MARKS_OF_HTML = 2  # tags; feeds put HTML into their text fields


@dataclass
class Draft:
    """A document as read, before anything is taken away. What neither it nor those who gave it say is null."""

    text: str
    characters: int  # of the raw text that a reader would have seen, white space aside
    repairs: Counter[str] = field(default_factory=Counter)
    title: str | None = None
    authors: list[str] = field(default_factory=list)
    publisher: str | None = None
    published: str | None = None  # as written
    modified: str | None = None  # as written
    url: str | None = None
    language: str | None = None
    genre_hints: tuple[str, ...] = ()  # a page's types, section: 'OpinionNewsArticle', 'Editorials'
    head_lines: tuple[str, ...] = ()  # what stands in a page's byline and date elements


def draft(content: bytes, media_type: str, given: Mapping[str, str | None] | None = None) -> Draft:
    """Read a document's bytes; `given` (schemas.GIVEN_FIELDS) is said of it from beside and goes before what it says itself.

    Raises
    ------
    UndecodableError
        If the bytes are no text.
    ValueError
        If a JSON record is no article.
    """
    given = given or {}
    if media_type == "json":
        return _with_given(_of_record(records.parse(content)), given)
    text, _, replaced = decode(content, is_html=media_type == "html", declared=given.get("charset"))
    result = _of_page(html.read(text)) if media_type == "html" else _of_text(text)
    result.repairs["undecodable_bytes"] += replaced
    return _with_given(result, given)


def _of_text(text: str) -> Draft:
    text, references = unescape(text)
    mended, repairs = mend(text)
    repairs["character_references"] += references
    return Draft(mended, _ink(mended), repairs)


def _of_record(record: records.Record) -> Draft:
    result = _of_text(html.plain(record.text) if html.count_tags(record.text) >= MARKS_OF_HTML else record.text)
    result.title = _mended(record.title, result.repairs)
    result.authors = _names(record.authors, record.publisher, result.repairs)
    result.publisher = _mended(record.publisher, result.repairs)
    result.published, result.url, result.language = record.published, record.url, record.language
    return result


def _of_page(page: html.Page) -> Draft:
    # mended after extraction: mending takes longer than parsing, and most of a page's source is no text
    text, repairs = mend(page.text)
    return Draft(
        text,
        page.visible_characters,
        repairs,
        title=_mended(page.title, repairs),
        authors=_names(page.authors, page.publisher, repairs),
        publisher=_mended(page.publisher, repairs),
        published=page.published,
        modified=page.modified,
        url=page.url,
        language=page.language,
        genre_hints=page.genre_hints,
        head_lines=tuple(mend(line)[0] for line in page.head_lines),
    )


def _with_given(result: Draft, given: Mapping[str, str | None]) -> Draft:
    known = {part.name for part in fields(Draft)}
    said: dict[str, Any] = {name: value for name, value in given.items() if value and name in known}
    for name in ("title", "publisher"):
        if name in said:
            said[name] = _mended(said[name], result.repairs)
    if "authors" in said:
        said["authors"] = _names((said["authors"],), None, result.repairs)
    return replace(result, **said)


def _names(values: Iterable[str], publisher: str | None, repairs: Counter[str]) -> list[str]:
    return names((mended for value in values if (mended := _mended(value, repairs))), publisher)


def _mended(value: str | None, repairs: Counter[str]) -> str | None:
    if value is None:
        return None
    mended, more = mend(unescape(value)[0])
    repairs += more
    return " ".join(mended.split()) or None


def _ink(text: str) -> int:
    return len(text) - sum(map(text.count, " \n\t"))  # mended text has no other white space
