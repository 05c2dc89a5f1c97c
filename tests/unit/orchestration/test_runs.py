"""Runs of the command line: what went wrong is told in words, wherever it went wrong."""

import os
import signal
from collections.abc import Iterator
from typing import Any

import dagster as dg
import pytest
from rich.console import Console

from orchestration.runs import run_job


def _needing(resource: dg.ResourceDefinition) -> dg.Definitions:
    @dg.asset(required_resource_keys={"extractor"})
    def read() -> None:
        raise ValueError("the page is torn")

    return dg.Definitions(assets=[read], resources={"extractor": resource}, jobs=[dg.define_asset_job("job")])


def _errors(defs: dg.Definitions) -> tuple[str, ...]:
    with dg.DagsterInstance.ephemeral() as instance:
        ran = run_job(defs, "job", instance, Console(quiet=True))
    assert not ran.success
    return ran.errors


def test_a_failing_step_is_named_with_its_reason_once() -> None:
    assert _errors(_needing(dg.ResourceDefinition.hardcoded_resource(1))) == ("read: ValueError: the page is torn",)


def test_a_resource_that_cannot_be_had_is_told_though_no_step_began() -> None:
    def missing(_: object) -> None:
        raise RuntimeError("the extractor needs an address")

    assert _errors(_needing(dg.ResourceDefinition(missing))) == ("RuntimeError: the extractor needs an address",)


@pytest.fixture
def heeded() -> Iterator[None]:
    """A Ctrl-C is answered, though the tests may have been started in the background, where it is not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


MOMENTS = [
    ("ASSET_MATERIALIZATION_PLANNED", None), ("PIPELINE_START", None), ("STEP_START", "first"), ("STEP_SUCCESS", "first"),
    ("STEP_OUTPUT", "last"), ("STEP_SUCCESS", "last"), ("PIPELINE_SUCCESS", None),
]  # fmt: skip


@pytest.mark.usefixtures("heeded")
@pytest.mark.parametrize(("kind", "step"), MOMENTS)
def test_ctrl_c_stops_whatever_dagster_is_at(kind: str, step: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was forgotten between steps: the run went on, and so did the next."""

    @dg.asset
    def first() -> None: ...

    @dg.asset(deps=[first])
    def last() -> None: ...

    struck = []

    def strike(entry: Any) -> None:
        event = entry.dagster_event
        if event and event.event_type_value == kind and event.step_key == (step or event.step_key) and not struck:
            struck.append(event)
            os.kill(os.getpid(), signal.SIGINT)

    defs = dg.Definitions(assets=[first, last], jobs=[dg.define_asset_job("job")], executor=dg.in_process_executor)
    with dg.DagsterInstance.ephemeral() as instance:
        listen = instance.add_event_listener
        monkeypatch.setattr(instance, "add_event_listener", lambda run_id, heard: (listen(run_id, strike), listen(run_id, heard)))
        with pytest.raises(KeyboardInterrupt):
            run_job(defs, "job", instance, Console(quiet=True))
    assert struck


def test_ctrl_c_is_ctrl_c_though_what_it_broke_is_met_first(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        handler = signal.signal(signal.SIGINT, lambda *_: None)
        os.kill(os.getpid(), signal.SIGINT)
        signal.signal(signal.SIGINT, handler)
        raise RuntimeError("cannot operate on a closed database")

    defs = _needing(dg.ResourceDefinition.hardcoded_resource(1))
    monkeypatch.setattr(dg.JobDefinition, "execute_in_process", broken)
    with dg.DagsterInstance.ephemeral() as instance, pytest.raises(KeyboardInterrupt):
        run_job(defs, "job", instance, Console(quiet=True))
