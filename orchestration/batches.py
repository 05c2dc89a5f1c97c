"""Batches: registered from new documents, found unfinished or stale. What happens inside a batch belongs to `assets`."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import dagster as dg
import polars as pl

from assets.ingest.registration import cut, new_items
from assets.lake import Lake
from assets.lock import one_writer
from assets.partitions import NAME
from assets.schemas import BATCH_TABLES

# What the tag of a materialization holds of the code that made it.
CODE_VERSION_TAG = "dagster/code_version"


def register(
    lake: Lake, instance: dg.DagsterInstance, paths: Sequence[Path], batch_size: int, max_document_bytes: int, now: datetime | None = None
) -> list[str]:
    """Register the documents of files and folders that no batch knows yet, in batches of at most `batch_size`
    (fewer where they are large: a batch is held in memory).

    Returns the new batches' names (none where nothing is new). Documents that cannot be read are registered too:
    they end in quarantine with their reason, and are not looked at again.
    """
    now = now or datetime.now(UTC)
    with one_writer(lake.home, "registering documents"):
        parts = cut(new_items(paths, lake.known_documents(), now, max_document_bytes), batch_size)
        names = _free_names(lake, now, number=len(parts))
        for name, part in zip(names, parts, strict=True):
            lake.register(name, part.with_columns(batch_id=pl.lit(name)))
    instance.add_dynamic_partitions(NAME, lake.registered())
    return names


def _free_names(lake: Lake, now: datetime, number: int) -> list[str]:
    day = f"{now:%Y-%m-%d}"
    taken = [int(name.rsplit("-", 1)[1]) for name in lake.registered() if name.startswith(day)]
    first = max(taken, default=0) + 1
    return [f"{day}-{first + offset:03d}" for offset in range(number)]


def unfinished(lake: Lake) -> list[str]:
    """Batches that were registered and never promoted: failed, killed, or not run yet."""
    promoted = set(lake.promoted_batches())
    return [batch for batch in lake.registered() if batch not in promoted]


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
