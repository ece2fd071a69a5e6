"""The live feed: how long until the median of many clients has seen a change, beside one alone."""

import selectors
import socket
import statistics
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from bench import http
from bench.errors import BenchError
from bench.measurement import Bench, Result
from bench.rounds import alternate

_CLIENTS = 300
_PATIENCE = 20.0  # seconds
_HOST = "127.0.0.1"
# A change that costs the engine little: what is measured is its way to the clients.
_CHANGE = b"""
    select booking_v1.use_tenant('chain'),
        booking_v1.upsert_holiday('bench', '2020-01-01', p_kind => 'other', p_description => null);
"""
_ALLOW = b"""
    select booking_v1.use_tenant('chain'), booking_v1.upsert_policy(p.name, 'null')
    from (
        values ('rate_limit_per_actor_per_minute'), ('rate_limit_per_tenant_per_minute')
    ) as p (name)
"""
# What earlier measurements have left to do would be told first.
_NOTHING_LEFT = b"delete from booking.outbox"
_DISPATCH = b"select booking.dispatch_events()"


def measure(bench: Bench) -> list[Result]:
    """From the dispatcher's start to the event at the client, on one process of the server."""
    bench.value(_ALLOW)
    with bench.owner() as connection:
        connection.execute(_NOTHING_LEFT)
    with http.served(bench.conninfo, threads=8) as port:
        with _streams(port, 1) as alone:
            alone_ms = [_seen(bench, alone) for _ in range(bench.rounds + 1)]
        with _streams(port, _CLIENTS) as many:
            rates = alternate(bench.rounds, lambda: _seen(bench, many), lambda: alone_ms.pop())
    result = Result(
        "live", f"a change at the median of {_CLIENTS} streams of one process", "ms", rates,
        floor_is="one stream alone",
        target="≤ 150 ms, which makes 250 with the worker's beat of 100",
        met=rates.ours.median <= 150,
    )  # fmt: skip
    return [result]


@contextmanager
def _streams(port: int, count: int) -> Iterator[list[socket.socket]]:
    """Open streams that have been told where they begin."""
    with ExitStack() as stack:
        opened = []
        for _ in range(count):
            client = stack.enter_context(socket.create_connection((_HOST, port), _PATIENCE))
            client.sendall(http.request("GET", "/api/v1/stream", {"x-tenant": "chain"}))
            opened.append(client)
        for client in opened:
            said = b""
            while b"event: start" not in said:
                if not (part := client.recv(4096)):
                    raise BenchError(f"live: a stream was refused: {said[:200]!r}")
                said += part
        yield opened


def _seen(bench: Bench, streams: list[socket.socket]) -> float:
    """Milliseconds until the median stream has a change."""
    bench.value(_CHANGE)
    seconds: list[float] = []
    with selectors.DefaultSelector() as selector, bench.owner() as connection:
        for client in streams:
            selector.register(client, selectors.EVENT_READ)
        started = time.perf_counter()
        connection.execute(_DISPATCH)
        while len(seconds) < len(streams):
            found = selector.select(_PATIENCE)
            # a stream that is told nothing else hears now and then that it still stands
            if not found or time.perf_counter() - started > _PATIENCE:
                raise BenchError("live: a stream was told nothing")
            for key, _ in found:
                # only sockets were registered; the selector's type allows numbers, too
                if b"data:" in key.fileobj.recv(65536):  # type: ignore[union-attr]
                    seconds.append(time.perf_counter() - started)
                    selector.unregister(key.fileobj)
    return statistics.median(seconds) * 1000
