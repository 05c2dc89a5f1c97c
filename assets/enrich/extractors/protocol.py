"""What an extractor of attributions is: paragraphs in, proposals out. Whether the words stand in the text is for `checking`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a body: its number from 0 (the title, where there is one) and its text."""

    number: int
    text: str


@dataclass(frozen=True)
class Text:
    """A document as an extractor gets it."""

    document_id: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Words:
    """Words an extractor points to, and the character of the paragraph where they begin, if it says so."""

    text: str
    start: int | None = None


@dataclass(frozen=True)
class Proposal:
    """An attribution as proposed: all its words in one paragraph. `content` has several parts where a quotation is broken up."""

    paragraph: int
    cue: Words
    content: tuple[Words, ...]
    source: Words | None = None


@dataclass(frozen=True)
class Reading:
    """What an extractor makes of one document. With a `problem` it could not read it to its end: the rules read it instead."""

    document_id: str
    proposals: tuple[Proposal, ...] = ()
    problem: str | None = None


class Extractor(Protocol):
    """Reads documents. `name` becomes the `rule` of its rows; `version` changes when it would read the same text otherwise.

    `read` gives one reading a document, in order. It does not raise for a document it cannot read, nor for a server that
    does not answer: that is a reading with a problem.
    """

    name: str
    version: str

    def read(self, texts: Iterable[Text]) -> Iterator[Reading]:
        """One reading a text."""
        ...
