"""What was fetched, what is still to be, what failed: a small SQLite file, so that no run fetches or loses a thing twice.

One thread of one process writes it (the orchestration holds a lock); every call is committed before it returns.
"""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

FILE = "state.sqlite"
MAX_ATTEMPTS = 8  # runs that try a page before it is given up; an address that somebody names is always tried
TOLD_DAYS = 30  # how long a failure is told of after its last try

TABLE = """
create table if not exists addresses (
    url text primary key,              -- as it was named, or as the feed's entry links it
    feed text,                         -- the feed it came from; null for an address somebody named
    given text not null default '{}',  -- what the entry says about it, for the sidecar
    file text,                         -- what it became, under the folder; null while it is wanted
    version text not null default '{}',-- validators of the next conditional request, or the remote file's version
    registered integer not null default 0,
    problem text,                      -- why the last try failed
    tried_on text,                     -- when that was, UTC
    attempts integer not null default 0
)
"""


@dataclass(frozen=True)
class Wanted:
    """A page that a feed links and that is not fetched yet."""

    url: str
    feed: str
    given: dict[str, str]


@dataclass(frozen=True)
class Failure:
    """An address whose last try failed."""

    url: str
    feed: str | None
    problem: str
    attempts: int
    tried_on: str


class State:
    """The state file of a folder. A context: closed at its end."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._connection = sqlite3.connect(folder / FILE, isolation_level=None)
        self._connection.execute(TABLE)

    def __enter__(self) -> "State":
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self._connection.close()

    def version(self, url: str) -> dict[str, str]:
        """What to compare an address with; nothing where its file is not there, so that it is fetched anew."""
        row = self._connection.execute("select version, file from addresses where url = ?", (url,)).fetchone()
        return json.loads(row[0]) if row and row[1] and (self._folder / row[1]).exists() else {}

    def want(self, page: Wanted) -> None:
        """Note a page to be fetched; one that is there already stays as it is."""
        self._connection.execute(
            "insert into addresses (url, feed, given) values (?, ?, ?) "
            "on conflict (url) do update set feed = excluded.feed, given = excluded.given where file is null",
            (page.url, page.feed, json.dumps(page.given, ensure_ascii=False)),
        )

    def has(self, url: str) -> bool:
        """Whether an address became a file already."""
        return self._connection.execute("select 1 from addresses where url = ? and file is not null", (url,)).fetchone() is not None

    def wanted(self, feeds: Iterable[str]) -> list[Wanted]:
        """Pages of these feeds still to be fetched: new ones first in the feed's order, then those that failed."""
        query = "select url, feed, given from addresses where file is null and feed = ? and attempts < ? order by attempts, rowid"
        rows = [row for feed in feeds for row in self._connection.execute(query, (feed, MAX_ATTEMPTS))]
        return [Wanted(url, feed, json.loads(given)) for url, feed, given in rows]

    def fetched(self, url: str, file: Path, version: dict[str, str], *, feed: str | None = None, to_register: bool = True) -> None:
        """An address became a file. `to_register=False` for a feed itself, whose entries are the documents."""
        name = file.relative_to(self._folder).as_posix()
        self._connection.execute(
            """
            insert into addresses (url, feed, file, version, registered) values (?1, ?2, ?3, ?4, ?5)
            on conflict (url) do update set
                registered = case when file = ?3 then max(registered, ?5) else ?5 end,
                file = ?3, version = ?4, problem = null, attempts = 0
            """,
            (url, feed, name, json.dumps(version), int(not to_register)),
        )

    def unchanged(self, url: str) -> None:
        """An address still holds what it became."""
        self._connection.execute("update addresses set problem = null, attempts = 0 where url = ?", (url,))

    def failed(self, url: str, problem: str, *, feed: str | None = None) -> None:
        self._connection.execute(
            "insert into addresses (url, feed, problem, attempts, tried_on) values (?1, ?2, ?3, 1, ?4) "
            "on conflict (url) do update set problem = ?3, attempts = attempts + 1, tried_on = ?4",
            (url, feed, problem, f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S}"),
        )

    def unregistered(self) -> list[Path]:
        """Files that no batch was offered yet, also those of a run that was killed between fetching and registering."""
        rows = self._connection.execute("select file from addresses where file is not null and not registered order by file")
        return [path for (name,) in rows if (path := self._folder / name).exists()]

    def registered(self, files: Iterable[Path]) -> None:
        names = [(file.relative_to(self._folder).as_posix(),) for file in files]
        self._connection.execute("begin")
        self._connection.executemany("update addresses set registered = 1 where file = ?", names)
        self._connection.execute("commit")

    def failures(self) -> list[Failure]:
        """Addresses whose last try failed in the last `TOLD_DAYS` days, the latest first."""
        rows = self._connection.execute(
            "select url, feed, problem, attempts, tried_on from addresses "
            "where problem is not null and tried_on > datetime('now', ?) order by tried_on desc, url",
            (f"-{TOLD_DAYS} days",),
        )
        return [Failure(*row) for row in rows]
