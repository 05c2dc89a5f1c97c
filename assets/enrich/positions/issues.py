"""Which issue of the codebook a statement is on. What is said about it is stance, and is read elsewhere."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from assets.codebook import Codebook
from assets.enrich.words.term_search import Hit, plain, within

# How far a term outside the statement counts for it, and what a term must weigh to decide. What stands around a statement
# decides only by terms that are all but certain; a wrong issue is worse than none.
WEIGHTS_BY_SCOPE = {"statement": 1.0, "sentence": 0.6, "paragraph": 0.54, "title": 0.54}
THRESHOLD = 0.5
SPECIFIC_MARGIN = 0.15  # a narrower issue is preferred to its own parent when it weighs at most so much less
REPEATED = 0.02
# Of several issues one whose term has the words it needs in its own sentence is likelier than one that finds them only in its
# paragraph, and that than one that finds them in the headline.
NEARER = 0.06
ECHO, MOST_ECHO = 0.04, 0.3  # added to a title's term for each term of its issue in the body
# A term that weighs less, and asks for no word beside it, says too little by itself: another of its issue, or of a kindred
# one, must stand near.
TELLING = 0.7
# The issue of a fight: most of its terms name what it is against ("terrorism", "war in").
MOSTLY_AGAINST = 0.5
# A document without a telling title is about an issue that has so many of its terms, this share of all, one of them early.
FEWEST_TERMS, LEAST_SHARE, EARLY = 4, 0.5, 600

# "While ties grew worse—a treaty gave way, a consulate was shut—Oslo said": what stands between dashes.
ASIDE = re.compile(r"—[^—.;:!?\n]{10,200}—")

Span = tuple[int, int]
Needs = tuple[tuple[str, ...], ...]  # words of which one must stand near; those that only count together in one tuple


class Hint(NamedTuple):
    """A term of an issue at characters [start, end) of the body."""

    start: int
    end: int
    issue_id: str
    weight: float
    needs: Needs
    is_against: bool


class Surroundings(NamedTuple):
    """Where in a body a statement stands; `foreign` is what others are reported to say in its sentence."""

    statement: Span
    sentence: Span
    paragraph: Span
    title: Span | None = None
    foreign: Sequence[Span] = ()


class Issue(NamedTuple):
    """The issue a statement is on; `is_against` where its own words name the contrary ("lifting sanctions")."""

    issue_id: str
    weight: float
    scope: str  # statement | sentence | paragraph | title: what decided
    is_against: bool
    start: int  # of its first term
    terms: tuple[Span, ...]  # where its terms stand
    is_fight: bool = False  # against what its terms name, as terrorism
    found_in: str = "statement"  # the scope in which its terms stand; `scope` is "statement" as well where one refers to them
    is_bare: bool = False  # no term of it asked for a word beside it
    is_relation: bool = False  # the relations of two sides: who praises the other is for them


class IssueFinder:
    """The issues of a codebook; `terms` are the words for them, to be searched in a body."""

    def __init__(self, codebook: Codebook) -> None:
        self._rows = [
            (row["issue_id"], row["weight"], tuple(tuple(plain(word).split("+")) for word in row["needs"]), row["polarity"] == "against")
            for row in codebook["issue_terms"].iter_rows(named=True)
        ]
        self.terms: list[str] = codebook["issue_terms"]["term"].to_list()
        named = [(issue_id, is_against) for issue_id, _, _, is_against in self._rows]
        self._fights = frozenset(
            issue_id
            for issue_id in {issue_id for issue_id, _ in named}
            if sum(pair == (issue_id, True) for pair in named) > MOSTLY_AGAINST * sum(issue == issue_id for issue, _ in named)
        )
        names = codebook["issues"].select("issue_id", "issue").iter_rows()
        self._relations = frozenset(issue_id for issue_id, name in names if name.endswith(" relations"))
        self.parents: dict[str, str | None] = dict(codebook["issues"].select("issue_id", "parent_issue_id").iter_rows())

    def hints(self, hits: list[Hit]) -> list[Hint]:
        """What hits of `terms` in a body hint at, in the order of the text."""
        return sorted(Hint(start, end, *self._rows[number]) for start, end, number in hits)

    def topic(self, body: str, hints: list[Hint], title: Span | None) -> Issue | None:
        """What a document is about: by its title, else by what it speaks of early and most."""
        if not hints:
            return None
        context = _Context(body, body[slice(*title)] if title else "")
        if title:
            inside = self._inside(title, hints, context)
            echoed = [hint._replace(weight=_with_echo(hint, hints)) for hint in inside]
            best = self._best(echoed, "title", body, Surroundings(title, title, title))
            if best:
                return best
        met = _longest([hint for hint in hints if context.meets(hint.needs)])
        counts: dict[str, list[Hint]] = {}
        for hint in met:
            counts.setdefault(hint.issue_id, []).append(hint)
        telling = {issue: found for issue, found in counts.items() if max(hint.weight for hint in found) > THRESHOLD}
        if not telling:
            return None
        issue, found = max(telling.items(), key=lambda pair: (len(pair[1]), pair[0]))
        if len(found) < FEWEST_TERMS or len(found) < LEAST_SHARE * len(met) or found[0].start > EARLY:
            return None
        return Issue(
            issue,
            THRESHOLD,
            "title",
            False,
            found[0].start,
            tuple((hint.start, hint.end) for hint in found),
            issue in self._fights,
            "title",
            is_relation=issue in self._relations,
        )

    def named(self, body: str, hints: list[Hint], place: Surroundings, topic: Issue | None, *, or_narrower: bool = False) -> Issue | None:
        """The most specific issue that the statement's own words name.

        Parameters
        ----------
        topic
            What the document is about.
        or_narrower
            Whether to look in the sentence for a narrower issue than the statement names, for what is described there stands
            outside the statement ("a move he called a step towards peace").
        """
        if not _any_in(hints, place.statement):
            return None
        context = _surrounding(body, place)
        best = self._best(self._inside(place.statement, hints, context), "statement", body, place)
        if best and best.weight < TELLING and best.is_bare and not self._is_borne_out(best, place, hints, context, topic):
            return None
        if best and or_narrower:
            narrower = self._best(self._inside(place.sentence, hints, context), "sentence", body, place)
            return narrower if narrower and best.issue_id in self._wider(narrower.issue_id) else best
        return best

    def around(
        self, body: str, hints: list[Hint], place: Surroundings, topic: Issue | None, *, reach: str = "title", points_back: bool = True
    ) -> Issue | None:
        """The issue of what stands around a statement that names none: of its sentence, its paragraph, its document.

        Parameters
        ----------
        reach
            The widest scope that may decide.
        points_back
            Whether the statement refers to what was said before ("it", "the deal"). One that does not is on an issue of
            its paragraph only where the whole document is about it.
        """
        if not _any_in(hints, place.paragraph) and not _any_in(hints, place.sentence):
            return topic if reach == "title" else None
        context = _surrounding(body, place)
        hints = _outside_asides(body, hints, place)
        around = [
            hint
            for hint in self._inside(place.sentence, hints, context)
            if points_back or not any(first <= hint.start and hint.end <= last for first, last in place.foreign)
        ]
        best = self._best(around, "sentence", body, place)
        if best or reach == "sentence":
            return best
        inside = self._inside(place.paragraph, hints, context)
        best = self._best(inside, "paragraph", body, place)
        if best is None and points_back:
            best = self._best(inside, "paragraph", body, place, factor=WEIGHTS_BY_SCOPE["sentence"])
            if best and topic and not self.is_kin(best.issue_id, topic.issue_id):
                best = None  # of what is only likely, what the document is about is likelier
        if reach == "paragraph":
            return best
        if best and (points_back or (topic and self.is_kin(best.issue_id, topic.issue_id))):
            return best
        return topic

    def _is_borne_out(self, issue: Issue, place: Surroundings, hints: list[Hint], context: "_Context", topic: Issue | None) -> bool:
        """Whether a weak term is in the company of others of its issue."""
        if topic:
            return self.is_kin(issue.issue_id, topic.issue_id)
        near = self._inside(place.paragraph, hints, context) + (self._inside(place.title, hints, context) if place.title else [])
        return any((hint.start, hint.end) not in issue.terms[:1] and self.is_kin(hint.issue_id, issue.issue_id) for hint in near)

    def is_kin(self, one: str, other: str) -> bool:
        """Whether two issues are the same, or one a part of the other."""
        return one == other or one in self._wider(other) or other in self._wider(one)

    def _inside(self, span: Span, hints: list[Hint], context: "_Context") -> list[Hint]:
        return _longest([hint for hint in within(hints, *span) if context.meets(hint.needs)])

    def _wider(self, issue_id: str) -> list[str]:
        found, parent = [], self.parents.get(issue_id)
        while parent:
            found.append(parent)
            parent = self.parents.get(parent)
        return found

    def _best(self, hints: list[Hint], scope: str, body: str, place: Surroundings, *, factor: float | None = None) -> Issue | None:
        if not hints:
            return None
        factor = factor or WEIGHTS_BY_SCOPE[scope]
        scores: dict[str, float] = {}
        count: dict[str, int] = {}
        for hint in hints:
            count[hint.issue_id] = count.get(hint.issue_id, 0) + 1
            scores[hint.issue_id] = max(scores.get(hint.issue_id, 0.0), hint.weight * factor)
        fitting = {issue: score for issue, score in scores.items() if score >= THRESHOLD}
        if not fitting:
            return None
        best = next(iter(fitting))
        if len(fitting) > 1:
            near = {issue: max(_nearness(hint, body, place) for hint in hints if hint.issue_id == issue) for issue in fitting}
            best = max(
                sorted(fitting),
                key=lambda issue: (
                    fitting[issue] + SPECIFIC_MARGIN * self._depth_among(issue, fitting) + REPEATED * count[issue] + NEARER * near[issue]
                ),
            )
        own = [hint for hint in hints if hint.issue_id == best]
        terms = tuple((hint.start, hint.end) for hint in own)
        is_bare = not any(hint.needs for hint in own)
        return Issue(
            issue_id=best,
            weight=fitting[best],
            scope=scope,
            is_against=_is_against(own),
            start=min(hint.start for hint in own),
            terms=terms,
            is_fight=best in self._fights,
            found_in=scope,
            is_bare=is_bare,
            is_relation=best in self._relations,
        )

    def _depth_among(self, issue: str, others: dict[str, float]) -> int:
        """How many of the wider issues of an issue are candidates as well."""
        return sum(parent in others for parent in self._wider(issue))


@lru_cache(maxsize=4)
def issue_finder(codebook: Codebook) -> IssueFinder:
    """The finder of a codebook, made once."""
    return IssueFinder(codebook)


def _any_in(hints: list[Hint], span: Span) -> bool:
    """Whether a term begins in a span: most have none, and are told apart cheaply."""
    first = bisect_left(hints, (span[0],))
    return first < len(hints) and hints[first].start < span[1]


def _outside_asides(body: str, hints: list[Hint], place: Surroundings) -> list[Hint]:
    """Without terms that a paragraph names only between dashes, in a list or a thought by the way, where the statement does not stand."""
    first, last = place.paragraph
    if body.count("—", first, last) < 2:
        return hints
    asides = [found.span() for found in ASIDE.finditer(body, first, last) if not found.start() <= place.statement[0] < found.end()]
    return [hint for hint in hints if not any(start < hint.start < end for start, end in asides)] if asides else hints


def _longest(hints: list[Hint]) -> list[Hint]:
    """Without terms that lie inside a longer one: "sanctions" in "lifting sanctions"."""
    if len(hints) < 2:
        return hints
    ends = {hint.start: hint.end for hint in hints}  # of the longest that begins there, for hints are in order
    kept, furthest, place = [], 0, -1  # furthest: where what begins further left ends
    for hint in hints:
        if hint.start != place:
            furthest, place = max(furthest, ends.get(place, 0)), hint.start
        if hint.end > furthest and hint.end == ends[place]:
            kept.append(hint)
    return kept


def _with_echo(hint: Hint, hints: list[Hint]) -> float:
    """The weight of a term of the title, raised by every term of its issue in the document: what it is about."""
    echo = sum(other.issue_id == hint.issue_id for other in hints) - 1
    return hint.weight + min(MOST_ECHO, ECHO * echo)


def _is_against(hints: list[Hint]) -> bool:
    """Whether what is named first is the contrary, or lies across one: "sanctions on" in "lifting sanctions on"."""
    first = min(hints)
    return any(hint.is_against and hint.start <= first.end and first.start < hint.end for hint in hints)


class _Context:
    """Where the words that terms need are looked for: a paragraph and the title."""

    def __init__(self, text: str, title: str) -> None:
        self._text = f"{_in_title_case(text)} {_in_title_case(title)}"
        self._met: dict[Needs, bool] = {(): True}
        self._has: dict[str, bool] = {}  # many terms need the same words

    def meets(self, needs: Needs) -> bool:
        """Whether it has one of the words that a term needs."""
        met = self._met.get(needs)
        if met is None:
            met = self._met[needs] = any(all(map(self._finds, together)) for together in needs)
        return met

    def _finds(self, word: str) -> bool:
        has = self._has.get(word)
        if has is None:
            has = self._has[word] = word in self._text and _whole_word(word).search(self._text) is not None
        return has


def _nearness(hint: Hint, body: str, place: Surroundings) -> int:
    """Where a term has the words it needs: 2 in its sentence, or it needs none; 1 in its paragraph; 0 in the title alone."""
    if not hint.needs or _context(body[slice(*place.sentence)], "").meets(hint.needs):
        return 2
    return int(_context(body[slice(*place.paragraph)], "").meets(hint.needs))


def _surrounding(body: str, place: Surroundings) -> _Context:
    return _context(body[slice(*place.paragraph)], body[slice(*place.title)] if place.title else "")


@lru_cache(maxsize=64)
def _context(paragraph: str, title: str) -> _Context:
    """The context of the statements of a paragraph, made once."""
    return _Context(paragraph, title)


def _in_title_case(text: str) -> str:
    """A text with its marks written one way; a headline all in capitals as one in title case."""
    return plain(text.title() if text.isupper() else text)


@lru_cache(maxsize=4096)
def _whole_word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}s?(?!\w)")
