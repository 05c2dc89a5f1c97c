"""The three jobs, and when a release follows by itself.

`batch`: one batch, from file to lake. `release`: everything that needs the corpus. `everything`: both in one run.
"""

from typing import Any

import dagster as dg

from assets.partitions import BATCHES
from orchestration.policies import RETRY

BATCH_GROUPS = ("ingest", "clean", "enrich", "lake")
RELEASE_GROUPS = ("resolve", "staging", "intermediate", "marts", "publish")

# Batches have come in and none is running: ten new batches make one release, and a failed one does not hold it back.
NEW_AND_QUIET = (
    dg.AutomationCondition.any_deps_updated().since_last_handled()
    & ~dg.AutomationCondition.any_deps_in_progress()
    & ~dg.AutomationCondition.in_progress()
)


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
            automation_condition=dg.AutomationCondition.any_job_root_assets_match(NEW_AND_QUIET),
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
