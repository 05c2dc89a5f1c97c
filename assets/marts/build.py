"""dbt, run in this process on a manifest parsed once: seconds cheaper than its command line, and on any home.

The models' files and paths are `dbt_project`'s; this module knows how to call dbt and how to let go of the build file.
"""

import contextlib
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[2] / "dbt_project"
MANIFEST = PROJECT / "target" / "manifest.json"
PARSED = PROJECT / "target" / "partial_parse.msgpack"

OnEvent = Callable[[dict[str, Any]], None]


class BuildError(RuntimeError):
    """dbt did not build the marts; the message names the first nodes that failed, and why."""


def ensure_parsed() -> None:
    """Parse the project if its manifest is missing or older than a model, macro, test or setting."""
    sources = [path for pattern in ("**/*.sql", "**/*.yml") for path in PROJECT.glob(pattern) if PROJECT / "target" not in path.parents]
    changed = max(path.stat().st_mtime for path in sources)
    if not (MANIFEST.exists() and PARSED.exists()) or MANIFEST.stat().st_mtime < changed:
        parse()
        os.utime(MANIFEST)  # dbt leaves it alone where only a comment changed


def parse() -> None:
    """Make `target/manifest.json`, which the assets are read from. Needed once, and after a model was changed."""
    PROJECT.joinpath("target").mkdir(exist_ok=True)
    _invoke(["parse", *_places(PROJECT / "target")], lambda event: None, manifest=None)


def preload() -> None:
    """Import what a build needs. For a thread that has time while others wait: it takes two seconds."""
    import dbt.adapters.duckdb.impl
    import dbt.cli.main
    import dbt.task.build  # noqa: F401


def build_file(home: Path) -> Path:
    return home / "build.duckdb"


def build(home: Path, variables: dict[str, Any], on_event: OnEvent) -> None:
    """Build and test all models of a home into `<home>/build.duckdb`.

    Parameters
    ----------
    home
        The home directory, absolute; its lake is read, its build file is made anew.
    variables
        dbt variables besides `home` (release id and versions).
    on_event
        Called with each of dbt's events as a dictionary (dbt's own JSON log format).

    Raises
    ------
    BuildError
        With the failing nodes. The build file is then no build: publish must not look at it.
    """
    from dbt.contracts.graph.manifest import Manifest

    for leftover in (build_file(home), build_file(home).with_suffix(".duckdb.wal")):
        leftover.unlink(missing_ok=True)
    target = home / "dbt"
    target.mkdir(parents=True, exist_ok=True)
    manifest = Manifest.from_msgpack(PARSED.read_bytes())
    arguments = ["build", "--exclude-resource-type", "unit_test", "--vars", json.dumps({"home": str(home), **variables})]
    _invoke([*arguments, *_places(target)], on_event, manifest=manifest)


def _places(target: Path) -> list[str]:
    shown = ["--quiet", "--no-write-json"] if target != PROJECT / "target" else ["--quiet"]
    return [
        *shown, "--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT),
        "--target-path", str(target), "--log-path", str(target / "logs"),
    ]  # fmt: skip


def _invoke(arguments: list[str], on_event: OnEvent, manifest: Any) -> None:
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner
    from dbt_common.events.functions import msg_to_dict

    failures: list[str] = []

    def relay(message: Any) -> None:
        if message.info.name in RESULTS:
            event = msg_to_dict(message)
            failures.extend(_failure(event))
            on_event(event)

    try:
        with contextlib.redirect_stdout(io.StringIO()):
            result = dbtRunner(manifest=manifest, callbacks=[relay]).invoke(arguments)
    finally:
        # dbt keeps its connection for the life of the process: the build file must be free for publish to read.
        if DuckDBConnectionManager._ENV is not None:
            DuckDBConnectionManager._ENV.close()
        DuckDBConnectionManager.close_all_connections()
    if not result.success:
        reasons = failures or [str(result.exception or "dbt gave no reason; see dbt/logs/dbt.log in the home")]
        raise BuildError("dbt did not build the marts:\n" + "\n".join(reasons[:10]))


RESULTS = {"LogModelResult", "LogTestResult", "LogSeedResult", "LogSnapshotResult", "RunResultError"}
FAILED = {"error", "fail", "runtime error"}


def _failure(event: dict[str, Any]) -> list[str]:
    status = str(event["data"].get("status", "")).lower()
    if event["info"]["name"] == "RunResultError":
        return [event["info"]["msg"].strip()]
    node = event["data"].get("node_info", {}).get("unique_id", "")
    return [f"{node}: {event['info']['msg'].strip()}"] if status in FAILED else []
