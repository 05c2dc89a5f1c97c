"""The house as assembled: nobody re-wires it by accident."""

from pathlib import Path

import dagster as dg
import pytest

from assets.schemas import BATCH_TABLES, CORPUS_TABLES
from orchestration.definitions import build_defs, marts_by_name
from orchestration.settings import Settings


@pytest.fixture(scope="module")
def defs(tmp_path_factory: pytest.TempPathFactory) -> dg.Definitions:
    return build_defs(Settings(home=tmp_path_factory.mktemp("home")))


@pytest.fixture(scope="module")
def specs(defs: dg.Definitions) -> dict[str, dg.AssetSpec]:
    return {spec.key.to_user_string(): spec for spec in defs.resolve_all_asset_specs()}


def _upstream(specs: dict[str, dg.AssetSpec], key: str) -> set[str]:
    return {dep.asset_key.to_user_string() for dep in specs[key].deps}


def test_the_groups_are_the_rooms_of_the_street(specs: dict[str, dg.AssetSpec]) -> None:
    assert {spec.group_name for spec in specs.values()} == {
        "ingest", "clean", "enrich", "lake", "resolve", "staging", "intermediate", "marts", "publish",
    }  # fmt: skip


def test_the_street_is_wired_from_bytes_to_warehouse(specs: dict[str, dg.AssetSpec]) -> None:
    assert _upstream(specs, "documents") == {"raw_documents"}
    assert _upstream(specs, "sentences") == {"documents"}
    assert _upstream(specs, "attributions") == {"documents", "sentences", "actor_mentions"}
    assert _upstream(specs, "positions") == {"attributions", "actor_mentions", "time_expressions"}
    assert _upstream(specs, "lake/documents") == {table.name for table in BATCH_TABLES}
    assert _upstream(specs, "resolved/stories") == {
        f"lake/{name}" for name in ("documents", "actor_mentions", "time_expressions", "event_mentions", "event_arguments")
    }
    assert _upstream(specs, "staging/stg_stories") == {"resolved/stories"}
    assert _upstream(specs, "staging/stg_documents") == {"lake/documents"}
    assert _upstream(specs, "warehouse") == {f"marts/{mart}" for mart in marts_by_name()}


def test_everything_downstream_of_the_gate_depends_on_the_lake_alone(specs: dict[str, dg.AssetSpec]) -> None:
    work = {table.name for table in BATCH_TABLES}
    behind = [key for key, spec in specs.items() if spec.group_name in ("resolve", "staging", "intermediate", "marts", "publish")]
    assert {key: _upstream(specs, key) & work for key in behind if _upstream(specs, key) & work} == {}


def test_every_lake_table_is_an_asset_with_its_columns(specs: dict[str, dg.AssetSpec]) -> None:
    for table in BATCH_TABLES:
        columns = specs[table.name].metadata["dagster/column_schema"].columns
        assert [column.name for column in columns] == list(table.columns)
    assert {f"resolved/{table.name}" for table in CORPUS_TABLES} <= set(specs)


def test_every_asset_of_ours_has_a_code_version_and_an_owner(specs: dict[str, dg.AssetSpec]) -> None:
    lacking = [key for key, spec in specs.items() if not spec.owners or not spec.code_version]
    assert lacking == []


def test_each_expectation_is_a_check_and_the_critical_ones_block(defs: dg.Definitions) -> None:
    from expectations.suites import SUITES

    checks = {(key.asset_key.to_user_string(), key.name) for key in defs.resolve_asset_graph().asset_check_keys}
    assert {(suite.table.name, expect.check) for suite in SUITES for expect in suite.expectations} <= checks


def test_the_three_jobs_the_schedule_and_the_sensors_are_there(defs: dg.Definitions) -> None:
    repository = defs.get_repository_def()
    assert {"batch", "release", "everything"} <= set(repository.job_names)
    (schedule,) = repository.schedule_defs
    assert schedule.default_status == dg.DefaultScheduleStatus.RUNNING
    status = {sensor.name: sensor.default_status for sensor in repository.sensor_defs}
    assert status == {
        "document_folder": dg.DefaultSensorStatus.STOPPED,
        "releases": dg.DefaultSensorStatus.RUNNING,
    }


def test_the_warehouse_has_a_freshness_policy(specs: dict[str, dg.AssetSpec]) -> None:
    assert specs["warehouse"].freshness_policy is not None


def test_an_edited_codebook_changes_the_versions_of_the_stages_that_read_it(tmp_path: Path, root: Path) -> None:
    import shutil

    shutil.copytree(root / "seeds" / "codebook", tmp_path / "codebook")

    def versions() -> dict[str, str | None]:
        settings = Settings(home=tmp_path / "home", codebook=tmp_path / "codebook")
        return {spec.key.to_user_string(): spec.code_version for spec in build_defs(settings).resolve_all_asset_specs()}

    before = versions()
    with (tmp_path / "codebook" / "outlets.csv").open("a") as outlets:
        outlets.write("")
    assert versions() == before
    text = (tmp_path / "codebook" / "issues.csv").read_text()
    (tmp_path / "codebook" / "issues.csv").write_text(text + "\n")
    after = versions()
    changed = {key for key in before if before[key] != after[key]}
    assert {"documents", "positions", "resolved/actors"} <= changed
    assert not {"raw_documents", "lake/documents"} & changed
