"""Quotations of a paragraph. Who is quoted, and sentences, do not belong here.

Taken from paragraphs, for a sentence splitter cuts quotations of several sentences. Straight and curly marks may be mixed
within one quotation; a quotation that its paragraph leaves open goes on in the next if that begins with a mark.
"""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import compress
from typing import NamedTuple

from assets.enrich.words.tokens import Tokens

OPENING = frozenset({"“", "„", "``", "«"})
CLOSING = frozenset({"”", "»"})
STRAIGHT = frozenset({'"', "''"})
SINGLE = frozenset({"‘", "’", "'"})
MARKS = OPENING | CLOSING | STRAIGHT | SINGLE
SINGLE_REACH = 60  # tokens: a single mark without its pair within so many is an apostrophe


class Quotation(NamedTuple):
    """Tokens [first, last) with their marks; `is_open` where the paragraph ends before the quotation does."""

    first: int
    last: int
    is_open: bool


def quotations(tokens: Tokens, paragraphs: Iterable[tuple[int, int]]) -> list[Quotation]:
    """Quotations of the paragraphs (token ranges), and `tokens.quote` filled: the number of the quotation, from 1."""
    found: list[Quotation] = []
    marks = list(compress(range(len(tokens)), map(MARKS.__contains__, tokens.text)))
    for first, last in paragraphs:
        here = marks[bisect_left(marks, first) : bisect_left(marks, last)]
        for quotation in _of_paragraph(tokens, here, last):
            found.append(quotation)
            tokens.quote[quotation.first : quotation.last] = [len(found)] * (quotation.last - quotation.first)
    return found


def inside(tokens: Tokens, quotation: Quotation) -> tuple[int, int]:
    """Characters between the marks of a quotation."""
    last = quotation.last - 1
    closed = not quotation.is_open and last > quotation.first
    return tokens.end[quotation.first], tokens.start[last] if closed else tokens.end[last]


def _of_paragraph(tokens: Tokens, marks: list[int], last: int) -> Iterable[Quotation]:
    opened, inner, done = -1, False, -1
    for index in marks:
        if index <= done:
            continue
        mark = tokens.text[index]
        if mark not in SINGLE:
            left, right = tokens.glued_left(index), tokens.glued_right(index) and index + 1 < last
            if opened < 0:
                if _opens(mark, left, right):
                    opened, inner = index, False
            elif _opens_inner(mark, left, right, tokens.text[opened], tokens.text[index - 1]):
                inner = True
            elif inner:
                inner = False
            else:
                yield Quotation(opened, index + 1, False)
                opened = -1
        elif opened < 0:
            closing = _single_pair(tokens, index, last)
            if closing:
                yield Quotation(index, closing + 1, False)
                done = closing
    if opened >= 0 and last - opened > 3:
        yield Quotation(opened, last, True)


def _opens(mark: str, left: bool, right: bool) -> bool:
    if mark in OPENING:
        return True
    if mark in STRAIGHT:
        return right or not left
    return right and not left  # a closing mark typed where a quotation opens


def _opens_inner(mark: str, left: bool, right: bool, opened_by: str, before: str) -> bool:
    """A mark inside a quotation that opens another: it leans on the word to its right."""
    if not right or (left and before not in "([—–-"):
        return False
    return mark in OPENING or (mark in STRAIGHT and opened_by in OPENING)


def _single_pair(tokens: Tokens, index: int, last: int) -> int:
    """The closing single mark of a quotation that opens at `index`, or 0."""
    if tokens.text[index] == "’" or tokens.glued_left(index) or not tokens.glued_right(index):
        return 0
    for other in range(index + 2, min(last, index + SINGLE_REACH)):
        mark = tokens.text[other]
        if mark in OPENING or mark in STRAIGHT:
            return 0
        if mark in ("’", "'") and tokens.glued_left(other):
            follows = tokens.text[other + 1] if other + 1 < last else "."
            if not tokens.glued_right(other) or not follows[0].isalnum():
                return other
    return 0
