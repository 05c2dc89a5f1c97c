"""Counting what documents have in common, and finding those worth counting: against the plain definition, pair by pair."""

from itertools import combinations
from random import Random

import polars as pl

from assets.resolve.candidate_pairs import ALL_PAIRS_UP_TO, MIN_SHARED, candidates
from assets.resolve.names import is_slip, slip_keys
from assets.resolve.shared_words import LEAD, counted


def _signatures(documents: int, seed: int = 1) -> list[list[int]]:
    """Distinct values of few forms, filled in few ways: every kind of agreement occurs."""
    chance = Random(seed)
    values = [form << 32 | filling for form in range(1, 30) for filling in (0, 1, 2)]
    return [chance.sample(values, chance.randint(4, 40)) for _ in range(documents)]


def _plainly(left: list[int], right: list[int]) -> tuple[int, ...]:
    common = set(left) & set(right)
    forms = {value >> 32 for value in left} & {value >> 32 for value in right}
    filled = {value >> 32 for value in [*left, *right] if value & 0xFFFFFFFF}
    leads = [{value for place, value in enumerate(side) if place / len(side) < LEAD} for side in (left, right)]
    agreeing = {value >> 32 for value in common if value & 0xFFFFFFFF}
    return len(common), len(forms & filled), len(agreeing), len(leads[0] & common), len(leads[1] & common)


def test_what_documents_share_is_counted_as_defined_whatever_the_order_of_rows() -> None:
    signatures = _signatures(12)
    texts = pl.DataFrame({"index": range(12), "signature": signatures}, schema={"index": pl.UInt32, "signature": pl.List(pl.UInt64)})
    pairs = pl.DataFrame(list(combinations(range(12), 2)), schema={"left": pl.UInt32, "right": pl.UInt32}, orient="row")
    found = counted(texts.sample(fraction=1, shuffle=True, seed=2), pairs)
    assert [row[2:] for row in found.iter_rows()] == [_plainly(signatures[left], signatures[right]) for left, right in pairs.iter_rows()]


def test_documents_that_share_enough_values_are_candidates() -> None:
    signatures = _signatures(30)
    texts = pl.DataFrame({"index": range(30), "value": signatures}, schema={"index": pl.UInt32, "value": pl.List(pl.UInt64)})
    expected = [pair for pair in combinations(range(30), 2) if _plainly(*(signatures[one] for one in pair))[0] >= MIN_SHARED]
    assert candidates(texts.sample(fraction=1, shuffle=True, seed=2)).rows() == expected


def test_of_values_in_very_many_documents_neighbours_and_the_first_are_compared() -> None:
    count = ALL_PAIRS_UP_TO + 10
    texts = pl.DataFrame({"index": range(count), "value": [list(range(1, MIN_SHARED + 1))] * count}, schema_overrides={"index": pl.UInt32})
    expected = sorted({(number - 1, number) for number in range(1, count)} | {(0, number) for number in range(1, count)})
    assert candidates(texts.with_columns(pl.col("value").cast(pl.List(pl.UInt64)))).rows() == expected


def test_documents_without_shared_values_make_no_pairs() -> None:
    texts = pl.DataFrame({"index": [0, 1], "value": [[1, 2], []]}, schema={"index": pl.UInt32, "value": pl.List(pl.UInt64)})
    assert candidates(texts).is_empty()


def test_names_that_are_slips_of_each_other_are_always_compared() -> None:
    chance = Random(3)
    letters = "abdeiklmnorstuvz"
    compared = 0
    for _ in range(300):
        first = "".join(chance.choices(letters, k=6)).capitalize()
        family = "".join(chance.choices(letters, k=chance.randint(6, 9))).capitalize()
        place = chance.randint(1, len(family) - 1)
        slipped = chance.choice([
            family[:place] + family[place + 1 :],
            family[:place] + chance.choice(letters) + family[place:],
            family[:place] + chance.choice(letters) + family[place + 1 :],
            family[: place - 1] + family[place] + family[place - 1] + family[place + 1 :],
        ])  # fmt: skip
        one, other = f"{first} {family}", f"{first} {slipped}"
        if is_slip(one, other):
            compared += 1
            assert set(slip_keys(one)) & set(slip_keys(other)), (one, other)
    assert compared > 50
