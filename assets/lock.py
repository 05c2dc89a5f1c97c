"""One writer at a time: a file lock around what changes the lake, the build file and the served file.

The kernel frees the lock when its holder dies, however it dies; a lock kept in a database would leak then.
"""

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 6 * 3600.0  # seconds a run waits for another to finish a batch or a release

_held = threading.local()  # homes this thread has locked: a run holds its home while its steps ask for it again


class StillLockedError(RuntimeError):
    """Another process kept the home locked for longer than we were ready to wait."""


@contextmanager
def one_writer(home: Path, purpose: str, wait_seconds: float = 600.0) -> Iterator[None]:
    """Hold the home's lock for the block. A thread that holds it already goes straight in.

    Raises `StillLockedError`, naming the holder and what it does, after `wait_seconds`.
    """
    homes: set[Path] = _held.__dict__.setdefault("homes", set())
    if home in homes:
        yield
        return
    home.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(home / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _acquire(descriptor, home, wait_seconds)
        os.truncate(descriptor, 0)
        os.pwrite(descriptor, f"process {os.getpid()} ({purpose})".encode(), 0)
        homes.add(home)
        yield
    finally:
        homes.discard(home)
        os.close(descriptor)


def _acquire(descriptor: int, home: Path, wait_seconds: float) -> None:
    deadline = time.monotonic() + wait_seconds
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > deadline:
                holder = os.pread(descriptor, 200, 0).decode(errors="replace") or "another process"
                raise StillLockedError(f"{home} is being written by {holder}; try again when it is done") from None
            time.sleep(0.1)
