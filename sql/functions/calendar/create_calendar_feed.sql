-- Called by booking_v1.create_calendar_feed only. Locks the customer, or else one who is being erased at this moment
-- would have a calendar again; or the resource. Writes calendar_feed.
create or replace function booking.create_calendar_feed(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_customer_id uuid,
    p_resource_id uuid
)
returns table (feed_id uuid, token text, path text)
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_actor booking.actor;
    v_customer_id uuid := p_customer_id;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'create_calendar_feed'
    );
    if num_nonnulls(p_customer_id, p_resource_id) = 0 then
        v_customer_id := booking.own_customer_id(p_actor => v_actor);
    end if;
    perform booking.check_argument(
        p_is_valid => num_nonnulls(v_customer_id, p_resource_id) = 1, p_argument => 'p_resource_id',
        p_message => 'must be given where p_customer_id is not, and not with it'
    );
    if p_resource_id is not null then
        perform r.resource_id
        from booking.resource as r
        where
            r.tenant_id = p_tenant_id and r.resource_id = p_resource_id
            and booking.is_within_reach(v_actor, null, array[r.resource_id])
        for key share;
        perform booking.check_found(p_is_found => found, p_argument => 'p_resource_id', p_what => 'resource');
    else
        perform c.customer_id
        from booking.customer as c
        where
            c.tenant_id = p_tenant_id and c.customer_id = v_customer_id and c.erased_at is null
            and booking.is_within_reach(v_actor, c.customer_id, null)
        for key share;
        perform booking.check_found(p_is_found => found, p_argument => 'p_customer_id', p_what => 'customer');
    end if;

    token := translate(encode(uuid_send(p_tenant_id) || booking.random_secret(), 'base64'), '+/', '-_');
    path := '/api/v1/calendars/' || token || '.ics';
    insert into booking.calendar_feed as f
    (tenant_id, token_digest, customer_id, resource_id, subject, created_at)
    values
    (
        p_tenant_id, sha256(convert_to(token, 'utf8')), v_customer_id, p_resource_id,
        case when booking.is_member(v_actor.role) then v_actor.subject end, booking.now()
    )
    returning f.feed_id into feed_id;
    return next;
end
$function$;

comment on function booking.create_calendar_feed(uuid, booking.actor, uuid, uuid) is
'See booking_v1.create_calendar_feed.';
