"""Handing messages to a real SMTP server: what it takes, what it refuses, and when it is gone."""

import smtplib
import socket
import threading
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from pgbooking.errors import SetupError
from pgbooking.mail import smtp
from pgbooking.mail.settings import Settings
from pgbooking.worker.handler import Dead, Done, Result, Retry
from tests import tls
from tests.harness import PATIENCE
from tests.live import free_port
from tests.smtp_server import Mailbox, password, serve, silence, trickle

SENDER = "bookings@shop.example"


def settings(url: str) -> Settings:
    return Settings.from_environment(
        {
            "PGBOOKING_SMTP_URL": url,
            "PGBOOKING_MAIL_FROM": SENDER,
            "PGBOOKING_PUBLIC_URL": "https://booking.example",
        }
    )


def letter(to: str = "ada@example.com") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = SENDER, to, "Hello"
    message["Message-ID"] = "<1@shop.example>"
    message.set_content("Hello")
    return message


def send(port: int, scheme: str = "smtp", login: str = "", to: str = "ada@example.com") -> Result:
    return smtp.send(letter(to), settings(f"{scheme}://{login}127.0.0.1:{port}?timeout=60"))


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def port(mailbox: Mailbox) -> Iterator[int]:
    with serve(mailbox) as found:
        yield found
        # who went at once may not be with the server's handler yet; who is greeted comes after
        with smtplib.SMTP("127.0.0.1", found, timeout=PATIENCE):
            pass


def test_a_message_arrives(port: int, mailbox: Mailbox) -> None:
    assert send(port) == Done()
    assert mailbox.recipients == ["ada@example.com"]
    assert [message["Subject"] for message in mailbox.messages] == ["Hello"]
    assert mailbox.was_left_politely, "RFC 5321, 4.1.1.10"


@pytest.mark.parametrize("command", ["RCPT", "DATA"])
@pytest.mark.parametrize(
    ("answer", "result"),
    [
        ("550 5.1.1 ada@example.com is unknown here", Dead("SMTP 550 5.1.1")),
        ("552 too much mail", Dead("SMTP 552")),
        ("451 4.7.1 come back later, ada@example.com", Retry("SMTP 451 4.7.1")),
        ("421 4.3.2 going down", Retry("SMTP 421 4.3.2")),
    ],
)
def test_what_the_server_says_decides(
    port: int, mailbox: Mailbox, command: str, answer: str, result: Result
) -> None:
    mailbox.answers[command] = [answer]
    assert send(port) == result
    assert mailbox.messages == []
    assert send(port) == Done()


@pytest.mark.parametrize(
    ("command", "answer", "error"),
    [
        ("MAIL", "530 5.7.0 authentication required", "SMTP 530 5.7.0"),
        ("MAIL", "553 5.7.1 not your address", "SMTP 553 5.7.1"),
        ("RCPT", "530 5.7.0 authentication required", "SMTP 530 5.7.0"),
    ],
)
def test_what_it_says_of_us_is_for_the_operator_to_mend(
    port: int, mailbox: Mailbox, command: str, answer: str, error: str
) -> None:
    mailbox.answers[command] = [answer]
    assert send(port) == Retry(error)


def test_an_address_the_server_has_no_letters_for_is_given_up(mailbox: Mailbox) -> None:
    with serve(mailbox, enable_SMTPUTF8=False) as port:
        assert send(port, to="ädä@example.com") == Dead("the server takes no such address")
    with serve(mailbox, enable_SMTPUTF8=True) as port:
        assert send(port, to="ädä@example.com") == Done()


def test_a_server_that_hangs_is_tried_again() -> None:
    with silence() as port:
        result = smtp.send(letter(), settings(f"smtp://127.0.0.1:{port}?timeout=0.2"))
    assert result == Retry("no connection: SMTPServerDisconnected")


def test_a_server_that_trickles_comes_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp, "TOTAL_SECONDS", 0.3)
    begun = time.monotonic()
    with trickle(b"", b"2") as port:
        result = smtp.send(letter(), settings(f"smtp://127.0.0.1:{port}?timeout=2"))
    assert isinstance(result, Retry)
    assert time.monotonic() - begun < PATIENCE


def test_nothing_is_sent_by_who_took_too_long_to_connect(
    port: int, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the first addresses of a host don't answer: the effect may be another worker's."""

    def slowly(*given: Any) -> Any:
        for thread in threading.enumerate():
            if isinstance(thread, threading.Timer):
                thread.join(PATIENCE)
        return resolve(*given)

    resolve = socket.getaddrinfo
    monkeypatch.setattr(smtp, "TOTAL_SECONDS", 0)
    monkeypatch.setattr(socket, "getaddrinfo", slowly)
    assert send(port) == Retry("no connection: TimeoutError")
    assert not mailbox.messages


def test_a_server_that_is_not_there_is_tried_again() -> None:
    assert send(free_port()) == Retry("no connection: ConnectionRefusedError")


def test_no_watch_is_left_over(port: int) -> None:
    """It is a thread, and would live for longer than many messages take."""
    assert send(port) == Done()
    assert isinstance(send(free_port()), Retry)
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer):
            thread.join(smtp.TOTAL_SECONDS / 2)
            assert not thread.is_alive()


def test_a_connection_lost_after_the_message_is_no_success(port: int, mailbox: Mailbox) -> None:
    mailbox.hangs_up = True
    result = send(port)
    assert isinstance(result, Retry)
    assert result.error.startswith("connection lost")
    mailbox.hangs_up = False
    assert send(port) == Done()
    ids = {message["Message-ID"] for message in mailbox.messages}
    assert (len(mailbox.messages), ids) == (2, {"<1@shop.example>"})


@pytest.mark.parametrize("scheme", ["smtp+starttls", "smtps"])
def test_mail_travels_encrypted_and_signed_in(
    mailbox: Mailbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    file = tls.certificate(tmp_path)
    context = tls.context(file)
    starttls = {"tls_context": context} if scheme == "smtp+starttls" else {"ssl_context": context}
    with serve(
        mailbox, authenticator=password("shop", "s3cret/"), auth_require_tls=False, **starttls
    ) as port:
        unknown = send(port, scheme, "shop:s3cret%2F@")
        assert isinstance(unknown, Retry)  # nobody vouches for this server
        assert "SSL" in unknown.error
        monkeypatch.setenv("SSL_CERT_FILE", str(file))
        assert send(port, scheme, "shop:s3cret%2F@") == Done()
        assert (mailbox.was_encrypted, mailbox.was_signed_in) == (True, True)
        wrong = send(port, scheme, "shop:wrong@")
        assert wrong == Retry("SMTP 535 5.7.8")  # the operator's mistake: nothing is given up
    assert len(mailbox.messages) == 1


def test_starttls_is_not_optional(port: int, mailbox: Mailbox) -> None:
    result = send(port, "smtp+starttls")
    assert result == Retry("no connection: SMTPNotSupportedError")
    assert mailbox.messages == []


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("mail.example", "has to begin with"),
        ("http://mail.example", "has to begin with"),
        ("smtp://", "has to name a server"),
        ("smtp://mail.example:99999", "can't be read"),
        ("smtp://mail.example:port", "can't be read"),
        ("smtp://mail.example/path", "has to name a server"),
        ("smtps://user@mail.example", "both a user and a password"),
        ("smtp://user:hush@mail.example", "in the clear"),
        ("smtp://mail.example?timeout=never", "timeout has to be seconds"),
        ("smtp://mail.example?timeout=0", "timeout has to be seconds"),
        ("smtp://mail.example?timeout=61", "timeout has to be seconds"),
        ("smtp://mail.example#fragment", "has to name a server"),
        ("smtp://mail.example?tls=1", "knows the parameter timeout only"),
        ("maildir://folder", "has to name a folder"),
    ],
)
def test_a_server_that_makes_no_sense_is_told_at_once(url: str, told: str) -> None:
    with pytest.raises(SetupError, match=told) as caught:
        settings(url)
    assert "hush" not in str(caught.value)


def test_each_setting_is_needed() -> None:
    whole = {"PGBOOKING_SMTP_URL": "smtp://localhost", "PGBOOKING_MAIL_FROM": SENDER,
             "PGBOOKING_PUBLIC_URL": "https://booking.example"}  # fmt: skip
    for name in whole:
        with pytest.raises(SetupError, match=f"{name} is not set"):
            Settings.from_environment(whole | {name: ""})
    senders = ("a <b@c>", "b", "@c", "b@", "ä@c")
    urls = ("/here", "https://", "https://bücher.example", "https://a.example\n", "https://a/b c",
            "https://a.example/?shop=1", "https://a.example/#x", "ftp://a.example")  # fmt: skip
    for name, wrong in [
        *(("PGBOOKING_MAIL_FROM", sender) for sender in senders),
        *(("PGBOOKING_PUBLIC_URL", url) for url in urls),
    ]:
        with pytest.raises(SetupError, match=f"{name} is no"):
            Settings.from_environment(whole | {name: wrong})


def test_ports_follow_from_the_scheme() -> None:
    found = {scheme: settings(f"{scheme}://u:p@localhost").port
             for scheme in ("smtp", "smtp+starttls", "smtps")}  # fmt: skip
    assert found == {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


@pytest.mark.parametrize("place", [".", "mails", "a/b"])
def test_a_folder_takes_mail_without_a_server(tmp_path: Path, place: str) -> None:
    assert smtp.send(letter(), settings(f"maildir://{tmp_path}/{place}")) == Done()
    assert len(list((tmp_path / place / "new").iterdir())) == 1
