"""The headers by which a client of `/rpc` says how it wants its answer, as PostgREST reads them."""

import re
from dataclasses import dataclass

from flask import request

from pgbooking.contract import CONTRACT
from pgbooking.errors import BookingError
from pgbooking.web import engine

JSON = "application/json"
OBJECT = "application/vnd.pgrst.object+json"
# What a client may accept, and what it gets.
_GIVEN = {
    "*/*": JSON,
    JSON: JSON,
    "application/vnd.pgrst.array": JSON,
    "application/vnd.pgrst.array+json": JSON,
    "application/vnd.pgrst.object": OBJECT,
    OBJECT: OBJECT,
}
_RANGE = re.compile(r"(\d{1,30})-(\d{0,30})", re.ASCII)
_QUALITY = re.compile(r"\d+(\.\d+)?", re.ASCII)
_SINGLE_OBJECT = "params=single-object"
# What a client may prefer. Those that are not told back in _APPLIED have no effect on functions.
_PREFERENCES = {
    "count": ("exact", "planned", "estimated"),
    "handling": ("strict", "lenient"),
    "missing": ("default", "null"),
    "resolution": ("merge-duplicates", "ignore-duplicates"),
    "return": ("representation", "headers-only", "minimal"),
    "tx": ("commit", "rollback"),
}
_APPLIED = ("count", "handling", "timezone")


@dataclass(frozen=True)
class Headers:
    """What the headers of a request ask for.

    schema: the one chosen, if one was. media_type: of the answer. rows: first and last number of
    the rows wanted, from 0; the last may be open.
    """

    schema: str | None
    media_type: str
    preferences: dict[str, str]
    wants_single_object: bool
    rows: tuple[int, int | None] | None

    def settings(self) -> dict[str, str]:
        """The configuration parameters that they ask for."""
        return {name: self.preferences[name] for name in ("timezone",) if name in self.preferences}

    def answer(self) -> dict[str, str]:
        """The headers that tell what was done about it."""
        found = {}
        if applied := [f"{k}={self.preferences[k]}" for k in _APPLIED if k in self.preferences]:
            found["Preference-Applied"] = ", ".join(applied)
        if self.schema:
            found["Content-Profile"] = self.schema
        return found


def read(own_type: str = "") -> Headers:
    """The headers of the running request. own_type: the only one the function has, if it has one.

    Raises BookingError: 406 PGRST106 for a schema that isn't there, 415 PGRST107 for media types
    that can't be given, 400 PGRST122 for preferences that strict handling refuses.
    """
    given = [text.strip() for text in request.headers.get("Prefer", "").split(",")]
    return Headers(
        schema=_schema(),
        media_type=own_type or _media_type(request.headers.get("Accept", "*/*")),
        preferences=_preferences([text for text in given if text != _SINGLE_OBJECT]),
        wants_single_object=_SINGLE_OBJECT in given,
        rows=_rows(),
    )


def _schema() -> str | None:
    """The schema that the request chooses, if it does: there is one."""
    header = "Content-Profile" if request.method == "POST" else "Accept-Profile"
    chosen = request.headers.get(header)
    if chosen not in (None, CONTRACT):
        raise BookingError(406, "PGRST106", f"The schema must be one of the following: {CONTRACT}")
    return chosen


def _media_type(header: str) -> str:
    """The first of the types the client accepts that can be given: by quality, then by detail."""
    for accepted in sorted(header.replace(" ", "").split(","), key=_rank, reverse=True):
        kind, *parameters = accepted.partition(";q=")[0].split(";")
        if kind in _GIVEN and parameters[:1] != ["nulls=stripped"]:
            return _GIVEN[kind]
    raise BookingError(
        415, "PGRST107", f"None of these media types are available: {header}",
        hint=f"Accept {JSON} or {OBJECT}.",
    )  # fmt: skip


def _rank(accepted: str) -> tuple[float, int]:
    """How much a client wants a media type. A quality that can't be read is none, which is 1."""
    kind, _, parameters = accepted.partition(";q=")
    quality = parameters.partition(";")[0]
    detail = kind.count(";") - kind.count("*")
    return float(quality) if _QUALITY.fullmatch(quality) else 1.0, detail


def _preferences(given: list[str]) -> dict[str, str]:
    """What the client prefers, the first of a kind."""
    found: dict[str, str] = {}
    unknown = []
    for text in given:
        key, _, value = text.partition("=")
        if value in (engine().time_zones if key == "timezone" else _PREFERENCES.get(key, ())):
            found.setdefault(key, value)
        else:
            unknown.append(text)
    if unknown and found.get("handling") == "strict":
        raise BookingError(
            400, "PGRST122", "Invalid preferences given with handling=strict",
            f"Invalid preferences: {', '.join(unknown)}",
        )  # fmt: skip
    return found


def _rows() -> tuple[int, int | None] | None:
    """The Range header, which as in PostgREST counts for GET only; another notation doesn't."""
    match = _RANGE.fullmatch(request.headers.get("Range", ""))
    if not match or request.method != "GET":
        return None
    return int(match[1]), int(match[2]) if match[2] else None
