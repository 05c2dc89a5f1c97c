"""What a document and each of its paragraphs are about: the issue that most of their terms hint at. Which issue a statement is on is
found in `issues`.
"""

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple, Protocol

from assets.enrich.positions.hints import Hint, Span, any_in, longest
from assets.enrich.words.term_search import Hit, within

PARAGRAPH_END = "\n\n"
TITLE_FACTOR, LEAD_FACTOR = 3.0, 2.0  # what the terms of the headline, and of what opens a document or a paragraph, count
OPENING = 60  # characters that open a paragraph
WIDER_SHARE = 0.5  # of what speaks for a wider issue, that speaks for a narrower one beside it
# One of an issue's terms must weigh so much: the name of a country alone tells no issue.
TELLING = 0.66
# One of such a weight is all but certain: what headline or lead so name is the matter of all that follows.
CERTAIN = 0.88
# What a place of an issue that no term tells of counts against another: a state has a part in more than one matter.
UNTOLD_RIVAL = 0.5
# What must speak for an issue, of all that hints at any, for a paragraph and for a document to be about it, and for a document to be
# about little else.
PARAGRAPH_SHARE, DOCUMENT_SHARE, ALMOST_ALL = 0.5, 0.34, 0.5
# Of all that speaks for an issue in a paragraph, and in a document: one word in passing makes no subject.
LEAST_IN_PARAGRAPH, LEAST_IN_DOCUMENT = 0.7, 1.5
# Terms that need no other word, by a character, of a document on several issues: nineteen in twenty of articles on a country's own
# politics have hardly more. Set on few articles on diplomacy, not all of which reach it.
DENSE = 0.002
LEAST_PARAGRAPHS = 0.4  # the share of its paragraphs that name what a document is about, where neither headline nor lead tells it


class Theme(NamedTuple):
    """An issue that a text is about, with its terms there; `share`, 0-1, of what hints at any; `spread`, of its paragraphs that name it."""

    issue_id: str
    terms: tuple[Span, ...]
    share: float
    spread: float = 1.0

    @property
    def is_in_passing(self) -> bool:
        """Whether one word is all that names it."""
        return len({start for start, _ in self.terms}) == 1


class Place(Protocol):
    """Where a statement stands."""

    @property
    def sentence(self) -> Span: ...
    @property
    def paragraph(self) -> Span: ...


class Themes:
    """The themes of one body.

    Parameters
    ----------
    hints, needed
        The terms of issues in the body, and the words that some of them need, in order.
    wider
        The issues that an issue is a part of.
    """

    def __init__(self, body: str, hints: list[Hint], needed: list[Hit], title: Span | None, wider: Callable[[str], list[str]]) -> None:
        self.body, self.hints, self._needed, self._title, self._wider = body, hints, needed, title, wider
        self._present: dict[Span, frozenset[int]] = {}
        self._headline = self._words(title) if title else frozenset()
        self._of: dict[Span, Theme | None] = {}
        self._fitting: dict[Span, list[Hint]] = {}

    @cached_property
    def document(self) -> Theme | None:
        """What the document is about."""
        return self._document() if self.hints else None

    @cached_property
    def is_on_issues(self) -> bool:
        """Whether the document is on an issue, or on several between which it is not decided."""
        if self.document is not None:
            return True
        told = sum(hint.weight for hint in self.hints if hint.needs is None and hint.weight >= TELLING)
        return told >= DENSE * len(self.body)

    def of(self, paragraph: Span) -> Theme | None:
        """What a paragraph is about, if it is about one thing."""
        if paragraph not in self._of:
            met = self.met(paragraph, paragraph)
            weights = {hint: hint.weight * (LEAD_FACTOR if hint.start < paragraph[0] + OPENING else 1.0) for hint in met}
            self._of[paragraph] = self._leading(met, weights, PARAGRAPH_SHARE, LEAST_IN_PARAGRAPH)
        return self._of[paragraph]

    def has(self, issue_id: str, span: Span) -> bool:
        """Whether a term of an issue, be it a place, stands in a span."""
        return any(hint.issue_id == issue_id for hint in self.met(span, span))

    def names(self, issue_id: str) -> bool:
        """Whether a telling term of an issue stands anywhere in the document."""
        return any(hint.issue_id == issue_id and hint.needs is None and hint.weight >= TELLING for hint in self.hints)

    def met(self, span: Span, paragraph: Span) -> list[Hint]:
        """The terms in a span that have the words they need in the paragraph, or in the headline; those of what the document is
        about have them wherever they stand in it.
        """
        fitting = self._fitting.get(paragraph)
        if fitting is None:
            about = self.document
            fitting = self._fitting[paragraph] = self._with_needs(paragraph, about.issue_id if about else None)
        return longest(fitting if span == paragraph else within(fitting, *span)) if fitting else []

    def _with_needs(self, paragraph: Span, about: str | None) -> list[Hint]:
        found = within(self.hints, *paragraph)
        if not found:
            return []
        present = self._words(paragraph) | self._headline
        return [hint for hint in found if hint.needs is None or hint.issue_id == about or hint.needs.met(present)]

    def nearness(self, hint: Hint, place: Place) -> int:
        """Where a term has the words it needs: 2 in its sentence, or it needs none; 1 in its paragraph; 0 in the headline alone."""
        if hint.needs is None or hint.needs.met(self._words(place.sentence)):
            return 2
        return int(hint.needs.met(self._words(place.paragraph)))

    def _words(self, span: Span) -> frozenset[int]:
        """The words of a span that terms may need."""
        found = self._present.get(span)
        if found is None:
            found = self._present[span] = frozenset(hit.number for hit in within(self._needed, *span))
        return found

    def _document(self) -> Theme | None:
        met: list[Hint] = []
        weights: dict[Hint, float] = {}
        paragraphs = _paragraphs(self.body)
        lead = paragraphs[1] if self._title and len(paragraphs) > 1 else paragraphs[0]
        for paragraph in paragraphs:
            is_title = self._title is not None and paragraph[0] <= self._title[0] < paragraph[1]
            factor = TITLE_FACTOR if is_title else LEAD_FACTOR if paragraph == lead else 1.0
            for hint in longest(within(self._with_needs((paragraph[0], lead[1]) if is_title else paragraph, None), *paragraph)):
                met.append(hint)
                weights[hint] = factor * hint.weight
        theme = self._leading(met, weights, DOCUMENT_SHARE, LEAST_IN_DOCUMENT)
        if theme is None:
            return None
        told = [hint for hint in met if hint.issue_id == theme.issue_id]
        own = [hint for hint in self.hints if hint.issue_id == theme.issue_id and hint.weight >= TELLING]
        spread = sum(any_in(own, paragraph) for paragraph in paragraphs) / len(paragraphs)
        if any(hint.start < lead[1] and hint.weight >= CERTAIN for hint in told):
            return theme._replace(spread=1.0)
        if any(hint.start < lead[1] and hint.weight >= TELLING for hint in told):
            return theme._replace(spread=spread)
        spoken = sum(bool(within(told, *paragraph)) for paragraph in paragraphs)
        return theme._replace(spread=spread) if spoken >= LEAST_PARAGRAPHS * len(paragraphs) else None

    def _leading(self, met: list[Hint], weights: dict[Hint, float], least_share: float, least: float) -> Theme | None:
        if not met:
            return None
        own: dict[str, float] = {}
        telling: set[str] = set()
        counted: dict[tuple[int, str], float] = {}  # a term and its plural are one word of the text
        for hint in met:
            place, weight = (hint.start, hint.issue_id), weights[hint]
            more = weight - counted.get(place, 0.0)
            if more > 0.0:
                counted[place] = weight
                own[hint.issue_id] = own.get(hint.issue_id, 0.0) + more
            if hint.weight >= TELLING:
                telling.add(hint.issue_id)
        if not telling:
            return None
        scores = {issue: own[issue] + WIDER_SHARE * sum(own.get(wider, 0.0) for wider in self._wider(issue)) for issue in telling}
        best = max(sorted(scores), key=lambda issue: (scores[issue], len(self._wider(issue))))
        others = {issue: weight for issue, weight in own.items() if issue != best and issue not in self._wider(best)}
        rivals = sum(weight * (1.0 if issue in telling else UNTOLD_RIVAL) for issue, weight in others.items())
        share = scores[best] / (scores[best] + rivals)
        if share < least_share or own[best] < least:
            return None
        return Theme(best, tuple((hint.start, hint.end) for hint in met if hint.issue_id == best), share)


def _paragraphs(body: str) -> list[Span]:
    found, start = [], 0
    while start < len(body):
        end = body.find(PARAGRAPH_END, start)
        end = len(body) if end < 0 else end
        if end > start:
            found.append((start, end))
        start = end + len(PARAGRAPH_END)
    return found
