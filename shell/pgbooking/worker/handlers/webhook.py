"""Messages to webhooks: Standard Webhooks 1.0, signed by the database."""

from collections.abc import Mapping
from typing import Any

from pgbooking.worker.addresses import RefusedError, allowed_networks
from pgbooking.worker.handler import Dead, Done, Item, Result, Retry
from pgbooking.worker.posting import UnreachableError, post

KIND = "webhook"
CONTENT = "webhook_content"
REPORT = "report_webhook"

_GONE = 410


def missing() -> str | None:
    """Nothing has to be configured. Raises SetupError where something is malformed."""
    allowed_networks()
    return None


def deliver(item: Item, content: Mapping[str, Any]) -> Result:
    """POST it. Anything but 2xx is tried again, a redirect too; 410 ends the webhook."""
    try:
        answer = post(content["url"], content["body"], content["headers"], allowed_networks())
    except (RefusedError, UnreachableError) as failure:
        return Retry(str(failure))
    facts = {"http_status": answer.status, "seconds": round(answer.seconds, 3)}
    if answer.is_success:
        return Done(facts)
    error = f"the receiver answered {answer.status}"
    if answer.status == _GONE:
        return Dead(error, facts)
    return Retry(error, answer.retry_after, facts)
