"""Registered documents read again and kept to the byte. Understanding them does not belong here."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import polars as pl

from assets.ingest.folders import Beside
from assets.ingest.readers import read_file
from assets.ingest.sources import Limits
from assets.schemas import BATCH_ITEMS, RAW_DOCUMENTS, REJECTED

CHANGED = "changed since it was registered; the next run takes it in as it is now"


def raw_documents(items: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """RAW_DOCUMENTS of BATCH_ITEMS rows, and a REJECTED row (expectation 'readable') for each that cannot be had.

    A source that no longer holds the bytes it was registered with is refused: the id would be a lie.
    """
    rows = _addressed(items).to_dicts()
    contents, reasons = _contents([row for row in rows if row["problem"] is None])
    kept: list[dict[str, Any]] = []
    refused: list[dict[str, Any]] = []
    for row in rows:
        content = contents.pop(row["document_id"], None)
        if content is not None:
            kept.append({name: row[name] for name in RAW_DOCUMENTS.polars if name in row} | {"content": content})
        else:
            refused.append(
                {
                    "table_name": RAW_DOCUMENTS.name,
                    "row_key": row["document_id"],
                    "document_id": row["document_id"],
                    "source_uri": row["source_uri"],
                    "expectation": "readable",
                    "reason": row["problem"] or reasons.get(row["document_id"], CHANGED),
                    "batch_id": row["batch_id"],
                }
            )
    return RAW_DOCUMENTS.conform(RAW_DOCUMENTS.frame(kept)), REJECTED.conform(REJECTED.frame(refused))


def _addressed(items: pl.DataFrame) -> pl.DataFrame:
    """The rows with today's columns: until 0.2 a batch kept the number of a record in place of the file's path."""
    if "record" in items.columns:
        is_record = pl.col("record").is_not_null()
        path = pl.when(is_record).then(pl.col("source_uri").str.replace(r"#\d+$", "")).otherwise(pl.col("source_uri"))
        items = items.with_columns(path=path, given=pl.lit(None, RAW_DOCUMENTS.polars["given"])).select(BATCH_ITEMS.polars.names())
    return items


def _contents(rows: list[dict[str, Any]]) -> tuple[dict[str, bytes], dict[str, str]]:
    """Bytes by document id, and what the operating system says where there are none. A file of many is read once."""
    contents: dict[str, bytes] = {}
    reasons: dict[str, str] = {}
    files: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        files.setdefault(row["path"], []).append(row)
    limits = Limits(document_bytes=max((Limits.document_bytes, *(row["byte_count"] for row in rows))))
    beside = Beside()
    for path, asked in files.items():
        missing = {row["document_id"] for row in asked}
        addresses = _Addresses(row["source_uri"] for row in asked)
        for document in read_file(Path(path), limits, beside, addresses):
            if document.document_id in missing:
                contents[document.document_id] = document.content
                missing.discard(document.document_id)
                if not missing:
                    break
            elif document.source_uri == path and (document.problem or "").startswith("unreadable"):
                reasons |= dict.fromkeys(missing, str(document.problem))
    return contents, reasons


class _Addresses:
    """The addresses asked for, and those of what they lie in."""

    def __init__(self, addresses: Iterable[str]) -> None:
        self._asked: set[str] = set()
        for address in addresses:
            while address and address not in self._asked:
                self._asked.add(address)
                address = address[: max(address.rfind("!"), address.rfind("#"), 0)]

    def __call__(self, address: str) -> bool:
        return address in self._asked
