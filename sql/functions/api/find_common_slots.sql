create or replace function booking_v1.find_common_slots(
    p_resource_ids uuid[],
    p_required integer,
    p_from timestamptz,
    p_to timestamptz,
    p_duration interval,
    p_limit integer default 10,
    p_slot_interval interval default '00:15'
)
returns table (starts_at timestamptz, ends_at timestamptz, resource_ids uuid[])
language sql
stable
as $function$
    select s.starts_at, s.ends_at, s.resource_ids
    from booking.find_common_slots(
        booking.caller_tenant_id(), booking.caller(), p_resource_ids, p_required, p_from, p_to, p_duration,
        p_limit, p_slot_interval
    ) as s
$function$;

comment on function booking_v1.find_common_slots(
    uuid[], integer, timestamptz, timestamptz, interval, integer, interval
) is
'The earliest starts at which at least p_required of the resources are free for p_duration.

Starts s with p_from <= s < p_to and not in the past, at most 200 days apart, on a wall-clock grid of
p_slot_interval in the tenant''s zone. Up to 1000 resources. resource_ids are all of them that are free then.
p_duration: elapsed time; a day is 24 hours.
Raises invalid_argument, not_found, not_authenticated.';
