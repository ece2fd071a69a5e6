"""What a stream has still to send: bounded, so that a slow client costs itself and nobody else."""

import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

MOST = 2000  # rows that wait for one stream

RELOAD = "reload"  # the kind of the row that says that others are missing

# Why a stream ends; the client comes back with the last position that it has read.
TOO_SLOW, STOPPING, EXPIRED = "too_slow", "server_stopping", "token_expired"
REFUSED, LASTED = "refused", "lasted_an_hour"


PUBLIC = "anon"  # as whom the hub reads for all visitors and customers


@dataclass(frozen=True)
class Event:
    """A row of the feed. data: the row as JSON, on one line."""

    position: int
    kind: str
    data: str


@dataclass(frozen=True)
class View:
    """Who looks: streams of one view are told the same, by one query.

    role: the database's. subject: the claim sub, where it counts.
    """

    tenant_id: str
    role: str
    subject: str | None = None

    @property
    def is_public(self) -> bool:
        """Whether it is that of visitors and customers, who all look alike."""
        return self.role == PUBLIC


class Subscription:
    """One stream's part of what the hub reads. caller: whose it is, '' where that doesn't count."""

    def __init__(self, view: View, caller: str = "") -> None:
        self.view = view
        self.caller = caller
        self.reason = ""
        self._events: deque[Event] = deque()
        self._changed = threading.Condition()

    def put(self, events: Sequence[Event]) -> None:
        """Add what is to be sent; never waits. Who has too much left over is closed."""
        with self._changed:
            self._events.extend(events)
            if len(self._events) > MOST:
                self._close(TOO_SLOW)
            self._changed.notify()

    def take(self, timeout: float) -> list[Event]:
        """What there is to send, waiting for it; nothing when it is over or the time is."""
        with self._changed:
            self._changed.wait_for(lambda: self._events or self.reason, timeout)
            events = list(self._events)
            self._events.clear()
            return events

    def close(self, reason: str) -> None:
        """End the stream, from any thread."""
        with self._changed:
            self._close(reason)
            self._changed.notify()

    def _close(self, reason: str) -> None:
        self.reason = self.reason or reason
        self._events.clear()
