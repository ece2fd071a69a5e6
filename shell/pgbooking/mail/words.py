"""Facts in the words of the reader: dates, times and prices by language, region and zone."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time, get_timezone_gmt, get_timezone_name
from babel.lists import format_list
from babel.numbers import format_currency

_INSTANTS = ("starts_at", "ends_at", "previous_starts_at", "previous_ends_at", "answer_until")


def locale_of(language: str, template_language: str) -> Locale:
    """How dates and numbers are written: as the reader is used to, if that is the same language.

    language: the reader's, de-AT. template_language: what the words around them are in.
    """
    spoken = template_language.partition("-")[0]
    for tag in (language, template_language, spoken):  # no one knows the region of de-ES
        try:
            found = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        if found.language == spoken:
            return found
    return Locale("en")


def of(content: Mapping[str, Any]) -> dict[str, str]:
    """What a message's template can name, for its reader. content: of booking.message_content."""
    locale = locale_of(content["language"], content["template"]["language"])
    return values(content["facts"], content["time_zone"], locale, content.get("local_times"))


def values(
    facts: Mapping[str, Any],
    zone: str,
    locale: Locale,
    local_times: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """What templates can name, for a reader in a zone. facts: of booking.message_facts.

    local_times: of booking.local_times; None: by this machine's rules of the zone.
    """
    local = {
        name: _local(facts[name], zone, (local_times or {}).get(name))
        for name in _INSTANTS
        if facts[name] is not None
    }
    start, end = local["starts_at"], local["ends_at"]
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
    if "answer_until" in local:
        found["answer_until"] = _instant(local["answer_until"], locale)
    if "previous_starts_at" in local:
        found["previous_when"] = _when(
            local["previous_starts_at"], local["previous_ends_at"], locale
        )
        found["previous_resource_names"] = format_list(
            facts["previous_resource_names"], locale=locale
        )
    return found


def _local(instant: str, zone: str, told: str | None) -> datetime:
    """An instant by the clocks of a zone; told: what the database says that they show."""
    at = datetime.fromisoformat(instant).astimezone(UTC)
    try:
        known = at.astimezone(ZoneInfo(zone))
    except ZoneInfoNotFoundError:
        if told is None:
            raise
        known = at
    if told is None or datetime.fromisoformat(told) == known.replace(tzinfo=None):
        return known
    return at.astimezone(timezone(datetime.fromisoformat(told) - at.replace(tzinfo=None)))


def _zone_name(at: datetime, locale: Locale) -> str:
    """The name of an instant's zone, by its season: which by the rules Ireland has turned round."""
    if not isinstance(at.tzinfo, ZoneInfo):  # its rules are not known here
        return get_timezone_gmt(at, locale=locale)
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
