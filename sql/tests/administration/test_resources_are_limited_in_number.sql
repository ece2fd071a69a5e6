begin;
select plan(8);
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


update booking.resource as r set is_active = false where r.tenant_id = pg_temp.id('shop') and r.name = 'Room 1';
select is(pg_temp.error_of_call('upsert_resource', $$ 'In its place', 'room' $$), 'no error', 'who is out of use leaves room');
select is(
    pg_temp.error_of_call(
        'upsert_resource',
        $$
            'Room 1', 'room', p_is_active => true,
            p_resource_id => (select r.resource_id from booking.resource as r where r.name = 'Room 1')
        $$
    ),
    '400 limit_reached', 'and comes back only where there is some'
);
update booking.resource as r set is_active = false where r.tenant_id = pg_temp.id('shop');
insert into booking.resource (tenant_id, kind, name, time_zone, is_active)
select pg_temp.id('shop'), 'room', 'Old ' || n, 'UTC', false from generate_series(1, 2999) as n;
select is(pg_temp.error_of_call('upsert_resource', $$ 'Too much', 'room' $$), '400 limit_reached', 'all in all there is a limit, too');
select is(
    pg_temp.error_of_call('upsert_resource', $$ 'Too much', 'room', p_is_active => false $$), '400 limit_reached',
    'which those out of use count against'
);
select is(
    pg_temp.error_of_call(
        'upsert_resource',
        $$
            'Room 1', 'room', p_is_active => true,
            p_resource_id => (select r.resource_id from booking.resource as r where r.name = 'Room 1')
        $$
    ),
    'no error', 'and coming back does not'
);

select * from finish();
rollback;
