"""The HTTP server: a Flask application over the contract, which any WSGI server can serve."""

import re
import time
import uuid

import psycopg
from flask import Flask, Response, g, jsonify, request
from gunicorn.http.errors import ParseException
from psycopg import errors as pg
from werkzeug.exceptions import BadRequest, ClientDisconnected, HTTPException, RequestTimeout

from pgbooking import logs, metrics, openapi, rest, rpc, unsubscribe
from pgbooking.engine import Engine, explain
from pgbooking.errors import BookingError, internal_error
from pgbooking.live import stream
from pgbooking.live.hub import Hub, Room
from pgbooking.tokens import Tokens
from pgbooking.web import engine, error_response, http_error, is_anonymous

BODY_LIMIT = 2**20
_CORRELATION_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


def create_app(
    conninfo: str = "",
    role: str = "anon",
    pool_size: int = 8,
    tokens: Tokens | None = None,
    streams: Room | None = None,
) -> Flask:
    """Make the application; its connection pool lives with it (`app.extensions["pgbooking"]`).

    conninfo: of the database. role: what requests without a token run as; the login must be a
    member of it, and of the roles that tokens may name. tokens: what verifies them.
    streams: room for those of the live feed; each holds a thread of the server.
    """
    app = Flask("pgbooking", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = BODY_LIMIT
    app.url_map.merge_slashes = False  # by a redirect, which behind a proxy leads to http
    app.extensions["pgbooking"] = Engine(conninfo, role, pool_size)
    app.extensions["pgbooking.hub"] = Hub(app.extensions["pgbooking"], streams or Room())
    app.extensions["pgbooking.tokens"] = tokens or Tokens()
    app.url_map.converters["path"] = rest.Named
    app.register_blueprint(rpc.blueprint)
    app.register_blueprint(rest.blueprint)
    app.register_blueprint(stream.blueprint)
    app.extensions["pgbooking.openapi"] = openapi.Document()
    app.register_blueprint(openapi.blueprint)
    app.register_blueprint(unsubscribe.blueprint)
    app.add_url_rule("/healthz", view_func=healthz)
    metrics.install(app)
    app.before_request(_begin)
    app.after_request(_finish)
    app.register_error_handler(Exception, _failed)
    return app


def healthz() -> Response:
    """Whether the database can be reached, and which release it carries; 503 otherwise."""
    try:
        version = engine().release()
    except psycopg.OperationalError:
        version = None
    except (pg.InsufficientPrivilege, pg.InvalidParameterValue) as error:  # which may not exist
        role = engine().role
        raise BookingError(
            503, "unavailable", "The server's login may not act as its role.",
            hint=f"Grant it {role}, or start it with another --role.",
        ) from error  # fmt: skip
    if version is None:
        raise BookingError(
            503, "unavailable", "The database can't be reached, or has no engine.",
            hint="Wait a moment, or run pgbooking deploy.", headers={"Retry-After": "1"},
        )  # fmt: skip
    return jsonify(status="ok", release=version or None)


def _begin() -> None:
    given = request.headers.get("X-Correlation-Id") or request.headers.get("X-Request-Id", "")
    g.correlation_id = given if _CORRELATION_ID.fullmatch(given) else uuid.uuid4().hex
    g.started = time.perf_counter()


def _finish(response: Response) -> Response:
    if "correlation_id" not in g:  # refused before the request began
        _begin()
    response.headers["X-Correlation-Id"] = g.correlation_id
    response.headers.setdefault("Cache-Control", "no-store")
    response.headers["X-Content-Type-Options"] = "nosniff"
    logs.event(
        "request",
        correlation_id=g.correlation_id,
        method=request.method,
        route=request.url_rule.rule if request.url_rule else None,
        function=g.get("function"),
        status=response.status_code,
        ms=round((time.perf_counter() - g.started) * 1000, 1),
    )
    metrics.observe(response)
    return response


def _failed(error: Exception) -> Response:
    if isinstance(error, ParseException):  # gunicorn's, of a body whose chunks are none
        error = BadRequest("The body can't be read.")
    if isinstance(error, HTTPException):
        return _refused(error)
    is_rpc = request.blueprint == rpc.blueprint.name
    known = rpc.failed(error) if is_rpc else explain(error, is_anonymous())
    if not known or known.status >= 500:
        logs.unexpected(error, g.correlation_id)
    problem = known or internal_error()
    if is_rpc:
        return rpc.failure_response(problem)
    response = error_response(problem.in_fields())
    if response.status_code == 401:  # RFC 9110, 15.5.2; /rpc has it where PostgREST has
        response.headers.setdefault("WWW-Authenticate", "Bearer")
    return response


def _refused(error: HTTPException) -> Response:
    """What Flask itself refuses (404, 405, 413, …), in the one shape and with its headers."""
    if isinstance(error, ClientDisconnected):  # if it still listens, its body was too slow
        error = RequestTimeout()
    response = error_response(http_error(error))
    for name, value in error.get_headers():
        if name != "Content-Type":
            response.headers[name] = value
    return response
