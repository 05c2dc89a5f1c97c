"""`demarche status` and `demarche releases`: where a home stands."""

from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assets.lake import Lake
from assets.publish import releases
from assets.schemas import DOCUMENTS, REJECTED
from orchestration import batches, intake
from orchestration.definitions import build_defs
from orchestration.freshness import fingerprint
from orchestration.instance import open_instance
from orchestration.settings import Settings
from orchestration.storage import lake_of

QUARANTINE_SHOWN = 20


def show_status(settings: Settings, console: Console) -> None:
    """Print batches, quarantine, the last release and whether the served file is fresh."""
    lake = lake_of(settings)
    if not lake.registered():
        console.print(f"{escape(str(settings.home))} holds no batch yet: run [bold]demarche run[/bold]")
        intake.show_failures(settings.home, console)
        return
    unfinished = set(intake.unfinished(lake))
    outdated = set(batches.stale(lake, open_instance(settings.home), build_defs(settings)))
    table = Table(title="Batches", title_justify="left", title_style="bold", header_style="bold")
    for column, side in (("batch", "left"), ("registered", "right"), ("in the lake", "right"), ("refused", "right"), ("state", "left")):
        table.add_column(column, justify=side)  # type: ignore[arg-type]
    for batch in lake.registered():
        state = (
            "[red]not finished" if batch in unfinished else "[yellow]made by older code or codebook" if batch in outdated else "[green]done"
        )
        in_lake, refused = lake.read_promoted(DOCUMENTS, batch).height, lake.read_promoted(REJECTED, batch).height
        table.add_row(batch, f"{lake.items(batch).height:,}", f"{in_lake:,}", f"{refused:,}", state)
    console.print(table)
    if outdated:
        console.print("[yellow]demarche run --rebuild stale[/yellow] makes them again")
    _show_quarantine(lake, console)
    intake.show_failures(settings.home, console)
    _show_freshness(settings, lake, bool(unfinished), console)


def _show_quarantine(lake: Lake, console: Console) -> None:
    refused = lake.scan(REJECTED).collect()
    if refused.is_empty():
        return
    table = Table(title=f"Quarantined: {refused.height:,}", title_justify="left", title_style="bold", header_style="bold")
    for column in ("batch", "table", "what", "reason"):
        table.add_column(column, overflow="fold")
    for row in refused.head(QUARANTINE_SHOWN).iter_rows(named=True):
        table.add_row(row["batch_id"], row["table_name"], escape(row["source_uri"] or row["row_key"]), escape(row["reason"]))
    console.print(table)
    if refused.height > QUARANTINE_SHOWN:
        console.print(f"… and {refused.height - QUARANTINE_SHOWN:,} more: select * from review_queue")


def _show_freshness(settings: Settings, lake: Lake, has_unfinished: bool, console: Console) -> None:
    kept = releases.kept(settings.home)
    if not kept:
        console.print("[yellow]nothing is published yet")
        return
    served, latest = releases.served_release_id(settings.home), kept[-1]
    now = fingerprint(settings, lake)
    if served is None:
        state = "[red]missing or damaged[/red]; run [bold]demarche run[/bold], which serves it again"
    elif served != latest.release_id:
        state = f"[yellow]rolled back[/yellow]: {served} is served, {latest.release_id} is the latest"
    elif latest.fingerprint != now:
        state = "[yellow]not fresh[/yellow]: lake, codebook or code changed since; run [bold]demarche run[/bold]"
    elif has_unfinished:
        state = "[yellow]fresh, but batches are not finished[/yellow]; run [bold]demarche run[/bold]"
    else:
        state = "[green]fresh[/green]"
    file, release = escape(str(releases.served_file(settings.home))), f"release {served}, " if served else ""
    console.print(f"Served: [bold]{file}[/bold], {release}{state}", soft_wrap=True)


def show_releases(home: Path, console: Console) -> None:
    """Print the kept releases, newest first."""
    kept, served = releases.kept(home), releases.served_release_id(home)
    if not kept:
        console.print(f"no release in {escape(str(home))} yet: run [bold]demarche run[/bold]")
        return
    table = Table(header_style="bold")
    for column in ("release", "released (UTC)", "documents", "positions", "events", "codebook", "code", "checks", ""):
        table.add_column(column)
    for one in reversed(kept):
        counts = one.row_counts
        table.add_row(
            one.release_id, one.released_at[:19].replace("T", " "), f"{counts.get('documents', 0):,}",
            f"{counts.get('stated_positions', 0):,}", f"{counts.get('events', 0):,}", one.codebook_version, one.code_version,
            f"{one.checks_passed} passed, {one.checks_warned} warned", "[green]served" if one.release_id == served else "",
        )  # fmt: skip
    console.print(table)
