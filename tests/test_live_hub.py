"""The hub and its readers without a database: what is passed on, from where, and until when."""

import json
import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock

import psycopg
import pytest

from pgbooking.errors import BookingError
from pgbooking.live import hub as hubs
from pgbooking.live import reader as readers
from pgbooking.live.hub import Hub, Room
from pgbooking.live.reader import NEVER, Reader
from pgbooking.live.subscription import (
    EXPIRED,
    LASTED,
    RELOAD,
    STOPPING,
    TOO_SLOW,
    Event,
    Subscription,
    View,
)

VIEW = View("tenant", "anon")


def events(*positions: int, kind: str = "availability") -> list[Event]:
    return [Event(position, kind, "{}") for position in positions]


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Hub:
    """One whose thread does nothing by itself; pages have two rows, of the positions 1 to 5."""
    monkeypatch.setattr(Hub, "_run", lambda _: None)
    monkeypatch.setattr(hubs, "PAGE", 2)

    def page(_: Hub, __: Any, ___: Any, ____: View, after: int) -> list[Event]:
        return events(*range(after + 1, 6))[:2]

    monkeypatch.setattr(Hub, "_page", page)
    engine: Any = SimpleNamespace(function=lambda _: None)
    return Hub(engine, Room(10, per_caller=3, per_tenant=5))


def tell(hub: Hub, *tenants: str) -> None:
    connection: Any = None
    hub._tell(connection, tenants)


def positions(stream: Subscription) -> list[int]:
    return [event.position for event in stream.take(0)]


def test_a_thread_that_does_not_start_is_started_by_the_next(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patched:
        patched.setattr(threading.Thread, "start", fails)
        with pytest.raises(RuntimeError):
            hub.subscribe(VIEW, 0)
    assert hub._thread is None
    hub.subscribe(VIEW, 0)
    assert hub._thread


def test_all_that_is_new_is_passed_on_page_by_page(hub: Hub) -> None:
    stream = hub.subscribe(VIEW, 0)
    tell(hub)
    assert positions(stream) == [1, 2, 3, 4, 5]
    tell(hub)
    assert positions(stream) == []


def test_a_reader_takes_a_connection_when_all_else_is_known() -> None:
    """To look a function up may take one, too: those of a pool would wait for each other."""
    seen: list[str] = []

    @contextmanager
    def connection() -> Iterator[None]:
        seen.append("taken")
        yield
        seen.append("given back")

    def function(_: str) -> SimpleNamespace:
        seen.append("looked up")
        return SimpleNamespace(name="feed", is_scalar=False)

    def read(*_: Any) -> SimpleNamespace:
        seen.append("read")
        return SimpleNamespace(body="[]")

    engine: Any = SimpleNamespace(connection=connection, function=function, read=read)
    assert Hub(engine, Room(1)).read(VIEW, 0) == []
    assert seen == ["looked up", "taken", "read", "given back"]


def test_of_the_tenants_that_were_named(hub: Hub) -> None:
    stream, other = hub.subscribe(VIEW, 3), hub.subscribe(View("other", "anon"), 3)
    tell(hub, "other")
    assert (positions(stream), positions(other)) == ([], [4, 5])


def test_a_feed_that_takes_too_long_keeps_nobody_waiting(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Hub._page

    def page(self: Hub, *others: Any) -> list[Event]:
        if others[2] == VIEW:
            raise psycopg.errors.QueryCanceled("canceling statement due to statement timeout")
        return whole(self, *others)

    monkeypatch.setattr(Hub, "_page", page)
    stream, other = hub.subscribe(VIEW, 3), hub.subscribe(View("other", "anon"), 3)
    tell(hub)
    assert (stream.reason, positions(other)) == (TOO_SLOW, [4, 5])


def test_who_comes_later_moves_nobody_on(hub: Hub) -> None:
    first, second = hub.subscribe(VIEW, 2), hub.subscribe(VIEW, 4)
    tell(hub)
    assert positions(first) == positions(second) == [3, 4, 5]


def test_of_a_view_that_nobody_has_nothing_is_kept(hub: Hub) -> None:
    stream = hub.subscribe(VIEW, 2)
    hub.unsubscribe(stream)
    hub._pass_on(VIEW, events(3))
    assert (hub._streams, hub._read_to) == ({}, {})
    again = hub.subscribe(VIEW, 4)
    tell(hub)
    assert positions(again) == [5]


MEMBER = View("tenant", "service_role", "ada")


def fill(hub: Hub, view: View, count: int, caller: str = "") -> list[Subscription]:
    return [hub.subscribe(view, 0, caller) for _ in range(count)]


def refused(hub: Hub, view: View, caller: str = "") -> int:
    with pytest.raises(BookingError) as caught:
        hub.subscribe(view, 0, caller)
    assert caught.value.headers == {"Retry-After": "5"}
    return caught.value.status


def test_a_caller_has_so_many_streams_whatever_they_look_at(hub: Hub) -> None:
    first, *_ = fill(hub, VIEW, 2, "192.0.2.1")
    fill(hub, View("other", "anon"), 1, "192.0.2.1")
    assert refused(hub, MEMBER, "192.0.2.1") == 429
    fill(hub, VIEW, 1, "192.0.2.2")
    hub.unsubscribe(first)
    fill(hub, VIEW, 1, "192.0.2.1")


def test_who_acts_for_many_has_as_many_as_there_are(hub: Hub) -> None:
    fill(hub, MEMBER, 10)
    assert refused(hub, MEMBER) == 503


def test_the_visitors_of_a_tenant_leave_room_for_those_of_others(hub: Hub) -> None:
    first, *_ = fill(hub, VIEW, 5)
    assert refused(hub, VIEW) == 503
    fill(hub, View("other", "anon"), 1)
    fill(hub, MEMBER, 1)
    hub.unsubscribe(first)
    fill(hub, VIEW, 1)


def test_visitors_leave_room_for_members(hub: Hub) -> None:
    for tenant in ("tenant", "other"):
        fill(hub, View(tenant, "anon"), 5 if tenant == "tenant" else 4)
    assert refused(hub, View("third", "anon")) == 503
    fill(hub, MEMBER, 1)
    assert refused(hub, MEMBER) == 503


def test_a_server_that_stops_opens_no_streams(hub: Hub) -> None:
    stream = hub.subscribe(VIEW, 2)
    hub.drain()
    assert stream.reason == STOPPING
    with pytest.raises(BookingError):
        hub.subscribe(VIEW, 2)


# the second is what psycopg raises on dates in a format that it doesn't know
@pytest.mark.parametrize("error", [psycopg.OperationalError(), NotImplementedError()])
def test_a_database_that_is_gone_is_asked_after_growing_pauses(error: Exception) -> None:
    """Nor does anything else that goes wrong leave streams that are told nothing."""

    def connect() -> None:
        raise error

    engine: Any = SimpleNamespace(connect=connect)
    hub: Any = Hub(engine, Room(10))
    pauses: list[float] = []
    hub._stopping = SimpleNamespace(is_set=lambda: len(pauses) == 8, wait=pauses.append)
    hub._run()
    assert pauses == [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 5.0, 5.0]


def test_who_waits_is_woken_by_the_end_and_the_first_reason_counts() -> None:
    stream = Subscription(VIEW)
    waiting = threading.Thread(target=stream.take, args=(60,))
    waiting.start()
    stream.close(STOPPING)
    stream.close(EXPIRED)
    waiting.join(20)
    assert not waiting.is_alive()
    assert stream.reason == STOPPING


def reading(
    stream: Subscription, read: Callable[[int], list[Event]], until: float = math.inf
) -> Reader:
    hub: Any = SimpleNamespace(read=lambda _, after: read(after))
    return Reader(hub, stream, after=0, is_new=False, until=until)


def test_what_was_before_is_read_to_its_end_and_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "PAGE", 2)
    stream = Subscription(VIEW)
    batches = reading(stream, lambda after: events(*range(after + 1, 4))[:2]).batches()
    assert [next(batches), next(batches)] == [events(1, 2), events(3)]
    stream.put(events(2, 3, 4))
    assert next(batches) == events(4)


def test_a_reload_begins_anew() -> None:
    stream = Subscription(VIEW)
    batches = reading(stream, lambda _: events(7)).batches()
    next(batches)
    stream.put([*events(0, kind=RELOAD), *events(1)])
    assert next(batches) == [*events(0, kind=RELOAD), *events(1)]


def test_silence_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "HEARTBEAT", 0.01)
    assert next(reading(Subscription(VIEW), lambda _: []).batches()) == []


def test_a_token_that_has_ended_ends_the_stream() -> None:
    stream = Subscription(VIEW)
    assert list(reading(stream, lambda _: [], until=time.time()).batches()) == []
    assert stream.reason == EXPIRED


def admitted(
    monkeypatch: pytest.MonkeyPatch, audience: str, caller: str | None = None, **claims: Any
) -> Reader:
    """The reader of a request with these claims, as the database knows who it is."""
    scope = {"role": claims.get("role", "anon"), "request.jwt.claims": json.dumps(claims)}
    row = {"tenant_id": "tenant", "position": 7, "audience": audience, "caller": caller}
    engine = SimpleNamespace(
        function=lambda _: None, run=lambda *_, **__: SimpleNamespace(body=json.dumps([row]))
    )
    hub: Any = SimpleNamespace(subscribe=lambda view, _, caller: Subscription(view, caller))
    monkeypatch.setattr(readers, "settings", lambda _: scope)
    monkeypatch.setattr(readers, "engine", lambda: engine)
    monkeypatch.setattr(readers, "json_call", lambda *_: None)
    monkeypatch.setattr(readers, "time", SimpleNamespace(time=lambda: 1000.0))
    return Reader.admit(hub, {}, None)


def test_the_database_says_whose_streams_count_together(monkeypatch: pytest.MonkeyPatch) -> None:
    assert admitted(monkeypatch, "public", "192.0.2.1").stream.caller == "192.0.2.1"
    assert admitted(monkeypatch, "members").stream.caller == ""


@pytest.mark.parametrize(
    ("audience", "claims", "until", "reason"),
    [
        ("public", {}, 1000 + 3600, LASTED),
        ("public", {"exp": 10000}, 1000 + 3600, LASTED),
        ("public", {"exp": 1500}, 1500, EXPIRED),
        ("members", {"role": "authenticated", "exp": 10000}, 10000, EXPIRED),
        ("members", {"role": "service_role"}, NEVER, EXPIRED),
        ("members", {"role": "service_role", "exp": 10**400}, NEVER, EXPIRED),
    ],
)
def test_a_stream_of_the_public_ends_after_an_hour(
    monkeypatch: pytest.MonkeyPatch, audience: str, claims: Any, until: float, reason: str
) -> None:
    reader = admitted(monkeypatch, audience, **claims)
    assert (reader.until, reader.ending) == (until, reason)


def test_who_is_not_admitted_takes_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = Mock()
    monkeypatch.setattr(f"{__name__}.Subscription", taken)
    with pytest.raises(TypeError):
        admitted(monkeypatch, "members", exp="tomorrow")
    assert not taken.called


def test_it_says_why_it_ends() -> None:
    hub: Any = SimpleNamespace(read=lambda *_: [])
    reader = Reader(hub, Subscription(VIEW), 0, is_new=False, until=time.time(), ending=LASTED)
    assert list(reader.batches()) == []
    assert reader.reason == LASTED


def test_it_waits_no_longer_than_the_token_lasts(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Subscription(VIEW)
    waited: list[float] = []

    def take(seconds: float) -> list[Event]:
        waited.append(seconds)
        return []

    monkeypatch.setattr(stream, "take", take)
    next(reading(stream, lambda _: [], until=time.time() + 3).batches())
    assert 0 < waited[0] <= 3
