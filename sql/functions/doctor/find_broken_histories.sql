-- Events are replayed by merging their changes in order; what they tell must be what the booking says.
create or replace function booking.find_broken_histories(p_tenant_id uuid)
returns setof booking.finding
language sql
stable
as $function$
    select
        'find_broken_histories', p_tenant_id, 'booking ' || b.booking_id,
        case
            when h.count <> b.version then format('is of version %s and has %s events', b.version, h.count)
            else 'is not what its events give'
        end,
        'Somebody changed a row by hand. Find out who; booking_history and a backup tell what was.'
    from booking.booking as b
    cross join lateral (
        select count(distinct e.version) as count, jsonb_object_agg(c.key, c.value order by e.version) as facts
        from booking.booking_event as e
        cross join lateral jsonb_each(e.changes) as c
        where e.tenant_id = b.tenant_id and e.booking_id = b.booking_id
    ) as h
    where
        b.tenant_id = p_tenant_id
        and (h.count <> b.version or not h.facts @> booking.facts_of(b))
$function$;

comment on function booking.find_broken_histories(uuid) is 'Bookings that their events do not lead to.';
