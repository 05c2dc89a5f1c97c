"""One document as the rules of position look things up in it: sentences, quotations, what was attributed where, by place.

What these mean does not belong here.
"""

import re
from bisect import bisect_left, bisect_right

from assets.enrich.positions.speakers import Row
from assets.enrich.words.passages import Sentence
from assets.enrich.words.quotes import inside, quotations
from assets.enrich.words.tokens import Tokens

Span = tuple[int, int]

# A mark that may open a quotation: an apostrophe after a letter opens none.
MAY_OPEN = re.compile(r"[“”„«»\"]|``|''|(?<!\S)[‘']")


class Page:
    """A body with its sentences (`schemas.SENTENCES`, in order) and attributions (`schemas.ATTRIBUTION_SPANS` rows)."""

    def __init__(self, body: str, sentences: list[Sentence], attributions: list[Row]) -> None:
        self.body, self.sentences = body, sentences
        self.title = next(((row.paragraph_start, row.paragraph_end) for row in sentences if row.is_title), None)
        self.contents: list[Span] = [span for row in attributions for span in row["content_spans"]]
        self._ends = [row.sentence_end for row in sentences]
        self._cues = sorted((row["cue_start"], row["cue_end"]) for row in attributions)
        self._cue_ends = sorted(end for _, end in self._cues)
        self._quotes: dict[int, list[Span]] = {}  # by the first character of a paragraph

    def sentence(self, position: int) -> Sentence:
        """The sentence that a character stands in, or the next."""
        return self.sentences[min(bisect_right(self._ends, position), len(self.sentences) - 1)]

    def quotes(self, start: int, end: int) -> list[Span]:
        """What stands between quotation marks in the paragraphs of [start, end), in the order of the text."""
        found: list[Span] = []
        number = min(bisect_right(self._ends, start), len(self.sentences) - 1)
        before = -1
        for row in self.sentences[number:]:
            if row.paragraph_start >= end:
                break
            if row.paragraph_start != before:
                found.extend(self._quotes_of(row.paragraph_start, row.paragraph_end))
                before = row.paragraph_start
        return found

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
        found = self._quotes.get(start)
        if found is None:
            found = self._quotes[start] = []
            if MAY_OPEN.search(self.body, start, end):
                tokens = Tokens(self.body[start : end + 1])  # with the line break, which tells "Inc." from the end of a sentence
                for quotation in quotations(tokens, [tokens.span(0, end - start)]):
                    first, last = inside(tokens, quotation)
                    found.append((start + first, start + last))
        return found
