"""`/api/v1/stream` in the OpenAPI document: of all routes the one that calls no single function."""

from typing import Any

PATH = "/api/v1/stream"
_REFUSALS = ("400", "401", "403", "404", "429", "503")


def describe(document: dict[str, Any]) -> None:
    """Add the stream to a document. Who may, and what refuses, is as for the function feed."""
    feed = document["paths"]["/rpc/feed"]["post"]
    error = {"application/json": {"schema": {"$ref": "#/components/schemas/error"}}}
    document["paths"][PATH] = {
        "get": {
            "operationId": "stream",
            "tags": ["rest"],
            "summary": "What changes, as it happens: server-sent events.",
            "description": (
                "Does not end by itself. Each event has an id, a name (start, availability, "
                "booking, reload, end) and JSON: a row of the function feed; of start the "
                "position, of end the reason. "
                "/api/v1/ws is the same as a WebSocket, which OpenAPI has no words for."
            ),
            "parameters": [
                _parameter("Last-Event-ID", "header", "Go on after this id; none: from now on."),
                _parameter("after", "query", "The same, for who can't set a header."),
                _parameter("tenant", "query", "As X-Tenant, for who can't set a header."),
                _parameter("token", "query", "As Authorization, for who can't set a header."),
            ],
            "responses": {
                "200": {
                    "description": "The stream.",
                    "content": {"text/event-stream": {"schema": {"type": "string"}}},
                }
            }
            | {
                status: feed["responses"][status] | {"content": error}
                for status in _REFUSALS
                if status in feed["responses"]
            },
            "x-permissions": feed["x-permissions"],
        }
    }


def _parameter(name: str, place: str, description: str) -> dict[str, Any]:
    pattern = {"pattern": "^[0-9]{1,18}$"} if name in ("Last-Event-ID", "after") else {}
    return {
        "name": name,
        "in": place,
        "description": description,
        "schema": {"type": "string"} | pattern,
    }
