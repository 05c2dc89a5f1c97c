"""The command line: help that teaches, one clear sentence on failure, answers in the form asked for."""

import json
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assets.lake import Lake
from orchestration.cli import main
from orchestration.intake import register
from orchestration.settings import Settings


def demarche(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.mark.parametrize("command", ["run", "status", "sql", "explain", "releases", "rollback", "ui"])
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = demarche(command, "--help")
    assert result.exit_code == 0
    assert f"  demarche {command}" in result.output.split("Examples:")[1]


def test_asking_an_empty_home_says_what_to_do(tmp_path: Path) -> None:
    result = demarche("sql", "select 1", "--home", str(tmp_path))
    assert result.exit_code == 1
    assert "run `demarche run` first" in result.output
    assert "Traceback" not in result.output


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = demarche("run", str(tmp_path / "nowhere"))
    assert result.exit_code == 2
    assert "nowhere" in result.output


def test_a_bad_codebook_line_is_said_with_file_and_line(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import shutil

    shutil.copytree(root / "seeds" / "codebook", tmp_path / "codebook")
    with (tmp_path / "codebook" / "outlets.csv").open("a") as outlets:
        outlets.write("example.org,nobody-at-all\n")
    monkeypatch.setenv("DEMARCHE_CODEBOOK", str(tmp_path / "codebook"))
    result = demarche("run", "--home", str(tmp_path / "home"))
    assert result.exit_code == 1
    line = (tmp_path / "codebook" / "outlets.csv").read_text().count("\n")
    assert f"outlets.csv:{line}: actor_id: 'nobody-at-all' is not in" in result.output
    assert not (tmp_path / "home" / "lake").exists()


def test_sql_answers_as_csv_json_and_markdown(published_home: Path) -> None:
    query = "select event_type, score from event_types where event_mode is null and event_type in ('aid', 'assault') order by 1"
    assert demarche("sql", query, "--home", str(published_home), "--format", "csv").output == "event_type,score\naid,10.0\nassault,-9.0\n"
    rows = json.loads(demarche("sql", query, "--home", str(published_home), "--format", "json").output)
    assert rows == [{"event_type": "aid", "score": 10.0}, {"event_type": "assault", "score": -9.0}]
    assert "| aid | 10.0 |" in demarche("sql", query, "--home", str(published_home), "--format", "markdown").output


def test_sql_without_a_query_lists_the_marts_and_nothing_of_duckdb(published_home: Path, warehouse) -> None:
    listed = json.loads(demarche("sql", "--home", str(published_home), "--format", "json").output)
    marts = {name for (name,) in warehouse.execute("select table_name from duckdb_tables()").fetchall()}
    assert {row["table_name"] for row in listed} == marts
    assert all(row["comment"] for row in listed)


def test_a_row_of_more_columns_than_a_table_can_hold_is_shown_a_line_a_column(published_home: Path, warehouse) -> None:
    shown = demarche("sql", "select * from stated_positions order by position_id limit 2", "--home", str(published_home)).output
    columns = [name for name, *_ in warehouse.execute("describe stated_positions").fetchall()]
    assert "2 of 2" in shown
    assert {line.split()[0] for line in shown.splitlines() if line.strip()} >= set(columns)
    evidence = warehouse.execute("select evidence from stated_positions order by position_id limit 1").fetchone()[0]
    assert " ".join(evidence.split()) in " ".join(shown.split())


def test_a_served_file_that_cannot_be_read_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "warehouse.duckdb").write_text("no database")
    result = demarche("sql", "select 1", "--home", str(tmp_path))
    assert result.exit_code == 1
    assert "missing or damaged: `demarche run`" in result.output


def test_a_port_that_is_taken_is_told_before_anything_is_started(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = demarche("ui", "--port", str(taken.getsockname()[1]), "--home", str(tmp_path))
    assert result.exit_code == 1
    assert "choose another --port" in result.output
    assert len(result.output.splitlines()) == 1


def test_an_address_that_is_not_this_machine_s_is_told_as_such(tmp_path: Path) -> None:
    result = demarche("ui", "--host", "192.0.2.1", "--home", str(tmp_path))
    assert (result.exit_code, len(result.output.splitlines())) == (1, 1)
    assert "choose another --host" in result.output


@pytest.mark.parametrize(("arguments", "takes_default"), [((), True), (("--rebuild", "stale"), False)])
def test_who_makes_his_own_home_again_is_not_given_the_default_s_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], takes_default: bool
) -> None:
    asked: list[list[Path]] = []

    def taking_in(_: Settings, paths: list[Path], *__: object, **___: object) -> bool:
        asked.append(paths)
        return True

    monkeypatch.setattr("orchestration.pipeline.run_pipeline", taking_in)
    demarche("run", "--home", str(tmp_path), *arguments)
    assert asked[0], "an empty home takes in the default's documents, whatever is asked"
    (tmp_path / "own.txt").write_text("LIMA (AP) - Peru has signed a treaty on fish with Chile, its foreign minister said on Friday.")
    register(Lake(tmp_path), [tmp_path / "own.txt"], 10, 10_000)
    demarche("run", "--home", str(tmp_path), *arguments)
    assert bool(asked[1]) == takes_default


def test_a_file_of_feeds_that_cannot_be_read_is_told_with_its_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMARCHE_FEEDS", str(tmp_path))
    result = demarche("run", "--home", str(tmp_path / "home"))
    assert (result.exit_code, len(result.output.splitlines())) == (1, 1)
    assert "DEMARCHE_FEEDS" in result.output


def test_a_run_that_is_stopped_says_that_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("orchestration.pipeline.run_pipeline", interrupted)
    result = demarche("run", "--home", str(tmp_path))
    assert result.exit_code == 130
    assert "Nothing is lost" in result.output


@pytest.mark.parametrize("query", ["delete from documents", "create table x as select 1", "copy documents to '/tmp/out.csv'", "selec 1"])
def test_sql_only_reads(published_home: Path, query: str) -> None:
    result = demarche("sql", query, "--home", str(published_home))
    assert result.exit_code == 1
    assert result.output.startswith("Error: DuckDB:")


@pytest.mark.parametrize(
    "query",
    [
        "select * from read_text('/etc/hostname')",
        "call enable_logging(storage='file', storage_config={'path': '/tmp/log'})",
        "set profiling_output = '/tmp/profile.json'",
        "set enable_external_access = true",
    ],
)
def test_sql_cannot_reach_other_files(published_home: Path, query: str) -> None:
    result = demarche("sql", query, "--home", str(published_home))
    assert result.exit_code == 1
    assert result.output.startswith("Error: DuckDB:")


@pytest.mark.parametrize("query", [";", "/* nothing */", "\udcff"])
def test_a_query_that_is_none_fails_in_one_sentence(published_home: Path, query: str) -> None:
    result = demarche("sql", query, "--home", str(published_home))
    assert result.exit_code == 1
    assert len(result.output.splitlines()) == 1


def test_no_answer_is_lost_without_a_word(published_home: Path) -> None:
    asked = demarche("sql", "select 1 as a; select 2 as b", "--home", str(published_home))
    assert (asked.exit_code, asked.output.count("\n")) == (1, 1)
    assert "one question at a time" in asked.output
    assert "2" in demarche("sql", "create temp table x as select 2 as b; from x;", "--home", str(published_home)).output
    columns = 'select 1 as a, 2 as a, 3 as a_1, 4 as "a"'
    assert json.loads(demarche("sql", columns, "--home", str(published_home), "--format", "json").output) == [
        {"a": 1, "a_2": 2, "a_1": 3, "a_3": 4}
    ]


def test_brackets_in_columns_and_paths_are_no_markup(published_home: Path, tmp_path: Path) -> None:
    assert "[/red]" in demarche("sql", 'select 1 as "[/red]"', "--home", str(published_home)).output
    assert "[/red]" in demarche("status", "--home", str(tmp_path / "[/red]")).output


def test_a_home_that_cannot_be_one_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for home, told in ((tmp_path / "file" / "home", "Not a directory"), (tmp_path / "a?b", "cannot hold '?'")):
        result = demarche("rollback", "x", "--home", str(home))
        assert result.exit_code == 1
        assert told in result.output
        assert len(result.output.splitlines()) == 1


def test_explain_shows_the_evidence_of_each_kind_of_row(published_home: Path, warehouse) -> None:
    for mart, key in (("stated_positions", "position_id"), ("event_mentions", "mention_id"), ("actor_mentions", "mention_id")):
        row_id, evidence = warehouse.execute(f"select {key}, evidence from {mart} order by length(evidence), {key} limit 1").fetchone()
        result = demarche("explain", row_id, "--home", str(published_home))
        assert result.exit_code == 0
        assert f"⟦{evidence.split()[0]}" in result.output, "no colour marks it where none is shown"
        assert "confidence" in result.output
        assert "published" in result.output


def test_explain_of_an_event_shows_every_mention_with_its_document_and_words(published_home: Path, warehouse) -> None:
    query = (
        "select event_id from event_mentions group by event_id order by count(distinct document_id) desc, count(*) desc, event_id limit 1"
    )
    event_id = warehouse.execute(query).fetchone()[0]
    mentions = warehouse.execute(
        "select mention_id, evidence, file_name from event_mentions join documents using (document_id) where event_id = ?", [event_id]
    ).fetchall()
    shown = demarche("explain", event_id, "--home", str(published_home)).output
    listed = shown[shown.index(f"told {len(mentions)} times") :]
    assert len(mentions) > 1
    for mention_id, evidence, file_name in mentions:
        assert mention_id in listed
        assert evidence.split()[0] in listed
        assert file_name.split("-")[0] in listed


def test_explain_of_one_mention_does_not_list_the_others(published_home: Path, warehouse) -> None:
    mention_id = warehouse.execute("select mention_id from event_mentions order by mention_id limit 1").fetchone()[0]
    assert "told " not in demarche("explain", mention_id, "--home", str(published_home)).output.split("document ")[-1]


def test_explain_of_an_unknown_id_says_where_ids_stand(published_home: Path) -> None:
    result = demarche("explain", "0000", "--home", str(published_home))
    assert result.exit_code == 1
    assert "position_id" in result.output


def test_status_tells_of_batches_and_freshness(published_home: Path) -> None:
    result = demarche("status", "--home", str(published_home))
    assert "done" in result.output
    assert "fresh" in result.output


def test_releases_names_the_served_one(published_home: Path) -> None:
    assert "served" in demarche("releases", "--home", str(published_home)).output


def test_rolling_back_to_nowhere_fails_in_one_sentence(published_home: Path) -> None:
    result = demarche("rollback", "20000101T000000-none", "--home", str(published_home))
    assert result.exit_code == 1
    assert "kept are" in result.output


def test_rolling_back_where_nothing_was_published_makes_no_home(tmp_path: Path) -> None:
    result = demarche("rollback", "20000101T000000-none", "--home", str(tmp_path / "home"))
    assert "run `demarche run` first" in result.output
    assert not (tmp_path / "home").exists()


def test_a_schedule_that_is_none_is_said_in_a_sentence(published_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMARCHE_SCHEDULE", "99 99 * * *")
    result = demarche("status", "--home", str(published_home))
    assert result.exit_code == 1
    assert result.output.startswith("Error: setting schedule:")


def test_a_port_that_is_none_is_refused() -> None:
    assert "65535" in demarche("ui", "--port", "99999").output


def test_a_query_that_is_no_text_is_said_in_a_sentence(published_home: Path) -> None:
    asked = CliRunner().invoke(main, ["sql", "--home", str(published_home)], input=b"select '\xff'", catch_exceptions=False)
    assert (asked.exit_code, asked.output) == (1, "Error: query is not UTF-8\n")
    asked = CliRunner().invoke(main, ["sql", "--home", str(published_home), "--format", "csv"], input="select 'Zürich' as city")
    assert asked.output == "city\nZürich\n"
