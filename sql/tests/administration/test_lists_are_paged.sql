begin;
select plan(22);
\ir ../helpers/shop.sql
\ir ../helpers/statements.sql
call pg_temp.make_shop(p_people => '{Ada, Ben, Eve}', p_weekdays => '{1, 2}');
call pg_temp.make_shop(p_name => 'other', p_people => '{Zoe}', p_service => 'Massage');
call pg_temp.enter_shop('shop');
call pg_temp.run($$
    select booking_v1.upsert_service(s.name, '01:00', array[pg_temp.id('Ada')]) from (values ('Color'), ('Cut')) as s (name)
$$);
call pg_temp.run($$
    select booking_v1.upsert_opening_hours(d.weekday, '08:00', '20:00') from generate_series(1, 3) as d (weekday)
$$);
call pg_temp.run($$
    select booking_v1.upsert_date_override('2026-06-08', o.start_time::time, o.end_time::time, o.resource_id)
    from (
        values (null::uuid, null, null), (pg_temp.id('Ada'), '08:00', '09:00'), (pg_temp.id('Ada'), '10:00', '11:00'),
        (pg_temp.id('Ben'), null, null)
    ) as o (resource_id, start_time, end_time)
$$);
call pg_temp.run($$ select booking_v1.upsert_holiday(h.name, '2026-06-08') from (values ('A'), ('B'), ('C')) as h (name) $$);
call pg_temp.run($$
    select booking_v1.upsert_time_off(pg_temp.id(w.name), '2026-06-08', '2026-06-10') from (values ('Ada'), ('Ben')) as w (name)
$$);
insert into booking.membership (tenant_id, subject, role, created_at)
select pg_temp.id('shop'), m.subject, 'staff', booking.now()
from (values ('sam'), ('tom'), ('uta')) as m (subject);

create function pg_temp.ids(p_list text, p_id text, p_limit integer, p_after text default null)
returns text[]
language plpgsql
as $function$
declare
    v_ids text[];
begin
    execute format(
        'select array_agg(l.%I::text) from booking_v1.%I(p_limit => %L, p_after => %L) as l', p_id, p_list, p_limit, p_after
    ) into v_ids;
    return v_ids;
end
$function$;

create function pg_temp.turned(p_list text, p_id text)
returns text[]
language plpgsql
as $function$
declare
    v_ids text[];
    v_page text[];
begin
    loop
        v_page := pg_temp.ids(p_list => p_list, p_id => p_id, p_limit => 1, p_after => v_ids[cardinality(v_ids)]);
        exit when v_page is null or cardinality(v_ids) > 10;
        v_ids := v_ids || v_page;
    end loop;
    return v_ids;
end
$function$;

create temporary table list (name, id, least) as values
('list_date_overrides', 'date_override_id', 4), ('list_holidays', 'holiday_id', 3), ('list_memberships', 'subject', 3),
('list_opening_hours', 'opening_hours_id', 3), ('list_resources', 'resource_id', 3), ('list_services', 'service_id', 3),
('list_tenants', 'tenant_id', 2), ('list_time_off', 'time_off_id', 2), ('list_weekly_hours', 'weekly_hours_id', 6);

select is(pg_temp.turned(l.name, l.id), pg_temp.ids(l.name, l.id, 10000), l.name || ': page by page it is the whole')
from list as l;
select ok(cardinality(pg_temp.ids(l.name, l.id, 10000)) >= l.least, l.name || ': some pages') from list as l;
select is_empty(
    $$
        select l.name, e.error
        from list as l
        cross join lateral (
            select pg_temp.error_of(format('select booking_v1.%I(p_after => %L)', l.name, gen_random_uuid())) as error
        ) as e
        where e.error <> '400 invalid_argument p_after'
    $$,
    'after what is not in the list: refused'
);
select is(
    pg_temp.error_of(format('select booking_v1.list_resources(p_after => %L)', pg_temp.id('Zoe'))),
    '400 invalid_argument p_after', 'nor is what is in another tenant''s'
);
select is_empty(
    $$
        select p.proname, n.rows, e.error
        from pg_catalog.pg_proc as p
        cross join (values ('0'), ('10001'), ('null')) as n (rows)
        cross join lateral (
            select pg_temp.error_of_call(p.proname::text, 'p_limit => ' || n.rows) as error
        ) as e
        where
            p.pronamespace = 'booking_v1'::regnamespace and p.proname like 'list%' and 'p_limit' = any(p.proargnames)
            and e.error <> '400 invalid_argument p_limit'
    $$,
    'no page of nothing, none of a million rows, in any list there is'
);
select is(
    pg_temp.error_of_call('list_customers', $$ repeat('x', 201) $$), '400 invalid_argument p_search',
    'nor is a novel searched for'
);

select * from finish();
rollback;
