"""Addresses through the whole house: the command line, the daily schedule, and the promise that nothing unnamed is fetched."""

import socket
from collections.abc import Iterator
from pathlib import Path

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


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        web.pages["/feed.xml"] = Page(
            rss(ITEM.format("border", "Wed, 08 May 2024 07:00:00 +0000"), ITEM.format("gone", "Tue, 07 May 2024 07:00:00 +0000")),
            "application/rss+xml",
            etag='"1"',
        )
        # The header is wrong, as many are: the page is UTF-8.
        web.pages["/border.html"] = Page(PAGE.format(title="Border posts to open").encode(), "text/html; charset=ISO-8859-1")
        yield web


def served(home: Path, query: str) -> list[tuple]:
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_a_feed_becomes_documents_with_address_and_day_and_what_fails_is_told(web: Web, tmp_path: Path) -> None:
    success, told = said(tmp_path, [f"{web.origin}/feed.xml"], **OPEN)  # type: ignore[list-item]
    assert success, told  # a linked page that is gone is a line, no failure
    assert f"not fetched {web.origin}/gone.html: the server answers 404 Not Found" in told
    ((url, published_on, body),) = served(tmp_path, "select url, published_on::text, body from documents")
    assert (url, published_on) == (f"{web.origin}/border.html", "2024-05-08")
    assert "Lomé" in body
    assert "“We shall keep the road open,”" in body
    status = CliRunner().invoke(main, ["status", "--home", str(tmp_path)], catch_exceptions=False).output
    assert "Not fetched: 1" in status
    success, told = said(tmp_path, [f"{web.origin}/feed.xml"], **OPEN)  # type: ignore[list-item]
    assert success
    assert "nothing changed" in told
    assert web.asked("/border.html") == 1


def test_a_named_address_that_fails_fails_the_run_and_stops_nothing(web: Web, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text(
        "Envoys meet in Lisbon\n\nPortugal and Angola agreed on 4 May 2021 to hold talks on fishing rights, the ministry said.\n"
    )
    success, told = said(tmp_path / "home", [note, f"{web.origin}/border.html", f"{web.origin}/nowhere"], **OPEN)  # type: ignore[list-item]
    assert not success, told
    assert f"not fetched {web.origin}/nowhere: the server answers 404" in told
    assert "failed" not in told, told
    assert len(served(tmp_path / "home", "select 1 from documents")) == 2


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


def test_nothing_is_fetched_that_nobody_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    (tmp_path / "note.txt").write_text(
        "Envoys of Peru and Chile met in Arica on 4 May 2021, the ministry said. See https://lakeherald.example/a\n"
    )
    assert said(tmp_path / "home", [tmp_path / "note.txt"])[0]
    assert not (tmp_path / "home" / "fetched").exists()
    assert {job for job in build_defs(Settings(home=tmp_path / "home", feeds="")).get_repository_def().job_names if "fetch" in job} == set()


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
