create or replace function booking.find_stray_claims(p_tenant_id uuid)
returns setof booking.finding
language sql
stable
as $function$
    select
        'find_stray_claims', p_tenant_id, 'claim of booking ' || c.booking_id,
        'takes time of resource ' || c.resource_id || ' for a booking that is cancelled or gone',
        'Delete the rows of booking.claim with this booking_id: the time is free.'
    from booking.claim as c
    left join booking.booking as b
        on b.tenant_id = c.tenant_id and b.booking_id = c.booking_id and b.status <> 'cancelled'
    where c.tenant_id = p_tenant_id and b.booking_id is null
$function$;

comment on function booking.find_stray_claims(uuid) is 'Time that is taken for nothing.';
