"""Whose turn it is: one request at a time to a host, a pause between two, an end to the run. The only room that sleeps."""

import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from assets.ingest.fetch.errors import DeferredError

PATIENCE = 60.0  # seconds: a host that makes us wait longer has its turn in the next run


class Pacing:
    """Turns by host, for any number of threads."""

    def __init__(self, delay_seconds: float, run_seconds: float) -> None:
        self._delay = delay_seconds
        self._end = time.monotonic() + run_seconds
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self._turns: dict[str, threading.Lock] = defaultdict(threading.Lock)
        self._free_at: dict[str, float] = {}
        self._delays: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait until `host` may be asked, and hold others off until the block ends and the pause after it.

        Raises `DeferredError` where that would be too long, or after the end of the run.
        """
        with self._lock:
            turn = self._turns[host]
        with turn:
            self._wait(host)
            try:
                yield
            finally:
                self.hold(host, self._delays.get(host, self._delay))

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long, from now."""
        with self._lock:
            self._free_at[host] = max(self._free_at.get(host, 0.0), time.monotonic() + seconds)

    def slow_down(self, host: str, delay_seconds: float) -> None:
        """The pause a host asks for (`Crawl-delay`), where it is longer than ours."""
        with self._lock:
            self._delays[host] = max(self._delay, delay_seconds)

    def stop(self) -> None:
        """End the run: whoever waits is sent home."""
        self._stopped.set()

    def _wait(self, host: str) -> None:
        now = time.monotonic()
        with self._lock:
            seconds = self._free_at.get(host, 0.0) - now
        if seconds > PATIENCE or now + max(seconds, 0.0) > self._end:
            raise DeferredError("left for the next run")
        if self._stopped.wait(max(seconds, 0.0)):
            raise DeferredError("left for the next run")
