"""dbt, run as a library on a manifest parsed once: seconds cheaper than its command line, and on any home.

The models' files and paths are `dbt_project`'s; this module knows how to call dbt and how to let go of the build file.
"""

import contextlib
import io
import json
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from assets.apart import Apart

PROJECT = Path(__file__).parents[2] / "dbt_project"
MANIFEST = PROJECT / "target" / "manifest.json"
PARSED = PROJECT / "target" / "partial_parse.msgpack"


@dataclass(frozen=True)
class Built:
    """How a build went: dbt's result events as dictionaries (its own JSON log format), and what failed, if anything did."""

    events: list[dict[str, Any]]
    failure: str | None = None


class Builder:
    """Builds the marts, in this process or (`apart=True`) in one of its own, so that dbt loads while others work."""

    def __init__(self, *, apart: bool = False) -> None:
        self._apart = Apart(preload, build) if apart else None

    def start(self) -> None:
        """Begin to load, where that is done in another process."""
        if self._apart:
            self._apart.start()

    def build(self, home: Path, variables: dict[str, Any]) -> Built:
        """As `build`."""
        built: Built = (self._apart or build)(home, variables)
        return built

    def close(self) -> None:
        """End the other process."""
        if self._apart:
            self._apart.close()


def ensure_parsed() -> None:
    """Parse the project if its manifest is missing or older than a model, macro, test or setting."""
    if not _is_parsed():
        parse()
        os.utime(MANIFEST)  # dbt leaves it alone where only a comment changed


def _is_parsed() -> bool:
    sources = [path for pattern in ("**/*.sql", "**/*.yml") for path in PROJECT.glob(pattern) if PROJECT / "target" not in path.parents]
    changed = max(path.stat().st_mtime for path in sources)
    return MANIFEST.exists() and PARSED.exists() and MANIFEST.stat().st_mtime >= changed


def parse() -> None:
    """Make `target/manifest.json`, which the assets are read from. Needed once, and after a model was changed."""
    PROJECT.joinpath("target").mkdir(exist_ok=True)
    parsed = _invoke(["parse", *_places(PROJECT / "target")], manifest=None)
    if parsed.failure:
        raise RuntimeError(parsed.failure)


def preload() -> None:
    """Load what a build needs: dbt, and what it works out when it first reads a configuration. About three seconds."""
    import dbt.adapters.duckdb.impl
    import dbt.task.build  # noqa: F401

    if _is_parsed():  # else another process is about to, and what it writes is not to be read half
        listing = ["list", "--select", "release", "--log-level-file", "none", *_places(PROJECT / "target"), "--no-write-json"]
        _invoke(listing, manifest=_parsed(PARSED.stat().st_mtime_ns))


@lru_cache(maxsize=1)
def _parsed(written_at: int) -> Any:
    """dbt's manifest, which it lets use for one command after another."""
    from dbt.contracts.graph.manifest import Manifest

    return Manifest.from_msgpack(PARSED.read_bytes())


def build_file(home: Path) -> Path:
    return home / "build.duckdb"


def build(home: Path, variables: dict[str, Any]) -> Built:
    """Build and test all models of a home into `<home>/build.duckdb`.

    Parameters
    ----------
    home
        The home directory, absolute; its lake is read, its build file is made anew.
    variables
        dbt variables besides `home` (release id and versions).

    Returns
    -------
    What was built. With a failure, the first failing nodes and why, the build file is no build: publish must not look at it.
    """
    for leftover in (build_file(home), build_file(home).with_suffix(".duckdb.wal")):
        leftover.unlink(missing_ok=True)
    target = home / "dbt"
    target.mkdir(parents=True, exist_ok=True)
    arguments = [
        "build",
        "--log-level-file",
        "info",
        "--exclude-resource-type",
        "unit_test",
        "--vars",
        json.dumps({"home": str(home), **variables}),
    ]
    return _invoke([*arguments, *_places(target), "--no-write-json"], manifest=_parsed(PARSED.stat().st_mtime_ns))


def _places(target: Path) -> list[str]:
    return [
        "--quiet", "--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT),
        "--target-path", str(target), "--log-path", str(target / "logs"),
    ]  # fmt: skip


def _invoke(arguments: list[str], manifest: Any) -> Built:
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner
    from dbt_common.events.functions import msg_to_dict

    events: list[dict[str, Any]] = []

    def keep(message: Any) -> None:
        if message.info.name in RESULTS:
            events.append(msg_to_dict(message))

    try:
        with contextlib.redirect_stdout(io.StringIO()):
            result = dbtRunner(manifest=manifest, callbacks=[keep]).invoke(arguments)
    finally:
        # dbt keeps its connection for the life of the process: the build file must be free for publish to read.
        if DuckDBConnectionManager._ENV is not None:
            DuckDBConnectionManager._ENV.close()
        DuckDBConnectionManager.close_all_connections()
    if result.success:
        return Built(events)
    reasons = [reason for event in events for reason in _failures(event)]
    reasons = reasons or [str(result.exception or "dbt gave no reason; see dbt/logs/dbt.log in the home")]
    return Built(events, "dbt did not build the marts:\n" + "\n".join(reasons[:10]))


RESULTS = {"LogModelResult", "LogTestResult", "LogSeedResult", "LogSnapshotResult", "RunResultError"}
FAILED = {"error", "fail", "runtime error"}


def _failures(event: dict[str, Any]) -> list[str]:
    status = str(event["data"].get("status", "")).lower()
    if event["info"]["name"] == "RunResultError":
        return [event["info"]["msg"].strip()]
    node = event["data"].get("node_info", {}).get("unique_id", "")
    return [f"{node}: {event['info']['msg'].strip()}"] if status in FAILED else []
