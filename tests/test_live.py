"""The live feed at the real server: who is told what, and that nothing is lost."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any, cast
from unittest.mock import Mock
from urllib.request import urlopen

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from simple_websocket import Client, ConnectionClosed
from wsproto.utilities import LocalProtocolError

from pgbooking import database
from pgbooking.app import create_app
from pgbooking.engine import Engine
from pgbooking.errors import BookingError
from pgbooking.live.hub import Hub, Room
from pgbooking.live.stream import accept, send
from pgbooking.live.subscription import MOST, REFUSED, STOPPING, TOO_SLOW, Event, Subscription, View
from tests.harness import PATIENCE, TestServer
from tests.live import HOST, Shop, Stream, free_port, make_shop, served, token

STREAMS = 300
UPGRADE = {"Connection": "Upgrade", "Upgrade": "websocket"}


@dataclass(frozen=True)
class Town:
    """Two shops, and a server of both."""

    alpha: Shop
    bravo: Shop
    dsn: str
    port: int


@pytest.fixture(scope="module")
def shops(server: TestServer) -> Iterator[tuple[Shop, Shop, str]]:
    with server.clone() as dsn:
        alpha, bravo = make_shop(dsn, "alpha"), make_shop(dsn, "bravo")
        yield alpha, bravo, make_conninfo(dsn, options="-c booking.now=2026-06-01T05:00Z")
        alpha.connection.close()
        bravo.connection.close()


@pytest.fixture(scope="module")
def town(shops: tuple[Shop, Shop, str]) -> Iterator[Town]:
    port = free_port()
    # all from one address
    with served(
        shops[2], port, f"--streams-per-caller={STREAMS}", f"--streams-per-tenant={STREAMS}"
    ):
        yield Town(*shops, port)


def begun(stream: Stream) -> Stream:
    """A stream that has been told where it begins."""
    assert stream.status == 200
    assert stream.next().event == "start"
    return stream


def test_everybody_is_told_at_once_of_their_own_tenant(town: Town) -> None:
    """300 streams on one process: visitors of both shops, and members of one."""
    with ExitStack() as stack:

        def opened(query: str) -> Stream:
            return begun(stack.enter_context(Stream(town.port, query)))

        visitors = [opened("tenant=alpha") for _ in range(STREAMS - 20)]
        members = [opened(f"tenant=alpha&token={token()}") for _ in range(10)]
        strangers = [opened("tenant=bravo") for _ in range(10)]
        booking_id = town.alpha.tell()
        urlopen(f"http://{HOST}:{town.port}/healthz", timeout=PATIENCE).close()
        for visitor in visitors:
            told = visitor.next()
            assert (told.event, told.data["change"]) == ("availability", "taken")
            assert told.data["booking_id"] is None
        for member in members:
            assert member.next().event == "availability"
            assert member.next().data["booking_id"] == booking_id
        town.bravo.tell()
        town.alpha.tell()
        for stranger in strangers:
            assert stranger.next().data["resource_ids"] == [town.bravo.ids["resource"]]
        for visitor in visitors:  # nothing of the booking, nothing of bravo's, has come between
            told = visitor.next()
            assert told.event == "availability"
            assert told.data["resource_ids"] == [town.alpha.ids["resource"]]


def test_nothing_is_lost_or_told_twice_across_a_restart(shops: tuple[Shop, Shop, str]) -> None:
    alpha, _, dsn = shops
    port, before = free_port(), alpha.position()
    with served(dsn, port) as process:
        with begun(Stream(port, "tenant=alpha", X_Unknown="1")) as stream:
            alpha.tell()
            first = stream.next()
            process.terminate()
            assert stream.next().data == {"reason": STOPPING}
            with pytest.raises(EOFError):
                stream.next()
        assert process.wait(timeout=PATIENCE) == 0
    alpha.tell()
    with served(dsn, port):
        for resume in (
            {"query": "tenant=alpha", "Last_Event_ID": first.id},
            {"query": f"tenant=alpha&after={first.id}"},
        ):
            with Stream(port, **resume) as stream:
                alpha.tell()
                told = [first, stream.next(), stream.next()]
                positions = [int(found.id) for found in told]
                missed = database.call(alpha.connection, "feed", p_after=before, p_limit=10000)
                expected = [row["position"] for row in missed if row["kind"] == "availability"]
                assert positions == expected[: len(positions)]


def test_who_was_away_for_too_long_is_told_to_reload(town: Town) -> None:
    end = town.alpha.position()
    for after in (end + 10**9, 10**17):
        with Stream(town.port, f"tenant=alpha&after={after}") as stream:
            told = stream.next()
            assert (told.event, int(told.id)) == ("reload", end)
            town.alpha.tell()
            assert stream.next().event == "availability"
            end = town.alpha.position()


@pytest.fixture
def village(server: TestServer) -> Iterator[tuple[Shop, Stream]]:
    """A shop of its own, whose database may be spoiled, and a stream of it."""
    with server.clone() as dsn:
        shop, port = make_shop(dsn, "alpha"), free_port()
        with served(dsn, port), begun(Stream(port, "tenant=alpha")) as stream:
            shop.tell()
            assert stream.next().event == "availability"
            yield shop, stream
        shop.connection.close()


def test_when_the_database_is_an_older_one_a_stream_is_told_to_reload(
    village: tuple[Shop, Stream],
) -> None:
    """As after a restore, or a failover that lost the last commits: positions are given again."""
    shop, stream = village
    shop.connection.execute("delete from booking.feed")
    shop.connection.execute("alter sequence booking.feed_position_seq restart")
    shop.connection.execute("notify booking_feed")
    told = stream.next()
    assert (told.event, told.id) == ("reload", "0")
    shop.tell()
    told = stream.next()
    assert (told.event, told.id) == ("availability", "1")


def test_a_stream_ends_with_its_tenant(village: tuple[Shop, Stream]) -> None:
    shop, stream = village
    shop.connection.execute("set session_replication_role = replica")  # what refers to it may stay
    shop.connection.execute("delete from booking.tenant")
    shop.connection.execute("notify booking_feed")
    assert stream.next().data == {"reason": REFUSED}


def test_a_stream_ends_with_its_token(town: Town) -> None:
    query = f"tenant=alpha&token={token(seconds=1)}"
    with begun(Stream(town.port, query)) as stream:
        assert stream.next().data == {"reason": "token_expired"}
        with pytest.raises(EOFError):
            stream.next()


def test_a_lost_connection_loses_nothing(town: Town) -> None:
    with begun(Stream(town.port, "tenant=alpha")) as stream:
        town.alpha.tell()
        assert stream.next().event == "availability"
        ended = town.alpha.connection.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = current_database() and application_name = 'pgbooking feed'"
        ).fetchall()
        assert ended
        town.alpha.tell()
        assert stream.next().event == "availability"


def test_a_websocket_is_told_the_same(town: Town) -> None:
    address = f"ws://{HOST}:{town.port}/api/v1/ws?tenant=alpha"
    client = Client.connect(f"{address}&token={token()}")
    # this client looks again at what came with the handshake when something more comes
    booking_id = town.alpha.tell()
    begin = json.loads(cast(str, client.receive(timeout=PATIENCE)))
    assert begin["event"] == "start"
    with Stream(town.port, f"tenant=alpha&after={begin['id']}&token={token()}") as stream:
        for _ in range(2):
            message, told = json.loads(cast(str, client.receive(timeout=PATIENCE))), stream.next()
            assert message == {"id": int(told.id), "event": told.event, "data": told.data}
    assert message["data"]["booking_id"] == booking_id
    client.close()
    again = Client.connect(f"{address}&after={begin['id']}")
    town.alpha.tell()
    assert json.loads(cast(str, again.receive(timeout=PATIENCE)))["event"] == "availability"
    again.close()
    expiring = Client.connect(f"{address}&token={token(seconds=1)}")
    expiring.receive(timeout=PATIENCE)
    with pytest.raises(ConnectionClosed) as caught:
        expiring.receive(timeout=PATIENCE)
    assert (caught.value.reason, caught.value.message) == (1008, "token_expired")


@pytest.mark.parametrize("error", [ConnectionClosed(), LocalProtocolError(), BrokenPipeError()])
def test_a_websocket_that_goes_while_it_is_told_is_no_fault(error: Exception) -> None:
    """A client's word that it closes is taken by another thread, at any moment of ours."""
    reader, client = Mock(), Mock()
    reader.batches.return_value = [[Event(1, "availability", "{}")]]
    client.send.side_effect = error
    send(client, reader)
    client.send.assert_called_once()
    (glance,) = reader.batches.call_args.args
    assert glance <= 1, "who said goodbye leaves their place at once, or nearly"


def test_a_websocket_is_closed_where_the_database_goes_before_it_is_told() -> None:
    reader, client = Mock(), Mock()
    reader.batches.side_effect = psycopg.OperationalError("gone")
    send(client, reader)  # it has been answered already
    client.close.assert_called_once_with(1013)


def test_what_a_client_says_over_a_websocket_is_not_kept() -> None:
    ours, theirs = socket.socketpair()
    key = {"Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA=="}
    headers = UPGRADE | key
    named = {f"HTTP_{name.upper().replace('-', '_')}": text for name, text in headers.items()}
    server = accept({"HTTP_HOST": "here", "werkzeug.socket": ours, **named})
    with theirs:
        assert theirs.recv(1000).startswith(b"HTTP/1.1 101")
        message = b"\x82\x81\0\0\0\0x"  # one byte, masked by nothing
        theirs.sendall(message * 100 + b"\x89\x80\0\0\0\0")  # and a ping
        assert theirs.recv(2) == b"\x8a\0"  # the pong: all before has been read
        assert not server.input_buffer
        assert server.connected


def test_what_is_no_handshake_is_the_clients_mistake(town: Town) -> None:
    connection = HTTPConnection(HOST, town.port, timeout=PATIENCE)
    with closing(connection):
        connection.request("GET", "/api/v1/ws?tenant=alpha", headers=UPGRADE)  # there is no key
        answer = connection.getresponse()
        assert (answer.status, json.load(answer)["code"]) == (400, "bad_request")


@pytest.fixture(scope="module")
def client(shops: tuple[Shop, Shop, str]) -> Iterator[Any]:
    app = create_app(shops[2], role="anon", streams=Room(0))
    yield app.test_client()
    app.extensions["pgbooking"].close()


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("stream", {}, 401),  # which tenant?
        ("stream?tenant=nobody", {}, 401),
        ("stream?tenant=alpha", {"X-Tenant": "nobody"}, 401),  # a header goes before the address
        ("stream?tenant=alpha&token=x", {}, 500),  # this server was given no key
        ("stream?tenant=alpha", {"Last-Event-ID": "x"}, 400),
        ("stream?tenant=alpha&after=-1", {}, 400),
        ("stream?tenant=alpha&after=1234567890123456789", {}, 400),
        ("stream?tenant=alpha&tenant=bravo", {}, 400),
        ("stream?tenant=alpha&p_after=1", {}, 400),
        ("stream?tenant=alpha", {}, 503),  # there is room for none
        ("ws?tenant=alpha", {}, 426),
        ("ws?tenant=nobody", UPGRADE, 401),
        ("ws?tenant=alpha&after=x", UPGRADE, 400),
        ("ws?tenant=alpha", {**UPGRADE, "Origin": "https://evil.example"}, 403),
        ("ws?tenant=alpha", {**UPGRADE, "Origin": "https://["}, 403),
    ],
)
def test_what_is_refused(client: Any, path: str, headers: dict[str, str], status: int) -> None:
    answer = client.get(f"/api/v1/{path}", headers=headers)
    assert answer.status_code == status, answer.text
    assert answer.mimetype == "application/json"
    assert set(answer.json) == {"code", "message", "details", "hint"}


def test_only_a_server_without_websockets_is_told_as_one(
    shops: tuple[Shop, Shop, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = create_app(shops[2], role="anon", streams=Room(2))
    try:
        client = app.test_client()
        assert client.get("/api/v1/ws?tenant=alpha", headers=UPGRADE).status_code == 501
        monkeypatch.setattr("pgbooking.live.stream.accept", Mock())
        monkeypatch.setattr("pgbooking.live.stream.send", Mock(side_effect=RuntimeError))
        assert client.get("/api/v1/ws?tenant=alpha", headers=UPGRADE).status_code == 500
    finally:
        app.extensions["pgbooking.hub"].drain()
        app.extensions["pgbooking"].close()


def test_a_client_that_goes_makes_room(shops: tuple[Shop, Shop, str]) -> None:
    app = create_app(shops[2], role="anon", streams=Room(1))
    client = app.test_client()
    try:
        for _ in range(2):
            answer = client.get("/api/v1/stream?tenant=alpha")
            assert answer.headers["X-Accel-Buffering"] == "no", "proxies pass it on at once"
            assert next(answer.iter_encoded()) == b"retry: 1000\n\n"
            assert client.get("/api/v1/stream?tenant=alpha").status_code == 503
            answer.close()
            # begun, and over at once: there is no socket
            assert client.get("/api/v1/ws?tenant=alpha", headers=UPGRADE).status_code == 501
    finally:
        app.extensions["pgbooking.hub"].drain()
        app.extensions["pgbooking"].close()


def test_a_slow_stream_is_closed_and_costs_nobody_else() -> None:
    slow, fast = (Subscription(View("tenant", "anon")) for _ in range(2))
    for position in range(MOST + 1):
        for stream in (slow, fast):
            stream.put([Event(position, "availability", "{}")])
        assert [event.position for event in fast.take(0)] == [position]
        assert bool(slow.reason) == (position == MOST)
    assert (slow.reason, slow.take(0)) == (TOO_SLOW, [])
    assert fast.reason == ""


def test_one_query_serves_all_streams_of_a_view(
    shops: tuple[Shop, Shop, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    alpha, bravo, dsn = shops
    engine = Engine(dsn, "anon")
    asked: list[str] = []
    read = engine.read

    def counted(conn: Any, statement: Any, settings: Any) -> Any:
        asked.append(json.loads(settings["request.jwt.claims"])["tenant_id"])
        return read(conn, statement, settings)

    monkeypatch.setattr(engine, "read", counted)
    monkeypatch.setattr("pgbooking.live.hub._POLL", 10 * PATIENCE)  # it looks when it is told only
    hub = Hub(engine, Room(120, per_tenant=50))
    views = [View(shop.ids["tenant"], "anon") for shop in (alpha, bravo)]
    streams = [
        hub.subscribe(view, shop.position())
        for view, shop in zip(views, (alpha, bravo), strict=True)
        for _ in range(50)
    ]
    try:
        with pytest.raises(BookingError, match="unavailable"):
            hub.subscribe(views[0], 0)
        alpha.tell()
        for stream in streams[:50]:
            assert stream.take(PATIENCE)
        bravo.tell()
        for stream in streams[50:]:
            assert stream.take(PATIENCE)
        # a look at each when the hub begins, and one for each change of the tenant's own
        assert len(asked) <= 4
        for stream in streams:
            hub.unsubscribe(stream)
            hub.unsubscribe(stream)
        hub.subscribe(views[0], 0)
    finally:
        hub.drain()
        engine.close()


def test_positions_commit_in_their_order(shops: tuple[Shop, Shop, str]) -> None:
    """While one dispatcher has not committed, no other can be before it."""
    alpha, _, dsn = shops
    start = alpha.position()
    alpha.book()
    with database.connect(dsn) as first, database.connect(dsn) as second:
        with first.transaction():
            database.call_engine(first, "dispatch_events")
            alpha.book()
            assert database.call_engine(second, "dispatch_events")[0]["dispatch_events"] == 0
            assert alpha.position() == start
        assert database.call_engine(second, "dispatch_events")[0]["dispatch_events"] == 1


def test_without_the_lock_a_reader_misses_something(shops: tuple[Shop, Shop, str]) -> None:
    """The negative control: what the dispatcher's lock is for."""
    alpha, _, dsn = shops
    add = """
        select booking.feed_events(e.tenant_id, array[e]::booking.booking_event[], '{}')
        from booking.booking_event as e where e.booking_id = %s
    """
    early, late, start = alpha.book(), alpha.book(), alpha.position()
    with psycopg.connect(dsn) as first, psycopg.connect(dsn) as second:
        first.execute(add, [early])
        second.execute(add, [late])
        second.commit()
        read_to = alpha.position()
        assert read_to > start
        first.commit()
    rows = database.call(alpha.connection, "feed", p_after=start, p_limit=10000)
    assert early in {str(row["booking_id"]) for row in rows}
    rows = database.call(alpha.connection, "feed", p_after=read_to, p_limit=10000)
    assert early not in {str(row["booking_id"]) for row in rows}
    alpha.dispatch()


def test_readers_miss_nothing_while_many_dispatch(shops: tuple[Shop, Shop, str]) -> None:
    alpha, _, dsn = shops
    start, over = alpha.position(), threading.Event()
    read: list[list[int]] = [[] for _ in range(3)]

    def dispatch() -> None:
        with database.connect(dsn) as connection:
            while not over.is_set():
                database.call_engine(connection, "dispatch_events")

    def follow(found: list[int]) -> None:
        with database.connect(dsn) as connection:
            database.call(connection, "use_tenant", p_slug="alpha")
            is_last = False
            while not is_last:
                is_last = over.is_set()
                after = found[-1] if found else start
                rows = database.call(connection, "feed", p_after=after)
                found.extend(row["position"] for row in rows)

    everybody = running(*[dispatch] * 3, *[lambda found=found: follow(found) for found in read])
    for _ in range(60):
        alpha.book()
    while (
        alpha.dispatch()
        or alpha.connection.execute("select 1 from booking.outbox where kind = 'event'").fetchone()
    ):
        pass
    over.set()
    for thread in everybody:
        thread.join()
    rows = database.call(alpha.connection, "feed", p_after=start, p_limit=10000)
    assert len(rows) == 120
    assert read == [[row["position"] for row in rows]] * 3


def running(*tasks: Callable[[], None]) -> list[threading.Thread]:
    threads = [threading.Thread(target=task) for task in tasks]
    for thread in threads:
        thread.start()
    return threads
