"""A server of somebody else's: takes POSTs, and answers as a test wants it to."""

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests import tls


@dataclass(frozen=True)
class Received:
    """A request. headers: their names in lower case, one given twice with both values."""

    path: str
    headers: dict[str, str]
    body: bytes


class Receiver:
    """What the server does next, and what it was sent."""

    def __init__(self, server: ThreadingHTTPServer, scheme: str) -> None:
        self.requests: list[Received] = []
        self.answer: Callable[[BaseHTTPRequestHandler], None] = status(200)
        self.released = threading.Event()  # what hangs goes on
        self.port = server.server_port
        self.url = f"{scheme}://localhost:{self.port}/hook"


def status(
    code: int, headers: Mapping[str, str] | None = None, body: bytes = b""
) -> Callable[[BaseHTTPRequestHandler], None]:
    """Answer with this."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in (headers or {}).items():
            handler.send_header(name, value)
        handler.send_header("content-length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def drop(handler: BaseHTTPRequestHandler) -> None:
    """Answer nothing, and close the connection."""
    handler.connection.shutdown(socket.SHUT_RDWR)
    handler.close_connection = True


@contextmanager
def receiver(certificate: Path | None = None) -> Iterator[Receiver]:
    """A server on localhost. certificate: with its key, in one file; None: plain HTTP."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            headers = {
                name.lower(): ", ".join(self.headers.get_all(name, [])) for name in self.headers
            }
            found.requests.append(Received(self.path, headers, body))
            found.answer(self)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if certificate:
        server.socket = tls.context(certificate).wrap_socket(server.socket, server_side=True)
    found = Receiver(server, "https" if certificate else "http")
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # clients hang up
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield found
    finally:
        found.released.set()
        server.shutdown()
        server.server_close()
        thread.join()
