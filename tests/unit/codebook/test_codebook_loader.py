"""The loader: every bad line is reported, as `file:line: what is wrong`, all together."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.codebook import Codebook, CodebookError
from assets.codebook.files import FILES

# One good line a file, columns by name; columns not given stay empty.
GOOD: dict[str, list[dict[str, str]]] = {
    "countries": [
        {"country_code": "ATL", "alpha2": "AT", "actor_id": "atlantis", "name": "Atlantis", "aliases": "Kingdom of Atlantis; the Isle"}
    ],
    "actors": [
        {"actor_id": "nemo-marin", "name": "Nemo Marin", "actor_type": "person", "country_code": "ATL", "represents_id": "atlantis"}
    ],
    "aliases": [{"alias": "Captain Nemo", "actor_id": "nemo-marin", "kind": "name"}],
    "roles": [{"actor_id": "nemo-marin", "role": "president", "country_code": "ATL", "valid_from": "2018-03-01"}],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small codebook without a fault."""
    for name in FILES:
        write(tmp_path, name, GOOD.get(name, []))
    return tmp_path


def write(folder: Path, name: str, rows: list[dict[str, str]]) -> None:
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, FILES[name].columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def problems(folder: Path) -> str:
    with pytest.raises(CodebookError) as caught:
        Codebook.load(folder)
    return str(caught.value)


def test_a_faultless_folder_loads_with_lists_dates_and_nulls(folder: Path) -> None:
    codebook = Codebook.load(folder)
    assert codebook["countries"]["aliases"].to_list() == [["Kingdom of Atlantis", "the Isle"]]
    assert codebook["countries"]["demonyms"].to_list() == [[]]
    assert str(codebook["roles"]["valid_from"].item()) == "2018-03-01"
    assert codebook["roles"]["valid_to"].item() is None


def test_states_are_actors_too(folder: Path) -> None:
    actors = {row["actor_id"]: row for row in Codebook.load(folder).actors.iter_rows(named=True)}
    assert actors["atlantis"]["actor_type"] == "state"
    assert actors["nemo-marin"]["represents_id"] == "atlantis"
    assert not any(row["is_discovered"] for row in actors.values())


def test_all_bad_lines_of_all_files_are_reported_together(folder: Path) -> None:
    write(folder, "actors", [*GOOD["actors"], {"actor_id": "Bad Id", "name": "", "actor_type": "ghost"}])
    write(folder, "roles", [{"actor_id": "nemo-marin", "role": "king", "valid_from": "in spring"}])
    message = problems(folder)
    assert "the codebook has 4 bad line(s)" in message
    assert f"{folder}/actors.csv:3: actor_id: 'Bad Id' does not look like" in message
    assert "actors.csv:3: name: must not be empty" in message
    assert "actors.csv:3: actor_type: 'ghost' is none of person, government_body" in message
    assert "roles.csv:2: valid_from: 'in spring' is no date (write 2025-04-03)" in message


def test_a_term_that_ends_before_it_begins_is_a_bad_line(folder: Path) -> None:
    term = {"actor_id": "nemo-marin", "role": "king", "valid_from": "2018-03-01", "valid_to": "2017-03-01"}
    write(folder, "roles", [*GOOD["roles"], term, {**term, "role": "emir", "valid_to": "2018-03-01"}])
    assert problems(folder).endswith("roles.csv:3: valid_to: 2017-03-01 is before valid_from 2018-03-01")


def test_only_what_is_asked_for_has_a_mode_and_always_has_one(folder: Path) -> None:
    lines = [
        {"term": "truce", "kind": "asked"},
        {"term": "lagoon", "kind": "place", "event_mode": "meet"},
        {"term": "Big Talks", "kind": "asked"},
    ]
    write(folder, "event_terms", [*lines, {"term": "talks", "kind": "asked", "event_mode": "meet"}, {"term": "bay", "kind": "place"}])
    message = problems(folder)
    assert "event_terms.csv:2: event_mode: must be filled where kind is asked" in message
    assert "event_terms.csv:3: event_mode: must not be filled where kind is place" in message
    assert "event_terms.csv:4: term: 'Big Talks' does not look like" in message
    assert "the codebook has 4 bad line(s)" in message


@pytest.mark.parametrize("weight", ["1.01", "-0.5", "40"])
def test_a_weight_is_between_nought_and_one(folder: Path, weight: str) -> None:
    write(folder, "issues", [{"issue_id": "salt", "issue": "Salt", "description": "Salt is good."}])
    write(folder, "issue_terms", [{"issue_id": "salt", "term": "salt", "weight": weight}])
    assert problems(folder).endswith(f"issue_terms.csv:2: weight: {weight} is not between 0 and 1")


def test_a_reference_to_nothing_names_the_file_it_should_be_in(folder: Path) -> None:
    write(folder, "aliases", [{"alias": "The Ghost", "actor_id": "nobody", "kind": "name"}])
    write(folder, "actors", [{**GOOD["actors"][0], "country_code": "ZZZ"}])
    message = problems(folder)
    assert "aliases.csv:2: actor_id: 'nobody' is not in actors.csv or countries.csv" in message
    assert "actors.csv:2: country_code: 'ZZZ' is not in countries.country_code" in message


def test_a_line_that_stands_twice_names_the_first(folder: Path) -> None:
    write(folder, "aliases", GOOD["aliases"] * 2)
    assert "aliases.csv:3: alias, actor_id 'Captain Nemo/nemo-marin' stands already in line 2" in problems(folder)


def test_one_alias_of_two_actors_is_allowed(folder: Path) -> None:
    write(folder, "aliases", [*GOOD["aliases"], {"alias": "Captain Nemo", "actor_id": "atlantis", "kind": "name"}])
    assert Codebook.load(folder)["aliases"].height == 2


def test_a_missing_file_is_a_problem_beside_the_others(folder: Path) -> None:
    (folder / "outlets.csv").unlink()
    write(folder, "aliases", [{"alias": "Captain Nemo", "actor_id": "nemo-marin", "kind": "nickname"}])
    message = problems(folder)
    assert "outlets.csv: missing" in message
    assert "aliases.csv:2: kind: 'nickname' is none of" in message


def test_wrong_columns_are_reported_in_line_one(folder: Path) -> None:
    (folder / "outlets.csv").write_text("site,actor\n", encoding="utf-8")
    assert "outlets.csv:1: columns must be domain,actor_id; found site,actor" in problems(folder)


def test_a_comma_too_many_tells_how_to_write_it(folder: Path) -> None:
    with (folder / "aliases.csv").open("a", encoding="utf-8") as stream:
        stream.write("Nemo, the Captain,nemo-marin,name\n")
    assert "aliases.csv:3: 4 cells, 3 columns (a comma in a cell needs quotation marks)" in problems(folder)


def test_a_folder_that_is_not_there_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"^there is no codebook at .*nowhere: .*DEMARCHE_CODEBOOK\)$"):
        Codebook.load(tmp_path / "nowhere")


def test_a_file_that_cannot_be_read_is_a_problem_beside_the_others(folder: Path) -> None:
    (folder / "outlets.csv").unlink()
    (folder / "outlets.csv").mkdir()
    assert "outlets.csv: cannot be read (Is a directory); the codebook needs it" in problems(folder)


def test_a_flag_is_true_or_false(folder: Path) -> None:
    write(folder, "role_titles", [{"title": "president", "role": "president", "is_unique": "yes"}])
    assert "role_titles.csv:2: is_unique: 'yes' is neither true nor false" in problems(folder)


def test_blank_lines_do_no_harm_and_do_not_shift_the_count(folder: Path) -> None:
    with (folder / "aliases.csv").open("a", encoding="utf-8") as stream:
        stream.write("\nNemo,nobody,name\n")
    assert "aliases.csv:4: actor_id: 'nobody'" in problems(folder)


def test_the_version_is_the_content_wherever_the_folder_lies(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    same, changed = tmp_path_factory.mktemp("same"), tmp_path_factory.mktemp("changed")
    for name in FILES:
        write(same, name, GOOD.get(name, []))
        write(changed, name, GOOD.get(name, []))
    write(changed, "aliases", [*GOOD["aliases"], {"alias": "Nemo", "actor_id": "nemo-marin", "kind": "surname"}])
    assert Codebook.load(same) == Codebook.load(folder)
    assert Codebook.load(changed) != Codebook.load(folder)


# No deadline: fifteen files are written for each example, on a disk that others use too.
@settings(deadline=None, max_examples=40)
@given(cell=st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=20))
def test_whatever_stands_in_a_cell_is_loaded_or_reported_never_a_crash(tmp_path_factory: pytest.TempPathFactory, cell: str) -> None:
    folder = tmp_path_factory.mktemp("codebook")
    for name in FILES:
        write(folder, name, GOOD.get(name, []))
    write(folder, "actors", [{**GOOD["actors"][0], "wikidata_id": cell, "country_code": cell, "name": cell}])
    try:
        loaded = Codebook.load(folder)
    except CodebookError as problem:
        reported = str(problem)
    else:
        reported = f"actors.csv:2: holds {loaded['actors']['name'].item()}"
    assert "actors.csv:2:" in reported


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("(unclosed", "is no regular expression"),
        ("x)(y", "is no regular expression"),
        ("(?i)x", "is no regular expression"),
        ("x{99999999999}", "is no regular expression"),
        ("(" * 500 + ")" * 500, "is no regular expression"),
        ("[[x]", "is no regular expression"),
        ("(?P<a>x)", "can neither name groups"),
        (r"(a)\1", "can neither name groups"),
    ],
)
def test_a_pattern_that_would_spoil_all_others_is_told_with_its_line(folder: Path, pattern: str, problem: str) -> None:
    write(folder, "boilerplate", [{"pattern": pattern, "kind": "share", "reach": "line"}])
    (line,) = problems(folder).splitlines()[1:]
    assert line.startswith(f"{folder}/boilerplate.csv:2: pattern: ")
    assert problem in line


def test_a_byte_that_is_not_utf8_and_an_open_quotation_mark_are_told_with_their_lines(folder: Path) -> None:
    for name, spoilt in (("aliases", b"Caf\xe9,nemo-marin,name\n"), ("actors", b'"nemo,\nx\n')):
        path = folder / f"{name}.csv"
        path.write_bytes(path.read_bytes() + spoilt)
    told = problems(folder)
    assert f"{folder}/aliases.csv:3: byte 0xe9 is not UTF-8" in told
    assert f"{folder}/actors.csv:3: " in told


def test_what_a_spreadsheet_saves_loads_too(folder: Path) -> None:
    for path in folder.glob("*.csv"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert Codebook.load(folder)["aliases"]["alias"].to_list() == ["Captain Nemo"]


def test_a_missing_file_is_told_once_and_not_again_by_all_that_refer_to_it(folder: Path) -> None:
    (folder / "actors.csv").unlink()
    assert len(problems(folder).splitlines()) == 2


@pytest.mark.parametrize(
    ("written", "first", "last", "precision"),
    [
        ("2019", "2019-01-01", "2019-12-31", "year"),
        ("2020-02", "2020-02-01", "2020-02-29", "month"),
        ("2020-02-11", "2020-02-11", "2020-02-11", "day"),
    ],
)
def test_a_term_of_office_may_be_known_to_the_month_or_the_year(written: str, first: str, last: str, precision: str, folder: Path) -> None:
    write(folder, "roles", [{"actor_id": "nemo-marin", "role": "porter", "valid_from": written, "valid_to": written}])
    held = Codebook.load(folder)["roles"].row(0, named=True)
    assert (str(held["valid_from"]), str(held["valid_to"])) == (first, last)
    assert (held["valid_from_precision"], held["valid_to_precision"]) == (precision, precision)


def test_a_month_that_is_none_is_no_date(folder: Path) -> None:
    write(folder, "roles", [{"actor_id": "nemo-marin", "role": "porter", "valid_from": "2019-13"}])
    assert "roles.csv:2: valid_from: '2019-13' is no date" in problems(folder)
