"""Connections of services: a host that vanishes is noticed, and a database that is back, too."""

import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.rows import scalar_row
from psycopg_pool.base import AttemptWithBackoff

from pgbooking import database
from pgbooking.engine import Engine
from pgbooking.worker.outbox import Outbox
from tests.harness import PATIENCE

MADE = {
    "engine": lambda dsn: Engine(dsn, "anon", patience=0.5),
    "outbox": Outbox,
}
SHOWN = "select current_setting('idle_in_transaction_session_timeout')"


def test_what_was_said_of_keepalives_counts() -> None:
    found = conninfo_to_dict(database.watched("dbname=x keepalives_idle=7"))
    assert found["dbname"] == "x"
    assert found["keepalives_idle"] == "7"
    assert int(str(found["tcp_user_timeout"])) == 30_000


@pytest.mark.parametrize("make", MADE.values(), ids=MADE)
def test_who_vanishes_in_a_transaction_holds_its_locks_no_longer(
    dsn: str, make: Callable[[str], Engine | Outbox]
) -> None:
    made = make(dsn)
    try:
        assert "tcp_user_timeout" in made._conninfo
        with made._pool.connection() as connection:
            row = connection.execute(SHOWN).fetchone()
    finally:
        made.close()
    assert row
    assert next(iter(row.values() if isinstance(row, dict) else row)) == "30s"


def test_a_connection_that_can_not_be_set_is_closed(
    dsn: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[psycopg.Connection] = []
    connect = psycopg.connect

    def kept(*given: Any, **named: Any) -> psycopg.Connection:
        made.append(connect(*given, **named))
        return made[0]

    monkeypatch.setattr(psycopg, "connect", kept)
    with pytest.raises(psycopg.errors.InvalidParameterValue):
        database.connect(dsn, database.SESSION | {"timezone": "Nowhere/Else"})
    assert made[0].closed


def test_no_statement_of_the_server_runs_without_end(dsn: str) -> None:
    engine = Engine(dsn, "anon")
    shown = "select current_setting('statement_timeout')"
    try:
        with engine.connection() as pooled, engine.connect() as feed:
            for connection in (pooled, feed):
                with connection.cursor(row_factory=scalar_row) as cursor:
                    assert cursor.execute(shown).fetchone() == "30s"
    finally:
        engine.close()


@pytest.mark.parametrize("make", MADE.values(), ids=MADE)
def test_after_a_restart_nobody_waits_for_each_connection_that_was_lost(
    dsn: str, make: Callable[[str], Engine | Outbox]
) -> None:
    made = make(dsn)
    made._pool.timeout = 5
    try:
        with ExitStack() as taken:
            every = [
                taken.enter_context(made._pool.connection()) for _ in range(made._pool.max_size)
            ]
            pids = [connection.info.backend_pid for connection in every]
        with psycopg.connect(dsn, autocommit=True) as server:
            query = "select count(pg_terminate_backend(pid, 10000)) from unnest(%s) as pid"
            assert server.execute(query, [pids]).fetchone() == (len(pids),)
        with made._pool.connection() as connection:
            connection.execute(SHOWN)
    finally:
        made.close()


@pytest.mark.parametrize("make", MADE.values(), ids=MADE)
def test_a_database_that_is_back_is_found_although_it_was_away_for_long(
    dsn: str, make: Callable[[str], Engine | Outbox], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    # as after a long outage, in which the pauses between attempts have grown to this
    monkeypatch.setattr(AttemptWithBackoff, "INITIAL_DELAY", 2 * PATIENCE)
    known = conninfo_to_dict(dsn)
    made = make(make_conninfo(dsn, host=str(tmp_path)))
    try:
        made._pool.timeout = 0.5
        with suppress(psycopg.OperationalError), made._pool.connection():
            pytest.fail("there is no server")
        name = f".s.PGSQL.{known['port']}"
        (tmp_path / name).symlink_to(Path(str(known["host"])) / name)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with suppress(psycopg.OperationalError), made._pool.connection():
                return
        pytest.fail("it is not found")
    finally:
        made.close()
