"""Dumped, and restored on another server, as the manual says: nothing is missing."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from pgbooking import database
from pgbooking.cluster import Cluster, embedded_binaries
from pgbooking.database import Row
from pgbooking.deploy import load_samples
from tests import manual
from tests.contract_cases import CUT
from tests.harness import TestServer

_CHAPTER = manual.chapter("Backups and replicas")
_SLOTS = (  # of whole days from tomorrow on, so that none passes meanwhile
    "select s.* from booking_v1.available_slots("
    "    %s, current_date + 1, current_date + 20"
    ") as s order by s.starts_at"
)
_HISTORY = "select * from booking.booking_event order by tenant_id, booking_id, version"


def book(conninfo: str, key: str, starts_at: object) -> Row:
    with database.connect(conninfo) as connection:
        database.call(connection, "use_tenant", p_slug="salon")
        (outcome,) = database.call(
            connection, "create_booking", p_idempotency_key=key, p_service_id=CUT,
            p_starts_at=starts_at, p_customer_email="ada@example.org",
        )  # fmt: skip
    return outcome


def rows(conninfo: str, query: str, *parameters: object) -> list[Any]:
    with psycopg.connect(conninfo) as connection:
        connection.execute("select booking_v1.use_tenant('salon')")
        return connection.execute(query.encode(), parameters).fetchall()


@pytest.fixture(scope="module")
def original(server: TestServer) -> Iterator[str]:
    """A salon at work."""
    with server.clone() as conninfo:
        load_samples(conninfo)
        starts = rows(conninfo, _SLOTS, CUT)
        for key, slot in enumerate(starts[:3]):
            assert book(conninfo, f"backup-{key}", slot[0])["status"] == "completed"
        yield conninfo


@pytest.fixture(scope="module")
def restored(original: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """On a server that has never seen the engine; PostgreSQL 18, whichever it was before."""
    folder = tmp_path_factory.mktemp("backup")
    cluster = Cluster(f"backup-{os.getpid()}", embedded_binaries(), {"fsync": "off"})
    try:
        cluster.start()
        database.create_database(cluster.conninfo(), "restored")
        conninfo = cluster.conninfo("restored")
        path = [str(cluster.binaries), str(Path(sys.executable).parent), os.environ["PATH"]]
        done = subprocess.run(
            ["bash", "-e", "-c", manual.example(_CHAPTER, "sh")],
            env=os.environ | {
                "PATH": ":".join(path), "DATABASE_URL": original, "NEW_URL": conninfo,
                "BACKUP": str(folder / "backup"),
            },
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        assert "nothing is wrong" in done.stdout
        yield conninfo
    finally:
        cluster.remove()


def test_the_same_is_free_and_the_same_has_happened(original: str, restored: str) -> None:
    free = rows(original, _SLOTS, CUT)
    assert free
    assert rows(restored, _SLOTS, CUT) == free
    history = rows(original, _HISTORY)
    assert len(history) == 3
    assert rows(restored, _HISTORY) == history


def test_a_key_is_answered_as_before_and_taken_time_is_taken(restored: str) -> None:
    ((starts_at,),) = rows(
        restored, "select starts_at from booking.booking order by starts_at limit 1"
    )
    again = book(restored, "backup-0", starts_at)
    assert (again["status"], again["replayed"]) == ("completed", True)
    for attempt in range(10):
        outcome = book(restored, f"other-{attempt}", starts_at)
        if outcome["status"] == "failed":
            break
    assert outcome["code"] == "slot_taken"


def test_another_tenant_stays_hidden(restored: str) -> None:
    query = "select count(*) from booking.resource"
    with psycopg.connect(restored) as connection:
        connection.execute("set role booking_engine")
        assert connection.execute(query).fetchone() == (0,)
        connection.execute("reset role")
        row = connection.execute(query.encode()).fetchone()
    assert row
    assert row[0] > 0


def test_who_follows_the_feed_reads_everything_anew(restored: str) -> None:
    def feed(after: int) -> list[str]:
        return [row[0] for row in rows(restored, "select kind from booking_v1.feed(%s)", after)]

    def dispatch() -> None:
        with psycopg.connect(restored) as connection:
            connection.execute("select booking.dispatch_events()")

    dispatch()
    ((end,),) = rows(restored, 'select f."position" from booking_v1.feed_position() as f')
    ahead = end + 3  # what somebody was told after the backup was made
    with psycopg.connect(restored) as connection:
        connection.execute(manual.example(_CHAPTER, "sql").encode())
    slot = rows(restored, _SLOTS, CUT)[-1]
    for key in range(3):
        assert book(restored, f"later-{key}", slot[0])["code"] in (None, "slot_taken")
    dispatch()
    assert feed(ahead) == ["reload"]
    ((end,),) = rows(restored, 'select f."position" from booking_v1.feed_position() as f')
    assert feed(end) == []
