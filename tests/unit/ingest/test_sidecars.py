"""Sidecars: what is said of a file from beside, and what happens when that is wrong."""

import formats
import pytest

from assets.ingest.readers import read_items

SAID = """
url: https://lakeherald.example/a
publisher: Lake Herald
published: 2021-05-04
title: Talks on fish
authors: [Ada Lind, Bo Rask]
language: no
charset: windows-1252
"""
GIVEN = {
    "url": "https://lakeherald.example/a", "publisher": "Lake Herald", "published": "2021-05-04", "title": "Talks on fish",
    "authors": "Ada Lind; Bo Rask", "language": "no", "charset": "windows-1252",
}  # fmt: skip


def given(folder):
    return [document.given for document in read_items([folder])]


@pytest.mark.parametrize("ending", [".meta.yml", ".meta.yaml", ".meta.json"])
def test_a_sidecar_speaks_of_its_file_and_is_no_document(tmp_path, ending):
    (tmp_path / "a.html").write_bytes(formats.page())
    (tmp_path / f"a.html{ending}").write_text(SAID)
    assert given(tmp_path) == [GIVEN]
    assert given(tmp_path / "a.html") == [GIVEN]


def test_a_sidecar_may_be_json(tmp_path):
    (tmp_path / "a.txt").write_text("They met.")
    (tmp_path / "a.txt.meta.json").write_text('{"publisher": "Lake Herald", "authors": ["Ada Lind"]}')
    assert given(tmp_path) == [{"publisher": "Lake Herald", "authors": "Ada Lind"}]


def test_a_folder_speaks_of_the_files_in_it_and_a_file_of_itself_before_the_folder(tmp_path):
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.txt", "in/c.txt"):
        (tmp_path / name).write_text(name)
    (tmp_path / "_meta.yml").write_text("publisher: Lake Herald\nlanguage: en")
    (tmp_path / "b.txt.meta.yml").write_text("publisher: Seebote")
    assert given(tmp_path) == [{"publisher": "Lake Herald", "language": "en"}, {"publisher": "Seebote", "language": "en"}, {}]


def test_what_is_said_of_a_file_of_many_holds_for_each_but_title_and_address(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "They met."}\n{"text": "They parted."}')
    (tmp_path / "a.jsonl.meta.yml").write_text("publisher: Lake Herald\ntitle: May\nurl: https://lakeherald.example/may.jsonl")
    assert given(tmp_path) == [{"publisher": "Lake Herald"}] * 2


def test_a_sidecar_goes_before_what_the_file_says_of_itself(tmp_path):
    (tmp_path / "feed.xml").write_bytes(formats.rss("<title>T</title><description>They met.</description>"))
    (tmp_path / "feed.xml.meta.yml").write_text("publisher: Seebote")
    assert given(tmp_path) == [{"title": "T", "publisher": "Seebote", "language": "en"}]


def test_a_sidecar_in_a_zip_archive_is_heard(tmp_path):
    (tmp_path / "a.zip").write_bytes(formats.zipped({"in/a.txt": b"They met.", "in/a.txt.meta.yml": b"publisher: Lake Herald"}))
    assert given(tmp_path) == [{"publisher": "Lake Herald"}]


@pytest.mark.parametrize(
    ("sidecar", "reason"),
    [
        ("publisher: A\npublishd: 2021-05-04", "a.txt.meta.yml, line 2: unknown key 'publishd'; known are title, authors"),
        ("title: [a, b]", "line 1: title must be text"),
        ("publisher: {name: A}", "line 1: publisher must be text"),
        ("title: A\n  publisher: B", "line 2: not YAML"),
        ("just words", "line 1: lines such as"),
        ("published: soon", "line 1: 'soon' is not a date; write 2021-05-04"),
        ("charset: klingon", "'klingon' is not the name of an encoding"),
        ("charset: hex", "'hex' is not the name of an encoding"),
        ("columns: {txt: artikel}", "columns has no field 'txt'; there are text, title"),
        ("columns: text", "line 1: columns must name a column"),
        ("? [a]\n: b", "line 1: unknown key"),
        ("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]", "line 1: unknown key 'a'"),
        ("title: \x00", "not YAML"),
        ("[" * 5000, "not YAML"),
        ("x" * 100_001, "hardly a sidecar"),
    ],
)
def test_a_wrong_sidecar_is_told_of_with_file_and_line_and_its_file_waits(tmp_path, sidecar, reason):
    (tmp_path / "a.txt").write_text("They met.")
    (tmp_path / "b.txt").write_text("They parted.")
    (tmp_path / "a.txt.meta.yml").write_text(sidecar)
    waiting, other = read_items([tmp_path])
    assert (waiting.problem or "").startswith("unreadable: its sidecar is wrong: ")
    assert reason in (waiting.problem or "")
    assert other.problem is None


def test_a_file_whose_sidecar_is_mended_is_new(tmp_path):
    (tmp_path / "a.txt").write_text("They met.")
    ids = set()
    for sidecar in ("publishd: x", "publishr: x", "publisher: x"):
        (tmp_path / "a.txt.meta.yml").write_text(sidecar)
        ids |= {document.document_id for document in read_items([tmp_path])}
    assert len(ids) == 3


def test_a_sidecar_without_its_file_is_told_of(tmp_path):
    (tmp_path / "gone.html.meta.yml").write_text(SAID)
    (document,) = read_items([tmp_path])
    assert document.problem == "unreadable: there is no gone.html beside it that it could describe"
