"""One POST to one URL: no redirects, no second attempt, and an end in time."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from http.client import HTTPException

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, InvalidHeader, NewConnectionError, SSLError
from urllib3.exceptions import TimeoutError as Urllib3TimeoutError
from urllib3.util import Retry, Url, parse_url

from pgbooking import __version__
from pgbooking.worker.addresses import Network, RefusedError, check, lookup

SOCKET_SECONDS = 10.0  # for the connection, and then for each part of the answer
TOTAL_SECONDS = 15.0  # from the connection to the end of the answer
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
    target = parse_url(url)
    if target.scheme not in ("http", "https") or not target.host:
        raise RefusedError("this is no address of the web")
    started = time.monotonic()
    try:
        connection = _connect(target, allowed)
        with _deadline(connection):
            connection.request(
                "POST",
                target.request_uri,
                body.encode(),
                {"host": target.netloc or "", "user-agent": f"pgbooking/{__version__}"}
                | dict(headers),
                preload_content=False,
                decode_content=False,
            )
            response = connection.getresponse()
            response.read(BODY_LIMIT)
    except (HTTPError, HTTPException, OSError) as error:
        raise UnreachableError(_reason(error)) from error
    return Answer(
        response.status,
        time.monotonic() - started,
        _retry_after(response.headers.get("retry-after")),
    )


def _connect(target: Url, allowed: tuple[Network, ...] | None) -> HTTPConnection:
    """Connect to the first of the host's addresses that answers; TLS is checked for its name."""
    host = (target.host or "").strip("[]")
    port = target.port or (443 if target.scheme == "https" else 80)
    addresses = lookup(host, port)
    if allowed is not None:
        check(addresses, allowed, is_secure=target.scheme == "https")
    failure: Exception = OSError("there is no address")
    # the address and not the host, which may lead elsewhere if it is looked up again
    for address in addresses[:ADDRESSES]:
        connection = (
            HTTPSConnection(
                address,
                port,
                timeout=SOCKET_SECONDS,
                ssl_context=ssl.create_default_context(),
                server_hostname=host,
            )
            if target.scheme == "https"
            else HTTPConnection(address, port, timeout=SOCKET_SECONDS)
        )
        try:
            connection.connect()
        except (HTTPError, OSError) as error:
            connection.close()
            failure = error
        else:
            return connection
    raise failure


@contextmanager
def _deadline(connection: HTTPConnection) -> Iterator[None]:
    """Close the connection at the end, at the latest when time is up: a trickle has no timeout."""
    timer = threading.Timer(TOTAL_SECONDS, _hang_up, [connection])
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        connection.close()


def _hang_up(connection: HTTPConnection) -> None:
    with suppress(OSError):
        connection.sock.shutdown(socket.SHUT_RDWR)  # whoever reads from it is woken


def _retry_after(header: str | None) -> timedelta | None:
    """Seconds or a date (RFC 9110); what is neither is ignored."""
    if not header:
        return None
    try:
        return timedelta(seconds=Retry().parse_retry_after(header))
    except (InvalidHeader, OverflowError, ValueError):
        return None


def _reason(error: Exception) -> str:
    """A few words; the library's own have the address in them."""
    match error:
        case socket.gaierror():
            return "the host has no address"
        case ConnectionRefusedError() | NewConnectionError():
            return "no connection"
        case TimeoutError() | Urllib3TimeoutError():
            return "no answer in time"
        case ssl.SSLCertVerificationError():
            return "the certificate is not valid for the host"
        case ssl.SSLError() | SSLError():
            return "no TLS connection"
    return "the connection was lost"
