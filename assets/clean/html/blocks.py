"""A page as a survey of its blocks of text: how much prose each element holds, and which element is the article's own.

The container of the article is the subtree with the most words of prose less words of links: both grow with the
subtree, prose only as long as the article does. A second opinion beside the library's names of classes; no names here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import iterwalk  # type: ignore[import-untyped]
from lxml.html import HtmlElement  # type: ignore[import-untyped]

BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav",
    "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
CODE = ("script", "style", "noscript", "template", "svg", "iframe")
MARGINS = ("nav", "footer", "aside", "figure", "header", "button", "select", "textarea", "object", "video", "audio", "map")
SILENT = frozenset((*CODE, *MARGINS, "option", "input", "canvas", "embed", "head")) - {"header"}  # a header holds the headline
CELLS = ("li", "td", "th", "dd", "dt")
WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*$")
SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
CHARACTERS_A_WORD = 2  # of scripts that write none apart
MIN_PROSE = 12  # words; a line that long is prose even without a full stop
MIN_SENTENCE = 7  # words
MAX_LINKED = 0.5  # of the words; above it a block is a list of links
LOOSE_COST = 0.3  # a short line that is no sentence speaks against prose, less than a link does


@dataclass(slots=True)
class Block:
    """A run of text between two block tags, in the element that holds it."""

    element: HtmlElement
    text: str
    words: int
    linked: int  # of the words, those inside links

    @property
    def links(self) -> int:
        """Words of it if it is a list of links."""
        return self.words if self.linked > MAX_LINKED * self.words else 0

    @property
    def prose(self) -> int:
        """Words of it that read as running text."""
        free = self.words - self.linked
        if self.links:
            return 0
        return free if free >= MIN_PROSE or (free >= MIN_SENTENCE and SENTENCE_END.search(self.text)) else 0


@dataclass
class Survey:
    """Blocks in page order; by element the words of prose it holds, the words of its lists of links, and what both weigh."""

    blocks: list[Block] = field(default_factory=list)
    prose: dict[HtmlElement, int] = field(default_factory=dict)
    links: dict[HtmlElement, int] = field(default_factory=dict)
    container: HtmlElement | None = None

    def article(self) -> list[Block]:
        """Blocks of the container, without lists of links in it."""
        if self.container is None:
            return []
        inside = set(self.container.iter())
        return [block for block in self.blocks if block.element in inside and (block.prose or not self._in_links(block.element))]

    def longest_run(self) -> list[Block]:
        """Of the container's blocks the run with the most prose that neither a list of links nor another headline breaks."""
        if self.container is None:
            return []
        inside = set(self.container.iter())
        runs: list[list[Block]] = [[]]
        for block in self.blocks:
            if block.element in inside:
                if block.links or block.element.tag == "h1":
                    runs.append([])
                else:
                    runs[-1].append(block)
        return max(runs, key=lambda run: sum(block.prose for block in run))

    def _in_links(self, element: HtmlElement) -> bool:
        while element is not None and element is not self.container:
            if self.links.get(element, 0) > self.prose.get(element, 0):
                return True
            element = element.getparent()
        return False


def survey(root: HtmlElement) -> Survey:
    """The survey of a page or a part of one; time and memory grow with its size only, whatever its depth."""
    found = Survey(list(_blocks(root)))
    own: dict[HtmlElement, tuple[int, int, float]] = {}
    for block in found.blocks:
        prose, links, loose = own.get(block.element, (0, 0, 0.0))
        own[block.element] = (prose + block.prose, links + block.links, loose + _cost(block))
    best = 0.0
    sums: list[tuple[int, int, float]] = []
    for event, element in iterwalk(root, events=("start", "end")):
        if event == "start":
            sums.append(own.get(element, (0, 0, 0.0)))
            continue
        prose, links, loose = sums.pop()
        if sums:
            above = sums[-1]
            sums[-1] = (above[0] + prose, above[1] + links, above[2] + loose)
        if prose or links:
            found.prose[element], found.links[element] = prose, links
        if prose - links - loose > best:  # children end before their parents: of equals the deepest
            best, found.container = prose - links - loose, element
    return found


def count_words(text: str) -> int:
    """Words of a text; scripts that write none apart are counted by their characters."""
    return len(WORD.findall(text)) + len(SPACELESS.findall(text)) // CHARACTERS_A_WORD


def _cost(block: Block) -> float:
    return 0.0 if block.prose or block.links or block.element.tag in CELLS else LOOSE_COST * block.words


def _blocks(root: HtmlElement) -> Iterator[Block]:
    parts: list[str] = []
    linked: list[str] = []
    holder: HtmlElement | None = None
    stack = [root]
    links = 0
    walk = iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        is_silent = tag in SILENT or not isinstance(tag, str)
        if event == "start":
            if is_silent:
                walk.skip_subtree()
                continue
            if tag in BLOCKS:
                if holder is not None:
                    yield _block(holder, parts, linked)
                    holder = None
                stack.append(element)
            links += tag == "a"
            text = element.text
        else:
            if not is_silent:
                links -= tag == "a"
                if tag in BLOCKS:
                    if holder is not None:
                        yield _block(holder, parts, linked)
                        holder = None
                    stack.pop()
            if element is root:
                break
            text = element.tail
        if text and (holder is not None or not text.isspace()):
            holder = stack[-1] if holder is None else holder
            parts.append(text)
            if links:
                linked.append(text)
    if holder is not None:
        yield _block(holder, parts, linked)


def _block(holder: HtmlElement, parts: list[str], linked: list[str]) -> Block:
    """The block of the text gathered, which is then empty for the next."""
    text = " ".join("".join(parts).split())
    block = Block(holder, text, count_words(text), count_words(" ".join(linked)) if linked else 0)
    parts.clear()
    linked.clear()
    return block
