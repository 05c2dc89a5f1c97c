"""The resolve stage as one step with an asset a table: what only the whole corpus tells."""

import multiprocessing
from collections.abc import Iterator, Mapping
from typing import Any

import dagster as dg
import polars as pl

from assets import schemas
from assets.apart import Apart
from assets.codebook import Codebook
from assets.lake import Lake
from assets.lock import one_writer
from assets.materialization import column_schema, counts_by, metadata_of
from assets.resolve.actors import resolve_actors
from assets.resolve.dates import bound_times, document_dates
from assets.resolve.happenings import happenings
from assets.resolve.stories import stories

LAKE_TABLES = ("documents", "actor_mentions", "time_expressions", "event_mentions", "event_arguments")
UNREAD = {
    schemas.DOCUMENTS: (
        "source_uri", "file_name", "publisher", "title", "authors", "language", "url", "dateline_place", "boilerplate_share", "genre",
        "text_origin_score", "repairs", "credited_agencies", "batch_id",
    ),
    schemas.ACTOR_MENTIONS: ("surface", "evidence", "sentence_start", "resolution", "confidence"),
    schemas.TIME_EXPRESSIONS: ("evidence", "evidence_end"),
    schemas.EVENT_MENTIONS: ("evidence_end", "context", "confidence"),
    schemas.EVENT_ARGUMENTS: ("document_id", "position"),
}  # fmt: skip
# A corpus of more is resolved in a process of its own: the gigabytes it held go back to the machine before the marts are built.
MENTIONS_HERE = 500_000
PICTURES = {
    schemas.ACTORS: ("actor_type", "Actors by type"),
    schemas.DOCUMENT_DATES: ("date_basis", "Documents by basis of their date"),
}


def resolved(read: Mapping[schemas.Table, pl.LazyFrame | pl.DataFrame], codebook: Codebook) -> dict[schemas.Table, pl.DataFrame]:
    """All tables of the stage, from the corpus (promoted batches). A table is read when it is needed, and let go of after."""

    def rows(table: schemas.Table) -> pl.DataFrame:
        return read[table].lazy().collect(engine="streaming")

    documents = rows(schemas.DOCUMENTS)
    told = stories(documents)
    documents = documents.drop("signature", "quote_signature", "fact_signature")
    mentions = rows(schemas.ACTOR_MENTIONS)
    dates = document_dates(documents, told, mentions, codebook)
    actors, aliases, roles, identities = resolve_actors(mentions, dates, codebook)
    del documents, mentions
    times = bound_times(rows(schemas.TIME_EXPRESSIONS), dates)
    events, arguments = rows(schemas.EVENT_MENTIONS), rows(schemas.EVENT_ARGUMENTS)
    return {
        schemas.STORIES: told,
        schemas.DOCUMENT_DATES: dates,
        schemas.BOUND_TIMES: times,
        schemas.ACTORS: actors,
        schemas.ACTOR_ALIASES: aliases,
        schemas.ACTOR_ROLES: roles,
        schemas.MENTION_ACTORS: identities,
        schemas.HAPPENINGS: happenings(events, arguments, identities, times, dates, told, actors),
        schemas.ISSUES: codebook["issues"],
        schemas.CODEBOOK_EVENT_TYPES: codebook["event_types"],
    }


def corpus(lake: Lake) -> dict[schemas.Table, pl.LazyFrame]:
    """What the stage reads of all promoted batches: no more columns than it needs, and texts of undated documents only."""
    tables = {table: lake.scan(table).drop(unread) for table, unread in UNREAD.items()}
    undated = pl.when(pl.col("published_on").is_null()).then("body")
    return {**tables, schemas.DOCUMENTS: tables[schemas.DOCUMENTS].with_columns(body=undated)}


@dg.multi_asset(
    name="resolve",
    specs=[
        dg.AssetSpec(
            ["resolved", table.name],
            deps=[["lake", name] for name in LAKE_TABLES],
            group_name="resolve",
            description=f"A row is {table.row}.",
            metadata=column_schema(table),
        )
        for table in schemas.CORPUS_TABLES
    ],
)
def resolve(lake: dg.ResourceParam[Lake], codebook: dg.ResourceParam[Codebook]) -> Iterator[dg.MaterializeResult]:
    """Stories, dates, actors and happenings of all promoted batches."""
    with one_writer(lake.home, "resolving the corpus"):
        lake.note_resolved()
        about = _written_apart(lake, codebook) if _is_large(lake) else written(lake, codebook)
    for table, metadata in zip(schemas.CORPUS_TABLES, about, strict=True):
        yield dg.MaterializeResult(asset_key=["resolved", table.name], metadata=metadata)


def written(lake: Lake, codebook: Codebook) -> list[dict[str, Any]]:
    """Resolve the corpus into the lake; what is told of each of `schemas.CORPUS_TABLES`."""
    tables = resolved(corpus(lake), codebook)
    return [_about(table, lake.write_resolved(table, tables[table])) for table in schemas.CORPUS_TABLES]


def _about(table: schemas.Table, frame: pl.DataFrame) -> dict[str, Any]:
    column, title = PICTURES.get(table, ("", ""))
    return metadata_of(table, frame, counts_by(frame, column) if column else (), title)


def _is_large(lake: Lake) -> bool:
    if multiprocessing.current_process().daemon:  # such a process may have none beside it
        return False
    mentions = lake.scan(schemas.ACTOR_MENTIONS).select(pl.len()).collect().item()
    return int(mentions) > MENTIONS_HERE


def _written_apart(lake: Lake, codebook: Codebook) -> list[dict[str, Any]]:
    process = Apart(_nothing, written)
    try:
        about: list[dict[str, Any]] = process(lake, codebook)
        return about
    finally:
        process.close()


def _nothing() -> None:
    """All that is to be made ready is imported with this module."""
