"""Runs of the command line: what went wrong is told in words, wherever it went wrong."""

import dagster as dg
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
