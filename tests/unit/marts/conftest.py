"""dbt on a manifest parsed once a test session, and the build of a home without a row."""

import json
from pathlib import Path
from typing import Any

import pytest
from tiny_home import Dbt, make_home

PROJECT = Path(__file__).parents[3] / "dbt_project"


@pytest.fixture(scope="session")
def dbt(tmp_path_factory: pytest.TempPathFactory) -> Dbt:
    """Runs a dbt command on a home, on a manifest parsed for this session alone."""
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner

    target = tmp_path_factory.mktemp("dbt_target")
    places = ["--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT), "--target-path", str(target), "--log-path", str(target)]
    parsed = dbtRunner().invoke(["--quiet", "parse", *places])
    assert parsed.success, parsed.exception

    def run(command: str, home: Path, *options: str) -> Any:
        variables = json.dumps({"home": str(home)})
        runner = dbtRunner(manifest=parsed.result)
        result = runner.invoke(["--quiet", "--no-write-json", command, "--vars", variables, *places, *options])
        DuckDBConnectionManager.close_all_connections()
        assert result.exception is None, result.exception
        return result

    run.manifest = json.loads((target / "manifest.json").read_text())  # type: ignore[attr-defined]
    return run


@pytest.fixture(scope="session")
def manifest(dbt: Dbt) -> dict[str, Any]:
    return dict(dbt.manifest)  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def empty_home(dbt: Dbt, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """A home without a single row, built, and the outcome of its models and tests, unit tests included."""
    home = tmp_path_factory.mktemp("home [of] 'nobody'=1")
    make_home(home, {})
    return home, dbt("build", home)
