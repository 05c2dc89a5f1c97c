"""RSS and Atom: an entry is a document, with its full content where the feed has it, else its summary.

Read with lxml, not with a feed library: those turn the day an outlet gives into UTC, and fill a date's gaps from the clock.
An entry's text is mostly HTML; as in any record, telling the two apart is clean's work.
"""

import email.utils
import io
import re
from collections.abc import Callable, Iterator
from html import escape
from html.entities import html5

from lxml import etree  # type: ignore[import-untyped]

from assets.ingest.encodings import not_utf8
from assets.ingest.records import MAX_AUTHORS, Record
from assets.ingest.sources import Document, Given, RefusedError, Source

ENTRIES = {"item", "entry"}
FULL = ("encoded", "content", "content_html", "body", "fulltext", "full-text")
SHORT = ("description", "summary", "abstract")
DAY = ("pubdate", "published", "date", "issued", "created")
CHANGED = ("updated", "modified")
FEED_BYTES = 50_000_000
END_OF_FEED = re.compile(rb"</\s*(?:[\w.-]+:)?(?:rss|feed|rdf)\s*>\s*(?:<!--.*?-->\s*)*$", re.IGNORECASE | re.DOTALL)
LAST_IS_WHOLE = re.compile(rb"</\s*(?:[\w.-]+:)?(?:item|entry)\s*>\s*(?:</channel\s*>)?\s*(?:<[^>]*)?$", re.IGNORECASE)
NAMED = re.compile(rb"<!\[CDATA\[.*?\]\]>|&(?!#\d{1,7};|#[xX][0-9a-fA-F]{1,6};)([A-Za-z]\w{1,31};)?", re.DOTALL)
DECLARED = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)")
NAMESPACE = re.compile(r"""\sxmlns(?::[\w.-]+)?=(?:"[^"]*"|'[^']*')""")
PICTURES = "{http://search.yahoo.com/mrss/}"  # has titles and contents of its own
HTML_NAME = re.compile(r"[a-z][a-z0-9-]*")
ADDRESS_IN_NAME = re.compile(r"^\s*\S+@\S+\s*\((.+)\)\s*$|^(.+?)\s*<?\S+@\S+>?\s*$")


def feed(source: Source) -> Iterator[Document]:
    """The entries in their order; what is said of the feed before them (title, language) is said of each."""
    content = source.stream.read(FEED_BYTES + 1)
    for number, record, said in entries(content, source.charset, lambda number: source.wanted(f"{source.uri}#{number}")):
        if record.text:
            yield source.record(record, f"#{number}", said)
        else:
            yield source.refused("an entry of a feed with neither content nor summary", f"#{number}")
    if breaks_off(content):
        raise EOFError


def entries(
    content: bytes, charset: str | None = None, wanted: Callable[[int], bool] = lambda _: True
) -> Iterator[tuple[int, Record, Given]]:
    """Number (from 1), record and what is said of each wanted entry; a record's text is empty where the entry has none.

    Where the feed breaks off, the entries before; `charset` is what its surroundings declare.

    Raises RefusedError where there are no entries, XML entities are declared, or it is absurdly large.
    """
    if len(content) > FEED_BYTES:
        raise RefusedError(f"a feed of more than {FEED_BYTES:,} bytes; divide it")
    found = 0
    last: tuple[int, Record, Given] | None = None
    for number, element, title, language in _elements(content, charset):
        found += 1
        if last:
            yield last
        last = (number, *_entry(element, title, language)) if wanted(number) else None
    if last and not (breaks_off(content) and not LAST_IS_WHOLE.search(_end(content))):
        yield last
    if not found:
        raise RefusedError("a feed without entries" + (", cut off" if breaks_off(content) else ""))


def breaks_off(content: bytes) -> bool:
    """Whether a feed ends before its end."""
    return not END_OF_FEED.search(_end(content))


def _end(content: bytes) -> bytes:
    return content[-200:].replace(b"\0", b"")  # zeros: UTF-16


def _elements(content: bytes, charset: str | None) -> Iterator[tuple[int, etree._Element, str | None, str | None]]:
    """The entries as elements, each freed when the next is asked for, with number, title and language of the feed.

    An entry within an entry is one of its own: there is a tag before it that nobody closed.
    """
    title = language = None
    numbers: list[int] = []
    seen = 0
    # No entity is ever expanded, no DTD loaded, nothing fetched; a feed that declares entities is refused.
    content, encoding = _in_one_encoding(content, charset)
    tree = etree.iterparse(
        io.BytesIO(_mended(content)), events=("start", "end"), encoding=encoding, recover=True,
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False,
    )  # fmt: skip
    for event, element in tree:
        name = _name(element)
        if event == "start":
            if element.getparent() is None:
                _refuse_entities(element)
            language = language or (element.get("{http://www.w3.org/XML/1998/namespace}lang") if not numbers else None)
            if name in ENTRIES:
                seen += 1
                numbers.append(seen)
        elif name in ENTRIES:
            yield numbers.pop(), element, title, language
            _let_go(element)
        elif not numbers and _is_of_feed(element):
            title = title or (_text(element) if name == "title" else None)
            language = language or (_text(element) if name == "language" else None)


def _mended(content: bytes) -> bytes:
    """References by number and not by name: behind the first mistake in a feed, the parser drops those by name."""
    return NAMED.sub(lambda match: match[0] if match[0].startswith(b"<") else _by_number(match[1] or b""), content)


def _by_number(name: bytes) -> bytes:
    text = html5.get(name.decode("ascii", "replace"))
    return b"".join(b"&#%d;" % ord(char) for char in text) if text else b"&#38;" + name


def _in_one_encoding(content: bytes, charset: str | None) -> tuple[bytes, str | None]:
    """The feed in an encoding that has ASCII in it, and the name of that, where it is not what the feed declares."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace").encode(), "utf-8"
    declared = DECLARED.match(content)
    if declared and declared[1].lower() not in (b"utf-8", b"utf8"):
        return content, None
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode(not_utf8(content, charset), "replace").encode(), "utf-8"
    return content, None


def _entry(entry: etree._Element, publisher: str | None, language: str | None) -> tuple[Record, Given]:
    parts: dict[str, list[etree._Element]] = {}
    for part in entry:
        if isinstance(part.tag, str) and not part.tag.startswith(PICTURES):
            parts.setdefault(_name(part), []).append(part)
    names = [_author(part) for name in ("creator", "author") for part in parts.get(name, ())]
    record = Record(
        text=next((text for name in (*FULL, *SHORT) for part in parts.get(name, ()) if (text := _content(part))), ""),
        title=_first(parts, ("title",)),
        url=_link(parts),
        publisher=None,
        published=_published(_first(parts, DAY) or _first(parts, CHANGED)),
        authors=tuple(dict.fromkeys(name for name in names if name))[:MAX_AUTHORS],
        language=None,
    )
    return record, record.given() | {"publisher": _outlet(parts) or publisher or "", "language": language or ""}


def _refuse_entities(element: etree._Element) -> None:
    dtd = element.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise RefusedError("it declares XML entities, as an XML bomb does; no honest feed needs them")


def _name(element: etree._Element) -> str:
    """Its local name; a prefix that nobody declared is dropped as well (a name with a colon, which lxml's QName refuses)."""
    return re.split(r"[}:]", element.tag)[-1].lower() if isinstance(element.tag, str) else ""


def _is_of_feed(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and _name(parent) in ("channel", "feed")


def _let_go(element: etree._Element) -> None:
    """Free an entry that was read, and those before it."""
    element.clear()
    before = element.getprevious()
    if before is not None and _name(before) in ENTRIES:
        element.getparent().remove(before)


def _first(parts: dict[str, list[etree._Element]], names: tuple[str, ...]) -> str | None:
    return next((text for name in names for part in parts.get(name, ()) if (text := _text(part))), None)


def _text(element: etree._Element) -> str | None:
    return "".join(str(piece) for piece in element.itertext()).strip() or None


def _content(element: etree._Element) -> str | None:
    """Its text, which is mostly markup; as markup, too, where that stands in it as elements."""
    if not len(element):
        return _text(element)
    for child in element.iterdescendants(etree.Element):
        name = _name(child)
        child.tag = name if HTML_NAME.fullmatch(name) else "span"
    children = "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
    return (escape(element.text or "", quote=False) + NAMESPACE.sub("", children)).strip() or None


def _link(parts: dict[str, list[etree._Element]]) -> str | None:
    for link in [*parts.get("origlink", ()), *parts.get("link", ())]:
        if link.get("rel", "alternate") == "alternate" and (address := link.get("href") or _text(link)):
            return address.strip()
    guid = _first(parts, ("guid", "id"))
    return guid if guid and guid.startswith(("http://", "https://")) else None


def _outlet(parts: dict[str, list[etree._Element]]) -> str | None:
    """The outlet an entry was taken over from."""
    for source in parts.get("source", ()):
        return _text(source) if not len(source) else next((_text(child) for child in source if _name(child) == "title"), None)
    return None


def _author(element: etree._Element) -> str | None:
    named = next((_text(child) for child in element if _name(child) == "name"), None)
    text = " ".join((named or _text(element) or "").split())
    match = ADDRESS_IN_NAME.match(text)
    return (match[1] or match[2] if match else text) or None


def _published(text: str | None) -> str | None:
    """The day as the feed has it, in ISO 8601 where it is written as mails write it; the outlet's own time zone is kept."""
    try:
        return email.utils.parsedate_to_datetime(text).isoformat() if text and not text[:4].isdigit() else text
    except (ValueError, TypeError, IndexError, OverflowError):
        return text
