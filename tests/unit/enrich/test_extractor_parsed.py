"""The dependency-parse extractor on a stand-in for a spaCy pipeline: parses written by hand, in spaCy's attributes."""

from dataclasses import dataclass, field

import pytest

from assets.codebook import Codebook
from assets.enrich.attribution.cue_lexicon import cue_lexicon
from assets.enrich.extractors.parsed import Parsed
from assets.enrich.extractors.protocol import Paragraph, Proposal, Text


@dataclass(eq=False)
class Token:
    """What the extractor asks of a token of spaCy's."""

    i: int
    idx: int
    text: str
    lemma_: str
    pos_: str
    dep_: str
    all: "list[Token]" = field(repr=False)
    head_i: int = 0

    @property
    def head(self) -> "Token":
        return self.all[self.head_i]

    @property
    def is_punct(self) -> bool:
        return not self.text[0].isalnum()

    @property
    def children(self) -> "list[Token]":
        return [token for token in self.all if token.head_i == self.i and token is not self]

    @property
    def subtree(self) -> "list[Token]":
        below = [self, *(token for child in self.children for token in child.subtree)]
        return sorted(below, key=lambda token: token.i)


def _parse(text: str, rows: str) -> list[Token]:
    """Tokens from lines of 'word lemma pos dep head'."""
    tokens: list[Token] = []
    place = 0
    for number, row in enumerate(rows.strip().splitlines()):
        word, lemma, pos, dep, head = row.split()
        place = text.index(word, place)
        tokens.append(Token(number, place, word, lemma, pos, dep, tokens, int(head)))
        place += len(word)
    return tokens


QUOTED = "“We leave,” Minister Brandt said."
QUOTED_ROWS = """
“ “ PUNCT punct 2
We we PRON nsubj 2
leave leave VERB ccomp 7
, , PUNCT punct 7
” ” PUNCT punct 7
Minister Minister PROPN compound 6
Brandt Brandt PROPN nsubj 7
said say VERB ROOT 7
. . PUNCT punct 7
"""
UNIVERSAL_ROWS = """
“ “ PUNCT punct 2
We we PRON nsubj 2
leave leave VERB ROOT 2
, , PUNCT punct 7
” ” PUNCT punct 7
Minister Minister PROPN compound 6
Brandt Brandt PROPN nsubj 7
said say VERB parataxis 2
. . PUNCT punct 2
"""


def _proposals(codebook: Codebook, text: str, rows: str) -> tuple[Proposal, ...]:
    (reading,) = Parsed(lambda given: _parse(given, rows), cue_lexicon(codebook), "stand-in 1").read([Text("d", (Paragraph(0, text),))])
    return reading.proposals


@pytest.mark.parametrize("rows", [QUOTED_ROWS, UNIVERSAL_ROWS])
def test_both_schemes_of_labels_say_who_said_what(codebook: Codebook, rows: str) -> None:
    (one,) = _proposals(codebook, QUOTED, rows)
    assert one.source
    assert (one.source.text, one.cue.text) == ("Minister Brandt", "said")
    assert one.content[0].text.strip("“,”") == "We leave"
    assert QUOTED[one.content[0].start : one.content[0].start + len(one.content[0].text)] == one.content[0].text  # type: ignore[operator]


def test_a_verb_without_content_says_nothing(codebook: Codebook) -> None:
    assert _proposals(codebook, "Brandt said.", "Brandt Brandt PROPN nsubj 1\nsaid say VERB ROOT 1\n. . PUNCT punct 1") == ()


def test_a_pipeline_that_fails_is_a_problem_of_that_text(codebook: Codebook) -> None:
    def broken(text: str) -> list[Token]:
        raise RuntimeError("no vectors")

    (reading,) = Parsed(broken, cue_lexicon(codebook), "1").read([Text("d", (Paragraph(0, "A."),))])
    assert reading.problem == "the pipeline failed: RuntimeError: no vectors"
