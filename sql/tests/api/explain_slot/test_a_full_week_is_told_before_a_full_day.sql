begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.set_policy('max_bookings_per_day', '1');
call pg_temp.set_policy('max_bookings_per_week', '1');
do $do$
begin
    for v_week in 1..8 loop
        call pg_temp.have_booking(
            'of week ' || v_week, timestamptz '2026-06-01T10:00Z' + v_week * interval '7 days'
        );
    end loop;
end
$do$;

select results_eq(
    $$
        select array_agg(e.rule order by e.position)
        from generate_series(1, 8) as w (week)
        cross join lateral booking_v1.explain_slot(
            p_service_id => pg_temp.id('Cut'), p_starts_at => timestamptz '2026-06-01T08:00Z' + w.week * interval '7 days'
        ) with ordinality as e (code, message, resource_id, rule, rule_id, during, position)
        group by w.week
    $$,
    $$ select '{max_bookings_per_week,max_bookings_per_day}'::text[] from generate_series(1, 8) $$,
    'another day of that week is no use'
);

select * from finish();
rollback;
