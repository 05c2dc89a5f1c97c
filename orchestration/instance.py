"""The Dagster instance of a home: one history for the command line and the UI, nothing phoning home."""

import os
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import dagster as dg
import yaml
from dagster._core.instance.ref import InstanceRef
from dagster._core.storage.noop_compute_log_manager import NoOpComputeLogManager

from assets.imports import hidden
from assets.lock import one_writer

# The owner of a command-line run, so that a later start can tell whether it is still alive.
PROCESS_TAG, HOST_TAG = "demarche/process", "demarche/host"

UNFINISHED = [
    dg.DagsterRunStatus.NOT_STARTED,  # killed between making the run and its first step
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.CANCELING,
]
DAGSTER_YAML = """\
# Written by demarche; edit freely, it is not written again.
telemetry:
  enabled: false
nux:
  enabled: false
"""


def instance_folder(home: Path) -> Path:
    """The folder to set DAGSTER_HOME to; made where it is not there."""
    folder = home / "dagster"
    folder.mkdir(parents=True, exist_ok=True)
    configuration = folder / "dagster.yaml"
    if not configuration.exists():
        configuration.write_text(DAGSTER_YAML)
    return folder


def open_instance(home: Path) -> dg.DagsterInstance:
    """The persistent instance of a home. Runs that a killed command line left as started are marked failed."""
    ready = instance_folder(home) / ".ready"
    if ready.exists():
        instance = _opened(home)
    else:
        with one_writer(home, "making the run history"):  # two processes that make the same tables at once would fail
            with _unsynced():
                instance = _opened(home)
            _put_on_disk(ready.parent)
            ready.touch()
    _bury_dead_runs(instance)
    return instance


def _opened(home: Path) -> dg.DagsterInstance:
    folder = instance_folder(home)
    configured = yaml.safe_load((folder / "dagster.yaml").read_text()) or {}
    overrides: dict[str, Any] = {}
    if not {"storage", "event_log_storage"} & set(configured):  # a PostgreSQL, say, is nobody's business but theirs who set it
        where = {"base_dir": str(folder / "history" / "runs")}
        overrides["event_log_storage"] = {"module": "orchestration.history", "class": "PooledEventLog", "config": where}
    if "compute_logs" not in configured:
        # What steps print goes to who runs them: Dagster would start four processes a run that write it down.
        overrides["compute_logs"] = {"module": NoOpComputeLogManager.__module__, "class": NoOpComputeLogManager.__name__, "config": {}}
    with hidden("pygments"):  # colours for errors in the templates of database migrations: 0.2 s
        return dg.DagsterInstance.from_ref(InstanceRef.from_dir(str(folder), overrides=overrides))


@contextmanager
def _unsynced() -> Iterator[None]:
    """Make tables without waiting for the disk after each of sixty statements. The event log's connections, which stay open, say
    for themselves how they want it (`orchestration.history`), after this.
    """
    from sqlalchemy import Engine, event

    def hurry(connection: Any, _: object) -> None:
        if isinstance(connection, sqlite3.Connection):
            connection.execute("pragma synchronous = off")

    event.listen(Engine, "connect", hurry)
    try:
        yield
    finally:
        event.remove(Engine, "connect", hurry)


def _put_on_disk(folder: Path) -> None:
    for database in folder.rglob("*.db"):
        with database.open("rb") as file:
            os.fsync(file.fileno())


def owner_tags() -> dict[str, str]:
    """Tags that say which process makes a run."""
    return {PROCESS_TAG: str(os.getpid()), HOST_TAG: socket.gethostname()}


def _bury_dead_runs(instance: dg.DagsterInstance) -> None:
    for run in instance.get_runs(dg.RunsFilter(statuses=UNFINISHED, tags={HOST_TAG: socket.gethostname()})):
        if not _is_alive(int(run.tags[PROCESS_TAG])):
            instance.report_run_failed(run, message="its process is gone (killed); the batch is taken up again by the next run")


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
