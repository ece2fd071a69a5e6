"""One table of requests, two servers: what the real PostgREST answers, Flask answers, too."""

import http.client
import json
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.contract_cases import CASES, Case
from tests.contract_servers import flask, real_postgrest, salon
from tests.contract_tokens import AUTHORIZATIONS
from tests.harness import TestServer
from tests.postgrest import pinned_version

SHAPE = {"code", "message", "details", "hint"}
_HEADERS = (
    "Content-Range", "Content-Profile", "Content-Type", "Preference-Applied", "Retry-After",
    "WWW-Authenticate",
)  # fmt: skip
_UUID = re.compile(r"\b(?!5a100000|0{8})[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
_OWN_HEADERS = re.compile(r'"(host|authorization)": "[^"]*"')
Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture(scope="module")
def real(server: TestServer) -> Iterator[str]:
    with salon(server) as conninfo, real_postgrest(conninfo) as url:
        yield url


@pytest.fixture(scope="module")
def ours(server: TestServer) -> Iterator[str]:
    with salon(server) as conninfo, flask(conninfo) as url:
        yield url


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


def test_the_manual_tells_the_tables_size_and_every_difference() -> None:
    manual = (Path(__file__).parents[1] / "booking.md").read_text(encoding="utf-8")
    size = f"{len(CASES)} requests, to PostgREST {pinned_version()} and to Flask"
    assert size in " ".join(manual.split())
    reasons = {case.why for case in CASES if case.flask}
    assert [reason for reason in sorted(reasons) if f"| {reason} |" not in manual] == []
