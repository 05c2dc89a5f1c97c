"""Runs of the house, each in a process of its own, some of which kill themselves at a named place.

`python processes.py LOG` reads lines `[[FUNCTION, ARGUMENT, …], …]`, starts a process for each call of a line, all at once, and
answers with how they ended (0, 1, or the signal as a negative number). What they write goes to LOG. Each is forked from one
that has only imported, which takes longer than a run itself: nothing was opened and no thread of Polars, DuckDB or Dagster lives.
"""

import faulthandler
import gc
import importlib
import json
import os
import signal
import sys
from pathlib import Path

PATIENCE = 300  # seconds a run may take on a machine busy with other things
# What a run imports, at once or on its way.
IMPORTED = (
    "house", "orchestration.pipeline", "orchestration.making", "assets.publish.assets", "great_expectations.expectations",
    "dbt.cli.main", "dbt.task.build", "dbt.adapters.duckdb.impl",
)  # fmt: skip


def run(place: str, home: str, *paths: str) -> bool:
    """`demarche run`, killed at a place."""
    from house import publish

    _arm(place)
    return publish(Path(home), [Path(path) for path in paths], apart=place == "building")


def batch(home: str, batch: str) -> bool:
    """A batch, as a backfill has it made."""
    from house import ran

    return ran(batch, home=Path(home))


def _die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _arm(place: str) -> None:
    """Make the process die right before the named function does its work."""
    import assets.lake
    import assets.publish.assets
    import assets.publish.releases

    if place.startswith("write:"):
        _, table = place.split(":")
        original = assets.lake._write

        def write(frame: object, path: Path) -> None:
            if table in (path.parent.name, path.stem):
                _die()
            original(frame, path)  # type: ignore[arg-type]

        assets.lake._write = write  # type: ignore[assignment]
    elif place == "promote":
        assets.lake.Lake.promote = _die  # type: ignore[method-assign]
    elif place == "promote:rename":
        original_rename = Path.rename
        Path.rename = lambda self, target: _die() if "promoting" in str(self) else original_rename(self, target)  # type: ignore
    elif place == "build":
        import assets.marts.build

        assets.marts.build.Builder.build = _die  # type: ignore[method-assign]
    elif place == "building":  # dbt is at work, in its own process
        import threading

        import assets.marts.build

        original_build = assets.marts.build.Builder.build

        def build(self: object, home: Path, variables: object) -> object:
            threading.Timer(1.0, _die).start()
            return original_build(self, home, variables)  # type: ignore[arg-type]

        assets.marts.build.Builder.build = build  # type: ignore[method-assign,assignment]
    elif place == "built":
        import assets.marts.assets

        assets.marts.assets.mark_built = _die  # type: ignore[assignment]
    elif place == "copy":
        assets.publish.assets.copy_marts = _die  # type: ignore[assignment]
    elif place == "manifest":
        assets.publish.releases.write_manifest = _die  # type: ignore[assignment]
    elif place == "swap":
        original_replace = os.replace
        os.replace = lambda a, b: _die() if str(b).endswith("warehouse.duckdb") else original_replace(a, b)  # type: ignore
    elif place in ("archive", "link_parquet", "prune"):
        setattr(assets.publish.releases, place, _die)
    elif place != "nowhere":
        raise SystemExit(f"no such place: {place}")


def _started(function: str, arguments: list[str], log: Path) -> int:
    """Call a function in a process of its own, and return that one's id."""
    process = os.fork()
    if process:
        return process
    with log.open("a") as written:
        os.dup2(written.fileno(), 1)
        os.dup2(written.fileno(), 2)
    faulthandler.dump_traceback_later(PATIENCE, exit=True)
    sys.exit(0 if {"run": run, "batch": batch}[function](*arguments) else 1)


if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[level]) for level in (1, 2)]
    gc.set_threshold(200_000, 20, 20)  # as the command line does
    for module in IMPORTED:
        importlib.import_module(module)
    for line in sys.stdin:
        Path(sys.argv[1]).write_text("")
        started = [_started(function, arguments, Path(sys.argv[1])) for function, *arguments in json.loads(line)]
        print(json.dumps([os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) for process in started]), flush=True)
