"""A whole run: databases, measurements, what they left behind taken away."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing

import psycopg

from bench import (
    beside,
    common,
    contest,
    create,
    growth,
    leases,
    limits,
    live,
    load,
    postgrest,
    reminders,
    slots,
)
from bench.measurement import Bench, Result
from pgbooking.cluster import Cluster, debian_binaries, embedded_binaries

# Reads first: they find the data as it was made.
MEASUREMENTS: Mapping[str, Callable[[Bench], list[Result]]] = {
    "slots": slots.measure,
    "growth": growth.measure,
    "common": common.measure,
    "create": create.measure,
    "limits": limits.measure,
    "postgrest": postgrest.measure,
    "contest": contest.measure,
    "live": live.measure,
    "reminders": reminders.measure,
    "leases": leases.measure,
    "beside": beside.measure,
}
# A default installation's durability; memory for the data, and no checkpoint within a round.
_SETTINGS = {
    "max_connections": "120",
    "shared_buffers": "1GB",
    "max_wal_size": "8GB",
    "checkpoint_timeout": "30min",
}
# What earlier measurements wrote; loading writes nothing that is newer than itself.
_SWEEP = (
    "delete from booking.claim where ends_at - starts_at = interval '00:20'",
    "delete from booking.booking where created_at > (select loaded_at from bench.load)",
    "delete from booking.booking_operation",
    "delete from booking.outbox",
    "delete from booking.feed",
    "delete from booking.customer where subject is not null",
    "truncate booking.rate_bucket",
    "select setval('bench.next_place', 1, false)",
    "vacuum (analyze) booking.claim, booking.booking, booking.booking_event,"
    " booking.booking_operation",
)


def cluster(version: str) -> Cluster:
    """The benchmarks' own cluster of a server: 15 is Debian's, 18 the embedded one."""
    binaries = debian_binaries(15) if version == "15" else embedded_binaries()
    return Cluster(f"bench-{version}", binaries, _SETTINGS)


def prepare(server: Cluster, size: load.Size, tenth: load.Size, rounds: int, seconds: int) -> Bench:
    """Load what is missing on a running cluster, and clear away what an earlier run wrote."""
    conninfo = load.prepare(server.conninfo(), "bench", size)
    same = tenth == size  # where there is too little data to have a tenth of it
    small = conninfo if same else load.prepare(server.conninfo(), "bench_tenth", tenth)
    with closing(psycopg.connect(conninfo, autocommit=True)) as connection:
        used = connection.execute("select is_called from bench.next_place").fetchone()
        if used and used[0]:
            for statement in _SWEEP:
                connection.execute(statement.encode())
        connection.execute("checkpoint")
        claims = connection.execute("select count(*) from booking.claim").fetchone()
        return Bench(
            conninfo=conninfo,
            tenth=small,
            binaries=server.binaries,
            monday=load.monday(connection),
            people=size.people,
            claims=claims[0] if claims else 0,
            load_average=os.getloadavg()[0],
            rounds=rounds,
            seconds=seconds,
        )


def measure(bench: Bench, only: Sequence[str]) -> Iterator[Result]:
    """The results of the measurements asked for, or of all."""
    for name, measurement in MEASUREMENTS.items():
        if not only or name in only:
            yield from measurement(bench)
