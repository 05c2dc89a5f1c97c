"""One document as the rules of position look things up in it: sentences, quotations, what was attributed where, by place.

What these mean does not belong here.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from assets.enrich.positions.speakers import Row
from assets.enrich.words.passages import Sentence
from assets.enrich.words.quotes import inside, quotations
from assets.enrich.words.tokens import Tokens

Span = tuple[int, int]

DOUBLE = re.compile(r"[“”„«»\"]")
# Marks that only their neighbours explain; an apostrophe after a letter is none.
UNUSUAL = re.compile(r"``|''|(?<!\S)[‘']")
# A quotation as most are: it opens behind a space, and closes behind its last word.
WELL_FORMED = re.compile(r"(?<![^\s(\[—–-])[“„«\"](?P<words>[^“”„«»\"]*[^“”„«»\"\s(\[—–-])[”»\"]")


class Page:
    """A body with its sentences (`schemas.SENTENCES`, in order) and attributions (`schemas.ATTRIBUTION_SPANS` rows)."""

    def __init__(self, body: str, sentences: list[Sentence], attributions: list[Row]) -> None:
        self.body, self.sentences = body, sentences
        self.title = next(((row.paragraph_start, row.paragraph_end) for row in sentences if row.is_title), None)
        self._contents: list[Span] = sorted(span for row in attributions for span in row["content_spans"])
        self._ends = [row.sentence_end for row in sentences]
        self._cues = sorted((row["cue_start"], row["cue_end"]) for row in attributions)
        self._cue_ends = sorted(end for _, end in self._cues)
        self._quotes: dict[int, list[Span]] = {}  # by the first character of a paragraph

    def sentence(self, position: int) -> Sentence:
        """The sentence that a character stands in, or the next."""
        return self.sentences[min(bisect_right(self._ends, position), len(self.sentences) - 1)]

    def quotes(self, start: int, end: int) -> list[Span]:
        """What stands between quotation marks in the paragraphs of [start, end), in the order of the text."""
        number = min(bisect_right(self._ends, start), len(self.sentences) - 1)
        first = self.sentences[number]
        if end <= first.paragraph_end:  # as most
            return self._quotes_of(first.paragraph_start, first.paragraph_end) if first.paragraph_start < end else []
        found: list[Span] = []
        before = -1
        for row in self.sentences[number:]:
            if row.paragraph_start >= end:
                break
            if row.paragraph_start != before:
                found.extend(self._quotes_of(row.paragraph_start, row.paragraph_end))
                before = row.paragraph_start
        return found

    def contents_in(self, start: int, end: int) -> list[Span]:
        """What somebody is reported to say, where it begins in [start, end)."""
        return self._contents[bisect_left(self._contents, (start,)) : bisect_left(self._contents, (end,))]

    def has_cue(self, start: int, end: int) -> bool:
        """Whether a cue stands in, or reaches into, [start, end)."""
        return any(last > start for _, last in self._cues[: bisect_left(self._cues, (end,))])

    def bounds(self, row: Row) -> Span:
        """From the first sentence of an attribution to the end of the one its cue stands in."""
        last = self.sentence(max(row["cue_start"], row["source_start"] or 0))
        return min(last.sentence_start, row["evidence_start"]), last.sentence_end

    def between_cues(self, row: Row) -> Span:
        """The bounds of an attribution, without what belongs to the cues of others before and behind it."""
        start, end = self.bounds(row)
        before = bisect_right(self._cue_ends, row["evidence_start"])
        behind = bisect_left(self._cues, (row["evidence_end"],))
        if before:
            start = max(start, self._cue_ends[before - 1])
        if behind < len(self._cues):
            end = min(end, self._cues[behind][0])
        return start, end

    def _quotes_of(self, start: int, end: int) -> list[Span]:
        if start not in self._quotes:
            paragraph = self.body[start : end + 1]  # with the line break, for tokens look at what follows them
            self._quotes[start] = [(start + first, start + last) for first, last in _quoted(paragraph)]
        return self._quotes[start]


def _quoted(paragraph: str) -> Iterator[Span]:
    """What stands between quotation marks; tokens, which are dear, are made only where marks are not as usual."""
    marks = len(DOUBLE.findall(paragraph))
    is_unusual = ("'" in paragraph or "‘" in paragraph or "``" in paragraph) and UNUSUAL.search(paragraph) is not None
    found = [match.span("words") for match in WELL_FORMED.finditer(paragraph)] if marks else []
    if 2 * len(found) == marks and not is_unusual:
        yield from found
        return
    tokens = Tokens(paragraph)
    for quotation in quotations(tokens, [(0, len(tokens))]):
        yield inside(tokens, quotation)
