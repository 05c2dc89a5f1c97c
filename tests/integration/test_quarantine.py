"""Bad input is quarantined with a reason; the rest is published."""

import os
from pathlib import Path

import duckdb
import pytest
from house import publish

from assets.lake import Lake
from assets.schemas import DOCUMENTS, REJECTED

GOOD = "Envoys meet in Lisbon\n\nPortugal and Angola agreed on 4 May 2021 to hold talks on fishing rights, the ministry said.\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mixed")
    documents = folder / "documents"
    documents.mkdir()
    (documents / "good.txt").write_text(GOOD)
    (documents / "undecodable.txt").write_bytes(b"Minister " + bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFF, 0xFE, 0xC0]) * 40)
    (documents / "empty.txt").write_bytes(b"")
    (documents / "binary.txt").write_bytes(b"\x7fELF\x00\x01" + os.urandom(4096))
    with (documents / "huge.txt").open("wb") as huge:
        huge.write(b"Talks went on. " * 3_500_000)  # 52 MB
    assert publish(folder / "home", [documents])
    return folder / "home"


@pytest.mark.parametrize("name", ["undecodable.txt", "empty.txt", "binary.txt", "huge.txt"])
def test_each_bad_file_is_quarantined_with_a_reason(home: Path, name: str) -> None:
    refused = {Path(row["source_uri"]).name: row["reason"] for row in Lake(home).scan(REJECTED).collect().iter_rows(named=True)}
    assert len(refused[name]) > 10
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as served:
        listed = served.execute("select count(*) from review_queue where detail like '%' || ? || '%'", [name]).fetchone()
    assert listed == (1,)


def test_the_good_document_among_them_is_published(home: Path) -> None:
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as served:
        assert served.execute("select file_name from documents").fetchall() == [("good.txt",)]


def test_a_quarantined_file_is_not_taken_in_again(home: Path) -> None:
    before = Lake(home).registered()
    assert publish(home, [home.parent / "documents"])
    assert Lake(home).registered() == before


def test_a_file_that_was_moved_before_its_batch_read_it_is_taken_in_where_it_is_met_again(tmp_path: Path) -> None:
    from orchestration.intake import register

    home, documents = tmp_path / "home", tmp_path / "documents"
    documents.mkdir()
    (documents / "good.txt").write_text(GOOD)
    (documents / "moved.txt").write_text(GOOD.replace("Lisbon", "Luanda"))
    register(Lake(home), [documents], 100, 10_000)
    (documents / "moved.txt").rename(tmp_path / "moved.txt")
    assert publish(home, [documents])
    assert _names(home) == ["good.txt"]
    (refused,) = Lake(home).scan(REJECTED).collect()["reason"]
    assert refused == "unreadable: no file is there any more"
    (tmp_path / "moved.txt").rename(documents / "moved.txt")
    assert publish(home, [documents], rebuild="all")
    assert _names(home) == ["good.txt", "moved.txt"]  # once, though the batch it was missing from was made again


def test_a_document_refused_for_its_size_is_taken_in_once_the_limit_is_raised(tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "good.txt"
    file.write_text(GOOD)
    assert publish(home, [file], max_document_bytes=50)
    assert _names(home) == []
    assert publish(home, [file])
    assert publish(home, [file], rebuild="all")
    assert _names(home) == ["good.txt"]


def _names(home: Path) -> list[str]:
    return sorted(Lake(home).scan(DOCUMENTS).collect()["file_name"])
