"""Arguments from the outside: read by the declared type, refused in words where they can't be.

PostgreSQL's own parsers read most types. Times and dates are checked here first, because it
would also take `2026-4-2`, `tomorrow` or a time without a zone and guess, and forget an offset
where a local time is wanted; so are durations, of which it takes a bare 45 for seconds.
"""

import json
import re
from collections.abc import Collection, Mapping
from typing import Any

from psycopg.types.json import Jsonb

from pgbooking.contract import CONTRACT, Argument, Function
from pgbooking.errors import BookingError, invalid_argument

# ISO 8601, extended form, with a zone: what RFC 3339 allows, and minutes or hours left off.
_INSTANT = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}(:?\d{2})?)",
    re.ASCII | re.IGNORECASE,
)
_LOCAL = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NUMBER = re.compile(r"\s*[+-]?[\d.]*[1-9][\d.]*\s*", re.ASCII)  # 0 is nothing, whatever its unit
_INSTANT_HINT = (
    "Write an instant as 2026-04-02T10:00:00Z or 2026-04-02T10:00:00+02:00 (in a URL, + is %2B)."
)
_LOCAL_HINT = "Write a local time as 2026-04-02T10:00, without an offset."
_DATE_HINT = "Write a date as 2026-04-02."
_DURATION_HINT = "Write a duration with its unit: 45min, 1:30 (hours and minutes) or PT1H30M."


class Text(str):
    """A value from a URL or a command line: text in the notation of the argument's type."""

    __slots__ = ()


def read_json(data: bytes) -> dict[str, Any]:
    """The JSON object in a request's body; no body is the empty object. PGRST102 otherwise."""
    if not data:
        return {}
    try:
        found = parse_json(data.decode())
    except ValueError as error:
        raise BookingError(400, "PGRST102", "Empty or invalid json") from error
    if not isinstance(found, dict):
        raise BookingError(
            400, "PGRST102", "The body is not a JSON object.", hint="Send an object of arguments."
        )
    return found


def parse_json(text: str) -> Any:
    """A JSON value that can be passed on. Raises ValueError, also for what is only Python's."""
    try:
        found = json.loads(text, parse_constant=_refuse_constant, parse_float=_finite)
        json.dumps(found, ensure_ascii=False).encode()  # half a surrogate pair is no text
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    return found


def bind(function: Function, given: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of a call from values as a client sent them.

    Raises 404 PGRST202 for an unknown or missing argument, 400 for a value that can't be read.
    """
    if not function.takes(given):
        raise no_such_function(function.name, given, function)
    return {
        argument.name: read(argument, given[argument.name])
        for argument in function.arguments
        if argument.name in given
    }


def read(argument: Argument, value: Any) -> Any:
    """One value, ready for `database.call`."""
    if value is None:
        return None
    if argument.type in ("json", "jsonb"):
        return str(value) if isinstance(value, Text) else Jsonb(value)
    if isinstance(value, list) and argument.type.endswith("[]"):
        if any(isinstance(item, list | dict) for item in value):
            raise invalid_argument(f"{argument.name} is not a list of values.", argument.name)
        if argument.type == "interval[]":
            for item in value:
                check_duration(argument.name, item)
        return value
    if isinstance(value, list | dict):
        raise invalid_argument(f"{argument.name} must be one value.", argument.name)
    if argument.type == "timestamp with time zone" and not _INSTANT.fullmatch(str(value)):
        raise invalid_argument(
            f"{argument.name} is not an ISO 8601 instant.", argument.name, _INSTANT_HINT
        )
    if argument.type == "timestamp without time zone" and not is_local_time(str(value)):
        raise invalid_argument(
            f"{argument.name} is not an ISO 8601 local time.", argument.name, _LOCAL_HINT
        )
    if argument.type == "date" and not _DATE.fullmatch(str(value)):
        raise invalid_argument(
            f"{argument.name} is not an ISO 8601 date.", argument.name, _DATE_HINT
        )
    if argument.type == "interval":
        check_duration(argument.name, value)
    return value


def check_duration(name: str, value: Any) -> None:
    """Raise 400 for a duration without a unit: people mean minutes, the database seconds."""
    if _NUMBER.fullmatch(str(value)):
        raise invalid_argument(f"{name} has no unit.", name, _DURATION_HINT)


def is_local_time(text: str) -> bool:
    """Whether it is a local time: an instant but for the zone."""
    return bool(_LOCAL.fullmatch(text))


def no_such_function(
    name: str, given: Collection[str], closest: Function | None = None
) -> BookingError:
    """PostgREST's error for a function that isn't there, or not with these arguments.

    closest: the function that is there, if any.
    """
    names = ", ".join(sorted(given))
    kind = "parameter" if len(given) == 1 else "parameters"
    arguments = f"with {kind} {names}" if given else "without parameters"
    called = f"{CONTRACT}.{name}({names})" if given else f"{CONTRACT}.{name} without parameters"
    hint = "The reference lists functions and arguments: booking.md, or pgbooking call --help."
    if closest:
        known = ", ".join(argument.name for argument in closest.arguments)
        hint = f"Perhaps you meant to call the function {CONTRACT}.{name}({known})"
    return BookingError(
        404,
        "PGRST202",
        f"Could not find the function {called} in the schema cache",
        f"Searched for the function {CONTRACT}.{name} {arguments}, but no matches were found in"
        " the schema cache.",
        hint,
    )


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")


def _finite(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError(f"{text} is out of range")
    return number
