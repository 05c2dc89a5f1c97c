"""Words that say when, with their values. What they mean is `assets.timex`; the day they are bound to, `assets.resolve.dates`."""

from collections.abc import Iterator
from dataclasses import fields
from operator import attrgetter

import polars as pl

from assets import timex
from assets.codebook import Codebook
from assets.enrich.terms_of_office import TermsOfOffice, terms_of_office
from assets.identity import content_id
from assets.schemas import TIME_EXPRESSIONS

VALUES = tuple(field.name for field in fields(timex.TimeValue))
COLUMNS = ("time_id", "document_id", "evidence", "evidence_start", "evidence_end", "anchor_time_id", *VALUES)
_values = attrgetter(*VALUES)


def time_expressions(documents: pl.DataFrame, sentences: pl.DataFrame, codebook: Codebook | None = None) -> pl.DataFrame:
    """Time expressions of all bodies, each still relative to its document where the words alone do not tell the day.

    Parameters
    ----------
    documents
        Frame with the columns `document_id`, `body` of `schemas.DOCUMENTS`.
    sentences
        Frame of `schemas.SENTENCES`; its paragraphs are read one by one, so that no expression spans two.
    codebook
        Tells when who governed. Without it, years named for a president are passed over.

    Returns
    -------
    Frame of `schemas.TIME_EXPRESSIONS`.
    """
    terms = terms_of_office(codebook) if codebook else None
    paragraphs = (
        sentences.select("document_id", "paragraph_start", "paragraph_end")
        .unique()
        .sort("document_id", "paragraph_start")
        .group_by("document_id", maintain_order=True)
        .all()
        .join(documents.select("document_id", "body"), on="document_id", how="inner", maintain_order="left")
    )
    rows = [
        row
        for document_id, starts, ends, body in paragraphs.iter_rows()
        for row in _rows(
            document_id,
            [one for start, end in zip(starts, ends, strict=True) for one in _found(body[start:end], start, terms)],
        )
    ]
    frame = pl.DataFrame(rows, schema={name: TIME_EXPRESSIONS.polars[name] for name in COLUMNS}, orient="row")
    return TIME_EXPRESSIONS.conform(frame)


def _found(text: str, offset: int, terms: TermsOfOffice | None) -> list[timex.TimeExpression]:
    """The time expressions of a paragraph, in order."""
    found = timex.find(text, offset)
    named = terms.find(text, offset) if terms else []
    apart = [one for one in named if all(one.end <= other.start or other.end <= one.start for other in found)]
    return sorted(found + apart, key=attrgetter("start")) if apart else found


def _rows(document_id: str, expressions: list[timex.TimeExpression]) -> Iterator[tuple[object, ...]]:
    """Values of `COLUMNS`."""
    ids = [content_id("time", document_id, one.start, one.end) for one in expressions]
    for time_id, one, link in zip(ids, expressions, timex.links(expressions), strict=True):
        yield time_id, document_id, one.surface, one.start, one.end, None if link is None else ids[link], *_values(one)
