"""CSV, Parquet and JSON of many records: which column holds what, and the same article the same document in each."""

import json
from datetime import UTC, datetime

import formats
import pytest

from assets.ingest.folders import Beside
from assets.ingest.readers import read_file, read_items
from assets.ingest.sources import Limits

ROW = {"title": "Talks on fish", "text": "They met.", "published": "2021-05-04"}
JSON = json.dumps(ROW, sort_keys=True, separators=(",", ":")).encode()


def written(folder, name, content):
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_items([folder / name]))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "title,text,published\nTalks on fish,They met.,2021-05-04\n"),
        ("a.csv", '\ufeff"Published At";"Headline";"Article Text"\r\n"2021-05-04";"Talks on fish";"They met."\r\n'),
        ("a.tsv", "pubDate\theadline\tbody\n2021-05-04\tTalks on fish\tThey met.\n"),
        ("a.parquet", formats.parquet([{"headline": "Talks on fish", "content": "They met.", "date": "2021-05-04", "views": 3}])),
        ("a.json", json.dumps([{"headline": "Talks on fish", "content": "They met.", "publishedAt": "2021-05-04"}])),
        ("a.json", json.dumps({"status": "ok", "sources": [{"name": "x"}], "articles": [{"tags": ["a"]} | ROW]}, indent=2)),
        ("a.json", json.dumps({"response": {"total": 1, "results": [ROW]}})),
    ],
)
def test_the_same_article_is_the_same_document_in_every_table(tmp_path, name, content):
    (document,) = written(tmp_path, name, content)
    assert (document.content, document.media_type, document.problem) == (JSON, "json", None)
    assert document.given == {"title": "Talks on fish", "published": "2021-05-04"}


def test_a_single_json_object_is_kept_to_the_byte(tmp_path):
    content = b'{"text": "They met.",  "tags": [{"text": "no article"}]}'
    (document,) = written(tmp_path, "a.json", content)
    assert document.content == content


def test_json_lines_under_another_name_are_read_as_lines(tmp_path):
    first, second = written(tmp_path, "a.json", b'{"text": "They met."}\n{"text": "They parted."}\n')
    assert (first.content, second.source_uri.rpartition("#")[2]) == (b'{"text": "They met."}', "2")


def test_a_sidecar_names_the_columns_that_do_not_speak_for_themselves(tmp_path):
    (tmp_path / "a.csv.meta.yml").write_text("columns: {text: artikel, title: rubrik}\npublisher: Åbo Blad\n")
    (document,) = written(tmp_path, "a.csv", "rubrik,artikel\nTalks on fish,Mötet hölls i Åbo.\n".encode("cp1252"))
    assert json.loads(document.content) == {"title": "Talks on fish", "text": "Mötet hölls i Åbo."}
    assert document.given["publisher"] == "Åbo Blad"
    (tmp_path / "b.jsonl.meta.yml").write_text("columns: {text: artikel}")
    (line,) = written(tmp_path, "b.jsonl", '{"artikel": "Mötet hölls i Åbo."}')
    assert json.loads(line.content) == {"text": "Mötet hölls i Åbo."}


@pytest.mark.parametrize(
    ("sidecar", "reason"),
    [
        ("", "none of its columns is known to hold the text (rubrik, artikel); name it in a.csv.meta.yml"),
        ("columns: {text: x}", "a column 'x'"),
    ],
)
def test_a_table_whose_text_cannot_be_found_says_which_columns_it_has(tmp_path, sidecar, reason):
    (tmp_path / "a.csv.meta.yml").write_text(sidecar)
    (document,) = written(tmp_path, "a.csv", "rubrik,artikel\nA,B\n")
    assert reason in (document.problem or "")


def test_cells_hold_line_ends_quotation_marks_and_delimiters(tmp_path):
    (document,) = written(tmp_path, "a.csv", 'text;title\n"They met; ""briefly"".\n\nThen they parted.";A\n')
    assert json.loads(document.content)["text"] == 'They met; "briefly".\n\nThen they parted.'


def test_rows_without_text_are_refused_alone_and_blank_ones_are_none(tmp_path):
    empty, good = written(tmp_path, "a.csv", "title,text\nA,\n,\nB,They met.\n")
    assert empty.problem == "unreadable: a row without text: there is none in text"
    assert good.source_uri.endswith("#3")


def test_parquet_may_hold_times_lists_objects_and_gaps(tmp_path):
    rows = [
        {
            "text": "They met.",
            "date": datetime(2021, 5, 4, 9, 30, tzinfo=UTC),
            "authors": ["Ada Lind", "Bo Rask"],
            "source": {"name": "Lake Herald"},
        }
    ]
    (document,) = written(tmp_path, "a.parquet", formats.parquet([*rows, {"text": None}]))[:1]
    assert document.given == {"published": "2021-05-04T09:30:00+00:00", "authors": "Ada Lind; Bo Rask", "publisher": "Lake Herald"}


def test_an_array_larger_than_a_document_may_be_is_streamed(tmp_path):
    records = [{"text": f"They met {number} times. " * 20} for number in range(100)]
    (tmp_path / "a.json").write_text(json.dumps({"meta": {"pages": 2}, "articles": records}, indent=1))
    found = list(read_items([tmp_path / "a.json"], limits=Limits(document_bytes=1000)))
    assert [document.problem for document in found] == [None] * 100
    assert [document.source_uri.rpartition("#")[2] for document in found] == [str(number) for number in range(1, 101)]


def test_an_array_that_breaks_off_gives_the_records_before(tmp_path):
    whole = json.dumps([{"text": "They met."}, {"text": "They parted."}])
    first, broken = written(tmp_path, "a.json", whole[:-6])
    assert first.problem is None
    assert "breaks off" in (broken.problem or "")


def test_a_table_that_is_declared_as_utf8_and_is_not_loses_no_letter(tmp_path):
    (tmp_path / "a.csv.meta.yml").write_text("charset: utf-8\n")
    (document,) = written(tmp_path, "a.csv", "title,text\nRede,Präsident Zorèn reiste nach Köln.\n".encode("cp1252"))
    assert json.loads(document.content)["text"] == "Präsident Zorèn reiste nach Köln."


def test_a_row_whose_quotation_mark_never_closes_is_told_by_the_column_it_lacks(tmp_path):
    (document,) = written(tmp_path, "a.csv", 'title,text\n"Talks,They met.\n')
    assert document.problem == "unreadable: a row without text: there is none in text"


HEADER = "title,text,published\n"
THREE = "Three,Peru met Chile.,2021-03-07\nFour,Chile recalled its envoy.,2021-03-08\n"


@pytest.mark.parametrize("last", ["", 'Five,"Peru, too, left.",2021-03-09\n', 'Five,"Peru left.",2021-03-09\n'])
def test_a_quotation_mark_that_does_not_close_costs_its_own_row_and_swallows_no_other(tmp_path, last):
    found = written(tmp_path, "a.csv", HEADER + 'One,Peru signed.,2021-03-05\nTwo,"Peru rejected it.,2021-03-06\n' + THREE + last)
    assert [document.given.get("title") for document in found] == ["One", None, "Three", "Four", *(["Five"] if last else [])]
    assert found[1].problem.startswith("unreadable: its quotation marks do not close")
    assert all(document.problem is None for number, document in enumerate(found) if number != 1)
    wanted = found[2].source_uri
    again = list(read_file(tmp_path / "a.csv", Limits(), Beside(), lambda address: address == wanted))
    assert [document.document_id for document in again if not document.problem] == [found[2].document_id]


@pytest.mark.parametrize(
    "cell", ['"They said:\n"yes" to it in Lima."', '"They met\nin Lima." ', '"They met\n\nin ""Lima"", twice."', 'They said "yes" to it']
)
def test_quotation_marks_within_a_cell_or_a_blank_behind_one_cost_nothing(tmp_path, cell):
    first, last = written(tmp_path, "a.csv", HEADER + f"One,{cell},2021-03-05\nTwo,They left.,2021-03-06\n")
    assert (first.problem, first.given) == (None, {"title": "One", "published": "2021-03-05"})
    assert "Lima" in first.content.decode() or "yes" in first.content.decode()
    assert last.given["title"] == "Two"
