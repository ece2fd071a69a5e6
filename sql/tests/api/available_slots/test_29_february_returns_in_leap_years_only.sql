begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_weekdays => '{0, 1, 2, 3, 4, 5, 6}', p_now => '2027-02-20T05:00Z');
call pg_temp.set_policy('advance_booking_limit_days', 'null');

insert into booking.holiday (tenant_id, name, starts_on, ends_on, is_yearly)
values (pg_temp.id('shop'), 'Leap day', '2024-02-29', '2024-02-29', true);

select isnt_empty(
    $$ select s from pg_temp.starts('2027-02-28T00:00Z', '2027-03-01T00:00Z') as s $$, 'not on 28 February 2027'
);
select isnt_empty(
    $$ select s from pg_temp.starts('2027-03-01T00:00Z', '2027-03-02T00:00Z') as s $$, 'nor on the day after'
);
set local booking.now = '2028-02-20T05:00Z';
select is_empty(
    $$ select s from pg_temp.starts('2028-02-29T00:00Z', '2028-03-01T00:00Z') as s $$, 'but on 29 February 2028'
);

select * from finish();
rollback;
