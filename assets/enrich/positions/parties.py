"""Relations of two countries: which issue of the codebook they are, by who is party to them. Words for issues are found in `issues`."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from assets.codebook import Codebook
from assets.enrich.actors.index import Mention, MentionIndex
from assets.enrich.positions.issues import Issue, IssueFinder, Surroundings
from assets.enrich.positions.speakers import PRONOUN, Speakers
from assets.enrich.positions.themes import TELLING, Themes

# "US-Russia relations", "China-Russia partnership": what these two think of each other belongs to it.
RELATION = re.compile(r"(?P<one>[\w .]+?)(?:-| and )(?P<other>[\w .]+?) (?:relations|partnership)")

# What stands for better relations told of before: "such a thaw may help".
WARMING = re.compile(
    r"[“\"']?(?:such an?|this|the) (?:\w+ )?(?:thaw|detox|reset|warming|rapprochement|d[ée]tente|normali[sz]ation|reconciliation)\b",
    re.IGNORECASE,
)
WARM_REACH = 400  # characters before it in which the relation stands

Pair = frozenset[str]


class Between(NamedTuple):
    """The relation of two countries of which a statement names both, or the other one than its holder's; `start` of the latter."""

    issue_id: str
    start: int
    names_both: bool
    is_of_others: bool  # the holder is of neither


class Parties:
    """The relations of a codebook, by the countries (ISO 3166-1 alpha-3) that are party to them."""

    def __init__(self, codebook: Codebook) -> None:
        columns = codebook["countries"].select("country_code", "name", "aliases", "demonyms").iter_rows()
        known = {word: code for code, name, *others in columns for word in (name, *(word for words in others for word in words))}
        self._relations: dict[Pair, str] = {}
        for issue_id, name in codebook["issues"].select("issue_id", "issue").iter_rows():
            told = RELATION.fullmatch(name)
            pair = frozenset(known[word] for word in told.groups() if word in known) if told else frozenset()
            if len(pair) == 2:
                self._relations[pair] = issue_id
        self._issues = frozenset(self._relations.values())

    def named_in(self, issues: Iterable[str]) -> bool:
        """Whether any of some issues is a relation of two countries; most documents name none."""
        return not self._issues.isdisjoint(issues)

    def between(
        self, index: MentionIndex, speakers: Speakers, document_id: str, statement: tuple[int, int], holder: Mention | None
    ) -> Between | None:
        """The relation that a statement [start, end) is on by whom it names: just two countries, or one beside its holder's."""
        first: dict[str, int] = {}
        for mention in index.within(document_id, *statement):
            country = speakers.country(mention) if mention["resolution"] != PRONOUN else None
            if country is not None:
                first.setdefault(country, mention["evidence_start"])
        own, names_both = speakers.country(holder), len(first) > 1
        issue_id = self._relations.get(frozenset(first) if names_both else frozenset([*first, own or ""]))
        return Between(issue_id, max(first.values()), names_both, names_both and own not in first) if issue_id and first else None


def related(issue: Issue | None, between: Between, finder: IssueFinder, themes: Themes, place: Surroundings) -> Issue | None:
    """The relation of two countries that a statement names, as its issue, where paragraph or document are on that; else `issue`."""
    relation, is_of_other, about = between.issue_id, not between.names_both, themes.document
    if issue is not None and finder.is_kin(issue.issue_id, relation):
        return issue._replace(is_of_other=is_of_other, is_faint=False)
    is_about = about is not None and about.issue_id == relation
    if not (is_about or themes.has(relation, place.paragraph) or (issue is None and themes.names(relation))):
        return issue
    told = [hint for hint in themes.met(place.paragraph, place.paragraph) if hint.issue_id == relation and hint.weight >= TELLING]
    terms = tuple((hint.start, hint.end) for hint in told) if between.names_both else ()  # its paragraph is on the two that it names
    return finder.of_parties(relation, between.start, terms, is_of_other=is_of_other)


def warmed(statement: str, finder: IssueFinder, themes: Themes, place: Surroundings) -> Issue | None:
    """The relation told of last before a statement on "such a thaw", and named by that."""
    found = WARMING.match(statement)
    if found is None:
        return None
    start = place.statement[0]
    near = (max(0, min(place.paragraph[0], start - WARM_REACH)), start)
    before = [hint for hint in themes.met(near, near) if hint.weight >= TELLING]
    last = next((hint for hint in reversed(before) if finder.is_relation(hint.issue_id)), None)
    if last is None:
        return None
    return finder.of_parties(last.issue_id, start, ((start, start + found.end()),), is_of_other=False)._replace(scope="statement")


@lru_cache(maxsize=4)
def parties(codebook: Codebook) -> Parties:
    """The relations of a codebook, read once."""
    return Parties(codebook)
