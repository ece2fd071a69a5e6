begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

create function pg_temp.ends_at(p_end_time text)
returns setof time
language plpgsql
as $function$
begin
    perform booking_v1.import_opening_hours(
        jsonb_build_object('1', jsonb_build_object('start_time', '18:00', 'end_time', p_end_time))
    );
    return query select h.end_time from booking_v1.list_opening_hours() as h;
end
$function$;

select results_eq($$ select pg_temp.ends_at('24:00') $$, array['24:00'::time], 'as its end');
select results_eq($$ select pg_temp.ends_at('00:00') $$, array['00:00'::time], 'as the beginning of the next');

select * from finish();
rollback;
