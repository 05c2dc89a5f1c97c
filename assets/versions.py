"""Which code made a table: a fingerprint of the sources a stage is made of, so that nobody has to remember to bump it.

A batch whose tables carry another fingerprint than today's is stale: `demarche status` says so, `demarche run
--rebuild stale` mends it. Editing the codebook changes the fingerprint of the stages that read it.
"""

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent
MODELS = PACKAGE.parent / "dbt_project"
DBT_SOURCES = (("models", "*.sql"), ("models", "*.yml"), ("macros", "*.sql"), (".", "dbt_project.yml"))

# What the tables of each group are made by: packages and modules under assets/, and whether they read the codebook.
MADE_BY: dict[str, tuple[tuple[str, ...], bool]] = {
    "ingest": (("ingest",), False),
    "clean": (("clean", "timex", "codebook"), True),
    "enrich": (("enrich", "timex", "codebook"), True),
    "lake": (("gate",), False),
    "resolve": (("resolve", "timex", "clean/signatures.py", "codebook"), True),
    "publish": (("publish",), False),
}


@cache
def code_version(*parts: str, extra: str = "") -> str:
    """Fingerprint of packages or modules under `assets/` ('clean', 'timex.py') and of `extra` (a codebook's version)."""
    digest = hashlib.sha256(extra.encode())
    for path in _sources(("schemas", "identity.py", *parts)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def codebook_version(folder: Path) -> str:
    """Fingerprint of the codebook's files."""
    return folder_version(folder, "*.csv")


def house_version(settings: str = "") -> str:
    """One fingerprint of all code a release depends on, the stages and the models, and of `settings` beside them."""
    stages = "".join(code_version(*parts) for parts, _ in MADE_BY.values())
    models = "".join(folder_version(MODELS / folder, pattern) for folder, pattern in DBT_SOURCES)
    return code_version("marts", extra=stages + models + settings)


def folder_version(folder: Path, pattern: str) -> str:
    """Fingerprint of the files of a folder that match a pattern, names included."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob(pattern)):
        digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:10]


def _sources(parts: Sequence[str]) -> list[Path]:
    """Wiring (`assets.py`) and fetching make no table: the bytes are kept, however they came."""
    found: set[Path] = set()
    for part in parts:
        place = PACKAGE / part
        found |= {p for p in place.rglob("*.py") if p.name != "assets.py" and p.parent.name != "fetch"} if place.is_dir() else {place}
    return sorted(found)
