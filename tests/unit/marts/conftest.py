"""dbt on a manifest parsed once a test session, and the build of a home without a row."""

import json
from pathlib import Path
from typing import Any

import pytest
from tiny_home import Dbt, make_home

PROJECT = Path(__file__).parents[3] / "dbt_project"


@pytest.fixture(scope="session")
def parsed(common: Path) -> Path:
    """A target folder of dbt's, with what it made of the project for this session alone."""
    from dbt.cli.main import dbtRunner
    from house import made_once

    def parse(target: Path) -> None:
        result = dbtRunner().invoke(["--quiet", "parse", *_places(target)])
        assert result.success, result.exception

    return made_once(common / "dbt_target", parse)


@pytest.fixture(scope="session")
def dbt(parsed: Path, tmp_path_factory: pytest.TempPathFactory) -> Dbt:
    """Runs a dbt command on a home."""
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner
    from dbt.contracts.graph.manifest import Manifest

    places = _places(tmp_path_factory.mktemp("dbt_target"))
    manifest = Manifest.from_msgpack((parsed / "partial_parse.msgpack").read_bytes())

    def run(command: str, home: Path, *options: str) -> Any:
        variables = json.dumps({"home": str(home)})
        result = dbtRunner(manifest=manifest).invoke(["--quiet", "--no-write-json", command, "--vars", variables, *places, *options])
        DuckDBConnectionManager.close_all_connections()
        assert result.exception is None, result.exception
        return result

    return run


def _places(target: Path) -> list[str]:
    return ["--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT), "--target-path", str(target), "--log-path", str(target)]


@pytest.fixture(scope="session")
def manifest(parsed: Path) -> dict[str, Any]:
    return dict(json.loads((parsed / "manifest.json").read_text()))


@pytest.fixture(scope="session")
def empty_home(dbt: Dbt, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """A home without a single row, built, and the outcome of its models and tests, unit tests included."""
    home = tmp_path_factory.mktemp("home [of] 'nobody'=1")
    make_home(home, {})
    return home, dbt("build", home)
