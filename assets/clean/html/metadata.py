"""What a page says of itself: meta tags, linked data, byline elements. Dates are handed on as written; `dates` reads them.

Our own reading, because the library's date search knows today's date and the clock must not decide.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.etree import XPath  # type: ignore[import-untyped]
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from assets.clean.html.linked_data import Node, name_of, names_of, types_of

META = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "parsely-title", "sailthru.title"),
    "author": (
        "author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl",
    ),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "article:publisher", "twitter:site", "cre", "copyright"),
    "published": (
        "article:published_time", "article:published", "og:published_time", "datepublished", "date.published", "pubdate", "publishdate",
        "publish-date", "publish_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date",
        "date", "cxenseparse:recs:publishtime", "article.published", "displaydate", "ptime", "pdate",
    ),
    "modified": (
        "article:modified_time", "og:updated_time", "datemodified", "date.modified", "lastmod", "last-modified", "last-modified-date",
        "dcterms.modified", "dc.date.modified", "article.updated", "utime", "revised",
    ),
    "url": ("og:url", "twitter:url"),
    "language": ("og:locale", "content-language", "dc.language", "language"),
    "section": ("article:section", "og:article:section", "section", "parsely-section", "sailthru.section", "news:section"),
    "kind": ("og:type", "article:type", "dc.type", "genre", "content-type"),
}  # fmt: skip
HEAD_NODES = XPath(
    ".//*[contains(@class,'byline') or contains(@class,'author') or contains(@class,'Byline') or contains(@class,'dateline')"
    " or @rel='author' or @itemprop='author' or @itemprop='datePublished' or self::time]"
)
BYLINE_NODES = (
    XPath(".//*[@itemprop='author']//*[@itemprop='name']"),
    XPath(".//*[@itemprop='author']"),
    XPath(".//a[@rel='author']"),
    XPath(
        ".//*[contains(concat(' ', @class, ' '), ' byline ') or contains(@class, 'author-name') or contains(@class, 'byline-name')"
        " or contains(@class, 'byline__name') or contains(@class, 'author__name')]"
    ),
)
CANONICAL = XPath(".//link[@rel='canonical']/@href")
TIMES = (
    XPath(".//time[@pubdate]/@datetime"),
    XPath(".//*[@itemprop='datePublished']/@datetime"),
    XPath(".//*[@itemprop='datePublished']/@content"),
    XPath(".//article//time/@datetime"),
    XPath(".//header//time/@datetime"),
)
MODIFIED_TIMES = (XPath(".//*[@itemprop='dateModified']/@datetime"), XPath(".//*[@itemprop='dateModified']/@content"))
MAX_HEAD_LINES = 12
MAX_HEAD_LINE = 160  # characters
MAX_BYLINE = 90  # characters
DIVIDERS = re.compile(r"\s+[|»·•:–—-]+\s+")
PIPES = frozenset("|»·•")
MAX_SITE = 40  # characters behind a pipe; what is longer belongs to the title
MIN_HOST = 3  # characters of a host's name that a title may end in
MAX_EDITION = 3  # letters
MIN_TITLE = 3  # words of what stays when a site's name is cut off
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Metadata:
    """What the page's metadata say, as written; null where they say nothing."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    modified: str | None = None
    url: str | None = None
    language: str | None = None
    genre_hints: tuple[str, ...] = ()  # types of its linked data, its section
    head_lines: tuple[str, ...] = ()  # what stands in the page's own byline and date elements


def metadata(root: HtmlElement, node: Node) -> Metadata:
    """Metadata of a page; `node` is its article's linked data."""
    meta = _meta(root)
    url = _url(root, meta["url"] or name_of(node.get("url")))
    publisher = _publisher(meta["publisher"], name_of(node.get("publisher")), url)
    named = meta["title"] or name_of(node.get("headline"))
    return Metadata(
        title=_title(named, _text(root.find(".//h1")), _text(root.find(".//title")), publisher, url),
        authors=tuple(names_of(node.get("author"))) or _authors(root, meta["author"]),
        publisher=publisher,
        published=name_of(node.get("datePublished")) or meta["published"] or _first(root, TIMES),
        modified=name_of(node.get("dateModified")) or meta["modified"] or _first(root, MODIFIED_TIMES),
        url=url,
        language=name_of(root.get("lang") or root.get("xml:lang")) or meta["language"] or name_of(node.get("inLanguage")),
        genre_hints=tuple(
            dict.fromkeys(hint for hint in (*types_of(node), *names_of(node.get("articleSection")), meta["section"], meta["kind"]) if hint)
        ),
        head_lines=tuple(line for part in HEAD_NODES(root)[:MAX_HEAD_LINES] if (line := _parts_of(part)) and len(line) < MAX_HEAD_LINE),
    )


def _meta(root: HtmlElement) -> dict[str, str | None]:
    found: dict[str, str] = {}
    for part in root.iter("meta"):
        name = (part.get("property") or part.get("name") or part.get("itemprop") or part.get("http-equiv") or "").strip().lower()
        content = " ".join((part.get("content") or "").split())
        if name and content:
            found.setdefault(name, content)
    return {field: next((found[name] for name in names if name in found), None) for field, names in META.items()}


def _url(root: HtmlElement, named: str | None) -> str | None:
    """The canonical address; not one without host, nor a front page's where the page names its own."""
    links = [str(value).strip() for value in CANONICAL(root)]
    whole = [url for url in (*links, named) if url and (parts := _parts(url)) and parts[0]]
    return next((url for url in whole if (parts := _parts(url)) and parts[1].strip("/")), whole[0] if whole else None)


def _parts(url: str) -> tuple[str, str] | None:
    """Host, path and query."""
    try:
        split = urlsplit(url)
        return split.hostname or "", split.path + split.query
    except ValueError:
        return None


def _publisher(site: str | None, linked: str | None, url: str | None) -> str | None:
    """The name that resembles the host; else the site's: linked data of a wire story may name the agency.

    A short name that does not resemble it is an edition ('U.S.'): null, for the host tells more.
    """
    host = _host(url)
    named = [name for name in (site, linked) if name]
    alike = (name for name in named if _is_site(_bare(name), "", host) or (url and f"{_bare(name)}." in url.lower()))
    return next(alike, next((name for name in named if not host or len(_bare(name)) > MAX_EDITION), None))


def _authors(root: HtmlElement, named: str | None) -> tuple[str, ...]:
    if named and not re.match(r"https?:|@", named):
        return (named,)
    for path in BYLINE_NODES:
        found = [text for part in path(root)[:4] if (text := _parts_of(part)) and len(text) <= MAX_BYLINE]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _title(named: str | None, heading: str | None, page: str | None, publisher: str | None, url: str | None) -> str | None:
    """The h1 if the page's title repeats it; what metadata name otherwise, freed of the site's name."""
    named, page = (_without_site(title, publisher, url) if title else None for title in (named, page))
    if heading and any(other and _bare(heading) and _bare(heading) in _bare(other) for other in (named, page)):
        return heading
    if heading and named and _bare(named) in _bare(heading) and len(heading) < 2 * len(named):
        return heading
    return named or heading or page


def _without_site(title: str, publisher: str | None, url: str | None) -> str:
    """A title without the parts that name the site, at its end or its beginning."""
    site = _bare(publisher or "")
    host = _host(url)
    while cuts := list(DIVIDERS.finditer(title)):
        rest, last = title[: cuts[-1].start()], _bare(title[cuts[-1].end() :])
        first = _bare(title[: cuts[0].start()])
        is_tail = (
            title[cuts[-1].start() : cuts[-1].end()].strip() in PIPES and len(last) <= MAX_SITE and len(WORD.findall(rest)) >= MIN_TITLE
        )
        if _bare(rest) and (not last or is_tail or _is_site(last, site, host)):
            title = rest
        elif first in (site, host):
            title = title[cuts[0].end() :]
        else:
            break
    return title


def _is_site(part: str, site: str, host: str) -> bool:
    is_named = bool(site) and (part in site or site in part) and 0.5 <= len(part) / len(site) <= 2
    return is_named or (len(part) >= MIN_HOST and host.startswith(part))


def _host(url: str | None) -> str:
    """The host in letters and digits only, without its first label where that tells nothing."""
    return _bare(re.sub(r"^(?:www|m|amp|news)\.", "", (_parts(url) or ("", ""))[0])) if url else ""


def _first(root: HtmlElement, paths: tuple[XPath, ...]) -> str | None:
    return next((value for path in paths if (found := path(root)) and (value := str(found[0]).strip())), None)


def _bare(value: str) -> str:
    return re.sub(r"\W+", "", value).casefold()


def _text(part: HtmlElement | None) -> str | None:
    """An element's text on one line."""
    if part is None:
        return None
    for line_break in part.iter("br"):
        line_break.tail = f" {line_break.tail or ''}"
    return " ".join(part.text_content().split()) or None


def _parts_of(part: HtmlElement) -> str:
    """The same with a space between any two of its elements: bylines are made of boxes."""
    return " ".join(" ".join(part.itertext("*")).split())
