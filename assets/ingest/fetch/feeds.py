"""A fetched feed's entries: which hold their article, and which only announce a page that has to be fetched.

Reading the XML is the feed reader's work, here as for feed files that lie on disk.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import urldefrag, urljoin

from lxml import etree  # type: ignore[import-untyped]

from assets.identity import bytes_id
from assets.ingest import feeds
from assets.ingest.fetch.errors import FetchError
from assets.ingest.fetch.locations import is_web
from assets.ingest.kinds import FEED, kind_of
from assets.ingest.records import Record
from assets.ingest.sources import Given, RefusedError

WHOLE_FROM = 1_500  # characters of text: teasers end below, news stories begin above; a brief below costs one request
CUT_OFF = re.compile(r"(?:…|\.\.\.).{0,60}$|\[\s*(?:…|\.\.\.)\s*\].{0,300}$")  # what a link to the rest may follow
TAG = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """An entry of a feed.

    `key` tells it from others; `content` is its text as the record that the feed reader makes of it, `None` without text;
    `given` is what the feed says of it; `is_whole`: the text is the article, not a summary.
    """

    key: str
    link: str | None
    content: bytes | None
    given: Given
    is_whole: bool


def is_feed(head: bytes) -> bool:
    """Whether bytes that begin so are an RSS or Atom feed, whatever the server calls them."""
    return kind_of(head, "") == FEED


def entries(content: bytes, url: str, charset: str | None = None) -> list[Entry]:
    """The entries of a feed fetched from `url`, links made absolute. `charset` is that of the answer's headers.

    Raises `FetchError` where it declares XML entities, holds no entry, or cannot be read at all.
    """
    try:
        return list(_entries(content, url, charset))
    except (RefusedError, etree.LxmlError) as problem:
        raise FetchError(f"a feed that cannot be read: {' '.join(str(problem).split())[:200]}") from problem


def _entries(content: bytes, url: str, charset: str | None) -> Iterator[Entry]:
    for _, record, said in feeds.entries(content, charset):
        link = _absolute(record.url, url)
        text = record.to_json() if record.text else None
        given = {**said, "url": link or ""}
        yield Entry(
            key=link or f"{url}#{bytes_id(record.to_json())}",
            link=link,
            content=text,
            given={field: value for field, value in given.items() if value},
            is_whole=_is_whole(record),
        )


def _absolute(link: str | None, feed: str) -> str | None:
    try:
        joined = urldefrag(urljoin(feed, link.strip())).url.replace(" ", "%20") if link else ""
    except ValueError:
        return None
    return joined if is_web(joined) and joined.isprintable() else None


def _is_whole(record: Record) -> bool:
    text = " ".join(unescape(TAG.sub(" ", record.text)).split())
    return len(text) >= WHOLE_FROM and not CUT_OFF.search(text[-400:])
