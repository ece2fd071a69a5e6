"""What it costs to queue the reminders of a day, in one statement."""

import time

from bench.errors import BenchError
from bench.measurement import Bench, Result, statement
from bench.rounds import alternate

_OURS = b"select (booking.run_job('reminders')).count"
_HALF_A_MINUTE = 30_000  # milliseconds: what is still "in seconds"
_KEEP = (
    b"create temporary table queued on commit drop as select * from booking.notification"
    b" where kind = 'reminder' and tenant_id = md5('reminders')::uuid",
    b"create temporary table effect on commit drop as select o.tenant_id, o.kind, o.key, o.payload,"
    b" o.due_at, o.created_at from booking.outbox as o join queued as q"
    b" on o.key = q.notification_id::text",
)
_FORGET = (
    b"delete from booking.outbox where key in (select notification_id::text from queued)",
    b"delete from booking.notification where tenant_id = md5('reminders')::uuid",
)
_FLOOR = (
    b"insert into booking.notification select * from queued",
    b"insert into booking.outbox (tenant_id, kind, key, payload, due_at, created_at)"
    b" select * from effect",
)


def measure(bench: Bench) -> list[Result]:
    """A tenth of as many bookings as there are claims of two, all due; rolled back."""
    due = max(100, bench.claims // 20)
    with bench.owner() as owner:

        def milliseconds(*queries: bytes) -> float:
            owner.execute("savepoint round")
            begun = time.perf_counter()
            for query in queries:
                cursor = owner.execute(query)
            taken = (time.perf_counter() - begun) * 1000
            row = cursor.fetchone() if cursor.description else (cursor.rowcount,)
            if row != (due,):
                raise BenchError(f"reminders: {row} instead of {due}")
            owner.execute("rollback to savepoint round")
            return taken

        owner.execute("begin")
        # Whatever day it is: the Sunday on which other tenants have some, too, which stay queued.
        owner.execute("select set_config('booking.now', %s, true)", [f"{bench.monday} 00:00+12"])
        owner.execute("select set_config('bench.bookings', %s, true)", [str(due * 10)])
        owner.execute(statement("reminders.sql").encode())
        owner.execute(_OURS)
        for query in _KEEP:
            owner.execute(query)
        for query in _FORGET:
            owner.execute(query)
        times = alternate(bench.rounds, lambda: milliseconds(_OURS), lambda: milliseconds(*_FLOOR))
        owner.execute("rollback")
    result = Result(
        "reminders", f"queue {due:,} reminders of {due * 10:,} bookings", "ms", times,
        floor_is="insert … select of the same rows",
        target="≤ 2 x floor and half a minute, one statement",
        met=times.ratio <= 2 and times.ours.median <= _HALF_A_MINUTE,
    )  # fmt: skip
    return [result]
