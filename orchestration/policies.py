"""Policy, in one place for all assets: which code made them, who owns them, how fresh they must be, what is retried."""

from datetime import timedelta
from pathlib import Path

import dagster as dg

from assets.marts.build import PROJECT
from assets.versions import code_version, folder_version

# What the tables of each group are made by: packages and modules under assets/, and whether they read the codebook.
MADE_BY: dict[str, tuple[tuple[str, ...], bool]] = {
    "ingest": (("ingest",), False),
    "clean": (("clean", "timex"), True),
    "enrich": (("enrich", "timex", "codebook"), True),
    "lake": (("gate",), False),
    "resolve": (("resolve", "timex", "clean/signatures.py", "codebook"), True),
    "publish": (("publish",), False),
}

RETRY = dg.RetryPolicy(max_retries=1, delay=2)  # a lock held too long, a file system hiccup

FRESHNESS = dg.FreshnessPolicy.time_window(fail_window=timedelta(hours=36), warn_window=timedelta(hours=26))


def with_policies(spec: dg.AssetSpec, codebook: str, extractor: str = "") -> dg.AssetSpec:
    """An asset's spec with its code version, owner and freshness. `codebook`, `extractor`: their versions."""
    changes: dict[str, object] = {"owners": ["team:demarche"]}
    if spec.group_name in MADE_BY:
        parts, reads_codebook = MADE_BY[spec.group_name]
        extra = (codebook if reads_codebook else "") + (extractor if spec.group_name == "enrich" else "")
        changes["code_version"] = code_version(*parts, extra=extra)
    if spec.key == dg.AssetKey("warehouse"):
        changes["freshness_policy"] = FRESHNESS
    return spec.replace_attributes(**changes)  # type: ignore[arg-type]


def codebook_version(folder: Path) -> str:
    """Fingerprint of the codebook's files."""
    return folder_version(folder, "*.csv")


def house_version() -> str:
    """One fingerprint of all code a release depends on: the stages and the models."""
    stages = "".join(code_version(*parts) for parts, _ in MADE_BY.values())
    models = "".join(folder_version(PROJECT / folder, pattern) for folder, pattern in DBT_SOURCES)
    return code_version("marts", extra=stages + models)


DBT_SOURCES = (("models", "*.sql"), ("models", "*.yml"), ("macros", "*.sql"))
