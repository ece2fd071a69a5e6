"""What it costs to lease a message and to report it."""

from bench.errors import BenchError
from bench.measurement import Bench, Result, statement
from bench.pgbench import WARMING, Sessions
from bench.rounds import alternate

_WORKERS = 16
_MOST = (5_000, 50_000)  # messages a second, far more than there will be: ours, bare updates
_BEGIN = """
    insert into booking.outbox_kind
    (kind, concurrency, attempts, lease, backoff_base, backoff_most)
    values ('bench', 1000, 1, '1 hour', '1 second', '1 second');
    create table bench.message (
        message_id uuid primary key default gen_random_uuid(), payload jsonb not null,
        status text not null default 'queued', due_at timestamptz not null default now(),
        lease_id uuid, finished_at timestamptz
    ) with (fillfactor = 80);
    create index on bench.message (due_at) where status in ('queued', 'leased')
"""
_END = "drop table bench.message; delete from booking.outbox_kind where kind = 'bench'"
_EMPTY = ("delete from booking.outbox where kind = 'bench'", "truncate bench.message")
_FILL = (
    "select booking.enqueue(t.tenant_id, array("
    " select ('bench', null, jsonb_build_object('number', n), null)::booking.effect"
    " from generate_series(1, %s) as n)) from booking.tenant as t where t.slug = 'chain'",
    "insert into bench.message (payload) select jsonb_build_object('number', n)"
    " from generate_series(1, %s) as n",
)
_DONE = (
    b"select count(*) from booking.outbox where kind = 'bench' and status = 'done'",
    b"select count(*) from bench.message where status = 'done'",
)


def measure(bench: Bench) -> list[Result]:
    """Workers that take one message after the other, of a queue that doesn't run dry."""
    scripts = statement("leases.sql"), statement("floors/leases.sql")
    options = {"role": "booking_worker"}, {"role": "none"}

    def rate(side: int) -> float:
        with bench.owner() as owner:
            for query in _EMPTY:
                owner.execute(query.encode())
            owner.execute(_FILL[side].encode(), [_MOST[side] * (WARMING + bench.seconds)])
            owner.execute("vacuum (analyze) booking.outbox, bench.message")
        sessions = Sessions(bench.binaries, bench.conninfo, _WORKERS, options[side])
        count, found = sessions.rate(scripts[side], bench.seconds)
        if bench.value(_DONE[side]) != count:
            raise BenchError("leases: not every message was reported")
        return found

    with bench.owner() as owner:
        owner.execute(_BEGIN.encode())
        try:
            rates = alternate(bench.rounds, lambda: rate(0), lambda: rate(1))
        finally:
            owner.execute(_EMPTY[0].encode())
            owner.execute(_END.encode())
    result = Result(
        "leases", f"lease and report a message, {_WORKERS} workers", "1/s", rates,
        floor_is="two bare updates, the first with skip locked",
    )  # fmt: skip
    return [result]
