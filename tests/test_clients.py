"""The real clients, @supabase/postgrest-js and PyPI's postgrest, against PostgREST and Flask."""

import itertools
import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

import psycopg
import pytest
from postgrest import APIError, CountMethod, SyncPostgrestClient
from psycopg.conninfo import make_conninfo

from pgbooking.deploy import deploy
from tests.contract_cases import CUT, MIA, NOWHERE
from tests.contract_servers import flask, real_postgrest, salon
from tests.contract_tokens import token
from tests.harness import TestServer, until
from tests.postgrest import CLIENTS

_SERVERS = {"PostgREST": real_postgrest, "Flask": flask}
_DAY = {"p_service_id": CUT, "p_from": "2026-04-02T00:00Z", "p_to": "2026-04-03T00:00Z"}
_NUMBERS = itertools.count()


@dataclass(frozen=True)
class Result:
    """What a client makes of an answer."""

    data: Any
    error: dict[str, Any] | None
    count: int | None


class Client(Protocol):
    """A client: a call, then methods of its builder, by postgrest-js's names."""

    def __call__(
        self, function: str, arguments: dict[str, Any], *chain: Any, get: bool = False,
        count: str | None = None,
    ) -> Result: ...  # fmt: skip


class Python:
    """PyPI's postgrest."""

    def __init__(self, url: str) -> None:
        headers = {"Authorization": f"Bearer {token()}"}
        self.client = SyncPostgrestClient(url, schema="booking_v1", headers=headers)

    def __call__(
        self, function: str, arguments: dict[str, Any], *chain: Any, get: bool = False,
        count: str | None = None,
    ) -> Result:  # fmt: skip
        counted = CountMethod(count) if count else None
        request: Any = self.client.rpc(function, arguments, count=counted, get=get)
        for method, *given in chain:
            options = {}
            if given and isinstance(given[-1], dict):
                options = {"desc": not given.pop()["ascending"]}
            if method == "in":
                method = "in_"
            request = getattr(request, method)(*given, **options)
        try:
            found = request.execute()
        except APIError as error:
            raised = error.json()
            return Result(None, {name: raised.get(name) for name in _SHAPE}, None)
        return Result(found.data, None, found.count)


class JavaScript:
    """@supabase/postgrest-js in a Node process of its own."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def __call__(
        self, function: str, arguments: dict[str, Any], *chain: Any, get: bool = False,
        count: str | None = None,
    ) -> Result:  # fmt: skip
        options = {"get": get} | ({"count": count} if count else {})
        call = {"function": function, "arguments": arguments, "options": options, "chain": chain}
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(call) + "\n")
        self.process.stdin.flush()
        found = json.loads(self.process.stdout.readline())
        error = found["error"] and {name: found["error"].get(name) for name in _SHAPE}
        return Result(found["data"], error, found["count"])


_SHAPE = ("code", "message", "details", "hint")


@contextmanager
def python(url: str) -> Iterator[Client]:
    made = Python(url)
    with made.client.session:
        yield made


@contextmanager
def javascript(url: str) -> Iterator[Client]:
    node = shutil.which("node")
    if not node or not (CLIENTS / "node_modules" / "@supabase").exists():
        # a machine without Node runs the rest; `make test` says so in its first lines
        pytest.skip("postgrest-js is not installed: run `make clients` (needs Node and npm)")
    with subprocess.Popen(
        [node, "drive.mjs", url, token()],
        cwd=CLIENTS,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        yield JavaScript(process)
        assert process.stdin
        process.stdin.close()


@pytest.fixture(scope="module", params=list(_SERVERS))
def url(request: pytest.FixtureRequest, server: TestServer) -> Iterator[str]:
    with salon(server) as conninfo, _SERVERS[request.param](conninfo) as found:
        yield found


@pytest.fixture(scope="module", params=[javascript, python], ids=["js", "python"])
def client(request: pytest.FixtureRequest, url: str) -> Iterator[Client]:
    with request.param(url) as made:
        yield made


def key() -> str:
    return f"key-{next(_NUMBERS)}"


def free(client: Client, *chain: Any) -> Any:
    found = client("available_slots", {**_DAY, "p_resource_id": MIA}, *chain)
    assert found.error is None
    return found.data


def request_for(starts_at: str) -> dict[str, Any]:
    return {"p_idempotency_key": key(), "p_service_id": CUT, "p_starts_at": starts_at,
            "p_resource_id": MIA, "p_customer_name": "Ann"}  # fmt: skip


def test_a_booking_from_slots_to_history(client: Client) -> None:
    slot, later = free(client, ["select", "starts_at,price"], ["limit", 2])
    assert set(slot) == {"starts_at", "price"}

    request = request_for(slot["starts_at"])
    booked = client("create_booking", request).data
    assert (booked["status"], booked["booking_status"]) == ("completed", "confirmed")
    assert (booked["starts_at"], booked["replayed"]) == (slot["starts_at"], False)
    again = client("create_booking", request).data
    assert (again["booking_id"], again["replayed"]) == (booked["booking_id"], True)
    assert slot["starts_at"] not in [found["starts_at"] for found in free(client)]

    lost = client("create_booking", request_for(slot["starts_at"]))
    assert lost.data is None
    assert lost.error
    assert lost.error["code"] == "slot_taken"
    assert lost.error["message"]
    assert lost.error["hint"]
    details = lost.error["details"]
    alternatives = (json.loads(details) if isinstance(details, str) else details)["alternatives"]
    assert alternatives[0]["starts_at"] in [found["starts_at"] for found in free(client)]

    identity = {"p_booking_id": booked["booking_id"]}
    moved = client(
        "reschedule_booking",
        {**identity, "p_idempotency_key": key(), "p_starts_at": alternatives[-1]["starts_at"],
         "p_expected_version": booked["version"]},
    ).data  # fmt: skip
    assert moved["starts_at"] == alternatives[-1]["starts_at"]
    stale = client(
        "cancel_booking",
        {**identity, "p_idempotency_key": key(), "p_expected_version": booked["version"]},
    )
    assert stale.error
    assert stale.error["code"] == "version_conflict"
    cancelled = client(
        "cancel_booking", {**identity, "p_idempotency_key": key(), "p_reason": "Ill"}
    ).data
    assert cancelled["booking_status"] == "cancelled"

    one = client("get_booking", identity, ["select", "status,version"], ["single"]).data
    assert one == {"status": "cancelled", "version": cancelled["version"]}
    history = client("booking_history", identity, ["select", "kind"], get=True).data
    assert [event["kind"] for event in history] == ["created", "rescheduled", "cancelled"]
    assert later["starts_at"] in [found["starts_at"] for found in free(client)]


def test_rows_are_selected_ordered_filtered_and_paged(client: Client) -> None:
    def n(*chain: Any, **options: Any) -> list[int]:
        found = client("numbers", {"p_last": 9}, *chain, **options)
        assert found.error is None
        return [row["n"] for row in found.data]

    for get in (False, True):
        assert n(["order", "n", {"ascending": False}], ["limit", 2], get=get) == [9, 8]
        assert n(["select", "n"], ["range", 2, 3], get=get) == [3, 4]
        assert n(["gte", "n", 3], ["lt", "n", 5], get=get) == [3, 4]
        assert n(["in", "n", [2, 4]], get=get) == [2, 4]
    found = client("numbers", {"p_last": 9}, ["select", "n"], ["eq", "n", 4], ["single"])
    assert found.data == {"n": 4}
    found = client("numbers", {"p_last": 9}, ["limit", 2], count="exact")
    assert (len(found.data), found.count) == (2, 9)
    contained = client("available_slots", _DAY, ["contains", "resource_ids", [MIA]], ["limit", 1])
    assert MIA in contained.data[0]["resource_ids"]


def test_errors_have_code_message_details_and_hint(client: Client) -> None:
    def error(function: str, arguments: dict[str, Any], *chain: Any) -> dict[str, Any]:
        found = client(function, arguments, *chain)
        assert found.data is None
        assert found.error
        return found.error

    several = error("numbers", {"p_last": 2}, ["single"])
    assert (several["code"], several["details"]) == ("PGRST116", "The result contains 2 rows")
    assert error("no_such", {"p_x": 1})["code"] == "PGRST202"
    assert error("add", {"p_a": "x"})["code"] == "22P02"
    unknown = error("booking_history", {"p_booking_id": NOWHERE})
    assert (unknown["code"], unknown["message"]) == ("not_found", "there is no such booking")
    assert json.loads(unknown["details"]) == {"argument": "p_booking_id"}
    assert unknown["hint"] == "Check the id."
    early = error("create_booking", request_for("2026-03-01T09:00:00Z"))
    assert (early["code"], bool(early["hint"])) == ("in_the_past", True)


@pytest.mark.parametrize("name", _SERVERS)
def test_a_redeployment_is_seen_without_a_restart(server: TestServer, name: str) -> None:
    """What `notify pgrst` at the end of a deployment is for."""
    with salon(server) as conninfo, _SERVERS[name](conninfo) as url, python(url) as client:
        missing = client("later", {})
        assert missing.error
        assert missing.error["code"] == "PGRST202"
        owner = make_conninfo(conninfo, user="postgres")
        with psycopg.connect(owner, autocommit=True) as connection:
            connection.execute(_LATER)
        deploy(owner)
        with psycopg.connect(owner, autocommit=True) as connection:
            connection.execute("grant execute on function booking_v1.later() to service_role")
        until(lambda: client("later", {}).data == 7)


_LATER = b"create function booking_v1.later() returns integer language sql stable as 'select 7'"
