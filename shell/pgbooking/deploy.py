"""Deployment: the manifest `install.sql`, run as one transaction.

The same files as `psql -1 -f sql/install.sql`, in the same order: `schema/` only into a fresh
database, pending migrations only into one that has an earlier release, everything else always.
Where pg_cron lives in another database, the jobs are then scheduled there, which psql can't do.
"""

import hashlib
import os
import re
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path
from time import sleep
from typing import Any

import psycopg
from psycopg.rows import scalar_row

from pgbooking import database
from pgbooking.errors import SetupError
from pgbooking.paths import sql_directory

_INCLUDE = re.compile(r"^\s*\\ir\s+(\S+)", re.MULTILINE)
_FIRST = "deploy/refuse_database.sql"  # the lock is taken, and whoever deploys may read
_GATE = "deploy/refuse_older.sql"  # refuses a database of a newer release; then come migrations
_SCHEMA = "schema/"
_MIGRATIONS = "migrations"
_IN_USE = (psycopg.errors.LockNotAvailable, psycopg.errors.DeadlockDetected)
_PAUSES = (1, 2, 4, 8)  # seconds before a deployment is tried again


@dataclass(frozen=True)
class Deployment:
    """What a deployment did. migrations: names of those it applied. notice: what is left to do."""

    version: str
    was_fresh: bool
    changed: bool
    migrations: tuple[str, ...]
    notice: str = ""


def manifest(folder: Path) -> list[Path]:
    """The files `install.sql` names, in order. SetupError: a file is missing."""
    script = folder / "install.sql"
    try:
        names: list[str] = _INCLUDE.findall(script.read_text(encoding="utf-8"))
    except OSError as error:
        raise SetupError(f"cannot read {script}: {error.strerror}") from error
    for name in names:
        if not (folder / name).is_file():
            raise SetupError(f"{script} names {name}, which does not exist")
    return [folder / name for name in names]


def deploy(conninfo: str, folder: Path | None = None) -> Deployment:
    """Install or upgrade the engine, all or nothing; a second time changes nothing.

    Gives way to whoever is using a table that it changes, and tries again. Raises SetupError when
    the database is of a newer release, an applied migration was edited, a file fails, or a table
    stays in use; psycopg.OperationalError when the database can't be reached.
    """
    root = folder or sql_directory()
    files = manifest(root)
    for pause in (*_PAUSES, None):
        try:
            with psycopg.connect(conninfo, application_name="pgbooking deploy") as conn:
                done = _Run(conn, root).install(files)
            break
        except _IN_USE as error:
            if pause is None:
                raise SetupError(
                    "a long transaction keeps a table in use that has to be changed; nothing was: "
                    "end it (pg_stat_activity shows which it is), or deploy later"
                ) from error
            sleep(pause)
    return replace(done, notice=_schedule_elsewhere(conninfo))


def load_samples(conninfo: str) -> None:
    """Load the sample tenants of `demo/`; files that were loaded before change nothing."""
    root = sql_directory()
    with database.connect(conninfo) as conn, conn.transaction():
        for file in sorted((root / "demo").glob("*.sql")):
            _Run(conn, root).execute(file)


def _schedule_elsewhere(conninfo: str) -> str:
    """Schedule the jobs, where pg_cron lives in another database. '', or why that failed."""
    with psycopg.connect(conninfo) as conn:
        (home,) = conn.execute(
            "select setting from pg_settings where name = 'cron.database_name'"
        ).fetchone() or (None,)
        if home in (None, conn.info.dbname):
            return ""
        try:
            with psycopg.connect(conninfo, dbname=home) as there:
                if there.execute("select from pg_extension where extname = 'pg_cron'").rowcount:
                    (said,) = conn.execute("select booking.cron_statement()").fetchone() or ("",)
                    there.execute(said.encode())
        except psycopg.Error as error:
            why = " ".join(str(error).split())
            return f"pg_cron lives in database {home}, where the jobs could not be scheduled: {why}"
    return ""


class _Run:
    """One deployment on one connection, inside one transaction."""

    def __init__(self, conn: psycopg.Connection[Any], root: Path) -> None:
        self.conn = conn
        self.root = root

    def install(self, files: list[Path]) -> Deployment:
        fresh = False
        applied: tuple[str, ...] = ()
        before: object = None
        told = revision(self.root)  # before the transaction, whose locks don't wait for git
        for file in files:
            name = _name(file, self.root)
            if fresh or not name.startswith(_SCHEMA):
                self.execute(file)
            if name == _FIRST:  # the lock is held: what is seen now stays so
                fresh = not self._value("select to_regclass('booking.release') is not null")
                before = None if fresh else self._release()
                self._value("select set_config('booking.revision', %s, true)", told)
            if name == _GATE:
                applied = self._record(self._migrations()) if fresh else self._migrate()
        version = self._value("select booking.version()")
        changed = before != self._release()
        return Deployment(str(version), fresh, changed, () if fresh else applied)

    def _migrations(self) -> list[Path]:
        return sorted((self.root / _MIGRATIONS).glob("*.sql"))

    def _migrate(self) -> tuple[str, ...]:
        rows = self.conn.execute("select name, checksum from booking.migration").fetchall()
        known = {str(name): str(checksum) for name, checksum in rows}
        pending = []
        for file in self._migrations():
            if file.name not in known:
                pending.append(file)
            elif known[file.name] != _checksum(file):
                raise SetupError(
                    f"migration {file.name} was edited after this database applied it: restore it"
                )
        for file in pending:
            self.execute(file)
        return self._record(pending)

    def _record(self, files: list[Path]) -> tuple[str, ...]:
        for file in files:
            self.conn.execute(
                "insert into booking.migration (name, checksum) values (%s, %s)",
                (file.name, _checksum(file)),
            )
        return tuple(file.name for file in files)

    def _release(self) -> object:
        return self._value("select max(release_id) from booking.release")

    def execute(self, file: Path) -> None:
        """Run one file; an error names the file and the line, unless a later try may pass."""
        text = file.read_bytes()
        try:
            self.conn.execute(text)
        except _IN_USE:
            raise
        except psycopg.Error as error:
            if self.conn.closed:
                raise
            raise SetupError(self._explain(file, text, error)) from error

    def _explain(self, file: Path, text: bytes, error: psycopg.Error) -> str:
        diagnosis = error.diag
        if diagnosis.sqlstate == "55000" and diagnosis.message_hint:  # a refusal of our own
            return f"{diagnosis.message_primary}. {diagnosis.message_hint}"
        place = _name(file, self.root)
        if diagnosis.statement_position:
            before = text.decode()[: int(diagnosis.statement_position)]
            place += f":{before.count(chr(10)) + 1}"
        hint = f". {diagnosis.message_hint}" if diagnosis.message_hint else ""
        return f"{place}: {diagnosis.message_primary}{hint}"

    def _value(self, query: str, *arguments: str) -> object:
        with self.conn.cursor(row_factory=scalar_row) as cursor:
            return cursor.execute(query.encode(), arguments).fetchone()


def revision(folder: Path) -> str:
    """The git revision that the folder's files are of, or '' where git doesn't have them."""
    # not HEAD: installed from a wheel, they may lie within somebody else's repository
    command = ["git", "-C", str(folder), "log", "-1", "--format=%h", "--abbrev=12", "--", "."]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip()


def _name(file: Path, root: Path) -> str:
    """A file as the manifest names it; `cron/` lies beside its folder."""
    return Path(os.path.relpath(file, root)).as_posix()


def _checksum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
