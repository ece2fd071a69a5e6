"""`/api/v1/stream` (server-sent events) and `/api/v1/ws` (WebSocket): the feed as it moves.

A browser's EventSource and WebSocket can't set headers. So tenant, token and position may come in
the address here: then a token should be short-lived, since proxies log addresses. We don't.
"""

import json
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

import psycopg
from flask import Blueprint, Response, current_app, request
from simple_websocket import ConnectionClosed, Server
from wsproto.utilities import LocalProtocolError, RemoteProtocolError

from pgbooking.errors import BookingError, invalid_argument
from pgbooking.live.hub import Hub
from pgbooking.live.reader import Reader
from pgbooking.live.subscription import EXPIRED, LASTED, REFUSED, STOPPING, TOO_SLOW, Event

blueprint = Blueprint("live", __name__, url_prefix="/api/v1")

_GLANCE = 1.0  # seconds between looks whether a WebSocket has said goodbye
_RETRY = 1000  # milliseconds after which an EventSource comes back
_FIELDS = {"tenant", "token", "after"}
# RFC 6455, 7.4.1, and IANA's list
_LATER = 1013
_CLOSING = {STOPPING: 1001, LASTED: 1001, EXPIRED: 1008, REFUSED: 1008, TOO_SLOW: _LATER}


@blueprint.get("/stream")
def stream() -> Response:
    """The feed as server-sent events; `Last-Event-ID`, or `after`, resumes."""
    reader = _reader()
    response = Response(_server_sent(reader), mimetype="text/event-stream")
    response.headers["X-Accel-Buffering"] = "no"  # nginx passes it on at once
    response.call_on_close(reader.close)
    return response


@blueprint.get("/ws", websocket=True)
@blueprint.get("/ws")
def ws() -> Response:
    """The feed as messages of a WebSocket, each a JSON object with id, event and data."""
    if request.headers.get("Upgrade", "").lower() != "websocket":
        raise BookingError(
            426, "upgrade_required", "This is a WebSocket.", headers={"Upgrade": "websocket"}
        )
    _check_origin()
    reader = _reader()
    try:
        send(accept(request.environ), reader)
    finally:
        reader.close()
    return _Upgraded()


class _Upgraded(Response):
    """Nothing more to answer: the connection was the WebSocket's, and is closed."""

    def __call__(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        if "gunicorn.socket" in environ:
            raise StopIteration  # gunicorn's word for a connection that it shall leave alone
        return super().__call__(environ, start_response)


def _reader() -> Reader:
    """The caller, admitted. Raises BookingError, psycopg errors."""
    for name in request.args:
        if name not in _FIELDS or len(request.args.getlist(name)) > 1:
            raise invalid_argument(f"There is no field {name} here, or it is given twice.", name)
    given = request.headers.get("Last-Event-ID") or request.args.get("after")
    if given is not None and not (given.isascii() and given.isdigit() and len(given) <= 18):
        raise invalid_argument("The position is no number.", "after", "Leave it out to begin now.")
    extra = {}
    if token := request.args.get("token"):
        extra["authorization"] = f"Bearer {token}"
    if tenant := request.args.get("tenant"):
        extra["x-tenant"] = tenant
    hub: Hub = current_app.extensions["pgbooking.hub"]
    return Reader.admit(hub, extra, None if given is None else int(given))


def _check_origin() -> None:
    """Another site's page may open a WebSocket and read it: the browser leaves that to us."""
    origin = request.headers.get("Origin")
    if origin and origin.partition("://")[2] != request.host:
        raise BookingError(403, "not_allowed", "Pages of other sites may not open this.")


def _server_sent(reader: Reader) -> Iterator[str]:
    yield f"retry: {_RETRY}\n\n"
    for events in reader.batches():
        yield "".join(map(_as_sent, events)) or ": still here\n\n"
    yield f"event: end\ndata: {json.dumps({'reason': reader.reason})}\n\n"


def _as_sent(event: Event) -> str:
    return f"id: {event.position}\nevent: {event.kind}\ndata: {event.data}\n\n"


def accept(environ: Mapping[str, Any]) -> Server:
    """Begin a WebSocket. Raises BookingError: 400 no handshake, 501 where the server has none."""
    try:
        client = Server.accept(environ, ping_interval=25, max_message_size=2**10)
    except RemoteProtocolError as error:
        raise BookingError(
            400, "bad_request", "This is not how a WebSocket begins.", hint="See RFC 6455, 4.1."
        ) from error
    except RuntimeError as error:
        raise BookingError(501, "not_implemented", "This server has no WebSockets.") from error
    client.input_buffer = deque(maxlen=0)  # what a client says is for nobody, and not to be kept
    return client


def send(client: Server, reader: Reader) -> None:
    """Tell a WebSocket what there is, until there is a reason to close it or it has gone."""
    try:
        for events in reader.batches(_GLANCE):
            for event in events:
                client.send(_as_message(event))
            if not client.connected:
                return
        client.close(_CLOSING[reader.reason], reader.reason)
    except (ConnectionClosed, LocalProtocolError, OSError):
        return  # the client has gone, is about to go, or takes nothing
    except (BookingError, psycopg.Error):  # an answer of HTTP would be taken for a message
        with suppress(ConnectionClosed, LocalProtocolError, OSError):
            client.close(_LATER)


def _as_message(event: Event) -> str:
    return f'{{"id":{event.position},"event":"{event.kind}","data":{event.data}}}'
