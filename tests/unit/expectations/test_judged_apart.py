"""Great Expectations judges alike in a process of its own, where much of it is left out, and in ours, where nothing is."""

from contextlib import closing

import polars as pl
import pytest

from assets import schemas
from expectations.runner import Outcome, Validator
from expectations.suites import SUITES, Suite

WRONG = {
    "document_id": "d1",
    "sentence_id": "s1",
    "mention_id": "m1",
    "confidence": 3.0,
    "evidence": "x",
    "evidence_start": 9,
    "evidence_end": 2,
}


@pytest.fixture(scope="module")
def judges():
    with closing(Validator(apart=True)) as apart:
        apart.start()
        yield Validator(), apart


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.table.name)
def test_every_suite_finds_the_same_apart(judges: tuple[Validator, Validator], suite: Suite) -> None:
    row = {name: value for name, value in WRONG.items() if name in suite.table.columns}
    for frame in (suite.table.frame(), suite.table.frame([row, row])):
        here, apart = (_outcomes(judge, suite, frame) for judge in judges)
        assert here == apart
    assert not all(outcome.passed for outcome in here)


def _outcomes(judge: Validator, suite: Suite, frame: pl.DataFrame) -> list[Outcome]:
    def read(table: schemas.Table) -> pl.DataFrame:
        return frame if table is suite.table else table.frame()

    return judge.outcomes(suite, frame, read)
