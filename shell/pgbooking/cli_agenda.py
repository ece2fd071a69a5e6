"""The day at the counter: who comes, when, to whom."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import click

from pgbooking import database, render
from pgbooking.cli_options import shared
from pgbooking.database import Row
from pgbooking.errors import invalid_argument
from pgbooking.session import Session


@click.command()
@shared
@click.option(
    "--date", "day", default="today", show_default=True, help="Which day: tomorrow, 2026-04-02."
)
@click.option("--resource", help="Id or name of a resource; default: all.")
@click.option("--status", help="pending, confirmed or cancelled; default: all.")
@click.pass_obj
def agenda(session: Session, /, day: str, resource: str | None, status: str | None) -> None:
    """Show the bookings of a day, by the tenant's clock.

    Also those that began before and go on. Cancelled ones stand after the others.
    """
    local = _by_the_tenants_clock(session)
    begins = local.instant(day)
    try:
        ends = begins + timedelta(days=1)  # of the wall clock: a day may have 23 hours
    except OverflowError as error:
        raise invalid_argument("There is no date so far ahead.", "date") from error
    named: dict[str, Any] = {"p_status": status, "p_with_running": True}
    if resource is not None:
        named["p_resource_id"] = local.identify("list_resources", "resource_id", resource)
    found = local.run("list_bookings", p_from=begins, p_to=ends, p_limit=10000, **named)
    if not local.as_json:
        render.say(f"{begins:%A, %-d %B %Y}, by the clock of {local.zone.key}", "dim")
        found.sort(key=lambda row: row["status"] == "cancelled")  # and by start, as they come
        lines = [_line(local, row, begins) for row in found]
        render.rows(lines, "nothing is booked", is_list=True)


def _by_the_tenants_clock(session: Session) -> Session:
    """The same, in the tenant's zone unless another one was asked for."""
    if session.zone_name:
        return session
    with replace(session, zone_name="UTC").connection() as conn:
        (caller,) = database.call(conn, "get_caller")
    return replace(session, zone_name=caller["time_zone"])


def _line(session: Session, row: Row, day: datetime) -> Row:
    starts, ends = (row[name].astimezone(session.zone) for name in ("starts_at", "ends_at"))
    return {
        "from": _clock(starts, day),
        "to": _clock(ends, day),
        "customer": row["customer_name"],
        "phone": row["customer_phone"],
        "service": row["service_name"],
        "with": row["resource_names"],
        "status": row["status"],
    }


def _clock(moment: datetime, day: datetime) -> str:
    """The time of day, with its date where that is another one."""
    return f"{moment:%H:%M}" if moment.date() == day.date() else f"{moment:%a %-d %b %H:%M}"
