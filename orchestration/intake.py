"""Documents taken in: addresses fetched, what is new registered in batches, and what could not be fetched told.

How an address is fetched belongs to `assets.ingest.fetch`. Nothing here needs Dagster, which takes seconds to load: a run
that finds nothing new never does.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assets.ingest.fetch.state import State
from assets.ingest.registration import cut, new_items
from assets.ingest.unchanged import Unchanged
from assets.lake import Lake
from assets.lock import one_writer
from assets.versions import code_version
from orchestration.settings import Settings

if TYPE_CHECKING:  # what fetches is loaded only where there is something to fetch
    from assets.ingest.fetch.fetching import Problem, Rules

READ_FILES = "read_files.parquet"  # of a home: files that need not be read again
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
        return register(lake, paths, settings.batch_size, settings.max_document_bytes), TakenFromAddresses()
    from assets.ingest.fetch.fetching import fetch

    folder = fetched_folder(settings.home)
    with one_writer(folder, "fetching"):
        fetched = fetch(addresses, feeds, folder, _rules(settings), tell)
        new = register(lake, [*paths, *fetched.files], settings.batch_size, settings.max_document_bytes)
        with State(folder) as state:
            state.registered(fetched.files)
    return new, TakenFromAddresses(len(fetched.files), fetched.problems, fetched.pages_left)


def register(lake: Lake, paths: Sequence[Path], batch_size: int, max_document_bytes: int, now: datetime | None = None) -> list[str]:
    """Register the documents of files and folders that no batch knows yet, in batches of at most `batch_size`
    (fewer where they are large: a batch is held in memory).

    Returns the new batches' names (none where nothing is new). Documents that cannot be read are registered too:
    they end in quarantine with their reason, and are not taken in before the reason is gone.
    """
    now = now or datetime.now(UTC)
    with one_writer(lake.home, "registering documents"):
        taken, refused = lake.registered_documents()
        unchanged = Unchanged(lake.home / READ_FILES, code_version("ingest"), now, taken)
        parts = cut(new_items(paths, taken, now, max_document_bytes, refused=refused, unchanged=unchanged), batch_size)
        names = _free_names(lake, now, number=len(parts))
        for name, part in zip(names, parts, strict=True):
            lake.register(name, part.with_columns(batch_id=pl.lit(name)))
        unchanged.keep()
    return names


def _free_names(lake: Lake, now: datetime, number: int) -> list[str]:
    day = f"{now:%Y-%m-%d}"
    taken = [int(name.rsplit("-", 1)[1]) for name in lake.registered() if name.startswith(day)]
    first = max(taken, default=0) + 1
    return [f"{day}-{first + offset:03d}" for offset in range(number)]


def unfinished(lake: Lake) -> list[str]:
    """Batches that were registered and never promoted: failed, killed, or not run yet."""
    promoted = set(lake.promoted_batches())
    return [batch for batch in lake.registered() if batch not in promoted]


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
