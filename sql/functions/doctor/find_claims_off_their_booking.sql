-- The buffers of a service may have changed since, so what is sure is that a claim covers its booking.
create or replace function booking.find_claims_off_their_booking(p_tenant_id uuid)
returns setof booking.finding
language sql
stable
as $function$
    select
        'find_claims_off_their_booking', p_tenant_id, 'claim of booking ' || b.booking_id,
        'is of another time or resource than the booking', 'Tell the provider, and reschedule the booking.'
    from booking.claim as c
    join booking.booking as b on b.tenant_id = c.tenant_id and b.booking_id = c.booking_id and b.status <> 'cancelled'
    where
        c.tenant_id = p_tenant_id
        and (c.starts_at > b.starts_at or c.ends_at < b.ends_at or c.resource_id <> all(b.resource_ids))
$function$;

comment on function booking.find_claims_off_their_booking(uuid) is 'Claims that do not cover their booking.';
