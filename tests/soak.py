"""Long runs, by `make soak` only: test_property and test_concurrency, for as long as told.

SOAK_SECONDS: how long each of the two runs. SOAK_SEED: begin with this seed instead of a random
one; every seed is printed, and a failing one is the last. What threads do at the same moment no
seed decides, only what they try.
"""

import os
import random
import threading
import time
import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, LiteralString

import psycopg

from tests.test_concurrency import CUT, TUESDAY, salon, session
from tests.test_property import check, check_conflicts

__all__ = ["salon"]  # the fixture

SECONDS = float(os.environ.get("SOAK_SECONDS") or 300)
SEED = int(os.environ.get("SOAK_SEED") or random.SystemRandom().randrange(2**32))
CLIENTS = 12
# What a command may answer to somebody who asks for anything at any time.
EXPECTED = {
    *(None, "slot_taken", "outside_opening_hours", "outside_availability", "max_reschedules"),
    *("version_conflict", "invalid_transition"),
}
FAULTS: dict[str, LiteralString] = {
    "claims overlap": """
        select a.booking_id, b.booking_id
        from booking.claim as a
        join booking.claim as b
            on a.tenant_id = b.tenant_id and a.resource_id = b.resource_id and a.unit = b.unit
            and a.during && b.during and a.booking_id < b.booking_id
    """,
    "a booking without its time, or time without its booking": """
        select b.booking_id, b.status, k.starts_at, k.ends_at
        from booking.booking as b
        join booking.service as s using (tenant_id, service_id)
        full join booking.claim as k
            on k.tenant_id = b.tenant_id and k.booking_id = b.booking_id
            and k.starts_at = b.starts_at - s.buffer_before
            and k.ends_at = b.ends_at + s.buffer_after
            and array[k.resource_id] = b.resource_ids
        where b.booking_id is null or (b.status = 'cancelled') <> (k.booking_id is null)
    """,
    "a version without its event": """
        select b.booking_id, b.version, count(*), max(e.version)
        from booking.booking as b
        left join booking.booking_event as e using (tenant_id, booking_id)
        group by b.booking_id, b.version
        having (count(e.version), max(e.version)) is distinct from (b.version, b.version)
    """,
    "a command without an end": """
        select o.operation_id from booking.booking_operation as o where o.status = 'pending'
    """,
    "a booking that no command made": """
        select b.booking_id
        from booking.booking as b
        left join booking.booking_operation as o
            on o.command = 'create_booking' and o.status = 'completed'
            and o.outcome ->> 'booking_id' = b.booking_id::text
        group by b.booking_id
        having count(o.operation_id) <> 1
    """,
}


@dataclass
class Ledger:
    """What all clients have been told so far."""

    outcomes: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    requests: list[tuple[LiteralString, dict[str, Any]]] = field(default_factory=list)
    bookings: list[Any] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    replayed: int = 0


def request(rnd: random.Random, ledger: Ledger) -> tuple[LiteralString, dict[str, Any]]:
    """Something to ask for: often the same few things, so that clients meet."""
    kind = rnd.random()
    values: dict[str, Any] = {"key": str(uuid.UUID(int=rnd.getrandbits(128)))}
    values["at"] = TUESDAY + timedelta(days=1 + rnd.randrange(3), minutes=30 * rnd.randrange(20))
    if ledger.requests and kind < 0.1:
        return rnd.choice(ledger.requests)
    if ledger.bookings and kind < 0.5:
        values["booking"] = rnd.choice(ledger.bookings)
        values["version"] = rnd.choice([None, None, 1, 2])
        if kind < 0.3:
            return (
                "select * from booking_v1.cancel_booking(%(key)s, %(booking)s,"
                " p_expected_version => %(version)s)"
            ), values
        return (
            "select * from booking_v1.reschedule_booking(%(key)s, %(booking)s, %(at)s,"
            " p_expected_version => %(version)s)"
        ), values
    values["service"] = CUT
    values["mail"] = rnd.choice([None, "a@example.org", f"{rnd.randrange(50)}@example.org"])
    return (
        "select * from booking_v1.create_booking(%(key)s, %(service)s, %(at)s,"
        " p_customer_email => %(mail)s)"
    ), values


def act(connection: psycopg.Connection[dict[str, Any]], rnd: random.Random, ledger: Ledger) -> None:
    """Ask for something; note what came, and whatever is wrong with it."""
    query, values = request(rnd, ledger)
    ledger.requests.append((query, values))  # so that others ask for it at the same time
    try:
        row = connection.execute(query, values).fetchone()
    except psycopg.Error as error:
        ledger.wrong.append(f"{query} {values}: {error!r}")
        return
    assert row is not None
    if row["code"] not in EXPECTED:
        ledger.wrong.append(f"{query} {values}: {row['code']} {row['message']}")
    told = (row["operation_id"], row["status"], row["code"], row["booking_id"], row["version"])
    if told != ledger.outcomes.setdefault(values["key"], told):
        ledger.wrong.append(f"{query} {values}: {told}, before {ledger.outcomes[values['key']]}")
    ledger.replayed += row["replayed"]
    if row["status"] == "completed" and "service" in values and not row["replayed"]:
        ledger.bookings.append(row["booking_id"])


def faults(dsn: str) -> list[str]:
    """What is inconsistent in the database."""
    found = []
    with psycopg.connect(dsn, options="-c timezone=UTC") as connection:
        for name, query in FAULTS.items():
            found += [f"{name}: {row}" for row in connection.execute(query)]
        merged: dict[Any, dict[str, Any]] = {}
        events = "select booking_id, changes from booking.booking_event order by version"
        for booking_id, changes in connection.execute(events):
            merged.setdefault(booking_id, {}).update(changes)
        for booking_id, row in connection.execute(
            "select booking_id, to_jsonb(b) from booking.booking as b"
        ):
            told = {key: merged.get(booking_id, {}).get(key) for key in ("status", "starts_at")}
            if told != {key: row[key] for key in told}:
                found.append(f"events of {booking_id} say {told}: {row}")
    return found


def test_offered_if_and_only_if_accepted(dsn: str) -> None:
    end = time.monotonic() + SECONDS
    seeds = random.Random(SEED)
    seed, count = SEED, 0
    while time.monotonic() < end or not count:
        check(dsn, seed)  # prints it
        check_conflicts(dsn, seed)
        seed, count = seeds.randrange(2**32), count + 1
    print(f"{count} tenants: offered if and only if accepted")


def test_no_zone_changes_its_clock_twice_within_five_days(dsn: str) -> None:
    """What booking.clock_of and booking.grid_of rely on. A look each day: six days are five."""
    query = """
        select c.at, c.since
        from (
            select d.at, d.at - lag(d.at) over (order by d.at) as since
            from (
                select
                    n.at,
                    booking.utc_offset(n.at, %(name)s)
                    <> booking.utc_offset(n.at - interval '24 hours', %(name)s) as is_change
                from generate_series(
                    timestamptz '1970-01-01Z', '2100-01-01Z', interval '24 hours'
                ) as n (at)
            ) as d
            where d.is_change
        ) as c
        where c.since <= interval '6 days'
    """
    with psycopg.connect(dsn, options="-c timezone=UTC") as connection:
        names = [name for (name,) in connection.execute("select name from booking.time_zone")]
        assert len(names) > 400
        found = {name: connection.execute(query, {"name": name}).fetchall() for name in names}
    assert not {name: changes for name, changes in found.items() if changes}


def test_clients_that_ask_for_anything_leave_everything_consistent(salon: str) -> None:
    print(f"seed {SEED}: {CLIENTS} clients")
    ledger = Ledger()
    end = time.monotonic() + SECONDS

    def run(number: int) -> None:
        rnd = random.Random(f"{SEED}/{number}")
        with session(salon) as connection:
            while time.monotonic() < end and len(ledger.wrong) < 10:
                act(connection, rnd, ledger)

    threads = [threading.Thread(target=run, args=[n]) for n in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    counts = len(ledger.outcomes), ledger.replayed, len(ledger.bookings)
    print("{} commands, {} replays, {} bookings".format(*counts))
    assert ledger.wrong == []
    assert faults(salon) == []
    assert ledger.replayed
    assert ledger.bookings
