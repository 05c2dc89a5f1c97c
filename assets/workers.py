"""A long table worked on by all cores: slices handed to processes beside this one, put together in their order.

What is done to a slice does not belong here. Processes are started afresh (`spawn`: threads of Polars do not survive a
fork) and end by themselves when this one is gone, however it went, for then their wire is closed.
"""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any

Work = Callable[[Any, Any], Any]  # (slice, context) → result; importable by name
Mapped = Callable[[Work, list[Any], Any, int], list[Any]]  # what does as `mapped` does, here or on other machines
PATIENCE = 5  # seconds that a process has to end by itself


def mapped(work: Work, slices: list[Any], context: Any, processes: int) -> list[Any]:
    """`[work(slice, context) for slice in slices]`, on this process and `processes` - 1 others.

    Whoever is free takes the next slice. `context` is sent once to each process.

    Raises
    ------
    RuntimeError
        With the words of an exception that a slice raised elsewhere, or if a process ended before its answer.
    """
    tasks = deque(enumerate(slices))
    results: dict[int, Any] = {}
    problems: list[str] = []
    if multiprocessing.current_process().daemon:  # such a process may have none beside it
        processes = 1
    with _helpers(min(processes, len(slices)) - 1) as wires:
        feeders = [Thread(target=_feed, args=(wire, work, context, tasks, results, problems), daemon=True) for wire in wires]
        for feeder in feeders:
            feeder.start()
        for number, part in _taken(tasks):
            results[number] = work(part, context)
        for feeder in feeders:
            feeder.join()
    if problems:
        raise RuntimeError(problems[0])
    return [results[number] for number in range(len(slices))]


def _taken(tasks: deque[tuple[int, Any]]) -> Iterator[tuple[int, Any]]:
    while True:
        try:
            yield tasks.popleft()  # one of the calls of a deque that threads may share
        except IndexError:
            return


def _feed(wire: Connection, work: Work, context: Any, tasks: deque[tuple[int, Any]], results: dict[int, Any], problems: list[str]) -> None:
    """Keep a process busy: a thread of this one, so that no process waits for another's slice."""
    try:
        with wire:
            wire.send((work, context))
            for number, part in _taken(tasks):
                wire.send(part)
                is_done, answer = wire.recv()
                if not is_done:
                    raise RuntimeError(answer)
                results[number] = answer
    except (EOFError, OSError):
        problems.append("a process that worked on a slice ended before its answer")
    except Exception as problem:
        problems.append(str(problem))
    if problems:
        tasks.clear()


@contextmanager
def _helpers(count: int) -> Iterator[list[Connection]]:
    start = multiprocessing.get_context("spawn")
    wires, processes = [], []
    try:
        for _ in range(count):
            here, there = start.Pipe()
            process = start.Process(target=_serve, args=(there,), daemon=True)
            process.start()
            there.close()
            wires.append(here)
            processes.append(process)
        yield wires
    except BaseException:
        for process in processes:
            process.kill()
        raise
    finally:
        for process in processes:
            process.join(timeout=PATIENCE)
            if process.is_alive():
                process.kill()


def _serve(wire: Connection) -> None:
    """A process's life: it ends when its wire does."""
    try:
        work, context = wire.recv()
        while True:
            part = wire.recv()
            try:
                answer = True, work(part, context)
            except Exception as problem:
                answer = False, f"{type(problem).__name__}: {problem}"
            wire.send(answer)
    except (EOFError, OSError):
        return
