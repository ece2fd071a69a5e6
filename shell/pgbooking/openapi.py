"""The OpenAPI document of both HTTP doors, and the page at `/docs` that shows it.

The database writes the document (`booking_v1.openapi`), from its catalog and the table of routes;
the stream is added here.
"""

import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, current_app, redirect, request, send_file
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from pgbooking.arguments import bind
from pgbooking.database import json_call
from pgbooking.engine import Engine
from pgbooking.live.description import describe
from pgbooking.rest import ROUTES
from pgbooking.rest import blueprint as rest
from pgbooking.web import engine, guard

blueprint = Blueprint("openapi", __name__)

_PAGES = Path(__file__).parent / "pages"
# Swagger UI's files come with this package; its code is not run.
_SWAGGER = "flask_openapi3_swagger"
_ASSETS = {
    "docs.js": "",
    "swagger-ui.css": "templates/swagger/css",
    "swagger-ui-bundle.js": "templates/swagger/js",
}
# Nothing from elsewhere, and no script but those files.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
guard(blueprint, _POLICY)


class Document:
    """The document of an app: made when it is first asked for, and again after a deployment."""

    def __init__(self) -> None:
        self._made: tuple[Any, str] = (None, "")

    def text(self, engine: Engine) -> str:
        """The document as JSON. Raises BookingError, psycopg errors."""
        function = engine.function("openapi")
        source = (engine.release(), engine.functions)
        made_of, text = self._made
        if made_of != source:
            statement = json_call(function, bind(function, {"p_routes": routes()}))
            made = json.loads(engine.run(statement, {"role": engine.role}, read_only=True).body)[0]
            describe(made)
            text = json.dumps(made, separators=(",", ":"))
            self._made = (source, text)
        return text


def routes() -> list[dict[str, str]]:
    """The table of routes as `booking_v1.openapi` takes it."""
    return [
        {
            "method": route.method,
            "path": re.sub("<(?:path:)?(.*?)>", r"{\1}", f"{rest.url_prefix}{route.path}"),
            "function": route.function,
            "identifier": route.identifier,
        }
        for route in ROUTES
    ]


@blueprint.get("/api/v1/openapi.json")
def document() -> Response:
    """The document; 304 for who has it already."""
    made: Document = current_app.extensions["pgbooking.openapi"]
    response = Response(made.text(engine()), mimetype="application/json")
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response


@blueprint.get("/")
def start() -> AnyResponse:
    """Where somebody begins who opened the server's address in a browser."""
    return redirect("docs")


@blueprint.get("/docs")
def page() -> Response:
    """The page; a browser may call the functions from it."""
    return send_file(_PAGES / "docs.html")


@blueprint.get("/docs/<asset>")
def asset(asset: str) -> Response:
    """A file of the page."""
    found = find_spec(_SWAGGER)
    if asset not in _ASSETS or not found or not found.submodule_search_locations:
        raise NotFound
    package = Path(found.submodule_search_locations[0])
    folder = package / _ASSETS[asset] if _ASSETS[asset] else _PAGES
    return send_file(folder / asset)
