begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(
    p_time_zone => 'Asia/Kolkata', p_weekdays => '{1}',
    p_opens => '09:00', p_closes => '12:00', p_duration => '01:00', p_now => '2026-06-01T05:00Z'
);

select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2026-06-07T12:00Z', '2026-06-08T12:00Z') as s (starts_at)
    $$,
    $$
        values
            ('2026-06-08T03:30Z'::timestamptz),
            ('2026-06-08T04:30Z'),
            ('2026-06-08T05:30Z')
    $$,
    'from 9:00 to 12:00, 5:30 ahead of UTC'
);

select * from finish();
rollback;
