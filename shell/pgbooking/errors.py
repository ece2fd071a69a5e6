"""Errors of the engine as the shells show them: one table from status to exit code."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import psycopg
from psycopg import errors as pg


class SetupError(Exception):
    """Something outside the engine is missing or broken; the text is one line for people."""


# HTTP status -> exit code of the command line; a status that is not listed goes by its hundred.
EXIT_CODES = {
    400: 3,  # the request is wrong, or a business rule refuses it
    401: 4,  # not allowed
    403: 4,
    404: 5,  # not found
    409: 6,  # conflict: somebody else was first
    429: 7,  # rate limited
    500: 9,  # internal
    503: 8,  # the database can't be reached, or is too busy
}

# What PostgreSQL itself raises while it reads arguments. The message repeats only the caller's
# own input; every other error of the database stays inside.
_BAD_ARGUMENT = (
    pg.InvalidTextRepresentation,
    pg.InvalidDatetimeFormat,
    pg.DatetimeFieldOverflow,
    pg.IntervalFieldOverflow,
    pg.InvalidTimeZoneDisplacementValue,
    pg.NumericValueOutOfRange,
    pg.CharacterNotInRepertoire,
    pg.UntranslatableCharacter,
)

# What else is about the call, by SQLSTATE, and the status that PostgREST gives it.
_CALLER_ERRORS = {
    "25006": 405,  # read-only transaction
    "42501": 403,  # permission denied
    "42703": 400,  # undefined column
    "42704": 400,  # undefined object: there is no array of arrays, for `in`
    "42725": 400,  # ambiguous operator
    "42804": 400,  # datatype mismatch
    "42883": 404,  # undefined function or operator
}
_ENDED = ("25P03", "25P04")  # the server ended a transaction that took too long; to psycopg, a bug
_AGAIN = "Try again; a command with the same idempotency key happens at most once."
_ARGUMENT = re.compile(r"\bp_([a-z]\w*)")
# Which parameter of a statement PostgreSQL could not read, in the server's language: the last line,
# with its value. Where in a JSON document it failed comes before.
_PARAMETER = re.compile(r'^[^"$\n]*\$(\d+)( = .*)?\Z', re.MULTILINE)


def exit_code(status: int) -> int:
    """The exit code for an HTTP status."""
    return EXIT_CODES.get(status) or EXIT_CODES.get(status // 100 * 100, 9)


@dataclass
class BookingError(Exception):
    """An error that a caller can understand.

    status: HTTP status. code: stable name. message: one line for people. details: open data,
    such as the argument at fault. hint: what to do about it.
    """

    status: int
    code: str
    message: str
    details: Any = None
    hint: str | None = None
    headers: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.message.removesuffix('.')} ({self.code})"

    def in_fields(self, label: Callable[[str], str] = str) -> "BookingError":
        """The same where arguments go without `p_`: in `/api/v1` and on the command line.

        label: what people call the argument of this name, in the message.
        """
        if not isinstance(self.details, dict) or "argument" not in self.details:
            return self  # the message may repeat what somebody typed
        argument = self.details["argument"].removeprefix("p_")
        return replace(
            self,
            message=_ARGUMENT.sub(lambda found: label(found[1]), self.message),
            details=self.details | {"argument": argument},
        )

    def body(self) -> dict[str, Any]:
        """The JSON object that clients receive."""
        return {
            "code": self.code,
            "message": self.message,
            "details": self.details,
            "hint": self.hint,
        }


def invalid_argument(message: str, argument: str | None = None, hint: str = "") -> BookingError:
    """The error for an argument the shell itself can't parse."""
    details = {"argument": argument} if argument else None
    return BookingError(
        400, "invalid_argument", message, details, hint or "Correct the argument and try again."
    )


def unread_argument(error: psycopg.DataError, arguments: Sequence[str]) -> BookingError | None:
    """The error for an argument that is not of its type; None where the server names none.

    arguments: the names of the statement's parameters.
    """
    found = _PARAMETER.search(error.diag.context or "")
    if not found or not isinstance(error, _BAD_ARGUMENT) or int(found[1]) > len(arguments):
        return None
    name = arguments[int(found[1]) - 1]
    return invalid_argument(f"{name}: {error.diag.message_primary}", name)


def server_message(error: psycopg.Error) -> str:
    """What the server says, or the driver, on one line: for who may read all of it."""
    return error.diag.message_primary or " ".join(str(error).split())


def from_psycopg(error: psycopg.Error, is_anonymous: bool = False) -> BookingError:
    """What callers may know of a database error; anything unexpected is `internal_error`."""
    sqlstate = error.sqlstate or ""
    if sqlstate == "PGRST":
        return _raised_for_http(error)
    if sqlstate.startswith("PT") and sqlstate[2:].isdigit():
        return _raised_by_engine(int(sqlstate[2:]), error)
    message = error.diag.message_primary or ""
    if isinstance(error, _BAD_ARGUMENT):
        return invalid_argument(message)
    if isinstance(error, pg.InsufficientPrivilege) and is_anonymous:
        return BookingError(401, "not_authenticated", "You may not do this.", hint="Sign in.")
    if isinstance(error, pg.InsufficientPrivilege):
        return BookingError(403, "not_allowed", "You may not do this.", hint="Ask who may.")
    if isinstance(error, pg.UndefinedFunction):
        return BookingError(404, "PGRST202", "There is no such function with these arguments.")
    if isinstance(error, pg.ReadOnlySqlTransaction):
        return BookingError(
            503,
            "read_only",
            "The database is a replica, or read-only, and takes no changes.",
            hint=_AGAIN,
            headers={"Retry-After": "1"},
        )
    if isinstance(error, psycopg.DataError) and not sqlstate:  # refused by the driver: NUL bytes
        return invalid_argument("A value can't be stored as text: it holds a NUL byte.")
    if sqlstate.startswith("54"):  # a limit of PostgreSQL, such as JSON that is nested too deeply
        return invalid_argument("A value is too large, or nested too deeply.")
    if isinstance(error, pg.QueryCanceled):
        return BookingError(
            503,
            "timeout",
            "The request took too long, and was given up; nothing has changed.",
            hint="Ask for less at a time, or try again.",
            headers={"Retry-After": "1"},
        )
    if isinstance(error, psycopg.OperationalError) or sqlstate in _ENDED:
        return BookingError(
            503,
            "unavailable",
            "The database can't be reached, or gave up on this request.",
            hint=_AGAIN,
            headers={"Retry-After": "1"},
        )
    return internal_error()


def as_postgrest(error: psycopg.Error, is_anonymous: bool) -> BookingError:
    """A database error as PostgREST tells it: SQLSTATE, message, detail and hint as raised.

    But only what is about the call itself; the rest is told as everywhere, and that is nothing.
    """
    sqlstate = error.sqlstate or ""
    status = 400 if sqlstate.startswith("22") else _CALLER_ERRORS.get(sqlstate)
    if sqlstate.startswith("PT") and sqlstate[2:].isdigit():
        status = int(sqlstate[2:])
    if not status:
        return from_psycopg(error)
    diagnostics = error.diag
    found = BookingError(
        status,
        sqlstate,
        diagnostics.message_primary or "",
        diagnostics.message_detail,
        diagnostics.message_hint,
    )
    if isinstance(error, pg.InsufficientPrivilege) and is_anonymous:
        found.status = 401
        found.headers = {"WWW-Authenticate": "Bearer"}
    return found


def internal_error() -> BookingError:
    """The error that tells nothing; the log has more under the correlation id."""
    return BookingError(
        500, "internal_error", "Something went wrong.", hint="Report the correlation id."
    )


def _raised_by_engine(status: int, error: psycopg.Error) -> BookingError:
    """SQLSTATE PT<status>: message is the code, DETAIL a JSON object with the rest."""
    code = error.diag.message_primary or "error"
    try:
        details = json.loads(error.diag.message_detail or "{}")
    except ValueError:
        details = {}
    if not isinstance(details, dict):
        details = {}
    message = str(details.pop("message", code.replace("_", " ")))
    return BookingError(status, code, message, details or None, error.diag.message_hint)


def _raised_for_http(error: psycopg.Error) -> BookingError:
    """SQLSTATE PGRST: message and DETAIL are JSON objects, the body and the rest of the answer."""
    try:
        body = json.loads(error.diag.message_primary or "")
        rest = json.loads(error.diag.message_detail or "")
        details = json.loads(body["details"]) if body.get("details") else None
        headers = {name: str(value) for name, value in rest.get("headers", {}).items()}
        return BookingError(
            int(rest["status"]), body["code"], body["message"], details, body.get("hint"), headers
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return internal_error()
