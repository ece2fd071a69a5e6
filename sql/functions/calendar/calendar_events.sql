-- Three months back and all that is to come, so that what an application asks for every quarter of an hour stays
-- small. A cancelled booking stays for as long, as CANCELLED: not every application forgets what it no longer finds.
create or replace function booking.calendar_events(p_feed booking.calendar_feed, p_shows_names boolean)
returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_since timestamptz := booking.now() - interval '90 days';
begin
    return (
        select string_agg(
            booking.calendar_event(
                p_booking => b, p_changed_at => e.occurred_at,
                p_summary => concat_ws(' – ', s.name, case when p_shows_names then coalesce(b.guest_name, c.name) end),
                p_description => case
                    when p_feed.customer_id is not null
                        then (
                            select array_to_string(n.names, ', ')
                            from booking.resource_names(b.tenant_id, b.resource_ids) as n
                        )
                end
            ),
            '' order by b.starts_at, b.booking_id
        )
        from (
            select c.*
            from booking.booking as c
            where c.tenant_id = p_feed.tenant_id and c.customer_id = p_feed.customer_id and c.starts_at > v_since
            union all -- a feed is of one of them
            select r.*
            from booking.booking as r
            where
                p_feed.resource_id is not null -- or all would be read to find that none is meant
                and r.tenant_id = p_feed.tenant_id and p_feed.resource_id = any(r.resource_ids)
                and r.starts_at > v_since
        ) as b
        join booking.booking_event as e
            on e.tenant_id = b.tenant_id and e.booking_id = b.booking_id and e.version = b.version
        join booking.service as s on s.tenant_id = b.tenant_id and s.service_id = b.service_id
        left join booking.customer as c
            on p_shows_names and c.tenant_id = b.tenant_id and c.customer_id = b.customer_id
    );
end
$function$;

comment on function booking.calendar_events(booking.calendar_feed, boolean) is
'The bookings of a feed as VEVENTs, by start; null: none. p_shows_names: the customers'' names, too.';
