"""The ingest stage as an asset: a batch's documents, to the byte."""

import dagster as dg
import polars as pl

from assets.ingest import raw
from assets.lake import Lake
from assets.materialization import column_schema, counts_by, metadata_of
from assets.partitions import BATCHES
from assets.schemas import RAW_DOCUMENTS, REJECTED


@dg.asset(
    partitions_def=BATCHES,
    group_name="ingest",
    description="Documents as they came, to the byte, with their ids (the hash of the bytes).",
    metadata=column_schema(RAW_DOCUMENTS),
)
def raw_documents(context: dg.AssetExecutionContext, lake: dg.ResourceParam[Lake]) -> dg.MaterializeResult:
    batch = context.partition_key
    items = lake.items(batch)
    # A promoted batch is made again from the bytes it kept: the files may be gone or changed by now. What it could not read
    # then is not tried again: another batch may have taken it in since.
    kept = lake.read_promoted(RAW_DOCUMENTS, batch)
    unread = lake.read_promoted(REJECTED, batch).filter(table_name=RAW_DOCUMENTS.name, expectation="readable")
    settled = pl.concat([kept["document_id"], unread["document_id"]])
    fresh, refused = raw.raw_documents(items.filter(~pl.col("document_id").is_in(settled.implode())))
    documents = pl.concat([kept, RAW_DOCUMENTS.conform(fresh)])
    refused = pl.concat([unread, refused])
    lake.write_rejected("raw_documents", batch, refused)
    documents = lake.write(RAW_DOCUMENTS, batch, documents)
    return dg.MaterializeResult(
        metadata={
            **metadata_of(RAW_DOCUMENTS, documents, counts_by(documents, "media_type"), "Documents by kind"),
            "refused": refused.height,
            "bytes": int(documents["byte_count"].sum() or 0),
        }
    )
