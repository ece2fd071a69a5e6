"""The database behind the HTTP server: pool, catalog, and one request as one transaction."""

import threading
import time
from collections.abc import Mapping
from contextlib import closing
from typing import Any

import psycopg
from psycopg_pool import ConnectionPool

from pgbooking import database
from pgbooking.arguments import no_such_function
from pgbooking.database import Function, Page, Reply
from pgbooking.errors import BookingError, from_psycopg

_CATALOG_SECONDS = 1.0  # how long an unknown name is believed before the catalog is read again
_SESSION = {"timezone": "UTC", "statement_timeout": "30s", "application_name": "pgbooking serve"}


class Engine:
    """Runs contract functions for HTTP requests.

    role: the database role every request runs as. pool_size: connections at most. Requests wait
    up to `patience` seconds for one, then get 503.
    """

    def __init__(self, conninfo: str, role: str, pool_size: int = 8, patience: float = 5) -> None:
        self.role = role
        self._functions: dict[str, Function] = {}
        self._read_at = float("-inf")
        self._reading = threading.Lock()
        self._pool = ConnectionPool(
            conninfo,
            min_size=1,
            max_size=pool_size,
            timeout=patience,
            configure=_configure,
            kwargs={"autocommit": True},
            name="pgbooking",
            open=True,
        )

    def close(self) -> None:
        """Close the pool."""
        self._pool.close()

    def function(self, name: str) -> Function:
        """The contract function of this name; 404 PGRST202 where there is none."""
        found = self._functions.get(name)
        if not found and time.monotonic() - self._read_at > _CATALOG_SECONDS:
            self.refresh()
            found = self._functions.get(name)
        if not found:
            raise no_such_function(name)
        return found

    def refresh(self) -> None:
        """Read the catalog again, as after a deployment."""
        with self._reading, self._pool.connection() as conn:
            self._functions = database.catalog(conn)
            self._read_at = time.monotonic()

    def release(self, patience: float = 2) -> str | None:
        """The version of the engine in the database. Raises psycopg.OperationalError."""
        with self._pool.connection(timeout=patience) as conn, conn.transaction():
            with conn.cursor() as cursor:
                database.set_local(cursor, {"role": self.role})
            return database.release(conn)

    def run(
        self,
        function: Function,
        arguments: Mapping[str, Any],
        settings: Mapping[str, str],
        page: Page,
        read_only: bool = False,
        exactly_one: bool = False,
    ) -> Reply:
        """Call a function in its own transaction and return its result as JSON text.

        settings: configuration for this transaction (what PostgREST calls request.*).
        exactly_one: refuse any other number of rows with 406, undoing the call. Raises
        BookingError, psycopg errors.
        """
        scope = {"role": self.role, **settings}
        if read_only:
            scope["transaction_read_only"] = "on"
        try:
            with (
                self._pool.connection() as conn,
                conn.transaction(),
                closing(conn.cursor()) as setup,
                closing(conn.cursor()) as cursor,
            ):
                database.set_local(setup, scope)
                database.call_json(cursor, function, arguments, page)
                reply = database.reply(cursor)
                if exactly_one and reply.row_count != 1:
                    raise _not_one(reply.row_count)
                return reply
        except psycopg.errors.UndefinedFunction:
            self._functions = {}  # deployed anew with other arguments: read the catalog next time
            raise
        except UnicodeError as error:
            raise BookingError(
                400, "invalid_argument", "A value is not valid Unicode text."
            ) from error


def explain(error: Exception) -> BookingError | None:
    """The caller's view of an error from `Engine`, None when it isn't one."""
    if isinstance(error, BookingError):
        return error
    return from_psycopg(error) if isinstance(error, psycopg.Error) else None


def _configure(conn: psycopg.Connection[Any]) -> None:
    database.set_session(conn, _SESSION)


def _not_one(row_count: int) -> BookingError:
    return BookingError(
        406,
        "PGRST116",
        "JSON object requested, multiple (or no) rows returned",
        f"The result contains {row_count} rows",
    )
