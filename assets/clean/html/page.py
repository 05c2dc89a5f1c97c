"""A page as the pipeline wants it: lines of text, what its metadata say, how much of it a reader sees."""

from dataclasses import dataclass

from lxml.etree import XPath  # type: ignore[import-untyped]

from assets.clean.html.linked_data import article_node, declared_text
from assets.clean.html.main_text import main_text
from assets.clean.html.metadata import Metadata, metadata
from assets.clean.html.parsing import tree

VISIBLE = XPath(
    ".//text()[not(parent::script or parent::style or parent::noscript or parent::template or parent::title or parent::iframe)]",
    smart_strings=False,
)


@dataclass(frozen=True)
class Page(Metadata):
    """What a page holds and says of itself."""

    text: str = ""  # a paragraph a line, empty lines between
    visible_characters: int = 0  # of the whole page, white space aside


def read(html: str) -> Page:
    """Read a page. An unparsable one has no text; what then becomes of it is the caller's business."""
    root = tree(html)
    if root is None:
        return Page()
    node = article_node(root)
    said = metadata(root, node)
    visible = sum(len("".join(text.split())) for text in VISIBLE(root))
    return Page(**vars(said), text=main_text(root, declared_text(node)), visible_characters=visible)  # text last: it fells the tree
