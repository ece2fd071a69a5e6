"""The loop of the worker: leases, executes, reports, until it is told to stop."""

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial

import psycopg

from pgbooking import logs
from pgbooking.worker.handler import Dropped, Handler, Item, Result, Retry
from pgbooking.worker.outbox import REPORT, Outbox

_BEAT = 0.1  # seconds between looks for events
_POLL = 1.0  # seconds between looks for effects that nobody told us of
_TICK = 10.0  # seconds between looks for periodic jobs, of which the shortest runs each minute
_LONGEST_PAUSE = 5.0  # seconds between attempts to reach a database that is gone
# it can't be reached; or what is reached is a replica, which in a failover is soon promoted
_AWAY = (psycopg.OperationalError, psycopg.errors.ReadOnlySqlTransaction)


class Worker:
    """Carries out effects, each in a thread of its own.

    threads: of each kind at most. grace: seconds that those at work have left when it stops.
    clock: whether it runs the periodic jobs that are due, as pg_cron would.
    """

    def __init__(
        self,
        outbox: Outbox,
        handlers: Mapping[str, Handler],
        threads: int = 8,
        grace: float = 30,
        clock: bool = False,
    ) -> None:
        self.counts: Counter[str] = Counter()  # what became of deliveries: their status, or lost
        self._outbox = outbox
        self._handlers = handlers
        self._threads = threads
        self._grace = grace
        self._clock = clock
        self._stopping = threading.Event()
        self._busy: Counter[str] = Counter()  # threads at work, by kind
        self._changed = threading.Condition()
        self._look_at = 0.0

    def stop(self) -> None:
        """Lease no more; `run` returns when those at work are done, or their time is over."""
        self._stopping.set()

    def run(self) -> None:
        """Work until `stop`, whatever happens."""
        if self._clock:
            threading.Thread(target=self._tick, daemon=True).start()
        pause = _BEAT
        while not self._stopping.is_set():
            if _succeeds(self._step, "worker"):
                pause = _BEAT
            else:
                self._stopping.wait(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)
        self._drain()

    def at_work(self) -> int:
        """How many effects are being carried out."""
        return self._busy.total()

    def _step(self) -> None:
        dispatched = self._outbox.dispatch()
        if dispatched or time.monotonic() >= self._look_at:
            self._look_at = time.monotonic() + _POLL
            for kind, handler in self._handlers.items():
                self._take(kind, handler)
        if not dispatched and self._outbox.wait(_BEAT):
            self._look_at = 0

    def _take(self, kind: str, handler: Handler) -> None:
        free = self._threads - self._busy[kind]
        for item in self._outbox.lease(kind, free) if free else ():
            with self._changed:  # it can't be done before it is counted
                threading.Thread(target=self._work, args=(handler, item), daemon=True).start()
                self._busy[kind] += 1

    def _work(self, handler: Handler, first: Item) -> None:
        _succeeds(partial(self._carry_out_all, first, handler), "worker")
        with self._changed:
            self._busy[first.kind] -= 1
            self._changed.notify_all()

    def _carry_out_all(self, first: Item, handler: Handler) -> None:
        """Carry out one after the other, while there are any.

        What is leased and never reported, whatever the reason, is due again when its lease ends.
        """
        item: Item | None = first
        while item:
            self._carry_out(item, handler)
            item = None if self._stopping.is_set() else self._next(item)

    def _next(self, last: Item) -> Item | None:
        return next(iter(self._outbox.lease(last.kind, 1, after=last.tenant_id)), None)

    def _carry_out(self, item: Item, handler: Handler) -> None:
        result = self._result(item, handler)
        outcome = self._report(item, result, handler) or "lost"
        with self._changed:  # to add is to read and to write, and others do it, too
            self.counts[outcome] += 1
        error = getattr(result, "error", None)
        logs.event(
            "delivery",
            logging.WARNING if error or outcome == "lost" else logging.INFO,
            kind=item.kind,
            outbox_id=str(item.outbox_id),
            attempt=item.attempt,
            outcome=outcome,
            error=error,
        )

    def _result(self, item: Item, handler: Handler) -> Result:
        try:
            content = self._outbox.content(item, handler.CONTENT)
            return Dropped() if content is None else handler.deliver(item, content)
        except _AWAY:  # our own failure, and none of the receiver's
            raise
        # a handler may fail in any way, and it is only this effect that has failed
        except Exception as error:  # noqa: BLE001
            logs.unexpected(error, str(item.outbox_id))
            return Retry(type(error).__name__)  # its message could quote an address

    def _report(self, item: Item, result: Result, handler: Handler) -> str | None:
        """Report, also to a database that comes back.

        Whose the lease is by then it knows itself, and by its own clock: who gave up would have
        what was sent sent again.
        """
        function = getattr(handler, "REPORT", REPORT)
        pause = _BEAT
        while True:
            try:
                return self._outbox.report(item, result, function)
            except _AWAY as error:
                if pause == _BEAT:  # each attempt would be many lines, of as many threads
                    logs.unexpected(error, str(item.outbox_id))
                time.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)

    def _tick(self) -> None:
        """Run periodic jobs, one at a time, as long as any is due."""
        while not self._stopping.is_set():
            _succeeds(self._run_due, "clock")
            self._stopping.wait(_TICK)

    def _run_due(self) -> None:
        while not self._stopping.is_set() and self._outbox.tick():
            pass

    def _drain(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: not self.at_work(), timeout=self._grace)
        logs.event("stopped", left=self.at_work())


def _succeeds(act: Callable[[], None], who: str) -> bool:
    """Do it; what goes wrong is logged, so that the thread goes on.

    One that ended would leave a process that looks healthy and does nothing.
    """
    try:
        act()
    except Exception as error:  # noqa: BLE001  # it may be the database, or a mistake of ours
        logs.unexpected(error, who)
        return False
    return True
