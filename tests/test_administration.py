"""A shop from nothing to its first booking, by the role of a trusted application."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import psycopg
import pytest

from pgbooking import database
from pgbooking.database import Connection, call

WEEK = {"1": {"is_open": True, "start_time": "09:00", "end_time": "18:00"}}
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def trusted(connect: Callable[[], Connection]) -> Connection:
    """A connection that acts as service_role."""
    connection = connect()
    database.set_session(connection, {"role": "service_role"})
    return connection


def monday_morning() -> datetime:
    """Nine o'clock on the Monday of the week after next."""
    today = datetime.now(BERLIN).date()
    return datetime.combine(today + timedelta(days=14 - today.weekday()), time(9), BERLIN)


def test_a_shop_is_set_up_and_booked_through_the_contract_alone(trusted: Connection) -> None:
    call(trusted, "upsert_tenant", p_slug="shop", p_name="Shop", p_time_zone="Europe/Berlin")
    with trusted.transaction():  # a single tenant needs no choice, also once all were listed
        assert [row["slug"] for row in call(trusted, "list_tenants")] == ["shop"]
        assert call(trusted, "list_resources") == []
    call(trusted, "upsert_tenant", p_slug="other", p_name="Other", p_time_zone="UTC")
    call(trusted, "use_tenant", p_slug="shop")
    call(trusted, "import_opening_hours", p_hours=WEEK)
    resource = call(trusted, "upsert_resource", p_name="Ada", p_kind="staff")[0]["resource_id"]
    call(trusted, "set_weekly_hours", p_resource_id=resource, p_hours=WEEK)
    service = call(
        trusted, "upsert_service", p_name="Cut", p_duration="01:00", p_resource_ids=[resource],
        p_price="12.50",
    )[0]["service_id"]  # fmt: skip
    customer = call(trusted, "upsert_customer", p_name="Zoe")[0]["customer_id"]
    outcome = call(
        trusted, "create_booking", p_idempotency_key="1", p_service_id=service,
        p_starts_at=monday_morning(), p_customer_id=customer,
    )[0]  # fmt: skip
    assert (outcome["status"], str(outcome["price"])) == ("completed", "12.50")
    assert call(trusted, "get_customer", p_customer_id=customer)[0]["name"] == "Zoe"
    call(trusted, "use_tenant", p_slug="other")
    assert call(trusted, "list_resources") == call(trusted, "list_customers") == []


@pytest.mark.parametrize("role", ["anon", "authenticated"])
def test_visitors_do_not_learn_who_else_is_there(
    connect: Callable[[], Connection], role: str
) -> None:
    connection = connect()
    database.set_session(connection, {"role": role})
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        call(connection, "list_tenants")
