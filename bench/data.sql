-- The data of a benchmark: tenants with their hours, closures, and bookings of more than a year. Run once, as
-- superuser (row security does not bind it), in one transaction, into a database fresh from sql/install.sql.
-- Settings: bench.seed, bench.resources, bench.people, bench.weeks_before. The same settings and the same
-- Monday give the same rows, but for the clock.
--
-- All that is booked and all that is closed follows a plan, so that a benchmark knows what is free without
-- asking: on working days bookings begin in the hours 8, 10, 11, 13, 15 and 16, at most fifteen minutes late,
-- and 9, 12, 14 and 17 remain; whole and half days off are Fridays; the chain's weekends are empty.
--
-- Every constraint but the foreign keys is in force while the rows come, claim_no_overlap included: rows of one
-- resource after the other in the order of time go into its index faster than the constraint can be added after.

set local session_replication_role = replica;
set local synchronous_commit = off;
set local work_mem = '256MB';
set local jit = off;

create schema bench;

create table bench.load as
select
    date_trunc('week', now() at time zone 'Europe/Berlin')::date + 7 as monday,
    now() as loaded_at,
    current_setting('bench.seed')::integer as seed,
    current_setting('bench.resources')::integer as resources,
    current_setting('bench.people')::integer as people,
    current_setting('bench.weeks_before')::integer as weeks_before;

-- Where time stands for this data: the Monday after the load.
create function bench.monday() returns date
language sql
as $function$ select monday from bench.load $function$;

-- Ids that a benchmark can compute, and as scattered as random ones: ids that differ in their last bytes only are
-- one and the same to the insertion of btree_gist, and its index becomes useless for them.
create function bench.id(p_kind text, p_number bigint) returns uuid
language sql
immutable
as $function$
    select md5(p_kind || ' ' || p_number)::uuid
$function$;

-- One of a thousand numbers, by the seed and p_of and nothing else.
create function bench.chance(p_of text, p_seed bigint) returns integer
language sql
immutable
as $function$
    select (abs(hashtextextended(p_of, p_seed)) % 1000)::integer
$function$;

-- Who there is. A solo provider; an office of many people; a chain of shops in one tenant; shops of ten.
create table bench.cast (
    number integer primary key,
    kind text not null,
    tenant_number integer not null,
    place integer not null
);
insert into bench.cast (number, kind, tenant_number, place)
select 1, 'solo', 1, 0
union all
select 1 + n, 'office', 2, n - 1
from bench.load as l
cross join generate_series(1, l.people) as n
union all
select 1 + l.people + n, 'chain', 3, n - 1
from bench.load as l
cross join generate_series(1, least(160, greatest(36, l.resources / 6))) as n
union all
select 10000 + n, 'shop', 10 + (n - 1) / 10, (n - 1) % 10
from bench.load as l
cross join generate_series(1, greatest(3, l.resources - least(160, greatest(36, l.resources / 6)))) as n;
analyze bench.cast;

insert into booking.tenant (tenant_id, slug, name, time_zone)
select distinct
    bench.id('tenant', c.tenant_number),
    c.kind || case c.kind when 'shop' then '-' || c.tenant_number else '' end,
    initcap(c.kind) || ' ' || c.tenant_number,
    'Europe/Berlin'
from bench.cast as c;

insert into booking.resource (tenant_id, resource_id, kind, name, time_zone)
select bench.id('tenant', c.tenant_number), bench.id('resource', c.number), 'staff', 'Person ' || c.number, 'Europe/Berlin'
from bench.cast as c;

-- Ten of a tenant share two services: a fine grid to look at, and a quick service to book. The solo provider
-- has an appointment of an hour.
insert into booking.service (tenant_id, service_id, name, duration, slot_interval, buffer_after, price)
select distinct
    bench.id('tenant', c.tenant_number),
    bench.id(s.kind, c.tenant_number * 100 + c.place / 10),
    initcap(s.kind) || ' ' || c.place / 10,
    s.duration,
    s.slot_interval,
    s.buffer_after,
    s.price
from bench.cast as c
cross join lateral (
    values
    ('fine', interval '00:25', interval '00:05', interval '00:05', 25),
    ('quick', interval '00:15', interval '00:20', interval '00:05', 15)
) as s (kind, duration, slot_interval, buffer_after, price)
where c.kind in ('shop', 'chain')
union all
select bench.id('tenant', 1), bench.id('fine', 100), 'Appointment', '01:00', '00:30', '00:00', 60;

insert into booking.requirement (tenant_id, service_id)
select s.tenant_id, s.service_id
from booking.service as s;

insert into booking.requirement_resource (tenant_id, service_id, resource_id)
select bench.id('tenant', c.tenant_number), bench.id(s.kind, c.tenant_number * 100 + c.place / 10), bench.id('resource', c.number)
from bench.cast as c
cross join (values ('fine'), ('quick')) as s (kind)
where c.kind in ('shop', 'chain') or (c.kind = 'solo' and s.kind = 'fine');

-- Every rule has something to say: notice, horizon, opening hours, own hours, overrides, holidays, time off.
insert into booking.policy_setting (tenant_id, policy_name, value)
select t.tenant_id, p.name, p.value
from booking.tenant as t
cross join (values ('advance_booking_limit_days', '365'::jsonb), ('minimum_booking_notice_hours', '4')) as p (name, value);

insert into booking.opening_hours (tenant_id, weekday, start_time, end_time)
select t.tenant_id, d.weekday, '08:00', '18:00'
from booking.tenant as t
cross join generate_series(0, 6) as d (weekday);

insert into booking.weekly_hours (tenant_id, resource_id, weekday, start_time, end_time)
select
    bench.id('tenant', c.tenant_number),
    bench.id('resource', c.number),
    d.weekday,
    case c.kind when 'office' then time '09:00' else '08:00' end,
    case c.kind when 'office' then time '17:00' else '18:00' end
from bench.cast as c
cross join generate_series(0, 6) as d (weekday)
where c.kind in ('solo', 'chain') or d.weekday between 1 and 5;

create table bench.week as
select n.week, bench.monday() + 7 * n.week as monday
from bench.load as l
cross join lateral generate_series(-l.weeks_before, 26) as n (week);
analyze bench.week;

insert into booking.holiday (tenant_id, name, kind, starts_on, ends_on, is_yearly)
select
    t.tenant_id, 'Closed ' || w.week, 'company_holiday', w.monday + 4, w.monday + 4,
    w.week between -25 and -1 -- a year later it is a Saturday, which the plan has for free: after the last week
from booking.tenant as t
cross join bench.week as w
where t.slug not in ('solo', 'office') and w.week % 6 = 0;

insert into booking.time_off (tenant_id, resource_id, starts_local, ends_local, reason)
select
    bench.id('tenant', c.tenant_number),
    bench.id('resource', c.number),
    w.monday + 4 + case when c.number % 2 = 0 then time '00:00' else time '13:00' end,
    w.monday + 5 + time '00:00',
    'away'
from bench.cast as c
cross join bench.week as w
where c.kind in ('shop', 'chain') and (w.week + c.number) % 5 = 0;

insert into booking.date_override (tenant_id, resource_id, on_date, start_time, end_time, reason)
select bench.id('tenant', c.tenant_number), bench.id('resource', c.number), w.monday + 4, '08:00', '12:00', 'short day'
from bench.cast as c
cross join bench.week as w
where c.kind in ('shop', 'chain') and (w.week + c.number) % 7 = 0;

insert into booking.customer (tenant_id, customer_id, name, email)
select
    t.tenant_id,
    bench.id('customer', c.tenant_number::bigint * 1000 + n),
    'Customer ' || n,
    'customer-' || n || '@example.com'
from (select distinct c.tenant_number from bench.cast as c) as c
join booking.tenant as t on t.tenant_id = bench.id('tenant', c.tenant_number)
cross join generate_series(0, 99) as n;

-- The bookings, with the wall-clock time at which each starts.
create table bench.plan as
select
    bench.id('tenant', c.tenant_number) as tenant_id,
    bench.id('resource', c.number) as resource_id,
    case
        when c.kind = 'office' then bench.id('fine', 0)
        else bench.id('fine', c.tenant_number * 100 + c.place / 10)
    end as service_id,
    bench.id('customer', c.tenant_number::bigint * 1000 + b.chance % 100) as customer_id,
    md5(concat_ws(' ', b.of, l.seed))::uuid as booking_id,
    b.starts_local,
    b.starts_local at time zone 'Europe/Berlin' as starts_at,
    b.duration,
    b.buffer
from bench.load as l
cross join bench.cast as c
cross join lateral (
    -- six a day from Monday to Friday, but for Fridays on which the tenant or the person is away
    select
        concat_ws(' ', c.number, d.on_date, h.hour) as of,
        j.chance,
        d.on_date + make_interval(hours => h.hour, mins => j.chance % 4 * 5) as starts_local,
        interval '00:40' as duration,
        interval '00:05' as buffer
    from bench.week as w
    cross join lateral (select w.monday + n, n from generate_series(0, 4) as n) as d (on_date, weekday)
    cross join unnest(array[8, 10, 11, 13, 15, 16]) as h (hour)
    cross join lateral (select bench.chance(concat_ws(' ', c.number, d.on_date, h.hour), l.seed)) as j (chance)
    where c.kind in ('shop', 'chain') and not (d.weekday = 4 and (w.week % 6 = 0 or (w.week + c.number) % 5 = 0))
    union all
    -- four meetings a day; on the Wednesday of the twelfth week everybody is free in the last of four parts
    select
        concat_ws(' ', c.number, d.on_date, h.hour),
        j.chance,
        d.on_date + make_interval(hours => h.hour, mins => j.chance % 12 * 5),
        make_interval(mins => 30 + j.chance / 12 % 3 * 15),
        '00:00'
    from generate_series(0, 12) as w (week)
    cross join lateral (select bench.monday() + 7 * w.week + n, n from generate_series(0, 4) as n) as d (on_date, weekday)
    cross join unnest(array[9, 11, 13, 15]) as h (hour)
    cross join lateral (select bench.chance(concat_ws(' ', c.number, d.on_date, h.hour), l.seed)) as j (chance)
    where c.kind = 'office' and not (w.week = 11 and d.weekday = 2 and h.hour = 15)
    union all
    -- six a day, every day
    select
        concat_ws(' ', c.number, d.on_date, h.hour),
        0,
        d.on_date + make_interval(hours => h.hour),
        '01:00',
        '00:00'
    from (select bench.monday() + n from generate_series(0, 179) as n) as d (on_date)
    cross join unnest(array[8, 9, 11, 13, 14, 16]) as h (hour)
    where c.kind = 'solo'
) as b;

insert into booking.booking
(
    tenant_id, booking_id, service_id, customer_id, status, starts_at, ends_at, time_zone, starts_local,
    resource_ids, price, currency, created_at
)
select
    p.tenant_id, p.booking_id, p.service_id, p.customer_id, 'confirmed', p.starts_at, p.starts_at + p.duration,
    'Europe/Berlin', p.starts_local, array[p.resource_id], 25, 'EUR', least(now(), p.starts_at - interval '240:00')
from bench.plan as p
order by p.tenant_id, p.resource_id, p.starts_at;

insert into booking.claim (tenant_id, resource_id, unit, starts_at, ends_at, booking_id)
select p.tenant_id, p.resource_id, 1, p.starts_at, p.starts_at + p.duration + p.buffer, p.booking_id
from bench.plan as p
order by p.tenant_id, p.resource_id, p.starts_at;

insert into booking.booking_event
(tenant_id, booking_id, version, kind, occurred_at, actor_role, operation_id, changes)
select
    p.tenant_id, p.booking_id, 1, 'created', least(now(), p.starts_at - interval '240:00'), 'service_role', p.booking_id,
    jsonb_build_object(
        'status', 'confirmed', 'starts_at', p.starts_at, 'ends_at', p.starts_at + p.duration,
        'service_id', p.service_id, 'customer_id', p.customer_id, 'resource_ids', array[p.resource_id],
        'party_size', 1, 'price', 25, 'currency', 'EUR'
    )
from bench.plan as p
order by p.tenant_id, p.resource_id, p.starts_at;

analyze bench.plan;

-- Places of the chain that are free by the plan, in the order in which bookings of the quick service are made:
-- one after the other, each taken once. A bare insert of a claim belongs to a booking that there is.
create table bench.place as
with free as (
    select
        row_number() over (order by w.week, d.day, m.minute, h.hour, c.place) as place,
        bench.id('tenant', c.tenant_number) as tenant_id,
        bench.id('quick', c.tenant_number * 100 + c.place / 10) as service_id,
        bench.id('resource', c.number) as resource_id,
        (w.monday + d.day + make_interval(hours => h.hour, mins => m.minute)) at time zone 'Europe/Berlin' as starts_at
    from bench.cast as c
    cross join bench.week as w
    cross join unnest(array[0, 1, 2, 3, 5, 6]) as d (day)
    cross join generate_series(8, 17) as h (hour)
    cross join unnest(array[0, 20, 40]) as m (minute)
    where c.kind = 'chain' and w.week >= 0 and (d.day >= 5 or h.hour in (9, 12, 14, 17))
),

booked as (
    select p.booking_id, row_number() over (order by p.booking_id) as number
    from bench.plan as p
    where p.tenant_id = bench.id('tenant', 3)
)

select
    f.place::integer as place,
    f.tenant_id,
    f.service_id,
    f.resource_id,
    f.starts_at,
    bench.id('customer', 3000 + f.place % 100) as customer_id,
    b.booking_id
from free as f
join booked as b on b.number = 1 + f.place % (select count(*) from booked);
alter table bench.place add constraint place_pkey primary key (place);
create sequence bench.next_place;

-- The caller of create_booking knows its place.
grant usage on schema bench to service_role;
grant select on bench.place to service_role;
grant usage on sequence bench.next_place to service_role;

drop table bench.plan;
