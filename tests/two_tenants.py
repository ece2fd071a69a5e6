"""Two tenants that are alike, people of one of them, and arguments for every function.

Every text of a tenant contains its name, alpha or bravo: so what comes from the other tenant can be
found in any answer.
"""

import json
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

from pgbooking import contract, database

NOW = "2026-06-01T05:00:00Z"  # a Monday
BOOKED, PENDING = "2026-06-09T10:00:00Z", "2026-06-09T12:00:00Z"
FREE = "2026-06-10T10:00:00Z"
FROM, TO = "2026-06-08T00:00:00Z", "2026-06-12T00:00:00Z"
WEEK = {"2": {"is_open": True, "start_time": "10:00", "end_time": "11:00"}}
KEY = "0c9ff9a5-5d4e-4f5c-9a44-5f0b6b1c1ab1"

UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")

Arguments = dict[str, Any]
Connection = psycopg.Connection[Any]


@dataclass(frozen=True)
class Caller:
    """Who calls, as PostgREST tells the database: its role, the token's claims, the headers."""

    role: str
    claims: dict[str, Any]
    headers: dict[str, str]


def caller(role: str, tenant: str, **claims: Any) -> Caller:
    """Somebody of a tenant: by the token, or a visitor by the header."""
    if role == "visitor":
        return Caller("anon", {"role": "anon"} | claims, {"x-tenant": tenant})
    database_role = "service_role" if role == "service" else "authenticated"
    known = {"role": database_role, "sub": f"{tenant}-{role}", "tenant_id": identifier(tenant)}
    return Caller(database_role, known | claims, {})


@dataclass(frozen=True)
class Answer:
    """What a function says. text: its rows as JSON, one a line, or the whole error.

    code: that of an error or a refusal; SQLSTATE where it is none of the contract's.
    """

    text: str
    code: str | None = None


def identifier(tenant: str) -> str:
    """The id of a tenant."""
    return str(uuid.uuid5(uuid.NAMESPACE_DNS, tenant))


def ask(
    connection: Connection, who: Caller, function: contract.Function, arguments: Arguments
) -> Answer:
    """Call a function as somebody; afterwards the connection is the superuser's again."""
    settings = {
        "request.jwt.claims": json.dumps(who.claims),
        "request.headers": json.dumps(who.headers),
        "role": who.role,
    }
    try:
        with connection.transaction():
            for name, value in settings.items():
                connection.execute("select set_config(%s, %s, true)", [name, value])
            rows = connection.execute(*_statement(function, arguments)).fetchall()
            connection.execute("reset role")
    except psycopg.Error as error:
        return _error(error)
    text = "\n".join(row["row"] or "" for row in rows)
    return Answer(text, json.loads(text)["code"] if function.is_command else None)


def _error(error: psycopg.Error) -> Answer:
    said = error.diag
    parts = (said.message_primary, said.message_detail, said.message_hint)
    state = error.sqlstate or "lost"
    is_ours = state.startswith("PT")
    return Answer("\n".join(filter(None, parts)), said.message_primary if is_ours else state)


class World:
    """Two tenants, and the functions of the contract."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.records = make(connection)
        self.functions = contract.catalog(connection)
        self.states = {name: state(connection, name) for name in ("alpha", "bravo", "charlie")}
        self.bravo = {"bravo"} | set(UUID.findall(self.states["bravo"]))

    def ask(self, who: Caller, function: str, arguments: Arguments) -> Answer:
        """Call a function of the contract as somebody."""
        return ask(self.connection, who, self.functions[function], arguments)

    def told_of_bravo(self, answer: Answer, arguments: Arguments) -> list[str]:
        """What an answer contains of the other tenant and nobody has said."""
        given = json.dumps(arguments)
        return [word for word in self.bravo if word in answer.text and word not in given]

    def has_changed(self, tenant: str) -> bool:
        """Whether anything of a tenant is no longer as it was made."""
        return state(self.connection, tenant) != self.states[tenant]


def _statement(function: contract.Function, given: Arguments) -> tuple[sql.Composed, list[Any]]:
    types = {argument.name: argument.type for argument in function.arguments}
    named = [
        sql.SQL("{} => %s::{}").format(sql.Identifier(name), sql.SQL(types[name])) for name in given
    ]
    values = [Jsonb(value) if types[name] == "jsonb" else value for name, value in given.items()]
    call = sql.Identifier(contract.CONTRACT, function.name)
    return sql.SQL("select to_jsonb(r)::text as row from {}({}) as r").format(
        call, sql.SQL(", ").join(named)
    ), values


def make(connection: Connection) -> dict[str, SimpleNamespace]:
    """The tenants alpha and bravo, with records of one person (mine) and another (theirs).

    And charlie, which is empty. connection: a superuser's, whose clock stands at NOW from now on.
    """
    connection.execute(_DUMP)
    connection.execute("select set_config('booking.now', %s, false)", [NOW])
    made: dict[str, SimpleNamespace] = {}
    tenants: tuple[str, ...] = ("alpha", "bravo", "charlie")
    for tenant in tenants:
        database.call(connection, "upsert_tenant", p_slug=tenant, p_name=tenant, p_time_zone="UTC",
                      p_tenant_id=identifier(tenant))  # fmt: skip
        database.call(connection, "use_tenant", p_slug=tenant)
        common = SimpleNamespace(tenant=identifier(tenant), name=tenant)
        if tenant == "charlie":
            made[tenant] = common
            continue
        _make_shop(connection, tenant, common)
        for whose, customer, member in (
            ("mine", "customer", "staff"), ("theirs", "stranger", "colleague")
        ):  # fmt: skip
            target = SimpleNamespace(**vars(common))
            _make_person(connection, target, customer, member)
            made[f"{tenant} {whose}"] = target
    connection.execute("select set_config('booking.chosen_tenant', '', false)")
    for whose in ("mine", "theirs"):  # the token alone says whose: nobody brings another tenant's
        made[f"bravo {whose}"].calendar_token = made["alpha mine"].calendar_token
    return made


def _make_shop(connection: Connection, tenant: str, common: SimpleNamespace) -> None:
    def call(function: str, **arguments: Any) -> str:
        rows = database.call(connection, function, **arguments)
        return str(next(iter(rows[0].values())))

    for name, more in (
        ("service", {}), ("private", {"p_is_public": False}), ("spare_service", {}),
        ("asked", {"p_requires_confirmation": True}),
    ):  # fmt: skip
        service = call("upsert_service", p_name=f"{tenant} {name}", p_duration="01:00",
                       p_slot_interval="01:00", **more)  # fmt: skip
        setattr(common, name, service)
    common.spare_resource = call("upsert_resource", p_name=f"{tenant} spare", p_kind="room")
    for weekday in range(7):
        common.opening_hours = call("upsert_opening_hours", p_weekday=weekday, p_start_time="08:00",
                                    p_end_time="20:00")  # fmt: skip
    common.holiday = call("upsert_holiday", p_name=f"{tenant} holiday", p_starts_on="2026-12-25",
                          p_description=f"{tenant} rests")  # fmt: skip
    common.tenant_override = call("upsert_date_override", p_on_date="2026-12-02",
                                  p_reason=f"{tenant} is closed")  # fmt: skip
    for name in ("spare_customer", "guest"):
        customer = call("upsert_customer", p_name=f"{tenant} {name}", p_phone="030 1234",
                        p_email=f"{tenant}-{name}@example.org")  # fmt: skip
        setattr(common, name, customer)
    common.webhook = call("upsert_webhook", p_url=f"https://{tenant}.example.org/hook",
                          p_event_names=["booking.confirmed"])  # fmt: skip
    common.message = call("send_test_webhook", p_webhook_id=common.webhook)
    connection.execute("update booking.outbox set attempt_count = 1 where outbox_id = %s",
                       [common.message])  # fmt: skip
    connection.execute(
        "insert into booking.webhook_delivery"
        " (tenant_id, webhook_id, outbox_id, attempt, attempted_at, error)"
        " values (%s, %s, %s, 1, booking.now(), %s)",
        [common.tenant, common.webhook, common.message, f"{tenant} did not answer"],
    )
    for role in ("admin", "owner"):
        call("upsert_membership", p_subject=f"{tenant}-{role}", p_role=role)
    call("upsert_policy", p_policy_name="public_booking", p_value=True)
    common.message_template = call("upsert_message_template", p_kind="reminder", p_language="de",
                                   p_subject=f"{tenant} subject",
                                   p_text_body=f"{tenant} text")  # fmt: skip
    connection.execute("select booking.make_secret(%s)", [common.tenant])


def _make_person(
    connection: Connection, target: SimpleNamespace, customer: str, member: str
) -> None:
    tenant = target.name

    def call(function: str, **arguments: Any) -> str:
        rows = database.call(connection, function, **arguments)
        return str(next(iter(rows[0].values())))

    target.member = f"{tenant}-{member}"
    target.resource = call("upsert_resource", p_name=f"{tenant} {member}", p_kind="staff")
    for service in (target.service, target.private, target.asked):
        connection.execute(
            "insert into booking.requirement_resource (tenant_id, service_id, resource_id)"
            " values (%s, %s, %s)",
            [target.tenant, service, target.resource],
        )
    call("upsert_membership", p_subject=target.member, p_role="staff",
         p_resource_ids=[target.resource])  # fmt: skip
    for weekday in range(7):
        target.weekly_hours = call("upsert_weekly_hours", p_resource_id=target.resource,
                                   p_weekday=weekday, p_start_time="09:00",
                                   p_end_time="17:00")  # fmt: skip
    target.date_override = call("upsert_date_override", p_on_date="2026-12-01",
                                p_start_time="10:00", p_end_time="12:00",
                                p_resource_id=target.resource,
                                p_reason=f"{tenant} override")  # fmt: skip
    target.time_off = call("upsert_time_off", p_resource_id=target.resource,
                           p_starts_on="2026-11-02", p_reason=f"{tenant} absence")  # fmt: skip
    target.customer = call("upsert_customer", p_name=f"{tenant} {customer}", p_phone="030 1235",
                           p_email=f"{tenant}-{customer}@example.org")  # fmt: skip
    connection.execute(
        "update booking.customer set subject = %s where tenant_id = %s and customer_id = %s",
        [f"{tenant}-{customer}", target.tenant, target.customer],
    )
    connection.execute(
        "insert into booking.personal_data_access (tenant_id, accessed_at, actor_role,"
        " actor_subject, function_name, customer_ids, row_count)"
        " values (%s, booking.now(), 'staff', %s, 'get_customer', array[%s]::uuid[], 1)",
        [target.tenant, target.member, target.customer],
    )
    for whose, argument in (("customer", target.customer), ("resource", target.resource)):
        feed = database.call(connection, "create_calendar_feed", **{f"p_{whose}_id": argument})[0]
        setattr(target, f"{whose}_feed", str(feed["feed_id"]))
        target.calendar_token = feed["token"]
    for name, service, at in (
        ("booking", target.service, BOOKED), ("pending", target.asked, PENDING)
    ):  # fmt: skip
        outcome = database.call(
            connection, "create_booking", p_idempotency_key=f"{tenant} {member} {name}",
            p_service_id=service, p_starts_at=at, p_customer_id=target.customer,
            p_resource_id=target.resource, p_notes=f"{tenant} notes",
            p_answers={"says": f"{tenant} answer"}, p_metadata={"tag": f"{tenant} tag"},
        )[0]  # fmt: skip
        assert outcome["status"] == "completed", outcome
        setattr(target, name, str(outcome["booking_id"]))
        token = connection.execute(
            "select booking.manage_token(%s, %s) as token", [target.tenant, outcome["booking_id"]]
        ).fetchone()
        assert token is not None
        setattr(target, f"{name}_token", token["token"])
    connection.execute(  # a conflict: the one of the pending booking no longer serves it
        "delete from booking.requirement_resource where service_id = %s and resource_id = %s",
        [target.asked, target.resource],
    )
    connection.execute(
        "insert into booking.notification (tenant_id, kind, channel, booking_id, customer_id,"
        " booking_version, about_starts_at, occasion, created_at)"
        " values (%s, 'booking_confirmed', 'email', %s, %s, 1, %s, '1', booking.now())",
        [target.tenant, target.booking, target.customer, BOOKED],
    )
    delivery = connection.execute(
        "insert into booking.outbox (tenant_id, kind, payload, status, due_at, created_at,"
        " finished_at) values (%s, 'email', jsonb_build_object('booking_id', %s::text), 'dead',"
        " booking.now(), booking.now(), booking.now()) returning outbox_id::text as id",
        [target.tenant, target.booking],
    ).fetchone()
    assert delivery is not None
    target.delivery = delivery["id"]
    token = connection.execute(
        "select booking.unsubscribe_token(%s, %s, 'email', 'reminder') as token",
        [target.tenant, target.customer],
    ).fetchone()
    assert token is not None
    target.unsubscribe_token = token["token"]


def state(connection: Connection, tenant: str) -> str:
    """All rows of a tenant as text, read as superuser."""
    row = connection.execute("select public.dump_of(%s) as dump", [identifier(tenant)]).fetchone()
    assert row is not None
    return str(row["dump"])


_DUMP = """
    create or replace function public.dump_of(p_tenant_id uuid) returns text
    language plpgsql
    as $function$
    declare
        v_table regclass;
        v_rows text;
        v_dump text := '';
    begin
        for v_table in
            select a.attrelid
            from pg_attribute as a
            join pg_class as c on c.oid = a.attrelid
            where
                a.attname = 'tenant_id' and c.relkind = 'r'
                and c.relnamespace = 'booking'::regnamespace
            order by c.relname
        loop
            execute format(
                'select string_agg(t::text, chr(10) order by t::text) from %s as t'
                ' where t.tenant_id = $1',
                v_table
            ) into v_rows using p_tenant_id;
            v_dump := concat(v_dump, v_table, chr(10), v_rows, chr(10));
        end loop;
        return v_dump;
    end
    $function$;
    revoke all on function public.dump_of(uuid) from public
"""


@dataclass(frozen=True)
class Example:
    """A call that succeeds for whoever may make it.

    arguments: from the records it is about. shows: what the answer contains; None: it writes.
    """

    arguments: Callable[[SimpleNamespace], Arguments]
    shows: Callable[[SimpleNamespace], str] | None = None


def _window(target: SimpleNamespace) -> Arguments:
    return {"p_service_id": target.service, "p_from": FROM, "p_to": TO}


def _command(name: str, target: SimpleNamespace) -> Arguments:
    return {"p_idempotency_key": KEY, "p_booking_id": getattr(target, name)}


# What of a function's example is another's for customers, who have no resources.
CUSTOMER_EXAMPLES: dict[str, Example] = {
    "create_calendar_feed": Example(lambda t: {"p_customer_id": t.customer}),
    "list_calendar_feeds": Example(
        lambda t: {"p_customer_id": t.customer}, lambda t: t.customer_feed),
    "revoke_calendar_feed": Example(lambda t: {"p_feed_id": t.customer_feed}),
}  # fmt: skip

EXAMPLES: dict[str, Example] = {
    "available_slots": Example(
        lambda t: _window(t) | {"p_resource_id": t.resource}, lambda t: t.resource),
    "booking_history": Example(lambda t: {"p_booking_id": t.booking}, lambda t: t.service),
    "calendar": Example(lambda t: {"p_token": t.calendar_token}, lambda t: "BEGIN:VCALENDAR"),
    "cancel_booking": Example(lambda t: _command("booking", t)),
    "check_request": Example(lambda t: {}, lambda t: ""),
    "confirm_booking": Example(lambda t: _command("pending", t)),
    "create_booking": Example(
        lambda t: {"p_idempotency_key": KEY, "p_service_id": t.service, "p_starts_at": FREE,
                   "p_customer_id": t.customer, "p_resource_id": t.resource}),
    "create_calendar_feed": Example(lambda t: {"p_resource_id": t.resource}),
    "delete_customer": Example(lambda t: {"p_customer_id": t.spare_customer}),
    "delete_date_override": Example(lambda t: {"p_date_override_id": t.date_override}),
    "delete_holiday": Example(lambda t: {"p_holiday_id": t.holiday}),
    "delete_membership": Example(lambda t: {"p_subject": t.member}),
    "delete_message_template": Example(
        lambda t: {"p_message_template_id": t.message_template}),
    "delete_opening_hours": Example(lambda t: {"p_opening_hours_id": t.opening_hours}),
    "delete_resource": Example(lambda t: {"p_resource_id": t.spare_resource}),
    "delete_service": Example(lambda t: {"p_service_id": t.spare_service}),
    "delete_tenant": Example(lambda t: {"p_tenant_id": t.tenant}),
    "delete_time_off": Example(lambda t: {"p_time_off_id": t.time_off}),
    "delete_webhook": Example(lambda t: {"p_webhook_id": t.webhook}),
    "delete_weekly_hours": Example(lambda t: {"p_weekly_hours_id": t.weekly_hours}),
    "effective_policies": Example(
        lambda t: {"p_service_id": t.service}, lambda t: "public_booking"),
    "erase_customer": Example(
        lambda t: {"p_idempotency_key": KEY, "p_customer_id": t.customer}),
    "explain_slot": Example(
        lambda t: {"p_service_id": t.service, "p_starts_at": BOOKED, "p_resource_id": t.resource},
        lambda t: t.resource),
    "export_customer": Example(
        lambda t: {"p_customer_id": t.customer}, lambda t: t.customer),
    "feed": Example(lambda t: {"p_after": 10**12}, lambda t: "reload"),
    "feed_position": Example(lambda t: {}, lambda t: t.tenant),
    "find_common_slots": Example(
        lambda t: {"p_resource_ids": [t.resource], "p_required": 1, "p_from": FROM, "p_to": TO,
                   "p_duration": "01:00"}, lambda t: t.resource),
    "get_booking": Example(lambda t: {"p_booking_id": t.booking}, lambda t: t.booking),
    "get_caller": Example(lambda t: {}, lambda t: t.tenant),
    "get_customer": Example(lambda t: {"p_customer_id": t.customer}, lambda t: t.customer),
    "import_booking": Example(
        lambda t: {"p_external_id": "4711", "p_service_id": t.service, "p_starts_at": FREE,
                   "p_customer_id": t.customer, "p_resource_id": t.resource}),
    "import_opening_hours": Example(lambda t: {"p_hours": WEEK}),
    "list_booking_conflicts": Example(
        lambda t: {"p_resource_id": t.resource}, lambda t: t.pending),
    "list_bookings": Example(lambda t: {"p_customer_id": t.customer}, lambda t: t.booking),
    "list_calendar_feeds": Example(
        lambda t: {"p_resource_id": t.resource}, lambda t: t.resource_feed),
    "list_customers": Example(lambda t: {}, lambda t: t.customer),
    "list_date_overrides": Example(
        lambda t: {"p_resource_id": t.resource}, lambda t: t.date_override),
    "list_deliveries": Example(
        lambda t: {"p_booking_id": t.booking}, lambda t: t.delivery),
    "list_holidays": Example(lambda t: {}, lambda t: t.holiday),
    "list_memberships": Example(lambda t: {}, lambda t: t.member),
    "list_message_preferences": Example(
        lambda t: {"p_customer_id": t.customer}, lambda t: "reminder"),
    "list_message_templates": Example(lambda t: {}, lambda t: t.message_template),
    "list_notifications": Example(lambda t: {"p_booking_id": t.booking}, lambda t: t.booking),
    "list_opening_hours": Example(lambda t: {}, lambda t: t.opening_hours),
    "list_personal_data_access": Example(lambda t: {}, lambda t: t.member),
    "list_resources": Example(lambda t: {}, lambda t: t.resource),
    "list_services": Example(lambda t: {}, lambda t: t.service),
    "list_tenants": Example(lambda t: {}, lambda t: t.tenant),
    "list_time_off": Example(lambda t: {"p_resource_id": t.resource}, lambda t: t.time_off),
    "list_webhook_deliveries": Example(lambda t: {}, lambda t: t.message),
    "list_webhooks": Example(lambda t: {}, lambda t: t.webhook),
    "list_weekly_hours": Example(
        lambda t: {"p_resource_id": t.resource}, lambda t: t.weekly_hours),
    "openapi": Example(lambda t: {}, lambda t: "/rpc/create_booking"),
    "preview_message": Example(lambda t: {"p_kind": "reminder"}, lambda t: "subject"),
    "redeliver_webhook": Example(lambda t: {"p_delivery_id": t.message}),
    "requeue_deliveries": Example(lambda t: {}),
    "requeue_delivery": Example(lambda t: {"p_delivery_id": t.delivery}),
    "dismiss_deliveries": Example(lambda t: {}),
    "dismiss_delivery": Example(lambda t: {"p_delivery_id": t.delivery}),
    "reschedule_booking": Example(
        lambda t: _command("booking", t) | {"p_starts_at": FREE, "p_resource_id": t.resource}),
    "set_message_preference": Example(
        lambda t: {"p_is_wanted": False, "p_kind": "reminder", "p_customer_id": t.customer}),
    "revoke_calendar_feed": Example(lambda t: {"p_feed_id": t.resource_feed}),
    "send_test_webhook": Example(lambda t: {"p_webhook_id": t.webhook}),
    "set_weekly_hours": Example(lambda t: {"p_resource_id": t.resource, "p_hours": WEEK}),
    "slot_calendar": Example(
        lambda t: _window(t) | {"p_resource_id": t.resource}, lambda t: "available"),
    "unsubscribe": Example(lambda t: {"p_token": t.unsubscribe_token}),
    "upsert_customer": Example(
        lambda t: {"p_name": "another name", "p_customer_id": t.guest}),
    "upsert_date_override": Example(
        lambda t: {"p_on_date": "2026-12-03", "p_resource_id": t.resource,
                   "p_date_override_id": t.date_override}),
    "upsert_holiday": Example(
        lambda t: {"p_name": "another name", "p_starts_on": "2026-12-24",
                   "p_holiday_id": t.holiday, "p_resource_ids": [t.resource]}),
    "upsert_membership": Example(
        lambda t: {"p_subject": t.member, "p_role": "admin", "p_resource_ids": [t.resource]}),
    "upsert_message_template": Example(
        lambda t: {"p_kind": "reminder", "p_language": "fr", "p_subject": "another subject",
                   "p_text_body": "another text", "p_message_template_id": t.message_template}),
    "upsert_opening_hours": Example(
        lambda t: {"p_weekday": 0, "p_start_time": "07:00", "p_end_time": "19:00",
                   "p_opening_hours_id": t.opening_hours}),
    "upsert_policy": Example(
        lambda t: {"p_policy_name": "max_reschedules", "p_value": 1, "p_service_id": t.service}),
    "upsert_resource": Example(
        lambda t: {"p_name": "another name", "p_kind": "room", "p_resource_id": t.resource}),
    "upsert_service": Example(
        lambda t: {"p_name": "another name", "p_duration": "01:00", "p_service_id": t.service,
                   "p_resource_ids": [t.resource]}),
    "upsert_tenant": Example(
        lambda t: {"p_slug": f"{t.name}-2", "p_name": "another name", "p_time_zone": "UTC",
                   "p_tenant_id": t.tenant}),
    "upsert_time_off": Example(
        lambda t: {"p_resource_id": t.resource, "p_starts_on": "2026-11-05",
                   "p_time_off_id": t.time_off}),
    "upsert_webhook": Example(
        lambda t: {"p_url": "https://example.org/another", "p_webhook_id": t.webhook}),
    "upsert_weekly_hours": Example(
        lambda t: {"p_resource_id": t.resource, "p_weekday": 0, "p_start_time": "10:00",
                   "p_end_time": "11:00", "p_weekly_hours_id": t.weekly_hours}),
    "use_tenant": Example(lambda t: {"p_slug": t.name}, lambda t: t.tenant),
    "validate_appointment_timing": Example(
        lambda t: {"p_service_id": t.service, "p_starts_at": "2026-06-09T10:07:00Z"},
        lambda t: "outside_availability"),
}  # fmt: skip
