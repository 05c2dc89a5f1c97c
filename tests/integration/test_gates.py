"""What fails a gate is not published, and the last release stays served; a release that was served can be again.

One home, run by run: each test looks at what the run before it left.
"""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest
from house import copied, publish, said

from assets.lake import Lake
from assets.publish import assets as publishing
from assets.publish import releases
from assets.publish.audit import Finding
from expectations.suites import SUITES, Expect

IMPOSSIBLE = Expect("at_least_a_million_documents", "a million documents", "ExpectTableRowCountToBeBetween", {"min_value": 1_000_000})


class Left(NamedTuple):
    """What a run left: whether it succeeded, what it printed, how many batches are in the lake, and which release is served."""

    success: bool
    said: str
    promoted: int
    served: str | None


class Runs(NamedTuple):
    home: Path
    first: Left  # published one document
    refused: Left  # met a second, of which a critical expectation failed
    unaudited: Left  # went on with it, and failed the audit
    published: Left  # went on with it to the end


@pytest.fixture(scope="module")
def runs(memos: Path, tmp_path_factory: pytest.TempPathFactory) -> Runs:
    home, second = copied(memos / "home", tmp_path_factory.mktemp("gates")), memos / "second.txt"
    impossible = [
        replace(suite, expectations=(*suite.expectations, IMPOSSIBLE)) if suite.table.name == "documents" else suite for suite in SUITES
    ]

    def left(outcome: tuple[bool, str]) -> Left:
        return Left(*outcome, len(Lake(home).promoted_batches()), releases.served_release_id(home))

    first, refused = left((True, "")), left(said(home, [second], suites=impossible))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(publishing, "audit", lambda *_: iter([Finding("marts_are_filled", False, "empty: events")]))
        unaudited = left(said(home, [second]))
    return Runs(home, first, refused, unaudited, left(said(home, [second])))


def test_a_failed_critical_expectation_keeps_the_batch_out_and_the_old_release_served(runs: Runs) -> None:
    assert not runs.refused.success
    assert "at_least_a_million_documents" in runs.refused.said
    assert (runs.refused.promoted, runs.refused.served) == (1, runs.first.served)


def test_a_batch_that_failed_is_taken_up_by_the_next_run(runs: Runs) -> None:
    assert runs.unaudited.promoted == 2


def test_a_failed_audit_publishes_nothing(runs: Runs) -> None:
    assert not runs.unaudited.success
    assert "marts_are_filled" in runs.unaudited.said
    assert runs.unaudited.served == runs.first.served


def test_a_release_that_failed_is_made_by_the_next_run_though_no_document_is_new(runs: Runs) -> None:
    assert runs.published.success
    assert "0 new document(s)" in runs.published.said
    assert runs.published.served != runs.first.served


def test_a_release_can_be_rolled_back_to_and_stays_until_new_documents_come(runs: Runs, memos: Path, tmp_path: Path) -> None:
    home, first = copied(runs.home, tmp_path / "home"), runs.first.served
    assert first
    assert releases.served_release_id(home) != first
    releases.serve(home, first)
    assert publish(home, [memos / "second.txt"])
    assert releases.served_release_id(home) == first
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as served:
        assert served.execute("select count(*) from documents").fetchone() == (1,)


def test_rolling_back_to_a_release_that_is_not_kept_says_which_are(runs: Runs) -> None:
    with pytest.raises(releases.ReleaseError, match=f"kept are: {runs.first.served}, {runs.published.served}"):
        releases.serve(runs.home, "20000101T000000-none")
