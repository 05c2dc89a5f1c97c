"""Files that need not be read again: each held one document, which is known, and nobody has touched it since.

Which documents are new is `registration`'s to say. A file of many documents, or one that could not be read, is read every time.

What stands for a file is a hash of its path, size, place on disk and two times: of its content, which programs set as they
like, and of its last change, which the system alone sets. A file changed so shortly before that it may be changed again
within one tick of the system's clock is not remembered: the next run reads it once more.
"""

import os
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from pathlib import Path

import polars as pl

from assets.identity import content_id
from assets.ingest.sidecars import Sidecar
from assets.ingest.sources import Document

SETTLED = timedelta(seconds=10)  # far more than a tick of any file system, and clocks of a server that go otherwise
COLUMNS = pl.Schema({"file": pl.String, "document_id": pl.String, "read_by": pl.String})


class Unchanged:
    """Files read before, by what stood for them then.

    Parameters
    ----------
    path
        Where they are kept, a Parquet file; it need not exist.
    read_by
        Version of the code that reads: what another one has read may be more than one document to this one.
    now
        A moment before the first file is read.
    known
        Documents that were taken in: a file of any other is read.
    """

    def __init__(self, path: Path, read_by: str, now: datetime, known: AbstractSet[str]) -> None:
        self._path, self._read_by, self._known = path, read_by, known
        self._touched_before = int((now - SETTLED).timestamp() * 1_000_000_000)
        kept = pl.read_parquet(path, glob=False, hive_partitioning=False) if path.exists() else pl.DataFrame(schema=COLUMNS)
        self._documents = dict(kept.filter(read_by=read_by).select("file", "document_id").iter_rows())
        self._new: dict[str, str] = {}

    def holds(self, file: Path, sidecar: Sidecar) -> bool:
        """Whether a file is as it was when its one document was read, and a sidecar of today makes no other of it."""
        if sidecar.columns or "charset" in sidecar.given:
            return False
        mark = self._mark(file)
        return mark is not None and self._documents.get(mark) in self._known

    def noting(self, file: Path, documents: Iterable[Document]) -> Iterator[Document]:
        """The documents of a file, which is remembered if there is but one, with nothing wrong."""
        mark = self._mark(file)  # before it is read: what changes from now on has another
        found: list[str | None] = []
        for document in documents:
            found.append(document.document_id if document.problem is None else None)
            yield document
        if mark and len(found) == 1 and found[0]:
            self._new[mark] = found[0]

    def keep(self) -> None:
        """Write down what was noted."""
        if not self._new:
            return
        known = self._documents | self._new
        columns = {"file": list(known), "document_id": list(known.values()), "read_by": [self._read_by] * len(known)}
        self._path.parent.mkdir(parents=True, exist_ok=True)
        temporary = self._path.with_name(f".{self._path.name}.{os.getpid()}.tmp")
        pl.DataFrame(columns, schema=COLUMNS).write_parquet(temporary, compression="zstd")
        os.replace(temporary, self._path)

    def _mark(self, file: Path) -> str | None:
        """What stands for a file; null where it may have changed since without a trace."""
        try:
            status = file.stat()
        except OSError:
            return None
        if max(status.st_mtime_ns, status.st_ctime_ns) >= self._touched_before:
            return None
        return content_id(os.fsencode(file).hex(), status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_dev)
