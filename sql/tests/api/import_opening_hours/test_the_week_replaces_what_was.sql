begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.run($$ select booking_v1.upsert_opening_hours(1, '10:00', '16:00') $$);

select results_eq(
    $$
        select h.weekday, h.start_time, h.end_time
        from booking_v1.import_opening_hours('{
            "1": {"is_open": true, "start_time": "09:00", "end_time": "12:00"},
            "0": {"is_open": false}
        }') as h
    $$,
    $$ values (1, '09:00'::time, '12:00'::time) $$,
    'what is returned'
);
select results_eq(
    $$ select h.weekday, h.start_time, h.end_time from booking_v1.list_opening_hours() as h $$,
    $$ values (1, '09:00'::time, '12:00'::time) $$,
    'is what there is'
);
select is(count(*), 3::bigint, 'and what is open') from pg_temp.starts('2026-06-08', '2026-06-15');

select * from finish();
rollback;
