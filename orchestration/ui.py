"""`demarche ui`: the Dagster UI on a home, with its history, schedule and sensors."""

import errno
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence

import dagster as dg

from orchestration.batches import register
from orchestration.instance import instance_folder, open_instance
from orchestration.settings import ROOT, Settings
from orchestration.storage import lake_of


def serve_ui(settings: Settings, host: str, port: int) -> int:
    """Run the UI and its daemon until they are stopped. Returns their exit code.

    Raises `OSError` where nothing can listen at `host` and `port`: Dagster would say so in a line among many, and go on without a UI.
    """
    _demand_free(host, port)
    folder = instance_folder(settings.home)
    with open_instance(settings.home) as instance:
        register_first_batch(settings, instance)
    environment = {
        **os.environ,
        "DAGSTER_HOME": str(folder),
        **settings.environment(),
        "PYTHONWARNINGS": "ignore",
    }
    command = [sys.executable, "-m", "dagster", "dev", "-m", "orchestration.location", "-h", host, "-p", str(port), "-d", str(ROOT)]
    return until_stopped(command, environment)


def until_stopped(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run a command until it ends; whoever stops this process stops it, and it has the time it needs to end. Returns its exit code."""
    with subprocess.Popen(command, env=environment, cwd=ROOT) as process:
        # A container's stop and a service manager's reach this process alone; Ctrl-C reaches both.
        before = signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        try:
            while True:
                try:
                    return process.wait()
                except KeyboardInterrupt:
                    continue
        finally:
            signal.signal(signal.SIGTERM, before)


def _demand_free(host: str, port: int) -> None:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as servers do: one that has just ended is not in the way
            probe.bind(address)
    except OSError as error:
        is_taken = error.errno in (errno.EADDRINUSE, errno.EACCES)
        other = "--port" if is_taken else "--host"
        raise OSError(error.errno, f"the UI cannot listen at {host}:{port} ({error.strerror}); choose another {other}") from error


def register_first_batch(settings: Settings, instance: dg.DagsterInstance) -> None:
    """With no partition at all, the UI's first click ("Materialize all") is a dead end: register what lies there."""
    lake = lake_of(settings)
    if not lake.registered():
        register(lake, instance, [settings.documents], settings.batch_size, settings.max_document_bytes)
