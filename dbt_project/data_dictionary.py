"""The data dictionary, a Markdown page made from dbt's manifest. What the columns mean is written in `models/marts/*.yml` only.

Run `dbt parse` first, then `python dbt_project/data_dictionary.py`; a test fails when the page is not what the models say.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parent
MANIFEST = PROJECT / "target" / "manifest.json"
PAGE = PROJECT.parent / "docs" / "data_dictionary.md"

# The order in which a reader meets the tables; the manifest has none.
TABLES = (
    "documents", "actors", "actor_aliases", "actor_roles", "actor_mentions", "events", "event_participants", "event_mentions",
    "stated_positions", "issues", "event_types", "position_shifts", "position_disputes", "actor_issue_stances",
    "bilateral_months", "review_queue", "release",
)  # fmt: skip

HEAD = """# Data dictionary

Made from `dbt_project/models/marts` by `dbt_project/data_dictionary.py`; edit the descriptions there. The same words are comments
in the published file: `select column_name, comment from duckdb_columns() where table_name = 'stated_positions'`.

Ids end in `_id`, dates in `_on`, inclusive date bounds in `_from` and `_to`, timestamps (UTC) in `_at`, counts in `_count`.
"""


def data_dictionary(manifest: Mapping[str, Any]) -> str:
    """The page as Markdown: each mart with its description, its references, and its columns in order.

    Parameters
    ----------
    manifest
        dbt's `target/manifest.json`, read.

    Raises
    ------
    ValueError
        When the marts of the manifest are not the tables this page knows the order of.
    """
    nodes = manifest["nodes"].values()
    marts = {node["name"]: node for node in nodes if node["resource_type"] == "model" and node["fqn"][1] == "marts"}
    if set(marts) != set(TABLES):
        raise ValueError(f"marts and TABLES differ: {sorted(set(marts) ^ set(TABLES))}")
    contents = "\n".join(f"- [{name}](#{name}): {_first_sentence(marts[name]['description'])}" for name in TABLES)
    sections = (_section(marts[name], _references(nodes, marts[name]["unique_id"])) for name in TABLES)
    return "\n".join([HEAD, contents, "", *sections])


def _section(mart: Mapping[str, Any], references: Mapping[str, str]) -> str:
    lines = [f"## {mart['name']}", "", mart["description"].strip(), "", "| column | type | meaning |", "|---|---|---|"]
    for column in mart["columns"].values():
        is_required = any(constraint["type"] == "not_null" for constraint in column["constraints"])
        there = references.get(column["name"])
        meaning = _cell(column["description"])
        if there and there not in meaning:
            meaning += f" → `{there}`"
        lines.append(f"| `{column['name']}` | {column['data_type']}{'' if is_required else ', or null'} | {meaning} |")
    return "\n".join([*lines, ""])


def _references(nodes: Iterable[Mapping[str, Any]], mart: str) -> dict[str, str]:
    """Column → table.column, of a mart's `refers_to` test."""
    for node in nodes:
        if node.get("attached_node") == mart and node["test_metadata"]["name"] == "refers_to":
            return dict(node["test_metadata"]["kwargs"]["columns"])
    return {}


def _first_sentence(text: str) -> str:
    return _cell(text).split(". ")[0].rstrip(".") + "."


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(data_dictionary(json.loads(MANIFEST.read_text(encoding="utf-8"))), encoding="utf-8")
    print(PAGE)
