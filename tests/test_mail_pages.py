"""Pages about mail: unsubscribing without an account, and what the demo shows."""

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from flask import Flask
from flask.testing import FlaskClient
from psycopg.conninfo import make_conninfo

from pgbooking import database, demo_worker, mails, unsubscribe
from pgbooking.app import create_app
from pgbooking.errors import SetupError
from pgbooking.mail import smtp
from pgbooking.worker.handler import Done
from tests.harness import TestServer, until
from tests.test_mail import Shop
from tests.test_mail_server import letter, settings


@pytest.fixture(scope="module")
def shop(server: TestServer) -> Iterator[Shop]:
    with server.clone() as dsn:
        made = Shop(dsn)
        # another tenant: then nobody is in one by default
        made.call("upsert_tenant", p_slug="other", p_name="Other", p_time_zone="UTC")
        database.call(made.connection, "use_tenant", p_slug="shop")
        yield made
        made.connection.close()


@pytest.fixture
def app(shop: Shop) -> Iterator[Flask]:
    made = create_app(shop.dsn, "anon", 2)
    yield made
    made.extensions["pgbooking"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


OPTIONAL = ["reminder", "request_reminder"]  # of what customers get


class Reader:
    """Somebody who gets mail, and the address in it."""

    def __init__(self, shop: Shop, kind: str | None = "reminder") -> None:
        self.shop = shop
        self.id = shop.call("upsert_customer", p_name="Ada", p_email=f"{uuid4().hex}@example.com")
        tenant = shop.connection.execute(
            "select tenant_id, booking.make_secret(tenant_id)"
            " from booking.tenant where slug = 'shop'"
        ).fetchone()
        assert tenant
        self.tenant = str(tenant["tenant_id"])
        row = shop.connection.execute(
            "select booking.unsubscribe_token(%s, %s, 'email', %s) as token",
            [self.tenant, self.id, kind],
        ).fetchone()
        assert row
        self.token = row["token"]
        self.path = f"/unsubscribe/{self.tenant}/{self.token}"

    def unwanted(self) -> list[str]:
        """The kinds that they don't get any more."""
        rows = database.call(
            self.shop.connection, "list_message_preferences", p_customer_id=self.id
        )
        return [row["kind"] for row in rows if not row["is_wanted"]]


def test_looking_at_the_page_changes_nothing(client: FlaskClient, shop: Shop) -> None:
    reader = Reader(shop)
    for method in ("GET", "HEAD"):
        response = client.open(reader.path, method=method)
        assert response.status_code == 200
    assert "<form" in client.get(reader.path).text
    assert reader.unwanted() == []


@pytest.mark.parametrize(
    "body",
    [
        {"data": {"List-Unsubscribe": "One-Click"}},
        {"data": {"List-Unsubscribe": "One-Click"}, "content_type": "multipart/form-data"},
        {"data": {}},
    ],
    ids=["one click", "one click, multipart", "the form"],
)
def test_a_post_unsubscribes_and_again(
    client: FlaskClient, shop: Shop, body: dict[str, Any]
) -> None:
    reader = Reader(shop)
    for _ in range(2):
        response = client.post(reader.path, **body)
        assert (response.status_code, "Done." in response.text) == (200, True)
        assert reader.unwanted() == OPTIONAL  # both are reminders
    [said] = shop.connection.execute(
        "select kind from booking.notification_preference where customer_id = %s", [reader.id]
    ).fetchall()
    assert said["kind"] == "reminder", "and of nothing else"


def test_of_everything_optional_and_nothing_else(client: FlaskClient, shop: Shop) -> None:
    reader = Reader(shop)
    assert client.post(reader.path, data={"everything": "1"}).status_code == 200
    assert reader.unwanted() == OPTIONAL  # confirmations are part of the booking
    [rest] = shop.connection.execute(
        "select kind from booking.notification_preference where customer_id = %s", [reader.id]
    ).fetchall()
    assert rest["kind"] is None


def test_the_address_in_a_confirmation_is_about_all_that_is_optional(
    client: FlaskClient, shop: Shop
) -> None:
    reader = Reader(shop, None)
    assert client.post(reader.path).status_code == 200
    assert reader.unwanted() == OPTIONAL


def test_a_token_that_is_none_does_nothing(client: FlaskClient, shop: Shop) -> None:
    reader, other = Reader(shop), Reader(shop)
    forged = [
        reader.path[:-1] + ("A" if reader.path[-1] != "A" else "B"),
        reader.path.replace(reader.token[:32], other.token[:32]),  # somebody else's
        reader.path.replace(".reminder.", ".all."),
        reader.path.replace(reader.tenant, str(uuid4())),
        f"/unsubscribe/{reader.tenant}/x",
        f"/unsubscribe/{reader.tenant}/{'x' * 5000}",
    ]
    for path in forged:
        response = client.post(path)
        assert (response.status_code, "not valid" in response.text) == (404, True), path
    assert reader.unwanted() == other.unwanted() == []


def test_of_an_address_that_was_cut_off_a_page_says_so(client: FlaskClient, shop: Shop) -> None:
    reader = Reader(shop)
    for path in (reader.path[:30], f"/unsubscribe/{reader.tenant}", "/unsubscribe/x/y"):
        for response in (client.get(path), client.post(path)):
            assert (response.status_code, "not valid" in response.text) == (404, True), path


@pytest.mark.parametrize("language", ["en", "de"])
def test_who_has_to_wait_is_told_so_in_words(
    app: Flask, shop: Shop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
    language: str,
) -> None:  # fmt: skip
    """A person stands before this page: they can press the button again."""
    reader = Reader(shop)

    def fail(*_: Any) -> None:
        raise psycopg.OperationalError

    with monkeypatch.context() as patched:
        patched.setattr(app.extensions["pgbooking"], "run", fail)
        response = app.test_client().post(reader.path, headers={"Accept-Language": language})
    assert (response.status_code, response.headers["Retry-After"]) == (503, "1")
    assert unsubscribe.WORDS[language]["later"] in response.text
    assert '<form method="post">' in response.text
    assert reader.unwanted() == []
    [told] = [found for found in caplog.records if found.getMessage() == "error"]
    assert told.__dict__["fields"]["error"] == "OperationalError", "or nobody would know why"


def test_the_page_tells_nobody_and_runs_nothing(client: FlaskClient, shop: Shop) -> None:
    response = client.get(Reader(shop).path, headers={"Accept-Language": "de-AT,de;q=0.9,en;q=0.1"})
    assert '<html lang="de">' in response.text
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert "<script" not in response.text


def test_mails_are_shown_to_nobody_but_the_demo(client: FlaskClient) -> None:
    assert client.get("/mails").status_code == 404


@pytest.fixture
def folder(app: Flask, tmp_path: Path) -> Path:
    found = tmp_path / "mails"
    mails.show(app, found)
    return found


def test_the_demo_shows_its_mails_and_runs_nothing_in_them(app: Flask, folder: Path) -> None:
    client = app.test_client()
    assert "None so far" in client.get("/mails").text
    (folder / "new").mkdir(parents=True)  # half made
    assert "None so far" in client.get("/mails").text
    shutil.rmtree(folder)
    message = letter()
    message.replace_header("Subject", "<script>alert(1)</script>")
    message["Date"] = "Mon, 01 Jun 2026 05:00:00 +0000"
    message.set_content("<b>plain</b>")
    message.add_alternative('<p onclick="x">"html"</p><script>1</script>', subtype="html")
    message.add_attachment("BEGIN:VCALENDAR", subtype="calendar", filename="invitation.ics")
    assert smtp.send(message, settings(f"maildir://{folder}")) == Done()

    listing = client.get("/mails").text
    assert "&lt;script&gt;" in listing
    [path] = [line.split('"')[1] for line in listing.splitlines() if 'href="/mails/' in line]
    response = client.get(path)
    assert "<script" not in listing + response.text
    assert "<h1>&lt;script&gt;" in response.text, "what a page is about comes first"
    assert all("<main>" in page and "<th>" not in page for page in (listing, response.text))
    assert "&lt;b&gt;plain&lt;/b&gt;" in response.text
    frame = response.text.partition("<iframe ")[2]
    assert frame.startswith('sandbox="allow-popups allow-popups-to-escape-sandbox" ')
    # links, such as the one that unsubscribes, open beside the frame, where forms work
    assert 'srcdoc="&lt;base target=&#34;_blank&#34;&gt;&lt;p onclick=&#34;x&#34;' in frame
    assert "BEGIN:VCALENDAR" in response.text
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert client.get("/mails/..%2f..%2fetc").status_code == 404
    assert client.get("/mails/nothing").status_code == 404


def test_the_last_mail_comes_first(app: Flask, folder: Path) -> None:
    # neither in the order of their making, nor in that of their texts
    days = ["Mon, 01 Jun 2026 05:00", "Wed, 03 Jun 2026 05:00", "Tue, 02 Jun 2026 05:00"]
    for day in days:
        message = letter()
        message.replace_header("Subject", f"of {day[:3]}")
        message["Date"] = f"{day}:00 +0000"
        assert smtp.send(message, settings(f"maildir://{folder}")) == Done()
    listing = app.test_client().get("/mails").text
    places = [listing.index(f"of {day}") for day in ("Wed", "Tue", "Mon")]
    assert places == sorted(places)


def test_the_demos_worker_puts_a_bookings_mails_into_the_folder(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("PGBOOKING_SMTP_URL", "PGBOOKING_MAIL_FROM", "PGBOOKING_PUBLIC_URL"):
        monkeypatch.setenv(name, "")  # so that it is as it was, afterwards
        monkeypatch.delenv(name)
    monkeypatch.setattr(demo_worker, "state_root", lambda: tmp_path)
    folder = demo_worker.local_folder("http://127.0.0.1:8000")
    assert folder == tmp_path / "demo-mails"
    shop.book(key="demo")
    with demo_worker.beside(make_conninfo(shop.dsn, options=f"-c booking.now={shop.now}")):
        until(lambda: len(list(folder.glob("new/*"))) == 2)
    found = "".join(file.read_text() for file in (folder / "new").iterdir())
    assert "To: ada@example.com" in found
    assert "List-Unsubscribe: <http://127.0.0.1:8000/unsubscribe/" in found
    monkeypatch.setenv("PGBOOKING_SMTP_URL", "smtp://localhost")
    assert demo_worker.local_folder("http://127.0.0.1:8000") is None


def test_the_demo_configures_mail_where_nobody_has(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(demo_worker, "state_root", lambda: tmp_path / "a b")
    monkeypatch.setenv("PGBOOKING_SMTP_URL", "")
    monkeypatch.setenv("PGBOOKING_MAIL_FROM", "me@example.org")
    monkeypatch.setenv("PGBOOKING_PUBLIC_URL", "https://here.example")
    assert demo_worker.local_folder("http://127.0.0.1") == tmp_path / "a b" / "demo-mails"
    assert os.environ["PGBOOKING_SMTP_URL"] == f"maildir://{tmp_path}/a%20b/demo-mails"
    assert os.environ["PGBOOKING_MAIL_FROM"] == "me@example.org"
    assert os.environ["PGBOOKING_PUBLIC_URL"] == "https://here.example"


@pytest.mark.parametrize("name", ["PGBOOKING_SMTP_URL", "PGBOOKING_SMS_URL"])
def test_what_the_demos_worker_cannot_read_is_told_before_it_serves(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for other in ("SMTP_URL", "MAIL_FROM", "PUBLIC_URL"):
        monkeypatch.setenv(f"PGBOOKING_{other}", "")
        monkeypatch.delenv(f"PGBOOKING_{other}")
    monkeypatch.setenv(name, "nonsense")
    with pytest.raises(SetupError, match=name):
        demo_worker.local_folder("http://127.0.0.1")


def test_the_demos_worker_ends_with_its_server(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[Any] = []
    stopped = threading.Event()

    class Standing:
        def __init__(self, *_: object, **options: Any) -> None:
            heard.append(options)

        def run(self) -> None:
            assert stopped.wait(30)
            heard.append("ran")

        def stop(self) -> None:
            stopped.set()

    outbox = SimpleNamespace(close=lambda: heard.append("closed"))
    monkeypatch.setattr(demo_worker, "Outbox", lambda _: outbox)
    monkeypatch.setattr(demo_worker, "Worker", Standing)
    with pytest.raises(KeyboardInterrupt), demo_worker.beside("dbname=x"):
        raise KeyboardInterrupt
    assert heard == [{"grace": 5, "clock": True}, "ran", "closed"]
