begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/conflicts.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');
call pg_temp.have_booking('hers', '2026-06-08T08:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('his', '2026-06-08T08:00Z', pg_temp.id('Ben'));
call pg_temp.run($$ select booking_v1.upsert_holiday('H', '2026-06-08') $$);
call pg_temp.run($$ select booking_v1.upsert_membership('ada', 'staff', array[pg_temp.id('Ada')]) $$);

create function pg_temp.conflicts_as(p_subject text, p_arguments text default '')
returns text
language plpgsql
as $function$
declare
    v_conflicts text;
begin
    perform set_config('request.jwt.claims', json_build_object('role', 'authenticated', 'sub', p_subject)::text, true);
    v_conflicts := coalesce(
        nullif(pg_temp.error_of_call('list_booking_conflicts', p_arguments), 'no error'), pg_temp.conflicts(p_arguments)
    );
    perform set_config('request.jwt.claims', '', true);
    return v_conflicts;
end
$function$;

select matches(pg_temp.conflicts_as('ada'), '^(hers|his) holiday, (hers|his) holiday$', 'by default all');
call pg_temp.set_policy('staff_sees_all_bookings', 'false');
select is(pg_temp.conflicts_as('ada'), 'hers holiday', 'or their own');
select is(pg_temp.conflicts_as('ada', $$ p_resource_id => pg_temp.id('Ben') $$), 'none', 'not a colleague''s');
select is(
    pg_temp.conflicts_as('ada', $$ p_after => pg_temp.booking_of('his') $$), '400 invalid_argument p_after',
    'nor what comes after one'
);
select is(pg_temp.conflicts_as('zoe'), '403 not_allowed', 'customers see none');

select * from finish();
rollback;
