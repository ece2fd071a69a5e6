"""The Flask server, and clients that cost little: requests made before, one thread, no parsing."""

import json
import re
import selectors
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import cast
from urllib.error import URLError
from urllib.request import urlopen

from bench.errors import BenchError

_HOST = "127.0.0.1"
_PATIENCE = 20  # seconds
_LENGTH = re.compile(rb"(?i)\r\ncontent-length: *([0-9]+)")
_LAST_CHUNK = b"0\r\n\r\n"


@contextmanager
def served(conninfo: str, threads: int) -> Iterator[int]:
    """`pgbooking serve` on a database in a process of its own; its port."""
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        port = int(probe.getsockname()[1])
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "pgbooking", "serve", f"--dsn={conninfo}", f"--port={port}"),
            *("--role=service_role", f"--threads={threads}"),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _await(server, port)
        yield port
    finally:
        server.terminate()
        server.wait()


def _await(server: "subprocess.Popen[bytes]", port: int) -> None:
    until = time.monotonic() + _PATIENCE
    while server.poll() is None and time.monotonic() < until:
        try:
            urlopen(f"http://{_HOST}:{port}/healthz").close()
        except URLError:
            time.sleep(0.05)
        else:
            return
    raise BenchError("the HTTP server does not start")


def request(method: str, path: str, headers: dict[str, str], body: object = None) -> bytes:
    """A request as it is sent."""
    data = b"" if body is None else json.dumps(body).encode()
    lines = [f"{method} {path} HTTP/1.1", f"Host: {_HOST}", f"Content-Length: {len(data)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + data


def rate(port: int, requests: Iterator[bytes], status: int, clients: int, seconds: float) -> float:
    """Requests answered a second by clients that each send the next one when they have an answer.

    Raises BenchError on another status than this one.
    """
    answered = 0
    expected = b"HTTP/1.1 %d " % status
    with ExitStack() as opened, selectors.DefaultSelector() as waiting:
        for _ in range(clients):
            client = opened.enter_context(socket.create_connection((_HOST, port)))
            waiting.register(client, selectors.EVENT_READ)
            client.sendall(next(requests))
        started = time.perf_counter()
        while waiting.get_map():
            is_over = time.perf_counter() - started >= seconds
            for key, _ in waiting.select():
                client = cast(socket.socket, key.fileobj)
                _receive(client, expected)
                answered += not is_over
                if is_over:
                    waiting.unregister(client)
                else:
                    client.sendall(next(requests))
    return answered / seconds


def _receive(client: socket.socket, expected: bytes) -> None:
    """Read one answer to its end, which its length tells or, of chunks, an empty one."""
    data = client.recv(65536)
    head, _, body = data.partition(b"\r\n\r\n")
    if not head.startswith(expected):
        raise BenchError(f"the HTTP server answered {data.decode(errors='replace')}")
    length = _LENGTH.search(head)
    while len(body) < int(length[1]) if length else not body.endswith(_LAST_CHUNK):
        more = client.recv(65536)
        if not more:
            raise BenchError("the HTTP server hung up")
        body += more
