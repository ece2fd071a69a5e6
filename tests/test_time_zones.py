"""The repair of time zones beside clients that book and move, on connections of their own."""

import random
import threading
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from tests.harness import replaced
from tests.test_concurrency import (
    SALON,
    TUESDAY,
    act_while_open,
    create,
    salon,  # noqa: F401  # a fixture
    session,
)

HOUR = timedelta(hours=1)
SHIFT = """
    with moved as (
        update booking.claim set starts_at = starts_at + '1 hour', ends_at = ends_at + '1 hour'
        where booking_id = %(id)s
    )
    update booking.booking set starts_at = starts_at + '1 hour', ends_at = ends_at + '1 hour'
    where booking_id = %(id)s
"""
MOVE = "select * from booking_v1.reschedule_booking(%s, %s, %s)"
CHECKS = (
    "find_overlaps",
    "find_stray_claims",
    "find_bookings_without_time",
    "find_claims_off_their_booking",
)


def wrong(dsn: str, at: datetime) -> Any:
    """A booking for this time, as if its zone had had other rules then: it is an hour later."""
    with session(dsn) as connection:
        outcome = create(connection, f"wrong {at}", at)
        assert outcome["status"] == "completed", outcome
        connection.execute(SHIFT, {"id": outcome["booking_id"]})
    return outcome["booking_id"]


def repair(connection: Any) -> Any:
    return connection.execute("select booking.repair_time_zones() as count").fetchone()["count"]


def state(dsn: str, booking_id: Any) -> tuple[datetime, int]:
    with session(dsn) as connection:
        row = connection.execute(
            "select starts_at, version from booking.booking where booking_id = %s", [booking_id]
        ).fetchone()
    assert row is not None
    return row["starts_at"], row["version"]


def problems(dsn: str) -> list[dict[str, Any]]:
    with session(dsn) as connection:
        return [
            row
            for check in CHECKS
            for row in connection.execute(
                sql.SQL("select * from booking.{}(%s)").format(sql.Identifier(check)), [SALON]
            )
        ]


def test_what_is_being_moved_is_left_to_who_moves_it(salon: str) -> None:
    at = TUESDAY + timedelta(days=1)
    booking_id = wrong(salon, at)
    waited, count = act_while_open(
        salon, lambda c: c.execute(MOVE, ["move", booking_id, at + 6 * HOUR]), repair
    )
    assert (waited, count) == (False, 0)
    assert state(salon, booking_id) == (at + 6 * HOUR, 2)
    assert problems(salon) == []


def test_without_passing_over_it_it_is_told_of_twice(salon: str) -> None:
    """The negative control of the test above."""
    at = TUESDAY + timedelta(days=1)
    booking_id = wrong(salon, at)
    with replaced(salon, "repair_time_zones", "for no key update skip locked"):
        act_while_open(
            salon, lambda c: c.execute(MOVE, ["move", booking_id, at + 6 * HOUR]), repair
        )
    assert state(salon, booking_id) == (at + 6 * HOUR, 3)


def overtaken(dsn: str) -> tuple[bool, Any]:
    """Somebody takes part of where a booking should move. Whether the repair waits; the booking."""
    at = TUESDAY + timedelta(days=1) + HOUR
    booking_id = wrong(dsn, at)
    waited, count = act_while_open(dsn, lambda c: create(c, "faster", at - HOUR / 2), repair)
    assert count == 1
    return waited, booking_id


def test_time_that_is_being_taken_is_not_taken_again(salon: str) -> None:
    waited, booking_id = overtaken(salon)
    assert waited
    assert state(salon, booking_id)[1] == 1
    assert problems(salon) == []
    with session(salon) as connection:
        query = "select from booking.open_alerts() where source = %s"
        assert connection.execute(query, [f"booking {booking_id}"]).rowcount == 1


def test_without_the_constraint_it_would_be(salon: str) -> None:
    """The negative control of the test above."""
    add = """
        delete from booking.claim;
        alter table booking.claim add constraint claim_no_overlap exclude using gist
        (tenant_id with =, resource_id with =, unit with =, during with &&)
        where (ends_at > starts_at)
    """
    with psycopg.connect(salon, autocommit=True) as connection:
        connection.execute("alter table booking.claim drop constraint claim_no_overlap")
        try:
            _, booking_id = overtaken(salon)
            assert state(salon, booking_id)[1] == 2
            assert problems(salon) != []
        finally:
            connection.execute(add)


def test_who_books_meanwhile_finds_what_comes_free(salon: str) -> None:
    at = TUESDAY + timedelta(days=1)
    wrong(salon, at)
    waited, outcome = act_while_open(salon, repair, lambda c: create(c, "next", at + HOUR))
    assert waited
    assert outcome["status"] == "completed"
    assert problems(salon) == []


def test_without_its_locks_they_are_refused(salon: str) -> None:
    """The negative control of the test above."""
    at = TUESDAY + timedelta(days=1)
    wrong(salon, at)
    lock = (
        "perform booking.lock_tenant_resources("
        "p_tenant_id => v_tenant_id, p_resource_ids => v_resource_ids);"
    )
    with replaced(salon, "repair_time_zones", lock):
        waited, outcome = act_while_open(salon, repair, lambda c: create(c, "next", at + HOUR))
    assert not waited
    assert outcome["code"] == "slot_taken"


def test_among_many_clients_nothing_is_lost_or_taken_twice(salon: str) -> None:
    days = [TUESDAY + timedelta(days=day) for day in (1, 2, 3, 7, 8, 9)]
    times = [day + hours * HOUR for day in days for hours in (0, 2, 5, 7)]
    booking_ids = [wrong(salon, at) for at in times]
    errors: list[BaseException] = []
    ready, is_over = threading.Barrier(7), threading.Event()

    def client(number: int) -> None:
        chance = random.Random(number)
        try:
            with session(salon) as connection:
                ready.wait(30)
                for turn in range(25):
                    at = chance.choice(times) + chance.choice((0, 1)) * HOUR
                    key = f"{number} {turn}"
                    if chance.random() < 0.5:
                        create(connection, key, at)
                    else:
                        connection.execute(MOVE, [key, chance.choice(booking_ids), at])
        except BaseException as error:  # noqa: BLE001  # told below, in the test's own thread
            errors.append(error)

    def repairs() -> None:
        try:
            with session(salon) as connection:
                ready.wait(30)
                while not is_over.is_set():
                    connection.execute("select booking.repair_time_zones(3)")
                repair(connection)
        except BaseException as error:  # noqa: BLE001  # told below, in the test's own thread
            errors.append(error)

    clients = [threading.Thread(target=client, args=[number]) for number in range(6)]
    repairer = threading.Thread(target=repairs)
    for thread in (*clients, repairer):
        thread.start()
    for thread in clients:
        thread.join(120)
    is_over.set()
    repairer.join(120)
    assert errors == []
    assert problems(salon) == []
    with session(salon) as connection:
        stuck = connection.execute(
            "select from booking.booking as b"
            " where b.starts_at <> booking.resolve_local(b.starts_local, b.time_zone)"
            " and not exists ("
            " select from booking.open_alerts() as a where a.source = 'booking ' || b.booking_id)"
        )
        assert stuck.rowcount == 0
        moved = connection.execute(
            "select from booking.booking_event where changes ->> 'cause' = 'time_zone_rules'"
        )
        assert moved.rowcount > 0


def test_one_tenant_in_use_keeps_no_other_waiting(salon: str, repository: Path) -> None:
    """Neither those whose bookings were moved before, nor those that come after."""
    at = TUESDAY + timedelta(days=1)
    booking_id = wrong(salon, at)
    with session(salon) as connection:
        connection.execute((repository / "sql/demo/rooms.sql").read_bytes())
        connection.execute("set statement_timeout = '20s'")
        stuck = "booking " + str(booking_id)
        connection.execute("select booking.raise_alert(%s, 'time_zone_conflict', 'x')", [stuck])
        with session(salon) as other, other.transaction():
            create(other, "open", at + 4 * HOUR)
            connection.execute("select set_config('booking.now', '2026-11-02T08:01Z', false)")
            assert repair(connection) == 0  # comes back
            query = "select from booking.alert where source = %s and resolved_at is null"
            assert connection.execute(query.encode(), [stuck]).rowcount == 1
        assert repair(connection) == 1
        assert connection.execute(query.encode(), [stuck]).rowcount == 0
    assert problems(salon) == []
