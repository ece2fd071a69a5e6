-- Messages of the shop; included after shop.sql. A customer Zoe, and contacts of the people who work there.

create function pg_temp.customer(p_name text)
returns uuid
language sql
stable
as $function$
    select c.customer_id
    from booking.customer as c
    where c.tenant_id = pg_temp.id('shop') and c.name = p_name
$function$;

comment on function pg_temp.customer(text) is 'The customer of that name.';

create procedure pg_temp.have_people()
language plpgsql
as $procedure$
begin
    perform booking_v1.upsert_customer(p_name => 'Zoe', p_email => 'zoe@example.com');
    perform booking_v1.upsert_customer(
        p_name => r.name || ' at work', p_email => lower(r.name) || '@shop.example'
    )
    from booking.resource as r
    where r.tenant_id = pg_temp.id('shop');
    update booking.resource as r
    set contact_id = pg_temp.customer(r.name || ' at work')
    where r.tenant_id = pg_temp.id('shop');
end
$procedure$;

comment on procedure pg_temp.have_people() is 'Zoe, and somebody to tell for each resource.';

create procedure pg_temp.zoe_books(p_key text, p_starts_at timestamptz, p_resource text default 'Ada')
language plpgsql
as $procedure$
declare
    v_outcome booking_v1.outcome := booking_v1.create_booking(
        p_idempotency_key => p_key, p_service_id => pg_temp.id('Cut'), p_starts_at => p_starts_at,
        p_customer_id => pg_temp.customer('Zoe'), p_resource_id => pg_temp.id(p_resource)
    );
begin
    if v_outcome.status <> 'completed' then
        raise exception 'Zoe could not book %: %', p_starts_at, v_outcome.code;
    end if;
end
$procedure$;

comment on procedure pg_temp.zoe_books(text, timestamptz, text) is 'Zoe has a booking, which booking_of(p_key) finds.';

create procedure pg_temp.dispatch()
language plpgsql
as $procedure$
begin
    perform booking.dispatch_events();
end
$procedure$;

comment on procedure pg_temp.dispatch() is 'Those who are to be told of what happened have their messages queued.';

create procedure pg_temp.remind(p_occasion text)
language plpgsql
as $procedure$
begin
    perform booking.notify(
        b.tenant_id,
        array[('reminder', b.booking_id, b.version, b.customer_id, b.starts_at, p_occasion, null, null)::booking.notice]
    )
    from booking.booking as b
    where b.tenant_id = pg_temp.id('shop');
end
$procedure$;

comment on procedure pg_temp.remind(text) is 'Reminders of all bookings are queued, unless there are some for that occasion.';

create function pg_temp.told()
returns setof text
language plpgsql
volatile
as $function$
begin
    perform booking.dispatch_events();
    return query
    select n.kind || ' to ' || c.name
    from booking.notification as n
    join booking.customer as c on c.tenant_id = n.tenant_id and c.customer_id = n.customer_id
    where n.tenant_id = pg_temp.id('shop');
end
$function$;

comment on function pg_temp.told() is 'Who is told what, after events were dispatched.';

create function pg_temp.content_of(p_kind text)
returns jsonb
language sql
volatile
as $function$
    select booking.email_content(p_tenant_id => o.tenant_id, p_outbox_id => o.outbox_id)
    from booking.notification as n
    join booking.outbox as o
        on o.tenant_id = n.tenant_id and o.kind = n.channel and o.key = n.notification_id::text
    where n.tenant_id = pg_temp.id('shop') and n.kind = p_kind
    order by n.created_at
    limit 1
$function$;

comment on function pg_temp.content_of(text) is 'What the handler gets for the first message of a kind.';

create function pg_temp.log_of(p_kind text)
returns text
language sql
stable
as $function$
    select string_agg(concat_ws(': ', n.status, n.reason), ', ' order by n.booking_version, n.occasion)
    from booking.notification as n
    where n.tenant_id = pg_temp.id('shop') and n.kind = p_kind
$function$;

comment on function pg_temp.log_of(text) is 'Status and reason of the messages of a kind.';

create procedure pg_temp.give_up_mails()
language sql
as $procedure$
    update booking.outbox as o
    set status = 'dead', finished_at = booking.now(), error = 'no answer'
    where o.kind = 'email' and o.status = 'queued';
    update booking.notification as n set status = 'failed', reason = 'no answer' where n.status = 'queued'
$procedure$;

comment on procedure pg_temp.give_up_mails() is 'All that wait are given up, as after too many attempts.';
