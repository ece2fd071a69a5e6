begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(
    p_time_zone => 'Europe/Berlin', p_weekdays => '{0}',
    p_opens => '00:00', p_closes => '06:00', p_duration => '01:00', p_now => '2026-10-20T00:00Z'
);

select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2026-10-24T12:00Z', '2026-10-25T12:00Z') as s (starts_at)
    $$,
    $$
        values
            ('2026-10-24T22:00Z'::timestamptz),
            ('2026-10-24T23:00Z'),
            ('2026-10-25T00:00Z'),
            ('2026-10-25T01:00Z'),
            ('2026-10-25T02:00Z'),
            ('2026-10-25T03:00Z'),
            ('2026-10-25T04:00Z')
    $$,
    '2:00 twice'
);

select * from finish();
rollback;
