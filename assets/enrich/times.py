"""Words that say when, with their values. What they mean is `assets.timex`; the day they are bound to, `assets.resolve.dates`."""

from collections.abc import Iterator
from dataclasses import fields, replace

import polars as pl

from assets import timex
from assets.identity import content_id
from assets.schemas import TIME_EXPRESSIONS

VALUES = tuple(field.name for field in fields(timex.TimeValue))


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
            [
                replace(expression, start=start + expression.start, end=start + expression.end)
                for start, end in zip(starts, ends, strict=True)
                for expression in timex.find(body[start:end])
            ],
        )
    ]
    return TIME_EXPRESSIONS.conform(TIME_EXPRESSIONS.frame(rows))


def _rows(document_id: str, expressions: list[timex.TimeExpression]) -> Iterator[dict[str, object]]:
    ids = [content_id("time", document_id, one.start, one.end) for one in expressions]
    for time_id, expression, link in zip(ids, expressions, timex.links(expressions), strict=True):
        yield {
            "time_id": time_id,
            "document_id": document_id,
            "evidence": expression.surface,
            "evidence_start": expression.start,
            "evidence_end": expression.end,
            **{name: getattr(expression, name) for name in VALUES},
            "anchor_time_id": None if link is None else ids[link],
        }
