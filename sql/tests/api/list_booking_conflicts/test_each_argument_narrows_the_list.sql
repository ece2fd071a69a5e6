begin;
select plan(10);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/conflicts.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');
call pg_temp.have_booking('nine', '2026-06-08T07:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('ten', '2026-06-08T08:00Z', pg_temp.id('Ben'));
call pg_temp.have_booking('eleven', '2026-06-08T09:00Z', pg_temp.id('Ada'));
call pg_temp.run($$ select booking_v1.upsert_holiday('H', '2026-06-08') $$);

select is(pg_temp.conflicts(), 'nine holiday, ten holiday, eleven holiday', 'all, by start');
select is(pg_temp.conflicts($$ p_from => '2026-06-08T08:00Z' $$), 'ten holiday, eleven holiday', 'p_from is included');
select is(pg_temp.conflicts($$ p_to => '2026-06-08T09:00Z' $$), 'nine holiday, ten holiday', 'p_to is not');
select is(pg_temp.conflicts($$ p_resource_id => pg_temp.id('Ben') $$), 'ten holiday', 'of a resource');
select is(pg_temp.conflicts($$ p_resource_id => gen_random_uuid() $$), 'none', 'of one that there is not');
select is(
    pg_temp.conflicts($$ p_limit => 1, p_after => pg_temp.booking_of('nine') $$), 'ten holiday', 'a page after another'
);
select is(
    pg_temp.error_of_call('list_booking_conflicts', 'p_after => gen_random_uuid()'), '400 invalid_argument p_after',
    'after no booking'
);
select is(
    pg_temp.error_of_call('list_booking_conflicts', $$ p_to => '2026-06-01T04:59Z' $$), '400 invalid_argument p_to',
    'without p_from it begins now, and to end before that is a mistake'
);
select is(
    pg_temp.error_of_call('list_booking_conflicts', $$ '-infinity', 'infinity' $$), 'no error', 'any time there is'
);
select is(pg_temp.conflicts($$ '-infinity', 'infinity' $$), pg_temp.conflicts(), 'which is as long as bookings go');

select * from finish();
rollback;
