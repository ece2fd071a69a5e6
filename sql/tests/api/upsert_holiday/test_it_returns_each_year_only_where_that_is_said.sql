begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

create function pg_temp.is_yearly(p_is_yearly boolean)
returns boolean
language plpgsql
as $function$
begin
    perform booking_v1.upsert_holiday('Fair', '2026-06-08', p_is_yearly => p_is_yearly);
    return (select h.is_yearly from booking_v1.list_holidays() as h);
end
$function$;

select is(pg_temp.is_yearly(null), false, 'nothing said: once');
select is(pg_temp.is_yearly(true), true, 'each year');
select is(pg_temp.is_yearly(false), false, 'once');

select * from finish();
rollback;
