"""How much memory DuckDB may take, and where it puts down the rest: the same for building, auditing and copying marts."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Spilling:
    """`memory_limit` as DuckDB writes it ('1GB'); `directory`: null is the home; `threads`: of a query."""

    memory_limit: str = "1GB"
    directory: Path | None = None
    threads: int = 2

    def configuration(self, home: Path) -> dict[str, Any]:
        """DuckDB's settings of a connection that works on a home."""
        return {"memory_limit": self.memory_limit, "threads": str(self.threads), "temp_directory": str(self.folder(home))}

    def variables(self, home: Path) -> dict[str, str]:
        """The dbt variables that say the same to its profile."""
        return {"memory_limit": self.memory_limit, "threads": str(self.threads), "spill_directory": str(self.folder(home))}

    def folder(self, home: Path) -> Path:
        """Where a home's work spills: a folder of its own, for DuckDB names its files alike everywhere."""
        if self.directory is None:
            return home / "spilled"
        return self.directory / f"demarche-{hashlib.sha256(str(home).encode()).hexdigest()[:12]}"


MODEST = Spilling()
