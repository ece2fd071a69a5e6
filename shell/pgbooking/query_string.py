"""What a request wants of a function's result: PostgREST's query string as a small tree.

Names are columns of the function's own result, and operators come from one table. What PostgREST
can do beyond that (casts, JSON paths, embedding, aggregates, full text, ranges) is refused, never
ignored. The tree becomes SQL in `resultset`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, LiteralString

from pgbooking.errors import BookingError

OPERATORS: dict[str, LiteralString] = {
    "eq": "=",
    "neq": "<>",
    "gt": ">",
    "gte": ">=",
    "lt": "<",
    "lte": "<=",
    "like": "like",
    "ilike": "ilike",
    "isdistinct": "is distinct from",
    "cs": "@>",
    "cd": "<@",
    "ov": "&&",
}
TRUTHS: dict[str, LiteralString] = {
    "null": "is null",
    "true": "is true",
    "false": "is false",
    "unknown": "is unknown",
}
_ELSEWHERE = ("match", "imatch", "fts", "plfts", "phfts", "wfts", "sl", "sr", "nxr", "nxl", "adj")
_PAGING = ("select", "order", "limit", "offset")
_TREES = ("and", "or", "not.and", "not.or")
_UNSUPPORTED = ("columns", "on_conflict")

# A value that PostgREST takes for a filter rather than for an argument.
_FILTER = re.compile(rf"(not|in|is|({'|'.join([*OPERATORS, *_ELSEWHERE])})(\(\w*\))?)\.", re.ASCII)
_COUNT = re.compile(r"[0-9]{1,30}", re.ASCII)
_QUOTED = r'"(?:[^"\\]|\\.)*"'
_COLUMN = re.compile(rf"\s*({_QUOTED}|[\w$](?:[\w$ -]*[\w$])?)\s*")
_SELECTED = re.compile(rf"(?:{_COLUMN.pattern}:)?{_COLUMN.pattern},")
_ORDER = re.compile(r"(?:\.(?P<way>asc|desc))?(?:\.nulls(?P<nulls>first|last))?")
# Quoted is what has its quotation marks at both ends; elsewhere they are as any character.
_LISTED = re.compile(rf"{_QUOTED}(?=[,)])|[^,)]*")
_ITEM = re.compile(rf"{_QUOTED}(?=[,)])|\{{[^{{}}]*\}}|[^,)]*")
_DEEPEST = 50  # trees within a tree; Python itself follows some hundreds
_NO_ROWS = "Limit should be greater than or equal to zero."
_SPACES = re.compile(r"[ \t]*")
_REST = re.compile(r".*", re.DOTALL)


@dataclass(frozen=True)
class Condition:
    """A comparison of a column. value: text, for `in` a tuple of texts."""

    column: str
    operator: str
    value: str | tuple[str, ...]
    is_negated: bool = False


@dataclass(frozen=True)
class Group:
    """Conditions joined by `and` or `or`."""

    joint: str
    members: tuple["Condition | Group", ...]
    is_negated: bool = False


@dataclass(frozen=True)
class Order:
    """One term of an order; without `nulls` PostgreSQL's own way: last, first when descending."""

    column: str
    way: str = "asc"
    nulls: str | None = None


@dataclass
class Wanted:
    """What of a result is wanted. columns: (column, its name in the answer), none means all."""

    columns: list[tuple[str, str]] = field(default_factory=list)
    conditions: list[Condition | Group] = field(default_factory=list)
    order: list[Order] = field(default_factory=list)
    limit: int | None = None
    offset: int = 0
    is_counted: bool = False


def split(query: Iterable[tuple[str, str]]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The query of a GET request as arguments of the function, and what is wanted of its result."""
    arguments: dict[str, str] = {}
    rest = []
    for name, value in query:
        if name in (*_PAGING, *_TREES, *_UNSUPPORTED) or _FILTER.match(value):
            rest.append((name, value))
        elif name in arguments:
            raise _malformed(f"{name} is given more than once.")
        else:
            arguments[name] = value
    return arguments, rest


def parse(query: Iterable[tuple[str, str]]) -> Wanted:
    """What a query string wants of a result. Raises 400 PGRST100, 416 PGRST103."""
    wanted = Wanted()
    seen = set()
    for name, value in query:
        if (name in seen and name in _PAGING) or name in _UNSUPPORTED:
            raise _malformed(f"{name} can't be given here, or not twice.")
        seen.add(name)
        match name:
            case "select":
                wanted.columns = _columns(value)
            case "order":
                wanted.order = _orders(value)
            case "limit":
                wanted.limit = _count(name, value)
            case "offset":
                wanted.offset = _count(name, value)
            case "and" | "or" | "not.and" | "not.or":
                wanted.conditions.append(_Scanner(f"{name}{value}").only(_Scanner.group))
            case _:
                column = _unquoted(name.strip())
                wanted.conditions.append(_Scanner(value).only(_Scanner.comparison, column, True))
    if wanted.limit == 0 and wanted.offset:
        raise unsatisfiable(_NO_ROWS)
    return wanted


def narrow(wanted: Wanted, first: int, last: int | None) -> None:
    """Keep only rows number `first` to `last`, from 0, of those wanted. 416 when none can be.

    Who wants no rows at all (limit 0) gets none, whatever the range.
    """
    if wanted.limit == 0:
        return
    if last is not None and last < first:
        raise unsatisfiable(
            "The lower boundary must be lower than or equal to the upper boundary in the"
            " Range header."
        )
    ends = [] if last is None else [last]
    if wanted.limit is not None:
        ends.append(wanted.offset + wanted.limit - 1)
    wanted.offset = max(wanted.offset, first)
    if ends:
        wanted.limit = min(ends) - wanted.offset + 1
    if wanted.limit is not None and wanted.limit < 1:
        raise unsatisfiable(_NO_ROWS)


def unsatisfiable(details: str) -> BookingError:
    """The error for rows that can't be there."""
    return BookingError(416, "PGRST103", "Requested range not satisfiable", details)


class _Scanner:
    """A reader of filters: `not.in.(1,2)`, `or(a.eq.1,not.and(b.gt.2,c.is.null))`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def only(self, read: Any, *arguments: Any) -> Any:
        """What `read` finds; there may be nothing behind it."""
        found = read(self, *arguments)
        if self.at < len(self.text):
            raise self.error()
        return found

    def group(self, depth: int = 0) -> Group:
        """A tree of conditions, so many trees deep in another."""
        if depth > _DEEPEST:
            raise self.error()
        is_negated = self.accept("not.")
        joint = "and" if self.accept("and") else "or" if self.accept("or") else ""
        if not joint:
            raise self.error()
        self.bracket("(")
        members = [self.member(depth)]
        while self.accept(","):
            members.append(self.member(depth))
        self.bracket(")")
        return Group(joint, tuple(members), is_negated)

    def member(self, depth: int) -> Condition | Group:
        """A branch or a leaf."""
        if re.compile(r"\s*(not\.)?(and|or)\(").match(self.text, self.at):
            self.read(re.compile(r"\s*"))
            return self.group(depth + 1)
        column = _unquoted(self.read(_COLUMN).strip())
        self.expect(".")
        return self.comparison(column)

    def comparison(self, column: str, is_whole: bool = False) -> Condition:
        """`[not.]operator.value`. is_whole: the value is all that follows."""
        is_negated = self.accept("not.")
        operator = self.read(re.compile(r"[a-z]+"))
        self.expect(".")
        value: str | tuple[str, ...]
        if operator == "in":
            value = self.values()
        elif operator == "is" or operator in OPERATORS:
            value = self.read(_REST) if is_whole else self.item()
        else:
            raise self.error()
        if operator == "is":
            value = str(value).rstrip().lower()
            if value not in TRUTHS:
                raise self.error()
        return Condition(column, operator, value, is_negated)

    def values(self) -> tuple[str, ...]:
        """A list in parentheses."""
        self.bracket("(")
        found = [self.item(_LISTED)]
        while self.accept(","):
            found.append(self.item(_LISTED))
        self.bracket(")")
        return () if found == [""] else tuple(found)

    def item(self, pattern: re.Pattern[str] = _ITEM) -> str:
        """A value that ends at a comma or a parenthesis, or is quoted."""
        return _unquoted(self.read(pattern))

    def read(self, pattern: re.Pattern[str]) -> str:
        """The text that matches here."""
        match = pattern.match(self.text, self.at)
        if not match:
            raise self.error()
        self.at = match.end()
        return match[0]

    def accept(self, text: str) -> bool:
        """Whether this text comes next; it is skipped then."""
        found = self.text.startswith(text, self.at)
        self.at += len(text) if found else 0
        return found

    def expect(self, text: str) -> None:
        """Skip this text, which must come next."""
        if not self.accept(text):
            raise self.error()

    def bracket(self, text: str) -> None:
        """Skip this bracket, and the spaces around it, which are no part of a value."""
        self.read(_SPACES)
        self.expect(text)
        self.read(_SPACES)

    def error(self) -> BookingError:
        """The error for a filter that can't be read, or not here."""
        return _malformed(f"Failed to parse the filter {self.text[:200]!r} at {self.at + 1}.")


def _columns(text: str) -> list[tuple[str, str]]:
    """`select=*`, `select=a,b`, `select=name:a`."""
    found = []
    rest = f"{text}," if text and text.strip() != "*" else ""
    while rest:
        match = _SELECTED.match(rest)
        name = _unquoted(match[1] or match[2]) if match else ""
        if not match or not name or "\0" in name:
            raise _malformed(f"Failed to parse the columns {rest[:200]!r} of select.")
        found.append((_unquoted(match[2]), name))
        rest = rest[match.end() :]
    return found


def _orders(text: str) -> list[Order]:
    """`order=a,b.desc.nullslast`."""
    found = []
    for term in text.split(","):
        column = _COLUMN.match(term)
        rest = _ORDER.fullmatch(term, column.end()) if column else None
        if not column or not rest:
            raise _malformed(f"Failed to parse the order {term[:200]!r}.")
        found.append(Order(_unquoted(column[1]), rest["way"] or "asc", rest["nulls"]))
    return found


def _count(name: str, text: str) -> int:
    if name == "limit" and text.startswith("-") and _COUNT.fullmatch(text[1:]):
        raise unsatisfiable(_NO_ROWS)
    if not _COUNT.fullmatch(text):
        raise _malformed(f"{name} is not a number of rows.")
    return int(text)


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text[1:-1]) if re.fullmatch(_QUOTED, text) else text


def _malformed(message: str) -> BookingError:
    return BookingError(
        400, "PGRST100", message, hint="booking.md says what of PostgREST's query strings works."
    )
