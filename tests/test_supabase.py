"""pgbooking in a project of Supabase's kind: installed by its owner, used, linted and removed."""

import json
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
from postgrest import APIError, SyncPostgrestClient
from psycopg.conninfo import make_conninfo

from pgbooking.deploy import deploy, load_samples
from pgbooking.paths import sql_directory
from tests.contract_cases import CUT, MIA, NOW
from tests.contract_tokens import JWKS, SALON, token
from tests.harness import TestServer
from tests.postgrest import postgrest
from tests.supabase import (
    GATEWAY,
    GATEWAY_CLOSES,
    OWNER,
    Project,
    cli,
    owner,
    run_javascript,
)
from tests.test_plpgsql import ALLOWED, load_plpgsql_check
from tools.drift import install_by_psql

STAFF = "11111111-1111-4111-8111-111111111111"  # of the page's example
CUSTOMER = "22222222-2222-4222-8222-222222222222"
OTHER = "33333333-3333-4333-8333-333333333333"


@pytest.fixture(scope="module")
def cluster(request: pytest.FixtureRequest) -> Iterator[Project]:
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    with Project(request.config.getoption("server"), run, worker) as found:
        yield found


@pytest.fixture
def project(cluster: Project) -> Iterator[str]:
    """A project without pgbooking; how its superuser connects."""
    with cluster.project() as found:
        yield found


@pytest.fixture
def salon(project: str) -> str:
    """A project with pgbooking and its samples, by its owner."""
    deploy(owner(project))
    load_samples(owner(project))
    return project


def rows(conninfo: str, query: str) -> list[Any]:
    with psycopg.connect(conninfo) as connection:
        return connection.execute(query.encode()).fetchall()


def claims(subject: str, **more: Any) -> dict[str, Any]:
    """The claims of a Supabase user's token."""
    return {
        "aud": "authenticated",
        "sub": subject,
        "email": "somebody@example.org",
        "phone": "",
        "role": "authenticated",
        "aal": "aal1",
        "amr": [{"method": "password", "timestamp": 1775000000}],
        "session_id": "44444444-4444-4444-8444-444444444444",
        "is_anonymous": False,
        "app_metadata": {"provider": "email", "providers": ["email"], "tenant_id": SALON},
        "user_metadata": {"tenant_id": "rooms"},
        **more,
    }


@contextmanager
def signed_in(superuser: str, given: dict[str, Any]) -> Iterator[psycopg.Connection[Any]]:
    """A transaction as PostgREST begins one for a user."""
    with psycopg.connect(make_conninfo(superuser, user="authenticator")) as connection:
        connection.execute("set local role authenticated")
        connection.execute(
            "select set_config('request.jwt.claims', %s, true)", (json.dumps(given),)
        )
        yield connection


PRIVILEGES = """
select p.oid::regprocedure::text, r.role, has_function_privilege(r.role, p.oid, 'execute')
from pg_proc as p, unnest(array['anon', 'authenticated', 'service_role']) as r (role)
where p.pronamespace in (to_regnamespace('booking'), to_regnamespace('booking_v1'))
union all
select c.oid::regclass::text, r.role,
    has_table_privilege(r.role, c.oid, 'select, insert, update, delete, truncate')
from pg_class as c, unnest(array['anon', 'authenticated', 'service_role']) as r (role)
where c.relnamespace = to_regnamespace('booking') and c.relkind in ('r', 'p')
order by 1, 2
"""


def by_psql(server: TestServer, conninfo: str) -> None:
    assert install_by_psql(server, conninfo, sql_directory()) == ""


def by_deploy(_: TestServer, conninfo: str) -> None:
    deploy(conninfo)


@pytest.mark.parametrize("install", [by_psql, by_deploy])
def test_its_owner_installs_it_twice(
    server: TestServer, project: str, install: Callable[[TestServer, str], None]
) -> None:
    """No superuser is needed, and the project's default privileges give nothing away."""
    assert rows(owner(project), "show is_superuser") == [("off",)]
    for _ in range(2):
        install(server, owner(project))
    assert rows(project, "select count(*) from booking.release") == [(1,)]
    where = "select extnamespace::regnamespace::text from pg_extension where extname = 'btree_gist'"
    assert rows(project, where) == [("extensions",)]
    with server.clone() as ordinary:
        assert rows(project, PRIVILEGES) == rows(ordinary, PRIVILEGES)


def test_a_second_database_of_the_cluster_is_installed_silently(
    cluster: Project, salon: str
) -> None:
    """The roles are there, and so is the membership."""
    assert rows(salon, "select to_regrole('booking_engine')::text") == [("booking_engine",)]
    with cluster.database() as other:
        by_psql(cluster, owner(other))


def test_a_dump_is_restored_as_the_page_says(
    cluster: Project, salon: str, page: dict[str, list[str]], repository: Path, tmp_path: Path
) -> None:
    with signed_in(salon, claims(CUSTOMER)) as connection:
        book(connection, "one")
    with cluster.database() as other:
        done = subprocess.run(
            ["bash", "-e", "-c", page["sh"][-1]],
            cwd=repository,
            env={
                "PATH": f"{cluster.cluster.binaries}:{os.environ['PATH']}",
                "OLD_URL": owner(salon),
                "DATABASE_URL": owner(other),
                "DUMP": str(tmp_path / "dump"),
            },
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout + done.stderr) == (0, "")
        assert rows(other, PRIVILEGES) == rows(salon, PRIVILEGES)
        with signed_in(other, claims(CUSTOMER)) as connection:
            found = connection.execute("select from booking_v1.list_bookings()").fetchall()
            assert len(found) == 1


def test_a_role_that_may_make_no_roles_is_told_so(project: str) -> None:
    """Nothing is left half installed."""
    with psycopg.connect(project, autocommit=True) as connection:
        connection.execute("create role somebody login in role project")
    try:
        with pytest.raises(Exception, match="somebody may not deploy"):
            deploy(make_conninfo(project, user="somebody"))
        assert rows(project, "select to_regnamespace('booking')") == [(None,)]
    finally:
        with psycopg.connect(project, autocommit=True) as connection:
            connection.execute("drop role somebody")


CREATE = """
select o.status, o.booking_id, o.code
from booking_v1.available_slots(%s, now() + interval '2 days', now() + interval '12 days') as s,
    booking_v1.create_booking(
        p_idempotency_key => %s, p_service_id => %s, p_starts_at => s.starts_at,
        p_customer_name => 'Ann'
    ) as o
limit 1
"""


def book(connection: psycopg.Connection[Any], key: str) -> Any:
    row = connection.execute(CREATE.encode(), (CUT, key, CUT)).fetchone()
    assert row
    return row


def test_a_signed_in_user_books_as_a_customer_of_the_tenant_in_app_metadata(salon: str) -> None:
    with signed_in(salon, claims(CUSTOMER)) as connection:
        status, booking_id, _ = book(connection, "one")
        assert status == "completed"
        mine = connection.execute("select booking_id from booking_v1.list_bookings()").fetchall()
        assert mine == [(booking_id,)]
    with signed_in(salon, claims(OTHER)) as connection:
        assert connection.execute("select from booking_v1.list_bookings()").fetchall() == []
    with signed_in(salon, claims(CUSTOMER, app_metadata={})) as connection:
        # what users write of themselves counts nothing
        with pytest.raises(psycopg.Error) as refused:
            book(connection, "two")
        assert refused.value.diag.message_primary == "not_authenticated"


def test_a_customer_has_no_address_but_the_one_given(salon: str) -> None:
    """The token has one, too."""
    with signed_in(salon, claims(CUSTOMER)) as connection:
        book(connection, "one")
        [(name, email)] = connection.execute(
            "select c.name, c.email from booking_v1.list_bookings() as b,"
            " booking_v1.get_customer(b.customer_id) as c"
        ).fetchall()
        assert (name, email) == ("Ann", None)


def test_a_member_is_who_the_page_says(salon: str, page: dict[str, list[str]]) -> None:
    with signed_in(salon, claims(CUSTOMER)) as connection:
        book(connection, "one")
    with signed_in(salon, claims(STAFF)) as connection:
        assert connection.execute("select from booking_v1.list_bookings()").fetchall() == []
    with psycopg.connect(owner(salon)) as connection:
        connection.execute(page["sql"][0].encode())
    with signed_in(salon, claims(STAFF)) as connection:
        found = connection.execute("select from booking_v1.list_bookings()").fetchall()
        assert len(found) == 1


# -- Supabase's linters

SQL_AS_CALLER = """
select n.nspname, p.proname
from pg_proc as p
join pg_namespace as n on n.oid = p.pronamespace
join pg_language as l on l.oid = p.prolang
where l.lanname = 'sql' and not p.prosecdef
"""
KEYS_TO_REFERENCE_DATA = """
select c.conname
from pg_constraint as c
where c.contype = 'f' and c.connamespace = 'booking'::regnamespace and not exists (
    select
    from pg_attribute as a
    where a.attrelid = c.confrelid and a.attname = 'tenant_id'
)
"""


def unexplained(superuser: str, found: list[dict[str, Any]]) -> list[str]:
    """The advisors' findings that docs/supabase.md does not explain."""
    callers_own = set(rows(superuser, SQL_AS_CALLER))
    to_reference_data = [key for (key,) in rows(superuser, KEYS_TO_REFERENCE_DATA)]

    def is_explained(finding: dict[str, Any]) -> bool:
        where = finding["metadata"]
        match finding["name"]:
            case "function_search_path_mutable":
                return (where["schema"], where["name"]) in callers_own
            case "multiple_permissive_policies":
                return bool((where["schema"], where["name"]) == ("booking", "tenant"))
            case "unindexed_foreign_keys":
                return any(f"`{key}`" in finding["detail"] for key in to_reference_data)
            case "unused_index":
                return True
        return False

    ours = [f for f in found if f["metadata"].get("schema") not in ("auth", "realtime")]
    return [f"{f['name']}: {f['detail']}" for f in ours if not is_explained(f)]


def test_the_advisors_find_nothing_that_is_not_explained(salon: str, tmp_path: Path) -> None:
    found = cli(owner(salon), tmp_path, "db", "advisors", "--level", "info")
    assert unexplained(salon, found) == []
    # the negative control, which also shows that exposed schemas are looked at
    with psycopg.connect(salon) as connection:
        connection.execute(LEAKS)
    found = cli(owner(salon), tmp_path, "db", "advisors", "--level", "info")
    assert {reason.partition(":")[0] for reason in unexplained(salon, found)} == {
        "extension_in_public",
        "function_search_path_mutable",
        "no_primary_key",
        "rls_disabled_in_public",
        "policy_exists_rls_disabled",
        "security_definer_view",
        "unindexed_foreign_keys",
    }


LEAKS = b"""
create extension citext schema public;
create function booking_v1.leak() returns bigint language sql security definer
as $$ select count(*) from booking.booking $$;
create table booking_v1.note (booking_id uuid, tenant_id uuid);
create policy everything on booking_v1.note using (true);
alter table booking_v1.note add constraint note_is_of_a_tenant
foreign key (tenant_id) references booking.tenant (tenant_id);
grant select on booking_v1.note to anon;
create view booking_v1.notes as select booking_id from booking_v1.note;
grant select on booking_v1.notes to anon;
"""


def problems(found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """What `db lint` says and tests/test_plpgsql.py does not allow."""
    return [
        (function["function"], issue["message"])
        for function in found
        for issue in function["issues"]
        if not any(
            re.fullmatch(message, issue["message"]) and re.fullmatch(name, function["function"])
            for message, name in ALLOWED
        )
    ]


def test_db_lint_finds_nothing_that_is_not_explained(salon: str, tmp_path: Path) -> None:
    with psycopg.connect(salon) as connection, connection.transaction(force_rollback=True):
        load_plpgsql_check(connection)
    command = ("db", "lint", "--level", "warning", "--schema", "booking,booking_v1")
    assert problems(cli(salon, tmp_path, *command)) == []
    with psycopg.connect(salon) as connection:
        connection.execute(
            "create function booking_v1.broken() returns void language plpgsql"
            " as $$ begin perform t.colour from booking.tenant as t; end $$"
        )
    assert problems(cli(salon, tmp_path, *command)) == [
        ("booking_v1.broken", "column t.colour does not exist")
    ]


# -- the page


@pytest.fixture(scope="session")
def page(repository: Path) -> dict[str, list[str]]:
    """The code of docs/supabase.md by language."""
    text = (repository / "docs" / "supabase.md").read_text()
    found: dict[str, list[str]] = {}
    for language, code in re.findall(r"^ *```(\w+)\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL):
        found.setdefault(language, []).append(code)
    return found


# Before the page's JavaScript: what it takes as given.
PRELUDE = """
console.assert = (held) => { if (!held) throw new Error("the page asserts what is not so"); };
const { anonKey, service, from, to } = given;
const signedIn = createClient(url, anonKey, { accessToken: async () => given.accessToken });
"""
EPILOGUE = """
process.stdout.write(JSON.stringify({ slots, booked, again, error, seen, bookings, feed }));
"""


def test_the_page_s_javascript_does_what_it_says(salon: str, page: dict[str, list[str]]) -> None:
    with psycopg.connect(owner(salon)) as connection:
        connection.execute(page["sql"][0].encode())
        connection.execute("grant booking_tester to authenticator")
    with signed_in(salon, claims(CUSTOMER)) as connection:
        _, booking_id, _ = book(connection, "one")
    conninfo = make_conninfo(salon, user="authenticator", options=f"-c booking.now={NOW}")
    settings = {"JWT_SECRET": JWKS, "DB_SCHEMAS": "public,booking_v1"}
    with postgrest(conninfo, settings) as url:
        given = {
            "postgrest": url,
            "anonKey": token(tenant_id=None, role="anon", iss="supabase"),
            "accessToken": token(tenant_id=None, **claims(CUSTOMER)),
            "service": CUT,
            "from": "2026-04-02T00:00:00Z",
            "to": "2026-04-03T00:00:00Z",
        }
        [update_user, *story, listen] = page["js"]
        assert "auth.admin" in update_user  # which is GoTrue's
        ask, open_channel, _ = listen.partition("const channel = ")
        assert open_channel  # which is Realtime's, and the rest
        gateway = GATEWAY % json.dumps(given)
        story.append(ask)
        found = run_javascript(gateway + PRELUDE + "".join(story) + EPILOGUE + GATEWAY_CLOSES)
    assert len(found["slots"]) == 10
    assert MIA in found["slots"][0]["resource_ids"]
    assert found["booked"]["status"] == "completed"
    assert found["again"] == found["booked"] | {"replayed": True}
    assert found["error"]["code"] == "slot_taken"
    assert found["error"]["details"]["alternatives"]
    assert found["seen"]["booking_id"] == found["booked"]["booking_id"]
    assert found["seen"]["status"] == "confirmed"
    assert [row["booking_id"] for row in found["bookings"]] == [str(booking_id)]
    assert found["feed"]["tenant_id"] == SALON


def test_what_the_page_says_is_easily_got_wrong(salon: str, page: dict[str, list[str]]) -> None:
    with psycopg.connect(owner(salon)) as connection:
        connection.execute(page["sql"][0].encode())
        connection.execute("grant booking_tester to authenticator")
        connection.execute(
            "select booking_v1.upsert_customer(p_name => 'Customer ' || n)"
            " from generate_series(1, 101) as n"
        )
    conninfo = make_conninfo(salon, user="authenticator", options=f"-c booking.now={NOW}")
    with postgrest(conninfo, {"JWT_SECRET": JWKS, "DB_SCHEMAS": "public,booking_v1"}) as url:
        key = token(sub="app", iss="supabase")
        given = {"postgrest": url, "service": CUT, "resource": MIA, "key": key}
        gateway = GATEWAY % json.dumps(given)
        found = run_javascript(gateway + EASILY_GOT_WRONG + GATEWAY_CLOSES)
    assert found == {
        "who calls": ["service", "Europe/Berlin"],
        "of the first hundred": 100,
        "refused with a part of its outcome": {"status": "failed"},
        "booked, and nothing shown of it": [200, None, 1],
        "by POST": 200,
        "by GET": 400,
        "without an offset": "2026-04-07T09:00:00+00:00",
        "midnight in Berlin": "2026-12-23",
        "a duration of 45": "00:00:45",
        "null by GET": 400,
        "where a calendar is": [404, "BEGIN:VCALENDAR"],
    }


EASILY_GOT_WRONG = """
const { createClient } = await import("@supabase/supabase-js");
const booking = createClient(url, given.key).schema("booking_v1");
const day = { p_service_id: given.service,
  p_from: new Date("2026-04-07T00:00Z"), p_to: new Date("2026-04-08T00:00Z") };
const command = { p_service_id: given.service, p_starts_at: "2026-04-07T09:00" };
const status = async (request) => (await request).status;
const found = {};
const { data: caller } = await booking.rpc("get_caller").single();
found["who calls"] = [caller.role, caller.time_zone];
found["of the first hundred"] =
  (await booking.rpc("list_customers").ilike("name", "Customer%").range(0, 200)).data.length;
found["refused with a part of its outcome"] = (await booking.rpc("create_booking", {
  ...command, p_idempotency_key: "one", p_starts_at: "2026-04-07T03:00Z",
}).select("status")).error;
const hidden = await booking.rpc("create_booking", { ...command, p_idempotency_key: "two" })
  .eq("status", "failed");
const { data: bookings } = await booking.rpc("list_bookings");
found["booked, and nothing shown of it"] = [hidden.status, hidden.data, bookings.length];
found["without an offset"] = bookings[0].starts_at;
found["by POST"] = await status(booking.rpc("available_slots", day));
found["by GET"] = await status(booking.rpc("available_slots", day, { get: true }));
const midnight = new Date("2026-12-24T00:00+01:00");
await booking.rpc("upsert_holiday", { p_name: "Eve", p_starts_on: midnight });
found["midnight in Berlin"] = (await booking.rpc("list_holidays").single()).data.starts_on;
await booking.rpc("upsert_service", { p_name: "Short", p_duration: 45 });
found["a duration of 45"] =
  (await booking.rpc("list_services").eq("name", "Short").single()).data.duration;
found["null by GET"] =
  await status(booking.rpc("list_weekly_hours", { p_resource_id: null }, { get: true }));
const { data: { token } } = await booking.rpc("create_calendar_feed",
  { p_resource_id: given.resource }).single();
const opened = await fetch(`${given.postgrest}/rpc/calendar?p_token=${token}`);
const calendar = await booking.rpc("calendar", { p_token: token }).csv();
found["where a calendar is"] = [opened.status, calendar.data.slice(0, 15)];
process.stdout.write(JSON.stringify(found));
"""


def test_requests_are_counted_where_the_project_says_so(
    salon: str, page: dict[str, list[str]]
) -> None:
    with psycopg.connect(salon) as connection:
        connection.execute(page["sql"][1].encode())
        connection.execute("grant booking_tester to authenticator")
        connection.execute("select booking_v1.use_tenant('salon')")
        for limit in ("per_minute", "burst"):
            connection.execute(
                "select booking_v1.upsert_policy(%s, '1')", (f"rate_limit_per_actor_{limit}",)
            )
    conninfo = make_conninfo(salon, user="authenticator", options=f"-c booking.now={NOW}")
    headers = {"Authorization": f"Bearer {token(tenant_id=None, **claims(CUSTOMER))}"}
    arguments = {
        "p_idempotency_key": "one",
        "p_service_id": CUT,
        "p_starts_at": "2026-04-02T09:00:00+02:00",
    }
    try:
        with (
            postgrest(conninfo, {"JWT_SECRET": JWKS}) as url,
            SyncPostgrestClient(url, schema="booking_v1", headers=headers) as client,
        ):
            booked: Any = client.rpc("create_booking", arguments).execute().data
            assert booked["status"] == "completed"
            with pytest.raises(APIError) as refused:
                client.rpc("create_booking", arguments).execute()
            assert refused.value.code == "rate_limited"
    finally:
        with psycopg.connect(salon) as connection:
            connection.execute("alter role authenticator reset pgrst.db_pre_request")


def test_a_role_of_the_project_s_own_is_not_counted_by_the_page_s_function(salon: str) -> None:
    """Its requests, to whatever table, are refused unless the project's function asks who it is."""
    with psycopg.connect(salon) as connection:
        connection.execute(OF_ITS_OWN)
    conninfo = make_conninfo(salon, user="authenticator")
    authorization = f"Bearer {token(tenant_id=None, role='of_its_own')}"
    headers = {"authorization": authorization, "accept-profile": "public"}
    counted = {"booking_v1.check_request": 403, "public.before_request": 200}
    try:
        for function, status in counted.items():
            settings = {"DB_PRE_REQUEST": function, "DB_SCHEMAS": "public,booking_v1"}
            with postgrest(conninfo, {"JWT_SECRET": JWKS, **settings}) as url:
                assert httpx.get(f"{url}/note", headers=headers).status_code == status
    finally:
        with psycopg.connect(salon) as connection:
            connection.execute("drop owned by of_its_own")
            connection.execute("drop role of_its_own")


OF_ITS_OWN = b"""
create role of_its_own nologin;
grant of_its_own to authenticator;
create table public.note (body text);
grant select on public.note to of_its_own;
create function public.before_request() returns void language plpgsql
as $$
begin
    if current_user in ('anon', 'authenticated') then
        perform booking_v1.check_request();
    end if;
end
$$
"""


def test_a_booking_commits_with_a_row_of_the_project_s_or_not_at_all(
    salon: str, page: dict[str, list[str]]
) -> None:
    """By the page's function, and what it says of one that doesn't raise."""
    (example,) = [code for code in page["sql"] if "book_and_purchase" in code]
    with psycopg.connect(salon) as connection:
        connection.execute(example.encode())
        connection.execute(GOES_ON)
        connection.execute("grant booking_tester to authenticator")
    conninfo = make_conninfo(salon, user="authenticator", options=f"-c booking.now={NOW}")
    headers = {"Authorization": f"Bearer {token(tenant_id=None, **claims(CUSTOMER))}"}
    start = {"p_service_id": CUT, "p_starts_at": "2026-04-02T09:00:00+02:00"}
    purchase = {**start, "p_article": "a comb"}
    with (
        postgrest(conninfo, {"JWT_SECRET": JWKS, "DB_SCHEMAS": "public,booking_v1"}) as url,
        SyncPostgrestClient(url, headers=headers) as client,
    ):
        booked, again = (
            client.rpc("book_and_purchase", purchase | {"p_idempotency_key": "one"}).execute().data
            for _ in range(2)
        )
        assert booked == again
        closed = purchase | {"p_starts_at": "2026-04-02T03:00:00+02:00"}
        with pytest.raises(APIError) as refused:
            client.rpc("book_and_purchase", closed | {"p_idempotency_key": "two"}).execute()
        assert refused.value.code == "outside_opening_hours"
        for is_taken_back, status in ((False, 400), (True, 200)):
            answer = client.session.post(
                "rpc/goes_on", json=closed | {"p_article": "", "p_taken_back": is_taken_back}
            )
            assert (answer.status_code, answer.json()) == (status, "it goes on")
    assert rows(salon, "select booking_id::text from public.purchase") == [(booked,)]


GOES_ON = b"""
create function public.goes_on(
    p_service_id uuid, p_starts_at timestamptz, p_article text, p_taken_back boolean
)
returns text language plpgsql
as $$
begin
    perform booking_v1.create_booking(p_taken_back::text, p_service_id, p_starts_at);
    if p_taken_back then
        perform set_config('response.status', '200', true);
    end if;
    return 'it goes on';
end
$$
"""


def test_removing_it_leaves_nothing(project: str, page: dict[str, list[str]]) -> None:
    with psycopg.connect(project) as connection:
        before = connection.execute(EVERYTHING).fetchall()
    *_, stop_counting, remove = page["sql"]
    for _ in range(2):
        deploy(owner(project))
        load_samples(owner(project))
        with psycopg.connect(project) as connection:
            connection.execute(page["sql"][1].encode())  # counts requests
            connection.execute(stop_counting.encode())
        with psycopg.connect(owner(project)) as connection:
            connection.execute(remove.encode())
        with psycopg.connect(project) as connection:
            assert connection.execute(EVERYTHING).fetchall() == before


EVERYTHING = b"""
select 'role', rolname::text from pg_roles
union all select 'schema', nspname::text from pg_namespace
where nspname not like 'pg\\_toast%' and nspname not like 'pg\\_temp%'
union all select 'relation', oid::regclass::text from pg_class
where relnamespace not in ('pg_toast'::regnamespace) and relkind <> 'I'
    and oid not in (select objid from pg_depend where deptype in ('e', 'i'))
union all select 'member', roleid::regrole::text || ' ' || member::regrole::text
from pg_auth_members
union all select 'setting', concat_ws(' ', setrole::regrole, setdatabase, setconfig::text)
from pg_db_role_setting
order by 1, 2
"""


def make_a_change(superuser: str) -> None:
    """Book as an application, and dispatch as the owner's pg_cron does."""
    with psycopg.connect(superuser) as connection:
        connection.execute("select set_config('booking.now', %s, false)", (NOW,))
        connection.execute("select booking_v1.use_tenant('salon')")
        booked = connection.execute(
            "select (booking_v1.create_booking('live', %s, '2026-04-02T10:00+02',"
            " p_resource_id => %s)).status",
            (CUT, MIA),
        ).fetchone()
        assert booked == ("completed",)
    with psycopg.connect(owner(superuser)) as connection:
        connection.execute("select set_config('booking.now', %s, false)", (NOW,))
        connection.execute("select booking.dispatch_events()")


TOLD = """
select topic, event, private, payload from realtime.messages
order by payload -> 'record' -> 'position'
"""


def tell(superuser: str) -> tuple[list[Any], list[Any]]:
    """What a change makes of the salon's two channels: the messages to everybody, to members."""
    make_a_change(superuser)
    sent = rows(superuser, TOLD)
    assert all(private for _, _, private, _ in sent)
    by_topic = {
        topic: [(event, payload) for found, event, _, payload in sent if found == topic]
        for topic in (f"booking:{SALON}", f"booking:{SALON}:members")
    }
    return by_topic[f"booking:{SALON}"], by_topic[f"booking:{SALON}:members"]


def test_the_feed_goes_to_realtime(salon: str) -> None:
    """Members are told of everything, everybody of what is free, and of nobody."""
    everybody, members = tell(salon)
    assert [event for event, _ in everybody] == ["availability"] * len(everybody)
    assert any(payload["record"]["change"] == "taken" for _, payload in everybody)
    assert not any(payload["record"]["booking_id"] for _, payload in everybody)
    assert [(e, p["record"]["change"]) for e, p in members if e == "booking"] == [
        ("booking", "created")
    ]
    for _, payload in everybody + members:
        described = (payload["operation"], payload["schema"], payload["table"])
        assert (*described, payload["old_record"]) == ("INSERT", "booking_v1", "feed", None)
    with psycopg.connect(salon) as connection:
        connection.execute("select booking_v1.use_tenant('salon')")
        fed = connection.execute("select to_jsonb(f) from booking_v1.feed(0) as f").fetchall()
    assert [payload["record"] for _, payload in members] == [row for (row,) in fed]


def test_realtime_tells_everybody_of_public_resources_only(salon: str) -> None:
    with psycopg.connect(salon) as connection:
        connection.execute("select booking_v1.use_tenant('salon')")
        connection.execute(
            "select booking_v1.upsert_service(p_name => s.name, p_duration => s.duration,"
            " p_service_id => s.service_id, p_is_public => false)"
            " from booking_v1.list_services() as s"
        )
    everybody, members = tell(salon)
    assert [payload for event, payload in everybody if event == "availability"] == []
    taken = [p["record"] for e, p in members if p["record"]["change"] == "taken"]
    assert [record["resource_ids"] for record in taken] == [[MIA]]


HEARS = "select count(*) from realtime.messages where topic = realtime.topic()"


def test_the_page_s_policies_open_the_channels(salon: str, page: dict[str, list[str]]) -> None:
    """Joining a channel is reading its messages; nobody may write one."""
    everybody, members = tell(salon)
    (policies,) = [code for code in page["sql"] if "realtime.messages" in code]
    with psycopg.connect(make_conninfo(salon, user="supabase_admin")) as connection:
        connection.execute(policies.encode())

    def heard(role: str, channel: str, **app_metadata: object) -> object:
        metadata = {"app_metadata": app_metadata}
        with psycopg.connect(make_conninfo(salon, user="authenticator")) as connection:
            connection.execute(f"set local role {role}".encode())
            connection.execute(
                "select set_config('request.jwt.claims', %s, true),"
                " set_config('realtime.topic', %s, true)",
                (json.dumps(metadata), channel),
            )
            found = connection.execute(HEARS).fetchone()
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("insert into realtime.messages (topic) values ('x')")
            assert found
            return found[0]

    open_to_all, closed = f"booking:{SALON}", f"booking:{SALON}:members"
    assert heard("anon", open_to_all) == len(everybody)
    assert heard("authenticated", open_to_all) == len(everybody)
    assert heard("authenticated", closed, tenant_id=SALON, is_member=True) == len(members)
    assert heard("authenticated", closed, tenant_id=SALON) == 0
    assert heard("authenticated", closed, tenant_id=OTHER, is_member=True) == 0
    assert heard("anon", closed, tenant_id=SALON, is_member=True) == 0
    assert heard("anon", "booking") == 0


@pytest.mark.parametrize(
    "trouble",
    [
        "drop schema realtime cascade",
        "drop function realtime.broadcast_changes",
        "revoke execute on function realtime.broadcast_changes from public",
        "drop table realtime.messages cascade",
        f"revoke insert on realtime.messages from {OWNER}",
    ],
)
def test_trouble_with_realtime_stops_nothing(salon: str, trouble: str) -> None:
    with psycopg.connect(salon) as connection:
        connection.execute(trouble.encode())
    make_a_change(salon)
    assert rows(salon, "select count(*) from booking.feed where kind = 'booking'") == [(1,)]
