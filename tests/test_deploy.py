"""Deployment: one transaction, any number of times, never backwards."""

import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from pgbooking.deploy import deploy, manifest
from pgbooking.errors import SetupError
from pgbooking.paths import sql_directory
from tests import tiny
from tests.harness import TestServer


@pytest.fixture
def empty(server: TestServer) -> Iterator[str]:
    with server.clone("template0") as conninfo:
        yield conninfo


def value(conninfo: str, query: str) -> Any:
    with psycopg.connect(conninfo) as connection:
        row = connection.execute(query.encode()).fetchone()
    return row and row[0]


def dump(server: TestServer, conninfo: str) -> str:
    command = [str(server.cluster.binaries / "pg_dump"), "--schema-only", f"--dbname={conninfo}"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return "\n".join(line for line in text.splitlines() if "restrict" not in line)


def test_installing_twice_changes_nothing(server: TestServer, empty: str) -> None:
    first = deploy(empty)
    assert (first.was_fresh, first.changed) == (True, True)
    before = dump(server, empty)
    second = deploy(empty)
    assert (second.was_fresh, second.changed, second.migrations) == (False, False, ())
    assert dump(server, empty) == before
    assert value(empty, "select count(*) from booking.release") == 1
    assert second.version == value(empty, "select booking.version()")


def test_psql_installs_the_same_database(server: TestServer, empty: str) -> None:
    deploy(empty)
    psql = str(server.cluster.binaries / "psql")
    script = str(sql_directory() / "install.sql")
    with server.clone("template0") as other:
        command = [psql, "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-d", other, "-f", script]
        for _ in range(2):
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
        assert dump(server, other) == dump(server, empty)
        assert not deploy(other).changed


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


def test_a_failing_file_leaves_nothing_and_is_named(empty: str, tmp_path: Path) -> None:
    folder = tiny.write(tmp_path, functions__api="select 1;\nselect nonsense;")
    with pytest.raises(SetupError, match=r'functions/api\.sql:2: column "nonsense"'):
        deploy(empty, folder)
    assert value(empty, "select to_regnamespace('booking')") is None


def test_a_newer_release_is_refused(empty: str, tmp_path: Path) -> None:
    deploy(empty, tiny.write(tmp_path / "new", "1.3.0"))
    with pytest.raises(SetupError, match="is newer") as caught:
        deploy(empty, tiny.write(tmp_path / "old", "1.2.0"))
    assert "\n" not in str(caught.value)
    assert value(empty, "select booking.version()") == "1.3.0"


def test_the_real_engine_refuses_to_go_back(empty: str) -> None:
    deploy(empty)
    with psycopg.connect(empty) as connection:
        connection.execute("update booking.release set version = '99.0.0'")
    with pytest.raises(SetupError, match=r"99\.0\.0, which is newer"):
        deploy(empty)


def test_migrations_run_once_and_not_on_a_fresh_database(empty: str, tmp_path: Path) -> None:
    old = {"migrations__0001_first": "alter table booking.note add column first text;"}
    new = old | {"migrations__0002_second": "alter table booking.note add column second text;"}
    fresh = deploy(empty, tiny.write(tmp_path, **old))
    assert fresh.migrations == ()
    assert value(empty, "select array_agg(name) from booking.migration") == ["0001_first.sql"]
    upgraded = deploy(empty, tiny.write(tmp_path, "1.3.0", **new))
    assert (upgraded.migrations, upgraded.changed) == (("0002_second.sql",), True)
    again = deploy(empty, tiny.write(tmp_path, "1.3.0", **new))
    assert (again.migrations, again.changed) == ((), False)


def test_an_edited_migration_is_refused(empty: str, tmp_path: Path) -> None:
    deploy(empty, tiny.write(tmp_path, migrations__0001_first="select 1;"))
    with pytest.raises(SetupError, match=r"0001_first\.sql was edited"):
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
    parts = ("schema", "functions", "policies", "reference", "deploy")
    present = {path for part in parts for path in (folder / part).rglob("*.sql")}
    assert set(named) == present
