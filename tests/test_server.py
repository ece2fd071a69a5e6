"""What gunicorn refuses before the application is asked."""

import http.client
from collections.abc import Iterator

import pytest

from pgbooking.server import LINE_LIMIT
from tests.live import HOST, free_port, served


@pytest.fixture(scope="module")
def port(dsn: str) -> Iterator[int]:
    found = free_port()
    with served(dsn, found):
        yield found


def status(port: int, path: str = "/healthz", **headers: str) -> int:
    connection = http.client.HTTPConnection(HOST, port, timeout=30)
    connection.request("GET", path, headers=headers)
    found = connection.getresponse().status
    connection.close()
    return found


def test_the_first_line_and_a_header_have_a_longest_length(port: int) -> None:
    rest = LINE_LIMIT - len("GET /healthz? HTTP/1.1\r\n")
    assert status(port, f"/healthz?{'x' * rest}") == 200
    assert status(port, f"/healthz?{'x' * (rest + 10)}") == 414
    rest = LINE_LIMIT - len("a: \r\n")
    assert status(port, a="x" * rest) == 200
    assert status(port, a="x" * (rest + 10)) == 431


def test_there_are_a_hundred_headers_at_most(port: int) -> None:
    assert status(port, **{f"x{number}": "" for number in range(98)}) == 200
    assert status(port, **{f"x{number}": "" for number in range(101)}) == 431
