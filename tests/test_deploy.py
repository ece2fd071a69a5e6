"""Deployment: one transaction, any number of times, never backwards."""

import hashlib
import json
import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from pgbooking.cluster import SUPERUSER
from pgbooking.deploy import deploy, manifest, revision
from pgbooking.errors import SetupError
from pgbooking.paths import sql_directory
from tests import tiny
from tests.contract_cases import CUT
from tests.harness import TestServer, waits
from tools.drift import drift, dump, install_by_psql, last_release, unpack


@pytest.fixture
def empty(server: TestServer) -> Iterator[str]:
    with server.clone("template0") as conninfo:
        yield conninfo


def value(conninfo: str, query: str) -> Any:
    with psycopg.connect(conninfo) as connection:
        row = connection.execute(query.encode()).fetchone()
    return row and row[0]


def test_installing_twice_changes_nothing(server: TestServer, empty: str) -> None:
    first = deploy(empty)
    assert (first.was_fresh, first.changed) == (True, True)
    before = dump(server, empty)
    second = deploy(empty)
    assert (second.was_fresh, second.changed, second.migrations) == (False, False, ())
    assert dump(server, empty) == before
    assert value(empty, "select count(*) from booking.release") == 1
    assert second.version == value(empty, "select booking.version()")


def test_psql_installs_the_same_database_and_says_nothing(server: TestServer, empty: str) -> None:
    foreign = "client_encoding=LATIN1"  # the files are in UTF-8 nevertheless
    deploy(f"{empty} {foreign}")
    with server.clone("template0") as other:
        for conninfo in (other, f"{other} {foreign}"):
            assert install_by_psql(server, conninfo, sql_directory()) == ""
        assert dump(server, other) == dump(server, empty)
        assert not deploy(other).changed


@pytest.mark.parametrize("flags", [(), ("-v", "ON_ERROR_STOP=1"), ("-v", "AUTOCOMMIT=off")])
def test_psql_installs_in_one_transaction_or_not_at_all(
    server: TestServer, empty: str, flags: tuple[str, ...]
) -> None:
    """Without -1 everything up to an error stayed, without its grants."""
    script = str(sql_directory() / "install.sql")
    command = [str(server.cluster.binaries / "psql"), "-X", "-q", *flags, "-d", empty, "-f", script]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "a deployment is one transaction, and this is none" in done.stderr
    assert "psql -1" in done.stderr
    assert value(empty, "select to_regnamespace('booking')") is None


def release(folder: Path, **migrations: str) -> Path:
    """A copy of the engine, with these migrations instead of its own, and their checksums."""
    shutil.copytree(sql_directory(), folder, ignore=shutil.ignore_patterns("migrations"))
    shutil.copytree(sql_directory().parent / "cron", folder.parent / "cron", dirs_exist_ok=True)
    sums = {}
    for name, text in migrations.items():
        (folder / "migrations").mkdir(exist_ok=True)
        (folder / "migrations" / f"{name}.sql").write_text(text)
        sums[f"{name}.sql"] = hashlib.sha256(text.encode()).hexdigest()
    listed = folder / "deploy" / "migrations.sql"
    listed.write_text(re.sub(r"'{[^}]*}'", f"'{json.dumps(sums)}'", listed.read_text(), count=1))
    return folder


ADD = "alter table booking.customer add column nickname text;"


def test_psql_notes_migrations_and_refuses_to_skip_one(
    server: TestServer, empty: str, tmp_path: Path
) -> None:
    old = release(tmp_path / "old", m0001="select 1;")
    new = release(tmp_path / "new", m0001="select 1;", m0002=ADD)
    assert install_by_psql(server, empty, old) == ""
    assert value(empty, "select array_agg(name) from booking.migration") == ["m0001.sql"]
    said = install_by_psql(server, empty, new)
    assert "lacks migrations that psql does not run: m0002.sql" in said
    assert 'Upgrade it with "pgbooking deploy"' in said
    assert deploy(empty, new).migrations == ("m0002.sql",)
    assert install_by_psql(server, empty, new) == ""
    edited = release(tmp_path / "edited", m0001="select 2;", m0002=ADD)
    assert "psql does not run: m0001.sql" in install_by_psql(server, empty, edited)


def test_a_migrations_limits_end_with_it(empty: str, tmp_path: Path) -> None:
    """What it takes to forget the timetable afterwards is not for it to know."""
    old = release(tmp_path / "old")
    new = release(
        tmp_path / "new",
        m0001="set local statement_timeout = '1min'; set local lock_timeout = '1min';",
    )
    finish = new / "deploy" / "finish.sql"
    finish.write_text(
        finish.read_text() + "create table public.seen as select current_setting("
        "'statement_timeout') as statement, current_setting('lock_timeout') as lock"
    )
    deploy(empty, old)
    deploy(empty, new)
    assert value(empty, "select (statement, lock)::text from public.seen") == "(0,3s)"


def test_what_gained_columns_is_made_anew(empty: str, deployer: str) -> None:
    """By a migration, as "create or replace" refuses it."""
    with psycopg.connect(empty) as connection:
        connection.execute("delete from booking.migration")
        connection.execute("drop function booking_v1.get_booking(uuid, text)")
        connection.execute(
            "create function booking_v1.get_booking(p_booking_id uuid, p_manage_token text = null)"
            " returns table (booking_id uuid) language sql as 'select p_booking_id'"
        )
        connection.execute("alter function booking_v1.get_booking owner to booking_owner")
    assert "0001_bookings_tell_their_cancellation.sql" in deploy(deployer).migrations
    told = "select pg_get_function_result(p.oid) from pg_proc as p where p.proname = %s"
    with psycopg.connect(empty) as connection:
        one, many = (
            connection.execute(
                told + " and p.pronamespace = 'booking_v1'::regnamespace", (name,)
            ).fetchall()
            for name in ("get_booking", "list_bookings")
        )
    assert one == many


def test_what_gained_an_argument_is_one_function(empty: str, deployer: str) -> None:
    """By a migration, as "create or replace" makes another one beside it."""
    with psycopg.connect(empty) as connection:
        connection.execute("delete from booking.migration as m where m.name like '0002%'")
        connection.execute(
            "create function booking_v1.list_bookings(p_from timestamptz, p_to timestamptz,"
            " p_resource_id uuid, p_customer_id uuid, p_status text, p_limit integer, p_after uuid)"
            " returns uuid language sql as 'select p_after'"
        )
        connection.execute(
            "alter function booking_v1.list_bookings(timestamptz, timestamptz, uuid, uuid, text,"
            " integer, uuid)"
            " owner to booking_owner"
        )
    assert deploy(deployer).migrations == ("0002_bookings_that_still_go_on.sql",)
    told = "select count(*) from pg_proc as p where p.proname = 'list_bookings'"
    assert value(empty, told) == 2, "the contract's, and its private half"


def test_drift_is_seen_with_the_wrong_migration_and_not_with_the_right_one(
    server: TestServer, tmp_path: Path
) -> None:
    released = release(tmp_path / "released")
    good = release(tmp_path / "good", m0001=ADD)
    bad = release(tmp_path / "bad", m0001=ADD.replace("text", "varchar"))
    for folder in (good, bad):
        tables = folder / "schema" / "tenancy.sql"
        tables.write_text(tables.read_text() + ADD)
    assert drift(server, released, good) == []
    differences = drift(server, released, bad)
    assert "-    nickname text," in [line.rstrip(",") + "," for line in differences]


def test_reference_data_that_a_release_leaves_behind_is_drift(
    server: TestServer, tmp_path: Path
) -> None:
    """What a release no longer has, no upsert takes away."""
    released = release(tmp_path / "released")
    variables = released / "reference" / "message_variables.sql"
    gone = "insert into booking.message_variable values ('gone', 'Is no more.', 'x');"
    variables.write_text(variables.read_text() + gone)
    differences = drift(server, released, sql_directory())
    assert [line for line in differences if line.startswith("+message_variable: (gone,")]


def test_drift_between_psql_and_deploy_is_seen(server: TestServer, tmp_path: Path) -> None:
    folder = release(tmp_path / "current")
    assert drift(server, None, folder) == []
    finish = folder / "deploy" / "finish.sql"
    only_psql = "do $$ begin if current_setting('application_name') = 'psql' then drop index"
    finish.write_text(finish.read_text() + only_psql + " booking.claim_by_booking; end if; end $$;")
    assert any("claim_by_booking" in line for line in drift(server, None, folder))


def test_the_last_release_is_the_highest_tag(tmp_path: Path) -> None:
    (tmp_path / "sql").mkdir()
    (tmp_path / "sql" / "install.sql").write_text("-- old")
    (tmp_path / "cron").mkdir()
    (tmp_path / "cron" / "job.sql").write_text("-- old")
    commit(tmp_path)
    assert last_release(tmp_path) is None
    for tag in ("v0.9.0", "v0.10.0", "other"):
        git(tmp_path, "tag", tag)
    (tmp_path / "sql" / "install.sql").write_text("-- new")
    assert last_release(tmp_path) == "v0.10.0"
    assert (unpack(tmp_path, "v0.10.0", tmp_path / "out") / "install.sql").read_text() == "-- old"


def test_two_deployments_at_once_both_succeed(empty: str) -> None:
    results: list[bool] = []
    threads = [
        threading.Thread(target=lambda: results.append(deploy(empty).was_fresh)) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [False, True]


@contextmanager
def waiting(conninfo: str, action: Callable[[], object]) -> Iterator[None]:
    """Run an action beside the block, which begins as soon as the action waits for a lock."""
    with ThreadPoolExecutor(1) as others, psycopg.connect(conninfo, autocommit=True) as watcher:
        done = others.submit(action)
        while not done.done() and not watcher.execute(WAITS).rowcount:
            pass
        yield
    done.result()


WAITS = (
    b"select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
)


OF_QUERIES = ["default_transaction_isolation = 'repeatable read'", "lock_timeout = '1ms'"]


@pytest.mark.parametrize("setting", ["jit = off", *OF_QUERIES])
@pytest.mark.parametrize("by_psql", [True, False])
def test_a_second_deployment_finds_what_the_first_one_did(
    server: TestServer, empty: str, setting: str, by_psql: bool
) -> None:
    with psycopg.connect(empty, autocommit=True) as connection:
        connection.execute(f"alter database {connection.info.dbname} set {setting}".encode())

    def second() -> None:
        if by_psql:
            assert install_by_psql(server, empty, sql_directory()) == ""
        else:
            assert not deploy(empty).changed

    with psycopg.connect(empty) as first:
        for file in manifest(sql_directory()):
            first.execute(file.read_bytes())
        with waiting(empty, second):
            first.commit()


def test_two_fresh_databases_of_a_new_cluster_are_installed_at_once(
    server: TestServer, empty: str
) -> None:
    """Roles belong to the cluster: the second finds one that it was about to make."""
    (roles,) = [file for file in manifest(sql_directory()) if file.name == "roles.sql"]
    text = roles.read_text().replace("booking_monitor", "booking_newcomer").encode()
    with psycopg.connect(empty) as first, psycopg.connect(empty) as second:
        first.execute(text)
        with waiting(empty, lambda: second.execute(text)):
            first.commit()
        assert second.execute("select to_regrole('booking_newcomer')::text").fetchone() == (
            "booking_newcomer",
        )
        second.commit()
        first.execute("drop role booking_newcomer")


def test_roles_that_were_there_are_not_granted_by_who_may_not(
    server: TestServer, empty: str
) -> None:
    """PostgREST was there before, with a login of another name."""
    (roles,) = [file for file in manifest(sql_directory()) if file.name == "roles.sql"]
    text = roles.read_text().replace("authenticator", "authenticator_newcomer").encode()
    with server.clone(), someone(server, OWNERS) as name:
        with psycopg.connect(empty, autocommit=True) as admin:
            admin.execute(f"alter role {name} createrole".encode())
        with psycopg.connect(make_conninfo(empty, user=name)) as connection:
            connection.execute(text)
            made = connection.execute("select to_regrole('authenticator_newcomer')").fetchone()
            connection.rollback()
        assert made == (None,)


UNUSUAL = """
create schema hostile;
create function hostile.clock_timestamp() returns timestamptz language sql
as $$ select '1999-01-01Z'::timestamptz $$;
create function hostile.replace(text, text, text) returns text language sql
as $$ select 'x' $$;
create function hostile.to_regclass(text) returns regclass language sql
as $$ select null::regclass $$;
create domain hostile.text as varchar(3);
create function hostile.no(uuid, uuid) returns boolean language sql as $$ select false $$;
create operator hostile.= (leftarg = uuid, rightarg = uuid, function = hostile.no);
alter database {name} set search_path = hostile, pg_catalog;
alter database {name} set statement_timeout = '50ms';
alter database {name} set row_security = off;
do $$ begin if current_setting('server_version_num')::integer >= 170000 then
execute $_$ alter database {name} set transaction_timeout = '500ms' $_$; end if; end $$;
alter database {name} set standard_conforming_strings = off
"""


@pytest.mark.parametrize("by_psql", [True, False])
def test_what_a_database_sets_for_its_queries_is_not_for_deployments(
    server: TestServer, empty: str, by_psql: bool
) -> None:
    deploy(empty)
    expected = dump(server, empty)
    with server.clone("template0") as unusual:
        with psycopg.connect(unusual, autocommit=True) as connection:
            for statement in UNUSUAL.format(name=connection.info.dbname).split(";\n"):
                connection.execute(statement.encode())
        for _ in range(2):
            if by_psql:
                assert install_by_psql(server, unusual, sql_directory()) == ""
            else:
                deploy(unusual)
        name = conninfo_to_dict(unusual)["dbname"]
        with psycopg.connect(empty, autocommit=True) as connection:  # which has time for it
            connection.execute(f"alter database {name} reset all".encode())
        with psycopg.connect(unusual) as connection:
            connection.execute("drop schema hostile cascade")
        assert dump(server, unusual) == expected


BY_HAND = {
    "rights": [
        "grant select on booking.booking to public",
        "grant select (booking_id) on booking.booking to anon",
        "grant truncate on booking.booking to booking_engine",
        "grant usage on all sequences in schema booking to public",
        "grant create on schema booking_v1 to booking_engine",
        "grant execute on all functions in schema booking to booking_courier, booking_tester",
        "grant execute on function booking.admit to booking_engine with grant option",
        "revoke all on all functions in schema booking from booking_engine",
        "revoke all on all functions in schema booking from booking_courier",
        "revoke all on all functions in schema booking_v1 from booking_owner, anon",
        "revoke all on booking.booking from booking_owner, booking_engine",
        "alter table booking.service owner to booking_engine",
        "alter function booking.now owner to booking_courier",
    ],
    "row security": [
        "drop policy tenant_isolation on booking.claim",
        "alter policy tenant_isolation on booking.customer using (true)",
        "alter policy tenant_isolation on booking.service to public",
        "alter policy tenant_isolation on booking.feed with check (true)",
        "create policy everything on booking.booking using (true)",
        "alter table booking.resource disable row level security",
        "alter table booking.holiday no force row level security",
    ],
}


@pytest.mark.parametrize("changes", BY_HAND.values(), ids=BY_HAND.keys())
def test_what_was_changed_by_hand_is_mended(
    server: TestServer, empty: str, changes: list[str]
) -> None:
    deploy(empty)
    before = dump(server, empty)
    with psycopg.connect(empty) as connection:
        for change in changes:
            connection.execute(change.encode())
    assert dump(server, empty) != before
    deploy(empty)
    assert dump(server, empty) == before


def test_routines_of_the_administrators_own_are_in_nobody_s_way(empty: str) -> None:
    deploy(empty)
    with psycopg.connect(empty) as connection:
        for routine in (
            "function booking.tenants_with_work() returns text language sql as 'select null'",
            "procedure booking.mine() language sql as 'select 1'",
            "aggregate booking.mine(integer) (sfunc = int4pl, stype = integer)",
        ):
            connection.execute(f"create {routine}".encode())
    deploy(empty)


def test_no_booking_that_is_being_made_is_waited_for(empty: str) -> None:
    deploy(empty)
    with psycopg.connect(empty) as busy:
        rows = busy.execute(
            "select format('booking.%I', relname) from pg_class"
            " where relnamespace = 'booking'::regnamespace and relkind = 'r'"
        ).fetchall()
        tables = {name for (name,) in rows} - {"booking.rate_limit"}  # no booking changes those
        assert len(tables) > 40
        busy.execute(f"lock table {', '.join(tables)} in row exclusive mode".encode())
        assert not deploy(empty).changed


BY_OTHER_FUNCTIONS = "alter function booking.month_of(timestamptz) cost 7"


@pytest.mark.parametrize("table", ["timetable", "rate_limit"])
def test_a_vacuum_that_waits_for_the_grants_is_not_waited_for(empty: str, table: str) -> None:
    # it holds the lock of its table, and waits for the row in the catalog that the grants changed
    deploy(empty)
    with psycopg.connect(empty) as connection:
        connection.execute(BY_OTHER_FUNCTIONS)
    files = [file for file in manifest(sql_directory()) if "schema/" not in str(file)]
    last = [file.name for file in files].index("grants.sql") + 1
    with psycopg.connect(empty) as deployment, psycopg.connect(empty, autocommit=True) as cleaner:
        for file in files[:last]:
            deployment.execute(file.read_bytes())
        cleaning = threading.Thread(
            target=lambda: cleaner.execute(f"vacuum (analyze) booking.{table}".encode())
        )
        cleaning.start()
        with psycopg.connect(empty, autocommit=True) as watcher:
            while cleaning.is_alive() and not waits(watcher, cleaner):
                pass
        assert cleaning.is_alive()
        for file in files[last:]:
            deployment.execute(file.read_bytes())
        deployment.commit()
        cleaning.join()


@pytest.mark.parametrize(
    "use",
    [
        # who works hours out, or changes them
        "lock table booking.timetable in row exclusive mode",
        # whose setting of a limit would not be seen, and would not see what the deployment changes
        "lock table booking.rate_limit in row exclusive mode",
    ],
)
def test_a_table_in_use_is_waited_for_by_trying_again(
    empty: str, monkeypatch: pytest.MonkeyPatch, use: str
) -> None:
    deploy(empty)
    with psycopg.connect(empty) as reader:
        reader.execute(BY_OTHER_FUNCTIONS)
        reader.commit()
        reader.execute(use.encode())
        pauses: list[float] = []

        def ends(pause: float) -> None:
            pauses.append(pause)
            reader.rollback()

        monkeypatch.setattr("pgbooking.deploy.sleep", ends)
        assert not deploy(empty).changed
    assert pauses == [1]


@pytest.fixture
def known(empty: str, repository: Path) -> Iterator[psycopg.Connection[Any]]:
    """A connection to a salon whose hours were worked out ahead."""
    deploy(empty)
    with psycopg.connect(empty) as connection:
        connection.execute((repository / "sql/demo/salon.sql").read_bytes())
        connection.execute("select booking.run_in_tenants('fill_timetable', 1000)")
        connection.commit()
        yield connection


def hours_known(connection: psycopg.Connection[Any]) -> int:
    (count,) = connection.execute("select count(*) from booking.timetable").fetchone() or (0,)
    return int(count)


def test_a_deployment_keeps_hours_that_were_worked_out(
    empty: str, known: psycopg.Connection[Any]
) -> None:
    before = hours_known(known)
    known.execute("alter function booking.metrics() cost 7")
    known.commit()
    deploy(empty)
    assert hours_known(known) == before > 0


@pytest.mark.parametrize(
    "change",
    [
        BY_OTHER_FUNCTIONS,
        "drop function booking.hours_hash()",  # as it is after a release that had none
    ],
)
def test_hours_that_other_functions_worked_out_are_forgotten(
    empty: str, known: psycopg.Connection[Any], change: str
) -> None:
    known.execute(change.encode())
    known.commit()
    deploy(empty)
    assert hours_known(known) == 0


def test_a_migration_forgets_hours(known: psycopg.Connection[Any]) -> None:
    def forget(migration: str) -> int:
        with known.transaction(force_rollback=True):
            known.execute((sql_directory() / "deploy/note_hours.sql").read_bytes())
            known.execute(migration.encode())
            known.execute((sql_directory() / "deploy/forget_timetable.sql").read_bytes())
            return hours_known(known)

    assert forget("") > 0
    assert forget("insert into booking.migration (name, checksum) values ('0001.sql', 'x')") == 0


@contextmanager
def someone(server: TestServer, given: str = "") -> Iterator[str]:
    """A login that is no superuser, whom row security holds, with a right or none; its name."""
    name = f"deployer_{server.worker}"
    with psycopg.connect(server.cluster.conninfo(), autocommit=True) as connection:
        connection.execute(f"create role {name} login".encode())
        try:
            if given:
                connection.execute(f"grant {given} to {name}".encode())
            yield name
        finally:
            connection.execute(f"drop role {name}".encode())


OWNERS = "booking_owner, booking_engine, booking_courier"


@pytest.fixture
def someones(server: TestServer, empty: str) -> Iterator[str]:
    """A database of somebody's who is no superuser, with the engine; how they connect."""
    with server.clone():  # whose template has the roles
        pass
    with someone(server, OWNERS) as name:
        conninfo = make_conninfo(empty, user=name)
        with psycopg.connect(empty, autocommit=True) as connection:
            database = connection.info.dbname
            connection.execute(f"grant all on database {database} to {name}".encode())
            deploy(conninfo)
            yield conninfo
            connection.execute(f"drop owned by {name} cascade".encode())


def test_who_may_not_deploy_is_told_what_is_missing(server: TestServer, empty: str) -> None:
    """Before and after somebody else installed it."""
    with server.clone(), someone(server) as name, psycopg.connect(empty, autocommit=True) as admin:
        admin.execute(f"grant all on database {admin.info.dbname} to {name}".encode())
        stranger = make_conninfo(empty, user=name)
        lacks = f"^{name} may not deploy: .*: booking_courier, booking_engine, booking_owner. grant"
        for _ in range(2):
            with pytest.raises(SetupError, match=lacks):
                deploy(stranger)
            assert "may not deploy" in install_by_psql(server, stranger, sql_directory())
            deploy(empty)
        admin.execute(f"alter role {name} noinherit".encode())
        admin.execute(f"grant {OWNERS} to {name}".encode())
        with pytest.raises(SetupError, match="inherit") as caught:
            deploy(stranger)
        hint = str(caught.value).partition("booking_owner. ")[2].partition(". Where")[0]
        admin.execute(hint.encode())
        assert not deploy(stranger).changed
        assert install_by_psql(server, stranger, sql_directory()) == ""
        admin.execute(f"alter table booking.claim owner to {SUPERUSER}".encode())
        with pytest.raises(SetupError, match=f"these roles may: {SUPERUSER}. A superuser"):
            deploy(stranger)
        deploy(empty)
        assert not deploy(stranger).changed
        admin.execute(f"revoke all on database {admin.info.dbname} from {name}".encode())


def since_16(conninfo: str) -> None:
    if int(value(conninfo, "show server_version_num")) < 160000:
        pytest.skip("before PostgreSQL 16 who is a member of a role may become it")


def test_who_may_not_become_the_owners_is_told_so(server: TestServer, empty: str) -> None:
    since_16(empty)
    deploy(empty)
    with someone(server) as name, psycopg.connect(empty, autocommit=True) as admin:
        admin.execute(f"grant {OWNERS} to {name} with inherit true, set false".encode())
        with pytest.raises(SetupError, match=f"^{name} may not deploy") as caught:
            deploy(make_conninfo(empty, user=name))
        hint = str(caught.value).partition("booking_owner. ")[2].partition(". Where")[0]
        admin.execute(hint.encode())
        assert not deploy(make_conninfo(empty, user=name)).changed


def test_who_makes_the_owners_may_become_them(server: TestServer, empty: str) -> None:
    since_16(empty)
    (roles,) = [file for file in manifest(sql_directory()) if file.name == "roles.sql"]
    text = roles.read_text().replace("booking_owner", "booking_newcomer").encode()
    with server.clone(), someone(server, OWNERS) as name:
        with psycopg.connect(empty, autocommit=True) as admin:
            admin.execute(f"alter role {name} createrole".encode())
        with psycopg.connect(make_conninfo(empty, user=name)) as connection:
            connection.execute("set createrole_self_grant = 'inherit'")
            connection.execute(text)
            connection.execute("set role booking_newcomer")
            connection.rollback()


def test_whoever_came_first_owns_nothing(someones: str, empty: str) -> None:
    """So another may deploy: another login of the kind, and a superuser."""
    with psycopg.connect(someones) as connection:
        name = connection.info.user
    owned = "select count(*) from pg_shdepend as d where d.deptype = 'o' and d.dbid = (select oid"
    owned += (
        f" from pg_database where datname = current_database()) and d.refobjid = '{name}'::regrole"
    )
    extensions = " and d.classid <> 'pg_extension'::regclass"
    assert value(empty, owned + extensions) == 0
    with psycopg.connect(empty, autocommit=True) as connection:
        connection.execute(f"create role {name}_2 login in role {OWNERS}".encode())
        try:
            assert not deploy(make_conninfo(empty, user=f"{name}_2")).changed
        finally:
            connection.execute(f"drop role {name}_2".encode())
    assert not deploy(empty).changed


@pytest.mark.parametrize("deployments", [1, 2])
def test_nothing_is_wrong_where_no_superuser_deployed(
    someones: str, empty: str, repository: Path, deployments: int
) -> None:
    with psycopg.connect(empty) as connection:
        connection.execute((repository / "sql/demo/salon.sql").read_bytes())
    for _ in range(1, deployments):
        assert not deploy(someones).changed
    for asker in (someones, empty):
        with psycopg.connect(asker) as connection:
            assert connection.execute("select * from booking.doctor()").fetchall() == []


@pytest.fixture(params=[True, False], ids=["superuser", "owner"])
def deployer(request: pytest.FixtureRequest, empty: str, repository: Path) -> str:
    """Who has deployed into the empty database, which has the salon by now."""
    if request.param:
        deploy(empty)
    found = empty if request.param else str(request.getfixturevalue("someones"))
    with psycopg.connect(empty) as connection:
        connection.execute((repository / "sql/demo/salon.sql").read_bytes())
    return found


LEFT_BEHIND = """
do $$ begin perform setval('booking.feed_position_seq', 7); end $$;
insert into booking.feed (tenant_id, position, kind, change, resource_ids, occurred_at, recorded_at)
select t.tenant_id, 4711, 'availability', 'changed', '{}', now(), now() from booking.tenant as t;
insert into booking.feed_horizon (tenant_id, position)
select t.tenant_id, 1147 from booking.tenant as t;
insert into booking.release (release_id, version, functions_hash) overriding system value
select 99, booking.version(), 'another'
"""


def test_sequences_that_a_replication_left_behind_go_on_from_their_tables(
    empty: str, deployer: str
) -> None:
    with psycopg.connect(empty) as connection:
        connection.execute(LEFT_BEHIND.encode())
    assert deploy(deployer).changed
    assert value(empty, "select max(release_id) from booking.release") == 100
    assert value(empty, "select last_value from booking.feed_position_seq") == 4711
    assert value(empty, "select count(*) from booking.doctor()") == 0
    assert value(empty, "select nextval('booking.feed_position_seq')") == 4712
    assert not deploy(deployer).changed
    assert value(empty, "select last_value from booking.feed_position_seq") == 4712, "never down"


def test_commands_that_wait_for_a_migration_do_not_deadlock_with_it(
    empty: str, deployer: str
) -> None:
    """They have read the timetable, and wait for what the migration has locked."""
    with psycopg.connect(empty) as connection:
        connection.execute("select booking.run_in_tenants('fill_timetable', 1000)")
        assert hours_known(connection) > 0
    files = [file for file in manifest(sql_directory()) if "schema/" not in str(file)]
    gate = [file.name for file in files].index("refuse_older.sql") + 1
    with psycopg.connect(empty) as customer, psycopg.connect(deployer) as deployment:
        customer.execute("select booking_v1.use_tenant('salon')")
        slot = customer.execute(
            "select s.starts_at from booking_v1.available_slots("
            "%s, now(), now() + interval '14 days') as s limit 1",
            (CUT,),
        ).fetchone()
        for file in files[:gate]:
            deployment.execute(file.read_bytes())
        deployment.execute("alter table booking.booking add column remark text")
        deployment.execute("insert into booking.migration (name, checksum) values ('1.sql', 'x')")

        def book() -> object:
            booked = customer.execute(
                "select (booking_v1.create_booking('one', %s, %s)).status", (CUT, *(slot or ()))
            )
            customer.commit()
            return booked.fetchone()

        with ThreadPoolExecutor(1) as others:
            booking = others.submit(book)
            with psycopg.connect(empty, autocommit=True) as watcher:
                while not booking.done() and not waits(watcher, customer):
                    pass
            for file in files[gate:]:
                deployment.execute(file.read_bytes())
            deployment.commit()
            assert booking.result() == ("completed",)
    with psycopg.connect(empty) as connection:
        assert hours_known(connection) == 0


def test_every_function_that_works_hours_out_is_in_their_hash(
    known: psycopg.Connection[Any],
) -> None:
    def hash_of_hours() -> object:
        return (known.execute("select booking.hours_hash()").fetchone() or (None,))[0]

    def is_in_hash(function: str) -> bool:
        before = hash_of_hours()
        with known.transaction(force_rollback=True):
            known.execute(f"alter function {function} cost 77".encode())
            return hash_of_hours() != before

    known.execute("set track_functions = 'all'")
    known.execute("truncate booking.timetable")
    known.commit()  # what was called before is not told of this transaction
    known.execute(
        "select set_config('booking.tenant_id', t.tenant_id::text, true),"
        " booking.fill_timetable(t.tenant_id, 1000) from booking.tenant as t"
    )
    called = known.execute(
        "select f.funcid::regprocedure::text from pg_stat_xact_user_functions as f"
        " where f.schemaname = 'booking'"
    ).fetchall()
    assert len(called) > 5
    assert [name for (name,) in called if not is_in_hash(name)] == []
    assert not is_in_hash("booking.metrics()")


def test_a_deadlock_is_tried_again(
    empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deadlock = "do $$ begin raise deadlock_detected; end $$"
    folder = tiny.write(tmp_path, deploy__finish=deadlock)
    monkeypatch.setattr("pgbooking.deploy.sleep", lambda _: tiny.write(folder))
    assert deploy(empty, folder).changed


def test_a_table_that_stays_in_use_ends_the_deployment_in_one_line(
    empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hasty = "set local lock_timeout = '10ms';"
    deploy(empty, tiny.write(tmp_path / "old"))
    new = tiny.write(
        tmp_path / "new",
        "1.3.0",
        deploy__begin=hasty,
        migrations__0001_new="alter table booking.note add column new text;",
    )
    pauses: list[float] = []
    monkeypatch.setattr("pgbooking.deploy.sleep", pauses.append)
    with psycopg.connect(empty) as reader:
        reader.execute("select from booking.note")
        with pytest.raises(SetupError, match="keeps a table in use") as caught:
            deploy(empty, new)
    assert "\n" not in str(caught.value)
    assert pauses == [1, 2, 4, 8]
    assert value(empty, "select booking.version()") == "1.2.0"
    monkeypatch.undo()
    assert deploy(empty, new).migrations == ("0001_new.sql",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nonsense;", "api.sql:1: syntax error"),
        ("select 'ÄÖÜ';\nselect\nnonsense;", 'api.sql:3: column "nonsense" does not exist'),
        ("do $$ begin raise 'it fails'; end $$", "api.sql: it fails"),
        ("do $$ begin raise 'it fails' using hint = 'Do it.'; end $$", "api.sql: it fails. Do it."),
        ("create sequence s;\nselect currval('s');", "api.sql: currval of sequence"),
    ],
)
def test_a_failing_file_leaves_nothing_and_is_named(
    empty: str, tmp_path: Path, text: str, expected: str
) -> None:
    folder = tiny.write(tmp_path, functions__api=text)
    with pytest.raises(SetupError) as caught:
        deploy(empty, folder)
    assert str(caught.value).startswith(f"functions/{expected}")
    assert "\n" not in str(caught.value)
    assert value(empty, "select to_regnamespace('booking')") is None


def test_a_connection_that_is_lost_is_no_fault_of_a_file(empty: str, tmp_path: Path) -> None:
    lost = "select pg_terminate_backend(pg_backend_pid());"
    with pytest.raises(psycopg.OperationalError, match="terminating connection"):
        deploy(empty, tiny.write(tmp_path, functions__api=lost))


def test_a_deployment_says_what_it_is_and_of_which_revision(empty: str, tmp_path: Path) -> None:
    says = (
        "insert into booking.note (body)"
        " values (current_setting('application_name')), (current_setting('booking.revision'))"
    )
    folder = tiny.write(tmp_path, deploy__finish=says)
    deploy(empty, folder)
    commit(tmp_path)
    deploy(empty, folder)
    found = value(empty, "select array_agg(body order by note_id) from booking.note")
    head = git(tmp_path, "rev-parse", "HEAD").strip()
    assert found == ["pgbooking deploy", "", "pgbooking deploy", head[:12]]


def test_no_transaction_waits_for_git(
    empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    transactions = """
        select array_agg(xact_start) from pg_stat_activity
        where datname = current_database() and application_name = 'pgbooking deploy'
    """
    found: list[Any] = []

    def asked(_: Path) -> str:
        found.append(value(empty, transactions))
        return "abc"

    monkeypatch.setattr("pgbooking.deploy.revision", asked)
    assert deploy(empty, tiny.write(tmp_path)).changed
    assert found == [[None]]


def test_a_revision_is_that_of_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "venv").mkdir()
    (tmp_path / "venv" / "install.sql").touch()
    (tmp_path / ".gitignore").write_text("venv")
    commit(tmp_path)
    assert revision(tmp_path)
    assert revision(tmp_path / "venv") == "", "it is in somebody else's repository"
    monkeypatch.setenv("PATH", "")
    assert revision(tmp_path) == "", "there is no git"


def commit(folder: Path) -> None:
    """Make a repository of a folder, with all that is in it."""
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "x")


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    command = ["git", "-C", str(folder), *who, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_a_newer_release_is_refused(empty: str, tmp_path: Path) -> None:
    deploy(empty, tiny.write(tmp_path / "new", "1.3.0"))
    with pytest.raises(SetupError, match=r"^this database is newer\. Upgrade\.$"):
        deploy(empty, tiny.write(tmp_path / "old", "1.2.0"))
    assert value(empty, "select booking.version()") == "1.3.0"


def test_the_real_engine_refuses_to_go_back(empty: str) -> None:
    deploy(empty)
    with psycopg.connect(empty) as connection:
        connection.execute("update booking.release set version = '99.0.0'")
    with pytest.raises(SetupError, match=r"99\.0\.0, which is newer"):
        deploy(empty)


@pytest.mark.parametrize("encoding", ["LATIN1", "SQL_ASCII"])
def test_a_database_of_another_encoding_is_refused(server: TestServer, encoding: str) -> None:
    """SQL_ASCII is what initdb chooses where the machine has no locale."""
    name = f"other_{encoding.lower()}_{server.worker}"
    create = f"create database {name} template template0 locale 'C' encoding '{encoding}'"
    with psycopg.connect(server.cluster.conninfo(), autocommit=True) as connection:
        connection.execute(create.encode())
        try:
            with pytest.raises(SetupError, match=f"needs a database in UTF8.* in {encoding}"):
                deploy(server.cluster.conninfo(name))
        finally:
            connection.execute(f"drop database {name} with (force)".encode())


def test_a_primary_that_is_read_only_is_refused_as_what_it_is(empty: str) -> None:
    with psycopg.connect(empty, autocommit=True) as connection:
        name = connection.info.dbname
        connection.execute(f"alter database {name} set default_transaction_read_only = on".encode())
    with pytest.raises(SetupError, match="no changes: default_transaction_read_only is") as caught:
        deploy(empty)
    assert "primary" not in str(caught.value)
    aside = str(caught.value).partition("PGOPTIONS='")[2].partition("'")[0]
    assert deploy(f"{empty} options='{aside}'").changed


def test_an_older_postgresql_is_refused(empty: str, tmp_path: Path) -> None:
    """This one, once a later one is needed."""
    shutil.copytree(sql_directory().parent / "cron", tmp_path / "cron")
    later = shutil.copytree(sql_directory(), tmp_path / "sql")
    check = later / "deploy" / "refuse_database.sql"
    check.write_text(check.read_text().replace("150000", "990000").replace("15 or", "99 or"))
    with pytest.raises(SetupError, match="needs PostgreSQL 99 or later, and this is 1"):
        deploy(empty, later)


def test_migrations_run_once_and_not_on_a_fresh_database(empty: str, tmp_path: Path) -> None:
    old = {"migrations__0001_first": "alter table booking.note add column first text;"}
    new = old | {
        "migrations__0003_third": "alter table booking.note rename second to third;",
        "migrations__0002_second": "alter table booking.note add column second text;",
    }
    fresh = deploy(empty, tiny.write(tmp_path, **old))
    assert fresh.migrations == ()
    assert value(empty, "select array_agg(name) from booking.migration") == ["0001_first.sql"]
    (tmp_path / "migrations" / "README.md").touch()
    upgraded = deploy(empty, tiny.write(tmp_path, "1.3.0", **new))
    assert (upgraded.migrations, upgraded.changed) == (("0002_second.sql", "0003_third.sql"), True)
    assert value(empty, "select count(third) from booking.note") == 0
    again = deploy(empty, tiny.write(tmp_path, "1.3.0", **new))
    assert (again.migrations, again.changed) == ((), False)


def test_an_edited_migration_is_refused(empty: str, tmp_path: Path) -> None:
    deploy(empty, tiny.write(tmp_path, migrations__0001_first="select 1;"))
    with pytest.raises(SetupError, match=r"0001_first\.sql was edited .*: restore it"):
        deploy(empty, tiny.write(tmp_path, "1.3.0", migrations__0001_first="select 2;"))
    assert value(empty, "select booking.version()") == "1.2.0"


def test_a_failing_migration_leaves_the_old_release(empty: str, tmp_path: Path) -> None:
    deploy(empty, tiny.write(tmp_path))
    with pytest.raises(SetupError, match="0001_bad"):
        deploy(empty, tiny.write(tmp_path, "1.3.0", migrations__0001_bad="select nonsense;"))
    assert value(empty, "select booking.version()") == "1.2.0"
    assert value(empty, "select count(*) from booking.migration") == 0


def test_a_manifest_that_names_a_missing_file_is_refused(tmp_path: Path) -> None:
    folder = tiny.write(tmp_path)
    (folder / "deploy" / "finish.sql").unlink()
    with pytest.raises(SetupError, match="names deploy/finish"):
        manifest(folder)
    with pytest.raises(SetupError, match="cannot read"):
        manifest(tmp_path / "nowhere")


def test_the_manifest_names_every_file_once() -> None:
    folder = sql_directory()
    named = manifest(folder)
    assert len(named) == len(set(named))
    parts = ("schema", "functions", "policies", "reference", "deploy", "../cron")
    present = {path for part in parts for path in (folder / part).rglob("*.sql")}
    assert set(named) == present
