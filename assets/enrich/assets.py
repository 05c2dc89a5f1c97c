"""The enrich stage as one step with an asset a table: what one document alone tells.

One step, because seven would cost more in steps than in work; the graph still shows each table.
"""

from collections.abc import Iterator

import dagster as dg

from assets import schemas
from assets.codebook import Codebook
from assets.enrich.documents import enriched
from assets.enrich.extractors.protocol import Extractor
from assets.lake import Lake
from assets.materialization import column_schema, counts_by, metadata_of
from assets.partitions import BATCHES
from assets.workers import Mapped


def _spec(table: schemas.Table, *deps: str) -> dg.AssetSpec:
    return dg.AssetSpec(
        table.name,
        deps=deps,
        group_name="enrich",
        description=f"A row is {table.row}.",
        metadata=column_schema(table),
        partitions_def=BATCHES,
    )


PICTURES = {
    schemas.ACTOR_MENTIONS: ("actor_id", "Most mentioned actors of the codebook"),
    schemas.ATTRIBUTION_SPANS: ("cue", "Attributions by cue"),
    schemas.POSITIONS: ("issue_id", "Positions by issue"),
    schemas.EVENT_MENTIONS: ("event_type", "Event mentions by type"),
}


@dg.multi_asset(
    name="enrich",
    specs=[
        _spec(schemas.SENTENCES, "documents"),
        _spec(schemas.TIME_EXPRESSIONS, "documents", "sentences"),
        _spec(schemas.ACTOR_MENTIONS, "documents", "sentences"),
        _spec(schemas.ATTRIBUTION_SPANS, "documents", "sentences", "actor_mentions"),
        _spec(schemas.POSITIONS, "attributions", "actor_mentions", "time_expressions"),
        _spec(schemas.EVENT_MENTIONS, "attributions", "actor_mentions", "time_expressions"),
        _spec(schemas.EVENT_ARGUMENTS, "event_mentions"),
    ],
    partitions_def=BATCHES,
)
def enrich(
    context: dg.AssetExecutionContext,
    lake: dg.ResourceParam[Lake],
    codebook: dg.ResourceParam[Codebook],
    extractor: dg.ResourceParam[Extractor | None],
    workers: dg.ResourceParam[int],
    mapped: dg.ResourceParam[Mapped],
) -> Iterator[dg.MaterializeResult]:
    batch = context.partition_key
    tables, read = enriched(lake.read(schemas.DOCUMENTS, batch), codebook, extractor, workers, over=mapped)
    lake.write_rejected("enrich", batch, read.refused if read else schemas.REJECTED.frame())
    for document_id, problem in sorted(read.problems.items()) if read else ():
        context.log.warning(f"document {document_id} was left to the rules: {problem}")
    for table, frame in tables.items():
        written = lake.write(table, batch, frame)
        column, title = PICTURES.get(table, ("", ""))
        metadata = metadata_of(table, written, counts_by(written, column) if column else (), title)
        if read and table is schemas.ATTRIBUTION_SPANS:
            metadata |= {"extractor": read.rule, "refused": read.refused.height, "documents left to the rules": len(read.problems)}
        yield dg.MaterializeResult(asset_key=table.name, metadata=metadata)
