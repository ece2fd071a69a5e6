begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(
    p_time_zone => 'America/New_York', p_weekdays => '{0}',
    p_opens => '00:00', p_closes => '04:00', p_duration => '01:00', p_now => '2026-10-25T00:00Z'
);

select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2026-11-01T00:00Z', '2026-11-02T00:00Z') as s (starts_at)
    $$,
    $$
        values
            ('2026-11-01T04:00Z'::timestamptz),
            ('2026-11-01T05:00Z'),
            ('2026-11-01T06:00Z'),
            ('2026-11-01T07:00Z'),
            ('2026-11-01T08:00Z')
    $$,
    '1:00 twice'
);

select * from finish();
rollback;
