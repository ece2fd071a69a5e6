"""`make demo`: the engine at work in the terminal, on an embedded PostgreSQL of its own.

Every step is one call of a contract function; what it returns is what is shown. Keys are new in
each run and starts come from `available_slots`, so the story works any number of times.
"""

import time as clock
import uuid
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from pgbooking import database, render
from pgbooking.database import Connection, Row
from pgbooking.deploy import deploy, load_samples
from pgbooking.errors import SetupError
from pgbooking.session import DEMO_DATABASE, demo_cluster

SALON, ROOMS = "salon", "rooms"
_DAYS_AHEAD = 2  # beyond the default cancellation deadline of 24 hours
_SHOWN = ("booking_id", "booking_status", "version", "starts_at", "ends_at", "price", "currency")


def prepare() -> str:
    """Start the demo's cluster, deploy, load the samples where missing; its connection string."""
    cluster = demo_cluster()
    cluster.start()
    database.create_database(cluster.conninfo(), DEMO_DATABASE)
    conninfo = cluster.conninfo(DEMO_DATABASE)
    deploy(conninfo)
    load_samples(conninfo)
    return conninfo


def invitation(url: str) -> str:
    """What to tell somebody who has just started the server."""
    return (
        f"Serving the demo at {url} (Ctrl-C ends it). Try:\n"
        f"  curl -s -H 'x-tenant: {SALON}' {url}/rpc/list_services\n"
        f"Every function and route, to read and to try: {url}/docs\n"
        f"What a booking with an e-mail address leads to: {url}/mails"
    )


def run() -> None:
    """Tell the whole story. Raises SetupError when a step does not go as told."""
    started = clock.monotonic()
    conninfo = prepare()
    with database.connect(conninfo) as conn:
        version = database.release(conn) or ""
        render.say(
            f"PostgreSQL {conn.info.server_version // 10000} is running, pgbooking {version} "
            f"is installed ({clock.monotonic() - started:.1f} s).",
            "dim",
        )
        _Story(conn).tell()
    render.heading("How to go on")
    render.say("  make up                          serve this over HTTP, with a curl line to paste")
    render.say("  .venv/bin/pgbooking --help       every command; `call` has every function")
    render.say("  .venv/bin/pgbooking psql         look around: \\df booking_v1.*")
    render.say("  make test                        prove all of it")


class _Story:
    """The steps, in the order they are told."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn
        self.run_id = uuid.uuid4().hex[:8]
        database.call(conn, "use_tenant", p_slug=SALON)
        self.service = self._call("list_services")[0]
        self.zone = ZoneInfo(self.service["time_zone"])
        database.set_session(conn, {"timezone": self.zone.key})
        self.today = datetime.now(self.zone).date()

    def tell(self) -> None:
        """Run all steps."""
        self._week()
        slot, later = self._two_free_slots()
        booking = self._book(slot)
        self._conflict(slot)
        self._closed(slot)
        self._change(booking, later)
        self._history(booking)
        self._rooms()

    def _week(self) -> None:
        name = self.service["name"]
        render.heading(f'1. This week\'s slots for "{name}"', "available_slots")
        free = self._slots(self.today, 7)
        days = [self.today + timedelta(days=n) for n in range(7)]
        render.grid([row["starts_at"] for row in free], days, self.zone.key)

    def _book(self, slot: Row) -> Row:
        render.heading(f"2. Ada books {_when(slot)}", "create_booking")
        request = {
            "p_idempotency_key": f"demo-{self.run_id}-ada",
            "p_service_id": self.service["service_id"],
            "p_starts_at": slot["starts_at"],
            "p_resource_id": slot["resource_ids"][0],
            "p_customer_name": "Ada",
            "p_customer_email": "ada@example.org",
        }
        booking = self._done("create_booking", **request)
        render.rows([_short(booking)])
        render.heading("3. Her phone sends the request again", "create_booking, the same key")
        replay = self._done("create_booking", **request)
        _expect(replay["replayed"], "the second request was not recognised")
        render.say(f"  replayed: yes, the same booking {replay['booking_id']}")
        return booking

    def _conflict(self, slot: Row) -> None:
        render.heading("4. Grace wants the same slot", "create_booking, another key")
        refusal = self._call(
            "create_booking",
            p_idempotency_key=f"demo-{self.run_id}-grace",
            p_service_id=self.service["service_id"],
            p_starts_at=slot["starts_at"],
            p_resource_id=slot["resource_ids"][0],
            p_customer_name="Grace",
            p_customer_email="grace@example.org",
        )[0]
        _expect(refusal["code"] == "slot_taken", "two bookings share one slot")
        render.say(f"  {refusal['http_status']} {refusal['code']}: {refusal['message']}")
        free = [
            datetime.fromisoformat(found["starts_at"]).astimezone(self.zone)
            for found in refusal["details"]["alternatives"]
        ]
        render.say("  alternatives: " + ", ".join(f"{start:%a %d %b %H:%M}" for start in free))

    def _closed(self, slot: Row) -> None:
        day = slot["starts_at"].date()
        night = datetime.combine(day, time(3), self.zone)
        render.heading(f"5. Why not {night:%a %d %b %H:%M}, or Ada's own slot?", "explain_slot")
        for start in (night, slot["starts_at"]):
            reasons = self._call(
                "explain_slot",
                p_service_id=self.service["service_id"],
                p_starts_at=start,
                p_resource_id=slot["resource_ids"][0],
            )
            _expect(bool(reasons), "a closed slot has no explanation")
            render.say(f"  {start:%H:%M}  {reasons[0]['code']}: {reasons[0]['message']}")

    def _change(self, booking: Row, later: Row) -> None:
        functions = "reschedule_booking, cancel_booking"
        render.heading(f"6. Ada moves to {_when(later)}, then cancels", functions)
        moved = self._done(
            "reschedule_booking",
            p_idempotency_key=f"demo-{self.run_id}-move",
            p_booking_id=booking["booking_id"],
            p_starts_at=later["starts_at"],
            p_expected_version=booking["version"],
        )
        render.say(f"  {moved['booking_status']}, version {moved['version']}: {_when(moved)}")
        gone = self._done(
            "cancel_booking",
            p_idempotency_key=f"demo-{self.run_id}-cancel",
            p_booking_id=booking["booking_id"],
            p_reason="changed plans",
        )
        render.say(f"  {gone['booking_status']}, version {gone['version']}: the slot is free again")

    def _history(self, booking: Row) -> None:
        render.heading("7. What happened to the booking", "booking_history")
        events = self._call("booking_history", p_booking_id=booking["booking_id"])
        shown = ("version", "kind", "occurred_at", "actor_role")
        render.rows([{name: event[name] for name in shown} for event in events])

    def _rooms(self) -> None:
        database.call(self.conn, "use_tenant", p_slug=ROOMS)
        rooms = [found for found in self._call("list_resources") if found["kind"] == "room"]
        zone = ZoneInfo(rooms[0]["time_zone"])
        database.set_session(self.conn, {"timezone": zone.key})
        title = f"8. Another tenant, by the clock of {zone.key}: when are both rooms free?"
        render.heading(title, "find_common_slots")
        begins = datetime.combine(datetime.now(zone).date() + timedelta(days=1), time(), zone)
        found = self._call(
            "find_common_slots",
            p_resource_ids=[room["resource_id"] for room in rooms],
            p_required=len(rooms),
            p_from=begins,
            p_to=begins + timedelta(days=7),
            p_duration="1 hour",
            p_limit=3,
        )
        _expect(bool(found), "the rooms are never free together")
        names = {room["resource_id"]: room["name"] for room in rooms}
        for row in found:
            free = ", ".join(names[found_id] for found_id in row["resource_ids"])
            render.say(f"  {_when(row)}  {free}")

    def _two_free_slots(self) -> tuple[Row, Row]:
        """A slot past the deadlines, and a later one of the same resource that doesn't touch it."""
        free = self._slots(self.today + timedelta(days=_DAYS_AHEAD + 1), 28)
        for slot in free:
            for later in free:
                if (
                    later["starts_at"] >= slot["ends_at"] + timedelta(hours=1)
                    and slot["resource_ids"][0] in later["resource_ids"]
                ):
                    return slot, later
        raise SetupError("the demo salon is fully booked: `make clean`, then `make demo` again")

    def _slots(self, first: date, days: int) -> list[Row]:
        begins = datetime.combine(first, time(), self.zone)
        return self._call(
            "available_slots",
            p_service_id=self.service["service_id"],
            p_from=begins,
            p_to=begins + timedelta(days=days),
        )

    def _call(self, function: str, **arguments: Any) -> list[Row]:
        return database.call(self.conn, function, **arguments)

    def _done(self, function: str, **arguments: Any) -> Row:
        """Run a command that has to succeed."""
        outcome = self._call(function, **arguments)[0]
        _expect(outcome["status"] == "completed", f"{function}: {outcome['message']}")
        return outcome


def _when(row: Row) -> str:
    return f"{row['starts_at']:%a %d %b %H:%M} to {row['ends_at']:%H:%M}"


def _short(outcome: Row) -> Row:
    return {name: outcome[name] for name in _SHOWN}


def _expect(condition: bool, otherwise: str) -> None:
    if not condition:
        raise SetupError(f"the demo failed: {otherwise}")
