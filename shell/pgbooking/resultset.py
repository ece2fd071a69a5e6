"""A function's call, and what is wanted of its result, as one SELECT.

The tree of `query_string` becomes SQL: names are checked against the function's result, operators
come from its table, and values are parameters.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from psycopg import sql

from pgbooking.contract import CONTRACT, Argument, Function
from pgbooking.database import Statement, array_text, reply_columns
from pgbooking.errors import BookingError
from pgbooking.query_string import OPERATORS, TRUTHS, Condition, Group, Order, Wanted


def statement(function: Function, payload: str, names: Sequence[str], wanted: Wanted) -> Statement:
    """The call of a function, and what is wanted of its result, as one query.

    payload: a JSON object with the arguments, of which those in `names` are passed on; the server
    reads them by the arguments' own types. Raises 400 42703 for a column the result doesn't have.
    """
    _check_columns(function, wanted)
    arguments = tuple(argument for argument in function.arguments if argument.name in names)
    query = _query(
        function.name, function.is_scalar, arguments,
        tuple(wanted.columns), tuple(wanted.conditions), tuple(wanted.order), wanted.is_counted,
    )  # fmt: skip
    _, values = _where(wanted.conditions)
    limit = None if wanted.limit is None else str(wanted.limit)
    return Statement(
        query,
        [
            *([payload] if arguments else []),
            *(values if wanted.is_counted else []),
            *values,
            limit,
            str(wanted.offset),
        ],
    )


@lru_cache(maxsize=256)  # most requests of a client ask for the same, or for everything
def _query(
    function: str,
    is_scalar: bool,
    arguments: tuple[Argument, ...],
    wanted_columns: tuple[tuple[str, str], ...],
    conditions: tuple[Condition | Group, ...],
    order: tuple[Order, ...],
    is_counted: bool,
) -> bytes:
    page = sql.SQL(
        "with called as (select called.* from {source})"
        " select {reply} from (select {columns} from called{where}{order} limit %s offset %s) as r"
    )
    where, _ = _where(conditions)
    total = sql.SQL("(select count(*) from called{})").format(where) if is_counted else None
    columns = [  # a % in a name of the caller's is no placeholder
        sql.SQL("called.{} as {}").format(
            sql.Identifier(name), sql.Identifier(alias.replace("%", "%%"))
        )
        for name, alias in wanted_columns
    ]
    return page.format(
        source=_source(function, is_scalar, arguments),
        reply=reply_columns(sql.SQL("r.value" if is_scalar else "r"), total),
        columns=sql.SQL(", ").join(columns) if columns else sql.SQL("called.*"),
        where=where,
        order=_order(order),
    ).as_bytes()


def _check_columns(function: Function, wanted: Wanted) -> None:
    """Refuse columns that aren't there; order and filters see what is selected, by its old name."""
    known = () if function.is_scalar else function.columns
    _check(function, known, [name for name, _ in wanted.columns])
    selected = [name for name, _ in wanted.columns] or known
    _check(function, selected, [term.column for term in wanted.order])
    _check(function, selected, _named(wanted.conditions))


def _check(function: Function, known: Iterable[str], names: Iterable[str]) -> None:
    for name in names:
        if name not in known:
            raise BookingError(400, "42703", f"column {function.name}.{name} does not exist")


def _named(conditions: Iterable[Condition | Group]) -> Iterable[str]:
    for found in conditions:
        if isinstance(found, Group):
            yield from _named(found.members)
        else:
            yield found.column


def _source(function: str, is_scalar: bool, arguments: Sequence[Argument]) -> sql.Composable:
    """`booking_v1.f(p_a => given.p_a)`, with `given` read from the JSON object by the types."""
    passed = [
        sql.SQL("{0} => given.{0}").format(sql.Identifier(argument.name)) for argument in arguments
    ]
    called = sql.SQL("{}({}) as called{}").format(
        sql.Identifier(CONTRACT, function),
        sql.SQL(", ").join(passed),
        sql.SQL("(value)" if is_scalar else ""),
    )
    if not arguments:
        return called
    types = [  # the catalog's own text of a type
        sql.SQL("{} {}").format(sql.Identifier(a.name), sql.SQL(a.type)) for a in arguments
    ]
    given = sql.SQL("json_to_record(%s::json) as given ({}), lateral {}")
    return given.format(sql.SQL(", ").join(types), called)


def _where(conditions: Sequence[Condition | Group]) -> tuple[sql.Composable, list[str]]:
    if not conditions:
        return sql.SQL(""), []
    condition, values = _condition(Group("and", tuple(conditions)))
    return sql.SQL(" where {}").format(condition), values


def _condition(found: Condition | Group) -> tuple[sql.Composable, list[str]]:
    negation = sql.SQL("not " if found.is_negated else "")
    if isinstance(found, Group):
        members = [_condition(member) for member in found.members]
        joint = sql.SQL(" and " if found.joint == "and" else " or ")
        joined = joint.join(member for member, _ in members)
        values = [value for _, values in members for value in values]
        return sql.SQL("{}({})").format(negation, joined), values
    column = sql.Identifier("called", found.column)
    if found.operator == "is":
        truth = sql.SQL(TRUTHS[str(found.value)])
        return sql.SQL("{}{} {}").format(negation, column, truth), []
    if isinstance(found.value, tuple):
        return sql.SQL("{}{} = any (%s)").format(negation, column), [array_text(found.value)]
    operator = sql.SQL(OPERATORS[found.operator])
    is_pattern = found.operator in ("like", "ilike")
    value = found.value.replace("*", "%") if is_pattern else found.value
    return sql.SQL("{}{} {} %s").format(negation, column, operator), [value]


def _order(order: Sequence[Order]) -> sql.Composable:
    if not order:
        return sql.SQL("")
    terms = [
        sql.SQL("{} {} {}").format(
            sql.Identifier("called", term.column),
            sql.SQL("desc" if term.way == "desc" else "asc"),
            sql.SQL({"first": "nulls first", "last": "nulls last"}.get(term.nulls or "", "")),
        )
        for term in order
    ]
    return sql.SQL(" order by ") + sql.SQL(", ").join(terms)
