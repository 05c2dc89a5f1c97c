"""Work done at once for many hosts, one thing after another within a host. What the work is does not matter here."""

import queue
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar
from urllib.parse import urlsplit

from assets.ingest.fetch.errors import FetchError

HOSTS_AT_ONCE = 8

Job = TypeVar("Job")
Done = TypeVar("Done")


def at_once(jobs: Iterable[Job], url: Callable[[Job], str], work: Callable[[Job], Done]) -> Iterator[tuple[Job, Done | FetchError]]:
    """Each job with what came of it, as it comes. Any other exception than `FetchError` ends all and is raised."""
    queues: dict[str, list[Job]] = defaultdict(list)
    for job in jobs:
        queues[host_of(url(job))].append(job)
    done: queue.SimpleQueue[tuple[Job, Done | BaseException]] = queue.SimpleQueue()

    def serve(host: str) -> None:
        for job in queues[host]:
            try:
                done.put((job, work(job)))
            except FetchError as problem:
                done.put((job, problem))
            except BaseException as problem:
                done.put((job, problem))
                return

    pool = ThreadPoolExecutor(HOSTS_AT_ONCE, thread_name_prefix="fetch")
    try:
        for host in queues:
            pool.submit(serve, host)
        for _ in range(sum(map(len, queues.values()))):
            job, outcome = done.get()
            if isinstance(outcome, BaseException) and not isinstance(outcome, FetchError):
                raise outcome
            yield job, outcome
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def host_of(url: str) -> str:
    """The host of an address, for sharing out work; addresses that have none share one queue."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
