begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(
    p_time_zone => 'Australia/Lord_Howe', p_weekdays => '{0}',
    p_opens => '01:00', p_closes => '03:00', p_duration => '00:30', p_now => '2026-04-01T00:00Z'
);

select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2026-04-04T12:00Z', '2026-04-05T12:00Z') as s (starts_at)
    $$,
    $$
        values
            ('2026-04-04T14:00Z'::timestamptz),
            ('2026-04-04T14:30Z'),
            ('2026-04-04T15:00Z'),
            ('2026-04-04T15:30Z'),
            ('2026-04-04T16:00Z')
    $$,
    '1:30 twice'
);

select * from finish();
rollback;
