"""What a table of the lake is: a name, a key, columns with type and meaning. The tables themselves stand beside this file."""

from dataclasses import dataclass
from typing import Any

import polars as pl

Dtype = Any  # polars data types are classes and instances; pl.DataType covers only the latter


@dataclass(frozen=True, eq=False)  # a table is itself, not its columns: it may key a dict
class Table:
    """A table of the lake: its name, what a row is, its key and its columns (name → type, meaning)."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: dict[str, tuple[Dtype, str]]

    @property
    def polars(self) -> pl.Schema:
        return pl.Schema({name: dtype for name, (dtype, _) in self.columns.items()})

    @property
    def row_key(self) -> pl.Expr:
        """A row's key as one text, as `rejected.row_key` holds it."""
        return pl.concat_str([pl.col(column).cast(pl.String) for column in self.key], separator="|")

    def frame(self, rows: list[dict[str, Any]] | None = None) -> pl.DataFrame:
        """A frame of this table from row dictionaries (missing values become null); empty without rows."""
        return pl.DataFrame(rows or [], schema=self.polars, orient="row")

    def conform(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The frame with exactly this table's columns, types and key order.

        Raises `ValueError` naming the table when a column is missing or unexpected: better loud here than null there.
        """
        missing, extra = self.polars.keys() - set(frame.columns), set(frame.columns) - self.polars.keys()
        if missing or extra:
            raise ValueError(f"{self.name}: missing columns {sorted(missing)}, unexpected columns {sorted(extra)}")
        return frame.select(pl.col(name).cast(dtype) for name, dtype in self.polars.items()).sort(self.key)
