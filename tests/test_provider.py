"""SMS and push by a provider of which only its HTTP is known."""

import json
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from pgbooking import database
from pgbooking.errors import SetupError
from pgbooking.mail.template import TemplateError
from pgbooking.worker import provider, registry
from pgbooking.worker.handler import Dead, Done, Item, Result, Retry
from pgbooking.worker.outbox import Outbox
from tests.receiver import Receiver, drop, receiver, status
from tests.test_mail_message import content

ITEM = Item(
    uuid.uuid4(), uuid.uuid4(), "sms", {}, 1, uuid.uuid4(), datetime.now(UTC) + timedelta(minutes=1)
)  # fmt: skip
SMS = provider.Provider("sms")


@pytest.fixture
def remote(monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    with receiver() as found:
        monkeypatch.setenv("PGBOOKING_PUBLIC_URL", "https://booking.example.org/")
        monkeypatch.setenv("PGBOOKING_SMS_URL", found.url)
        yield found


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provider, "text", lambda _: 'Say "{to}"\n\\')


def deliver() -> Result:
    return SMS.deliver(ITEM, {"to": "+49 30 123"})


@pytest.mark.usefixtures("words")
def test_it_takes_the_message_as_json(remote: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    assert deliver() == Done()
    monkeypatch.setenv(
        "PGBOOKING_SMS_HEADERS", '{"Authorization": "Bearer x", "Content-Type": "text/json"}'
    )
    monkeypatch.setenv(
        "PGBOOKING_SMS_BODY",
        '{"messages": [{"destinations": ["{to}"], "ref": "a-{id}", "{to}": "{text}", "n": 5}]}',
    )
    assert deliver() == Done()
    first, second = remote.requests
    assert json.loads(first.body) == {"to": "+49 30 123", "text": 'Say "{to}"\n\\'}
    assert first.headers["content-type"] == "application/json"
    assert first.headers["idempotency-key"] == str(ITEM.outbox_id)
    assert second.headers["authorization"] == "Bearer x"
    assert second.headers["content-type"] == "text/json"
    assert json.loads(second.body)["messages"] == [
        {"destinations": ["+49 30 123"], "ref": f"a-{ITEM.outbox_id}", "{to}": 'Say "{to}"\n\\',
         "n": 5}
    ]  # fmt: skip


@pytest.mark.usefixtures("words")
@pytest.mark.parametrize(
    ("code", "expected"),
    [*((code, Dead(f"the provider answered {code}")) for code in (400, 404, 410, 499)),
     *((code, Retry(f"the provider answered {code}")) for code in (302, 308, 401, 402, 403, 407)),
     *((code, Retry(f"the provider answered {code}")) for code in (408, 425, 500, 503)),
     (429, Retry("the provider answered 429", timedelta(seconds=7)))],
)  # fmt: skip
def test_what_it_refuses_is_not_tried_again(remote: Receiver, code: int, expected: Result) -> None:
    remote.answer = status(code, {"retry-after": "7"} if code == 429 else {})
    assert deliver() == expected


@pytest.mark.usefixtures("words")
def test_a_lost_connection_is_tried_again(remote: Receiver) -> None:
    remote.answer = drop
    assert deliver() == Retry("the connection was lost")


def test_without_configuration_it_waits(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("PGBOOKING_SMS_URL", raising=False)
    assert SMS.missing() == "PGBOOKING_SMS_URL"
    assert registry.ready(registry.by_kind(registry.found(), ["sms"])) == {}
    (told,) = caplog.records
    assert told.__dict__["fields"] == {"kind": "sms", "missing": "PGBOOKING_SMS_URL"}
    monkeypatch.setenv("PGBOOKING_SMS_URL", "https://example.org")
    monkeypatch.delenv("PGBOOKING_PUBLIC_URL", raising=False)
    assert SMS.missing() == "PGBOOKING_PUBLIC_URL"
    monkeypatch.setenv("PGBOOKING_PUBLIC_URL", "https://example.org")
    assert SMS.missing() is None
    monkeypatch.setenv("PGBOOKING_SMS_BODY", "{to}")
    with pytest.raises(SetupError, match="PGBOOKING_SMS_BODY is no JSON"):
        SMS.missing()
    monkeypatch.delenv("PGBOOKING_SMS_BODY")
    monkeypatch.setenv("PGBOOKING_SMS_HEADERS", "{")
    with pytest.raises(SetupError, match="PGBOOKING_SMS_HEADERS is no JSON"):
        SMS.missing()
    for headers in ("[1]", '{"a": 1}', '{"a": "b\\nc: d"}', '{"\u0142": "a"}'):
        monkeypatch.setenv("PGBOOKING_SMS_HEADERS", headers)
        with pytest.raises(SetupError, match="PGBOOKING_SMS_HEADERS is no JSON object of texts"):
            SMS.missing()
    monkeypatch.delenv("PGBOOKING_SMS_HEADERS")
    for url in ("ftp://example.org", "example.org/messages", "http://[::1", "https://a.org:99999"):
        monkeypatch.setenv("PGBOOKING_SMS_URL", url)
        with pytest.raises(SetupError, match="PGBOOKING_SMS_URL is no address"):
            SMS.missing()


def test_words_that_can_not_be_put_in_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: object) -> str:
        raise TemplateError("there is no value for x")

    monkeypatch.setattr(provider, "text", fails)
    assert deliver() == Dead("there is no value for x")


@pytest.mark.parametrize(
    ("language", "time_zone"),
    [("en-US", "Europe/Berlin"), ("de", "Europe/Berlin"), ("fr", "Europe/Paris")],
)
def test_what_is_typeset_is_plain_in_an_sms_only(
    monkeypatch: pytest.MonkeyPatch, language: str, time_zone: str
) -> None:
    monkeypatch.setenv("PGBOOKING_PUBLIC_URL", "https://booking.example.org")
    template = {"language": language, "text_body": "{{ when }}, {{ time_zone }}, {{ price }}"}
    sms, push = (
        provider.text(
            content(template=template, language=language, time_zone=time_zone, channel=channel)
        )
        for channel in ("sms", "push")
    )
    typeset = {"\xa0": " ", "\u202f": " ", "\u2019": "'", "\u2013": "-"}
    assert not set(sms) & set(typeset)
    assert set(push) & set(typeset)
    assert sms == "".join(typeset.get(each, each) for each in push)


def test_a_booking_is_told_by_sms(
    dsn: str, connect: Callable[[], database.Connection], remote: Receiver
) -> None:
    connection = connect()

    def call(function: str, **arguments: Any) -> Any:
        return next(iter(database.call(connection, function, **arguments)[0].values()))

    call("upsert_tenant", p_slug="shop", p_name="Shop", p_time_zone="UTC")
    call("use_tenant", p_slug="shop")
    resource = call("upsert_resource", p_name="Ada", p_kind="staff")
    service = call("upsert_service", p_name="Cut", p_duration="01:00", p_resource_ids=[resource])
    for weekday in range(7):
        call("upsert_weekly_hours", p_resource_id=resource, p_weekday=weekday,
             p_start_time="00:00", p_end_time="24:00")  # fmt: skip
    call("upsert_message_template", p_kind="booking_confirmed", p_channel="sms", p_language="en",
         p_text_body="{{ service_name }}: {{ customer_name }}, {{ when }} {{ unsubscribe_url }}",
         p_subject=None, p_html_body=None)  # fmt: skip
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(days=2)
    call("create_booking", p_idempotency_key="one", p_service_id=service,
         p_starts_at=start.isoformat(), p_customer_name="Zoe",
         p_customer_phone="+49 30 123")  # fmt: skip
    outbox = Outbox(dsn)
    handler = registry.by_kind(registry.found(), ["sms"])["sms"]
    outbox.dispatch()
    (item,) = outbox.lease("sms", 10)
    content = outbox.content(item, handler.CONTENT)
    assert content is not None
    result = handler.deliver(item, content)
    assert result == Done()
    assert outbox.report(item, result)
    outbox.close()
    told = json.loads(remote.requests[0].body)
    assert told["to"] == "+49 30 123"
    assert told["text"].startswith("Cut: Zoe, ")
    assert " https://booking.example.org/" in told["text"]
    assert told["text"].isascii(), "a dash or a narrow space would halve what fits into it"
