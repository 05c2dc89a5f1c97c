"""What all tests share: the manifest is there, homes are temporary, what many tests need published is published once.

A home that took long to make is made once for all test processes (`house.made_once`); who works in it gets a copy.
"""

import gc
import os
import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("DAGSTER_DISABLE_TELEMETRY", "yes")
gc.set_threshold(200_000, 20, 20)  # as the command line does: a tenth of the time

# A busy machine is no defect: how long an example takes is for the benchmarks.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "seeds" / "documents"
MEMO = "Pact signed in {0}\n\n{1} signed a border agreement in {0} on {2} June 2020, officials said. See https://lakeherald.example/{2}\n"


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
    from house import loaded_once

    return loaded_once(ROOT / "seeds" / "codebook")  # the one that runs in this process are given


@pytest.fixture(scope="session")
def common(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the processes of one test run have in common. What is in it is copied, never worked in."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "common"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def published_home(common: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the embedded corpus published. Tests only read it."""
    from house import copied, made_once, publish

    def make(home: Path) -> None:
        assert publish(home, [CORPUS]), "the embedded corpus was not published"

    return copied(made_once(common / "corpus", make), tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="session")
def memos(common: Path) -> Path:
    """A folder with `first.txt` and `second.txt`, and a `home` that published the first. To be copied.

    No name of a host may be looked up meanwhile, though an address stands in the memo.
    """
    from house import made_once, publish

    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    def make(folder: Path) -> None:
        folder.mkdir()
        (folder / "first.txt").write_text(MEMO.format("Accra", "Ghana and Togo", 3))
        (folder / "second.txt").write_text(MEMO.format("Lima", "Peru and Chile", 9))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(socket, "getaddrinfo", forbidden)
            assert publish(folder / "home", [folder / "first.txt"]), "a memo was not published"

    return made_once(common / "memos", make)


@pytest.fixture(scope="session")
def warehouse(published_home: Path):
    """The published release, opened as an analyst would."""
    import duckdb

    (release,) = published_home.glob("releases/*/warehouse.duckdb")  # not the served copy: commands under test open that
    with duckdb.connect(str(release), read_only=True) as connection:
        yield connection
