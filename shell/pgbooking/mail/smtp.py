"""Handing a message over: to an SMTP server, or to a local folder.

What a server says of a recipient or a message decides: 4xx is for now, 5xx is for good (RFC 5321,
section 4.2.1). What it says of us is always for now: a wrong password, a missing certificate or a
sender that it refuses are the operator's to mend, and no reason to give up what people wait for.
"""

import mailbox
import re
import smtplib
import socket
import ssl
import threading
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from pgbooking.mail.settings import Settings
from pgbooking.worker.handler import Dead, Done, Result, Retry

TOTAL_SECONDS = 90.0  # for all of it, less than the lease of an effect
_OF_US = (530, 534, 535, 538)  # RFC 4954: sign in first, or otherwise
_ENHANCED = re.compile(rb"[245]\.\d{1,3}\.\d{1,3}\b")  # RFC 3463; the text behind names people


class _Plain(smtplib.SMTP):
    """With an end to the whole conversation: a byte now and then is within every timeout."""

    _timer: threading.Timer
    _is_over = False

    def connect(self, *given: Any, **named: Any) -> tuple[int, bytes]:
        self._timer = threading.Timer(TOTAL_SECONDS, self._hang_up)
        self._timer.daemon = True
        self._timer.start()
        try:
            return super().connect(*given, **named)
        except OSError:
            self._timer.cancel()
            raise

    def close(self) -> None:
        self._timer.cancel()
        super().close()

    def getreply(self) -> tuple[int, bytes]:
        # while it tried one address after the other, or TLS began, nothing could be hung up
        if self._is_over:
            self.close()
            raise TimeoutError
        return super().getreply()

    def _hang_up(self) -> None:
        self._is_over = True
        with suppress(OSError):
            if self.sock:
                self.sock.shutdown(socket.SHUT_RDWR)  # whoever reads from it is woken


class _Secure(_Plain, smtplib.SMTP_SSL):
    """The same, encrypted from the start."""


def send(message: EmailMessage, settings: Settings) -> Result:
    """Send a message to the one it is for."""
    if settings.scheme == "maildir":
        return _keep(message, Path(settings.folder))
    try:
        server = _open(settings)
    except smtplib.SMTPResponseException as error:
        return Retry(_words(error.smtp_code, error.smtp_error))
    except (smtplib.SMTPException, OSError) as error:
        return Retry(f"no connection: {type(error).__name__}")
    try:
        return _transmit(server, message)
    finally:
        with suppress(smtplib.SMTPException, OSError):  # it has been answered already
            server.quit()
        server.close()


def _open(settings: Settings) -> smtplib.SMTP:
    """A connection, encrypted and signed in as configured."""
    host, port, timeout = settings.host, settings.port, settings.timeout
    trust = ssl.create_default_context()
    if settings.scheme == "smtps":
        server: smtplib.SMTP = _Secure(host, port, timeout=timeout, context=trust)
    else:
        server = _Plain(host, port, timeout=timeout)
    try:
        if settings.scheme == "smtp+starttls":
            server.starttls(context=trust)
        if settings.user:
            server.login(settings.user, settings.password)
        server.ehlo_or_helo_if_needed()
    except BaseException:
        server.close()
        raise
    return server


def _transmit(server: smtplib.SMTP, message: EmailMessage) -> Result:
    try:
        server.send_message(message)
    except smtplib.SMTPRecipientsRefused as error:
        code, text = next(iter(error.recipients.values()))
        return _refused(code, text)
    except smtplib.SMTPSenderRefused as error:
        return Retry(_words(error.smtp_code, error.smtp_error))
    except smtplib.SMTPResponseException as error:
        return _refused(error.smtp_code, error.smtp_error)
    except smtplib.SMTPNotSupportedError:
        return Dead("the server takes no such address")
    except (smtplib.SMTPException, OSError) as error:
        return Retry(f"connection lost: {type(error).__name__}")
    return Done()


def _refused(code: int, text: bytes | str) -> Result:
    is_final = 500 <= code < 600 and code not in _OF_US
    return Dead(_words(code, text)) if is_final else Retry(_words(code, text))


def _words(code: int, text: bytes | str) -> str:
    """The server's answer without what it says in words: that may repeat an address."""
    enhanced = _ENHANCED.match(text.encode() if isinstance(text, str) else text)
    return f"SMTP {code}" + (f" {enhanced[0].decode()}" if enhanced else "")


def _keep(message: EmailMessage, folder: Path) -> Result:
    for part in ("tmp", "new", "cur"):  # Maildir makes them only where there is no folder at all
        (folder / part).mkdir(parents=True, exist_ok=True)
    mailbox.Maildir(folder).add(message)
    return Done()
