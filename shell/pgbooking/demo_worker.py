"""The worker beside the demo's server, so that a newcomer sees what a booking leads to."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from pgbooking.cluster import state_root
from pgbooking.mail import settings
from pgbooking.worker import registry
from pgbooking.worker.loop import Worker
from pgbooking.worker.outbox import Outbox


def local_folder(public_url: str) -> Path | None:
    """Configure mail where nobody has: into a local folder, which is returned.

    None: a mail server is configured, and gets the demo's mail. SetupError: what somebody has
    configured, of whatever kind, can't be read.
    """
    folder = None
    if not os.environ.get(settings.URL):
        folder = state_root() / "demo-mails"
        os.environ[settings.URL] = f"maildir://{quote(str(folder))}"
    os.environ.setdefault(settings.SENDER, "bookings@example.com")
    os.environ.setdefault(settings.PUBLIC_URL, public_url)
    for handler in registry.found():  # or gunicorn's process would end of it, again and again
        registry.missing(handler)
    return folder


@contextmanager
def beside(conninfo: str) -> Iterator[None]:
    """Run a worker for as long as the block lasts."""
    outbox = Outbox(conninfo)
    worker = Worker(outbox, registry.ready(registry.by_kind(registry.found())), grace=5, clock=True)
    thread = threading.Thread(target=worker.run, name="worker")
    thread.start()
    try:
        yield
    finally:
        worker.stop()
        thread.join()
        outbox.close()
