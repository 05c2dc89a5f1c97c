"""The warehouse gate: what must hold of a finished build before anyone may read it.

dbt has tested the models by now; here is only what concerns the file as a whole: that it is all there, that counts
have not collapsed, that the evidence promise holds in every row.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

EVIDENCE_MARTS = ("stated_positions", "event_mentions", "actor_mentions")
# A mart may shrink when documents are made anew with better rules; it may not lose half of its rows unseen.
FLOOR = 0.5
# Marts that hold rows whenever the lake table beside them does.
FED_BY = {
    "documents": "documents",
    "actor_mentions": "actor_mentions",
    "stated_positions": "positions",
    "event_mentions": "event_mentions",
    "events": "event_mentions",
}
ALWAYS_FILLED = ("actors", "actor_aliases", "actor_roles", "issues", "event_types", "release")


@dataclass(frozen=True)
class Finding:
    check: str
    passed: bool
    detail: str
    is_critical: bool = True


def audit(
    build: duckdb.DuckDBPyConnection, marts: list[str], lake_counts: dict[str, int], last_counts: dict[str, int]
) -> Iterator[Finding]:
    """Judge a build.

    Parameters
    ----------
    build
        The build file, opened read-only.
    marts
        Names of the tables the contract promises.
    lake_counts
        Rows of the promoted lake tables, by name.
    last_counts
        Rows of the last release's marts, by name; empty for the first release.
    """
    present = {row[0] for row in build.execute("select table_name from duckdb_tables() where schema_name = 'main'").fetchall()}
    missing = [mart for mart in marts if mart not in present]
    yield Finding("marts_are_present", not missing, f"missing: {', '.join(missing)}" if missing else f"{len(marts)} marts")
    if missing:
        return
    counts = row_counts(build, marts)
    empty = [m for m, fed_by in FED_BY.items() if lake_counts.get(fed_by, 0) and not counts[m]]
    empty += [mart for mart in ALWAYS_FILLED if not counts[mart]]
    yield Finding("marts_are_filled", not empty, f"empty: {', '.join(empty)}" if empty else f"{sum(counts.values()):,} rows")
    collapsed = [f"{mart} {last_counts[mart]:,} → {count:,}" for mart, count in counts.items() if count < FLOOR * last_counts.get(mart, 0)]
    documents_fell = any(entry.startswith("documents ") for entry in collapsed)
    yield Finding("counts_above_floor", not collapsed, "; ".join(collapsed) or "no mart lost half of its rows", documents_fell)
    for mart in EVIDENCE_MARTS:
        broken = build.execute(BROKEN_EVIDENCE.format(mart=mart)).fetchone()
        count = int(broken[0]) if broken else 0
        yield Finding(f"evidence_of_{mart}", not count, f"{count} of {counts[mart]:,} rows differ from their document's words")


BROKEN_EVIDENCE = """
select count(*) from {mart} as rows left join documents using (document_id)
where substr(body, evidence_start + 1, evidence_end - evidence_start) is distinct from evidence
"""


def row_counts(connection: duckdb.DuckDBPyConnection, tables: list[str]) -> dict[str, int]:
    counts = {}
    for table in tables:
        row = connection.execute(f'select count(*) from "{table}"').fetchone()
        counts[table] = int(row[0]) if row else 0
    return counts
