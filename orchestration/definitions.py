"""The house, assembled. `build_defs` takes the settings, and resources to swap in tests; `defs` is what the UI loads."""

import warnings
from collections.abc import Mapping, Sequence
from typing import Any

import dagster as dg

from assets.clean.assets import documents
from assets.codebook import Codebook
from assets.enrich.assets import enrich
from assets.gate.assets import promote
from assets.ingest.assets import raw_documents
from assets.marts.assets import manifest, marts_assets
from assets.marts.build import Builder
from assets.marts.release import Release
from assets.publish.assets import warehouse_asset
from assets.publish.copying import Mart
from assets.resolve.assets import resolve
from assets.versions import codebook_version
from expectations.checks import asset_checks
from expectations.runner import Validator
from expectations.suites import SUITES, Suite
from orchestration.automation import automation
from orchestration.cluster import mapped_on
from orchestration.extraction import extractor, extractor_version
from orchestration.feeds import feed_fetching
from orchestration.freshness import code_version_of
from orchestration.jobs import jobs
from orchestration.policies import with_policies
from orchestration.settings import Settings
from orchestration.storage import lake_of

# Partitioned checks and conditions on jobs are previews in this Dagster; the pinned version is the one they are tested with.
warnings.filterwarnings("ignore", category=dg.PreviewWarning)


def build_defs(
    settings: Settings, *, suites: Sequence[Suite] = SUITES, resource_overrides: Mapping[str, Any] | None = None
) -> dg.Definitions:
    """All assets, checks, jobs, schedules, sensors and resources for one home.

    Parameters
    ----------
    settings
        Where the home is, and the rest.
    suites
        The expectations; a test passes others.
    resource_overrides
        Resources by name ('lake', 'codebook', 'extractor', 'workers', 'mapped', 'validator', 'builder', 'release') to use
        instead.
    """
    assets = [
        raw_documents,
        documents,
        enrich,
        promote,
        resolve,
        marts_assets(settings.spilling),
        warehouse_asset(marts_by_name(), settings.storage_version, settings.releases_kept, settings.spilling),
    ]
    schedules, sensors = automation(settings)
    house_jobs = jobs()
    fetch_jobs, fetch_schedules, fetch_sensors = feed_fetching(settings, batch_job=house_jobs[0])
    loaded = (resource_overrides or {}).get("codebook")
    codebook = loaded.version if isinstance(loaded, Codebook) else codebook_version(settings.codebook)
    reader = extractor_version(settings)
    return dg.Definitions(
        assets=dg.map_asset_specs(lambda spec: with_policies(spec, codebook, reader), assets),
        asset_checks=asset_checks(suites),
        jobs=[*house_jobs, *fetch_jobs],
        schedules=[*schedules, *fetch_schedules],
        sensors=[*sensors, *fetch_sensors],
        resources={**_resources(settings, codebook), **(resource_overrides or {})},
        # One process a run: on two cores a process a step costs seconds for nothing (0.4-1.9 s against 44-52 s).
        executor=dg.in_process_executor,
    )


def _resources(settings: Settings, codebook: str) -> dict[str, Any]:
    return {
        "lake": lake_of(settings),
        "codebook": dg.ResourceDefinition(lambda _: Codebook.load(settings.codebook)),
        "extractor": dg.ResourceDefinition(lambda _: extractor(settings)),
        "workers": settings.most_workers,
        "mapped": mapped_on(settings.cluster),
        "validator": dg.ResourceDefinition(lambda _: Validator()),
        "builder": dg.ResourceDefinition(lambda _: Builder()),
        "release": dg.ResourceDefinition(lambda context: release_of_run(context, codebook, code_version_of(settings))),
    }


def release_of_run(context: dg.InitResourceContext, codebook: str, code: str) -> Release:
    """The release a run would publish: named by when the run was made, so that all its steps agree.

    `codebook` is the version of when the definitions were made, as the codebook itself: an edit in mid-run belongs to the next.
    `code` is that of the code and the settings.
    """
    if context.run is None or context.instance is None:
        raise dg.DagsterInvariantViolationError("a release is made within a run")
    record = context.instance.get_run_record_by_id(context.run.run_id)
    if record is None:
        raise dg.DagsterInvariantViolationError(f"run {context.run.run_id} is not in the instance")
    made_at = record.create_timestamp
    return Release(
        release_id=f"{made_at:%Y%m%dT%H%M%S}-{context.run.run_id[:4]}",
        released_at=made_at.replace(tzinfo=None),
        codebook_version=codebook,
        code_version=code,
    )


def marts_by_name() -> dict[str, Mart]:
    """The marts of dbt's manifest, their columns in the order of the contract: the key first, then all others."""
    nodes = [node for node in manifest()["nodes"].values() if node["resource_type"] == "model" and node["fqn"][1] == "marts"]
    return {
        node["name"]: Mart(node["description"], {name: column["description"] for name, column in node["columns"].items()})
        for node in sorted(nodes, key=lambda node: str(node["name"]))
    }
