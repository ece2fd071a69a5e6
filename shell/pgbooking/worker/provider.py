"""A provider of messages (SMS, push) that takes them by HTTP, whoever it is.

For the kind sms: `PGBOOKING_SMS_URL`; `PGBOOKING_SMS_HEADERS`, a JSON object; `PGBOOKING_SMS_BODY`,
any JSON, in whose texts `{to}`, `{text}` and `{id}` stand for the number, the message and its id.
"""

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pgbooking.errors import SetupError
from pgbooking.mail import settings, words
from pgbooking.mail.template import TemplateError, fill
from pgbooking.worker.addresses import RefusedError
from pgbooking.worker.handler import Dead, Done, Item, Result, Retry
from pgbooking.worker.posting import UnreachableError, parsed, post

_BODY = '{"to": "{to}", "text": "{text}"}'
_PLACEHOLDER = re.compile(r"\{(to|text|id)\}")
_OF_US = (401, 402, 403, 407)  # a wrong key, an empty account: the operator's to mend
_TRY_AGAIN = (*_OF_US, 408, 425, 429)
# what Babel writes and GSM 03.38 lacks: one of them, and a short message has 70 characters, not 160
_GSM = str.maketrans({"\xa0": " ", "\u202f": " ", "\u2019": "'", "\N{EN DASH}": "-"})


@dataclass(frozen=True)
class Provider:
    """The provider of one kind of effects, by the environment."""

    kind: str

    def missing(self) -> str | None:
        """What has to be set before anything is sent. Raises SetupError for what is malformed."""
        for name in (self._name("URL"), settings.PUBLIC_URL):
            if not os.environ.get(name):
                return name
        try:
            parsed(os.environ[self._name("URL")])
        except RefusedError as error:
            example = "https://api.example.com"
            raise SetupError(f"{self._name('URL')} is no address such as {example}") from error
        self._json("BODY", _BODY)
        headers = self._json("HEADERS", "{}")
        if not isinstance(headers, dict) or not all(map(_is_line, (*headers, *headers.values()))):
            raise SetupError(f"{self._name('HEADERS')} is no JSON object of texts in ASCII")
        return None

    def deliver(self, item: Item, content: Mapping[str, Any]) -> Result:
        """Hand a message over, with `Idempotency-Key`: the id of the effect."""
        identity = str(item.outbox_id)
        try:
            values = {"to": content["to"], "text": text(content), "id": identity}
        except TemplateError as error:
            return Dead(str(error))
        headers = {"content-type": "application/json", "idempotency-key": identity}
        # names of headers are alike in any case, and two of one name are an error
        headers |= {name.lower(): value for name, value in self._json("HEADERS", "{}").items()}
        body = json.dumps(_filled(self._json("BODY", _BODY), values))
        try:
            # the operator chose the address, so it may be any
            answer = post(os.environ[self._name("URL")], body, headers, None)
        except UnreachableError as failure:
            return Retry(str(failure))
        if answer.is_success:
            return Done()
        error_text = f"the provider answered {answer.status}"
        # a redirect is of the address, which is the operator's to mend, too
        if not 400 <= answer.status < 500 or answer.status in _TRY_AGAIN:
            return Retry(error_text, answer.retry_after)
        return Dead(error_text)

    def _name(self, suffix: str) -> str:
        return f"PGBOOKING_{self.kind.upper()}_{suffix}"

    def _json(self, suffix: str, default: str) -> Any:
        try:
            return json.loads(os.environ.get(self._name(suffix), default))
        except json.JSONDecodeError as error:
            raise SetupError(f"{self._name(suffix)} is no JSON") from error


def text(content: Mapping[str, Any]) -> str:
    """The words of a message, in the reader's language and zone. Raises TemplateError."""
    values = words.of(content)
    values["unsubscribe_url"] = settings.unsubscribe_url(os.environ[settings.PUBLIC_URL], content)
    told = fill(content["template"]["text_body"], values)
    return told.translate(_GSM) if content["channel"] == "sms" else told


def _is_line(value: Any) -> bool:
    return isinstance(value, str) and value.isascii() and value.isprintable()


def _filled(template: Any, values: Mapping[str, str]) -> Any:
    """The template with its placeholders replaced, once: what a value contains is only text."""
    match template:
        case str():
            return _PLACEHOLDER.sub(lambda found: values[found[1]], template)
        case list():
            return [_filled(part, values) for part in template]
        case dict():
            return {name: _filled(part, values) for name, part in template.items()}
    return template
