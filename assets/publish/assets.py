"""The publish stage as an asset: the warehouse file that analysts open."""

from typing import Any

import dagster as dg
import duckdb
import polars as pl

from assets import pictures, schemas
from assets.lake import PROMOTED, Lake
from assets.lock import one_writer
from assets.marts.build import build_file
from assets.marts.release import CONTRACT_VERSION, Release, build_mark
from assets.marts.spilling import MODEST, Spilling
from assets.publish import releases
from assets.publish.audit import Finding, audit
from assets.publish.copying import Mart, copy_marts
from assets.publish.releases import Manifest

AUDIT_CHECKS = (
    "marts_are_present", "marts_are_filled", "counts_above_floor",
    "evidence_of_stated_positions", "evidence_of_event_mentions", "evidence_of_actor_mentions",
)  # fmt: skip


def warehouse_asset(marts: dict[str, Mart], storage_version: str, releases_kept: int, spilling: Spilling = MODEST) -> dg.AssetsDefinition:
    """The asset that publishes. `marts`: its tables by name."""

    @dg.asset(
        key="warehouse",
        deps=[["marts", mart] for mart in marts],
        group_name="publish",
        description="The DuckDB file that analysts and BI tools open: audited, then replaced whole.",
        check_specs=[dg.AssetCheckSpec(name, asset="warehouse", description=_ABOUT[name]) for name in AUDIT_CHECKS],
    )
    def warehouse(
        context: dg.AssetExecutionContext, lake: dg.ResourceParam[Lake], release: dg.ResourceParam[Release]
    ) -> dg.MaterializeResult:
        with one_writer(lake.home, f"publishing release {release.release_id}"):
            run_id, tests = build_mark(lake.home)
            if run_id != context.run_id:
                raise dg.Failure("the build file is not this run's (another run built the marts meanwhile); start the release again")
            if not lake.is_as_resolved():
                raise dg.Failure(
                    "batches came into the lake while this release was being made, or the corpus was not resolved to its end;"
                    " start the release again",
                    allow_retries=False,
                )
            findings = _audited(lake, marts, spilling)
            failed = [finding for finding in findings if finding.is_critical and not finding.passed]
            for finding in findings:
                context.log.info(f"{finding.check}: {'passed' if finding.passed else 'FAILED'} ({finding.detail})")
            if failed:
                told = "; ".join(f"{finding.check}: {finding.detail}" for finding in failed)
                raise dg.Failure(f"not published, the last release stays served: {told}", allow_retries=False)
            warnings = tuple(f"{finding.check}: {finding.detail}" for finding in findings if not finding.passed)
            checks = {
                "checks_passed": len(findings) - len(warnings) + tests["passed"],
                "checks_warned": len(warnings) + tests["warned"],
            }
            manifest = _publish(lake, release, marts, storage_version, checks, warnings, spilling)
            releases.prune(lake.home, releases_kept)
        return dg.MaterializeResult(metadata=_metadata(lake, manifest), check_results=[_result(finding) for finding in findings])

    return warehouse


_ABOUT = {
    "marts_are_present": "Every table the contract promises is in the build.",
    "marts_are_filled": "No mart is empty while its input is not.",
    "counts_above_floor": "No mart lost half of its rows since the last release.",
    "evidence_of_stated_positions": "Every position's evidence stands in its document, to the letter.",
    "evidence_of_event_mentions": "Every event mention's evidence stands in its document, to the letter.",
    "evidence_of_actor_mentions": "Every actor mention's evidence stands in its document, to the letter.",
}


def _audited(lake: Lake, marts: dict[str, Mart], spilling: Spilling) -> list[Finding]:
    tables = [table for table in PROMOTED if table is not schemas.RAW_DOCUMENTS]
    lake_counts = {table.name: int(lake.scan(table).select(pl.len()).collect().item()) for table in tables}
    kept = releases.kept(lake.home)
    with duckdb.connect(str(build_file(lake.home)), read_only=True, config=spilling.configuration(lake.home)) as build:
        return list(audit(build, list(marts), lake_counts, kept[-1].row_counts if kept else {}))


def _publish(
    lake: Lake,
    release: Release,
    marts: dict[str, Mart],
    storage_version: str,
    checks: dict[str, int],
    warnings: tuple[str, ...],
    spilling: Spilling,
) -> Manifest:
    folder = releases.releases_folder(lake.home)
    making = folder / f".{release.release_id}.tmp"
    releases.mend(lake.home)
    making.mkdir(parents=True)
    counts = copy_marts(build_file(lake.home), making, marts, storage_version, checks, spilling)
    manifest = Manifest(
        release_id=release.release_id,
        released_at=release.released_at.isoformat(),
        fingerprint=releases.fingerprint(lake, release.codebook_version, release.code_version),
        contract_version=CONTRACT_VERSION,
        codebook_version=release.codebook_version,
        code_version=release.code_version,
        row_counts=counts,
        checks_passed=checks["checks_passed"],
        checks_warned=checks["checks_warned"],
        warnings=warnings,
    )
    releases.write_manifest(making, manifest)
    # Served first, archived second: a process killed between leaves a file that the next run replaces. The other way
    # round it would leave a release that counts as made and that nobody ever gets to see.
    releases.put_in_place(lake.home, making / "warehouse.duckdb", release.release_id)
    releases.archive(lake.home, making, release.release_id)
    releases.link_parquet(lake.home, release.release_id)
    return manifest


def _metadata(lake: Lake, manifest: Manifest) -> dict[str, Any]:
    counts = sorted(manifest.row_counts.items(), key=lambda item: -item[1])
    table = "\n".join(["| mart | rows |", "|---|---|", *(f"| {mart} | {count:,} |" for mart, count in counts)])
    with duckdb.connect(str(releases.served_file(lake.home)), read_only=True) as served:
        classes = served.execute("select quad_class, count(*) from events group by all order by all").fetchall()
    picture = pictures.bars([(str(name), int(count)) for name, count in classes], "Events by quad class")
    return {
        "release": manifest.release_id,
        "path": dg.MetadataValue.path(str(releases.served_file(lake.home))),
        "dagster/row_count": sum(manifest.row_counts.values()),
        "marts": dg.MetadataValue.md(table),
        "picture": dg.MetadataValue.md(pictures.as_markdown(picture, "Events by quad class")),
    }


def _result(finding: Finding) -> dg.AssetCheckResult:
    severity = dg.AssetCheckSeverity.ERROR if finding.is_critical else dg.AssetCheckSeverity.WARN
    return dg.AssetCheckResult(check_name=finding.check, passed=finding.passed, severity=severity, metadata={"observed": finding.detail})
