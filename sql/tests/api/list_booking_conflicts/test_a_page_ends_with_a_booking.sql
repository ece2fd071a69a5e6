begin;
select plan(7);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/conflicts.sql
call pg_temp.make_shop(p_people => '{Ada, Ben, Eve}');
call pg_temp.have_booking('first', '2026-06-08T08:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('fits', '2026-06-08T08:00Z', pg_temp.id('Eve'));
call pg_temp.have_booking('second', '2026-06-08T08:00Z', pg_temp.id('Ben'));
call pg_temp.have_booking('third', '2026-06-08T09:00Z', pg_temp.id('Ada'));
call pg_temp.run($$
    select booking_v1.upsert_holiday('H', '2026-06-08', p_resource_ids => array[pg_temp.id('Ada'), pg_temp.id('Ben')])
$$);
call pg_temp.run($$
    select booking_v1.upsert_time_off(pg_temp.id(w.name), '2026-06-08') from (values ('Ada'), ('Ben')) as w (name)
$$);
-- of one start, by id
create temporary table turn on commit drop as
select b.booking_id, row_number() over (order by b.starts_at, b.booking_id) as number
from booking.booking as b
where b.tenant_id = pg_temp.id('shop') and b.booking_id <> pg_temp.booking_of('fits');

create function pg_temp.page(p_limit integer, p_after uuid)
returns text
language sql
as $function$
    select string_agg(concat_ws(' ', t.number, c.code), ', ' order by c.ordinality)
    from booking_v1.list_booking_conflicts(p_limit => p_limit, p_after => p_after) with ordinality as c
    join turn as t on t.booking_id = c.booking_id
$function$;

create function pg_temp.turned(p_number integer)
returns uuid
language sql
as $function$
    select t.booking_id from turn as t where t.number = p_number
$function$;

select is(
    pg_temp.page(100, null), '1 holiday, 1 time_off, 2 holiday, 2 time_off, 3 holiday, 3 time_off', 'all of them'
);
select is(pg_temp.page(1, null), '1 holiday, 1 time_off', 'one booking, with all that is said of it');
select is(pg_temp.page(2, null), '1 holiday, 1 time_off, 2 holiday, 2 time_off', 'two, of one start');
select is(pg_temp.page(1, pg_temp.turned(1)), '2 holiday, 2 time_off', 'the next page');
call pg_temp.run($$ select booking_v1.cancel_booking('c', pg_temp.turned(1)) $$);
select is(
    pg_temp.page(100, pg_temp.turned(1)), '2 holiday, 2 time_off, 3 holiday, 3 time_off',
    'after one that is no longer in the list'
);
select is(
    pg_temp.page(100, pg_temp.booking_of('fits')),
    (
        select string_agg(format('%s holiday, %s time_off', t.number, t.number), ', ' order by t.number)
        from turn as t
        join booking.booking as b on b.booking_id = t.booking_id
        where b.starts_at > '2026-06-08T08:00Z' or (b.status <> 'cancelled' and t.booking_id > pg_temp.booking_of('fits'))
    ),
    'or never was'
);
update booking.booking set resource_ids = array[pg_temp.id('Ben'), pg_temp.id('Ada')]
where booking_id = pg_temp.turned(2);
select is(pg_temp.page(1, pg_temp.turned(1)), '2 holiday, 2 time_off, 2 holiday, 2 time_off', 'of two people, both');

select * from finish();
rollback;
