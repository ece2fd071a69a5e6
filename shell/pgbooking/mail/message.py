"""The letter: headers, plain text, HTML and the invitation."""

import re
from collections.abc import Mapping
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import localtime
from typing import Any
from uuid import UUID

import idna

from pgbooking.mail import words
from pgbooking.mail.invitation import invitation
from pgbooking.mail.settings import Settings, unsubscribe_url
from pgbooking.mail.template import fill, one_line


class _Policy(EmailPolicy):
    """That of SMTP, but these headers go out as they were written here, see `_text`.

    The usual one reads what it is given first. It decodes what looks like an encoded word, so a
    name could bring line ends and headers of its own, and loses the quotes of a name that it folds.
    """

    def header_store_parse(self, name: str, value: Any) -> tuple[str, Any]:
        if name in ("Subject", "From", "To", "Reply-To", "List-Unsubscribe") and value.isascii():
            return name, value
        return super().header_store_parse(name, value)


_POLICY = _Policy(linesep="\r\n", cte_type="7bit", refold_source="none")
# a name as it is in DNS already; idna refuses some, such as ab--cd.example
_LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"{_LABEL}([.]{_LABEL})*", re.ASCII | re.IGNORECASE)
_PLAIN_LENGTH = 60  # characters of a text that need no second line


class AddressError(Exception):
    """No message can be addressed so."""


def compose(outbox_id: UUID, content: Mapping[str, Any], settings: Settings) -> EmailMessage:
    """The message of an effect. content: of booking.email_content.

    Message-ID is the effect's key: whoever gets it a second time can tell. Raises TemplateError
    and AddressError.
    """
    template = content["template"]
    unsubscribe = unsubscribe_url(settings.public_url, content)
    values = words.of(content)
    values["unsubscribe_url"] = unsubscribe
    sender = _address(values["tenant_name"], settings.sender)
    # no name: a guest's is any text, and who booked need not be who has the address
    recipient = _address("", content["to"]["address"])

    message = EmailMessage(_POLICY)
    message["Subject"] = _text("Subject", one_line(fill(template["subject"], values)))
    message["From"] = _mailbox("From", sender)
    message["To"] = recipient.addr_spec
    if content["reply_to"]:
        answered_by = _address(values["tenant_name"], content["reply_to"])
        message["Reply-To"] = _mailbox("Reply-To", answered_by)
    message["Date"] = localtime()
    message["Message-ID"] = f"<{outbox_id}@{settings.sender.partition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no answers from other programs
    message["List-Unsubscribe"] = f"<{unsubscribe}>"  # RFC 2369
    message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
    message.set_content(fill(template["text_body"], values))
    if template["html_body"]:
        message.add_alternative(fill(template["html_body"], values, is_html=True), subtype="html")
    if content["invitation"]:
        message.add_attachment(
            invitation(content, sender, recipient),
            maintype="text",
            subtype="calendar",
            filename="invitation.ics",
            params={"method": content["invitation"]["method"], "charset": "utf-8"},
        )
    return message


def _text(header: str, text: str) -> str:
    """A text as a header has it: encoded (RFC 2047) unless it is short, plain and looks so."""
    if text.isascii() and len(text) <= _PLAIN_LENGTH and "=?" not in text:
        return text
    return Header(text, "utf-8", header_name=header).encode()


def _mailbox(header: str, address: Address) -> str:
    """A name and an address as a header has them."""
    name = _text(header, address.display_name)
    return str(address) if name == address.display_name else f"{name}\n <{address.addr_spec}>"


def _address(name: str, address: str) -> Address:
    user, _, domain = address.rpartition("@")
    try:
        # not the codec of this name, which is of 2003 and makes strasse.de of straße.de
        host = domain.removesuffix(".")
        if not _HOST.fullmatch(host):
            host = idna.encode(host, uts46=True).decode("ascii")
        found = Address(one_line(name), user, host)
    except ValueError as error:
        raise AddressError("no such address") from error
    # "=?" would be read as an encoded word
    if not user or "=?" in user or user != one_line(user):
        raise AddressError("no such address")
    return found
