"""What readers pass to each other: bytes with an address (a source), documents found in them, and the limits of both.

Telling formats apart, opening them and judging text do not belong here.
"""

import hashlib
import io
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import BinaryIO, cast

from assets.identity import ID_LENGTH, bytes_id, content_id
from assets.ingest.encodings import is_charset
from assets.ingest.judging import problem_of, too_large
from assets.ingest.records import Record

CHUNK = 1 << 16
MAX_NAME = 300  # characters of a member's name that an address keeps; zip allows 65,535
IN_MEMORY = 1 << 23  # bytes of a packed file kept in memory when its reader must jump about in it

Given = dict[str, str]  # some of schemas.GIVEN_FIELDS


@dataclass(frozen=True)
class Limits:
    """What is refused rather than read. Bytes, unless said otherwise.

    A page shrinks to a fifth, a table full of repetition to a fiftieth; deflate cannot pass a thousandth. What unpacks
    to more than `expansion` times the file on disk, and to more than `harmless`, was made to do harm.
    """

    document_bytes: int = 10_000_000
    depth: int = 6  # packings within packings; a.tar.gz is two
    members: int = 1_000_000  # files in the archives of a file
    expansion: int = 250  # times the size of the file on disk
    harmless: int = 200_000_000
    unpacked_bytes: int = 500_000_000_000


class RefusedError(Exception):
    """A source cannot be read, for the reason given: it alone."""


class HarmfulError(Exception):
    """A file on disk must not be read any further."""


class Budget:
    """What unpacking a file on disk has cost so far, and may."""

    def __init__(self, limits: Limits, file_bytes: int) -> None:
        self._limits = limits
        self._most = min(max(limits.harmless, limits.expansion * file_bytes), limits.unpacked_bytes)
        self._bytes = self._members = 0

    def spend(self, size: int) -> None:
        self._bytes += size
        if self._bytes > self._most:
            raise HarmfulError(f"it unpacks to more than {self._most:,} bytes, as an archive bomb does; what lies beyond was not read")

    def count_member(self) -> None:
        self._members += 1
        if self._members > self._limits.members:
            raise HarmfulError(f"it holds more than {self._limits.members:,} files; divide it")


@dataclass(frozen=True)
class Document:
    """A document found: where, which, how large, how to be read, what is said beside its text, and why not to be read."""

    document_id: str
    source_uri: str
    path: str
    file_name: str
    media_type: str
    byte_count: int
    problem: str | None
    given: Given
    content: bytes = field(repr=False)  # cut off a little beyond the limit


def everything(_: str) -> bool:
    """All addresses are asked for."""
    return True


@dataclass(frozen=True)
class Source:
    """Bytes with a name and an address: a file on disk, or what lies within one.

    `given` holds for all documents in it and, coming from a sidecar, wins over what the source itself says of them.
    `columns` names the columns of a table, by field. `wanted` says of an address whether it, or what lies within it, is asked for.
    """

    uri: str
    path: str
    name: str
    stream: BinaryIO  # buffered; only that of a file on disk can be trusted to jump about
    limits: Limits
    budget: Budget
    wanted: Callable[[str], bool]
    given: Given = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    declared: str | None = None  # the kind its surroundings declare
    said: Given = field(default_factory=dict)  # what its surroundings say of it (a web answer's headers); a sidecar wins
    depth: int = 0

    def head(self, size: int = CHUNK) -> bytes:
        """Its first bytes, without reading on."""
        return cast(io.BufferedReader, self.stream).peek(size)[:size]

    @property
    def charset(self) -> str | None:
        """The encoding that is declared for it from outside, where that is one."""
        return next((name for said in (self.given, self.said) if is_charset(name := said.get("charset", ""))), None)

    def named(self, address: str, name: str) -> "Source":
        """A source in this one, not opened yet: it can be refused."""
        return replace(self, uri=self.uri + address, name=name)

    def opened(self, stream: BinaryIO, *, unpacks: bool, declared: str | None = None, said: Given | None = None) -> "Source":
        """The same source with the bytes it holds. `unpacks`: there are more of them than were read, so they are counted.

        Raises RefusedError where packings are nested too deep.
        """
        if self.depth >= self.limits.depth:
            raise RefusedError(f"packed more than {self.limits.depth} times over; unpack it first")
        counted = io.BufferedReader(_Counted(stream, self.budget if unpacks else None), CHUNK)
        return replace(self, stream=cast(BinaryIO, counted), declared=declared, said={**self.said, **(said or {})}, depth=self.depth + 1)

    def document(self, content: bytes, media_type: str, address: str = "", said: Given | None = None) -> Document:
        """A document of this source, complete in memory."""
        return self.hashed(bytes_id(content), content, len(content), media_type, address, said)

    def hashed(
        self, document_id: str, content: bytes, size: int, media_type: str, address: str = "", said: Given | None = None
    ) -> Document:
        """A document whose id and size were taken while it was read; `content` may be cut off beyond the limit."""
        problem = too_large(size, self.limits.document_bytes)
        if self.wanted is everything and not problem:  # one that is asked for was judged when it was registered
            problem = problem_of(content, media_type)
        return self._made(document_id, content, size, media_type, address, said or {}, problem)

    def record(self, record: Record, address: str, said: Given | None = None) -> Document:
        """A record of a table, a feed or an array: its canonical JSON is the document, what it says beside the text is given."""
        content = record.to_json()
        said = {**record.given(), **(said or {})}
        return self._made(
            bytes_id(content), content, len(content), "json", address, said, too_large(len(content), self.limits.document_bytes)
        )

    def _made(
        self, document_id: str, content: bytes, size: int, media_type: str, address: str, said: Given, problem: str | None
    ) -> Document:
        given = {key: value for key, value in {**self.said, **said, **self.given}.items() if value}
        if media_type == "json" or not is_charset(given.get("charset", "")):  # JSON has one encoding
            given.pop("charset", None)
        return Document(document_id, self.uri + address, self.path, self.name, media_type, size, problem, given, content)

    def refused(self, reason: str, address: str = "", said: object = None) -> Document:
        """Something of this source that cannot be had. Its id tells it from others: there are no bytes to take one from."""
        uri = self.uri + address
        key = content_id("unreadable", uri) if said is None else content_id("unreadable", uri, said)
        return Document(key, uri, self.path, self.name, "text", 0, f"unreadable: {reason}", {}, b"")

    def read(self) -> tuple[str, bytes, int]:
        """Id, bytes (cut off a little beyond the limit) and size of what is left of the stream."""
        digest, kept, size = hashlib.sha256(), bytearray(), 0
        while chunk := self.stream.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
            if len(kept) <= self.limits.document_bytes:
                kept += chunk
        return digest.hexdigest()[:ID_LENGTH], bytes(kept), size

    @contextmanager
    def seekable(self) -> Iterator[BinaryIO]:
        """Its bytes with random access: those of a packed file are laid down first, in a file without a name."""
        if self.depth == 0:
            yield self.stream
            return
        with tempfile.SpooledTemporaryFile(IN_MEMORY) as laid_down:
            shutil.copyfileobj(self.stream, laid_down, CHUNK)
            laid_down.seek(0)
            yield cast(BinaryIO, laid_down)


class _Counted(io.RawIOBase):
    """A stream whose bytes are counted against the budget; fills what it is given to fill, so that a peek sees all."""

    def __init__(self, stream: BinaryIO, budget: Budget | None) -> None:
        self._stream, self._budget = stream, budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        filled = 0
        while filled < len(buffer) and (piece := self._stream.read(len(buffer) - filled)):
            buffer[filled : filled + len(piece)] = piece
            filled += len(piece)
            if self._budget:
                self._budget.spend(len(piece))
        return filled


def printable(name: str) -> str:
    """A name that may come from anywhere, as one line of text: what cannot be stored or printed as escapes, cut to a length."""
    text = name.encode("utf-8", "backslashreplace").decode()
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)[:MAX_NAME]
