"""Runs started by the command line: the same jobs as in the UI, in this process, in the same history, with progress."""

import signal
import socket
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import dagster as dg
from dagster import DagsterEventType
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from orchestration.instance import owner_tags

# What the steps are called where people read along.
STEP_WORDS = {
    "raw_documents": "reading documents",
    "documents": "cleaning documents",
    "enrich": "finding actors, statements and events",
    "promote": "moving the batch to the lake",
    "resolve": "resolving stories, dates, actors and happenings",
    "marts": "building and testing the marts",
    "warehouse": "auditing and publishing",
}
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@dataclass(frozen=True)
class Ran:
    """How a run ended: its steps' errors in one line each, and the checks that did not pass."""

    run_id: str
    success: bool
    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = field(default=())


def run_job(defs: dg.Definitions, job: str, instance: dg.DagsterInstance, console: Console, *, partition: str | None = None) -> Ran:
    """Run a job of the house in this process and show how far it is. Never raises for a failing step: see `Ran.errors`.

    Raises `KeyboardInterrupt` where the run was interrupted: whoever stops one does not want the next.
    """
    definition = defs.resolve_job_def(job)
    run_id = str(uuid.uuid4())
    steps = len(list(definition.graph.nodes))
    title = f"batch {partition}" if partition else job
    interrupted: list[Any] = []

    def stop_if_interrupted(entry: Any) -> None:
        event = entry.dagster_event
        if event and (_is_interrupted(event) or (event.event_type == DagsterEventType.STEP_START and came())):
            interrupted.append(entry)
            raise KeyboardInterrupt  # Dagster would try the step again

    with _interrupts() as came, _progress(console, title, steps) as advance:
        instance.add_event_listener(run_id, advance)
        instance.add_event_listener(run_id, stop_if_interrupted)
        try:
            result = definition.execute_in_process(
                run_config=QUIET,
                instance=instance,
                partition_key=partition,
                run_id=run_id,
                tags=owner_tags(),
                raise_on_error=False,
            )
        except Exception:
            if came():  # in the midst of a statement: what is met afterwards is a connection that was closed
                raise KeyboardInterrupt from None
            raise
        is_stopped = bool(interrupted) or came()
    if is_stopped:
        raise KeyboardInterrupt
    return Ran(run_id, result.success, tuple(_errors(result)), tuple(_warnings(result)))


@contextmanager
def _interrupts() -> Iterator[Callable[[], bool]]:
    """Whether the process was asked to end, whoever answers signals meanwhile: outside of steps Dagster notes a Ctrl-C, and
    forgets it where no step follows.
    """
    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    here, there = socket.socketpair()
    here.setblocking(False)
    there.setblocking(False)
    before = signal.set_wakeup_fd(there.fileno(), warn_on_full_buffer=False)
    came = bytearray()

    def has_come() -> bool:
        with suppress(BlockingIOError):
            came.extend(here.recv(4096))
        return signal.SIGINT in came or signal.SIGTERM in came

    try:
        yield has_come
    finally:
        signal.set_wakeup_fd(before)
        here.close()
        there.close()


@contextmanager
def _progress(console: Console, title: str, steps: int) -> Iterator[Any]:
    columns = (
        SpinnerColumn(),
        TextColumn("[bold]{task.fields[title]}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=console, transient=False) as progress:
        task = progress.add_task("starting", total=steps, title=title)

        def advance(entry: Any) -> None:
            event = entry.dagster_event if hasattr(entry, "dagster_event") else entry
            if event is None:
                return
            if event.event_type == DagsterEventType.STEP_START:
                progress.update(task, description=_in_words(event.step_key))
            elif event.event_type == DagsterEventType.STEP_SUCCESS:
                progress.advance(task)
            elif event.event_type == DagsterEventType.RUN_SUCCESS:
                progress.update(task, description="done", completed=steps)
            elif event.event_type == DagsterEventType.RUN_FAILURE:
                progress.update(task, description="[red]failed")

        yield advance


def _is_interrupted(event: dg.DagsterEvent) -> bool:
    if event.event_type == DagsterEventType.STEP_FAILURE:
        error = event.step_failure_data.error
    elif event.event_type == DagsterEventType.STEP_UP_FOR_RETRY:
        error = event.step_retry_data.error
    else:
        return False
    while error and error.cls_name != dg.DagsterExecutionInterruptedError.__name__:
        error = error.cause
    return error is not None


def _in_words(step: str | None) -> str:
    step = step or ""
    if step.endswith("_expectations"):
        return f"checking {step.removesuffix('_expectations').replace('_', ' ')}"
    return STEP_WORDS.get(step, step)


def _errors(result: dg.ExecuteInProcessResult) -> Iterator[str]:
    for evaluation in _failed_checks(result):
        if evaluation.severity == dg.AssetCheckSeverity.ERROR:
            yield f"{evaluation.asset_key.to_user_string()}: {evaluation.check_name}: {_observed(evaluation)}"
    for event in result.all_events:
        if event.event_type == DagsterEventType.RUN_FAILURE:
            failed = event.job_failure_data
            if failed.error and not failed.first_step_failure_event:  # before any step: a resource that cannot be had
                yield (failed.error.cause or failed.error).message.strip()
        if event.event_type != DagsterEventType.STEP_FAILURE:
            continue
        data = event.step_failure_data
        if data.user_failure_data and data.user_failure_data.description:
            yield data.user_failure_data.description
        elif data.error:
            error = data.error.cause or data.error
            yield f"{event.step_key}: {error.message.strip()}"


def _warnings(result: dg.ExecuteInProcessResult) -> Iterator[str]:
    for evaluation in _failed_checks(result):
        if evaluation.severity == dg.AssetCheckSeverity.WARN:
            yield f"{evaluation.asset_key.to_user_string()}: {evaluation.check_name}: {_observed(evaluation)}"


def _failed_checks(result: dg.ExecuteInProcessResult) -> list[Any]:
    return [evaluation for evaluation in result.get_asset_check_evaluations() if not evaluation.passed]


def _observed(evaluation: Any) -> str:
    observed = evaluation.metadata.get("observed")
    return (evaluation.description or "") + (f" ({observed.value})" if observed else "")
