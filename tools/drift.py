"""Does an upgraded database equal a new one? `make check-drift` runs this.

Installs the last release (the newest git tag `v*`), upgrades it to what is checked out, and
compares the result with a fresh installation; the order of columns counts, since rows are built by
position. Without such a tag: psql's installation against `pgbooking deploy`. Exit code 1 and
the differences on standard output if there are any.
"""

import difflib
import io
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import LiteralString

import psycopg
from psycopg import sql

from pgbooking.deploy import deploy
from pgbooking.paths import sql_directory
from tests.harness import TestServer

_DATED = ["job", "migration", "release"]  # their rows say when they were made
_REFERENCE: LiteralString = """
select tablename
from pg_policies
where schemaname = 'booking' and policyname = 'reference_data' and tablename <> all(%s)
order by tablename
"""


def dump(server: TestServer, conninfo: str) -> str:
    """The schema of a database, and the reference data that is the same for all tenants."""
    command = [str(server.cluster.binaries / "pg_dump"), "--schema-only", f"--dbname={conninfo}"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    lines = [line for line in text.splitlines() if "restrict" not in line]
    with psycopg.connect(conninfo) as connection:
        for (table,) in connection.execute(_REFERENCE, [_DATED]).fetchall():
            query = sql.SQL("select t::text from {} as t order by 1")
            rows = connection.execute(query.format(sql.Identifier("booking", table)))
            lines += [f"{table}: {row[0]}" for row in rows]
    return "\n".join(lines)


def install_by_psql(server: TestServer, conninfo: str, folder: Path) -> str:
    """Install as a database administrator does; what psql says, which is nothing if all is well.

    But notices: that the jobs are not scheduled, since pg_cron lives in another database.
    """
    command = [str(server.cluster.binaries / "psql"), "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1"]
    command += ["-d", conninfo, "-f", str(folder / "install.sql")]
    environment = os.environ | {"PGOPTIONS": "-c client_min_messages=warning"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    return done.stdout + done.stderr


def last_release(repository: Path) -> str | None:
    """The newest tag `v*`, None before the first release."""
    command = ["git", "-C", str(repository), "tag", "--list", "v*", "--sort=-version:refname"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return next(iter(done.stdout.split()), None)


def unpack(repository: Path, tag: str, folder: Path) -> Path:
    """The SQL of a release, in a folder."""
    command = ["git", "-C", str(repository), "archive", tag, "sql", "cron"]
    done = subprocess.run(command, capture_output=True, check=True)
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return folder / "sql"


def drift(server: TestServer, released: Path | None, current: Path) -> list[str]:
    """The differences between a fresh installation and an upgraded (or psql's) one."""
    with server.clone("template0") as fresh, server.clone("template0") as other:
        deploy(fresh, current)
        if released:
            deploy(other, released)
            deploy(other, current)
        elif said := install_by_psql(server, other, current):
            return said.splitlines()
        a, b = dump(server, fresh).splitlines(), dump(server, other).splitlines()
        names = ("fresh", "upgraded" if released else "by psql")
        return list(difflib.unified_diff(a, b, *names, lineterm="", n=1))


def main() -> int:
    """Compare, on the embedded PostgreSQL."""
    current = sql_directory()
    tag = last_release(current.parent)
    compared = f"an upgrade from {tag}" if tag else "no release tag here: psql's installation"
    with tempfile.TemporaryDirectory() as folder, TestServer("18", "drift", "main") as server:
        released = unpack(current.parent, tag, Path(folder)) if tag else None
        found = drift(server, released, current)
    verdict = "differs from" if found else "equals"
    sys.stdout.write("\n".join([*found, f"{compared} {verdict} a fresh pgbooking deploy", ""]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
