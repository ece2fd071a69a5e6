"""A real SMTP server, whose answers a test chooses."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP as POLICY
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.harness import PATIENCE


class Mailbox:
    """What a server accepted, and what it answers where a test says so.

    answers: by command (EHLO, MAIL, RCPT, DATA), consumed in order; hangs_up: closes the
    connection once it has a message, before it says so.
    """

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.answers: dict[str, list[str]] = {}
        self.hangs_up = False
        self.was_encrypted = self.was_signed_in = self.was_left_politely = False

    def _answer(self, command: str) -> str | None:
        waiting = self.answers.get(command)
        return waiting.pop(0) if waiting else None

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's names
        self, _: SMTP, __: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return self._answer("MAIL") or "250 OK"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's names
        self, _: SMTP, __: Session, envelope: Envelope, address: str, ___: list[str]
    ) -> str:
        answer = self._answer("RCPT") or "250 OK"
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_QUIT(  # noqa: N802 - aiosmtpd's names
        self, _: SMTP, __: Session, ___: Envelope
    ) -> str:
        self.was_left_politely = True
        return "221 Bye"

    async def handle_DATA(  # noqa: N802 - aiosmtpd's names
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if answer := self._answer("DATA"):
            return answer
        content = envelope.content
        assert isinstance(content, bytes)
        found = message_from_bytes(content, _class=EmailMessage, policy=POLICY)
        self.messages.append(found)
        self.recipients += envelope.rcpt_tos
        assert isinstance(server.transport, asyncio.Transport)
        self.was_encrypted = server.transport.get_extra_info("ssl_object") is not None
        self.was_signed_in = bool(session.authenticated)
        if self.hangs_up:
            server.transport.abort()
        return "250 OK"


class _Server(Controller):
    """Listens on a port that is its own before it is told; aiosmtpd would take a number only."""

    def __init__(self, mailbox: Mailbox, **options: Any) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        host, port = self._listener.getsockname()
        super().__init__(mailbox, hostname=host, port=port, ready_timeout=PATIENCE, **options)

    def _create_server(self) -> Any:
        return self.loop.create_server(
            self._factory_invoker, sock=self._listener, ssl=self.ssl_context
        )


@contextmanager
def serve(mailbox: Mailbox, **options: Any) -> Iterator[int]:
    """Run a server for a mailbox; its port."""
    controller = _Server(mailbox, **options)
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


@contextmanager
def silence() -> Iterator[int]:
    """A server that takes connections and never says a word; its port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


@contextmanager
def trickle(begin: bytes, byte: bytes) -> Iterator[int]:
    """A server that goes on a byte at a time, while it is heard and patience lasts; its port."""

    def speak() -> None:
        connection, _ = listener.accept()
        limit = time.monotonic() + PATIENCE
        with connection, suppress(OSError):
            connection.sendall(begin)
            while not is_over.wait(0.02) and time.monotonic() < limit:
                connection.sendall(byte)

    is_over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=speak)
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            is_over.set()
            # whose time was over before they came have left it waiting
            socket.create_connection(listener.getsockname()).close()
            thread.join()


def password(user: str, secret: str) -> Any:
    """An authenticator that knows one user."""

    def check(_: Any, __: Any, ___: Any, mechanism: str, data: Any) -> AuthResult:
        known = LoginPassword(user.encode(), secret.encode())
        return AuthResult(success=mechanism in ("LOGIN", "PLAIN") and data == known, handled=False)

    return check
