"""`pgbooking serve`: the application in one process of gunicorn, with threads for open streams."""

import json
import logging
import math
import os
import re
import resource
import socket
import struct
import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext, suppress
from http import HTTPStatus
from pathlib import Path
from typing import Any

from flask import Flask, abort, request
from gunicorn import glogging
from gunicorn.app.base import BaseApplication
from gunicorn.http import errors, get_parser
from gunicorn.http.unreader import SocketUnreader
from gunicorn.util import close_graceful
from gunicorn.workers.gthread import ThreadWorker
from werkzeug.exceptions import default_exceptions
from werkzeug.middleware.proxy_fix import ProxyFix

from pgbooking import logs, mails
from pgbooking.app import create_app
from pgbooking.database import watched
from pgbooking.errors import BookingError, SetupError
from pgbooking.live.hub import Room
from pgbooking.tokens import Tokens
from pgbooking.web import http_error

LINE_LIMIT = 8190  # bytes of the first line and of each header: what gunicorn allows at most
SILENCE = 10  # seconds that a client may send nothing of a request, or take nothing of an answer
ARRIVAL = 30  # seconds that a whole request may take to arrive, its body too
_VANISHED = 30_000  # milliseconds after which a host that confirms nothing is taken for gone
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_OWN_NAMES = ("127.0.0.1", "localhost", "[::1]")  # as in Host headers
_PORT = re.compile(r":\d+$")
Beside = Callable[[], AbstractContextManager[None]]

# What gunicorn refuses before the application is asked, by the status that tells it; others: 400.
_STATUS = {
    errors.LimitRequestLine: 414,
    errors.ExpectationFailed: 417,
    errors.LimitRequestHeaders: 431,
    errors.UnsupportedTransferCoding: 501,
}
_OURS = (errors.InvalidResponseHeader, errors.InvalidResponseHeaderName)
_ROOM = Room()
_BACKLOG = 1024  # connections that wait to be accepted
_FILES = 128  # open at once beside those of clients: the listener, the log, a worker's letters
_MEMORY = "/dev/shm"  # noqa: S108  # the file has a name of its own, and is unlinked at once
_GRACE = 20  # seconds that requests at work have left when it stops


def serve(
    conninfo: str, host: str, port: int, role: str, threads: int = 8, proxies: int = 0,
    streams: Room = _ROOM, mail_folder: Path | None = None, beside: Beside = nullcontext,
) -> None:  # fmt: skip
    """Serve until interrupted. On a loopback address other Host headers are refused.

    threads: of ordinary requests, each with a connection. proxies: how many are in front and
    append their caller to X-Forwarded-For; that header's entry as far from the right is the
    client's address. 0: it is whoever connects. streams: the room for them, each with a thread.
    mail_folder: shown at /mails to everybody, for the demo. beside: what runs in the server's
    process for as long. Raises SetupError, psycopg.ProgrammingError.
    """
    logs.configure()
    watched(conninfo)  # gunicorn would have its own words, and code, for one that can't be read
    tokens = Tokens.from_environment()
    listener = _listen(host, port)

    def make() -> Flask:
        app = create_app(conninfo, role, threads, tokens, streams)
        if mail_folder:
            mails.show(app, mail_folder)
        if host in _LOOPBACK:
            app.before_request(_refuse_other_names)
        if proxies:
            # Flask's own way to add a middleware; to mypy a method is not for assignment
            app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=0)  # type: ignore[method-assign]
        return app

    made = _Server(make, beside, listener.detach(), threads + streams.most)  # gunicorn closes it
    logs.event("serving", host=host, port=port, role=role)
    made.run()


def _refuse_other_names() -> None:
    """A page of somebody else's could lead its own name here, and read as this machine may."""
    # not TRUSTED_HOSTS, which knows no addresses of IPv6
    if _PORT.sub("", request.host) not in _OWN_NAMES:
        abort(400, f"The host {request.host!r} is not this server's.")


class _Unreader(SocketUnreader):  # type: ignore[misc]  # gunicorn has no types
    """What is read of a client's requests: each begins with `begin`, and arrives in time.

    Where it doesn't, it ends: whoever sends a byte now and then would hold a thread for ever.
    """

    is_late = False

    def begin(self) -> None:
        self._until = time.monotonic() + ARRIVAL

    def chunk(self, size_hint: int | None = None) -> bytes:
        given = self.sock.gettimeout()  # where gunicorn passes over a body, it has one
        left = min(SILENCE, self._until - time.monotonic(), given or math.inf)
        try:
            if left <= 0:
                raise TimeoutError
            self.sock.settimeout(left)
            return bytes(super().chunk(size_hint))
        except TimeoutError as error:
            self.is_late = True
            raise errors.NoMoreData from error
        finally:
            self.sock.settimeout(given)


class _Threads(ThreadPoolExecutor):
    """Makes do with those that there are, where the system allows no more.

    Gunicorn's own thread would end with the error, and its process with everybody's streams.
    """

    def _adjust_thread_count(self) -> None:
        try:
            super()._adjust_thread_count()
        except RuntimeError:
            if not self._threads:
                raise


class _Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Ends the streams when it is told to stop; other requests are finished."""

    wsgi: Any = None  # until gunicorn has made it

    def get_thread_pool(self) -> ThreadPoolExecutor:
        return _Threads(max_workers=self.cfg.threads)

    def handle(self, conn: Any) -> Any:
        """Handle a request, for whose parts, and for who takes its answer, it waits so long only.

        A connection that is to end does so in this thread. Gunicorn's own, which accepts them all,
        would wait two seconds for each client to close its side, and nobody would be served.
        """
        if conn.parser is None:
            conn.parser = get_parser(self.cfg, conn.sock, conn.client)
            conn.parser.unreader = _Unreader(conn.sock)
            _limit_sending(conn.sock)
        conn.parser.unreader.begin()
        goes_on = super().handle(conn)
        if not goes_on:
            with suppress(OSError):  # the client has gone, or a WebSocket has closed it
                if not conn.parser.unreader.is_late:
                    close_graceful(conn.sock.dup())
                conn.sock.shutdown(socket.SHUT_RDWR)
        return goes_on

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: BaseException) -> None:
        """Answer in the one shape what can't be read as a request; gunicorn has a page of HTML."""
        if not isinstance(exc, errors.ParseException) or isinstance(exc, _OURS):
            super().handle_error(req, client, addr, exc)
            return
        if req:  # it has its answer: what can't be read is what nobody asked for of its body
            return
        problem = http_error(default_exceptions[_STATUS.get(type(exc), 400)]())
        correlation_id = uuid.uuid4().hex  # the client's own, if it sent one, can't be read
        logs.event("refused", correlation_id=correlation_id, status=problem.status)
        with suppress(OSError):  # the client has gone
            client.sendall(_last_answer(problem, correlation_id))

    def run(self) -> None:
        with self.app.beside():
            super().run()
        self.wsgi.extensions["pgbooking"].close()

    def handle_exit(self, sig: int, frame: Any) -> None:
        self._drain()
        super().handle_exit(sig, frame)

    def handle_quit(self, sig: int, frame: Any) -> None:
        self._drain()
        super().handle_quit(sig, frame)

    def is_parent_alive(self) -> bool:
        """Whether to go on; without the process that it belongs to, streams would outlive it."""
        if super().is_parent_alive():
            return True
        self._drain()
        return False

    def _drain(self) -> None:
        if self.wsgi:  # it may be told to stop while it begins
            # apart, because a signal may come to a thread that holds the lock this needs
            hub = self.wsgi.extensions["pgbooking.hub"]
            threading.Thread(target=hub.drain, daemon=True).start()


class _Logger(glogging.Logger):  # type: ignore[misc]  # gunicorn has no types
    """Its records go where ours go, and say as little: an address may hold a token."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        self.error_log.handlers.clear()
        self.error_log.propagate = True
        self.error_log.setLevel(logging.WARNING)
        self.error_log.addFilter(_is_worth_a_line)


class _Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """One process, so that one connection listens for all streams."""

    def __init__(
        self, make: Callable[[], Flask], beside: Beside, descriptor: int, threads: int
    ) -> None:
        self._make = make
        self.beside = beside
        self._settings = {
            "bind": f"fd://{descriptor}",
            "workers": 1,
            "worker_class": _Worker,
            "threads": threads,
            "worker_connections": _connections(threads),
            "keepalive": 30,
            "graceful_timeout": _GRACE,
            "timeout": 120,
            "limit_request_line": LINE_LIMIT,
            # of up to 100; gunicorn's time to read them grows with the square of all their bytes
            "limit_request_field_size": LINE_LIMIT,
            "forwarded_allow_ips": "",
            "logger_class": _Logger,
            "control_socket_disable": True,
            # its process touches a file there every second, also where no disk may be written to
            "worker_tmp_dir": _MEMORY if os.access(_MEMORY, os.W_OK) else None,
            "proc_name": "pgbooking",
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._settings.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        return self._make()


def _connections(threads: int) -> int:
    """How many clients may be connected: four a thread, if there may be as many files open.

    Gunicorn's process ends, with everybody's requests and streams, where none is left for the next
    client. So the limit that a shell or systemd gives, 1024 as a rule, is lifted as far as may be.
    SetupError: not even one client may come.
    """
    wanted = 4 * threads
    needed = 2 * wanted + _FILES  # a client takes a second one while it is served
    limit, highest = resource.getrlimit(resource.RLIMIT_NOFILE)
    if limit != resource.RLIM_INFINITY and limit < needed:
        limit = needed if highest == resource.RLIM_INFINITY else min(needed, highest)
        resource.setrlimit(resource.RLIMIT_NOFILE, (limit, highest))
    if limit == resource.RLIM_INFINITY:
        return wanted
    if limit < _FILES + 2:  # gunicorn would listen, and take nobody
        raise SetupError(f"{limit} files may be open at once, and it takes {_FILES + 2}: ulimit -n")
    return min(wanted, (limit - _FILES) // 2)


def _is_worth_a_line(record: logging.LogRecord) -> bool:
    # gunicorn tells of a client that takes nothing as of a fault of ours
    return not (record.exc_info and isinstance(record.exc_info[1], BlockingIOError))


def _last_answer(error: BookingError, correlation_id: str) -> bytes:
    """An error as it is sent where there is no request to answer; the connection ends."""
    body = json.dumps(error.body())
    head = [
        f"HTTP/1.1 {error.status} {HTTPStatus(error.status).phrase}",
        "Connection: close",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
        f"X-Correlation-Id: {correlation_id}",
    ]
    return "\r\n".join([*head, "", body]).encode()


def _limit_sending(connection: socket.socket) -> None:
    # not settimeout, which is for all of an answer, however long it is
    patience = struct.pack("ll", *divmod(int(SILENCE * 10**6), 10**6))
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, patience)
    if connection.family != socket.AF_UNIX and hasattr(socket, "TCP_USER_TIMEOUT"):
        # a stream's few bytes don't fill the buffer of a host that has vanished
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, _VANISHED)


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except (OSError, UnicodeError) as error:
        why = "that is no name"
        if isinstance(error, OSError):
            why = str(error.strerror).partition(" (")[0]  # the rest repeats the address
        raise SetupError(
            f"cannot listen on {host}:{port}: {why}; give another --host or --port"
        ) from error
