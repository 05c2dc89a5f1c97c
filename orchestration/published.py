"""What was published, for people: the marts with their rows, queries to try, answers in several forms.

Reads the served file only, and only reads. Why a row is what it is: `orchestration.explanation`.
"""

import csv
import io
import json
import math
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import duckdb
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from assets.publish.releases import is_held, served_file

QUERIES = (
    (
        "Who stands where, in their own words?",
        """\
select issue, holder, stance, published_on as reported_on, quote
from stated_positions join documents using (document_id)
where stance in ('supports', 'opposes', 'conditional') and holder_id is not null and length(quote) > 40
qualify row_number() over (partition by issue order by stated_positions.confidence desc, position_id) = 1
order by stated_positions.confidence desc, position_id limit 5""",
    ),
    (
        "Who did what to whom, in how many independent sources?",
        """\
select occurred_from as first_day, occurred_to as last_day, source, event_type, target, independent_source_count as sources, summary
from events where status = 'occurred' and source is not null and target is not null
order by sources desc, mention_count desc, confidence desc, event_id limit 5""",
    ),
    (
        "Who says the opposite of whom?",
        """\
select pro.issue, pro.holder as supporter, pro.evidence as supporter_says, con.holder as opponent, con.evidence as opponent_says
from position_disputes
join stated_positions pro using (position_id)
join stated_positions con on con.position_id = opposing_position_id
where kind = 'opposing_stance'
order by least(pro.confidence, con.confidence) desc, pro.position_id, con.position_id limit 5""",
    ),
    (
        "Who changed their mind, and when?",
        """\
select name as holder, issue, from_stance, to_stance, shifted_on, evidence
from position_shifts as shift
join actors on actor_id = shift.holder_id
join stated_positions on position_id = to_position_id
order by shifted_on desc, position_id limit 5""",
    ),
)
SHORT, LONG = 16, 60  # characters of a cell that never wrap; that are shown at a first look
PADDING = 3  # characters between two columns of a table


class NothingPublishedError(RuntimeError):
    """There is no served file yet, or none that can be read; the message says what to do."""


@dataclass(frozen=True)
class Answer:
    columns: list[str]
    rows: list[tuple[Any, ...]]


def connect(home: Path) -> duckdb.DuckDBPyConnection:
    """The served file, read-only, with no way out of it: queries can neither write nor read other files.

    Raises `NothingPublishedError`; `duckdb.IOException` where a client holds the file for writing.
    """
    path = served_file(home)
    if not path.exists() and not path.is_symlink():
        raise NothingPublishedError(f"nothing is published in {home} yet: run `demarche run` first")
    try:
        connection = duckdb.connect(str(path), read_only=True)
    except duckdb.Error as error:
        if is_held(error):
            raise
        raise NothingPublishedError(f"{path} is missing or damaged: `demarche run` serves its release again") from error
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")  # profiles and logs are files too
    return connection


def ask(home: Path, query: str) -> Answer:
    """Answer a query from the served file. Raises `duckdb.Error` for a bad query."""
    with connect(home) as connection:
        statements = connection.extract_statements(query)
        if not statements:
            raise duckdb.InvalidInputException("the query holds no statement")
        if any(statement.type == duckdb.StatementType.SELECT for statement in statements[:-1]):
            raise duckdb.InvalidInputException("one question at a time: of several, only the last would be answered")
        cursor = connection.execute(query)
        columns = [str(column[0]) for column in cursor.description or []]
        return Answer(columns, cursor.fetchall())


def show(answer: Answer, console: Console, *, shorten: bool = False) -> None:
    """Print an answer as a table, numbers to the right; where it has too many columns for one, row by row, a line a column.

    `shorten`: long words are cut, for a first look.
    """
    texts = [["" if value is None else str(value).replace("\n", " ") for value in row] for row in answer.rows]
    if shorten:
        texts = [[text if len(text) <= LONG else text[: LONG - 1].rstrip() + "…" for text in row] for row in texts]
    longest = [max([len(column), *(len(row[position]) for row in texts)]) for position, column in enumerate(answer.columns)]
    if texts and sum(min(width, SHORT) + PADDING for width in longest) > console.width:
        _show_rows(answer.columns, texts, console)
        return
    table = Table(header_style="bold")
    for position, column in enumerate(answer.columns):
        values = [row[position] for row in answer.rows if row[position] is not None]
        is_number = bool(values) and all(isinstance(value, (int, float)) for value in values)
        # Only wide columns may wrap: Rich would squeeze narrow ones to nothing first.
        table.add_column(Text(column), justify="right" if is_number else "left", no_wrap=longest[position] <= SHORT, overflow="fold")
    for row in texts:
        table.add_row(*map(Text, row))
    console.print(table)
    if not answer.rows:
        console.print("[dim]no rows[/dim]")


def _show_rows(columns: list[str], texts: list[list[str]], console: Console) -> None:
    for number, row in enumerate(texts, start=1):
        table = Table.grid("", "", padding=(0, 2))
        table.columns[0].no_wrap, table.columns[1].overflow = True, "fold"
        for column, text in zip(columns, row, strict=True):
            table.add_row(Text(column, style="bold"), Text(text))
        console.rule(f"{number:,} of {len(texts):,}", align="left")
        console.print(table)


def formatted(answer: Answer, form: str) -> str:
    """An answer as csv, json (a list of objects) or a Markdown table."""
    if form == "csv":
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows(answer.rows)
        return stream.getvalue().rstrip("\n")
    if form == "json":
        names = _distinct(answer.columns)
        rows = [{name: _plain(value) for name, value in zip(names, row, strict=True)} for row in answer.rows]
        return json.dumps(rows, ensure_ascii=False, indent=2, default=str)
    cells = [[("" if value is None else str(value)).replace("|", "\\|").replace("\n", " ") for value in row] for row in answer.rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in [answer.columns, ["---"] * len(answer.columns), *cells])


def _distinct(columns: list[str]) -> list[str]:
    """Names of which none repeats another, as an object needs them: `name`, `name_1`."""
    found: list[str] = []
    for column in columns:
        others = (f"{column}_{number}" for number in count(1))
        found.append(column if column not in found else next(name for name in others if name not in {*found, *columns}))
    return found


def _plain(value: Any) -> Any:
    return None if isinstance(value, float) and not math.isfinite(value) else value


def show_release(home: Path, console: Console) -> None:
    """What was published: the marts with row counts, where the file is, and the queries that have an answer in it."""
    with connect(home) as connection:
        tables = connection.execute("select table_name, comment from duckdb_tables() order by table_name").fetchall()
        counts = {name: (connection.execute(f'select count(*) from "{name}"').fetchone() or (0,))[0] for name, _ in tables}
        release = connection.execute("select release_id, checks_passed, checks_warned from release").fetchone() or ("?", 0, 0)
    console.print(f"[bold]Release {release[0]}[/bold]")
    told = [(name, counts[name], (comment or "").split(". ")[0].split("; ")[0]) for name, comment in tables]
    show(Answer(["mart", "rows", "what a row is"], told), console, shorten=True)
    console.print(
        f"[bold]{escape(str(served_file(home)))}[/bold]  ({release[1]} checks of the file passed, {release[2]} warned)\n", soft_wrap=True
    )
    for title, query in QUERIES:
        if (answer := ask(home, query)).rows:
            console.print(f"[bold]{title}[/bold]")
            console.print(Text(query, style="cyan"))
            show(answer, console, shorten=True)
            console.print()
