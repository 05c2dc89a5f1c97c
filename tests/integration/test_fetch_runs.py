"""Addresses through the whole house: the command line, the daily schedule, and the promise that nothing unnamed is fetched."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import dagster as dg
import duckdb
import pytest
from click.testing import CliRunner
from house import said
from little_web import Page, Web, rss, serving

from assets.lake import Lake
from orchestration.cli import main
from orchestration.definitions import build_defs
from orchestration.instance import open_instance
from orchestration.settings import Settings

OPEN = {"allow_private_addresses": True, "fetch_delay": 0}
PAGE = """<html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>Ministers of Ghana and Togo met in Lomé on Tuesday and agreed to open the border posts before the rains come.</p>
<p>“We shall keep the road open,” Ghana's foreign minister said after the talks, which went on for two days.</p>
<p>Both sides will meet again in June, the ministry said, to settle what the customs offices are to do.</p>
</article></body></html>"""
ITEM = "<title>{0}</title><link>/{0}.html</link><description>Teaser.</description><pubDate>{1}</pubDate>"


@contextmanager
def little_desk() -> Iterator[Web]:
    """A server with a feed of two pages, one of which is gone, and a page that no feed links."""
    with serving() as web:
        web.pages["/feed.xml"] = Page(
            rss(ITEM.format("border", "Wed, 08 May 2024 07:00:00 +0000"), ITEM.format("gone", "Tue, 07 May 2024 07:00:00 +0000")),
            "application/rss+xml",
            etag='"1"',
        )
        # The header is wrong, as many are: the page is UTF-8.
        web.pages["/border.html"] = Page(PAGE.format(title="Border posts to open").encode(), "text/html; charset=ISO-8859-1")
        web.pages["/named.html"] = Page(PAGE.format(title="Road to stay open").replace("Tuesday", "Friday").encode())
        yield web


@pytest.fixture
def web() -> Iterator[Web]:
    with little_desk() as web:
        yield web


def served(home: Path, query: str) -> list[tuple]:
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
        return connection.execute(query).fetchall()


class Fetched(NamedTuple):
    """A run that was given a feed, a page, an address that is not there, and a file; and the same feed again."""

    web: Web
    home: Path
    success: bool
    told: str
    again: tuple[bool, str]


@pytest.fixture(scope="module")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fetched]:
    folder = tmp_path_factory.mktemp("fetched")
    home, note = folder / "home", folder / "note.txt"
    note.write_text(
        "Envoys meet in Lisbon\n\nPortugal and Angola agreed on 4 May 2021 to hold talks on fishing rights, the ministry said.\n"
    )
    with little_desk() as web:
        feed = f"{web.origin}/feed.xml"
        success, told = said(home, [note, feed, f"{web.origin}/named.html", f"{web.origin}/nowhere"], **OPEN)  # type: ignore[list-item]
        yield Fetched(web, home, success, told, said(home, [feed], **OPEN))  # type: ignore[list-item]


def test_a_feed_becomes_documents_with_address_and_day(fetched: Fetched) -> None:
    ((published_on, body),) = served(
        fetched.home, f"select published_on::text, body from documents where url = '{fetched.web.origin}/border.html'"
    )
    assert published_on == "2024-05-08"
    assert "Lomé" in body
    assert "“We shall keep the road open,”" in body


def test_a_linked_page_that_is_gone_is_a_line_and_no_failure(fetched: Fetched) -> None:
    success, told = fetched.again
    assert success, told
    for said_of_it in (fetched.told, told):  # tried again by the second run
        assert f"not fetched {fetched.web.origin}/gone.html: the server answers 404 Not Found" in said_of_it
    status = CliRunner().invoke(main, ["status", "--home", str(fetched.home)], catch_exceptions=False).output
    assert "Not fetched: 2" in status


def test_a_feed_that_has_nothing_new_publishes_nothing_and_its_pages_are_not_asked_for_again(fetched: Fetched) -> None:
    assert "nothing changed" in fetched.again[1]
    assert fetched.web.asked("/border.html") == 1


def test_a_named_address_that_fails_fails_the_run_and_stops_nothing(fetched: Fetched) -> None:
    assert not fetched.success, fetched.told
    assert f"not fetched {fetched.web.origin}/nowhere: the server answers 404" in fetched.told
    assert "failed" not in fetched.told, fetched.told
    addresses = {address for (address,) in served(fetched.home, "select url from documents")}
    assert addresses == {None, f"{fetched.web.origin}/border.html", f"{fetched.web.origin}/named.html"}


def test_a_private_address_is_refused_with_what_permits_it(web: Web, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["run", f"{web.origin}/feed.xml", "--home", str(tmp_path)], catch_exceptions=False)
    assert result.exit_code == 1
    assert "127.0.0.1, which is not a public address (loopback); DEMARCHE_ALLOW_PRIVATE_ADDRESSES=true permits it" in result.output
    assert web.log == []


def test_an_address_that_is_no_text_is_refused_before_anything_runs(tmp_path: Path) -> None:
    for address in ("https://lakeherald.example/\udcff", "https://lakeherald.example/\x1b[31m"):
        result = CliRunner().invoke(main, ["run", address, "--home", str(tmp_path)], catch_exceptions=False)
        assert result.exit_code == 2
        assert "printable text" in result.output


def test_the_daily_feeds_are_fetched_registered_and_their_batches_requested(web: Web, tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, feeds=f"{web.origin}/feed.xml, {web.origin}/none.xml", **OPEN)
    defs, instance = build_defs(settings), open_instance(tmp_path)
    repository = defs.get_repository_def()
    assert repository.get_schedule_def("daily_feeds").job_name == "fetch"
    result = defs.resolve_job_def("fetch").execute_in_process(instance=instance)
    assert result.success
    (batch,) = Lake(tmp_path).registered()
    ended = next(event for event in result.all_events if event.event_type == dg.DagsterEventType.RUN_SUCCESS)
    run = instance.get_run_by_id(result.run_id)
    assert run
    sensor = repository.get_sensor_def("fetched_batches")
    requests = sensor(dg.build_run_status_sensor_context("fetched_batches", ended, instance, run))
    assert [request.partition_key for request in requests] == [batch]
    assert sensor.default_status == dg.DefaultSensorStatus.RUNNING


def test_a_day_on_which_no_feed_answers_is_a_failed_run(web: Web, tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, feeds=f"{web.origin}/none.xml", **OPEN)
    result = build_defs(settings).resolve_job_def("fetch").execute_in_process(instance=open_instance(tmp_path), raise_on_error=False)
    assert not result.success


def test_nothing_is_fetched_that_nobody_named(memos: Path) -> None:
    """That no name was looked up, the fixture saw to: the memo it published has an address in it."""
    assert "https://" in (memos / "first.txt").read_text()
    assert not (memos / "home" / "fetched").exists()
    assert {job for job in build_defs(Settings(home=memos / "home", feeds="")).get_repository_def().job_names if "fetch" in job} == set()


def test_feeds_are_named_in_the_setting_or_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "feeds.txt").write_text("# ministries\nhttps://lakeherald.example/feed\n\n  https://hillpost.example/rss  \n")
    for feeds in ("https://lakeherald.example/feed, https://hillpost.example/rss", str(tmp_path / "feeds.txt")):
        monkeypatch.setenv("DEMARCHE_FEEDS", feeds)
        assert Settings().feed_addresses == ["https://lakeherald.example/feed", "https://hillpost.example/rss"]
    monkeypatch.setenv("DEMARCHE_FEEDS", "")
    assert Settings().feed_addresses == []


def test_a_list_of_feeds_that_is_not_there_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMARCHE_FEEDS", str(tmp_path / "none.txt"))
    result = CliRunner().invoke(main, ["run", "--home", str(tmp_path / "home")], catch_exceptions=False)
    assert result.exit_code == 1
    assert result.output.startswith(f"Error: {tmp_path}/none.txt: No such file")
