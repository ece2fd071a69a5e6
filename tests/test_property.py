"""Offered if and only if accepted: random tenants, the oracle, and create_booking agree."""

import random
import uuid
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import psycopg
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.oracle import Hours, Resource, Service, Window, offered

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


def build(
    db: psycopg.Connection[Any], rnd: random.Random
) -> tuple[uuid.UUID, list[datetime], datetime]:
    """A random tenant, in the database and the oracle: service, expected starts, start."""
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
    resources = []
    for _ in range(rnd.randrange(1, 3)):
        resource_id = uuid.uuid4()
        resource = Resource(some_hours(rnd, anchor), set(), [], [])
        resources.append(resource)
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
    end = start + timedelta(days=3)
    return service_id, list(offered(service, opening, zone, resources, start, end)), start


def check(dsn: str, seed: int) -> None:
    """One random tenant: the listing is the oracle's, and creating agrees with both."""
    rnd = random.Random(seed)
    print(f"seed {seed}")  # shown with a failure
    with psycopg.connect(dsn) as db:
        db.execute("select set_config('timezone', %s, true)", [rnd.choice(ZONES)])
        service_id, expected, start = build(db, rnd)
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


def test_the_oracle_notices_a_wrong_hour(dsn: str) -> None:
    """The negative control: with the second of two equal times, some tenant's slots differ."""
    with psycopg.connect(dsn, autocommit=True) as db:
        row = db.execute(
            "select pg_get_functiondef(p.oid) from pg_proc as p"
            " where p.oid = 'booking.resolve_local(timestamp, text, text)'::regprocedure"
        ).fetchone()
        assert row is not None
        broken = row[0].replace("p_disambiguation = 'later'", "p_disambiguation <> 'later'")
        assert broken != row[0]
        db.execute(broken)
        try:
            differing = 0
            for seed in range(40):
                try:
                    check(dsn, seed)
                except AssertionError:
                    differing += 1
        finally:
            db.execute(row[0])
    assert differing > 0
