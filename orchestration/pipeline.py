"""`demarche run`: register what is new, run the batches, release once, say what came of it."""

import threading
from collections.abc import Sequence
from pathlib import Path

import dagster as dg
from rich.console import Console
from rich.markup import escape

from assets.codebook import Codebook
from assets.lake import Lake
from assets.lock import one_writer
from assets.marts.build import preload
from assets.publish import releases
from expectations.runner import Validator
from expectations.suites import SUITES, Suite
from orchestration import batches
from orchestration.definitions import build_defs
from orchestration.instance import open_instance
from orchestration.intake import take_in, tell_fetched
from orchestration.policies import codebook_version, house_version
from orchestration.published import show_release
from orchestration.runs import Ran, run_job
from orchestration.settings import Settings

PATIENCE = 6 * 3600.0  # seconds a run waits for another to finish a batch or a release


def run_pipeline(
    settings: Settings,
    paths: Sequence[Path | str],
    rebuild: str | None,
    console: Console,
    *,
    feeds: Sequence[str] = (),
    suites: Sequence[Suite] = SUITES,
    validator: Validator | None = None,
) -> bool:
    """Take documents in and publish. False when a batch or the release failed; what was served before stays served.

    `paths` may hold addresses, `feeds` addresses that must be feeds; false also when one of these could not be fetched.

    Raises `CodebookError`, before anything runs, when the codebook has a bad line.
    """
    threading.Thread(target=preload, daemon=True).start()
    resources = {"codebook": Codebook.load(settings.codebook), "validator": validator or Validator()}
    return _run(settings, paths, feeds, rebuild, console, build_defs(settings, suites=suites, resource_overrides=resources))


def _run(
    settings: Settings, paths: Sequence[Path | str], feeds: Sequence[str], rebuild: str | None, console: Console, defs: dg.Definitions
) -> bool:
    lake, instance = Lake(settings.home), open_instance(settings.home)
    with one_writer(lake.home, "mending what a killed process left"):
        releases.mend(lake.home)
    with console.status("looking for new documents") as status:
        new, fetched = take_in(settings, lake, instance, paths, feeds, tell=lambda said: status.update(escape(said)))
    tell_fetched(fetched, console)
    taken = sum(lake.items(batch).height for batch in new)
    console.print(f"{taken:,} new document(s)" + (f" in {len(new)} batch(es)" if len(new) > 1 else ""))

    outcomes = []
    for batch in _to_run(lake, instance, defs, rebuild):
        with one_writer(lake.home, f"making batch {batch}", PATIENCE):
            if rebuild or batch in batches.unfinished(lake):  # another process may have made it meanwhile
                outcomes.append(run_job(defs, "batch", instance, console, partition=batch))
                _tell(outcomes[-1], f"batch {batch}", console)
    if not lake.promoted_batches():
        console.print("[red]nothing is in the lake, so nothing was published")
        return False
    with one_writer(lake.home, "making a release", PATIENCE):  # whole: no other run may build or promote in between
        if _is_released(settings, lake):
            console.print("[green]nothing changed[/green]: the last release stands")
        else:
            outcomes.append(run_job(defs, "release", instance, console))
            _tell(outcomes[-1], "release", console)
    served = releases.served_file(settings.home).exists()
    if served:
        console.print()
        show_release(settings.home, console)
    return served and all(outcome.success for outcome in outcomes) and not fetched.failed_named


def _to_run(lake: Lake, instance: dg.DagsterInstance, defs: dg.Definitions, rebuild: str | None) -> list[str]:
    wanted = set(batches.unfinished(lake))
    if rebuild == "all":
        wanted |= set(lake.registered())
    elif rebuild == "stale":
        wanted |= set(batches.stale(lake, instance, defs))
    return sorted(wanted)


def _is_released(settings: Settings, lake: Lake) -> bool:
    kept = releases.kept(settings.home)
    if not kept or not releases.served_file(settings.home).exists():
        return False
    return kept[-1].fingerprint == releases.fingerprint(lake, codebook_version(settings.codebook), house_version())


def _tell(ran: Ran, what: str, console: Console) -> None:
    for warning in ran.warnings:
        console.print(f"  [yellow]warning[/yellow] {escape(warning)}", highlight=False)
    for error in ran.errors:
        console.print(f"  [red]error[/red] {escape(error)}", highlight=False)
    if not ran.success:
        console.print(f"[red bold]{what} failed[/red bold] (run {ran.run_id[:8]}): the last release, if there is one, stays served")
