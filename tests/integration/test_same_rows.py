"""The same documents give the same rows."""

from pathlib import Path

from house import differences, publish


def test_batch_size_and_order_leave_no_trace(published_home: Path, corpus: Path, tmp_path: Path) -> None:
    files = sorted(corpus.iterdir(), reverse=True)
    assert publish(tmp_path, files[:9], batch_size=4)
    assert publish(tmp_path, files[9:], batch_size=7)
    assert differences(published_home, tmp_path) == {}


def test_making_everything_again_changes_no_row(corpus: Path, tmp_path: Path) -> None:
    once, again = tmp_path / "once", tmp_path / "again"
    some = sorted(corpus.iterdir())[:4]
    assert publish(once, some)
    assert publish(again, some)
    assert publish(again, some, rebuild="all")
    assert differences(once, again) == {}


def test_the_name_of_a_home_leaves_no_trace(corpus: Path, tmp_path: Path) -> None:
    plain, odd = tmp_path / "plain", tmp_path / """an [x] 'odd' "home" a=1/{b}*"""
    some = sorted(corpus.iterdir())[:2]
    assert publish(plain, some)
    assert publish(odd, some[:1])
    assert publish(odd, some[1:])
    assert differences(plain, odd) == {}
