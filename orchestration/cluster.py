"""Slices of a batch worked on by a Dask cluster: connected to once, a slice kept here until its answer is.

Without an address `assets.workers` does the same on this machine's processes. What is done to a slice does not belong
here, nor do whole batches on several machines: those are Dagster's runs (docs/cluster.md).
"""

import time
import uuid
from collections import deque
from contextlib import suppress
from functools import partial
from queue import Empty, Queue
from threading import Lock
from typing import TYPE_CHECKING, Any

import polars as pl

from assets import workers
from assets.versions import code_version
from assets.workers import Mapped, Work

if TYPE_CHECKING:  # an extra: loaded only where there is an address
    from distributed import Client, Future

CONNECT = 15.0  # seconds a scheduler has to answer
PATIENCE = 120.0  # seconds without any worker until a batch fails: a machine that restarts is back by then
AHEAD = 3  # slices a thread of the cluster has before it: none waits for the wire, and no batch is in the scheduler as a whole


class ClusterError(RuntimeError):
    """The cluster cannot do the work; the message says what to do. The batch is taken up again by the next run."""


def mapped_on(address: str | None) -> Mapped:
    """What maps work over slices: the Dask scheduler at `address`, this machine's processes without one."""
    return Cluster(address).mapped if address else workers.mapped


class Cluster:
    """A Dask scheduler and whatever workers it has."""

    def __init__(self, address: str, patience: float = PATIENCE) -> None:
        self.address = address
        self.patience = patience
        self._client: Client | None = None
        self._connecting = Lock()

    def mapped(self, work: Work, slices: list[Any], context: Any, processes: int) -> list[Any]:
        """`[work(slice, context) for slice in slices]`, on the cluster; by this process where not even two would have enough to do.

        A slice whose worker is gone is given to another (Dask's `allowed-failures`: three times), and its answer counts once.

        Raises
        ------
        ClusterError
            If the scheduler does not answer, no worker is left, or a slice was the end of one worker after another.
        RuntimeError
            With the words of an exception that a slice raised.
        """
        if processes < 2 or len(slices) < 2:
            return workers.mapped(work, slices, context, 1)
        client = self._connected()
        # Made by a task, not scattered: what is scattered is lost with the worker that has it.
        shared = client.submit(_itself, context, key=f"context-{uuid.uuid4()}")
        bound = partial(_worked, work, _house())
        answers: dict[int, Any] = {}
        waiting = deque(enumerate(slices))
        sent: dict[Future, int] = {}
        done: Queue[Future] = Queue()
        try:
            while waiting or sent:
                threads = sum(client.nthreads().values())
                while waiting and len(sent) < max(1, AHEAD * threads):
                    number, part = waiting.popleft()
                    future = client.submit(bound, part, shared, pure=False)
                    sent[future] = number
                    future.add_done_callback(done.put)
                future = self._next(done, client)
                answers[sent.pop(future)] = _answer(future)
        except OSError as error:
            raise ClusterError(f"the connection to the Dask scheduler at {self.address} broke off: {error}") from error
        finally:
            with suppress(Exception):  # of a scheduler that is gone
                client.cancel([*sent, shared])
        return [answers[number] for number in range(len(slices))]

    def cpu_seconds(self) -> list[float]:
        """What each worker has used so far."""
        return list(self._connected().run(time.process_time).values())

    def close(self) -> None:
        """Let go of the scheduler; it stays, and so do its workers."""
        if self._client is not None:
            self._client.close()

    def _next(self, done: "Queue[Future]", client: "Client") -> "Future":
        while True:
            with suppress(Empty):
                return done.get(timeout=self.patience)
            if client.status != "running":
                raise ClusterError(f"the Dask scheduler at {self.address} is gone")
            if not client.nthreads():
                raise ClusterError(f"the Dask scheduler at {self.address} had no worker for {self.patience:.0f} s")

    def _connected(self) -> "Client":
        with self._connecting:
            if self._client is None or self._client.status != "running":
                self._client = _client(self.address)
            return self._client


def _client(address: str) -> "Client":
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError("DEMARCHE_CLUSTER needs its extra: pip install 'demarche[cluster]'") from None
    try:
        return Client(address, timeout=CONNECT, set_as_default=False, name="demarche")
    except (OSError, TimeoutError) as error:
        raise ClusterError(f"no Dask scheduler answers at {address}; without DEMARCHE_CLUSTER this machine does the work") from error


def _answer(future: "Future") -> Any:
    from distributed.scheduler import KilledWorker

    error = future.exception() if future.status == "error" else None
    if isinstance(error, KilledWorker):
        raise ClusterError(f"a slice was the end of {error.allowed_failures + 1} workers, one after another (out of memory?)") from error
    if error:
        raise RuntimeError(f"{type(error).__name__}: {error}") from error
    if future.status != "finished":
        raise ClusterError("the Dask scheduler forgot a slice: it was restarted, or somebody cancelled the work")
    return future.result()


def _itself(context: Any) -> Any:
    return context


def _worked(work: Work, house: str, part: Any, context: Any) -> Any:
    """On a worker. Rows are the same everywhere only where the code is."""
    if _house() != house:
        raise ClusterError(f"a worker has other code or another Polars ({_house()}) than this run ({house}): give all machines one image")
    return work(part, context)


def _house() -> str:
    return code_version(".", extra=pl.__version__)
