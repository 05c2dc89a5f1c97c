"""The five real articles the project was conceived on, published. They are others' text and not part of the project:
these tests run where the articles lie beside it, and only there."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from house import publish

ARTICLES = Path(__file__).parents[3] / "shared" / "documents"
pytestmark = pytest.mark.skipif(not ARTICLES.exists(), reason="the articles are not beside the project")


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    home = tmp_path_factory.mktemp("five")
    assert publish(home, [ARTICLES])
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
        yield connection


def _document(five: duckdb.DuckDBPyConnection, number: str, columns: str) -> tuple:
    row = five.execute(f"select {columns} from documents where file_name like '{number}_%'").fetchone()
    assert row
    return row


def test_every_row_stands_on_its_exact_words(five: duckdb.DuckDBPyConnection) -> None:
    for mart in ("stated_positions", "event_mentions", "actor_mentions"):
        query = f"""select count(*), count(*) filter (substr(body, evidence_start + 1, evidence_end - evidence_start) = evidence)
        from {mart} join documents using (document_id)"""
        rows, true = five.execute(query).fetchone() or (0, 0)
        assert rows == true > 20, mart


def test_the_right_day_or_an_honest_bound(five: duckdb.DuckDBPyConnection) -> None:
    assert _document(five, "000", "published_on::varchar, date_basis") == ("2018-04-24", "explicit")
    # "April 3" of a year that nothing in the text ends: bounded, not guessed
    day, first, evidence = _document(five, "001", "published_on, published_from::varchar, date_evidence")
    assert (day, first) == (None, "2025-04-03")
    assert "April 3" in evidence
    for number, earliest in (("002", "2025-03-18"), ("004", "2025-01-20")):
        assert _document(five, number, "published_on, published_from::varchar") == (None, earliest)


def test_nothing_but_the_article_is_left(five: duckdb.DuckDBPyConnection) -> None:
    furniture = {
        "000": ("contentId", "LEARN MORE", "More stories", "Terminal", "news tip", "@meyerhenry4", "numeric"),
        "001": ("Accessibility", "file photo", "16x9", "undesirable organization", "click here", "XS", "With reporting by"),
        "002": ("eurasiareview.com", "Read full news", "By Aleksei"),
        "003": ("Read next", "07:45", "AI chip", "Stalingrad", "von der Leyen", "warship", "Leave the first comment"),
        "004": (),
    }
    for number, lines in furniture.items():
        (body,) = _document(five, number, "body")
        assert [line for line in lines if line in body] == [], number


def test_the_detente_headline_is_mended_and_the_spun_text_is_told(five: duckdb.DuckDBPyConnection) -> None:
    (title,) = _document(five, "000", "title")
    assert title == "Trump Wants “Detente” With Russia, U.S. Envoy to Moscow Says"
    origins = five.execute("select left(file_name, 3), text_origin from documents order by 1").fetchall()
    assert [number for number, origin in origins if origin == "machine_paraphrased"] == ["004"]
    quotes = five.execute(
        "select count(quote) from stated_positions join documents using (document_id) where file_name like '004%'"
    ).fetchone()
    assert quotes == (0,)


@pytest.mark.parametrize(
    ("actor", "country", "role"),
    [
        ("kirill-dmitriev", "RUS", "special envoy"),
        ("jon-huntsman", "USA", "ambassador"),
        ("dmitry-peskov", "RUS", "spokesperson"),
        ("steve-witkoff", "USA", "special envoy"),
        ("vladimir-putin", "RUS", "president"),
        ("donald-trump", "USA", "president"),
    ],
)
def test_its_people_are_actors_with_country_and_role_and_have_something_to_say(
    five: duckdb.DuckDBPyConnection, actor: str, country: str, role: str
) -> None:
    found = five.execute("select country_code, mention_count > 0 from actors where actor_id = ?", [actor]).fetchone()
    assert found == (country, True)
    roles = {name for (name,) in five.execute("select role from actor_roles where actor_id = ?", [actor]).fetchall()}
    assert role in roles
    said = five.execute("select count(*) from stated_positions where speaker_id = ? or holder_id = ?", [actor, actor]).fetchone()
    assert said
    assert said[0] > 0


def test_the_envoy_speaks_and_the_president_holds(five: duckdb.DuckDBPyConnection) -> None:
    query = """select distinct speaker_id from stated_positions
    where holder_id = 'donald-trump' and issue_id = 'us-russia-relations' and stance = 'supports'"""
    assert ("jon-huntsman",) in five.execute(query).fetchall()
    holders = {name for (name,) in five.execute("select holder from stated_positions where speaker_id = 'kirill-dmitriev'").fetchall()}
    assert "American businesses" in holders
