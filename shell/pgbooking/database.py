"""The one way to the database: connect, and call the functions of the contract."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from functools import lru_cache
from typing import Any, LiteralString

import psycopg
from psycopg import errors as pg
from psycopg import sql
from psycopg.adapt import Buffer, Loader
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.rows import dict_row, tuple_row
from psycopg.types.json import Jsonb
from psycopg_pool import ConnectionPool

from pgbooking.contract import CONTRACT, Function
from pgbooking.errors import unread_argument

ENGINE = "booking"  # for the worker: clients see the contract only
CHECK = "check_request"  # what counts requests: PostgREST's db-pre-request
NO_ENGINE = "this database has no pgbooking: run `pgbooking deploy` first"
OLD_ENGINE = "this database has an older release of pgbooking: run `pgbooking deploy` first"

# Of every session, whatever the environment, the database or the role would have it: what psycopg
# reads dates and intervals from, how the texts in PL/pgSQL are read, and what commands need. Names
# are PostgreSQL's: who may create in public would else be asked first, with the caller's rights.
SESSION = {
    "search_path": "pg_catalog, pg_temp",
    "timezone": "UTC",
    "client_encoding": "UTF8",
    "datestyle": "ISO",
    "intervalstyle": "postgres",
    "standard_conforming_strings": "on",
    "default_transaction_isolation": "read committed",
    "row_security": "on",
}
# Of a service's: a host that vanishes in the middle of a transaction holds its locks no longer; who
# listens may be idle for as long as nothing happens.
SERVICE = SESSION | {"idle_in_transaction_session_timeout": "30s", "idle_session_timeout": "0"}
_KEEPALIVE = {
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}
# Seconds that a service's pool tries to connect, after growing pauses, until it begins anew for
# whoever asks: after a long outage the pauses would be as long, and the database back for minutes.
RECONNECT = 5

Row = dict[str, Any]
Connection = psycopg.Connection[Row]


@dataclass(frozen=True)
class Statement:
    """A query and its parameters. arguments: their names, where each is an argument of a call."""

    query: bytes
    parameters: Sequence[Any]
    arguments: Sequence[str] = ()


@dataclass(frozen=True)
class Reply:
    """A result as JSON text, with what the function asked of the HTTP response.

    total: how many rows there are beyond this page, where that was asked for.
    """

    body: str
    row_count: int
    total: int | None
    status: int | None
    headers: str | None


def watched(conninfo: str) -> str:
    """The same for a service: that the server's host has vanished is noticed within a minute.

    What `conninfo` says of keepalives counts. Raises psycopg.ProgrammingError if it can't be read.
    """
    return make_conninfo(conninfo, **(_KEEPALIVE | conninfo_to_dict(conninfo)))


def connect(conninfo: str = "", settings: Mapping[str, str] = SESSION) -> Connection:
    """Connect; each call is its own transaction unless the caller opens a wider one.

    settings: of the session. Raises psycopg.OperationalError; psycopg.ProgrammingError when
    `conninfo` can't be read.
    """
    connection = psycopg.connect(
        conninfo, autocommit=True, row_factory=dict_row, application_name="pgbooking"
    )
    connection.adapters.register_loader("time", _TimeLoader)
    try:
        set_session(connection, settings)
    except BaseException:
        connection.close()
        raise
    return connection


class _TimeLoader(Loader):
    """A day may end at 24:00, for which Python has no time: it stays text."""

    def load(self, data: Buffer) -> time | str:
        text = bytes(data).decode()
        return text if text.startswith("24") else time.fromisoformat(text)


def check(pool: ConnectionPool[Any], conn: psycopg.Connection[Any]) -> None:
    """Raise psycopg errors if the server has closed a connection that is taken from the pool.

    All others of the pool are then looked at, too: a restart closed each of them, and the pool
    waits a second, and then two, before it looks at the next one.
    """
    try:
        pool.check_connection(conn)
    except psycopg.Error:
        pool.check()
        raise


def call(conn: psycopg.Connection[Any], function: str, /, **arguments: Any) -> list[Row]:
    """Call a contract function by argument names; its result as rows.

    Values are passed as text of no type, so that each argument's own type reads them. Raises
    BookingError where it can't, and psycopg errors; `errors.from_psycopg` explains them.
    """
    return _rows(conn, CONTRACT, function, arguments)


def call_engine(conn: psycopg.Connection[Any], function: str, /, **arguments: Any) -> list[Row]:
    """Call a private function, as `call` does one of the contract; for the worker's role."""
    return _rows(conn, ENGINE, function, arguments)


def listen(conn: psycopg.Connection[Any], channel: str) -> None:
    """Have the server tell this connection of notifications on a channel."""
    conn.execute(sql.SQL("listen {}").format(sql.Identifier(channel)))


def json_call(function: Function, arguments: Mapping[str, Any]) -> Statement:
    """A call whose result the server turns into JSON; `reply` reads it."""
    query = _json_query(function.name, function.is_scalar, tuple(arguments))
    return Statement(query, _parameters(arguments), tuple(arguments))


def run(cursor: psycopg.Cursor[Any], statement: Statement) -> None:
    """Execute a statement.

    Raises BookingError for an argument that its type can't read, and psycopg errors.
    """
    try:
        cursor.execute(statement.query, statement.parameters)
    except psycopg.DataError as error:
        unread = unread_argument(error, statement.arguments)
        if unread:
            raise unread from error
        raise


def reply_columns(row: sql.Composable, total: sql.Composable | None = None) -> sql.Composed:
    """What a query for `reply` selects. row: one row of the result. total: a count of all."""
    return sql.SQL(
        "coalesce(json_agg({}), '[]')::text, count(*), {}::bigint,"
        " nullif(current_setting('response.status', true), '')::integer,"
        " nullif(current_setting('response.headers', true), '')"
    ).format(row, total or sql.SQL("null"))


def check_request(cursor: psycopg.Cursor[Any]) -> bool:
    """Count a request, and refuse it where there were too many; whether that wrote anything.

    If so, the transaction's commit waits for no disk and no replica: a crash may lose what was
    counted in its last moments, which no promise depends on.
    """
    cursor.execute(_CHECK_REQUEST)
    row = cursor.fetchone()
    return bool(row and row[0])


def next_transaction(cursor: psycopg.Cursor[Any]) -> None:
    """Commit, and begin another transaction in the same round trip."""
    cursor.execute(b"commit and chain")


def reply(cursor: psycopg.Cursor[Any]) -> Reply:
    """The result of a query that selects `reply_columns`."""
    # Such a query always has one row; None is in the driver's type for queries that have none.
    return Reply(*cursor.fetchone())  # type: ignore[misc]


def set_local(cursor: psycopg.Cursor[Any], settings: Mapping[str, str]) -> None:
    """Set configuration parameters until the end of the transaction, `role` among them."""
    _set(cursor.execute, settings, b"true")


def set_session(conn: psycopg.Connection[Any], settings: Mapping[str, str]) -> None:
    """Set configuration parameters for as long as the connection lasts."""
    _set(conn.execute, settings, b"false")


def _set(execute: Callable[..., object], settings: Mapping[str, str], is_local: bytes) -> None:
    items = b", ".join([b"set_config(%s, %s, " + is_local + b")"] * len(settings))
    execute(b"select " + items, [text for pair in settings.items() for text in pair])


def role_settings(conn: psycopg.Connection[Any]) -> dict[str, dict[str, str]]:
    """What `alter role … set` says, by role: settings that anybody may change for a transaction.

    Not where names are looked for, which is ours.
    """
    with conn.cursor(row_factory=tuple_row) as cursor:
        return dict(cursor.execute(_ROLE_SETTINGS).fetchall())


def time_zones(conn: psycopg.Connection[Any]) -> frozenset[str]:
    """The names of time zones that may be set here."""
    with conn.cursor(row_factory=tuple_row) as cursor:
        return frozenset(name for (name,) in cursor.execute("select name from pg_timezone_names"))


def release(conn: psycopg.Connection[Any]) -> str | None:
    """The version of the engine in the database; None: no engine, '': not for this role to know.

    Unless there is one, nothing more can be done in a transaction that was begun before.
    """
    try:
        with conn.cursor(row_factory=tuple_row) as cursor:
            row = cursor.execute("select booking.version()").fetchone()
    except (pg.UndefinedFunction, pg.InvalidSchemaName):
        return None
    except pg.InsufficientPrivilege:
        return ""
    return str(row[0]) if row else None


def create_database(conninfo: str, name: str) -> None:
    """Create an empty database where it is missing. conninfo: any other one of the server."""
    with psycopg.connect(conninfo, autocommit=True) as conn:
        if conn.execute("select 1 from pg_database where datname = %s", (name,)).fetchone():
            return
        conn.execute(sql.SQL("create database {}").format(sql.Identifier(name)))


def _rows(
    conn: psycopg.Connection[Any], schema: str, function: str, arguments: Mapping[str, Any]
) -> list[Row]:
    with conn.cursor(row_factory=dict_row) as cursor:
        query = _row_query(schema, function, tuple(arguments))
        run(cursor, Statement(query, _parameters(arguments), tuple(arguments)))
        return cursor.fetchall()


# Made once: putting a query together takes longer than sending it.
@lru_cache(maxsize=1024)
def _row_query(schema: str, function: str, arguments: tuple[str, ...]) -> bytes:
    return sql.SQL("select * from {}").format(_invocation(schema, function, arguments)).as_bytes()


@lru_cache(maxsize=1024)
def _json_query(function: str, is_scalar: bool, arguments: tuple[str, ...]) -> bytes:
    shape = sql.SQL("f.{}").format(sql.Identifier(function)) if is_scalar else sql.SQL("f")
    query = sql.SQL("select {} from (select * from {}) as f")
    return query.format(reply_columns(shape), _invocation(CONTRACT, function, arguments)).as_bytes()


def _invocation(schema: str, function: str, arguments: Iterable[str]) -> sql.Composed:
    named = [sql.SQL("{} => %s").format(sql.Identifier(name)) for name in arguments]
    return sql.SQL("{}({})").format(sql.Identifier(schema, function), sql.SQL(", ").join(named))


def _parameters(arguments: Mapping[str, Any]) -> list[Any]:
    return [_parameter(value) for value in arguments.values()]


def _parameter(value: Any) -> Any:
    match value:
        case bool():
            return str(value).lower()
        case int() | float() | Decimal():
            return str(value)
        case dict():
            return Jsonb(value)
        case list() | tuple():
            return array_text(value)
    return value


def array_text(items: Iterable[Any]) -> str:
    """An array in PostgreSQL's notation."""
    return "{" + ",".join(_element(item) for item in items) + "}"


def _element(value: Any) -> str:
    if value is None:
        return "null"
    text = str(_parameter(value))
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_CHECK_REQUEST = b"""
select case
    when pg_current_xact_id_if_assigned() is not null
        then set_config('synchronous_commit', 'off', true)
end
from booking_v1.check_request()
"""

_ROLE_SETTINGS: LiteralString = """
select r.rolname, json_object_agg(c.name, c.value)
from pg_roles as r
cross join lateral unnest(r.rolconfig) as u (entry)
cross join lateral (
    select
        split_part(u.entry, '=', 1) as name,
        substr(u.entry, strpos(u.entry, '=') + 1) as value
) as c
join pg_settings as s
    on lower(s.name) = lower(c.name) and s.context = 'user' and s.name <> 'search_path'
group by r.rolname
"""
