"""Messages: words by language and zone, values that mean harm, invitations that calendars read."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as POLICY
from email.utils import getaddresses
from typing import Any
from urllib.parse import unquote, urlsplit
from uuid import UUID
from zoneinfo import ZoneInfoNotFoundError

import icalendar
import pytest

from pgbooking.database import Connection
from pgbooking.mail import words
from pgbooking.mail.message import AddressError, compose
from pgbooking.mail.settings import Settings
from pgbooking.mail.template import TemplateError, fill

SETTINGS = Settings.from_environment(
    {
        "PGBOOKING_SMTP_URL": "smtp://localhost",
        "PGBOOKING_MAIL_FROM": "bookings@shop.example",
        "PGBOOKING_PUBLIC_URL": "https://booking.example/",
    }
)
KEY = UUID("0c9ff9a5-5d4e-4f5c-9a44-5f0b6b1c1ab1")
UID = "6a1f5c1e-9d5f-4b0f-8f43-0d6d4f0f2c11@pgbooking"
TOKEN = f"{'a' * 32}.email.all.{'B' * 43}"
FACTS: dict[str, Any] = {
    "recipient_name": "Ada", "customer_name": "Ada", "tenant_name": "Salon", "service_name": "Cut",
    "resource_names": ["Grace", "Linus"], "starts_at": "2026-06-09T22:30:00+00:00",
    "ends_at": "2026-06-09T23:15:00+00:00", "previous_starts_at": None, "previous_ends_at": None,
    "previous_resource_names": [],
    "party_size": 1, "price": "1242.50", "currency": "EUR",
    "booking_id": "6a1f5c1e-9d5f-4b0f-8f43-0d6d4f0f2c11", "answer_until": None,
}  # fmt: skip
ALL = " | ".join(f"{{{{ {name} }}}}" for name in (
    "recipient_name", "customer_name", "tenant_name", "service_name", "resource_names", "when",
    "start_date", "start_time", "end_time", "time_zone", "previous_when", "previous_resource_names",
    "party_size", "price",
    "booking_id", "unsubscribe_url", "answer_until",
))  # fmt: skip


def content(
    facts: dict[str, Any] | None = None, invitation: dict[str, Any] | None = None, **more: Any
) -> dict[str, Any]:
    return {
        "template": {"language": "en", "subject": "{{ service_name }}", "text_body": ALL,
                     "html_body": f"<p>{ALL}</p>"},
        "language": "en", "time_zone": "Europe/Berlin", "facts": FACTS | (facts or {}),
        "invitation": invitation, "tenant_id": "5a100000-0000-4000-8000-000000000001",
        "unsubscribe_token": TOKEN, "to": {"address": "ada@example.com"},
        "reply_to": None,
    } | more  # fmt: skip


def sent(**given: Any) -> EmailMessage:
    """A message as whoever receives it reads it."""
    composed = compose(KEY, content(**given), SETTINGS)
    return message_from_bytes(composed.as_bytes(), _class=EmailMessage, policy=POLICY)


def part(message: EmailMessage, subtype: str) -> str:
    [found] = [found for found in message.walk() if found.get_content_type() == f"text/{subtype}"]
    assert isinstance(found, EmailMessage)
    text = found.get_content()
    return text if isinstance(text, str) else text.decode()


def test_a_message_has_its_headers_and_both_bodies() -> None:
    message = sent()
    assert message["Message-ID"] == f"<{KEY}@shop.example>"
    assert message["From"] == "Salon <bookings@shop.example>"
    assert message["To"] == "ada@example.com", "no name: a guest's is a stranger's text"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"].datetime.tzinfo
    url = f"https://booking.example/unsubscribe/5a100000-0000-4000-8000-000000000001/{TOKEN}"
    assert message["List-Unsubscribe"] == f"<{url}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert url in part(message, "plain")
    assert url in part(message, "html")
    # programs read this header as it is: neither encoded nor folded
    raw = compose(KEY, content(), SETTINGS).as_bytes()
    assert f"\r\nList-Unsubscribe: <{url}>\r\n".encode() in raw


def test_every_server_can_take_it() -> None:
    template = {"language": "de", "subject": "Grüße", "text_body": "Grüße", "html_body": "Grüße"}
    assert compose(KEY, content(template=template), SETTINGS).as_bytes().isascii()


@pytest.mark.parametrize(
    ("language", "zone", "told"),
    [
        ("en", "Europe/Berlin", "Wednesday, June 10, 2026, 12:30\u202fAM"),
        ("en", "America/New_York", "Tuesday, June 9, 2026, 6:30\u202fPM"),
        ("en-GB", "UTC", "Tuesday, 9 June 2026, 22:30"),
        ("de", "Asia/Kathmandu", "Mittwoch, 10. Juni 2026, 04:15"),
        ("de-AT", "Europe/Vienna", "Mittwoch, 10. Juni 2026, 00:30"),
    ],
)
def test_times_are_the_readers(language: str, zone: str, told: str) -> None:
    template = content()["template"] | {"language": language[:2]}
    message = sent(language=language, time_zone=zone, template=template)
    assert told in part(message, "plain")


def test_what_is_not_known_of_a_proposal_is_left_out() -> None:
    unknown = {"price": None, "currency": None, "booking_id": None}
    held = FACTS | unknown | {"answer_until": "2026-06-09T21:00:00+00:00"}
    berlin = words.locale_of("de", "de")
    told = words.values(held, "Europe/Berlin", berlin)
    assert (told["price"], told["booking_id"]) == ("", "")
    assert told["answer_until"] == "Dienstag, 9. Juni 2026, 23:00"
    assert words.values(FACTS, "Europe/Berlin", berlin)["answer_until"] == ""


def test_a_preview_has_what_a_message_has(connect: Callable[[], Connection]) -> None:
    """Samples are what the worker would write of such a booking."""
    rows = connect().execute("select v.name, v.sample from booking.message_variable as v")
    samples = {row["name"]: row["sample"] for row in rows}
    known = {
        "starts_at": "2026-06-09T08:00:00Z", "ends_at": "2026-06-09T08:45:00Z",
        "previous_starts_at": "2026-06-08T14:00:00Z", "previous_ends_at": "2026-06-08T14:45:00Z",
        "resource_names": ["Grace"], "previous_resource_names": ["Linus"], "price": "42.00",
        "recipient_name": "Ada Lovelace", "customer_name": "Ada Lovelace",
        "tenant_name": "Salon Schnitt", "answer_until": "2026-06-07T16:00:00Z",
        "booking_id": samples["booking_id"],
    }  # fmt: skip
    told = words.values(FACTS | known, "Europe/Berlin", words.locale_of("en", "en"))
    told["unsubscribe_url"] = samples["unsubscribe_url"]
    assert {name: text.replace("\u202f", " ") for name, text in told.items()} == samples


def test_the_zone_is_told_by_name_and_season() -> None:
    berlin = words.locale_of("de", "de")
    summer = words.values(FACTS, "Europe/Berlin", berlin)["time_zone"]
    winter = words.values(
        FACTS | {"starts_at": "2026-01-09T09:00:00+00:00"}, "Europe/Berlin", berlin
    )["time_zone"]
    assert (summer, winter) == ("Mitteleuropäische Sommerzeit", "Mitteleuropäische Normalzeit")
    english = words.locale_of("en", "en")
    summer = words.values(FACTS, "Europe/Dublin", english)["time_zone"]
    winter = words.values(
        FACTS | {"starts_at": "2026-12-09T10:00:00+00:00"}, "Europe/Dublin", english
    )["time_zone"]
    assert (summer, winter) == ("Irish Standard Time", "Greenwich Mean Time")


def test_who_gave_a_booking_away_is_told() -> None:
    german = words.locale_of("de", "de")
    moved = FACTS | {
        "previous_starts_at": FACTS["starts_at"], "previous_ends_at": FACTS["ends_at"],
        "previous_resource_names": ["Ada", "Bob"],
    }  # fmt: skip
    assert words.values(moved, "UTC", german)["previous_resource_names"] == "Ada und Bob"
    assert words.values(FACTS, "UTC", german)["previous_resource_names"] == ""


def test_an_end_on_another_date_is_told_with_it() -> None:
    english = words.locale_of("en-GB", "en")
    found = words.values(FACTS, "Europe/London", english)["when"]
    assert found == "Tuesday, 9 June 2026, 23:30 \u2013 Wednesday, 10 June 2026, 00:15"


def test_an_end_on_the_other_clock_is_told_with_its_zone() -> None:
    night = {"starts_at": "2026-10-25T00:30:00+00:00", "ends_at": "2026-10-25T01:15:00+00:00"}
    found = words.values(FACTS | night, "Europe/Berlin", words.locale_of("en-GB", "en"))["when"]
    assert found == "Sunday, 25 October 2026, 02:30 \u2013 02:15 (Central European Standard Time)"


@pytest.mark.parametrize("zone", ["Africa/Casablanca", "Africa/Not_Yet_Known"])
def test_the_hour_is_the_one_that_the_database_promised(zone: str) -> None:
    local_times = {"starts_at": "2026-06-09T19:30:00", "ends_at": "2026-06-09T20:15:00"}
    found = part(sent(language="en-GB", time_zone=zone, local_times=local_times), "plain")
    assert "Tuesday, 9 June 2026, 19:30 \u2013 20:15" in found
    assert "GMT-03:00" in found


def test_a_zone_that_nobody_knows_is_not_taken_for_another() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        words.values(FACTS, "Africa/Not_Yet_Known", words.locale_of("en", "en"))


def test_prices_and_lists_are_written_as_the_reader_does() -> None:
    german = words.values(FACTS, "UTC", words.locale_of("de", "de"))
    assert german["price"] == "1.242,50\xa0€"
    assert german["resource_names"] == "Grace und Linus"
    yen = words.values(
        FACTS | {"price": "900", "currency": "JPY"}, "UTC", words.locale_of("en", "en")
    )
    assert yen["price"] == "¥900"


@pytest.mark.parametrize(
    ("language", "template", "found"),
    [
        ("de-AT", "de", "de_AT"),
        ("de-AT", "en", "en"),  # no German dates within English words
        ("fr", "en", "en"),
        ("xx", "de", "de"),
        ("de-ES", "de-ES", "de"),
        ("zh-Hant-TW", "zh", "zh_Hant_TW"),
    ],
)
def test_dates_are_in_the_language_of_the_words(language: str, template: str, found: str) -> None:
    assert str(words.locale_of(language, template)) == found


HOSTILE = {
    "markup": "<script>alert('x')</script>\"&",
    "a header": "Ada\r\nBcc: everybody@example.com",
    "an encoded header": "=?utf-8?q?Ada=0D=0ABcc:_everybody=40example.com=0D=0A=0D=0AHi?=",
    "other ends of lines": "Ada\u2028Bcc: x\u0085Bcc: y\x0bz",
    "signs of direction": "Ada \u202eBcc\u202c \u2067x",
    "a placeholder": "{{ unsubscribe_url }} {{ nothing }} {% raw %} {{{",
    "huge": "x" * 10**6,
    "format strings": "%s {0} {tenant_name.__class__} ${HOME}",
}


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", ["recipient_name", "tenant_name", "service_name"])
def test_a_value_is_never_more_than_a_value(name: str, value: str) -> None:
    invitation = {"method": "REQUEST", "uid": UID, "version": 1, "status": "confirmed",
                  "at": "2026-06-01T00:00:00+00:00"}  # fmt: skip
    template = content()["template"] | {"subject": f"{{{{ {name} }}}}"}
    message = sent(facts={name: value}, invitation=invitation, template=template)
    assert message["Bcc"] is None
    assert len(message.get_all("To", [])) == 1
    assert message["To"] == "ada@example.com"
    html, text = part(message, "html"), part(message, "plain")
    assert "<script" not in html
    assert len(html) + len(text) < 20_000
    assert len(part(message, "calendar")) < 5_000
    assert text.count(TOKEN) == 1
    assert not re.search(r"[\u2028-\u202e\u2066-\u2069]", html + text + str(message["Subject"]))
    if "{" in value:
        assert value in text
    [event] = icalendar.Calendar.from_ical(part(message, "calendar")).walk("VEVENT")
    assert len(event.keys()) == 9


@pytest.mark.parametrize(
    "name",
    ["Kosmetik, Nägel; Massage", "Haarstudio Schmidt, Meier & Partner: Damen, Herren, Kinder",
     "Haarstudio Schmidt, Meier und Partner: Damen, Herren und Kinder am Markt (Hof)",
     "=?utf-8?q?x=0AX: y?=", "Ein  \"Salon\" \\ " + "ü" * 60 + " für alle", "x" * 200],
)  # fmt: skip
def test_a_name_is_read_as_it_was_given(name: str) -> None:
    template = content()["template"] | {"subject": "{{ tenant_name }}"}
    raw = compose(
        KEY, content({"tenant_name": name}, template=template, reply_to="d@shop.example"), SETTINGS
    ).as_bytes()
    message = message_from_bytes(raw)  # by the older rules, as most programs do
    assert str(make_header(decode_header(message["Subject"]))) == name
    for header, address in (("From", "bookings@shop.example"), ("Reply-To", "d@shop.example")):
        [(told, read)] = getaddresses([message[header]])
        assert (str(make_header(decode_header(told))), read) == (name, address)
    assert max(map(len, raw.partition(b"\r\nTo: ")[0].splitlines())) < 100


def test_text_that_is_too_long_is_given_up() -> None:
    with pytest.raises(TemplateError, match="too long"):
        fill("{{ a }}" * 2000, {"a": "x" * 1000})


def test_a_value_that_is_missing_is_told() -> None:
    with pytest.raises(TemplateError, match="no value for b"):
        fill("{{ a }}{{ b }}", {"a": ""})


def test_only_placeholders_are_replaced() -> None:
    odd = "{a} {{a} {{ a.b }} {{ a|upper }} {{{ a }}} {{\na }} {{ A }}"
    assert fill(odd, {"a": "1"}) == "{a} {{a} {{ a.b }} {{ a|upper }} {1} {{\na }} {{ A }}"


@pytest.mark.parametrize(
    "address",
    [
        "a@b>c.com",
        "a@x..com",
        "a@-",
        "@x.com",
        "a@" + "x" * 70 + ".com",
        "a\nb@c.com",
        "a\u2028b@c.com",
        "=?utf-8?q?a=0D=0ABcc:_b?=@c.com",
    ],
)
def test_what_is_no_address_is_given_up(address: str) -> None:
    with pytest.raises(AddressError):
        compose(KEY, content(to={"address": address}), SETTINGS)


def test_odd_addresses_are_written_as_standards_want() -> None:
    message = sent(to={"address": "a,b@bücher.example"})
    assert message["To"].addresses[0].addr_spec == '"a,b"@xn--bcher-kva.example'
    long = f"{'a' * 30}.{'b' * 30},{'c' * 30}"
    raw = compose(KEY, content(to={"address": f"{long}@example.com"}), SETTINGS).as_bytes()
    assert f'\r\nTo: "{long}"@example.com\r\n'.encode() in raw
    message = sent(to={"address": "a@ab--c.example"})
    assert message["To"].addresses[0].addr_spec == "a@ab--c.example", "idna knows no such name"
    message = sent(to={"address": "a@straße.example"})
    assert message["To"].addresses[0].addr_spec == "a@xn--strae-oqa.example", "not strasse.example"


def event_of(
    method: str, version: int, status: str, address: str = "ada@example.com", **facts: str
) -> tuple[Any, Any]:
    invitation = {"method": method, "uid": UID, "version": version, "status": status,
                  "at": "2026-06-01T07:00:00+02:00"}  # fmt: skip
    message = sent(invitation=invitation, to={"address": address}, facts=facts)
    [attached] = [p for p in message.walk() if p.get_content_type() == "text/calendar"]
    assert attached.get_param("method") == method
    assert attached.get_filename() == "invitation.ics"
    assert attached.get_content_charset() == "utf-8"
    calendar = icalendar.Calendar.from_ical(part(message, "calendar"))
    [event] = calendar.walk("VEVENT")
    return calendar, event


def test_calendars_read_the_invitation() -> None:
    calendar, event = event_of("REQUEST", 3, "confirmed")
    assert (calendar["METHOD"], calendar["VERSION"]) == ("REQUEST", "2.0")
    assert event["UID"] == UID
    assert (event["SEQUENCE"], event["STATUS"]) == (3, "CONFIRMED")
    assert event["DTSTART"].dt == datetime(2026, 6, 9, 22, 30, tzinfo=UTC)
    assert event["DTEND"].dt == datetime(2026, 6, 9, 23, 15, tzinfo=UTC)
    assert event["DTSTART"].to_ical() == b"20260609T223000Z"
    assert event["DTSTAMP"].dt == datetime(2026, 6, 1, 5, 0, tzinfo=UTC)
    assert event["SUMMARY"] == "Cut, Salon"
    assert event["ORGANIZER"] == "mailto:bookings@shop.example"
    assert event["ATTENDEE"] == "mailto:ada@example.com"


def test_an_invitation_names_the_tenant_and_asks_no_answer_of_who_has_booked() -> None:
    _, event = event_of("REQUEST", 1, "confirmed", tenant_name='Cut; "Co", Ltd: 1')
    # a parameter can't have a quotation mark
    assert dict(event["ORGANIZER"].params) == {"CN": "Cut; 'Co', Ltd: 1"}
    told = {"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "ACCEPTED", "RSVP": "FALSE"}
    assert dict(event["ATTENDEE"].params) == told, "no name: a guest's is a stranger's text"


@pytest.mark.parametrize(
    "address",
    ["a+b_c@example.com", "a?bcc=eve%40example.org&b@example.com", 'a\\,"b;ü@example.com'],
)
def test_an_attendee_is_one_address_and_nothing_more(address: str) -> None:
    told = urlsplit(str(event_of("REQUEST", 1, "confirmed", address)[1]["ATTENDEE"]))
    user, _, domain = address.rpartition("@")
    assert (told.scheme, told.query, told.fragment) == ("mailto", "", "")
    assert unquote(told.path) == Address("", user, domain).addr_spec
    assert re.fullmatch(r"[\w!$'*+@.%-]+", told.path, re.ASCII)


def test_what_is_not_confirmed_is_tentative_and_a_cancellation_cancels() -> None:
    assert event_of("REQUEST", 2, "pending")[1]["STATUS"] == "TENTATIVE"
    calendar, event = event_of("CANCEL", 4, "cancelled")
    assert (calendar["METHOD"], event["STATUS"], event["SEQUENCE"]) == ("CANCEL", "CANCELLED", 4)
    # who no longer serves a booking that goes on
    assert event_of("CANCEL", 4, "confirmed")[1]["STATUS"] == "CANCELLED"
