"""The Dagster UI in a real browser, as a newcomer uses it: look at the graph, click "Materialize all", read the checks.

Needs Debian's Chromium (`.ci/run` installs it). Without it the test fails and says so: a check that is silently
skipped is no check. Screenshots stay in tests/artefacts/.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
ARTEFACTS = Path(__file__).parents[1] / "artefacts"
MEMO = "Pact signed in Accra\n\nGhana and Togo signed a border agreement in Accra on 3 June 2020, officials said.\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ui")


@pytest.fixture(scope="module")
def ui(home: Path) -> Iterator[str]:
    documents = home / "documents"
    documents.mkdir()
    (documents / "memo.txt").write_text(MEMO)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "orchestration.cli", "ui", "--home", str(home), "--port", str(port)]
    environment = {**os.environ, "DEMARCHE_DOCUMENTS": str(documents)}
    log = (home / "ui.log").open("w")
    server = subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, home / "ui.log")
        yield address
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
        log.close()


def _wait_for(address: str, log: Path, seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(f"{address}/server_info", timeout=5):
                return
        except OSError:
            if time.monotonic() > deadline:
                pytest.fail(f"the UI did not come up in {seconds:.0f} s:\n{log.read_text()[-3000:]}")
            time.sleep(0.5)


@pytest.fixture(scope="module")
def page(ui: str) -> Iterator[object]:
    if not CHROMIUM:
        pytest.fail("CHROMIUM IS MISSING: the UI was NOT tested. Install it (apt-get install chromium) and run again.")
    from playwright.sync_api import sync_playwright

    ARTEFACTS.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1600, "height": 1000})
        page.set_default_timeout(60_000)
        yield page
        browser.close()


def test_the_graph_shows_the_street(ui: str, page) -> None:
    page.goto(f"{ui}/asset-groups")
    for group in ("ingest", "clean", "enrich", "lake", "resolve", "staging", "intermediate", "marts", "publish"):
        page.get_by_text(group, exact=True).first.wait_for()
    page.wait_for_timeout(2000)  # the graph is drawn after its labels are there
    page.screenshot(path=ARTEFACTS / "graph.png")


def test_materialize_all_goes_green_and_publishes(ui: str, page, home: Path) -> None:
    page.goto(f"{ui}/asset-groups")
    page.get_by_role("button", name="Materialize all").click()
    launch = page.get_by_role("button", name="Launch").last
    for _ in range(20):  # the dialog takes "All" only once it has read which batches there are
        page.get_by_role("button", name="All", exact=True).click()
        page.wait_for_timeout(500)
        if launch.is_enabled():
            break
    launch.click()
    launch.wait_for(state="hidden")  # leaving the page before it has asked would take the request back
    _wait_for_success(ui, page)
    page.screenshot(path=ARTEFACTS / "runs.png")
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as served:
        assert served.execute("select count(*) from documents").fetchone() == (1,)


def _wait_for_success(ui: str, page, seconds: float = 180) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        page.goto(f"{ui}/runs")
        page.get_by_text("Show runs within backfills").click()
        page.wait_for_timeout(3000)
        if page.get_by_text("Failure", exact=True).count():
            page.screenshot(path=ARTEFACTS / "failed.png")
            pytest.fail("the run failed; see tests/artefacts/failed.png")
        if page.get_by_text("Success", exact=True).count():
            return
    page.screenshot(path=ARTEFACTS / "not_green.png")
    pytest.fail(f"no run went green in {seconds:.0f} s; see tests/artefacts/not_green.png")


def test_the_checks_page_lists_the_expectations(ui: str, page) -> None:
    page.goto(f"{ui}/assets/positions?view=checks")
    for check in ("key_is_unique", "evidence_stands_in_body", "quote_is_verbatim"):
        page.get_by_text(check, exact=True).first.wait_for()
    page.screenshot(path=ARTEFACTS / "checks.png")


def test_a_materialization_shows_rows_and_a_picture(ui: str, page) -> None:
    page.goto(f"{ui}/assets/warehouse")
    page.get_by_text("stated_positions", exact=True).first.wait_for()
    page.wait_for_timeout(1000)
    if page.get_by_text("[Show Markdown]").count():  # a longer one is shown on demand
        page.get_by_text("[Show Markdown]").last.click()
    picture = page.locator("img[alt='Events by quad class']")
    picture.wait_for()
    assert picture.evaluate("image => image.naturalWidth") > 0
    page.screenshot(path=ARTEFACTS / "warehouse.png")


def test_schedule_and_sensors_are_visible(ui: str, page) -> None:
    page.goto(f"{ui}/automation")
    for name in ("daily", "document_folder", "releases"):
        page.get_by_text(name, exact=True).first.wait_for()
    page.screenshot(path=ARTEFACTS / "automation.png")


def test_a_new_document_is_taken_in_by_the_sensor_and_one_release_follows_by_itself(ui: str, page, home: Path) -> None:
    from assets.publish import releases

    before = [manifest.release_id for manifest in releases.kept(home)]
    (home / "documents" / "second.txt").write_text(MEMO.replace("Accra", "Lima").replace("Ghana and Togo", "Peru and Chile"))
    page.goto(f"{ui}/automation")
    _switch_on(page, "document_folder")
    deadline = time.monotonic() + 240
    while len(releases.kept(home)) == len(before) and time.monotonic() < deadline:
        time.sleep(2)
    page.screenshot(path=ARTEFACTS / "automation_on.png")
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as served:
        assert served.execute("select count(*) from documents").fetchone() == (2,)
    time.sleep(45)  # a second release, were there one, would start with the sensor's next tick
    assert len(releases.kept(home)) == len(before) + 1


def _switch_on(page, name: str) -> None:
    """Turn a sensor on. Its switch is dead until the page has read its state: look, click, look again."""
    switch = page.locator(f"xpath=//*[text()='{name}']/following::input[@type='checkbox'][1]")
    switch.wait_for(state="attached")
    for _ in range(20):
        page.wait_for_timeout(1500)
        if switch.is_checked():
            return
        if switch.is_enabled():
            switch.evaluate("input => input.click()")  # the input itself is hidden behind its picture
    page.screenshot(path=ARTEFACTS / "not_on.png")
    pytest.fail(f"the switch of {name} did not turn on; see tests/artefacts/not_on.png")
