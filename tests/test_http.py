"""The HTTP doors over a miniature contract: calling convention, errors, bad input, logs."""

import json
import logging
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psycopg
import pytest
from flask import Flask
from psycopg.conninfo import make_conninfo

from pgbooking import contract, database
from pgbooking.app import BODY_LIMIT, create_app
from pgbooking.deploy import deploy
from pgbooking.engine import Engine
from pgbooking.logs import JsonFormatter
from tests import tiny
from tests.harness import PATIENCE, TestServer, until

Client = Any  # flask.testing.FlaskClient, whose `json` may be None as far as mypy knows
SHAPE = {"code", "message", "details", "hint"}


@pytest.fixture(scope="module")
def conninfo(server: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with server.clone("template0") as found:
        deploy(found, tiny.write(tmp_path_factory.mktemp("tiny")))
        yield found


@pytest.fixture(scope="module")
def app(conninfo: str) -> Iterator[Flask]:
    made = create_app(conninfo, role="anon", pool_size=2)
    yield made
    made.extensions["pgbooking"].close()


@pytest.fixture
def client(app: Flask) -> Client:
    return app.test_client()


def post(client: Client, function: str, **arguments: Any) -> Any:
    return client.post(f"/rpc/{function}", json=arguments)


def refused(response: Any, status: int, code: str) -> dict[str, Any]:
    assert response.mimetype == "application/json"
    body: dict[str, Any] = response.json
    assert (response.status_code, body["code"]) == (status, code), body
    assert set(body) == SHAPE
    assert "\n" not in body["message"]
    return body


def test_post_and_get_call_a_function_by_argument_names(client: Client) -> None:
    assert post(client, "add", p_a=2, p_b=3).json == 5
    assert client.get("/rpc/add?p_a=2").json == 3


def test_a_set_is_an_array_of_objects(client: Client) -> None:
    rows = post(client, "numbers", p_last=2).json
    assert rows == [{"n": 1, "half": 0.5}, {"n": 2, "half": 1.0}]
    assert post(client, "numbers", p_last=0).json == []


def test_every_type_of_argument_arrives(client: Client) -> None:
    given = {
        "p_text": 'O\'Hara \\ "x" \u00e9 {1,2}',
        "p_at": "2026-04-02T10:00:00+02:00",
        "p_ids": ["00000000-0000-0000-0000-000000000001"],
        "p_data": {"a": [1, None, "\u2028"], "b": 'quote"'},
        "p_count": 3,
        "p_flag": False,
        "p_day": "2026-04-02",
        "p_price": 12.1,
    }
    (row,) = post(client, "echo", **given).json
    assert row == {
        "body": given["p_text"],
        "at": "2026-04-02T08:00:00+00:00",
        "ids": given["p_ids"],
        "data": given["p_data"],
        "count": 3,
        "flag": False,
        "day": "2026-04-02",
        "price": 12.1,
    }
    (row,) = post(client, "echo", p_text=None, p_data=["a list", 5], p_ids=[]).json
    assert (row["body"], row["data"], row["ids"]) == (None, ["a list", 5], [])
    (row,) = post(client, "echo", p_data="text", p_text=5).json
    assert (row["data"], row["body"]) == ("text", "5")


def test_get_reads_arguments_from_the_query(client: Client) -> None:
    query = {"p_at": "2026-04-02T10:00:00+02:00", "p_count": "7", "p_flag": "true"}
    (row,) = client.get("/rpc/echo", query_string=query).json
    assert (row["at"], row["count"], row["flag"]) == ("2026-04-02T08:00:00+00:00", 7, True)
    one, two = (f"00000000-0000-0000-0000-00000000000{n}" for n in (1, 2))
    assert client.get(f"/rpc/echo?p_ids={{{one},{two}}}").json[0]["ids"] == [one, two]
    refused(client.get("/rpc/add?p_a=1&p_a=2"), 400, "PGRST100")


def test_void_is_no_content(client: Client) -> None:
    response = post(client, "nothing")
    assert (response.status_code, response.data) == (204, b"")
    assert "Content-Type" not in response.headers


def test_limit_offset_and_order_page_a_set(client: Client) -> None:
    response = client.get("/rpc/numbers?p_last=9&order=n.desc&limit=2&offset=1")
    assert [row["n"] for row in response.json] == [8, 7]
    response = client.post("/rpc/numbers?order=half.asc.nullsfirst,n&limit=1", json={"p_last": 9})
    assert [row["n"] for row in response.json] == [1]


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("order=secret", 400, "42703"), ("order=n;drop", 400, "PGRST100"),
        ("order=n.up", 400, "PGRST100"), ("order=n.desc.nulls", 400, "PGRST100"),
        ("limit=-1", 416, "PGRST103"), ("limit=x", 400, "PGRST100"), ("limit=", 400, "PGRST100"),
        ("limit=1e3", 400, "PGRST100"), ("offset=%00", 400, "PGRST100"),
        ("limit=99999999999999999999", 400, "22003"), (f"limit={'9' * 5000}", 400, "PGRST100"),
    ],
)  # fmt: skip
def test_paging_that_makes_no_sense_is_refused(
    client: Client, query: str, status: int, code: str
) -> None:
    refused(client.get(f"/rpc/numbers?p_last=3&{query}"), status, code)


def test_a_range_with_more_digits_than_there_are_rows_is_none(client: Client) -> None:
    digits = "9" * 5000  # more than Python makes a number of
    response = client.get("/rpc/numbers?p_last=2", headers={"Range": f"0-{digits}"})
    assert (response.status_code, len(response.json)) == (200, 2)


def test_one_object_on_demand(client: Client) -> None:
    accept = {"Accept": "application/vnd.pgrst.object+json"}
    response = client.get("/rpc/numbers?p_last=1", headers=accept)
    assert (response.json, response.mimetype) == ({"n": 1, "half": 0.5}, accept["Accept"])
    for last in (0, 2):
        body = refused(client.get(f"/rpc/numbers?p_last={last}", headers=accept), 406, "PGRST116")
        assert f"{last} rows" in body["details"]


def test_an_unknown_function_or_argument_is_told_apart(client: Client) -> None:
    refused(post(client, "no_such"), 404, "PGRST202")
    refused(post(client, "pg_sleep"), 404, "PGRST202")
    body = refused(post(client, "add", p_a=1, p_c=2), 404, "PGRST202")
    assert "booking_v1.add(p_a, p_c)" in body["message"]
    assert body["hint"] == "Perhaps you meant to call the function booking_v1.add(p_a, p_b)"
    body = refused(post(client, "add"), 404, "PGRST202")
    assert "without parameters" in body["message"]
    refused(client.get("/rpc/add?p_a=1&x);--=2"), 404, "PGRST202")


@pytest.mark.parametrize(
    "data",
    [b"{", b"[1]", b'"x"', b"null", b"\xff\xfe", b'{"p_a": NaN}', b'{"p_a": 1e999}',
     b'{"p_a": -1e999}', b"[" * 200_000, b'{"p_a": ' + b"1" * 5000 + b"}"],
)  # fmt: skip
def test_a_body_that_is_no_json_object_is_refused(client: Client, data: bytes) -> None:
    response = client.post("/rpc/add", data=data, content_type="application/json")
    refused(response, 400, "PGRST102")


def test_another_media_type_is_refused(client: Client) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        refused(client.post("/rpc/add", data=b'{"p_a": 1}', content_type=kind), 400, "PGRST102")


@pytest.mark.parametrize(
    ("argument", "value", "code"),
    [
        ("p_at", "soon", "22007"), ("p_at", "2026-04-02T10:00:00 02:00", "22007"),
        ("p_at", "2026-13-02T10:00Z", "22008"), ("p_at", "2026-02-30T10:00Z", "22008"),
        ("p_at", 1775116800, "22008"), ("p_at", "2026-04-02T25:00Z", "22008"),
        ("p_at", "", "22007"), ("p_at", ["soon"], "22007"),
        ("p_day", "2026-02-30", "22008"), ("p_ids", ["x"], "22P02"), ("p_ids", "x", "22P02"),
        ("p_ids", [["x"]], "22P02"), ("p_ids", {"a": 1}, "22P02"), ("p_count", "three", "22P02"),
        ("p_count", 1.5, "22P02"), ("p_count", 2**40, "22003"), ("p_count", True, "22P02"),
        ("p_flag", "perhaps", "22P02"), ("p_text", "a\0b", "22P05"),
        ("p_text", "\ud800", "PGRST102"), ("p_data", {"a": "\0"}, "22P05"),
        ("p_data", {"a": "\ud800"}, "PGRST102"), ("p_price", "1,5", "22P02"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_read_is_refused(
    client: Client, argument: str, value: Any, code: str
) -> None:
    data = json.dumps({argument: value})
    response = client.post("/rpc/echo", data=data, content_type="application/json")
    refused(response, 400, code)
    assert client.get("/rpc/add?p_a=1").json == 2


def test_nul_bytes_in_paths_and_queries_do_no_harm(client: Client) -> None:
    refused(client.get("/rpc/echo?p_text=a%00b"), 400, "22P05")
    refused(client.get("/rpc/a%00b"), 404, "PGRST202")
    refused(client.get("/rpc/%ff"), 404, "PGRST202")
    refused(client.get("/rpc/echo?p%00=1"), 404, "PGRST202")


def test_text_is_never_sql(client: Client) -> None:
    text = "'; drop schema booking cascade; --"
    assert post(client, "echo", p_text=text).json[0]["body"] == text
    assert client.get("/rpc/echo", query_string={"p_text": text}).json[0]["body"] == text


def test_an_error_of_the_engine_keeps_its_code_details_and_hint(client: Client) -> None:
    body = refused(post(client, "refuse"), 409, "slot_taken")
    assert body["message"] == "Somebody was faster"
    assert (body["details"], body["hint"]) == ('{"alternatives": ["Zo\u00eb"]}', "Choose.")


def test_an_unexpected_error_tells_nothing(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "pgbooking"):
        response = post(client, "crash", p_secret="s3cr3t")
    refused(response, 500, "internal_error")
    assert "s3cr3t" not in response.text
    fields = [record.__dict__["fields"] for record in caplog.records]
    assert "s3cr3t" not in str(fields)
    failure = next(found for found in fields if "sqlstate" in found)
    assert failure["sqlstate"] == "P0001"
    assert failure["correlation_id"] == response.headers["X-Correlation-Id"]


def test_response_status_and_headers_come_from_the_function(client: Client) -> None:
    response = post(client, "teapot")
    assert (response.status_code, response.headers["Retry-After"]) == (418, "7")
    assert response.json[0]["code"] == "teapot"
    assert client.get("/rpc/add?p_a=1").status_code == 200


def test_reads_run_read_only(client: Client) -> None:
    assert client.get("/rpc/claims").json["read_only"] == "on"
    assert post(client, "claims").json["read_only"] == "on"
    refused(client.get("/rpc/write_note?p_body=x"), 405, "25006")
    assert isinstance(post(client, "write_note", p_body="x").json, int)


def test_the_database_sees_role_and_request_as_from_postgrest(client: Client) -> None:
    seen = client.post("/rpc/claims", headers={"X-Tenant": "salon"}).json
    assert (seen["role"], seen["method"], seen["path"]) == ("anon", "POST", "/rpc/claims")
    assert (seen["claims"], seen["headers"]["x-tenant"]) == ('{"role":"anon"}', "salon")


def test_a_refused_transaction_writes_nothing(client: Client) -> None:
    first = post(client, "write_note", p_body="x").json
    refused(post(client, "write_note", p_body="a\0b"), 400, "22P05")
    assert post(client, "write_note", p_body="x").json == first + 1


def test_unknown_paths_and_methods_have_the_same_shape(client: Client) -> None:
    refused(client.get("/nothing/here"), 404, "not_found")
    refused(client.post("/rpc//add"), 404, "not_found")
    response = client.delete("/rpc/add")
    refused(response, 405, "PGRST101")
    refused(client.post("/healthz"), 405, "method_not_allowed")
    assert response.headers["Allow"] == "OPTIONS,GET,HEAD,POST"
    assert client.options("/rpc/add").headers["Allow"] == response.headers["Allow"]


def test_a_large_body_is_refused(client: Client) -> None:
    data = b'{"p_text": "' + b"x" * BODY_LIMIT + b'"}'
    response = client.post("/rpc/echo", data=data, content_type="application/json")
    refused(response, 413, "request_entity_too_large")


def test_a_correlation_id_is_kept_if_sane_and_made_otherwise(client: Client) -> None:
    def answer(given: str) -> str:
        response = client.get("/rpc/add?p_a=1", headers={"X-Correlation-Id": given})
        return str(response.headers["X-Correlation-Id"])

    assert answer("abc-1.2_3") == "abc-1.2_3"
    for bad in ("", "x" * 65, "a b", "\u00e9", '"'):
        assert len(answer(bad)) == 32
    assert len(client.get("/nothing").headers["X-Correlation-Id"]) == 32


def test_a_proxys_request_id_is_as_good(client: Client) -> None:
    """As `booking.caller` has it, and so PostgREST."""
    headers = {"X-Request-Id": "r-1"}
    assert client.get("/nothing", headers=headers).headers["X-Correlation-Id"] == "r-1"
    headers["X-Correlation-Id"] = "c-1"
    assert client.get("/nothing", headers=headers).headers["X-Correlation-Id"] == "c-1"


def test_a_database_that_gave_up_is_told_of_in_the_log(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    """A full disk, too many connections, no room for locks: all 503, and what to mend differs."""
    with caplog.at_level(logging.INFO, "pgbooking"):
        response = post(client, "fail", p_sqlstate="53100")
    refused(response, 503, "unavailable")
    fields = [record.__dict__["fields"] for record in caplog.records]
    [failure] = [found for found in fields if "sqlstate" in found]
    assert (failure["error"], failure["sqlstate"]) == ("DiskFull", "53100")
    assert failure["correlation_id"] == response.headers["X-Correlation-Id"]
    assert "somebody else" not in str(fields)


def test_a_request_is_one_log_line_without_personal_data(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "pgbooking"):
        client.get("/rpc/echo?p_text=otto@example.org")
        client.get("/rpc/otto@example.org")
        client.options("/rpc/otto@example.org")
    first, *others = [record.__dict__["fields"] for record in caplog.records]
    assert (first["route"], first["function"], first["status"]) == ("/rpc/<name>", "echo", 200)
    assert len(others) == 2
    assert "otto" not in str((first, others))


def test_health_tells_the_release(client: Client) -> None:
    assert client.get("/healthz").json == {"status": "ok", "release": "1.2.0"}


def test_a_new_function_is_found_after_a_deployment(
    client: Client, conninfo: str, tmp_path: Path, app: Flask
) -> None:
    refused(post(client, "later"), 404, "PGRST202")
    later = "create function booking_v1.later() returns integer language sql as 'select 7';"
    deploy(conninfo, tiny.write(tmp_path, functions__later=later))
    app.extensions["pgbooking"]._read_at = float("-inf")
    assert post(client, "later").json == 7


def test_a_function_that_has_other_arguments_now_is_asked_for_anew(
    client: Client, conninfo: str, app: Flask
) -> None:
    engine = app.extensions["pgbooking"]
    made = "create function booking_v1.changed({} integer) returns integer return 7;"
    allowed = "grant execute on function booking_v1.changed to public"
    with psycopg.connect(conninfo, autocommit=True) as connection:
        connection.execute((made.format("p_old") + allowed).encode())
        engine.refresh()
        assert post(client, "changed", p_old=1).json == 7
        gone = "drop function booking_v1.changed;"
        connection.execute((gone + made.format("p_new") + allowed).encode())
    engine._read_at = time.monotonic() - 2  # long ago for who failed, and for nobody else
    refused(post(client, "changed", p_old=1), 404, "42883")
    refused(post(client, "changed", p_old=1), 404, "PGRST202")


def test_connections_are_in_utc_and_utf_8_whatever_the_database_is_in(conninfo: str) -> None:
    foreign = make_conninfo(conninfo, options="-c timezone=Asia/Tokyo", client_encoding="LATIN1")
    with database.connect(foreign) as connection:
        status = connection.info.parameter_status
        assert (status("TimeZone"), status("client_encoding")) == ("UTC", "UTF8")
    app = create_app(foreign, pool_size=1)
    try:
        names = ("TimeZone", "client_encoding")
        answers = [app.test_client().get(f"/rpc/setting?p_name={name}") for name in names]
        assert [answer.json for answer in answers] == ["UTC", "UTF8"]
    finally:
        app.extensions["pgbooking"].close()


def test_a_database_that_is_away_is_503(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    away = create_app(f"host={tmp_path} dbname=x", pool_size=1)
    away.extensions["pgbooking"]._pool.timeout = 0.2
    try:
        client = away.test_client()
        for path in ("/rpc/add?p_a=1", "/healthz"):
            response = client.get(path)
            refused(response, 503, "unavailable")
            assert response.headers["Retry-After"] == "1"
    finally:
        away.extensions["pgbooking"].close()
    # without the reason an operator would know only that something is wrong
    why = [json.loads(JsonFormatter().format(found)) for found in caplog.records]
    assert any(str(tmp_path) in line.get("message", "") for line in why)


def test_nobody_waits_for_others_who_find_no_database(tmp_path: Path) -> None:
    engine = Engine(f"host={tmp_path} dbname=x", "anon", pool_size=1, patience=0.1)

    def ask() -> None:
        with pytest.raises(psycopg.OperationalError):
            engine.function("add")

    try:
        # somebody looks for it all the while, and nobody takes their turn after them
        with ThreadPoolExecutor(20) as callers, engine._reading:
            for asking in [callers.submit(ask) for _ in range(20)]:
                asking.result(PATIENCE)
    finally:
        engine.close()


def test_what_one_reads_of_the_catalog_is_for_all_who_wait(
    conninfo: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[str] = []
    asked: list[float] = []

    def slowly(connection: psycopg.Connection[Any]) -> dict[str, contract.Function]:
        reads.append("the catalog")
        until(lambda: len(asked) > 20)  # twice by each, and by who reads
        return read(connection)

    def clock() -> float:
        now = time.monotonic()
        asked.append(now)
        return now

    read = contract.catalog
    monkeypatch.setattr(contract, "catalog", slowly)
    monkeypatch.setattr("pgbooking.engine.time", SimpleNamespace(monotonic=clock))
    engine = Engine(conninfo, "anon", pool_size=1)
    try:
        with ThreadPoolExecutor(10) as callers:
            found = list(callers.map(engine.function, ["add"] * 10))
    finally:
        engine.close()
    assert {function.name for function in found} == {"add"}
    assert len(reads) <= 2, "the first one's, and one for who asked while that was at it"


def test_a_server_that_is_set_up_wrongly_says_so(server: TestServer, conninfo: str) -> None:
    with server.clone("template0") as empty:
        bare = create_app(empty, pool_size=1)
        try:
            refused(bare.test_client().get("/rpc/add?p_a=1"), 503, "unavailable")
            refused(bare.test_client().get("/api/v1/bookings"), 503, "unavailable")
        finally:
            bare.extensions["pgbooking"].close()
    with psycopg.connect(conninfo, autocommit=True) as connection:
        connection.execute("create role http_stranger login")  # no member of any role
    strange = make_conninfo(conninfo, user="http_stranger")
    stranger = create_app(strange, "service_role", pool_size=1)
    try:
        body = refused(stranger.test_client().get("/healthz"), 503, "unavailable")
        assert "Grant it service_role" in body["hint"]
    finally:
        stranger.extensions["pgbooking"].close()
        with psycopg.connect(conninfo, autocommit=True) as connection:
            connection.execute("drop role http_stranger")
