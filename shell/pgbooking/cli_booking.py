"""The everyday commands: slots, book, reschedule, cancel, conflicts, holidays."""

import uuid
from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any

import click
import psycopg

from pgbooking import database, render
from pgbooking.arguments import check_duration
from pgbooking.cli_options import key_option, shared
from pgbooking.errors import BookingError, invalid_argument, server_message
from pgbooking.session import Session, print_json

_AT = "start, as `slots` shows it: 2026-04-02T10:00 by the clock of --zone, or with an offset."


@click.command()
@shared
@click.option("--service", "service_id", required=True, help="Id or name of the service.")
@click.option(
    "--from",
    "start",
    default="today",
    show_default=True,
    help="First instant or day, such as tomorrow, 2026-04-02 or 2026-04-02T10:00.",
)
@click.option("--to", "end", help="Where to end, exclusive, written as --from; instead of --days.")
@click.option(
    "--days", default=7, show_default=True, type=click.IntRange(1, 200), help="How many days."
)
@click.option("--resource", "resource_id", help="Id or name of a resource; default: any.")
@click.option("--duration", help="One of the allowed durations, such as 45min or PT45M.")
@click.option("--party-size", type=int, help="For how many people.")
@click.option("--limit", type=int, default=1000, show_default=True, help="How many at most.")
@click.option("--list", "as_list", is_flag=True, help="A list with resources and prices.")
@click.pass_obj
def slots(
    session: Session, /, service_id: str, start: str, end: str | None, days: int, as_list: bool,
    resource_id: str | None, limit: int, **optional: Any,
) -> None:  # fmt: skip
    """Show free slots: days as columns, times as rows."""
    begins = session.instant(start)
    ends = session.instant(end) if end else _days_later(begins, days)
    found = session.run(
        "available_slots",
        p_service_id=_service(session, service_id),
        p_from=begins,
        p_to=ends,
        p_limit=limit,
        **_given(resource_id=_resource(session, resource_id), **optional),
    )
    if session.as_json:
        return
    if len(found) == limit:  # or what is left out would look taken
        render.note(f"the first {limit}; for more: --limit, or a later --from")
    if as_list:
        render.rows(found, "no free slot")
        return
    starts = [row["starts_at"] for row in found]
    render.grid(starts, _dates(session, begins, ends), session.zone.key)


@click.command()
@shared
@key_option
@click.option("--service", "service_id", required=True, help="Id or name of the service.")
@click.option("--at", "starts_at", required=True, help="The " + _AT)
@click.option("--name", "customer_name", help="The customer's name.")
@click.option("--email", "customer_email", help="The customer's e-mail address.")
@click.option("--phone", "customer_phone", help="The customer's telephone number.")
@click.option("--resource", "resource_id", help="Id or name of a resource; default: any.")
@click.option("--duration", help="One of the allowed durations, such as 45min or PT45M.")
@click.option("--party-size", type=int, help="For how many people.")
@click.option("--notes", help="Remarks for the provider.")
@click.pass_obj
def book(
    session: Session,
    /,
    idempotency_key: str | None,
    service_id: str,
    starts_at: str,
    resource_id: str | None,
    **optional: Any,
) -> None:
    """Book a slot."""
    _command(
        session,
        "create_booking",
        idempotency_key,
        p_service_id=_service(session, service_id),
        p_starts_at=session.instant(starts_at),
        **_given(resource_id=_resource(session, resource_id), **optional),
    )


@click.command()
@shared
@key_option
@click.argument("booking_id")
@click.option("--at", "starts_at", required=True, help="The new " + _AT)
@click.option(
    "--resource", "resource_id", help="Id or name of another resource; default: the same."
)
@click.option("--duration", help="Another duration, such as 45min; default: the same.")
@click.option("--expected-version", type=int, help="Refuse if the booking changed since.")
@click.option("--override", "override_reason", help="Go past deadlines, and why.")
@click.pass_obj
def reschedule(
    session: Session, /, idempotency_key: str | None, booking_id: str, starts_at: str,
    resource_id: str | None, **optional: Any,
) -> None:  # fmt: skip
    """Move the booking BOOKING_ID to another time."""
    _command(
        session,
        "reschedule_booking",
        idempotency_key,
        p_booking_id=booking_id,
        p_starts_at=session.instant(starts_at),
        **_given(resource_id=_resource(session, resource_id), **optional),
    )


@click.command()
@shared
@key_option
@click.argument("booking_id")
@click.option("--reason", help="Why, for the record.")
@click.option("--expected-version", type=int, help="Refuse if the booking changed since.")
@click.option("--override", "override_reason", help="Go past deadlines, and why.")
@click.pass_obj
def cancel(
    session: Session, /, idempotency_key: str | None, booking_id: str, **optional: Any
) -> None:
    """Cancel the booking BOOKING_ID."""
    _command(
        session, "cancel_booking", idempotency_key, p_booking_id=booking_id, **_given(**optional)
    )


@click.command()
@shared
@click.option("--from", "start", help="First instant or day, as for `slots`; default: now.")
@click.option("--to", "end", help="Where to end, exclusive.")
@click.option("--resource", "resource_id", help="Id or name of a resource; default: any.")
@click.option(
    "--limit", type=int, default=10000, show_default=True, help="How many bookings at most."
)
@click.pass_obj
def conflicts(
    session: Session, /, start: str | None, end: str | None, resource_id: str | None, limit: int
) -> None:
    """Show bookings that no longer fit, and why."""
    bounds = (("p_from", start), ("p_to", end))
    found = session.run(
        "list_booking_conflicts",
        **{name: session.instant(text) for name, text in bounds if text is not None},
        **_given(resource_id=_resource(session, resource_id), limit=limit),
    )
    if not session.as_json:
        hidden = ("ends_at", "service_id", "resource_id", "code", "rule", "rule_id", "during")
        shown = [{k: v for k, v in row.items() if k not in hidden} for row in found]
        render.rows(shown, "all bookings fit")


@click.group()
def holidays() -> None:
    """List and import holidays."""


@holidays.command("list")
@shared
@click.option(
    "--from",
    "start",
    type=click.DateTime(["%Y-%m-%d"]),
    help="First day.  [default: 1 January of this year]",
)
@click.option(
    "--to",
    "end",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Last day.  [default: 31 December of the year of --from]",
)
@click.pass_obj
def list_(session: Session, start: datetime | None, end: datetime | None) -> None:
    """List the tenant's holidays."""
    first = start.date() if start else date(datetime.now(session.zone).year, 1, 1)
    last = end.date() if end else date(first.year, 12, 31)
    found = session.run("list_holidays", p_from=first, p_to=last)
    if not session.as_json:
        render.rows(found, "no holidays")


@holidays.command("import")
@shared
@click.option("--country", required=True, help="ISO 3166 code, such as DE.")
@click.option("--subdivision", help="Its state or province, such as BY.")
@click.option("--year", type=click.IntRange(1900, 2200), help="Default: this year.")
@click.option(
    "--language", help="Language of the names, such as en_US; default: the country's own."
)
@click.pass_obj
def import_(
    session: Session, country: str, subdivision: str | None, year: int | None, language: str | None
) -> None:
    """Import the public holidays of a country or region for one year."""
    wanted = year or datetime.now(session.zone).year
    found = _public_holidays(country.upper(), subdivision, wanted, language)
    with session.connection() as conn:
        known = database.call(
            conn, "list_holidays", p_from=date(wanted, 1, 1), p_to=date(wanted, 12, 31)
        )
        # By date, for their names are others in another language. One that has the name is the
        # tenant's own word about it, of whatever kind: it would be replaced, yearly or not.
        present = {
            row["starts_on"] for row in known
            if row["resource_ids"] is None
            and (row["kind"] == "public_holiday" or (row["starts_on"], row["name"]) in found)
        }  # fmt: skip
        new = [(day, name) for day, name in found if day not in present]
        for day, name in new:
            database.call(
                conn, "upsert_holiday", p_name=name, p_starts_on=day, p_kind="public_holiday"
            )
    if session.as_json:
        print_json({"imported": len(new), "already_there": len(found) - len(new)})
        return
    render.say(f"{len(new)} imported, {len(found) - len(new)} were there already")


def _public_holidays(
    country: str, subdivision: str | None, year: int, language: str | None
) -> list[tuple[date, str]]:
    import holidays as library

    try:
        known = library.country_holidays(country, subdiv=subdivision)
        _check_language(language, known.supported_languages)
        # else the library goes by the environment, and the same day would have another name
        chosen = known.default_language if language is None else language
        found = library.country_holidays(country, subdiv=subdivision, years=year, language=chosen)
    except NotImplementedError as error:
        reason = str(error).split(". ")[0].rstrip(".")
        raise invalid_argument(f"{reason}.", "country", "Use ISO 3166 codes: DE, BY.") from error
    return sorted((day, name) for day in found for name in found.get_list(day))


def _check_language(language: str | None, known: Collection[str]) -> None:
    """Raise 400 for one that the names are not in: the library would take the country's own."""
    if language is not None and language not in known:
        there = ", ".join(known) or "only the country's own, without --language"
        raise invalid_argument(
            f'The names are not there in "{language}". There are: {there}.', "language"
        )


def _command(session: Session, function: str, key: str | None, **arguments: Any) -> None:
    """Run a command; what it did is shown as a record."""
    chosen = str(uuid.uuid4()) if key is None else key  # an empty one is for the engine to refuse
    again = f"Whether it was done is not known. Repeat it with --key {chosen}: it is done once."
    try:
        found = session.run(function, p_idempotency_key=chosen, **arguments)
    except psycopg.OperationalError as error:
        raise BookingError(503, "unavailable", server_message(error), hint=again) from error
    except KeyboardInterrupt:
        click.echo(again, err=True)
        raise
    if not session.as_json:
        hidden = ("status", "http_status", "operation_id")
        render.rows([{k: v for k, v in row.items() if k not in hidden} for row in found])


def _given(**options: Any) -> dict[str, Any]:
    """The options that were given, as arguments."""
    check_duration("p_duration", options.get("duration"))
    return {f"p_{name}": value for name, value in options.items() if value is not None}


def _service(session: Session, text: str) -> str:
    return session.identify("list_services", "service_id", text)


def _resource(session: Session, text: str | None) -> str | None:
    return None if text is None else session.identify("list_resources", "resource_id", text)


def _days_later(begins: datetime, days: int) -> datetime:
    """Local midnight that ends a span of days; wall-clock arithmetic, as zones need it."""
    midnight = begins.replace(hour=0, minute=0, second=0, microsecond=0)
    try:
        return midnight + timedelta(days=days)
    except OverflowError as error:
        raise invalid_argument("There is no date so far ahead.", "from") from error


def _dates(session: Session, begins: datetime, ends: datetime) -> list[date]:
    first = begins.astimezone(session.zone).date()
    last = (ends.astimezone(session.zone) - timedelta(microseconds=1)).date()
    return [first + timedelta(days=n) for n in range(max(1, (last - first).days + 1))]
