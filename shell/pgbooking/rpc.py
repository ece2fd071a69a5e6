"""`/rpc/<function>`: every contract function, as PostgREST 12 serves it."""

import json
from collections.abc import Collection
from dataclasses import replace

import psycopg
from flask import Blueprint, Response, g, request

from pgbooking import negotiation, query_string, resultset
from pgbooking.arguments import read_json
from pgbooking.contract import CONTRACT, Function
from pgbooking.database import Reply
from pgbooking.engine import explain
from pgbooking.errors import BookingError, as_postgrest
from pgbooking.negotiation import JSON, OBJECT, Headers
from pgbooking.web import body, engine, error_response, is_anonymous, respond, settings

blueprint = Blueprint("rpc", __name__)

_METHODS = ("GET", "HEAD", "POST")
_ALLOWED = "OPTIONS,GET,HEAD,POST"


@blueprint.route("/rpc/<name>", methods=["OPTIONS"])
def options(name: str) -> Response:
    """Which methods there are."""
    response = Response(headers={"Allow": _ALLOWED})
    response.headers.pop("Content-Type")
    return response


@blueprint.route("/rpc/<name>", methods=[*_METHODS, "PUT", "PATCH", "DELETE"])
def rpc(name: str) -> Response:
    """Call a function: arguments from the query (GET) or a JSON object (POST)."""
    _check_method()
    headers = negotiation.read(engine().media_type(name))
    query = list(request.args.items(multi=True))
    if request.method == "POST":
        payload, names = _payload()
    else:
        arguments, query = query_string.split(query)
        payload, names = json.dumps(arguments), arguments
    if headers.wants_single_object:
        raise _takes_no_object(name)
    function = engine().function(name, names)
    g.function = function.name  # it exists: what else a path says is not for logs and metrics
    wanted = query_string.parse(query)
    wanted.is_counted = headers.preferences.get("count") in ("exact", "estimated")
    if headers.rows:
        query_string.narrow(wanted, *headers.rows)
    reply = engine().run(
        resultset.statement(function, payload, list(names), wanted),
        settings() | headers.settings(),
        read_only=request.method != "POST" or function.is_read_only,
        exactly_one=headers.media_type == OBJECT and function.returns_set,
    )
    return _respond(function, reply, wanted, headers)


def failed(error: Exception) -> BookingError | None:
    """The caller's view of an error of this door, as PostgREST gives it: details are text."""
    known = explain(error)
    if isinstance(error, psycopg.Error):
        known = as_postgrest(error, is_anonymous())
    if known and known.details is not None and not isinstance(known.details, str):
        known = replace(known, details=json.dumps(known.details, ensure_ascii=False))
    return known


def failure_response(error: BookingError) -> Response:
    """An error in the one shape, with the media type as PostgREST writes it."""
    response = error_response(error)
    response.headers["Content-Type"] = f"{JSON}; charset=utf-8"
    return response


def _check_method() -> None:
    if request.method not in _METHODS:
        raise BookingError(
            405, "PGRST101", f"Cannot use the {request.method} method on RPC",
            headers={"Allow": _ALLOWED},
        )  # fmt: skip


def _takes_no_object(name: str) -> BookingError:
    """No function of the contract takes one JSON object as its only argument."""
    return BookingError(
        404,
        "PGRST202",
        f"Could not find the function {CONTRACT}.{name} in the schema cache",
        f"Searched for the function {CONTRACT}.{name} with a single json/jsonb parameter, but no"
        " matches were found in the schema cache.",
    )


def _payload() -> tuple[str, Collection[str]]:
    """The body, a JSON object, and the names in it. Other types are refused with 400 PGRST102."""
    data = body()
    # Also what keeps foreign web pages out: they can't send this type without asking first.
    if data and request.mimetype != JSON:
        raise BookingError(
            400, "PGRST102", f"Content-Type not acceptable: {request.mimetype}",
            hint=f"Set Content-Type: {JSON}.",
        )  # fmt: skip
    names = read_json(data)
    return data.decode(), names


def _respond(
    function: Function, reply: Reply, wanted: query_string.Wanted, headers: Headers
) -> Response:
    kind = headers.media_type
    is_text = kind == function.media_type
    total = 0 if is_text and not reply.row_count else reply.total  # of a text passed over
    count = reply.row_count if function.returns_set else 1
    rows = f"{wanted.offset}-{wanted.offset + count - 1}" if count and total != 0 else "*"
    told = {"Content-Range": f"{rows}/{'*' if total is None else total}", **headers.answer()}
    if total is not None and wanted.offset > total:
        error = query_string.unsatisfiable(
            f"An offset of {wanted.offset} was requested, but there are only {total} rows."
        )
        error.headers = told
        raise error
    is_part = total is not None and reply.row_count < total
    response = respond(function, reply, 206 if is_part else 200, kind == OBJECT, is_text)
    response.headers.extend(told)
    if not function.is_void and not is_text:
        response.headers["Content-Type"] = f"{kind}; charset=utf-8"
    return response
