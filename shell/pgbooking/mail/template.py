"""Templates: placeholders are replaced, and nothing else happens.

There is no language in them, so there is nothing to run away with memory or time; values go in
once and are never read again, so braces in a name are braces.
"""

import html
import re
from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{\{ *([a-z_]+) *\}\}")
# Line breaks of any kind too: a value must not end a line that it stands in; nor turn what follows
# round, as signs of direction do: 10:30 would be read as 03:01.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")
_LONGEST_VALUE = 1000
_LONGEST_TEXT = 2**20


class TemplateError(Exception):
    """A template that can't be filled in; the text says why, without a value."""


def one_line(value: str) -> str:
    """A value as it may stand in a message: on one line, and not too long."""
    return _CONTROL.sub(" ", value).strip()[:_LONGEST_VALUE]


def fill(template: str, values: Mapping[str, str], is_html: bool = False) -> str:
    """The template with its values, which are escaped in HTML. Raises TemplateError."""
    parts: list[str] = []
    size = position = 0
    for found in _PLACEHOLDER.finditer(template):
        if found[1] not in values:
            raise TemplateError(f"no value for {found[1]}")
        value = one_line(values[found[1]])
        parts += [template[position : found.start()], html.escape(value) if is_html else value]
        size += len(parts[-2]) + len(parts[-1])
        if size > _LONGEST_TEXT:
            raise TemplateError("the message is too long")
        position = found.end()
    return "".join([*parts, template[position:]])
