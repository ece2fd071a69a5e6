"""What Prometheus is told, and who may ask."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from prometheus_client.parser import text_string_to_metric_families
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.test import Client as Behind

from pgbooking.app import create_app
from pgbooking.metrics import VARIABLE
from tests.harness import TestServer

Client = Any  # as in test_http


@pytest.fixture(scope="module")
def app(dsn: str) -> Iterator[Flask]:
    made = create_app(dsn, role="anon", pool_size=2)
    yield made
    made.extensions["pgbooking"].close()


@pytest.fixture
def client(app: Flask) -> Client:
    return app.test_client()


def told(client: Client, **given: Any) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    """The samples by name and labels."""
    response = client.get("/metrics", **given)
    assert response.status_code == 200
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(response.text)
        for sample in family.samples
    }


def of(name: str, **labels: str) -> tuple[str, frozenset[tuple[str, str]]]:
    return name, frozenset(labels.items())


def test_the_database_and_the_requests_are_told(client: Client) -> None:
    before = told(client)
    assert before[of("pgbooking_up")] == 1
    assert before[of("pgbooking_release_info", version="0.1.0")] == 1
    assert of("pgbooking_job_lag_seconds", job="job_watch") not in before  # none has run
    labels = {"method": "GET", "route": "/healthz", "status": "200"}
    count = of("pgbooking_http_request_seconds_count", **labels)
    spent = of("pgbooking_http_request_seconds_sum", **labels)
    began = time.perf_counter()
    client.get("/healthz")
    most = time.perf_counter() - began
    after = told(client)
    assert after[count] == before.get(count, 0) + 1
    assert 0 < after[spent] - before.get(spent, 0) <= most


def test_routes_are_few_whatever_is_asked(client: Client) -> None:
    client.get("/rpc/no_such_function")
    client.options("/rpc/no_such_either")
    client.get("/rpc/list_services")
    client.get("/a/path/of/its/own")
    client.open("/healthz", method="BREW")
    found = told(client)
    labels = {dict(labels).get("route") for _, labels in found} - {None}
    assert {"/rpc/<name>", "/rpc/list_services", "none"} <= labels
    assert not [route for route in labels if "no_such" in str(route) or "path" in str(route)]
    assert "BREW" not in {dict(labels).get("method") for _, labels in found}


@pytest.mark.parametrize(
    "given",
    [{"environ_base": {"REMOTE_ADDR": "192.0.2.1"}}, {"environ_base": {"REMOTE_ADDR": ""}},
     {"headers": {"X-Forwarded-For": "127.0.0.1"}}, {"headers": {"Forwarded": "for=::1"}},
     {"headers": {"Via": "1.1 x"}}, {"headers": {"X-Real-IP": "127.0.0.1"}}],
)  # fmt: skip
def test_others_are_refused(client: Client, given: dict[str, Any]) -> None:
    response = client.get("/metrics", **given)
    assert (response.status_code, response.json["code"]) == (403, "not_allowed")


def test_behind_proxies_nobody_is_the_machine_itself(app: Flask) -> None:
    """They are told of by --proxies, and one may have forgotten to say that it is there."""
    behind = Behind(ProxyFix(app.wsgi_app, x_for=1))
    machine = {"REMOTE_ADDR": "127.0.0.1"}
    assert behind.get("/metrics", environ_base=machine).status_code == 403


def test_with_a_token_it_is_wanted_of_everybody(dsn: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "open sesame")
    app = create_app(dsn, role="anon", pool_size=2)
    client = app.test_client()
    elsewhere = {"REMOTE_ADDR": "192.0.2.1"}
    for header in ("", "Bearer sesame", "open sesame", "Bearer öpen"):
        assert client.get("/metrics", headers={"Authorization": header}).status_code == 403
    assert told(client, headers={"Authorization": "Bearer open sesame"}, environ_base=elsewhere)
    app.extensions["pgbooking"].close()


def test_without_the_database_it_says_so(server: TestServer) -> None:
    with server.clone("template0") as conninfo:  # no engine in it
        app = create_app(conninfo, role="anon", pool_size=2)
        found = told(app.test_client())
        app.extensions["pgbooking"].close()
    assert found[of("pgbooking_up")] == 0
    assert not [name for name, _ in found if name.startswith("pgbooking_job")]
