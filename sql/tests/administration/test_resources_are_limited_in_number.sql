begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/statements.sql
call pg_temp.make_shop();

insert into booking.resource (tenant_id, kind, name, time_zone)
select pg_temp.id('shop'), 'room', 'Room ' || n, 'UTC' from generate_series(1, 1998) as n;
select is(pg_temp.error_of_call('upsert_resource', $$ 'The last', 'room' $$), 'no error', 'the 2000th');
select is(pg_temp.error_of_call('upsert_resource', $$ 'One more', 'room' $$), '400 limit_reached', 'no other');
select is(
    pg_temp.error_of_call('upsert_resource', $$ 'Eve', 'staff', p_resource_id => pg_temp.id('Ada') $$), 'no error',
    'those that there are can be changed'
);

select * from finish();
rollback;
