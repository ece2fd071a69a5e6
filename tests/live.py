"""What tests of the live feed stand on: two shops, the real server, and clients of its streams."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.request import urlopen

import jwt
from psycopg.types.json import Jsonb

from pgbooking import database
from tests.harness import PATIENCE, until

HOST = "127.0.0.1"
SECRET = "a secret of the tests, long enough for HS256"
_kept: list[socket.socket] = []
NOW = "2026-06-01T05:00Z"  # a Monday


@dataclass
class Shop:
    """A tenant with a resource and a service; its commands are an application's."""

    connection: database.Connection
    slug: str
    ids: dict[str, str] = field(default_factory=dict)
    bookings: int = 0

    def call(self, function: str, **arguments: Any) -> dict[str, Any]:
        database.call(self.connection, "use_tenant", p_slug=self.slug)
        return database.call(self.connection, function, **arguments)[0]

    def book(self) -> str:
        """Book the next free hour; the booking's id."""
        day, hour = divmod(self.bookings, 24)
        self.bookings += 1
        booked = self.call(
            "create_booking", p_idempotency_key=f"{self.slug} {self.bookings}",
            p_service_id=self.ids["service"], p_starts_at=f"2026-06-{day + 2:02}T{hour:02}:00Z",
        )  # fmt: skip
        assert booked["status"] == "completed", booked
        return str(booked["booking_id"])

    def dispatch(self) -> int:
        """What the worker does ten times a second; how many events."""
        (row,) = database.call_engine(self.connection, "dispatch_events")
        return int(row["dispatch_events"])

    def tell(self) -> str:
        """Book, and have it told."""
        booking_id = self.book()
        assert self.dispatch() == 1
        return booking_id

    def position(self) -> int:
        return int(self.call("feed_position")["position"])


def make_shop(dsn: str, slug: str) -> Shop:
    connection = database.connect(dsn)
    database.set_session(connection, {"booking.now": NOW})
    database.call(connection, "upsert_tenant", p_slug=slug, p_name=slug, p_time_zone="UTC")
    shop = Shop(connection, slug)
    shop.ids["tenant"] = str(shop.call("use_tenant", p_slug=slug)["use_tenant"])
    shop.ids["resource"] = str(
        shop.call("upsert_resource", p_name=slug, p_kind="room")["resource_id"]
    )
    shop.ids["service"] = str(
        shop.call("upsert_service", p_name=slug, p_duration="01:00", p_slot_interval="01:00",
                  p_resource_ids=[shop.ids["resource"]])["service_id"]
    )  # fmt: skip
    for bucket in ("actor", "tenant"):  # all requests of a test come from one address
        shop.call("upsert_policy", p_policy_name=f"rate_limit_per_{bucket}_per_minute",
                  p_value=Jsonb(None))  # fmt: skip
    for weekday in range(7):
        shop.call("upsert_weekly_hours", p_resource_id=shop.ids["resource"], p_weekday=weekday,
                  p_start_time="00:00", p_end_time="00:00")  # fmt: skip
    shop.dispatch()
    return shop


def token(role: str = "service_role", seconds: float = 600, **claims: Any) -> str:
    return jwt.encode({"role": role, "exp": time.time() + seconds, **claims}, SECRET, "HS256")


def free_port() -> int:
    """A port that nobody listens on, and that nobody else is given as long as this process lives.

    Its socket never listens: who names the port may, who asks for any gets another. Only Linux
    lets somebody listen beside it.
    """
    found = socket.socket()
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    found.bind((HOST, 0))
    port = int(found.getsockname()[1])
    if sys.platform == "linux":
        _kept.append(found)
    else:
        found.close()
    return port


@contextmanager
def served(
    dsn: str, port: int, *options: str, stderr: int = subprocess.DEVNULL
) -> Iterator["subprocess.Popen[bytes]"]:
    """`pgbooking serve` in a process of its own, ready; stopped by SIGTERM."""
    command = [
        sys.executable,
        "-m",
        "pgbooking",
        f"--dsn={dsn}",
        "serve",
        f"--port={port}",
        *options,
    ]
    process = subprocess.Popen(
        command, env=os.environ | {"PGBOOKING_JWT_SECRET": SECRET}, stderr=stderr
    )
    try:
        until(lambda: process.poll() is not None or _answers(port))
        assert process.poll() is None, "it has ended"
        yield process
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _answers(port: int) -> bool:
    try:
        urlopen(f"http://{HOST}:{port}/healthz", timeout=5).close()
    except OSError:  # it does not listen yet
        return False
    return True


@dataclass(frozen=True)
class Told:
    """An event of a stream. id: '' where it has none."""

    id: str
    event: str
    data: dict[str, Any]


class Stream:
    """A client of /api/v1/stream on a plain socket, which costs little."""

    def __init__(self, port: int, query: str, **headers: str) -> None:
        self.socket = socket.create_connection((HOST, port), timeout=PATIENCE)
        lines = [f"GET /api/v1/stream?{query} HTTP/1.1", f"Host: {HOST}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        self._file = self.socket.makefile("rb")
        self._pending: list[str] = []
        self.status = int(self._file.readline().split()[1])
        while self._file.readline().strip():
            pass

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        self.socket.close()

    def next(self) -> Told:
        """The next event; comments are passed over. Raises EOFError at the end, or of patience."""
        fields: dict[str, str] = {}
        until = time.monotonic() + PATIENCE
        for line in self._lines():
            if time.monotonic() > until:  # signs of life come for ever
                break
            if not line and "event" in fields:
                return Told(fields.get("id", ""), fields["event"], json.loads(fields["data"]))
            name, _, value = line.partition(": ")
            fields[name] = value
        raise EOFError

    def _lines(self) -> Iterator[str]:
        """The lines of the body, out of its chunks: the server sends whole events in each."""
        while True:
            while self._pending:
                yield self._pending.pop(0)
            size = int(self._file.readline().strip() or b"0", 16)
            if not size:
                return
            self._pending = self._file.read(size + 2)[:-2].decode().split("\n")[:-1]
