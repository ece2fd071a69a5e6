"""Handing a message over: to an SMTP server, or to a local folder.

What a server says decides: 4xx is for now, 5xx is for good (RFC 5321, section 4.2.1). Before the
message itself it is always for now: a wrong password or a missing certificate is the operator's to
mend, and no reason to give up what people wait for.
"""

import mailbox
import re
import smtplib
import ssl
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path

from pgbooking.mail.settings import Settings
from pgbooking.worker.handler import Dead, Done, Result, Retry

_ENHANCED = re.compile(rb"[245]\.\d{1,3}\.\d{1,3}\b")  # RFC 3463; the text behind names people


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
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=timeout, context=trust)
    else:
        server = smtplib.SMTP(host, port, timeout=timeout)
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
    except smtplib.SMTPResponseException as error:
        return _refused(error.smtp_code, error.smtp_error)
    except smtplib.SMTPNotSupportedError:
        return Dead("the server takes no such address")
    except (smtplib.SMTPException, OSError) as error:
        return Retry(f"connection lost: {type(error).__name__}")
    return Done()


def _refused(code: int, text: bytes | str) -> Result:
    return Dead(_words(code, text)) if 500 <= code < 600 else Retry(_words(code, text))


def _words(code: int, text: bytes | str) -> str:
    """The server's answer without what it says in words: that may repeat an address."""
    enhanced = _ENHANCED.match(text.encode() if isinstance(text, str) else text)
    return f"SMTP {code}" + (f" {enhanced[0].decode()}" if enhanced else "")


def _keep(message: EmailMessage, folder: Path) -> Result:
    folder.parent.mkdir(parents=True, exist_ok=True)
    mailbox.Maildir(folder, create=True).add(message)
    return Done()
