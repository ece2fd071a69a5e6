"""What the rate limits come to is what the policies say, whoever changes them at the same time."""

import json
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from pgbooking.deploy import deploy
from pgbooking.paths import sql_directory

_WHOLE = """
select extract(epoch from l.caller_whole)::float
from booking.rate_limit as l
join booking.tenant as t on t.tenant_id = l.tenant_id
where t.slug = 'salon'
"""
_RENEW_AT_ONCE = b"""
create or replace function booking.renew_rate_limit(p_tenant_id uuid, p_most integer default 1)
returns integer language plpgsql as $$
begin
    insert into booking.rate_limit select (booking.rate_limit_of(p_tenant_id)).*
    on conflict (tenant_id) do update set caller_whole = excluded.caller_whole;
    return 1;
end $$
"""
Connection = psycopg.Connection[Any]


@pytest.fixture
def salon(dsn: str, repository: Path) -> str:
    """The sample salon, whose callers have 120 tokens a minute and 60 at once, as everybody."""
    with psycopg.connect(dsn) as connection:
        connection.execute((repository / "sql/demo/salon.sql").read_bytes())
        connection.execute("delete from booking.policy_setting where policy_name ~ 'rate_limit'")
        connection.execute("select booking.run_in_tenants('renew_rate_limit', 1000000)")
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
        connection.execute("set lock_timeout = '20s'")
        yield connection


def ask(connection: Connection) -> None:
    """A request of a customer who makes no other."""
    claims = json.dumps({"sub": str(uuid.uuid4())})
    with connection.transaction():
        connection.execute("select set_config('request.jwt.claims', %s, true)", [claims])
        connection.execute("set local role authenticated")
        connection.execute("select booking_v1.check_request()")
        connection.execute("reset role")


def set_rate(connection: Connection, suffix: str, value: int | None) -> None:
    name = f"rate_limit_per_actor_{suffix}"
    connection.execute("select booking_v1.upsert_policy(%s, %s)", [name, json.dumps(value)])


def whole(connection: Connection) -> float:
    """In how many seconds a whole bucket of a caller comes back."""
    row = connection.execute(_WHOLE).fetchone()
    assert row is not None
    return float(row[0])


def test_limits_are_worked_out_when_a_tenant_is_added_and_when_they_are_set(
    one: Connection,
) -> None:
    assert whole(one) == 30
    set_rate(one, "burst", 2)
    assert whole(one) == 1
    set_rate(one, "per_minute", 60)
    assert whole(one) == 2
    with one.transaction(force_rollback=True):
        one.execute(
            "select booking_v1.upsert_tenant(p_slug => 'new', p_name => 'N', p_time_zone => 'UTC')"
        )
        assert one.execute("select from booking.rate_limit").rowcount == 2


def set_both(one: Connection, other: Connection) -> float:
    """Two administrators change one policy each, at the same time: what comes of it."""
    with beside(one, other, lambda: set_rate(other, "burst", 2)):
        set_rate(one, "per_minute", 60)
    return whole(one)


@contextmanager
def beside(one: Connection, other: Connection, act: Callable[[], object]) -> Iterator[None]:
    """A transaction of the one; before it commits, the other acts, until it waits or is done."""
    acting = threading.Thread(target=act)
    with one.transaction():
        yield
        acting.start()
        while acting.is_alive() and not is_waiting(one, other):
            acting.join(timeout=0.02)
    acting.join(timeout=30)


def is_waiting(connection: Connection, other: Connection) -> bool:
    row = connection.execute(
        "select cardinality(pg_blocking_pids(%s)) > 0", [other.info.backend_pid]
    ).fetchone()
    return bool(row and row[0])


def test_of_two_changes_at_the_same_time_none_is_lost(one: Connection, other: Connection) -> None:
    assert set_both(one, other) == 2


def test_without_the_locks_a_change_is_lost(one: Connection, other: Connection) -> None:
    """The negative control of the test above: neither the tenant's lock nor the row's, first."""
    functions = ("booking.renew_rate_limit", "booking.upsert_policy")
    kept = [
        one.execute("select pg_get_functiondef(%s::regproc)", [name]).fetchone()
        for name in functions
    ]
    texts = [row[0] for row in kept if row]
    unlocked = texts[1].replace("booking.lock_tenant(", "booking.unlocked(")
    assert unlocked != texts[1]
    one.execute(
        "create function booking.unlocked(p_tenant_id uuid) returns void language sql as ''"
    )
    one.execute(unlocked)
    one.execute(_RENEW_AT_ONCE)
    try:
        assert set_both(one, other) == 1  # of 120 a minute
    finally:
        for text in texts:
            one.execute(text)
        one.execute("drop function booking.unlocked")


@pytest.mark.parametrize("per_minute", [120, None], ids=["a limit", "none, where none differs"])
def test_an_administrator_of_an_older_snapshot_is_refused(
    one: Connection, other: Connection, per_minute: int | None
) -> None:
    set_rate(one, "per_minute", per_minute)
    one.execute("set default_transaction_isolation = 'repeatable read'")
    with one.transaction(force_rollback=True):
        one.execute("select from booking.rate_limit")
        set_rate(other, "per_minute", 60)
        with pytest.raises(psycopg.Error) as refused:
            set_rate(one, "burst", 2)
    assert refused.value.sqlstate == "PT400"
    assert whole(one) == 60


def test_who_sets_limits_waits_for_a_deployment_that_changes_a_default(
    one: Connection, other: Connection
) -> None:
    set_rate(other, "burst", 2)
    unset = "select booking_v1.upsert_policy('rate_limit_per_actor_burst', null)"
    change = (
        "update booking.policy_definition set default_value = %s"
        " where policy_name = 'rate_limit_per_actor_burst'"
    )
    try:
        with beside(one, other, lambda: other.execute(unset)):
            one.execute(change, ["80"])
            one.execute((sql_directory() / "deploy/lock_rate_limits.sql").read_bytes())
            one.execute("select booking.run_in_tenants('renew_rate_limit', 1000000)")
        assert whole(one) == 40
    finally:
        one.execute(change, ["60"])


@pytest.mark.parametrize(
    "change",
    ["upsert_tenant('new', 'Neu', 'UTC', p_tenant_id => %s)", "delete_tenant(%s)"],
    ids=["changed", "deleted"],
)
def test_a_deployment_and_who_administers_a_tenant_do_not_deadlock(
    one: Connection, other: Connection, repository: Path, change: str
) -> None:
    tenant = str(uuid.uuid4())
    one.execute("select booking_v1.upsert_tenant('new', 'New', 'UTC', p_tenant_id => %s)", [tenant])
    other.execute("set lock_timeout = '20s'")
    raised: list[psycopg.Error] = []

    def administer() -> None:
        try:
            other.execute(f"select booking_v1.{change}", [tenant])
        except psycopg.Error as error:
            raised.append(error)

    acting = threading.Thread(target=administer)
    with one.transaction():
        one.execute((repository / "sql/deploy/lock_rate_limits.sql").read_bytes())
        acting.start()
        while not is_waiting(one, other):
            assert acting.is_alive()
        one.execute("select booking.run_in_tenants('renew_rate_limit', 1000)")
    acting.join(timeout=30)
    one.execute("delete from booking.tenant where tenant_id = %s", [tenant])
    assert raised == []
    assert one.execute("select from booking.alert where code = 'tenant_failed'").rowcount == 0


def test_requests_and_administrators_do_not_wait_for_each_other(
    one: Connection, other: Connection
) -> None:
    other.execute("set lock_timeout = '100ms'")
    with one.transaction():
        set_rate(one, "burst", 2)
        ask(other)
    with one.transaction():
        ask(one)
        set_rate(other, "burst", 3)
        ask(other)


def test_a_deployment_works_them_out_anew(salon: str, one: Connection) -> None:
    one.execute("update booking.rate_limit set caller_whole = '1 hour'")
    deploy(salon)
    assert whole(one) == 30


def test_a_deployment_waits_for_no_request(salon: str, one: Connection) -> None:
    with one.transaction():
        ask(one)
        deploy(salon)
