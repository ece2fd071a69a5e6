"""What a handler is given, what it returns, and what it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol
from uuid import UUID


@dataclass(frozen=True)
class Item:
    """An effect, leased. outbox_id: its key, the same in every attempt. attempt: 1 is the first.

    leased_until: a handler that takes longer may find that another worker has begun, too.
    """

    tenant_id: UUID
    outbox_id: UUID
    kind: str
    payload: Mapping[str, Any]
    attempt: int
    lease_id: UUID
    leased_until: datetime


@dataclass(frozen=True)
class Done:
    """The receiver has it. facts: what the log of the kind keeps of it, see `Handler`."""

    facts: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Dropped:
    """It is no longer wanted."""


@dataclass(frozen=True)
class Retry:
    """It failed, and may succeed later.

    error: why, in few words and without personal data. after: what the receiver asked for.
    """

    error: str
    after: timedelta | None = None
    facts: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Dead:
    """It failed, and will never succeed. error: as of Retry."""

    error: str
    facts: Mapping[str, Any] | None = None


Result = Done | Dropped | Retry | Dead


class Handler(Protocol):
    """A module of `pgbooking.worker.handlers`, or anything of the same shape.

    A kind with a log of its own has REPORT, too: the engine's function that is told instead of
    report_outbox, and of the facts of a result.
    """

    KIND: str
    CONTENT: str

    def deliver(self, item: Item, content: Mapping[str, Any]) -> Result:
        """Carry it out. content: what the engine's function CONTENT gave, a moment ago."""
