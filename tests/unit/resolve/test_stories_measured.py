"""The stories found in the benchmark's made-up news are as right as is promised, on texts that set no threshold."""

from benchmarks.duplicates import measure_pairs


def test_precision_and_recall_are_as_promised() -> None:
    precision, recall = measure_pairs(seed=7, families=25)
    assert precision >= 0.98
    assert recall >= 0.95
