"""What a batch could not read or would not take is taken in once the reason is gone, and once only."""

from pathlib import Path

from house import ran, registered

from assets.lake import Lake
from assets.schemas import DOCUMENTS, REJECTED

GOOD = "Envoys meet in Lisbon\n\nPortugal and Angola agreed on 4 May 2021 to hold talks on fishing rights, the ministry said.\n"


def test_a_file_that_was_moved_before_its_batch_read_it_is_taken_in_where_it_is_met_again(tmp_path: Path) -> None:
    home, documents = tmp_path / "home", tmp_path / "documents"
    documents.mkdir()
    (documents / "good.txt").write_text(GOOD)
    (documents / "moved.txt").write_text(GOOD.replace("Lisbon", "Luanda"))
    (batch,) = registered([documents], home=home)
    (documents / "moved.txt").rename(tmp_path / "moved.txt")
    assert ran(batch, home=home)
    assert _names(home) == ["good.txt"]
    (refused,) = Lake(home).scan(REJECTED).collect()["reason"]
    assert refused == "unreadable: no file is there any more"
    (tmp_path / "moved.txt").rename(documents / "moved.txt")
    (met_again,) = registered([documents], home=home)
    assert all(ran(name, home=home) for name in (batch, met_again))
    assert _names(home) == ["good.txt", "moved.txt"]  # once, though the batch it was missing from was made again


def test_a_document_refused_for_its_size_is_taken_in_once_the_limit_is_raised(tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "good.txt"
    file.write_text(GOOD)
    (batch,) = registered([file], home=home, max_document_bytes=50)
    assert ran(batch, home=home, max_document_bytes=50)
    assert _names(home) == []
    (raised,) = registered([file], home=home)
    assert all(ran(name, home=home) for name in (raised, batch))
    assert _names(home) == ["good.txt"]


def _names(home: Path) -> list[str]:
    return sorted(Lake(home).scan(DOCUMENTS).collect()["file_name"])
