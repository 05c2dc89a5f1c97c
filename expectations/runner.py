"""Run a suite on a frame with Great Expectations, and say which rows are refused.

Great Expectations reads pandas, not Polars: only the columns a suite names are handed over. It is imported on first
use, since that takes seconds; `Validator` can hold it in a process of its own, so that it loads while others work.
"""

import json
from copy import copy, deepcopy
from dataclasses import dataclass
from functools import cache
from typing import Any

import polars as pl

from assets import schemas
from assets.apart import Apart
from assets.imports import hidden, postpone
from expectations.suites import Expect, Read, Suite

SAMPLE_SIZE = 5


@dataclass(frozen=True)
class Outcome:
    """How one expectation fared: the rows (positions) that broke it, and what was seen."""

    expect: Expect
    passed: bool
    broken_rows: tuple[int, ...] = ()
    observed: str = ""


class Validator:
    """Validates frames, in this process or (`apart=True`) in one of its own, so that it loads while others work."""

    def __init__(self, *, apart: bool = False) -> None:
        self._apart = Apart(_load, _judge) if apart else None

    def start(self) -> None:
        """Begin to load, where that is done in another process."""
        if self._apart:
            self._apart.start()

    def outcomes(self, suite: Suite, frame: pl.DataFrame, read: Read) -> list[Outcome]:
        """Judge a table of a batch; `read` gives the batch's other tables to the suite's derived columns."""
        for derive in suite.derive:
            frame = derive(frame, read)
        wanted = sorted({column for expect in suite.expectations for column in expect.columns})
        task = (suite.table.name, frame.select(wanted or [frame.columns[0]]), suite.expectations)
        return list((self._apart or _judge)(*task))

    def close(self) -> None:
        """End the other process."""
        if self._apart:
            self._apart.close()


def refused_rows(suite: Suite, frame: pl.DataFrame, outcomes: list[Outcome], batch: str) -> pl.DataFrame:
    """The rows that break a row-level expectation, each with its reason: `schemas.REJECTED`."""
    rows = []
    for outcome in outcomes:
        if outcome.expect.scope != "row":
            continue
        for position in outcome.broken_rows:
            row, key = frame.row(position, named=True), frame[position].select(suite.table.row_key).item()
            rows.append(
                {
                    "table_name": suite.table.name,
                    "row_key": key,
                    "document_id": row["document_id"],
                    "expectation": outcome.expect.check,
                    "reason": f"not so: {outcome.expect.about}",
                    "row": json.dumps({k: v for k, v in row.items() if not isinstance(v, bytes)}, default=str, ensure_ascii=False),
                    "batch_id": batch,
                }
            )
    return schemas.REJECTED.frame(rows).unique(schemas.REJECTED.key, keep="first", maintain_order=True)


def _load() -> None:
    """For a process of its own, where nobody else wants these: three expectations on distributions, and drawing them, cost
    1.0 of 2.7 CPU seconds of the start, databases 0.2, copying the fields of its classes 0.4.
    """
    from pydantic.v1.fields import ModelField  # its classes are of this kind

    postpone("scipy.stats", "altair")
    ModelField.__deepcopy__ = _copied_field  # type: ignore[attr-defined]
    with hidden("sqlalchemy"):
        _batch_definition()


def _copied_field(field: Any, memo: dict[int, Any]) -> Any:
    """A field of a class as its subclass takes it over. Pydantic copies all that a field refers to, down to the types of types:
    460,000 objects for Great Expectations' classes. Here: what a class changes of its own field.
    """
    copied = copy(field)
    copied.field_info = copy(field.field_info)
    copied.field_info.extra = dict(field.field_info.extra)
    copied.class_validators = dict(field.class_validators or {})
    copied.sub_fields = deepcopy(field.sub_fields, memo)
    copied.sub_fields_mapping = deepcopy(field.sub_fields_mapping, memo)
    copied.key_field = deepcopy(field.key_field, memo)
    return copied


@cache
def _batch_definition() -> Any:
    with hidden("boto3"), hidden("botocore"):  # data on S3 is not its business
        import great_expectations as gx
        import great_expectations.expectations  # loaded now, so that the first suite does not wait for it
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    # One definition for all tables: it is given the frame to judge. Each one made has the whole context written as YAML.
    return context.data_sources.add_pandas("lake").add_dataframe_asset("table").add_batch_definition_whole_dataframe("batch")


def _judge(name: str, frame: pl.DataFrame, expectations: tuple[Expect, ...]) -> list[Outcome]:
    batch = _batch_definition().get_batch(batch_parameters={"dataframe": frame.to_pandas()})
    import great_expectations as gx
    from great_expectations import expectations as kinds

    suite = gx.ExpectationSuite(
        name,
        expectations=[
            getattr(kinds, expect.kind)(**expect.arguments, severity=expect.severity, meta={"check": expect.check})
            for expect in expectations
        ],
    )
    results = batch.validate(suite, result_format={"result_format": "COMPLETE"}).results
    by_check = {result.expectation_config.meta["check"]: result for result in results}
    return [_outcome(expect, by_check[expect.check]) for expect in expectations]


def _outcome(expect: Expect, result: Any) -> Outcome:
    if result.exception_info and result.exception_info.get("raised_exception"):
        raise RuntimeError(f"{expect.check} could not be judged: {result.exception_info.get('exception_message')}")
    seen = result.result or {}
    broken = tuple(sorted(int(position) for position in seen.get("unexpected_index_list") or ()))
    if "observed_value" in seen:
        observed = str(seen["observed_value"])
    else:
        values = [
            value for value in seen.get("partial_unexpected_list") or [] if value == value
        ]  # of what is null there is nothing to show
        examples = ", ".join(repr(value)[:80] for value in values[:SAMPLE_SIZE])
        observed = f"{len(broken)} of {seen.get('element_count', 0)} rows break it" + (f": {examples}" if examples else "")
    return Outcome(expect, bool(result.success), broken, observed)
