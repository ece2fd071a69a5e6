"""One connection listens for all streams of a process, and reads once for each view of them."""

import json
import threading
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import psycopg

from pgbooking import database, logs
from pgbooking.contract import Function
from pgbooking.database import Connection
from pgbooking.engine import Engine
from pgbooking.errors import BookingError
from pgbooking.live.subscription import (
    REFUSED,
    STOPPING,
    TOO_SLOW,
    Event,
    Subscription,
    View,
)

CHANNEL = "booking_feed"  # its payload: the tenant whose feed has moved
PAGE = 1000  # rows read at a time
_POLL = 5.0  # seconds between looks that nobody asked for
_AGAIN = 5  # seconds until who was refused may ask again
_LONGEST_PAUSE = 5.0  # seconds between attempts to reach a database that is gone


@dataclass(frozen=True)
class Room:
    """How many streams may be open at once.

    most: in all, each with a thread of the server; a tenth is for members. per_caller: of one
    visitor's address, or one subject. per_tenant: of the visitors and customers of one tenant.
    """

    most: int = 400
    per_caller: int = 20
    per_tenant: int = 100

    @property
    def public(self) -> int:
        """Of all visitors and customers."""
        return self.most - self.most // 10


class Hub:
    """The streams of one process, as many as there is room for.

    Its thread and its connection begin with the first stream.
    """

    def __init__(self, engine: Engine, room: Room) -> None:
        self._engine = engine
        self._room = room
        self._lock = threading.Lock()
        self._streams: dict[View, set[Subscription]] = {}
        self._read_to: dict[View, int] = {}
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def subscribe(self, view: View, position: int, caller: str = "") -> Subscription:
        """Open a stream of what is after a position. Raises BookingError 429, 503: no room.

        Only what the hub has still to read comes by itself; `read` has what was before.
        caller: whose streams are counted together; '': who acts for many.
        """
        with self._lock:
            self._check_room(view, caller)
            if not self._thread:
                thread = threading.Thread(target=self._run, name="feed", daemon=True)
                thread.start()  # may fail; then the next one tries again
                self._thread = thread
            found = Subscription(view, caller)
            self._streams.setdefault(view, set()).add(found)
            self._read_to.setdefault(view, position)
            return found

    def unsubscribe(self, stream: Subscription) -> None:
        """Forget a stream; again does no harm."""
        with self._lock:
            streams = self._streams.get(stream.view, set())
            streams.discard(stream)
            if not streams:
                self._streams.pop(stream.view, None)
                self._read_to.pop(stream.view, None)

    def read(self, view: View, after: int) -> list[Event]:
        """A page of the feed as a view shows it. Raises psycopg errors."""
        function = self._engine.function("feed")  # may take a connection itself
        with self._engine.connection() as conn:
            return self._page(conn, function, view, after)

    def drain(self) -> None:
        """End all streams and open no more, as before the server stops."""
        self._stopping.set()
        with self._lock:
            streams = self._all()
        for stream in streams:
            stream.close(STOPPING)

    def _check_room(self, view: View, caller: str) -> None:
        """Raise BookingError: the caller has too many streams, or those who are like them have."""
        streams, room = self._all(), self._room
        if caller and sum(stream.caller == caller for stream in streams) >= room.per_caller:
            raise BookingError(
                429, "rate_limited", "Too many streams of yours are open.", {"retry_after": _AGAIN},
                "Close one, and try again later.", {"Retry-After": str(_AGAIN)},
            )  # fmt: skip
        is_full = self._stopping.is_set() or len(streams) >= room.most
        if view.is_public and not is_full:
            of_all = sum(stream.view.is_public for stream in streams)
            is_full = of_all >= room.public or len(self._streams.get(view, ())) >= room.per_tenant
        if is_full:
            raise BookingError(
                503, "unavailable", "Too many streams are open.", hint="Try again later.",
                headers={"Retry-After": str(_AGAIN)},
            )  # fmt: skip

    def _all(self) -> list[Subscription]:
        return [stream for found in self._streams.values() for stream in found]

    def _run(self) -> None:
        pause = 0.1
        while not self._stopping.is_set():
            try:
                with self._engine.connect() as conn:
                    is_listening = _listen(conn)
                    self._tell(conn, ())  # what came while nobody listened
                    pause = 0.1
                    while not self._stopping.is_set():
                        told = conn.notifies(timeout=_POLL, stop_after=1)
                        self._tell(conn, {found.payload for found in told})
                        is_listening = is_listening or _listen(conn)
            except Exception as error:  # noqa: BLE001  # streams would live on, told nothing
                logs.unexpected(error, "feed")
                self._stopping.wait(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)

    def _tell(self, conn: Connection, tenants: Collection[str]) -> None:
        """Read what is new in these tenants' feeds, or in all if none is named, and pass it on."""
        with self._lock:
            views = [view for view in self._streams if not tenants or view.tenant_id in tenants]
        for view in views:
            try:
                self._tell_view(conn, view)
            except psycopg.errors.QueryCanceled:  # else those behind it wait for ever
                self._end(view, TOO_SLOW)
            except (psycopg.ProgrammingError, BookingError):  # such as a tenant that is gone
                self._end(view, REFUSED)

    def _tell_view(self, conn: Connection, view: View) -> None:
        is_all = False
        while not is_all and (after := self._read_to.get(view)) is not None:
            events = self._page(conn, self._engine.function("feed"), view, after)
            is_all = len(events) < PAGE
            self._pass_on(view, events)

    def _end(self, view: View, reason: str) -> None:
        with self._lock:
            streams = list(self._streams.get(view, ()))
        for stream in streams:
            stream.close(reason)

    def _pass_on(self, view: View, events: list[Event]) -> None:
        with self._lock:
            if events and view in self._read_to:
                self._read_to[view] = events[-1].position
            streams = list(self._streams.get(view, ())) if events else []
        for stream in streams:
            stream.put(events)

    def _page(self, conn: Connection, function: Function, view: View, after: int) -> list[Event]:
        statement = database.json_call(function, {"p_after": after, "p_limit": PAGE})
        reply = self._engine.read(conn, statement, _settings(view))
        return [
            Event(row["position"], row["kind"], json.dumps(row, separators=(",", ":")))
            for row in json.loads(reply.body)
        ]


def _listen(conn: Connection) -> bool:
    """Whether the database tells of changes; a replica can't, and is looked at now and then."""
    try:
        database.listen(conn, CHANNEL)
    except psycopg.errors.ReadOnlySqlTransaction:
        return False
    return True


def _settings(view: View) -> Mapping[str, str]:
    claims = {"role": view.role, "tenant_id": view.tenant_id}
    if view.subject is not None:
        claims["sub"] = view.subject
    return {
        "role": view.role,
        "request.jwt.claims": json.dumps(claims),
        "request.headers": "",
        "booking.chosen_tenant": "",
        "booking.correlation_id": "",
    }
