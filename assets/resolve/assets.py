"""The resolve stage as one step with an asset a table: what only the whole corpus tells."""

import multiprocessing
from collections.abc import Iterator
from typing import Any

import dagster as dg
import polars as pl

from assets import schemas
from assets.apart import Apart, give_back
from assets.codebook import Codebook
from assets.lake import Lake
from assets.lock import one_writer
from assets.materialization import column_schema, counts_by, metadata_of
from assets.resolve.steps import STEPS, UNREAD, corpus

# Of a corpus of more, each step is made in a process of its own: what it held goes back to the machine before the next.
MENTIONS_HERE = 500_000
PICTURES = {
    schemas.ACTORS: ("actor_type", "Actors by type"),
    schemas.DOCUMENT_DATES: ("date_basis", "Documents by basis of their date"),
}


@dg.multi_asset(
    name="resolve",
    specs=[
        dg.AssetSpec(
            ["resolved", table.name],
            deps=[["lake", read.name] for read in UNREAD],
            group_name="resolve",
            description=f"A row is {table.row}.",
            metadata=column_schema(table),
        )
        for table in schemas.CORPUS_TABLES
    ],
)
def resolve(lake: dg.ResourceParam[Lake], codebook: dg.ResourceParam[Codebook]) -> Iterator[dg.MaterializeResult]:
    """Stories, dates, actors and happenings of all promoted batches."""
    with one_writer(lake.home, "resolving the corpus"), lake.resolving():
        make = made
        if _is_large(lake):
            make = _made_apart
            give_back()
        about: dict[str, dict[str, Any]] = {}
        for step in range(len(STEPS)):
            about |= make(step, lake, codebook)
    for table in schemas.CORPUS_TABLES:
        yield dg.MaterializeResult(asset_key=["resolved", table.name], metadata=about[table.name])


def made(step: int, lake: Lake, codebook: Codebook) -> dict[str, dict[str, Any]]:
    """Make a step's tables into the lake; what is told of each, by name."""
    frames = STEPS[step](corpus(lake), codebook)
    return {table.name: _about(table, lake.write_resolved(table, frame)) for table, frame in frames.items()}


def _about(table: schemas.Table, frame: pl.DataFrame) -> dict[str, Any]:
    column, title = PICTURES.get(table, ("", ""))
    return metadata_of(table, frame, counts_by(frame, column) if column else (), title)


def _is_large(lake: Lake) -> bool:
    if multiprocessing.current_process().daemon:  # such a process may have none beside it
        return False
    mentions = lake.scan(schemas.ACTOR_MENTIONS).select(pl.len()).collect().item()
    return int(mentions) > MENTIONS_HERE


def _made_apart(step: int, lake: Lake, codebook: Codebook) -> dict[str, dict[str, Any]]:
    process = Apart(_nothing, made)
    try:
        about: dict[str, dict[str, Any]] = process(step, lake, codebook)
        return about
    finally:
        process.close()


def _nothing() -> None:
    """All that is to be made ready is imported with this module."""
