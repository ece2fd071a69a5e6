"""`/unsubscribe/<tenant>/<token>`: the address in every message (RFC 2369, RFC 8058).

GET shows a page and changes nothing, for programs follow links before people do. POST unsubscribes,
from the page's form or from a mail program's one click; the token is all it needs.
"""

from uuid import UUID

import psycopg
from flask import Blueprint, Response, g, make_response, render_template, request

from pgbooking import logs
from pgbooking.database import json_call
from pgbooking.engine import explain
from pgbooking.errors import BookingError
from pgbooking.web import engine, guard, settings

blueprint = Blueprint("unsubscribe", __name__, template_folder="pages")

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
guard(blueprint, _POLICY)
# what a person is told, and a program, where it is not done
_SAID = {401: ("unknown", 404), 404: ("unknown", 404), 429: ("later", 429), 503: ("later", 503)}
WORDS = {
    "en": {
        "title": "Messages",
        "ask": "You don't want these messages any more?",
        "these": "No more of these",
        "everything": "No optional messages at all",
        "note": "What is part of a booking itself, such as its confirmation, is still sent.",
        "done": "Done. You will not get these messages any more.",
        "unknown": "This address is not valid, or not any more.",
        "later": "This did not work just now. Please try again in a minute.",
    },
    "de": {
        "title": "Nachrichten",
        "ask": "Sie möchten diese Nachrichten nicht mehr bekommen?",
        "these": "Keine mehr von diesen",
        "everything": "Gar keine, die nicht nötig sind",
        "note": "Was zur Buchung selbst gehört, etwa die Bestätigung, wird weiter geschickt.",
        "done": "Erledigt. Sie bekommen diese Nachrichten nicht mehr.",
        "unknown": "Diese Adresse gilt nicht, oder nicht mehr.",
        "later": "Das ging gerade nicht. Bitte versuchen Sie es in einer Minute noch einmal.",
    },
}


@blueprint.route("/unsubscribe/<path:cut>", methods=["GET", "POST"])
def unknown(cut: str) -> Response:
    """Of an address that a mail program broke, a person is told in words, too."""
    return _page(*_SAID[404])


@blueprint.get("/unsubscribe/<uuid:tenant_id>/<token>")
def ask(tenant_id: UUID, token: str) -> Response:
    """The page with the form; whether the token is valid is not even looked at."""
    return _page("ask")


@blueprint.post("/unsubscribe/<uuid:tenant_id>/<token>")
def unsubscribe(tenant_id: UUID, token: str) -> Response:
    """Unsubscribe; doing it again changes nothing."""
    given = {"p_token": token, "p_everything": request.form.get("everything") == "1"}
    scope = settings() | {"booking.chosen_tenant": str(tenant_id)}
    try:
        engine().run(json_call(engine().function("unsubscribe"), given), scope)
    except (psycopg.Error, BookingError) as error:
        known = explain(error)
        if not known or known.status not in _SAID:
            raise
        if known.status >= 500:
            logs.unexpected(error, g.correlation_id)
        response = _page(*_SAID[known.status])
        response.headers.update(known.headers)
        return response
    return _page("done")


def _page(said: str, status: int = 200) -> Response:
    language = request.accept_languages.best_match(WORDS) or "en"
    words = WORDS[language]
    return make_response(
        render_template("unsubscribe.html", words=words, language=language, said=said), status
    )
