"""Which files a path means."""

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assets.ingest.folders import files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("news/a.html", "news/deep/b.html", "news/deep/c.txt", "news/.hidden/d.html", "news/__MACOSX/e.html", "odd[1].txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("They met.")
    return tmp_path


def found(folder: Path, *patterns: str) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in files(folder / pattern for pattern in patterns)]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("news/**/*.html", ["news/a.html", "news/deep/b.html"]),
        ("news/*", ["news/a.html", "news/deep/b.html", "news/deep/c.txt"]),
        ("*/deep/?.txt", ["news/deep/c.txt"]),
        ("news/**", ["news/a.html", "news/deep/b.html", "news/deep/c.txt"]),
        ("news/.hidden/*.html", ["news/.hidden/d.html"]),
        ("odd[1].txt", ["odd[1].txt"]),
    ],
)
def test_a_pattern_means_the_files_it_matches_and_a_name_that_exists_itself(folder, pattern, expected):
    assert found(folder, pattern) == expected


@pytest.fixture
def deepest(tmp_path: Path) -> Iterator[Path]:
    """A folder deeper than functions may call each other."""
    path, limit = tmp_path.joinpath(*"a" * 400), sys.getrecursionlimit()
    path.mkdir(parents=True)
    for folder in (path, tmp_path):
        (folder / "b.txt").write_text("They met.")
    sys.setrecursionlimit(len(inspect.stack(0)) + 300)
    yield path
    sys.setrecursionlimit(limit)


def test_folders_are_walked_however_deep_they_lie(tmp_path: Path, deepest: Path) -> None:
    assert [path.parent for path in files([tmp_path])] == [deepest, tmp_path]


def test_a_pattern_over_such_folders_finds_their_files_or_says_that_it_cannot(tmp_path: Path, deepest: Path) -> None:
    pattern = tmp_path / "**" / "*.txt"
    if sys.version_info >= (3, 13):
        assert [path.parent for path in files([pattern])] == [deepest, tmp_path]
    else:  # these call themselves for each folder
        with pytest.raises(OSError, match="name the folder itself"):
            list(files([pattern]))


def test_a_file_that_two_paths_mean_is_read_once(folder):
    assert found(folder, "news", "news/a.html", "news/**/*.html") == ["news/a.html", "news/deep/b.html", "news/deep/c.txt"]


@pytest.mark.parametrize("pattern", ["gone", "gone/*.html", "news/*.pdf"])
def test_a_path_or_pattern_without_files_is_an_error_of_the_caller(folder, pattern):
    with pytest.raises(FileNotFoundError, match=r"no such file or folder|no file or folder matches"):
        found(folder, pattern)


@pytest.mark.parametrize("pattern", ["news", "news/**", "*", "n*/**/*"])
def test_a_home_among_the_documents_is_not_taken_for_documents(folder, pattern):
    for name in ("news/desk/batches/one.parquet", "news/desk/.lock", "news/desk/dbt/compiled/stg.txt", "news/batches/f.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("They met.")
    news = ["news/a.html", "news/batches/f.txt", "news/deep/b.html", "news/deep/c.txt"]
    assert [path for path in found(folder, pattern) if path.startswith("news")] == news
