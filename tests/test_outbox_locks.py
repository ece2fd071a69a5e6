"""Two who settle the same at once: the second goes by what the first left."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest

from pgbooking import database
from tests.harness import TestServer, until, waits
from tests.outbox_engine import Engine, another, without

LOCK = "for update"
URL = "https://example.org/hook"


@pytest.fixture
def engine(server: TestServer) -> Iterator[Engine]:
    with server.clone() as dsn:
        made = Engine(dsn)
        made.connection.execute("select booking_v1.use_tenant('shop')")
        yield made
        made.connection.close()


def beside(
    engine: Engine,
    first: Callable[[database.Connection], object],
    second: Callable[[database.Connection], object],
) -> psycopg.Error | None:
    """The second acts while the first has not committed; what it raises."""
    raised: list[psycopg.Error] = []

    def act(connection: database.Connection) -> None:
        try:
            second(connection)
        except psycopg.Error as error:
            raised.append(error)

    with another(engine) as one, another(engine) as two:
        for connection in (one, two):
            connection.execute("select booking_v1.use_tenant('shop')")
        thread = threading.Thread(target=act, args=[two])
        with one.transaction():
            first(one)
            thread.start()
            until(lambda: waits(engine.connection, two) or not thread.is_alive())
        thread.join()
    return raised[0] if raised else None


def leased(connection: database.Connection, kind: str) -> list[database.Row]:
    return database.call_engine(connection, "lease_outbox", p_kinds=[kind], p_most=10)


def report(
    function: str, row: database.Row, result: str
) -> Callable[[database.Connection], object]:
    """What a worker does that got no answer."""
    names = ("tenant_id", "outbox_id", "lease_id")
    about: dict[str, Any] = {f"p_{name}": row[name] for name in names}
    return lambda connection: database.call_engine(
        connection, function, **about, p_result=result, p_error="no answer"
    )


def dead(engine: Engine) -> str:
    """A delivery that was given up."""
    engine.queue(1)
    (row,) = leased(engine.connection, "test")
    report("report_outbox", row, "dead")(engine.connection)
    return str(row["outbox_id"])


def requeued_and_dismissed(engine: Engine) -> psycopg.Error | None:
    delivery = dead(engine)
    return beside(
        engine,
        lambda one: database.call(one, "requeue_delivery", p_delivery_id=delivery),
        lambda two: database.call(two, "dismiss_delivery", p_delivery_id=delivery),
    )


def test_who_dismisses_what_is_being_queued_again_is_refused(engine: Engine) -> None:
    error = requeued_and_dismissed(engine)
    assert error is not None
    assert error.diag.message_primary == "invalid_transition"
    assert engine.states() == {"queued": 1}


def test_without_the_lock_it_is_dropped_all_the_same(engine: Engine) -> None:
    without(engine, "leave_dead", LOCK)
    assert requeued_and_dismissed(engine) is None
    assert engine.states() == {"dropped": 1}


def webhook(engine: Engine, deliveries: int) -> list[str]:
    """Deliveries of a webhook that wait to be sent."""
    (made,) = database.call(engine.connection, "upsert_webhook", p_url=URL)
    return [
        str(database.call(
            engine.connection, "send_test_webhook", p_webhook_id=made["webhook_id"]
        )[0]["delivery_id"])
        for _ in range(deliveries)
    ]  # fmt: skip


def sent_and_redelivered(engine: Engine) -> Any:
    (delivery,) = webhook(engine, 1)
    beside(
        engine,
        lambda one: leased(one, "webhook"),
        lambda two: database.call(two, "redeliver_webhook", p_delivery_id=delivery),
    )
    return engine.rows("select status from booking.outbox where kind = 'webhook'")


def test_what_a_worker_is_taking_is_not_queued_again(engine: Engine) -> None:
    assert sent_and_redelivered(engine) == ["leased"]


def test_without_the_lock_it_is_sent_twice(engine: Engine) -> None:
    without(engine, "redeliver_webhook", LOCK)
    assert sent_and_redelivered(engine) == ["queued"]


def two_without_an_answer(engine: Engine) -> bool:
    """Whether a webhook rests after two attempts that ended at the same time."""
    webhook(engine, 2)
    one, two = leased(engine.connection, "webhook")
    beside(engine, report("report_webhook", one, "retry"), report("report_webhook", two, "retry"))
    (rests,) = engine.rows("select rests_until is not null from booking.webhook")
    return bool(rests)


def test_the_second_of_two_silences_at_once_is_the_second(engine: Engine) -> None:
    assert two_without_an_answer(engine)


def test_without_the_lock_both_are_the_first(engine: Engine) -> None:
    without(engine, "log_webhook", "for no key update")
    assert not two_without_an_answer(engine)


def one_dies_as_the_last_one_leaves(engine: Engine) -> Any:
    """Whether the alert of what was given up is open."""
    last = dead(engine)
    engine.queue(1)
    (row,) = leased(engine.connection, "test")
    database.call(engine.connection, "dismiss_delivery", p_delivery_id=last)
    beside(
        engine,
        report("report_outbox", row, "dead"),
        lambda two: two.execute("select booking.close_dead_alerts()"),
    )
    assert engine.states() == {"dead": 1, "dropped": 1}
    return engine.rows("select resolved_at is null from booking.alert where code = 'dead'")


def test_the_alert_of_what_dies_meanwhile_stays_open(engine: Engine) -> None:
    assert one_dies_as_the_last_one_leaves(engine) == [True]


def test_without_the_lock_it_is_closed(engine: Engine) -> None:
    without(engine, "close_dead_alerts", "for update of a")
    assert one_dies_as_the_last_one_leaves(engine) == [False]


@pytest.mark.parametrize(
    ("settle", "becomes"), [("requeue_deliveries", "queued"), ("dismiss_deliveries", "dropped")]
)
def test_what_somebody_is_settling_is_left_to_them(
    engine: Engine, settle: str, becomes: str
) -> None:
    theirs, _ = dead(engine), dead(engine)
    with another(engine) as one, another(engine) as two:
        for connection in (one, two):
            connection.execute("select booking_v1.use_tenant('shop')")
        two.execute("set lock_timeout = '200ms'")
        with one.transaction():
            database.call(one, "requeue_delivery", p_delivery_id=theirs)
            assert database.call(two, settle) == [{settle: 1}]
    assert engine.states() == Counter(("queued", becomes))


@pytest.mark.parametrize("settle", ["requeue_delivery", "dismiss_delivery", "redeliver_webhook"])
def test_who_settles_a_delivery_keeps_nobody_else_waiting(engine: Engine, settle: str) -> None:
    """The alert that the last dead one closes is of all tenants, and whoever gives one up."""
    kind = "test"
    if settle == "redeliver_webhook":
        kind, last, *_ = "webhook", *webhook(engine, 2)
        first, row = sorted(
            leased(engine.connection, kind), key=lambda r: str(r["outbox_id"]) != last
        )
        report("report_outbox", first, "dead")(engine.connection)
    else:
        last = dead(engine)
        engine.queue(1)
        (row,) = leased(engine.connection, kind)
    with another(engine) as one, another(engine) as two:
        one.execute("select booking_v1.use_tenant('shop')")
        two.execute("set lock_timeout = '200ms'")
        with one.transaction():
            database.call(one, settle, p_delivery_id=last)
            report("report_outbox", row, "dead")(two)
    assert engine.rows("select count from booking.alert where code = 'dead'") == [2]


def test_who_changes_a_webhook_keeps_no_worker_waiting(engine: Engine) -> None:
    webhook(engine, 1)
    (row,) = leased(engine.connection, "webhook")
    with another(engine) as one, another(engine) as two:
        one.execute("select booking_v1.use_tenant('shop')")
        two.execute("set statement_timeout = '10s'")
        with one.transaction():
            [hook] = engine.rows("select webhook_id::text from booking.webhook")
            database.call(one, "upsert_webhook", p_url=URL, p_webhook_id=hook)
            report("report_webhook", row, "done")(two)
    assert engine.rows("select status from booking.outbox where kind = 'webhook'") == ["done"]


def test_the_log_of_a_webhook_that_is_being_deleted_is_left_to_that(engine: Engine) -> None:
    """Both delete it, in orders of their own: so they don't meet."""
    webhook(engine, 1)
    (row,) = leased(engine.connection, "webhook")
    report("report_webhook", row, "done")(engine.connection)
    clean = b"select booking.run_in_tenants('delete_finished_effects', 1000) as count"
    with another(engine) as one, another(engine, "2026-09-01T05:00:00Z") as job:
        one.execute("select booking_v1.use_tenant('shop')")
        job.execute("set lock_timeout = 0")
        job.execute("set statement_timeout = '10s'")
        with one.transaction():
            [hook] = engine.rows("select webhook_id::text from booking.webhook")
            database.call(one, "delete_webhook", p_webhook_id=hook)
            assert job.execute(clean).fetchone() == {"count": 0}
        assert job.execute(clean).fetchone() == {"count": 1}


def test_a_webhook_that_is_deleted_waits_for_the_clean_up_before_it_deletes(engine: Engine) -> None:
    webhook(engine, 2)
    report("report_webhook", leased(engine.connection, "webhook")[0], "done")(engine.connection)
    with another(engine, "2026-09-01T05:00:00Z") as job, another(engine) as two:
        two.execute("select booking_v1.use_tenant('shop')")
        with job.transaction():
            job.execute("select booking.run_in_tenants('delete_finished_effects', 0)")
            two.execute("set lock_timeout = '200ms'")
            [hook] = engine.rows("select webhook_id::text from booking.webhook")
            with pytest.raises(psycopg.errors.LockNotAvailable):
                database.call(two, "delete_webhook", p_webhook_id=hook)
