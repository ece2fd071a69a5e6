begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/conflicts.sql
call pg_temp.make_shop();
call pg_temp.set_policy('advance_booking_limit_days', 'null');
call pg_temp.have_booking('soon', '2026-06-08T08:00Z');
call pg_temp.have_booking('far', '2099-06-01T08:00Z');
call pg_temp.run($$ select booking_v1.upsert_time_off(pg_temp.id('Ada'), '2099-06-01') $$);

alter function booking.working_time(uuid, uuid, tstzrange) rename to true_working_time;
create function booking.working_time(p_tenant_id uuid, p_resource_id uuid, p_window tstzrange)
returns booking.working_time
language plpgsql
stable
as $function$
begin
    if upper(p_window) - lower(p_window) > interval '366 days' then
        raise exception 'of % days', upper(p_window) - lower(p_window);
    end if;
    return booking.true_working_time(p_tenant_id, p_resource_id, p_window);
end
$function$;

select is(pg_temp.conflicts(), 'far time_off', 'without all the years before it');
call pg_temp.run($$ select booking_v1.upsert_time_off(pg_temp.id('Ada'), '2026-06-08') $$);
select is(pg_temp.conflicts(), 'soon time_off, far time_off', 'beside what lies near');

select * from finish();
rollback;
