begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/conflicts.sql
call pg_temp.make_shop(p_weekdays => '{1, 2, 3, 4, 5}');
call pg_temp.run($$
    select pg_temp.book('2026-06-08T07:00Z'::timestamptz + d.number * interval '24:00' + h.number * interval '01:00')
    from generate_series(0, 4) as d (number)
    cross join generate_series(0, 7) as h (number)
$$);
call pg_temp.run($$ select booking_v1.upsert_holiday('H', '2026-06-09') $$);
set local track_functions = 'pl';

create function pg_temp.calls(p_function text, p_limit integer)
returns bigint
language plpgsql
volatile
as $function$
declare
    v_before bigint := (
        select coalesce(sum(s.calls), 0) from pg_stat_xact_user_functions as s where s.funcname = p_function
    );
begin
    perform from booking_v1.list_booking_conflicts(p_limit => p_limit) as c;
    return (
        select coalesce(sum(s.calls), 0) - v_before from pg_stat_xact_user_functions as s where s.funcname = p_function
    );
end
$function$;

select is(pg_temp.bookings(), 40::bigint, 'forty bookings, eight of them on a holiday');
select is(pg_temp.calls('conflicts_of', 100), 8::bigint, 'eight are explained');
select is(pg_temp.calls('conflicts_of', 3), 3::bigint, 'of a page only those of the page');
select is(pg_temp.calls('hours', 3), 2 + 3 * 4::bigint, 'and the hours of all are worked out once');

select * from finish();
rollback;
