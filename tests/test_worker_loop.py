"""The loop of the worker against a scripted database: when it looks, and how long it waits."""

import signal
import threading
import uuid
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import psycopg
import pytest
from click.testing import CliRunner

from pgbooking.cli import cli
from pgbooking.session import Session
from pgbooking.worker.handler import Dead, Done, Dropped, Item, Result, Retry
from pgbooking.worker.loop import Worker
from tests.harness import PATIENCE

GONE = psycopg.OperationalError("the database is gone")
REPLICA = psycopg.errors.ReadOnlySqlTransaction("the database is not promoted yet")
AWAY = pytest.mark.parametrize("away", [GONE, REPLICA])
GROWING = [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 5.0, 5.0]


class Handler:
    KIND = "test"
    CONTENT = "test_content"

    def deliver(self, item: Item, content: Mapping[str, Any]) -> Result:
        return Dead("no such address")


def item() -> Item:
    until = datetime.now(UTC) + timedelta(hours=1)
    return Item(uuid.uuid4(), uuid.uuid4(), "test", {}, 3, uuid.uuid4(), until)


def says(*answers: Any) -> Callable[..., Any]:
    """A function that gives these answers, one a call; an exception is raised."""
    following = iter(answers)

    def answer(*_: Any, **__: Any) -> Any:
        found = next(following)
        if isinstance(found, Exception):
            raise found
        return found

    return answer


class Pauses:
    """Instead of the worker's event: tells how long it wanted to wait, and is set after so many."""

    def __init__(self, most: int) -> None:
        self.seconds: list[float] = []
        self._most = most

    def is_set(self) -> bool:
        return len(self.seconds) >= self._most

    def wait(self, seconds: float) -> None:
        self.seconds.append(seconds)


def made(**functions: Callable[..., Any]) -> Worker:
    outbox: Any = SimpleNamespace(**functions)
    return Worker(outbox, {"test": Handler()})


# NotImplementedError: what psycopg raises on dates in a format that it doesn't know
FAILURES = pytest.mark.parametrize("failure", [GONE, NotImplementedError("a mistake of ours")])


@FAILURES
def test_a_database_that_is_gone_is_asked_after_growing_pauses(
    failure: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    worker = made(
        dispatch=says(*[failure] * 8, 0, failure), wait=says(False), lease=lambda *_: []
    )  # fmt: skip
    pauses: Any = Pauses(9)
    worker._stopping = pauses
    worker.run()
    assert pauses.seconds == [*GROWING, 0.1]
    assert len(caplog.records) == 9


@AWAY
def test_a_report_is_tried_after_growing_pauses(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, away: Exception
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("pgbooking.worker.loop.time.sleep", pauses.append)
    worker = made(report=says(*[away] * 8, "dead"))
    reported = item()
    assert worker._report(reported, Dead("no such address"), Handler()) == "dead"
    assert pauses == GROWING
    [told] = caplog.records
    assert told.__dict__["fields"]["correlation_id"] == str(reported.outbox_id)
    assert told.__dict__["fields"]["error"] == type(away).__name__


@FAILURES
def test_the_clock_runs_all_that_is_due_and_survives_a_failure(
    failure: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    worker = made(tick=says(True, True, False, failure, True, False))
    pauses: Any = Pauses(3)
    worker._stopping = pauses
    worker._tick()
    assert pauses.seconds == [10.0] * 3
    assert len(caplog.records) == 1


def test_the_clock_begins_no_job_when_it_is_to_stop() -> None:
    jobs: list[str] = []

    def tick() -> bool:
        jobs.append("one")
        worker.stop()
        return len(jobs) < 3  # more are due

    worker = made(tick=tick)
    worker._tick()
    assert jobs == ["one"]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the worker takes for the time."""
    now = [1000.0]
    monkeypatch.setattr(
        "pgbooking.worker.loop.time", SimpleNamespace(monotonic=lambda: now[0])
    )  # fmt: skip
    return now


def test_it_looks_when_something_was_dispatched_or_told_or_a_second_is_over(
    clock: list[float],
) -> None:
    asked: list[str] = []

    def step(dispatched: int, told: bool, seconds: float = 0.1) -> str:
        """What it does in a step."""

        def lease(kind: str, most: int) -> list[Item]:
            asked.append(str(most))
            return []

        def wait(seconds: float) -> bool:
            asked.append("wait")
            return told

        asked.clear()
        outbox: Any = SimpleNamespace(dispatch=lambda: dispatched, lease=lease, wait=wait)
        worker._outbox = outbox
        worker._step()
        clock[0] += seconds
        return " ".join(asked)

    worker = made()
    assert step(0, told=False) == "8 wait", "at the beginning"
    assert step(0, told=True) == "wait", "not each time"
    assert step(0, told=False) == "8 wait", "when it was told"
    assert step(5, told=False) == "8", "when there was something; there may be more"
    assert step(0, told=False, seconds=0.9) == "wait"
    assert step(0, told=False) == "8 wait", "a second is over"
    worker._busy["test"] = 8
    assert step(5, told=False) == "", "not when all threads are at work"


def test_when_the_database_goes_between_two_deliveries_the_thread_ends(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO", "pgbooking")
    worker = made(content=says({}), report=says("dead"), lease=says(GONE))
    worker._busy["test"] = 1
    worker._work(Handler(), item())
    assert worker.at_work() == 0
    told = [record.__dict__["fields"] for record in caplog.records if hasattr(record, "fields")]
    assert {
        "kind": "test",
        "attempt": 3,
        "outcome": "dead",
        "error": "no such address",
    }.items() <= (told[0].items())
    assert any("OperationalError" in str(fields) for fields in told)


@pytest.mark.parametrize(
    ("result", "reported", "level"),
    [
        (Done(), "done", "INFO"),
        (Dropped(), "dropped", "INFO"),
        (Retry("no connection"), "queued", "WARNING"),
        (Dead("no such address"), "dead", "WARNING"),
        (Done(), None, "WARNING"),
    ],
)
def test_what_did_not_succeed_is_a_warning(
    caplog: pytest.LogCaptureFixture, result: Result, reported: str | None, level: str
) -> None:
    """A terminal shows these only, and at night these are what is looked for."""
    caplog.set_level("INFO", "pgbooking")
    handler: Any = SimpleNamespace(CONTENT="c", deliver=lambda *_: result)
    made(content=says({}), report=says(reported))._carry_out(item(), handler)
    assert [record.levelname for record in caplog.records] == [level]


def test_a_thread_that_fails_leaves_its_place_to_another(caplog: pytest.LogCaptureFixture) -> None:
    worker = made(content=says({}), report=says(NotImplementedError("a mistake of ours")))
    worker._busy["test"] = 1
    worker._work(Handler(), item())
    assert worker.at_work() == 0
    assert [record.__dict__["fields"]["error"] for record in caplog.records] == [
        "NotImplementedError"
    ]


def test_a_thread_that_can_not_be_started_takes_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.Thread.start", says(RuntimeError("can't start new thread")))
    worker = made(lease=says([item()]))
    with pytest.raises(RuntimeError):
        worker._take("test", Handler())
    assert worker.at_work() == 0


@AWAY
def test_what_could_not_be_asked_of_the_database_is_no_failure_of_the_receiver(
    away: Exception,
) -> None:
    reported: list[Any] = []
    worker = made(content=says(away), report=lambda *given: reported.append(given))
    worker._busy["test"] = 1
    worker._work(Handler(), item())
    assert reported == []  # its lease ends, and it is due again
    assert worker.at_work() == 0


@pytest.mark.parametrize(
    ("options", "kinds", "told"),
    [
        ([], ["webhook"], (8, 30, True)),
        (["--threads=3", "--grace=5", "--no-clock"], ["webhook"], (3, 5, False)),
        (["--kind=sms"], [], (8, 30, True)),
    ],
)
def test_the_command_hands_on_what_it_was_told(
    monkeypatch: pytest.MonkeyPatch, options: list[str], kinds: list[str], told: tuple[Any, ...]
) -> None:
    """Of the kinds, those that are configured."""
    for name in ("PGBOOKING_SMTP_URL", "PGBOOKING_SMS_URL", "PGBOOKING_PUSH_URL"):
        monkeypatch.delenv(name, raising=False)
    heard: list[Any] = []

    class Listening:
        def __init__(self, _: Any, handlers: Mapping[str, Any], *rest: Any) -> None:
            heard.extend((sorted(handlers), rest))

        def run(self) -> None:
            heard.append("run")

    monkeypatch.setattr("signal.signal", lambda number, _: heard.append(number))
    command(monkeypatch, Listening, heard, *options)
    assert heard == [
        "checked", kinds, told, signal.SIGTERM, signal.SIGINT, "run", "closed",
    ]  # fmt: skip


def test_a_signal_needs_no_lock_that_may_be_held(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its handler runs between any two steps of the main thread, which waits for an event."""
    handlers: dict[int, Any] = {}
    lock, stopped = threading.Lock(), threading.Event()

    class Locked:
        def __init__(self, *_: Any) -> None:
            pass

        def stop(self) -> None:
            assert lock.acquire(timeout=PATIENCE)
            stopped.set()

        def run(self) -> None:
            with lock:
                handlers[signal.SIGTERM](signal.SIGTERM, None)
            assert stopped.wait(PATIENCE)

    monkeypatch.setattr("signal.signal", handlers.__setitem__)
    command(monkeypatch, Locked, [])


def command(monkeypatch: pytest.MonkeyPatch, worker: type, heard: list[Any], *options: str) -> None:
    """Run the command with another worker, without a database."""
    outbox = SimpleNamespace(close=lambda: heard.append("closed"))
    monkeypatch.setattr("pgbooking.worker.loop.Worker", worker)
    monkeypatch.setattr("pgbooking.worker.outbox.Outbox", lambda _: outbox)
    monkeypatch.setattr("pgbooking.worker.outbox.check", lambda _: heard.append("checked"))
    monkeypatch.setattr("pgbooking.logs.configure", lambda *_: None)
    done = CliRunner().invoke(cli, ["--dsn=dbname=x", "worker", *options], obj=Session())
    assert done.exit_code == 0, (done.output, done.exception)


def test_of_two_that_count_at_once_both_are_counted() -> None:
    """A Counter reads, adds and writes, and another thread may come between."""
    worker = made(content=says(None), report=says("dropped"))
    others: list[bool] = []

    class Shared(Counter[str]):
        def __missing__(self, _: str) -> int:
            with ThreadPoolExecutor(1) as other:
                others.append(other.submit(worker._changed.acquire, blocking=False).result())
            return 0

    worker.counts = Shared()
    worker._carry_out(item(), Handler())
    assert others == [False]
