"""The street of this stage: documents in, all its tables out, slice by slice on all cores. The rules stand in rooms of their own."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import polars as pl

from assets import schemas
from assets.codebook import Codebook
from assets.enrich.actors.mentions import actor_mentions
from assets.enrich.attribution.spans import attributions
from assets.enrich.events.mentions import event_mentions
from assets.enrich.extractors.protocol import Extractor
from assets.enrich.extractors.reading import Read
from assets.enrich.extractors.reading import read as extraction
from assets.enrich.positions.statements import positions
from assets.enrich.sentences import sentences
from assets.enrich.times import time_expressions
from assets.workers import Mapped, mapped

Slice = tuple[pl.DataFrame, Read | None]

SLICE = 200_000  # characters, a second or two of work: small enough that all cores end together, and that memory is a slice's
# A process of its own takes some 1.1 CPU seconds to start, to import and to compile the codebook: with less text it does not pay.
MIN_FOR_PROCESS = 500_000  # characters
TABLES = (
    schemas.SENTENCES,
    schemas.TIME_EXPRESSIONS,
    schemas.ACTOR_MENTIONS,
    schemas.ATTRIBUTION_SPANS,
    schemas.POSITIONS,
    schemas.EVENT_MENTIONS,
    schemas.EVENT_ARGUMENTS,
)


def enriched(
    documents: pl.DataFrame,
    codebook: Codebook,
    extractor: Extractor | None = None,
    workers: int | None = None,
    size: int = SLICE,
    over: Mapped | None = None,
) -> tuple[dict[schemas.Table, pl.DataFrame], Read | None]:
    """All tables of the stage, and what an extractor other than the rules read.

    Parameters
    ----------
    documents
        Frame of `schemas.DOCUMENTS`.
    extractor
        Reads in this process, before the rules.
    workers
        Most processes, by default one a core; fewer where there is too little text for each. 1: none but this one.
    size
        Characters of a slice, at least; a document is never cut.
    over
        Gives the slices to processes: by default this machine's (`assets.workers.mapped`).

    The rows are the same whatever `workers` and `size`: the rules of this stage know one document at a time.
    """
    read = extraction(documents, sentences(documents), extractor) if extractor else None
    characters = int(documents["body"].str.len_chars().sum() or 0)
    processes = min(workers or os.cpu_count() or 1, characters // MIN_FOR_PROCESS)
    parts = (over or mapped)(_tables, list(_slices(documents, read, size)), codebook, processes)
    return {table: table.conform(pl.concat(frames)) for table, *frames in zip(TABLES, *parts, strict=True)}, read


def _slices(documents: pl.DataFrame, read: Read | None, size: int) -> Iterator[Slice]:
    """At least one, so that tables without rows have their columns."""
    first = length = 0
    lengths = documents["body"].str.len_chars().fill_null(0)
    for number, characters in enumerate(lengths, start=1):
        length += characters
        if length >= size and number < len(lengths):
            yield _slice(documents[first:number], read)
            first, length = number, 0
    yield _slice(documents[first:], read)


def _slice(documents: pl.DataFrame, read: Read | None) -> Slice:
    if read is None:
        return documents, None
    here = set(documents["document_id"])
    return documents, replace(read, found={key: found for key, found in read.found.items() if key in here}, refused=pl.DataFrame())


def _tables(part: Slice, codebook: Codebook) -> list[pl.DataFrame]:
    """The tables of a slice, in the order of `TABLES`."""
    documents, read = part
    with _without_collector():
        cut = sentences(documents)
        times = time_expressions(documents, cut, codebook)
        mentions = actor_mentions(documents, cut, codebook)
        spans = attributions(documents, cut, mentions, codebook, read)
        stated = positions(documents, cut, spans, mentions, times, codebook)
        return [cut, times, mentions, spans, stated, *event_mentions(documents, cut, mentions, spans, times, codebook)]


@contextmanager
def _without_collector() -> Iterator[None]:
    """Nothing made here refers to itself: the search for what does, through all that a slice holds, is spared until its end."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
