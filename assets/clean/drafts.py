"""A raw document becomes a draft: its text and what its own metadata say, whatever the format. Judging lines comes later."""

import re
from collections import Counter
from dataclasses import dataclass, field

from assets.clean import html
from assets.clean.encoding import UndecodableError, decode
from assets.clean.head import AFTER_NAME, STAFF
from assets.clean.mojibake import mend
from assets.ingest import records

TAG = re.compile(r"</?(?:p|br|div|a|em|strong|b|i|span|h[1-6]|ul|li|blockquote)\b[^>]*>", re.IGNORECASE)


@dataclass
class Draft:
    """A document as read, before anything is taken away. What its metadata do not say is null."""

    text: str
    characters: int  # of the raw text that a reader would have seen, white space aside
    repairs: Counter[str] = field(default_factory=Counter)
    title: str | None = None
    authors: list[str] = field(default_factory=list)
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    head_lines: tuple[str, ...] = ()


def draft(content: bytes, media_type: str) -> Draft:
    """Read a document's bytes.

    Raises
    ------
    UndecodableError
        If the bytes are no text.
    ValueError
        If a JSON record is no article.
    """
    if media_type == "json":
        return _of_record(records.parse(content))
    text, _, replaced = decode(content, is_html=media_type == "html")
    text, repairs = mend(text)
    repairs["undecodable_bytes"] += replaced
    if media_type == "html":
        return _of_page(html.read(text), repairs)
    return Draft(text, _ink(text), repairs)


def _of_record(record: records.Record) -> Draft:
    text, repairs = mend(record.text)
    if len(TAG.findall(text)) >= 2:  # feeds put HTML into their text fields
        text, more = mend(html.plain(text))
        repairs += more
    result = Draft(text, _ink(text), repairs, url=record.url, published=record.published, language=record.language)
    result.title = _mended(record.title, repairs)
    result.publisher = _mended(record.publisher, repairs)
    result.authors = _names(record.authors, repairs)
    return result


def _of_page(page: html.Page, repairs: Counter[str]) -> Draft:
    return Draft(
        page.text, page.visible_characters, repairs, page.title, _names(page.authors, Counter()), page.publisher, page.published, page.url,
        page.language, page.head_lines,
    )  # fmt: skip


def _mended(value: str | None, repairs: Counter[str]) -> str | None:
    if value is None:
        return None
    mended, more = mend(value)
    repairs += more
    return " ".join(mended.split()) or None


def _names(values: tuple[str, ...], repairs: Counter[str]) -> list[str]:
    """Authors as metadata name them: 'By X and Y', 'X, Correspondent', an address of a profile."""
    names: dict[str, None] = {}
    for value in values:
        text = re.sub(r"^by:?\s+", "", _mended(value, repairs) or "", flags=re.IGNORECASE)
        if "/" in text or "@" in text:
            continue
        for part in re.split(r"\s+and\s+|\s*[;&|]\s*|,\s*(?=[A-Z][\w.'’-]+ [A-Z])", text):
            name = AFTER_NAME.sub("", part).strip(" ,.")
            if 2 <= len(name) <= 60 and not STAFF.search(name):
                names[name] = None
    return list(names)


def _ink(text: str) -> int:
    return len("".join(text.split()))


__all__ = ["Draft", "UndecodableError", "draft"]
