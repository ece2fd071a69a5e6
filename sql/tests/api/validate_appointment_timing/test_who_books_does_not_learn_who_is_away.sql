begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
create view pg_temp.said as
    select v.code, v.message
    from booking_v1.validate_appointment_timing(pg_temp.id('Cut'), '2026-06-08T08:00Z') as v;
grant select on pg_temp.said to anon;
select booking_v1.upsert_time_off(pg_temp.id('Ada'), '2026-06-08')::text;
select results_eq('table said', $$ values ('time_off', 'Ada is away') $$, 'who works there does');
select set_config('request.headers', json_build_object('x-tenant', t.slug)::text, true)
from booking.tenant as t
where t.tenant_id = pg_temp.id('shop');
set local role anon;
select set_config('pgtap.said', (select string_agg(concat_ws(' ', s.code, s.message), ',') from said as s), true);
reset role;
select is(
    current_setting('pgtap.said'), 'time_off nobody who could serve it is free then', 'a visitor learns that nobody is there'
);
select booking_v1.upsert_holiday('Feast', '2026-06-08')::text;
select ok('holiday' in (select s.code from said as s), 'and a holiday of all');

select * from finish();
rollback;
