create or replace function booking_v1.list_time_off(
    p_from date default null,
    p_to date default null,
    p_resource_id uuid default null
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
        booking.caller_tenant_id(), booking.caller(), p_from, p_to, p_resource_id
    ) as f
$function$;

comment on function booking_v1.list_time_off(date, date, uuid) is
'Absences that touch the local dates p_from to p_to, both included, by start.

Null: no bound, and all resources. Columns as the arguments of upsert_time_off: start_time null is the
beginning of starts_on, end_time null the end of ends_on. Raises not_authenticated.';
