"""A function held in a process of its own, which loads what it needs while others work and then answers, call by call.

For what takes seconds to import (Great Expectations, dbt) and is wanted late. Many tasks over many cores: `assets.workers`.
"""

import ctypes
import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Generator
from contextlib import suppress
from multiprocessing import util
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import Lock, Thread
from typing import Any


class ApartError(RuntimeError):
    """What was called raised (the message says what), or its process ended."""


class Apart:
    """`answer(*arguments)` in another process, after `prepare()` there. Both are module-level functions; arguments and
    answers are pickled. One call at a time.

    With `tells` the answer is given along with what is told on the way there: `answer(*arguments, tell=…)`, see `told`.
    """

    def __init__(self, prepare: Callable[[], object], answer: Callable[..., Any], *, tells: bool = False) -> None:
        self._prepare, self._answer, self._tells = prepare, answer, tells
        self._process: BaseProcess | None = None

    def start(self) -> None:
        """Let the other process begin to load. Does nothing where it has."""
        if self._process is None:
            context = multiprocessing.get_context("spawn")  # a fork would inherit Polars' threads half-way
            self._wire, there = context.Pipe()
            process = context.Process(target=_serve, args=(there, self._prepare, self._answer, self._tells), daemon=True)
            process.start()
            self._process = process
            there.close()

    def __call__(self, *arguments: Any) -> Any:
        """The answer. Raises `ApartError`."""
        telling = self.told(*arguments)
        while True:
            try:
                next(telling)
            except StopIteration as end:
                return end.value

    def told(self, *arguments: Any) -> Generator[Any, None, Any]:
        """What the other process tells while it works, as it comes; the generator's value is the answer. Raises `ApartError`."""
        self.start()
        try:
            self._wire.send(arguments)
            while (said := self._wire.recv())[0] is None:
                yield said[1]
        except (EOFError, OSError) as error:
            self.close()  # the next call starts another
            raise ApartError("a process that helps ended before it answered: was it killed, or out of memory?") from error
        except BaseException:  # interrupted: this call's answer must not be taken for the next one's
            self.close()
            raise
        succeeded, answer = said
        if not succeeded:
            raise ApartError(answer)
        return answer

    def close(self) -> None:
        """End the other process, whatever it is at."""
        if self._process is not None:
            self._process.terminate()
            self._process.join(FAREWELL)
            self._process.kill()
            self._process.join()
            self._process = None


def give_back() -> None:
    """Hand what this process has freed back to the machine: it would hold on to it while another one needs it."""
    gc.collect()
    with suppress(AttributeError, OSError):  # a C library that keeps nothing back, or has no word for it
        ctypes.CDLL(None).malloc_trim(0)


FAREWELL = 3.0  # seconds to leave in order: libraries have semaphores to give back


def _serve(wire: Connection, prepare: Callable[[], object], answer: Callable[..., Any], tells: bool) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    # Leave without taking the interpreter down, which costs a second, but after what libraries want to do at the end.
    util.Finalize(None, os._exit, args=(0,), exitpriority=-1000)
    # At once, from wherever it is: an exception would be caught by libraries that wait for their threads, and longer than we do.
    signal.signal(signal.SIGTERM, lambda *_: util._exit_function())  # type: ignore[attr-defined]
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all: who called ends this one
    gc.set_threshold(200_000, 20, 20)  # what is imported stays: collecting among it is time lost
    problem, speaking = None, Lock()

    def tell(something: Any) -> None:
        with speaking:  # libraries tell from several threads
            wire.send((None, something))

    further = {"tell": tell} if tells else {}
    try:
        prepare()
    except Exception as error:
        problem = _told(error)
    while True:
        try:
            arguments = wire.recv()
        except EOFError:
            return
        try:
            wire.send((False, problem) if problem else (True, answer(*arguments, **further)))
        except Exception as error:
            wire.send((False, _told(error)))


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _end_with_parent() -> None:
    """A killed parent must not leave a child that goes on to write files which the next run makes anew."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
