"""Connections of services: a host that vanishes is noticed, on either side."""

import pytest
from psycopg.conninfo import conninfo_to_dict

from pgbooking import database
from pgbooking.engine import Engine
from pgbooking.worker.outbox import Outbox

SHOWN = "select current_setting('idle_in_transaction_session_timeout')"


def test_what_was_said_of_keepalives_counts() -> None:
    found = conninfo_to_dict(database.watched("dbname=x keepalives_idle=7"))
    assert found["dbname"] == "x"
    assert found["keepalives_idle"] == "7"
    assert int(str(found["tcp_user_timeout"])) == 30_000


@pytest.mark.parametrize("service", ["engine", "outbox"])
def test_who_vanishes_in_a_transaction_holds_its_locks_no_longer(dsn: str, service: str) -> None:
    made = Engine(dsn, "anon") if service == "engine" else Outbox(dsn)
    try:
        assert "tcp_user_timeout" in made._conninfo
        with made._pool.connection() as connection:
            row = connection.execute(SHOWN).fetchone()
    finally:
        made.close()
    assert row
    assert next(iter(row.values() if isinstance(row, dict) else row)) == "30s"
