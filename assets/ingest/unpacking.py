"""Streams of gzip, bzip2 and xz, unpacked piece by piece. Archives of many files are read in `archives`."""

import bz2
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast

from assets.ingest.kinds import BZIP2, GZIP, XZ
from assets.ingest.sources import Source

CHUNK = 1 << 15  # small: what follows a member is copied once for each member, and a WARC.gz is made of small ones
XZ_MEMORY = 1 << 28  # bytes; `xz -9` needs 65 MB to unpack
GZIP_WINDOW = 16 + zlib.MAX_WBITS
MAKERS: dict[str, Callable[[], Any]] = {
    GZIP: lambda: zlib.decompressobj(GZIP_WINDOW),
    BZIP2: bz2.BZ2Decompressor,
    XZ: lambda: lzma.LZMADecompressor(memlimit=XZ_MEMORY),
}
SHORT = {".tgz": ".tar", ".tbz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}
PACKED = {".gz", ".bz2", ".xz"}


def packed(source: Source, kind: str) -> Iterator[Source]:
    """The one file in a compressed one. Its address is the same: nothing else is in it."""
    path = PurePosixPath(source.name)
    suffix = path.suffix.lower()
    name = path.stem if suffix in PACKED else path.stem + SHORT[suffix] if suffix in SHORT else source.name
    unpacked = io.BufferedReader(Unpacked(source.stream, MAKERS[kind]), CHUNK)
    yield source.named("", name).opened(cast(BinaryIO, unpacked), unpacks=True)


class Unpacked(io.RawIOBase):
    """The bytes of a compressed stream, however many members it has one after the other.

    Reading raises EOFError where the stream ends in the middle of a member, and the library's own error where it is damaged.
    """

    def __init__(self, stream: BinaryIO, make: Callable[[], Any]) -> None:
        self._stream, self._make, self._member = stream, make, make()
        self._pending = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while True:
            if self._member.eof and not self._next_member():
                return 0
            piece = self._member.decompress(self._pending, len(buffer))
            self._pending = getattr(self._member, "unconsumed_tail", b"")  # zlib hands back what it did not take; the others keep it
            if piece:
                buffer[: len(piece)] = piece
                return len(piece)
            if not self._member.eof and not self._pending:
                self._pending = self._stream.read(CHUNK)
                if not self._pending:
                    raise EOFError

    def _next_member(self) -> bool:
        rest = self._member.unused_data.lstrip(b"\0")  # tapes and xz pad with zeros
        while not rest:
            chunk = self._stream.read(CHUNK)
            if not chunk:
                return False
            rest = chunk.lstrip(b"\0")
        self._member, self._pending = self._make(), rest
        return True
