begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(
    p_time_zone => 'Europe/Berlin', p_weekdays => '{0}',
    p_opens => '00:00', p_closes => '06:00', p_duration => '01:00', p_now => '2026-03-20T00:00Z'
);

select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2026-03-28T12:00Z', '2026-03-29T12:00Z') as s (starts_at)
    $$,
    $$
        values
            ('2026-03-28T23:00Z'::timestamptz),
            ('2026-03-29T00:00Z'),
            ('2026-03-29T01:00Z'),
            ('2026-03-29T02:00Z'),
            ('2026-03-29T03:00Z')
    $$,
    'no start at 2:00'
);

select * from finish();
rollback;
