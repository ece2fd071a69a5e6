begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(
    p_time_zone => 'Europe/Berlin', p_weekdays => '{6}',
    p_opens => '22:00', p_closes => '04:00', p_duration => '01:00', p_now => '2026-06-01T05:00Z'
);

insert into booking.date_override (tenant_id, resource_id, on_date, start_time, end_time)
values (pg_temp.id('shop'), pg_temp.id('Ada'), '2026-06-07', '01:00', '02:00');

select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2026-06-06T12:00Z', '2026-06-07T12:00Z') as s (starts_at)
    $$,
    $$
        values
            ('2026-06-06T20:00Z'::timestamptz),
            ('2026-06-06T21:00Z'),
            ('2026-06-06T23:00Z')
    $$,
    'the evening, a break from 0:00 to 1:00, and an hour of the night'
);

select * from finish();
rollback;
