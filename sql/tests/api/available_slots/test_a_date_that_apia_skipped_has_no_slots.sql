begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(
    p_time_zone => 'Pacific/Apia', p_weekdays => '{4,5,6}',
    p_opens => '10:00', p_closes => '11:00', p_duration => '01:00', p_now => '2011-12-20T00:00Z'
);

select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2011-12-29T12:00Z', '2011-12-31T12:00Z') as s (starts_at)
    $$,
    $$
        values
            ('2011-12-29T20:00Z'::timestamptz),
            ('2011-12-30T20:00Z')
    $$,
    '29 December, and then 31 December'
);

select * from finish();
rollback;
