"""Which issue of the codebook a statement is on. What is said about it is stance, and is read elsewhere."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import polars as pl

from assets.codebook import Codebook
from assets.enrich.positions.hints import Hint, Needs, Span, any_in
from assets.enrich.positions.themes import ALMOST_ALL, Theme, Themes
from assets.enrich.words.term_search import Hit, within

# How far a term outside the statement counts for it, and what a term must weigh to decide. What stands around a statement
# decides only by terms that are all but certain; a wrong issue is worse than none.
WEIGHTS_BY_SCOPE = {"statement": 1.0, "sentence": 0.6}
THRESHOLD = 0.5
SPECIFIC_MARGIN = 0.15  # a narrower issue is preferred to its own parent when it weighs at most so much less
REPEATED = 0.02
# Of several issues one whose term has the words it needs in its own sentence is likelier than one that finds them only in its
# paragraph, and that than one that finds them in the headline.
NEARER = 0.06
# A term that weighs less, and asks for no word beside it, says too little by itself: another of its issue, or of a kindred
# one, must stand near.
TELLING = 0.7
# The issue of a fight: most of its terms name what it is against ("terrorism", "war in").
MOSTLY_AGAINST = 0.5
# What the whole document is about is a little likelier than another issue.
OF_DOCUMENT = 0.08

# A statement without a word on any issue is on its document's where so many of the paragraphs name that, and where its own paragraph
# does not name so many others. Of news labelled blind, a third of those below and a quarter of those beyond were.
LEAST_SPREAD, RIVALS = 0.3, 2

# An issue whose description tells it to be peace, or good relations: talks are a name of it, violence of its contrary.
PEACEABLE = re.compile(
    r"\b(?:peace|peaceful|ceasefire|truce|calm|quiet|restraint|reconciliation|settling|settlement|halt|talks|negotiation|dialogue"
    r"|(?:better|normal|close) relations)\b",
    re.IGNORECASE,
)

# An issue that is an agreement, and what stands for one: sanctions that a paragraph is on are no deal.
AGREED = re.compile(r"\b(?:agreements?|accords?|treat(?:y|ies)|pact|deal|truce|ceasefire)\b", re.IGNORECASE)
THE_DEAL = re.compile(r"\b(?:the|this|that) (?:deal|agreement|accord|pact|treaty)\b")

# Relations of two sides, told as such.
RELATIONS = re.compile(r"\b(?:ties|relations|relationship|rapprochement) (?:with|between)\b")

# An issue that is a measure of one state against another.
MEASURE = re.compile(r"\b(?:sanctions|tariffs|embargo|limits on|restrictions on)\b", re.IGNORECASE)

# "While ties grew worse—a treaty gave way, a consulate was shut—Oslo said": what stands between dashes.
ASIDE = re.compile(r"—[^—.;:!?\n]{10,200}—")


Row = tuple[str, float, Needs | None, bool]  # of a term: issue, weight, the words that it needs, whether it names the contrary


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
    is_peace: bool = False  # peace, or good relations
    is_of_other: bool = False  # the relations of the holder's country with the one that the statement names
    is_faint: bool = False  # as likely another, or none: it makes a statement a position, and is not told


class IssueFinder:
    """The issues of a codebook; `terms` are the words for them, `needed` those that some need; both to be searched in a body."""

    def __init__(self, codebook: Codebook) -> None:
        numbers: dict[str, int] = {}  # of the words that terms need

        def needs(asked: tuple[str, ...]) -> Needs | None:
            sets = [frozenset(numbers.setdefault(word, len(numbers)) for word in together.split("+")) for together in asked]
            single = frozenset(number for one in sets if len(one) == 1 for number in one)
            return Needs(single, tuple(one for one in sets if len(one) > 1)) if sets else None

        columns = codebook["issue_terms"].select("issue_id", "weight", "needs", "polarity")
        known = {asked: needs(asked) for asked in sorted(set(map(tuple, columns["needs"].to_list())))}
        self.needed: list[str] = list(numbers)
        told = [(issue, weight, known[tuple(asked)], side == "against") for issue, weight, asked, side in columns.iter_rows()]
        rows: dict[str, list[Row]] = {}  # one term may be a word for several issues
        for term, row in zip(codebook["issue_terms"]["term"].to_list(), told, strict=True):
            rows.setdefault(term, []).append(row)
        self._rows = dict(enumerate(rows.values(), len(numbers)))  # by the number of a hit
        self.terms: list[str] = list(rows)
        against = columns.group_by("issue_id").agg(pl.col("polarity").eq_missing("against").mean())
        self._fights = frozenset(issue_id for issue_id, share in against.iter_rows() if share > MOSTLY_AGAINST)
        told_to_be = codebook["issues"].select("issue_id", "description").iter_rows()
        described = dict(told_to_be)
        self._peaceable = frozenset(issue_id for issue_id, description in described.items() if PEACEABLE.search(description))
        self._measures = frozenset(issue_id for issue_id, description in described.items() if MEASURE.search(description))
        self._deals = frozenset(issue_id for issue_id, description in described.items() if AGREED.search(description))
        names = codebook["issues"].select("issue_id", "issue").iter_rows()
        self._relations = frozenset(issue_id for issue_id, name in names if name.endswith(" relations"))
        self.parents: dict[str, str | None] = dict(codebook["issues"].select("issue_id", "parent_issue_id").iter_rows())
        self._peace_roots = frozenset(map(self._root, self._peaceable))

    def hints(self, hits: list[Hit], needed: list[Hit]) -> list[Hint]:
        """What hits of `terms`, numbered behind those of `needed`, hint at in a body, in the order of the text.

        Terms that need words which stand nowhere in the body are left out here, before they are looked at again and again.
        """
        present = frozenset([hit.number for hit in needed])
        fitting: dict[int, list[Row]] = {}
        found = []
        for start, end, number in sorted(hits):
            rows = fitting.get(number)
            if rows is None:
                rows = fitting[number] = [row for row in self._rows[number] if row[2] is None or row[2].met(present)]
            found.extend([Hint(start, end, *row) for row in rows])
        return found

    def themes(self, body: str, hints: list[Hint], needed: list[Hit], title: Span | None) -> Themes:
        """What a document and its paragraphs are about, by hits of `terms` and of `needed` in the body."""
        return Themes(body, hints, needed, title, self._wider)

    def named(self, themes: Themes, place: Surroundings, *, or_narrower: bool = False) -> Issue | None:
        """The most specific issue that the statement's own words name.

        Parameters
        ----------
        themes
            Of its document.
        or_narrower
            Whether to look in the sentence for a narrower issue than the statement names, for what is described there stands
            outside the statement ("a move he called a step towards peace").
        """
        if not any_in(themes.hints, place.statement):
            return None
        best = self._best(themes.met(place.statement, place.paragraph), "statement", themes, place)
        if best and best.weight < TELLING and best.is_bare and not self._is_borne_out(best, themes, place):
            return None
        if best and or_narrower:
            narrower = self._best(themes.met(place.sentence, place.paragraph), "sentence", themes, place)
            return narrower if narrower and best.issue_id in self._wider(narrower.issue_id) else best
        return best

    def around(
        self, themes: Themes, place: Surroundings, *, reach: str = "title", points_back: bool = True, is_vague: bool = False
    ) -> Issue | None:
        """The issue of what stands around a statement that names none: of its sentence, its paragraph, its document.

        Parameters
        ----------
        reach
            The widest scope that may decide.
        points_back
            Whether the statement refers to what was said before ("it", "the deal"). One that does not is on an issue of
            its paragraph only where the paragraph is about it, and the document or nothing else in the paragraph speaks against it.
        is_vague
            Whether the statement is no clause ("condemned the advance"), and only on an issue that all around it is on.
        """
        issue = self._around(themes, place, reach, points_back=points_back, is_vague=is_vague)
        about = themes.document
        if issue is None or about is None or issue.issue_id in self._deals or about.issue_id not in self._deals:
            return issue
        return self._of(about, "title") if THE_DEAL.search(themes.body, *place.statement) else issue

    def _around(self, themes: Themes, place: Surroundings, reach: str, *, points_back: bool, is_vague: bool) -> Issue | None:
        named = within(themes.hints, *place.statement) if any_in(themes.hints, place.statement) else []
        if not points_back and (RELATIONS.search(themes.body, *place.statement) or any(one.issue_id in self._relations for one in named)):
            return None  # relations of others: "better ties with Hanoi"
        document = themes.document
        if reach == "title" and not any_in(themes.hints, place.paragraph) and not any_in(themes.hints, place.sentence):
            return self._of_document(document, themes, place, is_vague=is_vague)
        hints = [
            hint
            for hint in _outside_asides(themes, place)
            if points_back or not any(first <= hint.start and hint.end <= last for first, last in place.foreign)
        ]
        best = self._best(hints, "sentence", themes, place)
        if (best and not is_vague) or reach == "sentence":
            return best
        theme = themes.of(place.paragraph)
        about = self._of(theme, "paragraph") if theme else None
        if reach == "paragraph" or best:
            return best if best and (about is None or best.issue_id == about.issue_id) else about
        if theme is None:
            return self._of_document(document, themes, place, is_vague=is_vague)
        if document is None:  # in passing, in a text on no issue: the paragraph is not about it
            return about if themes.is_on_issues or not theme.is_in_passing else None
        if (
            self.is_kin(theme.issue_id, document.issue_id)
            or (not themes.has(document.issue_id, place.paragraph) and not _is_in_passing(theme, document, named))
            or (points_back and len(theme.terms) > 1)
        ):
            return about
        return self._of_document(document, themes, place, is_vague=is_vague)

    def _of_document(self, theme: Theme | None, themes: Themes, place: Surroundings, *, is_vague: bool) -> Issue | None:
        if theme is None or (is_vague and theme.share < ALMOST_ALL):
            return None
        rivals = {hint.issue_id for hint in themes.met(place.paragraph, place.paragraph) if hint.weight >= TELLING}
        others = sum(not self.is_kin(rival, theme.issue_id) for rival in rivals)
        return self._of(theme, "title")._replace(is_faint=theme.spread < LEAST_SPREAD or others >= RIVALS)

    def _of(self, theme: Theme, scope: str) -> Issue:
        """What a text is about, as the issue of a statement in it."""
        issue = theme.issue_id
        start, is_relation, is_peace = theme.terms[0][0], issue in self._relations, issue in self._peaceable
        return Issue(issue, THRESHOLD, scope, False, start, theme.terms, issue in self._fights, scope, False, is_relation, is_peace)

    def is_measure(self, issue: Issue) -> bool:
        """Whether "the measures" are the issue itself, as sanctions are."""
        return issue.issue_id in self._measures

    def is_relation(self, issue_id: str) -> bool:
        """Whether an issue is the relations of two sides."""
        return issue_id in self._relations

    def may_be_peace(self, issue: Issue) -> bool:
        """Whether an issue that is none of peace belongs to a matter that has one: "military aid" to a war."""
        return not issue.is_peace and self._root(issue.issue_id) in self._peace_roots

    def _root(self, issue_id: str) -> str:
        return (self._wider(issue_id) or [issue_id])[-1]

    def peace_of(self, issue: Issue, themes: Themes, place: Surroundings) -> Issue | None:
        """The issue of peace that was last named in the paragraph of a statement, of the same matter as `issue`."""
        root = self._root(issue.issue_id)
        for hint in reversed(themes.met((place.paragraph[0], place.statement[1]), place.paragraph)):
            if hint.issue_id in self._peaceable and root in (hint.issue_id, *self._wider(hint.issue_id)):
                return self._of(Theme(hint.issue_id, ((hint.start, hint.end),), THRESHOLD), "paragraph")
        return None

    def of_parties(self, issue_id: str, start: int, terms: tuple[Span, ...], *, is_of_other: bool) -> Issue:
        """The relations of two countries, as the issue of a statement of one of them on the other that begins at `start`."""
        is_peace = issue_id in self._peaceable
        return Issue(issue_id, THRESHOLD, "paragraph", False, start, terms, False, "paragraph", False, True, is_peace, is_of_other)

    def _is_borne_out(self, issue: Issue, themes: Themes, place: Surroundings) -> bool:
        """Whether a weak term is in the company of others of its issue."""
        if themes.document:
            return self.is_kin(issue.issue_id, themes.document.issue_id)
        near = themes.met(place.paragraph, place.paragraph) + (themes.met(place.title, place.paragraph) if place.title else [])
        return any((hint.start, hint.end) not in issue.terms[:1] and self.is_kin(hint.issue_id, issue.issue_id) for hint in near)

    def is_kin(self, one: str, other: str) -> bool:
        """Whether two issues are the same, or one a part of the other."""
        return one == other or one in self._wider(other) or other in self._wider(one)

    def _wider(self, issue_id: str) -> list[str]:
        found, parent = [], self.parents.get(issue_id)
        while parent:
            found.append(parent)
            parent = self.parents.get(parent)
        return found

    def _best(self, hints: list[Hint], scope: str, themes: Themes, place: Surroundings) -> Issue | None:
        if not hints:
            return None
        factor = WEIGHTS_BY_SCOPE[scope]
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
            about = themes.document.issue_id if themes.document else None
            near = {issue: max(themes.nearness(hint, place) for hint in hints if hint.issue_id == issue) for issue in fitting}
            best = max(
                sorted(fitting),
                key=lambda issue: (
                    fitting[issue]
                    + SPECIFIC_MARGIN * self._depth_among(issue, fitting)
                    + REPEATED * count[issue]
                    + NEARER * near[issue]
                    + (OF_DOCUMENT if issue == about else 0.0)
                ),
            )
        own = [hint for hint in hints if hint.issue_id == best and hint.weight >= THRESHOLD]  # not where only a place of it is named
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
            is_peace=best in self._peaceable,
        )

    def _depth_among(self, issue: str, others: dict[str, float]) -> int:
        """How many of the wider issues of an issue are candidates as well."""
        return sum(parent in others for parent in self._wider(issue))


@lru_cache(maxsize=4)
def issue_finder(codebook: Codebook) -> IssueFinder:
    """The finder of a codebook, made once."""
    return IssueFinder(codebook)


def _is_in_passing(theme: Theme, document: Theme, named: list[Hint]) -> bool:
    """Whether one word, not of the statement's own, is all that a paragraph has of an issue in a document that is almost all on another."""
    is_aside = document.share >= ALMOST_ALL and theme.is_in_passing
    return is_aside and not any(hint.issue_id == theme.issue_id for hint in named)


def _outside_asides(themes: Themes, place: Surroundings) -> list[Hint]:
    """The terms of the sentence, without what its paragraph names only between dashes, in a list or a thought by the way."""
    hints = themes.met(place.sentence, place.paragraph)
    first, last = place.paragraph
    if themes.body.count("—", first, last) < 2:
        return hints
    asides = [found.span() for found in ASIDE.finditer(themes.body, first, last) if not found.start() <= place.statement[0] < found.end()]
    return [hint for hint in hints if not any(start < hint.start < end for start, end in asides)] if asides else hints


def _is_against(hints: list[Hint]) -> bool:
    """Whether what is named first is the contrary, or lies across one: "sanctions on" in "lifting sanctions on"."""
    first = hints[0]
    return any(hint.is_against and hint.start <= first.end and first.start < hint.end for hint in hints)
