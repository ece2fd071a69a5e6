begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
with added as (
    insert into booking.resource as r (tenant_id, kind, name, time_zone)
    select pg_temp.id('shop'), 'room', 'Room ' || n, 'UTC' from generate_series(1, 200) as n
    returning r.resource_id
)

insert into booking.requirement_resource (tenant_id, service_id, resource_id)
select pg_temp.id('shop'), pg_temp.id('Cut'), a.resource_id from added as a;

select is(
    pg_temp.error_of_call('available_slots', $$ pg_temp.id('Cut'), '2026-06-08', '2026-06-09', p_limit => 9951 $$),
    '400 invalid_argument p_limit', 'of 201 resources not that many rows'
);
select is(
    pg_temp.error_of_call('available_slots', $$ pg_temp.id('Cut'), '2026-06-08', '2026-06-09', p_limit => 9950 $$),
    'no error', 'but as many as make two million ids'
);
select is(
    pg_temp.error_of_call(
        'available_slots',
        $$ pg_temp.id('Cut'), '2026-06-08', '2026-06-09', p_resource_id => pg_temp.id('Ada'), p_limit => 10000 $$
    ),
    'no error', 'of one of them a whole page'
);

select * from finish();
rollback;
