"""Calendar invitations (RFC 5545, RFC 5546).

All of one booking have the UID that it has in calendar feeds, so a calendar changes or removes the
entry it has; SEQUENCE is the booking's version, which only rises. Instants are UTC and need no zone
definitions.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.headerregistry import Address
from typing import Any
from urllib.parse import quote

from icalendar import Calendar, Event, vCalAddress

from pgbooking.mail.template import one_line

_STATUS = {"pending": "TENTATIVE", "confirmed": "CONFIRMED", "cancelled": "CANCELLED"}

_PLAIN = "!$'*+@"  # signs that an address has in a URI as they are
_COMES = {"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "ACCEPTED", "RSVP": "FALSE"}


def invitation(content: Mapping[str, Any], organizer: Address, attendee: Address) -> bytes:
    """The invitation of a message, by its sender to its recipient."""
    facts, invited = content["facts"], content["invitation"]
    event = Event()
    event.add("uid", invited["uid"])
    event.add("sequence", invited["version"])
    event.add("dtstamp", _utc(invited["at"]))
    event.add("dtstart", _utc(facts["starts_at"]))
    event.add("dtend", _utc(facts["ends_at"]))
    event.add("summary", one_line(f"{facts['service_name']}, {facts['tenant_name']}"))
    event.add(
        "status", "CANCELLED" if invited["method"] == "CANCEL" else _STATUS[invited["status"]]
    )
    event.add("organizer", _person(organizer))
    event.add("attendee", _person(attendee, **_COMES))
    calendar = Calendar()
    calendar.add("prodid", "-//pgbooking//pgbooking//EN")
    calendar.add("version", "2.0")
    calendar.add("method", invited["method"])
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _utc(instant: str) -> datetime:
    return datetime.fromisoformat(instant).astimezone(UTC)


def _person(address: Address, **parameters: str) -> vCalAddress:
    # in the URI, what follows a question mark would be headers and no address (RFC 6068)
    person = vCalAddress(f"mailto:{quote(address.addr_spec, safe=_PLAIN)}")
    # a parameter can't quote a quotation mark
    for name, value in {"CN": address.display_name.replace('"', "'"), **parameters}.items():
        if value:
            person.params[name] = value
    return person
