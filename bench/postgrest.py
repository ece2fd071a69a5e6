"""What counting requests costs where it happens: bookings through the real PostgREST."""

import random
from collections.abc import Iterator
from urllib.parse import urlsplit

import jwt

from bench import http
from bench.limits import ALLOW
from bench.measurement import Bench, Result
from bench.rounds import alternate
from bench.subject import PLACES
from tests import postgrest

_CLIENTS = 16
_CUSTOMERS = 1000
_SECRET = "of this benchmark's own server, which nobody else reaches"  # noqa: S105  # it guards nothing
_SETTINGS = {"JWT_SECRET": _SECRET, "DB_POOL": str(_CLIENTS)}
_COUNTING = {"DB_PRE_REQUEST": "booking_v1.check_request"}


def measure(bench: Bench) -> list[Result]:
    """Bookings of two servers on one database, of which one counts; none without PostgREST."""
    if not postgrest.is_installed():
        return []
    bench.value(ALLOW)
    requests = _requests(bench)

    def side(url: str) -> float:
        return http.rate(urlsplit(url).port or 0, requests, 200, _CLIENTS, bench.seconds)

    with (
        postgrest.postgrest(bench.conninfo, _SETTINGS | _COUNTING) as counting,
        postgrest.postgrest(bench.conninfo, _SETTINGS) as other,
    ):
        rates = alternate(bench.rounds, lambda: side(counting), lambda: side(other))
    result = Result(
        "postgrest", f"bookings through PostgREST, {_CLIENTS} clients, counted", "1/s", rates,
        floor_is="the same through a PostgREST without its db-pre-request",
        target="≥ 0.9 x floor", met=rates.ratio >= 0.9,
    )  # fmt: skip
    return [result]


def _requests(bench: Bench) -> Iterator[bytes]:
    """Bookings of free places, each by one of many customers, without end."""
    tokens = [_token(number) for number in range(_CUSTOMERS)]
    chance = random.Random(1)
    with bench.owner() as connection:
        while places := connection.execute(PLACES).fetchall():
            for place, service, resource, starts_at, _ in places:
                yield http.request(
                    "POST", "/rpc/create_booking",
                    {
                        "Content-Type": "application/json",
                        "Authorization": f"Bearer {chance.choice(tokens)}",
                    },
                    {
                        "p_idempotency_key": f"postgrest-{place}",
                        "p_service_id": service,
                        "p_resource_id": resource,
                        "p_starts_at": starts_at,
                    },
                )  # fmt: skip


def _token(number: int) -> str:
    claims = {"role": "authenticated", "sub": str(number), "tenant_id": "chain"}
    return jwt.encode(claims, _SECRET, algorithm="HS256")
