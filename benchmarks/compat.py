"""Open the published file with old and new DuckDB clients, each in an environment of its own.

    python -m benchmarks.compat [FILE]        (default: data/warehouse.duckdb; needs the package index)

A client passes when it opens the file read-only, counts every mart and finds the evidence promise kept.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from rich.console import Console
from rich.table import Table

CLIENTS = ("1.0.0", "1.4.0", "2.0.0")
PROBE = """
import sys, duckdb
file = duckdb.connect(sys.argv[1], read_only=True)
tables = [row[0] for row in file.execute("select table_name from duckdb_tables()").fetchall()]
rows = sum(file.execute(f'select count(*) from "{table}"').fetchone()[0] for table in tables)
broken = file.execute('''
    select count(*) from stated_positions join documents using (document_id)
    where substr(body, evidence_start + 1, evidence_end - evidence_start) <> evidence
''').fetchone()[0]
print(f"{duckdb.__version__}: {len(tables)} tables, {rows:,} rows, {broken} rows without their evidence")
sys.exit(1 if broken or not rows else 0)
"""


def main(file: Path) -> int:
    table = Table(title=str(file))
    table.add_column("DuckDB client")
    table.add_column("opens")
    table.add_column("what it says")
    failures = 0
    for client in CLIENTS:
        opened, said = _probe(client, file)
        failures += not opened
        table.add_row(client, "yes" if opened else "NO", said)
    Console(width=120).print(table)
    return 1 if failures else 0


def _probe(client: str, file: Path) -> tuple[bool, str]:
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder) / "bin" / "python")
        installed = subprocess.run([python, "-m", "pip", "install", "-q", f"duckdb=={client}"], capture_output=True, text=True, check=False)
        if installed.returncode:
            return False, f"could not be installed: {installed.stderr.strip()[-200:]}"
        probed = subprocess.run([python, "-c", PROBE, str(file)], capture_output=True, text=True, check=False)
    return probed.returncode == 0, (probed.stdout or probed.stderr).strip().splitlines()[-1]


if __name__ == "__main__":
    place = Path(sys.argv[1] if len(sys.argv) > 1 else "data/warehouse.duckdb")
    if not place.exists():
        sys.exit(f"{place} is not there: run `make run` first")
    sys.exit(main(place))
