"""Running the house in tests, as the command line does, quietly."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
from rich.console import Console

from expectations.suites import SUITES, Suite

# Columns that say when and how a row came in, not what it says.
ASIDE = {"ingested_at", "batch_id"}


def publish(home: Path, paths: Sequence[Path], *, rebuild: str | None = None, apart: bool = False, **settings: Any) -> bool:
    """`demarche run PATHS --home HOME`; with `apart` in the processes that the command line has, else all in this one."""
    return said(home, paths, rebuild=rebuild, apart=apart, **settings)[0]


def said(
    home: Path,
    paths: Sequence[Path],
    *,
    rebuild: str | None = None,
    suites: Sequence[Suite] = SUITES,
    apart: bool = False,
    **settings: Any,
) -> tuple[bool, str]:
    """The same, with what it printed."""
    from orchestration.pipeline import run_pipeline
    from orchestration.settings import Settings

    console = Console(file=io.StringIO(), width=200)
    success = run_pipeline(Settings(home=home, **settings), list(paths), rebuild, console, suites=suites, apart=apart)
    return success, console.file.getvalue()  # type: ignore[attr-defined]


def tables(home: Path) -> list[str]:
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
        return [name for (name,) in connection.execute("select table_name from duckdb_tables() order by 1").fetchall()]


def differences(one: Path, other: Path) -> dict[str, int]:
    """Rows by mart that stand in one home's served file and not in the other's, both ways."""
    found = {}
    with duckdb.connect() as connection:
        for name, home in (("one", one), ("other", other)):
            path = str(home / "warehouse.duckdb").replace("'", "''")
            connection.execute(f"attach '{path}' as {name} (read_only)")
        for table in tables(one):
            if table == "release":
                continue
            columns = [row[0] for row in connection.execute(f"describe one.{table}").fetchall()]
            shown = ", ".join(f'"{column}"' for column in columns if column not in ASIDE)
            a, b = f"select {shown} from one.{table}", f"select {shown} from other.{table}"
            row = connection.execute(f"select count(*) from ((({a}) except all ({b})) union all (({b}) except all ({a})))").fetchone()
            if row and row[0]:
                found[table] = row[0]
    return found
