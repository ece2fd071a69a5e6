"""`pgbooking worker`: carry out what the database has queued."""

import logging
import signal
import threading
from queue import SimpleQueue

import click

from pgbooking import logs
from pgbooking.cli_options import shared
from pgbooking.session import Session


@click.command()
@shared
@click.option(
    "--threads",
    default=8,
    show_default=True,
    type=click.IntRange(1, 100),
    help="Effects of one kind carried out at a time.",
)
@click.option("--kind", "kinds", multiple=True, help="Only this kind of effects; repeatable.")
@click.option(
    "--grace",
    default=30,
    show_default=True,
    type=click.IntRange(0, 600),
    help="Seconds that work in progress has left after SIGTERM.",
)
@click.option(
    "--clock/--no-clock",
    default=True,
    show_default=True,
    help="Run periodic jobs that are due; beside pg_cron it finds nothing to do.",
)
@click.pass_obj
def worker(session: Session, threads: int, kinds: tuple[str, ...], grace: int, clock: bool) -> None:
    """Send what is due (messages, webhooks) until SIGTERM.

    Several may run. Mail goes to $PGBOOKING_SMTP_URL, from $PGBOOKING_MAIL_FROM, with links to
    $PGBOOKING_PUBLIC_URL; without them it waits.
    """
    from pgbooking.worker import progress, registry
    from pgbooking.worker.loop import Worker
    from pgbooking.worker.outbox import Outbox, check

    logs.configure()
    handlers = registry.ready(registry.by_kind(registry.found(), kinds))
    check(session.conninfo)
    outbox = Outbox(session.conninfo)
    running = Worker(outbox, handlers, threads, grace, clock)
    told: SimpleQueue[int] = SimpleQueue()

    def stop() -> None:
        told.get()
        running.stop()

    # apart, because a signal may come to a thread that holds the lock this needs
    threading.Thread(target=stop, daemon=True).start()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda which, _: told.put(which))
    try:
        with progress.shown(running) as is_terminal:
            logs.configure(logging.WARNING if is_terminal else logging.INFO)
            logs.event("started", kinds=sorted(handlers))
            running.run()
    finally:
        outbox.close()
