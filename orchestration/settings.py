"""The settings, read once, at the edge: from `DEMARCHE_*` variables (or a `.env` file), or given by the command line.

Nothing below `orchestration` reads the environment.
"""

from pathlib import Path

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).parents[1]


class Settings(BaseSettings):
    """Every setting with its default. `DEMARCHE_HOME=/data/demarche` sets `home`, and so on."""

    model_config = SettingsConfigDict(env_prefix="DEMARCHE_", env_file=".env", extra="ignore", frozen=True)

    home: Path = Field(ROOT / "data", description="where batches, lake, releases and the served file live")
    documents: Path = Field(ROOT / "seeds" / "documents", description="the folder that schedule and sensor watch")
    codebook: Path = Field(ROOT / "seeds" / "codebook", description="the folder of the codebook's CSV files")
    batch_size: int = Field(10_000, ge=1, description="most documents in a batch")
    max_document_bytes: int = Field(10_000_000, ge=1, description="a larger document is quarantined")
    storage_version: str = Field("v1.0.0", description="DuckDB storage version of the served file")
    releases_kept: int = Field(5, ge=1, description="releases that `rollback` can return to")
    schedule: str = Field("0 6 * * *", description="cron line of the daily schedule, UTC")

    @field_validator("home", "documents", "codebook")
    @classmethod
    def _absolute(cls, path: Path) -> Path:
        return path.expanduser().absolute()

    @field_validator("home")
    @classmethod
    def _addressable(cls, path: Path) -> Path:
        # The run history is opened by addresses such as sqlite:////home/ann/data/…, in which these mean something else.
        if path.as_posix().isprintable() and not set("?%") & set(path.as_posix()):
            return path
        raise ValueError(f"a home's path cannot hold '?', '%' or control characters: {path.as_posix()!r}")
