"""All terms of the codebook that positions are read by, searched in a body once: of issues, of stances and acts, of channels.

What a term means is read in `issues`, `stance` and `context`.
"""

from functools import lru_cache
from typing import NamedTuple

from assets.codebook import Codebook
from assets.enrich.positions.hints import Hint
from assets.enrich.positions.issues import issue_finder
from assets.enrich.positions.reading import Words, stance_reader
from assets.enrich.words.term_search import Hit, TermSearch


class Terms(NamedTuple):
    """Terms of a body, each kind in the order of the text."""

    hints: list[Hint]
    words: list[Words]
    channels: list[Hit]
    needed: list[Hit]


class TermFinder:
    """One automaton: three would read a body three times."""

    def __init__(self, codebook: Codebook) -> None:
        self._issues, self._stances = issue_finder(codebook), stance_reader(codebook)
        channels = codebook["position_terms"].filter(codebook["position_terms"]["kind"] == "channel")["term"]
        self._first_issue = len(self._issues.needed)
        self._first_word = self._first_issue + len(self._issues.terms)
        self._first_channel = self._first_word + len(self._stances.terms)
        self._search = TermSearch([*self._issues.needed, *self._issues.terms, *self._stances.terms, *channels])

    def of(self, body: str) -> Terms:
        """The terms of a body."""
        hints: list[Hit] = []
        words: list[Hit] = []
        channels: list[Hit] = []
        needed: list[Hit] = []
        for hit in self._search.find(body):
            number = hit.number
            if number < self._first_word:
                (hints if number >= self._first_issue else needed).append(hit)
            else:
                (words if number < self._first_channel else channels).append(hit)
        return Terms(self._issues.hints(hints, needed), self._stances.words(words, self._first_word), sorted(channels), sorted(needed))


@lru_cache(maxsize=4)
def term_finder(codebook: Codebook) -> TermFinder:
    """The finder of a codebook, made once."""
    return TermFinder(codebook)
