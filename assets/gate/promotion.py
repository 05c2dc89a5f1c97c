"""What of a judged batch goes on: its tables without the refused rows, and without what hangs on them.

Pure functions; the files are moved by `assets.lake`.
"""

import polars as pl

from assets import schemas

# A row that points to a refused row cannot stay; a reference that may be null is cleared instead.
OWNERS = {
    schemas.EVENT_ARGUMENTS: (
        ("mention_id", schemas.EVENT_MENTIONS, "mention_id"),
        ("actor_mention_id", schemas.ACTOR_MENTIONS, "mention_id"),
    ),
    schemas.POSITIONS: (("attribution_id", schemas.ATTRIBUTION_SPANS, "attribution_id"),),
}  # fmt: skip
CLEARED = {
    schemas.ATTRIBUTION_SPANS: (
        ("speaker_mention_id", schemas.ACTOR_MENTIONS, "mention_id"),
        ("parent_attribution_id", schemas.ATTRIBUTION_SPANS, "attribution_id"),
    ),
    schemas.POSITIONS: (
        ("speaker_mention_id", schemas.ACTOR_MENTIONS, "mention_id"),
        ("holder_mention_id", schemas.ACTOR_MENTIONS, "mention_id"),
        ("target_mention_id", schemas.ACTOR_MENTIONS, "mention_id"),
        ("time_id", schemas.TIME_EXPRESSIONS, "time_id"),
    ),
    schemas.EVENT_MENTIONS: (("time_id", schemas.TIME_EXPRESSIONS, "time_id"),),
}


def promotable(frames: dict[schemas.Table, pl.DataFrame], rejected: pl.DataFrame) -> dict[schemas.Table, pl.DataFrame]:
    """The batch without refused rows, without rows of refused documents, without references to either.

    A table that nothing was taken from is the frame that was given.
    """
    kept = {table: _without_refused(table, frame, rejected) for table, frame in frames.items()}
    documents = kept[schemas.DOCUMENTS].select("document_id")
    for table in schemas.BATCH_TABLES:
        if table not in (schemas.RAW_DOCUMENTS, schemas.DOCUMENTS):
            kept[table] = _joined(kept[table], documents, "document_id")
        for column, owner, key in OWNERS.get(table, ()):
            kept[table] = _joined(kept[table], kept[owner].select(pl.col(key).alias(column)), column)
        for column, owner, key in CLEARED.get(table, ()):
            known = pl.col(column).is_in(kept[owner][key].implode())
            cleared = kept[table].with_columns(pl.when(known).then(pl.col(column)).alias(column))
            if cleared[column].null_count() != kept[table][column].null_count():
                kept[table] = cleared
    return kept


def _joined(frame: pl.DataFrame, owners: pl.DataFrame, column: str) -> pl.DataFrame:
    """The rows that have an owner, in their order."""
    owned = frame.join(owners, on=column, how="semi", maintain_order="left")
    return owned if owned.height < frame.height else frame


def _without_refused(table: schemas.Table, frame: pl.DataFrame, rejected: pl.DataFrame) -> pl.DataFrame:
    refused = rejected.filter(pl.col("table_name") == table.name)["row_key"]
    return frame.filter(~table.row_key.is_in(refused.implode())) if refused.len() else frame
