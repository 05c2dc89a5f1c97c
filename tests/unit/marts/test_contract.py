"""The contract of the warehouse, written down a second time so that it cannot change unseen.

A breaking change here is a new contract version (`contract_version` in dbt_project.yml) and a line in the changelog.
"""

import runpy
from pathlib import Path
from typing import Any

import duckdb
import pytest

from assets.lake import PROMOTED
from assets.schemas import CORPUS_TABLES

PROJECT = Path(__file__).parents[3] / "dbt_project"

EVIDENCE = "evidence evidence_start evidence_end"
CONTRACT = {
    "documents": "document_id source_uri file_name publisher title authors language url published_on published_from published_to"
    " date_precision date_basis date_evidence body word_count boilerplate_share genre text_origin text_origin_score repairs"
    " story_id is_story_primary batch_id ingested_at",
    "actors": "actor_id name actor_type country_code sector wikidata_id represents_id is_discovered mention_count document_count"
    " first_mentioned_on last_mentioned_on",
    "actor_aliases": "actor_id alias",
    "actor_roles": "actor_id role organization country_code valid_from valid_to basis document_id",
    "actor_mentions": f"mention_id actor_id document_id surface {EVIDENCE} resolution confidence",
    "events": "event_id event_type event_mode context quad_class score cameo_code goldstein source_actor_id source target_actor_id"
    " target source_country_code target_country_code place occurred_from occurred_to date_precision date_basis status summary"
    " mention_count document_count independent_source_count confidence first_reported_on",
    "event_participants": "event_id actor_id participation",
    "event_mentions": f"mention_id event_id document_id {EVIDENCE} trigger rule confidence",
    "stated_positions": "position_id document_id speaker_id speaker speaker_role holder_id holder holder_country_code addressee medium"
    " reported_by issue_id issue target_actor_id stance speech_act statement quote is_verbatim attribution cue is_negated is_headline"
    f" stated_on stated_from stated_to date_precision date_basis {EVIDENCE} statement_start statement_end rule confidence"
    " confidence_tier",
    "issues": "issue_id issue parent_issue_id description",
    "event_types": "event_type event_mode quad_class score description",
    "position_shifts": "holder_id issue_id from_position_id to_position_id from_stance to_stance shifted_on days_between",
    "position_disputes": "issue_id position_id opposing_position_id kind days_between",
    "actor_issue_stances": "holder_id issue_id stance position_count last_position_id last_stated_on",
    "bilateral_months": "source_country_code target_country_code month_on event_count verbal_cooperation_count"
    " material_cooperation_count verbal_conflict_count material_conflict_count mean_score",
    "review_queue": "item_id kind document_id detail suggestion",
    "release": "release_id released_at contract_version codebook_version code_version document_count actor_count actor_alias_count"
    " actor_role_count actor_mention_count event_count event_participant_count event_mention_count stated_position_count issue_count"
    " event_type_count position_shift_count position_dispute_count actor_issue_stance_count bilateral_month_count review_item_count"
    " checks_passed checks_warned",
}


def marts(manifest: dict[str, Any]) -> dict[str, dict[str, Any]]:
    nodes = manifest["nodes"].values()
    return {node["name"]: node for node in nodes if node["resource_type"] == "model" and node["fqn"][1] == "marts"}


def test_every_table_and_column_of_the_contract_is_declared_in_its_order(manifest: dict[str, Any]) -> None:
    declared = {name: " ".join(mart["columns"]) for name, mart in marts(manifest).items()}
    assert declared == CONTRACT


def test_every_mart_is_under_contract_and_every_column_described(manifest: dict[str, Any]) -> None:
    for name, mart in marts(manifest).items():
        assert mart["contract"]["enforced"], name
        assert mart["description"], name
        assert not [column["name"] for column in mart["columns"].values() if len(column["description"]) < 4], name


def test_every_mart_of_many_rows_has_its_key_tested(manifest: dict[str, Any]) -> None:
    keyed = {
        node["attached_node"].split(".")[-1]
        for node in manifest["nodes"].values()
        if node["resource_type"] == "test" and node["test_metadata"]["name"] == "is_key"
    }
    assert keyed == set(CONTRACT) - {"release"}


def test_what_is_built_is_what_is_promised(empty_home: tuple[Path, Any]) -> None:
    home, result = empty_home
    assert result.success, [entry.message for entry in result.result.results if entry.status in ("error", "fail")]
    with duckdb.connect(str(home / "build.duckdb"), read_only=True) as build:
        rows = build.execute(
            "select table_name, string_agg(column_name, ' ' order by column_index)"
            " from duckdb_columns() where schema_name = 'main' and not internal group by table_name"
        ).fetchall()
        assert dict(rows) == CONTRACT


def test_a_corpus_without_a_row_gives_empty_marts_and_one_release(empty_home: tuple[Path, Any]) -> None:
    home, _ = empty_home
    with duckdb.connect(str(home / "build.duckdb"), read_only=True) as build:
        counts = {name: build.sql(f"select count(*) from {name}").fetchall()[0][0] for name in CONTRACT}
    assert counts == {name: int(name == "release") for name in CONTRACT}


def test_every_unit_test_of_the_models_passes(empty_home: tuple[Path, Any]) -> None:
    _, result = empty_home
    unit_tests = [entry for entry in result.result.results if entry.node.resource_type == "unit_test"]
    assert len(unit_tests) >= 15
    assert not [f"{entry.node.name}: {entry.message}" for entry in unit_tests if entry.status != "pass"]


@pytest.mark.parametrize(("stage", "tables"), [("lake", PROMOTED), ("resolved", CORPUS_TABLES)])
def test_staging_has_a_view_for_every_lake_table_with_all_its_columns(
    manifest: dict[str, Any], empty_home: tuple[Path, Any], stage: str, tables: tuple[Any, ...]
) -> None:
    assert {node["name"] for node in manifest["sources"].values() if node["source_name"] == stage} == {table.name for table in tables}
    with duckdb.connect(str(empty_home[0] / "build.duckdb"), read_only=True) as build:
        for table in tables:
            columns = [row[0] for row in build.execute(f"describe staging.stg_{table.name}").fetchall()]
            assert columns == list(table.columns), table.name


def test_the_data_dictionary_says_what_the_models_say(manifest: dict[str, Any]) -> None:
    made = runpy.run_path(str(PROJECT / "data_dictionary.py"))
    page = made["data_dictionary"](manifest)
    assert made["PAGE"].read_text(encoding="utf-8") == page, "run: dbt parse, then python dbt_project/data_dictionary.py"
