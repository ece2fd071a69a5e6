"""Which addresses of the network a request to somebody else's URL may go to.

A tenant chooses the URL, and the worker stands inside our network: what is asked of private
addresses could be meant for a neighbour that trusts whoever comes from inside.
"""

import ipaddress
import os
import socket
import threading
from concurrent.futures import Future

from pgbooking.errors import SetupError

ALLOW = "PGBOOKING_WEBHOOK_ALLOW"

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # its last four bytes are an IPv4 address
# What is not in here has uses of its own (local NAT64, translated IPv4, old site-local ones), and
# Python calls some of it global
_UNICAST = ipaddress.IPv6Network("2000::/3")


class RefusedError(Exception):
    """The request must not be made; the text says why, without the address."""


def allowed_networks() -> tuple[Network, ...]:
    """Networks that may be asked although they are private: `ALLOW`, separated by commas.

    SetupError: one is no network.
    """
    words = os.environ.get(ALLOW, "").replace(",", " ").split()
    try:
        return tuple(ipaddress.ip_network(word) for word in words)
    except ValueError as error:
        raise SetupError(f"{ALLOW}: {error}") from None


def lookup(host: str, port: int, seconds: float) -> list[str]:
    """The addresses of a host. Raises OSError where there is none, TimeoutError after so long.

    The system's resolver can't be interrupted: a slow one is left alone in a thread of its own.
    """
    answer: Future[list[str]] = Future()

    def look() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.set_result([str(entry[4][0]) for entry in found])
        except UnicodeError:  # what can't be a name has no address
            answer.set_exception(socket.gaierror())
        except OSError as error:
            answer.set_exception(error)

    threading.Thread(target=look, name="lookup", daemon=True).start()
    return answer.result(seconds)


def check(addresses: list[str], allowed: tuple[Network, ...], is_secure: bool) -> None:
    """Raise RefusedError unless all of them may be asked; without TLS, only the allowed may."""
    for text in addresses:
        address = ipaddress.ip_address(text)
        if any(address in network for network in allowed):
            continue
        if not _is_public(address):
            raise RefusedError("the address lies in a network that is not public")
        if not is_secure:
            raise RefusedError("without TLS only networks that the operator allows are asked")


def _is_public(address: Address) -> bool:
    inner = _inner(address)
    if inner.version == 6 and inner not in _UNICAST:
        return False
    return inner.is_global and not inner.is_multicast


def _inner(address: Address) -> Address:
    """The IPv4 address that an IPv6 address stands for, or else itself."""
    if isinstance(address, ipaddress.IPv6Address):
        if address in _NAT64:
            return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        return address.sixtofour or address
    return address
