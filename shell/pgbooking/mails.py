"""`/mails`: what the demo has sent, out of its local folder. Not there anywhere else.

Messages are shown as their readers get them, but nothing in them runs or loads: HTML is in a frame
of its own that may do nothing but open a link elsewhere, and the page allows no script.
"""

import mailbox
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime
from pathlib import Path

from flask import Blueprint, Flask, current_app, render_template
from werkzeug.exceptions import NotFound

from pgbooking.web import guard

blueprint = Blueprint("mails", __name__, template_folder="pages")

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
guard(blueprint, _POLICY)
_HEADERS = ("From", "To", "Subject", "Date", "Message-ID", "List-Unsubscribe")


def show(app: Flask, folder: Path) -> None:
    """Let an app show a folder of mail to everybody."""
    app.config["MAILS"] = folder
    app.register_blueprint(blueprint)


@blueprint.get("/mails")
def mails() -> str:
    """All messages, the last one first."""
    found = sorted(
        ((parsedate_to_datetime(read["Date"]), key, read) for key, read in _all()),
        key=lambda entry: entry[:2],
        reverse=True,
    )
    return render_template("mails.html", mails=found)


@blueprint.get("/mails/<key>")
def mail(key: str) -> str:
    """One message: headers, HTML, plain text, invitation."""
    found = dict(_all()).get(key)
    if found is None:
        raise NotFound
    parts = {
        kind: str(part.get_content())
        for kind in ("html", "plain")
        if (part := found.get_body((kind,)))
    }
    attached = [_text(part) for part in found.iter_attachments()]
    headers = {name: found[name] for name in _HEADERS if found[name]}
    return render_template("mail.html", headers=headers, parts=parts, attached=attached)


def _all() -> list[tuple[str, EmailMessage]]:
    folder: Path = current_app.config["MAILS"]
    if not (folder / "cur").is_dir():  # what is made last of it
        return []
    box = mailbox.Maildir(folder, create=False)
    return [
        (key, message_from_bytes(box.get_bytes(key), _class=EmailMessage, policy=default))
        for key in box.keys()  # noqa: SIM118 - a mailbox is no mapping: iterating gives messages
    ]


def _text(part: EmailMessage) -> str:
    content = part.get_content()
    return content if isinstance(content, str) else content.decode(errors="replace")
