"""A database as a Supabase project has it, and Supabase's own command line, from npm.

What is theirs is imitated as far as an installation meets it: an owner who is no superuser, roles,
schemas, settings, default privileges. Their functions are stubs of the same names.
"""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from tests.harness import TestServer
from tests.postgrest import CLIENTS

OWNER = "project"  # Supabase's is "postgres", which is the superuser of other clusters
_CONFIG = """
project_id = "tests"
[api]
schemas = ["public", "graphql_public", "booking_v1"]
"""
_CLI = CLIENTS / "node_modules" / "@supabase" / "cli-linux-x64" / "bin" / "supabase"


class Project(TestServer):
    """A cluster with Supabase's roles; pgbooking is not installed in it."""

    def __init__(self, version: str, run: str, worker: str) -> None:
        super().__init__(version, f"s{run}", worker)

    def _make_template(self) -> None:
        with psycopg.connect(self.cluster.conninfo(), autocommit=True) as connection:
            if connection.execute("select to_regrole('supabase_admin')").fetchone() == (None,):
                connection.execute(_ROLES)

    @contextmanager
    def project(self) -> Iterator[str]:
        """A project's database; yields how its superuser connects. Our roles end with it."""
        try:
            with self.database() as superuser:
                yield superuser
        finally:
            with psycopg.connect(self.cluster.conninfo(), autocommit=True) as connection:
                connection.execute(
                    "drop role if exists booking_owner, booking_engine, booking_courier,"
                    " booking_worker, booking_monitor, booking_tester"
                )

    @contextmanager
    def database(self) -> Iterator[str]:
        """Another database beside a project's, of the same kind."""
        with self.clone("template0") as superuser:
            with psycopg.connect(superuser, autocommit=True) as connection:
                name = connection.info.dbname
                connection.execute(f"grant all on database {name} to {OWNER}".encode())
                connection.execute(_SCHEMAS)
            yield superuser


def owner(superuser: str) -> str:
    """How the project's owner connects."""
    return make_conninfo(superuser, user=OWNER)


def cli(conninfo: str, home: Path, *command: str) -> list[dict[str, Any]]:
    """What Supabase's command line finds in a database. Skips the test where it is not installed.

    home: a folder for its own files. It is told to send nothing to anybody.
    """
    if not _CLI.exists():
        # a machine without npm runs the rest; `make test` says so in its first lines
        pytest.skip("Supabase's command line is not installed: run `make clients` (needs npm)")
    (home / "supabase").mkdir(exist_ok=True)
    (home / "supabase" / "config.toml").write_text(_CONFIG)
    where = conninfo_to_dict(conninfo)
    query = {name: where[name] for name in ("host", "port", "user")}
    done = subprocess.run(
        [str(_CLI), *command, "--output-format", "json",
         "--remote", f"postgresql:///{where['dbname']}?{urlencode(query)}"],
        cwd=home,
        env={
            "HOME": str(home),
            "SUPABASE_HOME": str(home),
            "SUPABASE_TELEMETRY_DISABLED": "1",
            "SUPABASE_NO_UPDATE_NOTIFIER": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)["results"]
    return found


# Before JavaScript that is printed somewhere: a gateway, which has PostgREST under /rest/v1.
# supabase-js wants a WebSocket, which Node has from version 22 on; nothing here uses one.
GATEWAY = """
import { createServer } from "node:http";
globalThis.WebSocket ??= class {};
console.log = () => {};
const given = %s;
const gateway = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { host, connection, "content-length": length, ...headers } = request.headers;
  const answer = await fetch(given.postgrest + request.url.replace("/rest/v1", ""), {
    method: request.method, headers, body: chunks.length ? Buffer.concat(chunks) : undefined,
  });
  response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
  response.end(Buffer.from(await answer.arrayBuffer()));
}).listen(0, "127.0.0.1");
await new Promise((resolve) => gateway.once("listening", resolve));
const url = `http://127.0.0.1:${gateway.address().port}`;
"""
GATEWAY_CLOSES = """
gateway.close();
gateway.closeAllConnections();
"""


def run_javascript(script: str) -> Any:
    """Run a module of supabase-js in Node; the JSON it prints. Skips where it is not installed."""
    node = shutil.which("node")
    if not node or not (CLIENTS / "node_modules" / "@supabase" / "supabase-js").exists():
        # a machine without Node runs the rest; `make test` says so in its first lines
        pytest.skip("supabase-js is not installed: run `make clients` (needs Node and npm)")
    done = subprocess.run(
        [node, "--input-type=module", "-"],
        cwd=CLIENTS,
        input=script,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


_ROLES = f"""
create role supabase_admin superuser login;
create role {OWNER} login createrole createdb bypassrls;
create role anon nologin;
create role authenticated nologin;
create role service_role nologin bypassrls;
create role authenticator login noinherit;
grant anon, authenticated, service_role to authenticator;
grant anon, authenticated, service_role to {OWNER} with admin option;
alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '8s';
alter role {OWNER} set search_path = "$user", public, extensions;
""".encode()
# In the end, default privileges give away whatever the owner makes, everywhere; a project's do in
# schema public, and newer ones' don't. Nothing may depend on it.
_SCHEMAS = f"""
create schema extensions;
grant all on schema extensions to {OWNER};
grant usage on schema extensions to anon, authenticated, service_role;

create schema auth authorization supabase_admin;
grant usage on schema auth to {OWNER}, anon, authenticated, service_role;
create table auth.users (id uuid primary key, email text);
alter table auth.users owner to supabase_admin;
create function auth.jwt() returns jsonb language sql stable
as $$ select nullif(current_setting('request.jwt.claims', true), '')::jsonb $$;
create function auth.uid() returns uuid language sql stable
as $$ select (auth.jwt() ->> 'sub')::uuid $$;
create function auth.role() returns text language sql stable
as $$ select auth.jwt() ->> 'role' $$;

create schema realtime authorization supabase_admin;
grant usage on schema realtime to {OWNER}, anon, authenticated, service_role;
create table realtime.messages (
    topic text, event text, private boolean, payload jsonb, extension text default 'broadcast'
);
alter table realtime.messages owner to supabase_admin;
alter table realtime.messages enable row level security;
grant select, insert on realtime.messages to {OWNER}, anon, authenticated, service_role;
create function realtime.topic() returns text language sql stable
as $$ select nullif(current_setting('realtime.topic', true), '') $$;
create function realtime.broadcast_changes(
    topic_name text, event_name text, operation text, table_name text, table_schema text,
    new record, old record, level text default 'ROW'
) returns void language plpgsql
as $$
begin
    insert into realtime.messages (topic, event, private, payload) values (
        topic_name, event_name, true,
        jsonb_build_object(
            'record', new, 'old_record', old, 'operation', operation,
            'table', table_name, 'schema', table_schema
        )
    );
exception when others then
    raise exception 'not sent: %', sqlerrm;
end
$$;

create schema cron authorization supabase_admin;
grant usage on schema cron to {OWNER};
create function cron.schedule(job_name text, schedule text, command text)
returns bigint language sql as $$ select 1::bigint $$;

alter default privileges for role {OWNER}
grant all on tables to anon, authenticated, service_role;
alter default privileges for role {OWNER}
grant all on functions to anon, authenticated, service_role;
""".encode()  # noqa: S608  # what is put in is OWNER alone, a constant of this file
