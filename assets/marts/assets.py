"""The marts stage as assets: one a dbt model, one check a dbt test, all built in one step."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import dagster as dg

from assets.imports import absent, hidden
from assets.lake import Lake
from assets.lock import one_writer
from assets.marts.build import MANIFEST, Builder, BuildError, Event, ensure_parsed
from assets.marts.release import Release, mark_built, unmark_built
from assets.marts.spilling import MODEST, Spilling

# dagster-dbt works without dbt-core, and imports all of it where it is found: 1.3 CPU seconds, though dbt is at home in
# the builder's process, and only manifest and events come here. It also imports its clients of dbt's cloud, and sqlglot for the
# lineage of columns, which nobody asks it for: 0.25 CPU seconds.
CLOUD = ("dagster_dbt.cloud", "dagster_dbt.cloud_v2", "dagster_dbt.cloud_v2.component")
SQLGLOT = ("sqlglot", "sqlglot.expressions", "sqlglot.lineage", "sqlglot.optimizer")
with hidden("dbt"), absent(*CLOUD, *SQLGLOT):
    from dagster_dbt import DagsterDbtTranslator, DbtProject, dbt_assets
    from dagster_dbt.core.dbt_cli_event import DbtCoreCliEventMessage


class Translator(DagsterDbtTranslator):
    """Gives each model its key (its name) and its group (its layer: staging, intermediate, marts)."""

    def get_asset_spec(self, manifest: Mapping[str, Any], unique_id: str, project: DbtProject | None) -> dg.AssetSpec:
        spec = super().get_asset_spec(manifest, unique_id, project)
        node = self.get_resource_props(manifest, unique_id)
        if node["resource_type"] != "model":
            return spec
        # A mart may share its name with a lake table (documents, actors): the prefix keeps them apart.
        return spec.replace_attributes(key=dg.AssetKey([node["fqn"][1], node["name"]]), group_name=node["fqn"][1])


TRANSLATOR = Translator()  # one for all: it remembers the specs it made


@cache
def manifest() -> dict[str, Any]:
    """dbt's manifest, parsed anew if a model was edited since."""
    ensure_parsed()
    return dict(json.loads(MANIFEST.read_text()))


def marts_assets(spilling: Spilling = MODEST) -> dg.AssetsDefinition:
    """All models as one Dagster step. Needs the manifest that `make setup` (dbt parse) leaves."""

    @dbt_assets(manifest=manifest(), dagster_dbt_translator=TRANSLATOR, name="marts")
    def marts(
        context: dg.AssetExecutionContext,
        lake: dg.ResourceParam[Lake],
        release: dg.ResourceParam[Release],
        builder: dg.ResourceParam[Builder],
    ) -> Iterator[Any]:
        """Build and test every model of the warehouse."""
        tests: Counter[str] = Counter()
        with one_writer(lake.home, "building the marts"):
            unmark_built(lake.home)
            lake.stage()
            try:
                for event in builder.build(lake.home, release.variables() | spilling.variables(lake.home)):  # told while dbt goes on
                    tests.update(_of_test(event))
                    message = DbtCoreCliEventMessage(raw_event=event, event_history_metadata={})
                    yield from message.to_default_asset_events(manifest=manifest(), dagster_dbt_translator=TRANSLATOR, context=context)
            except BuildError as failure:
                raise dg.Failure(str(failure), allow_retries=False) from None
            mark_built(lake.home, context.run_id, {"passed": tests["pass"], "warned": tests["warn"]})

    return marts


def _of_test(event: Event) -> list[str]:
    """How a test fared, of its result."""
    return [str(event["data"].get("status")).lower()] if event["info"]["name"] == "LogTestResult" else []
