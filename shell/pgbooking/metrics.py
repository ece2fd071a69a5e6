"""`/metrics` for Prometheus: what the database measures, and how long requests took here.

Not for everybody: with `PGBOOKING_METRICS_TOKEN` for who sends it as a bearer token, without for
the machine itself only. A proxy on this machine that says nothing of itself can't be told from it.
"""

import hmac
import ipaddress
import os
import time
from collections.abc import Iterator

import psycopg
from flask import Blueprint, Flask, Response, current_app, g, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from pgbooking import logs
from pgbooking.engine import Engine
from pgbooking.errors import BookingError

VARIABLE = "PGBOOKING_METRICS_TOKEN"
_PREFIX = "pgbooking_"
_FORWARDED = ("Forwarded", "Via", "X-Forwarded-For", "X-Real-Ip")
_PROXIED = "werkzeug.proxy_fix.orig"  # in the environment of all requests, where there are proxies
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

Family = CounterMetricFamily | GaugeMetricFamily

blueprint = Blueprint("metrics", __name__)


class Metrics:
    """The metrics of one application. token: None: only the machine itself may see them."""

    def __init__(self, engine: Engine, token: str | None = None) -> None:
        self.token = token
        self.registry = CollectorRegistry()
        self.seconds = Histogram(
            f"{_PREFIX}http_request_seconds",
            "How long requests took, by route and status.",
            ("method", "route", "status"),
            buckets=_SECONDS,
            registry=self.registry,
        )
        PlatformCollector(registry=self.registry)
        ProcessCollector(registry=self.registry)
        self.registry.register(_Database(engine))


class _Database(Collector):
    """What `booking.metrics()` says; that alone decides what there is."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def describe(self) -> list[Family]:
        """Nothing: it would ask the database before anybody wants to know."""
        return []

    def collect(self) -> Iterator[Family]:
        """Ask, and say whether there was an answer: the rest is shown without one, too."""
        families: dict[str, Family] = {}
        is_up = 1.0
        try:
            for row in self._engine.metrics():
                name = row["name"]
                if name not in families:
                    families[name] = _family(
                        row["kind"], _PREFIX + name, row["help"], row["labels"]
                    )
                if row["value"] is not None:
                    families[name].add_metric(list(row["labels"].values()), row["value"])
        except psycopg.Error as error:
            logs.unexpected(error, "metrics")
            families, is_up = {}, 0.0
        yield GaugeMetricFamily(f"{_PREFIX}up", "1: the database told its metrics.", value=is_up)
        yield from families.values()


def _family(kind: str, name: str, text: str, labels: dict[str, str] | None) -> Family:
    made = CounterMetricFamily if kind == "counter" else GaugeMetricFamily
    return made(name, text, labels=list(labels or ()))


def install(app: Flask) -> None:
    """Add the metrics to an application."""
    app.extensions["pgbooking.metrics"] = Metrics(
        app.extensions["pgbooking"], os.environ.get(VARIABLE) or None
    )
    app.register_blueprint(blueprint)


def observe(response: Response) -> None:
    """Note how long the running request took. What no route answers to is one route."""
    route = request.url_rule.rule if request.url_rule else "none"
    if function := g.get("function"):
        route = route.replace("<name>", function)
    metrics: Metrics = current_app.extensions["pgbooking.metrics"]
    method = request.method if request.method in _METHODS else "other"
    metrics.seconds.labels(method, route, str(response.status_code)).observe(
        time.perf_counter() - g.started
    )


@blueprint.get("/metrics")
def metrics() -> Response:
    """Everything, in Prometheus' text format."""
    found: Metrics = current_app.extensions["pgbooking.metrics"]
    if not _is_allowed(found.token):
        raise BookingError(403, "not_allowed", "Metrics are not for you.", hint=_HINT)
    return Response(generate_latest(found.registry), content_type=CONTENT_TYPE_LATEST)


_HINT = f"Send the token of {VARIABLE}; without one, ask from the machine, past any proxy."


def _is_allowed(token: str | None) -> bool:
    if token:
        given = request.headers.get("Authorization", "")
        return hmac.compare_digest(given.encode(), f"Bearer {token}".encode())
    # behind a proxy on the same machine, everybody would seem to be the machine itself
    if _PROXIED in request.environ or any(name in request.headers for name in _FORWARDED):
        return False
    try:
        return ipaddress.ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        return False
