begin;
select plan(6);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.run($$
    select booking_v1.upsert_resource('Ada', 'staff', p_units => 2, p_resource_id => pg_temp.id('Ada'))
$$);
call pg_temp.have_booking('first', '2026-06-08T08:00Z');
call pg_temp.have_booking('second', '2026-06-08T08:00Z');

create function pg_temp.fewer()
returns text
language sql
volatile
as $function$
    select pg_temp.error_of(
        $$ select booking_v1.upsert_resource('Ada', 'staff', p_units => 1, p_resource_id => pg_temp.id('Ada')) $$
    )
$function$;

select is(pg_temp.fewer(), '409 in_use p_units', 'a booking to come takes the second');
select is(
    pg_temp.error_of_call('upsert_resource', $$ 'Ben', 'staff', p_units => 1 $$), 'no error', 'which is nothing to another'
);
select is(
    pg_temp.error_of_call('upsert_resource', $$ 'Ada', 'staff', p_units => 2, p_resource_id => pg_temp.id('Ada') $$),
    'no error', 'nor in the way of as many as there are'
);
select is(r.units, 2, 'and it stays') from booking.resource as r where r.resource_id = pg_temp.id('Ada');
set local booking.now = '2026-06-08T09:00Z';
select is(pg_temp.fewer(), 'no error', 'a booking that is over does not count');
select is(r.units, 1, 'and it goes') from booking.resource as r where r.resource_id = pg_temp.id('Ada');

select * from finish();
rollback;
