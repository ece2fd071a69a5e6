begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(
    p_time_zone => 'Australia/Lord_Howe', p_weekdays => '{0}',
    p_opens => '01:00', p_closes => '04:00', p_duration => '00:30', p_now => '2026-09-30T00:00Z'
);

select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2026-10-03T12:00Z', '2026-10-04T12:00Z') as s (starts_at)
    $$,
    $$
        values
            ('2026-10-03T14:30Z'::timestamptz),
            ('2026-10-03T15:00Z'),
            ('2026-10-03T15:30Z'),
            ('2026-10-03T16:00Z'),
            ('2026-10-03T16:30Z')
    $$,
    'no start at 2:00'
);

select * from finish();
rollback;
