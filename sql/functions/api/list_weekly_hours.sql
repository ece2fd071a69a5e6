create or replace function booking_v1.list_weekly_hours(
    p_resource_id uuid default null,
    p_limit integer default 1000,
    p_after uuid default null
)
returns table (
    weekly_hours_id uuid, resource_id uuid, weekday integer, start_time time, end_time time,
    valid_from date, valid_until date, preference integer
)
language sql
stable
as $function$
    select
        h.weekly_hours_id, h.resource_id, h.weekday, h.start_time, h.end_time, h.valid_from,
        h.valid_until, h.preference
    from booking.list_weekly_hours(
        booking.caller_tenant_id(), booking.caller(), p_resource_id, p_limit, p_after
    ) as h
$function$;

comment on function booking_v1.list_weekly_hours(uuid, integer, uuid) is
'Weekly hours, by resource, weekday and time.

p_resource_id: null: of all resources.
Local times, in the zone of each resource. valid_from, valid_until null: no bound.
p_limit: 1 to 10000 rows. p_after: only rows after this one; pass the last weekly_hours_id for the next page.
Raises invalid_argument, not_authenticated.';
