begin;
select plan(4);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.have_people();
update booking.service as s set requires_confirmation = true where s.tenant_id = pg_temp.id('shop');
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');

select set_eq(
    $$ select * from pg_temp.told() $$, array['booking_requested to Zoe', 'provider_requested to Ada at work'],
    'it is a request'
);
select booking_v1.reschedule_booking('later', pg_temp.booking_of('hers'), '2026-06-08T09:00Z')::text;
select set_has(
    $$ select * from pg_temp.told() $$, $$ values ('request_rescheduled to Zoe') $$, 'a request that was moved is one still'
);
select is(
    pg_temp.content_of('request_rescheduled') -> 'invitation', 'null'::jsonb, 'and in nobody''s calendar'
);
select booking_v1.confirm_booking('yes', pg_temp.booking_of('hers'))::text;
select set_has(
    $$ select * from pg_temp.told() $$,
    $$ values ('booking_confirmed to Zoe'), ('provider_booked to Ada at work') $$, 'and then a booking'
);

select * from finish();
rollback;
