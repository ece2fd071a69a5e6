"""Where mail goes, and as whose: by the environment."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from pgbooking.errors import SetupError

URL = "PGBOOKING_SMTP_URL"
SENDER = "PGBOOKING_MAIL_FROM"
PUBLIC_URL = "PGBOOKING_PUBLIC_URL"

# scheme -> port; maildir is a local folder, for the demo and for tests
_PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465, "maildir": 0}
# a header has it as it is, and a path is put behind it
_PUBLIC = re.compile(r"https?://[\w\[][]\w.~:/!$&'()*+,;=%[-]*", re.ASCII)
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_TIMEOUT = 20.0


@dataclass(frozen=True)
class Settings:
    """Configuration of mail. scheme: smtp, smtp+starttls, smtps or maildir.

    timeout: seconds that the server may take for each answer. sender: the address that mail comes
    from. public_url: where people reach this server, for links. folder: of maildir.
    """

    scheme: str
    host: str
    port: int
    user: str
    password: str
    timeout: float
    folder: str
    sender: str
    public_url: str

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """By $PGBOOKING_SMTP_URL, …_MAIL_FROM, …_PUBLIC_URL. Raises SetupError."""
        if absent := missing(environment):
            raise SetupError(f"{absent} is not set")
        url = _url(environment[URL])
        sender = environment[SENDER]
        local, _, domain = sender.rpartition("@")
        if not local or not domain or not sender.isascii() or set(sender) & set(' <>,"\t\r\n'):
            raise SetupError(f"{SENDER} is no e-mail address")
        if not _PUBLIC.fullmatch(environment[PUBLIC_URL]):
            raise SetupError(f"{PUBLIC_URL} is no address such as https://booking.example.com")
        return cls(
            url.scheme, url.hostname or "", _port(url), unquote(url.username or ""),
            unquote(url.password or ""), _timeout(url), unquote(url.path), sender,
            environment[PUBLIC_URL],
        )  # fmt: skip


def unsubscribe_url(public_url: str, content: Mapping[str, Any]) -> str:
    """The page on which the reader of a message ends them, and where RFC 8058 posts to."""
    place = f"{content['tenant_id']}/{content['unsubscribe_token']}"
    return f"{public_url.rstrip('/')}/unsubscribe/{place}"


def missing(environment: Mapping[str, str] = os.environ) -> str | None:
    """The variable without which no mail can be sent; None: all are set."""
    return next((name for name in (URL, SENDER, PUBLIC_URL) if not environment.get(name)), None)


def _url(text: str) -> SplitResult:
    """The parts of the server's address; its text is never repeated, as it may hold a password."""
    try:
        url = urlsplit(text)
        url.port  # noqa: B018 - it is read here because it can raise
    except ValueError as error:
        raise SetupError(f"{URL} can't be read") from error
    if url.scheme not in _PORTS:
        raise SetupError(f"{URL} has to begin with one of: {', '.join(f'{s}://' for s in _PORTS)}")
    if url.scheme == "maildir":
        if url.netloc or not url.path.startswith("/"):
            raise SetupError(f"{URL} has to name a folder: maildir:///path")
        return url
    if not url.hostname or url.path not in ("", "/") or url.fragment:
        raise SetupError(f"{URL} has to name a server: {url.scheme}://user:password@host:port")
    if (url.username is None) != (url.password is None):
        raise SetupError(f"{URL} needs both a user and a password, or neither")
    if url.password is not None and url.scheme == "smtp" and url.hostname not in _LOOPBACK:
        raise SetupError(f"{URL} would send a password in the clear: use smtp+starttls or smtps")
    return url


def _port(url: SplitResult) -> int:
    return url.port or _PORTS[url.scheme]


def _timeout(url: SplitResult) -> float:
    given = parse_qs(url.query)
    if unknown := set(given) - {"timeout"}:
        raise SetupError(f"{URL} knows the parameter timeout only, not {min(unknown)}")
    try:
        seconds = float(given.get("timeout", [str(_TIMEOUT)])[0])
    except ValueError:
        seconds = 0
    if not 0 < seconds <= 60:
        raise SetupError(f"{URL}: timeout has to be seconds, more than 0 and at most 60")
    return seconds
