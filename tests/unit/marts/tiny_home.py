"""Homes of a few rows for dbt to build. What dbt is asked stands in the tests."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl

from assets.lake import PROMOTED, Lake
from assets.schemas import CORPUS_TABLES

Frames = dict[str, list[dict[str, Any]]]
Dbt = Callable[..., Any]


def make_home(home: Path, rows: Frames) -> Lake:
    """A home of one promoted batch and its resolved tables; tables without rows are there and empty."""
    lake = Lake(home)
    frames: dict[str, pl.DataFrame] = {table.name: table.frame(rows.get(table.name)) for table in PROMOTED}
    lake.promote("one", frames)
    for table in CORPUS_TABLES:
        lake.write_resolved(table, table.frame(rows.get(table.name)))
    return lake
