"""`pgbooking jobs` and `pgbooking tick`: periodic jobs, how they are, and a run of those due."""

import click

from pgbooking import database, render
from pgbooking.cli_options import shared
from pgbooking.database import Row
from pgbooking.session import Session, print_json


@click.command()
@shared
@click.pass_obj
def jobs(session: Session) -> None:
    """List the periodic jobs and what somebody has to look at."""
    with session.engine() as conn:
        found = database.call_engine(conn, "job_status")
        alerts = database.call_engine(conn, "open_alerts")
    if session.as_json:
        print_json({"jobs": found, "alerts": alerts})
        return
    shown = ("job_name", "schedule", "state", "started_at", "duration", "count", "is_late")
    render.rows([{name: row[name] for name in shown} for row in found])
    for alert in alerts:
        render.trouble(f"{alert['source']}: {alert['code']}: {alert['message']}")


@click.command()
@shared
@click.pass_obj
def tick(session: Session) -> None:
    """Run the periodic jobs that are due.

    Each in a transaction of its own.
    """
    runs: list[Row] = []
    with session.engine() as conn:
        while run := database.call_engine(conn, "tick", p_most=1):
            runs += run
    if session.as_json:
        print_json(runs)
    else:
        shown = ("job_name", "state", "count", "message")
        render.rows([{name: row[name] for name in shown} for row in runs], "nothing is due")
