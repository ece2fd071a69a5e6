begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_closes => '10:00');
call pg_temp.have_booking('Monday', '2026-06-08T07:00Z');
call pg_temp.have_booking('a week after', '2026-06-15T07:00Z');

create function pg_temp.alternatives(p_starts_at timestamptz)
returns jsonb
language sql
volatile
as $function$
    select jsonb_path_query_array(o.details, '$.alternatives[*].starts_at')
    from pg_temp.book(p_starts_at) as o
$function$;

select is(
    pg_temp.alternatives('2026-06-15T07:00Z'), '["2026-06-22T07:00:00+00:00"]',
    'what there is once a week has its next start among them'
);
select booking_v1.set_weekly_hours(
    p_resource_id => pg_temp.id('Ada'),
    p_hours => '{"0": {"start_time": "09:00", "end_time": "10:00"}, "1": {"start_time": "09:00", "end_time": "10:00"}}'
);
select is(
    pg_temp.alternatives('2026-06-08T07:00Z'), '["2026-06-07T07:00:00+00:00", "2026-06-14T07:00:00+00:00"]',
    'and so has the day before'
);

select * from finish();
rollback;
