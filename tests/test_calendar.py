"""Calendar addresses: valid for `icalendar` and for RFC 5545's rule of 75 octets, at both doors."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

import httpx
import icalendar
import psycopg
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pgbooking import database
from pgbooking.app import create_app
from tests.harness import TestServer
from tests.postgrest import postgrest

NAMES = st.text(
    st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=200
).filter(lambda text: text.strip() != "")
WIDE = "\U0001f469\u200d\U0001f52c" * 60


@dataclass
class Shop:
    """A shop with one booking, and the secret of a feed of its only resource."""

    connection: database.Connection
    dsn: str
    token: str
    booking_id: str

    def calendar(self, token: str | None = None) -> str:
        (row,) = database.call(self.connection, "calendar", p_token=token or self.token)
        return str(row["calendar"])


def make(connection: database.Connection, dsn: str, slug: str) -> Shop:
    def call(function: str, **arguments: Any) -> dict[str, Any]:
        return database.call(connection, function, **arguments)[0]

    call("upsert_tenant", p_slug=slug, p_name=slug, p_time_zone="UTC")
    call("use_tenant", p_slug=slug)
    ada = call("upsert_resource", p_name=f"Ada of {slug}", p_kind="staff")["resource_id"]
    service = call("upsert_service", p_name="Cut", p_duration="01:00", p_slot_interval="01:00",
                   p_resource_ids=[ada])["service_id"]  # fmt: skip
    call("upsert_weekly_hours", p_resource_id=ada, p_weekday=2, p_start_time="09:00",
         p_end_time="17:00")  # fmt: skip
    booked = call("create_booking", p_idempotency_key=slug, p_service_id=service,
                  p_starts_at="2026-06-09T10:00:00Z")  # fmt: skip
    assert booked["status"] == "completed", booked
    token = call("create_calendar_feed", p_resource_id=ada)["token"]
    return Shop(connection, dsn, token, str(booked["booking_id"]))


@pytest.fixture(scope="module")
def shops(server: TestServer) -> Iterator[tuple[Shop, Shop]]:
    with server.clone() as dsn, database.connect(dsn) as connection:
        database.set_session(connection, {"booking.now": "2026-06-01T05:00Z"})
        yield make(connection, dsn, "alpha"), make(connection, dsn, "bravo")


@pytest.fixture
def shop(shops: tuple[Shop, Shop]) -> Shop:
    return shops[0]


def parsed(text: str) -> Any:
    """The calendar as `icalendar` reads it; its types are those of every property at once."""
    return icalendar.Calendar.from_ical(text)


def lines_of(calendar: str) -> list[bytes]:
    """The lines as they are transferred; each has its end."""
    *lines, rest = calendar.encode().split(b"\r\n")
    assert rest == b""
    return lines


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60,
          deadline=None)  # fmt: skip
@given(name=NAMES)
@example(name=WIDE)
@example(name="x" * 67)  # with its property exactly 75 octets
@example(name="x" * 68)
@example(name="x" * 142)  # its second line as well
@example(name="a\rb")
@example(name="a;b,c\\d\\n\r\ne\tf\x07")
def test_a_name_comes_back_as_it_was_and_no_line_is_too_long(shop: Shop, name: str) -> None:
    with shop.connection.transaction(force_rollback=True):
        shop.connection.execute("update booking.service set name = %s", [name])
        text = shop.calendar()
    for line in lines_of(text):
        assert 0 < len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode()  # a character is never divided
    (event,) = parsed(text).walk("VEVENT")
    without_control = re.sub(r"[\x01-\x08\x0b-\x1f\x7f]", "", re.sub(r"\r\n?", "\n", name))
    assert str(event["SUMMARY"]) == without_control


def test_an_event_has_what_is_required(shop: Shop) -> None:
    calendar = parsed(shop.calendar())
    assert {"VERSION", "PRODID"} <= set(calendar)
    (event,) = calendar.walk("VEVENT")
    assert event["UID"] == f"{shop.booking_id}@pgbooking"
    assert event["SEQUENCE"] == 1
    assert event["STATUS"] == "CONFIRMED"
    assert event["DTSTAMP"].dt == datetime(2026, 6, 1, 5, tzinfo=UTC)
    assert event["DTSTART"].dt == datetime(2026, 6, 9, 10, tzinfo=UTC)
    assert event["DTEND"].dt == datetime(2026, 6, 9, 11, tzinfo=UTC)


def test_an_empty_calendar_is_valid(shop: Shop) -> None:
    with shop.connection.transaction(force_rollback=True):
        shop.connection.execute("select set_config('booking.now', '2027-06-01T00:00Z', true)")
        calendar = parsed(shop.calendar())
    assert calendar.walk("VEVENT") == []


def test_a_token_shows_its_own_tenant_only(shops: tuple[Shop, Shop]) -> None:
    alpha, bravo = shops
    assert bravo.booking_id not in alpha.calendar()
    assert "bravo" not in alpha.calendar()
    # the part that names the tenant, put before another tenant's secret, opens nothing
    with pytest.raises(psycopg.Error, match="not_found"):
        alpha.calendar(bravo.token[:22] + alpha.token[22:])


def test_tokens_are_random_but_for_the_tenant(shop: Shop) -> None:
    secrets = set()
    for _ in range(50):
        with shop.connection.transaction(force_rollback=True):
            database.call(shop.connection, "use_tenant", p_slug="alpha")
            (customer,) = database.call(shop.connection, "upsert_customer", p_name="Zenobia")
            (feed,) = database.call(shop.connection, "create_calendar_feed",
                                    p_customer_id=customer["customer_id"])  # fmt: skip
        assert re.fullmatch(r"[A-Za-z0-9_-]{64}", feed["token"])
        secrets.add(feed["token"][22:])
    assert len(secrets) == 50


def test_flask_serves_it_and_knows_who_has_it_already(shop: Shop) -> None:
    app = create_app(f"{shop.dsn} options='-c booking.now=2026-06-01T05:00Z'", role="anon")
    try:
        client = cast(Any, app.test_client())
        path = f"/api/v1/calendars/{shop.token}.ics"
        first = client.get(path)
        assert first.status_code == 200
        assert first.mimetype == "text/calendar"
        assert first.data.decode() == shop.calendar()
        assert first.headers["Cache-Control"] == "private, no-cache"
        again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")
        for unknown in ("A" * 64, "x", "%00", shop.token[:-1], shop.token + "A"):
            answer = client.get(f"/api/v1/calendars/{unknown}.ics")
            assert answer.status_code in (400, 404), unknown
            assert answer.mimetype == "application/json"
    finally:
        app.extensions["pgbooking"].close()


def test_it_counts_for_the_tenant_that_its_token_names(shops: tuple[Shop, Shop]) -> None:
    """Calendar applications name none: they would all share the bucket of those for nobody."""
    alpha, bravo = shops
    app = create_app(alpha.dsn, role="anon")
    counted = "select distinct tenant_id::text from booking.rate_bucket"

    def counted_by(token: str) -> list[str]:
        alpha.connection.execute("truncate booking.rate_bucket")
        app.test_client().get(f"/api/v1/calendars/{token}.ics")
        return [row["tenant_id"] for row in alpha.connection.execute(counted)]

    ids = {
        row["slug"]: [str(row["tenant_id"])]
        for row in database.call(alpha.connection, "list_tenants")
    }
    try:
        assert counted_by(alpha.token) == ids["alpha"]
        assert counted_by(bravo.token) == ids["bravo"]
        nobody = ["00000000-0000-0000-0000-000000000000"]
        for unknown in ("A" * 64, "x", "é" * 64, "A" * 65):
            assert counted_by(unknown) == nobody, unknown
    finally:
        app.extensions["pgbooking"].close()


def test_postgrest_serves_it_by_get(shop: Shop) -> None:
    at = f"{shop.dsn} options='-c booking.now=2026-06-01T05:00Z'"
    with postgrest(at, {}) as url:
        for accepted in ("text/calendar", "*/*", "text/html, */*;q=0.8"):
            answer = httpx.get(
                f"{url}/rpc/calendar", params={"p_token": shop.token},
                headers={"Accept": accepted}, timeout=30,
            )  # fmt: skip
            assert answer.status_code == 200
            assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
            assert answer.content.decode() == shop.calendar()
        revoked = httpx.get(f"{url}/rpc/calendar?p_token={'A' * 64}", timeout=30)
        assert revoked.status_code == 404
