"""Facts in the words of the reader: dates, times and prices by language, region and zone."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time, get_timezone_name
from babel.lists import format_list
from babel.numbers import format_currency


def locale_of(language: str, template_language: str) -> Locale:
    """How dates and numbers are written: as the reader is used to, if that is the same language.

    language: the reader's, de-AT. template_language: what the words around them are in.
    """
    for tag in (language, template_language):
        try:
            found = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        if found.language == template_language.partition("-")[0]:
            return found
    return Locale("en")


def values(facts: Mapping[str, Any], zone: str, locale: Locale) -> dict[str, str]:
    """What templates can name, for a reader in a zone. facts: of booking.message_facts."""
    start, end = _local(facts["starts_at"], zone), _local(facts["ends_at"], zone)
    found = {
        name: "" if facts[name] is None else str(facts[name])
        for name in (
            *("recipient_name", "customer_name", "tenant_name", "service_name"),
            *("party_size", "booking_id"),
        )
    }
    found |= {
        "resource_names": format_list(facts["resource_names"], locale=locale),
        "when": _when(start, end, locale),
        "start_date": format_date(start, "full", locale),
        "start_time": format_time(start, "short", locale=locale),
        "end_time": format_time(end, "short", locale=locale),
        "time_zone": _zone_name(start, locale),
        "price": "",
        "previous_when": "",
        "previous_resource_names": "",
        "answer_until": "",
    }
    if facts["price"] is not None:
        price = Decimal(facts["price"])
        found["price"] = format_currency(price, facts["currency"], locale=locale)
    if facts["answer_until"]:
        found["answer_until"] = _instant(_local(facts["answer_until"], zone), locale)
    if facts["previous_starts_at"]:
        found["previous_when"] = _when(
            _local(facts["previous_starts_at"], zone),
            _local(facts["previous_ends_at"], zone),
            locale,
        )
        found["previous_resource_names"] = format_list(
            facts["previous_resource_names"], locale=locale
        )
    return found


def _local(instant: str, zone: str) -> datetime:
    return datetime.fromisoformat(instant).astimezone(ZoneInfo(zone))


def _zone_name(at: datetime, locale: Locale) -> str:
    """The name of an instant's zone, by its season: which by the rules Ireland has turned round."""
    saved = [each.dst() or timedelta() for each in (at, at.replace(month=1), at.replace(month=7))]
    return get_timezone_name(
        at,
        width="long",
        locale=locale,
        zone_variant="daylight" if saved[0] > min(saved) else "standard",
    )


def _instant(at: datetime, locale: Locale) -> str:
    return f"{format_date(at, 'full', locale)}, {format_time(at, 'short', locale=locale)}"


def _when(start: datetime, end: datetime, locale: Locale) -> str:
    """From and until; the date and the zone of the end only where they are others."""
    until = format_time(end, "short", locale=locale)
    if end.date() != start.date():
        until = f"{format_date(end, 'full', locale)}, {until}"
    if end.utcoffset() != start.utcoffset():  # or it may seem to end before it starts
        until += f" ({_zone_name(end, locale)})"
    return f"{_instant(start, locale)} \N{EN DASH} {until}"
