"""What a site's robots.txt lets us read, fetched once a run (RFC 9309). Applied to pages we choose, not to named addresses."""

import io
import threading
from collections.abc import Callable
from typing import BinaryIO
from urllib.robotparser import RobotFileParser

from assets.ingest.fetch.errors import DeferredError, FetchError, RefusedError, UnreachableError
from assets.ingest.fetch.locations import Location

MAX_BYTES = 500 * 1024  # what RFC 9309 asks a crawler to read at least
AGENT = "demarche"


class AnswerError(FetchError):
    """The server answered with a status that is neither success nor a redirect."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(f"the server answers {status} {reason}".strip())
        self.status = status


class Robots:
    """The rules of each origin met in a run."""

    def __init__(self, get: Callable[[str, BinaryIO, int], object], slow_down: Callable[[str, float], None]) -> None:
        self._get = get
        self._slow_down = slow_down
        self._rules: dict[str, RobotFileParser | FetchError] = {}
        self._lock = threading.Lock()
        self._origins: dict[str, threading.Lock] = {}

    def check(self, place: Location) -> None:
        """Raise `RefusedError` where the site forbids the page, `UnreachableError` where its rules cannot be had."""
        with self._lock:
            origin = self._origins.setdefault(place.origin, threading.Lock())
        with origin:
            if place.origin not in self._rules:
                self._rules[place.origin] = self._read(place)
            rules = self._rules[place.origin]
        if isinstance(rules, FetchError):
            raise rules
        if not rules.can_fetch(AGENT, place.url):
            raise RefusedError(f"{place.authority} does not want it read by programs (robots.txt)")

    def _read(self, place: Location) -> RobotFileParser | FetchError:
        rules, text = RobotFileParser(), io.BytesIO()
        try:
            self._get(f"{place.origin}/robots.txt", text, MAX_BYTES)
        except AnswerError as problem:
            if problem.status == 429 or problem.status >= 500:
                return UnreachableError(f"{place.authority} cannot say what programs may read (robots.txt: {problem})")
        except UnreachableError as problem:
            return UnreachableError(f"{place.authority} cannot say what programs may read (robots.txt: {problem})")
        except DeferredError:
            raise
        except FetchError:
            pass  # too large, or badly encoded: what came of it counts
        # No robots.txt, or none that can be read: everything is allowed.
        lines = text.getvalue()[:MAX_BYTES].decode("utf-8-sig", "replace").splitlines()
        rules.parse(lines)
        delay = rules.crawl_delay(AGENT)
        if delay:
            self._slow_down(place.host, float(delay))
        return rules
