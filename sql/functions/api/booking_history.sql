create or replace function booking_v1.booking_history(
    p_booking_id uuid,
    p_manage_token text default null,
    p_limit integer default 1000,
    p_after integer default null
)
returns table (
    version integer, kind text, occurred_at timestamptz, actor_role text, actor_subject text,
    operation_id uuid, changes jsonb
)
language sql
volatile
as $function$
    select h.version, h.kind, h.occurred_at, h.actor_role, h.actor_subject, h.operation_id, h.changes
    from booking.booking_history(
        booking.caller_tenant_id(), booking.caller(), p_booking_id, p_manage_token, p_limit, p_after
    ) as h
$function$;

comment on function booking_v1.booking_history(uuid, text, integer, integer) is
'What happened to a booking, oldest first: created, confirmed, rescheduled, cancelled, imported.

p_manage_token: what a visitor was given with the booking. Visitors and customers do not see who did it, nor an
override_reason; nor a customer_id, unless it is their own.
changes are the columns that changed; merged in order they give the booking as it is.
p_limit: 1 to 10000 rows. p_after: only what came after this version.
Raises invalid_argument, not_found, not_authenticated.';
