begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(
    p_time_zone => 'Europe/Berlin', p_weekdays => '{6}',
    p_opens => '22:00', p_closes => '02:00', p_duration => '01:00', p_now => '2026-06-01T05:00Z'
);

insert into booking.date_override (tenant_id, resource_id, on_date)
values (pg_temp.id('shop'), pg_temp.id('Ada'), '2026-06-07');

select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2026-06-06T12:00Z', '2026-06-07T12:00Z') as s (starts_at)
    $$,
    $$
        values
            ('2026-06-06T20:00Z'::timestamptz),
            ('2026-06-06T21:00Z')
    $$,
    'nothing after midnight'
);

select * from finish();
rollback;
