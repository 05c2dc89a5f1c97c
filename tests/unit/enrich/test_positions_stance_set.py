"""The stance test set: of sentences over all families of issues, how many are read with the right stance. Prints its misses."""

import tomllib
from pathlib import Path

import pytest
from test_positions import read

from assets.codebook import Codebook
from assets.schemas import STANCES

SET = tomllib.loads((Path(__file__).parents[2] / "data" / "stances.toml").read_text(encoding="utf-8"))
LEAST_ACCURACY = {"first": 0.84, "second": 0.88, "later": 0.78}  # of the sentences whose issue is found
MOST_INVERTED = 0.06  # on the other side: worse than none
LEAST_FOUND = 0.85
OPPOSITE = {"supports": "opposes", "opposes": "supports"}


@pytest.mark.parametrize("part", sorted(SET))
def test_the_stance_of_a_sentence_is_read_right(part: str, codebook: Codebook) -> None:
    found = right = inverted = 0
    for predicate, issue, stance in SET[part]:
        rows = [row["stance"] for row in read(codebook, f"Foreign Minister Ada Holt {predicate}.") if row["issue_id"] == issue]
        is_right = stance in rows or (not rows and stance == "neutral")
        found += bool(rows) or is_right
        right += is_right
        inverted += not is_right and OPPOSITE.get(stance) in rows
        if not is_right:
            print(f"{stance} read as {rows}: {predicate}")
    print(part, f"{right} right, {inverted} inverted of {found} found of {len(SET[part])}")
    assert right / found >= LEAST_ACCURACY[part]
    assert inverted / found <= MOST_INVERTED
    assert found / len(SET[part]) >= LEAST_FOUND


def test_the_stance_set_holds_every_stance() -> None:
    lines = [line for part in SET.values() for line in part]
    assert len(lines) >= 240
    assert {stance for _, _, stance in lines} == set(STANCES)
    assert len({issue for _, issue, _ in lines}) >= 55
