"""plpgsql_check over every PL/pgSQL function: what its author could not have run into yet."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest

from pgbooking import database

# What it may say. (message, in which functions): why that is fine.
ALLOWED = {
    (r'relation "cron\.job" does not exist', r"booking\.find_unscheduled_jobs"): (
        "it looks whether there is one first"
    ),
    (r"control reached end of function without RETURN", r"booking\.caller_tenant_id"): (
        "raise_error never returns"
    ),
    (r'unused parameter "p_(tenant_id|rows|public_resource_ids)"', r"booking\.broadcast"): (
        "what uses them is only reached where there is Realtime"
    ),
    (r'unused parameter "p_most"', r"booking\.renew_rate_limit"): (
        "it does one thing at most; run_in_tenants calls all alike"
    ),
    (r"text type variable is not sanitized", r"booking\.find_broken_references"): (
        "names of the catalog, which format has quoted"
    ),
    (r'schema "realtime" does not exist', r"booking\.broadcast"): "only Supabase has it",
    (r"routine is marked as VOLATILE, should be STABLE", r"booking\.schedule_jobs"): (
        "what it executes is made elsewhere"
    ),
}
CHECK = """
select p.oid::regproc::text as name, c.lineno as line, c.level, c.message, c.detail
from pg_catalog.pg_proc as p
join pg_catalog.pg_language as l on l.oid = p.prolang and l.lanname = 'plpgsql'
left join lateral plpgsql_check_function_tb(
    p.oid, fatal_errors := false, other_warnings := true, extra_warnings := true,
    performance_warnings := true, security_warnings := true, compatibility_warnings := true
) as c on true
where p.pronamespace in ('booking'::regnamespace, 'booking_v1'::regnamespace)
order by p.oid::regprocedure::text, c.lineno
"""
BROKEN = {
    "a column that does not exist": "perform t.colour from booking.tenant as t;",
    "a function that does not exist": "perform booking.take_all(p_count => 1);",
    "a missing argument": "perform booking.admit();",
    "a variable nobody reads": "declare v_unread integer := 1; begin end;",
    "dynamic SQL open to injection": "execute 'select ' || p_text;",
}


@pytest.fixture
def checked(connect: Callable[[], database.Connection]) -> Iterator[database.Connection]:
    """A connection with the extension, in a transaction that is rolled back."""
    connection = connect()
    with connection.transaction(force_rollback=True):
        load_plpgsql_check(connection)
        yield connection


def load_plpgsql_check(connection: psycopg.Connection[Any]) -> None:
    """Make the extension; skip the test where there is none, or none for this server."""
    try:
        connection.execute("create extension plpgsql_check")
    # the embedded 18 is without it; Debian's 15 checks the same functions
    except (psycopg.errors.FeatureNotSupported, psycopg.errors.UndefinedFile):
        pytest.skip("this PostgreSQL has no plpgsql_check (postgresql-15-plpgsql-check)")


def findings(connection: database.Connection) -> list[dict[str, Any]]:
    """What it finds and is not allowed."""
    rows: list[dict[str, Any]] = connection.execute(CHECK.encode()).fetchall()
    assert len({row["name"] for row in rows}) > 40, "these are not all"
    return [
        row
        for row in rows
        if row["message"]
        and not any(
            re.fullmatch(message, row["message"]) and re.fullmatch(name, row["name"])
            for message, name in ALLOWED
        )
    ]


def test_no_function_has_a_fault_or_a_warning(checked: database.Connection) -> None:
    assert findings(checked) == []


def test_what_is_allowed_still_occurs(
    checked: database.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed = list(ALLOWED)
    monkeypatch.setattr("tests.test_plpgsql.ALLOWED", {})
    found = findings(checked)
    for message, name in allowed:
        assert any(
            re.fullmatch(message, f["message"]) and re.fullmatch(name, f["name"]) for f in found
        )


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_function_is_found(checked: database.Connection, body: str) -> None:
    """The negative control, one a kind of fault."""
    checked.execute(
        f"""
        create function booking.broken(p_text text) returns void language plpgsql volatile
        set search_path = pg_catalog, pg_temp
        as $function$ begin perform p_text; {body} end $function$
        """.encode()
    )
    assert {row["name"] for row in findings(checked)} == {"booking.broken"}
