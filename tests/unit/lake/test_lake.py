"""The lake: files appear whole, batches appear as a whole."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from assets import schemas
from assets.gate.promotion import promotable
from assets.lake import PROMOTED, Lake
from assets.lock import StillLockedError, one_writer


def _empty() -> dict[str, pl.DataFrame]:
    return {table.name: table.frame() for table in PROMOTED}


def _stories(*ids: str) -> pl.DataFrame:
    return schemas.STORIES.frame([{"document_id": i, "story_id": i, "is_story_primary": True} for i in ids])


def test_a_written_table_reads_back_in_key_order(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    lake.write_resolved(schemas.STORIES, _stories("b", "a"))
    assert lake.read_resolved(schemas.STORIES)["document_id"].to_list() == ["a", "b"]


def test_a_frame_with_a_missing_column_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"stories: missing columns \['story_id'\]"):
        schemas.STORIES.conform(_stories("a").drop("story_id"))


def test_no_temporary_file_is_left_behind(tmp_path: Path) -> None:
    Lake(tmp_path).write_resolved(schemas.STORIES, _stories("a"))
    assert [path.name for path in (tmp_path / "resolved").iterdir()] == ["stories.parquet"]


def test_a_promoted_batch_is_seen_and_promoting_it_again_replaces_it(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    lake.promote("2026-01-01-001", _empty())
    sentence = schemas.SENTENCES.frame([{"document_id": "a", "sentence_start": 0}])
    lake.promote("2026-01-01-001", {**_empty(), "sentences": sentence})
    assert lake.promoted_batches() == ["2026-01-01-001"]
    assert lake.scan(schemas.SENTENCES).collect().height == 1


def test_a_corpus_that_was_resolved_halfway_is_not_as_resolved(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    with lake.resolving():
        assert not lake.is_as_resolved()
    assert lake.is_as_resolved()
    with pytest.raises(KeyboardInterrupt), lake.resolving():
        raise KeyboardInterrupt
    assert not lake.is_as_resolved()


def test_a_batch_made_anew_is_another_state_though_its_files_are_as_large(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    lake.promote("b", _empty())
    with lake.resolving():
        pass
    for path in (tmp_path / "lake" / "b").iterdir():
        os.utime(path, ns=(0, 0))
    assert not lake.is_as_resolved()


def test_an_empty_lake_scans_as_empty_tables(tmp_path: Path) -> None:
    assert Lake(tmp_path).scan(schemas.DOCUMENTS).collect().schema == schemas.DOCUMENTS.polars


def test_documents_of_all_batches_are_known_refused_ones_too(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    row = {
        "batch_id": "x",
        "source_uri": "a.txt",
        "file_name": "a.txt",
        "media_type": "text",
        "byte_count": 1,
        "ingested_at": datetime.now(UTC),
    }
    lake.register("one", schemas.BATCH_ITEMS.frame([{**row, "document_id": "a", "problem": None}]))
    lake.register("two", schemas.BATCH_ITEMS.frame([{**row, "document_id": "b", "problem": "empty"}]))
    assert lake.known_documents() == {"a", "b"}


def test_a_document_that_was_gone_when_its_batch_read_it_is_new_where_it_is_met_again(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    rows = [{"document_id": one, "problem": problem} for one, problem in (("kept", None), ("gone", None), ("empty", "empty"))]
    lake.register("one", schemas.BATCH_ITEMS.frame([{**row, "batch_id": "one"} for row in rows]))
    assert lake.known_documents() == {"kept", "gone", "empty"}  # the batch may still find it
    unread = [{"table_name": "raw_documents", "expectation": "readable", "document_id": one} for one in ("gone", "empty")]
    frames = {table.name: table.frame() for table in PROMOTED}
    lake.promote("one", frames | {"rejected": schemas.REJECTED.frame(unread)})
    assert lake.known_documents() == {"kept", "empty"}
    lake.register("two", schemas.BATCH_ITEMS.frame([{"document_id": "gone", "batch_id": "two"}]))
    assert lake.registered_documents() == ({"kept", "gone"}, {"empty"})
    lake.register("three", schemas.BATCH_ITEMS.frame([{"document_id": "empty", "batch_id": "three"}]))
    assert lake.registered_documents() == ({"kept", "gone", "empty"}, set())


def test_a_promoted_file_that_was_made_before_a_column_was_known_reads_it_as_null(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    for batch in ("new", "old"):
        frames = {table.name: table.frame() for table in PROMOTED}
        frames["raw_documents"] = schemas.RAW_DOCUMENTS.frame([{"document_id": batch, "given": {"title": batch}}])
        lake.promote(batch, frames)
    path = lake.promoted / "old" / "raw_documents.parquet"
    pl.read_parquet(path).drop("given").write_parquet(path)
    assert lake.read_promoted(schemas.RAW_DOCUMENTS, "old").select("document_id", "given").rows() == [("old", None)]
    read = lake.scan(schemas.RAW_DOCUMENTS).sort("document_id").collect()
    assert read.schema == schemas.RAW_DOCUMENTS.polars
    assert [row and row["title"] for row in read["given"]] == ["new", None]


def _batch() -> dict[schemas.Table, pl.DataFrame]:
    frames = {table: table.frame() for table in schemas.BATCH_TABLES}
    frames[schemas.DOCUMENTS] = schemas.DOCUMENTS.frame([{"document_id": "d"}, {"document_id": "e"}])
    frames[schemas.ACTOR_MENTIONS] = schemas.ACTOR_MENTIONS.frame(
        [{"mention_id": "m1", "document_id": "d"}, {"mention_id": "m2", "document_id": "d"}, {"mention_id": "m3", "document_id": "e"}]
    )
    frames[schemas.ATTRIBUTION_SPANS] = schemas.ATTRIBUTION_SPANS.frame(
        [{"attribution_id": "a", "document_id": "d", "speaker_mention_id": "m1"}]
    )
    frames[schemas.POSITIONS] = schemas.POSITIONS.frame(
        [{"position_id": "p", "attribution_id": "a", "document_id": "d", "speaker_mention_id": "m1", "holder_mention_id": "m2"}]
    )
    frames[schemas.EVENT_MENTIONS] = schemas.EVENT_MENTIONS.frame([{"mention_id": "v", "document_id": "d"}])
    frames[schemas.EVENT_ARGUMENTS] = schemas.EVENT_ARGUMENTS.frame(
        [
            {"mention_id": "v", "document_id": "d", "participation": "source", "position": 0, "actor_mention_id": "m1"},
            {"mention_id": "v", "document_id": "d", "participation": "target", "position": 0, "actor_mention_id": "m2"},
        ]
    )
    return frames


def _refused(table: str, key: str, document: str) -> pl.DataFrame:
    row = {"table_name": table, "row_key": key, "document_id": document, "expectation": "x", "reason": "y", "batch_id": "z"}
    return schemas.REJECTED.frame([row])


def test_what_points_to_a_refused_mention_goes_or_forgets_it() -> None:
    kept = promotable(_batch(), _refused("actor_mentions", "m1", "d"))
    assert kept[schemas.ACTOR_MENTIONS]["mention_id"].to_list() == ["m2", "m3"]
    assert kept[schemas.EVENT_ARGUMENTS]["actor_mention_id"].to_list() == ["m2"]
    assert kept[schemas.POSITIONS].select("speaker_mention_id", "holder_mention_id").row(0) == (None, "m2")


def test_what_points_to_a_refused_attribution_or_time_goes_or_forgets_it() -> None:
    batch = _batch()
    batch[schemas.TIME_EXPRESSIONS] = schemas.TIME_EXPRESSIONS.frame([{"time_id": "t", "document_id": "d"}])
    for table in (schemas.EVENT_MENTIONS, schemas.POSITIONS):
        batch[table] = batch[table].with_columns(time_id=pl.lit("t"))
    inner = schemas.ATTRIBUTION_SPANS.frame([{"attribution_id": "b", "document_id": "d", "parent_attribution_id": "a"}])
    batch[schemas.ATTRIBUTION_SPANS] = pl.concat([batch[schemas.ATTRIBUTION_SPANS], inner])
    kept = promotable(batch, pl.concat([_refused("attributions", "a", "d"), _refused("time_expressions", "t", "d")]))
    assert kept[schemas.ATTRIBUTION_SPANS].select("attribution_id", "parent_attribution_id").rows() == [("b", None)]
    assert kept[schemas.POSITIONS].is_empty()
    assert kept[schemas.EVENT_MENTIONS].select("mention_id", "time_id").rows() == [("v", None)]
    kept = promotable(batch, _refused("time_expressions", "t", "d"))
    assert kept[schemas.POSITIONS].select("position_id", "time_id").rows() == [("p", None)]


def test_a_refused_document_takes_all_its_rows_along() -> None:
    kept = promotable(_batch(), _refused("documents", "d", "d"))
    assert kept[schemas.DOCUMENTS]["document_id"].to_list() == ["e"]
    assert kept[schemas.ACTOR_MENTIONS]["mention_id"].to_list() == ["m3"]
    assert kept[schemas.POSITIONS].is_empty()
    assert kept[schemas.EVENT_ARGUMENTS].is_empty()


def test_nothing_refused_nothing_changed() -> None:
    batch = _batch()
    kept = promotable(batch, schemas.REJECTED.frame())
    assert all(kept[table] is batch[table] for table in schemas.BATCH_TABLES)


def test_what_was_refused_changes_the_tables_it_is_of_and_no_others() -> None:
    batch = _batch()
    kept = promotable(batch, _refused("actor_mentions", "m1", "d"))
    changed = {table.name for table in schemas.BATCH_TABLES if kept[table] is not batch[table]}
    assert changed == {"actor_mentions", "attributions", "positions", "event_arguments"}


def test_an_unchanged_table_is_promoted_as_it_lies_there_and_making_the_batch_anew_leaves_it_alone(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    sentences = schemas.SENTENCES.frame([{"document_id": "a", "sentence_start": 0}])
    lake.write(schemas.SENTENCES, "b", sentences)
    lake.promote("b", _empty(), unchanged={"sentences"})
    made, promoted = tmp_path / "work" / "sentences" / "b.parquet", tmp_path / "lake" / "b" / "sentences.parquet"
    assert promoted.stat().st_ino == made.stat().st_ino
    lake.write(schemas.SENTENCES, "b", sentences.clear())
    assert lake.read_promoted(schemas.SENTENCES, "b").height == 1


def test_a_second_writer_waits_and_then_says_who_holds_the_home(tmp_path: Path) -> None:
    def write() -> None:
        with one_writer(tmp_path, "second", wait_seconds=0.2):
            pass

    with ThreadPoolExecutor(1) as other:
        with one_writer(tmp_path, "publishing release x"), pytest.raises(StillLockedError, match="publishing release x"):
            other.submit(write).result()
        other.submit(write).result()


def test_who_holds_the_home_may_ask_for_it_again(tmp_path: Path) -> None:
    with one_writer(tmp_path, "a run"), one_writer(tmp_path, "one of its steps", wait_seconds=0):
        pass
