"""How long `demarche run` takes, start of the process to its end, and which part takes how much.

    python -m benchmarks.latency [PATH]... [--json FILE]        (default: five documents of seeds/documents)

Runs on two new homes, the second with files cached and byte code compiled, and once more on the second, where nothing is
new. The goals are for five documents on two cores.
"""

import argparse
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

DOCUMENTS = Path(__file__).parents[1] / "seeds" / "documents"
FIVE = 5
GOAL_SECONDS, GOAL_NOTHING_NEW = 8.0, 3.0
START, BETWEEN, END = "start: imports, Dagster's instance, registering", "Dagster between steps", "end: showing what was published"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", metavar="PATH", default=[str(path) for path in sorted(DOCUMENTS.glob("*.txt"))[:FIVE]])
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        runs = {name: measured(Path(folder) / name, arguments.paths) for name in ("cold", "warm")}
        nothing_new, _ = timed(Path(folder) / "warm", arguments.paths)
    cold, warm = (sum(parts.values()) for parts in runs.values())
    told = f"cold {cold:.1f} s, warm {warm:.1f} s (goal {GOAL_SECONDS:.0f}), nothing new {nothing_new:.1f} s (goal {GOAL_NOTHING_NEW:.0f})"
    table = Table(title=f"demarche run: {told}")
    for column in ("part", "cold, seconds", "warm, seconds", "share of warm"):
        table.add_column(column, justify="left" if column == "part" else "right")
    for part, seconds in runs["warm"].items():
        table.add_row(part, f"{runs['cold'][part]:.2f}", f"{seconds:.2f}", f"{seconds / warm:.0%}")
    Console(width=110).print(table)
    if arguments.json:
        arguments.json.write_text(json.dumps(runs | {"nothing_new": nothing_new}, indent=1) + "\n", encoding="utf-8")


def measured(home: Path, paths: list[str]) -> dict[str, float]:
    """Seconds of a run on a new home, by part."""
    seconds, started = timed(home, paths)
    return parts_of(home, started, seconds)


def timed(home: Path, paths: list[str]) -> tuple[float, float]:
    """Seconds that `demarche run` takes, and when it began. Ends the program where the run fails."""
    started, clock = time.time(), time.perf_counter()
    command = [sys.executable, "-m", "orchestration.cli", "run", "--home", str(home), *paths]
    # byte code is kept, as where it is installed, whatever is set for the shell
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    seconds = time.perf_counter() - clock
    if done.returncode:
        raise SystemExit(f"the run failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return seconds, started


def parts_of(home: Path, started: float, seconds: float) -> dict[str, float]:
    """Seconds by part: from the steps' events in the run history, and what lies before, between and after."""
    times = sorted(_step_events(home))
    first, last = times[0][0] - started, times[-1][0] - started
    steps: dict[str, float] = {"expectations": 0.0}
    begun: dict[str, float] = {}
    for at, kind, step in times:
        if kind == "STEP_START":
            begun[step] = at
        else:
            part = "expectations" if step.endswith("_expectations") else step
            steps[part] = steps.get(part, 0.0) + at - begun[step]
    return {START: first, **steps, BETWEEN: last - first - sum(steps.values()), END: seconds - last}


def _step_events(home: Path) -> list[tuple[float, str, str]]:
    """When each step began and ended."""
    query = "select timestamp, dagster_event_type, step_key from event_logs where dagster_event_type in ('STEP_START', 'STEP_SUCCESS')"
    events: list[tuple[float, str, str]] = []
    for database in (home / "dagster" / "history" / "runs").glob("*-*.db"):
        with closing(sqlite3.connect(database)) as history:
            rows = history.execute(query).fetchall()
        events += [(datetime.fromisoformat(at).replace(tzinfo=UTC).timestamp(), kind, step) for at, kind, step in rows]
    return events


if __name__ == "__main__":
    main()
