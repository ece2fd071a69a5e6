"""One POST to one URL: no redirects, no second attempt, and an end in time."""

import socket
import ssl
import threading
import time
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import timedelta
from http.client import HTTPConnection, HTTPException
from math import inf
from typing import Self

from urllib3.exceptions import InvalidHeader, LocationParseError
from urllib3.util import Retry, Url, parse_url

from pgbooking import __version__
from pgbooking.worker.addresses import Network, RefusedError, check, lookup

SOCKET_SECONDS = 10.0  # for the connection, and then for each part of the answer
TOTAL_SECONDS = 15.0  # from the look for the host's addresses to the end of the answer
ADDRESSES = 2  # of a host, tried one after the other
BODY_LIMIT = 4096  # what more there is of an answer is not read


@dataclass(frozen=True)
class Answer:
    """What came back. retry_after: what the header of this name asks for."""

    status: int
    seconds: float
    retry_after: timedelta | None

    @property
    def is_success(self) -> bool:
        """Whether it was taken."""
        return 200 <= self.status < 300


class UnreachableError(Exception):
    """There was no answer; the text says why, in few words."""


def post(
    url: str, body: str, headers: Mapping[str, str], allowed: tuple[Network, ...] | None
) -> Answer:
    """Send `body`. allowed: networks beside the public ones; None: any address will do.

    Plain HTTP goes to those networks only. Raises RefusedError and UnreachableError.
    """
    target = parsed(url)
    started = time.monotonic()
    with _Watch(TOTAL_SECONDS) as watch:
        try:
            with closing(_connect(target, allowed, watch)) as connection:
                named = {"host": target.netloc or "", "user-agent": f"pgbooking/{__version__}"}
                connection.request("POST", target.request_uri, body.encode(), named | dict(headers))
                response = connection.getresponse()
                watch.left()  # headers that were cut off look as if they had ended
                with suppress(HTTPException, OSError):  # it has answered already
                    response.read(BODY_LIMIT)
        except (HTTPException, OSError) as error:
            raise UnreachableError(_reason(error, watch.is_over)) from error
    return Answer(
        response.status, time.monotonic() - started, _retry_after(response.headers["retry-after"])
    )


def parsed(url: str) -> Url:
    """The address in its parts; the database looks at its form only roughly. Or RefusedError."""
    with suppress(LocationParseError):
        target = parse_url(url)
        if target.scheme in ("http", "https") and target.host:
            return target
    raise RefusedError("this is no address of the web")


class _Watch:
    """The time an attempt has, and its end: a trickle has no timeout of its own."""

    def __init__(self, seconds: float) -> None:
        self.is_over = False
        self._until = time.monotonic() + seconds
        self._timer = threading.Timer(seconds, self._hang_up)
        self._timer.daemon = True  # a process that is over does not wait for it
        self._lock = threading.Lock()
        self._connection: socket.socket | None = None

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._leave()

    def left(self, most: float = inf) -> float:
        """Seconds, so many at most. Raises TimeoutError when there are none."""
        seconds = min(self._until - time.monotonic(), most)
        if seconds <= 0:
            raise TimeoutError
        return seconds

    def over(self, connection: socket.socket) -> None:
        """Watch over this one, instead of the one before; TLS may come on top of it."""
        self._leave()
        with self._lock:
            self.left()
            self._connection = connection.dup()

    def _leave(self) -> None:
        with self._lock:
            if self._connection:
                self._connection.close()
                self._connection = None

    def _hang_up(self) -> None:
        with self._lock, suppress(OSError):
            self.is_over = True
            if self._connection:
                self._connection.shutdown(socket.SHUT_RDWR)  # whoever reads from it is woken


def _connect(target: Url, allowed: tuple[Network, ...] | None, watch: _Watch) -> HTTPConnection:
    """Connect to the first of the host's addresses that answers; TLS is checked for its name."""
    host = (target.host or "").strip("[]")
    is_secure = target.scheme == "https"
    port = target.port or (443 if is_secure else 80)
    addresses = lookup(host, port, watch.left())
    if allowed is not None:
        check(addresses, allowed, is_secure)
    failure: Exception = OSError("there is no address")
    # the address and not the host, which may lead elsewhere if it is looked up again
    for address in addresses[:ADDRESSES]:
        try:
            found = socket.create_connection((address, port), watch.left(SOCKET_SECONDS))
        except OSError as error:
            failure = error
            continue
        connection = HTTPConnection(address, port)
        connection.sock = found
        try:
            watch.over(found)
            if is_secure:
                context = ssl.create_default_context()
                connection.sock = context.wrap_socket(found, server_hostname=host)
        except OSError as error:
            connection.close()
            failure = error
        else:
            return connection
    raise failure


def _retry_after(header: str | None) -> timedelta | None:
    """Seconds or a date (RFC 9110); what is neither is ignored."""
    if not header:
        return None
    try:
        return timedelta(seconds=Retry().parse_retry_after(header))
    except (InvalidHeader, OverflowError, ValueError):
        return None


def _reason(error: Exception, is_too_late: bool) -> str:
    """A few words; the library's own have the address in them."""
    if is_too_late:
        return "no answer in time"
    match error:
        case socket.gaierror():
            return "the host has no address"
        case TimeoutError():
            return "no answer in time"
        case ssl.SSLCertVerificationError():
            return "the certificate is not valid for the host"
        case ssl.SSLError():
            return "no TLS connection"
        case ConnectionResetError() | BrokenPipeError() | HTTPException():
            return "the connection was lost"
    return "no connection"
