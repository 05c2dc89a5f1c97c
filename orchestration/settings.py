"""The settings, read once, at the edge: from `DEMARCHE_*` variables (or a `.env` file), or given by the command line.

Nothing below `orchestration` reads the environment.
"""

import os
import re
import sys
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, EnvSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from assets.marts.spilling import Spilling
from orchestration.setting_names import check_names

ROOT = Path(__file__).parents[1]


class Settings(BaseSettings):
    """Every setting with its default. `DEMARCHE_HOME=/data/demarche` sets `home`, and so on."""

    model_config = SettingsConfigDict(env_prefix="DEMARCHE_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The usual sources; names that are no setting do not pass unseen. Raises `MisspeltSettingError`."""
        for source in (env_settings, dotenv_settings):
            if isinstance(source, EnvSettingsSource):
                check_names(source.env_vars, cls.model_fields)
        return init_settings, env_settings, dotenv_settings, file_secret_settings

    home: Path = Field(ROOT / "data", description="where batches, lake, releases and the served file live")
    lake: str | None = Field(None, description="where registered and promoted batches are kept, as s3://bucket/prefix; none: in the home")
    documents: Path = Field(ROOT / "seeds" / "documents", description="the folder that schedule and sensor watch")
    codebook: Path = Field(ROOT / "seeds" / "codebook", description="the folder of the codebook's CSV files")
    batch_size: int = Field(10_000, ge=1, description="most documents in a batch")
    workers: int = Field(
        default_factory=lambda: os.cpu_count() or 1, ge=1, description="processes that read a batch; 1: no other but its own"
    )
    memory_limit: str = Field(
        "1GB", description="what DuckDB may hold while it builds, audits or copies marts, as 4GB; the rest goes to the spill directory"
    )
    spill_directory: Path | None = Field(None, description="where DuckDB puts down what exceeds the limit; none: the home")
    cluster: str | None = Field(
        None, description="a Dask scheduler, as tcp://host:8786, whose workers read long batches; none: processes of this machine"
    )
    max_document_bytes: int = Field(10_000_000, ge=1, description="a larger document is quarantined")
    storage_version: str = Field("v1.0.0", description="DuckDB storage version of the served file")
    releases_kept: int = Field(5, ge=1, description="releases that `rollback` can return to")
    schedule: str = Field("0 6 * * *", description="cron line of the daily schedule, UTC")
    feeds: str = Field(
        "", description="feeds the schedule fetches: addresses with commas between, or a file with one a line; none: no network"
    )
    fetch_linked_pages: bool = Field(True, description="fetch the page of a feed's entry that holds a summary only")
    fetch_delay: float = Field(1.0, ge=0, description="least seconds between two requests to a host")
    fetch_pages_per_host: int = Field(
        200, ge=0, description="most pages of a host that a run fetches for feeds; the rest is left to the next"
    )
    fetch_max_bytes: int = Field(2_000_000_000, ge=1, description="a larger file behind an address is not fetched")
    allow_private_addresses: bool = Field(False, description="fetch from addresses that are not of the public internet")
    extractor: Literal["rules", "spacy", "llm"] = Field("rules", description="what reads attributions; all but the rules are optional")
    spacy_pipeline: str = Field("en_core_web_trf", description="of the extractor 'spacy': an installed pipeline with a parser")
    llm_url: str | None = Field(None, description="of the extractor 'llm': an OpenAI-compatible endpoint, up to /v1")
    llm_model: str | None = Field(None, description="of the extractor 'llm': the model's name there")
    llm_api_key: SecretStr | None = Field(None, description="of the extractor 'llm': sent as bearer token")
    llm_requests_per_minute: int = Field(60, ge=1, description="of the extractor 'llm'")
    llm_token_budget: int = Field(2_000_000, ge=1, description="of the extractor 'llm': tokens a batch may cost; the rules read the rest")
    llm_timeout: float = Field(60.0, gt=0, description="of the extractor 'llm': seconds until a request is given up")

    @field_validator("home", "documents", "codebook", "spill_directory")
    @classmethod
    def _absolute(cls, path: Path | None) -> Path | None:
        return path and path.expanduser().absolute()

    @field_validator("home")
    @classmethod
    def _addressable(cls, path: Path) -> Path:
        # The run history is opened by addresses such as sqlite:////home/ann/data/…, in which these mean something else.
        if path.as_posix().isprintable() and not set("?%") & set(path.as_posix()):
            return path
        raise ValueError(f"a home's path cannot hold '?', '%' or control characters: {path.as_posix()!r}")

    @field_validator("memory_limit")
    @classmethod
    def _size(cls, limit: str) -> str:
        amount = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([KMGT]i?B)", limit.strip(), re.IGNORECASE)
        if amount and float(amount[1]) > 0:
            return limit.strip()
        raise ValueError(f"a memory limit is a number and a unit, as 1500MB or 4GB, not {limit!r}")

    @field_validator("storage_version")
    @classmethod
    def _version(cls, version: str) -> str:
        if re.fullmatch(r"latest|v\d+\.\d+\.\d+", version):
            return version
        raise ValueError(f"a DuckDB storage version is written as v1.0.0, not {version!r}")

    @field_validator("feeds")
    @classmethod
    def _absolute_file(cls, feeds: str) -> str:
        return feeds if not feeds.strip() or "://" in feeds else str(Path(feeds).expanduser().absolute())

    @field_validator("cluster")
    @classmethod
    def _scheduler(cls, address: str | None) -> str | None:
        if address and not address.startswith(("tcp://", "tls://")):
            raise ValueError(f"the address of a Dask scheduler is tcp://host:port or tls://host:port, not {address!r}")
        return address or None

    @field_validator("lake")
    @classmethod
    def _address(cls, lake: str | None) -> str | None:
        if lake and "://" not in lake:
            raise ValueError(f"the lake's address is one that fsspec knows (s3://bucket/prefix), not {lake!r}; a folder: file:///folder")
        return lake or None

    def environment(self) -> dict[str, str]:
        """The variables that give these settings to another process."""
        given = {name: value for name, value in self.model_dump().items() if value is not None}
        texts = {name: value.get_secret_value() if isinstance(value, SecretStr) else str(value) for name, value in given.items()}
        return {f"DEMARCHE_{name.upper()}": text for name, text in texts.items()}

    @property
    def spilling(self) -> Spilling:
        """How much DuckDB may hold, and where the rest goes."""
        return Spilling(self.memory_limit, self.spill_directory, self.workers)

    @property
    def most_workers(self) -> int:
        """Most processes that read a batch. A cluster has as many as its scheduler says, whatever this machine has."""
        return sys.maxsize if self.cluster else self.workers

    @property
    def feed_addresses(self) -> list[str]:
        """The feeds, one by one. Of a file: its lines, without blank ones and those that begin with '#'."""
        are_addresses = "://" in self.feeds or not self.feeds.strip()
        lines = self.feeds.split(",") if are_addresses else _lines_of(Path(self.feeds))
        return [line.strip() for line in lines if line.strip() and not line.strip().startswith("#")]


def _lines_of(file: Path) -> list[str]:
    try:
        return file.read_text("utf-8", "replace").splitlines()
    except OSError as error:
        raise OSError(error.errno, f"{error.strerror}; DEMARCHE_FEEDS names addresses, or a file of them", str(file)) from error
