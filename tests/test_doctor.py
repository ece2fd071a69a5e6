"""`pgbooking doctor`: its words and its exit code. What it finds, pgTAP tests."""

import json
import subprocess
import sys

import psycopg
import pytest


def doctor(dsn: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pgbooking", "doctor", "--dsn", dsn, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def installed(dsn: str) -> str:
    """As just installed: the database is a copy of one made when the tests began."""
    with psycopg.connect(dsn) as connection:
        connection.execute("update booking.job set created_at = now()")
    return dsn


def test_nothing_is_wrong(installed: str) -> None:
    done = doctor(installed)
    assert (done.returncode, done.stdout.strip()) == (0, "nothing is wrong"), done.stderr


@pytest.fixture
def broken(installed: str) -> str:
    with psycopg.connect(installed) as connection:
        connection.execute(
            "insert into booking.time_zone (name) values ('Europe/Atlantis') on conflict do nothing"
        )
    return installed


def test_what_is_found_is_said_with_what_to_do(broken: str) -> None:
    done = doctor(broken)
    assert done.returncode == 1
    assert "Europe/Atlantis is not known to this server [find_unknown_time_zones]" in done.stdout
    assert "Install the operating system's tzdata" in done.stdout
    as_json = doctor(broken, "--json")
    (finding,) = json.loads(as_json.stdout)
    assert (as_json.returncode, finding["check_name"]) == (1, "find_unknown_time_zones")
    assert finding["tenant_id"] is None


def test_a_database_without_the_engine_is_a_clear_line(dsn: str) -> None:
    done = doctor(psycopg.conninfo.make_conninfo(dsn, dbname="postgres"))
    assert done.returncode == 8
    assert "pgbooking deploy" in done.stderr


def test_what_this_login_may_not_do_is_named(dsn: str) -> None:
    done = doctor(f"{dsn} options=-crole=anon")
    assert (done.returncode, done.stdout) == (4, "")
    assert "error: permission denied for function doctor (not_allowed)." in done.stderr
