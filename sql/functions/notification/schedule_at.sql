-- A booking's time and resources as they were at an earlier version: of the last event until then that set them.
create or replace function booking.schedule_at(p_tenant_id uuid, p_booking_id uuid, p_version integer)
returns table (starts_at timestamptz, ends_at timestamptz, resource_ids uuid[])
language sql
stable
as $function$
    select
        (e.changes ->> 'starts_at')::timestamptz,
        (e.changes ->> 'ends_at')::timestamptz,
        array(select r.id::uuid from jsonb_array_elements_text(e.changes -> 'resource_ids') as r (id))
    from booking.booking_event as e
    where
        e.tenant_id = p_tenant_id and e.booking_id = p_booking_id and e.version <= p_version
        and e.changes ? 'starts_at'
    order by e.version desc
    limit 1
$function$;

comment on function booking.schedule_at(uuid, uuid, integer) is
'When a booking was, and with which resources, at a version. Version 0: no row.';
