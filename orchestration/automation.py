"""What starts by itself: a daily schedule, a sensor on the folder of documents, the sensor that starts releases."""

from typing import Any

import dagster as dg

from assets.lake import Lake
from orchestration.batches import register
from orchestration.intake import unfinished
from orchestration.settings import Settings
from orchestration.storage import lake_of


def automation(settings: Settings) -> tuple[list[dg.ScheduleDefinition], list[dg.SensorDefinition]]:
    """The schedules and sensors of a home."""
    lake = lake_of(settings)

    def requests(instance: dg.DagsterInstance, source: str) -> list[dg.RunRequest]:
        """Register what is new; request the batches that came of it, and those that were never finished."""
        register(lake, instance, [settings.documents], settings.batch_size, settings.max_document_bytes)
        return unfinished_batches(lake, instance, source)

    @dg.schedule(
        job_name="batch",
        cron_schedule=settings.schedule,
        execution_timezone="UTC",
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description="Every day: take in the new documents of the folder. The release follows by itself.",
    )
    def daily(context: dg.ScheduleEvaluationContext) -> Any:
        return requests(context.instance, "daily") or dg.SkipReason(f"no new document in {settings.documents}")

    @dg.sensor(
        job_name="batch",
        minimum_interval_seconds=30,
        default_status=dg.DefaultSensorStatus.STOPPED,
        description="Take in new documents within half a minute. Off by default; the daily schedule serves most.",
    )
    def document_folder(context: dg.SensorEvaluationContext) -> Any:
        return requests(context.instance, "document_folder") or dg.SkipReason(f"no new document in {settings.documents}")

    # The job is named, or Dagster would add a sensor of its own for it, switched off.
    releases = dg.AutomationConditionSensorDefinition(
        "releases",
        target=dg.AssetSelection.keys("warehouse"),
        asset_job_keys={dg.AssetJobKey("release")},
        default_status=dg.DefaultSensorStatus.RUNNING,
        minimum_interval_seconds=30,
        description="Starts one release once new batches are in the lake and none is running.",
    )
    return [daily], [document_folder, releases]


def unfinished_batches(lake: Lake, instance: dg.DagsterInstance, source: str) -> list[dg.RunRequest]:
    """Requests for the batches that were registered, never finished, and are not being made."""
    requested = []
    for batch in unfinished(lake):
        runs = instance.get_runs(dg.RunsFilter(tags={"dagster/partition": batch}))
        if not any(run.status in IN_PROGRESS for run in runs):
            # The key lets a batch that failed be tried again, and the same try not be started twice.
            requested.append(dg.RunRequest(run_key=f"{batch}/{len(runs)}", partition_key=batch, tags={"demarche/requested_by": source}))
    return requested


IN_PROGRESS = [
    dg.DagsterRunStatus.QUEUED,
    dg.DagsterRunStatus.NOT_STARTED,
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.CANCELING,
]
