"""The worker's way to the database: each method is one transaction of its own."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import psycopg
from psycopg_pool import ConnectionPool

from pgbooking import database
from pgbooking.errors import SetupError
from pgbooking.worker.handler import Dead, Done, Dropped, Item, Result, Retry

ROLE = "booking_worker"
CHANNEL = "booking_outbox"
REPORT = "report_outbox"  # what hears of effects whose handler names no other
_SESSION = database.SERVICE | {
    "role": ROLE,
    "statement_timeout": "60s",
    "application_name": "pgbooking worker",
}
_WORDS: dict[type[Result], str] = {Done: "done", Dropped: "dropped", Retry: "retry", Dead: "dead"}


class Outbox:
    """The functions that the role booking_worker may call. Raises psycopg errors.

    pool_size: connections at most; none is held while a handler works.
    """

    def __init__(self, conninfo: str, pool_size: int = 4) -> None:
        self._conninfo = database.watched(conninfo)
        self._listener: psycopg.Connection[Any] | None = None
        self._pool = ConnectionPool(
            self._conninfo,
            min_size=1,
            max_size=pool_size,
            timeout=5,
            reconnect_timeout=database.RECONNECT,
            configure=_configure,
            check=lambda conn: database.check(self._pool, conn),
            kwargs={"autocommit": True},
            name="pgbooking worker",
            open=True,
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()
        self._unlisten()

    def dispatch(self) -> int:
        """Turn events into deliveries; how many events."""
        return int(self._value("dispatch_events"))

    def lease(self, kind: str, most: int, after: UUID | None = None) -> list[Item]:
        """Take effects of a kind that are due. after: the tenant whose turn it was last."""
        rows = self._call("lease_outbox", p_kinds=[kind], p_most=most, p_after=after)
        return [Item(**row) for row in rows]

    def content(self, item: Item, function: str) -> Mapping[str, Any] | None:
        """What is to be sent, asked of the engine's function; None: nothing, any more."""
        found: Mapping[str, Any] | None = self._value(
            function, p_tenant_id=item.tenant_id, p_outbox_id=item.outbox_id
        )
        return found

    def report(self, item: Item, result: Result, function: str = REPORT) -> str | None:
        """Say what came of it: its status then. None: the lease was lost, nothing has changed."""
        facts = getattr(result, "facts", None)
        status: str | None = self._value(
            function,
            p_tenant_id=item.tenant_id,
            p_outbox_id=item.outbox_id,
            p_lease_id=item.lease_id,
            p_result=_WORDS[type(result)],
            p_error=getattr(result, "error", None),
            p_retry_after=getattr(result, "after", None),
            **({"p_facts": facts} if facts else {}),
        )
        return status

    def wait(self, seconds: float) -> bool:
        """Wait until something was queued, or so long; whether something was."""
        try:
            if not self._listener:
                self._listener = psycopg.connect(self._conninfo, autocommit=True)
                _configure(self._listener)
                database.listen(self._listener, CHANNEL)
                return True  # what was queued before was told to nobody
            return any(self._listener.notifies(timeout=seconds, stop_after=1))
        except psycopg.Error:
            self._unlisten()
            raise

    def tick(self) -> bool:
        """Run a periodic job that is due, however long it takes; False: none is."""
        with self._pool.connection() as conn, conn.transaction():
            with conn.cursor() as cursor:
                database.set_local(cursor, _unlimited(conn))
            return bool(database.call_engine(conn, "tick", p_most=1))

    def _value(self, function: str, **arguments: Any) -> Any:
        [row] = self._call(function, **arguments)
        return row[function]

    def _call(self, function: str, **arguments: Any) -> list[database.Row]:
        with self._pool.connection() as conn:
            return database.call_engine(conn, function, **arguments)

    def _unlisten(self) -> None:
        if self._listener:
            self._listener.close()
            self._listener = None


def _unlimited(conn: psycopg.Connection[Any]) -> dict[str, str]:
    limits = {"statement_timeout": "0"}
    if conn.info.server_version >= 170000:
        limits["transaction_timeout"] = "0"
    return limits


def check(conninfo: str) -> None:
    """SetupError where there is no engine, or where this login may not work for it."""
    with psycopg.connect(conninfo, autocommit=True) as conn:
        if database.release(conn) is None:
            raise SetupError(database.NO_ENGINE)
        try:
            _configure(conn)
        except psycopg.errors.InsufficientPrivilege as error:
            raise SetupError(f"this login may not act as {ROLE}: grant {ROLE} to it") from error


def _configure(conn: psycopg.Connection[Any]) -> None:
    database.set_session(conn, _SESSION)
