"""The clean stage as an asset: a batch's documents, mended."""

import dagster as dg
import polars as pl

from assets.clean import documents as cleaning
from assets.codebook import Codebook
from assets.lake import Lake
from assets.materialization import column_schema, counts_by, metadata_of
from assets.partitions import BATCHES
from assets.schemas import DOCUMENTS, RAW_DOCUMENTS
from assets.workers import Mapped


@dg.asset(
    deps=["raw_documents"],
    partitions_def=BATCHES,
    group_name="clean",
    description="Documents decoded, mended and freed of what is not the article, with title, by-line and date.",
    metadata=column_schema(DOCUMENTS),
)
def documents(
    context: dg.AssetExecutionContext,
    lake: dg.ResourceParam[Lake],
    codebook: dg.ResourceParam[Codebook],
    workers: dg.ResourceParam[int],
    mapped: dg.ResourceParam[Mapped],
) -> dg.MaterializeResult:
    batch = context.partition_key
    raw = lake.read(RAW_DOCUMENTS, batch)
    cleaned, refused = cleaning.documents(raw, codebook, min(workers, raw.height // cleaning.MIN_FOR_PROCESS), mapped)
    lake.write_rejected("documents", batch, refused)
    cleaned = lake.write(DOCUMENTS, batch, cleaned)
    months = counts_by(cleaned, pl.col("published_on").dt.strftime("%Y-%m"), most=24)
    return dg.MaterializeResult(
        metadata={
            **metadata_of(DOCUMENTS, cleaned, sorted(months), "Documents by month of publication"),
            "refused": refused.height,
            "words": int(cleaned["word_count"].sum() or 0),
        }
    )
