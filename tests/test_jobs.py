"""Periodic jobs run by several at once, on connections of their own."""

import threading
from collections.abc import Callable, Iterator

import pytest
from psycopg.conninfo import make_conninfo

from pgbooking import database
from pgbooking.worker.outbox import Outbox
from tests.harness import TestServer
from tests.test_cli import Shell

JOB = """
    delete from booking.job where true;
    create table booking.pgtap_tally (job_name text);
    create function booking.work(p_most integer) returns integer language plpgsql volatile as $$
    begin
        insert into booking.pgtap_tally values ('work');
        return 1;
    end $$;
    alter table booking.pgtap_tally owner to booking_engine;
    insert into booking.job
    (job_name, every, at, function_name, most, late_after, description, created_at)
    select 'work_' || letter, '1 hour', '0', 'work', 10, '1 hour', 'Work.', booking.now()
    from unnest(array['a', 'b', 'c']) as letter
"""
CLOCK = "-c booking.now=2026-06-01T05:00:00Z"
Connect = Callable[[], database.Connection]


@pytest.fixture(scope="module")
def dsn(server: TestServer) -> Iterator[str]:
    """The clock stands: else a full hour would make a job due again."""
    with server.clone() as found:
        yield make_conninfo(found, options=CLOCK)


@pytest.fixture(autouse=True)
def jobs(connect: Connect) -> Iterator[None]:
    """Three jobs that leave a row each time they run, and no other."""
    connection = connect()
    connection.execute(JOB.encode())
    yield
    connection.execute("drop table booking.pgtap_tally; drop function booking.work(integer)")
    connection.execute(
        "delete from booking.job_run where true; delete from booking.alert where true"
    )


def runs(connection: database.Connection) -> int:
    return connection.execute("select from booking.pgtap_tally").rowcount


def test_a_run_leaves_at_once_while_another_goes_on(connect: Connect) -> None:
    one, other = connect(), connect()
    other.execute("set statement_timeout = '30s'")
    with one.transaction():
        assert one.execute("select (booking.run_job('work_a')).state").fetchone() == {
            "state": "done"
        }
        second = other.execute("select booking.run_job('work_a') is null as left").fetchone()
        assert second == {"left": True}
        third = other.execute("select (booking.run_job('work_b')).state").fetchone()
        assert third == {"state": "done"}, "another job has another lock"
    assert runs(one) == 2
    assert one.execute("select (booking.run_job('work_a')).state").fetchone() == {"state": "done"}


def test_many_clocks_run_each_job_once(connect: Connect) -> None:
    connections = [connect() for _ in range(8)]
    barrier = threading.Barrier(len(connections))

    def tick(connection: database.Connection) -> None:
        barrier.wait()
        while database.call_engine(connection, "tick", p_most=1):
            pass

    threads = [threading.Thread(target=tick, args=(c,)) for c in connections]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rows = (
        connections[0].execute("select job_name from booking.job_run order by job_name").fetchall()
    )
    assert [row["job_name"] for row in rows] == ["work_a", "work_b", "work_c"]
    assert runs(connections[0]) == 3


def test_a_clock_goes_on_after_a_failure_in_a_transaction_of_its_own(connect: Connect) -> None:
    one = connect()
    one.execute(
        "create or replace function booking.work(p_most integer) returns integer"
        " language plpgsql as $$ begin perform 1 / (p_most - 10); return 1; end $$"
    )
    states = []
    while found := database.call_engine(one, "tick", p_most=1):
        states += [(row["job_name"], row["state"], row["sqlstate"]) for row in found]
    assert states == [(f"work_{letter}", "failed", "22012") for letter in "abc"]
    open_alerts = connect().execute("select source from booking.alert where code = 'failed'")
    assert len(open_alerts.fetchall()) == 3


def test_no_limit_of_its_login_ends_a_job_of_the_worker(dsn: str, connect: Connect) -> None:
    one = connect()
    one.execute(
        "create or replace function booking.work(p_most integer) returns integer"
        " language plpgsql as $$ begin"
        " insert into booking.pgtap_tally"
        " select s.setting from pg_settings as s"
        " where s.name in ('statement_timeout', 'transaction_timeout');"
        " return 1; end $$"
    )
    limits = f"{CLOCK} -c statement_timeout=1h"
    if one.info.server_version >= 170000:
        limits += " -c transaction_timeout=1h"
    outbox = Outbox(make_conninfo(dsn, options=limits))
    try:
        assert outbox.tick()
    finally:
        outbox.close()
    found = one.execute("select distinct job_name as milliseconds from booking.pgtap_tally")
    assert found.fetchall() == [{"milliseconds": "0"}]


def test_the_command_line_runs_what_is_due_and_shows_it(dsn: str, connect: Connect) -> None:
    run = Shell(dsn)
    assert [job["job_name"] for job in run("tick", "--json").json] == ["work_a", "work_b", "work_c"]
    assert run("tick").out == "nothing is due\n"
    connect().execute("select booking.raise_alert('booking x', 'odd', 'look at it')")
    shown = run("jobs")
    assert "work_b" in shown.out
    assert "0 * * * *" in shown.out
    assert shown.err == "error: booking x: odd: look at it\n"
    found = run("jobs", "--json").json
    assert {job["state"] for job in found["jobs"]} == {"done"}
    assert [alert["code"] for alert in found["alerts"]] == ["odd"]
