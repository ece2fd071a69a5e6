create or replace function booking_v1.list_date_overrides(
    p_from date default null,
    p_to date default null,
    p_resource_id uuid default null,
    p_limit integer default 1000,
    p_after uuid default null
)
returns table (
    date_override_id uuid, resource_id uuid, on_date date, start_time time, end_time time,
    reason text
)
language sql
stable
as $function$
    select v.date_override_id, v.resource_id, v.on_date, v.start_time, v.end_time, v.reason
    from booking.list_date_overrides(
        booking.caller_tenant_id(), booking.caller(), p_from, p_to, p_resource_id, p_limit, p_after
    ) as v
$function$;

comment on function booking_v1.list_date_overrides(date, date, uuid, integer, uuid) is
'Overrides of dates, by date.

p_from, p_to: first and last date; null: no bound.
p_resource_id: null: of all resources, and of the opening hours, which have no resource_id.
start_time and end_time null: closed.
p_limit: 1 to 10000 rows. p_after: only rows after this one; pass the last date_override_id for the next page.
Raises invalid_argument, not_authenticated.';
