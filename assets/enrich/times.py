"""Words that say when, with their values. What they mean is `assets.timex`; the day they are bound to, `assets.resolve.dates`."""

from collections.abc import Iterator
from dataclasses import fields
from operator import attrgetter

import polars as pl

from assets import timex
from assets.identity import content_id
from assets.schemas import TIME_EXPRESSIONS

VALUES = tuple(field.name for field in fields(timex.TimeValue))
COLUMNS = ("time_id", "document_id", "evidence", "evidence_start", "evidence_end", "anchor_time_id", *VALUES)
_values = attrgetter(*VALUES)


def time_expressions(documents: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Time expressions of all bodies, each still relative to its document where the words alone do not tell the day.

    Parameters
    ----------
    documents
        Frame with the columns `document_id`, `body` of `schemas.DOCUMENTS`.
    sentences
        Frame of `schemas.SENTENCES`; its paragraphs are read one by one, so that no expression spans two.

    Returns
    -------
    Frame of `schemas.TIME_EXPRESSIONS`.
    """
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
            [one for start, end in zip(starts, ends, strict=True) for one in timex.find(body[start:end], offset=start)],
        )
    ]
    frame = pl.DataFrame(rows, schema={name: TIME_EXPRESSIONS.polars[name] for name in COLUMNS}, orient="row")
    return TIME_EXPRESSIONS.conform(frame)


def _rows(document_id: str, expressions: list[timex.TimeExpression]) -> Iterator[tuple[object, ...]]:
    """Values of `COLUMNS`."""
    ids = [content_id("time", document_id, one.start, one.end) for one in expressions]
    for time_id, one, link in zip(ids, expressions, timex.links(expressions), strict=True):
        yield time_id, document_id, one.surface, one.start, one.end, None if link is None else ids[link], *_values(one)
