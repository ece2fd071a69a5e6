"""A provider of messages (SMS, push) that takes them by HTTP, whoever it is.

For the kind sms: `PGBOOKING_SMS_URL`; `PGBOOKING_SMS_HEADERS`, a JSON object; `PGBOOKING_SMS_BODY`,
any JSON, in whose texts `{to}`, `{text}` and `{id}` stand for what the content has under this name.
"""

import json
import os
import re
from collections.abc import Mapping
from typing import Any

from pgbooking.worker.handler import Dead, Done, Item, Result, Retry
from pgbooking.worker.posting import UnreachableError, post

_BODY = '{"to": "{to}", "text": "{text}"}'
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_TRY_AGAIN = (408, 425, 429)


def deliver(item: Item, content: Mapping[str, Any]) -> Result:
    """Hand a message to the kind's provider, with `Idempotency-Key`: the id of the effect."""
    prefix = f"PGBOOKING_{item.kind.upper()}_"
    url = os.environ.get(prefix + "URL")
    if not url:
        return Dead(f"{prefix}URL is not set")
    try:
        body = json.loads(os.environ.get(prefix + "BODY", _BODY))
        headers = json.loads(os.environ.get(prefix + "HEADERS", "{}"))
    except json.JSONDecodeError:
        return Dead(f"{prefix}BODY and {prefix}HEADERS must be JSON")
    identity = str(item.outbox_id)
    headers = {"content-type": "application/json", "idempotency-key": identity} | headers
    try:
        # the operator chose the address, so it may be any
        answer = post(url, json.dumps(_filled(body, {**content, "id": identity})), headers, None)
    except UnreachableError as failure:
        return Retry(str(failure))
    if answer.is_success:
        return Done()
    error = f"the provider answered {answer.status}"
    if answer.status >= 500 or answer.status in _TRY_AGAIN:
        return Retry(error, answer.retry_after)
    return Dead(error)


def _filled(template: Any, values: Mapping[str, Any]) -> Any:
    """The template with its placeholders replaced, once: what a value contains is only text."""
    match template:
        case str():
            return _PLACEHOLDER.sub(lambda found: str(values.get(found[1], found[0])), template)
        case list():
            return [_filled(part, values) for part in template]
        case dict():
            return {name: _filled(part, values) for name, part in template.items()}
    return template
