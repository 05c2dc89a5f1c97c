"""The embedded corpus, published: what an analyst finds in the file on the first run."""

import json
import re
from pathlib import Path

import duckdb
import pytest

from orchestration.published import QUERIES

EXPECTED = json.loads((Path(__file__).parents[1] / "data" / "corpus_expectations.json").read_text())
README = (Path(__file__).parents[2] / "README.md").read_text()
EVIDENCE_MARTS = ("stated_positions", "event_mentions", "actor_mentions")


def _rows(warehouse: duckdb.DuckDBPyConnection, query: str, *values: object) -> list[tuple]:
    return warehouse.execute(query, list(values)).fetchall()


def _tables(warehouse: duckdb.DuckDBPyConnection) -> list[str]:
    return [name for (name,) in _rows(warehouse, "select table_name from duckdb_tables() order by 1")]


def test_every_mart_has_rows(warehouse: duckdb.DuckDBPyConnection) -> None:
    counts = {name: _rows(warehouse, f"select count(*) from {name}")[0][0] for name in _tables(warehouse)}
    assert [name for name, count in counts.items() if not count] == []


@pytest.mark.parametrize("mart", EVIDENCE_MARTS)
def test_every_row_stands_on_its_exact_words(warehouse: duckdb.DuckDBPyConnection, mart: str) -> None:
    broken = _rows(
        warehouse,
        f"""select count(*) filter (substr(body, evidence_start + 1, evidence_end - evidence_start) is distinct from evidence), count(*)
        from {mart} left join documents using (document_id)""",
    )
    assert broken[0][0] == 0
    assert broken[0][1] > 50


def test_a_quote_stands_between_quotation_marks_in_its_document(warehouse: duckdb.DuckDBPyConnection) -> None:
    quotes = _rows(
        warehouse, "select quote, body, text_origin from stated_positions join documents using (document_id) where quote is not null"
    )
    assert len(quotes) > 20
    marks = "\"“”‘’'«»„"
    for quote, body, origin in quotes:
        assert origin == "verbatim"
        for part in quote.split(" … "):
            start = body.find(part)
            assert start > 0, part
            assert any(mark in body[max(0, start - 400) : start] for mark in marks), part


def test_the_machine_paraphrased_document_gives_statements_and_no_quotation(warehouse: duckdb.DuckDBPyConnection) -> None:
    paraphrased = _rows(warehouse, "select file_name from documents where text_origin = 'machine_paraphrased'")
    assert paraphrased == [("ceasefire-tracks.txt",)]
    found = _rows(
        warehouse,
        """select count(*), count(quote), bool_or(is_verbatim) from stated_positions join documents using (document_id)
        where file_name = 'ceasefire-tracks.txt'""",
    )
    assert found[0][0] > 5
    assert found[0][1:] == (0, False)


@pytest.mark.parametrize("name", [name for name in EXPECTED if name.endswith((".txt", ".html"))])
def test_each_document_is_as_an_editor_would_leave_it(warehouse: duckdb.DuckDBPyConnection, name: str) -> None:
    (body,) = _rows(warehouse, "select body from documents where file_name = ?", name)[0]
    assert [line for line in EXPECTED[name]["boilerplate"] if line in body] == []
    assert [sentence for sentence in EXPECTED[name]["sentences"] if sentence not in body] == []


def test_a_date_is_the_true_day_or_honestly_bounded(warehouse: duckdb.DuckDBPyConnection) -> None:
    for name, expected in EXPECTED.items():
        if name.endswith(".jsonl") or not expected["published_on"]:
            continue
        day, first, last = _rows(
            warehouse,
            "select published_on::varchar, published_from::varchar, published_to::varchar from documents where file_name = ?",
            name,
        )[0]
        true_day = expected["published_on"]
        if day:
            assert day == true_day, name
        else:
            assert (first or "0000") <= true_day <= (last or "9999"), name


def test_the_detente_headline_is_mended(warehouse: duckdb.DuckDBPyConnection) -> None:
    title, repairs = _rows(warehouse, "select title, repairs from documents where file_name = 'detente-headline.txt'")[0]
    assert "“" in title
    assert "â" not in title
    assert "mojibake" in repairs


def test_three_copies_of_a_wire_story_are_one_story_and_one_source(warehouse: duckdb.DuckDBPyConnection) -> None:
    stories = _rows(warehouse, "select distinct story_id from documents where file_name like 'saudi-iran-wire-%'")
    assert len(stories) == 1
    event = _rows(
        warehouse,
        """select e.document_count, e.independent_source_count from events e join event_mentions using (event_id)
        join documents d using (document_id) where d.file_name like 'saudi-iran-wire-%' order by e.document_count desc limit 1""",
    )
    assert event == [(3, 1)]


def test_speaker_and_holder_are_kept_apart(warehouse: duckdb.DuckDBPyConnection) -> None:
    apart = _rows(warehouse, "select distinct speaker_id, holder_id from stated_positions where speaker_id <> holder_id")
    assert ("jon-huntsman", "donald-trump") in apart


def test_a_planned_meeting_is_not_a_meeting(warehouse: duckdb.DuckDBPyConnection) -> None:
    held = {status for (status,) in _rows(warehouse, "select distinct status from events where event_type = 'consult'")}
    assert "occurred" in held
    assert "planned" not in held
    # PLOVER: who plans to meet agrees to meet (CAMEO 036)
    to_be_held = {status for (status,) in _rows(warehouse, "select distinct status from events where cameo_code = '036'")}
    assert "planned" in to_be_held


def test_the_people_of_each_document_are_found(warehouse: duckdb.DuckDBPyConnection) -> None:
    known = {name for (name,) in _rows(warehouse, "select name from actors where mention_count > 0")}
    known |= {
        alias for (alias,) in _rows(warehouse, "select alias from actor_aliases join actors using (actor_id) where mention_count > 0")
    }
    expected = {person for entry in EXPECTED.values() for person in entry.get("people", [])}
    missed = sorted(person for person in expected if person not in known)
    assert len(expected) > 40
    assert len(missed) / len(expected) < 0.15, missed


def test_the_file_explains_itself(warehouse: duckdb.DuckDBPyConnection) -> None:
    columns = _rows(warehouse, "select table_name, column_name, comment from duckdb_columns() where schema_name = 'main' and not internal")
    assert [(table, column) for table, column, comment in columns if not comment] == []
    assert all(comment for (comment,) in _rows(warehouse, "select comment from duckdb_tables()"))


def test_the_file_holds_tables_only_and_its_own_counts(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert _rows(warehouse, "select view_name from duckdb_views() where not internal") == []
    documents, passed = _rows(warehouse, "select document_count, checks_passed from release")[0]
    assert documents == _rows(warehouse, "select count(*) from documents")[0][0]
    assert passed > 40


def test_parquet_of_each_mart_lies_beside_the_file(published_home: Path, warehouse: duckdb.DuckDBPyConnection) -> None:
    for name in _tables(warehouse):
        path = published_home / "parquet" / f"{name}.parquet"
        assert duckdb.sql(f"select count(*) from '{path}'").fetchall()[0] == _rows(warehouse, f"select count(*) from {name}")[0]


@pytest.mark.parametrize(("title", "query"), QUERIES)
def test_the_queries_shown_after_a_run_have_rows(warehouse: duckdb.DuckDBPyConnection, title: str, query: str) -> None:
    assert _rows(warehouse, query)


@pytest.mark.parametrize("query", re.findall(r"```sql\n(.*?)```", README, re.DOTALL))
def test_the_questions_of_the_readme_have_answers(warehouse: duckdb.DuckDBPyConnection, query: str) -> None:
    assert _rows(warehouse, query)
