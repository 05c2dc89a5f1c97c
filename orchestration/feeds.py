"""The feeds of the settings, fetched every day: a job, its schedule, and the sensor that requests the batches it registered.

Where no feed is set, none of this exists: nothing is fetched unless somebody named an address.
"""

from typing import Any

import dagster as dg

from orchestration.automation import unfinished_batches
from orchestration.batches import make_known
from orchestration.intake import take_in
from orchestration.settings import Settings
from orchestration.storage import lake_of


def feed_fetching(
    settings: Settings, batch_job: Any
) -> tuple[list[dg.JobDefinition], list[dg.ScheduleDefinition], list[dg.SensorDefinition]]:
    """Job, schedule and sensor; empty where there are no feeds. `batch_job`: the job that makes a batch."""
    if not settings.feeds.strip():
        return [], [], []

    @dg.op(description="Fetch the feeds and the pages they link; register what is new.")
    def fetch_feeds(context: dg.OpExecutionContext) -> None:
        feeds = settings.feed_addresses
        lake = lake_of(settings)
        batches, taken = take_in(settings, lake, [], feeds, tell=context.log.debug)
        make_known(lake, context.instance)
        for problem in taken.problems:
            context.log.warning(f"not fetched: {problem.url}: {problem.reason}")
        context.add_output_metadata(
            {"files": taken.files, "batches": len(batches), "not_fetched": len(taken.problems), "pages_left": taken.pages_left}
        )
        if feeds and len(taken.failed_named) == len(feeds) and not batches:
            raise dg.Failure(f"none of {len(feeds)} feed(s) could be fetched; the first: {taken.failed_named[0].reason}")

    # A job of its own, not a step of the schedule's tick: a tick that waits for servers is killed after a minute.
    @dg.job(name="fetch", description="The feeds of DEMARCHE_FEEDS, their pages, and what is new in them registered.")
    def fetch() -> None:
        fetch_feeds()

    daily = dg.ScheduleDefinition(
        name="daily_feeds",
        job=fetch,
        cron_schedule=settings.schedule,
        execution_timezone="UTC",
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description="Every day: fetch the feeds. The batches and the release follow by themselves.",
    )

    @dg.run_status_sensor(
        run_status=dg.DagsterRunStatus.SUCCESS,
        monitored_jobs=[fetch],
        request_job=batch_job,
        default_status=dg.DefaultSensorStatus.RUNNING,
        minimum_interval_seconds=30,
        description="Starts the batches that fetching has registered.",
    )
    def fetched_batches(context: dg.RunStatusSensorContext) -> Any:
        requested = unfinished_batches(lake_of(settings), context.instance, "fetched_batches")
        return requested or dg.SkipReason("the feeds held nothing new")

    return [fetch], [daily], [fetched_batches]
