"""The server under test: one private cluster a test run, a deployed template, clones of it."""

import fcntl
import itertools
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, LiteralString, Self

import psycopg
import pytest
from psycopg import sql

from pgbooking.cluster import Cluster, debian_binaries, embedded_binaries, state_root
from pgbooking.deploy import deploy
from pgbooking.errors import SetupError

PATIENCE = 120.0  # seconds for what has to happen; it only ends tests that fail
PGTAP_SCHEMA = "tap"
_DEBIAN = Path("/usr/share/postgresql/15")
_TEMPLATE = "pgbooking_template"
_FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "150",
    "shared_buffers": "64MB",
    "log_min_messages": "fatal",
}


class TestServer:
    """A cluster that the workers of one test run share; the last one to leave removes it.

    version: "15" or "18". run: the test run's id, the same in all its workers. worker: this one's.
    """

    __test__ = False

    def __init__(self, version: str, run: str, worker: str) -> None:
        self.worker = worker
        self.cluster = _cluster(version, f"test-{version}-{run[:8]}")
        self.members = _members(self.cluster.name)
        self._numbers = itertools.count()

    def __enter__(self) -> Self:
        with alone():
            _sweep()
            self.members.mkdir(exist_ok=True)
            (self.members / self.worker).write_text(str(os.getpid()))
            self.cluster.start()
            self._make_template()
        return self

    def __exit__(self, *_: object) -> None:
        with alone():
            (self.members / self.worker).unlink()
            if not any(self.members.iterdir()):
                self.cluster.remove()
                self.members.rmdir()

    @contextmanager
    def clone(self, template: str = _TEMPLATE) -> Iterator[str]:
        """A new database, deployed unless another template is named; dropped afterwards."""
        name = f"test_{self.worker}_{next(self._numbers)}"
        with alone():  # a template may have no other user while it is copied
            self._execute("create database {} template {}", name, template)
        conninfo = self.cluster.conninfo(name)
        try:
            if template == _TEMPLATE:  # as just installed, however long ago the tests began
                with psycopg.connect(conninfo) as connection:
                    connection.execute("update booking.job set created_at = now()")
            yield conninfo
        finally:
            self._execute("drop database if exists {} with (force)", name)

    def load_pgtap(self, connection: psycopg.Connection[Any]) -> None:
        """Put pgTAP on the search path of this session; skip the test where there is none."""
        if not (_DEBIAN / "extension" / "pgtap.control").exists():
            pytest.skip("pgTAP is not installed: Debian's package postgresql-15-pgtap")
        connection.execute(f"create schema {PGTAP_SCHEMA}".encode())
        connection.execute(f"create extension pgtap schema {PGTAP_SCHEMA}".encode())
        connection.execute(f"set search_path = {PGTAP_SCHEMA}, public".encode())

    def _make_template(self) -> None:
        """Deploy once a run, whichever worker comes first."""
        if not self._execute("select from pg_database where datname = {}", _TEMPLATE, literal=True):
            self._execute("create database {}", _TEMPLATE)
            try:
                deploy(self.cluster.conninfo(_TEMPLATE))
            except BaseException:
                self._execute("drop database {} with (force)", _TEMPLATE)
                raise

    def _execute(self, statement: LiteralString, *names: str, literal: bool = False) -> int:
        """Run a statement about databases; how many rows it found."""
        quote = sql.Literal if literal else sql.Identifier
        query = sql.SQL(statement).format(*map(quote, names))
        with psycopg.connect(self.cluster.conninfo(), autocommit=True) as connection:
            return connection.execute(query).rowcount


def _cluster(version: str, name: str) -> Cluster:
    extras = {}
    if version == "18":  # pgTAP is SQL only: Debian's copy serves this server, too
        extras = {"extension_control_path": f"$system:{_DEBIAN}"}
    elif Path("/usr/lib/postgresql/15/lib/pg_cron.so").exists():
        extras = {"shared_preload_libraries": "pg_cron", "cron.use_background_workers": "on"}
    binaries = debian_binaries(15) if version == "15" else embedded_binaries()
    return Cluster(name, binaries, _FAST | extras)


def _members(name: str) -> Path:
    """Where the workers that use a cluster have a file each, with their process ids."""
    return state_root() / f"{name}.members"


def _sweep() -> None:
    """Remove the clusters of runs that were killed."""
    for members in state_root().glob("test-*.members"):
        if any(_is_alive(int(file.read_text() or 0)) for file in members.iterdir()):
            continue
        name = members.stem
        with suppress(SetupError):  # its server is no longer installed
            _cluster(name.split("-")[1], name).remove()
        shutil.rmtree(members)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def until(is_reached: Callable[[], object]) -> None:
    """Wait for what happens in another thread or process."""
    limit = time.monotonic() + PATIENCE
    while not is_reached():
        assert time.monotonic() < limit, "it did not happen"
        time.sleep(0.02)


def waits(watcher: psycopg.Connection[Any], other: psycopg.Connection[Any]) -> bool:
    """Whether a connection waits for another's lock."""
    query = "select from pg_stat_activity where pid = %s and wait_event_type = 'Lock'"
    return watcher.execute(query, [other.info.backend_pid]).rowcount > 0


@contextmanager
def replaced(dsn: str, function: str, text: str, by: str = "") -> Iterator[None]:
    """Another text, or none, in a function of the engine while inside: for negative controls."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        query = "select pg_get_functiondef(%s::regproc)"
        [(source,)] = connection.execute(query, [f"booking.{function}"]).fetchall()
        assert text in source
        connection.execute(source.replace(text, by))
        try:
            yield
        finally:
            connection.execute(source)


@contextmanager
def alone() -> Iterator[None]:
    """One worker at a time."""
    with (state_root() / "test.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
