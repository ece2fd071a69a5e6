"""The worker: what it takes, what it reports, and that it goes on."""

import os
import pty
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from pgbooking import database
from pgbooking.errors import SetupError
from pgbooking.worker import registry
from pgbooking.worker.handler import Dead, Done, Item, Result, Retry
from pgbooking.worker.loop import Worker
from pgbooking.worker.outbox import Outbox, check
from tests.harness import PATIENCE, TestServer, until
from tests.outbox_engine import LATER, NEVER_RUN, NOW, Engine, working
from tests.worker_process import Recording


@pytest.fixture
def engine(server: TestServer) -> Iterator[Engine]:
    with server.clone() as dsn:
        made = Engine(dsn)
        yield made
        made.connection.close()


class Acting:
    """A handler that does what a test says."""

    KIND = "test"
    CONTENT = "test_content"

    def __init__(self, act: Callable[[Item], Result]) -> None:
        self._act = act

    def missing(self) -> str | None:
        return None

    def deliver(self, item: Item, content: Mapping[str, Any]) -> Result:
        return self._act(item)


def test_workers_share_the_work_and_nothing_is_done_twice(engine: Engine, tmp_path: Path) -> None:
    engine.queue(200)
    here, there = threading.Event(), threading.Event()

    class Meeting(Recording):
        """Does nothing until the other worker has begun, too."""

        def __init__(self, own: threading.Event, others: threading.Event) -> None:
            super().__init__(tmp_path / "record")
            self._own, self._others = own, others

        def deliver(self, item: Item, content: Mapping[str, Any]) -> Result:
            self._own.set()
            assert self._others.wait(PATIENCE)
            return super().deliver(item, content)

    first, second = Meeting(here, there), Meeting(there, here)
    with working(engine.dsn, first, 4) as one, working(engine.dsn, second, 4) as other:
        until(lambda: engine.states() == {"done": 200})
    assert len(set((tmp_path / "record").read_text().split())) == 200
    assert one.counts + other.counts == {"done": 200}
    assert min(one.counts["done"], other.counts["done"]) > 0


def test_no_more_threads_of_a_kind_work_than_it_was_told(engine: Engine) -> None:
    lock, now, most, all_three = threading.Lock(), 0, 0, threading.Event()

    def act(_: Item) -> Result:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        if most == 3:
            all_three.set()
        assert all_three.wait(PATIENCE)
        time.sleep(0.02)  # in which a fourth would begin
        with lock:
            now -= 1
        return Done()

    engine.queue(30)
    with working(engine.dsn, Acting(act), threads=3):
        until(lambda: engine.states() == {"done": 30})
    assert most == 3


def test_tenants_take_turns(engine: Engine) -> None:
    """Their ids are in a row, as some applications choose them."""
    tenants = [UUID(int=number) for number in range(1, 4)]
    for tenant in tenants:
        engine.queue(3, tenant=tenant)
    served: list[UUID] = []

    def act(item: Item) -> Result:
        served.append(item.tenant_id)
        return Done()

    with working(engine.dsn, Acting(act), threads=1):
        until(lambda: engine.states() == {"done": 9})
    assert [set(served[start : start + 3]) for start in (0, 3, 6)] == [set(tenants)] * 3


def test_it_survives_a_lost_connection(engine: Engine) -> None:
    """Every backend of the worker is ended while a delivery is under way, and again afterwards."""
    begun, go_on = threading.Event(), threading.Event()

    def act(_: Item) -> Result:
        begun.set()
        assert go_on.wait(PATIENCE)
        return Done()

    def end_backends() -> int:
        return len(engine.rows(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = current_database() and application_name = 'pgbooking worker'"
        ))  # fmt: skip

    engine.queue(1)
    with working(engine.dsn, Acting(act)) as worker:
        assert begun.wait(PATIENCE)
        assert end_backends() > 0
        go_on.set()
        until(lambda: engine.states() == {"done": 1})
        assert end_backends() > 0
        engine.queue(1)
        until(lambda: engine.states() == {"done": 2})
    assert worker.counts == {"done": 2}


@pytest.mark.parametrize("ahead", [False, True])
def test_what_was_done_is_reported_to_a_database_that_comes_back(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, ahead: bool
) -> None:
    """The report is tried until it is heard, so that nothing is repeated.

    Whatever the worker's own clock says: by one that is ahead of NOW, the lease has run out.
    """
    failures = iter([True, True, False])
    calls: list[str] = []
    call = Outbox._call

    def unreliable(self: Outbox, function: str, **arguments: Any) -> list[database.Row]:
        if function == "report_outbox" and next(failures, False):
            raise psycopg.OperationalError("the database is gone")
        return call(self, function, **arguments)

    def act(item: Item) -> Result:
        calls.append(str(item.outbox_id))
        return Done()

    monkeypatch.setattr(Outbox, "_call", unreliable)
    engine.queue(1)
    with working(engine.at(NOW) if ahead else engine.dsn, Acting(act)) as worker:
        until(lambda: bool(worker.counts))
    assert engine.states() == worker.counts == {"done": 1}
    assert len(calls) == 1


def test_what_is_another_workers_by_now_is_reported_no_longer(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database stays away from one worker until the lease has run out, and another was done."""
    call = Outbox._call
    is_away = True

    def unreliable(self: Outbox, function: str, **arguments: Any) -> list[database.Row]:
        if function == "report_outbox" and is_away:
            raise psycopg.OperationalError("the database is gone")
        return call(self, function, **arguments)

    slow, other = Outbox(engine.at(NOW)), Outbox(engine.at(LATER))
    monkeypatch.setattr(slow, "_call", unreliable.__get__(slow))
    engine.queue(1)
    [item] = slow.lease("test", 1)
    worker = Worker(slow, {})
    handler = Acting(lambda _: Dead("too late"))
    thread = threading.Thread(target=worker._carry_out, args=(item, handler))
    thread.start()
    [again] = other.lease("test", 1)
    assert other.report(again, Done()) == "done"
    is_away = False
    thread.join(PATIENCE)
    slow.close()
    other.close()
    assert worker.counts == {"lost": 1}
    assert engine.states() == {"done": 1}


def test_a_handler_that_fails_is_tried_again_and_tells_no_secret(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    def act(item: Item) -> Result:
        raise ValueError("otto@example.com refuses")

    caplog.set_level("INFO", "pgbooking")
    engine.queue(1)
    with working(engine.at(NOW), Acting(act)) as worker:
        until(lambda: worker.counts["queued"] == 1)
    assert engine.rows("select status || ' ' || error from booking.outbox") == ["queued ValueError"]
    told = " ".join(
        f"{record.getMessage()} {record.__dict__.get('fields')}" for record in caplog.records
    )
    assert "ValueError" in told
    assert "otto" not in told


@pytest.mark.parametrize(
    ("result", "state"),
    [(Retry("busy"), "queued busy"), (Dead("no such address"), "dead no such address")],
)
def test_what_a_handler_returns_is_reported(engine: Engine, result: Result, state: str) -> None:
    engine.queue(1)
    with working(engine.at(NOW), Acting(lambda _: result)) as worker:
        until(lambda: bool(worker.counts))
    assert engine.rows("select status || ' ' || error from booking.outbox") == [state]
    assert worker.counts == {state.split()[0]: 1}


def test_the_last_attempt_that_fails_is_told_as_given_up(engine: Engine) -> None:
    engine.connection.execute("update booking.outbox_kind set attempts = 1 where kind = 'test'")
    engine.queue(1)
    with working(engine.at(NOW), Acting(lambda _: Retry("busy"))) as worker:
        until(lambda: bool(worker.counts))
    assert engine.states() == worker.counts == {"dead": 1}


def test_a_kind_with_a_log_of_its_own_reports_to_it(engine: Engine) -> None:
    engine.connection.execute(
        "create table booking.test_log (outbox_id uuid, facts jsonb);"
        "grant insert on booking.test_log to booking_worker;"
        "create function booking.report_test(p_tenant_id uuid, p_outbox_id uuid, p_lease_id uuid,"
        " p_result text, p_error text, p_retry_after interval, p_facts jsonb) returns text"
        " language sql as $$"
        " insert into booking.test_log values (p_outbox_id, p_facts);"
        " select booking.report_outbox(p_tenant_id, p_outbox_id, p_lease_id, p_result, p_error,"
        " p_retry_after) $$"
    )  # fmt: skip
    engine.queue(1)
    handler = Acting(lambda _: Done({"seconds": 2}))
    handler.REPORT = "report_test"  # type: ignore[attr-defined]
    with working(engine.at(NOW), handler):
        until(lambda: engine.states() == {"done": 1})
    assert engine.rows("select facts from booking.test_log") == [{"seconds": 2}]


def test_what_is_no_longer_wanted_is_dropped(engine: Engine, tmp_path: Path) -> None:
    engine.connection.execute(
        "create or replace function booking.test_content(p_tenant_id uuid, p_outbox_id uuid)"
        " returns jsonb language sql volatile security definer as 'select null::jsonb'"
    )
    engine.queue(1)
    with working(engine.dsn, Recording(tmp_path / "record")):
        until(lambda: engine.states() == {"dropped": 1})
    assert not (tmp_path / "record").exists()


def test_who_hangs_beyond_the_lease_loses_it_and_reports_nothing(engine: Engine) -> None:
    hangs, go_on = threading.Event(), threading.Event()

    def hang(_: Item) -> Result:
        hangs.set()
        assert go_on.wait(PATIENCE)
        return Dead("too late")

    engine.queue(1)
    with working(engine.at(NOW), Acting(hang)) as slow:
        assert hangs.wait(PATIENCE)
        with working(engine.at(LATER), Acting(lambda _: Done())):
            until(lambda: engine.states() == {"done": 1})
        go_on.set()
        until(lambda: slow.counts["lost"] == 1)
    assert slow.counts == {"lost": 1}
    assert engine.rows("select status from booking.outbox") == ["done"]


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[list[Item]]:
    """What each look for effects has found. The second one follows when somebody listens."""
    found: list[list[Item]] = []

    def kept(*given: Any, **named: Any) -> list[Item]:
        found.append(lease(*given, **named))
        return found[-1]

    lease = Outbox.lease
    monkeypatch.setattr(Outbox, "lease", kept)
    return found


def test_it_wakes_when_told(
    engine: Engine, looks: list[list[Item]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It polls as well; here that would be too late for the test."""
    monkeypatch.setattr("pgbooking.worker.loop._POLL", 10 * PATIENCE)
    with working(engine.dsn, Acting(lambda _: Done())):
        until(lambda: looks == [[], []])
        engine.queue(1)
        engine.rows("select pg_notify('booking_outbox', '')")
        until(lambda: engine.states() == {"done": 1})


def test_it_polls_for_what_nobody_tells(engine: Engine, looks: list[list[Item]]) -> None:
    with working(engine.dsn, Acting(lambda _: Done())):
        until(lambda: looks[:2] == [[], []])
        engine.queue(1)
        until(lambda: engine.states() == {"done": 1})


def test_on_sigterm_it_finishes_what_it_has_and_begins_nothing(
    engine: Engine, tmp_path: Path
) -> None:
    """The process ends with 0; what it had begun is reported, and nothing stays leased."""
    engine.queue(500)
    record = tmp_path / "record"
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, engine.dsn, str(record)],
        stderr=subprocess.PIPE, cwd=Path(__file__).parents[1],
    )  # fmt: skip
    until(lambda: engine.states()["done"] > 0)
    process.terminate()
    _, told = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, told
    states = engine.states()
    assert states["leased"] == 0
    assert 0 < states["done"] < 500
    assert len(record.read_text().split()) == states["done"]
    assert b'"stopped", "left": 0' in told


SLOW = """
import itertools, sys, threading
from pathlib import Path
from pgbooking import cli, worker
from pgbooking.worker import registry
from pgbooking.worker.loop import Worker
from tests.worker_process import Recording

begun, stop, is_stopping = itertools.count(), Worker.stop, threading.Event()

class Slow(Recording):
    def deliver(self, item, content):
        if next(begun) >= 20:
            is_stopping.wait()
        return super().deliver(item, content)

def stop_and_tell(self):
    stop(self)
    is_stopping.set()

Worker.stop = stop_and_tell

slow = Slow(Path(sys.argv[2]))
registry.found = lambda: [slow]
sys.argv = ["pgbooking", "worker", "--dsn", sys.argv[1], "--no-clock"]
cli.main()
"""


def test_its_grace_has_an_end(engine: Engine) -> None:
    hangs, go_on = threading.Event(), threading.Event()

    def hang(_: Item) -> Result:
        hangs.set()
        go_on.wait(PATIENCE)
        return Done()

    engine.queue(1)
    with working(engine.dsn, Acting(hang), grace=0.1) as worker:
        assert hangs.wait(PATIENCE)
    assert worker.at_work() == 1
    go_on.set()


def test_it_runs_the_periodic_jobs(engine: Engine) -> None:
    outbox = Outbox(engine.dsn)
    worker = Worker(outbox, {}, clock=True)
    thread = threading.Thread(target=worker.run)
    thread.start()
    until(lambda: not engine.rows(NEVER_RUN))
    worker.stop()
    thread.join(PATIENCE)
    outbox.close()
    assert engine.rows("select job_name from booking.job_run where state <> 'done'") == []


def test_a_terminal_sees_a_line_with_counters(engine: Engine, tmp_path: Path) -> None:
    engine.queue(3)
    ours, its = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, engine.dsn, str(tmp_path / "record")],
        stderr=its, cwd=Path(__file__).parents[1], env=os.environ | {"TERM": "xterm"},
    )  # fmt: skip
    os.close(its)
    watch = threading.Timer(PATIENCE, process.kill)  # which ends what is read
    watch.start()
    shown = b""
    while "0 at work · 3 sent".encode() not in shown:
        shown += os.read(ours, 65536)
    process.terminate()
    with suppress(OSError):  # it has ended
        while True:
            shown += os.read(ours, 65536)
    watch.cancel()
    assert process.wait(PATIENCE) == 0
    os.close(ours)
    assert "delivery" not in shown.decode(), "which is for logs"


def test_a_listener_that_was_lost_is_replaced(engine: Engine) -> None:
    outbox = Outbox(engine.dsn)
    try:
        assert outbox.wait(0), "what was queued before was told to nobody"
        assert not outbox.wait(0)
        engine.rows(
            "select pg_terminate_backend(pid) from pg_stat_activity where query ~* '^listen'"
            " and datname = current_database()"
        )
        with pytest.raises(psycopg.OperationalError):
            outbox.wait(PATIENCE)
        assert outbox.wait(0)
    finally:
        outbox.close()


def test_its_sessions_have_no_more_rights_than_they_need_and_come_to_an_end(
    engine: Engine,
) -> None:
    outbox = Outbox(engine.dsn)
    with outbox._pool.connection() as connection:
        row = connection.execute(
            "select current_user, current_setting('statement_timeout'),"
            " current_setting('client_encoding')"
        ).fetchone()
    outbox.close()
    assert row == ("booking_worker", "1min", "UTF8")


def test_a_database_without_the_engine_is_said_to_be_one(server: TestServer) -> None:
    with server.clone("template0") as dsn, pytest.raises(SetupError, match="pgbooking deploy"):
        check(dsn)


def test_who_may_not_work_is_told(engine: Engine) -> None:
    engine.connection.execute("drop role if exists stranger")
    engine.connection.execute("create role stranger login")
    try:
        with pytest.raises(SetupError, match="grant booking_worker"):
            check(make_conninfo(engine.dsn, user="stranger"))
    finally:
        engine.connection.execute("drop role stranger")


def test_a_kind_without_a_handler_is_an_error() -> None:
    with pytest.raises(SetupError, match=r"kind telex; there are: email, push, sms, webhook$"):
        registry.by_kind(registry.found(), ["telex"])
    with pytest.raises(SetupError, match=r"there are: none$"):
        registry.by_kind((), ["telex"])
