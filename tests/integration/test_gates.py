"""What fails a gate is not published, and the last release stays served."""

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from house import copied, publish, said

from assets.lake import Lake
from assets.publish import releases
from expectations.suites import SUITES, Expect

IMPOSSIBLE = Expect("at_least_a_million_documents", "a million documents", "ExpectTableRowCountToBeBetween", {"min_value": 1_000_000})


@pytest.fixture
def home(memos: Path, tmp_path: Path) -> Path:
    """A home that published the first of two documents beside it."""
    return copied(memos, tmp_path) / "home"


def test_a_failed_critical_expectation_keeps_the_batch_out_and_the_old_release_served(home: Path) -> None:
    before = releases.served_release_id(home)
    suites = [
        replace(suite, expectations=(*suite.expectations, IMPOSSIBLE)) if suite.table.name == "documents" else suite for suite in SUITES
    ]
    success, text = said(home, [home.parent / "second.txt"], suites=suites)
    assert not success
    assert "at_least_a_million_documents" in text
    assert len(Lake(home).promoted_batches()) == 1
    assert releases.served_release_id(home) == before


def test_a_batch_that_failed_is_taken_up_by_the_next_run(home: Path) -> None:
    test_a_failed_critical_expectation_keeps_the_batch_out_and_the_old_release_served(home)
    assert publish(home, [home.parent / "second.txt"])
    assert len(Lake(home).promoted_batches()) == 2


def test_a_failed_audit_publishes_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from assets.publish import assets as publishing
    from assets.publish.audit import Finding

    monkeypatch.setattr(publishing, "audit", lambda *_: iter([Finding("marts_are_filled", False, "empty: events")]))
    before = releases.served_release_id(home)
    success, text = said(home, [home.parent / "second.txt"])
    assert not success
    assert "marts_are_filled" in text
    assert releases.served_release_id(home) == before


def test_a_release_can_be_rolled_back_to_and_stays_until_new_documents_come(home: Path) -> None:
    first = releases.served_release_id(home)
    assert publish(home, [home.parent / "second.txt"])
    assert first
    assert releases.served_release_id(home) != first
    releases.serve(home, first)
    assert publish(home, [home.parent / "second.txt"])
    assert releases.served_release_id(home) == first
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as served:
        assert served.execute("select count(*) from documents").fetchone() == (1,)


def test_rolling_back_to_a_release_that_is_not_kept_says_which_are(home: Path) -> None:
    with pytest.raises(releases.ReleaseError, match="kept are"):
        releases.serve(home, "20000101T000000-none")
