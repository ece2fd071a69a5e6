"""The pgTAP files as a DBA runs them: pg_prove against a database that is in use."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from pgbooking.deploy import load_samples
from tests.harness import PGTAP_SCHEMA, TestServer

# Bookings, messages, and webhooks that were given up: of all that no file may take notice.
WORK = """
select booking_v1.use_tenant('salon');
select booking_v1.upsert_webhook('https://example.org/told');
select booking_v1.create_booking(
    'prove ' || s.starts_at, s.service_id, s.starts_at,
    p_customer_name => 'Yves', p_customer_email => 'yves@example.org'
)
from (
    select v.service_id, f.starts_at
    from booking_v1.list_services() as v
    cross join booking_v1.available_slots(
        v.service_id, now() + interval '3 days', now() + interval '14 days', p_limit => 2
    ) as f
) as s;
select booking_v1.cancel_booking('prove ' || b.booking_id, b.booking_id)
from booking_v1.list_bookings(p_limit => 1) as b;
select booking.dispatch_events();
update booking.outbox set status = 'dead', finished_at = booking.now() where kind = 'webhook';
"""


@pytest.fixture(scope="module")
def in_use(server: TestServer, dsn: str) -> str:
    """A database with pgTAP in a schema of its own and the sample tenants, at work."""
    if shutil.which("pg_prove") is None:
        # without root the package can't be installed; the same files run by pytest all the same
        pytest.skip("pg_prove is missing: Debian's package libtap-parser-sourcehandler-pgtap-perl")
    with psycopg.connect(dsn) as connection:
        server.load_pgtap(connection)
    load_samples(dsn)
    with psycopg.connect(dsn) as connection:
        connection.execute(WORK)
        connection.execute("select booking.tick()")
    return dsn


def prove(conninfo: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The command of CONTRIBUTING.md."""
    files = sorted(map(str, folder.rglob("test_*.sql")))
    given = psycopg.conninfo.conninfo_to_dict(conninfo)
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "dbname": "PGDATABASE"}
    variables = {names[key]: str(value) for key, value in given.items() if key in names}
    variables["PGOPTIONS"] = f"-c search_path={PGTAP_SCHEMA},public"
    return subprocess.run(
        ["pg_prove", *files], env=os.environ | variables,  # one by one: some change tables
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def contents(conninfo: str) -> dict[str, int]:
    """How many rows each table has, and the catalogs, where a leftover function or role shows."""
    with psycopg.connect(conninfo) as connection:
        tables = connection.execute(
            "select nspname, relname from pg_class join pg_namespace n on n.oid = relnamespace"
            " where relkind = 'r' and nspname in ('booking', 'booking_v1')"
            " or (nspname, relname) in"
            " (('pg_catalog', 'pg_class'), ('pg_catalog', 'pg_proc'), ('pg_catalog', 'pg_authid'))"
        ).fetchall()
        counts = {}
        for schema, table in tables:
            query = sql.SQL("select count(*) from {}").format(sql.Identifier(schema, table))
            row = connection.execute(query).fetchone()
            assert row is not None
            counts[f"{schema}.{table}"] = row[0]
        return counts


def test_every_file_passes_and_leaves_nothing(in_use: str, repository: Path) -> None:
    before = contents(in_use)
    done = prove(in_use, repository / "sql/tests")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert re.search(r"Result: PASS", done.stdout)
    assert contents(in_use) == before
    assert before["booking.tenant"] == 2


def test_a_file_that_fails_is_noticed(in_use: str, tmp_path: Path) -> None:
    """The negative control: a wrong assertion, and a file that ends before its plan does."""
    texts = {
        "test_wrong": "begin; select plan(1); select is(1, 2); select * from finish(); rollback;",
        "test_short": "begin; select plan(2); select is(1, 1); rollback;",
        "test_broken": "begin; select plan(1); select is(1, 1); select 1 / 0; rollback;",
    }
    right = "begin; select plan(1); select is(1, 1); select * from finish(); rollback;"
    (tmp_path / "test_right.sql").write_text(right)
    assert prove(in_use, tmp_path).returncode == 0
    for name, text in texts.items():
        (tmp_path / f"{name}.sql").write_text(text)
        assert prove(in_use, tmp_path).returncode != 0, name
        (tmp_path / f"{name}.sql").unlink()
