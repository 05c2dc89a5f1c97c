"""What is new, and in which order; what is read again, and what is refused then."""

from datetime import UTC, datetime

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.identity import bytes_id
from assets.ingest.raw import raw_documents
from assets.ingest.registration import new_items
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


def test_a_known_document_is_not_registered_again(tmp_path):
    (tmp_path / "a.txt").write_text("They met in Oslo.")
    assert registered(tmp_path, known=[bytes_id(b"They met in Oslo.")]).is_empty()


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
    assert all(reason.startswith("unreadable") for reason in refused["reason"])
