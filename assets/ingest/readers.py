"""Where documents are found and how their bytes are read: files, folders, lines of JSON files. Ids, sizes, problems.

Decoding, parsing HTML and judging text do not belong here. Nothing here holds a file larger than the limit in memory.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from assets.identity import ID_LENGTH, content_id
from assets.ingest import records

MAX_BYTES = 10_000_000
JSON_LINES = "json lines"  # a file of many documents; each of them has the media type "json"
SUFFIXES = {
    ".txt": "text", ".text": "text", ".md": "text", "": "text", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": JSON_LINES, ".ndjson": JSON_LINES,
}  # fmt: skip
CHUNK = 1 << 20
HEAD = 1 << 16  # bytes looked at to tell what a file is

MAGIC = (
    b"%PDF-", b"PK\x03\x04", b"PK\x05\x06", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf",
    b"Rar!", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"RIFF", b"OggS", b"ID3", b"\xd0\xcf\x11\xe0", b"SQLite format 3",
    b"PAR1", b"wOFF", b"wOF2", b"\x28\xb5\x2f\xfd", b"\x00\x00\x00\x1cftyp", b"{\\rtf",
)  # fmt: skip
BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
CONTROL = bytes(code for code in range(32) if code not in b"\t\n\r\x0b\x0c\x1b") + b"\x7f"
MAX_CONTROL_SHARE = 0.02
HTML_OPENING = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]", re.IGNORECASE)


@dataclass(frozen=True)
class Item:
    """A document found: where, which, how large, how to be read, and why not to be read."""

    document_id: str
    source_uri: str
    file_name: str
    record: int | None
    media_type: str
    byte_count: int
    problem: str | None


def read_items(paths: Iterable[Path], max_bytes: int = MAX_BYTES) -> Iterator[Item]:
    """All documents of files and folders (walked in sorted order; hidden files, `__MACOSX` and links to folders are passed over).

    Raises
    ------
    FileNotFoundError
        If a path given does not exist. What is wrong with a single document becomes its `problem` instead.
    """
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(f"{path}: no such file or folder")
        for file in _walk(path):
            yield from _items_of_file(file, max_bytes)


def read_lines(path: Path, numbers: set[int]) -> dict[int, bytes]:
    """The lines of a JSON-lines file with these numbers (from 1), without their line ends."""
    lines: dict[int, bytes] = {}
    number = 1
    with path.open("rb") as stream:
        while piece := stream.readline(CHUNK):
            if number in numbers:
                lines[number] = lines.get(number, b"") + piece
            number += piece.endswith(b"\n")
    return {number: line.rstrip(b"\r\n") for number, line in lines.items()}


def _walk(path: Path) -> Iterator[Path]:
    """The files below a path; a folder that cannot be listed is given back itself, to be told of."""
    try:
        entries = sorted(path.iterdir()) if path.is_dir() else None
    except OSError:
        entries = None
    if entries is None:
        yield path
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "__MACOSX":
            continue
        if not os.path.isdir(entry):  # unlike Path.is_dir, false where the path cannot be looked at
            yield entry
        elif not entry.is_symlink():
            yield from _walk(entry)


def _items_of_file(path: Path, max_bytes: int) -> Iterator[Item]:
    uri, name = _storable(path.as_posix()), _storable(path.name)
    try:
        if uri != path.as_posix():
            raise OSError("its name is not UTF-8; rename it")
        if path.is_dir():
            os.listdir(path)  # raises the reason why the folder could not be walked
        if not path.is_file():  # a broken link, a pipe, a device: opening it may never return
            raise OSError("not a regular file")
        with path.open("rb") as stream:
            kind = _kind(path, stream)
            if kind == JSON_LINES:
                yield from _records(stream, uri, name, max_bytes)
            else:
                digest, content, size = _read(stream, max_bytes)
                yield Item(digest, uri, name, None, kind, size, _problem(content, size, kind, max_bytes))
    except OSError as problem:
        reason = f"unreadable: {problem.strerror or problem}"
        yield Item(content_id("unreadable", uri), uri, name, None, "text", 0, reason)


def _storable(name: str) -> str:
    """A file's name as text: bytes that are no UTF-8 (which Python carries as lone surrogates) as escapes."""
    return name.encode("utf-8", "backslashreplace").decode()


def _kind(path: Path, stream: BinaryIO) -> str:
    """Media type by suffix; by content where the suffix is unknown, or where a file without one is HTML or JSON."""
    known = SUFFIXES.get(path.suffix.lower())
    if known and path.suffix:
        return known
    head = stream.read(HEAD)
    stream.seek(0)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if HTML_OPENING.search(start[:4096]) and start.startswith(b"<"):
        return "html"
    if start.startswith(b"{"):
        first_line, _, rest = start.partition(b"\n")
        return JSON_LINES if _is_object(first_line) and rest.strip() else "json"
    return "text"


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _read(stream: BinaryIO, max_bytes: int) -> tuple[str, bytes, int]:
    """Id, bytes (cut off a little beyond the limit) and size of what is left of a stream."""
    digest, kept, size = hashlib.sha256(), bytearray(), 0
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
        size += len(chunk)
        if len(kept) <= max_bytes:
            kept += chunk
    return digest.hexdigest()[:ID_LENGTH], bytes(kept), size


def _records(stream: BinaryIO, uri: str, file_name: str, max_bytes: int) -> Iterator[Item]:
    """A document a line; blank lines are no documents."""
    number = 0
    while line := stream.readline(max_bytes + 3):
        number += 1
        document_id, content, size = _whole_line(stream, line)
        if content.strip():
            problem = _problem(content, size, "json", max_bytes)
            yield Item(document_id, f"{uri}#{number}", file_name, number, "json", size, problem)


def _whole_line(stream: BinaryIO, begun: bytes) -> tuple[str, bytes, int]:
    """Id, content and size of a line that was read up to the limit; what lies beyond is hashed and let go."""
    digest, size, held = hashlib.sha256(), 0, begun
    while not held.endswith(b"\n") and (more := stream.readline(CHUNK)):
        digest.update(held[:-1])  # the last byte may be the first half of a line end
        size += len(held) - 1
        held = held[-1:] + more
    held = held.rstrip(b"\r\n")
    digest.update(held)
    return digest.hexdigest()[:ID_LENGTH], begun.rstrip(b"\r\n"), size + len(held)


def _problem(content: bytes, size: int, kind: str, max_bytes: int) -> str | None:
    if size > max_bytes:
        return f"too large: {size:,} bytes, the limit is {max_bytes:,}"
    if not content.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf"):
        return "empty: no text in it"
    if _is_binary(content):
        return "binary: not a text file"
    if kind == "json":
        try:
            records.parse(content)
        except ValueError as problem:
            return f"unreadable: {problem}"
    return None


def _is_binary(content: bytes) -> bool:
    """By known signatures, by zero bytes (unless UTF-16 or UTF-32), by a share of control characters no text has."""
    if content.startswith(MAGIC):
        return True
    head = content[:HEAD]
    if head.startswith(BOMS[1:]):
        return False
    zeros = head.count(0)
    if zeros:
        even = head[::2].count(0)
        one_sided = max(even, zeros - even) / zeros > 0.95  # UTF-16 without a byte order mark: every other byte is zero
        return not (one_sided and zeros > len(head) * 0.2)
    return len(head) - len(head.translate(None, CONTROL)) > len(head) * MAX_CONTROL_SHARE
