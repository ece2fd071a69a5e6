begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_weekdays => '{0,1,2,3,4,5,6}', p_opens => '00:00', p_closes => '00:00');
update booking.resource as r set time_zone = 'Asia/Tokyo' where r.resource_id = pg_temp.id('Ada');
insert into booking.time_off (tenant_id, resource_id, starts_local, ends_local)
values (pg_temp.id('shop'), pg_temp.id('Ada'), '2026-06-08T09:00', '2026-06-08T12:00');
insert into booking.holiday (tenant_id, name, starts_on, ends_on)
values (pg_temp.id('shop'), 'Fair', '2026-06-10', '2026-06-10');

-- nine o'clock in Tokyo is midnight in UTC, and the 10th begins there at three in the afternoon before
select results_eq(
    $$ select pg_temp.starts('2026-06-07T22:00Z', '2026-06-08T05:00Z') $$,
    array['2026-06-07T22:00Z', '2026-06-07T23:00Z', '2026-06-08T03:00Z', '2026-06-08T04:00Z']::timestamptz[], 'time off'
);
select results_eq(
    $$ select pg_temp.starts('2026-06-09T14:00Z', '2026-06-10T16:00Z') $$,
    array['2026-06-09T14:00Z', '2026-06-10T15:00Z']::timestamptz[], 'a holiday'
);

select * from finish();
rollback;
