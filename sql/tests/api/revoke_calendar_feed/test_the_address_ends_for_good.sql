begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
select f.* into temp table made from booking_v1.create_calendar_feed(p_resource_id => pg_temp.id('Ada')) as f;
select f.* into temp table other from booking_v1.create_calendar_feed(p_resource_id => pg_temp.id('Ada')) as f;

select booking_v1.revoke_calendar_feed(m.feed_id) from pg_temp.made as m;
select is(
    pg_temp.error_of('select booking_v1.calendar(m.token) from pg_temp.made as m'), '404 not_found p_token', 'it is gone'
);
select is(
    pg_temp.error_of('select booking_v1.calendar(o.token) from pg_temp.other as o'), 'no error', 'the other one is not'
);
select is(
    (select array_agg(f.revoked_at order by f.revoked_at) from booking_v1.list_calendar_feeds() as f),
    array['2026-06-01T05:00Z', null]::timestamptz[], 'both are listed'
);
select is(
    pg_temp.error_of('select booking_v1.revoke_calendar_feed(m.feed_id) from pg_temp.made as m'), 'no error',
    'once more is no harm'
);
select is(
    pg_temp.error_of('select booking_v1.calendar(''' || repeat('A', 64) || ''')'), '404 not_found p_token', 'nor was it ever there'
);

select * from finish();
rollback;
