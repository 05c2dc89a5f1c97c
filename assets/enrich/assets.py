"""The enrich stage as one step with an asset a table: what one document alone tells.

One step, because seven would cost more in steps than in work; the graph still shows each table.
"""

from collections.abc import Iterator

import dagster as dg
import polars as pl

from assets import schemas
from assets.codebook import Codebook
from assets.enrich.actors.mentions import actor_mentions
from assets.enrich.attribution.spans import attributions
from assets.enrich.events.mentions import event_mentions
from assets.enrich.positions.statements import positions
from assets.enrich.sentences import sentences
from assets.enrich.times import time_expressions
from assets.lake import Lake
from assets.materialization import column_schema, counts_by, metadata_of
from assets.partitions import BATCHES


def _spec(table: schemas.Table, *deps: str) -> dg.AssetSpec:
    return dg.AssetSpec(
        table.name,
        deps=deps,
        group_name="enrich",
        description=f"A row is {table.row}.",
        metadata=column_schema(table),
        partitions_def=BATCHES,
    )


def enriched(documents: pl.DataFrame, codebook: Codebook) -> dict[schemas.Table, pl.DataFrame]:
    """All tables of the stage for a frame of documents (`schemas.DOCUMENTS`)."""
    cut = sentences(documents)
    times = time_expressions(documents, cut)
    mentions = actor_mentions(documents, cut, codebook)
    spans = attributions(documents, cut, mentions, codebook)
    stated = positions(documents, cut, spans, mentions, times, codebook)
    happened, arguments = event_mentions(documents, cut, mentions, spans, times, codebook)
    return {
        schemas.SENTENCES: cut,
        schemas.TIME_EXPRESSIONS: times,
        schemas.ACTOR_MENTIONS: mentions,
        schemas.ATTRIBUTION_SPANS: spans,
        schemas.POSITIONS: stated,
        schemas.EVENT_MENTIONS: happened,
        schemas.EVENT_ARGUMENTS: arguments,
    }


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
    context: dg.AssetExecutionContext, lake: dg.ResourceParam[Lake], codebook: dg.ResourceParam[Codebook]
) -> Iterator[dg.MaterializeResult]:
    batch = context.partition_key
    for table, frame in enriched(lake.read(schemas.DOCUMENTS, batch), codebook).items():
        written = lake.write(table, batch, frame)
        column, title = PICTURES.get(table, ("", ""))
        yield dg.MaterializeResult(
            asset_key=table.name, metadata=metadata_of(table, written, counts_by(written, column) if column else (), title)
        )
