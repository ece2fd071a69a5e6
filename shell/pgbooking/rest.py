"""`/api/v1/…`: resources and methods over contract functions, one table from one to the other.

A field `x` of the body (for GET: of the query) is the argument `p_x`; the id in the path is the
argument the table names; the idempotency key and the token of a booking travel in headers.
"""

import json
from base64 import urlsafe_b64decode
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from flask import Blueprint, Response, request
from werkzeug.routing import PathConverter

from pgbooking.arguments import Text, bind, read_json
from pgbooking.contract import Function
from pgbooking.database import Reply, json_call
from pgbooking.errors import BookingError, invalid_argument
from pgbooking.web import body, engine, respond, settings

blueprint = Blueprint("rest", __name__, url_prefix="/api/v1")

_KEY = "p_idempotency_key"
# A token in an address would be kept by every log on the way.
_TOKEN, _TOKEN_HEADER = "p_manage_token", "X-Booking-Token"
_KEY_HEADERS = ("Idempotency-Key", "X-Idempotency-Key")


def _tenant_of(token: str) -> str:
    """The tenant of a calendar's token, or '': as booking.calendar_tenant_id, which knows more."""
    try:
        return str(UUID(bytes=urlsafe_b64decode(token)[:16]))
    except ValueError:
        return ""


class Named(PathConverter):
    """Of `<path:id>`: also what begins with a slash, as a name may."""

    regex = ".+?"
    part_isolating = False  # which werkzeug would take from a pattern without a slash in it


@dataclass(frozen=True)
class Route:
    """A method on a path and the function behind it. identifier: the argument `<id>` stands for.

    `<path:id>` may hold slashes.
    tenant: of an id that names one, so that its requests count for that tenant.
    """

    method: str
    path: str
    function: str
    identifier: str = ""
    tenant: Callable[[str], str] | None = None

    @property
    def is_about_one(self) -> bool:
        """Whether the answer is one object, not a list."""
        return bool(self.identifier) or self.method == "POST"


ROUTES = (
    Route("GET", "/availability", "available_slots"),
    Route("GET", "/bookings", "list_bookings"),
    Route("POST", "/bookings", "create_booking"),
    Route("GET", "/bookings/conflicts", "list_booking_conflicts"),
    Route("PUT", "/bookings/imported/<path:id>", "import_booking", "p_external_id"),
    Route("GET", "/bookings/<id>", "get_booking", "p_booking_id"),
    Route("PUT", "/bookings/<id>", "reschedule_booking", "p_booking_id"),
    Route("DELETE", "/bookings/<id>", "cancel_booking", "p_booking_id"),
    Route("GET", "/calendar-feeds", "list_calendar_feeds"),
    Route("POST", "/calendar-feeds", "create_calendar_feed"),
    Route("DELETE", "/calendar-feeds/<id>", "revoke_calendar_feed", "p_feed_id"),
    Route("GET", "/calendars/<id>.ics", "calendar", "p_token", _tenant_of),
    Route("GET", "/holidays", "list_holidays"),
    Route("POST", "/holidays", "upsert_holiday"),
    Route("PUT", "/holidays/<id>", "upsert_holiday", "p_holiday_id"),
    Route("DELETE", "/holidays/<id>", "delete_holiday", "p_holiday_id"),
    Route("GET", "/policies", "effective_policies"),
    Route("PUT", "/policies", "upsert_policy"),
)


def _view(route: Route) -> Callable[..., Response]:
    def view(**path: str) -> Response:
        function = engine().function(route.function)
        arguments = bind(function, _given(route, function, path))
        statement = json_call(function, arguments)
        read_only = function.is_read_only  # what a member reads is noted, on GET as well
        scope = settings()
        if route.tenant:
            scope["booking.chosen_tenant"] = route.tenant(path["id"])
        reply = engine().run(statement, scope, read_only=read_only)
        return _respond(route, function, reply)

    return view


for _route in ROUTES:
    blueprint.add_url_rule(
        _route.path, f"{_route.method}_{_route.function}", _view(_route), methods=[_route.method]
    )


def _given(route: Route, function: Function, path: dict[str, str]) -> dict[str, Any]:
    """The arguments of a request, from query, body, path and header. 400 for unknown fields."""
    given = _query() if route.method == "GET" else _body()
    if _TOKEN in given:
        raise invalid_argument(
            "The token is no field.", "manage_token", f"Send the header {_TOKEN_HEADER}."
        )
    elsewhere = (_KEY, route.identifier)  # in a header, in the path
    for name in given:
        if name in elsewhere or not function.argument(name):
            field = name.removeprefix("p_")
            raise invalid_argument(f"There is no field {field} here.", field)
    if _TOKEN_HEADER in request.headers and function.argument(_TOKEN):
        given[_TOKEN] = Text(request.headers[_TOKEN_HEADER])
    if path:
        given[route.identifier] = _named(path["id"])
    if function.argument(_KEY):
        given[_KEY] = _idempotency_key()
    for argument in function.arguments:
        if argument.is_required and argument.name not in given:
            raise invalid_argument(f"{argument.label} is missing.", argument.label)
    return given


def _named(text: str) -> str:
    """What the path names. Raises 400 where its bytes are no text: two such names would be one."""
    try:
        request.environ["PATH_INFO"].encode("latin-1").decode()  # as WSGI has it
    except UnicodeDecodeError as error:
        raise BookingError(
            400, "bad_request", "The path is not UTF-8.", hint="See RFC 3986, 2.5."
        ) from error
    return text


def _body() -> dict[str, Any]:
    """The arguments in the request's body. Raises 415 for another media type, 400 PGRST102."""
    for name in request.args:
        raise invalid_argument(f"{name} is a field of the body, not of the query.", name)
    data = body()
    # Also what keeps foreign web pages out: they can't send this type without asking first.
    if data and request.mimetype != "application/json":
        raise BookingError(
            415, "PGRST102", "The body is not application/json.", hint="Set Content-Type."
        )
    return {f"p_{name}": value for name, value in read_json(data).items()}


def _query() -> dict[str, Any]:
    """The arguments in the query."""
    given: dict[str, Any] = {}
    for name, values in request.args.lists():
        if len(values) > 1:
            raise invalid_argument(f"{name} is given more than once.", name)
        given[f"p_{name}"] = Text(values[0])
    return given


def _idempotency_key() -> str:
    keys = {request.headers[name] for name in _KEY_HEADERS if name in request.headers}
    if len(keys) != 1:
        raise invalid_argument(
            "The header Idempotency-Key is missing." if not keys else "Two keys are given.",
            "idempotency_key",
            "Send a new Idempotency-Key with each new request, and the same one to retry it.",
        )
    return keys.pop()


def _respond(route: Route, function: Function, reply: Reply) -> Response:
    created = 201 if route.method == "POST" else 200
    if not function.is_command:
        if route.is_about_one and reply.row_count == 0:
            raise BookingError(404, "not_found", "There is no such record.", hint="Check the id.")
        if function.media_type:
            return _conditional(respond(function, reply, is_text=True))
        return respond(function, reply, created, one=route.is_about_one)
    outcome = json.loads(reply.body)[0]
    # a refusal has asked for its own status
    response = respond(function, reply, 200 if outcome["replayed"] else created, one=True)
    if response.status_code == 201:
        response.headers["Location"] = f"{request.path}/{outcome['booking_id']}"
    return response


def _conditional(response: Response) -> Response:
    """304 for who has it already: calendar applications ask every quarter of an hour."""
    response.headers["Cache-Control"] = "private, no-cache"
    response.add_etag()
    return cast(Response, response.make_conditional(request))
