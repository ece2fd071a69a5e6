begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/reminders.sql
select plan(3);

call pg_temp.make_reminding_shop();
call pg_temp.have_appointment('Ada', '2026-06-08T08:00Z');
call pg_temp.make_shop(p_name => 'other', p_people => '{Zoe}', p_service => 'Dye', p_weekdays => '{1}');
insert into booking.customer (tenant_id, customer_id, name, email, created_at)
values (pg_temp.id('other'), pg_temp.id('Yves'), 'Yves', 'yves@example.org', booking.now());
select is(
    (booking_v1.create_booking('y', pg_temp.id('Dye'), '2026-06-08T08:00Z', pg_temp.id('Yves'))).status, 'completed',
    'two shops have a booking at the same time'
);
select is(pg_temp.reminders_at('2026-06-07T08:00Z'), array['Ada 1440 min', 'Yves 1440 min'], 'both are reminded');
select is_empty(
    $$
        select
        from booking.notification as n
        join booking.customer as c on c.customer_id = n.customer_id
        where c.tenant_id <> n.tenant_id
    $$,
    'each by their own'
);

select * from finish();
rollback;
