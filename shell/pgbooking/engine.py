"""The database behind the HTTP server: pool, catalog, and one request as one transaction."""

import select
import threading
import time
from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager, closing, suppress
from functools import cached_property
from typing import Any

import psycopg
from psycopg.rows import tuple_row
from psycopg_pool import ConnectionPool, PoolTimeout

from pgbooking import contract, database
from pgbooking.arguments import no_such_function
from pgbooking.contract import Function
from pgbooking.database import Reply, Statement
from pgbooking.errors import BookingError, from_psycopg

_CATALOG_SECONDS = 1.0  # how long an unknown name is believed before the catalog is read again
_BELIEVED_SECONDS = 60.0  # how long a known one is
_READ_ONLY = {"transaction_read_only": "on"}
_SESSION = database.SERVICE | {"statement_timeout": "30s", "application_name": "pgbooking serve"}


class Engine:
    """Runs contract functions for HTTP requests.

    role: the database role every request runs as. pool_size: connections at most. Requests wait
    up to `patience` seconds for one, then get 503.
    """

    def __init__(self, conninfo: str, role: str, pool_size: int = 8, patience: float = 5) -> None:
        self.role = role
        self._conninfo = database.watched(conninfo)
        self._functions: dict[str, Function] = {}
        self._role_settings: dict[str, dict[str, str]] = {}
        self._read_at = float("-inf")
        self._is_stale = True
        self._reading = threading.Lock()
        self._pool = ConnectionPool(
            self._conninfo,
            min_size=1,
            max_size=pool_size,
            timeout=patience,
            reconnect_timeout=database.RECONNECT,
            configure=_configure,
            check=self._check,
            name="pgbooking",
            open=True,
        )

    def close(self) -> None:
        """Close the pool."""
        self._pool.close()

    def function(self, name: str, given: Collection[str] | None = None) -> Function:
        """The contract function of this name that takes these arguments; 404 PGRST202 if none.

        given: names of arguments; None accepts any. 503 where the database has no contract at all.
        """
        found = self._find(name, given)
        age = time.monotonic() - self._read_at
        if age > _BELIEVED_SECONDS or (age > _CATALOG_SECONDS and (not found or self._is_stale)):
            self.refresh()
            found = self._find(name, given)
        if not self._functions:
            raise BookingError(
                503, "unavailable", "The database has no engine.", hint="Run pgbooking deploy."
            )
        if not found:
            raise no_such_function(name, given or (), self._functions.get(name))
        return found

    @property
    def functions(self) -> Mapping[str, Function]:
        """The contract as it was last read, by function name."""
        return self._functions

    @cached_property
    def time_zones(self) -> frozenset[str]:
        """Those that the database knows; Python's own may be newer. Asked for once."""
        with self._pool.connection() as conn:
            return database.time_zones(conn)

    def media_type(self, name: str) -> str:
        """The media type that the contract function of this name has of its own, '' if none."""
        with suppress(BookingError):
            return self.function(name).media_type
        return ""

    def refresh(self) -> None:
        """Read the catalog again, as after a deployment. Not for who holds a connection already.

        Who finds others at it waits no longer than for a connection, and takes what they read.
        """
        asked_at = time.monotonic()
        # without an end they would fail one after the other, each after its own wait
        if not self._reading.acquire(timeout=self._pool.timeout):
            raise PoolTimeout
        try:
            if self._read_at < asked_at:
                self._read()
        finally:
            self._reading.release()

    def release(self) -> str | None:
        """The version of the engine in the database. Raises psycopg.OperationalError."""
        with self._pool.connection(timeout=2) as conn:
            with conn.cursor() as cursor:
                database.set_local(cursor, {"role": self.role})
            return database.release(conn)

    def metrics(self) -> list[database.Row]:
        """What the engine measures, asked as the role booking_monitor. Raises psycopg errors."""
        with self._pool.connection(timeout=2) as conn:
            with conn.cursor() as cursor:
                database.set_local(cursor, {"role": "booking_monitor"})
            return database.call_engine(conn, "metrics")

    def run(
        self,
        statement: Statement,
        settings: Mapping[str, str],
        read_only: bool = False,
        exactly_one: bool = False,
    ) -> Reply:
        """Run a call in its own transaction and return its result as JSON text.

        It is counted before. Where that writes, it is a transaction of its own: what counts must
        neither wait for the call nor be undone with it. It ends and the next one begins at once.

        settings: configuration for this transaction (what PostgREST calls request.*), `role` too;
        what `alter role … set` says for that role counts as well, as it does there.
        exactly_one: refuse any other number of rows with 406, undoing the call. Raises
        BookingError, psycopg errors.
        """
        scope = self._scope(settings)
        try:
            with (
                self._pool.connection() as conn,
                closing(conn.cursor(row_factory=tuple_row)) as cursor,
            ):
                self._assume(cursor, scope)
                if database.CHECK in self._functions and database.check_request(cursor):
                    database.next_transaction(cursor)
                    database.set_local(cursor, scope)
                if read_only:
                    database.set_local(cursor, _READ_ONLY)
                return _reply(cursor, statement, exactly_one)
        except psycopg.errors.UndefinedFunction:
            self._is_stale = True  # perhaps deployed anew with other arguments
            raise
        except UnicodeError as error:
            raise BookingError(
                400, "invalid_argument", "A value is not valid Unicode text."
            ) from error

    def read(
        self, conn: database.Connection, statement: Statement, settings: Mapping[str, str]
    ) -> Reply:
        """Run a call that reads only, as `run` does, on this connection, and uncounted."""
        with conn.transaction(), closing(conn.cursor(row_factory=tuple_row)) as cursor:
            self._assume(cursor, self._scope(settings) | _READ_ONLY)
            return _reply(cursor, statement)

    def connection(self) -> AbstractContextManager[database.Connection]:
        """A connection of the pool, for `read`."""
        return self._pool.connection()

    def connect(self) -> database.Connection:
        """The connection of the live feed, beside the pool. Raises psycopg.OperationalError."""
        settings = _SESSION | {"application_name": "pgbooking feed"}
        return database.connect(self._conninfo, settings)

    def _read(self) -> None:
        begun_at = time.monotonic()
        with self._pool.connection() as conn:
            self._functions = contract.catalog(conn)
            self._role_settings = database.role_settings(conn)
        self._read_at = begun_at
        self._is_stale = False

    def _check(self, conn: psycopg.Connection[Any]) -> None:
        """Raise psycopg errors if the server has closed it; the pool then takes another.

        Its socket tells: there is something to read, though nothing was asked. So a request after a
        restart of the database, or a failover, needs no second try, and others no round trip more.
        """
        waiting = select.poll()
        waiting.register(conn.fileno(), select.POLLIN)
        if waiting.poll(0):
            database.check(self._pool, conn)

    def _scope(self, settings: Mapping[str, str]) -> dict[str, str]:
        role = settings["role"]
        return {"role": role, **self._role_settings.get(role, {}), **settings}

    def _assume(self, cursor: psycopg.Cursor[Any], scope: Mapping[str, str]) -> None:
        """Set a transaction's settings. Raises 400 22023 for a token's role that doesn't exist."""
        try:
            database.set_local(cursor, scope)
        except psycopg.errors.InvalidParameterValue as error:
            if scope["role"] == self.role:  # not the caller's mistake
                raise
            raise BookingError(400, "22023", error.diag.message_primary or "") from error

    def _find(self, name: str, given: Collection[str] | None) -> Function | None:
        found = self._functions.get(name)
        return found if found and (given is None or found.takes(given)) else None


def explain(error: Exception, is_anonymous: bool = False) -> BookingError | None:
    """The caller's view of an error from `Engine`, None when it isn't one."""
    if isinstance(error, BookingError):
        return error
    return from_psycopg(error, is_anonymous) if isinstance(error, psycopg.Error) else None


def _reply(cursor: psycopg.Cursor[Any], statement: Statement, exactly_one: bool = False) -> Reply:
    database.run(cursor, statement)
    reply = database.reply(cursor)
    if exactly_one and reply.row_count != 1:
        raise _not_one(reply.row_count)
    return reply


def _configure(conn: psycopg.Connection[Any]) -> None:
    with conn.transaction():
        database.set_session(conn, _SESSION)


def _not_one(row_count: int) -> BookingError:
    return BookingError(
        406,
        "PGRST116",
        "JSON object requested, multiple (or no) rows returned",
        f"The result contains {row_count} rows",
    )
