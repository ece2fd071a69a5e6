begin;
select plan(6);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
insert into booking.customer (tenant_id, customer_id, name, subject)
values (pg_temp.id('shop'), pg_temp.id('Zoe'), 'Zoe', 'zoe'), (pg_temp.id('shop'), pg_temp.id('Yan'), 'Yan', 'yan');
set local request.jwt.claims = '{"role": "authenticated", "sub": "zoe"}';

select results_eq(
    $$ select p.kind, p.is_wanted, p.can_be_changed from booking_v1.list_message_preferences() as p $$,
    $$
        values
        ('booking_cancelled', true, false), ('booking_confirmed', true, false), ('booking_requested', true, false),
        ('booking_rescheduled', true, false), ('reminder', true, true), ('request_reminder', true, true),
        ('request_rescheduled', true, false)
    $$,
    'all are wanted at first; those of providers are not for her'
);
call pg_temp.run($$ select booking_v1.set_message_preference(false, 'reminder') $$);
select is(
    (select array_agg(p.kind) from booking_v1.list_message_preferences() as p where not p.is_wanted),
    '{reminder,request_reminder}', 'she has said no to reminders of any kind'
);
call pg_temp.run($$ select booking_v1.set_message_preference(true) $$);
select ok(
    (select bool_and(p.is_wanted) from booking_v1.list_message_preferences() as p), 'all at once ends what was said of one'
);
select is(
    pg_temp.error_of($$ select booking_v1.list_message_preferences(pg_temp.id('Yan')) $$),
    '404 not_found p_customer_id', 'his she does not see'
);
set local request.jwt.claims = '{"role": "service_role"}';
update booking.resource as r set contact_id = pg_temp.id('Yan') where r.tenant_id = pg_temp.id('shop');
select ok(
    exists (
        select from booking_v1.list_message_preferences(pg_temp.id('Yan')) as p
        where p.kind = 'provider_booked' and p.can_be_changed
    ),
    'who serves bookings chooses whether to be told'
);

select booking_v1.upsert_message_template('reminder', 'en', null, 'x', p_channel => 'sms')::text;
select results_eq(
    $$ select p.channel, p.kind from booking_v1.list_message_preferences(pg_temp.id('Zoe')) as p where p.channel <> 'email' $$,
    $$ values ('sms', 'reminder') $$, 'what the tenant sends by another channel is listed with it'
);

select * from finish();
rollback;
