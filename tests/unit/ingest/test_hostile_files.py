"""Files made to break readers: each ends as a document or as a reason, and its neighbours are read."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import formats
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.identity import bytes_id
from assets.ingest.raw import raw_documents
from assets.ingest.readers import read_items
from assets.ingest.registration import new_items
from assets.ingest.sources import Document, Limits

EACH = formats.one_of_each()
SMALL = Limits(document_bytes=100_000, depth=4, members=50, expansion=20, harmless=1_000_000)


def read(path: Path, limits: Limits = SMALL) -> list[Document]:
    found = list(read_items([path], limits=limits))
    for document in found:
        assert document.source_uri.startswith(path.as_posix())
        assert document.source_uri.isprintable()
        assert document.media_type in ("text", "html", "json")
        if document.problem is None:
            assert document.document_id == bytes_id(document.content)
            assert 0 < document.byte_count == len(document.content) <= limits.document_bytes
        else:
            assert len(document.problem) > 10
    return found


def only_problem(path: Path, limits: Limits = SMALL) -> str:
    (document,) = read(path, limits)
    assert document.problem is not None
    return document.problem


@pytest.mark.parametrize("name", EACH)
def test_a_well_formed_file_of_every_format_is_read_whole_and_read_again_to_the_byte(tmp_path, name):
    (tmp_path / name).write_bytes(EACH[name])
    assert [document.problem for document in read(tmp_path / name)] == [None] * len(read(tmp_path / name))
    items = new_items([tmp_path], [], datetime(2026, 1, 1, tzinfo=UTC)).with_columns(batch_id=pl.lit("one"))
    raw, refused = raw_documents(items)
    assert refused.is_empty()
    assert raw.height == items.height > 0
    assert all(bytes_id(row["content"]) == row["document_id"] for row in raw.to_dicts())


@pytest.mark.parametrize("name", EACH)
def test_a_file_cut_off_anywhere_is_told_of_or_read_as_far_as_it_goes(tmp_path, name):
    path, content = tmp_path / name, EACH[name]
    whole = {document.document_id for document in _written(path, content)}
    for end in range(0, len(content), max(1, len(content) // 40)):
        found = _written(path, content[:end])
        assert found, f"cut at {end}: silence"
        if name.endswith((".gz", ".bz2", ".xz", ".zip", ".parquet")) or name in ("array.json", "crawl.warc"):
            bad = [document.problem for document in found if document.document_id not in whole and document.problem is None]
            assert not bad, f"cut at {end}: a piece was taken for a document"


@settings(max_examples=200, deadline=None)
@given(name=st.sampled_from(sorted(EACH)), data=st.data())
def test_bytes_changed_anywhere_never_break_a_reader(tmp_path_factory, name, data):
    content = bytearray(EACH[name])
    for _ in range(data.draw(st.integers(1, 5))):
        position = data.draw(st.integers(0, len(content) - 1))
        content[position : position + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=6))
    _written(tmp_path_factory.mktemp("changed") / name, bytes(content))


@settings(max_examples=150, deadline=None)
@given(content=st.binary(max_size=300), name=st.sampled_from(sorted(EACH)), keep=st.integers(0, 40))
def test_noise_under_any_name_never_breaks_a_reader(tmp_path_factory, content, name, keep):
    _written(tmp_path_factory.mktemp("noise") / name, EACH[name][:keep] + content)


def _written(path: Path, content: bytes) -> list[Document]:
    path.write_bytes(content)
    return read(path)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_file_that_unpacks_a_thousandfold_is_stopped(tmp_path, pack):
    path = tmp_path / "bomb.html.gz"
    path.write_bytes(pack(b"<html>" + b"0" * 20_000_000))
    assert "archive bomb" in only_problem(path)


def test_a_zip_of_zips_of_zeros_is_stopped_and_what_came_before_is_kept(tmp_path):
    bomb = formats.zipped({f"{number}.txt": b"0" * 900_000 for number in range(9)})
    bomb = formats.zipped({"first.txt": formats.ARTICLE.encode(), **{f"{number}.zip": bomb for number in range(9)}})
    (tmp_path / "bomb.zip").write_bytes(bomb)
    first, *_, last = read(tmp_path / "bomb.zip")
    assert first.problem is None
    assert "archive bomb" in (last.problem or "")


def test_a_warc_answer_that_unpacks_a_thousandfold_is_stopped(tmp_path):
    body = gzip.compress(b"0" * 5_000_000)
    (tmp_path / "a.warc").write_bytes(formats.answer("https://a.example/", body, headers="Content-Encoding: gzip\r\n"))
    assert "archive bomb" in only_problem(tmp_path / "a.warc")


def test_packings_are_opened_to_a_depth_and_the_rest_is_told_of(tmp_path):
    packed = formats.ARTICLE.encode()
    for _ in range(5):
        packed = formats.zipped({"a.zip": packed})
    (tmp_path / "a.zip").write_bytes(packed)
    assert only_problem(tmp_path / "a.zip") == "unreadable: packed more than 4 times over; unpack it first"


def test_an_archive_of_too_many_files_is_read_to_the_limit(tmp_path):
    (tmp_path / "a.zip").write_bytes(formats.zipped({f"{number}.txt": b"They met. %d" % number for number in range(60)}))
    *some, last = read(tmp_path / "a.zip")
    assert len(some) == 50
    assert "more than 50 files" in (last.problem or "")


@pytest.mark.parametrize(
    "dtd",
    [
        '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % a SYSTEM "http://127.0.0.1/a"> %a;]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_that_declares_entities_is_refused(tmp_path, dtd, encoding):
    feed = formats.rss("<title>T</title><description>They met &b; &a;.</description>", prolog=dtd).decode()
    (tmp_path / "feed.xml").write_bytes(feed.encode(encoding))
    assert "XML entities" in only_problem(tmp_path / "feed.xml")


def test_names_in_archives_reach_no_disk_and_special_files_are_refused(tmp_path):
    (tmp_path / "in").mkdir()
    names = ["../../outside.txt", "/etc/absolute.txt", "a/../../up.txt", "C:\\windows\\x.txt", "new\nline.txt", "bell\x07.txt", "x" * 4000]
    members = {name: f"{formats.ARTICLE} {name}".encode() for name in names}
    (tmp_path / "in" / "a.zip").write_bytes(formats.zipped(members))
    special = [
        formats.special("link.txt", tarfile.SYMTYPE, "/etc/passwd"), formats.special("hard.txt", tarfile.LNKTYPE, "/etc/passwd"),
        formats.special("device", tarfile.CHRTYPE), formats.special("pipe", tarfile.FIFOTYPE),
    ]  # fmt: skip
    (tmp_path / "in" / "a.tar").write_bytes(formats.tarred(members, special=special))
    before = set(tmp_path.rglob("*"))
    in_tar, in_zip = read(tmp_path / "in" / "a.tar"), read(tmp_path / "in" / "a.zip")
    assert [document.problem is None for document in in_zip] == [True] * len(names)
    assert [document.problem is None for document in in_tar] == [False] * 4 + [True] * len(names)
    assert set(tmp_path.rglob("*")) == before


def test_a_zip_behind_a_password_says_so_and_spares_its_neighbours(tmp_path):
    (tmp_path / "a.zip").write_bytes(formats.encrypted_zip("secret.txt", formats.ARTICLE.encode()))
    (tmp_path / "b.txt").write_text(formats.ARTICLE)
    locked, free = read(tmp_path)
    assert "password" in (locked.problem or "")
    assert free.problem is None


def test_a_tar_header_that_asks_for_gigabytes_is_refused(tmp_path):
    header = tarfile.TarInfo("././@LongLink")
    header.type, header.size = tarfile.GNUTYPE_LONGNAME, 4 << 30
    (tmp_path / "a.tar").write_bytes(header.tobuf() + b"\0" * 4096)
    assert "absurdly large" in only_problem(tmp_path / "a.tar")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.zip", formats.zipped({}), "no file"),
        ("a.tar", formats.tarred({}), "no file"),
        ("a.tar.gz", gzip.compress(formats.tarred({}), mtime=0), "no file"),
        ("a.txt.gz", gzip.compress(b"", mtime=0), "empty"),
        ("a.gz", b"", "empty"),
        ("a.warc", formats.warc_record(b"software: x", kind="warcinfo"), "no page"),
        ("a.jsonl", b"\n\n", "no record"),
        ("a.json", b"[]", "not an object"),
        ("a.csv", b"title,text\n", "no row"),
        ("a.csv", b"", "empty"),
        ("a.mbox", b"", "empty"),
        ("a.rss", formats.rss(), "without entries"),
        ("a.parquet", formats.parquet([{"text": "x"}])[:0], "empty"),
    ],
)
def test_a_file_with_nothing_in_it_is_told_of(tmp_path, name, content, reason):
    (tmp_path / name).write_bytes(content)
    assert reason in only_problem(tmp_path / name)


@pytest.mark.parametrize(
    "text", ["اجتمع الوزيران في أوسلو يوم الاثنين.", "两国部长星期一在奥斯陆会晤。", "השרים נפגשו באוסלו ביום שני.", "a\u202eb\u2066c"]
)
def test_text_of_any_script_passes_every_format_unchanged(tmp_path, text):
    (tmp_path / "a.json").write_text(json.dumps([{"text": text}]))
    (tmp_path / "b.csv").write_text(f"text\n{text}\n")
    (tmp_path / "c.xml").write_bytes(formats.rss(f"<description>{text}</description>"))
    (tmp_path / "d.parquet").write_bytes(formats.parquet([{"text": text}]))
    (tmp_path / "e.zip").write_bytes(formats.zipped({f"{text}.txt": text.encode()}))
    (tmp_path / "f.csv").write_bytes(f"title\ttext\nA\t{text}\n".encode("utf-16"))
    *records, member, wide = read(tmp_path)
    assert [json.loads(document.content)["text"] for document in records] == [text] * 4
    assert member.content.decode() == text
    assert json.loads(wide.content)["text"] == text


def test_lines_of_ten_megabytes_cost_only_themselves(tmp_path):
    long = b"x" * 10_000_001
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "They met."}\n{"text": "%s"}\n{"text": "They parted."}\n' % long)
    (tmp_path / "b.csv").write_bytes(b'text\nThey met again.\n"%s"\nThey parted again.\n' % long)
    (tmp_path / "c.mbox").write_bytes(b"From a@b Mon May  3 10:00:00 2021\nSubject: x\n\n%s\n\n" % long)
    good = [document.content for document in read(tmp_path) if document.problem is None]
    assert [json.loads(content)["text"] for content in good] == ["They met.", "They parted.", "They met again.", "They parted again."]


@pytest.mark.parametrize("charset", ["utf-16", "no-such-charset", "utf-7", "\x00", "idna", "rot13"])
def test_a_wrong_charset_in_a_header_harms_nothing(tmp_path, charset):
    (tmp_path / "a.warc").write_bytes(formats.answer("https://a.example/", formats.page(), f"text/html; charset={charset}"))
    (tmp_path / "b.eml").write_bytes(formats.mail(content_type=f"text/plain; charset={charset}"))
    assert [document.problem for document in read(tmp_path)] == [None, None]


def test_zero_bytes_within_records_are_refused_or_dropped(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"text\nThey \x00met.\n")
    (tmp_path / "b.txt").write_bytes(b"They \x00met.\x00\x01")
    row, text = read(tmp_path)
    assert json.loads(row.content)["text"] == "They met."
    assert (text.problem or "").startswith("binary")


def test_a_zip_that_is_no_zip_and_a_picture_named_html_are_told_of(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04" + bytes(100))
    (tmp_path / "b.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    damaged, picture = read(tmp_path)
    assert "damaged" in (damaged.problem or "")
    assert picture.problem == "binary: a picture, not a text file; convert it to text or HTML"


def test_an_office_document_is_no_archive_of_articles(tmp_path):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w/>")
    (tmp_path / "a.docx").write_bytes(made.getvalue())
    assert "Office document" in only_problem(tmp_path / "a.docx")
