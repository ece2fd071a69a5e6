"""One table of requests, two servers: what the real PostgREST answers, Flask answers, too."""

import http.client
import json
import re
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest
import waitress
from psycopg.conninfo import make_conninfo

from pgbooking.app import create_app
from pgbooking.deploy import load_samples
from pgbooking.tokens import Tokens
from tests import tiny
from tests.contract_cases import CASES, NOW, Case
from tests.contract_tokens import AUDIENCE, AUTHORIZATIONS, JWKS
from tests.harness import TestServer
from tests.postgrest import pinned_version, postgrest

SHAPE = {"code", "message", "details", "hint"}
_HEADERS = (
    "Content-Range", "Content-Profile", "Content-Type", "Preference-Applied", "Retry-After",
    "WWW-Authenticate",
)  # fmt: skip
_UUID = re.compile(r"\b(?!5a100000|0{8})[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
_OWN_HEADERS = re.compile(r'"(host|authorization)": "[^"]*"')
Answer = tuple[int, dict[str, str], bytes]


@contextmanager
def salon(server: TestServer) -> Iterator[str]:
    """A database with the salon and the miniature contract, at a fixed time, for a web server."""
    with server.clone() as superuser:
        load_samples(superuser)
        with psycopg.connect(superuser, autocommit=True) as connection:
            connection.execute(_PREPARATION)
            connection.execute(tiny.API.encode())
            connection.execute(_PERMISSIONS)
        yield make_conninfo(superuser, user="authenticator", options=f"-c booking.now={NOW}")


@pytest.fixture(scope="module")
def real(server: TestServer) -> Iterator[str]:
    with (
        salon(server) as conninfo,
        postgrest(conninfo, {"JWT_SECRET": JWKS, "JWT_AUD": AUDIENCE}) as url,
    ):
        yield url


@pytest.fixture(scope="module")
def ours(server: TestServer) -> Iterator[str]:
    with salon(server) as conninfo, flask(conninfo) as url:
        yield url


@contextmanager
def flask(conninfo: str) -> Iterator[str]:
    """Serve the contract by Flask; yields the URL."""
    app = create_app(conninfo, pool_size=4, tokens=Tokens(JWKS, AUDIENCE))
    listener = waitress.create_server(app, host="127.0.0.1", port=0, threads=4, ident=None)
    thread = threading.Thread(target=listener.run)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.effective_port}"
    finally:
        listener.close()
        thread.join()
        app.extensions["pgbooking"].close()


def ask(url: str, case: Case, authorization: str | None) -> Answer:
    """Send a case's request exactly as it is written."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
    headers = dict(case.headers)
    data = case.body
    if data is not None:
        data = data if isinstance(data, str | bytes) else json.dumps(data)
        data = data if isinstance(data, bytes) else data.encode()
        headers.setdefault("Content-Type", "application/json")
        headers["Content-Length"] = str(len(data))
    if authorization is not None:
        headers["Authorization"] = authorization
    connection.putrequest(case.method, case.path, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders(data)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    found = {name: response.getheader(name, "") for name in _HEADERS}
    found["Content-Type"] = found["Content-Type"].partition(", ")[0]  # PostgREST's 406 has two
    return response.status, found, body


def code_of(answer: Answer) -> str | None:
    found = json.loads(answer[2]) if answer[0] >= 400 and answer[2] else None
    return found.get("code") if isinstance(found, dict) else None


def readable(body: bytes) -> Any:
    """A body for comparison: numbers to the digit, ids that were made up replaced."""
    text = _OWN_HEADERS.sub(r'"\1": "…"', _UUID.sub("<id>", body.decode()))
    return json.loads(text, parse_float=Decimal) if text else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_both_servers_answer_alike(case: Case, real: str, ours: str) -> None:
    authorization = AUTHORIZATIONS[case.token]() if case.token else None
    expected, found = ask(real, case, authorization), ask(ours, case, authorization)
    assert expected[0] == case.status, expected
    if case.method != "HEAD":
        assert code_of(expected) == case.code, expected
    if case.status >= 400 and case.code and case.method != "HEAD":
        assert set(json.loads(expected[2])) >= SHAPE
        assert set(json.loads(found[2])) >= SHAPE
    if case.flask:
        assert (found[0], code_of(found)) == case.flask, found
        return
    assert found[0] == case.status, found
    if case.only_code:
        assert code_of(found) == case.code, found
        return
    assert found[1] == expected[1]
    assert readable(found[2]) == readable(expected[2])


def test_every_case_has_a_name_of_its_own_and_every_difference_a_reason() -> None:
    twice = [name for name, count in Counter(case.name for case in CASES).items() if count > 1]
    assert twice == []
    assert [case.name for case in CASES if case.flask and not case.why] == []


def test_the_server_is_the_pinned_release(real: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(real).netloc, timeout=30)
    connection.request("HEAD", "/rpc/add?p_a=1")
    assert connection.getresponse().headers["Server"] == f"postgrest/{pinned_version()}"
    connection.close()


_PREPARATION = b"""
    alter role authenticator login;
    grant booking_tester to authenticator;
    create table booking.note (note_id integer generated always as identity, body text)
"""
_PERMISSIONS = b"""
    grant execute on function
        booking_v1.echo, booking_v1.numbers, booking_v1.add, booking_v1.nothing, booking_v1.claims,
        booking_v1.write_note, booking_v1.teapot, booking_v1.words, booking_v1.raise_plainly,
        booking_v1.refuse, booking_v1.crash
    to anon, authenticated, service_role
"""
