"""Periodic jobs pass over rows that somebody holds, and wait for nobody."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

CUT = "5a100000-0000-4000-8000-0000000000a1"
NOW, LATER = "2026-11-02T08:00Z", "2046-11-02T08:00Z"
CASES = [
    ("delete_expired_operations", "booking_operation", "true"),
    ("delete_finished_effects", "outbox", "kind <> 'event'"),
    ("delete_finished_effects", "notification", "true"),
    ("delete_full_buckets", "rate_bucket", "true"),
    ("erase_inactive_customers", "customer", "email = 'zoe@example.org'"),
    ("fill_timetable", "timetable", "month < '2046-11-01'"),
]


@pytest.fixture(scope="module")
def salon(dsn: str, repository: Path) -> str:
    """A salon with something to do for each job, once it is later."""
    with psycopg.connect(dsn) as connection:
        connection.execute((repository / "sql/demo/salon.sql").read_bytes())
        connection.execute("select set_config('booking.now', %s, false)", [NOW])
        connection.execute("select booking_v1.use_tenant('salon')")
        connection.execute(
            "select booking_v1.create_booking('key', %s, '2026-11-03T08:00Z',"
            " p_customer_name => 'Zoe', p_customer_email => 'zoe@example.org')",
            [CUT],
        )
        connection.execute("select booking_v1.upsert_policy('customer_retention_days', '30')")
        connection.execute("select booking.dispatch_events()")
        connection.execute(
            "update booking.outbox set status = 'done', finished_at = booking.now();"
            "update booking.notification set status = 'dropped';"
            "insert into booking.rate_bucket (tenant_id, bucket, shard, full_at)"
            " select tenant_id, 'somebody', 0, booking.now() from booking.tenant;"
            "select booking.run_in_tenants('fill_timetable', 1)"
        )
    return dsn


@pytest.fixture
def holder(salon: str) -> Iterator[psycopg.Connection[Any]]:
    with psycopg.connect(salon) as connection:
        yield connection
        connection.rollback()


@pytest.fixture
def job(salon: str) -> Iterator[psycopg.Connection[Any]]:
    """Where a job runs that may not wait; what it does is taken back."""
    with psycopg.connect(salon) as connection:
        connection.execute("set lock_timeout = '200ms'")
        yield connection
        connection.rollback()


def count(connection: psycopg.Connection[Any], table: str, condition: str) -> int:
    query = sql.SQL("select from booking.{} where {}")
    return connection.execute(query.format(sql.Identifier(table), sql.SQL(condition))).rowcount


@pytest.mark.parametrize(("function", "table", "condition"), CASES)
def test_a_job_waits_for_no_row(
    holder: psycopg.Connection[Any],
    job: psycopg.Connection[Any],
    function: str,
    table: str,
    condition: str,
) -> None:
    job.execute("select set_config('booking.now', %s, true)", [LATER])
    holder.execute(f"select from booking.{table} for update".encode())
    there = count(job, table, condition)
    run = "select booking.run_in_tenants(%s, 1000000)"
    job.execute(run, [function])
    assert count(job, table, condition) == there > 0
    assert count(job, "alert", "code = 'tenant_failed'") == 0  # as having waited would be
    holder.rollback()
    job.execute(run, [function])
    assert count(job, table, condition) == 0


def test_the_request_that_forgets_buckets_waits_for_none(
    holder: psycopg.Connection[Any], job: psycopg.Connection[Any]
) -> None:
    job.execute("select set_config('booking.now', %s, true)", [LATER])
    holder.execute("select from booking.rate_bucket for update")
    forget = "select booking.delete_full_buckets(tenant_id, 1000) from booking.tenant"
    job.execute(forget)
    assert count(job, "rate_bucket", "true") > 0
    holder.rollback()
    job.execute(forget)
    assert count(job, "rate_bucket", "true") == 0


def test_a_booking_in_use_is_moved_to_its_wall_time_later(
    holder: psycopg.Connection[Any], job: psycopg.Connection[Any]
) -> None:
    """The rules of its zone have changed by an hour since it was made."""
    with psycopg.connect(job.info.dsn) as connection:
        connection.execute("update booking.booking set starts_at = starts_at + interval '1 hour',"
                           " ends_at = ends_at + interval '1 hour'")  # fmt: skip
    job.execute("select set_config('booking.now', %s, true)", [NOW])
    holder.execute("select from booking.booking for update")
    repair = "select booking.repair_time_zones()"
    assert job.execute(repair).fetchone() == (0,)
    holder.rollback()
    found = job.execute(repair).fetchone()
    assert found
    assert found[0] > 0
