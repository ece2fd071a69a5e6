"""What a command of the command line works with: a database, a tenant, a zone, a way to answer."""

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, TextIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click
import psycopg
from psycopg.conninfo import conninfo_to_dict
from psycopg.rows import tuple_row

from pgbooking import contract, database, render
from pgbooking.cluster import Cluster, embedded_binaries
from pgbooking.contract import Function
from pgbooking.database import Connection, Row
from pgbooking.errors import (
    BookingError,
    SetupError,
    exit_code,
    invalid_argument,
    server_message,
)

DEMO_CLUSTER = "demo"
DEMO_DATABASE = "pgbooking"
_UNREAD = (
    "the connection string can't be read. In a URI, write what is special in a password by its"
    " number (@ is %40, / is %2F, % is %25, a space is %20); elsewhere, password='…'"
)
# An @ behind the first slash ends a password with that slash in it.
_CUT_BY_SLASH = re.compile(r"postgres(ql)?://[^/?]*/[^?]*@")
_LOCALTIME = Path("/etc/localtime")
_LIBPQ = ("PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE", "PGPORT")
_UUID = re.compile(r"[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}", re.IGNORECASE)


# N818 wants the name to end in Error; a refusal is an outcome, not a mistake of the program.
class Failed(Exception):  # noqa: N818
    """A command was refused and has said so; status: the refusal's HTTP status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.exit_code = exit_code(status)


@dataclass
class Session:
    """The options all commands share. zone: IANA name, for reading and showing instants.

    command: the one that was called, whose options errors are about.
    """

    dsn: str = ""
    tenant: str = ""
    zone_name: str = ""
    as_json: bool = False
    command: click.Command | None = None

    @cached_property
    def zone(self) -> ZoneInfo:
        """The zone of instants without an offset, and of output."""
        return find_zone(self.zone_name)

    @cached_property
    def conninfo(self) -> str:
        """The database: --dsn, $PGBOOKING_DSN, libpq's environment, else the demo's."""
        if chosen := self.dsn or os.environ.get("PGBOOKING_DSN", ""):
            _check_password(chosen)
            return chosen
        if any(name in os.environ for name in _LIBPQ):
            return ""
        cluster = demo_cluster()
        if not cluster.is_running():
            raise SetupError("no database: give --dsn, set PGBOOKING_DSN, or run `make demo` first")
        return cluster.conninfo(DEMO_DATABASE)

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A connection inside one transaction, with the tenant chosen and the zone set.

        SetupError: there is no engine.
        """
        with self.engine() as conn, conn.transaction():
            self._set_zone(conn)
            if self.tenant:
                database.call(conn, "use_tenant", p_slug=self.tenant)
            yield conn

    @contextmanager
    def engine(self) -> Iterator[Connection]:
        """A connection for functions of the engine itself. SetupError: there is no engine."""
        with self._connect() as conn:
            if database.release(conn) is None:
                raise SetupError(database.NO_ENGINE)
            yield conn

    def _set_zone(self, conn: Connection) -> None:
        key = self.zone.key
        try:
            database.set_session(conn, {"timezone": key})
        except psycopg.errors.InvalidParameterValue as error:  # this machine knows more zones
            raise invalid_argument(
                f'The database knows no time zone "{key}".', "zone", "Give another one as --zone."
            ) from error

    def _connect(self) -> Connection:
        """Connect. A BookingError where that fails: nothing has been asked of the database yet."""
        try:
            return database.connect(self.conninfo)
        except psycopg.OperationalError as error:
            raise BookingError(503, "unavailable", server_message(error)) from error

    def catalog(self) -> dict[str, Function]:
        """The contract's functions by name. SetupError: the database has no engine."""
        with self._connect() as conn:
            found = contract.catalog(conn)
        if not found:
            raise SetupError(database.NO_ENGINE)
        return found

    def run(self, name: str, /, **arguments: Any) -> list[Row]:
        """Call a function and return its rows; with --json, print them and return none.

        A refused command prints why and raises Failed.
        """
        with self.connection() as conn:
            if not self.as_json:
                rows: list[Any] = database.call(conn, name, **arguments)
            else:
                function = contract_function(conn, name)
                with conn.cursor(row_factory=tuple_row) as cursor:
                    database.run(cursor, database.json_call(function, arguments))
                    rows = json.loads(database.reply(cursor).body)
        refusal = _refusal(rows)
        if self.as_json:
            print_json(rows if function.returns_set else rows[0])
        elif refusal:
            print_refusal(refusal, self.zone)
        if refusal:
            raise Failed(refusal["http_status"])
        return [] if self.as_json else rows

    def identify(self, listing: str, column: str, text: str) -> str:
        """An id as given, or the id of the record with this name in a list function."""
        if _UUID.fullmatch(text):
            return text
        with self.connection() as conn:
            return find_named(database.call(conn, listing, p_limit=10000), column, text)

    def instant(self, text: str) -> datetime:
        """An instant or a date from ISO 8601 text; without an offset it is in this zone.

        A time skipped in spring moves forward by the gap; one that occurs twice is the first.
        """
        today = datetime.now(self.zone).replace(hour=0, minute=0, second=0, microsecond=0)
        named = {"now": datetime.now(UTC), "today": today, "tomorrow": today + timedelta(days=1)}
        if text in named:
            return named[text]
        try:
            if len(text) == 10:
                found = datetime.combine(date.fromisoformat(text), datetime.min.time())
            else:
                found = datetime.fromisoformat(text)
        except ValueError as error:
            raise invalid_argument(
                f'"{text}" is not an ISO 8601 instant.',
                hint="Write 2026-04-02, 2026-04-02T10:00 or 2026-04-02T10:00+02:00.",
            ) from error
        return found if found.tzinfo else found.replace(tzinfo=self.zone)


def contract_function(conn: Connection, name: str) -> Function:
    """A function of the contract that a command needs. SetupError: it isn't there yet."""
    found = contract.catalog(conn).get(name)
    if not found:
        raise SetupError(database.OLD_ENGINE)
    return found


def find_named(rows: list[Row], column: str, name: str) -> str:
    """The id of the record of this name. Raises 400 where there is not just one."""
    found = [str(row[column]) for row in rows if row["name"].casefold() == name.casefold()]
    label = column.removesuffix("_id")
    if len(found) > 1:
        raise invalid_argument(
            f'More than one {label} is called "{name}".', label, f"Give an id: {', '.join(found)}."
        )
    if not found:
        names = ", ".join(sorted(row["name"] for row in rows)) or "none"
        raise invalid_argument(f'No {label} is called "{name}". There are: {names}.', label)
    return found[0]


def demo_cluster() -> Cluster:
    """The embedded cluster of `make demo` and `make up`."""
    return Cluster(DEMO_CLUSTER, embedded_binaries())


def find_zone(name: str) -> ZoneInfo:
    """The zone of this name, of the machine when '' is given. 400 for an unknown one."""
    chosen = name or _machine_zone()
    try:
        return ZoneInfo(chosen)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        message = f'"{chosen}" is not a time zone.'
        if not name:  # UTC in its place would book another hour than the one that was said
            message = f'The time zone of this machine ("{chosen}") has no name that is known.'
        raise invalid_argument(
            message, "zone", "Use an IANA name such as Europe/Berlin: --zone or PGBOOKING_ZONE."
        ) from error


def _check_password(conninfo: str) -> None:
    """Refuse, before anybody repeats a part of it, a password that isn't written as it has to be.

    SetupError: libpq would quote it, or take what follows an @ or a slash in it for the host, the
    port or the database. What has none is left to libpq, which says what is wrong.
    """
    try:
        # an @ at the beginning is that of an abstract socket, and a folder may have one
        is_cut = any("@" in host[1:] and host[0] != "/" for host in _hosts(conninfo))
        is_cut = is_cut or bool(_CUT_BY_SLASH.match(conninfo))
    except psycopg.ProgrammingError:
        if "@" not in conninfo and "password" not in conninfo:
            raise
        is_cut = True
    if is_cut:
        raise SetupError(_UNREAD)


def _hosts(conninfo: str) -> list[str]:
    return str(conninfo_to_dict(conninfo).get("host", "")).split(",")


def print_json(value: Any) -> None:
    """Print a value as JSON for programs."""
    sys.stdout.write(json_for(sys.stdout, value, indent=2) + "\n")


def json_for(stream: TextIO, value: Any, indent: int | None = None) -> str:
    """A value as JSON, with escapes where the locale isn't UTF-8; what JSON has not is text.

    And for what can't be seen: JSON itself leaves signs as they are that steer a terminal.
    """
    is_ascii = stream.encoding.lower() != "utf-8"
    text = json.dumps(value, indent=indent, ensure_ascii=is_ascii, default=str)
    return "".join(c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in text)


def print_refusal(outcome: Row, zone: ZoneInfo) -> None:
    """Say why a command was refused, and what else there is, on standard error."""
    render.error(
        BookingError(outcome["http_status"], outcome["code"], outcome["message"], None,
                     outcome["hint"])
    )  # fmt: skip
    alternatives = (outcome["details"] or {}).get("alternatives") or []
    starts = [datetime.fromisoformat(found["starts_at"]).astimezone(zone) for found in alternatives]
    if starts:
        render.note("free: " + ", ".join(f"{start:%a %d %b %H:%M}" for start in starts))


def _refusal(rows: list[Any]) -> Row | None:
    """The outcome of a command that was refused."""
    first = rows[0] if rows else None
    is_one = isinstance(first, dict) and first.get("status") == "failed" and "http_status" in first
    return first if is_one else None


def _machine_zone() -> str:
    """What TZ says, else where /etc/localtime leads to; UTC where there is neither."""
    told = os.environ.get("TZ", "").removeprefix(":")
    if told and not told.startswith("/"):
        return told
    file = Path(told or _LOCALTIME)
    if not told and not os.path.lexists(file):  # a link has the name, also without its file
        return "UTC"
    place = file.resolve().as_posix()
    return place.partition("zoneinfo/")[2] or place
