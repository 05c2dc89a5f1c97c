"""Addresses become local files: the round of a run, from the addresses that somebody named to the pages their feeds link.

Which exchange, which turn, which file name: the modules beside this one. Registering the files: the orchestration.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from assets.ingest.feeds import breaks_off
from assets.ingest.fetch.at_once import at_once, host_of
from assets.ingest.fetch.client import Answer, Client
from assets.ingest.fetch.errors import DeferredError, FetchError
from assets.ingest.fetch.feeds import Entry, entries, is_feed
from assets.ingest.fetch.keeping import keep, scratch, suffix, sweep
from assets.ingest.fetch.locations import is_web
from assets.ingest.fetch.pacing import Pacing
from assets.ingest.fetch.remote import RemoteFile, copy, remote_files, said_beside
from assets.ingest.fetch.robots import Robots
from assets.ingest.fetch.state import State, Wanted
from assets.ingest.sources import Given, printable

HEAD = 1 << 16  # bytes by which a feed is known
PAGE_TYPES = (None, "text/html", "application/xhtml+xml", "text/plain")
PAGE_SECONDS, NAMED_SECONDS = 120.0, 3600.0  # for one answer, from connecting to the last byte


@dataclass(frozen=True)
class Rules:
    """How a run behaves towards the hosts it meets."""

    allow_private: bool = False
    linked_pages: bool = True
    delay_seconds: float = 1.0
    pages_per_host: int = 200
    max_bytes: int = 2_000_000_000
    max_page_bytes: int = 10_000_000
    run_seconds: float = 1800.0
    silence_seconds: float = 20.0
    backoff_seconds: float = 2.0


@dataclass(frozen=True)
class Problem:
    """An address that could not be fetched, and why. `feed`: the feed that links it; null where somebody named it."""

    url: str
    reason: str
    feed: str | None = None


@dataclass
class Fetched:
    """What a round brought: files to register (also those that an earlier run fetched and did not register), problems, and
    how many pages of the feeds are left for the next run."""

    files: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    pages_left: int = 0


def fetch(
    addresses: Sequence[str], feeds: Sequence[str], folder: Path, rules: Rules, tell: Callable[[str], None] = lambda _: None
) -> Fetched:
    """Fetch what was named into `folder`, and what the feeds among it link.

    Parameters
    ----------
    addresses
        Feeds, pages and files (http, https), and files, folders and patterns of any file system that fsspec knows.
    feeds
        Addresses that must be feeds: anything else there is a problem, not a document.
    folder
        Where files, sidecars and the state are kept. One process at a time may fetch into it.
    rules
        How to behave.
    tell
        Called with a few words on how far it is.

    What cannot be fetched becomes a `Problem`, is noted in the state, and is tried again by the next round.
    """
    sweep(folder)
    pacing = Pacing(rules.delay_seconds, rules.run_seconds)
    with State(folder) as state:
        round_ = _Round(folder, rules, pacing, state, tell)
        try:
            round_.visit(list(dict.fromkeys([*addresses, *feeds])), set(feeds))
        finally:
            pacing.stop()
        round_.fetched.files = state.unregistered()
        round_.fetched.problems.sort(key=lambda problem: (problem.feed is not None, problem.url))
        return round_.fetched


class _Round:
    """One run's visits. The state is written by the thread that made this; `_page` and `_named` run in others."""

    def __init__(self, folder: Path, rules: Rules, pacing: Pacing, state: State, tell: Callable[[str], None]) -> None:
        self._folder, self._rules, self._state, self._tell = folder, rules, state, tell
        self._client = Client(pacing, rules.allow_private, rules.silence_seconds, rules.backoff_seconds)
        self._robots = Robots(lambda url, sink, most: self._client.get(url, sink, most, PAGE_SECONDS), pacing.slow_down)
        self.fetched = Fetched()

    def visit(self, addresses: Sequence[str], feeds: set[str]) -> None:
        for address in addresses:
            if not is_web(address):
                self._visit_files(address, must_be_feed=address in feeds)
        web = [address for address in addresses if is_web(address)]
        versions = {address: self._state.version(address) for address in web}
        for address, outcome in at_once(web, str, lambda one: self._named(one, versions[one], one in feeds)):
            self._tell(f"fetched {address}")
            if isinstance(outcome, FetchError):
                self._note(address, outcome)
            else:
                self._take(address, outcome)
        if self._rules.linked_pages:
            self._visit_pages(web)

    # -- addresses that somebody named
    def _named(self, address: str, version: dict[str, str], must_be_feed: bool) -> "_Got":
        most = self._rules.max_page_bytes if must_be_feed else self._rules.max_bytes
        with scratch(self._folder) as stream:
            answer = self._client.get(address, stream, most, NAMED_SECONDS, version)
            if answer.unchanged:
                return _Got(answer)
            stream.seek(0)
            if is_feed(stream.read(HEAD)):
                found, whole = self._entries(stream, answer)
            elif must_be_feed:
                raise FetchError("no RSS or Atom feed is there")
            else:
                found, whole = None, True
            ending = suffix(address, answer.media_type, stream)
            file = keep(self._folder, address, stream, ending, {"charset": answer.charset}, url=answer.url)
            return _Got(answer, file, found, whole)

    def _entries(self, stream: BinaryIO, answer: Answer) -> tuple[list[Entry], bool]:
        """A feed's entries, and whether it is whole."""
        stream.seek(0)
        content = stream.read(self._rules.max_page_bytes + 1)
        if len(content) > self._rules.max_page_bytes:
            raise FetchError(f"too large for a feed: the limit is {self._rules.max_page_bytes:,} bytes")
        return entries(content, answer.url, answer.charset), not breaks_off(content)

    def _take(self, address: str, got: "_Got") -> None:
        if got.file is None:
            self._state.unchanged(address)
            return
        if got.entries is None:
            self._state.fetched(address, got.file, got.answer.version)
            return
        self._take_entries(address, got.entries)
        # Of a feed that breaks off the validators are not kept: the next run asks for all of it.
        self._state.fetched(address, got.file, got.answer.version if got.is_whole else {}, to_register=False)
        if not got.is_whole:
            self._note(address, FetchError(f"the feed breaks off; what is whole before ({len(got.entries):,}) was taken"))

    def _take_entries(self, feed: str, found: Sequence[Entry]) -> None:
        """Entries that hold their article become files at once; the pages of the others are wanted."""
        for entry in found:
            if entry.link and self._rules.linked_pages and not entry.is_whole:
                self._state.want(Wanted(entry.link, feed, _said(entry, "published")))
            elif entry.content and not self._state.has(entry.key):
                with scratch(self._folder) as stream:
                    stream.write(entry.content)
                    file = keep(self._folder, entry.key, stream, ".json", _said(entry), url=None)
                self._state.fetched(entry.key, file, {}, feed=feed)

    # -- pages that feeds link
    def _visit_pages(self, feeds: Sequence[str]) -> None:
        wanted = self._state.wanted(feeds)
        taken = _at_most(wanted, self._rules.pages_per_host)
        self.fetched.pages_left = len(wanted) - len(taken)
        for number, (page, outcome) in enumerate(at_once(taken, lambda one: one.url, self._page), 1):
            self._tell(f"fetched page {number:,} of {len(taken):,}")
            if isinstance(outcome, DeferredError):
                self.fetched.pages_left += 1
            elif isinstance(outcome, FetchError):
                self._note(page.url, outcome, page.feed)
            else:
                self._state.fetched(page.url, outcome, {}, feed=page.feed)

    def _page(self, page: Wanted) -> Path:
        with scratch(self._folder) as stream:
            answer = self._client.get(page.url, stream, self._rules.max_page_bytes, PAGE_SECONDS, permits=self._robots.check)
            if answer.media_type not in PAGE_TYPES:
                raise FetchError(f"not a page but {answer.media_type}")
            given = {**page.given, "charset": answer.charset}
            ending = ".txt" if answer.media_type == "text/plain" else ".html"
            return keep(self._folder, page.url, stream, ending, given, url=answer.url)

    # -- files of other file systems
    def _visit_files(self, address: str, must_be_feed: bool) -> None:
        try:
            if must_be_feed:
                raise FetchError("a feed is fetched from an http or https address")
            found = remote_files(address)
        except FetchError as problem:
            self._note(address, problem)
            return
        for number, file in enumerate(found, 1):
            self._tell(f"copied {number - 1:,} of {len(found):,} files of {address}")
            try:
                self._copy(file)
            except FetchError as problem:
                self._note(file.url, problem)

    def _copy(self, file: RemoteFile) -> None:
        version = {"version": file.version}
        if self._state.version(file.url) == version:
            self._state.unchanged(file.url)
            return
        with scratch(self._folder) as stream:
            copy(file, stream, self._rules.max_bytes)
            beside = said_beside(file)
            kept = keep(self._folder, file.url, stream, suffix(file.url, None, stream), beside.given, url=file.url, columns=beside.columns)
        self._state.fetched(file.url, kept, version)

    def _note(self, url: str, problem: FetchError, feed: str | None = None) -> None:
        reason = printable(str(problem))  # a server's words, and a terminal's control characters, may stand in it
        self._state.failed(url, reason, feed=feed)
        self.fetched.problems.append(Problem(url, reason, feed))


@dataclass(frozen=True)
class _Got:
    """What a named address gave: nothing new, a file, or a feed with its entries."""

    answer: Answer
    file: Path | None = None
    entries: list[Entry] | None = None
    is_whole: bool = True


def _said(entry: Entry, *fields: str) -> Given:
    """What the feed says of an entry, as a sidecar may hold it: no sidecar takes a day without a figure in it.

    Of a linked page it says the day only: title, authors and publisher stand in the page, and a feed is often not its publisher's.
    """
    said = {field: value for field, value in entry.given.items() if not fields or field in fields}
    if not re.search(r"\d{4}|\d\D\d", said.get("published", "")):
        said.pop("published", None)
    return said


def _at_most(pages: Sequence[Wanted], per_host: int) -> list[Wanted]:
    counts: dict[str, int] = {}
    taken = []
    for page in pages:
        host = host_of(page.url)
        counts[host] = counts.get(host, 0) + 1
        if counts[host] <= per_host:
            taken.append(page)
    return taken
