"""A worker that is killed at a step: `python -m tests.worker_process CONNINFO KIND STEP`.

The steps lie in what is handed to the worker, its handler and its way to the database; both are the
real ones otherwise, and so is the worker.
"""

import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pgbooking import database
from pgbooking.worker import registry
from pgbooking.worker.handler import Done, Handler, Item, Result
from pgbooking.worker.loop import Worker
from pgbooking.worker.outbox import REPORT, Outbox

STEPS = (
    *(
        f"{what} {when} its commit"
        for what in ("dispatch", "lease", "content", "report")
        for when in ("before", "after")
    ),
    "deliver, before the receiver has it",
    "deliver, when the receiver has it",
)
SETUP = """
    insert into booking.outbox_kind
    (kind, concurrency, attempts, lease, backoff_base, backoff_most)
    values ('test', 100, 10, '5 minutes', '1 second', '1 minute');
    create function booking.test_content(p_tenant_id uuid, p_outbox_id uuid) returns jsonb
    language sql volatile security definer
    as $$
        select set_config('booking.tenant_id', p_tenant_id::text, true);
        select o.payload from booking.outbox as o
        where o.tenant_id = p_tenant_id and o.outbox_id = p_outbox_id
    $$;
    alter function booking.test_content(uuid, uuid) owner to booking_engine;
    grant execute on function booking.test_content(uuid, uuid) to booking_worker
"""


class Recording:
    """A handler whose receiver is a file."""

    KIND = "test"
    CONTENT = "test_content"

    def __init__(self, record: Path) -> None:
        self._record = record

    def missing(self) -> str | None:
        """Nothing has to be configured."""
        return None

    def deliver(self, item: Item, content: Mapping[str, Any]) -> Result:
        """Append the key; it is on the disk before anything else happens."""
        assert content == item.payload
        with self._record.open("a") as file:
            file.write(f"{item.outbox_id}\n")
            file.flush()
            os.fsync(file.fileno())
        return Done()


class Mortal:
    """A handler that dies without a word, as by `kill -9`, when a step is reached."""

    def __init__(self, handler: Handler, step: str) -> None:
        self.KIND, self.CONTENT = handler.KIND, handler.CONTENT
        self.REPORT = getattr(handler, "REPORT", REPORT)
        self._handler = handler
        self._step = step

    def reached(self, step: str) -> None:
        """Go on, or die."""
        if step == self._step:
            os.kill(os.getpid(), signal.SIGKILL)

    def deliver(self, item: Item, content: Mapping[str, Any]) -> Result:
        """Carry it out, with a step before and one after it."""
        self.reached("deliver, before the receiver has it")
        result = self._handler.deliver(item, content)
        self.reached("deliver, when the receiver has it")
        return result


class MortalOutbox(Outbox):
    """The way to the database, with a step before each commit and one after it."""

    def __init__(self, conninfo: str, mortal: Mortal) -> None:
        super().__init__(conninfo)
        self._mortal = mortal
        self._names = {
            "dispatch_events": "dispatch", "lease_outbox": "lease",
            mortal.CONTENT: "content", mortal.REPORT: "report",
        }  # fmt: skip

    def _call(self, function: str, **arguments: Any) -> list[database.Row]:
        name = self._names[function]
        with self._pool.connection() as conn:
            with conn.transaction():
                rows = database.call_engine(conn, function, **arguments)
                did_something = bool(rows) and rows[0].get(function) != 0
                if did_something:
                    self._mortal.reached(f"{name} before its commit")
            if did_something:
                self._mortal.reached(f"{name} after its commit")
        return rows


def main(conninfo: str, kind: str, step: str) -> None:
    """Work until killed."""
    mortal = Mortal(registry.by_kind(registry.found())[kind], step)
    Worker(MortalOutbox(conninfo, mortal), {kind: mortal}, threads=1).run()


if __name__ == "__main__":
    main(*sys.argv[1:])
