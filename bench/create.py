"""create_booking from many clients, beside bare inserts of claims into the same table."""

from bench.errors import BenchError
from bench.measurement import Bench, Result, statement
from bench.pgbench import Sessions
from bench.rounds import alternate

_CLIENTS = 16
_MADE = b"select count(*) from booking.booking_operation where status = 'completed'"
_CLAIMED = b"select count(*) from booking.claim where ends_at - starts_at = interval '00:20'"


def measure(bench: Bench) -> list[Result]:
    """One statement a transaction on both sides; places of 160 resources, each taken once."""
    chosen = {"role": "service_role", "booking.chosen_tenant": "chain"}
    client = Sessions(bench.binaries, bench.conninfo, _CLIENTS, chosen)
    owner = Sessions(bench.binaries, bench.conninfo, _CLIENTS, {})
    bookings, claims = bench.value(_MADE), bench.value(_CLAIMED)
    done = {"ours": 0, "floor": 0}

    def side(name: str, sessions: Sessions, script: str) -> float:
        count, rate = sessions.rate(script, bench.seconds)
        done[name] += count
        return rate

    create, claim = statement("create.sql"), statement("floors/claim.sql")
    rates = alternate(
        bench.rounds,
        lambda: side("ours", client, create),
        lambda: side("floor", owner, claim),
    )
    if bench.value(_MADE) - bookings != done["ours"]:
        raise BenchError("create: not every call made a booking (are the free places used up?)")
    if bench.value(_CLAIMED) - claims != sum(done.values()):
        raise BenchError("create: not every transaction took its time")
    result = Result(
        "create", f"create_booking, {_CLIENTS} clients", "1/s", rates,
        floor_is="bare insert of the claim into the same table, same durability",
        target="≥ 0.5 x floor", met=rates.ratio >= 0.5,
        details={"transactions": done},
    )  # fmt: skip
    return [result]
