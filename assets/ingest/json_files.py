"""Files of JSON: a record a line, one record, or an array of records somewhere in them. What a record says is `records`' business."""

import codecs
import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO, cast

from assets.identity import ID_LENGTH
from assets.ingest import records
from assets.ingest.sources import Document, RefusedError, Source

CHUNK = 1 << 20


def json_lines(source: Source) -> Iterator[Document]:
    """A record a line, to the byte; blank lines are none. Where a sidecar names its columns, the record's canonical JSON."""
    number = 0
    while line := source.stream.readline(source.limits.document_bytes + 3):
        number += 1
        address = f"#{number}"
        if not source.wanted(source.uri + address):
            while not line.endswith(b"\n") and (line := source.stream.readline(CHUNK)):
                pass
            continue
        document_id, content, size = _whole_line(source.stream, line)
        if not content.strip():
            continue
        if source.columns and size <= source.limits.document_bytes:
            yield _of_value(source, _loaded(content), address)
        else:
            yield source.hashed(document_id, content, size, "json", address)


def json_file(source: Source) -> Iterator[Document]:
    """One record, to the byte; else records by the line; else those of the first array in the file that holds some."""
    most = source.limits.document_bytes
    begun = source.stream.read(most + 1)
    whole = _loaded(begun) if len(begun) <= most else None
    if isinstance(whole, dict) and _has_text(whole, source.columns):
        yield _of_value(source, whole, "") if source.columns else source.document(begun, "json")
        return
    rest = _Rest(begun, source.stream)
    first_line, _, beyond = begun.partition(b"\n")
    if whole is None and beyond.strip() and isinstance(_loaded(first_line), dict):
        yield from json_lines(replace(source, stream=cast(BinaryIO, io.BufferedReader(rest, CHUNK))))
        return
    found = False
    try:
        for number, value in _first_array_of_records(_Text(rest, most), source.columns):
            found = True
            if source.wanted(f"{source.uri}#{number}"):
                yield _of_value(source, value, f"#{number}")
    except (RefusedError, ValueError, RecursionError):
        if found:
            raise  # told of beside the records before it; else the judge says what is wrong with the whole
    if not found:
        rest.skip()
        yield source.hashed(rest.digest.hexdigest()[:ID_LENGTH], begun, rest.size, "json")


def _of_value(source: Source, value: Any, address: str) -> Document:
    if not isinstance(value, dict):
        return source.refused("JSON, but not an object with the article's fields", address)
    try:
        record = records.read(value, source.columns)
    except ValueError as problem:
        return source.refused(f"a JSON record {problem}", address)
    return source.record(record, address)


def _loaded(content: bytes) -> Any:
    """The value; null where it cannot be read, which the judge of the document says in words."""
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def _has_text(value: Any, columns: dict[str, str]) -> bool:
    try:
        return isinstance(value, dict) and bool(records.read(value, columns))
    except ValueError:
        return False


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


def _first_array_of_records(text: "_Text", columns: dict[str, str]) -> Iterator[tuple[int, Any]]:
    """Numbers (from 1) and values of the first array of objects of which one holds a text, wherever it lies."""
    while char := text.next_char():
        if char == "[":
            text.position += 1
            if text.next_char() == "{":
                found = False
                waiting: list[tuple[int, Any]] = []
                for number, value in enumerate(text.elements(), 1):
                    found = found or _has_text(value, columns)
                    if found:
                        yield from waiting
                        waiting = []
                        yield number, value
                    else:
                        waiting.append((number, value if len(waiting) < 100 else {}))
                if found:
                    return
        elif char in "{},:]":
            text.position += 1
        else:
            text.value()


class _Rest(io.RawIOBase):
    """What was read already, then the rest of a stream; its size and digest as far as it was read."""

    def __init__(self, begun: bytes, stream: BinaryIO) -> None:
        self._begun, self._stream = io.BytesIO(begun), stream
        self.size, self.digest = 0, hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._begun.read(len(buffer)) or self._stream.read(len(buffer))
        buffer[: len(piece)] = piece
        self.size += len(piece)
        self.digest.update(piece)
        return len(piece)

    def skip(self) -> None:
        while self.read(CHUNK):
            pass


class _Text:
    """JSON text read piece by piece; holds no more than a value and a piece."""

    def __init__(self, stream: io.RawIOBase, most: int) -> None:
        self._stream, self._most = stream, most
        self._decode = codecs.getincrementaldecoder("utf-8-sig")()
        self._decoder = json.JSONDecoder()
        self._text, self.position, self._ended = "", 0, False

    def next_char(self) -> str:
        """The next character that is no white space, left where it is; nothing at the end."""
        while True:
            rest = self._text[self.position : self.position + 1]
            if rest and rest not in " \t\r\n":
                return rest
            if rest:
                self.position += 1
            elif not self._more():
                return ""

    def value(self) -> Any:
        """The value that begins here."""
        while True:
            try:
                value, self.position = self._decoder.raw_decode(self._text, self.position)
            except json.JSONDecodeError as problem:
                if len(self._text) - self.position > self._most:
                    raise RefusedError(
                        f"one of its records is larger than {self._most:,} bytes or not JSON; what lies beyond was not read"
                    ) from None
                if not self._more(double=True):
                    raise RefusedError(f"its JSON breaks off or has a mistake ({problem.msg}); what lies beyond was not read") from None
            else:
                return value

    def elements(self) -> Iterator[Any]:
        """The values of the array whose first begins here."""
        while True:
            yield self.value()
            char = self.next_char()
            self.position += 1
            if char == "]":
                return
            if char != "," or not self.next_char():
                raise RefusedError("its JSON breaks off or has a mistake (a comma is missing); what lies beyond was not read")

    def _more(self, double: bool = False) -> bool:
        """Read on: as much again as is held, where a value did not end in it, so that trying again costs no more than reading."""
        if self._ended:
            return False
        piece = self._stream.read(max(CHUNK, len(self._text) - self.position if double else 0)) or b""
        self._ended = not piece
        self._text = self._text[self.position :] + self._decode.decode(piece, final=self._ended)
        self.position = 0
        return True
