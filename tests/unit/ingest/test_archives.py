"""Zip, tar and compressed files: what lies in them is read as if it lay in a folder."""

import bz2
import gzip
import lzma

import formats
import pytest

from assets.ingest.readers import read_items

TEXT = formats.ARTICLE.encode()


def addresses(path):
    return [document.source_uri.removeprefix(path.as_posix()) for document in read_items([path])]


def test_an_address_says_how_to_reach_a_document_through_archives_and_records(tmp_path):
    inner = formats.zipped({"b/c.txt": TEXT, "d.jsonl": b'{"text": "They met."}\n\n{"text": "They parted."}'})
    (tmp_path / "a.tar.gz").write_bytes(gzip.compress(formats.tarred({"in/x.zip": inner, "y.html.gz": gzip.compress(formats.page())})))
    assert addresses(tmp_path / "a.tar.gz") == ["!in/x.zip!b/c.txt", "!in/x.zip!d.jsonl#1", "!in/x.zip!d.jsonl#3", "!y.html.gz"]
    assert [document.file_name for document in read_items([tmp_path])] == ["c.txt", "d.jsonl", "d.jsonl", "y.html"]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_file_is_the_file_in_it_however_many_members_it_has(tmp_path, pack):
    (tmp_path / "a.txt.gz").write_bytes(pack(TEXT[:20]) + pack(TEXT[20:]) + bytes(512))
    (document,) = read_items([tmp_path])
    assert (document.content, document.media_type, document.problem) == (TEXT, "text", None)


def test_the_content_tells_the_format_where_the_name_lies(tmp_path):
    (tmp_path / "a.txt").write_bytes(formats.zipped({"in.txt": TEXT}))
    (tmp_path / "b.zip").write_bytes(formats.page())
    (tmp_path / "c.html").write_bytes(formats.rss("<description>They met.</description>"))
    (tmp_path / "d.csv").write_bytes(gzip.compress(formats.page("They parted.")))
    found = {document.source_uri.removeprefix(tmp_path.as_posix()): document.media_type for document in read_items([tmp_path])}
    assert found == {"/a.txt!in.txt": "text", "/b.zip": "html", "/c.html#1": "json", "/d.csv": "html"}


def test_what_systems_leave_in_archives_is_passed_over_as_in_folders(tmp_path):
    members = {"__MACOSX/a.txt": b"x", ".DS_Store": b"x", "a/.git/config": b"x", "./a/b.txt": TEXT, "../c.txt": TEXT}
    (tmp_path / "a.zip").write_bytes(formats.zipped(members))
    (tmp_path / "a.tar").write_bytes(formats.tarred(members))
    assert addresses(tmp_path / "a.zip") == addresses(tmp_path / "a.tar") == ["!./a/b.txt", "!../c.txt"]


def test_a_damaged_member_of_a_zip_spares_the_others(tmp_path):
    members = {f"{number}.txt": b"They met %d times. " % number * 40 for number in range(3)}
    content = bytearray(formats.zipped(members))
    middle = content.index(b"1.txt") + 10
    content[middle : middle + 4] = b"\xff\xff\xff\xff"
    (tmp_path / "a.zip").write_bytes(content)
    problems = [document.problem for document in read_items([tmp_path])]
    assert (problems[0], problems[2]) == (None, None)
    assert "damaged" in (problems[1] or "")
