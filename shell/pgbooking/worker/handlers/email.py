"""E-mail."""

from collections.abc import Mapping
from typing import Any

from pgbooking.mail import message, settings, smtp
from pgbooking.mail.template import TemplateError
from pgbooking.worker.handler import Dead, Item, Result

KIND = "email"
CONTENT = "email_content"


def missing() -> str | None:
    """What has to be configured first. Raises SetupError where something is malformed."""
    absent = settings.missing()
    if not absent:
        settings.Settings.from_environment()
    return absent


def deliver(item: Item, content: Mapping[str, Any]) -> Result:
    """Send one message."""
    configured = settings.Settings.from_environment()
    try:
        composed = message.compose(item.outbox_id, content, configured)
    except (TemplateError, message.AddressError) as error:
        return Dead(str(error))
    return smtp.send(composed, configured)
