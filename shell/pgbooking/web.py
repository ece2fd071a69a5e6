"""What both HTTP doors share: request settings and replies."""

import json
import math
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, current_app, g, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from pgbooking.contract import Function
from pgbooking.database import Reply
from pgbooking.engine import Engine
from pgbooking.errors import BookingError
from pgbooking.tokens import Tokens


def engine() -> Engine:
    """The engine of the running app."""
    found: Engine = current_app.extensions["pgbooking"]
    return found


def settings(given: Mapping[str, str] | None = None) -> dict[str, str]:
    """The request as PostgREST tells it to the database: role, claims, headers, method, path.

    Without a token, or without a role in it, a request runs as the engine's own role. given: what
    counts where a header of this name (in lower case) is missing. Raises what `Tokens.claims` does.
    """
    tokens: Tokens = current_app.extensions["pgbooking.tokens"]
    sent = {name.lower(): value for name, value in request.headers.items()}
    headers = {**(given or {}), **sent}
    claims = tokens.claims(headers.get("authorization"))
    role = claims.setdefault("role", engine().role)
    g.role = role if isinstance(role, str) else json.dumps(role)
    return {
        "role": g.role,
        "booking.correlation_id": g.correlation_id,
        "booking.chosen_tenant": "",  # connections are shared: nobody inherits another's choice
        "booking.client_address": request.remote_addr or "",
        "request.jwt.claims": _compact(claims),
        "request.headers": json.dumps(headers),
        "request.method": request.method,
        "request.path": request.path,
    }


def is_anonymous() -> bool:
    """Whether the request runs as whoever brings no token: a token may help."""
    return bool(g.get("role") == engine().role)


def body() -> bytes:
    """The request's body. Raises 413, also for chunks, which werkzeug cuts off in silence."""
    data = request.get_data(cache=False)
    if request.content_length is None and len(data) >= (request.max_content_length or math.inf):
        raise RequestEntityTooLarge
    return data


def respond(
    function: Function, reply: Reply, status: int = 200, one: bool = False, is_text: bool = False
) -> Response:
    """The response to a call: an array for a set (unless `one`), an object, a value, or nothing.

    status: unless the function asked for another one by `response.status`. is_text: not as JSON,
    but as it is, in the media type that is the function's own.
    """
    status = reply.status or (204 if function.is_void else status)
    if function.is_void:
        response = Response(status=status)
        response.headers.pop("Content-Type", None)
    elif is_text:
        text = next(iter(json.loads(reply.body)), "")
        response = Response(text, status, content_type=function.media_type)
    else:
        text = reply.body if function.returns_set and not one else reply.body[1:-1] or "null"
        response = Response(text, status, mimetype="application/json")
    _add_headers(response, reply.headers)
    return response


def guard(blueprint: Blueprint, policy: str) -> None:
    """Let pages load and run only what a policy names (CSP), and tell no other site their address.

    Of a way to unsubscribe, the address is the token.
    """

    def add(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = policy
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    blueprint.after_request(add)


def http_error(error: HTTPException) -> BookingError:
    """What HTTP itself knows as an error (404, 405, 413, …), in the one shape."""
    code = (error.name or "error").lower().replace(" ", "_").replace("'", "")
    return BookingError(error.code or 500, code, error.description or error.name)


def error_response(error: BookingError) -> Response:
    """An error as JSON in the one shape."""
    return Response(
        json.dumps(error.body()), error.status, error.headers, mimetype="application/json"
    )


def _compact(claims: dict[str, Any]) -> str:
    return json.dumps(claims, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _add_headers(response: Response, headers: str | None) -> None:
    """PostgREST's `response.headers`: a JSON array of objects with one header each."""
    for entry in json.loads(headers) if headers else []:
        for name, value in entry.items():
            response.headers[name] = str(value)
