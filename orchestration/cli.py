"""The command line. Heavy modules are imported inside the commands: `demarche --help` answers at once, and the processes
that help a run, which load this module first, lose no time with it.
"""

import atexit
import gc
import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.markup import escape

if TYPE_CHECKING:
    from orchestration.settings import Settings

INTERRUPTED = 130  # exit code of a command that was stopped by Ctrl-C, as shells have it

# Piped output has no width of its own: wide enough for a table.
console = Console(width=None if sys.stdout.isatty() else 140)


class Examples(click.Group):
    """A group, and commands, whose epilog keeps its line breaks."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_epilog(self, formatter)


class ExampleCommand(click.Command):
    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_epilog(self, formatter)


class PathOrAddress(click.Path):
    """A path that exists, a pattern of paths, or an address (`https://…`, `s3://…`), which stays text."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if isinstance(value, str) and "://" not in value and set(value) & set("*?["):
            return Path(value)  # whether anything matches is found out when it is read
        if not isinstance(value, str) or "://" not in value:
            return super().convert(value, param, ctx)
        if not value.isprintable():
            self.fail("an address is printable text in UTF-8", param, ctx)
        return value


def _write_epilog(command: click.Command, formatter: click.HelpFormatter) -> None:
    if command.epilog:
        formatter.write_paragraph()
        formatter.write("Examples:\n" + "\n".join(f"  {line}" for line in command.epilog.strip().splitlines()) + "\n")


def _home_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--home",
        type=click.Path(file_okay=False, path_type=Path),
        help="Where everything is kept; the served file is <home>/warehouse.duckdb.  [default: data/]",
    )(command)


def _settings(home: Path | None, **others: Any) -> "Settings":
    from orchestration.settings import Settings

    given = {key: value for key, value in {"home": home, **others}.items() if value is not None}
    try:
        return Settings(**given)
    except UnicodeDecodeError as error:
        raise click.ClickException("the file .env is not UTF-8") from error


def _one_clear_sentence(command: Callable[..., Any]) -> Callable[..., Any]:
    """Errors a user can act on end as one sentence and exit code 1; anything else is a bug and keeps its traceback.

    A user can act on a bad codebook, query, setting or release, a home that is busy, and what the operating system
    refuses (no permission, no space, a file where a folder should be).
    """

    @wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        import duckdb
        from pydantic import ValidationError

        from assets.codebook import CodebookError
        from assets.lock import StillLockedError
        from assets.publish.releases import ReleaseError
        from assets.stored_lake import StoredLakeError
        from orchestration.published import NothingPublishedError
        from orchestration.setting_names import MisspeltSettingError

        for name, value in kwargs.items():
            if isinstance(value, str):
                _demand_utf8(name, value)
        try:
            return command(*args, **kwargs)
        except (CodebookError, StillLockedError, StoredLakeError, ReleaseError, NothingPublishedError, MisspeltSettingError) as error:
            raise click.ClickException(str(error)) from error
        except duckdb.Error as error:
            raise click.ClickException(f"DuckDB: {error}") from error
        except ValidationError as error:
            wrong = (f"{'.'.join(map(str, one['loc']))}: {one['msg'].removeprefix('Value error, ')}" for one in error.errors())
            raise click.ClickException(f"setting {'; '.join(wrong)}") from error
        except BrokenPipeError:
            raise  # whoever read our output has gone: click ends quietly
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            raise click.ClickException(f"{where}{error.strerror or error}") from error
        except Exception as error:
            if type(error).__name__ == "DagsterInvalidDefinitionError" and "cron" in str(error):  # only Dagster can read them
                raise click.ClickException(f"setting schedule: {error}") from error
            library = type(error).__module__.partition(".")[0]
            if library == "sqlalchemy":  # a home that cannot be written, a full disk
                raise click.ClickException(f"the run history cannot be kept: {str(error).splitlines()[0]}") from error
            if library not in STORE_LIBRARIES:
                raise
            raise click.ClickException(f"the store does not answer: {error}") from error

    return wrapped


def _demand_utf8(name: str, value: str) -> None:
    if value.encode(errors="replace").decode() != value:
        raise click.ClickException(f"{name} is not UTF-8")


STORE_LIBRARIES = ("botocore", "aiobotocore", "s3fs", "gcsfs", "adlfs")  # their errors have no class of Python's


@click.group(
    cls=Examples,
    epilog="""
demarche run                                 take in seeds/documents and publish
demarche run ~/clippings --home ~/desk       your own folder, your own home
demarche sql "select * from stated_positions limit 5"
demarche ui                                  watch and schedule it in a browser
""",
)
@click.version_option(package_name="demarche")
def main() -> None:
    """News about diplomacy in; one DuckDB file of events, actors and stated positions out."""


@main.command(
    cls=ExampleCommand,
    epilog="""
demarche run                                 the embedded corpus
demarche run report.html news.warc.gz        files: pages, text, tables, feeds, mails, archives of them
demarche run ~/clippings --home ~/desk       a folder with all that is below it
demarche run "clippings/**/*.html"           what a pattern matches
demarche run https://example.org/feed.xml    a feed and the pages it links; a page; a file
demarche run "s3://bucket/news/*.jsonl"      files of any file system that fsspec knows
demarche run --rebuild stale                 make again what older code or an older codebook made
""",
)
@click.argument("paths", nargs=-1, type=PathOrAddress(exists=True, path_type=Path), metavar="[PATH|ADDRESS]...")
@_home_option
@click.option(
    "--rebuild",
    type=click.Choice(["stale", "all"]),
    help="Make the home's batches again: those whose code or codebook changed, or all. New documents only of the PATHs then.",
)
@click.option("--batch-size", type=click.IntRange(min=1), help="Most documents in a batch.  [default: 10000]")
@_one_clear_sentence
def run(paths: tuple[Path | str, ...], home: Path | None, rebuild: str | None, batch_size: int | None) -> None:
    """Take in new documents, and publish.

    PATHs are files, folders and patterns (default: seeds/documents, and the feeds of DEMARCHE_FEEDS). Documents that were taken in
    before are skipped; a document that cannot be read is quarantined with its reason and stops nothing. An address that
    cannot be fetched is named, stops nothing either, and makes the exit code 1. If anything fails, the last release stays served.
    """
    from orchestration.pipeline import run_pipeline
    from orchestration.storage import lake_of

    settings = _settings(home, batch_size=batch_size)
    # Who makes his own home again asks for none of the default's documents.
    is_only_again = not paths and rebuild is not None and bool(lake_of(settings).registered())
    sources, feeds = ([], []) if is_only_again else (list(paths) or [settings.documents], [] if paths else settings.feed_addresses)
    try:
        success = run_pipeline(settings, sources, rebuild, console, feeds=feeds, apart=True)
    except KeyboardInterrupt:
        click.echo(
            "\nstopped. Nothing is lost: the next `demarche run` goes on where this one was, and what was served stays served", err=True
        )
        sys.exit(INTERRUPTED)
    sys.exit(0 if success else 1)


@main.command(cls=ExampleCommand, epilog="demarche status\ndemarche status --home ~/desk\n")
@_home_option
@_one_clear_sentence
def status(home: Path | None) -> None:
    """Batches, quarantine, and whether the served file is fresh.

    Of each batch, how many documents it has and whether it is done; of what was refused, the reason; of the served file,
    whether today's documents, codebook and code would give another.
    """
    from orchestration.status import show_status

    show_status(_settings(home), console)


@main.command(
    cls=ExampleCommand,
    epilog="""
demarche sql "select holder, stance, quote from stated_positions where issue_id = 'ukraine-ceasefire'"
demarche sql "select * from events order by occurred_from desc" --format csv > events.csv
echo "show tables" | demarche sql
demarche sql                                 (with no query) the tables and their columns
""",
)
@click.argument("query", required=False)
@_home_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "markdown"]),
    default="table",
    show_default=True,
    help="How the answer is written.",
)
@_one_clear_sentence
def sql(query: str | None, home: Path | None, form: str) -> None:
    """Ask the served file a question in SQL. Read-only."""
    from orchestration import published

    if query is None and not sys.stdin.isatty():
        query = sys.stdin.buffer.read().decode(errors="surrogateescape").strip() or None
        _demand_utf8("query", query or "")
    query = query or (
        "select table_name, column_name, data_type, comment from duckdb_columns() "
        "where schema_name = 'main' and not internal order by table_name, column_index"
    )
    answer = published.ask(_settings(home).home, query)
    if form == "table":
        published.show(answer, console)
    else:
        click.echo(published.formatted(answer, form))


@main.command(cls=ExampleCommand, epilog="demarche explain 5f0c2a91d3b44e10\n")
@click.argument("row_id", metavar="ID")
@_home_option
@_one_clear_sentence
def explain(row_id: str, home: Path | None) -> None:
    """Show what a row stands on.

    ID is a position_id, an event_id, or the mention_id of an event mention or actor mention: the passage with the
    evidence marked, the document, its date and where that date comes from, the rule and its confidence. Of an event, all
    its mentions besides: each with its document and its words.
    """
    from orchestration.explanation import explanation

    in_colour = console.color_system is not None and not console.no_color
    explained = explanation(_settings(home).home, row_id, in_colour=in_colour)
    if explained is None:
        raise click.ClickException(
            f"no position, event, event mention or actor mention has the id {row_id!r}; "
            "take a position_id, event_id or mention_id from a mart, for instance with `demarche sql`"
        )
    console.print(explained)


@main.command(cls=ExampleCommand, epilog="demarche releases\n")
@_home_option
@_one_clear_sentence
def releases(home: Path | None) -> None:
    """List the releases that are kept, and which one is served."""
    from orchestration.status import show_releases

    show_releases(_settings(home).home, console)


@main.command(cls=ExampleCommand, epilog="demarche rollback 20261121T101500-3f2a\n")
@click.argument("release_id", metavar="ID")
@_home_option
@_one_clear_sentence
def rollback(release_id: str, home: Path | None) -> None:
    """Serve a kept release again. It stays served until new documents make a new one."""
    from assets.lock import one_writer
    from assets.publish.releases import serve
    from orchestration.published import NothingPublishedError

    folder = _settings(home).home
    try:
        folder.stat()
    except FileNotFoundError:  # locking would make it
        raise NothingPublishedError(f"no release in {folder} yet: run `demarche run` first") from None
    with one_writer(folder, f"rolling back to {release_id}"):
        serve(folder, release_id)
    console.print(f"release [bold]{release_id}[/bold] is served from {escape(str(folder / 'warehouse.duckdb'))}")


@main.command(cls=ExampleCommand, epilog="demarche ui\ndemarche ui --port 3333 --home ~/desk\n")
@_home_option
@click.option("--port", type=click.IntRange(1, 65535), default=3000, show_default=True, help="Where the browser finds it.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address it listens on; 0.0.0.0: all, without a password.")
@_one_clear_sentence
def ui(home: Path | None, port: int, host: str) -> None:
    """Open the Dagster UI on a home.

    Graph, runs, checks, the daily schedule (on) and the folder sensor (off). It runs until it is stopped with Ctrl-C.
    """
    from orchestration.ui import serve_ui

    sys.exit(serve_ui(_settings(home), host, port))


def entry() -> None:
    """The `demarche` command: `main`, started and ended without the interpreter's ceremonies.

    Tens of thousands of objects are imported and stay: collecting garbage among them, and taking them down one by one
    at the end, took 2.5 of a small run's 15 seconds. Nothing waits for the end: files are renamed into place when done.
    """
    gc.set_threshold(200_000, 20, 20)
    try:
        main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    entry()
