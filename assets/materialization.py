"""What a materialization tells a person who looks at it in the UI: rows, a sample as a table, a small picture.

The one module outside `*/assets.py` that knows Dagster, so that every stage reports in the same words.
"""

from collections.abc import Sequence
from typing import Any

import dagster as dg
import polars as pl

from assets import pictures
from assets.schemas import Table

SAMPLE_ROWS, CELL_WIDTH = 5, 60


def metadata_of(table: Table, frame: pl.DataFrame, counts: Sequence[tuple[str, int]] = (), title: str = "") -> dict[str, Any]:
    """Row count, column schema, first rows and, with `counts`, a bar chart."""
    metadata: dict[str, Any] = {
        "dagster/row_count": frame.height,
        "row": table.row,
        "sample": dg.MetadataValue.md(_sample(frame)),
    }
    if counts:
        metadata["picture"] = dg.MetadataValue.md(pictures.as_markdown(pictures.bars(counts, title), title))
    return metadata


def column_schema(table: Table) -> dict[str, Any]:
    """A table's columns and their meaning, as definition metadata of its asset."""
    columns = [dg.TableColumn(name, str(dtype), description=about) for name, (dtype, about) in table.columns.items()]
    return {"dagster/column_schema": dg.TableSchema(columns)}


def counts_by(frame: pl.DataFrame, column: str | pl.Expr, most: int = 12) -> list[tuple[str, int]]:
    """Labels of a column with their counts, most frequent first, for a picture."""
    key = pl.col(column) if isinstance(column, str) else column
    grouped = frame.group_by(key.cast(pl.String).fill_null("unknown").alias("label")).len().sort("len", "label", descending=[True, False])
    return [(label, count) for label, count in grouped.head(most).rows()]


def _sample(frame: pl.DataFrame) -> str:
    shown = frame.select(pl.exclude(pl.Binary, pl.List)).head(SAMPLE_ROWS)
    if shown.is_empty():
        return "_no rows_"
    lines = ["| " + " | ".join(shown.columns) + " |", "|" + "---|" * shown.width]
    lines += ["| " + " | ".join(_cell(value) for value in row) + " |" for row in shown.rows()]
    return "\n".join(lines)


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    text = text if len(text) <= CELL_WIDTH else text[: CELL_WIDTH - 1] + "…"
    return text.replace("\n", " ").replace("|", "\\|")
