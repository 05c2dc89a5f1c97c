"""What is new, and in which order; how it is cut; what is read again, and what is refused then."""

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

import formats
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.identity import bytes_id
from assets.ingest.raw import raw_documents
from assets.ingest.registration import cut, new_items
from assets.schemas import BATCH_ITEMS, RAW_DOCUMENTS, REJECTED

NOW = datetime(2026, 1, 2, tzinfo=UTC)


def registered(*paths, known=(), **options):
    return new_items(list(paths), set(known), NOW, **options).with_columns(batch_id=pl.lit("2026-01-02-001"))


def test_the_same_bytes_are_taken_once_under_the_first_name(tmp_path):
    for name in ("b.txt", "a.txt", "c.txt"):
        (tmp_path / name).write_text("They met in Oslo.")
    (tmp_path / "d.txt").write_text("They parted.")
    items = registered(tmp_path)
    assert items["file_name"].to_list() == ["a.txt", "d.txt"]
    assert BATCH_ITEMS.conform(items).height == 2


def test_of_files_with_nothing_in_them_each_is_told_of(tmp_path):
    for name in ("a.txt", "b.txt", "c.json"):
        (tmp_path / name).write_text("")
    items = registered(tmp_path)
    assert items["file_name"].to_list() == ["a.txt", "b.txt", "c.json"]
    assert registered(tmp_path, refused=items["document_id"]).is_empty()
    raw, refused = raw_documents(items)
    assert (raw.height, refused.height) == (0, 3)


def test_a_known_document_is_not_registered_again(tmp_path):
    (tmp_path / "a.txt").write_text("They met in Oslo.")
    assert registered(tmp_path, known=[bytes_id(b"They met in Oslo.")]).is_empty()


def test_what_was_refused_is_new_once_nothing_is_wrong_with_it_any_more(tmp_path):
    (tmp_path / "a.txt").write_text("They met in Oslo.")
    (tmp_path / "empty.txt").write_text("")
    first = registered(tmp_path, max_bytes=5)
    assert first["problem"].null_count() == 0
    assert registered(tmp_path, max_bytes=5, refused=first["document_id"]).is_empty()
    assert registered(tmp_path, max_bytes=50, refused=first["document_id"])["file_name"].to_list() == ["a.txt"]
    assert registered(tmp_path, max_bytes=50, refused=first["document_id"], known=[bytes_id(b"They met in Oslo.")]).is_empty()


def test_the_order_of_the_paths_changes_nothing(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(f"They met in {name}.")
        (tmp_path / name / "same.txt").write_text("They met again.")
    assert registered(tmp_path / "a", tmp_path / "b").equals(registered(tmp_path / "b", tmp_path / "a"))


@settings(max_examples=20, deadline=None)
@given(texts=st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=6))
def test_whatever_is_registered_is_read_again_to_the_byte_or_refused(tmp_path_factory, texts):
    folder = tmp_path_factory.mktemp("documents")
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_bytes(text.encode("utf-8", "replace"))
    items = registered(folder)
    raw, refused = raw_documents(items)
    assert set(raw["document_id"]) | set(refused["document_id"]) == set(items["document_id"])
    assert all(bytes_id(row["content"]) == row["document_id"] for row in raw.to_dicts())


def test_raw_documents_hold_the_bytes_and_where_they_came_from(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"caf\xe9 \r\n")
    (tmp_path / "feed.jsonl").write_text('{"text": "They met."}\n{"text": "They parted."}\n')
    raw, refused = raw_documents(registered(tmp_path))
    assert refused.is_empty()
    assert RAW_DOCUMENTS.conform(raw).height == 3
    contents = dict(raw.select("source_uri", "content").rows())
    assert contents[(tmp_path / "a.txt").as_posix()] == b"caf\xe9 \r\n"
    assert contents[f"{(tmp_path / 'feed.jsonl').as_posix()}#2"] == b'{"text": "They parted."}'


def test_a_document_with_a_problem_becomes_a_refusal_with_its_reason(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("They met.")
    raw, refused = raw_documents(registered(tmp_path))
    assert raw["file_name"].to_list() == ["b.txt"]
    (row,) = REJECTED.conform(refused).to_dicts()
    assert (row["table_name"], row["expectation"], row["batch_id"]) == ("raw_documents", "readable", "2026-01-02-001")
    assert row["reason"].startswith("empty")


def test_bytes_that_changed_after_registration_are_refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("They met.")
    items = registered(tmp_path)
    path.write_text("They did not meet.")
    raw, refused = raw_documents(items)
    assert raw.is_empty()
    assert "changed since it was registered" in refused["reason"][0]


def test_a_file_that_is_gone_is_refused_and_the_rest_goes_on(tmp_path):
    (tmp_path / "a.txt").write_text("They met.")
    (tmp_path / "b.txt").write_text("They parted.")
    (tmp_path / "feed.jsonl").write_text('{"text": "They met again."}\n')
    items = registered(tmp_path)
    (tmp_path / "a.txt").unlink()
    (tmp_path / "feed.jsonl").unlink()
    raw, refused = raw_documents(items)
    assert raw["file_name"].to_list() == ["b.txt"]
    assert [reason.partition(":")[0] for reason in refused["reason"]] == ["unreadable", "unreadable"]


def test_what_is_said_beside_a_document_comes_along_and_nothing_said_is_null(tmp_path):
    (tmp_path / "a.txt").write_text("They met.")
    (tmp_path / "a.txt.meta.yml").write_text("publisher: Lake Herald")
    (tmp_path / "b.txt").write_text("They parted.")
    raw, _ = raw_documents(registered(tmp_path))
    said = dict(raw.select("file_name", "given").rows())
    assert said["a.txt"]["publisher"] == "Lake Herald"
    assert said["b.txt"] is None


@pytest.mark.parametrize("name", ["a.warc.gz", "a.zip", "a.tar.gz", "a.jsonl"])
def test_an_archive_is_opened_once_for_all_its_documents(tmp_path, monkeypatch, name):
    pages = {f"{number:03}.html": formats.page(f"They met {number} times.") for number in range(300)}
    makers = {
        "a.warc.gz": lambda: b"".join(gzip.compress(formats.answer("https://a.example/" + name, page)) for name, page in pages.items()),
        "a.zip": lambda: formats.zipped(pages),
        "a.tar.gz": lambda: gzip.compress(formats.tarred(pages)),
        "a.jsonl": lambda: b"\n".join(json.dumps({"text": page.decode()}).encode() for page in pages.values()),
    }
    (tmp_path / name).write_bytes(makers[name]())
    opened = []
    plainly = Path.open
    monkeypatch.setattr(Path, "open", lambda path, *rest, **options: opened.append(path) or plainly(path, *rest, **options))
    items = registered(tmp_path)
    raw, refused = raw_documents(items)
    assert (raw.height, refused.height) == (300, 0)
    assert len(opened) == 2


def test_the_documents_of_an_archive_stay_together_in_its_order(tmp_path):
    (tmp_path / "b.zip").write_bytes(formats.zipped({"z.txt": b"They met.", "a.txt": b"They parted."}))
    (tmp_path / "c.txt").write_text("They met again.")
    assert registered(tmp_path)["file_name"].to_list() == ["z.txt", "a.txt", "c.txt"]


@settings(max_examples=50, deadline=None)
@given(sizes=st.lists(st.integers(0, 50), max_size=40), most=st.integers(1, 10), most_bytes=st.integers(1, 120))
def test_batches_hold_every_document_once_in_order_and_no_more_than_they_may(sizes, most, most_bytes):
    items = BATCH_ITEMS.frame([{"document_id": str(number), "byte_count": size} for number, size in enumerate(sizes)])
    parts = cut(items, most, most_bytes)
    assert [key for part in parts for key in part["document_id"]] == items["document_id"].to_list()
    assert all(0 < part.height <= most and (part.height == 1 or part["byte_count"].sum() <= most_bytes) for part in parts)


def test_a_batch_is_filled_to_the_byte_before_the_next_begins():
    items = BATCH_ITEMS.frame([{"document_id": str(number), "byte_count": 4} for number in range(5)])
    assert [part.height for part in cut(items, most=10, most_bytes=8)] == [2, 2, 1]


def test_a_batch_registered_before_archives_were_read_can_still_be_made(tmp_path):
    (tmp_path / "a.txt").write_text("They met.")
    (tmp_path / "feed#1.jsonl").write_text('{"text": "They met."}\n{"text": "They parted."}\n')
    items = registered(tmp_path)
    record = pl.col("source_uri").str.extract(r"jsonl#(\d+)$").cast(pl.Int64)
    before = items.with_columns(record=record).drop("path", "given")
    raw, refused = raw_documents(before)
    assert refused.is_empty()
    assert raw.height == 3


def test_a_record_that_moved_within_its_file_is_refused_and_the_others_are_kept(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "They met."}\n{"text": "They parted."}\n')
    items = registered(path)
    path.write_text('{"text": "They met."}\n{"text": "They did not part."}\n')
    raw, refused = raw_documents(items)
    assert raw.height == 1
    assert "changed since it was registered" in refused["reason"][0]
