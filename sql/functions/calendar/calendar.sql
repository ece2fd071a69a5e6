-- Called by booking_v1.calendar only, by everybody: the token is all that counts, and it reaches what whoever made
-- the feed reaches now. Takes no locks.
create or replace function booking.calendar(p_tenant_id uuid, p_actor booking.actor, p_token text)
returns text
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_feed booking.calendar_feed;
    v_maker booking.actor;
    v_title text;
    v_events text;
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'calendar'
    );
    select f.* into v_feed
    from booking.calendar_feed as f
    where
        f.tenant_id = p_tenant_id and f.token_digest = sha256(convert_to(p_token, 'utf8'))
        and f.revoked_at is null;
    if v_feed.subject is not null then
        v_maker := booking.admit(
            p_tenant_id => p_tenant_id,
            p_actor => ('authenticated', v_feed.subject, null, null, null, null)::booking.actor,
            p_function => 'create_calendar_feed'
        );
    end if;
    perform booking.check_found(
        p_is_found => v_feed.feed_id is not null and (
            v_feed.subject is null
            or booking.is_within_reach(
                p_actor => v_maker, p_customer_id => v_feed.customer_id, p_resource_ids => array[v_feed.resource_id]
            )
        ),
        p_argument => 'p_token', p_what => 'calendar'
    );

    select concat_ws(' – ', r.name, t.name) into v_title
    from booking.tenant as t
    left join booking.resource as r on r.tenant_id = t.tenant_id and r.resource_id = v_feed.resource_id
    where t.tenant_id = p_tenant_id;
    v_events := booking.calendar_events(
        p_feed => v_feed,
        p_shows_names => v_feed.resource_id is not null and booking.is_policy_on(
            p_tenant_id => p_tenant_id, p_service_id => null, p_policy_name => 'calendar_feed_shows_names'
        )
    );
    -- calendar applications accept anything, so PostgREST has to be told what it is
    perform set_config('response.headers', '[{"Content-Type": "text/calendar; charset=utf-8"}]', true);
    return concat(
        booking.calendar_line(p_name => 'BEGIN', p_value => 'VCALENDAR'),
        booking.calendar_line(p_name => 'VERSION', p_value => '2.0'),
        booking.calendar_line(p_name => 'PRODID', p_value => '-//pgbooking//pgbooking//EN'),
        booking.calendar_line(p_name => 'CALSCALE', p_value => 'GREGORIAN'),
        booking.calendar_line(p_name => 'METHOD', p_value => 'PUBLISH'),
        booking.calendar_line(p_name => 'NAME', p_value => booking.calendar_text(v_title)),
        booking.calendar_line(p_name => 'X-WR-CALNAME', p_value => booking.calendar_text(v_title)),
        booking.calendar_line(p_name => 'REFRESH-INTERVAL;VALUE=DURATION', p_value => 'PT15M'),
        v_events,
        booking.calendar_line(p_name => 'END', p_value => 'VCALENDAR')
    );
end
$function$;

comment on function booking.calendar(uuid, booking.actor, text) is 'See booking_v1.calendar.';
