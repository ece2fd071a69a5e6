"""What an application has open keeps none of the engine's own work waiting, nor undoes it."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.harness import waits

Connection = psycopg.Connection[Any]

CUT = "5a100000-0000-4000-8000-0000000000a1"
BOOK = """
select o.booking_id
from booking_v1.create_booking(
    %s, %s, %s, p_customer_id => %s, p_customer_name => %s, p_customer_email => %s
) as o
"""
NOW, LATER = "2026-11-02T08:00Z", "2027-11-02T08:00Z"


@pytest.fixture(scope="module")
def salon(dsn: str, repository: Path) -> str:
    with psycopg.connect(dsn) as connection:
        connection.execute((repository / "sql/demo/salon.sql").read_bytes())
    return dsn


def session(dsn: str, now: str = NOW) -> Connection:
    """A connection to the salon, at a time, that waits for nobody for long."""
    connection = psycopg.connect(dsn, autocommit=True)
    connection.execute("select set_config('booking.now', %s, false)", [now])
    connection.execute("select booking_v1.use_tenant('salon')")
    connection.execute("set lock_timeout = '20s'")
    return connection


@pytest.fixture
def open_one(salon: str) -> Iterator[Connection]:
    with session(salon) as connection:
        yield connection


@pytest.fixture
def other(salon: str) -> Iterator[Connection]:
    with session(salon) as connection:
        yield connection


def value(connection: Connection, query: str, *given: object) -> Any:
    row = connection.execute(query.encode(), given).fetchone()
    return row and row[0]


def book(connection: Connection, key: str, at: str, customer: object = None) -> object:
    name, email = (None, None) if customer else ("Zoe", f"{key}@example.org")
    return value(connection, BOOK, key, CUT, at, customer, name, email)


CANCEL = "select status from booking_v1.cancel_booking(%s, %s)"
TOLD = "select count(*) from booking.notification where booking_id = %s"
DISPATCH = "select booking.dispatch_events()"


def test_events_of_a_booking_in_use_are_dispatched(open_one: Connection, other: Connection) -> None:
    booking = book(other, "in-use", "2026-11-10T08:00Z")
    other.execute("set lock_timeout = '200ms'")
    with open_one.transaction():
        assert value(open_one, CANCEL, "cancel", booking) == "completed"
        assert value(other, DISPATCH) > 0
    assert value(other, TOLD, booking) > 0


def test_a_customer_who_is_changed_can_be_booked_for_and_told(
    open_one: Connection, other: Connection
) -> None:
    first = book(other, "changed", "2026-11-12T08:00Z")
    whose = "select customer_id from booking.booking where booking_id = %s"
    customer = value(other, whose, first)
    change = "select booking_v1.upsert_customer('Zoë', p_customer_id => %s)"
    other.execute("set lock_timeout = '200ms'")
    with open_one.transaction():
        assert value(open_one, change, customer) == customer
        second = book(other, "meanwhile", "2026-11-12T10:00Z", customer)
        assert second
        while value(other, DISPATCH):
            pass
        assert value(other, TOLD, first) > 0
        assert value(other, TOLD, second) > 0
    with other.transaction():  # and who is booked for can be changed
        assert book(other, "once more", "2026-11-13T08:00Z", customer)
        open_one.execute("set lock_timeout = '200ms'")
        assert value(open_one, change, customer) == customer


def test_who_is_locked_more_strongly_waits_alone(
    salon: str, open_one: Connection, other: Connection, repository: Path
) -> None:
    """As a customer is who is being erased."""
    booking = book(other, "locked", "2026-11-10T10:00Z")
    with session(salon) as rooms:
        rooms.execute((repository / "sql/demo/rooms.sql").read_bytes())
        rooms.execute("select booking_v1.use_tenant('rooms')")
        room = value(rooms, "select resource_id from booking_v1.list_resources() limit 1")
        rooms.execute("select booking_v1.upsert_time_off(%s, '2026-12-01')", [room])
    with open_one.transaction():
        query = "select from booking.booking where booking_id = %s for update"
        open_one.execute(query.encode(), [booking])
        assert value(other, DISPATCH) > 0  # the other tenant's
        assert value(other, DISPATCH) == 0
        assert value(other, TOLD, booking) == 0
    assert value(other, DISPATCH) > 0
    assert value(other, TOLD, booking) > 0


def test_who_waited_for_a_slot_is_told_of_after_who_gave_it_back(
    salon: str, open_one: Connection, other: Connection
) -> None:
    """Or the last word about a slot that is taken would be that it is free."""
    for connection in (open_one, other):
        connection.execute("select set_config('booking.now', '', false)")
    at, who = open_one.execute(
        "select starts_at, resource_ids[1] from booking_v1.available_slots("
        "%s, now() + interval '4 days', now() + interval '12 days') limit 1",
        [CUT],
    ).fetchone() or (None, None)
    create = "select booking_id from booking_v1.create_booking(%s, %s, %s, p_resource_id => %s)"
    first = value(open_one, create, "first", CUT, at, who)
    second: list[object] = []
    waiting = threading.Thread(
        target=lambda: second.append(value(other, create, "second", CUT, at, who))
    )
    with psycopg.connect(salon) as deployment:
        deployment.execute("lock table booking.timetable in access exclusive mode")
        waiting.start()
        while not waits(open_one, other):
            assert waiting.is_alive()
        assert value(open_one, CANCEL, "gives back", first) == "completed"
        deployment.rollback()
    waiting.join(timeout=30)
    open_one.execute(DISPATCH.encode())
    told = open_one.execute(
        "select booking_id, change from booking.feed where booking_id = any(%s) order by position",
        [[first, *second]],
    ).fetchall()
    assert told == [(first, "created"), (first, "cancelled"), (second[0], "created")]


def test_who_books_while_the_inactive_are_erased_stays(salon: str, open_one: Connection) -> None:
    """More than one batch of the job's cursor: the last is looked at long after it was found."""
    held = book(open_one, "held", "2026-11-11T08:00Z")
    whose = "select customer_id from booking.booking where booking_id = %s"
    first = value(open_one, whose, held)
    open_one.execute(
        "insert into booking.customer (tenant_id, customer_id, name, created_at)"
        " select b.tenant_id, ('ffffffff-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Old',"
        " %s from booking.booking as b cross join generate_series(1, 30) as n"
        " where b.booking_id = %s",
        [NOW, held],
    )
    open_one.execute("update booking.customer set created_at = %s", [NOW])
    open_one.execute("select booking_v1.upsert_policy('customer_retention_days', '30')")
    last = "ffffffff-0000-4000-8000-000000000030"
    counts: list[object] = []

    def erase() -> None:
        with session(salon, LATER) as job:
            run = "select booking.run_in_tenants('erase_inactive_customers', 1000)"
            counts.append(value(job, run))

    erasing = threading.Thread(target=erase)
    with open_one.transaction():
        open_one.execute("select from booking.booking where booking_id = %s for update", [held])
        erasing.start()
        with session(salon, LATER) as somebody:
            while not value(
                somebody,
                "select exists (select from pg_stat_activity where wait_event_type = 'Lock'"
                " and query like '%%erase_inactive_customers%%')",
            ):
                assert erasing.is_alive()
            booking = book(somebody, "back again", "2027-11-03T08:00Z", last)
    erasing.join(timeout=30)
    assert counts
    erased = "select erased_at is not null from booking.customer where customer_id = %s"
    assert value(open_one, erased, first) is True
    assert value(open_one, erased, "ffffffff-0000-4000-8000-000000000029") is True
    assert value(open_one, erased, last) is False
    status = "select status from booking.booking where booking_id = %s"
    assert value(open_one, status, booking) == "confirmed"


CHANGES = {
    "fill_timetable": "select booking_v1.upsert_time_off(r.resource_id, '2026-12-24')"
    " from booking_v1.list_resources() as r",
    "queue_reminders": "select booking_v1.erase_customer('erase', b.customer_id)"
    " from booking_v1.list_bookings() as b where b.starts_at = '2026-11-09T10:00Z'",
    "delete_old_feed": "select booking_v1.upsert_tenant('salon', 'Salon', 'Europe/Berlin',"
    " p_tenant_id => '5a100000-0000-4000-8000-000000000001')",
}


@pytest.mark.parametrize("job", CHANGES)
def test_a_job_waits_a_moment_for_who_changes_what_it_reads(
    salon: str, open_one: Connection, job: str
) -> None:
    run = "select booking.run_in_tenants(%s, 1000000)"
    with session(salon, "2026-11-09T09:30Z") as clock:
        clock.execute("set lock_timeout = 0")
        clock.execute("set statement_timeout = '10s'")
        if job == "queue_reminders":
            assert book(open_one, "reminded", "2026-11-09T10:00Z")
        elif job == "delete_old_feed":
            open_one.execute(DISPATCH.encode())
            clock.execute("select set_config('booking.now', '2027-01-01', false)")
        with clock.transaction(force_rollback=True):
            assert value(clock, run, job)  # there is something to do
        with open_one.transaction(force_rollback=True):
            open_one.execute(CHANGES[job].encode())
            value(clock, run, job)  # comes back, and leaves it
        assert value(clock, run, job)
        failed = "select count(*) from booking.alert where code = 'tenant_failed'"
        assert value(clock, failed) == 0
