"""Breaks the engine on purpose, one rule at a time, and asks whether a test notices.

By hand, in some minutes: `python -m tests.mutations [15|18] [words of names]`. Each mutation is one
replacement in one SQL file, loaded over a fresh clone of the deployed template; the pgTAP files of
the folders it names are run there, and at least one has to fail. Exit code 1: one was missed.
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from tests.harness import PGTAP_SCHEMA, TestServer
from tests.pgtap_files import text_of

ROOT = Path(__file__).parents[1] / "sql"


@dataclass(frozen=True)
class Mutation:
    """One breakage. tests: folders of sql/tests that should notice."""

    name: str
    file: str
    pattern: str
    replacement: str
    tests: tuple[str, ...]


SLOTS, CREATE = "api/available_slots", "api/create_booking"
_CONFLICTS = "api/list_booking_conflicts"
CANCEL, MOVE, COMMANDS = "api/cancel_booking", "api/reschedule_booking", "reservation/commands"
_AVAILABILITY, _POLICY = "functions/availability/", "functions/policy/"
_OUTBOX = "functions/outbox/"
_IMPORT = "api/import_booking"
_ABUSE, _COUNT = "functions/abuse/", "api/check_request"
_OPERATIONS, _RESERVATION = "functions/operations/", "functions/reservation/"

MUTATIONS = (
    Mutation("the exclusion constraint", "schema/booking.sql",
             r"(?s)\A.*\Z", "alter table booking.claim drop constraint claim_no_overlap;",
             ("constraints",)),
    Mutation("the buffer after", _RESERVATION + "take_lane.sql",
             r"p_starts_at \+ p_duration \+ p_terms\.buffer_after", "p_starts_at + p_duration",
             (CREATE, SLOTS)),
    Mutation("the minimum notice", _POLICY + "earliest_start.sql",
             "'minimum_booking_notice_hours'", "'no such policy'", (CREATE,)),
    Mutation("whose notice is another", _POLICY + "booking_terms.sql",
             r"booking\.is_member\(p_role\)", "true", (CREATE,)),
    Mutation("the advance limit", _POLICY + "booking_horizon.sql",
             "'advance_booking_limit_days'", "'no such policy'", (CREATE,)),
    Mutation("holidays", _AVAILABILITY + "closures.sql",
             r"(?<=p_window\) as h)\s+where", " where false and",
             (CREATE,)),
    Mutation("time off", _AVAILABILITY + "closures.sql",
             r"f\.ends_local >= \(", "false and f.ends_local >= (", (CREATE,)),
    Mutation("overrides", _AVAILABILITY + "hours.sql",
             r"v\.tenant_id = p_tenant_id", "false and v.tenant_id = p_tenant_id", (SLOTS,)),
    Mutation("is_active of a service", _POLICY + "permitted_starts.sql",
             r"\(p_terms\)\.is_active", "true", (CREATE, SLOTS)),
    Mutation("is_active of a resource", _AVAILABILITY + "resource_time.sql",
             r"and a\.is_active", "", (CREATE, SLOTS)),
    Mutation("forgetting the timetable", "functions/tenancy/forget_hours.sql",
             r"t\.resource_id = any\(p_resource_ids\)", "false", ("availability/timetable",)),
    Mutation("the last day of a yearly holiday", _AVAILABILITY + "holidays.sql",
             r"\(h\.ends_on \+ make_interval\(years => n\.i\)\)::date",
             "(h.starts_on + make_interval(years => n.i))::date + (h.ends_on - h.starts_on)",
             ("availability",)),
    Mutation("a yearly holiday from 29 February", _AVAILABILITY + "holidays.sql",
             r"\+ \(extract\(day from s\.starts_on\) <> .*?\)::integer", "", ("availability",)),
    Mutation("what a visitor is told", "functions/tenancy/is_outsider.sql",
             r"'visitor', 'customer'", "'customer'", ("api/validate_appointment_timing", CREATE)),
    Mutation("what a customer is told", "functions/tenancy/is_outsider.sql",
             r"'visitor', 'customer'", "'visitor'", (CREATE, MOVE, "reservation", "privacy")),
    Mutation("who is taken breaks no rule", _AVAILABILITY + "validate_appointment_timing.sql",
             r"and \(r\.resource_id is null or .*?\)\)", "", ("api/validate_appointment_timing",)),
    Mutation("a tenant that fails by itself", "functions/job/run_in_tenants.sql",
             r"exception when others", "exception when division_by_zero", ("job",)),
    Mutation("a tenant whose event fails", _OUTBOX + "dispatch_events.sql",
             r"when others", "when division_by_zero", ("outbox",)),
    Mutation("a rest after a failed event", _OUTBOX + "dispatch_events.sql",
             r"continue when .*", "", ("outbox",)),
    Mutation("the order of jobs", "functions/job/tick.sql",
             r"order by due_at", "order by j.every", ("job",)),
    Mutation("a run by a clock that was ahead", "functions/job/last_run.sql",
             r"and r\.started_at <= booking\.now\(\)", "", ("job",)),
    Mutation("an integer policy", _POLICY + "is_policy_value.sql",
             r"\^-\?\[0-9\]\{1,9\}\$", ".", ("api/upsert_policy",)),
    Mutation("what is seen of a name", _OPERATIONS + "is_blank.sql",
             r"p_text\s+!~ .*", "p_text = ''", ("operations",)),
    Mutation("one line of a name", _OPERATIONS + "is_name.sql",
             r"and p_name !~ .*", "", ("operations", "api/upsert_customer")),
    Mutation("zones of the year before", "functions/job/forget_old_zones.sql",
             r"r\.since >= v_year - interval '366 days'", "true", ("job",)),
    Mutation("a customer's own rows", "functions/tenancy/own_customer_id.sql",
             r"\(p_actor\)\.role = 'customer'", "false", ("api/list_bookings",)),
    Mutation("the buffers of a conflict", _RESERVATION + "unfit_bookings.sql",
             r"p\.ends_at \+ \(s\.terms\)\.buffer_after", "p.ends_at", (_CONFLICTS,)),
    Mutation("the closures of a conflict", _RESERVATION + "unfit_bookings.sql",
             r"t\.hours - t\.closed", "t.hours", (_CONFLICTS,)),
    Mutation("who no longer serves it", _RESERVATION + "unfit_bookings.sql",
             r"w\.is_offered and ", "", (_CONFLICTS,)),
    Mutation("who is no longer in use", _RESERVATION + "unfit_bookings.sql",
             r"left join lateral", "join lateral", (_CONFLICTS,)),
    Mutation("a page of conflicts", _RESERVATION + "unfit_bookings.sql",
             r"dense_rank\(\)", "row_number()", (_CONFLICTS,)),
    Mutation("conflicts of what is cancelled", _RESERVATION + "unfit_bookings.sql",
             r"and b\.status <> 'cancelled'", "", (_CONFLICTS,)),
    Mutation("the reach of conflicts", _RESERVATION + "unfit_bookings.sql",
             r"and booking\.is_within_reach\(.*?\)\n", "\n", (_CONFLICTS,)),
    Mutation("the duration that was agreed", _RESERVATION + "conflicts_of.sql",
             r"v_terms\.duration := .*?;", "", (_CONFLICTS,)),
    Mutation("the party that was agreed", _RESERVATION + "conflicts_of.sql",
             r"v_terms\.max_party_size := .*?;", "", (_CONFLICTS,)),
    Mutation("reasons of a start", _RESERVATION + "conflicts_of.sql",
             r"r\.resource_id is not null and", "", (_CONFLICTS,)),
    Mutation("who else has the time", _RESERVATION + "conflicts_of.sql",
             r"and r\.code <> 'slot_taken'", "", (_CONFLICTS,)),
    Mutation("the timetable's months", _AVAILABILITY + "resource_time.sql",
             r"having count\(\*\) = booking\.month_count\(m\.first, m\.last\)", "",
             ("availability/timetable",)),
    Mutation("taken time that reaches beyond the window", _AVAILABILITY + "claims.sql",
             r"(?s)\n    union all.*?upper\(p_window\)\n(?=\$)", "\n",
             (SLOTS, CREATE, "availability")),
    Mutation("the first claim beyond the window", _AVAILABILITY + "claims.sql",
             r"order by c\.ends_at", "order by c.ends_at desc", (SLOTS, CREATE, "availability")),
    Mutation("taken time that begins after the window", _AVAILABILITY + "claims.sql",
             r"where k\.starts_at < upper\(p_window\)", "", (SLOTS, CREATE, "availability")),
    Mutation("taken time that ends with the window", _AVAILABILITY + "claims.sql",
             r"k\.ends_at <= upper\(p_window\)", "k.ends_at < upper(p_window)",
             (SLOTS, CREATE, "availability")),
    Mutation("the number of months", _AVAILABILITY + "month_count.sql", r"183", "0",
             ("availability/month_count",)),
    Mutation("an empty bucket", _ABUSE + "take_tokens.sql",
             r"p_bucket and b\.shard = p_shard\n\s+and b\.full_at <= [^;]*",
             "p_bucket and b.shard = p_shard",
             (_COUNT,)),
    Mutation("what is taken", _ABUSE + "take_tokens.sql",
             r"greatest\(b\.full_at, v_now\) \+ p_taken", "greatest(b.full_at, v_now)", (_COUNT,)),
    Mutation("tokens of the past", _ABUSE + "take_tokens.sql",
             r"greatest\(b\.full_at, v_now\)", "b.full_at", (_COUNT,)),
    Mutation("tokens that came back during a wait", _ABUSE + "take_tokens.sql",
             r"v_now := booking\.now\(\);", "", ("abuse",)),
    Mutation("parts without a row", _ABUSE + "check_request.sql",
             r"count\(\*\) = v_limit\.common_shards", "true", (_COUNT, "abuse")),
    Mutation("an empty bucket of all", _ABUSE + "check_request.sql",
             r"count\(\*\) = v_limit\.common_shards", "false", (_COUNT, "abuse")),
    Mutation("limits without a row", _ABUSE + "check_request.sql",
             r"v_limit := booking\.rate_limit_of\(p_tenant_id\);", "null;", (_COUNT, "abuse")),
    Mutation("limits that are set", "functions/administration/upsert_policy.sql",
             r"(?s)perform booking\.renew_rate_limit\(.*?\);", "null;", (_COUNT,)),
    Mutation("the burst", _ABUSE + "rate_limit_of.sql",
             r"coalesce\(p\.caller_burst, p\.per_caller\)", "p.per_caller", (_COUNT,)),
    Mutation("row security", "policies/rls.sql", r"tenant_id = booking\.current_tenant_id\(\)",
             "true", ("tenancy",)),
    Mutation("the deadline", _RESERVATION + "deadline_refusal.sql",
             r"p_now > v_deadline", "false", (CANCEL,)),
    Mutation("the deadline of a reschedule", _RESERVATION + "reschedule_refusal.sql",
             "'reschedule_deadline_hours'", "'no such policy'", (MOVE,)),
    Mutation("the deadline by a second", _RESERVATION + "deadline_refusal.sql",
             r"p_now > v_deadline", "p_now >= v_deadline", (CANCEL,)),
    Mutation("the expected version", _RESERVATION + "transition_refusal.sql",
             r"p_expected_version <> p_booking\.version", "false", (COMMANDS,)),
    Mutation("the transition table", _RESERVATION + "transition_refusal.sql",
             r"if not exists", "if false and not exists", (COMMANDS,)),
    Mutation("max_reschedules", _RESERVATION + "reschedule_refusal.sql",
             r"p_booking\.reschedule_count >= v_most", "false", (MOVE,)),
    Mutation("a reschedule excludes itself from limits", _POLICY + "reached_limits.sql",
             r"\n\s+and b\.booking_id is distinct from p_except_booking_id", "", (MOVE,)),
    Mutation("a reschedule gives back its old time", _RESERVATION + "move_claims.sql",
             r"(?s)delete from booking\.claim as k.*?;", "", (MOVE,)),
    Mutation("a cancellation frees its time", _RESERVATION + "apply_cancellation.sql",
             r"delete from booking\.claim as k\s[^;]*;", "", (CANCEL,)),
    Mutation("the hash of the request", _OPERATIONS + "begin_operation.sql",
             r"v_operation\.request_hash <> v_hash", "false", (CREATE,)),
    Mutation("the actor of a key", _OPERATIONS + "key_owner.sql",
             r"p_actor\.subject", "'anybody'", ("operations",)),
    Mutation("the record of an outcome", _OPERATIONS + "finish_operation.sql",
             r"outcome = to_jsonb\(p_outcome\)", "outcome = '{}'", (CREATE,)),
    Mutation("limits per week", _POLICY + "reached_limits.sql",
             r"'max_bookings_per_week'", "'no such policy'", (CREATE,)),
    Mutation("limits per day", _POLICY + "reached_limits.sql",
             r"'max_bookings_per_day'", "'no such policy'", (CREATE,)),
    Mutation("cancelled bookings in limits", _POLICY + "reached_limits.sql",
             r"b\.status <> 'cancelled'", "true", (CREATE,)),
    Mutation("fixed policies", "functions/administration/upsert_policy.sql",
             r"not v_definition\.is_fixed or", "true or", ("api/effective_policies",)),
    Mutation("policies of the tenant", "functions/administration/upsert_policy.sql",
             r"not v_definition\.is_tenant_wide", "true", ("api/upsert_policy",)),
    Mutation("the start of a page", _OPERATIONS + "page_start.sql",
             r"coalesce\(p_position, 0\)", "0", ("administration",)),
    Mutation("at least as many as required", _AVAILABILITY + "at_least.sql",
             r"l\.free >= p_required", "l.free > p_required",
             ("api/find_common_slots", "availability/at_least")),
    Mutation("the first of two local times", _AVAILABILITY + "resolve_local.sql",
             r"p_disambiguation = 'later'", "true", ("availability",)),
    Mutation("the end of a lease", _OUTBOX + "lease_effects.sql",
             r"due_at = v_now \+ p_kind\.lease", "due_at = 'infinity'", ("outbox",)),
    Mutation("whose lease it is", _OUTBOX + "report_outbox.sql",
             r"and o\.lease_id = p_lease_id", "", ("outbox",)),
    Mutation("longer pauses of the outbox", _OUTBOX + "backoff.sql",
             r"2 \^ least\(p_attempt_count - 1, 30\)", "1", ("outbox",)),
    Mutation("the last attempt", _OUTBOX + "report_outbox.sql",
             r"v_outbox\.attempt_count >= v_kind\.attempts", "false", ("outbox",)),
    Mutation("the last lease", _OUTBOX + "lease_effects.sql",
             r"o\.attempt_count >= p_kind\.attempts", "false", ("outbox",)),
    Mutation("the concurrency of the outbox", _OUTBOX + "lease_outbox.sql",
             r" - booking\.leased_count\(v_kind\.kind\)", "", ("outbox",)),
    Mutation("a tenant's share of the outbox", _OUTBOX + "lease_outbox.sql",
             r"\(cardinality\(v_tenant_ids\) - v_index \+ 1\)", "1", ("outbox",)),
    Mutation("the receiver's pause", _OUTBOX + "report_outbox.sql",
             r"least\(p_retry_after, interval '1 day'\)", "null::interval", ("outbox",)),
    Mutation("a cause is queued once in the outbox", _OUTBOX + "enqueue.sql",
             r"e\.key, e\.payload", "null, e.payload", ("outbox",)),
    Mutation("what is still to be done in the outbox", _OUTBOX + "delete_finished_effects.sql",
             r"f\.finished_at is not null", "true", ("outbox",)),
    Mutation("the clock for testers only", _OPERATIONS + "now.sql",
             r"pg_catalog\.pg_has_role\([^)]*\)", "true", ("operations",)),
    Mutation("a lock that nobody can aim at", "functions/tenancy/resource_lock.sql",
             r"booking\.lock_key\(p_tenant_id, [^\n]*",
             "uuid_hash_extended(p_resource_id, uuid_hash_extended(p_tenant_id, 0))", ("tenancy",)),
    Mutation("the number of resources", "functions/administration/check_resource_count.sql",
             r">= 2000\)", ">= 3000)", ("administration",)),
    Mutation("the start that a booking has", "functions/policy/terms_of_start.sql",
             r"p_booking\.starts_at = p_starts_at and", "false and",
             ("api/reschedule_booking",)),
    Mutation("what an account says later", "functions/tenancy/meet_customer.sql",
             r"(?<=role = )'customer'", "'nobody'", ("api/create_booking",)),
    Mutation("whom a booking is for", "functions/tenancy/guest_name.sql",
             r"select p_name", "select null::text", ("api/create_booking",)),
    Mutation("a booking that is over", "functions/notification/untimely.sql",
             r"when (?=greatest)", "when false and ", ("notification",)),
    Mutation("the ids of a page", _AVAILABILITY + "available_slots.sql",
             r"<= 2000000,", "<= 4000000,", (SLOTS,)),
    Mutation("who is flooded", "functions/notification/is_flooding.sql",
             r">= 20", "< 0", ("notification",)),
    Mutation("what visitors cause", "functions/notification/is_flooding.sql",
             r"\n\s+and e\.actor_role = 'visitor'", "", ("notification",)),
    Mutation("a stranger's number", "functions/notification/is_flooding.sql",
             r" or \(\(p_notification\)\.channel = 'sms'[^\n]*", ")", ("notification",)),
    Mutation("an address of IPv4 in IPv6", _ABUSE + "client_address.sql",
             r"inet '::ffff:0:0/96'", "inet '::1'", ("abuse",)),
    Mutation("the time of an import", _RESERVATION + "take_agreed_time.sql",
             r"(?s)insert into booking\.claim.*?on conflict do nothing;", "perform 1;", (_IMPORT,)),
    Mutation("the buffers of an import", _RESERVATION + "agreed_time.sql",
             r"\(p_terms\)\.buffer_after", "interval '0'", (_IMPORT,)),
    Mutation("an import of what is over", _RESERVATION + "agreed_time.sql",
             r"and p_ends_at > p_now", "", (_IMPORT,)),
    Mutation("an import of the same", _RESERVATION + "import_again.sql",
             r"v_last\.operation_id is distinct from p_operation_id and", "", (_IMPORT,)),
    Mutation("an import of somebody erased", _RESERVATION + "import_again.sql",
             r"and c\.erased_at is not null", "and false", (_IMPORT,)),
    Mutation("an import that names somebody erased", _RESERVATION + "import_customer.sql",
             r" and c\.erased_at is null", "", (_IMPORT,)),
    Mutation("an import of what was changed here", _RESERVATION + "import_refusal.sql",
             r"p_is_changed_here\n", "false\n", (_IMPORT,)),
    Mutation("an import after one that was merged", _RESERVATION + "follow_import.sql",
             r" or p_last\.changes \? 'there'", "", (_IMPORT,)),
    Mutation("buffers of what was moved after an import", _RESERVATION + "follow_import.sql",
             r" and not v_is_changed_here then", " then", (_IMPORT,)),
    Mutation("an import of what changed here only", _RESERVATION + "merged_booking.sql",
             r"v_wanted := jsonb_populate_record.*?;", "", (_IMPORT,)),
    Mutation("an import that takes a cancellation back", _RESERVATION + "import_refusal.sql",
             r"p_wanted\.status <> p_booking\.status and not exists", "false and not exists",
             (_IMPORT,)),
    Mutation("an import that moves without its time", _RESERVATION + "move_agreed_time.sql",
             r"if v_is_moved and p_wanted", "if false and p_wanted", (_IMPORT,)),
    Mutation("an import that was moved, and its reminder", _RESERVATION + "imported_booking.sql",
             r"v_wanted\.rescheduled_at := p_now;", "", (_IMPORT,)),
    Mutation("buffers that an import leaves", _RESERVATION + "follow_import.sql",
             r"not p_import\.has_buffers and", "", (_IMPORT,)),
    Mutation("what both changed to the same", _RESERVATION + "follow_import.sql",
             r" and v_there = v_base", "", (_IMPORT,)),
    Mutation("when it was moved here", _RESERVATION + "merged_booking.sql",
             r"v_wanted\.rescheduled_at := p_booking\..*;", "null;", (_IMPORT,)),
    Mutation("who was corrected here", _RESERVATION + "follow_import.sql",
             r"p_last\.changes -> 'customer_said'", "jsonb '{}'", (_IMPORT,)),
    Mutation("who was corrected here afterwards", _RESERVATION + "follow_import.sql",
             r" and not v_is_said_anew", "", (_IMPORT,)),
    Mutation("where it was moved here", _RESERVATION + "follow_import.sql",
             r"(?<=p_starts_at => )v_wanted\.starts_at", "p_import.starts_at", (_IMPORT,)),
    Mutation("an import's customer by number", _RESERVATION + "known_customer.sql",
             r"c\.phone_key = ", "false and c.phone_key = ", (_IMPORT,)),
    Mutation("an import's customer by name", _RESERVATION + "known_customer.sql",
             r"and lower\(c\.name\) .*", "", (_IMPORT,)),
    Mutation("an import in a tenant", _RESERVATION + "imported_id.sql",
             r"uuid_send\(p_tenant_id\) \|\| ", "", (_IMPORT,)),
    Mutation("an import's clock", _RESERVATION + "import_zone.sql",
             r"coalesce\(r\.time_zone, t\.time_zone\)", "t.time_zone", (_IMPORT,)),
    Mutation("an import that is over, in the feed", "functions/feed/booking_changes.sql",
             r"a\.was_to_come or a\.is_to_come", "true", (_IMPORT,)),
    Mutation("time taken by an import, in the feed", "functions/feed/booking_changes.sql",
             r"or \(e\.kind = 'imported' and a\.is_to_come .*\)", "", (_IMPORT,)),
    Mutation("an import's name, once erased", "functions/privacy/forget_customer.sql",
             r"override_reason,external_id", "override_reason", (_IMPORT,)),
    Mutation("whose secrets end", "functions/webhook/renew_webhook_secret.sql",
             r" and s\.webhook_id = p_webhook_id", "", ("api/upsert_webhook",)),
    Mutation("whom a booking locks", _RESERVATION + "lock_for_booking.sql",
             r" and q\.service_id = p_service_id", "", ("reservation",)),
    Mutation("whose resources an absence locks", "functions/administration/delete_time_off.sql",
             r" and f\.time_off_id = p_time_off_id\n(?= {8}\))", "\n", ("administration",)),
    Mutation("which template is deleted", "functions/notification/delete_message_template.sql",
             r" and m\.message_template_id = p_message_template_id", "", ("administration",)),
    Mutation("a page of the feed", "functions/feed/feed.sql",
             r"perform booking\.check_limit\(.*?\);", "null;", ("catalog",)),
)  # fmt: skip


def files(mutation: Mutation) -> list[Path]:
    """The tests that should notice a mutation."""
    return [p for folder in mutation.tests for p in (ROOT / "tests" / folder).rglob("test_*.sql")]


def fails(connection: psycopg.Connection[Any], path: Path) -> bool:
    """Whether a pgTAP file fails, by an assertion or by an error."""
    try:
        cursor = connection.execute(text_of(path).encode())
    except psycopg.Error:
        connection.execute("rollback")
        return True
    lines: list[str] = []
    while True:
        if cursor.description:
            lines += [str(row[0]) for row in cursor.fetchall()]
        if not cursor.nextset():
            return any(line.startswith(("not ok", "# Looks like")) for line in lines)


def mutated(mutation: Mutation) -> str:
    """The file as it is under a mutation. ValueError: there is nothing to mutate, any more."""
    text, count = re.subn(
        mutation.pattern, lambda _: mutation.replacement, (ROOT / mutation.file).read_text()
    )
    if not count:
        raise ValueError(f"{mutation.name}: {mutation.file} has no {mutation.pattern}")
    return text


def noticed(server: TestServer, mutation: Mutation) -> str:
    """The first test that fails under a mutation; empty: none does."""
    text = mutated(mutation)
    with server.clone() as conninfo, psycopg.connect(conninfo, autocommit=True) as connection:
        server.load_pgtap(connection)
        healthy = [path for path in files(mutation) if not fails(connection, path)]
        connection.execute(f"set search_path = {PGTAP_SCHEMA}, public".encode())
        connection.execute(text.encode())
        failed = (path.stem for path in healthy if fails(connection, path))
        return next(failed, "")


def main(version: str = "15", *words: str) -> int:
    """Try all mutations whose names contain the words; how many were missed."""
    missed = 0
    with TestServer(version, "mutation", "main") as server:
        for mutation in MUTATIONS:
            if not all(word in mutation.name for word in words):
                continue
            try:
                by = noticed(server, mutation)
            except ValueError as error:
                by, missed = "", missed + 1
                print(f"STALE   {error}", flush=True)
                continue
            missed += not by
            print(f"{'caught' if by else 'MISSED'}  {mutation.name}  {by}", flush=True)
    return missed


if __name__ == "__main__":
    sys.exit(bool(main(*sys.argv[1:])))
