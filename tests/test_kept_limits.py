"""What the rate limits come to is kept for the requests that follow, while it is so."""

import json
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from pgbooking.deploy import deploy

_KEPT = "select l.caller_whole = interval '1 second' from booking.rate_limit as l"
Connection = psycopg.Connection[Any]


@pytest.fixture
def salon(dsn: str, repository: Path) -> str:
    """The sample salon, of which nothing is kept yet."""
    with psycopg.connect(dsn) as connection:
        connection.execute((repository / "sql/demo/salon.sql").read_bytes())
        connection.execute("delete from booking.policy_setting where policy_name ~ 'rate_limit'")
        connection.execute("truncate booking.rate_bucket, booking.rate_limit")
    return dsn


@pytest.fixture
def one(salon: str) -> Iterator[Connection]:
    yield from session(salon)


@pytest.fixture
def other(salon: str) -> Iterator[Connection]:
    yield from session(salon)


def session(dsn: str) -> Iterator[Connection]:
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("select booking_v1.use_tenant('salon')")
        connection.execute("set lock_timeout = '100ms'")
        yield connection


def ask(connection: Connection) -> None:
    """A request of a customer who makes no other."""
    claims = json.dumps({"sub": str(uuid.uuid4())})
    with connection.transaction():
        connection.execute("select set_config('request.jwt.claims', %s, true)", [claims])
        connection.execute("set local role authenticated")
        connection.execute("select booking_v1.check_request()")
        connection.execute("reset role")


def set_rate(connection: Connection, value: str = "60", suffix: str = "burst") -> None:
    name = f"rate_limit_per_actor_{suffix}"
    connection.execute("select booking_v1.upsert_policy(%s, %s)", [name, value])


def kept(connection: Connection) -> list[bool]:
    """Of each row that is kept, whether it is of a burst of one of sixty a minute."""
    return [is_one for (is_one,) in connection.execute(_KEPT)]


def test_limits_are_kept_from_the_first_request_on(one: Connection) -> None:
    assert kept(one) == []
    ask(one)
    assert kept(one) == [False]
    set_rate(one, "60", "per_minute")
    assert kept(one) == []
    set_rate(one, "1")
    ask(one)
    assert kept(one) == [True]


def test_another_policy_forgets_none(one: Connection) -> None:
    ask(one)
    one.execute("select booking_v1.upsert_policy('max_reschedules', '3')")
    assert kept(one) == [False]


def change_while_asked(one: Connection, other: Connection) -> list[bool]:
    """A first request while somebody changes the limits, and what is kept when both are done."""
    set_rate(one, "60", "per_minute")
    with one.transaction():
        set_rate(one, "1")
        ask(other)
    return kept(other)


def test_limits_that_are_being_changed_are_not_kept_and_not_waited_for(
    one: Connection, other: Connection
) -> None:
    assert change_while_asked(one, other) == []
    ask(other)
    assert kept(other) == [True]


def test_without_the_lock_a_limit_stays_that_is_no_more(one: Connection, other: Connection) -> None:
    """The negative control of the test above."""
    row = one.execute("select pg_get_functiondef('booking.keep_rate_limit'::regproc)").fetchone()
    assert row is not None
    unlocked = row[0].replace("pg_try_advisory_xact_lock(", "0 <> (")
    assert unlocked != row[0]
    one.execute(unlocked)
    try:
        assert change_while_asked(one, other) == [False]
    finally:
        one.execute(row[0])


def test_who_changes_limits_waits_for_those_being_kept(one: Connection, other: Connection) -> None:
    with one.transaction():
        ask(one)
        with pytest.raises(psycopg.errors.LockNotAvailable):
            set_rate(other, "1")
    set_rate(other, "1")
    assert kept(other) == []


def test_nobody_waits_for_the_first_request(one: Connection, other: Connection) -> None:
    with one.transaction():
        ask(one)
        ask(other)
        assert kept(other) == []


def test_an_older_snapshot_keeps_nothing(one: Connection) -> None:
    one.execute("set default_transaction_isolation = 'repeatable read'")
    ask(one)
    assert kept(one) == []


def test_a_deployment_forgets_them(salon: str, one: Connection) -> None:
    ask(one)
    deploy(salon)
    assert kept(one) == []
