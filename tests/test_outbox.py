"""Workers racing for the outbox with real connections; and what a long history costs them."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest

from pgbooking import database
from pgbooking.mail import smtp
from pgbooking.worker import posting
from tests.harness import TestServer, until, waits
from tests.outbox_engine import LATER, Engine, another, without

LEASE = "select outbox_id::text from booking.lease_outbox(array['test'], %s)"
LOCK = "perform pg_advisory_xact_lock(hashtextextended('pgbooking lease ' || v_kind.kind, 0));"
SKIP = "for update skip locked"


@pytest.fixture
def engine(server: TestServer) -> Iterator[Engine]:
    with server.clone() as dsn:
        made = Engine(dsn)
        yield made
        made.connection.close()


def leased(connection: database.Connection, most: int) -> list[str]:
    return [row["outbox_id"] for row in connection.execute(LEASE.encode(), [most]).fetchall()]


def overtaken(engine: Engine) -> tuple[list[str], list[str]]:
    """What a worker leases in a transaction, and another that begins before it has committed."""
    found: list[str] = []
    with another(engine) as one, another(engine) as two:
        with one.transaction():
            first = leased(one, 5)
            thread = threading.Thread(target=lambda: found.extend(leased(two, 5)))
            thread.start()
            until(lambda: waits(engine.connection, two) or not thread.is_alive())
        thread.join()
    return first, found


def test_two_workers_never_lease_the_same(engine: Engine) -> None:
    engine.queue(10)
    first, second = overtaken(engine)
    assert len(first) == len(second) == 5
    assert not set(first) & set(second)


def test_without_its_locks_they_would(engine: Engine) -> None:
    without(engine, "lease_outbox", LOCK)
    without(engine, "lease_effects", SKIP)
    engine.queue(10)
    first, second = overtaken(engine)
    assert set(first) == set(second)


def crowd(engine: Engine, clients: int) -> int:
    """How many effects are leased by clients that all come at the same moment."""
    gate = threading.Barrier(clients)
    counts: list[int] = []

    def lease() -> None:
        with another(engine) as connection:
            gate.wait(30)
            counts.append(len(leased(connection, 10)))

    threads = [threading.Thread(target=lease) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(counts) == clients
    return sum(counts)


def test_a_crowd_of_workers_keeps_to_the_concurrency(engine: Engine) -> None:
    engine.connection.execute("update booking.outbox_kind set concurrency = 12")
    engine.queue(200)
    assert crowd(engine, 8) == 12


def test_without_its_lock_it_would_not(engine: Engine) -> None:
    without(engine, "lease_outbox", LOCK)
    engine.connection.execute("update booking.outbox_kind set concurrency = 10")
    engine.queue(200)
    with another(engine) as one, another(engine) as two, one.transaction():
        assert len(leased(one, 10)) == 10
        assert len(leased(two, 10)) == 10, "which is twice as many as may be"


def reported_meanwhile(engine: Engine) -> list[str]:
    """What is leased while a report on an effect whose lease ran out is about to commit."""
    engine.queue(2)
    with another(engine) as slow, another(engine, LATER) as other:
        row = slow.execute("select * from booking.lease_outbox(array['test'], 1)").fetchone()
        assert row
        other.execute("set lock_timeout = '200ms'")
        with slow.transaction():
            slow.execute(
                "select booking.report_outbox(%s, %s, %s, 'done')",
                [row["tenant_id"], row["outbox_id"], row["lease_id"]],
            )
            found = leased(other, 10)
    assert str(row["outbox_id"]) not in found
    assert engine.states() == {"done": 1, "leased": 1}
    return found


def test_what_is_being_reported_is_left_alone_and_waited_for_by_nobody(engine: Engine) -> None:
    assert len(reported_meanwhile(engine)) == 1


def test_without_skipping_it_would_be_waited_for(engine: Engine) -> None:
    without(engine, "lease_effects", SKIP)
    with pytest.raises(psycopg.errors.LockNotAvailable):
        reported_meanwhile(engine)


def test_who_reports_while_another_begins_is_not_heard(engine: Engine) -> None:
    engine.queue(1)
    answers: list[Any] = []
    with another(engine) as slow, another(engine, LATER) as other:
        row = slow.execute("select * from booking.lease_outbox(array['test'], 1)").fetchone()
        assert row
        report = "select booking.report_outbox(%s, %s, %s, 'done') as status"
        about = [row["tenant_id"], row["outbox_id"], row["lease_id"]]
        with other.transaction():
            assert len(leased(other, 1)) == 1
            thread = threading.Thread(
                target=lambda: answers.append(slow.execute(report.encode(), about).fetchone())
            )
            thread.start()
            until(lambda: waits(engine.connection, slow))
        thread.join()
    assert answers == [{"status": None}]
    assert engine.states() == {"leased": 1}


def test_one_dispatcher_at_a_time(engine: Engine) -> None:
    """The second leaves at once, and what it left is found by the next."""
    dispatch = "select booking.dispatch_events() as count"
    engine.book()
    with another(engine) as one, another(engine) as two:
        with one.transaction():
            assert one.execute(dispatch).fetchone() == {"count": 1}
            engine.book()
            assert two.execute(dispatch).fetchone() == {"count": 0}
        assert two.execute(dispatch).fetchone() == {"count": 1}


def test_an_attempt_is_over_before_its_lease(engine: Engine) -> None:
    """Otherwise the next would begin beside it."""
    limits = {"email": smtp.TOTAL_SECONDS} | dict.fromkeys(
        ("sms", "push", "webhook"), posting.TOTAL_SECONDS
    )
    leases = engine.connection.execute(
        "select kind, extract(epoch from lease) as seconds from booking.outbox_kind"
        " where kind not in ('event', 'test')"
    )
    assert {row["kind"]: row["seconds"] > limits[row["kind"]] for row in leases} == dict.fromkeys(
        limits, True
    )


FULL = """
    insert into booking.outbox (tenant_id, kind, payload, status, due_at, created_at, finished_at)
    select %s, 'test', '{}', 'done', booking.now(), booking.now() - n * interval '1 second',
        booking.now()
    from generate_series(1, 20000) as n
"""
READ = """
    select coalesce(sum(seq_tup_read + idx_tup_fetch), 0)::integer as rows
    from pg_stat_xact_user_tables where relid = 'booking.outbox'::regclass
"""
LOOKS: dict[str, Callable[[Engine], Any]] = {
    "leasing": lambda e: leased(e.connection, 10),
    "dispatching": lambda e: e.rows("select booking.dispatch_events()"),
    "what is dead": lambda e: e.rows("select count(*) from booking_v1.list_deliveries('dead')"),
    "the latest": lambda e: e.rows(
        "select count(*) from booking_v1.list_deliveries(p_limit => 10)"
    ),
    "of a booking": lambda e: e.rows(
        "select count(*) from booking_v1.list_deliveries(p_booking_id => gen_random_uuid())"
    ),
}


def test_a_long_queue_is_not_read_to_take_from_it(engine: Engine) -> None:
    engine.queue(20000)
    engine.connection.execute("analyze booking.outbox")
    with engine.connection.transaction():
        assert len(leased(engine.connection, 10)) == 10
        [read] = engine.rows(READ)
    assert read <= 60


WAITING = """
    insert into booking.outbox (tenant_id, kind, payload, due_at, created_at)
    select gen_random_uuid(), 'email', '{}', 'infinity', booking.now()
    from generate_series(1, 20000)
    returning 1
"""


def test_what_waits_of_one_kind_is_not_in_the_way_of_another(engine: Engine) -> None:
    """A mail server is down, and events are looked for ten times a second."""
    engine.rows(WAITING)
    engine.connection.execute("analyze booking.outbox")
    assert engine.rows("select booking.dispatch_events()") == [0]  # plans are made
    [[told]] = engine.rows(
        "explain (analyze, buffers, format json) select booking.dispatch_events()"
    )
    plan = told["Plan"]
    assert plan["Shared Hit Blocks"] + plan["Shared Read Blocks"] <= 40


def test_a_long_history_slows_nothing_down(engine: Engine) -> None:
    """Of twenty thousand finished deliveries, each look reads as good as none."""
    engine.rows(FULL + " returning 1", engine.tenant)
    engine.connection.execute("analyze booking.outbox")
    engine.queue(10)
    engine.book()
    read = {}
    for name, look in LOOKS.items():
        with engine.connection.transaction():
            look(engine)
            [read[name]] = engine.rows(READ)
    assert max(read.values()) <= 60, read
    with engine.connection.transaction():
        engine.rows("select count(*) from booking.outbox where payload @> '{}'")
        assert engine.rows(READ)[0] > 20000, "it would be seen"
