"""pg_cron on Debian's PostgreSQL 15: what is scheduled, and a reminder that it fires.

The reminder is due before the first test and waited for after most, since pg_cron 1.4 looks at its
jobs on whole minutes.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from pgbooking.cluster import Cluster, debian_binaries
from pgbooking.database import create_database
from pgbooking.deploy import deploy
from pgbooking.paths import sql_directory
from tests.harness import until
from tests.pgtap_files import text_of
from tests.smtp_server import Mailbox, serve

HOME, OTHER = "home", "other.one"  # where pg_cron lives, and where it does not
OPTIONS = {
    "shared_preload_libraries": "pg_cron",
    "cron.database_name": HOME,
    "cron.use_background_workers": "on",
    "fsync": "off",
    "log_min_messages": "fatal",
}
HELPERS = sql_directory() / "tests" / "helpers"
# Three days ago somebody booked what begins within the hour, on a grid of five minutes.
BOOKING = """
call pg_temp.make_shop(
    p_time_zone => 'UTC', p_weekdays => '{0,1,2,3,4,5,6}', p_opens => '00:00', p_closes => '24:00',
    p_duration => '00:05', p_now => now() - interval '3 days'
);
call pg_temp.have_appointment('Ada', date_bin('00:05', now() + interval '00:50', '2026-01-01Z'));
"""

Connection = psycopg.Connection[Any]


@pytest.fixture(scope="module")
def cluster(request: pytest.FixtureRequest) -> Iterator[Cluster]:
    """A cluster of its own: pg_cron starts with the server, and tells it which database."""
    if request.config.getoption("server") != "15":
        pytest.skip("pg_cron is Debian's, for PostgreSQL 15")
    if not Path("/usr/lib/postgresql/15/lib/pg_cron.so").exists():
        pytest.skip("pg_cron is not installed: Debian's package postgresql-15-cron")
    found = Cluster(f"cron-{os.getpid()}", debian_binaries(15), OPTIONS)
    try:
        found.start()
        create_database(found.conninfo(), HOME)
        create_database(found.conninfo(), OTHER)
        yield found
    finally:
        found.remove()


@pytest.fixture(scope="module")
def home(cluster: Cluster) -> str:
    """The database with pg_cron and the engine."""
    conninfo = cluster.conninfo(HOME)
    assert deploy(cluster.conninfo(OTHER)).notice == "", "where there are no jobs, none are missed"
    with closing(psycopg.connect(conninfo, autocommit=True)) as connection:
        connection.execute("create extension pg_cron")
    assert deploy(conninfo).notice == ""
    return conninfo


@pytest.fixture(scope="module", autouse=True)
def mailbox(home: str) -> Iterator[Mailbox]:
    """Where the reminder will arrive: it is due, a worker runs, and pg_cron has its minute."""
    found = Mailbox()
    with serve(found) as port, _worker(home, port):
        with closing(psycopg.connect(home)) as connection, connection:
            for helper in ("shop", "reminders"):
                connection.execute(text_of(HELPERS / f"{helper}.sql").encode())
            connection.execute(BOOKING)
        yield found


@contextmanager
def _worker(conninfo: str, port: int) -> Iterator[None]:
    """`pgbooking worker`, a process of its own, which leaves the clock to pg_cron."""
    settings = {
        "PGBOOKING_SMTP_URL": f"smtp://127.0.0.1:{port}",
        "PGBOOKING_MAIL_FROM": "bookings@shop.example",
        "PGBOOKING_PUBLIC_URL": "https://booking.example",
    }
    command = [sys.executable, "-m", "pgbooking", "worker", "--no-clock", "--kind", "email"]
    command += ["--dsn", conninfo]
    with subprocess.Popen(command, env=os.environ | settings, stderr=subprocess.PIPE) as process:
        try:
            assert process.stderr
            assert b'"started"' in process.stderr.readline()
            yield
        finally:
            process.terminate()
            assert process.wait(30) == 0


@pytest.fixture
def connection(home: str) -> Iterator[Connection]:
    """In a transaction that is rolled back: the reminder's job stays."""
    with closing(psycopg.connect(home)) as found:
        yield found


def expected(database: str, suffix: str = "") -> set[tuple[str, str, str]]:
    """What is to be scheduled for a database, by the files of cron/."""
    names = {file.stem for file in (sql_directory().parent / "cron").glob("*.sql")}
    assert len(names) > 8
    return {
        (f"pgbooking:{name}{suffix}", f"select booking.run_job('{name}')", database)
        for name in names
    }


def scheduled(connection: Connection, database: str) -> set[tuple[str, str, str]]:
    """The jobs that pg_cron has for a database."""
    query = "select jobname, command, database from cron.job where database = %s"
    rows = connection.execute(query, (database,)).fetchall()
    return {row for row in rows if not row[0].startswith("pgbooking:cron_log")}


def test_every_job_is_scheduled_as_it_says(connection: Connection) -> None:
    assert scheduled(connection, HOME) == expected(HOME)
    wrong = connection.execute(
        "select j.jobname from cron.job as j join booking.job as b"
        " on j.jobname = 'pgbooking:' || b.job_name"
        " where j.schedule <> booking.cron_schedule(b.every, b.at)"
    )
    assert wrong.fetchall() == []


def test_a_second_time_changes_nothing(home: str, connection: Connection) -> None:
    query = "select jobid, jobname, schedule, command, active from cron.job order by jobid"
    before = connection.execute(query).fetchall()
    assert connection.execute("select booking.schedule_jobs()").fetchone() == (0,)
    assert connection.execute(query).fetchall() == before
    connection.rollback()
    deploy(home)
    assert connection.execute(query).fetchall() == before


def test_a_removed_job_is_unscheduled_and_a_changed_one_changed(connection: Connection) -> None:
    connection.execute("select cron.schedule('backup', '0 1 * * *', 'select 1')")
    connection.execute("delete from booking.job where job_name = 'access_log'")
    connection.execute("update booking.job set at = '00:12' where job_name = 'time_zones'")
    # one gone; one gone and made
    assert connection.execute("select booking.schedule_jobs()").fetchone() == (3,)
    names = {name for name, _, _ in scheduled(connection, HOME)}
    assert names == {name for name, _, _ in expected(HOME)} - {"pgbooking:access_log"} | {"backup"}
    query = "select schedule from cron.job where jobname = 'pgbooking:time_zones'"
    assert connection.execute(query).fetchall() == [("12 * * * *",)]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        *((column, "1 1 1 1 1") for column in ("schedule", "command", "database")),
        ("active", "false"),
        ("username", "who_deployed_before_and_is_gone"),
    ],
)
def test_what_somebody_changed_is_as_it_was(
    connection: Connection, column: str, value: str
) -> None:
    query = "select jobname, schedule, command, database, active, username"
    query += " from cron.job order by jobname"
    before = connection.execute(query).fetchall()
    change = sql.SQL("update cron.job set {} = %s where jobname = 'pgbooking:feed'")
    connection.execute(change.format(sql.Identifier(column)), [value])
    assert connection.execute("select booking.schedule_jobs()").fetchone() == (2,)
    assert connection.execute(query).fetchall() == before


def test_pg_crons_own_log_is_pruned(connection: Connection) -> None:
    query = "select command from cron.job where jobname = 'pgbooking:cron_log'"
    (command,) = connection.execute(query).fetchone() or ("",)
    connection.execute(
        "insert into cron.job_run_details (jobid, runid, database, command, start_time)"
        " select 1, -row_number() over (), d, c, now() - a::interval"
        " from unnest(array[%s, 'another']) as d"
        " cross join unnest(array['select booking.run_job(''x'')', 'select 1']) as c"
        " cross join unnest(array['8 days', '6 days']) as a",
        (HOME,),
    )
    connection.execute("delete from cron.job_run_details where runid >= 0")
    assert connection.execute(command.encode()).rowcount == 1
    old = "select database, command from cron.job_run_details"
    old += " where start_time < now() - '7d'::interval"
    assert set(connection.execute(old).fetchall()) == {
        (HOME, "select 1"),
        ("another", "select 1"),
        ("another", "select booking.run_job('x')"),
    }


def test_jobs_of_another_database_are_scheduled_where_pg_cron_lives(
    cluster: Cluster, connection: Connection
) -> None:
    other = cluster.conninfo(OTHER)
    assert deploy(other).notice == ""
    assert scheduled(connection, OTHER) == expected(OTHER, f"@{OTHER}")
    assert scheduled(connection, HOME) == expected(HOME), "those of the other stay"
    with closing(psycopg.connect(other)) as elsewhere:
        said: list[str | None] = []
        elsewhere.add_notice_handler(lambda notice: said.append(notice.message_primary))
        assert elsewhere.execute("select booking.schedule_jobs()").fetchone() == (0,)
        assert said == [
            "pg_cron lives in database home, so the jobs of pgbooking are not scheduled"
        ]


def test_a_copy_of_where_pg_cron_lives_says_where_it_lives(connection: Connection) -> None:
    """The copy has its extension and its table, which nobody reads there."""
    lives = "create or replace function booking.cron_database() returns text language sql stable"
    connection.execute(f"{lives} as $$ select 'original' $$".encode())
    before = connection.execute("select jobname, database from cron.job order by jobid").fetchall()
    said: list[str | None] = []
    connection.add_notice_handler(lambda notice: said.append(notice.message_primary))
    assert connection.execute("select booking.schedule_jobs()").fetchone() == (0,)
    assert said == [
        "pg_cron lives in database original, so the jobs of pgbooking are not scheduled"
    ]
    after = connection.execute("select jobname, database from cron.job order by jobid").fetchall()
    assert after == before


def test_jobs_of_a_database_that_is_gone_go(connection: Connection) -> None:
    """Renamed, it has others; nobody else would take these away."""
    query = "select jobname, database from cron.job order by jobid"
    before = connection.execute(query).fetchall()
    names = [
        "pgbooking:feed@gone",
        "pgbooking:cron_log@gone",
        "backup@gone",
        "pgbooking:x@postgres",
    ]
    for name, database in zip(names, ["gone", HOME, "gone", "postgres"], strict=True):
        connection.execute("select cron.schedule(%s, '0 1 * * *', 'select 1')", (name,))
        change = "update cron.job set database = %s where jobname = %s"
        connection.execute(change, (database, name))
    assert connection.execute("select booking.schedule_jobs()").fetchone() == (2,)
    after = connection.execute(query).fetchall()
    assert after == [*before, ("backup@gone", "gone"), ("pgbooking:x@postgres", "postgres")]


@pytest.mark.parametrize("page", ["booking.md", "docs/supabase.md"])
def test_removing_it_takes_away_this_databases_jobs_only(
    connection: Connection, repository: Path, page: str
) -> None:
    text = (repository / page).read_text(encoding="utf-8")
    (statement,) = re.findall(r"`(select cron\.unschedule.*?)`", text)
    others = ["pgbooking:feed@another", "backup"]
    for name in others:
        connection.execute("select cron.schedule(%s, '0 1 * * *', 'select 1')", (name,))
    query = "select jobname from cron.job where jobname not like %s order by jobid"
    elsewhere = (f"%@{OTHER}",)
    assert len(connection.execute(query, elsewhere).fetchall()) > len(expected(HOME))
    connection.execute(statement.encode())
    assert [name for (name,) in connection.execute(query, elsewhere)] == others


def test_a_dump_is_restored_without_pg_cron_as_the_manual_says(
    cluster: Cluster, home: str, repository: Path, tmp_path: Path
) -> None:
    manual = (repository / "booking.md").read_text(encoding="utf-8")
    (leave_out,) = re.findall(r"`(pg_restore -l .*?)`", manual)
    elsewhere = "no pg_cron"
    create_database(cluster.conninfo(), elsewhere)
    restored = cluster.conninfo(elsewhere)
    steps = 'pg_dump -d "$OLD" -Fc -f "$BACKUP"\n' + leave_out
    steps += '\npg_restore -L "$BACKUP.list" -d "$NEW" --exit-on-error "$BACKUP"'
    names = {"OLD": home, "NEW": restored, "BACKUP": str(tmp_path / "backup")}
    path = f"{cluster.binaries}:{os.environ['PATH']}"
    subprocess.run(["bash", "-ec", steps], env=os.environ | names | {"PATH": path}, check=True)
    with closing(psycopg.connect(restored, autocommit=True)) as connection:
        assert not connection.execute("select from pg_extension where extname ~ 'cron'").rowcount
        assert connection.execute("select from booking.doctor()").rowcount == 0
    with closing(psycopg.connect(home, autocommit=True)) as connection:
        connection.execute(f'drop database "{elsewhere}"')


def test_a_reminder_that_pg_cron_fires_arrives(mailbox: Mailbox, connection: Connection) -> None:
    """The one test that waits for a clock: a minute, and what a message takes."""
    until(lambda: any(str(m["Subject"]).startswith("Reminder") for m in mailbox.messages))
    assert set(mailbox.recipients) == {"ada@example.org"}
    runs = connection.execute(
        "select state, count from booking.job_run where job_name = 'reminders' order by started_at"
    ).fetchall()
    assert ("done", 1) in runs
    until(lambda: connection.execute(  # pg_cron says so afterwards
        "select from cron.job_run_details where status = 'succeeded'"
        " and command = 'select booking.run_job(''reminders'')'"
    ).rowcount > 0)  # fmt: skip


def test_who_cannot_schedule_there_is_told(cluster: Cluster, home: str) -> None:
    with closing(psycopg.connect(cluster.conninfo(), autocommit=True)) as connection:
        connection.execute("alter database home allow_connections false")
        try:
            notice = deploy(cluster.conninfo(OTHER)).notice
        finally:
            connection.execute("alter database home allow_connections true")
    told = "pg_cron lives in database home, where the jobs could not be scheduled: .*connections$"
    assert re.match(told, notice)
