"""The suites as asset checks: one check an expectation, a batch at a time, blocking where the suite says critical."""

from collections.abc import Iterator, Sequence

import dagster as dg

from assets.lake import Lake
from assets.partitions import BATCHES
from expectations.runner import Outcome, Validator, refused_rows
from expectations.suites import SUITES, Expect, Suite

SEVERITY = {"critical": dg.AssetCheckSeverity.ERROR, "warning": dg.AssetCheckSeverity.WARN, "info": dg.AssetCheckSeverity.WARN}


def asset_checks(suites: Sequence[Suite] = SUITES) -> list[dg.AssetChecksDefinition]:
    """One definition a suite, each with a check an expectation."""
    return [_checks_of(suite) for suite in suites]


def _checks_of(suite: Suite) -> dg.AssetChecksDefinition:
    @dg.multi_asset_check(
        name=f"{suite.table.name}_expectations",
        specs=[_spec(suite, expect) for expect in suite.expectations],
    )
    def checks(
        context: dg.AssetCheckExecutionContext, lake: dg.ResourceParam[Lake], validator: dg.ResourceParam[Validator]
    ) -> Iterator[dg.AssetCheckResult]:
        batch = context.partition_key
        frame = lake.read(suite.table, batch)
        outcomes = validator.outcomes(suite, frame, lambda table: lake.read(table, batch))
        lake.write_rejected(f"{suite.table.name}_expectations", batch, refused_rows(suite, frame, outcomes, batch))
        yield from (_result(suite, outcome) for outcome in outcomes)

    return checks


def _spec(suite: Suite, expect: Expect) -> dg.AssetCheckSpec:
    return dg.AssetCheckSpec(
        expect.check,
        asset=suite.table.name,
        description=f"{expect.about[0].upper()}{expect.about[1:]}. ({expect.kind})",
        blocking=expect.scope == "table" and expect.severity == "critical",
        partitions_def=BATCHES,
    )


def _result(suite: Suite, outcome: Outcome) -> dg.AssetCheckResult:
    refused = len(outcome.broken_rows) if outcome.expect.scope == "row" else 0
    return dg.AssetCheckResult(
        check_name=outcome.expect.check,
        asset_key=suite.table.name,
        passed=outcome.passed,
        severity=SEVERITY[outcome.expect.severity],
        description=None if outcome.passed else f"not so: {outcome.expect.about}",
        metadata={"observed": outcome.observed, "refused_rows": refused, "scope": outcome.expect.scope},
    )
