"""Documents found in files and folders: what is taken, what is passed over, and what is wrong with it."""

import os
from pathlib import Path

import pytest

from assets.identity import bytes_id
from assets.ingest.readers import read_items

ARTICLE = "The two ministers met in Oslo on Monday.\n"


def write(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def only(path: Path, **options: int):
    (item,) = read_items([path], **options)
    return item


def test_a_folder_is_walked_in_sorted_order_and_hidden_things_are_passed_over(tmp_path):
    write(tmp_path, b_dot_txt="b", sub__a_dot_txt="a", _dot_hidden="x", __MACOSX="x")
    (tmp_path / "__MACOSX").mkdir(exist_ok=True)
    (tmp_path / "__MACOSX" / "c.txt").write_text("c")
    (tmp_path / ".DS_Store").write_text("x")
    names = [Path(item.source_uri).relative_to(tmp_path).as_posix() for item in read_items([tmp_path])]
    assert "b.txt" in names
    assert "sub/a.txt" in names
    assert not any("MACOSX/c" in name or "DS_Store" in name for name in names)
    assert names == sorted(names)


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.txt", ARTICLE, "text"),
        ("a.md", ARTICLE, "text"),
        ("a", ARTICLE, "text"),
        ("a.unknown", ARTICLE, "text"),
        ("a.HTML", "<p>met</p>", "html"),
        ("a.xhtml", "<p>met</p>", "html"),
        ("a.asp", "<!DOCTYPE html><html><body>met</body></html>", "html"),
        ("a.json", '{"text": "The ministers met."}', "json"),
    ],
)
def test_the_reader_is_chosen_by_suffix_and_else_by_content(tmp_path, name, content, media_type):
    (tmp_path / name).write_text(content)
    item = only(tmp_path / name)
    assert (item.media_type, item.source_uri, item.problem) == (media_type, (tmp_path / name).as_posix(), None)


def test_every_line_of_a_json_lines_file_is_a_document_of_its_own(tmp_path):
    path = tmp_path / "feed.jsonl"
    first, third = b'{"text": "They met."}', b'{"body": "They parted."}'
    path.write_bytes(first + b"\r\n\n" + third)
    items = list(read_items([path]))
    assert [item.source_uri for item in items] == [f"{path.as_posix()}#1", f"{path.as_posix()}#3"]
    assert [item.document_id for item in items] == [bytes_id(first), bytes_id(third)]
    assert [item.content for item in items] == [first, third]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"%PDF-1.7 ...", "binary"),
        (b"words \x00\x01\x02 words", "binary"),
        (bytes(range(1, 32)) * 4 + b"words", "binary"),
        (b"x" * 1001, "too large"),
    ],
)
def test_what_cannot_be_an_article_is_named_and_still_has_the_id_of_its_bytes(tmp_path, content, problem):
    (tmp_path / "a.txt").write_bytes(content)
    item = only(tmp_path / "a.txt", max_bytes=1000)
    assert item.problem is not None
    assert item.problem.startswith(problem)
    assert item.document_id == bytes_id(content)
    assert item.byte_count == len(content)


def test_text_in_utf16_is_not_binary(tmp_path):
    (tmp_path / "a.txt").write_bytes(ARTICLE.encode("utf-16"))
    assert only(tmp_path / "a.txt").problem is None


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{broken", "not valid JSON"),
        ("[1, 2]", "not an object"),
        ('{"title": "Only a title"}', "without text"),
        ('{"text": "  "}', "without text"),
    ],
)
def test_a_bad_json_line_does_not_spoil_its_neighbours(tmp_path, line, problem):
    path = tmp_path / "feed.jsonl"
    path.write_text(f'{{"text": "They met."}}\n{line}\n{{"text": "They parted."}}\n')
    good, bad, also_good = read_items([path])
    assert problem in (bad.problem or "")
    assert good.problem is None
    assert also_good.problem is None


def test_a_line_beyond_the_limit_is_refused_alone_and_keeps_the_id_of_its_bytes(tmp_path):
    path = tmp_path / "feed.jsonl"
    long = b'{"text": "' + b"x" * 3_000_000 + b'"}'
    path.write_bytes(b'{"text": "They met."}\n' + long + b"\n" + b'{"text": "They parted."}')
    short, refused, last = read_items([path], max_bytes=1000)
    assert refused.problem is not None
    assert refused.problem.startswith("too large")
    assert (refused.document_id, refused.byte_count, refused.source_uri) == (bytes_id(long), len(long), f"{path.as_posix()}#2")
    assert (short.problem, last.problem, last.source_uri) == (None, None, f"{path.as_posix()}#3")


def test_a_broken_link_is_unreadable_and_not_a_crash(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (item,) = read_items([tmp_path])
    assert (item.problem or "").startswith("unreadable")


def test_a_path_that_does_not_exist_is_an_error_of_the_caller(tmp_path):
    with pytest.raises(FileNotFoundError, match="no such file or folder"):
        list(read_items([tmp_path / "gone"]))


def test_json_nested_beyond_reading_is_refused_and_not_a_crash(tmp_path):
    (tmp_path / "a.json").write_text('{"a":' * 100_000 + "\n1")
    (tmp_path / "b.json").write_text('{"text": ' + "[" * 900 + '"x"' + "]" * 900 + "}")
    assert [(item.problem or "").partition(":")[0] for item in read_items([tmp_path])] == ["unreadable", "unreadable"]


def test_a_name_that_is_not_utf8_is_refused_with_a_name_that_can_be_stored(tmp_path):
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    with open(path, "w") as stream:
        stream.write(ARTICLE)
    (item,) = read_items([tmp_path])
    assert item.problem == "unreadable: its name is not UTF-8; rename it"
    assert item.file_name == r"caf\udce9.txt"


def test_a_folder_that_cannot_be_listed_is_told_of_and_its_neighbours_are_read(tmp_path, monkeypatch):
    (tmp_path / "locked").mkdir()
    write(tmp_path, a_dot_txt=ARTICLE)
    listed = os.listdir

    def listdir(path="."):
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "listdir", listdir)
    article, locked = read_items([tmp_path])
    assert article.problem is None
    assert locked.problem == "unreadable: Permission denied"
