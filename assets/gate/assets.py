"""The lake gate as an asset: `lake/*`, the tables everything downstream depends on."""

from collections.abc import Iterator

import dagster as dg

from assets.gate.promotion import promotable
from assets.lake import PROMOTED, Lake
from assets.lock import one_writer
from assets.materialization import column_schema
from assets.partitions import BATCHES
from assets.schemas import BATCH_TABLES, REJECTED


@dg.multi_asset(
    name="promote",
    specs=[
        dg.AssetSpec(
            ["lake", table.name],
            deps=[batch_table.name for batch_table in BATCH_TABLES],
            group_name="lake",
            description=f"Batches that passed the gate. A row is {table.row}.",
            metadata=column_schema(table),
            partitions_def=BATCHES,
        )
        for table in PROMOTED
    ],
    partitions_def=BATCHES,
)
def promote(context: dg.AssetExecutionContext, lake: dg.ResourceParam[Lake]) -> Iterator[dg.MaterializeResult]:
    """Move a batch that passed every blocking expectation to the lake, as a whole."""
    batch = context.partition_key
    rejected = lake.read_rejected(batch)
    made = {table: lake.read(table, batch) for table in BATCH_TABLES}
    kept = promotable(made, rejected)
    unchanged = {table.name for table, frame in kept.items() if frame is made[table]}
    frames = {table.name: frame for table, frame in kept.items()} | {REJECTED.name: rejected}
    with one_writer(lake.home, f"promoting batch {batch}"):
        lake.promote(batch, frames, unchanged)
    for table in PROMOTED:
        yield dg.MaterializeResult(asset_key=["lake", table.name], metadata={"dagster/row_count": frames[table.name].height})
