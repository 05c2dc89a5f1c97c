"""What was fetched, kept to the byte under a name of our own, with a sidecar that says where it came from.

`<id>.<suffix>` and `<id>.<suffix>.meta.yml` in a folder named by the id's first two digits. The id is a hash of address
and content: nothing a server says can choose a path. The suffix comes from a short list, since readers go by it.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from urllib.parse import urlsplit

import yaml

from assets.identity import content_id
from assets.ingest.kinds import SUFFIXES
from assets.schemas import GIVEN_FIELDS

SIDECAR = ".meta.yml"
MEDIA_SUFFIXES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "application/rss+xml": ".xml", "application/atom+xml": ".xml",
    "application/rdf+xml": ".xml", "application/json": ".json", "text/plain": ".txt",
    "application/x-ndjson": ".jsonl", "application/jsonl": ".jsonl", "text/csv": ".csv",
    "message/rfc822": ".eml", "application/warc": ".warc", "application/vnd.apache.parquet": ".parquet",
}  # fmt: skip
OF_ONE = (".html", ".htm", ".xhtml", ".txt", ".text", ".md", ".eml", "")  # suffixes of files that hold one document
GZIP = b"\x1f\x8b"
CHUNK = 1 << 20


@contextmanager
def scratch(folder: Path) -> Iterator[BinaryIO]:
    """A file to stream into, in the folder where it will be kept; gone at the end, whatever happened."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".", suffix=".tmp", delete=False) as stream:
        try:
            yield stream  # type: ignore[misc]
        finally:
            Path(stream.name).unlink(missing_ok=True)


def keep(
    folder: Path,
    address: str,
    stream: BinaryIO,
    ending: str,
    given: Mapping[str, str | None],
    *,
    url: str | None,
    columns: Mapping[str, str] | None = None,
) -> Path:
    """Keep what was streamed into a `scratch` file, with its sidecar. Returns the file; the same content twice is one file.

    Parameters
    ----------
    address
        What was asked for.
    ending
        Its `suffix`.
    given
        Values by GIVEN_FIELDS, for the sidecar; nulls are left out.
    url
        Where it came from in the end. Said of a page only: an archive's documents have addresses of their own.
    columns
        Of a table: which column holds what.
    """
    stream.flush()
    name = content_id(address, _digest(stream)) + ending
    target = folder / name[:2] / name
    target.parent.mkdir(exist_ok=True)
    beside = {"url": url if ending in OF_ONE else None, **given}
    said: dict[str, object] = {field: text for field in GIVEN_FIELDS if (text := beside.get(field))}
    if columns:
        said["columns"] = dict(columns)
    _write_whole(target.with_name(name + SIDECAR), yaml.safe_dump(said, allow_unicode=True, sort_keys=False))
    os.chmod(stream.name, 0o644)
    os.replace(stream.name, target)
    return target


def sweep(folder: Path) -> None:
    """Remove what a killed run was streaming."""
    for left in folder.glob(".*.tmp"):
        left.unlink(missing_ok=True)


def suffix(address: str, media_type: str | None, stream: BinaryIO) -> str:
    """The suffix by which readers will know it; none where they have to look at the content alone.

    A server's word counts where it says HTML (whatever the address ends in), and where the address does not tell.
    """
    said = MEDIA_SUFFIXES.get(media_type or "", "")
    known = [part.lower() for part in PurePosixPath(urlsplit(address).path).suffixes[-2:]]
    while known and not all(part in SUFFIXES for part in known):
        known = known[1:]
    if said == ".html" or not known:
        return said
    stream.seek(0)
    if known[-1] == ".gz" and stream.read(2) != GZIP:  # its own compression was called an encoding, and is undone
        known.pop()
    return "".join(known)


def _digest(stream: BinaryIO) -> str:
    stream.seek(0)
    digest = hashlib.sha256()
    while piece := stream.read(CHUNK):
        digest.update(piece)
    return digest.hexdigest()


def _write_whole(path: Path, text: str) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    temporary.write_text(text, encoding="utf-8", errors="replace")
    os.replace(temporary, path)
