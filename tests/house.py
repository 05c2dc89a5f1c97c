"""Running the house in tests, as the command line does, quietly."""

import fcntl
import io
import shutil
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any
from unittest import mock

import duckdb
import polars as pl
from rich.console import Console

from assets.codebook import Codebook
from assets.codebook.files import FILES
from assets.lake import PROMOTED, Lake
from assets.schemas import Table
from assets.versions import folder_version
from expectations.suites import SUITES, Suite

# Columns that say when and how a row came in, not what it says.
ASIDE = {"ingested_at", "batch_id"}
LOAD = Codebook.load  # as it is before a run is given `loaded_once` instead


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
    with mock.patch.object(Codebook, "load", loaded_once):
        success = run_pipeline(Settings(home=home, **settings), list(paths), rebuild, console, suites=suites, apart=apart)
    return success, console.file.getvalue()  # type: ignore[attr-defined]


def registered(paths: Sequence[Path], **settings: Any) -> list[str]:
    """Batches of new documents, registered as the schedule does it, and not made."""
    from orchestration.batches import register
    from orchestration.instance import open_instance
    from orchestration.settings import Settings
    from orchestration.storage import lake_of

    given = Settings(**settings)
    with open_instance(given.home) as instance:
        return register(lake_of(given), instance, paths, given.batch_size, given.max_document_bytes)


def ran(batch: str | None, **settings: Any) -> bool:
    """The job `batch` of a batch, as a backfill starts it, or (none) the job `release`. An error in it is raised."""
    from orchestration.definitions import build_defs
    from orchestration.instance import open_instance
    from orchestration.settings import Settings

    given = Settings(**settings)
    with mock.patch.object(Codebook, "load", loaded_once), open_instance(given.home) as instance:
        job = build_defs(given).resolve_job_def("batch" if batch else "release")
        return job.execute_in_process(instance=instance, partition_key=batch, raise_on_error=True).success


def loaded_once(folder: Path) -> Codebook:
    """`Codebook.load` once a process for each state of the folder's files: with what is compiled from them it takes two seconds."""
    return _loaded(folder, folder_version(folder, "*.csv"))


@lru_cache(maxsize=4)
def _loaded(folder: Path, version: str) -> Codebook:
    return LOAD(folder)


def codebook_of(rows: Mapping[str, Sequence[str]], folder: Path, root: Path) -> Codebook:
    """A codebook of the lines given by file; nouns and given names, which are the language's, are the project's own."""
    for name, file in FILES.items():
        (folder / f"{name}.csv").write_text("\n".join([",".join(file.columns), *rows.get(name, [])]) + "\n", encoding="utf-8")
    for name in ("actor_nouns", "given_names"):
        shutil.copyfile(root / "seeds" / "codebook" / f"{name}.csv", folder / f"{name}.csv")
    return Codebook.load(folder)


def made_once(folder: Path, make: Callable[[Path], object]) -> Path:
    """The folder, made by the first of the test processes that needs it, while the others wait."""
    made = folder.with_name(f"{folder.name}.made")
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            make(folder)
            made.touch()
    return folder


def copied(home: Path, to: Path) -> Path:
    """A copy of a home nobody is at work in: as good as one made by the same runs, and seconds cheaper."""
    return shutil.copytree(home, to, symlinks=True, dirs_exist_ok=True)


def tables(home: Path) -> list[str]:
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
        return [name for (name,) in connection.execute("select table_name from duckdb_tables() order by 1").fetchall()]


def lake_differences(one: Path, other: Path) -> list[str]:
    """Tables whose rows in one home's lake are not those in the other's, in whatever order and batches."""

    def rows(home: Path, table: Table) -> pl.DataFrame:
        return Lake(home).scan(table).select(pl.exclude(ASIDE)).collect().sort(table.key)

    return [table.name for table in PROMOTED if not rows(one, table).equals(rows(other, table))]


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
