"""Policy, in one place for all assets: which code made them, who owns them, how fresh they must be, what is retried."""

from datetime import timedelta

import dagster as dg

from assets.versions import MADE_BY, code_version

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
