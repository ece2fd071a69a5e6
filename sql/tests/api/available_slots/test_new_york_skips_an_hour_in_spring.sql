begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(
    p_time_zone => 'America/New_York', p_weekdays => '{0}',
    p_opens => '00:00', p_closes => '04:00', p_duration => '01:00', p_now => '2026-03-01T00:00Z'
);

select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2026-03-08T00:00Z', '2026-03-09T00:00Z') as s (starts_at)
    $$,
    $$
        values
            ('2026-03-08T05:00Z'::timestamptz),
            ('2026-03-08T06:00Z'),
            ('2026-03-08T07:00Z')
    $$,
    'no start at 2:00'
);

select * from finish();
rollback;
