"""tools/check_sql.py: each rule sees what it is there for, and the repository keeps them all."""

import re
from pathlib import Path

import pytest

from tools import check_sql
from tools.check_sql import (
    Source,
    check,
    check_file,
    check_manifest,
    check_migrations,
    check_overloads,
)

NAME = "functions/reservation/take.sql"
GOOD = """\
-- Takes. Locks nothing. Writes booking.claim.
create or replace function booking.take(p_tenant_id uuid, p_count integer)
returns table (taken integer)
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $function$
declare
    v_claim booking.claim;
begin
    perform booking.admit(p_tenant_id => null, p_actor => p_actor, p_function => 'x');
    insert into booking.claim (tenant_id) values (p_tenant_id) returning * into v_claim;
    v_claim.unit := booking.other(p_one => 1, p_two => p_count);
    if booking.now() > v_claim.ends_at then
        raise exception 'late' using errcode = 'PB001';
    end if;
    return query select c.unit from booking.more(p_tenant_id, p_count) as c;
exception
    when sqlstate 'PB001' then
        return;
end
$function$;

comment on function booking.take(uuid, integer) is 'Takes.';
"""
PLAIN = """\
create or replace function booking.take(p_at timestamptz)
returns timestamptz
language sql
stable
as $function$
    with c as (select t.* from booking.tenant as t)
    select p_at from c
$function$;
comment on function booking.take(timestamptz) is 'Takes.';
"""

BROKEN = [
    ("file", "create or replace function booking.take(", "create function booking.take("),
    ("file", "$function$", "$$"),
    ("file", "booking.take(", "booking.give("),
    ("file", "booking.take(", "booking_v1.take("),
    ("words", "comment on function", "-- comment on function"),
    ("words", "comment on function booking.take(uuid, integer)", "comment on table booking.claim"),
    ("words", "-- Takes. Locks nothing. Writes booking.claim.\n", ""),
    ("names", "p_count integer", "how_many integer"),
    ("names", "v_claim", "claimed"),
    ("names", "v_claim booking.claim;", "v_claim booking.claim; count integer;"),
    ("attributes", "volatile security", "security"),
    ("attributes", "set search_path = pg_catalog, pg_temp\n", ""),
    ("attributes", "pg_catalog, pg_temp", "public"),
    ("strings", "'late'", r"'\w'"),
    ("definer", "set timezone = 'UTC'\n", ""),
    ("definer", "set jit = off\n", ""),
    ("definer", "set jit = off", "set jit = on"),
    ("plans", "set enable_seqscan = off\n", ""),
    ("plans", "enable_seqscan = off", "enable_seqscan = on"),
    (
        "definer",
        "    perform booking.admit(p_tenant_id => null, p_actor => p_actor, p_function => 'x');\n",
        "",
    ),
    ("definer", "perform booking.admit(", "perform booking.dismiss("),
    ("definer", "booking.take(", "booking_v1.take("),
    ("columns", "select c.unit from", "select * from"),
    ("conditions", "return query", "delete from booking.claim; return query"),
    ("conditions", "return query", "update booking.claim set unit = 1; return query"),
    ("static", "return query select c.unit", "return query execute 'select 1'; select c.unit"),
    ("static", "raise exception", "execute 'select 1'; raise exception"),
    ("static", "when sqlstate 'PB001'", "when others"),
    ("notation", "p_one => 1, p_two => p_count", "1, p_count"),
    ("notation", "p_one => 1, p_two => p_count", "1, p_two => p_count"),
    ("clock", "booking.now()", "now()"),
    ("clock", "booking.now()", "pg_catalog.clock_timestamp()"),
    ("clock", "booking.now()", "current_timestamp"),
    ("clock", "booking.now()", "localtimestamp"),
    ("clock", "booking.now()", "current_date"),
    ("clock", "booking.now()", "'now'::timestamptz"),
    ("syntax", "end if;", "end;"),
    ("syntax", "declare", "\\set x 1\ndeclare"),
    ("syntax", "as $function$", "as of $function$"),
]


def rules(text: str, name: str = NAME) -> set[str]:
    return {rule for rule, _ in check_file(Source(name, text))}


def test_a_good_function_breaks_no_rule() -> None:
    assert list(check_file(Source(NAME, GOOD))) == []
    assert list(check_file(Source(NAME, PLAIN))) == []


@pytest.mark.parametrize(("rule", "before", "after"), BROKEN)
def test_a_broken_rule_is_seen(rule: str, before: str, after: str) -> None:
    text = GOOD.replace(before, after)
    assert text != GOOD
    assert rule in rules(text)


def test_every_rule_has_a_bad_example() -> None:
    assert {rule for rule, _, _ in BROKEN} == check_sql.RULES.keys() - {"relations"} | {
        "clock",
        "syntax",
    }


def test_a_table_without_a_schema_is_seen() -> None:
    assert rules(PLAIN.replace("booking.tenant as", "tenant as")) == {"relations"}


def test_the_contract_needs_no_header_and_no_search_path() -> None:
    text = PLAIN.replace("booking.take", "booking_v1.take").replace("stable", "volatile")
    assert rules(text, "functions/api/take.sql") == set()
    assert rules(text) == {"file"}


def test_two_functions_in_a_file_and_none_are_seen() -> None:
    assert rules(GOOD + PLAIN) == {"file"}
    assert rules("select 1;") == {"file"}


def test_the_clock_is_watched_in_tables_and_not_in_tests() -> None:
    text = "create table booking.note (written_at timestamptz default now());"
    assert rules(text, "schema/note.sql") == {"clock"}
    assert rules(text, "tests/note.sql") == set()


def test_files_and_manifest_have_to_agree() -> None:
    manifest = "\\ir schema/a.sql\n\\ir schema/a.sql\n\\ir functions/gone.sql\n"
    names = {"schema/a.sql", "functions/new.sql", "demo/salon.sql"}
    assert list(check_manifest(manifest, names)) == [
        "schema/a.sql is loaded twice",
        "functions/gone.sql is loaded, but does not exist",
        "functions/new.sql is not loaded",
    ]


def test_the_list_of_migrations_has_to_be_true(tmp_path: Path) -> None:
    empty = "v_migrations jsonb := '{}';"
    assert list(check_migrations(empty, tmp_path)) == []
    (tmp_path / "migrations").mkdir()
    (tmp_path / "migrations" / "0001_x.sql").write_text("select 1;")
    (told,) = check_migrations(empty, tmp_path)
    assert '"0001_x.sql": "354b7196' in told
    right = f"v_migrations jsonb := {told.removeprefix('v_migrations has to be ')};"
    assert list(check_migrations(right, tmp_path)) == []
    (tmp_path / "migrations" / "0001_x.sql").write_text("select 2;")
    assert len(list(check_migrations(right, tmp_path))) == 1


def test_overloads_are_seen() -> None:
    other = Source("functions/policy/take.sql", PLAIN)
    assert list(check_overloads([Source(NAME, GOOD)])) == []
    assert list(check_overloads([Source(NAME, GOOD), other])) == [
        f"booking.take is in {NAME} and functions/policy/take.sql"
    ]


def test_an_exception_nobody_needs_is_reported(tmp_path: Path) -> None:
    (tmp_path / "install.sql").write_text("")
    assert sum("is not needed" in line for line in check(tmp_path)) == len(check_sql.EXCEPTIONS)


def test_the_repository_keeps_all_rules(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert check(repository / "sql") == []
    monkeypatch.setattr(check_sql, "EXCEPTIONS", {})
    assert all(
        re.search("clock|definer|plans|static|conditions", line)
        for line in check(repository / "sql")
    )
