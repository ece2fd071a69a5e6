"""`pgbooking doctor`: its words and its exit code. What it finds, pgTAP tests."""

import json
import subprocess
import sys

import psycopg
import pytest

from pgbooking.deploy import deploy
from tests.harness import TestServer


def doctor(dsn: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pgbooking", "doctor", "--dsn", dsn, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_nothing_is_wrong(dsn: str) -> None:
    done = doctor(dsn)
    assert (done.returncode, done.stdout.strip()) == (0, "nothing is wrong"), done.stderr


UNUSUAL = (
    "options='-c intervalstyle=sql_standard -c datestyle=German -c quote_all_identifiers=on"
    " -c standard_conforming_strings=off -c timezone=Asia/Kolkata -c extra_float_digits=0'"
)
_CATALOG = "select count(*), max(xmin::text::bigint) from {}"


def test_an_unusual_session_finds_nothing_either(dsn: str) -> None:
    done = doctor(f"{dsn} {UNUSUAL}")
    assert (done.returncode, done.stdout.strip()) == (0, "nothing is wrong"), done.stdout


@pytest.mark.parametrize("catalog", ["booking.release", "pg_policy"])
def test_a_deployment_from_an_unusual_session_changes_nothing(dsn: str, catalog: str) -> None:
    def rows() -> object:
        with psycopg.connect(dsn) as connection:
            return connection.execute(_CATALOG.format(catalog).encode()).fetchone()

    before = rows()
    assert not deploy(f"{dsn} {UNUSUAL}").changed
    assert rows() == before


def test_functions_are_the_same_where_names_are_sorted_otherwise(
    server: TestServer, dsn: str
) -> None:
    """By a language, and not by the codes of letters."""
    query = b"select booking.functions_hash()"
    name = f"sorted_{server.worker}"
    create = f"create database {name} template template0 locale_provider icu icu_locale 'en-US'"
    with psycopg.connect(dsn, autocommit=True) as connection:
        expected = connection.execute(query).fetchone()
        try:
            connection.execute(create.encode())
        except psycopg.errors.FeatureNotSupported:
            pytest.skip("this server has no ICU")  # the embedded 18: Debian's 15 tries it
        try:
            conninfo = psycopg.conninfo.make_conninfo(dsn, dbname=name)
            deploy(conninfo)
            with psycopg.connect(conninfo) as other:
                assert other.execute(query).fetchone() == expected
        finally:
            connection.execute(f"drop database {name} with (force)".encode())


@pytest.fixture
def broken(dsn: str) -> str:
    with psycopg.connect(dsn) as connection:
        connection.execute(
            "insert into booking.time_zone (name) values ('Europe/Atlantis') on conflict do nothing"
        )
    return dsn


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
