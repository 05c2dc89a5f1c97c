"""How long `demarche run` takes, start of the process to its end, and which part takes how much.

    python -m benchmarks.latency [PATH]...        (default: seeds/documents)

Runs twice on new homes and reports the second: files cached, byte code compiled. Goal: at most 8 s for five documents
on two cores.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

GOAL_SECONDS = 8.0


def main(paths: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        timed(Path(folder) / "cold", paths)
        seconds, started = timed(Path(folder) / "warm", paths)
        parts = parts_of(Path(folder) / "warm", started, seconds)
    table = Table(title=f"demarche run {' '.join(paths)}: {seconds:.1f} s (goal {GOAL_SECONDS:.0f} s for five documents)")
    table.add_column("part")
    table.add_column("seconds", justify="right")
    table.add_column("share", justify="right")
    for part, taken in parts.items():
        table.add_row(part, f"{taken:.2f}", f"{taken / seconds:.0%}")
    Console(width=100).print(table)


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
    events = []
    for database in (home / "dagster" / "history" / "runs").glob("*-*.db"):
        with sqlite3.connect(database) as history:
            query = (
                "select timestamp, dagster_event_type, step_key from event_logs where dagster_event_type in ('STEP_START', 'STEP_SUCCESS')"
            )
            events += history.execute(query).fetchall()
    times = sorted((datetime.fromisoformat(at).replace(tzinfo=UTC).timestamp(), kind, step) for at, kind, step in events)
    first, last = times[0][0] - started, times[-1][0] - started
    parts = {"start: imports, Dagster's instance, registering": first}
    checks = 0.0
    begun: dict[str, float] = {}
    for at, kind, step in times:
        if kind == "STEP_START":
            begun[step] = at
        elif step.endswith("_expectations"):
            checks += at - begun[step]
        else:
            parts[step] = at - begun[step]
    parts["expectations"] = checks
    parts["Dagster between steps"] = last - first - (sum(parts.values()) - parts["start: imports, Dagster's instance, registering"])
    parts["end: showing what was published"] = seconds - last
    return parts


if __name__ == "__main__":
    if {"-h", "--help"} & set(sys.argv[1:]):
        sys.exit(__doc__)
    main(sys.argv[1:] or ["seeds/documents"])
