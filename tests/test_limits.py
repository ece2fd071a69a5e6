"""What keeps abuse within bounds: rates, sizes, time, and logs that tell nothing of anybody."""

import http.client
import json
import logging
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.rows import tuple_row

from pgbooking import database
from pgbooking.app import BODY_LIMIT, create_app
from pgbooking.engine import Engine
from pgbooking.tokens import Tokens
from tests.contract_servers import flask, real_postgrest, salon
from tests.contract_tokens import AUDIENCE, AUTHORIZATIONS, JWKS, SALON
from tests.harness import PATIENCE, TestServer

BURST = 3
NOTE = {"p_body": "x"}
DURABILITY = b"current_setting('synchronous_commit')"
DOOR = b"select booking_v1.check_request()"
RENEW = b"select booking.run_in_tenants('renew_rate_limit', 1000000)"
Answer = tuple[int, dict[str, str], Any]

_LIMITS = """
    insert into booking.policy_setting (tenant_id, policy_name, value)
    select t.tenant_id, p.name, p.value
    from booking.tenant as t
    cross join (
        values
        ('rate_limit_per_actor_per_minute', '60'::jsonb),
        ('rate_limit_per_actor_burst', '{burst}'),
        ('rate_limit_per_tenant_per_minute', '6000')
    ) as p (name, value);
    alter role authenticator in database {database} set booking.proxy_count = 1
"""
# As take_tokens might have been written: look first, then write.
_LOOK_THEN_WRITE = b"""
    create or replace function booking.take_tokens(
        p_tenant_id uuid, p_bucket text, p_shard integer, p_taken interval, p_whole interval,
        p_now timestamptz
    ) returns interval language plpgsql as $$
    declare
        v_full_at timestamptz := coalesce(
            (
                select b.full_at from booking.rate_bucket as b
                where b.tenant_id = p_tenant_id and b.bucket = p_bucket and b.shard = p_shard
            ),
            p_now
        );
    begin
        if v_full_at + p_taken > p_now + p_whole then
            return p_taken;
        end if;
        insert into booking.rate_bucket as b
        values (p_tenant_id, p_bucket, p_shard, v_full_at + p_taken)
        on conflict (tenant_id, bucket, shard) do update set full_at = b.full_at + p_taken;
        return null;
    end $$
"""


@pytest.fixture(scope="module")
def conninfo(server: TestServer) -> Iterator[str]:
    """The salon at a time that stands still, so that no token comes back."""
    with salon(server) as found:
        superuser = make_conninfo(found, user="postgres", options="")
        with psycopg.connect(superuser, autocommit=True) as connection:
            connection.execute(
                _LIMITS.format(burst=BURST, database=conninfo_to_dict(found)["dbname"]).encode()
            )
            connection.execute(RENEW)
        yield found


@pytest.fixture(scope="module")
def superuser(conninfo: str) -> str:
    return make_conninfo(conninfo, user="postgres")


@pytest.fixture(scope="module")
def ours(conninfo: str) -> Iterator[str]:
    with flask(conninfo) as url:
        yield url


@pytest.fixture(scope="module")
def real(conninfo: str) -> Iterator[str]:
    with real_postgrest(conninfo) as url:
        yield url


@pytest.fixture(params=["ours", "real"])
def either(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(request.param)
    return url


@pytest.fixture(autouse=True)
def full_buckets(superuser: str) -> None:
    with psycopg.connect(superuser, autocommit=True) as connection:
        connection.execute("truncate booking.rate_bucket")


def ask(
    url: str, method: str, path: str, body: Any = None, token: str | None = None, **more: str
) -> Answer:
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
    headers = {name.replace("_", "-"): value for name, value in more.items()}
    if token:
        headers["Authorization"] = AUTHORIZATIONS[token]()
    if body is not None:
        headers.setdefault("Content-Type", "application/json")
        body = body if isinstance(body, str) else json.dumps(body)
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    text = response.read()
    connection.close()
    return response.status, dict(response.headers), json.loads(text) if text else None


def as_somebody(connection: psycopg.Connection[Any], subject: str) -> None:
    claims = json.dumps({"role": "authenticated", "sub": subject})
    connection.execute("select set_config('request.jwt.claims', %s, false)", [claims])
    connection.execute("select booking_v1.use_tenant('salon')")
    connection.execute("set role authenticated")


def set_burst(connection: psycopg.Connection[Any], burst: int) -> None:
    connection.execute("select booking_v1.use_tenant('salon')")
    connection.execute(
        "select booking_v1.upsert_policy('rate_limit_per_actor_burst', %s)", [str(burst)]
    )


def round_trips(conninfo: str, traced: Path, who: str) -> int:
    """How often a server that is warm waits for the database, for one request."""
    app = create_app(conninfo, pool_size=1, tokens=Tokens(JWKS, AUDIENCE))
    engine, client = app.extensions["pgbooking"], app.test_client()
    headers = {"Authorization": AUTHORIZATIONS[who]()}
    try:
        for _ in range(10):  # a statement is prepared when it comes again and again
            assert client.post("/rpc/write_note", json=NOTE, headers=headers).status_code == 200
        with traced.open("wb") as file:
            with engine.connection() as connection:
                connection.pgconn.trace(file.fileno())
            client.post("/rpc/write_note", json=NOTE, headers=headers)
            with engine.connection() as connection:
                connection.pgconn.untrace()
    finally:
        app.extensions["pgbooking"].close()
    return traced.read_text().count("ReadyForQuery")


def test_a_call_shares_its_transaction_with_counting_where_that_writes_nothing(
    conninfo: str, superuser: str, tmp_path: Path
) -> None:
    """Begin, settings, count, call, commit; where it writes, another commit and the settings."""
    with psycopg.connect(superuser, autocommit=True) as connection:
        set_burst(connection, 100)
        try:
            assert round_trips(conninfo, tmp_path / "service", "service") == 5
            assert round_trips(conninfo, tmp_path / "member", "authenticated") == 7
        finally:
            set_burst(connection, BURST)


def test_only_counting_is_not_waited_for(conninfo: str) -> None:
    """Until it is on the disk, and where there is one, on a synchronous replica."""
    durability = database.Statement(b"select %s, 1, null, null, null" % DURABILITY, [])
    claims = json.dumps({"role": "authenticated", "sub": "durable", "tenant_id": SALON})
    settings = {"role": "authenticated", "request.jwt.claims": claims}
    options = f"{conninfo_to_dict(conninfo)['options']} -c synchronous_commit=on"
    with closing(Engine(make_conninfo(conninfo, options=options), "anon", pool_size=1)) as engine:
        engine.refresh()
        with engine.connection() as connection, connection.cursor(row_factory=tuple_row) as cursor:
            database.set_local(cursor, settings)
            assert database.check_request(cursor)
            assert list(cursor.execute(b"select " + DURABILITY)) == [("off",)]
        assert engine.run(durability, settings).body == "on"
        assert engine.run(durability, {"role": "service_role"}).body == "on"


def test_too_many_requests_are_429_with_retry_after(either: str) -> None:
    answers = [
        ask(either, "POST", "/rpc/write_note", NOTE, "authenticated") for _ in range(BURST + 1)
    ]
    assert [status for status, _, _ in answers] == [200] * BURST + [429]
    _, headers, body = answers[-1]
    assert headers["Retry-After"] == "1"
    assert body == {
        "code": "rate_limited",
        "message": "too many requests of this caller",
        "details": '{"retry_after": 1}',
        "hint": "Wait for as long as Retry-After says.",
    }
    assert ask(either, "POST", "/rpc/write_note", NOTE, "service")[0] == 200


def test_both_servers_take_from_the_same_bucket(ours: str, real: str) -> None:
    for url in (ours, real, ours):
        assert ask(url, "POST", "/rpc/write_note", NOTE, "authenticated")[0] == 200
    assert ask(real, "POST", "/rpc/write_note", NOTE, "authenticated")[0] == 429


def test_reads_are_counted_where_they_can_be(ours: str, real: str) -> None:
    reads = [ask(real, "GET", "/rpc/add?p_a=1", token="authenticated")[0] for _ in range(BURST + 1)]
    assert reads == [200] * (BURST + 1)
    reads = [ask(ours, "GET", "/rpc/add?p_a=1", token="authenticated")[0] for _ in range(BURST + 1)]
    assert reads == [200] * BURST + [429]


def test_errors_are_counted_where_they_can_be(ours: str, real: str) -> None:
    call: tuple[Any, ...] = ("POST", "/rpc/refuse", {}, "authenticated")
    assert [ask(real, *call)[0] for _ in range(BURST + 1)] == [409] * (BURST + 1)
    assert [ask(ours, *call)[0] for _ in range(BURST + 1)] == [409] * BURST + [429]


def test_visitors_behind_a_proxy_are_told_apart(real: str) -> None:
    def visit(forwarded_for: str) -> int:
        headers = {"X_Forwarded_For": forwarded_for, "X_Tenant": "salon"}
        return ask(real, "POST", "/rpc/write_note", NOTE, **headers)[0]

    assert [visit("192.0.2.1") for _ in range(BURST + 1)] == [200] * BURST + [429]
    assert visit("192.0.2.2") == 200
    assert visit("192.0.2.77, 192.0.2.1") == 429  # what the client writes itself is no disguise


def test_a_client_of_flask_is_its_connection(ours: str) -> None:
    def visit(forwarded_for: str) -> int:
        headers = {"X_Forwarded_For": forwarded_for, "X_Tenant": "salon"}
        return ask(ours, "POST", "/rpc/write_note", NOTE, **headers)[0]

    assert [visit(f"192.0.2.{n}") for n in range(BURST + 1)] == [200] * BURST + [429]


def test_never_more_than_the_burst_passes_at_once(superuser: str) -> None:
    clients, gate = 16, threading.Barrier(16)
    passed: list[bool] = []
    refused: list[str | None] = []

    def run() -> None:
        with psycopg.connect(superuser, autocommit=True) as connection:
            as_somebody(connection, "racer")
            gate.wait(PATIENCE)
            for _ in range(2):
                try:
                    connection.execute(DOOR)
                    passed.append(True)
                except psycopg.Error as error:
                    refused.append(error.sqlstate)

    threads = [threading.Thread(target=run) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert len(passed) == BURST
    assert refused == ["PT429"] * (2 * clients - BURST)


def is_waiting(observer: psycopg.Connection[Any], who: psycopg.Connection[Any]) -> bool:
    query = "select from unnest(pg_blocking_pids(%s))"
    return observer.execute(query, [who.info.backend_pid]).rowcount > 0


def last_token(superuser: str) -> str:
    """What the second of two gets, when the first takes the last token and is not done."""
    found: list[str] = []

    def take(connection: psycopg.Connection[Any]) -> None:
        try:
            connection.execute(DOOR)
            found.append("passed")
        except psycopg.Error as error:
            found.append(error.sqlstate or "")

    with (
        psycopg.connect(superuser, autocommit=True) as first,
        psycopg.connect(superuser, autocommit=True) as second,
    ):
        as_somebody(first, "racer")
        as_somebody(second, "racer")
        for _ in range(BURST - 1):
            first.execute(DOOR)
        with first.transaction(), psycopg.connect(superuser) as observer:
            first.execute(DOOR)
            thread = threading.Thread(target=take, args=[second])
            thread.start()
            while thread.is_alive() and not is_waiting(observer, second):
                pass  # until it waits for the first or, without the lock, is done
        thread.join(PATIENCE)
    return found[0]


def test_the_last_token_is_one_callers(superuser: str) -> None:
    assert last_token(superuser) == "PT429"


def test_without_the_lock_two_take_the_last_token(superuser: str) -> None:
    """The negative control of the test above."""
    with psycopg.connect(superuser, autocommit=True) as connection:
        row = connection.execute(
            "select pg_get_functiondef('booking.take_tokens'::regproc)"
        ).fetchone()
        assert row is not None
        connection.execute(_LOOK_THEN_WRITE)
        try:
            assert last_token(superuser) == "passed"
        finally:
            connection.execute(row[0])


def test_who_is_refused_waits_for_nobody(superuser: str) -> None:
    with (
        psycopg.connect(superuser, autocommit=True) as first,
        psycopg.connect(superuser, autocommit=True) as second,
    ):
        as_somebody(first, "racer")
        for _ in range(BURST):
            first.execute(DOOR)
        first.execute("reset role")
        as_somebody(second, "racer")
        second.execute("set lock_timeout = '100ms'")
        with first.transaction():
            first.execute("update booking.rate_bucket set full_at = full_at")
            with pytest.raises(psycopg.Error) as refused:
                second.execute(DOOR)
    assert refused.value.sqlstate == "PT429"


def others_wait(superuser: str, burst: int) -> bool:
    """Whether callers of a tenant wait for one whose transaction stays open."""
    with psycopg.connect(superuser, autocommit=True) as connection:
        connection.execute("delete from booking.policy_setting where policy_name ~ 'tenant_burst'")
        connection.execute(
            "insert into booking.policy_setting (tenant_id, policy_name, value)"
            " select t.tenant_id, 'rate_limit_per_tenant_burst', %s::text::jsonb"
            " from booking.tenant as t",
            [burst],
        )
        connection.execute(RENEW)
    with (
        psycopg.connect(superuser, autocommit=True) as slow,
        psycopg.connect(superuser, autocommit=True) as other,
    ):
        other.execute("set lock_timeout = '100ms'")
        with slow.transaction():
            for number in range(40):  # sure to hold a part of the bucket
                as_somebody(slow, f"slow {number}")
                slow.execute(DOOR)
                slow.execute("reset role")
            try:
                for number in range(40):
                    as_somebody(other, f"other {number}")
                    other.execute(DOOR)
                    other.execute("reset role")
            except psycopg.errors.LockNotAvailable:
                return True
    return False


def test_callers_of_a_tenant_do_not_wait_for_each_other(superuser: str) -> None:
    assert not others_wait(superuser, 10000)


def test_a_part_of_the_bucket_that_somebody_is_adding_is_left_to_them(superuser: str) -> None:
    """Their row can't be seen yet. Which part is taken is chance, hence two hundred attempts."""
    free = (
        "select booking.free_shard(t.tenant_id, 'members', 16, 'infinity') from booking.tenant as t"
    )
    with (
        psycopg.connect(superuser, autocommit=True) as slow,
        psycopg.connect(superuser, autocommit=True) as other,
    ):
        slow.execute("delete from booking.rate_bucket")
        with slow.transaction():
            (taken,) = slow.execute(free + " limit 1").fetchone() or ()
            slow.execute(
                "insert into booking.rate_bucket (tenant_id, bucket, shard, full_at)"
                " select t.tenant_id, 'members', %s, now() from booking.tenant as t limit 1",
                [taken],
            )
            others = {other.execute(free + " limit 1").fetchone() for _ in range(200)}
    assert len(others) > 1
    assert (taken,) not in others


@pytest.mark.parametrize(
    ("tenant", "bucket", "is_theirs"),
    [(0, "members", True), (0, "visitors", False), (1, "members", False)],
)
def test_a_part_that_somebody_is_adding_is_left_by_its_own_takers_only(
    superuser: str, tenant: int, bucket: str, is_theirs: bool
) -> None:
    free = "select booking.free_shard(%s, %s, 1, 'infinity')"
    locked = "select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()"
    tenants = [uuid.uuid4(), uuid.uuid4()]
    with psycopg.connect(superuser) as slow, psycopg.connect(superuser) as other:
        slow.execute(free, [tenants[0], "members"])
        other.execute(free, [tenants[tenant], bucket])
        assert other.execute(locked).rowcount == (0 if is_theirs else 1)


def test_where_the_bucket_is_too_small_to_divide_they_do(superuser: str) -> None:
    """The negative control of the test above."""
    assert others_wait(superuser, 90)


def test_a_chunked_body_that_is_too_large_is_413(ours: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(ours).netloc, timeout=30)
    chunks = (b"x" * 65536 for _ in range(BODY_LIMIT // 65536 + 1))
    connection.request(
        "POST", "/rpc/write_note", chunks, {"Content-Type": "application/json"}, encode_chunked=True
    )
    response = connection.getresponse()
    body = json.loads(response.read())
    connection.close()
    assert (response.status, body["code"]) == (413, "request_entity_too_large")
    assert set(body) == {"code", "message", "details", "hint"}


@pytest.mark.parametrize("depth", [900, 100_000])
def test_json_that_is_nested_too_deeply_is_the_callers_fault(ours: str, depth: int) -> None:
    nested = "[" * depth + "]" * depth
    status, _, body = ask(ours, "POST", "/rpc/echo", f'{{"p_data": {nested}}}', "service")
    assert (status, body[0]["body"] if depth < 1000 else body["code"]) in (
        (200, "x"),
        (400, "PGRST102"),
    )
    assert (status == 200) == (depth < 1000)


def test_a_limit_of_postgresql_is_the_callers_fault(ours: str, real: str) -> None:
    call: tuple[Any, ...] = ("POST", "/rpc/fail", {"p_sqlstate": "54001"}, "service")
    status, _, body = ask(ours, *call)
    assert (status, body["code"]) == (400, "invalid_argument")
    status, _, body = ask(real, *call)
    assert (status, body["code"]) == (413, "54001")


SECRETS = {
    "p_customer_name": "Ann Private",
    "p_customer_email": "ann.private@example.org",
    "p_customer_phone": "+49 30 5550199",
    "p_notes": "allergic to hazelnuts",
    "p_answers": {"colour": "ultraviolet"},
    "p_metadata": {"ref": "metadata-zyxw"},
}
_WORDS = ("Private", "ann.", "5550199", "hazelnuts", "ultraviolet", "zyxw", "no-such-key", "eyJ")


def test_no_line_of_the_log_tells_anything_of_anybody(
    conninfo: str, caplog: pytest.LogCaptureFixture
) -> None:
    """At any level, of any library, whether the request is answered, refused or fails."""
    app = create_app(conninfo, pool_size=2, tokens=Tokens(JWKS, AUDIENCE))
    app.testing = False
    client = app.test_client()
    service = {"Authorization": AUTHORIZATIONS["service"]()}
    cut = "5a100000-0000-4000-8000-0000000000a1"
    book = {"p_service_id": cut, "p_idempotency_key": "no-such-key-1", **SECRETS}
    requests: list[Callable[[], Any]] = [
        partial(client.post, "/rpc/create_booking", json=body, headers=headers)
        for headers in (service, {}, {"Authorization": "Bearer eyJub.eyJub.no-such-key"})
        for body in (
            book | {"p_starts_at": "2026-04-02T11:00:00+02:00"},
            book | {"p_starts_at": "ann.private@example.org"},
            book | {"p_starts_at": "2020-04-02T11:00:00+02:00"},
            book | {"p_starts_at": "2026-04-02T11:00:00+02:00", "p_customer_email": "ann."},
            book | {"p_unknown": "Ann Private"},
        )
    ]
    requests += [
        lambda: client.get(f"/rpc/list_customers?p_search={SECRETS['p_customer_name']}"),
        lambda: client.get("/rpc/list_customers?p_search=Private", headers=service),
        lambda: client.get("/api/v1/bookings/ann.private@example.org", headers=service),
        lambda: client.get("/Private/hazelnuts?email=ann.private@example.org"),
        lambda: client.post("/rpc/crash", json={"p_secret": "Ann Private"}, headers=service),
        lambda: client.post("/rpc/create_booking", data="{Ann Private", headers=service),
        lambda: client.post("/rpc/echo", json={"p_at": "Ann Private"}, headers=service),
    ]
    statuses = set()
    try:
        with caplog.at_level(logging.DEBUG):
            for request in requests:
                statuses.add(request().status_code)
    finally:
        app.extensions["pgbooking"].close()
    assert {200, 400, 401, 404, 500} <= statuses
    lines = [f"{record.getMessage()} {record.__dict__}" for record in caplog.records]
    assert len(lines) >= len(requests)
    assert [(word, line) for line in lines for word in _WORDS if word in line] == []
