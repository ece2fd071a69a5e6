"""What counting requests costs: create_booking by a thousand customers, counted and not."""

from bench.errors import BenchError
from bench.measurement import Bench, Result, statement
from bench.pgbench import Sessions
from bench.rounds import alternate

_CLIENTS = 16
_COUNT = "select booking_v1.check_request();\n"
_MADE = b"select count(*) from booking.booking_operation where status = 'completed'"
_COUNTED = b"select count(*) from booking.rate_bucket where bucket not in ('members', 'visitors')"
# Far from every limit, so that nobody is refused.
ALLOW = b"""
    select booking_v1.use_tenant('chain'), booking_v1.upsert_policy(p.name, p.value::text::jsonb)
    from (
        values
        ('rate_limit_per_actor_per_minute', 600), ('rate_limit_per_actor_burst', 600),
        ('rate_limit_per_tenant_per_minute', 1000000), ('rate_limit_per_tenant_burst', 1000000)
    ) as p (name, value)
"""


def measure(bench: Bench) -> list[Result]:
    """The transaction that PostgREST makes of a request, with its pre-request and without."""
    sessions = Sessions(
        bench.binaries, bench.conninfo, _CLIENTS, {"booking.chosen_tenant": "chain"}
    )
    bench.value(ALLOW)
    counted = statement("limits.sql")
    bookings = bench.value(_MADE)
    done = {"ours": 0, "floor": 0}

    def side(name: str, script: str) -> float:
        count, rate = sessions.rate(script, bench.seconds)
        done[name] += count
        return rate

    rates = alternate(
        bench.rounds,
        lambda: side("ours", counted),
        lambda: side("floor", counted.replace(_COUNT, "")),
    )
    if _COUNT not in counted or not bench.value(_COUNTED):
        raise BenchError("limits: no request was counted")
    if bench.value(_MADE) - bookings != sum(done.values()):
        raise BenchError("limits: not every call made a booking")
    result = Result(
        "limits", f"create_booking, {_CLIENTS} clients, 1,000 customers, counted", "1/s", rates,
        floor_is="the same transactions without check_request",
        target="≥ 0.9 x floor", met=rates.ratio >= 0.9,
        details={"transactions": done},
    )  # fmt: skip
    return [result]
