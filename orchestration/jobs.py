"""The three jobs, and when a release follows by itself.

`batch`: one batch, from file to lake. `release`: everything that needs the corpus. `everything`: both in one run.
"""

from typing import Any

import dagster as dg

from assets.partitions import BATCHES
from orchestration.policies import RETRY

BATCH_GROUPS = ("ingest", "clean", "enrich", "lake")
RELEASE_GROUPS = ("resolve", "staging", "intermediate", "marts", "publish")

AC = dg.AutomationCondition

# A release is over when it made its tables or failed: a failing one is not tried again before new batches come.
RELEASE_ENDED = AC.newly_updated() | AC.newly_requested() | AC.execution_failed().newly_true() | AC.initial_evaluation()
# Batches have come in and none is running: ten new batches make one release, and a failed one does not hold it back.
NEW_AND_QUIET = AC.any_deps_updated().since(RELEASE_ENDED) & ~AC.any_deps_in_progress() & ~AC.in_progress()


def jobs() -> list[Any]:
    batch, release = dg.AssetSelection.groups(*BATCH_GROUPS), dg.AssetSelection.groups(*RELEASE_GROUPS)
    return [
        dg.define_asset_job(
            "batch",
            batch,
            partitions_def=BATCHES,
            op_retry_policy=RETRY,
            description="One batch, from its files to the lake: ingest, clean, enrich, judge, promote.",
        ),
        dg.define_asset_job(
            "release",
            release,
            op_retry_policy=RETRY,
            automation_condition=AC.any_job_root_assets_match(NEW_AND_QUIET),
            description="All promoted batches to one warehouse file: resolve, build the marts, audit, publish.",
        ),
        dg.define_asset_job(
            "everything",
            batch | release,
            partitions_def=BATCHES,
            op_retry_policy=RETRY,
            description="One batch from its files to the published warehouse, in one run: the quick start.",
        ),
    ]
