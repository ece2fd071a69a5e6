"""Races with real connections: one winner, the rest refused, and the constraint is what decides."""

import json
import threading
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.rows import dict_row

from tests.harness import PATIENCE, replaced, until, waits

SALON = "5a100000-0000-4000-8000-000000000001"
CUT = "5a100000-0000-4000-8000-0000000000a1"
MIA = "5a100000-0000-4000-8000-0000000000b1"
LEO = "5a100000-0000-4000-8000-0000000000b2"
NOW = datetime(2026, 11, 2, 8, tzinfo=UTC)  # a Monday, 09:00 in Berlin
TUESDAY = datetime(2026, 11, 3, 8, tzinfo=UTC)

CREATE = """
select * from booking_v1.create_booking(%(key)s, %(service)s, %(at)s, p_resource_id => %(who)s)
"""


@pytest.fixture
def salon(dsn: str, repository: Path) -> str:
    """A database with the sample salon and no bookings."""
    with psycopg.connect(dsn) as connection:
        connection.execute((repository / "sql/demo/salon.sql").read_bytes())
        connection.execute("delete from booking.claim")
        connection.execute("delete from booking.booking")
        connection.execute("delete from booking.booking_operation")
    return dsn


def session(dsn: str) -> psycopg.Connection[dict[str, Any]]:
    """A connection that has chosen the salon and stands at NOW."""
    connection = psycopg.connect(dsn, row_factory=dict_row, autocommit=True)
    connection.execute("select set_config('booking.now', %s, false)", [NOW.isoformat()])
    connection.execute("select booking_v1.use_tenant('salon')")
    return connection


def create(
    connection: psycopg.Connection[dict[str, Any]], key: str, at: datetime, who: str | None = MIA
) -> dict[str, Any]:
    row = connection.execute(CREATE, {"key": key, "service": CUT, "at": at, "who": who}).fetchone()
    assert row is not None
    return row


def race(dsn: str, clients: int, act: Callable[[Any, int], dict[str, Any]]) -> list[dict[str, Any]]:
    """Let every client act at the same moment; their results."""
    gate = threading.Barrier(clients)
    results: list[dict[str, Any]] = []

    def run(number: int) -> None:
        with session(dsn) as connection:
            gate.wait(PATIENCE)
            results.append(act(connection, number))

    threads = [threading.Thread(target=run, args=[n]) for n in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert len(results) == clients
    return results


def test_ten_clients_race_for_one_slot_and_one_wins(salon: str) -> None:
    results = race(
        salon, 10, lambda c, n: create(c, str(uuid.uuid4()), TUESDAY + timedelta(days=1))
    )
    assert sorted(r["status"] for r in results) == ["completed"] + ["failed"] * 9
    losers = [r for r in results if r["status"] == "failed"]
    assert {r["code"] for r in losers} == {"slot_taken"}
    assert all(r["details"]["alternatives"] for r in losers)


def test_a_double_submission_books_once(salon: str) -> None:
    results = race(salon, 8, lambda c, n: create(c, "the same key", TUESDAY + timedelta(days=1)))
    assert {r["status"] for r in results} == {"completed"}
    assert len({r["booking_id"] for r in results}) == 1
    assert sorted(r["replayed"] for r in results) == [False] + [True] * 7


def overlap(dsn: str) -> list[str]:
    """Two transactions that cannot see each other book overlapping times; what became of each."""
    at = TUESDAY + timedelta(days=1)
    first: list[str] = []
    _, second = act_while_open(
        dsn,
        lambda c: first.append(create(c, str(uuid.uuid4()), at)["status"]),
        lambda c: create(c, str(uuid.uuid4()), at + timedelta(minutes=30))["status"],
    )
    return [*first, second]


def test_the_constraint_decides_what_a_look_cannot(salon: str) -> None:
    assert overlap(salon) == ["completed", "failed"]


def test_without_the_constraint_the_same_race_double_books(salon: str) -> None:
    """The negative control of the test above."""
    drop = "alter table booking.claim drop constraint claim_no_overlap"
    add = """
        delete from booking.claim;
        alter table booking.claim add constraint claim_no_overlap exclude using gist
        (tenant_id with =, resource_id with =, unit with =, during with &&)
        where (ends_at > starts_at)
    """
    with psycopg.connect(salon, autocommit=True) as connection:
        connection.execute(drop)
        try:
            assert overlap(salon) == ["completed", "completed"]
        finally:
            connection.execute(add)


def test_a_cancellation_and_a_reschedule_of_one_booking_do_not_both_happen(salon: str) -> None:
    with session(salon) as connection:
        booking_id = create(connection, "x", TUESDAY + timedelta(days=2))["booking_id"]
    commands = [
        ("select * from booking_v1.cancel_booking(%s, %s, p_expected_version => 1)", []),
        (
            "select * from booking_v1.reschedule_booking(%s, %s, %s, p_expected_version => 1)",
            [TUESDAY + timedelta(days=2, hours=1)],
        ),
    ]

    def act(connection: Any, number: int) -> dict[str, Any]:
        query, more = commands[number]
        row: dict[str, Any] = connection.execute(
            query, [f"c{number}", booking_id, *more]
        ).fetchone()
        return row

    results = race(salon, 2, act)
    assert sorted(r["status"] for r in results) == ["completed", "failed"]
    assert {r["code"] for r in results} <= {None, "version_conflict"}


def test_a_connection_that_drops_leaves_nothing_and_the_key_tells(salon: str) -> None:
    at = TUESDAY + timedelta(days=3)
    with session(salon) as doomed, session(salon) as killer:
        doomed.execute("begin")
        assert create(doomed, "unlucky", at)["status"] == "completed"
        killer.execute("select pg_terminate_backend(%s)", [doomed.info.backend_pid])
        with pytest.raises(psycopg.OperationalError):
            doomed.execute("commit")
    with session(salon) as again:
        outcome = create(again, "unlucky", at)
    assert (outcome["status"], outcome["replayed"]) == ("completed", False)


def test_an_answer_that_was_never_seen_is_given_again(salon: str) -> None:
    """The connection is cut after the commit; the client knows only its key."""
    at = TUESDAY + timedelta(days=14)
    with session(salon) as doomed, session(salon) as killer:
        booking_id = create(doomed, "unheard", at)["booking_id"]
        killer.execute("select pg_terminate_backend(%s)", [doomed.info.backend_pid])
    with session(salon) as again:
        outcome = create(again, "unheard", at)
    assert (outcome["booking_id"], outcome["replayed"]) == (booking_id, True)


@pytest.fixture
def impatient(salon: str) -> Iterator[str]:
    """The salon; a duplicate of a running command waits for hardly any time."""
    change = "alter function booking.begin_operation set lock_timeout = '{}'"
    with psycopg.connect(salon, autocommit=True) as connection:
        connection.execute(change.format("50ms").encode())
        yield salon
        connection.execute(change.format("2s").encode())


def test_a_duplicate_of_what_still_runs_is_in_progress_and_then_replayed(impatient: str) -> None:
    at = TUESDAY + timedelta(days=15)
    with session(impatient) as first, session(impatient) as second:
        with first.transaction():
            booked = create(first, "twice", at)
            with pytest.raises(psycopg.Error) as caught:
                create(second, "twice", at)
            assert caught.value.sqlstate == "PT409"
            assert caught.value.diag.message_primary == "in_progress"
            assert json.loads(caught.value.diag.message_detail or "")["retry_after"] == 1
            other = create(second, "another", at + timedelta(days=7))
            assert other["status"] == "completed", "who has another key waits for nobody"
        outcome = create(second, "twice", at)
    assert (outcome["booking_id"], outcome["replayed"]) == (booked["booking_id"], True)


def test_a_duplicate_of_what_came_to_nothing_is_done(impatient: str) -> None:
    at = TUESDAY + timedelta(days=16)
    with session(impatient) as first, session(impatient) as second:
        with first.transaction(force_rollback=True):
            create(first, "undone", at)
            with pytest.raises(psycopg.Error, match="in_progress"):
                create(second, "undone", at)
        outcome = create(second, "undone", at)
    assert (outcome["status"], outcome["replayed"]) == ("completed", False)


def test_an_expired_key_is_taken_over_by_one(salon: str) -> None:
    """Everybody finds it expired; one deletes it and goes on, the others get what that one did."""
    at = TUESDAY + timedelta(days=17)
    with session(salon) as connection:
        create(connection, "stale", at)
        connection.execute(
            "update booking.booking_operation set created_at = %s where idempotency_key = 'stale'",
            [NOW - timedelta(hours=24)],
        )
    results = race(salon, 8, lambda c, n: create(c, "stale", at))
    assert len({r["operation_id"] for r in results}) == 1
    assert {r["code"] for r in results} == {"slot_taken"}
    assert sorted(r["replayed"] for r in results) == [False] + [True] * 7


def act_while_open(
    dsn: str, first: Callable[[Any], Any], second: Callable[[Any], Any]
) -> tuple[bool, Any]:
    """Do the second while the first is done but not committed: did it wait, and what it gave."""
    results: list[Any] = []
    with session(dsn) as one, session(dsn) as other, session(dsn) as observer:
        thread = threading.Thread(target=lambda: results.append(second(other)))
        with one.transaction():
            first(one)
            thread.start()
            waits = False
            while thread.is_alive() and not waits:
                thread.join(timeout=0.02)
                row = observer.execute(
                    "select %s = any(pg_blocking_pids(%s)) as waits",
                    [one.info.backend_pid, other.info.backend_pid],
                ).fetchone()
                assert row is not None
                waits = row["waits"]
        thread.join(PATIENCE)
    (result,) = results
    return waits, result


def take_a_day_off(connection: Any, at: datetime) -> Any:
    query = "select time_off_id from booking_v1.upsert_time_off(%s, %s)"
    return connection.execute(query, [MIA, at.date()]).fetchone()["time_off_id"]


def end_time_off(dsn: str) -> None:
    with session(dsn) as connection:
        connection.execute(
            "select booking_v1.delete_time_off(f.time_off_id) from booking_v1.list_time_off() as f"
        )


def book_for_zoe(connection: Any, key: str, at: datetime) -> dict[str, Any]:
    query = """
        select * from booking_v1.create_booking(
            %s, %s, %s, p_customer_email => 'zoe@example.org', p_resource_id => %s,
            p_notes => 'hers'
        )
    """
    row: dict[str, Any] = connection.execute(query, [key, CUT, at, MIA]).fetchone()
    return row


def erase_zoe(connection: Any, key: str) -> Any:
    query = """
        select o.status
        from booking.customer as c
        cross join lateral booking_v1.erase_customer(%s, c.customer_id) as o
        where c.email = 'zoe@example.org'
    """
    return connection.execute(query, [key]).fetchone()


def notes_of_the_erased(dsn: str) -> Any:
    with session(dsn) as connection:
        return connection.execute(
            "select b.status, b.notes from booking.booking as b"
            " join booking.customer as c using (tenant_id, customer_id)"
            " where c.erased_at is not null and (b.status <> 'cancelled' or b.notes is not null)"
        ).fetchall()


def test_who_is_being_erased_gets_no_more_bookings(salon: str) -> None:
    at = TUESDAY + timedelta(days=21)
    with session(salon) as connection:
        book_for_zoe(connection, "zoe 1", at)
    waited, outcome = act_while_open(
        salon,
        lambda c: erase_zoe(c, "erase 1"),
        lambda c: book_for_zoe(c, "zoe 2", at + timedelta(days=1)),
    )
    assert waited
    assert outcome["status"] == "completed", "for somebody new with that address"
    assert notes_of_the_erased(salon) == []


def test_who_is_being_erased_is_somebody_new_to_an_import(salon: str) -> None:
    at = TUESDAY + timedelta(days=52)
    with session(salon) as connection:
        book_for_zoe(connection, "zoe 8", at)
    query = """
        select * from booking_v1.import_booking(
            '4718', %s, %s, p_customer_email => 'zoe@example.org', p_resource_id => %s
        )
    """
    waited, outcome = act_while_open(
        salon,
        lambda c: erase_zoe(c, "erase 8"),
        lambda c: c.execute(query, [CUT, at + timedelta(days=1), MIA]).fetchone(),
    )
    assert waited
    assert outcome["status"] == "completed"
    assert notes_of_the_erased(salon) == []


BY_ID = {
    "create_booking": "'zoe 6', %(service)s, %(at)s, p_customer_id => %(zoe)s",
    "import_booking": "'zoe 7', %(service)s, %(at)s, p_customer_id => %(zoe)s",
    "upsert_customer": "p_phone => '030 123', p_customer_id => %(zoe)s",
    "set_message_preference": "false, 'reminder', p_customer_id => %(zoe)s",
    "create_calendar_feed": "p_customer_id => %(zoe)s",
}


@pytest.mark.parametrize("function", BY_ID)
def test_who_is_being_erased_is_not_found_by_their_id(salon: str, function: str) -> None:
    at = TUESDAY + timedelta(days=35)
    with session(salon) as connection:
        book_for_zoe(connection, "zoe 5", at)
        (zoe,) = connection.execute(
            "select customer_id from booking_v1.list_customers('zoe@example.org')"
        ).fetchall()
    arguments = {"service": CUT, "at": at + timedelta(days=1), "zoe": zoe["customer_id"]}

    def act(connection: Any) -> Any:
        with pytest.raises(psycopg.Error) as raised:
            connection.execute(
                f"select from booking_v1.{function}({BY_ID[function]})".encode(), arguments
            )
        return raised.value.diag.message_primary

    waited, code = act_while_open(salon, lambda c: erase_zoe(c, f"erase for {function}"), act)
    assert waited
    assert code == "not_found"


def test_who_is_being_booked_for_is_erased_with_that_booking(salon: str) -> None:
    at = TUESDAY + timedelta(days=28)
    with session(salon) as connection:
        book_for_zoe(connection, "zoe 3", at)
    waited, erased = act_while_open(
        salon,
        lambda c: book_for_zoe(c, "zoe 4", at + timedelta(days=1)),
        lambda c: erase_zoe(c, "erase 2"),
    )
    assert waited
    assert erased["status"] == "completed"
    assert notes_of_the_erased(salon) == []


def test_who_books_while_the_job_erases_others_stays(salon: str) -> None:
    """The job reads on in what it found when it began: a hundred, and the last one has booked."""
    idle = """
        insert into booking.customer (tenant_id, customer_id, name, created_at)
        select %s, md5('idle ' || n)::uuid, 'Idle', timestamptz '2020-01-01'
        from generate_series(1, 100) as n
        returning customer_id
    """
    book = "select status from booking_v1.create_booking('idle', %s, %s, p_customer_id => %s)"
    names = "select name from booking.customer where customer_id = any(%s) and name is not null"
    with session(salon) as job, session(salon) as holder, session(salon) as observer:
        found = sorted(row["customer_id"] for row in observer.execute(idle, [SALON]).fetchall())
        observer.execute("select booking_v1.upsert_policy('customer_retention_days', '365')")
        observer.execute("select booking_v1.create_calendar_feed(p_customer_id => %s)", [found[0]])
        erase = "select booking.run_in_tenants('erase_inactive_customers', 1000) as count"
        thread = threading.Thread(target=job.execute, args=[erase])
        with holder.transaction():
            holder.execute("select from booking.calendar_feed for update")
            thread.start()
            until(lambda: waits(observer, job))
            at = TUESDAY + timedelta(days=63)
            booked = observer.execute(book, [CUT, at, found[-1]]).fetchone()
            assert booked == {"status": "completed"}
        thread.join(PATIENCE)
        assert len(observer.execute(names, [found[:-1]]).fetchall()) == 0
        assert len(observer.execute(names, [found[-1:]]).fetchall()) == 1
        observer.execute("select booking_v1.upsert_policy('customer_retention_days', null)")


def bring(connection: Any, number: str, at: datetime, who: str | None = MIA) -> dict[str, Any]:
    query = """
        select * from booking_v1.import_booking(
            %s, %s, %s, p_resource_id => %s, p_customer_name => 'Zoe', p_customer_phone => '030 123'
        )
    """
    row: dict[str, Any] = connection.execute(query, [number, CUT, at, who]).fetchone()
    return row


@pytest.mark.parametrize("who", [MIA, None], ids=["with her", "with anybody"])
def test_who_import_the_same_booking_at_once_import_one(salon: str, who: str | None) -> None:
    at = TUESDAY + timedelta(days=42)
    results = race(salon, 8, lambda c, n: bring(c, f"4711 {who}", at, who))
    assert {r["status"] for r in results} == {"completed"}
    assert len({r["booking_id"] for r in results}) == 1
    assert sorted(r["replayed"] for r in results) == [False] + [True] * 7
    with session(salon) as connection:
        query = "select customer_id from booking_v1.list_customers('030 123')"
        assert len({r["customer_id"] for r in connection.execute(query)}) == 1


def test_who_imports_it_meanwhile_elsewhere_waits_for_the_first(salon: str) -> None:
    at = TUESDAY + timedelta(days=43)
    waited, outcome = act_while_open(
        salon, lambda c: bring(c, "4712", at), lambda c: bring(c, "4712", at + timedelta(hours=1))
    )
    assert waited
    assert (outcome["status"], outcome["version"]) == ("completed", 2)


@pytest.mark.parametrize("is_imported_first", [True, False])
def test_of_an_import_and_a_booking_of_one_slot_one_wins(
    salon: str, is_imported_first: bool
) -> None:
    at = TUESDAY + timedelta(days=44 + is_imported_first)
    acts = [lambda c: bring(c, f"4713 {at}", at), lambda c: create(c, f"create {at}", at)]
    waited, outcome = act_while_open(salon, *(acts if is_imported_first else acts[::-1]))
    assert waited
    assert (outcome["status"], outcome["code"]) == ("failed", "slot_taken")


def test_a_change_of_hours_waits_for_an_import(salon: str) -> None:
    at = TUESDAY + timedelta(days=46)
    try:
        waited, time_off_id = act_while_open(
            salon, lambda c: bring(c, "4714", at), lambda c: take_a_day_off(c, at)
        )
        assert waited
        assert time_off_id
    finally:
        end_time_off(salon)


def test_who_is_being_erased_and_an_import_of_theirs_do_not_wait_for_each_other(
    salon: str,
) -> None:
    """The eraser has the customer, and waits for one booking, while another is imported again."""
    query = """
        select * from booking_v1.import_booking(
            %s, %s, %s, p_resource_id => %s, p_customer_email => 'ida@example.org', p_notes => %s
        )
    """
    at = TUESDAY + timedelta(days=51)
    with session(salon) as holder, session(salon) as importer, session(salon) as eraser:
        made: Any = {
            row["booking_id"]: name
            for name, when in (("4716", at), ("4717", at + timedelta(hours=2)))
            for row in holder.execute(query, [name, CUT, when, MIA, "hers"])
        }
        first, second = sorted(made)
        erase = (
            "select booking_v1.erase_customer('ida', c.customer_id)"
            " from booking_v1.list_customers('ida@') as c"
        )
        thread = threading.Thread(target=lambda: eraser.execute(erase))
        with holder.transaction():
            holder.execute(
                "select from booking.booking where booking_id = %s for no key update", [first]
            )
            thread.start()
            until(lambda: waits(importer, eraser))
            importer.execute("set statement_timeout = '30s'")
            outcome: Any = importer.execute(
                query, [made[second], CUT, at + timedelta(hours=4), MIA, "changed"]
            ).fetchone()
        thread.join(PATIENCE)
    assert (outcome["status"], outcome["version"]) == ("completed", 2)
    assert notes_of_the_erased(salon) == []


def test_who_moves_one_and_who_adds_one_for_somebody_new_do_not_wait_for_each_other(
    salon: str,
) -> None:
    """Each imports for the same new customer, into time that the other one wants."""
    at = TUESDAY + timedelta(days=54)
    query = """
        select * from booking_v1.import_booking(
            %s, %s, %s, p_duration => %s, p_resource_id => %s, p_customer_email => %s,
            p_with_buffers => false
        )
    """

    def act(connection: Any, number: str, when: datetime, minutes: int, email: str) -> Any:
        values = [number, CUT, when, timedelta(minutes=minutes), MIA, email]
        return connection.execute(query, values).fetchone()

    results: dict[str, Any] = {}

    def run(connection: Any, number: str, minutes: int) -> threading.Thread:
        def keep() -> None:
            results[number] = act(connection, number, at, minutes, "kim@example.org")

        thread = threading.Thread(target=keep)
        thread.start()
        waits = False
        while thread.is_alive() and not waits:
            thread.join(timeout=0.02)
            blockers: Any = observer.execute(
                "select pg_blocking_pids(%s) as pids", [connection.info.backend_pid]
            ).fetchone()
            waits = bool(blockers["pids"])
        return thread

    with (
        session(salon) as holder, session(salon) as mover, session(salon) as adder,
        session(salon) as observer,
    ):  # fmt: skip
        act(mover, "4719", at + timedelta(hours=4), 60, "eve@example.org")
        with holder.transaction(force_rollback=True):
            act(holder, "4720", at + timedelta(minutes=30), 30, "hal@example.org")
            threads = [run(mover, "4719", 60), run(adder, "4721", 15)]
        for thread in threads:
            thread.join(PATIENCE)
    assert (results["4721"]["status"], results["4721"]["version"]) == ("completed", 1)
    assert (results["4719"]["status"], results["4719"]["code"]) == ("failed", "slot_taken")


def test_an_import_and_a_move_of_one_booking_are_one_after_the_other(salon: str) -> None:
    at = TUESDAY + timedelta(days=49)
    with session(salon) as connection:
        booking_id = bring(connection, "4715", at)["booking_id"]
    waited, outcome = act_while_open(
        salon,
        lambda c: move(c, booking_id, at + timedelta(hours=1)),
        lambda c: bring(c, "4715", at + timedelta(hours=2)),
    )
    assert waited
    assert (outcome["status"], outcome["code"]) == ("failed", "version_conflict")


@pytest.mark.parametrize("who", [MIA, None], ids=["with her", "with anybody"])
def test_a_change_of_hours_waits_for_a_booking_that_is_being_made(
    salon: str, who: str | None
) -> None:
    at = TUESDAY + timedelta(days=9)
    try:
        waited, time_off_id = act_while_open(
            salon, lambda c: create(c, "before", at, who), lambda c: take_a_day_off(c, at)
        )
        assert waited
        assert time_off_id
    finally:
        end_time_off(salon)


def test_a_booking_waits_for_a_change_of_hours_and_goes_by_it(salon: str) -> None:
    at = TUESDAY + timedelta(days=10)
    try:
        waited, outcome = act_while_open(
            salon, lambda c: take_a_day_off(c, at), lambda c: create(c, "during", at)
        )
        assert waited
        assert (outcome["status"], outcome["code"]) == ("failed", "time_off")
    finally:
        end_time_off(salon)


def move(connection: Any, booking_id: uuid.UUID, at: datetime) -> dict[str, Any]:
    query = "select * from booking_v1.reschedule_booking(%s, %s, %s)"
    row: dict[str, Any] = connection.execute(query, [str(uuid.uuid4()), booking_id, at]).fetchone()
    return row


def test_a_change_of_hours_waits_for_a_move(salon: str) -> None:
    at = TUESDAY + timedelta(days=8)
    with session(salon) as connection:
        booking_id = create(connection, "to be moved", at)["booking_id"]
    day = at + timedelta(days=1)
    try:
        waited, time_off_id = act_while_open(
            salon, lambda c: move(c, booking_id, day), lambda c: take_a_day_off(c, day)
        )
        assert waited
        assert time_off_id
    finally:
        end_time_off(salon)


def test_a_move_waits_for_a_change_of_hours_and_goes_by_it(salon: str) -> None:
    at = TUESDAY + timedelta(days=8)
    with session(salon) as connection:
        booking_id = create(connection, "to be moved", at)["booking_id"]
    day = at + timedelta(days=1)
    try:
        waited, outcome = act_while_open(
            salon, lambda c: take_a_day_off(c, day), lambda c: move(c, booking_id, day)
        )
        assert waited
        assert (outcome["status"], outcome["code"]) == ("failed", "time_off")
    finally:
        end_time_off(salon)


def set_duration(connection: Any, duration: str) -> None:
    connection.execute("select booking_v1.upsert_service('Cut', %s, null, p_service_id => %s)",
                       [duration, CUT])  # fmt: skip


def test_a_service_and_a_booking_of_it_wait_for_each_other(salon: str) -> None:
    at = TUESDAY + timedelta(days=14)
    with session(salon) as connection:
        (service,) = connection.execute(
            "select duration::text from booking_v1.list_services() where service_id = %s", [CUT]
        ).fetchall()
        try:
            waited, _ = act_while_open(
                salon, lambda c: create(c, "old terms", at), lambda c: set_duration(c, "01:30")
            )
            assert waited
            set_duration(connection, service["duration"])
            later = at + timedelta(days=1)
            waited, outcome = act_while_open(
                salon, lambda c: set_duration(c, "01:30"), lambda c: create(c, "new terms", later)
            )
            assert waited
            assert outcome["ends_at"] == later + timedelta(minutes=90), outcome
        finally:
            set_duration(connection, service["duration"])


def test_without_the_lock_a_booking_goes_by_hours_that_are_no_more(salon: str) -> None:
    """The negative control of the two tests above."""
    at = TUESDAY + timedelta(days=10)
    try:
        with replaced(salon, "lock_tenant_resources", "\nbegin\n", "\nbegin\n    return;\n"):
            waited, outcome = act_while_open(
                salon, lambda c: take_a_day_off(c, at), lambda c: create(c, "unguarded", at)
            )
    finally:
        end_time_off(salon)
    assert not waited
    assert outcome["status"] == "completed"


def fill_timetable(connection: Any) -> Any:
    return connection.execute(
        "select booking.run_in_tenants('fill_timetable', 1000000) as count"
    ).fetchone()["count"]


def false_hours(dsn: str) -> int:
    """How many months of the timetable say something else than the rules."""
    with session(dsn) as connection:
        connection.execute("select set_config('booking.tenant_id', %s, false)", [SALON])
        row = connection.execute(
            "select count(*) as count from booking.timetable as t"
            " cross join lateral (select booking.month_range(t.month) as month) as m"
            " cross join lateral booking.working_time(t.tenant_id, t.resource_id, m.month) as w"
            " where (t.hours, t.closed)"
            " <> (w.hours * tstzmultirange(m.month), w.closed * tstzmultirange(m.month))"
        ).fetchone()
    assert row is not None
    return int(row["count"])


def test_the_timetable_waits_for_a_change_of_hours_and_goes_by_it(salon: str) -> None:
    at = TUESDAY + timedelta(days=11)
    try:
        waited, count = act_while_open(salon, lambda c: take_a_day_off(c, at), fill_timetable)
        assert waited
        assert count > 0
        assert false_hours(salon) == 0
    finally:
        end_time_off(salon)


def test_a_change_of_hours_waits_for_the_timetable_and_forgets_it(salon: str) -> None:
    at = TUESDAY + timedelta(days=11)
    try:
        waited, _ = act_while_open(salon, fill_timetable, lambda c: take_a_day_off(c, at))
        assert waited
        assert false_hours(salon) == 0
    finally:
        end_time_off(salon)


def test_without_its_lock_the_timetable_keeps_hours_that_are_no_more(salon: str) -> None:
    """The negative control of the two tests above."""
    at = TUESDAY + timedelta(days=11)
    with psycopg.connect(salon, autocommit=True) as connection:
        connection.execute(
            "create function booking.unlock(p_tenant_id uuid, p_resource_ids uuid[])"
            " returns void language sql as ''"
        )
        try:
            with replaced(salon, "fill_timetable", "booking.lock_resources", "booking.unlock"):
                waited, _ = act_while_open(salon, lambda c: take_a_day_off(c, at), fill_timetable)
            assert not waited
            assert false_hours(salon) > 0
        finally:
            connection.execute("drop function booking.unlock")
            end_time_off(salon)


def test_a_deleted_resource_takes_no_hours_with_it_that_are_being_added(salon: str) -> None:
    """Two administrators: the second waits for the first, and then finds nobody."""
    with session(salon) as connection:
        row = connection.execute(
            "select resource_id from booking_v1.upsert_resource('Temp', 'staff')"
        ).fetchone()
        assert row is not None
    temp = row["resource_id"]

    def add_hours(connection: Any) -> str:
        with pytest.raises(psycopg.Error) as caught:
            connection.execute(
                "select booking_v1.upsert_weekly_hours(%s, 1, '09:00', '10:00')", [temp]
            )
        return str(caught.value.sqlstate)

    waited, state = act_while_open(
        salon, lambda c: c.execute("select booking_v1.delete_resource(%s)", [temp]), add_hours
    )
    assert waited
    assert state == "PT404"


ABSENCE = "00000000-0000-4000-8000-00000000000a"
RECORDS = {
    "time_off": "upsert_time_off(%s, '2026-12-01', p_time_off_id => %s)",
    "weekly_hours": "upsert_weekly_hours(%s, 0, '09:00', '10:00', p_weekly_hours_id => %s)",
    "date_override": (
        "upsert_date_override('2026-12-01', p_resource_id => %s, p_date_override_id => %s)"
    ),
}


SAME = "upsert_customer('New', 'same@example.org')"
TEMPLATE = "upsert_message_template('reminder', 'nl', 'Morgen', 'Tot morgen')"
FIRST = {
    "added": (SAME, SAME, True),
    "renamed": (
        "upsert_customer('Old', 'other@example.org', p_customer_id => %(id)s)", SAME, False
    ),
    "erased": ("erase_customer('erases', %(id)s)", SAME, False),
    "template": (TEMPLATE, TEMPLATE, True),
}  # fmt: skip


@pytest.mark.parametrize("name", FIRST)
def test_without_an_id_the_second_goes_by_what_the_first_left(salon: str, name: str) -> None:
    first, second, is_same = FIRST[name]
    old = {"id": str(uuid.uuid4())}

    def act(query: str) -> Callable[[Any], Any]:
        return lambda c: c.execute(f"select booking_v1.{query}::text as given", old).fetchone()

    with session(salon) as connection:
        connection.execute("update booking.customer set email = null where email ~ '^same|^other'")
        if not is_same:
            act("upsert_customer('Old', 'same@example.org', p_customer_id => %(id)s)")(connection)
        left: list[Any] = []
        waited, given = act_while_open(salon, lambda c: left.append(act(first)(c)), act(second))
        addresses = connection.execute(
            "select customer_id::text, email from booking.customer where email ~ '^same|^other'"
        ).fetchall()
    assert waited
    assert (given == left[0]) is is_same
    assert given["given"] != old["id"]
    found = {row["customer_id"]: row["email"] for row in addresses}
    if name != "template":
        assert found.pop(given["given"]) == "same@example.org"
    assert found == ({old["id"]: "other@example.org"} if name == "renamed" else {})


@pytest.mark.parametrize("query", [
    "upsert_customer('Late', 'late@example.org')",
    "upsert_message_template('reminder', 'fr', 'Demain', 'À demain')",
])  # fmt: skip
def test_an_older_snapshot_is_told_that_there_is_one_already(salon: str, query: str) -> None:
    """It can't see whom it should go by, and must not look for ever."""
    with session(salon) as older, session(salon) as newer:
        older.execute("set statement_timeout = '30s'")
        older.execute("begin isolation level repeatable read")
        older.execute("select from booking.customer")
        newer.execute(f"select booking_v1.{query}")
        with pytest.raises(psycopg.Error) as refused:
            older.execute(f"select booking_v1.{query}")
    assert refused.value.sqlstate == "PT400"


REFERENCES = {
    "resource": ("upsert_resource('Temp', 'room', p_resource_id => %s)",
                 "create_calendar_feed(p_resource_id => %s)"),
    "service": ("upsert_service('Temp', '01:00', p_service_id => %s)",
                "upsert_policy('max_reschedules', '1', p_service_id => %s)"),
    "customer": ("upsert_customer('Temp', p_customer_id => %s)",
                 "upsert_resource('Temp', 'room', p_contact_id => %s)"),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFERENCES)
def test_what_is_being_deleted_is_not_found(salon: str, kind: str) -> None:
    make, refer = REFERENCES[kind]
    with session(salon) as connection:
        connection.execute(f"select booking_v1.{make}", [ABSENCE])

    def act(connection: Any) -> str:
        with pytest.raises(psycopg.Error) as caught:
            connection.execute(f"select booking_v1.{refer}", [ABSENCE])
        return str(caught.value.diag.message_primary)

    waited, answer = act_while_open(
        salon, lambda c: c.execute(f"select booking_v1.delete_{kind}(%s)", [ABSENCE]), act
    )
    assert waited
    assert answer == "not_found"


def test_a_resource_whose_first_booking_is_being_made_stays(salon: str) -> None:
    """The booking has waited while the service was given to it, and so has no lock of it."""
    temp = str(uuid.uuid4())
    week = {str(day): {"start_time": "09:00", "end_time": "18:00"} for day in range(7)}
    answers: list[Any] = []

    def give(connection: Any, who: str) -> None:
        connection.execute(
            "select booking_v1.upsert_service("
            "'Spare', '01:00', p_resource_ids => %s, p_service_id => %s)",
            [[who], ABSENCE],
        )

    def delete() -> None:
        with session(salon) as connection, pytest.raises(psycopg.Error) as caught:
            connection.execute("select booking_v1.delete_resource(%s)", [temp])
        answers.append(caught.value.diag.message_primary)

    def book(connection: Any) -> None:
        values = {"key": "k", "service": ABSENCE, "at": TUESDAY + timedelta(days=1), "who": None}
        deleting = threading.Thread(target=delete)
        with connection.transaction(), session(salon) as observer:
            answers.append(connection.execute(CREATE, values).fetchone()["resource_ids"])
            deleting.start()
            while not observer.execute(
                "select from pg_stat_activity where %s = any(pg_blocking_pids(pid))",
                [connection.info.backend_pid],
            ).rowcount:
                assert deleting.is_alive()
        deleting.join(PATIENCE)

    with session(salon) as connection:
        connection.execute(
            "select booking_v1.upsert_resource('Temp', 'room', p_resource_id => %s)", [temp]
        )
        connection.execute("select booking_v1.set_weekly_hours(%s, %s)", [temp, json.dumps(week)])
        give(connection, MIA)
    waited, _ = act_while_open(salon, lambda c: give(c, temp), book)
    assert waited
    assert answers == [[uuid.UUID(temp)], "in_use"]


@pytest.mark.parametrize("change", ["upsert", "delete"])
@pytest.mark.parametrize("kind", RECORDS)
def test_what_is_being_given_to_a_colleague_is_theirs(salon: str, kind: str, change: str) -> None:
    def give(connection: Any, who: str) -> None:
        connection.execute(f"select booking_v1.{RECORDS[kind]}", [who, ABSENCE])

    def take(connection: Any) -> None:
        connection.execute(f"select booking_v1.delete_{kind}(%s)", [ABSENCE])

    def act_as_mia(connection: Any) -> str:
        claims = {"role": "authenticated", "sub": "mia", "tenant_id": SALON}
        connection.execute(
            "select set_config('request.jwt.claims', %s, false)", [json.dumps(claims)]
        )
        act: Callable[[], object] = (
            (lambda: give(connection, MIA)) if change == "upsert" else lambda: take(connection)
        )
        with pytest.raises(psycopg.Error) as caught:
            act()
        return str(caught.value.diag.message_primary)

    with session(salon) as connection:
        connection.execute("select booking_v1.upsert_membership('mia', 'staff', %s)", [[MIA]])
        give(connection, MIA)
        try:
            waited, answer = act_while_open(salon, lambda c: give(c, LEO), act_as_mia)
        finally:
            take(connection)
            connection.execute("select booking_v1.delete_membership('mia')")
    assert waited
    assert answer == "not_allowed"


def test_who_changes_a_service_locks_whom_it_is_being_given_to(salon: str) -> None:
    def give(connection: Any, who: str | None) -> Any:
        connection.execute(
            "select booking_v1.upsert_service("
            "'Spare', '01:00', p_resource_ids => %s, p_service_id => %s)",
            [who and [who], ABSENCE],
        )
        return connection.execute(
            "select payload -> 'resource_ids' as locked from booking.outbox"
            " where kind = 'event' order by outbox_id desc limit 1"
        ).fetchone()["locked"]

    with session(salon) as connection:
        give(connection, MIA)
        try:
            waited, locked = act_while_open(salon, lambda c: give(c, LEO), lambda c: give(c, None))
        finally:
            connection.execute("select booking_v1.delete_service(%s)", [ABSENCE])
    assert waited
    assert locked == [LEO]


@pytest.mark.parametrize(
    "leave",
    ["delete_membership(%s)", "upsert_membership(%s, 'staff')"],
    ids=["deleted", "no longer owners"],
)
@pytest.mark.parametrize(
    ("second", "answer", "stays"),
    [("ann", "not_allowed", "ann"), ("bob", "in_use", "bob")],
    ids=["each other", "both themselves"],
)
def test_two_owners_who_are_taken_out_at_once_leave_one(
    salon: str, leave: str, second: str, answer: str, stays: str
) -> None:
    """Bob waits for Ann. He is no owner any more, or else the last one."""

    def take_out(other: str, by: str) -> Callable[[Any], str]:
        def act(connection: Any) -> str:
            claims = {"role": "authenticated", "sub": by, "tenant_id": SALON}
            connection.execute(
                "select set_config('request.jwt.claims', %s, false)", [json.dumps(claims)]
            )
            try:
                connection.execute(f"select booking_v1.{leave}", [other])
            except psycopg.Error as error:
                return str(error.diag.message_primary)
            return "done"

        return act

    with session(salon) as connection:
        for subject in ("ann", "bob"):
            connection.execute("select booking_v1.upsert_membership(%s, 'owner')", [subject])
        first = "bob" if second == "ann" else "ann"
        waited, told = act_while_open(salon, take_out(first, "ann"), take_out(second, "bob"))
        assert waited
        assert told == answer
        owners = connection.execute(
            "select subject from booking_v1.list_memberships() where role = 'owner'"
        ).fetchall()
        for subject in ("ann", "bob"):
            connection.execute("select booking_v1.upsert_membership(%s, 'staff')", [subject])
            connection.execute("select booking_v1.delete_membership(%s)", [subject])
    assert [row["subject"] for row in owners] == [stays]


def test_an_owner_who_is_taken_out_does_not_come_back_by_their_own_word(salon: str) -> None:
    def come_back(connection: Any) -> str:
        claims = {"role": "authenticated", "sub": "bob", "tenant_id": SALON}
        connection.execute(
            "select set_config('request.jwt.claims', %s, false)", [json.dumps(claims)]
        )
        with pytest.raises(psycopg.Error) as caught:
            connection.execute("select booking_v1.upsert_membership('bob', 'owner')")
        return str(caught.value.diag.message_primary)

    with session(salon) as connection:
        connection.execute("select booking_v1.upsert_membership('bob', 'owner')")
        waited, answer = act_while_open(
            salon,
            lambda c: c.execute("select booking_v1.delete_membership('bob')"),
            come_back,
        )
        assert waited
        assert answer == "not_allowed"


@pytest.fixture
def nineteen(salon: str) -> Iterator[str]:
    """A salon with one webhook less than it may have."""
    with session(salon) as connection:
        for _ in range(19):
            add_webhook(connection, None)
        yield salon
        connection.execute("delete from booking.webhook")


def add_webhook(connection: Any, webhook_id: str | None) -> dict[str, Any]:
    """A webhook, and its secret if it is a new one."""
    query = "select * from booking_v1.upsert_webhook('https://example.org/', p_webhook_id => %s)"
    return dict(connection.execute(query, [webhook_id]).fetchone())


def test_two_who_add_the_last_webhook_get_one(nineteen: str) -> None:
    def add(connection: Any) -> str:
        with pytest.raises(psycopg.Error) as caught:
            add_webhook(connection, None)
        return str(caught.value.diag.message_primary)

    waited, answer = act_while_open(nineteen, lambda c: add_webhook(c, None), add)
    assert waited
    assert answer == "limit_reached"


def test_a_webhook_that_is_deleted_while_it_is_changed_comes_back_with_a_secret(
    nineteen: str,
) -> None:
    with session(nineteen) as connection:
        hook = add_webhook(connection, None)["webhook_id"]
    waited, again = act_while_open(
        nineteen,
        lambda c: c.execute("select booking_v1.delete_webhook(%s)", [hook]),
        lambda c: add_webhook(c, hook),
    )
    assert waited
    assert again["webhook_id"] == hook
    assert again["secret"]


def test_every_listed_start_is_unexplained_and_every_other_has_a_reason(salon: str) -> None:
    """Offered if and only if no reason is given, over two weeks in steps of 15 minutes."""
    with session(salon) as connection:
        connection.execute("select booking_v1.upsert_holiday('Closed', '2026-11-10')")
        create(connection, "one", TUESDAY + timedelta(days=1))
        row = connection.execute(
            """
            with listed as (
                select s.starts_at
                from booking_v1.available_slots(%(service)s, %(from)s, %(to)s) as s
            )

            select
                count(*) filter (where l.starts_at is not null) as offered,
                count(*) filter (where (l.starts_at is null) = (r.code is null)) as disagreeing
            from generate_series(
                %(from)s, %(to)s::timestamptz - interval '1 minute', interval '15 minutes'
            ) as g (at)
            left join listed as l on l.starts_at = g.at
            left join lateral (
                select e.code from booking_v1.explain_slot(%(service)s, g.at) as e limit 1
            ) as r on true
            """,
            {"service": CUT, "from": NOW, "to": NOW + timedelta(days=14)},
        ).fetchone()
    assert row is not None
    assert row["offered"] > 50
    assert row["disagreeing"] == 0


def test_64_clients_want_one_slot_and_one_gets_it(salon: str) -> None:
    """Whoever loses is told so: nobody sees a violated constraint or a deadlock."""
    at = TUESDAY + timedelta(days=1)
    results = race(salon, 64, lambda c, n: create(c, str(uuid.uuid4()), at))
    assert sorted(r["status"] for r in results) == ["completed"] + ["failed"] * 63
    assert {r["code"] for r in results} == {None, "slot_taken"}
    assert claims(salon) == [at]


def claims(dsn: str) -> list[datetime]:
    """When Mia's claims start, in order."""
    with psycopg.connect(dsn) as connection:
        found = connection.execute(
            "select starts_at from booking.claim where resource_id = %s order by starts_at", [MIA]
        ).fetchall()
    return [row[0] for row in found]


def overlaps(dsn: str) -> int:
    """How many pairs of claims on one unit overlap: none, ever."""
    with psycopg.connect(dsn) as connection:
        row = connection.execute(
            """
            select count(*)
            from booking.claim as a
            join booking.claim as b
                on
                    b.tenant_id = a.tenant_id and b.resource_id = a.resource_id
                    and b.unit = a.unit and b.booking_id > a.booking_id and b.during && a.during
            """
        ).fetchone()
    assert row is not None
    return int(row[0])


def swap(dsn: str) -> list[dict[str, Any]]:
    """Two adjacent bookings, each moved onto the other at the same moment; both outcomes."""
    times = [TUESDAY + timedelta(days=1, hours=n) for n in (0, 1)]
    with session(dsn) as connection:
        ids = [create(connection, str(uuid.uuid4()), at)["booking_id"] for at in times]

    def act(connection: Any, number: int) -> dict[str, Any]:
        row: dict[str, Any] = connection.execute(
            "select * from booking_v1.reschedule_booking(%s, %s, %s)",
            [str(uuid.uuid4()), ids[number], times[1 - number]],
        ).fetchone()
        return row

    return race(dsn, 2, act)


def test_a_swap_of_two_adjacent_bookings_loses_and_doubles_nothing(salon: str) -> None:
    """Neither can move while the other stands there: both are refused, both keep their time."""
    for _ in range(5):
        results = swap(salon)
        assert {(r["status"], r["code"]) for r in results} == {("failed", "slot_taken")}
        assert claims(salon) == [TUESDAY + timedelta(days=1, hours=n) for n in (0, 1)]
        assert overlaps(salon) == 0
        with psycopg.connect(salon) as connection:
            connection.execute("delete from booking.claim")


def count_race(dsn: str) -> int:
    """Two clients book different times of a day that takes one booking; how many got one."""
    with psycopg.connect(dsn) as connection:
        connection.execute(
            "insert into booking.policy_setting (tenant_id, policy_name, value)"
            " values (%s, 'max_bookings_per_day', '1') on conflict do nothing",
            [SALON],
        )
    day = TUESDAY + timedelta(days=1)
    first: list[str] = []
    _, second = act_while_open(
        dsn,
        lambda c: first.append(create(c, str(uuid.uuid4()), day)["status"]),
        lambda c: create(c, str(uuid.uuid4()), day + timedelta(hours=2))["status"],
    )
    with psycopg.connect(dsn) as connection:
        connection.execute("delete from booking.policy_setting")
    return [*first, second].count("completed")


def test_a_limit_holds_against_two_who_cannot_see_each_other(salon: str) -> None:
    assert count_race(salon) == 1


def test_a_limit_holds_against_two_moves_to_one_day(salon: str) -> None:
    day = TUESDAY + timedelta(days=1)
    with session(salon) as connection:
        ids = [
            create(connection, f"day {days}", day + timedelta(days=days))["booking_id"]
            for days in (1, 2)
        ]
        connection.execute("select booking_v1.upsert_policy('max_bookings_per_day', '1')")
        waited, outcome = act_while_open(
            salon,
            lambda c: move(c, ids[0], day),
            lambda c: move(c, ids[1], day + timedelta(hours=2)),
        )
        connection.execute("select booking_v1.upsert_policy('max_bookings_per_day', null)")
    assert waited
    assert (outcome["status"], outcome["code"]) == ("failed", "limit_reached")


def test_without_the_lock_the_same_race_breaks_the_limit(salon: str) -> None:
    """The negative control of the test above."""
    with replaced(salon, "lock_count", "booking.has_count_limit(p_terms)", "false"):
        assert count_race(salon) == 2
