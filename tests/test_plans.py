"""A session that has planned its statements while tables were empty finds rows by their keys later.

Plans are kept for as long as a connection lasts, or until somebody analyzes the table. Lists whose
filters may be missing keep none: one that finds everything would find one row by reading all.
"""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

CUT = "5a100000-0000-4000-8000-0000000000a1"
CREATE = "select b.booking_id from booking_v1.create_booking(%s, %s, %s) as b"
# With a key each; the booking is moved, not confirmed (it is so already), looked at and cancelled.
COMMANDS = (
    "select booking_v1.confirm_booking(%(key)s || 'a', %(booking)s)",
    "select booking_v1.reschedule_booking(%(key)s || 'b', %(booking)s, %(later)s)",
    "select booking_v1.booking_history(%(booking)s)",
    "select booking_v1.cancel_booking(%(key)s || 'c', %(booking)s)",
)
# New, changed, and cancelled there.
IMPORTS = tuple(
    "select booking_v1.import_booking(%(key)s, %(service)s,"
    " %(at)s::timestamptz - interval '9 years',"
    f" p_customer_name => 'Zoe', p_customer_phone => '030 123', {more})"
    for more in ("p_notes => 'new'", "p_notes => 'changed'", "p_status => 'cancelled'")
)
QUESTIONS = (
    "select count(*) from booking_v1.slot_calendar(%(service)s, %(at)s, %(later)s)",
    "select count(*) from booking_v1.explain_slot(%(service)s, %(later)s)",
    "select count(*) from booking_v1.validate_appointment_timing(%(service)s, %(later)s)",
    "select booking.dispatch_events()",
    "select count(*) from booking.lease_outbox(array['event'], 1)",
    "select count(*) from booking_v1.list_bookings()",
    "select count(*) from booking_v1.list_booking_conflicts()",
    "select count(*) from booking_v1.feed((select position from booking_v1.feed_position()))",
)
SLOTS = "select starts_at from booking_v1.available_slots(%s, %s, %s) order by starts_at limit 3"
WHOLE = """
select t.relname, t.seq_scan from pg_stat_xact_user_tables as t
where t.schemaname = 'booking' and t.seq_scan > 0
"""
# Without the pages, too, that other tests' rows were in: a table with pages isn't read whole.
EMPTY = """
truncate booking.booking_operation, booking.customer, booking.outbox, booking.rate_bucket,
    booking.timetable, booking.weekly_hours cascade
"""
# Whose request it is, callers ask before the engine's own statements; there are few tenants.
FEW = {"tenant"}
# Each with a table that it reads by itself; what several ask is planned by whoever is called first.
FUNCTIONS = {
    "available_slots": "weekly_hours",
    "slot_calendar": "timetable",
    "explain_slot": "claim",
    "check_request": "rate_bucket",
    "create_booking": "booking_operation",
    "booking_history": "booking_event",
    "dispatch_events": "outbox",
    "lease_outbox": "outbox_kind",
    "list_bookings": "customer",
    "list_booking_conflicts": "service",
    "import_booking": "booking_event",
}
# Years of a large salon: 5,000 of each, every day one, and no message to the second webhook.
YEARS = """
set local session_replication_role = replica;
insert into booking.customer (tenant_id, customer_id, name)
select booking.caller_tenant_id(), md5('customer ' || n)::uuid, 'Customer ' || n
from generate_series(1, 5000) as n;
insert into booking.personal_data_access
(tenant_id, accessed_at, actor_role, actor_subject, function_name, customer_ids, row_count)
select
    booking.caller_tenant_id(), now() - make_interval(days => n), 'staff', 'maria', 'get_customer',
    array[md5('customer ' || n)::uuid], 1
from generate_series(1, 5000) as n;
insert into booking.webhook (tenant_id, webhook_id, url, event_names, created_at)
select booking.caller_tenant_id(), md5('webhook ' || n)::uuid, 'https://example.com', '{}', now()
from generate_series(1, 2) as n;
insert into booking.outbox
(tenant_id, outbox_id, kind, payload, status, due_at, created_at, finished_at)
select
    booking.caller_tenant_id(), md5('effect ' || n)::uuid, 'webhook', '{}', 'done', now(), now(),
    now()
from generate_series(1, 5000) as n;
insert into booking.webhook_delivery
(tenant_id, webhook_delivery_id, webhook_id, outbox_id, attempt, attempted_at)
select
    booking.caller_tenant_id(), md5('delivery ' || n)::uuid, md5('webhook 1')::uuid,
    md5('effect ' || n)::uuid, 1, now() - make_interval(days => n)
from generate_series(1, 5000) as n;
insert into booking.booking
(tenant_id, booking_id, service_id, status, starts_at, ends_at, time_zone, starts_local,
 resource_ids, price, currency, created_at)
select
    s.tenant_id, md5('booking ' || n)::uuid, s.service_id,
    case when n % 1000 = 0 then 'pending' else 'confirmed' end, t.at, t.at + interval '1 hour',
    'UTC', t.at, array[md5('resource')::uuid], 0, 'EUR', t.at
from (
    select s.* from booking.service as s where s.tenant_id = booking.caller_tenant_id() limit 1
) as s
cross join generate_series(1, 5000) as n
cross join lateral (select now() - make_interval(days => n) as at) as t;
analyze booking.booking, booking.customer, booking.personal_data_access,
    booking.webhook_delivery, booking.outbox;
set local session_replication_role = origin;
"""
FETCHED = """
select t.idx_tup_fetch + t.seq_tup_read as count from pg_stat_xact_user_tables as t
where t.schemaname = 'booking' and t.relname = %s
"""
# A table, what is asked of it often, and then the little that is asked for once.
OFTEN_AND_ONCE = (
    (
        "customer",
        "select count(*) from booking_v1.list_customers(p_search => '7')",
        "select count(*) from booking_v1.get_customer(md5('customer 7')::uuid)",
    ),
    (
        "customer",
        "select count(*) from booking_v1.list_customers(p_search => '7')",
        "select count(*) from booking_v1.list_customers("
        "p_limit => 9, p_after => md5('customer 4000')::uuid)",
    ),
    (
        "booking",
        "select count(*) from booking_v1.list_bookings(p_limit => 5000)",
        "select count(*) from booking_v1.list_bookings(p_status => 'pending')",
    ),
    (
        "personal_data_access",
        "select count(*) from booking_v1.list_personal_data_access("
        "p_customer_id => md5('nobody')::uuid)",
        "select count(*) from booking_v1.list_personal_data_access("
        "p_from => now() - interval '7 days')",
    ),
    (
        "webhook_delivery",
        "select count(*) from booking_v1.list_webhook_deliveries(p_limit => 5000)",
        "select count(*) from booking_v1.list_webhook_deliveries("
        "p_webhook_id => md5('webhook 2')::uuid)",
    ),
)
Connection = psycopg.Connection[Any]


@pytest.fixture
def salon(dsn: str, repository: Path) -> Iterator[Connection]:
    """A session of the sample salon, after somebody has analyzed its empty tables; undone later."""
    with (
        psycopg.connect(dsn, autocommit=True) as connection,
        connection.transaction(force_rollback=True),
    ):
        connection.execute(EMPTY)
        connection.execute((repository / "sql/demo/salon.sql").read_bytes())
        connection.execute("select booking_v1.use_tenant('salon')")
        connection.execute("analyze")
        yield connection


def visit(connection: Connection, number: int) -> None:
    """What a customer and the salon do, each function once."""
    week = datetime.now().astimezone() + timedelta(days=7)
    slots = connection.execute(SLOTS, [CUT, week, week + timedelta(days=7)]).fetchall()
    key, (at,), (later,) = f"plan-{number}", slots[0], slots[-1]
    claims = json.dumps({"sub": f"customer-{number}"})
    connection.execute("select set_config('request.jwt.claims', %s, true)", [claims])
    connection.execute("set local role authenticated")
    connection.execute("select booking_v1.check_request()")
    connection.execute("reset role")
    connection.execute("select set_config('request.jwt.claims', '', true)")
    booking = connection.execute(CREATE, [key, CUT, at]).fetchone()
    assert booking
    assert booking[0], "a free slot is booked"
    given = {"key": key, "booking": booking[0], "service": CUT, "at": at, "later": later}
    for query in (*QUESTIONS, *COMMANDS, *IMPORTS):
        connection.execute(query, given)


def read_whole(connection: Connection) -> set[str]:
    """The tables that some visit read from their beginning to their end.

    Not only the last one: on a busy server plans are dropped at any time, and made anew by then.
    """
    found = set()
    for number in range(8):
        with connection.transaction():
            before = dict(connection.execute(WHOLE).fetchall())
            visit(connection, number)
            after = dict(connection.execute(WHOLE).fetchall())
        found |= {name for name, count in after.items() if count > before.get(name, 0)}
    return found - FEW


def test_no_table_is_read_whole(salon: Connection) -> None:
    assert read_whole(salon) == set()


@pytest.mark.parametrize(("function", "table"), FUNCTIONS.items())
def test_without_the_setting_tables_are(salon: Connection, function: str, table: str) -> None:
    salon.execute(f"alter function booking.{function} reset enable_seqscan".encode())
    assert table in read_whole(salon)


@pytest.mark.parametrize(("table", "often", "once"), OFTEN_AND_ONCE)
def test_a_list_reads_what_is_asked_for(
    salon: Connection, table: str, often: str, once: str
) -> None:
    salon.execute(YEARS.encode())
    for _ in range(8):
        salon.execute(often.encode())
    [(before,)] = salon.execute(FETCHED, [table]).fetchall()
    salon.execute(once.encode())
    [(after,)] = salon.execute(FETCHED, [table]).fetchall()
    assert after - before < 100, "of 5,000"
