"""From a booking to a message at a real server: the engine, the worker's functions, the handler."""

from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any

import icalendar
import pytest
from psycopg.conninfo import make_conninfo

from pgbooking import database
from pgbooking.worker.handler import Done, Item, Result
from pgbooking.worker.handlers import email
from pgbooking.worker.outbox import Outbox
from tests.harness import PATIENCE, TestServer
from tests.smtp_server import Mailbox, serve

NOW = "2026-06-01T05:00:00Z"  # a Monday
TEN, ELEVEN = "10:00\u202fAM", "11:00\u202fAM"
START, LATER = "2026-06-09T08:00:00Z", "2026-06-09T13:00:00Z"


class Shop:
    """A shop whose clock a test sets: Grace and Linus work there."""

    def __init__(self, dsn: str) -> None:
        self.dsn = dsn
        self.now = NOW
        self.connection = database.connect(dsn)
        self._set_clock()
        self.call("upsert_tenant", p_slug="shop", p_name="Salon", p_time_zone="Europe/Berlin")
        self.staff: dict[str, str] = {}
        for name in ("Grace", "Linus"):
            contact = self.call("upsert_customer", p_name=name, p_email=f"{name}@shop.example")
            self.staff[name] = self.call("upsert_resource", p_name=name, p_kind="staff",
                                         p_contact_id=contact)  # fmt: skip
            for weekday in range(7):
                self.call("upsert_weekly_hours", p_resource_id=self.staff[name], p_weekday=weekday,
                          p_start_time="08:00", p_end_time="20:00")  # fmt: skip
        self.service = self.call("upsert_service", p_name="Cut", p_duration="01:00",
                                 p_slot_interval="01:00", p_price=42,
                                 p_resource_ids=list(self.staff.values()))  # fmt: skip

    def call(self, function: str, **arguments: Any) -> str:
        """The first column of a contract function's first row."""
        rows = database.call(self.connection, function, **arguments)
        return str(next(iter(rows[0].values()))) if rows else ""

    def book(self, key: str = "k", **arguments: Any) -> str:
        """Book a Cut with Grace; the booking's id."""
        given = {"p_customer_name": "Ada", "p_customer_email": "ada@example.com",
                 "p_starts_at": START} | arguments  # fmt: skip
        [outcome] = database.call(
            self.connection, "create_booking", p_idempotency_key=key, p_service_id=self.service,
            p_resource_id=self.staff["Grace"], **given,
        )  # fmt: skip
        assert outcome["status"] == "completed", outcome
        return str(outcome["booking_id"])

    def command(self, function: str, booking: str, **arguments: Any) -> None:
        """Reschedule or cancel."""
        [outcome] = database.call(self.connection, function, p_idempotency_key=function,
                                  p_booking_id=booking, **arguments)  # fmt: skip
        assert outcome["status"] == "completed", outcome

    def wait_until(self, now: str) -> None:
        """Set the clock, for what is called from here on and for workers made from here on."""
        self.now = now
        self._set_clock()

    def worker(self) -> Outbox:
        """A worker's way to the database, at the shop's time."""
        return Outbox(make_conninfo(self.dsn, options=f"-c booking.now={self.now}"), 1)

    def rows(self, query: str, *values: Any) -> list[Any]:
        """The first column of a query."""
        found = self.connection.execute(query.encode(), values).fetchall()
        return [next(iter(row.values())) for row in found]

    def log(self) -> dict[str, tuple[str, str | None]]:
        """Status and reason of messages, by kind and version."""
        rows = self.connection.execute(
            "select kind || ' ' || occasion as about, status, reason from booking.notification"
        ).fetchall()
        return {row["about"]: (row["status"], row["reason"]) for row in rows}

    def _set_clock(self) -> None:
        database.set_session(self.connection, {"booking.now": self.now})


@pytest.fixture
def shop(server: TestServer) -> Iterator[Shop]:
    with server.clone() as dsn:
        made = Shop(dsn)
        yield made
        made.connection.close()


@pytest.fixture
def mailbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    found = Mailbox()
    with serve(found) as port:
        monkeypatch.setenv("PGBOOKING_SMTP_URL", f"smtp://127.0.0.1:{port}?timeout=60")
        monkeypatch.setenv("PGBOOKING_MAIL_FROM", "bookings@shop.example")
        monkeypatch.setenv("PGBOOKING_PUBLIC_URL", "https://booking.example")
        yield found


def lease(outbox: Outbox) -> list[Item]:
    outbox.dispatch()
    return outbox.lease(email.KIND, 100)


def attempt(outbox: Outbox, item: Item) -> Result | None:
    """Send an item as the worker does; None: it was no longer wanted."""
    content = outbox.content(item, email.CONTENT)
    return None if content is None else email.deliver(item, content)


def carry_out(shop: Shop) -> None:
    """Do all that is due, as a worker does."""
    from pgbooking.worker.handler import Dropped

    outbox = shop.worker()
    try:
        while items := lease(outbox):
            for item in items:
                assert outbox.report(item, attempt(outbox, item) or Dropped())
    finally:
        outbox.close()


def recipient(outbox: Outbox, item: Item) -> str:
    content = outbox.content(item, email.CONTENT)
    assert content
    return str(content["to"]["address"])


def plain(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body
    return str(body.get_content())


def subjects(mailbox: Mailbox) -> dict[str, str]:
    """Subjects by recipient, of the messages since the last call."""
    found = {message["To"].addresses[0].addr_spec: message["Subject"]
             for message in mailbox.messages}  # fmt: skip
    mailbox.messages.clear()
    return found


def invitation(message: Any) -> Any:
    [attached] = [p for p in message.walk() if p.get_content_type() == "text/calendar"]
    calendar: Any = icalendar.Calendar.from_ical(attached.get_content())
    [event] = calendar.walk("VEVENT")
    return calendar["METHOD"], event["UID"], event["SEQUENCE"], event["DTSTART"].dt


def test_customer_and_provider_are_told_of_all_that_happens(shop: Shop, mailbox: Mailbox) -> None:
    booking = shop.book()
    carry_out(shop)
    told = {m["To"].addresses[0].addr_spec: invitation(m) for m in mailbox.messages}
    [uid] = map(str, shop.rows("select booking.calendar_uid(%s)", booking))
    begins = datetime(2026, 6, 9, 8, tzinfo=UTC)
    assert told == {
        "ada@example.com": ("REQUEST", uid, 1, begins),
        "Grace@shop.example": ("REQUEST", uid, 1, begins),
    }
    assert subjects(mailbox) == {
        "ada@example.com": "Confirmed: Cut, Tuesday, June 9, 2026",
        "Grace@shop.example": f"Booked: Cut, Tuesday, June 9, 2026, {TEN} \u2013 {ELEVEN}",
    }

    shop.command(
        "reschedule_booking", booking, p_starts_at=LATER, p_resource_id=shop.staff["Linus"]
    )
    carry_out(shop)
    told = {m["To"].addresses[0].addr_spec: invitation(m) for m in mailbox.messages}
    moved = datetime(2026, 6, 9, 13, tzinfo=UTC)
    assert told == {
        "ada@example.com": ("REQUEST", uid, 2, moved),
        "Linus@shop.example": ("REQUEST", uid, 2, moved),
        "Grace@shop.example": ("CANCEL", uid, 2, begins),
    }
    assert subjects(mailbox)["ada@example.com"] == "Moved: Cut, Tuesday, June 9, 2026"

    shop.command("cancel_booking", booking)
    carry_out(shop)
    told = {m["To"].addresses[0].addr_spec: invitation(m) for m in mailbox.messages}
    assert told == {
        "ada@example.com": ("CANCEL", uid, 3, moved),
        "Linus@shop.example": ("CANCEL", uid, 3, moved),
    }
    assert {status for status, _ in shop.log().values()} == {"sent"}


def test_nothing_is_sent_of_what_is_no_longer_true(shop: Shop, mailbox: Mailbox) -> None:
    booking = shop.book()
    outbox = shop.worker()
    items = lease(outbox)
    assert len(items) == 2
    shop.command("cancel_booking", booking)
    assert [attempt(outbox, item) for item in items] == [None, None]
    outbox.close()
    assert mailbox.messages == []


def test_a_restart_after_the_server_had_it_repeats_the_same_message(
    shop: Shop, mailbox: Mailbox
) -> None:
    shop.book()
    outbox = shop.worker()
    [item] = [i for i in lease(outbox) if recipient(outbox, i) == "ada@example.com"]
    assert attempt(outbox, item) == Done()
    outbox.close()  # killed before it could report

    shop.wait_until("2026-06-01T06:00:00Z")
    again = shop.worker()
    [repeat] = [i for i in lease(again) if i.outbox_id == item.outbox_id]
    assert attempt(again, repeat) == Done()
    assert not again.report(item, Done())  # the lost lease is not heard
    assert again.report(repeat, Done())
    again.close()
    ids = [message["Message-ID"] for message in mailbox.messages]
    assert ids == [f"<{item.outbox_id}@shop.example>"] * 2
    assert shop.log()["booking_confirmed 1"] == ("sent", None)


def test_a_refusal_is_in_the_log_without_the_address(shop: Shop, mailbox: Mailbox) -> None:
    shop.book()
    mailbox.answers["RCPT"] = ["550 5.1.1 <ada@example.com> unknown"] * 2
    carry_out(shop)
    assert set(shop.log().values()) == {("failed", "SMTP 550 5.1.1")}
    assert mailbox.messages == []


def test_a_refusal_for_now_is_tried_again_later(shop: Shop, mailbox: Mailbox) -> None:
    shop.book()
    mailbox.answers["DATA"] = ["451 4.3.0 later"] * 2
    carry_out(shop)
    assert set(shop.log().values()) == {("queued", "SMTP 451 4.3.0")}
    assert mailbox.messages == []
    shop.wait_until("2026-06-01T06:00:00Z")
    carry_out(shop)
    assert set(shop.log().values()) == {("sent", None)}
    assert len(mailbox.messages) == 2


def test_somebody_is_written_to_in_their_language_and_zone(shop: Shop, mailbox: Mailbox) -> None:
    shop.call("upsert_customer", p_email="ada@example.com", p_name="Ada", p_language="de-AT",
              p_time_zone="Asia/Kathmandu")  # fmt: skip
    shop.book()
    carry_out(shop)
    [message] = [m for m in mailbox.messages if "ada" in m["To"]]
    text = plain(message)
    assert message["Subject"] == "Bestätigt: Cut, Dienstag, 9. Juni 2026"
    assert "13:45 \u2013 14:45" in text
    assert "GMT+05:45" in text
    assert "€\xa042,00" in text


def test_a_guest_is_written_to_in_the_language_of_the_booking(shop: Shop, mailbox: Mailbox) -> None:
    shop.call("upsert_customer", p_email="ada@example.com", p_name="Ada", p_language="fr")
    shop.book(p_metadata='{"language": "de-CH", "source": "kiosk"}')
    carry_out(shop)
    told = subjects(mailbox)
    assert told["ada@example.com"] == "Bestätigt: Cut, Dienstag, 9. Juni 2026"
    assert told["Grace@shop.example"].startswith("Booked: "), "who serves reads what they read"
    shop.book("other", p_starts_at=LATER, p_metadata='{"language": {"no": "tag"}}')
    carry_out(shop)
    assert subjects(mailbox)["ada@example.com"].startswith("Confirmed: ")


def test_answers_go_where_the_tenant_says(shop: Shop, mailbox: Mailbox) -> None:
    shop.book()
    carry_out(shop)
    assert {message["Reply-To"] for message in mailbox.messages} == {None}
    mailbox.messages.clear()
    shop.call("upsert_policy", p_policy_name="reply_to_email", p_value='"desk@salon.example"')
    shop.book("other", p_starts_at=LATER)
    carry_out(shop)
    told = {message["Reply-To"] for message in mailbox.messages}
    assert told == {"Salon <desk@salon.example>"}
    assert mailbox.messages[0]["From"] == "Salon <bookings@shop.example>"


def test_the_zone_of_the_booking_goes_before_that_of_the_person(
    shop: Shop, mailbox: Mailbox
) -> None:
    shop.call("upsert_customer", p_email="ada@example.com", p_time_zone="Asia/Kathmandu")
    shop.book(p_timezone="America/New_York")
    carry_out(shop)
    [message] = [m for m in mailbox.messages if "ada" in m["To"]]
    assert "4:00\u202fAM" in plain(message)


def test_who_waits_for_work_is_told_of_it(shop: Shop) -> None:
    """They look by themselves, too, so nothing else would miss it: it is what makes them quick."""
    deliveries, feed = {"booking_outbox"}, {"booking_feed"}
    with database.connect(shop.dsn) as listening:
        database.listen(listening, "booking_outbox")
        database.listen(listening, "booking_feed")
        database.listen(listening, "until_here")

        def told() -> set[str]:
            """What comes before a word of ours: all is told in the order of commits."""
            shop.connection.execute("notify until_here")
            channels: set[str] = set()
            for found in listening.notifies(timeout=PATIENCE):
                if found.channel == "until_here":
                    return channels
                channels.add(found.channel)
            raise AssertionError("nothing is told")

        shop.rows("select booking.dispatch_events()")
        told()
        shop.rows("select booking.dispatch_events()")
        assert told() == set(), "nothing has happened"
        shop.book()
        assert told() == set(), "a command wakes nobody"
        shop.rows("select booking.dispatch_events()")
        assert told() == deliveries | feed
        shop.wait_until("2026-06-08T08:00:00Z")
        shop.rows("select booking.run_job('reminders')")
        assert told() == deliveries
        shop.connection.execute(
            "update booking.outbox set status = 'dead', finished_at = due_at where kind = 'email'"
        )
        (dead, *_) = shop.rows("select delivery_id from booking_v1.list_deliveries('dead')")
        shop.call("requeue_delivery", p_delivery_id=dead)
        assert told() == deliveries
        webhook = shop.call("upsert_webhook", p_url="https://example.org/")
        told()
        delivery = shop.call("send_test_webhook", p_webhook_id=webhook)
        assert told() == deliveries
        shop.call("redeliver_webhook", p_delivery_id=delivery)
        assert told() == deliveries
