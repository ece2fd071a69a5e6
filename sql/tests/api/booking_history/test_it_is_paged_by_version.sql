begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.have_booking('cut', '2026-06-08T08:00Z');
call pg_temp.run(format(
    'select booking_v1.reschedule_booking(''later'', %L, ''2026-06-08T09:00Z'')', pg_temp.booking_of('cut')
));
call pg_temp.run(format('select booking_v1.cancel_booking(''off'', %L)', pg_temp.booking_of('cut')));

create function pg_temp.kinds(p_limit integer, p_after integer)
returns text[]
language sql
as $function$
    select array_agg(h.kind)
    from booking_v1.booking_history(pg_temp.booking_of('cut'), p_limit => p_limit, p_after => p_after) as h
$function$;

select is(pg_temp.kinds(2, null), array['created', 'rescheduled'], 'the first page');
select is(pg_temp.kinds(2, 2), array['cancelled'], 'what came after it');
select is(pg_temp.kinds(2, 3), null, 'and nothing more');
select is(
    pg_temp.error_of_call('booking_history', $$ pg_temp.booking_of('cut'), p_limit => 0 $$), '400 invalid_argument p_limit',
    'a page of nothing is none'
);

select * from finish();
rollback;
