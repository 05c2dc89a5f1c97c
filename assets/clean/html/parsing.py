"""Source becomes a tree, whatever the source: nested a hundred thousand deep, ten megabytes of attributes, NULs, no body."""

import re

from lxml import etree  # type: ignore[import-untyped]
from lxml.html import HtmlElement, HTMLParser, document_fromstring  # type: ignore[import-untyped]

# an XML declaration that names an encoding makes lxml refuse text that is decoded already
PROLOGUE = re.compile(r"^\s*<\?xml[^>]*\?>")
UNFIT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")  # libxml2 ends the page at a NUL
LONGEST_TAG = 50_000  # characters; the parser's time grows with the square of a tag's attributes
MONSTER_TAG = re.compile(rf"<[A-Za-z][^<>]{{{LONGEST_TAG},}}>")
BLOCK_TAG = re.compile(r"</?(?:p|br|div|li|h[1-6]|blockquote|tr)\b[^>]*>", re.IGNORECASE)
TEXT_TAG = re.compile(r"</?(?:p|br|div|a|em|strong|b|i|span|h[1-6]|ul|li|blockquote)\b[^>]*>", re.IGNORECASE)
CODE = re.compile(r"<(script|style|noscript|template)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
OTHER_TAG = re.compile(r"<(?!/?(?:p|br|h[1-6]|li|a|html|head|body|title|meta|link)\b)/?[A-Za-z][^<>]*>", re.IGNORECASE)


def tree(html: str) -> HtmlElement | None:
    """The page as a tree; null if nothing in it can be parsed.

    Pages nested deeper than the parser goes are flattened: only paragraphs, headings and links stay tags.
    """
    html = UNFIT.sub(" ", PROLOGUE.sub("", html, count=1))
    html = MONSTER_TAG.sub(" ", html) if len(html) > LONGEST_TAG else html
    root, is_cut = _parse(html)
    if is_cut:
        flat, _ = _parse(OTHER_TAG.sub(" ", CODE.sub(" ", html)))
        return root if flat is None else flat
    return root


def count_tags(text: str) -> int:
    """How many tags of running text there are in what may be HTML."""
    return len(TEXT_TAG.findall(text))


def plain(fragment: str) -> str:
    """A fragment of HTML as text, a paragraph a line."""
    root = tree(BLOCK_TAG.sub("\n\n", fragment))
    return "" if root is None else str(root.text_content())


def _parse(html: str) -> tuple[HtmlElement | None, bool]:
    """The tree, and whether the parser gave up before the end of the source."""
    parser = HTMLParser(recover=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = document_fromstring(html, parser=parser)
    except (etree.LxmlError, ValueError):
        root = None
    return root, bool(parser.error_log.filter_from_fatals())
