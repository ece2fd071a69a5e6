-- Not possible while claim_no_overlap is there; this is for when it was not. Ordered by start, a claim overlaps one
-- before it if that ends later than this starts.
create or replace function booking.find_overlaps(p_tenant_id uuid)
returns setof booking.finding
language sql
stable
as $function$
    select
        'find_overlaps', p_tenant_id, 'resource ' || c.resource_id,
        format('unit %s is taken twice at %s, once by booking %s', c.unit, c.starts_at, c.booking_id),
        'Reschedule one of the two bookings, then see find_broken_constraints.'
    from (
        select
            n.resource_id, n.unit, n.starts_at, n.booking_id,
            max(n.ends_at) over (
                partition by n.resource_id, n.unit order by n.starts_at
                rows between unbounded preceding and 1 preceding
            ) as taken_until
        from booking.claim as n
        where n.tenant_id = p_tenant_id
    ) as c
    where c.taken_until > c.starts_at
$function$;

comment on function booking.find_overlaps(uuid) is 'Units of resources that are taken twice at the same time.';
