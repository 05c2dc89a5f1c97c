"""What was published, for people: the marts with their rows, queries to try, and why a row is what it is.

Reads the served file only, and only reads.
"""

import csv
import io
import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
from rich.console import Console, Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from assets.publish.releases import served_file

QUERIES = (
    (
        "Who stands where on what, in their own words?",
        """\
select holder, issue, stance, coalesce(quote, statement) as words, coalesce(cast(stated_on as varchar), '≤ ' || stated_to) as stated
from stated_positions
where confidence_tier = 'high' and issue is not null and holder is not null and stance in ('supports', 'opposes', 'conditional')
order by quote is null, confidence desc, position_id limit 5""",
    ),
    (
        "Who did what to whom, and how many independent sources say so?",
        """\
select occurred_from, source, event_type, event_mode, target, status, independent_source_count as sources, summary
from events where source is not null and target is not null
order by sources desc, mention_count desc, event_id limit 5""",
    ),
    (
        "Who changed their mind?",
        """\
select a.name as holder, i.issue, s.from_stance, s.to_stance, s.shifted_on, s.days_between
from position_shifts s join actors a on a.actor_id = s.holder_id join issues i using (issue_id)
order by s.shifted_on desc, holder limit 5""",
    ),
)
FORMATS = ("table", "csv", "json", "markdown")


class NothingPublished(RuntimeError):
    """There is no served file yet."""


@dataclass(frozen=True)
class Answer:
    columns: list[str]
    rows: list[tuple[Any, ...]]


def connect(home: Path) -> duckdb.DuckDBPyConnection:
    """The served file, read-only, with no way out of it: queries can neither write nor read other files."""
    path = served_file(home)
    if not path.exists():
        raise NothingPublished(f"nothing is published in {home} yet: run `demarche run` first")
    connection = duckdb.connect(str(path), read_only=True)
    connection.execute("set enable_external_access = false")
    return connection


def ask(home: Path, query: str) -> Answer:
    """Answer a query from the served file. Raises `duckdb.Error` for a bad query."""
    with connect(home) as connection:
        cursor = connection.execute(query)
        columns = [str(column[0]) for column in cursor.description or []]
        return Answer(columns, cursor.fetchall())


def show(answer: Answer, console: Console, title: str | None = None) -> None:
    """Print an answer as a table, numbers to the right."""
    table = Table(title=title, title_justify="left", title_style="bold", show_lines=False, header_style="bold", expand=False)
    for position, column in enumerate(answer.columns):
        is_number = all(isinstance(row[position], (int, float)) or row[position] is None for row in answer.rows)
        table.add_column(column, justify="right" if is_number and answer.rows else "left", overflow="fold")
    for row in answer.rows:
        table.add_row(*(Text("" if value is None else str(value)) for value in row))
    console.print(table)
    if not answer.rows:
        console.print("[dim]no rows[/dim]")


def formatted(answer: Answer, form: str) -> str:
    """An answer as csv, json (a list of objects) or a Markdown table."""
    if form == "csv":
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows(answer.rows)
        return stream.getvalue().rstrip("\n")
    if form == "json":
        rows = [{column: _plain(value) for column, value in zip(answer.columns, row, strict=True)} for row in answer.rows]
        return json.dumps(rows, ensure_ascii=False, indent=2, default=str)
    cells = [[("" if value is None else str(value)).replace("|", "\\|").replace("\n", " ") for value in row] for row in answer.rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in [answer.columns, ["---"] * len(answer.columns), *cells])


def _plain(value: Any) -> Any:
    return None if isinstance(value, float) and not math.isfinite(value) else value


def show_release(home: Path, console: Console) -> None:
    """What was published: the marts with row counts, where the file is, three queries with their first rows."""
    with connect(home) as connection:
        tables = connection.execute("select table_name, comment from duckdb_tables() order by table_name").fetchall()
        counts = {name: (connection.execute(f'select count(*) from "{name}"').fetchone() or (0,))[0] for name, _ in tables}
        release = connection.execute("select release_id, checks_passed, checks_warned from release").fetchone() or ("?", 0, 0)
    table = Table(title=f"Release {release[0]}", title_justify="left", title_style="bold", header_style="bold")
    table.add_column("mart")
    table.add_column("rows", justify="right")
    table.add_column("what a row is", style="dim", overflow="ellipsis", no_wrap=True, max_width=90)
    for name, comment in tables:
        table.add_row(name, f"{counts[name]:,}", (comment or "").split("\n")[0])
    console.print(table)
    console.print(f"[bold]{served_file(home)}[/bold]  ({release[1]} checks passed, {release[2]} warned)\n", soft_wrap=True)
    for title, query in QUERIES:
        console.print(f"[bold]{title}[/bold]")
        console.print(Text(query, style="cyan"))
        show(ask(home, query), console)
        console.print()


# -- why a row is what it is
ROWS = {
    "stated_positions": (
        "position_id",
        """\
        select p.*, d.body, d.title, d.publisher, d.published_on, d.published_from, d.published_to, d.date_basis as document_date_basis,
               d.date_evidence, d.url, d.file_name, d.text_origin
        from stated_positions p join documents d using (document_id) where position_id = ?""",
        ("speaker", "speaker_role", "holder", "holder_country_code", "issue", "stance", "speech_act", "attribution", "cue",
         "addressee", "medium", "reported_by", "quote", "is_verbatim", "stated_on", "stated_from", "stated_to", "date_basis"),
    ),
    "event_mentions": (
        "mention_id",
        """\
        select m.*, e.event_type, e.event_mode, e.source, e.target, e.status, e.place, e.occurred_from, e.occurred_to, e.date_basis,
               d.body, d.title, d.publisher, d.published_on, d.published_from, d.published_to, d.date_basis as document_date_basis,
               d.date_evidence, d.url, d.file_name, d.text_origin
        from event_mentions m join documents d using (document_id) join events e using (event_id) where mention_id = ?""",
        ("event_type", "event_mode", "source", "target", "status", "place", "trigger", "occurred_from", "occurred_to", "date_basis", "event_id"),
    ),
    "actor_mentions": (
        "mention_id",
        """\
        select m.*, a.name, a.actor_type, a.country_code, a.is_discovered,
               d.body, d.title, d.publisher, d.published_on, d.published_from, d.published_to, d.date_basis as document_date_basis,
               d.date_evidence, d.url, d.file_name, d.text_origin
        from actor_mentions m join documents d using (document_id) join actors a using (actor_id) where mention_id = ?""",
        ("name", "actor_id", "actor_type", "country_code", "is_discovered", "surface", "resolution"),
    ),
}  # fmt: skip
CONTEXT = 240


def explanation(home: Path, row_id: str) -> Group | None:
    """The passage a position, event mention or actor mention stands on, evidence marked, and how it was read.

    Null where no mart has such an id.
    """
    with connect(home) as connection:
        for mart, (_, query, shown) in ROWS.items():
            cursor = connection.execute(query, [row_id])
            columns = [str(column[0]) for column in cursor.description or []]
            found = cursor.fetchone()
            if found:
                return _explained(mart, dict(zip(columns, found, strict=True)), shown)
    return None


def _explained(mart: str, row: dict[str, Any], shown: tuple[str, ...]) -> Group:
    facts = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    facts.add_column(style="bold")
    facts.add_column(overflow="fold")
    for column in shown:
        if row.get(column) is not None:
            facts.add_row(column, Text(str(row[column])))
    facts.add_row("rule", Text(f"{row.get('rule') or 'name matching'}, confidence {row['confidence']:.2f}"))
    dated = row["published_on"] or f"between {row['published_from'] or '?'} and {row['published_to'] or '?'}"
    origin = " · machine-paraphrased" if row["text_origin"] != "verbatim" else ""
    place = " · ".join(str(part) for part in (row["title"], row["publisher"], row["url"], row["file_name"]) if part)
    source = Text.assemble(
        (place, "bold"), f"\npublished {dated} (basis: {row['document_date_basis']}", f", from “{row['date_evidence']}”" if row["date_evidence"] else "",
        f"){origin}\ndocument {row['document_id']}, characters {row['evidence_start']}–{row['evidence_end']}",
    )  # fmt: skip
    return Group(Panel(_passage(row), title=mart, title_align="left"), facts, Text(), source)


def _passage(row: dict[str, Any]) -> Text:
    body, start, end = row["body"], row["evidence_start"], row["evidence_end"]
    first, last = max(0, start - CONTEXT), min(len(body), end + CONTEXT)
    passage = Text()
    passage.append(("… " if first else "") + body[first:start], style="dim")
    passage.append(body[start:end], style="bold black on yellow")
    passage.append(body[end:last] + (" …" if last < len(body) else ""), style="dim")
    return passage
