create or replace function booking.find_bookings_without_time(p_tenant_id uuid)
returns setof booking.finding
language sql
stable
as $function$
    select
        'find_bookings_without_time', p_tenant_id, 'booking ' || b.booking_id,
        'is live, and its resource ' || r.resource_id || ' is not taken for it',
        'Tell the provider: somebody else can book the same time. Reschedule or cancel it.'
    from booking.booking as b
    cross join lateral unnest(b.resource_ids) as r (resource_id)
    left join booking.claim as c
        on c.tenant_id = b.tenant_id and c.booking_id = b.booking_id and c.resource_id = r.resource_id
    where b.tenant_id = p_tenant_id and b.status <> 'cancelled' and c.booking_id is null
$function$;

comment on function booking.find_bookings_without_time(uuid) is 'Live bookings that do not take the time they promise.';
