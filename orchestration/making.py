"""The work of `demarche run`: batches made, one release made of them, each by the job that the UI would start."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import dagster as dg
import polars as pl
from rich.console import Console
from rich.markup import escape

from assets.lake import Lake
from assets.lock import PATIENCE, one_writer
from assets.schemas import DOCUMENTS, RAW_DOCUMENTS, REJECTED
from expectations.suites import Suite
from orchestration.batches import make_known, stale
from orchestration.definitions import build_defs
from orchestration.freshness import is_released
from orchestration.instance import open_instance
from orchestration.intake import unfinished
from orchestration.runs import Ran, run_job
from orchestration.settings import Settings


def make(
    settings: Settings, lake: Lake, rebuild: str | None, suites: Sequence[Suite], resources: Mapping[str, Any], console: Console
) -> bool:
    """Make the batches that are not finished, or are to be rebuilt, and a release if anything changed.

    `resources` stand in for those of the definitions. False when a run failed, or when there is nothing to publish.
    """
    defs, instance = build_defs(settings, suites=suites, resource_overrides=resources), open_instance(settings.home)
    make_known(lake, instance)
    outcomes, wanted = [], _to_run(lake, instance, defs, rebuild)
    for batch in wanted:
        with one_writer(lake.home, f"making batch {batch}", PATIENCE):
            if rebuild or batch in unfinished(lake):  # another process may have made it meanwhile
                outcomes.append(run_job(defs, "batch", instance, console, partition=batch))
                _tell(outcomes[-1], f"batch {batch}", console)
                _tell_quarantined(lake, batch, console)
    if not lake.promoted_batches():
        console.print("[red]nothing is in the lake, so nothing was published")
        return False
    if older := set(lake.promoted_batches()) - set(wanted):
        _tell_stale(older & set(stale(lake, instance, defs)), console)
    resources["validator"].close()  # what judged ten thousand documents at a time holds on to a gigabyte
    with one_writer(lake.home, "making a release", PATIENCE):  # whole: no other run may build or promote in between
        if is_released(settings, lake):
            console.print("[green]nothing changed[/green]: the last release stands")
        else:
            outcomes.append(run_job(defs, "release", instance, console))
            _tell(outcomes[-1], "release", console)
    return all(outcome.success for outcome in outcomes)


def _to_run(lake: Lake, instance: dg.DagsterInstance, defs: dg.Definitions, rebuild: str | None) -> list[str]:
    wanted = set(unfinished(lake))
    if rebuild == "all":
        wanted |= set(lake.registered())
    elif rebuild == "stale":
        wanted |= set(stale(lake, instance, defs))
    return sorted(wanted)


def _tell_stale(older: Collection[str], console: Console) -> None:
    """Batches that stay as they are in this release. Nobody who has just edited the codebook would think so."""
    if older:
        told = "[bold]demarche run --rebuild stale[/bold] makes them again"
        console.print(f"[yellow]{len(older):,} batch(es) were read with older code or codebook[/yellow] and stay so: {told}")


def _tell_quarantined(lake: Lake, batch: str, console: Console) -> None:
    """Documents that did not get in. A look at the end of the run alone would not show that they were ever given."""
    refused = lake.read_promoted(REJECTED, batch).filter(pl.col("table_name").is_in([RAW_DOCUMENTS.name, DOCUMENTS.name]))
    if number := refused["row_key"].n_unique():
        console.print(f"  [yellow]{number:,} document(s) quarantined[/yellow]: [bold]demarche status[/bold] says which, and why")


def _tell(ran: Ran, what: str, console: Console) -> None:
    for warning in ran.warnings:
        console.print(f"  [yellow]warning[/yellow] {escape(warning)}", highlight=False)
    for error in ran.errors:
        console.print(f"  [red]error[/red] {escape(error)}", highlight=False)
    if not ran.success:
        console.print(f"[red bold]{what} failed[/red bold] (run {ran.run_id[:8]}): the last release, if there is one, stays served")
