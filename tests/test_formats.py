"""A database with settings of its own: what psycopg can't read, what our functions don't need.

As an operator sets them, for all sessions: `alter database … set`.
"""

import threading

import psycopg
import pytest
from psycopg import sql

from pgbooking import database
from pgbooking.app import create_app
from pgbooking.deploy import load_samples
from pgbooking.worker.loop import Worker
from pgbooking.worker.outbox import Outbox
from tests.contract_cases import CUT
from tests.harness import PATIENCE, TestServer, until
from tests.outbox_engine import NEVER_RUN
from tests.test_cli import Shell

SETTINGS = {
    "datestyle": "German",
    "intervalstyle": "iso_8601",
    "standard_conforming_strings": "off",
    "default_transaction_isolation": "serializable",
    "row_security": "off",
}


@pytest.fixture(scope="module")
def salon(dsn: str) -> str:
    """The sample salon, in such a database."""
    load_samples(dsn)
    with psycopg.connect(dsn, autocommit=True) as connection:
        named = sql.Identifier(connection.info.dbname)
        for name, value in SETTINGS.items():
            connection.execute(sql.SQL("alter database {} set {} = {}").format(
                named, sql.Identifier(name), value))  # fmt: skip
    return dsn


def test_the_clock_of_a_worker_goes_on(salon: str) -> None:
    """It reads when its last run began."""
    outbox = Outbox(salon)
    worker = Worker(outbox, {}, clock=True)
    thread = threading.Thread(target=worker.run)
    thread.start()
    try:
        with database.connect(salon) as connection:
            until(lambda: not connection.execute(NEVER_RUN).rowcount)
            bad = connection.execute("select from booking.job_run where state <> 'done'")
            assert not bad.rowcount
    finally:
        worker.stop()
        thread.join(PATIENCE)
        outbox.close()


@pytest.mark.parametrize(
    "command",
    [("tick",), ("jobs",), ("doctor",), ("slots", "--tenant=salon", "--service=Cut"),
     ("slots", "--tenant=salon", "--service=Cut", "--list"), ("deploy",)],
)  # fmt: skip
def test_commands_go_on(salon: str, command: tuple[str, ...]) -> None:
    answer = Shell(salon)(*command)
    assert (answer.code, answer.err) == (0, "")


def test_the_server_answers_as_everywhere(salon: str) -> None:
    app = create_app(salon, role="service_role", pool_size=1)
    client, tenant = app.test_client(), {"x-tenant": "salon"}
    try:
        answer = client.get("/rpc/list_services", headers=tenant)
        assert {row["duration"] for row in answer.json or ()} == {"00:45:00", "02:00:00"}
        request = {"service_id": CUT, "starts_at": "2000-01-01T09:00Z", "customer_name": "Ada"}
        headers = tenant | {"idempotency-key": "long ago"}
        answer = client.post("/api/v1/bookings", json=request, headers=headers)
        assert (answer.json or {})["code"] == "in_the_past"
    finally:
        app.extensions["pgbooking"].close()


def test_who_listens_may_be_idle(server: TestServer) -> None:
    with server.clone() as dsn:
        with psycopg.connect(dsn, autocommit=True) as connection:
            change = f"alter database {connection.info.dbname} set idle_session_timeout = '1h'"
            connection.execute(change.encode())
        outbox = Outbox(dsn)
        try:
            assert outbox.wait(0)  # listens from now on
            assert outbox._listener
            found = outbox._listener.execute("show idle_session_timeout").fetchone()
        finally:
            outbox.close()
    assert found == ("0",)


PLANTED = """
create function public.steal(json, record) returns json language plpgsql
as $$ begin return to_json(current_user); end $$;
create aggregate public.json_agg(record) (sfunc = public.steal, stype = json);
alter role service_role set search_path = public
"""


def test_nobody_s_functions_run_with_a_caller_s_rights(server: TestServer) -> None:
    """Of two functions PostgreSQL takes the one of the exact type, in whatever schema it is."""
    with server.clone() as dsn:
        load_samples(dsn)
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute(PLANTED.encode())
        app = create_app(dsn, role="service_role", pool_size=1)
        try:
            answer = app.test_client().get("/rpc/list_tenants")
            assert {row["slug"] for row in answer.json or ()} == {"rooms", "salon"}
            told = Shell(dsn)("--json", "call", "list_tenants")
            assert {row["slug"] for row in told.json} == {"rooms", "salon"}
        finally:
            app.extensions["pgbooking"].close()
            with psycopg.connect(dsn, autocommit=True) as connection:
                connection.execute("alter role service_role reset search_path")
