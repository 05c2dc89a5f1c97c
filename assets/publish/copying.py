"""Copy the marts of a build into a release: one DuckDB file that every client can open, and Parquet beside it.

The file holds tables only, in the contract's column order and sorted by key, with their descriptions as comments;
no view that depends on a path, no write-ahead log beside it.
"""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from assets.marts.spilling import MODEST, Spilling
from assets.publish.audit import row_counts


@dataclass(frozen=True)
class Mart:
    """A table to publish: what it holds, and its columns with what they hold. The columns, in turn, order the rows."""

    description: str
    columns: dict[str, str]


class CopyError(RuntimeError):
    """The copy is not what it should be; nothing was published."""


def copy_marts(
    build: Path,
    folder: Path,
    marts: dict[str, Mart],
    storage_version: str,
    checks: dict[str, int],
    spilling: Spilling = MODEST,
) -> dict[str, int]:
    """Write `warehouse.duckdb` and `parquet/<mart>.parquet` into `folder`.

    Parameters
    ----------
    build
        The audited build file.
    folder
        A folder that nobody reads yet.
    marts
        The tables by name.
    storage_version
        DuckDB storage version of the copy ('v1.0.0': every client from 1.0 on opens it).
    checks
        What the audit counted (`checks_passed`, `checks_warned`): written into the `release` mart.
    spilling
        What DuckDB may hold; the rest it puts down: a release of any size is made in this much.

    Returns
    -------
    Row counts of the copy by mart.
    """
    target = folder / "warehouse.duckdb"
    (folder / "parquet").mkdir(parents=True, exist_ok=True)
    with duckdb.connect(config=spilling.configuration(build.parent)) as connection:
        connection.execute(f"attach {_quoted(str(build))} as build (read_only)")
        connection.execute(f"attach {_quoted(str(target))} as release (storage_version '{storage_version}')")
        for name, mart in marts.items():
            by = ", ".join(f'"{column}" nulls first' for column in mart.columns)
            connection.execute(f'create table release.main."{name}" as select * from build.main."{name}" order by {by}')
        assignments = ", ".join(f"{name} = {int(value)}" for name, value in checks.items())
        connection.execute(f"update release.main.release set {assignments}")
        connection.begin()  # hundreds of comments: one transaction
        _describe(connection, marts)
        connection.commit()
        connection.execute("checkpoint release")
        for name in marts:
            path = folder / "parquet" / f"{name}.parquet"
            connection.execute(f'copy release.main."{name}" to {_quoted(str(path))} (format parquet, compression zstd)')
        connection.execute("detach release")
    return _verified(build, target, list(marts))


def _describe(connection: duckdb.DuckDBPyConnection, marts: dict[str, Mart]) -> None:
    """Write the descriptions as comments: here once, not by dbt for each build, where they cost a second."""
    for name, mart in marts.items():
        connection.execute(f'comment on table release.main."{name}" is {_quoted(mart.description)}')
        for column, description in mart.columns.items():
            connection.execute(f'comment on column release.main."{name}"."{column}" is {_quoted(description)}')


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _verified(build: Path, target: Path, marts: list[str]) -> dict[str, int]:
    if target.with_name(target.name + ".wal").exists():
        raise CopyError(f"a write-ahead log lies beside {target.name}: the copy was not closed cleanly")
    with duckdb.connect(str(target), read_only=True) as copied:
        counts = row_counts(copied, marts)
        others = copied.execute("select view_name from duckdb_views() where not internal").fetchall()
    with duckdb.connect(str(build), read_only=True) as built:
        expected = row_counts(built, marts)
    if counts != expected or others:
        differing = {mart: (expected[mart], count) for mart, count in counts.items() if expected[mart] != count}
        raise CopyError(f"the copy differs from the build: {differing or 'it holds views'}")
    return counts
