"""Registered documents read again and kept to the byte. Understanding them does not belong here."""

from collections import defaultdict
from pathlib import Path
from typing import Any

import polars as pl

from assets.identity import bytes_id
from assets.ingest.readers import read_lines
from assets.schemas import RAW_DOCUMENTS, REJECTED


def raw_documents(items: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """RAW_DOCUMENTS of BATCH_ITEMS rows, and a REJECTED row (expectation 'readable') for each that cannot be had.

    A source that no longer holds the bytes it was registered with is refused: the id would be a lie.
    """
    kept: list[dict[str, Any]] = []
    refused: list[dict[str, Any]] = []
    rows = items.to_dicts()
    contents = _contents([row for row in rows if row["problem"] is None])
    for row in rows:
        content = contents.get(row["document_id"])
        reason = row["problem"]
        if reason is None and not isinstance(content, bytes):
            reason = f"unreadable: {content or 'the record is gone'}"
        elif isinstance(content, bytes) and bytes_id(content) != row["document_id"]:
            reason = "changed since it was registered; register it again"
        if reason is None:
            kept.append({name: row[name] for name in RAW_DOCUMENTS.polars if name in row} | {"content": content})
        else:
            refused.append(
                {
                    "table_name": RAW_DOCUMENTS.name,
                    "row_key": row["document_id"],
                    "document_id": row["document_id"],
                    "source_uri": row["source_uri"],
                    "expectation": "readable",
                    "reason": reason,
                    "batch_id": row["batch_id"],
                }
            )
    return RAW_DOCUMENTS.conform(RAW_DOCUMENTS.frame(kept)), REJECTED.conform(REJECTED.frame(refused))


def _contents(rows: list[dict[str, Any]]) -> dict[str, bytes | str]:
    """Bytes by document id, or the words of the operating system why there are none. A file of many is read once."""
    contents: dict[str, bytes | str] = {}
    records: dict[str, dict[int, str]] = defaultdict(dict)
    for row in rows:
        if row["record"] is None:
            try:
                contents[row["document_id"]] = Path(row["source_uri"]).read_bytes()
            except OSError as problem:
                contents[row["document_id"]] = problem.strerror or str(problem)
        else:
            records[row["source_uri"].rpartition("#")[0]][row["record"]] = row["document_id"]
    for path, ids in records.items():
        try:
            lines = read_lines(Path(path), set(ids))
        except OSError as problem:
            contents.update(dict.fromkeys(ids.values(), problem.strerror or str(problem)))
        else:
            contents.update({ids[number]: line for number, line in lines.items()})
    return contents
