"""What stands where in a document: quotations found the short way are those of the long way."""

from hypothesis import given
from hypothesis import strategies as st

from assets.enrich.positions.page import Page
from assets.enrich.words.passages import Sentence
from assets.enrich.words.quotes import inside, quotations
from assets.enrich.words.tokens import Tokens

PIECES = [
    "“",
    "”",
    '"',
    "«",
    "»",
    "'",
    "’",
    "‘",
    "``",
    "''",
    "said",
    "Oslo",
    "'s",
    "’s",
    "dogs",
    ".",
    ",",
    "(",
    ")",
    "—",
    " ",
    " ",
    " ",
    "Inc.",
]


def page(body: str) -> Page:
    return Page(body, [Sentence(0, 0, len(body), 0, len(body), False)], [])


def the_long_way(body: str) -> list[tuple[int, int]]:
    tokens = Tokens(body)
    return [inside(tokens, quotation) for quotation in quotations(tokens, [(0, len(tokens))])]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=24).map("".join).filter(str.strip))
def test_quotations_are_those_of_the_tokens(body: str) -> None:
    assert page(body).quotes(0, len(body)) == the_long_way(body)


def test_quotations_of_one_paragraph_are_not_those_of_the_next() -> None:
    body = 'Holt said: "No toll." Lind wrote it.\n\n“A toll,” he said.'
    split = body.index("\n\n")
    sentences = [Sentence(0, 0, split, 0, split, False), Sentence(1, split + 2, len(body), split + 2, len(body), False)]
    found = [body[slice(*span)] for span in Page(body, sentences, []).quotes(split + 2, len(body))]
    assert found == ["A toll,"]
