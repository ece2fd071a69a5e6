"""From a booking to a receiver that verifies it, by the worker's own parts."""

import ipaddress
import json
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from pgbooking import database
from pgbooking.worker import registry
from pgbooking.worker.addresses import ALLOW
from pgbooking.worker.handlers import webhook
from pgbooking.worker.outbox import Outbox
from tests.receiver import Receiver, drop, receiver, status

Connect = Callable[[], database.Connection]


@pytest.fixture
def remote(monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    monkeypatch.setenv(ALLOW, "127.0.0.1, ::1")
    with receiver() as found:
        yield found


class Shop:
    """A tenant with a webhook, and a worker."""

    def __init__(self, connection: database.Connection, dsn: str, url: str) -> None:
        self.connection = connection
        self.outbox = Outbox(dsn)
        connection.execute("set booking.allow_http_webhooks = 'on'")
        connection.execute("delete from booking.outbox")
        slug = f"shop-{uuid.uuid4()}"
        self.call("upsert_tenant", p_slug=slug, p_name="Shop", p_time_zone="UTC")
        self.call("use_tenant", p_slug=slug)
        self.webhook = self.call("upsert_webhook", p_url=url)[0]

    def call(self, function: str, **arguments: Any) -> list[database.Row]:
        return database.call(self.connection, function, **arguments)

    def send_test(self) -> str:
        webhook = self.webhook["webhook_id"]
        return str(self.call("send_test_webhook", p_webhook_id=webhook)[0]["delivery_id"])

    def work(self) -> list[str]:
        """Do what a worker does, once; results by the name of their class."""
        handler = registry.by_kind(registry.found(), ["webhook"])["webhook"]
        self.outbox.dispatch()
        results = []
        for item in self.outbox.lease("webhook", 10):
            content = self.outbox.content(item, handler.CONTENT)
            assert content is not None
            result = handler.deliver(item, content)
            assert self.outbox.report(item, result, webhook.REPORT)
            results.append(type(result).__name__)
        return results

    def log(self) -> list[tuple[Any, ...]]:
        rows = self.call("list_webhook_deliveries")
        return [(row["http_status"], row["error"], row["status"]) for row in rows]

    def due_in(self) -> float:
        """Seconds until the message is tried again."""
        row = self.connection.execute(
            "select extract(epoch from o.due_at - booking.now()) as seconds"
            " from booking.outbox as o where o.kind = 'webhook'"
        ).fetchone()
        assert row is not None
        return float(row["seconds"])


@pytest.fixture
def shop(dsn: str, connect: Connect, remote: Receiver) -> Iterator[Shop]:
    made = Shop(connect(), dsn, remote.url)
    yield made
    made.outbox.close()


def test_a_receiver_can_verify_what_it_is_sent(shop: Shop, remote: Receiver) -> None:
    delivery = shop.send_test()
    assert shop.work() == ["Done"]
    (request,) = remote.requests
    assert request.headers["webhook-id"] == delivery
    message = Webhook(shop.webhook["secret"]).verify(request.body, request.headers)
    assert message["type"] == "webhook.test"
    with pytest.raises(WebhookVerificationError):
        Webhook(shop.webhook["secret"]).verify(request.body + b" ", request.headers)
    assert shop.log() == [(200, None, "done")]


def test_a_booking_is_told(shop: Shop, remote: Receiver) -> None:
    resource = shop.call("upsert_resource", p_name="Ada", p_kind="staff")[0]["resource_id"]
    service = shop.call("upsert_service", p_name="Cut", p_duration="01:00",
                        p_resource_ids=[resource])[0]["service_id"]  # fmt: skip
    for weekday in range(7):
        shop.call("upsert_weekly_hours", p_resource_id=resource, p_weekday=weekday,
                  p_start_time="00:00", p_end_time="24:00")  # fmt: skip
    slot = shop.connection.execute(
        "select s.starts_at from booking_v1.available_slots(%s, now(), now() + interval '3 days',"
        " p_limit => 1) as s",
        [service],
    ).fetchone()
    assert slot is not None
    outcome = shop.call("create_booking", p_idempotency_key="one", p_service_id=service,
                        p_starts_at=slot["starts_at"].isoformat(),
                        p_customer_name="Zoe")[0]  # fmt: skip
    assert outcome["status"] == "completed", outcome
    assert shop.work() == ["Done"]
    message = json.loads(remote.requests[0].body)
    assert message["type"] == "booking.created"
    assert message["data"]["booking_id"] == str(outcome["booking_id"])


def test_a_rotated_secret_and_the_new_one_verify(shop: Shop, remote: Receiver) -> None:
    rotated = shop.call("upsert_webhook", p_url=remote.url, p_rotate_secret=True,
                        p_webhook_id=shop.webhook["webhook_id"])[0]  # fmt: skip
    shop.send_test()
    shop.work()
    (request,) = remote.requests
    for secret in (shop.webhook["secret"], rotated["secret"]):
        assert Webhook(secret).verify(request.body, request.headers)


def test_a_repeat_has_the_same_id_and_body(shop: Shop, remote: Receiver) -> None:
    delivery = shop.send_test()
    remote.answer = drop
    assert shop.work() == ["Retry"]
    shop.call("redeliver_webhook", p_delivery_id=delivery)
    remote.answer = status(200)
    assert shop.work() == ["Done"]
    first, second = remote.requests
    assert (first.body, first.headers["webhook-id"]) == (second.body, second.headers["webhook-id"])
    assert shop.log() == [(200, None, "done"), (None, "the connection was lost", "done")]


def test_a_failure_is_tried_again_after_a_pause(shop: Shop, remote: Receiver) -> None:
    shop.send_test()
    remote.answer = status(500)
    assert shop.work() == ["Retry"]
    assert shop.work() == []
    assert 0 < shop.due_in() <= 10
    assert shop.log() == [(500, "the receiver answered 500", "queued")]


def test_retry_after_is_kept(shop: Shop, remote: Receiver) -> None:
    shop.send_test()
    remote.answer = status(429, {"retry-after": "3600"})
    assert shop.work() == ["Retry"]
    assert 3500 < shop.due_in() <= 3600


def test_a_rest_waits_for_no_other_report(shop: Shop, connect: Connect) -> None:
    """Whoever has a message of the same webhook waits for the webhook in turn."""
    locked, free = shop.send_test(), shop.send_test()
    holder = connect()
    with holder.transaction():
        holder.execute("select from booking.outbox where outbox_id = %s for update", [locked])
        shop.connection.execute("set lock_timeout = '200ms'")
        shop.connection.execute(
            "select booking.rest_webhook(w.tenant_id, w.webhook_id, 'infinity')"
            " from booking.webhook as w where w.webhook_id = %s",
            [shop.webhook["webhook_id"]],
        )
    resting = shop.connection.execute(
        "select outbox_id::text from booking.outbox where due_at = 'infinity'"
    ).fetchall()
    assert [row["outbox_id"] for row in resting] == [free]


def test_a_receiver_that_is_gone_ends_the_webhook(shop: Shop, remote: Receiver) -> None:
    shop.send_test()
    remote.answer = status(410)
    assert shop.work() == ["Dead"]
    assert shop.call("list_webhooks")[0]["disabled_reason"] == "gone"
    assert shop.log() == [(410, "the receiver answered 410", "dead")]


def test_a_private_address_is_refused(
    shop: Shop, remote: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ALLOW, str(ipaddress.ip_network("10.0.0.0/8")))
    shop.send_test()
    assert shop.work() == ["Retry"]
    assert not remote.requests
    assert shop.log() == [(None, "the address lies in a network that is not public", "queued")]
