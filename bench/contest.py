"""Many clients and one slot: all begin at once, one wins, the others are refused soon."""

import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg

from bench.errors import BenchError
from bench.measurement import Bench, Result, statement
from bench.pgbench import Sessions
from bench.rounds import Comparison, Figure

_CLIENTS = 64
_WARMING = 2  # contests that don't count: plans are made and tables found
_CONTESTS = 5
_PATIENCE = 60  # seconds
_TENS = 100  # milliseconds: what is still "tens of"
_DEADLOCKS = b"select deadlocks from pg_stat_database where datname = current_database()"
# What a client waits at before each contest: a lock with two keys, where the engine's have one.
_GATE = 7
_WAITING = """
select count(*)
from pg_locks as l
where l.locktype = 'advisory' and l.objsubid = 2 and not l.granted
    and l.classid = %s and l.objid = %s
"""
_SCRIPT = """
\\if :turn % 2 = 0
\\set place :first + :turn / 2
select pg_advisory_lock_shared({gate}, :place);
\\else
{statement};
\\endif
\\set turn :turn + 1
"""
_WINNERS = """
select count(b.booking_id)
from bench.place as p
left join booking.booking as b
    on b.tenant_id = p.tenant_id and b.starts_at = p.starts_at
    and b.resource_ids = array[p.resource_id]
where p.place = any(%s)
group by p.place
"""
_SIDES = {
    "ours": "contest.sql",
    "floor": "floors/contest.sql",
    "round_trip": "floors/round_trip.sql",
}


def measure(bench: Bench) -> list[Result]:
    """Latencies of all clients of a contest, in contests one after the other."""
    deadlocks = bench.value(_DEADLOCKS)
    samples: dict[str, list[list[float]]] = {name: [] for name in _SIDES}
    winners: list[int] = []
    for _ in range(bench.rounds):
        for name, file in _SIDES.items():
            places = _places(bench)
            chosen = {"role": "service_role", "booking.chosen_tenant": "chain"}
            sessions = Sessions(
                bench.binaries, bench.conninfo, _CLIENTS, chosen if name == "ours" else {}
            )
            samples[name].append(_contest(bench, sessions, statement(file), places))
            if name == "ours":
                winners += _count_winners(bench, places)
    deadlocks = bench.value(_DEADLOCKS) - deadlocks
    latencies = {
        name: {
            "p50": [statistics.median(sample) for sample in rounds],
            "p95": [statistics.quantiles(sample, n=20)[-1] for sample in rounds],
            "most": [max(sample) for sample in rounds],
        }
        for name, rounds in samples.items()
    }
    slowest = Comparison.of(latencies["ours"]["p95"], latencies["floor"]["p95"])
    result = Result(
        "contest", f"{_CLIENTS} clients on one slot, 95th percentile", "ms", slowest,
        floor_is="bare insert … on conflict do nothing by as many",
        target=f"one winner, no deadlock, < {_TENS} ms",
        met=set(winners) == {1} and not deadlocks and slowest.ours.median < _TENS,
        details={
            "contests": len(winners),
            "winners_of_a_contest": sorted(set(winners)),
            "deadlocks": deadlocks,
            "milliseconds": {
                name: {key: Figure.of(rounds).record() for key, rounds in figures.items()}
                for name, figures in latencies.items()
            },
        },
    )  # fmt: skip
    return [result]


def _contest(
    bench: Bench, sessions: Sessions, contested: str, places: Sequence[int]
) -> list[float]:
    """Milliseconds of every client in every contest that counts. places: consecutive."""
    script = _SCRIPT.format(gate=_GATE, statement=contested.strip())
    with TemporaryDirectory() as name, bench.owner() as gate:
        folder = Path(name)
        for place in places:
            gate.execute("select pg_advisory_lock(%s, %s)", [_GATE, place])
        process = sessions.start(
            folder, script, f"--transactions={2 * len(places)}",
            "--define=turn=0", f"--define=first={places[0]}",
        )  # fmt: skip
        for place in places:
            until = time.monotonic() + _PATIENCE
            while _waiting(gate, place) < _CLIENTS:
                if process.poll() is not None:
                    sessions.finish(folder, process)  # says why it failed
                    raise BenchError("contest: the clients left before it was over")
                if time.monotonic() > until:
                    process.kill()
                    raise BenchError("contest: not all clients came")
                time.sleep(0.002)
            gate.execute("select pg_advisory_unlock(%s, %s)", [_GATE, place])
        done = sessions.finish(folder, process)
    return [  # of a client's transactions every other one is for the place, after that at the gate
        each.milliseconds for each in done if each.number > 2 * _WARMING and each.number % 2 == 0
    ]


def _waiting(gate: psycopg.Connection[Any], place: int) -> int:
    row = gate.execute(_WAITING, [_GATE, place]).fetchone()
    return int(row[0]) if row else 0


def _places(bench: Bench) -> list[int]:
    """The next free places, as many as there are contests."""
    count = _WARMING + _CONTESTS
    last = bench.value(
        b"select setval('bench.next_place', nextval('bench.next_place') + %d)" % (count - 1)
    )
    return list(range(last - count + 1, last + 1))


def _count_winners(bench: Bench, places: Sequence[int]) -> list[int]:
    with bench.owner() as connection:
        return [row[0] for row in connection.execute(_WINNERS, [list(places)])]
