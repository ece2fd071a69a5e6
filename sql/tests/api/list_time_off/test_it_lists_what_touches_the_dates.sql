begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.run(
    $$ select booking_v1.upsert_time_off(pg_temp.id('Ada'), '2026-06-08', '2026-06-10') $$
);

create function pg_temp.absences(p_from date, p_to date)
returns bigint
language sql
stable
as $function$
    select count(*) from booking_v1.list_time_off(p_from, p_to) as f
$function$;

select is(pg_temp.absences('2026-06-10', '2026-06-20'), 1::bigint, 'its last day');
select is(pg_temp.absences('2026-06-11', '2026-06-20'), 0::bigint, 'not the day after');
select is(pg_temp.absences('2026-06-01', '2026-06-08'), 1::bigint, 'its first day');
select is(pg_temp.absences('2026-06-01', '2026-06-07'), 0::bigint, 'not the day before');

select * from finish();
rollback;
