"""A hot standby: it reads, says that it takes no commands, and takes them once it is promoted."""

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from pgbooking import database
from pgbooking.app import create_app
from pgbooking.cluster import Cluster
from pgbooking.deploy import deploy, load_samples
from pgbooking.engine import Engine
from pgbooking.errors import SetupError
from pgbooking.live import hub as hubs
from pgbooking.live.hub import Hub, Room
from pgbooking.live.subscription import View
from pgbooking.tokens import Tokens
from tests.contract_cases import CUT
from tests.contract_tokens import SECRET, token
from tests.harness import TestServer

_DATABASE = "shop"
_FAST = {"fsync": "off", "full_page_writes": "off"}
# What a client is told on the primary can be read on the replica.
_APPLIED = {"synchronous_standby_names": "*", "synchronous_commit": "remote_apply"}
_SLOTS = (  # of whole days from tomorrow on, so that none passes meanwhile
    b"select s.starts_at from booking_v1.available_slots("
    b"    %s, current_date + 1, current_date + 20"
    b") as s order by s.starts_at"
)


@dataclass
class Pair:
    """A primary and its replica. stop: the primary."""

    primary: str
    replica: str
    stop: Callable[[], None]

    @property
    def both(self) -> str:
        """Whichever takes commands."""
        hosts = [conninfo_to_dict(each)["host"] for each in (self.primary, self.replica)]
        return make_conninfo(
            self.primary, host=",".join(map(str, hosts)), target_session_attrs="read-write"
        )

    def book(self) -> dict[str, Any]:
        """Book the last free start on the primary, and have it told."""
        with database.connect(self.primary) as connection:
            database.call(connection, "use_tenant", p_slug="salon")
            starts = connection.execute(_SLOTS, (CUT,)).fetchall()
            (outcome,) = database.call(
                connection, "create_booking", p_idempotency_key=str(uuid.uuid4()),
                p_service_id=CUT, p_starts_at=starts[-1]["starts_at"],
            )  # fmt: skip
            connection.execute("select booking.dispatch_events()")
        return outcome


@pytest.fixture(scope="module")
def pair(server: TestServer) -> Iterator[Pair]:
    binaries, process = server.cluster.binaries, os.getpid()
    primary = Cluster(f"primary-{process}", binaries, _FAST)
    replica = Cluster(f"replica-{process}", binaries, _FAST)
    try:
        primary.start()
        database.create_database(primary.conninfo(), _DATABASE)
        deploy(primary.conninfo(_DATABASE))
        load_samples(primary.conninfo(_DATABASE))
        primary.stop()
        with (primary.data / "pg_hba.conf").open("a") as rules:
            rules.write("local replication all trust\n")
        replica.folder.mkdir(mode=0o700)
        os.chown(replica.folder, replica.account.uid, replica.account.gid)
        copied = replica.account.run(["cp", "-a", str(primary.data), str(replica.data)])
        assert not copied.returncode, copied.stderr
        (replica.data / "standby.signal").touch()
        replica.options = _FAST | {"primary_conninfo": primary.conninfo()}
        primary.options = _FAST | _APPLIED
        primary.start()
        replica.start()
        yield Pair(primary.conninfo(_DATABASE), replica.conninfo(_DATABASE), primary.stop)
    finally:
        replica.remove()
        primary.remove()


@contextmanager
def served(conninfo: str) -> Iterator[Any]:
    """A client of a server."""
    app = create_app(conninfo, role="service_role", tokens=Tokens(SECRET))
    client = app.test_client()
    client.environ_base["HTTP_X_TENANT"] = "salon"
    try:
        yield client
    finally:
        app.extensions["pgbooking.hub"].drain()
        app.extensions["pgbooking"].close()


@pytest.fixture(scope="module")
def client(pair: Pair) -> Iterator[Any]:
    """Of a server on the replica."""
    with served(pair.replica) as found:
        yield found


def post_booking(client: Any, starts_at: str, key: str = "once, wherever it is taken") -> Any:
    return client.post(
        "/api/v1/bookings",
        json={"service_id": CUT, "starts_at": starts_at},
        headers={"Idempotency-Key": key},
    )


def starts(conninfo: str) -> list[Any]:
    with database.connect(conninfo) as connection:
        database.call(connection, "use_tenant", p_slug="salon")
        return [row["starts_at"] for row in connection.execute(_SLOTS, (CUT,))]


def test_it_answers_what_only_reads(pair: Pair, client: Any) -> None:
    pair.book()
    assert starts(pair.replica) == starts(pair.primary) != []
    window = {"service_id": CUT, "from": "2030-01-01T00:00Z", "to": "2030-02-01T00:00Z"}
    for path, fields in (
        ("/api/v1/availability", window), ("/api/v1/policies", {}), ("/api/v1/bookings", {}),
    ):  # fmt: skip
        assert client.get(path, query_string=fields).status_code == 200
    assert client.get("/healthz").status_code == 200


def test_the_doctor_looks_at_it(pair: Pair) -> None:
    with database.connect(pair.replica) as connection:
        found = {row["check_name"] for row in connection.execute("select * from booking.doctor()")}
    assert not found - {"find_late_jobs"}  # nothing runs jobs here


def test_a_command_is_told_to_try_again(pair: Pair, client: Any) -> None:
    start = starts(pair.replica)[0].isoformat()
    refused = post_booking(client, start)
    assert (refused.status_code, refused.json["code"]) == (503, "read_only")
    assert refused.headers["Retry-After"]
    rpc = client.post(
        "/rpc/create_booking",
        json={"p_idempotency_key": "rpc", "p_service_id": CUT, "p_starts_at": start},
    )
    assert (rpc.status_code, rpc.json["code"]) == (405, "25006")  # as PostgREST
    command = ["book", "--service=Cut", f"--at={start}"]
    done = subprocess.run(
        [sys.executable, "-m", "pgbooking", f"--dsn={pair.replica}", "--tenant=salon", *command],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (8, "")
    assert "takes no changes (read_only)" in done.stderr


def test_a_deployment_there_is_refused(pair: Pair) -> None:
    with pytest.raises(SetupError, match=r"it is a replica\. Deploy to the primary"):
        deploy(pair.replica)


def test_members_see_no_customers_where_that_cannot_be_logged(pair: Pair, client: Any) -> None:
    with psycopg.connect(pair.primary) as connection:
        connection.execute(
            "insert into booking.membership (tenant_id, subject, role, created_at)"
            " select t.tenant_id, 'boss', 'owner', now() from booking.tenant as t"
            " where t.slug = 'salon' on conflict do nothing"
        )
    signed_in = {"Authorization": f"Bearer {token(role='authenticated', sub='boss')}"}
    refused = client.get("/api/v1/bookings", headers=signed_in)
    assert (refused.status_code, refused.json["code"]) == (503, "read_only")


def test_its_streams_are_told_though_nobody_can_listen_there(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hubs, "_POLL", 0.05)
    with database.connect(pair.primary) as connection:
        database.call(connection, "use_tenant", p_slug="salon")
        (begin,) = database.call(connection, "feed_position")
    engine = Engine(pair.replica, "service_role")
    hub = Hub(engine, Room(1))
    try:
        stream = hub.subscribe(View(str(begin["tenant_id"]), "anon"), begin["position"])
        pair.book()
        (told,) = stream.take(timeout=30)
        assert json.loads(told.data)["change"] == "taken"
    finally:
        hub.drain()
        engine.close()


def test_promoted_it_takes_the_command_that_was_refused(pair: Pair, client: Any) -> None:
    """The last one: afterwards there is no replica."""
    first, second, *_ = (start.isoformat() for start in starts(pair.replica))
    assert post_booking(client, first).status_code == 503
    with served(pair.both) as follower:
        assert post_booking(follower, second, "before").status_code == 201
        pair.stop()
        with psycopg.connect(pair.replica) as connection:
            connection.execute("select pg_promote()")
        booked = post_booking(client, first)
        assert booked.status_code == 201
        again = post_booking(client, first)
        assert (again.status_code, again.json["replayed"]) == (200, True)
        again = post_booking(follower, second, "before")
        assert (again.status_code, again.json["replayed"]) == (200, True)
