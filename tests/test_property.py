"""Offered if and only if accepted: random tenants, the oracle, and create_booking agree.

And a booking is a conflict if and only if by the oracle nobody is at work for it.
"""

import random
import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import psycopg
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.harness import replaced
from tests.oracle import Hours, Resource, Service, Window, is_at_work, offered

ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "Asia/Beirut",
    "UTC",
]
# ends of weeks in which one or the other of these zones changes its clocks, and a plain one
ANCHORS = [
    date(2026, 3, 28),
    date(2026, 10, 24),
    date(2026, 4, 4),
    date(2026, 3, 7),
    date(2026, 6, 10),
]


def some_windows(rnd: random.Random) -> list[Window]:
    kind = rnd.randrange(5)
    if kind == 0:
        return []
    if kind == 1:
        return [(time(rnd.choice([20, 22, 23]), rnd.choice([0, 30])), time(rnd.randrange(1, 8)))]
    if kind == 2:
        return [(time(0), time(0))]
    if kind == 3:
        return [(time(rnd.randrange(0, 4), 30), time(rnd.randrange(4, 12), 15))]
    return [(time(8, 15), time(12)), (time(13), time(17, 45))]


def some_hours(rnd: random.Random, anchor: date) -> Hours:
    hours = Hours(rnd.choice(ZONES), {d: some_windows(rnd) for d in range(7)})
    for _ in range(rnd.randrange(3)):
        hours.overrides[anchor + timedelta(days=rnd.randrange(-1, 4))] = some_windows(rnd)
    return hours


def insert_hours(
    db: psycopg.Connection[Any], tenant_id: uuid.UUID, resource_id: uuid.UUID | None, hours: Hours
) -> None:
    for weekday, windows in hours.weekly.items():
        for start, end in windows:
            if resource_id is None:
                db.execute(
                    "insert into booking.opening_hours (tenant_id, weekday, start_time, end_time)"
                    " values (%s, %s, %s, %s)",
                    [tenant_id, weekday, start, end],
                )
            else:
                db.execute(
                    "insert into booking.weekly_hours"
                    " (tenant_id, resource_id, weekday, start_time, end_time)"
                    " values (%s, %s, %s, %s, %s)",
                    [tenant_id, resource_id, weekday, start, end],
                )
    for day, windows in hours.overrides.items():
        rows: list[tuple[time | None, time | None]] = [*windows] or [(None, None)]  # closed
        for opens, closes in rows:
            db.execute(
                "insert into booking.date_override"
                " (tenant_id, resource_id, on_date, start_time, end_time)"
                " values (%s, %s, %s, %s, %s)",
                [tenant_id, resource_id, day, opens, closes],
            )


@dataclass(frozen=True)
class Shop:
    """A tenant as the oracle has it, with one service; start: of the days that are looked at."""

    service_id: uuid.UUID
    service: Service
    opening: Hours | None
    zone: str
    resources: dict[uuid.UUID, Resource]
    start: datetime

    def offered(self) -> list[datetime]:
        """The starts that the oracle offers on three days."""
        resources, end = list(self.resources.values()), self.start + timedelta(days=3)
        return [*offered(self.service, self.opening, self.zone, resources, self.start, end)]


def build(db: psycopg.Connection[Any], rnd: random.Random) -> Shop:
    """A random tenant, in the database and the oracle."""
    anchor = rnd.choice(ANCHORS)
    start = datetime.combine(anchor, time(0), UTC)
    tenant_id, service_id = uuid.uuid4(), uuid.uuid4()
    opening = some_hours(rnd, anchor) if rnd.random() < 0.5 else None
    if opening and not any(opening.weekly.values()):
        opening = None
    zone = opening.zone if opening else rnd.choice(ZONES)
    interval = rnd.choice([15, 20, 30, 45, 50, 60])
    service = Service(
        duration=rnd.choice([15, 45, 60, 100]),
        before=rnd.choice([0, 0, 10]),
        after=rnd.choice([0, 15]),
        interval=interval,
        offset=rnd.choice([0, 0, 5]),
    )
    db.execute(
        "insert into booking.tenant (tenant_id, slug, name, time_zone) values (%s, %s, 'T', %s)",
        [tenant_id, f"t-{tenant_id}", zone],
    )
    db.execute(
        "insert into booking.service (tenant_id, service_id, name, duration, slot_interval,"
        " slot_offset, buffer_before, buffer_after) values (%s, %s, 'S', %s, %s, %s, %s, %s)",
        [
            tenant_id,
            service_id,
            *(
                timedelta(minutes=m)
                for m in (
                    service.duration,
                    service.interval,
                    service.offset,
                    service.before,
                    service.after,
                )
            ),
        ],
    )
    db.execute(
        "insert into booking.requirement (tenant_id, service_id) values (%s, %s)",
        [tenant_id, service_id],
    )
    if opening:
        insert_hours(db, tenant_id, None, opening)
    resources = {}
    for _ in range(rnd.randrange(1, 3)):
        resource_id = uuid.uuid4()
        resource = Resource(some_hours(rnd, anchor), set(), [], [])
        resources[resource_id] = resource
        db.execute(
            "insert into booking.resource (tenant_id, resource_id, kind, name, time_zone)"
            " values (%s, %s, 'staff', 'R', %s)",
            [tenant_id, resource_id, resource.hours.zone],
        )
        db.execute(
            "insert into booking.requirement_resource (tenant_id, service_id, resource_id)"
            " values (%s, %s, %s)",
            [tenant_id, service_id, resource_id],
        )
        insert_hours(db, tenant_id, resource_id, resource.hours)
        if rnd.random() < 0.3:
            day = anchor + timedelta(days=rnd.randrange(3))
            resource.holidays.add(day)
            holiday_id = uuid.uuid4()
            db.execute(
                "insert into booking.holiday (tenant_id, holiday_id, name, starts_on, ends_on,"
                " is_yearly, all_resources) values (%s, %s, %s, %s, %s, true, false)",
                [
                    tenant_id,
                    holiday_id,
                    str(holiday_id),
                    day.replace(year=2020),
                    day.replace(year=2020),
                ],
            )
            db.execute(
                "insert into booking.holiday_resource values (%s, %s, %s)",
                [tenant_id, holiday_id, resource_id],
            )
        if rnd.random() < 0.5:
            off = datetime.combine(anchor, time(rnd.randrange(24), 30)) + timedelta(
                days=rnd.randrange(3)
            )
            until = off + timedelta(minutes=rnd.choice([45, 300, 1440]))
            resource.time_off.append((off, until))
            db.execute(
                "insert into booking.time_off (tenant_id, resource_id, starts_local, ends_local)"
                " values (%s, %s, %s, %s)",
                [tenant_id, resource_id, off, until],
            )
        for n in range(rnd.randrange(4)):
            taken = start + timedelta(hours=20 * n + rnd.randrange(12), minutes=rnd.randrange(60))
            until = taken + timedelta(minutes=rnd.choice([20, 60, 180]))
            resource.claims.append((taken, until))
            booking_id = uuid.uuid4()
            db.execute(
                "insert into booking.booking (tenant_id, booking_id, service_id, status, starts_at,"
                " ends_at, time_zone, starts_local, resource_ids, price, currency, created_at)"
                " values (%s, %s, %s, 'confirmed', %s, %s, 'UTC', 'epoch', %s, 0, 'EUR', now())",
                [tenant_id, booking_id, service_id, taken, until, [resource_id]],
            )
            db.execute(
                "insert into booking.claim (tenant_id, resource_id, unit, starts_at, ends_at,"
                " booking_id) values (%s, %s, 1, %s, %s, %s)",
                [tenant_id, resource_id, taken, until, booking_id],
            )
    db.execute(
        "select set_config('booking.now', %s, true)", [(start - timedelta(days=9)).isoformat()]
    )
    if rnd.random() < 0.5:
        db.execute("select booking.run_in_tenants('fill_timetable', 1000000)")
    db.execute("select booking_v1.use_tenant(%s)", [f"t-{tenant_id}"])
    return Shop(service_id, service, opening, zone, resources, start)


def check(dsn: str, seed: int) -> None:
    """One random tenant: the listing is the oracle's, and creating agrees with both."""
    rnd = random.Random(seed)
    print(f"seed {seed}")  # shown with a failure
    with psycopg.connect(dsn) as db:
        db.execute("select set_config('timezone', %s, true)", [rnd.choice(ZONES)])
        shop = build(db, rnd)
        service_id, expected, start = shop.service_id, shop.offered(), shop.start
        listed = [
            row[0].astimezone(UTC)
            for row in db.execute(
                "select starts_at from booking_v1.available_slots(%s, %s, %s)",
                [service_id, start, start + timedelta(days=3)],
            )
        ]
        assert listed == expected
        tries = [start + timedelta(minutes=5 * rnd.randrange(12 * 72)) for _ in range(6)]
        for at in tries + rnd.sample(expected, min(3, len(expected))):
            db.execute("savepoint before")
            row = db.execute(
                "select status, code from booking_v1.create_booking(%s, %s, %s)",
                [str(uuid.uuid4()), service_id, at],
            ).fetchone()
            db.execute("rollback to before")
            assert row is not None
            assert (row[0] == "completed") == (at in expected), (at, row)
        db.rollback()


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_offered_if_and_only_if_accepted(dsn: str, seed: int) -> None:
    check(dsn, seed)


def check_conflicts(dsn: str, seed: int) -> None:
    """One random tenant: its conflicts are the oracle's, and said as explain_slot says them."""
    rnd = random.Random(seed)
    print(f"seed {seed}")
    with psycopg.connect(dsn) as db:
        db.execute("select set_config('timezone', %s, true)", [rnd.choice(ZONES)])
        shop = build(db, rnd)
        service_id, resource_ids = shop.service_id, list(shop.resources)
        gone = {r for r in resource_ids if rnd.random() < 0.1}  # no longer in use
        given_up = {r for r in resource_ids if rnd.random() < 0.1}  # no longer the service's
        statement = "update booking.resource set is_active = false where resource_id = any(%s)"
        db.execute(statement, [list(gone)])
        statement = "delete from booking.requirement_resource where resource_id = any(%s)"
        db.execute(statement, [list(given_up)])
        bookings = [
            (booking_id, resource_id, starts_at.astimezone(UTC), ends_at.astimezone(UTC))
            for booking_id, resource_id, starts_at, ends_at in db.execute(
                "select booking_id, resource_ids[1], starts_at, ends_at from booking.booking"
                " where service_id = %s order by starts_at, booking_id",
                [service_id],
            )
        ]
        expected = [
            booking_id
            for booking_id, resource_id, starts_at, ends_at in bookings
            if resource_id in gone | given_up
            or not is_at_work(
                shop.service, shop.opening, shop.resources[resource_id], starts_at, ends_at
            )
        ]
        rows = conflicts(db, 10000)
        assert list(dict.fromkeys(row[0] for row in rows)) == expected
        assert conflicts(db, rnd.randrange(1, 4)) == rows
        db.execute(  # what bookings last here, the service allows
            "update booking.service set allowed_durations = '{00:20,01:00,03:00}'"
            " where service_id = %s",
            [service_id],
        )
        for booking_id, resource_id, starts_at, ends_at in bookings:
            db.execute("savepoint before")
            db.execute("delete from booking.claim where booking_id = %s", [booking_id])
            reasons = db.execute(
                "select code, message, rule, rule_id, during"
                " from booking_v1.explain_slot(%s, %s, %s, %s) as e"
                " where resource_id is not null and code <> 'slot_taken'",
                [service_id, starts_at, resource_id, ends_at - starts_at],
            ).fetchall()
            db.execute("rollback to before")
            assert [row[1:] for row in rows if row[0] == booking_id] == reasons
        db.rollback()


def conflicts(db: psycopg.Connection[Any], limit: int) -> list[tuple[Any, ...]]:
    """All conflicts, read in pages of so many bookings."""
    rows: list[tuple[Any, ...]] = []
    while page := db.execute(
        "select booking_id, code, message, rule, rule_id, during"
        " from booking_v1.list_booking_conflicts(p_limit => %s, p_after => %s)",
        [limit, rows[-1][0] if rows else None],
    ).fetchall():
        rows += page
        if len({row[0] for row in page}) < limit:
            break
    return rows


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_a_conflict_if_and_only_if_nobody_is_at_work(dsn: str, seed: int) -> None:
    check_conflicts(dsn, seed)


def test_the_oracle_notices_a_wrong_hour(dsn: str) -> None:
    """The negative control: with the second of two equal times, some tenant's slots differ."""
    differing = 0
    with replaced(
        dsn, "resolve_local", "p_disambiguation = 'later'", "p_disambiguation <> 'later'"
    ):
        for seed in range(40):
            try:
                check(dsn, seed)
            except AssertionError:
                differing += 1
    assert differing > 0
