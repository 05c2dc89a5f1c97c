"""Runs of the house as a backfill starts them, each in a process of its own: python one_batch.py HOME BATCH [KEY=VALUE…].

The last arguments are settings. Without a batch (`-`): the release.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import dagster as dg

from orchestration.batches import register
from orchestration.definitions import build_defs
from orchestration.instance import open_instance
from orchestration.settings import Settings
from orchestration.storage import lake_of


def registered(paths: Sequence[Path], **settings: Any) -> list[str]:
    """Batches of new documents, as the schedule registers them."""
    given = Settings(**settings)
    with open_instance(given.home) as instance:
        return register(lake_of(given), instance, paths, given.batch_size, given.max_document_bytes)


def ran(batch: str | None, **settings: Any) -> dg.ExecuteInProcessResult:
    """The job `batch` of a batch, or the job `release`."""
    given = Settings(**settings)
    job = build_defs(given).resolve_job_def("batch" if batch else "release")
    with open_instance(given.home) as instance:
        return job.execute_in_process(instance=instance, partition_key=batch, raise_on_error=True)


if __name__ == "__main__":
    home, batch, *others = sys.argv[1:]
    ran(None if batch == "-" else batch, home=Path(home), **dict(other.split("=", 1) for other in others))
