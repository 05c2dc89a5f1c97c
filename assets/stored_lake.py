"""A lake kept on an object store, or any other file system of fsspec. How a lake is used does not belong here: `assets.lake`.

    <root>/batches/<batch>.parquet                 the documents a batch was registered with
    <root>/lake/<batch>.json                       the record of a promoted batch: its version and its files
    <root>/lake/<batch>/<version>/<table>.parquet  those files

An object store has no rename, but an object appears whole. So the record is written last: what it does not name is not
in the lake. The version is a hash of the files: the same batch promoted again is the same objects.

DuckDB reads no store without an extension that would be downloaded at run time. So whoever reads promoted batches has a
copy of them under the home, as `assets.lake` lays it out. A batch in the making, what is resolved, and what is published
are files of the home as ever.
"""

import hashlib
import io
import json
import shutil
from collections.abc import Collection
from errno import EEXIST
from pathlib import Path
from typing import Any

import polars as pl

from assets.lake import Lake
from assets.lock import one_writer
from assets.schemas import BATCH_ITEMS, REJECTED, Table

RECORD = "record.json"  # beside the files of a copied batch: what was copied
SOURCE = ".copied-from"  # beside the copies of batches: the root they come from
TRIES = 3  # to copy a batch that is replaced meanwhile


class StoredLakeError(RuntimeError):
    """The store does not hold what it should; the message says what to do."""


class StoredLake(Lake):
    """A lake whose batches are kept at `root` of an fsspec file system.

    Raises `StoredLakeError` when the home has a lake of its own, or copies of another store's: which of the two is meant?
    """

    def __init__(self, home: Path, store: Any, root: str) -> None:
        super().__init__(home)
        self._store = store
        self._root = root.rstrip("/")
        own = [path.parent.name for path in self.promoted.glob("*/documents.parquet") if not (path.parent / RECORD).exists()]
        if own:
            raise StoredLakeError(f"{home} has a lake of its own ({len(own)} batch(es)): take another home for the lake at {root}")
        copied_from = self._copied_from()
        if copied_from not in (None, self._root):
            raise StoredLakeError(f"{home} holds batches of {copied_from or 'its own'}: take another home for the lake at {root}")

    # -- registered batches
    def register(self, batch: str, items: pl.DataFrame) -> None:
        """Raises `FileExistsError` when another home has registered a batch of this name meanwhile."""
        written = io.BytesIO()
        BATCH_ITEMS.conform(items).write_parquet(written)
        # The store first: a copy that it does not know would stand for a batch of that name that another home registers.
        path = self._at("batches", f"{batch}.parquet")
        try:
            self._store.pipe_file(path, written.getvalue(), mode="create")
        except FileExistsError as error:
            raise FileExistsError(EEXIST, "another home has registered a batch of this name meanwhile; run again", path) from error
        self._keep(batch, items)

    def registered(self) -> list[str]:
        return self._names("batches", ".parquet")

    def items(self, batch: str) -> pl.DataFrame:
        if not (self.batches / f"{batch}.parquet").exists():
            self._keep(batch, pl.read_parquet(io.BytesIO(self._store.cat_file(self._at("batches", f"{batch}.parquet")))))
        return super().items(batch)

    def _keep(self, batch: str, items: pl.DataFrame) -> None:
        self.batches.mkdir(parents=True, exist_ok=True)
        (self.batches / SOURCE).write_text(self._root)
        super().register(batch, items)

    def _copied_from(self) -> str | None:
        """The root that the batches here are copies from; '' where they are the home's own, null where there are none."""
        if (self.batches / SOURCE).exists():
            return (self.batches / SOURCE).read_text()
        return "" if any(self.batches.glob("*.parquet")) else None

    # -- batches that passed the gate
    def _move_in(self, batch: str, staged: Path) -> None:
        """Files first, the record last. What the replaced record named stays for readers that have just read it."""
        files = {path.name: path.stat().st_size for path in sorted(staged.iterdir())}
        version = _version(staged)
        before = self._records([batch]).get(batch, {}).get("version")
        for name in files:
            self._store.put_file(str(staged / name), self._at("lake", batch, version, name))
        record = json.dumps({"version": version, "files": files})
        self._store.pipe_file(self._at("lake", f"{batch}.json"), record.encode())
        (staged / RECORD).write_text(record)
        super()._move_in(batch, staged)
        # Another home may have made the same batch meanwhile: what the record names by now stays.
        named = self._records([batch]).get(batch, {}).get("version")
        for folder in self._list("lake", batch):
            if folder.rpartition("/")[2] not in (version, before, named):
                self._store.rm(folder, recursive=True)

    def promoted_batches(self) -> list[str]:
        return self._names("lake", ".json")

    def read_promoted(self, table: Table, batch: str) -> pl.DataFrame:
        record = self._records([batch]).get(batch)
        if record is None:
            return table.frame()
        self._copy({batch: record})
        return super().read_promoted(table, batch)

    def _refused(self, batch: str) -> pl.DataFrame:
        """Of a batch that is not here, this file alone is fetched."""
        if (self.promoted / batch / RECORD).exists():
            return super()._refused(batch)
        record = self._records([batch]).get(batch)
        if record is None:
            return REJECTED.frame()
        return pl.read_parquet(io.BytesIO(self._store.cat_file(self._at("lake", batch, record["version"], f"{REJECTED.name}.parquet"))))

    def marks(self, batch: str) -> list[str]:
        return [str(record["version"]) for record in self._records([batch]).values()]

    def all_marks(self) -> dict[str, list[str]]:
        return {batch: [str(record["version"])] for batch, record in self._records(self.promoted_batches()).items()}

    def stage(self) -> list[str]:
        """Copy what is not here yet, or was replaced; what the store does not hold goes."""
        records = self._records(self.promoted_batches())
        self._copy(records)
        if self._not_in(records):
            with one_writer(self.home, "clearing copies of batches"):
                for path in self._not_in(self.promoted_batches()):  # asked again: one of them may have been promoted since
                    shutil.rmtree(path)
        return sorted(records)

    def _not_in(self, batches: Collection[str]) -> list[Path]:
        return [path for path in self.promoted.glob("*") if path.name not in batches]

    # -- the copy
    def _copy(self, records: dict[str, dict[str, Any]]) -> None:
        missing = {batch: record for batch, record in records.items() if self._copied(batch) != record["version"]}
        if missing:
            with one_writer(self.home, "copying the lake"):
                for batch, record in missing.items():
                    self._copy_batch(batch, record)

    def _copied(self, batch: str) -> str | None:
        path = self.promoted / batch / RECORD
        return json.loads(path.read_text())["version"] if path.exists() else None

    def _copy_batch(self, batch: str, record: dict[str, Any]) -> None:
        arriving = self.work / "arriving" / batch
        for _ in range(TRIES):
            shutil.rmtree(arriving, ignore_errors=True)
            arriving.mkdir(parents=True)
            try:
                self._download(batch, record, arriving)
            except FileNotFoundError:  # replaced twice since its record was read
                record = self._records([batch])[batch]
                continue
            (arriving / RECORD).write_text(json.dumps(record))
            super()._move_in(batch, arriving)
            return
        raise StoredLakeError(f"batch {batch} could not be copied from {self._at('lake', batch)}: files that its record names are missing")

    def _download(self, batch: str, record: dict[str, Any], folder: Path) -> None:
        for name, size in record["files"].items():
            self._store.get_file(self._at("lake", batch, record["version"], name), str(folder / name))
            if (folder / name).stat().st_size != size:
                raise StoredLakeError(f"{self._at('lake', batch, record['version'], name)} is not as large as its record says")

    # -- the store
    def _at(self, *parts: str) -> str:
        return "/".join((self._root, *parts))

    def _list(self, *parts: str) -> list[str]:
        try:
            return [str(path).rstrip("/") for path in self._store.ls(self._at(*parts), detail=False, refresh=True)]
        except FileNotFoundError:
            return []

    def _names(self, folder: str, suffix: str) -> list[str]:
        return sorted(path.rpartition("/")[2].removesuffix(suffix) for path in self._list(folder) if path.endswith(suffix))

    def _records(self, batches: list[str]) -> dict[str, dict[str, Any]]:
        """Of those batches that are promoted."""
        paths = {self._at("lake", f"{batch}.json"): batch for batch in batches}
        found = self._store.cat(list(paths), on_error="return") if paths else {}
        problems = [said for said in found.values() if isinstance(said, Exception) and not isinstance(said, FileNotFoundError)]
        if problems:
            raise problems[0]
        return {batch: json.loads(found[path]) for path, batch in paths.items() if isinstance(found.get(path), bytes)}


def _version(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            digest.update(path.name.encode() + hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:16]
