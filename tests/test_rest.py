"""`/api/v1` over the real contract and the sample salon: whole flows, keys, refusals, bad input."""

import json
import threading
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from flask import Flask

from pgbooking import contract, database
from pgbooking.app import create_app
from pgbooking.deploy import load_samples
from pgbooking.rest import ROUTES
from pgbooking.tokens import Tokens
from tests.contract_tokens import SECRET

Client = Any  # flask.testing.FlaskClient
SALON = {"X-Tenant": "salon"}
NO_ID = "00000000-0000-0000-0000-000000000000"


@pytest.fixture(scope="module")
def app(dsn: str) -> Iterator[Flask]:
    load_samples(dsn)
    made = create_app(dsn, role="service_role", pool_size=2, tokens=Tokens(SECRET))
    yield made
    made.extensions["pgbooking"].close()


@pytest.fixture
def client(app: Flask) -> Client:
    made = app.test_client()
    made.environ_base["HTTP_X_TENANT"] = "salon"
    return made


def key() -> dict[str, str]:
    return {"Idempotency-Key": str(uuid.uuid4())}


@pytest.fixture
def service(client: Client) -> str:
    return str(client.get("/rpc/list_services").json[0]["service_id"])


@pytest.fixture
def window(service: str) -> dict[str, str]:
    begins = datetime.now(UTC).replace(microsecond=0) + timedelta(days=3)
    ends = begins + timedelta(days=14)
    return {"service_id": service, "from": begins.isoformat(), "to": ends.isoformat()}


@pytest.fixture
def slots(client: Client, window: dict[str, str]) -> Any:
    response = client.get("/api/v1/availability", query_string=window)
    assert response.status_code == 200, response.text
    return response.json


@pytest.fixture
def wish(slots: Any, service: str) -> dict[str, Any]:
    """A slot that is free now, with the resource that serves it."""
    slot = slots[0]
    resource = slot["resource_ids"][0]
    return {"service_id": service, "starts_at": slot["starts_at"], "resource_id": resource}


def refused(response: Any, status: int, code: str) -> Any:
    body = response.json
    assert (response.status_code, body["code"]) == (status, code), body
    assert {"message", "details", "hint"} <= set(body)
    assert body["hint"]
    assert ("WWW-Authenticate" in response.headers) == (status == 401)
    return body


def test_every_route_calls_a_function_with_the_arguments_it_names(
    connect: Callable[[], database.Connection],
) -> None:
    catalog = contract.catalog(connect())
    for route in ROUTES:
        assert route.function in catalog, route
        assert not route.identifier or catalog[route.function].argument(route.identifier), route


def test_a_visitor_manages_a_booking_by_the_header(app: Flask, wish: dict[str, Any]) -> None:
    office: Client = app.test_client()
    visitor: Client = app.test_client()
    for client in (office, visitor):
        client.environ_base["HTTP_X_TENANT"] = "salon"
    policy = {"policy_name": "public_booking", "value": True}
    assert office.put("/api/v1/policies", json=policy).status_code == 204
    anonymous = {"Authorization": f"Bearer {jwt.encode({'role': 'anon'}, SECRET)}"}
    created = visitor.post("/api/v1/bookings", json=wish, headers=key() | anonymous)
    assert created.status_code == 201, created.text
    where, token = created.headers["Location"], created.json["manage_token"]
    refused(visitor.get(where, headers=anonymous), 404, "not_found")
    known = anonymous | {"X-Booking-Token": token}
    assert visitor.get(where, headers=known).json["status"] == "confirmed"
    assert (
        visitor.get("/api/v1/policies", headers=known).json
        == visitor.get("/api/v1/policies", headers=anonymous).json
    )
    in_address = visitor.get(f"{where}?manage_token={token}", headers=anonymous)
    assert token not in refused(in_address, 400, "invalid_argument")["message"]
    field = {"manage_token": token}
    refused(visitor.delete(where, json=field, headers=key() | anonymous), 400, "invalid_argument")
    refused(visitor.delete(where, headers=key() | anonymous), 404, "not_found")
    assert visitor.delete(where, headers=key() | known).json["booking_status"] == "cancelled"
    assert office.put("/api/v1/policies", json=policy | {"value": None}).status_code == 204


def test_a_booking_of_another_system_is_put_by_its_name_there(
    client: Client, wish: dict[str, Any]
) -> None:
    where, day = "/api/v1/bookings/imported/4711-a%20b", {"starts_local": "2020-01-06T10:00"}
    came = {name: wish[name] for name in ("service_id", "resource_id")} | day
    first = client.put(where, json=came)
    assert (first.status_code, first.json["version"]) == (200, 1), first.text
    assert client.put(where, json=came).json["replayed"]
    assert client.put(where, json=came | {"notes": "late"}).json["details"] == {
        "changed": ["notes"]
    }
    booked = client.get(f"/api/v1/bookings/{first.json['booking_id']}").json
    assert booked["starts_local"] == "2020-01-06T10:00:00"
    other = client.put(where.replace("4711", "4712"), json=came)
    refused(other, 409, "slot_taken")
    for name in ("2020%2F17", "2020//17", "/2020", "%2F/2020", "2020/", "/"):
        named = client.put(f"/api/v1/bookings/imported/{name}",
                           json=came | {"status": "cancelled"}).json  # fmt: skip
        told = client.post("/rpc/booking_history", json={"p_booking_id": named["booking_id"]})
        assert told.json[0]["changes"]["external_id"] == name.replace("%2F", "/")
    latin = {"PATH_INFO": "/api/v1/bookings/imported/M\xfcller"}
    refused(client.put(where, json=came, environ_overrides=latin), 400, "bad_request")
    for wrong in ("2020-01-06T10:00+02:00", "6.1.2020 10:00", "2020-1-6"):
        body = refused(client.put(where, json=came | {"starts_local": wrong}), 400,
                       "invalid_argument")  # fmt: skip
        assert body["details"] == {"argument": "starts_local"}


def test_the_office_goes_past_a_deadline_with_a_reason(
    client: Client, wish: dict[str, Any]
) -> None:
    where = client.post("/api/v1/bookings", json=wish, headers=key()).headers["Location"]
    policy = {"policy_name": "cancellation_deadline_hours", "value": 8760}
    assert client.put("/api/v1/policies", json=policy).status_code == 204
    try:
        refused(client.delete(where, headers=key()), 400, "deadline_passed")
        reason = {"override_reason": "the customer is ill"}
        assert client.delete(where, json=reason, headers=key()).status_code == 200
    finally:
        client.put("/api/v1/policies", json=policy | {"value": None})


@pytest.mark.parametrize("sent", [{}, {"X-Correlation-Id": "c0ffee"}, {"X-Correlation-Id": "c, c"}])
def test_what_a_member_reads_is_noted_with_the_id_that_the_answer_has(
    client: Client, sent: dict[str, str]
) -> None:
    """One that the server had to make as well: the note is found by it, and by the log's line."""
    added = client.post("/rpc/upsert_membership", json={"p_subject": "reader", "p_role": "admin"})
    assert added.status_code == 204
    claims = {"role": "authenticated", "sub": "reader"}
    reader = {"Authorization": f"Bearer {jwt.encode(claims, SECRET)}"}
    read = client.post("/rpc/list_customers", json={}, headers=reader | sent)
    assert read.json
    noted = client.get("/rpc/list_personal_data_access?p_limit=1", headers=reader).json
    assert [row["correlation_id"] for row in noted] == [read.headers["X-Correlation-Id"]]


def test_availability_lists_and_pages_slots(
    client: Client, window: dict[str, str], slots: Any
) -> None:
    assert slots == sorted(slots, key=lambda slot: slot["starts_at"])
    first = client.get("/api/v1/availability", query_string=window | {"limit": "2"}).json
    assert first == slots[:2]
    after = window | {"limit": "2", "after": first[-1]["starts_at"]}
    assert client.get("/api/v1/availability", query_string=after).json == slots[2:4]


def test_a_field_of_the_query_is_given_once(client: Client) -> None:
    refused(client.get("/api/v1/bookings?status=pending&status=confirmed"), 400, "invalid_argument")


def test_a_list_is_an_array_of_the_body(client: Client, slots: Any) -> None:
    known = sorted({resource for slot in slots for resource in slot["resource_ids"]})[:2]
    assert len(known) == 2
    fair = {"name": "Fair", "starts_on": "2031-05-05", "resource_ids": known}
    made = client.post("/api/v1/holidays", json=fair)
    assert made.status_code == 201, made.text
    (listed,) = client.get("/api/v1/holidays?from=2031-05-05&to=2031-05-05").json
    assert sorted(listed["resource_ids"]) == known
    assert client.delete(f"/api/v1/holidays/{listed['holiday_id']}").status_code == 204


def test_conflicts_are_a_list_beside_the_bookings(client: Client, wish: dict[str, Any]) -> None:
    made = client.post("/api/v1/bookings", json=wish, headers=key()).json["booking_id"]
    who, on = wish["resource_id"], wish["starts_at"][:10]
    fair = {"name": "Fair", "starts_on": on, "resource_ids": [who]}
    holiday = client.post("/api/v1/holidays", json=fair).json["holiday_id"]
    where = f"/api/v1/bookings/conflicts?resource_id={who}"
    try:
        (listed,) = [row for row in client.get(where).json if row["booking_id"] == made]
        assert (listed["code"], listed["rule_id"]) == ("holiday", holiday)
    finally:
        client.delete(f"/api/v1/holidays/{holiday}")
    assert client.get(where).json == []
    refused(client.get(f"{where}&limit=0"), 400, "invalid_argument")
    assert client.get("/api/v1/bookings/conflict").status_code == 400, "that is no id"


def test_a_foreign_page_cannot_write_by_an_address(client: Client) -> None:
    """It may send POST without asking first, as long as there is no body of type JSON."""
    query = {"name": "Fair", "starts_on": "2031-05-05"}
    body = refused(client.post("/api/v1/holidays", query_string=query), 400, "invalid_argument")
    assert body["details"] == {"argument": "name"}
    assert client.get("/api/v1/holidays?from=2031-05-05&to=2031-05-05").json == []


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "application/x+json", ""]
)
def test_a_body_of_another_media_type_is_refused(
    client: Client, wish: dict[str, Any], kind: str
) -> None:
    given = {"data": json.dumps(wish), "content_type": kind, "headers": key()}
    refused(client.post("/api/v1/bookings", **given), 415, "PGRST102")
    given["content_type"] = "application/json; charset=utf-8"
    assert client.post("/api/v1/bookings", **given).status_code == 201


def test_what_a_get_has_in_its_body_is_no_argument(
    client: Client, window: dict[str, str], slots: Any
) -> None:
    found = client.get("/api/v1/availability", query_string=window, json={"limit": 1, "no": "x"})
    assert found.json == slots


def test_a_booking_from_creation_to_cancellation(
    client: Client, wish: dict[str, Any], slots: Any
) -> None:
    headers = key()
    created = client.post("/api/v1/bookings", json=wish, headers=headers)
    assert created.status_code == 201, created.text
    booking = created.json
    assert (booking["status"], booking["booking_status"]) == ("completed", "confirmed")
    where = created.headers["Location"]
    assert where == f"/api/v1/bookings/{booking['booking_id']}"
    assert client.get(where).json["starts_at"] == wish["starts_at"]
    listed = client.get("/api/v1/bookings?status=confirmed").json
    assert booking["booking_id"] in [row["booking_id"] for row in listed]

    replay = client.post("/api/v1/bookings", json=wish, headers=headers)
    assert (replay.status_code, replay.json["replayed"]) == (200, True)
    assert "Location" not in replay.headers
    assert replay.json["booking_id"] == booking["booking_id"]
    other = wish | {"starts_at": slots[-1]["starts_at"]}
    refused(client.post("/api/v1/bookings", json=other, headers=headers), 422, "key_reused")

    body = refused(client.post("/api/v1/bookings", json=wish, headers=key()), 409, "slot_taken")
    assert body["details"]["alternatives"]
    assert body["operation_id"]

    mine = [s for s in slots if wish["resource_id"] in s["resource_ids"]]
    change = {"starts_at": mine[-1]["starts_at"], "expected_version": booking["version"]}
    moved = client.put(where, json=change, headers=key())
    assert (moved.status_code, moved.json["starts_at"]) == (200, change["starts_at"]), moved.text
    refused(client.put(where, json=change, headers=key()), 409, "version_conflict")

    gone = client.delete(where, json={"reason": "ill"}, headers=key())
    assert (gone.status_code, gone.json["booking_status"]) == (200, "cancelled"), gone.text
    refused(client.delete(where, headers=key()), 409, "invalid_transition")


def test_a_refused_command_is_recorded_and_replayed(client: Client, wish: dict[str, Any]) -> None:
    past = wish | {"starts_at": "2020-01-01T10:00:00Z"}
    headers = key()
    first = refused(client.post("/api/v1/bookings", json=past, headers=headers), 400, "in_the_past")
    again = refused(client.post("/api/v1/bookings", json=past, headers=headers), 400, "in_the_past")
    assert (first["replayed"], again["replayed"]) == (False, True)
    assert first["operation_id"] == again["operation_id"]


def test_a_lost_connection_leaves_nothing_and_the_same_key_works_again(
    app: Flask, client: Client, wish: dict[str, Any], connect: Callable[[], database.Connection]
) -> None:
    headers = key()
    answers: list[Any] = []

    def send() -> None:
        answers.append(client.post("/api/v1/bookings", json=wish, headers=headers))

    watcher, blocker = connect(), connect()
    with blocker.transaction():
        blocker.execute("lock table booking.claim in access exclusive mode")
        sender = threading.Thread(target=send)
        sender.start()
        while not watcher.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where application_name = 'pgbooking serve' and wait_event_type = 'Lock'"
            " and datname = current_database()"
        ).rowcount:
            assert sender.is_alive()
        sender.join()
    refused(answers[0], 503, "unavailable")
    send()
    assert answers[1].status_code == 201, answers[1].text
    assert not answers[1].json["replayed"]
    send()
    assert answers[2].json["booking_id"] == answers[1].json["booking_id"]


def test_a_duplicate_of_a_command_that_still_runs_is_told_when_to_retry(
    client: Client, wish: dict[str, Any], connect: Callable[[], database.Connection]
) -> None:
    headers = key()
    running = connect()
    running.execute("alter function booking.begin_operation set lock_timeout = '50ms'")
    with running.transaction(force_rollback=True):
        running.execute("select booking_v1.use_tenant('salon')")
        running.execute("set local role service_role")
        query = "select status from booking_v1.create_booking(%s, %s, %s, p_resource_id => %s)"
        given = [wish["service_id"], wish["starts_at"], wish["resource_id"]]
        running.execute(query, [headers["Idempotency-Key"], *given])
        response = client.post("/api/v1/bookings", json=wish, headers=headers)
        refused(response, 409, "in_progress")
        assert response.headers["Retry-After"] == "1"
    running.execute("alter function booking.begin_operation set lock_timeout = '2s'")
    assert client.post("/api/v1/bookings", json=wish, headers=headers).status_code == 201


def test_a_command_without_a_key_is_refused(client: Client, wish: dict[str, Any]) -> None:
    body = refused(client.post("/api/v1/bookings", json=wish), 400, "invalid_argument")
    assert "Idempotency-Key" in body["hint"]
    where = f"/api/v1/bookings/{NO_ID}"
    refused(client.put(where, json={"starts_at": wish["starts_at"]}), 400, "invalid_argument")
    refused(client.delete(where), 400, "invalid_argument")
    two = {"Idempotency-Key": "a", "X-Idempotency-Key": "b"}
    refused(client.post("/api/v1/bookings", json=wish, headers=two), 400, "invalid_argument")


def test_the_older_header_for_the_key_works_too(client: Client, wish: dict[str, Any]) -> None:
    headers = {"X-Idempotency-Key": str(uuid.uuid4())}
    assert client.post("/api/v1/bookings", json=wish, headers=headers).status_code == 201
    assert client.post("/api/v1/bookings", json=wish, headers=headers).json["replayed"]


@pytest.mark.parametrize(
    "change",
    [
        {"starts_at": "2026-4-2"}, {"starts_at": "tomorrow"}, {"starts_at": "infinity"},
        {"starts_at": None}, {"service_id": "x"}, {"party_size": 0},
        {"party_size": -1}, {"duration": "-1 hour"}, {"duration": "forever"}, {"duration": "0"},
        {"duration": "45"}, {"duration": 45}, {"idempotency_key": "another"},
        {"timezone": "Mars/Olympus"}, {"timezone": "IST"}, {"customer_email": "nobody"},
        {"customer_name": "a\0b"}, {"notes": "x" * 5000}, {"answers": [1]}, {"nonsense": 1},
        {"metadata": "text"}, {"customer_name": "x" * 300}, {"party_size": 10**12},
    ],
    ids=str,
)  # fmt: skip
def test_bad_input_of_a_command_is_refused_and_keeps_the_key_free(
    client: Client, wish: dict[str, Any], change: dict[str, Any]
) -> None:
    headers = key()
    wrong = {**wish, **change}
    response = client.post("/api/v1/bookings", json=wrong, headers=headers)
    body = refused(response, 400, "invalid_argument")
    if "\0" not in str(change.get("customer_name")):  # the driver refuses that, and names none
        assert [body["details"]["argument"]] == list(change)
    right = client.post("/api/v1/bookings", json=wish, headers=headers)
    assert right.status_code == 201, right.text


@pytest.mark.parametrize(
    "change",
    [
        {"limit": "1000000"}, {"limit": "0"}, {"limit": "-1"}, {"limit": "x"}, {"from": "2026-4-2"},
        {"to": "2020-01-01T00:00:00Z"}, {"to": "2126-01-01T00:00:00Z"}, {"duration": "0"},
        {"party_size": "0"}, {"resource_id": "x"}, {"what": "1"}, {"from": "a\0b"},
        {"after": "yesterday"}, {"duration": "-30 min"}, {"from": "2026-04-02T10:00:00+23:46"},
        {"duration": "45"},
    ],
    ids=str,
)  # fmt: skip
def test_bad_input_of_a_read_is_refused(
    client: Client, window: dict[str, str], change: dict[str, str]
) -> None:
    response = client.get("/api/v1/availability", query_string=window | change)
    body = refused(response, 400, "invalid_argument")
    assert [body["details"]["argument"]] == list(change)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"to": "2020-01-01T00:00:00Z"}, "to must be after from"),
        ({"limit": "0"}, "limit must be between 1 and 10000; ask for the next page with after"),
        ({"from": "2026-4-2"}, "from is not an ISO 8601 instant."),
    ],
    ids=str,
)
def test_an_error_calls_a_field_as_it_was_sent(
    client: Client, window: dict[str, str], change: dict[str, str], message: str
) -> None:
    response = client.get("/api/v1/availability", query_string=window | change)
    body = refused(response, 400, "invalid_argument")
    assert (body["message"], body["details"]) == (message, {"argument": next(iter(change))})
    arguments = {f"p_{name}": value for name, value in (window | change).items()}
    assert "p_" in client.get("/rpc/available_slots", query_string=arguments).text


def test_a_missing_field_is_named(client: Client, window: dict[str, str]) -> None:
    del window["to"]
    body = refused(client.get("/api/v1/availability", query_string=window), 400, "invalid_argument")
    assert body["details"] == {"argument": "to"}


def test_the_path_alone_says_which_record(client: Client, wish: dict[str, Any]) -> None:
    made = client.post("/api/v1/bookings", json=wish, headers=key()).json["booking_id"]
    where, two = f"/api/v1/bookings/{NO_ID}", {"booking_id": made}
    move = {"starts_at": wish["starts_at"]} | two
    answers = (
        client.put(where, json=move, headers=key()),
        client.delete(where, query_string=two, headers=key()),
        client.get(where, query_string=two),
    )
    for answer in answers:
        assert refused(answer, 400, "invalid_argument")["details"] == {"argument": "booking_id"}


def test_ids_of_another_tenant_do_not_exist(
    client: Client, wish: dict[str, Any], window: dict[str, str]
) -> None:
    created = client.post("/api/v1/bookings", json=wish, headers=key())
    where = created.headers["Location"]
    rooms = {"X-Tenant": "rooms"}
    refused(client.get(where, headers=rooms), 404, "not_found")
    refused(client.delete(where, headers=rooms | key()), 404, "not_found")
    refused(
        client.get("/api/v1/availability", query_string=window, headers=rooms), 404, "not_found"
    )
    refused(client.post("/api/v1/bookings", json=wish, headers=rooms | key()), 404, "not_found")
    assert client.get(where).json["status"] == "confirmed"


def test_a_tenant_must_be_named_and_be_known(app: Flask, client: Client) -> None:
    refused(app.test_client().get("/api/v1/bookings"), 401, "not_authenticated")
    unknown = {"X-Tenant": "'; drop schema booking cascade; --"}
    refused(client.get("/api/v1/bookings", headers=unknown), 401, "not_authenticated")


def test_one_request_cannot_choose_the_tenant_of_the_next(app: Flask, client: Client) -> None:
    for _ in range(4):  # whichever pooled connection it is
        assert client.post("/rpc/use_tenant", json={"p_slug": "rooms"}).status_code in (200, 403)
        refused(app.test_client().get("/api/v1/bookings"), 401, "not_authenticated")


@pytest.mark.usefixtures("app")  # which has loaded the samples
def test_a_tenant_left_on_a_connection_is_nobodys(dsn: str) -> None:
    """As by another program behind the same pooler."""
    alone = create_app(dsn, role="service_role", pool_size=1)
    client: Client = alone.test_client()
    try:
        with alone.extensions["pgbooking"].connection() as connection:
            database.set_session(connection, {"booking.chosen_tenant": "rooms"})
        refused(client.get("/api/v1/bookings"), 401, "not_authenticated")
        assert client.get("/api/v1/bookings", headers={"X-Tenant": "rooms"}).status_code == 200
    finally:
        alone.extensions["pgbooking"].close()


def test_a_visitor_sees_what_is_free_and_nothing_else(
    dsn: str, window: dict[str, str], wish: dict[str, Any]
) -> None:
    visitors = create_app(dsn, role="anon", pool_size=1)
    try:
        client: Client = visitors.test_client()
        free = client.get("/api/v1/availability", query_string=window, headers=SALON)
        assert free.status_code == 200
        refused(client.get("/api/v1/bookings", headers=SALON), 401, "not_authenticated")
        wanted = client.post("/api/v1/bookings", json=wish, headers=SALON | key())
        refused(wanted, 401, "not_authenticated")
    finally:
        visitors.extensions["pgbooking"].close()


def test_who_may_not_and_brings_no_token_is_asked_for_one(dsn: str) -> None:
    """Whatever the role of such requests is called."""
    other = create_app(dsn, role="booking_monitor", pool_size=1)
    try:
        client: Client = other.test_client()
        refused(client.get("/api/v1/holidays", headers=SALON), 401, "not_authenticated")
        answer = client.get("/rpc/list_holidays", headers=SALON)
        assert (answer.status_code, answer.json["code"]) == (401, "42501")
    finally:
        other.extensions["pgbooking"].close()


def test_holidays_are_listed_made_changed_and_deleted(client: Client) -> None:
    made = client.post("/api/v1/holidays", json={"name": "Stocktaking", "starts_on": "2031-05-05"})
    assert made.status_code == 201, made.text
    where = f"/api/v1/holidays/{made.json['holiday_id']}"
    listing = "/api/v1/holidays?from=2031-05-01&to=2031-05-31"
    assert [row["name"] for row in client.get(listing).json] == ["Stocktaking"]
    change = {"name": "Inventory", "starts_on": "2031-05-06"}
    assert client.put(where, json=change).status_code == 200
    (row,) = client.get(listing).json
    assert (row["name"], row["starts_on"]) == ("Inventory", "2031-05-06")
    assert client.delete(where).status_code in (200, 204)
    assert client.get(listing).json == []
    refused(client.delete(where), 404, "not_found")
    bad = {"name": "x", "starts_on": "2031-5-5"}
    refused(client.post("/api/v1/holidays", json=bad), 400, "invalid_argument")


def test_policies_are_shown_and_set(client: Client) -> None:
    def value(name: str) -> Any:
        rows = client.get("/api/v1/policies").json
        return next(row["value"] for row in rows if row["policy_name"] == name)

    assert value("max_reschedules") == 3
    put = client.put("/api/v1/policies", json={"policy_name": "max_reschedules", "value": 5})
    assert put.status_code in (200, 204), put.text
    assert value("max_reschedules") == 5
    wrong = {"policy_name": "double_booking_prevention", "value": False}
    assert client.put("/api/v1/policies", json=wrong).status_code == 400
