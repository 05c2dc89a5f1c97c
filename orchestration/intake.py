"""Documents taken in: addresses fetched, what is new registered in batches, and what could not be fetched told.

How an address is fetched belongs to `assets.ingest.fetch`; cutting documents into batches to `orchestration.batches`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import dagster as dg
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assets.ingest.fetch.state import State
from assets.lake import Lake
from assets.lock import one_writer
from orchestration.batches import register
from orchestration.settings import Settings

if TYPE_CHECKING:  # what fetches is loaded only where there is something to fetch
    from assets.ingest.fetch.fetching import Problem, Rules

SHOWN = 20  # problems told one by one


@dataclass(frozen=True)
class TakenFromAddresses:
    """What fetching came to: how many files, what failed, how many pages of feeds are left for the next run."""

    files: int = 0
    problems: list["Problem"] = field(default_factory=list)
    pages_left: int = 0

    @property
    def failed_named(self) -> list["Problem"]:
        """Addresses that somebody named, and that gave nothing."""
        return [problem for problem in self.problems if problem.feed is None]


def take_in(
    settings: Settings,
    lake: Lake,
    instance: dg.DagsterInstance,
    sources: Sequence[Path | str],
    feeds: Sequence[str] = (),
    tell: Callable[[str], None] = lambda _: None,
) -> tuple[list[str], TakenFromAddresses]:
    """Fetch the addresses among `sources`, and `feeds`; register what is new there and under the paths.

    A path is a `Path`, an address a string. Returns the new batches, and what fetching came to. No address, no network.
    """
    addresses = [source for source in sources if isinstance(source, str)]
    paths = [source.absolute() for source in sources if isinstance(source, Path)]
    if not addresses and not feeds:
        return register(lake, instance, paths, settings.batch_size, settings.max_document_bytes), TakenFromAddresses()
    from assets.ingest.fetch.fetching import fetch

    folder = fetched_folder(settings.home)
    with one_writer(folder, "fetching"):
        fetched = fetch(addresses, feeds, folder, _rules(settings), tell)
        new = register(lake, instance, [*paths, *fetched.files], settings.batch_size, settings.max_document_bytes)
        with State(folder) as state:
            state.registered(fetched.files)
    return new, TakenFromAddresses(len(fetched.files), fetched.problems, fetched.pages_left)


def fetched_folder(home: Path) -> Path:
    """Where a home keeps what was fetched."""
    return home / "fetched"


def _rules(settings: Settings) -> "Rules":
    from assets.ingest.fetch.fetching import Rules

    return Rules(
        allow_private=settings.allow_private_addresses,
        linked_pages=settings.fetch_linked_pages,
        delay_seconds=settings.fetch_delay,
        pages_per_host=settings.fetch_pages_per_host,
        max_bytes=settings.fetch_max_bytes,
        max_page_bytes=settings.max_document_bytes,
    )


def tell_fetched(taken: TakenFromAddresses, console: Console) -> None:
    """Print what could not be fetched, a line each, and what is left for the next run."""
    for problem in taken.problems[:SHOWN]:
        console.print(f"  [yellow]not fetched[/yellow] {escape(problem.url)}: {escape(problem.reason)}", highlight=False, soft_wrap=True)
    if len(taken.problems) > SHOWN:
        console.print(f"  … and {len(taken.problems) - SHOWN:,} more: demarche status")
    if taken.problems:
        console.print("  the next run tries again")
    if taken.pages_left:
        console.print(f"{taken.pages_left:,} page(s) of the feeds are left for the next run")


def show_failures(home: Path, console: Console) -> None:
    """Print the addresses whose last try failed."""
    folder = fetched_folder(home)
    if not folder.exists():
        return
    with State(folder) as state:
        failures = state.failures()
    if not failures:
        return
    table = Table(title=f"Not fetched: {len(failures):,}", title_justify="left", title_style="bold", header_style="bold")
    for column in ("address", "reason", "tries", "last (UTC)"):
        table.add_column(column, overflow="fold")
    for failure in failures[:SHOWN]:
        table.add_row(escape(failure.url), escape(failure.problem), str(failure.attempts), failure.tried_on[:16])
    console.print(table)
    if len(failures) > SHOWN:
        console.print(f"… and {len(failures) - SHOWN:,} more")
