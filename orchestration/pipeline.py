"""`demarche run`: register what is new; where there is work, have it done; say what came of it.

Loads no Dagster, dbt or Great Expectations itself: a run that finds nothing to do ends before these are needed.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from assets.codebook import Codebook
from assets.lake import Lake
from assets.lock import PATIENCE, StillLockedError, one_writer
from assets.marts.build import Builder
from assets.publish import releases
from expectations.runner import Validator
from expectations.suites import SUITES, Suite
from orchestration.freshness import is_released
from orchestration.intake import take_in, tell_fetched, unfinished
from orchestration.published import show_release
from orchestration.settings import Settings
from orchestration.storage import lake_of


def run_pipeline(
    settings: Settings,
    paths: Sequence[Path | str],
    rebuild: str | None,
    console: Console,
    *,
    feeds: Sequence[str] = (),
    suites: Sequence[Suite] = SUITES,
    apart: bool = False,
) -> bool:
    """Take documents in and publish. False when a batch or the release failed; what was served before stays served.

    `paths` may hold addresses, `feeds` addresses that must be feeds; false also when one of these could not be fetched.
    `apart`: dbt and Great Expectations run in processes of their own, which load while this one works: half the time.

    Raises `CodebookError`, before anything runs, when the codebook has a bad line; `StillLockedError` when another run
    holds the home for hours.
    """
    lake = lake_of(settings)
    with _waiting(lake, console), one_writer(lake.home, "mending what a killed process left", PATIENCE):
        releases.mend(lake.home)
    with closing(Validator(apart=apart)) as validator, closing(Builder(apart=apart)) as builder:
        is_up_to_date = not rebuild and is_released(settings, lake)
        if not is_up_to_date:
            validator.start()
        # The last release was made with this very codebook: it need not be read to be known good.
        codebook = None if is_up_to_date else Codebook.load(settings.codebook)
        with console.status("looking for new documents") as status:
            new, fetched = take_in(settings, lake, paths, feeds, tell=lambda said: status.update(escape(said)))
        tell_fetched(fetched, console)
        waiting = unfinished(lake)
        console.print(_told(lake, new, waiting))

        if is_up_to_date and not waiting:
            console.print(f"[green]nothing changed[/green]: {_standing(settings)}")
            succeeded = True
        elif not lake.registered():
            console.print("[red]no document was found[/red], so nothing was published")
            succeeded = False
        else:
            validator.start()
            from orchestration.making import make

            builder.start()  # wanted last, begun last: three that load at once on two cores would all be late
            resources = {"codebook": codebook or Codebook.load(settings.codebook), "validator": validator, "builder": builder}
            succeeded = make(settings, lake, rebuild, suites, resources, console)
    served = releases.served_file(settings.home).exists()
    if served:
        console.print()
        show_release(settings.home, console)
    return served and succeeded and not fetched.failed_named


def _told(lake: Lake, new: Sequence[str], waiting: Sequence[str]) -> str:
    """How many documents are new, and how many an earlier run has registered and not finished."""
    taken, left = (sum(lake.items(batch).height for batch in batches) for batches in (new, set(waiting) - set(new)))
    told = f"{taken:,} new document(s)" + (f" in {len(new)} batch(es)" if len(new) > 1 else "")
    return told + (f", {left:,} that an earlier run took in and did not finish" if left else "")


def _standing(settings: Settings) -> str:
    served, latest = releases.served_release_id(settings.home), releases.kept(settings.home)[-1].release_id
    return "the last release stands" if served == latest else f"{served} is served, rolled back from {latest}"


@contextmanager
def _waiting(lake: Lake, console: Console) -> Iterator[None]:
    """Tell whoever looks on that another run is waited for, should one be at work."""
    try:
        with one_writer(lake.home, "looking for new documents", 0):
            pass
    except StillLockedError as busy:
        with console.status(f"waiting: {escape(str(busy))}"):
            yield
    else:
        yield
