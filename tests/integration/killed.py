"""A `demarche run` that kills itself at a named place, and a process that starts such runs.

`python killed.py LOG` reads lines `["PLACE", "HOME", "PATH", …]`, starts a process for each, and answers with how it
ended (0, 1, or the signal as a negative number). What a run writes goes to LOG. Each is forked from one that has only
imported, which takes longer than the run itself: nothing was opened and no thread of Polars, DuckDB or Dagster lives.
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
    "house", "orchestration.pipeline", "assets.publish.assets", "great_expectations.expectations",
    "dbt.cli.main", "dbt.task.build", "dbt.adapters.duckdb.impl",
)  # fmt: skip


def _die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def arm(place: str) -> None:
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


def _started(place: str, home: str, paths: list[str], log: Path) -> int:
    """Start a run in a process of its own, wait for it, and tell how it ended."""
    process = os.fork()
    if process:
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    with log.open("w") as written:
        os.dup2(written.fileno(), 1)
        os.dup2(written.fileno(), 2)
    faulthandler.dump_traceback_later(PATIENCE, exit=True)
    from house import publish

    arm(place)
    sys.exit(0 if publish(Path(home), [Path(path) for path in paths], apart=place == "building") else 1)


if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[level]) for level in (1, 2)]
    gc.set_threshold(200_000, 20, 20)  # as the command line does
    for module in IMPORTED:
        importlib.import_module(module)
    for line in sys.stdin:
        place, home, *paths = json.loads(line)
        print(_started(place, home, paths, Path(sys.argv[1])), flush=True)
