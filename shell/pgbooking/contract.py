"""The contract as the database describes it: its functions, their arguments and results."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, LiteralString

import psycopg
from psycopg.rows import dict_row

CONTRACT = "booking_v1"

_MEDIA_TYPE = re.compile(rf'{CONTRACT}\."(.+/.+)"')


@dataclass(frozen=True)
class Argument:
    """An input of a contract function. type: its PostgreSQL type. default: SQL text, or None."""

    name: str
    type: str
    default: str | None

    @property
    def is_required(self) -> bool:
        """Whether a call must give it."""
        return self.default is None

    @property
    def label(self) -> str:
        """Its name in REST and on the command line: without `p_`."""
        return self.name.removeprefix("p_")


@dataclass(frozen=True)
class Function:
    """A function of the contract. columns: those of its result, one for a scalar."""

    name: str
    arguments: tuple[Argument, ...]
    is_read_only: bool
    returns_set: bool
    return_type: str
    columns: tuple[str, ...]
    comment: str

    @property
    def is_command(self) -> bool:
        """Whether it returns an outcome."""
        return self.return_type.endswith("outcome")

    @property
    def is_void(self) -> bool:
        """Whether it returns nothing."""
        return self.return_type == "void"

    @property
    def media_type(self) -> str:
        """The one that its result is of, where its type is a domain of that name; else ''."""
        found = _MEDIA_TYPE.fullmatch(self.return_type)
        return found[1] if found else ""

    @property
    def is_scalar(self) -> bool:
        """Whether its result is one value, not a record of columns."""
        return self.columns == (self.name,)

    def takes(self, given: Collection[str]) -> bool:
        """Whether it can be called with arguments of these names."""
        known = {argument.name for argument in self.arguments}
        return known.issuperset(given) and all(
            argument.name in given for argument in self.arguments if argument.is_required
        )

    def argument(self, name: str) -> Argument | None:
        """The argument of this name, or None."""
        return next((found for found in self.arguments if found.name == name), None)


def catalog(conn: psycopg.Connection[Any]) -> dict[str, Function]:
    """The contract as the database describes it, by function name."""
    with conn.cursor(row_factory=dict_row) as cursor:
        rows = cursor.execute(_CATALOG, (CONTRACT,)).fetchall()
    return {row["name"]: _function(row) for row in rows}


def _function(row: dict[str, Any]) -> Function:
    arguments = tuple(Argument(**argument) for argument in row.pop("arguments"))
    return Function(**{**row, "columns": tuple(row["columns"])}, arguments=arguments)


_CATALOG: LiteralString = """
select
    p.proname as name,
    p.provolatile <> 'v' as is_read_only,
    p.proretset as returns_set,
    format_type(case t.typname when '*/*' then t.typbasetype else t.oid end, null) as return_type,
    coalesce(obj_description(p.oid, 'pg_proc'), '') as comment,
    coalesce(results.columns, array[p.proname::text]) as columns,
    coalesce(inputs.arguments, '[]') as arguments
from pg_proc as p
join pg_namespace as n on n.oid = p.pronamespace
left join pg_type as t on t.oid = p.prorettype
cross join lateral (
    select
        json_agg(
            json_build_object(
                'name', a.name,
                'type', format_type(a.type, null),
                'default', pg_get_function_arg_default(p.oid, a.position::integer)
            )
            order by a.position
        ) filter (where a.mode in ('i', 'b', 'v')) as arguments,
        array_agg(a.name order by a.position) filter (where a.mode in ('o', 'b', 't')) as outputs
    from unnest(
        coalesce(p.proallargtypes, p.proargtypes::oid[]),
        p.proargnames,
        p.proargmodes::text[]
    ) with ordinality as u (type, name, given_mode, position)
    cross join lateral (
        select u.type, u.name, u.position, coalesce(u.given_mode, 'i') as mode
    ) as a
) as inputs
cross join lateral (
    select coalesce(
        inputs.outputs,
        (
            select array_agg(c.attname::text order by c.attnum)
            from pg_attribute as c
            where c.attrelid = t.typrelid and t.typrelid <> 0
                and c.attnum > 0 and not c.attisdropped
        )
    ) as columns
) as results
where n.nspname = %s and p.prokind = 'f'
order by p.proname
"""
