"""One address asked for until it answers: redirects by hand, each hop checked, retries with patience, turns kept.

What one request is: `exchange`. Which addresses are asked for, and what becomes of the answers: `fetching`.
"""

import codecs
import email.message
import email.utils
import ssl
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from typing import BinaryIO
from urllib.parse import urljoin

from assets.ingest.fetch.errors import FetchError, RefusedError, UnreachableError
from assets.ingest.fetch.exchange import WITH_BODY, Head, Limits, exchange
from assets.ingest.fetch.hosts import checked_addresses
from assets.ingest.fetch.locations import Location, location
from assets.ingest.fetch.pacing import PATIENCE, Pacing
from assets.ingest.fetch.robots import AGENT, AnswerError

USER_AGENT = f"{AGENT}/{version('demarche')} (reads news for research; honours robots.txt)"
ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5"
VALIDATORS = {"If-None-Match": "ETag", "If-Modified-Since": "Last-Modified"}
REDIRECTS = (301, 302, 303, 307, 308)
MAX_REDIRECTS = 5
BUSY = (429, 500, 502, 503, 504)
TRIES = 3
BACKOFF_SECONDS = 2.0  # before the second try; doubled before each further one


@dataclass(frozen=True)
class Answer:
    """What came: the address it came from in the end, whether that is what we have already, what its
    headers say, and the headers (`version`) that ask the next time whether it changed."""

    url: str
    unchanged: bool
    media_type: str | None
    charset: str | None
    version: dict[str, str]


class Client:
    """Asks for web addresses under one set of rules; may be used by many threads."""

    def __init__(
        self,
        pacing: Pacing,
        allow_private: bool = False,
        silence_seconds: float = 20.0,
        backoff_seconds: float = BACKOFF_SECONDS,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._pacing = pacing
        self._allow_private = allow_private
        self._silence = silence_seconds
        self._backoff = backoff_seconds
        self._tls = tls

    def get(
        self,
        url: str,
        sink: BinaryIO,
        max_bytes: int,
        seconds: float,
        validators: Mapping[str, str] | None = None,
        permits: Callable[[Location], None] | None = None,
    ) -> Answer:
        """The body of `url` into `sink` (which can be begun anew), and what came with it.

        Parameters
        ----------
        max_bytes, seconds
            Limits of each exchange.
        validators
            Headers of a conditional request (`If-None-Match`, `If-Modified-Since`).
        permits
            Called with every location before it is asked, and raises where it must not be.

        Raises
        ------
        FetchError
            Saying why there is no such body.
        """
        limits = Limits(max_bytes, self._silence, seconds)
        headers = {"User-Agent": USER_AGENT, "Accept": ACCEPT, **(validators or {})}
        place, seen = location(url), set[str]()
        while True:
            if place.url in seen:
                raise RefusedError("redirected in a circle")
            if len(seen) > MAX_REDIRECTS:
                raise RefusedError(f"redirected more than {MAX_REDIRECTS} times")
            seen.add(place.url)
            if permits:
                permits(place)
            head = self._persist(place, headers, sink, limits)
            if head.status not in REDIRECTS:
                return _answer(place, head, conditional=bool(validators))
            target = head.headers.get("Location")
            if not target:
                raise FetchError("redirected to nowhere")
            place = _hop(place, target)

    def _persist(self, place: Location, headers: dict[str, str], sink: BinaryIO, limits: Limits) -> Head:
        """Ask, and ask again where the server is busy or the line broke; longer waits are left to the next run."""
        for attempt in range(1, TRIES + 1):
            sink.seek(0)
            sink.truncate()
            pause = self._backoff * 2 ** (attempt - 1)
            try:
                with self._pacing.turn(place.host):
                    addresses = checked_addresses(place.host, place.port, self._allow_private)
                    head = exchange(place, addresses, headers, sink, limits, self._tls)
            except UnreachableError:
                if attempt == TRIES:
                    self._pacing.hold(place.host, 2 * PATIENCE)  # it is down: what else is wanted there waits for the next run
                    raise
            else:
                if head.status not in BUSY:
                    return head
                asked = _retry_after(head)
                pause = pause if asked is None else asked
                if attempt == TRIES or pause > PATIENCE:
                    self._pacing.hold(place.host, pause)
                    wish = f" and asks to come back in {asked:,.0f} s" if asked else ""
                    raise AnswerError(head.status, head.reason + wish)
            self._pacing.hold(place.host, pause)
        raise AssertionError("the last try returns or raises")


def _hop(place: Location, target: str) -> Location:
    """Where a redirect leads. Headers are read as Latin-1, and mostly meant as UTF-8."""
    with suppress(UnicodeError):  # an honest é in Latin-1
        target = target.encode("latin-1").decode("utf-8")
    try:
        return location(urljoin(place.url, target))
    except ValueError:
        raise RefusedError("redirected to what is not an address") from None
    except RefusedError as problem:
        raise RefusedError(f"redirected to {target[:200]!r}: {problem}") from None


def _retry_after(head: Head) -> float | None:
    """Seconds of `Retry-After`, which may be a number or a date (RFC 9110, 10.2.3)."""
    value = head.headers.get("Retry-After", "").strip()
    if value.isdecimal() and len(value) < 10:
        return float(value)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError, OverflowError):
        return None


def _answer(place: Location, head: Head, conditional: bool) -> Answer:
    unchanged = conditional and head.status == 304
    if head.status not in WITH_BODY and not unchanged:
        raise AnswerError(head.status, head.reason)
    content = email.message.Message()
    content["Content-Type"] = head.headers.get("Content-Type", "")
    return Answer(
        place.url,
        unchanged,
        content.get_content_type() if head.headers.get("Content-Type") else None,
        _known_charset(content.get_content_charset()),
        {asks: value for asks, says in VALIDATORS.items() if (value := head.headers.get(says))},
    )


def _known_charset(name: str | None) -> str | None:
    """Python's name of an encoding; null where there is none, or it is no encoding of text ('hex')."""
    try:
        "a".encode(name or "")
        return codecs.lookup(name or "").name
    except (LookupError, ValueError):
        return None
