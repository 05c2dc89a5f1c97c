"""What a file of the codebook is made of: columns, and what their cells must obey. Which files there are stands in `files`."""

from dataclasses import dataclass, field

import polars as pl

from assets import schemas


@dataclass(frozen=True)
class Column:
    """A column of a codebook file: how its cells are read, and what they must obey."""

    dtype: schemas.Dtype = pl.String
    required: bool = False
    one_of: tuple[str, ...] = ()
    pattern: str = ""
    refers_to: str = ""  # 'file.column' that must hold the value
    many: bool = False  # several values, ';' between
    is_regex: bool = False
    share: bool = False  # a number from 0 to 1
    rough: str = ""  # "first" or "last": a year (2025) or month (2025-04) may stand for a day; it is read as its first or last
    not_before: str = ""  # the column of the same line whose date it must not precede
    needed_by: tuple[str, ...] = ()  # a column of the same line, and the values there with which this cell must be filled
    about: str = ""


@dataclass(frozen=True)
class File:
    name: str
    about: str
    key: tuple[str, ...]
    columns: dict[str, Column] = field(default_factory=dict)
