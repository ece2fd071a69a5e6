"""`/unsubscribe/<tenant>/<token>`: the address in every message (RFC 2369, RFC 8058).

GET shows a page and changes nothing, for programs follow links before people do. POST unsubscribes,
from the page's form or from a mail program's one click; the token is all it needs.
"""

from uuid import UUID

import psycopg
from flask import Blueprint, Response, make_response, render_template, request

from pgbooking.database import json_call
from pgbooking.engine import explain
from pgbooking.errors import BookingError
from pgbooking.web import engine, settings

blueprint = Blueprint("unsubscribe", __name__, template_folder="pages")

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
WORDS = {
    "en": {
        "title": "Messages",
        "ask": "You don't want these messages any more?",
        "these": "No more of these",
        "everything": "No optional messages at all",
        "note": "What is part of a booking itself, such as its confirmation, is still sent.",
        "done": "Done. You will not get these messages any more.",
        "unknown": "This address is not valid, or not any more.",
    },
    "de": {
        "title": "Nachrichten",
        "ask": "Sie möchten diese Nachrichten nicht mehr bekommen?",
        "these": "Keine mehr von diesen",
        "everything": "Gar keine, die nicht nötig sind",
        "note": "Was zur Buchung selbst gehört, etwa die Bestätigung, wird weiter geschickt.",
        "done": "Erledigt. Sie bekommen diese Nachrichten nicht mehr.",
        "unknown": "Diese Adresse gilt nicht, oder nicht mehr.",
    },
}


@blueprint.get("/unsubscribe/<uuid:tenant_id>/<token>")
def ask(tenant_id: UUID, token: str) -> Response:
    """The page with the form; whether the token is valid is not even looked at."""
    return _page("ask")


@blueprint.post("/unsubscribe/<uuid:tenant_id>/<token>")
def unsubscribe(tenant_id: UUID, token: str) -> Response:
    """Unsubscribe; doing it again changes nothing."""
    given = {"p_token": token, "p_everything": request.form.get("everything") == "1"}
    statement = json_call(engine().function("unsubscribe"), given)
    try:
        engine().run(statement, settings() | {"booking.chosen_tenant": str(tenant_id)})
    except psycopg.Error as error:
        known = explain(error)
        if not isinstance(known, BookingError) or known.status not in (401, 404):
            raise
        return _page("unknown", 404)
    return _page("done")


@blueprint.after_request
def _guard(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = _POLICY
    response.headers["Referrer-Policy"] = "no-referrer"  # the address is the token
    return response


def _page(said: str, status: int = 200) -> Response:
    language = request.accept_languages.best_match(WORDS) or "en"
    words = WORDS[language]
    return make_response(
        render_template("unsubscribe.html", words=words, language=language, said=said), status
    )
