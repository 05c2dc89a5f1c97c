"""The same documents give the same rows."""

from pathlib import Path

from house import copied, differences, publish

ODD = """an [x] 'odd' "home" a=1/{b}*"""


def test_batch_size_order_and_the_name_of_a_home_leave_no_trace(published_home: Path, corpus: Path, tmp_path: Path) -> None:
    files, home = sorted(corpus.iterdir(), reverse=True), tmp_path / ODD
    assert publish(home, files[:9], batch_size=4)
    assert publish(home, files[9:], batch_size=7)
    assert differences(published_home, home) == {}


def test_making_everything_again_changes_no_row(published_home: Path, corpus: Path, tmp_path: Path) -> None:
    again = copied(published_home, tmp_path / "again")
    (before,) = (again / "releases").iterdir()
    assert publish(again, [corpus], rebuild="all")
    assert len(list((again / "releases").iterdir())) == 2, f"no release followed {before.name}"
    assert differences(published_home, again) == {}
