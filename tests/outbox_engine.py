"""A database with a tenant and effects of kind test, for tests of the outbox and its worker."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from psycopg.conninfo import make_conninfo

from pgbooking import database
from pgbooking.worker.handler import Handler
from pgbooking.worker.loop import Worker
from pgbooking.worker.outbox import Outbox
from tests.harness import PATIENCE
from tests.worker_process import SETUP

NOW = "2026-06-01T05:00:00Z"
LATER = "2026-06-01T05:06:00Z"  # when the leases of NOW have run out
NEVER_RUN = """
    select j.job_name from booking.job as j
    where not exists (select from booking.job_run as r where r.job_name = j.job_name)
"""


@contextmanager
def working(
    conninfo: str, handler: Handler, threads: int = 2, grace: float = 10
) -> Iterator[Worker]:
    """A worker in a thread, stopped at the end."""
    outbox = Outbox(conninfo)
    worker = Worker(outbox, {handler.KIND: handler}, threads, grace)
    thread = threading.Thread(target=worker.run)
    thread.start()
    try:
        yield worker
    finally:
        worker.stop()
        thread.join(PATIENCE)
        outbox.close()
        assert not thread.is_alive()


class Engine:
    """A database with a tenant and effects of kind test."""

    def __init__(self, dsn: str) -> None:
        self.dsn = dsn
        self.connection = database.connect(self.at(NOW))
        self.connection.execute(SETUP)
        [self.tenant] = self.rows(
            "insert into booking.tenant (slug, name, time_zone) values ('shop', 'Shop', 'UTC')"
            " returning tenant_id::text"
        )

    def at(self, now: str) -> str:
        """How to connect with the clock standing at an instant."""
        return make_conninfo(self.dsn, options=f"-c booking.now={now}")

    def rows(self, query: str, *values: Any) -> list[Any]:
        """The first column of a query."""
        found = self.connection.execute(query.encode(), values).fetchall()
        return [next(iter(row.values())) for row in found]

    def queue(self, count: int, kind: str = "test", tenant: UUID | None = None) -> None:
        """Queue effects. tenant: None: of the one there is."""
        self.rows(
            "select booking.enqueue(%s, array(select (%s, null, jsonb_build_object('n', n), null)"
            "::booking.effect from generate_series(1, %s) as n))",
            tenant or self.tenant, kind, count,
        )  # fmt: skip

    def book(self) -> None:
        """Leave an event to be dispatched; what it was about is gone."""
        self.queue(1, "event")

    def keys(self, status: str) -> set[str]:
        """Keys of effects in a state."""
        return set(self.rows(
            "select outbox_id::text from booking.outbox where kind = 'test' and status = %s", status
        ))  # fmt: skip

    def states(self) -> Counter[str]:
        """How many effects are in which state."""
        return Counter(self.rows("select status from booking.outbox where kind = 'test'"))


def without(engine: Engine, function: str, text: str) -> None:
    """Take something out of a function: the negative control."""
    [source] = engine.rows("select pg_get_functiondef(%s::regproc)", f"booking.{function}")
    assert text in source
    engine.connection.execute(source.replace(text, "").encode())


@contextmanager
def another(engine: Engine, now: str = NOW) -> Iterator[database.Connection]:
    """A connection that doesn't wait for ever."""
    with database.connect(engine.at(now)) as connection:
        connection.execute("set lock_timeout = '20s'")
        yield connection
