"""Issues whose kind says what a side is: a measure against a country, holding somebody to account, a free vote. Relations of two countries
belong to `parties`.
"""

import re
from functools import lru_cache

from assets.codebook import Codebook
from assets.enrich.positions.issues import Issue
from assets.enrich.positions.reading import Reading

# "Sanctions on Russia", "US embargo on Cuba": whom a measure is against.
AGAINST = re.compile(r".*\b(?:[Ss]anctions|embargo|[Tt]ariffs) (?:on|against) (?P<target>[\w ]+)")
# An issue of justice: who accuses those it is about is for it, who calls the accusation absurd against it.
ACCOUNT = re.compile(r"(?:Holding|Trying|Pressing) ")
ACCUSATION = re.compile(r"\b(?:accusations?|allegations?|charges?|claims?|insinuations?|reports?)\b", re.IGNORECASE)
# An issue of democracy, and a vote that was held: who calls it a farce is for free ones.
DEMOCRATIC = re.compile(r"\b(?:democra\w+|civilian rule|constitutional rule|[Ff]ree elections)\b")
VOTE = re.compile(r"\b(?:election|vote|ballot|referendum|poll)\b", re.IGNORECASE)


class Kinds:
    """The issues of a codebook that are of such a kind, by their names and descriptions."""

    def __init__(self, codebook: Codebook) -> None:
        columns = codebook["countries"].select("country_code", "name", "aliases").iter_rows()
        countries = {word: code for code, name, aliases in columns for word in (name, *aliases)}
        told = list(codebook["issues"].select("issue_id", "issue", "description").iter_rows())
        named = ((issue_id, AGAINST.fullmatch(name)) for issue_id, name, _ in told)
        self._targets = {issue_id: countries.get(found["target"]) for issue_id, found in named if found}
        self._accounting = frozenset(issue_id for issue_id, _, text in told if ACCOUNT.match(text))
        self._democratic = frozenset(issue_id for issue_id, _, text in told if DEMOCRATIC.search(text))

    def target(self, issue_id: str) -> str | None:
        """The country (ISO 3166-1 alpha-3) that an issue is a measure against."""
        return self._targets.get(issue_id)

    def side(self, issue: Issue, act: str, reading: Reading, *, is_negated: bool) -> str | None:
        """The stance of who blames those to be held to account, calls the accusation absurd, or a vote a farce; else None."""
        if is_negated:
            return None
        if issue.issue_id in self._democratic and act in ("criticizes", "states") and VOTE.search(reading.statement):
            is_bad = bool(reading.judgements) and all(one.sign < 0 for one in reading.judgements)
            return "supports" if is_bad else None
        if issue.issue_id not in self._accounting:
            return None
        if act in ("criticizes", "rejects") and ACCUSATION.search(reading.statement):
            return "opposes"
        return "supports" if act == "accuses" and not reading.has_negation else None


@lru_cache(maxsize=4)
def kinds(codebook: Codebook) -> Kinds:
    """The kinds of a codebook's issues, read once."""
    return Kinds(codebook)
