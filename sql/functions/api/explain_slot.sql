create or replace function booking_v1.explain_slot(
    p_service_id uuid,
    p_starts_at timestamptz,
    p_resource_id uuid default null,
    p_duration interval default null,
    p_party_size integer default 1
)
returns table (code text, message text, resource_id uuid, rule text, rule_id uuid, during tstzrange)
language sql
stable
as $function$
    select r.code, r.message, r.resource_id, r.rule, r.rule_id, r.during
    from booking.explain_slot(
        booking.caller_tenant_id(), booking.caller(), p_service_id, p_starts_at, p_resource_id, p_duration,
        p_party_size
    ) as r
$function$;

comment on function booking_v1.explain_slot(uuid, timestamptz, uuid, interval, integer) is
'Why a start cannot be booked; no row: it can.

The weightiest reason first: it is the code that create_booking would refuse with. resource_id is null for
rules of the service itself. rule names the policy, setting or kind of record, rule_id the record (a holiday,
time off), during the part of the wanted time, buffers included, to which it applies.
Arguments as in available_slots. Raises invalid_argument, not_found, not_authenticated.';
