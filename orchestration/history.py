"""Dagster's event log with its database connections kept open.

Dagster opens, configures and closes SQLite anew for each of the hundreds of events of a run, which took half of a
small run's time (30 s to 19 s on five documents, two busy cores). The files, tables and rows are Dagster's own: the UI reads them with
Dagster's own class.

It also asks Alembic for the newest form of a database whenever it opens one, and Alembic loads all of Dagster's migrations
to tell: here once a process and kind of database.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, cached_property
from typing import Any

from alembic.script import ScriptDirectory
from dagster._core.storage.event_log.sqlite.sqlite_event_log import SqliteEventLogStorage
from dagster._serdes import ConfigurableClassData
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

OPEN_DATABASES = 16  # the index and the runs at hand; a home may have thousands of runs
BUSY_SECONDS = 60

# Dagster keeps its configurations of Alembic (one of each kind of database), so that they can be told apart.
ScriptDirectory.from_config = cache(ScriptDirectory.from_config)  # type: ignore[method-assign]


class PooledEventLog(SqliteEventLogStorage):
    """`SqliteEventLogStorage` whose connections outlive a statement."""

    @classmethod
    def from_config_value(cls, inst_data: ConfigurableClassData | None, config_value: Any) -> "PooledEventLog":
        return cls(inst_data=inst_data, **config_value)  # Dagster's own names its class here, not `cls`

    def has_table(self, table_name: str) -> bool:
        """Asked for each check and each tag, and answered by a look at all tables: once is enough for one that is there."""
        if table_name not in self._tables:
            if not super().has_table(table_name):
                return False
            self._tables.add(table_name)
        return True

    @cached_property
    def _tables(self) -> set[str]:
        return set()

    @contextmanager
    def _connect(self, shard: str) -> Iterator[Connection]:
        with self._db_lock:
            engine = self._engine(shard)
            if shard not in self._initialized_dbs:
                self._initdb(engine)
                self._initialized_dbs.add(shard)
            with engine.connect() as connection, connection.begin():
                yield connection

    def _engine(self, shard: str) -> Engine:
        """This log's own: another of the same home has another lock, and would reach into a transaction of this one's."""
        engine = self._engines.pop(shard, None) or _connected(self.conn_string_for_shard(shard))
        self._engines[shard] = engine  # the newest last
        while len(self._engines) > OPEN_DATABASES:
            self._engines.pop(next(iter(self._engines))).dispose()
        return engine

    @cached_property
    def _engines(self) -> dict[str, Engine]:
        return {}

    def dispose(self) -> None:
        super().dispose()
        with self._db_lock:
            while self._engines:
                self._engines.popitem()[1].dispose()


def _connected(address: str) -> Engine:
    engine = create_engine(address, poolclass=StaticPool, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
    # Safe against a killed process; a power cut may cost the last events of the history, never a table.
    event.listen(engine, "connect", lambda connection, _: connection.execute("pragma synchronous = normal"))
    return engine
