begin;
select plan(4);
\ir ../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}', p_weekdays => '{}');

create function pg_temp.records(p_function text, p_arguments text[])
returns text
language plpgsql
as $function$
declare
    v_arguments text;
    v_id uuid;
    v_ids uuid[] := '{}';
begin
    foreach v_arguments in array p_arguments || p_arguments loop
        execute format('select booking_v1.%I(%s)', p_function, v_arguments) into v_id;
        v_ids := v_ids || v_id;
    end loop;
    return (select count(distinct i.id) from unnest(v_ids) as i (id)) || ' of ' || cardinality(v_ids);
end
$function$;

comment on function pg_temp.records(text, text[]) is 'How many records come of calls, each of which is made twice.';

select is(
    pg_temp.records('upsert_weekly_hours', array[
            $$ pg_temp.id('Ada'), 1, '09:00', '17:00', '2026-06-01', '2026-06-30' $$,
            $$ pg_temp.id('Ben'), 1, '09:00', '17:00', '2026-06-01', '2026-06-30' $$,
            $$ pg_temp.id('Ada'), 2, '09:00', '17:00', '2026-06-01', '2026-06-30' $$,
            $$ pg_temp.id('Ada'), 1, '10:00', '17:00', '2026-06-01', '2026-06-30' $$,
            $$ pg_temp.id('Ada'), 1, '09:00', '18:00', '2026-06-01', '2026-06-30' $$,
            $$ pg_temp.id('Ada'), 1, '09:00', '17:00', '2026-06-02', '2026-06-30' $$,
            $$ pg_temp.id('Ada'), 1, '09:00', '17:00', '2026-06-01', '2026-06-29' $$,
            $$ pg_temp.id('Ada'), 3, '09:00', '17:00', '2026-06-01', '2026-06-01' $$
        ]),
    '8 of 16', 'weekly hours'
);
select is(
    pg_temp.records('upsert_date_override', array[
            $$ '2026-06-08', '09:00', '12:00' $$,
            $$ '2026-06-08', '09:00', '12:00', pg_temp.id('Ada') $$,
            $$ '2026-06-09', '09:00', '12:00' $$,
            $$ '2026-06-08', '10:00', '12:00' $$,
            $$ '2026-06-08', '09:00', '11:00' $$,
            $$ '2026-06-10' $$,
            $$ '2026-06-10', '09:00', '12:00', pg_temp.id('Ada') $$
        ]),
    '7 of 14', 'overrides'
);
select is(
    pg_temp.records('upsert_time_off', array[
            $$ pg_temp.id('Ada'), '2026-06-08', '2026-06-09' $$,
            $$ pg_temp.id('Ben'), '2026-06-08', '2026-06-09' $$,
            $$ pg_temp.id('Ada'), '2026-06-07', '2026-06-09' $$,
            $$ pg_temp.id('Ada'), '2026-06-08', '2026-06-10' $$
        ]),
    '4 of 8', 'time off'
);
select is(
    pg_temp.records('upsert_holiday', array[$$ 'A', '2026-06-08' $$, $$ 'B', '2026-06-08' $$, $$ 'A', '2026-06-09' $$]),
    '3 of 6', 'holidays'
);

select * from finish();
rollback;
