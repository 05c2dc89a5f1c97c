"""WARC, the format of web archives (ISO 28500; Common Crawl News): pages that a crawler was answered with.

Documents are 200 responses, resources and conversions that are pages, text, feeds or JSON; all else of a crawl (requests,
pictures, scripts, redirects) is none and passed over. Read here and not by a library: those end at the first bad record.
"""

import io
import re
from collections.abc import Iterator
from typing import BinaryIO, cast

from assets.ingest.kinds import FEED, GZIP, HTML, JSON, TEXT
from assets.ingest.sources import Document, RefusedError, Source
from assets.ingest.unpacking import MAKERS, Unpacked

LINE = 1 << 16
HEADERS = 500  # lines of a record's or an answer's head
CHUNK = 1 << 16
WITH_DOCUMENT = ("response", "resource", "conversion")
KINDS = {
    re.compile(r"html"): HTML,
    re.compile(r"rss|atom|rdf|/xml|\+xml"): FEED,
    re.compile(r"json"): JSON,
    re.compile(r"^text/plain"): TEXT,
}
UNKNOWN = re.compile(r"^(?:application/(?:octet-stream|x-unknown)|unknown.*)?$")
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
Headers = dict[str, str]


def warc(source: Source) -> Iterator[Source | Document]:
    """The pages in it, each under the number of its record, from 1."""
    stream, number = source.stream, 0
    while (line := _record_start(stream)) is not None:
        number += 1
        address = f"#{number}"
        if not line.startswith(b"WARC/"):
            yield source.refused("no WARC record where one should begin; what lies between here and the next is lost", address)
            if not _to_next_record(stream):
                return
        headers = _headers(stream)
        body = _Body(stream, _length(headers))
        if headers.get("warc-type", "").lower() in WITH_DOCUMENT and source.wanted(source.uri + address):
            try:
                yield from _page(source, headers, body, address)
            except RefusedError as problem:
                yield source.refused(str(problem), address)
        if body.broke_off:
            return  # its reader has told so
        if not body.skip():
            raise EOFError


def _page(source: Source, headers: Headers, body: "_Body", address: str) -> Iterator[Source]:
    said = {"url": headers.get("warc-target-uri", "").strip("<>")}
    content_type = headers.get("content-type", "")
    stream: io.RawIOBase = body
    packed = False
    if content_type.startswith("application/http") or headers["warc-type"].lower() == "response":
        if not said["url"].lower().startswith(("http:", "https:")):
            return  # answers of name servers
        status = body.readline(LINE).split(None, 2)
        if len(status) < 2 or not status[0].startswith(b"HTTP/"):
            raise RefusedError("the answer that was recorded is not HTTP")
        answer = _headers(body)
        if status[1] != b"200":
            return
        content_type = answer.get("content-type", "")
        stream, packed = _decoded(cast(io.RawIOBase, body), answer)
    kind = next((kind for pattern, kind in KINDS.items() if pattern.search(content_type.lower())), None)
    if kind is None and not UNKNOWN.match(content_type.strip().lower()):
        return
    if charset := CHARSET.search(content_type):
        said["charset"] = charset[1]
    yield source.named(address, source.name).opened(cast(BinaryIO, stream), unpacks=packed, declared=kind, said=said)


def _decoded(body: io.RawIOBase, answer: Headers) -> tuple[io.RawIOBase, bool]:
    """The answer's body as the browser would have it. Crawlers often keep the headers of an encoding they took away."""
    buffered = io.BufferedReader(body, CHUNK)
    if "chunked" in answer.get("transfer-encoding", "").lower() and re.match(rb"[0-9a-fA-F]{1,8}\s*(?:;[^\r\n]*)?\r\n", buffered.peek(64)):
        buffered = io.BufferedReader(_Chunked(cast(BinaryIO, buffered)), CHUNK)
    encoding = answer.get("content-encoding", "").strip().lower()
    if encoding in ("gzip", "x-gzip") and buffered.peek(2)[:2] == b"\x1f\x8b":
        return Unpacked(cast(BinaryIO, buffered), MAKERS[GZIP]), True
    if encoding == "br" and buffered.peek(64).lstrip()[:1] not in (b"<", b"{", b"["):
        raise RefusedError("its answer is compressed with Brotli, which is not read")
    return cast(io.RawIOBase, buffered), False


def _record_start(stream: BinaryIO) -> bytes | None:
    """The first line that is not blank."""
    while line := stream.readline(LINE):
        if line.strip():
            return line
    return None


def _to_next_record(stream: BinaryIO) -> bool:
    while line := stream.readline(LINE):
        if line.startswith(b"WARC/1.") and len(line) < 12:
            return True
    return False


def _headers(stream: "BinaryIO | _Body") -> Headers:
    """Headers by name in small letters, the first of a name; a line that goes on belongs to the one before."""
    headers: Headers = {}
    name = ""
    for _ in range(HEADERS):
        line = stream.readline(LINE)
        if not line.strip():
            return headers
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if text[0] in " \t" and name:
            headers[name] = (headers[name] + " " + text.strip())[:LINE]
            continue
        name, _, value = text.partition(":")
        name = name.strip().lower()
        headers.setdefault(name, value.strip())
    raise RefusedError(f"a record with more than {HEADERS} headers")


def _length(headers: Headers) -> int:
    text = headers.get("content-length", "")
    if not text.isascii() or not text.isdigit() or len(text) > 15:
        raise RefusedError("a WARC record does not say how long it is; what lies beyond was not read")
    return int(text)


class _Body(io.RawIOBase):
    """The bytes of one record; reading raises EOFError where the file ends before it does."""

    def __init__(self, stream: BinaryIO, length: int) -> None:
        self._stream, self._left = stream, length
        self.broke_off = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._stream.read(min(len(buffer), self._left))
        if not piece and self._left:
            self.broke_off = True
            raise EOFError
        buffer[: len(piece)] = piece
        self._left -= len(piece)
        return len(piece)

    def readline(self, size: int | None = -1, /) -> bytes:
        line = self._stream.readline(min(size or 0, self._left))
        self._left -= len(line)
        return line

    def skip(self) -> bool:
        """Pass over what was not read; false where the file ends before the record does."""
        while self._left and (piece := self._stream.read(min(CHUNK, self._left))):
            self._left -= len(piece)
        return not self._left


class _Chunked(io.RawIOBase):
    """The bytes of a chunked answer (RFC 9112); it ends where its chunks do, or where one has no size."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._left, self._ended = stream, 0, False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if not self._left and not self._ended:
            line = self._stream.readline(LINE)
            line = line if line.strip() else self._stream.readline(LINE)  # the line end of the chunk before
            size = line.partition(b";")[0].strip()
            self._left = int(size, 16) if re.fullmatch(rb"[0-9a-fA-F]{1,8}", size) else 0
            self._ended = not self._left
        piece = self._stream.read(min(len(buffer), self._left))
        self._left -= len(piece)
        self._ended = self._ended or not piece
        buffer[: len(piece)] = piece
        return len(piece)
