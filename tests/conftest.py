"""What all tests share: the manifest is there, homes are temporary, one published home of the embedded corpus."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("DAGSTER_DISABLE_TELEMETRY", "yes")

# A busy machine is no defect: how long an example takes is for the benchmarks.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "seeds" / "documents"


def pytest_configure(config: pytest.Config) -> None:
    from assets.marts.build import MANIFEST

    if not MANIFEST.exists():
        raise pytest.UsageError("dbt's manifest is missing: run `make setup` (or `make test`) first")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The embedded documents."""
    return CORPUS


@pytest.fixture(scope="session")
def codebook():
    from assets.codebook import Codebook

    return Codebook.load(ROOT / "seeds" / "codebook")


@pytest.fixture(scope="session")
def published_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the embedded corpus published once. Tests only read it."""
    from house import publish

    home = tmp_path_factory.mktemp("published")
    assert publish(home, [CORPUS]), "the embedded corpus was not published"
    return home


@pytest.fixture(scope="session")
def warehouse(published_home: Path):
    """The published release, opened as an analyst would."""
    import duckdb

    (release,) = published_home.glob("releases/*/warehouse.duckdb")  # not the served copy: commands under test open that
    with duckdb.connect(str(release), read_only=True) as connection:
        yield connection
