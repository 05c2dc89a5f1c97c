"""Files to documents: each file opened by the reader of its kind, and what goes wrong told of, never raised.

The readers stand beside it, one a format. Nothing here holds a file larger than the limit in memory.
"""

import errno
import io
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from assets.ingest import archives, feeds, folders, json_files, kinds, mail, sidecars, tables, unpacking, warc
from assets.ingest.folders import Beside
from assets.ingest.sources import CHUNK, Budget, Document, Given, HarmfulError, Limits, RefusedError, Source, everything
from assets.ingest.unchanged import Unchanged

Reader = Callable[[Source], Iterator[Source | Document]]
READERS: dict[str, Reader] = {
    kinds.JSON: json_files.json_file,
    kinds.JSON_LINES: json_files.json_lines,
    kinds.TABLE: tables.table,
    kinds.PARQUET: tables.parquet,
    kinds.FEED: feeds.feed,
    kinds.WARC: warc.warc,
    kinds.MAIL: mail.mail,
    kinds.MAILBOX: mail.mailbox,
    kinds.ZIP: archives.zipped,
    kinds.TAR: archives.tarred,
    **{kind: partial(unpacking.packed, kind=kind) for kind in (kinds.GZIP, kinds.BZIP2, kinds.XZ)},
}
OF_MANY = {  # kinds that hold many documents, and what each of these is called
    kinds.JSON_LINES: "record", kinds.TABLE: "row", kinds.PARQUET: "row", kinds.FEED: "entry", kinds.WARC: "page",
    kinds.MAILBOX: "mail", kinds.ZIP: "file", kinds.TAR: "file",
}  # fmt: skip
OF_ONE = ("title", "url")  # said of a file of many documents, and not of each


def read_items(
    paths: Iterable[Path], max_bytes: int = Limits.document_bytes, limits: Limits | None = None, unchanged: Unchanged | None = None
) -> Iterator[Document]:
    """All documents of files, folders and patterns, in the order of the paths. What is wrong with one becomes its `problem`.

    Files that are `unchanged` are passed over, and what is read is noted there.

    Raises
    ------
    FileNotFoundError
        If a path given does not exist, or nothing matches a pattern.
    """
    limits = limits or Limits(document_bytes=max_bytes)
    beside = Beside()
    for file in folders.files(paths):
        if unchanged is None:
            yield from read_file(file, limits, beside)
        elif not _is_passed_over(file, beside, unchanged):
            yield from unchanged.noting(file, read_file(file, limits, beside))


def _is_passed_over(file: Path, beside: Beside, unchanged: Unchanged) -> bool:
    try:
        return unchanged.holds(file, beside.of(file))
    except sidecars.SidecarError:  # to be told of
        return False


def read_file(path: Path, limits: Limits, beside: Beside, wanted: Callable[[str], bool] = everything) -> Iterator[Document]:
    """The documents of one file on disk, those of which `wanted` says the address is asked for."""
    uri = path.as_posix().encode("utf-8", "backslashreplace").decode()
    name = uri.rpartition("/")[2]
    nothing = Source(uri, uri, name, io.BytesIO(), limits, Budget(limits, 0), wanted)
    try:
        if uri != path.as_posix():
            raise OSError("its name is not UTF-8; rename it")
        if not path.exists():
            raise OSError("a link that leads nowhere" if path.is_symlink() else "no file is there any more")
        if path.is_dir():
            os.listdir(path)  # raises the reason why the folder could not be walked
        if not path.is_file():  # a broken link, a pipe, a device: opening it may never return
            raise OSError("not a regular file")
        if folders.is_sidecar(path):
            yield from _orphan(path, nothing)
            return
        sidecar = beside.of(path)
        with path.open("rb", buffering=CHUNK) as stream:
            source = replace(
                nothing, stream=stream, budget=Budget(limits, path.stat().st_size), given=sidecar.given, columns=sidecar.columns
            )
            yield from _documents(source)
    except sidecars.SidecarError as problem:
        yield nothing.refused(f"its sidecar is wrong: {problem}", said=str(problem))
    except HarmfulError as problem:
        yield nothing.refused(str(problem))
    except OSError as problem:
        yield nothing.refused(problem.strerror or str(problem))


def _orphan(path: Path, source: Source) -> Iterator[Document]:
    """A sidecar is read with its file; without one it is told of."""
    described = sidecars.described(path.name)
    if described and not path.with_name(described).exists():
        yield source.refused(f"there is no {described} beside it that it could describe")


def _documents(source: Source) -> Iterator[Document]:
    """The documents of a source, however deep they lie; what goes wrong ends the source and is told of as one of them."""
    try:
        kind = kinds.kind_of(source.head(), source.name, source.declared)
        if kind in OF_MANY:
            source = replace(source, given=_of_each(source.given), said=_of_each(source.said))
        read = READERS.get(kind, _single_of(kind)) if source.head(1) else _single_of(kinds.TEXT)
        part = None
        for part in read(source):
            if isinstance(part, Source):
                yield from _documents(part)
            else:
                yield part
        if part is None and source.wanted is everything:
            yield source.refused(f"there is no {OF_MANY.get(kind, 'text')} in it")
    except HarmfulError:
        raise  # ends the file on disk
    except Exception as problem:  # what readers of foreign formats raise on hostile bytes cannot be listed
        if source.depth == 0 and isinstance(problem, OSError) and problem.errno not in (None, errno.EINVAL):
            raise  # the disk's fault, not the file's
        yield source.refused(_reason(problem))


def _of_each(given: Given) -> Given:
    return {key: value for key, value in given.items() if key not in OF_ONE}


def _single_of(kind: str) -> Reader:
    return partial(_single, kind=kind)


def _single(source: Source, kind: str) -> Iterator[Document]:
    if kind == kinds.XML:
        raise RefusedError("XML that is neither a feed nor a web page; convert it")
    document_id, content, size = source.read()
    yield source.hashed(document_id, content, size, kind)


def _reason(problem: Exception) -> str:
    """What went wrong, in words that a reader of the quarantine understands."""
    if isinstance(problem, RefusedError):
        return str(problem)
    if isinstance(problem, EOFError):
        return "it breaks off in the middle; what lies beyond is lost"
    if isinstance(problem, MemoryError):
        return "it asks for more memory than there is"
    said = " ".join(str(problem).split())[:200]
    return f"damaged, or not what it seems to be ({said or type(problem).__name__})"
