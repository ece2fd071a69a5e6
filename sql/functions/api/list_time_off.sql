create or replace function booking_v1.list_time_off(
    p_from date default null,
    p_to date default null,
    p_resource_id uuid default null,
    p_limit integer default 1000,
    p_after uuid default null
)
returns table (
    time_off_id uuid, resource_id uuid, starts_on date, ends_on date, start_time time,
    end_time time, reason text
)
language sql
stable
as $function$
    select
        f.time_off_id, f.resource_id, f.starts_on, f.ends_on, f.start_time, f.end_time, f.reason
    from booking.list_time_off(
        booking.caller_tenant_id(), booking.caller(), p_from, p_to, p_resource_id, p_limit, p_after
    ) as f
$function$;

comment on function booking_v1.list_time_off(date, date, uuid, integer, uuid) is
'Absences of resources, by start.

p_from, p_to: local dates, of which an absence touches one; null: no bound.
p_resource_id: null: of all resources.
Columns as the arguments of upsert_time_off: no start_time is the beginning of starts_on, no end_time the end
of ends_on.
p_limit: 1 to 10000 rows. p_after: only rows after this one; pass the last time_off_id for the next page.
Raises invalid_argument, not_authenticated.';
