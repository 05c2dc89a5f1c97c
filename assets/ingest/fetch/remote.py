"""Files behind any other address that fsspec knows (`s3://`, `gs://`, `sftp://`, `file://` …): listed, compared, copied.

Only somebody at the command line or in the settings names such an address; feeds and redirects cannot lead here.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO

from assets.ingest import sidecars
from assets.ingest.fetch.errors import FetchError, RefusedError
from assets.ingest.fetch.keeping import CHUNK
from assets.ingest.sidecars import Sidecar, SidecarError

EXTRAS = {"s3": "s3", "s3a": "s3"}


@dataclass(frozen=True)
class RemoteFile:
    """A file found: its own address, what tells a changed one, how to open it, and the sidecars that speak of it."""

    url: str
    version: str
    file_system: Any
    path: str
    sidecars: tuple[str, ...]


def remote_files(address: str) -> list[RemoteFile]:
    """The files that an address means: itself, all below a folder, or what a pattern (`*`, `?`, `**`) matches; by name.

    Hidden files are passed over, and so are sidecars, which are read with the files they speak of.

    Raises
    ------
    FetchError
        If there is no such file, no such protocol, no right to read, or a package is missing.
    """
    protocol = address.partition("://")[0].lower()
    if "::" in address:
        raise RefusedError("addresses chained with '::' are not followed; name the file itself")
    if re.search(r"://[^/@]*:[^/@]*@", address):
        raise RefusedError("an address with a password in it is not fetched")
    with _in_words(protocol):
        from fsspec.core import url_to_fs

        file_system, path = url_to_fs(address)
        file_system.invalidate_cache()  # it remembers listings as long as the process lives
        names = sorted(_names(file_system, path))
        beside = {folder: _listing(file_system, folder) for folder in {_folder(name) for name in names}}
        files = [
            RemoteFile(
                file_system.unstrip_protocol(name),
                str(file_system.ukey(name)),
                file_system,
                name,
                tuple(one for one in _sidecars(name) if one in beside[_folder(name)]),
            )
            for name in names
        ]
    if not files:
        raise FetchError("nothing is there")
    return files


def copy(file: RemoteFile, sink: BinaryIO, max_bytes: int) -> None:
    """The file's bytes into `sink`. Raises `FetchError` beyond the limit, or where it cannot be read."""
    size = 0
    with _in_words(file.url.partition("://")[0]), file.file_system.open(file.path, "rb") as stream:
        while piece := stream.read(CHUNK):
            size += len(piece)
            if size > max_bytes:
                raise FetchError(f"too large: more than the limit of {max_bytes:,} bytes")
            sink.write(piece)


def said_beside(file: RemoteFile) -> Sidecar:
    """What its sidecars say of a file; its own wins over its folder's.

    Raises `FetchError` where one has a mistake: taken in without it, the file would be known and the sidecar never heard.
    """
    given: dict[str, str] = {}
    columns: dict[str, str] = {}
    for path in file.sidecars:
        with _in_words(file.url.partition("://")[0]), file.file_system.open(path, "rb") as stream:
            content = stream.read(sidecars.MAX_BYTES + 1)
        try:
            said = sidecars.read(content, path.rpartition("/")[2])
        except SidecarError as problem:
            raise FetchError(f"its sidecar has a mistake: {problem}") from problem
        given |= said.given
        columns |= said.columns
    return Sidecar(given, columns)


def _listing(file_system: Any, folder: str) -> set[str]:
    """What lies in a folder; nothing where only its files may be read: then no sidecar can be seen."""
    try:
        return set(file_system.ls(folder, detail=False))
    except PermissionError:
        return set()


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _sidecars(path: str) -> Iterator[str]:
    """What sidecars of a file may be called, the folder's first."""
    folder = _folder(path)
    yield from (f"{folder}/{name}" for name in sidecars.FOLDER_NAMES)
    yield from sidecars.names_for(path)


def _names(file_system: Any, path: str) -> Iterator[str]:
    if re.search(r"[*?\[]", path):
        found = file_system.glob(path, detail=True)
    elif file_system.isdir(path):
        found = file_system.find(path, detail=True)
    else:
        found = {path: file_system.info(path)}
    for name, about in found.items():
        last = name.rpartition("/")[2]
        speaks_of_others = last in sidecars.FOLDER_NAMES or sidecars.described(last)
        if about.get("type") == "file" and not last.startswith(".") and not speaks_of_others:
            yield name


@contextmanager
def _in_words(protocol: str) -> Iterator[None]:
    """What the libraries behind fsspec raise, and they raise what they like, as one clause."""
    try:
        yield
    except FetchError:
        raise
    except FileNotFoundError:
        raise FetchError("nothing is there") from None
    except ImportError as problem:
        if protocol in EXTRAS:
            raise FetchError(
                f"{protocol}:// needs a package that is not installed: pip install 'demarche[{EXTRAS[protocol]}]'"
            ) from problem
        raise FetchError(f"{protocol}:// needs a package that is not installed: {problem}") from problem
    except Exception as problem:
        said = " ".join(str(problem).split())[:200] or type(problem).__name__
        raise FetchError(f"cannot be read: {said}") from problem
