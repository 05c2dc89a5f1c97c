"""Batches as Dagster knows them: partitions, and which are stale. Registering them: `orchestration.intake`."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import dagster as dg

from assets.lake import Lake
from assets.partitions import NAME
from assets.schemas import BATCH_TABLES
from orchestration import intake

# What the tag of a materialization holds of the code that made it.
CODE_VERSION_TAG = "dagster/code_version"


def register(
    lake: Lake, instance: dg.DagsterInstance, paths: Sequence[Path], batch_size: int, max_document_bytes: int, now: datetime | None = None
) -> list[str]:
    """As `orchestration.intake.register`, and made known to Dagster."""
    names = intake.register(lake, paths, batch_size, max_document_bytes, now)
    make_known(lake, instance)
    return names


def make_known(lake: Lake, instance: dg.DagsterInstance) -> None:
    """Tell Dagster of all batches that are registered: its partitions."""
    instance.add_dynamic_partitions(NAME, lake.registered())


def stale(lake: Lake, instance: dg.DagsterInstance, defs: dg.Definitions) -> list[str]:
    """Promoted batches of which a table was made by other code, or another codebook, than today's."""
    promoted = lake.promoted_batches()
    outdated: set[str] = set()
    wanted = {spec.key: spec.code_version for spec in defs.resolve_all_asset_specs()}
    for table in BATCH_TABLES:
        key = dg.AssetKey(table.name)
        made = _code_versions(instance, key, promoted)
        outdated |= {batch for batch in promoted if made.get(batch) != wanted[key]}
    return sorted(outdated)


def _code_versions(instance: dg.DagsterInstance, key: dg.AssetKey, batches: Sequence[str]) -> dict[str, str]:
    """Code version of each batch's latest materialization. The graph in the UI does not show this for partitions."""
    if not batches:
        return {}
    latest: dict[str, str] = {}
    cursor = None
    wanted = dg.AssetRecordsFilter(asset_key=key, asset_partitions=list(batches))
    while len(latest) < len(batches):
        page = instance.fetch_materializations(wanted, limit=1000, cursor=cursor)
        for record in page.records:
            made = record.asset_materialization
            if record.partition_key and made:
                latest.setdefault(record.partition_key, (made.tags or {}).get(CODE_VERSION_TAG, ""))
        cursor = page.cursor
        if not page.has_more:
            break
    return latest
