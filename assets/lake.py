"""Where a table lies, how it is written and scanned. What its columns are stands in `assets.schemas`.

Under a home:

    batches/<batch>.parquet          the documents a batch was registered with
    work/<table>/<batch>.parquet     a batch in the making, not judged yet
    work/rejected/<part>/<batch>.parquet   what it refused, a file for each stage and suite that refuses
    lake/<batch>/<table>.parquet     a batch that passed the gate; moved in by one rename, so it is there whole or not at all
    resolved/<table>.parquet         what needed the whole corpus

Every file is written under a temporary name and renamed: a killed process leaves no half file under a real name.
A lake that is kept on an object store instead stands in `assets.stored_lake`; this is what its users see of either.
"""

import hashlib
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import polars as pl

from assets.schemas import BATCH_ITEMS, BATCH_TABLES, RAW_DOCUMENTS, REJECTED, Table

RESOLVED_STATE = "state"  # which batches were resolved, beside the tables
PROMOTED = (*BATCH_TABLES, REJECTED)


def is_home(folder: Path) -> bool:
    """Whether a folder is a home that batches were registered in."""
    return (folder / "batches").is_dir() and (folder / ".lock").exists()


class Lake:
    """The Parquet files under one home directory."""

    def __init__(self, home: Path) -> None:
        self.home = Path(home)
        self.batches = self.home / "batches"
        self.work = self.home / "work"
        self.promoted = self.home / "lake"
        self.resolved = self.home / "resolved"

    # -- registered batches
    def register(self, batch: str, items: pl.DataFrame) -> None:
        _write(BATCH_ITEMS.conform(items), self.batches / f"{batch}.parquet")

    def registered(self) -> list[str]:
        return sorted(path.stem for path in self.batches.glob("*.parquet"))

    def items(self, batch: str) -> pl.DataFrame:
        return _read(self.batches / f"{batch}.parquet")

    def known_documents(self) -> set[str]:
        """Ids of all documents ever registered, refused ones too: none is taken in twice.

        Not known is what was gone or changed when its batch came to read it: nothing of it was kept, so it is new where
        it is met again.
        """
        taken, refused = self.registered_documents()
        return taken | refused

    def registered_documents(self) -> tuple[set[str], set[str]]:
        """The known documents: those that a batch took, and those that were refused when they were registered."""
        taken: set[str] = set()
        refused: set[str] = set()
        for batch in self.registered():
            items = self.items(batch)
            unread = self._refused(batch).filter(table_name=RAW_DOCUMENTS.name, expectation="readable")["document_id"]
            has_problem = pl.col("problem").is_not_null()
            refused.update(items.filter(has_problem)["document_id"])
            taken.update(items.filter(~has_problem & ~pl.col("document_id").is_in(unread.implode()))["document_id"])
        return taken, refused - taken

    def _refused(self, batch: str) -> pl.DataFrame:
        """What a promoted batch refused. Of its documents that could not be read this never changes."""
        return Lake.read_promoted(self, REJECTED, batch)

    # -- a batch in the making
    def write(self, table: Table, batch: str, frame: pl.DataFrame) -> pl.DataFrame:
        frame = table.conform(frame)
        _write(frame, self._work_path(table, batch))
        return frame

    def read(self, table: Table, batch: str) -> pl.DataFrame:
        return _of(table, self._work_path(table, batch))

    def _work_path(self, table: Table, batch: str) -> Path:
        return self.work / table.name / f"{batch}.parquet"

    # -- what a batch refused, in parts: one of each stage or suite that refuses
    def write_rejected(self, part: str, batch: str, frame: pl.DataFrame) -> None:
        _write(REJECTED.conform(frame), self.work / "rejected" / part / f"{batch}.parquet")

    def read_rejected(self, batch: str) -> pl.DataFrame:
        parts = sorted((self.work / "rejected").glob(f"*/{batch}.parquet"))
        return pl.concat([REJECTED.frame(), *map(_read, parts)]).unique(REJECTED.key, keep="first").sort(REJECTED.key)

    # -- batches that passed the gate
    def promote(self, batch: str, frames: dict[str, pl.DataFrame], unchanged: Collection[str] = ()) -> None:
        """Put a judged batch before the rest of the house, all tables at once. Tables that are `unchanged` since they were
        made are not written again.
        """
        staged = self.work / "promoting" / batch
        shutil.rmtree(staged, ignore_errors=True)
        staged.mkdir(parents=True)
        for table in PROMOTED:
            target = staged / f"{table.name}.parquet"
            if table.name in unchanged:
                _same_file(self._work_path(table, batch), target)
            else:
                _write(table.conform(frames[table.name]), target)
        self._move_in(batch, staged)

    def _move_in(self, batch: str, staged: Path) -> None:
        target = self.promoted / batch
        target.parent.mkdir(parents=True, exist_ok=True)
        replaced = self.work / "replaced" / batch
        shutil.rmtree(replaced, ignore_errors=True)
        if target.exists():
            replaced.parent.mkdir(parents=True, exist_ok=True)
            target.rename(replaced)
        staged.rename(target)
        shutil.rmtree(replaced, ignore_errors=True)

    def promoted_batches(self) -> list[str]:
        return sorted(path.name for path in self.promoted.glob("*") if path.is_dir())

    def read_promoted(self, table: Table, batch: str) -> pl.DataFrame:
        """A table of a promoted batch; empty where the batch was never promoted."""
        path = self.promoted / batch / f"{table.name}.parquet"
        return _of(table, path) if path.exists() else table.frame()

    def stage(self) -> list[str]:
        """Have all promoted batches under the home, for what reads the files itself: they are there always. Returns their names."""
        return self.promoted_batches()

    def marks(self, batch: str) -> list[str]:
        """What changes when a promoted batch does."""
        found = ((path.name, path.stat()) for path in sorted((self.promoted / batch).iterdir()))
        return [f"{name}/{status.st_size}/{status.st_mtime_ns}" for name, status in found]

    def all_marks(self) -> dict[str, list[str]]:
        """The marks of each promoted batch, in order."""
        return {batch: self.marks(batch) for batch in self.promoted_batches()}

    def state(self) -> str:
        """A fingerprint of all promoted batches."""
        marks = [f"{batch}/{mark}" for batch, marks in self.all_marks().items() for mark in marks]
        return hashlib.sha256("\n".join(marks).encode()).hexdigest()[:16]

    @contextmanager
    def resolving(self) -> Iterator[None]:
        """While the tables of the corpus are made one after the other: only then it is noted which state of the lake they tell."""
        state, note = self.state(), self.resolved / RESOLVED_STATE
        self.resolved.mkdir(parents=True, exist_ok=True)
        note.unlink(missing_ok=True)
        yield
        note.write_text(state)

    def is_as_resolved(self) -> bool:
        """Whether the corpus was resolved to the end, and no batch came, went or changed since that began."""
        path = self.resolved / RESOLVED_STATE
        return path.exists() and path.read_text() == self.state()

    def scan(self, table: Table) -> pl.LazyFrame:
        """All promoted rows of a table."""
        batches = self.stage()  # asked once: another may be promoted at any moment
        if not batches:
            return table.frame().lazy()
        files = [self.promoted / batch / f"{table.name}.parquet" for batch in batches]
        return pl.scan_parquet(files, glob=False, hive_partitioning=False, schema=table.polars, missing_columns="insert")

    # -- the corpus
    def write_resolved(self, table: Table, frame: pl.DataFrame) -> pl.DataFrame:
        frame = table.conform(frame)
        _write(frame, self.resolved / f"{table.name}.parquet")
        return frame

    def read_resolved(self, table: Table) -> pl.DataFrame:
        return _read(self.resolved / f"{table.name}.parquet")

    def scan_resolved(self, table: Table) -> pl.LazyFrame:
        """The same, read when it is collected; it may be written until then."""
        return pl.scan_parquet(self.resolved / f"{table.name}.parquet", glob=False, hive_partitioning=False, schema=table.polars)


def _read(path: Path) -> pl.DataFrame:
    """A file as it is: neither its name nor its folders' are patterns or columns, whatever the home is called."""
    return pl.read_parquet(path, glob=False, hive_partitioning=False)


def _of(table: Table, path: Path) -> pl.DataFrame:
    """A table's file. All columns are written, always: one that is missing was not known yet when the file was made."""
    frame = _read(path)
    return frame.select(name if name in frame.columns else pl.lit(None, dtype).alias(name) for name, dtype in table.polars.items())


def _same_file(path: Path, target: Path) -> None:
    """One file under two names (it is replaced whole, never changed), or a copy where the file system has no such thing."""
    try:
        os.link(path, target)
    except OSError:
        shutil.copyfile(path, target)


def _write(frame: pl.DataFrame, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    frame.write_parquet(temporary, compression="zstd")
    os.replace(temporary, path)
