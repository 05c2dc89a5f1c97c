"""The main text of a page: what the library takes for it, judged by our own survey and by what the page itself declares.

trafilatura (libraries.md, 1) in its precise mode, which loses some pages whole; hence the survey, and its other mode, and last
the survey's own text, or what linked data declare to be the article's (docs/decisions/011).
"""

from collections.abc import Iterator

from lxml.etree import XPath  # type: ignore[import-untyped]
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from assets.clean.html.blocks import CODE, WORD, Block, Survey, count_words, survey
from assets.clean.html.furniture import dissolve_layout_tables, drop_captions, drop_standfirst, prune, unmask

MIN_SHARE_PRECISE = 0.6  # of the survey's words, then of the other mode's; less was cut too much
MIN_SHARE_FOUND = 0.4  # of the words of an unbroken run of prose, or of the declared text's; less is but a part
LIVE = XPath("//*[contains(@class, 'live-blog') or contains(@class, 'liveblog') or contains(@class, 'LiveBlog')]")
MIN_PROSE = 40  # words; a page that holds fewer may hide its article in a margin
MIN_DECLARED = 80  # words of a declared text; less is an abstract
MIN_SHARE_SCOPED = 0.5  # of the page's prose inside what is marked as the article's body
MAX_ELEMENTS = 60_000  # the library's time grows faster than a page; the survey's does not
RUN = 4  # words
COUNT = XPath("count(.//*)")
BODY = "contains(concat(' ', @itemprop, ' '), ' articleBody ')"
MARKED = XPath(f".//*[@itemprop and {BODY} and not(ancestor::*[{BODY}])]")


def main_text(root: HtmlElement, declared: str | None) -> str:
    """Paragraphs of the article, divided by empty lines; takes the tree apart.

    `declared` is the text of the article as the page's linked data give it, null if they do not.
    """
    for part in list(root.iter(*CODE)):
        part.drop_tree()
    whole = survey(root)
    if whole.prose.get(root, 0) < MIN_PROSE:
        unmask(root)
        whole = survey(root)
    prune(root, whole)
    dissolve_layout_tables(root)
    drop_captions(root)
    drop_standfirst(root, whole)
    scope = _scope(root, whole)
    seen = survey(scope)
    text = _text(seen.article()) if _is_live(seen) or COUNT(scope) > MAX_ELEMENTS else _library(scope, seen)
    if declared:
        text = _declared_or(text, declared)
    return "\n\n".join(line for line in text.split("\n") if line.strip())


def _is_live(seen: Survey) -> bool:
    """Whether most of the prose is posts of a live blog: of several articles the library takes the first, elsewhere rightly."""
    if seen.container is None:
        return False
    half = 0.5 * seen.prose[seen.container]
    return any(seen.prose.get(part, 0) >= half for part in LIVE(seen.container.getroottree()))


def _library(root: HtmlElement, seen: Survey) -> str:
    """The library's text, in the mode that fits the page; the survey's longest run where that is far longer."""
    text = _extract(root, is_precise=True)
    if not text or count_words(text) < MIN_SHARE_PRECISE * sum(block.words for block in seen.article()):
        more = _extract(root, is_precise=False)
        if count_words(text) < MIN_SHARE_PRECISE * count_words(more):
            text = more
    run = seen.longest_run()
    return _text(run) if count_words(text) < MIN_SHARE_FOUND * sum(block.words for block in run) else text


def _text(blocks: list[Block]) -> str:
    return "\n".join(block.text for block in blocks)


def _extract(root: HtmlElement, *, is_precise: bool) -> str:
    from trafilatura import extract  # 0.6 s to import: only where there is a page

    try:
        return extract(root, fast=True, favor_precision=is_precise, include_comments=False, include_tables=True) or ""
    except (RecursionError, ValueError, AttributeError, TypeError, IndexError):  # on trees that no browser would make
        return ""


def _scope(root: HtmlElement, whole: Survey) -> HtmlElement:
    """What the page marks as the article's body, in a page of its own, if it holds most of the prose; else the page."""
    marked = MARKED(root)
    if len(marked) != 1 or whole.prose.get(marked[0], 0) < MIN_SHARE_SCOPED * whole.prose.get(root, 0):
        return root
    body = root.find("body")
    if body is None or marked[0] is body:
        return root
    for child in list(body):
        body.remove(child)
    body.text = None
    body.append(marked[0])
    marked[0].tail = None
    return root


def _declared_or(text: str, declared: str) -> str:
    """The declared text where the one that was found holds little of it; else the one found, for it has its paragraphs."""
    runs = set(_runs(declared))
    covered = len(runs.intersection(_runs(text)))
    return declared if len(runs) >= MIN_DECLARED and covered < MIN_SHARE_FOUND * len(runs) else text


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = [word.casefold() for word in WORD.findall(text)]
    return (tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))
