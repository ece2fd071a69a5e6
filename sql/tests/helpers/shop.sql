-- What most tests stand on; included inside their transaction, and so gone with it.
--
-- A shop: a tenant in one time zone, people who work there on some weekdays, and the service Cut, which lasts
-- an hour and starts on the hour. The session has chosen the shop, its own zone is UTC, and the engine's clock
-- stands at Monday, 1 June 2026, 05:00 UTC (7:00 in Berlin).

create function pg_temp.id(p_name text)
returns uuid
language sql
immutable
as $function$
    select md5('pgbooking test ' || p_name)::uuid
$function$;

comment on function pg_temp.id(text) is 'The id of what a test calls so: id(''shop''), id(''Ada''), id(''Cut'').';

create procedure pg_temp.make_shop(
    p_name text default 'shop',
    p_time_zone text default 'Europe/Berlin',
    p_people text[] default '{Ada}',
    p_weekdays integer[] default '{1}',
    p_opens time default '09:00',
    p_closes time default '17:00',
    p_service text default 'Cut',
    p_duration interval default '01:00',
    p_now timestamptz default '2026-06-01T05:00Z'
)
language plpgsql
as $procedure$
begin
    insert into booking.tenant (tenant_id, slug, name, time_zone)
    values (pg_temp.id(p_name), 'pgtap-' || p_name, p_name, p_time_zone);
    insert into booking.service (tenant_id, service_id, name, duration, slot_interval)
    values (pg_temp.id(p_name), pg_temp.id(p_service), p_service, p_duration, p_duration);
    insert into booking.requirement (tenant_id, service_id)
    values (pg_temp.id(p_name), pg_temp.id(p_service));
    insert into booking.resource (tenant_id, resource_id, kind, name, time_zone)
    select pg_temp.id(p_name), pg_temp.id(p.name), 'staff', p.name, p_time_zone
    from unnest(p_people) as p (name);
    insert into booking.requirement_resource (tenant_id, service_id, resource_id)
    select pg_temp.id(p_name), pg_temp.id(p_service), pg_temp.id(p.name)
    from unnest(p_people) as p (name);
    insert into booking.weekly_hours (tenant_id, resource_id, weekday, start_time, end_time)
    select pg_temp.id(p_name), pg_temp.id(p.name), d.weekday, p_opens, p_closes
    from unnest(p_people) as p (name)
    cross join unnest(p_weekdays) as d (weekday);
    perform set_config('timezone', 'UTC', true);
    perform set_config('booking.now', p_now::text, true);
    call pg_temp.enter_shop(p_name);
end
$procedure$;

comment on procedure pg_temp.make_shop(text, text, text[], integer[], time, time, text, interval, timestamptz) is
'Makes a shop and enters it.';

create procedure pg_temp.enter_shop(p_name text)
language plpgsql
as $procedure$
begin
    perform set_config('booking.chosen_tenant', 'pgtap-' || p_name, true);
end
$procedure$;

comment on procedure pg_temp.enter_shop(text) is 'What is called from here on is called for this shop.';

create procedure pg_temp.set_policy(p_policy_name text, p_value jsonb, p_service_id uuid default null)
language plpgsql
as $procedure$
begin
    perform booking_v1.upsert_policy(
        p_policy_name => p_policy_name, p_value => p_value, p_service_id => p_service_id
    );
end
$procedure$;

comment on procedure pg_temp.set_policy(text, jsonb, uuid) is 'Sets a policy of the shop, or of one service.';

create function pg_temp.book(
    p_starts_at timestamptz,
    p_key text default null,
    p_resource_id uuid default null,
    p_duration interval default null
)
returns booking_v1.outcome
language plpgsql
volatile
as $function$
begin
    return booking_v1.create_booking(
        p_idempotency_key => coalesce(p_key, gen_random_uuid()::text), p_service_id => pg_temp.id('Cut'),
        p_starts_at => p_starts_at, p_resource_id => p_resource_id, p_duration => p_duration
    );
end
$function$;

comment on function pg_temp.book(timestamptz, text, uuid, interval) is
'Books the service Cut. p_key null: under a key of its own.';

create procedure pg_temp.have_booking(p_key text, p_starts_at timestamptz, p_resource_id uuid default null)
language plpgsql
as $procedure$
declare
    v_outcome booking_v1.outcome := pg_temp.book(
        p_starts_at => p_starts_at, p_key => p_key, p_resource_id => p_resource_id
    );
begin
    if v_outcome.status <> 'completed' then
        raise exception 'the test could not book %: %', p_starts_at, v_outcome.code;
    end if;
end
$procedure$;

comment on procedure pg_temp.have_booking(text, timestamptz, uuid) is
'Sees to it that there is a booking, which booking_of(p_key) finds.';

create function pg_temp.booking_of(p_key text)
returns uuid
language sql
stable
as $function$
    select (o.outcome ->> 'booking_id')::uuid
    from booking.booking_operation as o
    where o.tenant_id = pg_temp.id('shop') and o.idempotency_key = p_key
$function$;

comment on function pg_temp.booking_of(text) is 'The booking made under a key.';

create function pg_temp.bookings()
returns bigint
language sql
stable
as $function$
    select count(*) from booking.booking as b where b.tenant_id = pg_temp.id('shop')
$function$;

comment on function pg_temp.bookings() is 'How many bookings the shop has, whatever their status.';

create function pg_temp.starts(
    p_from timestamptz,
    p_to timestamptz,
    p_resource_id uuid default null,
    p_duration interval default null
)
returns setof timestamptz
language sql
stable
as $function$
    select s.starts_at
    from booking_v1.available_slots(
        p_service_id => pg_temp.id('Cut'), p_from => p_from, p_to => p_to,
        p_resource_id => p_resource_id, p_duration => p_duration
    ) as s
$function$;

comment on function pg_temp.starts(timestamptz, timestamptz, uuid, interval) is 'The listed starts of Cut, in order.';

create function pg_temp.answer(p_outcome booking_v1.outcome)
returns text
language sql
immutable
as $function$
    select concat_ws(' ', p_outcome.status, p_outcome.code, p_outcome.http_status)
$function$;

comment on function pg_temp.answer(booking_v1.outcome) is
'An outcome in a few words: ''completed 200'', ''failed slot_taken 409''.';
