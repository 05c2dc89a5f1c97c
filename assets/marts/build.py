"""dbt, run as a library on a manifest parsed once: seconds cheaper than its command line, and on any home.

The models' files and paths are `dbt_project`'s; this module knows how to call dbt and how to let go of the build file.
"""

import contextlib
import io
import json
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, TextIO

from assets.apart import Apart

PROJECT = Path(__file__).parents[2] / "dbt_project"
MANIFEST = PROJECT / "target" / "manifest.json"
PARSED = PROJECT / "target" / "partial_parse.msgpack"


Event = dict[str, Any]  # a result of dbt's, as its own JSON log format has it
Tell = Callable[[Event], object]


class BuildError(RuntimeError):
    """dbt did not build the marts; the message says which nodes failed, and why."""


class Builder:
    """Builds the marts, in this process or (`apart=True`) in one of its own, so that dbt loads while others work."""

    def __init__(self, *, apart: bool = False) -> None:
        self._apart = Apart(preload, build, tells=True) if apart else None

    def start(self) -> None:
        """Begin to load, where that is done in another process."""
        if self._apart:
            self._apart.start()

    def build(self, home: Path, variables: dict[str, Any]) -> Iterator[Event]:
        """As `build`; dbt's results one by one, as they come. Raises `BuildError` after the last, `ApartError`."""
        failure: str | None
        if self._apart:
            failure = yield from self._apart.told(home, variables)
        else:
            events: list[Event] = []
            failure = build(home, variables, events.append)
            yield from events
        if failure:
            raise BuildError(failure)

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
    failure = _invoke(["parse", *_places(PROJECT / "target")], manifest=None)
    if failure:
        raise RuntimeError(failure)


def preload() -> None:
    """Load what a build needs: dbt, and what it works out when it first reads a configuration. Two seconds."""
    from mashumaro.config import BaseConfig

    # Code that reads and writes a class as JSON is made when it is first wanted. dbt's own classes ask for it; those that
    # describe JSON schemas, of which it uses few, do not: half a CPU second.
    BaseConfig.lazy_compilation = True
    import dbt.adapters.duckdb.impl
    import dbt.task.build  # noqa: F401

    if _is_parsed():  # else another process is about to, and what it writes is not to be read half
        listing = ["list", "--select", "release", *_places(PROJECT / "target"), "--no-write-json"]
        _invoke(listing, manifest=_parsed(PARSED.stat().st_mtime_ns))


@lru_cache(maxsize=1)
def _parsed(written_at: int) -> Any:
    """dbt's manifest, which it lets use for one command after another."""
    from dbt.contracts.graph.manifest import Manifest

    return Manifest.from_msgpack(PARSED.read_bytes())


def build_file(home: Path) -> Path:
    return home / "build.duckdb"


def build(home: Path, variables: dict[str, Any], tell: Tell) -> str | None:
    """Build and test all models of a home into `<home>/build.duckdb`.

    Parameters
    ----------
    home
        The home directory, absolute; its lake is read, its build file is made anew.
    variables
        dbt variables besides `home`: release id and versions, `Spilling.variables`.
    tell
        Is given dbt's result events, as they come.

    Returns
    -------
    Null, or the first failing nodes and why: then the build file is no build, and publish must not look at it.
    """
    for leftover in (build_file(home), build_file(home).with_suffix(".duckdb.wal")):
        leftover.unlink(missing_ok=True)
    target = home / "dbt"
    target.mkdir(parents=True, exist_ok=True)
    arguments = ["build", "--exclude-resource-type", "unit_test", "--vars", json.dumps({"home": str(home), **variables})]
    arguments += [*_places(target), "--no-write-json"]
    with log_file(home).open("w") as log:
        return _invoke(arguments, manifest=_parsed(PARSED.stat().st_mtime_ns), tell=tell, log=log)


def log_file(home: Path) -> Path:
    """What dbt said of the last build."""
    return home / "dbt" / "dbt.log"


def _places(target: Path) -> list[str]:
    # No log of dbt's own: it makes up each of a build's two thousand lines, and the environment is looked through for secrets
    # for each, before it finds that the level is not wanted. A third of a build of five documents.
    return [
        "--quiet", "--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT), "--log-level", "none", "--log-level-file", "none",
        "--target-path", str(target), "--log-path", str(target),
    ]  # fmt: skip


def _invoke(arguments: list[str], manifest: Any, tell: Tell | None = None, log: TextIO | None = None) -> str | None:
    """Have dbt do something. Returns why it failed, if it did."""
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner
    from dbt_common.events.functions import msg_to_dict

    reasons: list[str] = []

    def keep(message: Any) -> None:
        if log and message.info.level not in ("debug", "test"):
            print(f"{datetime.now(UTC):%H:%M:%S}", message.info.msg, file=log, flush=True)
        if message.info.name in RESULTS:
            event = msg_to_dict(message)
            reasons.extend(_failures(event))
            if tell:
                tell(event)

    try:
        with contextlib.redirect_stdout(io.StringIO()):
            result = dbtRunner(manifest=manifest, callbacks=[keep]).invoke(arguments)
    finally:
        # dbt keeps its connection for the life of the process: the build file must be free for publish to read.
        if DuckDBConnectionManager._ENV is not None:
            DuckDBConnectionManager._ENV.close()
        DuckDBConnectionManager.close_all_connections()
    if result.success:
        return None
    reasons = reasons or [str(result.exception or "dbt gave no reason; see dbt/dbt.log in the home")]
    return "dbt did not build the marts:\n" + "\n".join(reasons[:10])


RESULTS = {"LogModelResult", "LogTestResult", "LogSeedResult", "LogSnapshotResult", "RunResultError"}
FAILED = {"error", "fail", "runtime error"}


def _failures(event: Event) -> list[str]:
    status = str(event["data"].get("status", "")).lower()
    if event["info"]["name"] == "RunResultError":
        return [event["info"]["msg"].strip()]
    node = event["data"].get("node_info", {}).get("unique_id", "")
    return [f"{node}: {event['info']['msg'].strip()}"] if status in FAILED else []
