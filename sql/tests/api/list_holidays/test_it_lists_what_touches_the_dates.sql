begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.run($$ select booking_v1.upsert_holiday('Works', '2026-06-08', '2026-06-10') $$);

create function pg_temp.names(p_from date, p_to date)
returns text[]
language sql
stable
as $function$
    select array(select h.name from booking_v1.list_holidays(p_from, p_to) as h)
$function$;

select is(pg_temp.names('2026-06-10', '2026-06-20'), array['Works'], 'its last day');
select is(pg_temp.names('2026-06-11', '2026-06-20'), '{}', 'not the day after');
select is(pg_temp.names('2026-06-01', '2026-06-08'), array['Works'], 'its first day');
select is(pg_temp.names('2026-06-01', '2026-06-07'), '{}', 'not the day before');
call pg_temp.run($$ select booking_v1.upsert_holiday('New Year', '2020-01-01', p_is_yearly => true) $$);
select is(pg_temp.names('2026-06-01', '2026-06-07'), array['New Year'], 'a yearly one, whatever the dates');

select * from finish();
rollback;
