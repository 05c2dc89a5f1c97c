"""Which documents are new. Cutting them into batches and writing them down belongs to the orchestration."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

import polars as pl

from assets.ingest.readers import MAX_BYTES, Item, read_items
from assets.schemas import BATCH_ITEMS


def new_items(paths: Sequence[Path], known: Iterable[str], now: datetime, max_bytes: int = MAX_BYTES) -> pl.DataFrame:
    """Documents under `paths` that are not `known` yet: BATCH_ITEMS rows with `batch_id` null.

    The same bytes found twice make one row, the first by (file name, path, record); rows come in that order too, so
    the outcome does not depend on the order of `paths`. Documents that cannot be read are rows with a `problem`.

    Raises
    ------
    FileNotFoundError
        If a path does not exist.
    """
    taken = set(known)
    rows = []
    for item in sorted(read_items([Path(path) for path in paths], max_bytes), key=_order):
        if item.document_id not in taken:
            taken.add(item.document_id)
            rows.append({**vars(item), "batch_id": None, "ingested_at": now})
    return BATCH_ITEMS.frame(rows)


def _order(item: Item) -> tuple[str, str, int]:
    return item.file_name, item.source_uri.partition("#")[0], item.record or 0
