"""A worker that is killed: nothing is lost, whatever the kind, and nothing reported is repeated."""

import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from pgbooking import database
from pgbooking.worker import registry
from pgbooking.worker.addresses import ALLOW
from tests.harness import PATIENCE, TestServer, until
from tests.live import make_shop
from tests.outbox_engine import LATER, NOW, working
from tests.receiver import Receiver, receiver
from tests.smtp_server import Mailbox, serve
from tests.worker_process import STEPS

_KEYS = {"sms": "idempotency-key", "push": "idempotency-key", "webhook": "webhook-id"}  # headers


@dataclass(frozen=True)
class Town:
    """A database whose events are still to be dispatched, and all who are to be told."""

    database: str
    mailbox: Mailbox
    remote: Receiver

    def received(self, kind: str) -> list[str]:
        """The keys of what receivers were sent, in order."""
        if kind == "email":
            ids = [str(message["Message-ID"]) for message in self.mailbox.messages]
            return [text.strip("<>").partition("@")[0] for text in ids]
        return [request.headers[_KEYS[kind]] for request in self.remote.requests]


@pytest.fixture(scope="module")
def built(server: TestServer) -> Iterator[Town]:
    with server.clone() as dsn, receiver() as remote:
        shop = make_shop(dsn, "shop")
        shop.connection.execute("set booking.allow_http_webhooks = 'on'")
        shop.call("upsert_webhook", p_url=remote.url)
        for channel in ("sms", "push"):
            shop.call("upsert_message_template", p_kind="booking_confirmed", p_channel=channel,
                      p_language="en", p_text_body="{{ service_name }}", p_subject=None,
                      p_html_body=None)  # fmt: skip
        shop.connection.execute(  # she signs in, so she has a device to push to
            """set request.jwt.claims = '{"role": "authenticated", "sub": "zoe"}'"""
        )
        for hour in (8, 9):
            outcome = shop.call(
                "create_booking", p_idempotency_key=str(hour), p_service_id=shop.ids["service"],
                p_starts_at=f"2026-06-08T{hour:02}:00Z", p_customer_name="Zoe",
                p_customer_email="zoe@example.org", p_customer_phone="+49 30 123",
            )  # fmt: skip
            assert outcome["status"] == "completed", outcome
        shop.connection.close()
        yield Town(str(conninfo_to_dict(dsn)["dbname"]), Mailbox(), remote)


@pytest.fixture
def town(built: Town, monkeypatch: pytest.MonkeyPatch) -> Iterator[Town]:
    built.mailbox.messages.clear()
    built.remote.requests.clear()
    monkeypatch.setenv(ALLOW, "127.0.0.1, ::1")
    monkeypatch.setenv("PGBOOKING_SMS_URL", built.remote.url)
    monkeypatch.setenv("PGBOOKING_PUSH_URL", built.remote.url)
    monkeypatch.setenv("PGBOOKING_MAIL_FROM", "bookings@shop.example")
    monkeypatch.setenv("PGBOOKING_PUBLIC_URL", "https://booking.example")
    with serve(built.mailbox) as port:
        monkeypatch.setenv("PGBOOKING_SMTP_URL", f"smtp://127.0.0.1:{port}?timeout=60")
        yield built


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("kind", ["email", *_KEYS])
def test_nothing_is_lost_and_nothing_reported_is_repeated(
    server: TestServer, town: Town, kind: str, step: str
) -> None:
    with server.clone(town.database) as dsn, database.connect(dsn) as connection:

        def keys(status: str) -> set[str]:
            found = connection.execute(
                "select outbox_id::text from booking.outbox where kind = %s and status = %s",
                [kind, status],
            )
            return {row["outbox_id"] for row in found}

        killed = subprocess.run(
            [sys.executable, "-m", "tests.worker_process", at(dsn, NOW), kind, step],
            timeout=PATIENCE, check=False,
        )  # fmt: skip
        assert killed.returncode == -signal.SIGKILL
        reported = keys("done")
        before = town.received(kind)
        with working(at(dsn, LATER), registry.by_kind(registry.found())[kind]):
            until(lambda: len(keys("done")) == 2)
        after = town.received(kind)
        assert set(after) == keys("done"), "each was delivered, under the key it was queued with"
        assert after[: len(before)] == before
        # what the receiver had and nobody reported comes again: at least once, and it can tell
        assert Counter(after) == Counter(keys("done")) + Counter(set(before) - reported)


def at(dsn: str, now: str) -> str:
    """How to connect with the clock standing at an instant."""
    return make_conninfo(dsn, options=f"-c booking.now={now}")
