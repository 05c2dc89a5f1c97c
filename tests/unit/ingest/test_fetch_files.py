"""Files behind addresses: any file system, patterns, sidecars, names of our own, limits; pacing among hosts."""

import gzip
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import fsspec
import pytest
import yaml
from fsspec.registry import _registry
from little_web import RULES, Page, Web, serving

from assets.ingest.fetch.errors import DeferredError
from assets.ingest.fetch.fetching import Fetched, fetch
from assets.ingest.fetch.pacing import Pacing
from assets.ingest.fetch.state import State


@pytest.fixture
def memory() -> Iterator[fsspec.AbstractFileSystem]:
    """An empty file system of fsspec's, in memory."""
    files = fsspec.filesystem("memory")
    files.store.clear()
    files.pseudo_dirs[:] = [""]
    yield files
    files.store.clear()


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        yield web


def fetched(folder: Path, *addresses: str, **rules: int) -> Fetched:
    result = fetch(addresses, [], folder, replace(RULES, **rules))
    with State(folder) as state:
        state.registered(result.files)
    return result


def sidecar(file: Path) -> dict[str, object]:
    return yaml.safe_load(file.with_name(f"{file.name}.meta.yml").read_text("utf-8"))


def test_a_pattern_gives_the_files_it_matches(memory: fsspec.AbstractFileSystem, tmp_path: Path) -> None:
    for name in ("news/a.jsonl", "news/b.jsonl", "news/c.csv", "news/.hidden.jsonl", "news/deep/d.jsonl"):
        memory.pipe(f"/{name}", f'{{"text": "{name}"}}'.encode())
    result = fetched(tmp_path, "memory://news/*.jsonl")
    assert result.problems == []
    assert sorted(file.read_bytes() for file in result.files) == [b'{"text": "news/a.jsonl"}', b'{"text": "news/b.jsonl"}']
    assert {file.suffix for file in result.files} == {".jsonl"}
    assert len(fetched(tmp_path, "memory://news").files) == 2  # the rest of the folder, to its depths
    assert len(fetched(tmp_path / "other", "memory://news/**/*.jsonl").files) == 3


def test_a_file_that_did_not_change_is_not_copied_again(memory: fsspec.AbstractFileSystem, tmp_path: Path) -> None:
    memory.pipe("/news/a.txt", b"They met.")
    assert len(fetched(tmp_path, "memory://news/a.txt").files) == 1
    assert fetched(tmp_path, "memory://news/a.txt").files == []
    memory.pipe("/news/a.txt", b"They met again.")
    assert [file.read_bytes() for file in fetched(tmp_path, "memory://news/a.txt").files] == [b"They met again."]


def test_sidecars_come_along_a_files_own_over_its_folders(memory: fsspec.AbstractFileSystem, tmp_path: Path) -> None:
    memory.pipe("/news/a.txt", b"They met.")
    memory.pipe("/news/a.txt.meta.yml", b"published: 2021-05-04\nurl: https://lakeherald.example/a\n")
    memory.pipe("/news/_meta.yml", b"publisher: Lake Herald\npublished: 2020-01-01\ncolumns: {text: artikel}\n")
    (file,) = fetched(tmp_path, "memory://news").files
    assert sidecar(file) == {
        "publisher": "Lake Herald",
        "published": "2021-05-04",
        "url": "https://lakeherald.example/a",
        "columns": {"text": "artikel"},
    }


def test_a_sidecar_with_a_mistake_keeps_its_file_out_until_it_is_mended(memory: fsspec.AbstractFileSystem, tmp_path: Path) -> None:
    memory.pipe("/news/a.txt", b"They met.")
    memory.pipe("/news/a.txt.meta.yml", b"publishd: 2021-05-04\n")
    result = fetched(tmp_path, "memory://news")
    assert (result.files, len(result.problems)) == ([], 1)
    assert "its sidecar has a mistake: a.txt.meta.yml, line 1" in result.problems[0].reason
    memory.pipe("/news/a.txt.meta.yml", b"published: 2021-05-04\n")
    assert len(fetched(tmp_path, "memory://news").files) == 1


def test_local_files_can_be_named_by_address_too(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a note.txt").write_bytes(b"They met in S\xe3o Tom\xe9.")
    (file,) = fetched(tmp_path / "home", f"file://{tmp_path}/papers/*.txt").files
    assert file.read_bytes() == b"They met in S\xe3o Tom\xe9."


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("memory://nowhere/*.txt", "nothing is there"),
        ("memory://nowhere/a.txt", "nothing is there"),
        ("nonsense://bucket/a.txt", "cannot be read: Protocol not known"),
        ("simplecache::memory://news/a.txt", "chained"),
        ("zip://a.txt::http://127.0.0.1/x.zip", "chained"),
        ("ftp://ann:secret@lakeherald.example/a.txt", "password"),
    ],
)
def test_an_address_that_gives_nothing_is_told(tmp_path: Path, address: str, why: str) -> None:
    result = fetched(tmp_path, address)
    assert result.files == []
    assert [problem.url for problem in result.problems] == [address]
    assert why in result.problems[0].reason


def test_a_missing_extra_is_one_clear_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "s3fs", None)
    monkeypatch.delitem(_registry, "s3", raising=False)  # kept by who used it before
    (problem,) = fetched(tmp_path, "s3://bucket/news/*.jsonl").problems
    assert problem.reason == "s3:// needs a package that is not installed: pip install 'demarche[s3]'"


def test_a_file_beyond_the_limit_is_told_and_its_neighbours_come(memory: fsspec.AbstractFileSystem, tmp_path: Path) -> None:
    memory.pipe("/news/large.txt", b"x" * 2000)
    memory.pipe("/news/small.txt", b"They met.")
    result = fetched(tmp_path, "memory://news", max_bytes=1000)
    assert [problem.reason for problem in result.problems] == ["too large: more than the limit of 1,000 bytes"]
    assert [file.read_bytes() for file in result.files] == [b"They met."]


def test_a_name_from_outside_never_leaves_the_folder(web: Web, tmp_path: Path) -> None:
    evil = "/..%2F..%2Fetc/passwd;rm%20-rf.html"
    web.pages[evil] = Page(b"They met.", headers={"Content-Disposition": "attachment; filename=../../x.sh"})
    (file,) = fetched(tmp_path / "home", web.origin + evil).files
    assert file.relative_to(tmp_path / "home").parts[0] == file.name[:2]
    assert file.name.removesuffix(".html").isalnum()
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


@pytest.mark.parametrize(
    ("path", "media_type", "suffix"),
    [
        ("/story.aspx", "text/html; charset=utf-8", ".html"),
        ("/story.jsonl", "text/html", ".html"),  # an error page, whatever its address says
        ("/news.jsonl", "text/plain", ".jsonl"),
        ("/note", "text/plain", ".txt"),
        ("/news", "application/x-ndjson", ".jsonl"),
        ("/2021/archive.tar.gz", "application/octet-stream", ".tar.gz"),
        ("/crawl.warc.gz", "application/x-gzip", ".warc.gz"),
        ("/v1.2", "application/octet-stream", ""),
        ("/x.exe", "application/octet-stream", ""),
    ],
)
def test_the_suffix_is_one_that_readers_know(web: Web, tmp_path: Path, path: str, media_type: str, suffix: str) -> None:
    web.pages[path] = Page(gzip.compress(b"They met."), media_type)
    (file,) = fetched(tmp_path, web.origin + path).files
    assert file.name[16:] == suffix


def test_compression_that_was_called_an_encoding_is_undone_in_the_name_too(web: Web, tmp_path: Path) -> None:
    web.pages["/news.jsonl.gz"] = Page(gzip.compress(b'{"text": "a"}'), "application/gzip", headers={"Content-Encoding": "gzip"})
    (file,) = fetched(tmp_path, f"{web.origin}/news.jsonl.gz").files
    assert (file.name[16:], file.read_bytes()) == (".jsonl", b'{"text": "a"}')


def test_an_archive_has_no_address_to_give_to_its_documents(web: Web, tmp_path: Path) -> None:
    web.pages["/news.csv"] = Page(b"text\nThey met.\n", "text/csv; charset=iso-8859-1")
    (file,) = fetched(tmp_path, f"{web.origin}/news.csv").files
    assert sidecar(file) == {"charset": "iso8859-1"}


def test_what_a_killed_run_was_streaming_is_swept_away(web: Web, tmp_path: Path) -> None:
    (tmp_path / ".half.tmp").write_bytes(b"half")
    web.pages["/a"] = Page(b"They met.")
    fetched(tmp_path, f"{web.origin}/a")
    assert not list(tmp_path.glob("*.tmp")) + list(tmp_path.glob(".*.tmp"))


def test_a_host_is_asked_one_thing_at_a_time_with_pauses_and_others_meanwhile() -> None:
    pacing, began, times = Pacing(delay_seconds=0.15, run_seconds=60), time.monotonic(), []

    def ask(host: str) -> None:
        with pacing.turn(host):
            times.append((host, time.monotonic() - began))

    threads = [threading.Thread(target=ask, args=(host,)) for host in ("one", "one", "one", "other")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    one = sorted(at for host, at in times if host == "one")
    assert one[1] - one[0] >= 0.15
    assert one[2] - one[1] >= 0.15
    assert next(at for host, at in times if host == "other") < one[1]


def test_whoever_waits_when_the_run_ends_is_sent_home() -> None:
    pacing = Pacing(delay_seconds=30, run_seconds=60)
    with pacing.turn("one"):
        pass
    threading.Timer(0.05, pacing.stop).start()
    began = time.monotonic()
    with pytest.raises(DeferredError), pacing.turn("one"):
        pass
    assert time.monotonic() - began < 5
    with pytest.raises(DeferredError), Pacing(1, run_seconds=-1).turn("one"):
        pass
