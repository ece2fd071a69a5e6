begin;
select plan(4);
set local track_functions = 'pl';
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop(p_people => '{Ada,Ben}');
call pg_temp.have_booking('hers', '2026-06-08T08:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('his', '2026-06-08T08:00Z', pg_temp.id('Ben'));
insert into booking.time_off (tenant_id, resource_id, starts_local, ends_local)
values (pg_temp.id('shop'), pg_temp.id('Ben'), '2026-06-08 12:00', '2026-06-08 13:00');
call pg_temp.run('select booking.run_in_tenants(''fill_timetable'', 1000000)');

create function pg_temp.looks(p_starts_at timestamptz)
returns bigint
language plpgsql
as $function$
declare
    v_before bigint := coalesce(pg_stat_get_xact_function_calls('booking.hours'::regproc), 0);
begin
    perform booking_v1.explain_slot(pg_temp.id('Cut'), p_starts_at);
    return coalesce(pg_stat_get_xact_function_calls('booking.hours'::regproc), 0) - v_before;
end
$function$;

comment on function pg_temp.looks(timestamptz) is 'How often hours are worked out to explain a start.';

select is(pg_temp.looks('2026-06-08T08:00Z'), 0::bigint, 'both are booked');
select is(pg_temp.looks('2026-06-08T09:00Z'), 0::bigint, 'both are free');
call pg_temp.have_booking('noon', '2026-06-08T10:00Z', pg_temp.id('Ada'));
select is(pg_temp.looks('2026-06-08T10:00Z'), 2::bigint, 'one is away: the shop''s hours and those of one');
select is(pg_temp.looks('2026-06-08T20:00Z'), 4::bigint, 'the shop''s hours and those of each where nobody works');

select * from finish();
rollback;
