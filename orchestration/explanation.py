"""Why a row is what it is: the passage with its evidence marked, the document and its date, the rule and its confidence."""

from pathlib import Path
from typing import Any

import duckdb
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from orchestration.published import connect

CONTEXT = 240  # characters shown before and after the evidence
MARKS = {True: ("", ""), False: ("⟦", "⟧")}  # around the evidence: where colours are shown these mark it

DOCUMENT = """
    d.body, d.title, d.publisher, d.url, d.file_name, d.text_origin, d.published_on, d.published_from, d.published_to,
    d.date_basis as document_date_basis, d.date_evidence as document_date_evidence
"""
# By mart: how a row is found with its document, and what of it is told.
MARTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "stated_positions": (
        f"select r.*, {DOCUMENT} from stated_positions r join documents d using (document_id) where position_id = ?",
        (
            "speaker", "speaker_role", "holder", "holder_country_code", "issue", "stance", "speech_act", "attribution", "cue",
            "addressee", "medium", "reported_by", "statement", "quote", "is_verbatim",
            "stated_on", "stated_from", "stated_to", "date_basis",
        ),
    ),
    "event_mentions": (
        f"""select r.*, e.* exclude (event_id, confidence), {DOCUMENT}
        from event_mentions r join events e using (event_id) join documents d using (document_id)
        where ? in (r.mention_id, e.event_id)
        order by (r.evidence = e.summary) desc, r.confidence desc, r.mention_id limit 1""",
        (
            "event_type", "event_mode", "source", "target", "status", "place", "trigger",
            "occurred_from", "occurred_to", "date_basis", "event_id",
        ),
    ),
    "actor_mentions": (
        f"""select r.*, a.name, a.actor_type, a.country_code, a.is_discovered, {DOCUMENT}
        from actor_mentions r join actors a using (actor_id) join documents d using (document_id) where mention_id = ?""",
        ("name", "actor_id", "actor_type", "country_code", "is_discovered", "surface", "resolution"),
    ),
}  # fmt: skip
MENTIONS_OF_EVENT = """
    select m.mention_id, m.evidence, d.title, d.publisher, d.file_name, d.published_from, d.published_to, d.is_story_primary
    from event_mentions m join documents d using (document_id) where m.event_id = ?
    order by d.published_from nulls last, d.document_id, m.evidence_start
"""


def explanation(home: Path, row_id: str, *, in_colour: bool = True) -> Group | None:
    """What a position, event, event mention or actor mention stands on, ready to print; null where no mart has such an id.

    An event stands on all its mentions: the passage shown is that of the one that sums it up, and below it stand all of them.
    `in_colour`: the evidence is marked by colour alone; else by brackets, ⟦so⟧.
    """
    with connect(home) as connection:
        for mart, (query, told) in MARTS.items():
            cursor = connection.execute(query, [row_id])
            columns = [str(column[0]) for column in cursor.description or []]
            found = cursor.fetchone()
            if found:
                row = dict(zip(columns, found, strict=True))
                passage = Panel(_passage(row, MARKS[in_colour]), title=mart, title_align="left")
                shown: list[RenderableType] = [passage, _facts(row, told), Text(), _document(row)]
                if row.get("event_id") == row_id:
                    shown += [Text(), _mentions(connection.execute(MENTIONS_OF_EVENT, [row_id]))]
                return Group(*shown)
    return None


def _passage(row: dict[str, Any], marks: tuple[str, str]) -> Text:
    body, start, end = row["body"], row["evidence_start"], row["evidence_end"]
    first, last = max(0, start - CONTEXT), min(len(body), end + CONTEXT)
    passage = Text()
    passage.append(("… " if first else "") + body[first:start], style="dim")
    passage.append(marks[0] + body[start:end] + marks[1], style="bold black on yellow")
    passage.append(body[end:last] + (" …" if last < len(body) else ""), style="dim")
    return passage


def _facts(row: dict[str, Any], told: tuple[str, ...]) -> Table:
    facts = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    facts.add_column(style="bold")
    facts.add_column(overflow="fold")
    for column in told:
        if row[column] is not None:
            facts.add_row(column, Text(str(row[column])))
    facts.add_row("rule", Text(f"{row.get('rule', 'name matching')}, confidence {row['confidence']:.2f}"))
    return facts


def _mentions(found: duckdb.DuckDBPyConnection) -> Table:
    """Every mention of an event: in which document, published when, in which words."""
    columns = [str(column[0]) for column in found.description or []]
    rows = [dict(zip(columns, row, strict=True)) for row in found.fetchall()]
    title = "told once" if len(rows) == 1 else f"told {len(rows):,} times"
    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold", show_lines=True)
    table.add_column("published", no_wrap=True)
    table.add_column("document", overflow="fold", ratio=2)
    table.add_column("its words", overflow="fold", ratio=5)
    table.add_column("mention_id", no_wrap=True)
    for row in rows:
        copy = "" if row["is_story_primary"] else " (a copy)"
        table.add_row(
            _published(row), Text(_named(row, "title", "publisher", "file_name") + copy), Text(row["evidence"]), row["mention_id"]
        )
    return table


def _named(document: dict[str, Any], *columns: str) -> str:
    return " · ".join(str(document[column]) for column in columns if document[column])


def _published(document: dict[str, Any]) -> str:
    """The day, or its bounds."""
    first, last = document["published_from"], document["published_to"]
    return str(first) if first and first == last else f"{first or '?'} to {last or '?'}"


def _document(row: dict[str, Any]) -> Text:
    heading = _named(row, "title", "publisher", "url", "file_name")
    published = row["published_on"] or f"between {row['published_from'] or '?'} and {row['published_to'] or '?'}"
    evidence = f", from “{row['document_date_evidence']}”" if row["document_date_evidence"] else ""
    origin = " · machine-paraphrased" if row["text_origin"] == "machine_paraphrased" else ""
    return Text.assemble(
        (heading, "bold"),
        f"\npublished {published} (basis: {row['document_date_basis']}{evidence}){origin}",
        f"\ndocument {row['document_id']}, characters {row['evidence_start']}–{row['evidence_end']}",
    )
