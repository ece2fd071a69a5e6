"""One table of requests, two servers: what the real PostgREST answers, Flask answers, too."""

import http.client
import json
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
_NAMES = ("select", "order", "limit", "offset", "and", "or", "not.and", "not.or")
_REQUEST_HEADERS = ("Accept", "Accept-Profile", "Authorization", "Prefer", "Range")
FUNCTIONS = sorted(
    file.stem for file in (Path(__file__).parents[1] / "sql" / "functions" / "api").glob("*.sql")
)
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
        if value is not None:
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
    is_json = text and not text.startswith("BEGIN:VCALENDAR")
    return json.loads(text, parse_float=Decimal) if is_json else text


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


@pytest.mark.parametrize("token", [None, "anon", "authenticated", "service"])
@pytest.mark.parametrize("function", FUNCTIONS)
def test_every_function_answers_alike_when_called_with_nothing(
    function: str, token: str | None, real: str, ours: str
) -> None:
    authorization = AUTHORIZATIONS[token]() if token else None
    case = Case("", "POST", f"/rpc/{function}", body={})
    expected, found = ask(real, case, authorization), ask(ours, case, authorization)
    assert expected[0] < 500, expected
    # PostgREST calls a function of one JSON argument although that is missing
    code = "PGRST202" if code_of(expected) == "42883" else code_of(expected)
    assert (found[0], code_of(found)) == (expected[0], code)


_ODD = st.text(alphabet="abn_.,:()\"'\\\\ *%{}[];-<>=!&\0\u00e9\u2028", max_size=12)
_HEADER = st.text(alphabet='abn0123456789-=,;/*+. "', max_size=20)


@settings(max_examples=100, deadline=None)
@given(
    query=st.lists(st.tuples(st.sampled_from([*_NAMES, "n", "p_last"]) | _ODD, _ODD), max_size=4),
    headers=st.dictionaries(st.sampled_from(_REQUEST_HEADERS), _HEADER, max_size=2),
)
def test_no_request_is_a_failure_of_the_server(
    ours: str, query: list[tuple[str, str]], headers: dict[str, str | None]
) -> None:
    path = f"/rpc/numbers?{urlencode([('p_last', '3'), *query])}"
    status, _, body = ask(ours, Case("", "GET", path, headers=headers), None)
    assert status < 500, body


_TEXT = st.text(alphabet="ab,.:()\"\\ *%'\u00e9", max_size=4)


def _quoted(text: str) -> str:
    return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'


@settings(max_examples=100, deadline=None)
@given(
    text=_TEXT,
    name=_TEXT.map(_quoted),
    operator=st.sampled_from(["eq", "neq", "gt", "like", "not.ilike", "isdistinct"]),
    values=st.lists(_TEXT | _TEXT.map(_quoted), min_size=1, max_size=3),
)
def test_what_flask_reads_of_a_query_string_it_reads_as_postgrest(
    real: str, ours: str, text: str, name: str, operator: str, values: list[str]
) -> None:
    conditions = f"(body.{operator}.{values[0]},body.in.({','.join(values)}))"
    query = urlencode({"p_text": text, "select": f"{name}:body", "or": conditions})
    case = Case("", "GET", f"/rpc/echo?{query}")
    found = ask(ours, case, None)
    assert found[0] in (200, 400), found
    if found[0] == 200:
        assert found == ask(real, case, None)


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
