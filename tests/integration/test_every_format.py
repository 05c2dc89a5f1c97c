"""Every format, good and bad, from the file to the served warehouse in one run: bad input is quarantined with a reason, the rest
is published.
"""

import gzip
import os
from datetime import date
from pathlib import Path

import duckdb
import formats
import pytest
from house import copied, publish

from assets.lake import Lake
from assets.schemas import REJECTED

STORY = (
    "Portugal and Angola agreed to hold talks on fishing rights in the harbour of {place}, the foreign ministry said. "
    "The envoys called the meeting useful and will report to their governments before the summer, according to an official. "
    "Both sides said that the catch of the northern banks was not yet divided and that a second round was needed."
)
PLACES = {  # a document of each format, told apart by a place
    "page.html": "Lisbon", "feed.xml": "Porto", "crawl.warc.gz": "Setubal", "table.csv": "Faro", "letter.eml": "Aveiro",
    "pages.zip": "Sines", "table.parquet": "Viana", "plain.txt": "Tavira",
}  # fmt: skip
QUARANTINED = ("undecodable.txt", "empty.txt", "binary.txt", "huge.txt")


def story(name: str) -> str:
    return STORY.format(place=PLACES[name])


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("formats")
    documents = folder / "documents"
    documents.mkdir()
    entry = "<title>Talks</title><link>https://lakeherald.example/porto</link><pubDate>Tue, 04 May 2021 23:30:00 -0500</pubDate>"
    made = {
        "page.html": formats.page(story("page.html")),
        "page.html.meta.yml": b"publisher: Lake Herald\npublished: 2021-05-01\n",
        "feed.xml": formats.rss(f"{entry}<description>{story('feed.xml')}</description>"),
        "crawl.warc.gz": gzip.compress(formats.answer("https://seebote.example/2021/05/03/talks", formats.page(story("crawl.warc.gz")))),
        "table.csv": f'text,date,source\n"{story("table.csv")}",2021-05-05,Seebote\n'.encode(),
        "table.parquet": formats.parquet([{"artikel": story("table.parquet"), "dag": date(2021, 5, 6)}]),
        "table.parquet.meta.yml": b"columns: {text: artikel, published: dag}\n",
        "letter.eml": formats.mail(story("letter.eml")),
        "pages.zip": formats.zipped({"deep/a.html": formats.page(story("pages.zip")), "picture.png": b"\x89PNG\r\n\x1a\n\x00"}),
        "bomb.zip": formats.zipped({"a.txt": b"0" * 250_000_000}),
        "locked.zip": formats.encrypted_zip("secret.txt", b"secret"),
        "broken.tar.gz": b"\x1f\x8b\x08" + bytes(60),
        "wrong.txt": b"They met.",
        "wrong.txt.meta.yml": b"publishd: 2021-05-01\n",
        "plain.txt": story("plain.txt").encode(),
        "undecodable.txt": b"Minister " + bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFF, 0xFE, 0xC0]) * 40,
        "empty.txt": b"",
        "binary.txt": b"\x7fELF\x00\x01" + os.urandom(4096),
        "huge.txt": b"Talks went on. " * 3_500_000,  # 52 MB
    }
    for name, content in made.items():
        (documents / name).write_bytes(content)
    assert publish(folder / "home", [documents])
    return folder / "home"


def rows(home: Path, query: str) -> list[tuple]:
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as served:
        return served.execute(query).fetchall()


@pytest.mark.parametrize("name", PLACES)
def test_a_document_of_every_format_is_published(home: Path, name: str) -> None:
    assert rows(home, f"select count(*) from documents where body like '%harbour of {PLACES[name]}%'") == [(1,)]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("page.html", date(2021, 5, 1)), ("feed.xml", date(2021, 5, 4)), ("table.csv", date(2021, 5, 5)),
        ("letter.eml", date(2021, 5, 4)), ("table.parquet", date(2021, 5, 6)), ("crawl.warc.gz", date(2021, 5, 3)),
    ],
)  # fmt: skip
def test_what_is_said_beside_a_document_dates_it(home: Path, name: str, day: date) -> None:
    assert rows(home, f"select published_on from documents where body like '%harbour of {PLACES[name]}%'") == [(day,)]


def test_what_cannot_be_read_is_listed_with_a_reason_that_says_what_to_do(home: Path) -> None:
    listed = " ".join(detail for (detail,) in rows(home, "select detail from review_queue"))
    for words in ("a picture", "archive bomb", "a password", "broken.tar.gz", "unknown key 'publishd'"):
        assert words in listed


@pytest.mark.parametrize("name", QUARANTINED)
def test_each_bad_file_is_quarantined_with_a_reason(home: Path, name: str) -> None:
    refused = {Path(row["source_uri"]).name: row["reason"] for row in Lake(home).scan(REJECTED).collect().iter_rows(named=True)}
    assert len(refused[name]) > 10
    assert rows(home, f"select count(*) from review_queue where detail like '%{name}%'") == [(1,)]


def test_nothing_but_the_good_documents_is_published(home: Path) -> None:
    assert rows(home, "select count(*) from documents") == [(len(PLACES),)]


def test_a_quarantined_file_is_not_taken_in_again(home: Path, tmp_path: Path) -> None:
    again = copied(home, tmp_path / "again")
    before = Lake(again).registered()
    assert publish(again, [home.parent / "documents"])
    assert Lake(again).registered() == before
