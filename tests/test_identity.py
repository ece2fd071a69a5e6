"""Who somebody is in a tenant, and what that gives them."""

import dataclasses
import json
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from pgbooking import database
from tests.two_tenants import (
    BOOKED,
    FREE,
    FROM,
    KEY,
    TO,
    Answer,
    Caller,
    World,
    caller,
    identifier,
    state,
)

NOWHERE = "6a1f5c1e-9d5f-4b0f-8f43-0d6d4f0f2c11"
TOO_LATE = "2026-06-09T09:30:00Z"  # half an hour before BOOKED
MEMBERS = ("staff", "admin", "owner", "service")


@pytest.fixture(scope="module")
def made(dsn: str) -> Iterator[World]:
    with database.connect(dsn) as connection:
        yield World(connection)


@pytest.fixture
def world(made: World) -> Iterator[World]:
    """The world; what a test does to it is undone."""
    with made.connection.transaction(force_rollback=True):
        yield made


def rows(answer: Answer) -> list[dict[str, Any]]:
    assert answer.code is None, answer
    return [json.loads(line) for line in answer.text.splitlines()]


def book(world: World, who: Caller, key: str = KEY, at: str = FREE, **more: Any) -> dict[str, Any]:
    """A booking of the public service by somebody."""
    service = world.records["alpha mine"].service
    arguments = {"p_idempotency_key": key, "p_service_id": service, "p_starts_at": at}
    return rows(world.ask(who, "create_booking", arguments | more))[0]


def set_policy(world: World, name: str, value: Any) -> None:
    answer = world.ask(
        caller("admin", "alpha"), "upsert_policy", {"p_policy_name": name, "p_value": value}
    )
    assert answer.code is None, answer


def set_clock(world: World, now: str) -> None:
    world.connection.execute("select set_config('booking.now', %s, true)", [now])


def command(booking_id: str, key: str = KEY, **more: Any) -> dict[str, Any]:
    return {"p_idempotency_key": key, "p_booking_id": booking_id} | more


# customers


def test_an_account_is_one_customer_however_often_it_books(world: World) -> None:
    newcomer = caller("newcomer", "alpha")
    first = book(world, newcomer, "first", p_customer_name="New", p_customer_phone="112")
    second = book(world, newcomer, "second", "2026-06-10T12:00:00Z", p_customer_name="Other name")
    bookings = rows(world.ask(newcomer, "list_bookings", {}))
    assert {row["booking_id"] for row in bookings} == {first["booking_id"], second["booking_id"]}
    # whom each is for; the record keeps the first name
    assert [row["customer_name"] for row in bookings] == ["New", "Other name"]
    assert len({row["customer_id"] for row in bookings}) == 1


def test_an_account_with_a_guests_address_does_not_get_the_guests_bookings(world: World) -> None:
    address = "alpha-guest@example.org"
    of_guest = book(world, caller("service", "alpha"), "guest", p_customer_email=address)
    newcomer = caller("newcomer", "alpha")
    own = book(world, newcomer, "own", "2026-06-10T12:00:00Z", p_customer_email=address)
    found = rows(world.ask(newcomer, "list_bookings", {}))
    assert [row["booking_id"] for row in found] == [own["booking_id"]]
    guest = {"p_booking_id": of_guest["booking_id"]}
    assert world.ask(newcomer, "get_booking", guest).text == ""
    assert (
        world.ask(newcomer, "cancel_booking", command(of_guest["booking_id"])).code == "not_found"
    )


def test_a_token_without_a_subject_is_a_visitors(world: World) -> None:
    claims = {"role": "authenticated", "tenant_id": identifier("alpha")}
    for subject in ({}, {"sub": None}, {"sub": ""}):
        nobody = Caller("authenticated", claims | subject, {})
        assert world.ask(nobody, "list_bookings", {}).code == "not_authenticated"


def test_whoever_is_no_longer_a_member_is_a_customer(world: World) -> None:
    staff = caller("staff", "alpha")
    assert world.ask(staff, "list_customers", {}).code is None
    ended = world.ask(
        caller("owner", "alpha"), "delete_membership", {"p_subject": staff.claims["sub"]}
    )
    assert ended.code is None
    assert world.ask(staff, "list_customers", {}).code == "not_allowed"
    assert world.ask(staff, "list_bookings", {}).text == ""


def test_a_customer_pages_after_their_own_bookings_only(world: World) -> None:
    customer = caller("customer", "alpha")
    own = world.records["alpha mine"].booking
    assert world.ask(customer, "list_bookings", {"p_after": own}).code is None
    theirs = world.ask(
        customer, "list_bookings", {"p_after": world.records["alpha theirs"].booking}
    )
    assert theirs == world.ask(customer, "list_bookings", {"p_after": NOWHERE})
    assert theirs.code == "invalid_argument"


# which tenant


def test_the_tokens_tenant_goes_before_the_header(world: World) -> None:
    customer = dataclasses.replace(caller("customer", "alpha"), headers={"x-tenant": "bravo"})
    services = world.ask(customer, "list_services", {})
    assert world.records["alpha mine"].service in services.text
    assert world.told_of_bravo(services, {}) == []


def test_an_account_without_a_tenant_is_a_customer_of_the_headers(world: World) -> None:
    claims = {"role": "authenticated", "sub": "alpha-owner"}
    customer = Caller("authenticated", claims, {"x-tenant": "bravo"})
    assert world.records["bravo mine"].service in world.ask(customer, "list_services", {}).text
    assert world.ask(customer, "list_memberships", {}).code == "not_allowed"


@pytest.mark.parametrize("header", [{}, {"x-tenant": "nobody"}, {"x-tenant": ""}])
def test_without_a_tenant_there_is_nothing(world: World, header: dict[str, str]) -> None:
    visitor = Caller("anon", {"role": "anon"}, header)
    assert world.ask(visitor, "list_services", {}).code == "not_authenticated"


def test_an_applications_token_for_one_tenant_is_for_no_other(world: World) -> None:
    bound, free = caller("service", "alpha"), Caller("service_role", {"role": "service_role"}, {})
    assert [row["slug"] for row in rows(world.ask(bound, "list_tenants", {}))] == ["alpha"]
    assert len(rows(world.ask(free, "list_tenants", {}))) == 3
    new = {"p_slug": "delta", "p_name": "delta", "p_time_zone": "UTC"}
    assert world.ask(bound, "upsert_tenant", new).code == "not_allowed"
    assert world.ask(free, "upsert_tenant", new).code is None


# visitors


def test_visitors_book_where_the_tenant_takes_them(world: World) -> None:
    visitor = caller("visitor", "alpha")
    outcome = book(world, visitor, p_customer_name="Vi", p_customer_email="vi@example.org")
    assert len(outcome["manage_token"]) == 43
    set_policy(world, "public_booking", False)
    service = {"p_service_id": world.records["alpha mine"].service}
    again = {"p_idempotency_key": f"{KEY}-2", "p_starts_at": "2026-06-10T12:00:00Z"} | service
    assert world.ask(visitor, "create_booking", again).code == "not_authenticated"
    assert world.ask(caller("customer", "alpha"), "create_booking", again).code is None


@pytest.mark.parametrize("role", ["visitor", "customer"])
def test_a_private_service_does_not_exist_for_them(world: World, role: str) -> None:
    window = {"p_from": FROM, "p_to": TO}
    private = world.records["alpha mine"].private
    for function, arguments in {
        "available_slots": window,
        "slot_calendar": window,
        "validate_appointment_timing": {"p_starts_at": FREE},
        "effective_policies": {},
        "create_booking": {"p_idempotency_key": KEY, "p_starts_at": FREE},
    }.items():
        found, nothing = (
            world.ask(caller(role, "alpha"), function, arguments | {"p_service_id": service})
            for service in (private, NOWHERE)
        )
        assert found == nothing
        assert found.code == "not_found"
    assert private not in world.ask(caller(role, "alpha"), "list_services", {}).text
    assert private in world.ask(caller("staff", "alpha"), "list_services", {}).text


def test_the_token_manages_its_booking(world: World) -> None:
    visitor = caller("visitor", "alpha")
    outcome = book(world, visitor, p_customer_name="Vi")
    token = {"p_manage_token": outcome["manage_token"]}
    booking = {"p_booking_id": outcome["booking_id"]} | token
    assert rows(world.ask(visitor, "get_booking", booking))[0]["status"] == "confirmed"
    moved = command(outcome["booking_id"], f"{KEY}-2", p_starts_at="2026-06-11T12:00:00Z")
    assert world.ask(visitor, "reschedule_booking", moved | token).code is None
    cancelled = command(outcome["booking_id"], f"{KEY}-3")
    assert world.ask(visitor, "cancel_booking", cancelled | token).code is None
    history = rows(world.ask(visitor, "booking_history", booking))
    assert [event["kind"] for event in history] == ["created", "rescheduled", "cancelled"]


def test_an_address_does_not_tell_a_visitor_the_name_that_is_kept_with_it(world: World) -> None:
    address = {"p_customer_email": "known@example.org"}
    book(world, caller("service", "alpha"), "known", p_customer_name="Somebody Known", **address)
    visitor = caller("visitor", "alpha")
    outcome = book(world, visitor, at="2026-06-10T12:00:00Z", p_customer_name="Vi", **address)
    booking = {"p_booking_id": outcome["booking_id"], "p_manage_token": outcome["manage_token"]}
    (row,) = rows(world.ask(visitor, "get_booking", booking))
    assert (row["customer_name"], row["customer_id"]) == (None, None)
    (event,) = rows(world.ask(visitor, "booking_history", booking))
    assert "customer_id" not in event["changes"]


def test_who_is_away_is_not_for_customers_and_visitors(world: World) -> None:
    mine, admin = world.records["alpha mine"], caller("admin", "alpha")
    days = {"p_starts_on": "2026-07-01", "p_ends_on": "2026-07-02"}
    for name, whose in (("Closed", None), ("Surgery", [mine.resource])):
        answer = world.ask(
            admin, "upsert_holiday", {"p_name": name, "p_resource_ids": whose} | days
        )
        assert answer.code is None, answer
    between = {"p_from": "2026-07-01", "p_to": "2026-07-02"}
    for role, told in (
        ("visitor", {"Closed"}), ("customer", {"Closed"}), ("staff", {"Closed", "Surgery"})
    ):  # fmt: skip
        found = rows(world.ask(caller(role, "alpha"), "list_holidays", between))
        assert {row["name"] for row in found if not row["is_yearly"]} == told, role


def test_who_serves_nobody_from_outside_is_not_for_customers_and_visitors(world: World) -> None:
    admin = caller("admin", "alpha")
    made = rows(world.ask(admin, "upsert_resource", {"p_name": "Interviews", "p_kind": "room"}))
    inside = {"p_name": "Inside", "p_duration": "PT1H", "p_is_public": False}
    more = {"p_resource_ids": made}
    assert world.ask(admin, "upsert_service", inside | more).code is None
    for role, is_told in (("visitor", False), ("customer", False), ("staff", True)):
        found = rows(world.ask(caller(role, "alpha"), "list_resources", {}))
        assert found, role
        assert ("Interviews" in {row["name"] for row in found}) == is_told, role


def test_what_a_member_read_is_in_the_servers_log_whatever_becomes_of_the_note(
    world: World,
) -> None:
    """What is undone takes its note along: PostgREST's is, where an answer is refused."""
    heard: list[str] = []

    def hear(notice: psycopg.errors.Diagnostic) -> None:
        heard.append(f"{notice.severity_nonlocalized} {notice.message_primary}")

    world.connection.execute("set local client_min_messages = log")
    world.connection.execute("set local booking.correlation_id = E'\\x1b[2K, actor Ada'")
    world.connection.add_notice_handler(hear)
    try:
        for role in ("customer", "service", "staff", "admin"):
            assert rows(world.ask(caller(role, "alpha"), "list_bookings", {})), role
    finally:
        world.connection.remove_notice_handler(hear)
    tenant = world.records["alpha mine"].tenant
    assert [line.split(" rows")[0].rsplit(" ", 1)[0] for line in heard] == [
        f"LOG personal data: list_bookings of tenant {tenant} gave a member",
    ] * 2
    assert not any("alpha-" in line for line in heard), "the subject may be an address"
    assert all(line.endswith(" request ?[2K,?actor?Ada") for line in heard), "as a member sent it"


def test_what_protects_others_is_not_an_owners_to_set(world: World) -> None:
    for name in (
        "rate_limit_per_actor_burst",
        "rate_limit_per_tenant_per_minute",
        "access_log_days",
    ):
        wanted = {"p_policy_name": name, "p_value": 100}
        for role in ("admin", "owner"):
            assert world.ask(caller(role, "alpha"), "upsert_policy", wanted).code == "not_allowed"
        assert world.ask(caller("service", "alpha"), "upsert_policy", wanted).code is None
    policies = rows(world.ask(caller("owner", "alpha"), "effective_policies", {}))
    reserved = {row["policy_name"] for row in policies if row["is_reserved"]}
    assert {name for name in reserved if not name.startswith("rate_limit")} == {"access_log_days"}
    assert len(reserved) == 5


def test_the_token_opens_nothing_else(world: World) -> None:
    visitor = caller("visitor", "alpha")
    mine, bravo = world.records["alpha mine"], world.records["bravo mine"]
    token = mine.booking_token
    wrong = [
        (mine.pending, token),  # another booking of the same customer
        (mine.booking, token[:-1]),
        (mine.booking, token[:-1] + ("A" if token[-1] != "A" else "B")),
        (mine.booking, token.swapcase()),
        (mine.booking, token + "="),
        (mine.booking, ""),
        (bravo.booking, bravo.booking_token),  # with the header of alpha
        (bravo.booking, token),
        (mine.booking, bravo.booking_token),
    ]
    for booking_id, said in wrong:
        arguments = {"p_booking_id": booking_id, "p_manage_token": said}
        assert world.ask(visitor, "get_booking", arguments) == Answer("")
        assert world.ask(visitor, "booking_history", arguments).code == "not_found"
        cancel = {"p_idempotency_key": KEY} | arguments
        assert world.ask(visitor, "cancel_booking", cancel).code == "not_found"
        move = cancel | {"p_starts_at": FREE}
        assert world.ask(visitor, "reschedule_booking", move).code == "not_found"
    right = {"p_booking_id": mine.booking, "p_manage_token": token}
    assert world.ask(visitor, "get_booking", right).text != ""


def test_a_replay_gives_the_same_token_and_keeps_it_nowhere(world: World) -> None:
    visitor = caller("visitor", "alpha")
    outcome, replay = (book(world, visitor, p_customer_name="Vi") for _ in range(2))
    assert replay["replayed"]
    assert replay["manage_token"] == outcome["manage_token"]
    assert outcome["booking_id"] in state(world.connection, "alpha")
    assert outcome["manage_token"] not in state(world.connection, "alpha")


@pytest.mark.parametrize(
    ("function", "wish"), [("cancel_booking", {}), ("reschedule_booking", {"p_starts_at": FREE})]
)
def test_a_visitors_replay_wants_the_token_again(
    world: World, function: str, wish: dict[str, Any]
) -> None:
    visitor, mine = caller("visitor", "alpha"), world.records["alpha mine"]
    wish, token = command(mine.booking) | wish, {"p_manage_token": mine.booking_token}
    assert world.ask(visitor, function, wish | token).code is None
    assert world.ask(visitor, function, wish).code == "not_found"
    wrong = {"p_manage_token": mine.pending_token}
    assert world.ask(visitor, function, wish | wrong).code == "not_found"
    assert rows(world.ask(visitor, function, wish | token))[0]["replayed"]


def test_without_the_secret_no_token_is_valid(world: World) -> None:
    visitor, mine = caller("visitor", "alpha"), world.records["alpha mine"]
    arguments = {"p_booking_id": mine.booking, "p_manage_token": mine.booking_token}
    assert world.ask(visitor, "get_booking", arguments).text != ""
    world.connection.execute(
        "delete from booking.tenant_secret where tenant_id = %s", [mine.tenant]
    )
    assert world.ask(visitor, "get_booking", arguments).text == ""
    assert len(book(world, visitor)["manage_token"]) == 43  # a new secret
    assert world.ask(visitor, "get_booking", arguments).text == ""


# RFC 4231, its cases with keys of at most one block
@pytest.mark.parametrize(
    ("key", "message", "digest"),
    [
        ("0b" * 20, b"Hi There".hex(),
         "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
        (b"Jefe".hex(), b"what do ya want for nothing?".hex(),
         "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        ("aa" * 20, "dd" * 50,
         "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
        (bytes(range(1, 26)).hex(), "cd" * 50,
         "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
    ],
)  # fmt: skip
def test_the_signature_is_hmac_sha_256(
    world: World, key: str, message: str, digest: str
) -> None:  # fmt: skip
    row = world.connection.execute(
        "select encode(booking.hmac_sha256(decode(%s, 'hex'), decode(%s, 'hex')), 'hex') as digest",
        [key, message],
    ).fetchone()
    assert row is not None
    assert row["digest"] == digest


# overrides


@pytest.mark.parametrize("role", MEMBERS)
def test_who_works_there_may_go_past_the_deadline_and_says_why(world: World, role: str) -> None:
    set_policy(world, "cancellation_deadline_hours", 1000)
    set_clock(world, TOO_LATE)
    who, booking = caller(role, "alpha"), world.records["alpha mine"].booking
    assert world.ask(who, "cancel_booking", command(booking, "late")).code == "deadline_passed"
    moved = command(booking, "late move", p_starts_at=FREE)
    assert world.ask(who, "reschedule_booking", moved).code == "deadline_passed"
    for function, more in (
        ("reschedule_booking", {"p_starts_at": FREE}), ("cancel_booking", {})
    ):  # fmt: skip
        arguments = command(booking, function, p_override_reason="the customer is ill", **more)
        assert world.ask(who, function, arguments).code is None
        event = rows(world.ask(who, "booking_history", {"p_booking_id": booking}))[-1]
        assert event["changes"]["override_reason"] == "the customer is ill"
        assert (event["actor_role"], event["actor_subject"]) == (role, f"alpha-{role}")
    token = {"p_manage_token": world.records["alpha mine"].booking_token}
    for reader, more in (("customer", {}), ("visitor", token)):
        told = rows(
            world.ask(caller(reader, "alpha"), "booking_history", {"p_booking_id": booking} | more)
        )
        assert [event["kind"] for event in told][-2:] == ["rescheduled", "cancelled"]
        assert all("override_reason" not in event["changes"] for event in told)


def test_an_override_goes_past_the_number_of_reschedules(world: World) -> None:
    set_policy(world, "max_reschedules", 0)
    staff, booking = caller("staff", "alpha"), world.records["alpha mine"].booking
    moved = {"p_starts_at": FREE}
    refused = world.ask(staff, "reschedule_booking", command(booking, "one", **moved))
    assert refused.code == "max_reschedules"
    override = command(booking, "two", p_override_reason="our mistake", **moved)
    assert world.ask(staff, "reschedule_booking", override).code is None


@pytest.mark.parametrize("function", ["cancel_booking", "reschedule_booking"])
@pytest.mark.parametrize("role", ["visitor", "customer"])
def test_who_books_may_not_override(world: World, role: str, function: str) -> None:
    mine = world.records["alpha mine"]
    arguments = command(mine.booking, p_override_reason="please") | {
        "p_manage_token": mine.booking_token
    }
    if function == "reschedule_booking":
        arguments |= {"p_starts_at": FREE}
    assert world.ask(caller(role, "alpha"), function, arguments).code == "not_allowed"
    assert not world.has_changed("alpha")
    del arguments["p_override_reason"]
    assert world.ask(caller(role, "alpha"), function, arguments).code is None


def test_an_override_is_for_deadlines_only(world: World) -> None:
    arguments = command(
        world.records["alpha mine"].booking, p_override_reason="squeeze in",
        p_starts_at="2026-06-10T03:00:00Z",
    )  # fmt: skip
    answer = world.ask(caller("admin", "alpha"), "reschedule_booking", arguments)
    assert answer.code == "outside_opening_hours"


@pytest.mark.parametrize("reason", ["", "x" * 501])
def test_a_reason_is_some_words(world: World, reason: str) -> None:
    arguments = command(world.records["alpha mine"].booking, p_override_reason=reason)
    answer = world.ask(caller("staff", "alpha"), "cancel_booking", arguments)
    assert answer.code == "invalid_argument"


# members


def test_staff_with_own_bookings_fill_their_own_calendar_only(world: World) -> None:
    set_policy(world, "staff_sees_all_bookings", False)
    staff, mine, theirs = caller("staff", "alpha"), *both(world)
    new = {"p_idempotency_key": KEY, "p_service_id": mine.service, "p_starts_at": FREE}
    move = command(mine.booking, "move", p_starts_at=FREE)
    for function, arguments in (("create_booking", new), ("reschedule_booking", move)):
        to_colleague = arguments | {"p_resource_id": theirs.resource}
        assert world.ask(staff, function, to_colleague).code == "not_allowed"
        assert not has_bookings_changed(world)
    assert world.ask(staff, "create_booking", new).code == "not_allowed"  # whoever is free
    assert world.ask(staff, "reschedule_booking", move).code is None


def both(world: World) -> tuple[Any, Any]:
    return world.records["alpha mine"], world.records["alpha theirs"]


def has_bookings_changed(world: World) -> bool:
    found = rows(world.ask(caller("service", "alpha"), "list_bookings", {}))
    return {(row["starts_at"][:10], row["version"]) for row in found} != {("2026-06-09", 1)}


def test_staff_do_not_close_the_house(world: World) -> None:
    staff, mine = caller("staff", "alpha"), world.records["alpha mine"]
    closed = {"p_on_date": "2026-12-03"}
    assert world.ask(staff, "upsert_date_override", closed).code == "not_allowed"
    tenants = {"p_date_override_id": mine.tenant_override}
    assert world.ask(staff, "delete_date_override", tenants).code == "not_allowed"
    taken = closed | {"p_resource_id": mine.resource} | tenants  # would become theirs
    assert world.ask(staff, "upsert_date_override", taken).code == "not_allowed"
    assert not world.has_changed("alpha")


def test_the_last_owner_stays(world: World) -> None:
    owner, service = caller("owner", "alpha"), caller("service", "alpha")
    me = {"p_subject": "alpha-owner"}
    lowered = me | {"p_role": "staff"}
    assert world.ask(owner, "delete_membership", me).code == "in_use"
    assert world.ask(owner, "upsert_membership", lowered).code == "in_use"
    assert not world.has_changed("alpha")
    assert world.ask(owner, "upsert_membership", me | {"p_role": "owner"}).code is None
    other = {"p_subject": "alpha-admin", "p_role": "owner"}
    assert world.ask(owner, "upsert_membership", other).code is None
    assert world.ask(owner, "upsert_membership", lowered).code is None
    assert world.ask(service, "delete_membership", {"p_subject": "alpha-admin"}).code is None


def test_customers_do_not_learn_the_accounts_of_members(world: World) -> None:
    mine = world.records["alpha mine"]
    booking = {"p_booking_id": mine.booking}
    assert world.ask(caller("staff", "alpha"), "cancel_booking", command(mine.booking)).code is None
    for role, subjects in (("customer", {None}), ("admin", {"alpha-staff", "postgres"})):
        events = rows(world.ask(caller(role, "alpha"), "booking_history", booking))
        assert {event["actor_subject"] for event in events} == subjects


def test_the_world_is_as_the_tests_take_it_to_be(world: World) -> None:
    row = rows(world.ask(caller("customer", "alpha"), "list_bookings", {}))[0]
    assert row["starts_at"] == BOOKED.replace("Z", "+00:00")


# the tenant


@pytest.mark.usefixtures("made")
def test_a_tenant_can_be_chosen_for_one_transaction(dsn: str) -> None:
    """As behind a pooler, where the session is somebody else's next."""
    with database.connect(dsn) as connection:
        with connection.transaction():
            connection.execute("set local booking.chosen_tenant = 'alpha'")
            assert database.call(connection, "list_services")
        with pytest.raises(psycopg.Error) as raised:
            database.call(connection, "list_services")
    assert raised.value.sqlstate == "PT401"
