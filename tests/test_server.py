"""What gunicorn refuses before the application is asked, and how the application is set up."""

import http.client
import json
import logging
import queue
import resource
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from flask import Flask, request
from gunicorn.config import Config
from gunicorn.http.errors import NoMoreData
from gunicorn.workers.gthread import TConn

from pgbooking import server
from pgbooking.app import create_app
from pgbooking.errors import SetupError
from pgbooking.live.hub import Room
from pgbooking.logs import JsonFormatter
from pgbooking.server import LINE_LIMIT
from tests.live import HOST, SECRET, free_port, served, token


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


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        (b"GET /" + b"x" * LINE_LIMIT + b" HTTP/1.1\r\n\r\n", 414, "request_uri_too_long"),
        (
            b"GET / HTTP/1.1\r\na: " + b"x" * LINE_LIMIT + b"\r\n\r\n", 431,
            "request_header_fields_too_large",
        ),
        (b"nonsense secret\r\n\r\n", 400, "bad_request"),
        (b"GET / HTTP/1.1\r\nTransfer-Encoding: secret\r\n\r\n", 501, "not_implemented"),
        (b"GET / HTTP/1.1\r\nExpect: secret\r\n\r\n", 417, "expectation_failed"),
    ],
)  # fmt: skip
def test_what_is_no_request_is_refused_in_the_one_shape(
    port: int, sent: bytes, status: int, code: str
) -> None:
    with socket.create_connection((HOST, port), timeout=30) as client:
        client.sendall(sent)
        answer = http.client.HTTPResponse(client)
        answer.begin()
        body = answer.read()
    found = json.loads(body)
    assert (answer.status, found["code"]) == (status, code)
    assert answer.headers["Content-Type"] == "application/json"
    assert set(found) == {"code", "message", "details", "hint"}
    assert b"secret" not in body


def test_a_request_has_one_answer_though_its_body_cannot_be_read(port: int) -> None:
    with socket.create_connection((HOST, port), timeout=30) as client:
        head = b"POST /nowhere HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked"
        client.sendall(head + b"\r\n\r\nnone\r\n")
        answer = b"".join(iter(lambda: client.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 404 "), "nobody asked for the body"
    assert answer.count(b"HTTP/1.1 ") == 1, "the second would be taken for that of the next request"


def test_no_header_says_where_a_request_goes(port: int) -> None:
    assert status(port, "/nowhere", PATH_INFO="/healthz") == 404
    assert status(port, SCRIPT_NAME="/healthz") == 200


def test_there_are_a_hundred_headers_at_most(port: int) -> None:
    assert status(port, **{f"x{number}": "" for number in range(98)}) == 200
    assert status(port, **{f"x{number}": "" for number in range(101)}) == 431


def test_more_clients_than_there_may_be_files_end_nothing(dsn: str) -> None:
    port, (limit, highest) = free_port(), resource.getrlimit(resource.RLIMIT_NOFILE)
    with ExitStack() as opened:
        resource.setrlimit(resource.RLIMIT_NOFILE, (256, highest))
        try:
            opened.enter_context(served(dsn, port))
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (limit, highest))
        clients = [
            opened.enter_context(socket.create_connection((HOST, port), timeout=30))
            for _ in range(300)
        ]
        # the last one's shows that all were accepted, the first one's that this ended nothing
        for client in (clients[-1], clients[0]):
            client.sendall(b"GET /docs HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert client.recv(12) == b"HTTP/1.1 200"


def test_its_sign_of_life_needs_no_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def place() -> str | None:
        found: str | None = server._Server(lambda: Flask("x"), nullcontext, 0, 1).cfg.worker_tmp_dir
        return found

    monkeypatch.setattr(server, "_MEMORY", str(tmp_path))
    assert place() == str(tmp_path)
    monkeypatch.setattr(server, "_MEMORY", str(tmp_path / "missing"))
    assert place() is None


def test_it_makes_do_with_the_threads_that_there_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    worker = object.__new__(server._Worker)
    worker.cfg = SimpleNamespace(threads=2)
    with worker.get_thread_pool() as threads:
        busy = threading.Barrier(2)
        first = threads.submit(busy.wait, 30)
        monkeypatch.setattr(threading.Thread, "start", refuse)
        second = threads.submit(lambda: "done")
        busy.wait(30)
        assert second.result(30) == "done"
        assert first.done()
    with worker.get_thread_pool() as threads, pytest.raises(RuntimeError):
        threads.submit(lambda: "there is nobody to do it")


@pytest.mark.parametrize(
    ("limits", "clients", "lifted"),
    [
        ((1024, 2**20), 1632, 3392),
        ((1024, -1), 1632, 3392),
        ((1024, 1024), 448, 1024),
        ((4096, 2**20), 1632, None),
        ((-1, -1), 1632, None),
    ],
)
def test_there_are_files_for_as_many_clients_as_may_come(
    monkeypatch: pytest.MonkeyPatch, limits: tuple[int, int], clients: int, lifted: int | None
) -> None:
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: limits)
    monkeypatch.setattr(resource, "setrlimit", lambda _, given: told.append(given))
    assert server._connections(8 + 400) == clients
    assert told == ([(lifted, limits[1])] if lifted else [])


def test_too_few_files_for_anybody_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (64, 129))
    monkeypatch.setattr(resource, "setrlimit", lambda _, given: None)
    with pytest.raises(SetupError, match="129 files may be open"):
        server._connections(8 + 400)


@pytest.fixture
def worker(dsn: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """What handles connections, without gunicorn's loop; its patience is short."""
    monkeypatch.setattr(server, "SILENCE", 0.05)
    made = object.__new__(server._Worker)
    made.cfg, made.alive, made.nr, made.max_requests = Config(), True, 0, 1000
    made.log = server._Logger(made.cfg)
    made.keepalived_conns, made.max_keepalived = (), 10
    app = made.wsgi = create_app(dsn, pool_size=1)
    yield made
    app.extensions["pgbooking"].close()


@pytest.fixture
def connection(worker: Any) -> Iterator[tuple[socket.socket, Any]]:
    """A client's end, and the worker's."""
    client, ours = socket.socketpair()
    client.settimeout(30)
    with client, ours:
        yield client, TConn(worker.cfg, ours, (HOST, 1), (HOST, 2))


Connected = tuple[socket.socket, Any]


def post(path: str, more: str, body: str) -> bytes:
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n{more}\r\n\r\n"
    return (head + body).encode()


def test_a_header_of_ours_that_is_none_is_no_fault_of_the_clients(
    worker: Any, connection: Connected
) -> None:
    client, conn = connection
    worker.wsgi = lambda _, start: start("200 OK", [("A", "b\r\nC: d")])
    client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    assert not worker.handle(conn)
    told = client.makefile("rb").read()
    assert told.startswith(b"HTTP/1.1 500 ")
    assert b"C: d" not in told


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        (b"GET /heal", b""),
        (b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Lo", b""),
        (post("/api/v1/bookings", "Content-Length: 9", "{"), b"HTTP/1.1 408 "),
        (post("/rpc/create_booking", "Transfer-Encoding: chunked", "1\r\n{"), b"HTTP/1.1 408 "),
        (post(f"/unsubscribe/{UUID(int=1)}/x", "Content-Length: 9", "a"), b"HTTP/1.1 "),
        (post("/healthz", "Content-Length: 9", "{"), b"HTTP/1.1 405 "),  # and the body is let be
    ],
    ids=["first line", "header", "body", "chunks", "form", "body that nobody reads"],
)
def test_a_request_that_stops_in_the_middle_holds_its_thread_no_longer(
    worker: Any, connection: Connected, caplog: pytest.LogCaptureFixture, sent: bytes, answer: bytes
) -> None:
    client, conn = connection
    client.sendall(sent)
    assert not worker.handle(conn)
    told = client.makefile("rb").read()
    assert told.startswith(answer)
    assert bool(told) == bool(answer)
    assert b" 500 " not in told
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def test_what_is_no_request_has_a_correlation_id_in_the_answer_and_in_the_log(
    worker: Any, connection: Connected, caplog: pytest.LogCaptureFixture
) -> None:
    client, conn = connection
    client.sendall(b"nonsense\r\n\r\n")
    with caplog.at_level(logging.INFO, "pgbooking"):
        assert not worker.handle(conn)
    answer = http.client.HTTPResponse(client)
    answer.begin()
    [line] = [record.__dict__["fields"] for record in caplog.records]
    assert line == {"correlation_id": answer.headers["X-Correlation-Id"], "status": 400}
    assert len(line["correlation_id"]) == 32


@pytest.mark.parametrize("chunks", ["what?\r\n", "2\r\n{} \r\n", "0\r\nno trailer\r\n\r\n"])
def test_chunks_that_are_none_are_the_clients_mistake(
    worker: Any, connection: Connected, caplog: pytest.LogCaptureFixture, chunks: str
) -> None:
    client, conn = connection
    client.sendall(post("/rpc/use_tenant", "Transfer-Encoding: chunked", chunks))
    assert not worker.handle(conn)
    assert client.makefile("rb").read().startswith(b"HTTP/1.1 400 ")
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def test_its_times_are_those_that_are_documented(repository: Path) -> None:
    told = f"within {server.ARRIVAL} seconds, and never rests for {server.SILENCE}"
    assert told in (repository / "booking.md").read_text()


def test_a_request_has_so_much_time_in_all_and_the_next_one_as_much(
    monkeypatch: pytest.MonkeyPatch, connection: Connected
) -> None:
    """However little each of its parts takes."""
    client, conn = connection
    now = [0.0]
    monkeypatch.setattr(server, "time", SimpleNamespace(monotonic=lambda: now[0]))
    unreader = server._Unreader(conn.sock)
    for _ in range(2):
        unreader.begin()
        for _ in range(4):
            client.sendall(b"x")
            assert unreader.chunk() == b"x"
            now[0] += server.ARRIVAL / 4
        client.sendall(b"x")
        with pytest.raises(NoMoreData):
            unreader.chunk()
        assert conn.sock.recv(1) == b"x"


def test_each_request_of_a_connection_has_its_own_time(
    monkeypatch: pytest.MonkeyPatch, worker: Any, connection: Connected
) -> None:
    client, conn = connection
    now = [0.0]
    monkeypatch.setattr(server, "time", SimpleNamespace(monotonic=lambda: now[0]))
    for _ in range(3):
        client.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        assert worker.handle(conn)
        assert client.recv(10000).startswith(b"HTTP/1.1 200 ")
        now[0] += 2 * server.ARRIVAL


def test_who_takes_nothing_of_an_answer_is_given_up(
    worker: Any, connection: Connected, caplog: pytest.LogCaptureFixture
) -> None:
    worker.wsgi = Flask("x")
    worker.wsgi.add_url_rule("/", view_func=lambda: "x" * 10**7)
    client, conn = connection
    client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    client.shutdown(socket.SHUT_WR)
    assert not worker.handle(conn)
    assert not caplog.records, "it is no fault of ours"


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="only Linux can")
def test_a_host_that_vanished_is_given_up_although_little_is_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server._limit_sending(listener)
        assert listener.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 30_000


def test_who_does_not_close_their_side_holds_up_nobody_else(
    monkeypatch: pytest.MonkeyPatch, worker: Any, connection: Connected
) -> None:
    """Gunicorn's thread for all connections waits until there is nothing to read."""
    waited: list[socket.socket] = []
    monkeypatch.setattr(server, "close_graceful", waited.append)
    client, conn = connection
    client.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert not worker.handle(conn)
    assert [ours.getsockname() for ours in waited] == [conn.sock.getsockname()]
    conn.sock.setblocking(False)
    assert conn.sock.recv(1) == b"", "the end, and not nothing yet"
    waited[0].close()


Build = Callable[..., Flask]


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> Build:
    """Make what `serve` would serve: of the application, only how requests come to it."""
    made: list[Flask] = []

    def create_app(*given: Any) -> Flask:
        made.append(Flask("x"))
        made[0].config["GIVEN"] = given
        made[0].add_url_rule("/", view_func=lambda: [request.remote_addr, request.scheme])
        return made[0]

    class Ready:
        def __init__(self, make: Build, beside: Any, descriptor: int, threads: int) -> None:
            with socket.socket(fileno=descriptor) as listener:
                make().config["SERVED"] = (listener.getsockname()[0], beside, threads)

        def run(self) -> None:
            pass

    def build(host: str = "127.0.0.1", **options: Any) -> Flask:
        server.serve("dbname=x", host, 0, "reader", **options)
        return made.pop()

    monkeypatch.setattr(server, "create_app", create_app)
    monkeypatch.setattr(server, "_Server", Ready)
    monkeypatch.setattr("pgbooking.logs.configure", lambda: None)
    return build


def test_it_is_made_of_what_serve_was_told(
    build: Build, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "pgbooking")
    monkeypatch.setenv("PGBOOKING_JWT_SECRET", SECRET)
    app = build(threads=3, streams=Room(50), beside="worker", mail_folder=Path("/m"))
    *given, tokens, streams = app.config["GIVEN"]
    assert (given, streams) == (["dbname=x", "reader", 3], Room(50))
    assert tokens.claims(f"Bearer {token('staff')}")["role"] == "staff"
    assert app.config["SERVED"] == ("127.0.0.1", "worker", 3 + 50)
    assert app.config["MAILS"] == Path("/m")
    assert "MAILS" not in build().config, "mails are everybody's to read: the demo's only"
    assert caplog.messages == ["serving"] * 2


def test_what_runs_beside_lasts_as_long_as_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []

    @contextmanager
    def beside() -> Iterator[None]:
        heard.append("begins")
        yield
        heard.append("ends")

    worker = object.__new__(server._Worker)
    worker.app = SimpleNamespace(beside=beside)
    engine = SimpleNamespace(close=lambda: heard.append("closed"))
    worker.wsgi = SimpleNamespace(extensions={"pgbooking": engine})
    monkeypatch.setattr(
        "gunicorn.workers.gthread.ThreadWorker.run", lambda _: heard.append("serves")
    )
    worker.run()
    assert heard == ["begins", "serves", "ends", "closed"]


@pytest.mark.parametrize("stop", ["handle_exit", "handle_quit"])
def test_streams_are_ended_by_a_thread_that_holds_no_lock(
    monkeypatch: pytest.MonkeyPatch, stop: str
) -> None:
    heard: queue.Queue[Any] = queue.Queue()
    hub = SimpleNamespace(drain=lambda: heard.put(threading.current_thread()))
    worker = object.__new__(server._Worker)
    worker.wsgi = SimpleNamespace(extensions={"pgbooking.hub": hub})
    stopped: list[Any] = []
    monkeypatch.setattr(
        f"gunicorn.workers.gthread.ThreadWorker.{stop}", lambda _, *given: stopped.append(given)
    )
    getattr(worker, stop)(15, None)
    assert heard.get(timeout=30) is not threading.current_thread()
    assert stopped == [(15, None)]


@pytest.mark.parametrize("stop", ["handle_exit", "handle_quit"])
def test_it_can_be_stopped_while_it_begins(monkeypatch: pytest.MonkeyPatch, stop: str) -> None:
    stopped: list[Any] = []
    monkeypatch.setattr(
        f"gunicorn.workers.gthread.ThreadWorker.{stop}", lambda _, *given: stopped.append(given)
    )
    getattr(object.__new__(server._Worker), stop)(15, None)
    assert stopped == [(15, None)]


def test_streams_do_not_outlive_the_process_that_they_belong_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard: queue.Queue[str] = queue.Queue()
    worker = object.__new__(server._Worker)
    hub = SimpleNamespace(drain=lambda: heard.put("drained"))
    worker.wsgi = SimpleNamespace(extensions={"pgbooking.hub": hub})
    parent = "gunicorn.workers.gthread.ThreadWorker.is_parent_alive"
    monkeypatch.setattr(parent, lambda _: True)
    assert worker.is_parent_alive()
    assert heard.empty()
    monkeypatch.setattr(parent, lambda _: False)
    assert not worker.is_parent_alive()
    assert heard.get(timeout=30) == "drained"


def test_gunicorn_says_in_our_log_what_is_wrong_and_nothing_else(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    logger = server._Logger(Config())
    logger.info("GET /unsubscribe/token")
    logger.warning("too late")
    assert (caplog.messages, capsys.readouterr().err) == (["too late"], "")
    try:
        raise FileNotFoundError("a secret")
    except FileNotFoundError:
        logger.exception("of a secret")
    line = JsonFormatter().format(caplog.records[-1])
    assert "secret" not in line
    told = json.loads(line)
    assert (told["event"], told["error"]) == ("gunicorn.error", "FileNotFoundError")
    assert told["where"][0].startswith("test_server.py:")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_on_a_loopback_address_only_its_names_are_answered(build: Build, host: str) -> None:
    """Else a page of somebody else's could lead its own name here."""
    client = build(host).test_client()
    for name in ("127.0.0.1", "localhost", "[::1]"):
        for port in ("", ":8000"):
            assert client.get("/", headers={"Host": name + port}).status_code == 200, name
    for name in ("evil.example", "localhost.evil.example", "[::]", "x:y"):
        assert client.get("/", headers={"Host": name}).status_code == 400, name


def test_on_other_addresses_any_name_is_answered(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    listener = socket.create_server(("127.0.0.1", 0))  # for an address that this machine has not
    monkeypatch.setattr(socket, "create_server", lambda *_, **__: listener)
    client = build("192.0.2.1").test_client()
    assert client.get("/", headers={"Host": "shop.example"}).status_code == 200


@pytest.mark.parametrize(
    ("proxies", "address"), [(0, "127.0.0.1"), (1, "192.0.2.2"), (2, "192.0.2.1")]
)
def test_the_clients_address_is_what_our_own_proxies_say(
    build: Build, proxies: int, address: str
) -> None:
    headers = {"X-Forwarded-For": "192.0.2.1, 192.0.2.2", "X-Forwarded-Proto": "https"}
    answer = build(proxies=proxies).test_client().get("/", headers=headers)
    assert answer.json == [address, "http"]
