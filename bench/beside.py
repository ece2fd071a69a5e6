"""The workload others publish figures for: one provider, six bookings a day, 180 days.

Others need, in their own functions, 24 to 130 ms for a week of slots and 650 to 4,500 ms for 180
days, and make 50 to 80 bookings a second over HTTP. The targets are taken from the fastest.
"""

import itertools
from collections.abc import Iterator

from bench import http
from bench.measurement import Bench, Result
from bench.rounds import alternate
from bench.slots import FLOOR, compare
from bench.subject import PLACES, SOLO

_WEEK = (24, 130)
_HALF_YEAR = (650, 4500)
_PER_SECOND = (50, 80)
_CLIENTS = 16


def measure(bench: Bench) -> list[Result]:
    """A week and 180 days of slots in SQL; bookings through the Flask server."""
    return [
        _slots(bench, "beside-week", 7, _WEEK, 20),
        _slots(bench, "beside-half-year", 180, _HALF_YEAR, 60),
        _bookings(bench),
    ]


def _slots(bench: Bench, name: str, days: int, others: tuple[int, int], factor: int) -> Result:
    starts, times, _ = compare(bench, SOLO, days)
    return Result(
        name, f"one provider, {days} days of slots, {starts} starts", "ms", times,
        floor_is=FLOOR,
        target=f"others {others[0]} to {others[1]} ms; {factor} x faster",
        met=times.ours.median <= others[0] / factor,
    )  # fmt: skip


def _bookings(bench: Bench) -> Result:
    health = itertools.repeat(http.request("GET", "/healthz", {}))
    with http.served(bench.conninfo, threads=_CLIENTS) as port:
        places = _requests(bench)
        rates = alternate(
            bench.rounds,
            lambda: http.rate(port, places, 201, _CLIENTS, bench.seconds),
            lambda: http.rate(port, health, 200, _CLIENTS, bench.seconds),
        )
    return Result(
        "beside-http", f"bookings over HTTP, {_CLIENTS} clients", "1/s", rates,
        floor_is="GET /healthz of the same server",
        target=f"others {_PER_SECOND[0]} to {_PER_SECOND[1]} /s; 10 x more",
        met=rates.ours.median >= 10 * _PER_SECOND[1],
    )  # fmt: skip


def _requests(bench: Bench) -> Iterator[bytes]:
    """Bookings of free places by known customers, without end."""
    with bench.owner() as connection:
        while places := connection.execute(PLACES).fetchall():
            for place, service, resource, starts_at, customer in places:
                yield http.request(
                    "POST", "/api/v1/bookings",
                    {
                        "Content-Type": "application/json",
                        "X-Tenant": "chain",
                        "Idempotency-Key": f"http-{place}",
                    },
                    {
                        "service_id": service,
                        "resource_id": resource,
                        "starts_at": starts_at,
                        "customer_name": f"Customer {customer}",
                        "customer_email": f"customer-{customer}@example.com",
                    },
                )  # fmt: skip
