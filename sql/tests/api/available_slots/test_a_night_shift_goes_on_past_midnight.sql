begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(
    p_time_zone => 'Europe/Berlin', p_weekdays => '{6}',
    p_opens => '22:00', p_closes => '02:00', p_duration => '01:00', p_now => '2026-06-01T05:00Z'
);

select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2026-06-06T12:00Z', '2026-06-07T12:00Z') as s (starts_at)
    $$,
    $$
        values
            ('2026-06-06T20:00Z'::timestamptz),
            ('2026-06-06T21:00Z'),
            ('2026-06-06T22:00Z'),
            ('2026-06-06T23:00Z')
    $$,
    'from 22:00 to 02:00'
);

select * from finish();
rollback;
