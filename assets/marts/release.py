"""What a release is called and made of before it is built, and whose the build file is.

What is published, kept and served belongs in `assets.publish`.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

CONTRACT_VERSION = "1"


@dataclass(frozen=True)
class Release:
    """What a release is called and what it is made of, before it is built."""

    release_id: str
    released_at: datetime
    codebook_version: str
    code_version: str

    def variables(self) -> dict[str, str]:
        """The dbt variables that fill the `release` mart."""
        return {
            "release_id": self.release_id,
            "released_at": self.released_at.strftime("%Y-%m-%d %H:%M:%S.%f"),
            "contract_version": CONTRACT_VERSION,
            "codebook_version": self.codebook_version,
            "code_version": self.code_version,
        }


def mark_built(home: Path, run_id: str, checks: dict[str, int]) -> None:
    (home / "build.json").write_text(json.dumps({"run_id": run_id, "checks": checks}))


def unmark_built(home: Path) -> None:
    (home / "build.json").unlink(missing_ok=True)


def build_mark(home: Path) -> tuple[str | None, dict[str, int]]:
    """The run that finished the build file, and how dbt's tests fared (`passed`, `warned`)."""
    path = home / "build.json"
    if not path.exists():
        return None, {}
    mark = json.loads(path.read_text())
    return str(mark["run_id"]), dict(mark["checks"])
