"""Databases with the data of `data.sql`, made where missing and used again while they hold."""

import hashlib
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo
from psycopg.rows import scalar_row

from pgbooking.deploy import deploy
from pgbooking.paths import sql_directory

_DATA = Path(__file__).with_name("data.sql")
# The Monday the data begins with must lie ahead, or its first slots have passed.
_FITS = """
select bench.monday() > (now() at time zone 'Europe/Berlin')::date
    and obj_description('bench'::regnamespace) = %s
"""


@dataclass(frozen=True)
class Size:
    """How much data. A resource has about 1,760 claims of a year, a person of the office 260."""

    seed: int
    resources: int
    people: int
    weeks_before: int

    @classmethod
    def at(cls, scale: float, seed: int) -> "Size":
        """The size at a scale; 1 is two million claims."""
        return cls(
            seed,
            resources=max(6, round(1060 * scale)),
            people=min(500, max(5, round(10000 * scale))),
            weeks_before=36 if scale >= 0.01 else 0,
        )

    def fingerprint(self) -> str:
        """What must be equal for a database to be used again: size, data.sql and the schema."""
        digest = hashlib.sha256(repr(self).encode())
        for file in (_DATA, *sorted((sql_directory() / "schema").glob("*.sql"))):
            digest.update(file.read_bytes())
        return digest.hexdigest()


def prepare(conninfo: str, database: str, size: Size) -> str:
    """Make and load the database unless it is there, and deploy the engine as it is now.

    conninfo: of any database of the server, as superuser. Returns the database's own.
    """
    own = make_conninfo(conninfo, dbname=database)
    name = sql.Identifier(database)
    with closing(psycopg.connect(conninfo, autocommit=True)) as connection:
        known = connection.execute("select from pg_database where datname = %s", [database])
        if known.rowcount and not _holds(own, size):
            connection.execute(sql.SQL("drop database {} with (force)").format(name))
            known = connection.execute("select from pg_database where false")
        if not known.rowcount:
            connection.execute(sql.SQL("create database {}").format(name))
    deploy(own)
    with closing(psycopg.connect(own, autocommit=True)) as connection:
        if not connection.execute("select from pg_namespace where nspname = 'bench'").rowcount:
            _load(connection, size)
        # as the scheduler does every minute
        connection.execute("select booking.run_in_tenants('fill_timetable', 1000000)")
        connection.execute("vacuum (analyze) booking.timetable")
    return own


def _holds(conninfo: str, size: Size) -> bool:
    """Whether a database has what is wanted; one that an interrupted run left has not."""
    try:
        with closing(psycopg.connect(conninfo, row_factory=scalar_row)) as connection:
            return bool(connection.execute(_FITS, [size.fingerprint()]).fetchone())
    except psycopg.ProgrammingError:  # there is no schema bench
        return False


def _load(connection: psycopg.Connection[Any], size: Size) -> None:
    with connection.transaction():
        for name, value in vars(size).items():
            connection.execute("select set_config(%s, %s, true)", [f"bench.{name}", str(value)])
        connection.execute(_DATA.read_bytes())
    connection.execute("vacuum (analyze)")
    connection.execute(
        sql.SQL("comment on schema bench is {}").format(sql.Literal(size.fingerprint()))
    )


def monday(connection: psycopg.Connection[Any]) -> date:
    """The Monday that the data is laid around: the first day of every window."""
    row = connection.execute("select bench.monday()").fetchone()
    found: date = row[0] if row else date.max
    return found
