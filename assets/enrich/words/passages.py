"""Stretches of text that the rules of attribution read at once: sentences, joined where a quotation spans several."""

from typing import NamedTuple

import polars as pl

from assets.enrich.words.tokens import Tokens


class Passage(NamedTuple):
    """Tokens [first, last)."""

    first: int
    last: int
    is_title: bool
    begins_paragraph: bool


class Sentence(NamedTuple):
    """A row of `schemas.SENTENCES`, as the rules of one document need it."""

    paragraph_number: int
    paragraph_start: int
    paragraph_end: int
    sentence_start: int
    sentence_end: int
    is_title: bool


def by_document(sentences: pl.DataFrame) -> dict[str, list[Sentence]]:
    """Sentences (`schemas.SENTENCES`) of each document, in the order of the text."""
    found: dict[str, list[Sentence]] = {}
    for document_id, *row in sentences.sort("document_id", "sentence_start").select("document_id", *Sentence._fields).iter_rows():
        found.setdefault(document_id, []).append(Sentence(*row))
    return found


def passages(tokens: Tokens, body: str, sentences: list[Sentence]) -> list[Passage]:
    """Passages of a document from its sentences, once quotations are marked on the tokens.

    A sentence that ends inside a quotation is joined with the next of its paragraph, and a colon that ends a paragraph
    with the quotation that begins the next. A line break before a capital divides: headings and lists have no stops.
    """
    found: list[Passage] = []
    paragraph_before, joins = -1, False
    for paragraph, _, _, start, end, is_title in sentences:
        for number, (first, last) in enumerate(_lines(tokens, body, start, end)):
            new = paragraph != paragraph_before and number == 0
            if (joins and not new) or (new and found and last > first and _announces(tokens, found[-1].last, first)):
                previous = found.pop()
                found.append(Passage(previous.first, last, is_title, previous.begins_paragraph))
            elif last > first:
                found.append(Passage(first, last, is_title, new))
            joins = bool(found) and 0 < last < len(tokens) and _is_inside_quotation(tokens, last)
        paragraph_before = paragraph
    return found


def _lines(tokens: Tokens, body: str, start: int, end: int) -> list[tuple[int, int]]:
    first, last = tokens.span(start, end)
    if body.find("\n", start, end) < 0:
        return [(first, last)]
    cuts = [
        index
        for index in range(first + 1, last)
        if not tokens.quote[index - 1] and "\n" in body[tokens.end[index - 1] : tokens.start[index]] and not tokens.text[index][0].islower()
    ]
    return list(zip([first, *cuts], [*cuts, last], strict=True))


def _announces(tokens: Tokens, end: int, first: int) -> bool:
    """Whether a passage that ends at token `end` announces, with a colon, the quotation that begins at `first`."""
    return end == first and tokens.text[end - 1] == ":" and not tokens.quote[end - 1] and tokens.quote[first] > 0


def _is_inside_quotation(tokens: Tokens, index: int) -> bool:
    return tokens.quote[index] > 0 and tokens.quote[index] == tokens.quote[index - 1]
