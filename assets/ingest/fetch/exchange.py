"""One request to one checked address, its answer streamed within limits. Redirects, retries and turns: `client`.

urllib3's connections, not its pools: nothing is resolved a second time, no proxy of the environment is used, nothing is
decompressed or redirected behind our back. The name stays in the `Host` header, in SNI and in the certificate check.
"""

import socket
import ssl
import threading
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from typing import BinaryIO

from urllib3 import BaseHTTPResponse, HTTPHeaderDict
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from assets.ingest.fetch.errors import FetchError, UnreachableError
from assets.ingest.fetch.locations import Location

CONNECT_SECONDS = 10.0
CHUNK = 1 << 16
WITH_BODY = (200, 203)
MAX_RATIO = 200  # a page shrinks to a tenth, rarely to a fiftieth; what expands more is a bomb
RATIO_FROM = 1_000_000  # bytes: below, the ratio harms nobody


@dataclass(frozen=True)
class Limits:
    """What one exchange may cost: bytes of its body (compressed and not), seconds of silence, seconds in all."""

    max_bytes: int
    silence_seconds: float
    seconds: float


@dataclass(frozen=True)
class Head:
    """Status and headers of an answer."""

    status: int
    reason: str
    headers: HTTPHeaderDict


def exchange(
    place: Location, addresses: Sequence[str], headers: dict[str, str], sink: BinaryIO, limits: Limits, tls: ssl.SSLContext | None = None
) -> Head:
    """GET `place` from the first of `addresses` that answers; the body of a success goes to `sink`, decompressed.

    Raises
    ------
    UnreachableError
        If no whole answer came in time.
    FetchError
        If the answer breaks a limit or is encoded in a way that was not asked for.
    """
    connection = _connect(place, addresses, limits, tls)
    try:
        with _cut_off(connection, limits.seconds):
            return _ask(connection, place, headers, sink, limits)
    except (HTTPError, HTTPException, OSError, ValueError) as problem:
        raise UnreachableError(_in_words(problem, limits)) from problem
    finally:
        connection.close()


def _connect(place: Location, addresses: Sequence[str], limits: Limits, tls: ssl.SSLContext | None) -> HTTPConnection:
    failed: Exception | None = None
    for address in addresses:
        if place.scheme == "https":
            connection: HTTPConnection = HTTPSConnection(
                address, place.port, timeout=CONNECT_SECONDS, server_hostname=place.host, ssl_context=tls
            )
        else:
            connection = HTTPConnection(address, place.port, timeout=CONNECT_SECONDS)
        try:
            connection.connect()
            connection.timeout = limits.silence_seconds  # for all that follows
            return connection
        except (HTTPError, OSError, ValueError) as problem:
            connection.close()
            failed = problem
    raise UnreachableError(f"no connection to {place.authority}: {_plain(failed)}") from failed


@contextmanager
def _cut_off(connection: HTTPConnection, seconds: float) -> Iterator[None]:
    """Shut the connection when the time is up: a server that sends a byte now and then never runs into a timeout."""
    expired = threading.Event()
    plug = connection.sock

    def shut() -> None:
        expired.set()
        with suppress(OSError):  # closed already
            socket.socket.shutdown(plug, socket.SHUT_RDWR)  # the plain one: TLS would first take its state away from the reader

    timer = threading.Timer(seconds, shut)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (HTTPError, HTTPException, OSError, ValueError):
        if expired.is_set():
            raise FetchError(f"not done within {seconds:g} s") from None
        raise
    finally:
        timer.cancel()
    if expired.is_set():  # an end that looks like the end of the body
        raise FetchError(f"not done within {seconds:g} s")


def _ask(connection: HTTPConnection, place: Location, headers: dict[str, str], sink: BinaryIO, limits: Limits) -> Head:
    connection.request(
        "GET",
        place.target,
        headers={"Host": place.authority, "Accept-Encoding": "gzip", "Connection": "close", **headers},
        preload_content=False,
        decode_content=False,
    )
    response = connection.getresponse()
    if response.status in WITH_BODY:
        for part in _decoded(response, limits.max_bytes):
            sink.write(part)
    return Head(response.status, response.reason or "", response.headers)


def _decoded(response: BaseHTTPResponse, max_bytes: int) -> Iterator[bytes]:
    """The body in pieces, decompressed, never more than the limit of either form."""
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise FetchError(f"sent with the encoding {encoding[:40]!r}, which was not asked for")
    pieces = _capped(response, max_bytes)
    return _gunzipped(pieces, max_bytes) if encoding.endswith("gzip") else pieces


def _capped(response: BaseHTTPResponse, max_bytes: int) -> Iterator[bytes]:
    announced = response.headers.get("Content-Length", "")
    if announced.isdecimal() and len(announced) < 20 and int(announced) > max_bytes:
        raise FetchError(f"too large: {int(announced):,} bytes announced, the limit is {max_bytes:,}")
    size = 0
    while piece := response.read1(CHUNK):
        size += len(piece)
        if size > max_bytes:
            raise FetchError(f"too large: more than the limit of {max_bytes:,} bytes")
        yield piece


def _gunzipped(pieces: Iterator[bytes], max_bytes: int) -> Iterator[bytes]:
    """Gzip members one after another; whatever is pending is taken out a chunk at a time, never all at once."""
    decoder, taken, given, inside = zlib.decompressobj(wbits=31), 0, 0, False
    for piece in pieces:
        taken += len(piece)
        while piece:
            try:
                part = decoder.decompress(piece, CHUNK)
            except zlib.error:
                raise FetchError("sent as gzip, but cannot be decompressed") from None
            inside, given = True, given + len(part)
            if given > max_bytes or given > max(RATIO_FROM, taken * MAX_RATIO):
                raise FetchError(f"too large: {taken:,} compressed bytes expand to more than {given - len(part):,}")
            yield part
            piece = decoder.unconsumed_tail
            if decoder.eof:
                piece, decoder, inside = decoder.unused_data.lstrip(b"\0"), zlib.decompressobj(wbits=31), False
    if inside:
        raise UnreachableError("the compressed body ends before its end")


def _in_words(problem: Exception, limits: Limits) -> str:
    if isinstance(problem, TimeoutError) or "timed out" in str(problem).lower():
        return f"no answer for {limits.silence_seconds:g} s"
    return f"the connection broke: {_plain(problem)}"


def _plain(problem: Exception | None) -> str:
    """An exception in one short clause, without the objects that urllib3 prints into its messages."""
    if isinstance(problem, TimeoutError) or "timed out" in str(problem).lower():
        return "timed out"
    text = str(getattr(problem, "strerror", None) or problem or "no address").rpartition(">: ")[2]
    return " ".join(text.split())[:200] or type(problem).__name__
