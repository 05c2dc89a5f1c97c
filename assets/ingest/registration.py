"""Which documents are new, and how they are cut. Naming batches and writing them down belongs to the orchestration."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path

import polars as pl

from assets.identity import content_id
from assets.ingest.judging import EMPTY
from assets.ingest.readers import read_items
from assets.ingest.sources import Document, Limits
from assets.ingest.unchanged import Unchanged
from assets.schemas import BATCH_ITEMS

ROWS = 20_000  # rows made a frame at a time: as frames they take a tenth of the memory
BATCH_BYTES = 256_000_000  # a batch is held in memory as a whole, once or twice
ORDER = ("file_on_disk", "path", "position")


def new_items(
    paths: Sequence[Path],
    known: Iterable[str],
    now: datetime,
    max_bytes: int = Limits.document_bytes,
    limits: Limits | None = None,
    refused: Iterable[str] = (),
    unchanged: Unchanged | None = None,
) -> pl.DataFrame:
    """Documents under `paths` that are not `known` yet: BATCH_ITEMS rows with `batch_id` null.

    What was `refused` is new once nothing is wrong with it any more: the limit was raised, or a reader has learnt its format.
    Files that are `unchanged`, where that is given, are not read.

    The same bytes found twice (if there are any) make one row, the first by (name of the file on disk, path, place in the file); rows come
    in that order too, so the outcome does not depend on the order of `paths`, and a batch of an archive is a piece of it.
    Documents that cannot be read are rows with a `problem`.

    Raises
    ------
    FileNotFoundError
        If a path does not exist.
    """
    limits = limits or Limits(document_bytes=max_bytes)
    documents = enumerate(read_items([Path(path) for path in paths], limits=limits, unchanged=unchanged))
    schema = BATCH_ITEMS.polars | {"position": pl.Int64}
    frames = [pl.DataFrame(schema=schema)]
    taken = set(known)
    not_again = taken.union(refused)
    while rows := [_row(document, position, now) for position, document in islice(documents, ROWS)]:
        new = [row for row in rows if row["document_id"] not in (taken if row["problem"] is None else not_again)]
        frames.append(pl.DataFrame(new, schema=schema, orient="row"))
    return (
        pl.concat(frames)
        .with_columns(file_on_disk=pl.col("path").str.split("/").list.last())
        .sort(ORDER)
        .unique("document_id", keep="first", maintain_order=True)
        .select(BATCH_ITEMS.polars.names())
    )


def cut(items: pl.DataFrame, most: int, most_bytes: int = BATCH_BYTES) -> list[pl.DataFrame]:
    """The items in their order, cut into pieces of at most `most` documents and, where there is more than one, `most_bytes`."""
    pieces, begin, size = [], 0, 0
    readable = items.select(pl.when(pl.col("problem").is_null()).then("byte_count").otherwise(0)).to_series()
    for position, byte_count in enumerate(readable):
        if position > begin and (position - begin >= most or size + byte_count > most_bytes):
            pieces.append(items[begin:position])
            begin, size = position, 0
        size += byte_count
    return [*pieces, items[begin:]] if items.height else []


def _row(document: Document, position: int, now: datetime) -> dict[str, object]:
    row = {name: value for name, value in vars(document).items() if name in BATCH_ITEMS.columns}
    if document.problem == EMPTY:  # each is told of: no two are one document for having nothing in them
        row["document_id"] = content_id("unreadable", document.source_uri)
    return row | {"given": document.given or None, "batch_id": None, "ingested_at": now, "position": position}
