"""Who reads a stream: admitted like every request, and told until the token ends."""

import json
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pgbooking.database import json_call
from pgbooking.live.hub import PAGE, Hub
from pgbooking.live.subscription import (
    EXPIRED,
    LASTED,
    PUBLIC,
    RELOAD,
    Event,
    Subscription,
    View,
)
from pgbooking.web import engine, settings

HEARTBEAT = 15.0  # seconds of silence, before a sign of life
HOUR = 3600.0  # seconds that a stream of the public lasts, so that its place goes round
NEVER = sys.float_info.max  # an integer of JSON may be beyond it


@dataclass(frozen=True)
class Reader:
    """An open stream. after: the last position read. is_new: it begins at the feed's present end.

    until: when it ends, as time.time() counts. ending: the reason for that.
    """

    hub: Hub
    stream: Subscription
    after: int
    is_new: bool
    until: float
    ending: str = EXPIRED

    @classmethod
    def admit(cls, hub: Hub, headers: Mapping[str, str], after: int | None) -> "Reader":
        """Open a stream for the running request, with what its address gives for headers.

        after: the last position read; None: from now on. Raises BookingError, psycopg errors.
        """
        scope = settings(headers)
        claims = json.loads(scope["request.jwt.claims"])
        function = engine().function("feed_position")
        answer = engine().run(json_call(function, {}), scope, read_only=True)
        (found,) = json.loads(answer.body)
        view = _view(found, scope["role"], claims.get("sub"))
        position = found["position"] if after is None else after
        ends = (float(min(claims.get("exp", NEVER), NEVER)), EXPIRED)
        if view.is_public:
            ends = min(ends, (time.time() + HOUR, LASTED))
        # last, since whatever fails after it would keep a place that nobody gives back
        stream = hub.subscribe(view, found["position"], found["caller"] or "")
        return cls(hub, stream, position, after is None, *ends)

    @property
    def reason(self) -> str:
        """Why it has ended; '' while it has not."""
        return self.stream.reason

    def close(self) -> None:
        """Let the hub forget it."""
        self.hub.unsubscribe(self.stream)

    def batches(self, silence: float = HEARTBEAT) -> Iterator[list[Event]]:
        """What follows, as it comes; an empty list after seconds of silence. Ends with a reason.

        A stream that begins at the present end is told first where that is. What was before the
        hub's next look is read here; what both have is told once.
        """
        last = self.after
        if self.is_new:
            yield [Event(last, "start", f'{{"position":{last}}}')]
        page = self.hub.read(self.stream.view, last)
        while page:
            yield page
            last = page[-1].position
            page = self.hub.read(self.stream.view, last) if len(page) == PAGE else []
        while not self.reason:
            left = self.until - time.time()
            if left <= 0:
                self.stream.close(self.ending)
                return
            events = []
            for event in self.stream.take(min(silence, left)):
                # the position of a reload is a new beginning: an older one, if the database is
                if event.position > last or event.kind == RELOAD:
                    events.append(event)
                    last = event.position
            yield events


def _view(found: Mapping[str, Any], role: str, subject: str | None) -> View:
    """All visitors and customers of a tenant look alike, whoever they are."""
    if found["audience"] == "public":
        return View(found["tenant_id"], PUBLIC)
    return View(found["tenant_id"], role, subject)
