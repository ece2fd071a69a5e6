"""One POST: where it may go, what its answers are taken for, and that it comes to an end."""

import gzip
import ipaddress
import socket
import subprocess
import sys
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import timedelta
from http.client import HTTPConnection, HTTPResponse, IncompleteRead, RemoteDisconnected
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from pgbooking.errors import SetupError
from pgbooking.worker import posting, registry
from pgbooking.worker.addresses import ALLOW, RefusedError, allowed_networks, check, lookup
from pgbooking.worker.posting import Answer, UnreachableError, post
from tests import tls
from tests.harness import PATIENCE
from tests.receiver import Receiver, drop, receiver, status
from tests.smtp_server import trickle

LOCAL = (ipaddress.ip_network("127.0.0.0/8"), ipaddress.ip_network("::1"))


@pytest.fixture
def remote() -> Iterator[Receiver]:
    with receiver() as found:
        yield found


def resolve_to(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> list[str]:
    """Have every host name lead there; the names that were looked up."""
    asked: list[str] = []

    def getaddrinfo(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (text, port)) for text in addresses]

    monkeypatch.setattr("pgbooking.worker.addresses.socket.getaddrinfo", getaddrinfo)
    return asked


def test_a_request_arrives_as_it_was_sent(remote: Receiver) -> None:
    headers = {"webhook-id": "5", "user-agent": "salon"}
    answer = post(f"{remote.url}?a=b", '{"ü": 1}', headers, LOCAL)
    (request,) = remote.requests
    assert (answer.status, answer.is_success, answer.retry_after) == (200, True, None)
    assert (request.path, request.body.decode()) == ("/hook?a=b", '{"ü": 1}')
    assert request.headers["host"] == f"localhost:{remote.port}"
    assert request.headers["webhook-id"] == "5"
    assert request.headers["user-agent"] == "salon"
    post(remote.url, "", {}, LOCAL)
    assert remote.requests[1].headers["user-agent"].startswith("pgbooking/")


@pytest.mark.parametrize(
    "url",
    ["ftp://localhost/", "http:///hook", "localhost/hook", "https://a:99999/", "https://[/"],
)
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(RefusedError, match="no address of the web"):
        post(url, "", {}, None)


@pytest.mark.parametrize(
    ("url", "port"),
    [("https://a.example", 443), ("http://a.example", 80), ("http://a.example:443/", 443)],
)
def test_ports_follow_from_the_scheme(monkeypatch: pytest.MonkeyPatch, url: str, port: int) -> None:
    asked: list[int] = []

    def lookup(_: str, port: int, __: float) -> list[str]:
        asked.append(port)
        return []

    monkeypatch.setattr(posting, "lookup", lookup)
    with pytest.raises(UnreachableError, match="no connection"):
        post(url, "", {}, ())
    assert asked == [port]


def test_success_is_what_http_calls_so() -> None:
    codes = [code for code in range(100, 600) if Answer(code, 0, None).is_success]
    assert codes == list(range(200, 300))


def test_its_times_are_those_that_are_documented(repository: Path) -> None:
    assert posting.SOCKET_SECONDS <= posting.TOTAL_SECONDS
    assert f"within {posting.SOCKET_SECONDS:.0f} seconds" in (
        (repository / "booking.md").read_text()
    )


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
     "0.0.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1",
     "::ffff:10.0.0.1", "::10.0.0.1", "64:ff9b::10.0.0.1", "2002:a00:1::", "2001:db8::1",
     "64:ff9b:1::10.0.0.1", "::ffff:0:10.0.0.1", "fec0::1", "fe80::1%eth0", "::93.184.215.14"],
)  # fmt: skip
def test_what_is_not_public_is_refused(address: str) -> None:
    with pytest.raises(RefusedError, match="not public"):
        check(["93.184.215.14", address], (), is_secure=True)


def test_what_is_public_is_asked_by_https_only() -> None:
    public = ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::93.184.215.14"]
    check(public, (), is_secure=True)
    with pytest.raises(RefusedError, match="without TLS"):
        check(public, (), is_secure=False)


def test_the_operator_allows_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    assert allowed_networks() == ()
    monkeypatch.setenv(ALLOW, "10.1.0.0/16, 127.0.0.1")
    check(["10.1.2.3", "127.0.0.1"], allowed_networks(), is_secure=False)
    with pytest.raises(RefusedError):
        check(["10.1.2.3", "10.2.0.1"], allowed_networks(), is_secure=True)


@pytest.mark.parametrize("word", ["10.1.2.3/16", "localhost"])
def test_what_is_no_network_is_told_before_anything_is_sent(
    monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    monkeypatch.setenv(ALLOW, f"10.1.0.0/16, {word}")
    with pytest.raises(SetupError, match=f"{ALLOW}: .*{word}"):
        registry.ready(registry.by_kind(registry.found(), ["webhook"]))


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "https://[::1]/", "https://2130706433/",
                                 "https://0x7f.1/", "https://localhost/"])  # fmt: skip
def test_loopback_is_refused_however_it_is_written(url: str) -> None:
    with pytest.raises(RefusedError):
        post(url, "", {}, ())


def test_nothing_is_sent_to_who_is_refused(remote: Receiver) -> None:
    with pytest.raises(RefusedError):
        post(remote.url, "", {}, ())
    assert not remote.requests


def test_the_name_is_looked_up_once(remote: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = resolve_to(monkeypatch, "127.0.0.1")
    post(f"http://rebinding.example:{remote.port}/", "", {}, LOCAL)
    # the connection asks the same function for the address, which it has already
    assert asked == ["rebinding.example", "127.0.0.1"]
    assert remote.requests[0].headers["host"] == f"rebinding.example:{remote.port}"


def test_the_next_address_is_tried_but_not_all(
    remote: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = ["127.0.0.2", "127.0.0.1"]
    monkeypatch.setattr(posting, "lookup", lambda *_: found)
    assert post(remote.url, "", {}, LOCAL).status == 200
    found.insert(0, "127.0.0.3")
    with pytest.raises(UnreachableError, match="no connection"):
        post(remote.url, "", {}, LOCAL)


def test_a_redirect_is_not_followed(remote: Receiver) -> None:
    remote.answer = status(307, {"location": remote.url})
    answer = post(remote.url, "", {}, LOCAL)
    assert (answer.status, answer.is_success, len(remote.requests)) == (307, False, 1)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
        ("soon", None),
        ("9" * 30, 21600),
        ("9" * 5000, None),
        (f"Wed, 21 Oct {'9' * 20} 07:28:00 GMT", None),
    ],
)
def test_retry_after_is_read(remote: Receiver, header: str, seconds: int | None) -> None:
    remote.answer = status(429, {"retry-after": header})
    after = post(remote.url, "", {}, LOCAL).retry_after
    assert after == (None if seconds is None else timedelta(seconds=seconds))


def memory_of(send: Callable[[], Answer]) -> int:
    """How many bytes a request that succeeds takes at its most."""
    tracemalloc.start()
    try:
        assert send().is_success
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_each_address_is_there_once() -> None:
    assert lookup("127.0.0.1", 80, 5) == ["127.0.0.1"]


@pytest.mark.parametrize(
    ("is_silent", "told"), [(False, "no TLS connection"), (True, "no answer in time")]
)
def test_the_next_address_is_tried_where_one_has_no_tls(
    remote: Receiver, monkeypatch: pytest.MonkeyPatch, is_silent: bool, told: str
) -> None:
    monkeypatch.setattr(posting, "SOCKET_SECONDS", 0.2 if is_silent else 10)
    monkeypatch.setattr(posting, "lookup", lambda *_: ["127.0.0.1", "127.0.0.1"])
    taken: list[str] = []
    connect = socket.create_connection

    def counted(*given: Any) -> socket.socket:
        taken.append("one")
        return connect(*given)

    monkeypatch.setattr("pgbooking.worker.posting.socket.create_connection", counted)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1] if is_silent else remote.port
        with pytest.raises(UnreachableError, match=told):
            post(f"https://localhost:{port}/", "", {}, LOCAL)
    assert len(taken) == 2


@pytest.mark.parametrize(
    "error",
    [ConnectionResetError(), BrokenPipeError(), RemoteDisconnected(""), IncompleteRead(b"")],
)
def test_a_connection_is_lost_in_many_ways(error: Exception) -> None:
    assert posting._reason(error, is_too_late=False) == "the connection was lost"


def test_no_watch_is_left_over(remote: Receiver) -> None:
    """It is a thread, and would live for longer than many messages take."""
    assert post(remote.url, "", {}, LOCAL).is_success
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer):
            thread.join(posting.TOTAL_SECONDS / 2)
            assert not thread.is_alive()


def test_a_process_ends_before_its_watches_do() -> None:
    """The worker's, where its grace is over: a thread that is no daemon is waited for."""
    code = "from pgbooking.worker import posting; posting._Watch(600).__enter__()"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=PATIENCE)


def test_nothing_is_begun_when_the_time_is_over() -> None:
    """It would go on without an end: who hangs up has been there already."""
    with posting._Watch(0) as watch, socket.socket() as late, pytest.raises(TimeoutError):
        watch.over(late)


def test_who_has_gone_is_no_trouble_for_the_watch() -> None:
    with posting._Watch(0.1) as watch, socket.socket() as unconnected:
        watch.over(unconnected)
        watch._timer.join()
    assert watch.is_over


def test_a_long_answer_is_not_read(remote: Receiver) -> None:
    remote.answer = status(200, body=b"x" * 10**7)
    assert memory_of(lambda: post(remote.url, "", {}, LOCAL)) < 10**6


def test_a_dropped_connection_and_a_closed_port_are_told(remote: Receiver) -> None:
    remote.answer = drop
    with pytest.raises(UnreachableError, match="connection was lost"):
        post(remote.url, "", {}, LOCAL)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        with pytest.raises(UnreachableError, match="no connection"):
            post(f"http://localhost:{free.getsockname()[1]}/", "", {}, LOCAL)


def test_a_host_without_an_address_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def getaddrinfo(*_: Any, **__: Any) -> list[Any]:
        raise socket.gaierror

    monkeypatch.setattr("pgbooking.worker.addresses.socket.getaddrinfo", getaddrinfo)
    with pytest.raises(UnreachableError, match="no address"):
        post("https://nowhere.example/", "", {}, ())


def test_who_hangs_is_given_up(remote: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "SOCKET_SECONDS", 0.1)

    def hang(_: BaseHTTPRequestHandler) -> None:
        remote.released.wait()

    remote.answer = hang
    with pytest.raises(UnreachableError, match="no answer in time"):
        post(remote.url, "", {}, LOCAL)


def test_who_trickles_is_given_up(remote: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    def trickle(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.flush_headers()
        for _ in range(90):
            handler.wfile.write(b"x-more: x\r\n")
            remote.released.wait(0.03)
        handler.end_headers()

    remote.answer = trickle
    monkeypatch.setattr(posting, "TOTAL_SECONDS", 0.2)
    with pytest.raises(UnreachableError, match="no answer in time"):
        post(remote.url, "", {}, LOCAL)


def test_who_trickles_tls_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "TOTAL_SECONDS", 0.3)
    record = b"\x16\x03\x03\x40\x00"  # of 16 KiB, byte by byte
    told = pytest.raises(UnreachableError, match="no answer in time")
    with trickle(record, b"\x02") as port, told:
        post(f"https://127.0.0.1:{port}/", "", {}, LOCAL)


def test_a_resolver_that_hangs_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    is_over = threading.Event()
    monkeypatch.setattr(
        "pgbooking.worker.addresses.socket.getaddrinfo", lambda *_, **__: is_over.wait() and []
    )
    monkeypatch.setattr(posting, "TOTAL_SECONDS", 0.1)
    try:
        with pytest.raises(UnreachableError, match="no answer in time"):
            post("https://slow.example/", "", {}, LOCAL)
        (left,) = [thread for thread in threading.enumerate() if thread.name == "lookup"]
        assert left.daemon, "the worker can end without it"
    finally:
        is_over.set()


def when_answered(monkeypatch: pytest.MonkeyPatch, act: Callable[[HTTPConnection], object]) -> None:
    """Have something happen before the rest of an answer is read, however long its head took."""

    class Connection(HTTPConnection):
        def getresponse(self) -> HTTPResponse:
            found = super().getresponse()
            read = found.read

            def read_rest(most: int) -> bytes:
                act(self)
                return read(most)

            monkeypatch.setattr(found, "read", read_rest)
            return found

    monkeypatch.setattr(posting, "HTTPConnection", Connection)


def test_who_has_answered_may_trickle_the_rest(
    remote: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trickle(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("content-length", "1000")
        handler.end_headers()
        while not remote.released.wait(0.02):
            handler.wfile.write(b"x")

    remote.answer = trickle
    watch = posting._Watch(posting.TOTAL_SECONDS)
    monkeypatch.setattr(posting, "_Watch", lambda _: watch)

    def end(_: HTTPConnection) -> None:
        """As when its time is over by then."""
        watch._until = 0.0
        watch._hang_up()

    when_answered(monkeypatch, end)
    assert post(remote.url, "", {}, LOCAL).is_success


@pytest.mark.parametrize(
    ("header", "rest"), [("content-length: 9", b"x"), ("transfer-encoding: chunked", b"what?\r\n")]
)
@pytest.mark.parametrize("hangs", [True, False])
def test_what_follows_an_answer_does_not_matter(
    remote: Receiver, monkeypatch: pytest.MonkeyPatch, header: str, rest: bytes, hangs: bool
) -> None:
    when_answered(monkeypatch, lambda connection: connection.sock.settimeout(0.1))

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(f"HTTP/1.1 200 OK\r\n{header}\r\n\r\n".encode() + rest)
        if hangs:
            remote.released.wait()

    remote.answer = answer
    assert post(remote.url, "", {}, LOCAL).is_success


def test_what_is_no_name_has_no_address() -> None:
    with pytest.raises(UnreachableError, match="no address"):
        post(f"https://{'a' * 64}.example/", "", {}, ())


def test_a_packed_answer_is_not_unpacked(remote: Receiver) -> None:
    bomb = gzip.compress(b"x" * 10**7)
    remote.answer = status(200, {"content-encoding": "gzip"}, bomb)
    assert memory_of(lambda: post(remote.url, "", {}, LOCAL)) < 10**6


def test_tls_is_checked_for_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    certificate = tls.certificate(tmp_path)
    with receiver(certificate) as remote:
        with pytest.raises(UnreachableError, match="certificate"):
            post(remote.url, "", {}, LOCAL)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert post(remote.url, "", {}, LOCAL).status == 200
        resolve_to(monkeypatch, "127.0.0.1")
        with pytest.raises(UnreachableError, match="certificate"):
            post(f"https://example.org:{remote.port}/", "", {}, LOCAL)
        assert len(remote.requests) == 1
