"""What a page itself calls something else than its article is taken out of the tree: by names, roles, places. Texts are not read.

Nothing is taken that holds much of the page's prose, whatever its name: a class may be wrong, and wrappers bear all sorts.
"""

import re
from functools import lru_cache
from itertools import pairwise

from lxml.etree import XPath  # type: ignore[import-untyped]
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from assets.clean.html.blocks import BLOCKS, MARGINS, Survey, count_words

MOST_PROSE = 0.3  # of the page's words of prose: what holds more is no furniture
MOST_TEXT = 0.5  # of the page's characters
MOST_PROSE_TOGETHER = 0.5  # likewise of all that bears such names: more, and the names mean something else on this page
MIN_CELL = 60  # words; a cell of a data table hardly ever holds as many, one of a layout table does
MAX_CAPTION = 250  # characters that are no white space
MIN_STANDFIRST = 8  # words; shorter headings below the headline are kickers or sections
KEPT = frozenset(("html", "body", "main", "head", "meta", "link", "script", "title", "h1"))
# Words of a class, id, role or label: one of these says that an element is not the article …
NAMES = frozenset((
    "ad", "ads", "adslot", "advert", "adverts", "advertisement", "advertising", "advertorial", "dfp", "sponsored", "sponsor", "sponsors",
    "outbrain", "taboola", "mgid", "zergnet", "newsletter", "newsletters", "signup", "subscribe", "subscription", "share", "shares",
    "sharing", "sharebar", "sharedaddy", "addtoany", "addthis", "social", "sociable", "cookie", "cookies", "consent", "gdpr", "related",
    "recirc", "recirculation", "recommended", "recommendation", "recommendations", "trending", "readmore", "mostread", "breadcrumb",
    "breadcrumbs", "pagination", "pager", "promo", "promos", "promotion", "promotional", "cta", "teaser", "teasers", "modal", "popup",
    "lightbox", "scrim", "toast", "notification", "notifications", "tooltip", "disqus", "commentlist", "caption", "captions", "credits",
    "hidden", "invisible", "offscreen", "visuallyhidden", "noprint", "printonly", "toolbar", "masthead", "sidebar", "tags", "taglist",
    "tagcloud", "menu", "navigation", "navbar", "dialog", "contentinfo", "complementary",
))  # fmt: skip
# … and these where they follow one another.
PHRASES = frozenset((
    "most read", "most popular", "most viewed", "most commented", "read next", "read more", "read also", "also read", "up next",
    "next article", "next story", "next post", "latest news", "latest stories", "more stories", "more news", "more from", "more on",
    "top stories", "you may", "you might", "sign up", "log in", "follow us", "author bio", "author box", "about author", "author info",
    "comment list", "comments section", "comments area", "comment section", "comments list", "tag list", "print only", "print footer",
    "sr only", "visually hidden", "screen reader", "story links", "photo credit", "image credit", "media credit",
))  # fmt: skip
# A name that begins so says what is not there, or where: 'no-sidebar', 'with-ads', 'tag-newsletter' of a post about one.
DENIALS = ("no", "non", "has", "have", "with", "without", "not", "tag", "category", "page", "post", "type", "format", "template", "single")
HIDING = frozenset(("hide", "hidden", "d-none", "is-hidden", "u-hidden", "sr-only", "element-invisible"))
STANDFIRST = frozenset((
    "dek", "deck", "standfirst", "subhead", "subheading", "subheadline", "subtitle", "subline", "strapline", "sub-head", "sub-heading",
    "sub-headline", "sub-title", "sub-line", "bajada", "chapeau", "chapo",
))  # fmt: skip
NAMING = ("class", "id", "role", "aria-label", "aria-hidden", "hidden", "style")
NAMED = XPath(f".//*[{' or '.join(f'@{name}' for name in NAMING)}]")
HEADINGS = ("h2", "h3", "h4", "h5", "h6")
SMALL_PRINT = ("small", "span", "em", "i", "font", "cite", "figcaption")
PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


def prune(root: HtmlElement, survey: Survey) -> None:
    """Take out furniture; `survey` is of the same tree and says how much prose each element holds.

    What is kept for its prose loses its name, lest the library go by it: a text hidden until a reader pays is the text.
    """
    total = survey.prose.get(root, 0)
    doomed: dict[HtmlElement, int] = {}
    for element in NAMED(root):
        if element.tag not in KEPT and _is_furniture(element):
            prose = survey.prose.get(element, 0)
            if prose > MOST_PROSE * total:
                _unname(element)
            elif not prose or not any(above in doomed for above in element.iterancestors()):
                doomed[element] = prose
    is_trusted = sum(doomed.values()) <= MOST_PROSE_TOGETHER * total
    for element, prose in doomed.items():
        if element.getparent() is None:
            continue
        if is_trusted or not prose:
            element.drop_tree()
        else:
            _unname(element)


def unmask(root: HtmlElement) -> None:
    """What holds most of a page's text is no menu, margin or button: a tag inside it was left open, or it is misused."""
    size = len(root.text_content())
    for element in list(root.iter(*MARGINS)):
        if len(element.text_content()) > MOST_TEXT * size:
            element.tag = "div"
            _unname(element)


def drop_captions(root: HtmlElement) -> None:
    """Take out blocks that hold a picture and nothing but small print, or the words that also stand in the picture's place."""
    inked: dict[HtmlElement, str] = {}
    for image in list(root.iter("img")):
        block = next((above for above in image.iterancestors() if _ink(above, inked)), None)
        if block is None or block.tag in KEPT or block.tag not in BLOCKS or block.getparent() is None:
            continue
        if next(block.iterdescendants("h1", *HEADINGS), None) is not None:
            continue
        text = inked[block]
        prints = (_ink(part, {}) for part in block.iterdescendants(*SMALL_PRINT))
        if len(text) <= MAX_CAPTION and (text == "".join((image.get("alt") or "").split()) or text in prints):
            block.drop_tree()


def drop_standfirst(root: HtmlElement, survey: Survey) -> None:
    """Take out what stands between headline and article to sum it up: it repeats what the article says in full."""
    headline = next(root.iter("h1"), None)
    if headline is None:
        return
    limit = MOST_PROSE * survey.prose.get(root, 0)
    paragraphs = {block.element for block in survey.blocks if block.prose}
    for element in list(headline.xpath("following::*")):
        is_named = bool(STANDFIRST & set((element.get("class") or "").lower().split()))
        is_heading = element.tag in HEADINGS and count_words(element.text_content()) >= MIN_STANDFIRST
        if (is_named or is_heading) and survey.prose.get(element, 0) <= limit and element.getparent() is not None:
            element.drop_tree()
        elif element in paragraphs and not any(above.get("class") in STANDFIRST for above in element.iterancestors()):
            return


def dissolve_layout_tables(root: HtmlElement) -> None:
    """Tables that only place things on the page become plain containers, those that hold data stay."""
    for table in list(root.iter("table")):
        cells = [cell for row in _rows(table) for cell in row.iterchildren("td", "th")]
        if any(cell.find(".//table") is not None or count_words(cell.text_content()) >= MIN_CELL for cell in cells):
            for row in _rows(table):
                for part in (*row.iterchildren("td", "th"), row):
                    part.tag = "div"
            for part in table.iterchildren("tbody", "thead", "tfoot"):
                part.tag = "div"
            table.tag = "div"


def _rows(table: HtmlElement) -> list[HtmlElement]:
    return [
        row
        for part in table
        if isinstance(part.tag, str)
        for row in ([part] if part.tag == "tr" else part.iterchildren("tr") if part.tag in ("tbody", "thead", "tfoot") else ())
    ]


def _ink(element: HtmlElement, known: dict[HtmlElement, str]) -> str:
    """An element's text without white space."""
    if element not in known:
        known[element] = "".join("".join(part for part in element.itertext() if part).split())
    return known[element]


def _unname(element: HtmlElement) -> None:
    for name in NAMING:
        element.attrib.pop(name, None)


def _is_furniture(element: HtmlElement) -> bool:
    said = dict(element.items())
    if "hidden" in said or said.get("aria-hidden") == "true" or ("style" in said and "display:none" in said["style"].replace(" ", "")):
        return True
    return any(name in said and _names_furniture(said[name]) for name in ("class", "id", "role", "aria-label"))


@lru_cache(maxsize=20_000)
def _names_furniture(value: str) -> bool:
    if len(value) > 500:
        return False
    for name in value.split():
        if name.lower() in HIDING:
            return True
        parts = [part.lower() for part in PART.findall(name)]
        if not parts or parts[0] in DENIALS:
            continue
        if not NAMES.isdisjoint(parts) or any(f"{one} {two}" in PHRASES for one, two in pairwise(parts)):
            return True
    return False
