"""The OpenAPI document: valid, complete, true. schemathesis sends what it allows, and what not."""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import deepcopy
from random import Random
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from openapi_schema_validator import OAS31Validator, oas31_format_checker
from openapi_spec_validator import OpenAPIV31SpecValidator
from psycopg.conninfo import make_conninfo
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from pgbooking import contract, database
from pgbooking.app import create_app
from pgbooking.deploy import load_samples
from pgbooking.rest import ROUTES
from pgbooking.tokens import Tokens
from tests.contract_tokens import JWKS, token

Client = Any  # flask.testing.FlaskClient
Document = dict[str, Any]
NOW = "2026-04-01T06:00:00Z"
SEED = int(os.environ.get("OPENAPI_SEED", "20260401"))
EXAMPLES = int(os.environ.get("OPENAPI_EXAMPLES", "3"))
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
STREAM = "/api/v1/stream"
VISITOR = {"X-Tenant": "salon", "Authorization": ""}


@pytest.fixture(scope="module")
def conninfo(dsn: str) -> str:
    load_samples(dsn)
    return make_conninfo(dsn, options=f"-c booking.now={NOW}")


@pytest.fixture(scope="module")
def app(conninfo: str) -> Iterator[Flask]:
    made = create_app(conninfo, pool_size=2, tokens=Tokens(JWKS))
    yield made
    made.extensions["pgbooking"].close()


@pytest.fixture
def client(app: Flask) -> Client:
    return app.test_client()


@pytest.fixture
def document(client: Client) -> Document:
    response = client.get("/api/v1/openapi.json")
    assert response.status_code == 200, response.text
    found: Document = response.json
    return found


def service() -> dict[str, str]:
    return {"X-Tenant": "salon", "Authorization": f"Bearer {token(sub='app')}"}


def operations(document: Document) -> set[tuple[str, str]]:
    return {(method, path) for path, item in document["paths"].items() for method in item}


def test_a_calendar_may_be_what_it_was(document: Any) -> None:
    answers = document["paths"]["/api/v1/calendars/{id}.ics"]["get"]["responses"]
    assert "content" not in answers["304"]
    assert "304" not in document["paths"]["/api/v1/holidays"]["get"]["responses"]


def test_it_is_valid(document: Document) -> None:
    OpenAPIV31SpecValidator(document).validate()
    document["info"].pop("title")
    assert list(OpenAPIV31SpecValidator(document).iter_errors())


def in_braces(path: str) -> str:
    """A path as OpenAPI writes it."""
    return path.replace("<path:", "<").replace("<id>", "{id}")


def test_every_function_and_every_route_is_in_it_and_nothing_else(
    document: Document, connect: Callable[[], database.Connection]
) -> None:
    functions = contract.catalog(connect()).values()
    expected = {("post", f"/rpc/{function.name}") for function in functions}
    expected |= {("get", f"/rpc/{f.name}") for f in functions if f.is_read_only}
    expected |= {(route.method.lower(), f"/api/v1{in_braces(route.path)}") for route in ROUTES}
    assert operations(document) == expected | {("get", STREAM)}


def test_every_operation_is_of_a_rule_of_the_server(document: Document, app: Flask) -> None:
    known = {
        (method.lower(), in_braces(rule.rule))
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.rule.startswith("/api/v1/")
    }
    documented = {found for found in operations(document) if found[1].startswith("/api/v1/")}
    # the document itself; and the WebSocket, which is told of with the stream
    undocumented = {("get", f"/api/v1/{name}") for name in ("openapi.json", "ws")}
    assert documented == known - undocumented


def test_every_argument_of_every_function_is_in_it(
    document: Document, connect: Callable[[], database.Connection]
) -> None:
    for function in contract.catalog(connect()).values():
        item = document["paths"][f"/rpc/{function.name}"]
        body = item["post"].get("requestBody", {"content": {"application/json": {"schema": {}}}})
        schema = body["content"]["application/json"]["schema"]
        assert list(schema.get("properties", {})) == [a.name for a in function.arguments]
        required = [a.name for a in function.arguments if a.is_required]
        assert schema.get("required", []) == required
        if function.is_read_only:
            given = [p["name"] for p in item["get"]["parameters"] if p.get("in") == "query"]
            assert given == [a.name for a in function.arguments]


def test_every_operation_says_what_it_does_and_who_may(document: Document) -> None:
    names = set()
    for method, path in operations(document):
        operation = document["paths"][path][method]
        names.add(operation["operationId"])
        assert operation["summary"].endswith("."), operation
        assert set(operation["x-permissions"]) >= {"visitor", "service"}, operation
        assert {"400", "401", "403", "503"} <= set(operation["responses"]), operation
    assert len(names) == len(operations(document))


def schemas(node: Any) -> Iterator[dict[str, Any]]:
    """Every schema with examples or a default, at any depth."""
    if isinstance(node, dict):
        if "type" in node and {"examples", "default"} & set(node):
            yield node
        for value in node.values():
            yield from schemas(value)
    elif isinstance(node, list):
        for value in node:
            yield from schemas(value)


def test_examples_and_defaults_are_of_their_schema(document: Document) -> None:
    found = list(schemas(document))
    assert len(found) > 100
    for schema in found:
        values = schema.get("examples", []) + [schema[k] for k in ("default",) if k in schema]
        for value in values:
            OAS31Validator(schema, format_checker=oas31_format_checker).validate(value)


def test_it_is_kept_until_a_deployment_changes_the_contract(
    app: Flask, client: Client, connect: Callable[[], database.Connection]
) -> None:
    first = client.get("/api/v1/openapi.json")
    assert first.headers["Cache-Control"] == "no-cache"  # it may be another after a deployment
    etag = {"If-None-Match": first.headers["ETag"]}
    assert client.get("/api/v1/openapi.json", headers=etag).status_code == 304
    with connect() as connection:
        connection.execute(
            "create function booking_v1.sing() returns text language sql stable as 'select ''la'''"
        )
        try:
            assert client.get("/api/v1/openapi.json", headers=etag).status_code == 304
            app.extensions["pgbooking"].refresh()
            again = client.get("/api/v1/openapi.json", headers=etag)
            assert "/rpc/sing" in again.json["paths"]
        finally:
            connection.execute("drop function booking_v1.sing()")
            app.extensions["pgbooking"].refresh()
    assert client.get("/api/v1/openapi.json").json == first.json


def test_the_page_needs_nothing_from_elsewhere(client: Client) -> None:
    assert client.get("/").location == "docs", "where a browser begins"
    with client.get("/docs") as page:
        html, policy = page.text, page.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "http" not in policy
    assert "unsafe" not in policy
    with client.get("/docs/docs.js") as script:
        assert "validatorUrl: null" in script.text  # else it asks a server of Swagger's
        assert "http" not in script.text
    assert "http" not in html
    for asset in ("swagger-ui.css", "swagger-ui-bundle.js"):
        assert f"docs/{asset}" in html
        with client.get(f"/docs/{asset}") as response:
            assert (response.status_code, len(response.data) > 100_000) == (200, True)
    for other in ("docs.html", "..%2Fopenapi.py", "__init__.py"):
        assert client.get(f"/docs/{other}").status_code == 404


class Known:
    """Values that the salon has, so that requests reach beyond "not found"."""

    def __init__(self, client: Client) -> None:
        def ask(function: str, **arguments: Any) -> Any:
            response = client.post(f"/rpc/{function}", json=arguments, headers=service())
            assert response.status_code == 200, response.text
            return response.json

        services = [row["service_id"] for row in ask("list_services")]
        window = {"p_from": "2026-04-02T00:00:00Z", "p_to": "2026-04-09T00:00:00Z"}
        slots = ask("available_slots", p_service_id=services[0], **window)
        bookings = [
            ask(
                "create_booking",
                p_idempotency_key=f"known {number}",
                p_service_id=services[0],
                p_starts_at=slots[number * 8]["starts_at"],
                p_customer_name=f"Known {number}",
            )
            for number in range(4)
        ]
        starts = [slot["starts_at"] for slot in slots[::5]]
        self.values: dict[str, list[Any]] = {
            "service_id": services,
            "resource_id": [row["resource_id"] for row in ask("list_resources")],
            "booking_id": [row["booking_id"] for row in bookings],
            "customer_id": [row["customer_id"] for row in ask("list_customers")],
            "holiday_id": [
                row["holiday_id"]
                for row in ask("upsert_holiday", p_name="Known", p_starts_on="2026-05-01")
            ],
            "starts_at": starts,
            "starts_on": ["2026-05-01"],
            "expected_version": [1, 2],
            "duration": ["01:00:00", "PT30M"],
            "slot_interval": ["00:15:00"],
            "hold_token": [None],
            "party_size": [1],
            "required": [1],
            "limit": [1, 10, 1000],
            "after": [None],
            "order": [""],
            "offset": [0, 1],
            "timezone": ["Europe/Berlin"],
            "time_zone": ["Europe/Berlin"],
            "customer_email": ["ada@example.org"],
            "weekday": [0, 5],
            "start_time": ["09:00"],
            "end_time": ["17:00"],
            "idempotency_key": ["known 0", "another"],
            "Idempotency-Key": ["known 0", "yet another"],
            "Prefer": ["count=exact"],
        }
        self.windows = [
            ("2026-04-02T00:00:00Z", "2026-04-09T00:00:00Z"),
            ("2026-04-02T08:00:00+02:00", "2026-04-02T18:00:00+02:00"),
        ]

    def put(self, case: Any, random: Random) -> None:
        """Replace some of a request's values by ones that the salon has."""
        id_of = "booking_id" if "/bookings/" in case.path else "holiday_id"
        for place in (case.query, case.path_parameters, case.headers, case.body):
            if not isinstance(place, dict):
                continue
            from_, to = random.choice(self.windows)
            known = self.values | {"id": self.values[id_of], "from": [from_], "to": [to]}
            for name in [name for name in place if name.removeprefix("p_") in known]:
                values = [v for v in known[name.removeprefix("p_")] if v is not None]
                if random.random() < 0.8:
                    if values:
                        place[name] = random.choice(values)
                    else:
                        del place[name]


@pytest.fixture(scope="module")
def known(app: Flask) -> Known:
    return Known(app.test_client())


class Sent:
    """What came back. statuses: how often each. failures: what the document doesn't say."""

    def __init__(self) -> None:
        self.statuses: Counter[int] = Counter()
        self.failures: list[str] = []
        self.operations = 0

    def send(
        self, schema: Any, headers: dict[str, str], mode: GenerationMode, known: Known
    ) -> "Sent":
        """Send some requests to every operation, valid ones or, in negative mode, others."""
        for result in schema.get_all_operations():
            operation = result.ok()
            self.operations += 1

            @seed(SEED)
            @settings(
                max_examples=EXAMPLES,
                phases=[Phase.generate],
                deadline=None,
                database=None,
                suppress_health_check=list(HealthCheck),
            )
            @given(case=operation.as_strategy(mode), random=st.randoms(use_true_random=False))
            def ask(case: Any, random: Random) -> None:
                if mode == GenerationMode.POSITIVE:
                    known.put(case, random)
                response = case.call(headers=headers)
                self.statuses[response.status_code] += 1
                try:
                    case.validate_response(response, checks=CHECKS)
                except (Failure, FailureGroup) as found:
                    self.failures.append(f"{case.operation.label}: {found}")

            # what takes nothing can't be asked wrongly
            with suppress(*[Unsatisfiable] * (mode == GenerationMode.NEGATIVE)):
                ask()
        return self


@pytest.mark.parametrize(
    ("who", "mode"),
    [
        ("service", GenerationMode.POSITIVE),
        ("visitor", GenerationMode.POSITIVE),
        ("service", GenerationMode.NEGATIVE),
        ("visitor", GenerationMode.NEGATIVE),
    ],
)
def test_no_answer_is_a_failure_or_undocumented(
    app: Flask, known: Known, who: str, mode: GenerationMode
) -> None:
    begun = time.monotonic()
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app).exclude(path=STREAM)
    sent = Sent().send(schema, service() if who == "service" else VISITOR, mode, known)
    print(
        f"{who}, {mode.value}, seed {SEED}: {sent.operations} operations,"
        f" {sent.statuses.total()} requests, {time.monotonic() - begun:.0f} s,"
        f" {dict(sorted(sent.statuses.items()))}"
    )
    assert not sent.failures, "\n\n".join(sent.failures)
    good = sum(count for status, count in sent.statuses.items() if status < 300)
    assert mode == GenerationMode.NEGATIVE or good * 10 > sent.statuses.total()
    assert {400, 404} <= set(sent.statuses)


@pytest.mark.parametrize(
    ("query", "headers", "status"),
    [
        ("", VISITOR, 200),
        ("", VISITOR | {"Last-Event-ID": "0"}, 200),
        ("?after=0&tenant=salon", {}, 200),
        ("?after=x", VISITOR, 400),
        ("?tenant=salon&token=x", {}, 401),
        ("?tenant=nobody", {}, 401),
    ],
)
def test_the_stream_begins_as_the_document_says(
    client: Client, query: str, headers: dict[str, str], status: int
) -> None:
    """It doesn't end, so that only its beginning can be compared."""
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", client.application)
    with client.get(f"{STREAM}{query}", headers=headers, buffered=False) as response:
        assert response.status_code == status
        documented = schema[STREAM]["GET"].definition.raw["responses"][str(status)]["content"]
        assert [response.mimetype] == list(documented)
        if status >= 400:
            assert documented["application/json"]["schema"]["$ref"].endswith("/error")
            assert {"code", "message", "details", "hint"} == set(response.json)


def _without_a_status(operation: Document) -> None:
    del operation["responses"]["200"]


def _with_another_type(operation: Document) -> None:
    operation["responses"]["200"]["content"]["application/json"]["schema"] = {"type": "string"}


def _with_another_media_type(operation: Document) -> None:
    operation["responses"]["200"]["content"] = {"text/plain": {}}


@pytest.mark.parametrize("lie", [_without_a_status, _with_another_type, _with_another_media_type])
def test_a_lie_would_be_noticed(
    document: Document, app: Flask, known: Known, lie: Callable[[Document], None]
) -> None:
    """The negative control."""
    path = "/rpc/list_services"
    document["paths"] = {path: {"post": document["paths"][path]["post"]}}
    for honest in (True, False):
        if not honest:
            lie(document["paths"][path]["post"])
        schema = schemathesis.openapi.from_dict(deepcopy(document))
        schema.app = app
        sent = Sent().send(schema, service(), GenerationMode.POSITIVE, known)
        assert bool(sent.failures) != honest
