"""Which issue of the codebook a statement is on. What is said about it is stance, and is read elsewhere."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from assets.codebook import Codebook
from assets.enrich.words.term_search import SAME, TermSearch

# How far a term outside the statement counts for it, and what a term must weigh to decide. A title or paragraph decides
# only by terms that are all but certain; a wrong issue is worse than none.
WEIGHTS_BY_SCOPE = {"statement": 1.0, "sentence": 0.6, "paragraph": 0.54, "title": 0.54}
THRESHOLD = 0.5
SPECIFIC_MARGIN = 0.15  # a narrower issue is preferred to its own parent when it weighs at most so much less
REPEATED = 0.02
ECHO, MOST_ECHO = 0.04, 0.3  # added to a title's term for each term of its issue in the body

Span = tuple[int, int]


class Hint(NamedTuple):
    """A term of an issue at characters [start, end) of the body."""

    start: int
    end: int
    issue_id: str
    weight: float
    needs: tuple[str, ...]
    is_against: bool


@dataclass(frozen=True)
class Issue:
    """The issue a statement is on; `is_against` where its own words name the contrary ("lifting sanctions")."""

    issue_id: str
    weight: float
    scope: str
    is_against: bool
    start: int  # of its first term
    terms: tuple[Span, ...]  # where its terms stand


class IssueFinder:
    """The issue terms of a codebook, ready to be looked up document by document."""

    def __init__(self, codebook: Codebook) -> None:
        self._rows = list(codebook["issue_terms"].iter_rows(named=True))
        self._search = TermSearch(row["term"] for row in self._rows)
        self.parents: dict[str, str | None] = dict(codebook["issues"].select("issue_id", "parent_issue_id").iter_rows())

    def hints(self, body: str) -> list[Hint]:
        """All terms of a body, in the order of the text; of two at one place the longer."""
        found = []
        for hit in self._search.find(body):
            row = self._rows[hit.number]
            needs = tuple(word.translate(SAME) for word in row["needs"])
            found.append(Hint(hit.start, hit.end, row["issue_id"], row["weight"], needs, row["polarity"] == "against"))
        return sorted(found)

    def issue(
        self,
        body: str,
        hints: list[Hint],
        statement: Span,
        sentence: Span,
        paragraph: Span,
        title: Span | None,
        *,
        reach: str = "title",
    ) -> Issue | None:
        """The most specific issue that fits: by the statement's words first, then its sentence, paragraph and title.

        `reach` is the widest scope that may decide; "topic" looks in the sentence for a narrower issue than the statement
        names, for what is described there stands outside the statement ("a move he called a step towards peace").
        """
        context = (body[slice(*paragraph)] + " " + (body[slice(*title)] if title else "")).translate(SAME)
        scopes = {"statement": statement, "sentence": sentence, "paragraph": paragraph, "title": title}
        taken: Span | None = None
        for scope, span in scopes.items():
            if span is None or span == taken:
                continue
            inside = [hint for hint in hints if span[0] <= hint.start and hint.end <= span[1] and _is_met(hint, context)]
            inside = _longest(inside)
            if scope == "title":
                inside = [hint._replace(weight=_with_echo(hint, hints)) for hint in inside]
            best = self._best(inside, WEIGHTS_BY_SCOPE[scope], scope)
            if best and reach == "topic":
                return self._narrowed(best, hints, sentence, context)
            if best or scope == reach:
                return best
            taken = span
        return None

    def _narrowed(self, issue: Issue, hints: list[Hint], sentence: Span, context: str) -> Issue:
        """A narrower issue that the sentence names, where the statement only names a wider one."""
        inside = [hint for hint in hints if sentence[0] <= hint.start and hint.end <= sentence[1] and _is_met(hint, context)]
        narrower = self._best(_longest(inside), WEIGHTS_BY_SCOPE["sentence"], "sentence")
        return narrower if narrower and issue.issue_id in self._wider(narrower.issue_id) else issue

    def _wider(self, issue_id: str) -> list[str]:
        found, parent = [], self.parents.get(issue_id)
        while parent:
            found.append(parent)
            parent = self.parents.get(parent)
        return found

    def _best(self, hints: list[Hint], factor: float, scope: str) -> Issue | None:
        scores: dict[str, float] = {}
        count: dict[str, int] = {}
        for hint in hints:
            score = hint.weight * factor
            count[hint.issue_id] = count.get(hint.issue_id, 0) + 1
            if hint.issue_id in scores:
                scores[hint.issue_id] = max(scores[hint.issue_id], score)
            else:
                scores[hint.issue_id] = score
        fitting = {issue: score for issue, score in scores.items() if score >= THRESHOLD}
        if not fitting:
            return None
        best = max(
            sorted(fitting),
            key=lambda issue: fitting[issue] + SPECIFIC_MARGIN * self._depth_among(issue, fitting) + REPEATED * count[issue],
        )
        own = [hint for hint in hints if hint.issue_id == best]
        return Issue(
            best, fitting[best], scope, _is_against(own), min(hint.start for hint in own), tuple((hint.start, hint.end) for hint in own)
        )

    def _depth_among(self, issue: str, others: dict[str, float]) -> int:
        """How many of the wider issues of an issue are candidates as well."""
        return sum(parent in others for parent in self._wider(issue))


@lru_cache(maxsize=4)
def issue_finder(codebook: Codebook) -> IssueFinder:
    """The finder of a codebook, made once."""
    return IssueFinder(codebook)


def _longest(hints: list[Hint]) -> list[Hint]:
    """Without terms that lie inside a longer one: "sanctions" in "lifting sanctions"."""
    return [
        hint
        for hint in hints
        if not any(
            other.start <= hint.start and hint.end <= other.end and other.end - other.start > hint.end - hint.start for other in hints
        )
    ]


def _with_echo(hint: Hint, hints: list[Hint]) -> float:
    """The weight of a term of the title, raised by every term of its issue in the document: what it is about."""
    echo = sum(other.issue_id == hint.issue_id for other in hints) - 1
    return hint.weight + min(MOST_ECHO, ECHO * echo)


def _is_against(hints: list[Hint]) -> bool:
    """Whether all terms name the contrary, or lie across one that does: "sanctions on" in "lifting sanctions on"."""
    contrary = [hint for hint in hints if hint.is_against]
    return bool(contrary) and all(any(hint.start < other.end and other.start < hint.end for other in contrary) for hint in hints)


def _is_met(hint: Hint, context: str) -> bool:
    """Whether the context has one of the words that a term needs; words joined by "+" are needed together."""
    return not hint.needs or any(all(_stands_in(part, context) for part in word.split("+")) for word in hint.needs)


@lru_cache(maxsize=4096)
def _whole_word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}s?(?!\w)")


def _stands_in(word: str, context: str) -> bool:
    return word in context and _whole_word(word).search(context) is not None
