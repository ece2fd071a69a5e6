begin;
select plan(7);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop(p_people => '{Ada,Bob}');
call pg_temp.have_people();
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');
create temporary table before on commit drop as select * from pg_temp.told();
select booking_v1.reschedule_booking(
    'move', pg_temp.booking_of('hers'), '2026-06-08T10:00Z', p_resource_id => pg_temp.id('Bob')
)::text;

select set_eq(
    $$ select * from pg_temp.told() except select * from before $$,
    array['booking_rescheduled to Zoe', 'provider_released to Ada at work', 'provider_booked to Bob at work'],
    'who has it now, and who had it'
);
select is(
    pg_temp.content_of('booking_rescheduled') #>> '{facts,previous_resource_names}', '["Ada"]',
    'the customer learns with whom it was'
);
select is(
    pg_temp.content_of('booking_rescheduled') -> 'local_times',
    '{
        "starts_at": "2026-06-08T12:00:00", "ends_at": "2026-06-08T13:00:00",
        "previous_starts_at": "2026-06-08T10:00:00", "previous_ends_at": "2026-06-08T11:00:00"
    }', 'and by which clock it is told'
);
select matches(
    pg_temp.content_of('booking_rescheduled') #>> '{template,text_body}', 'previous_resource_names',
    'in the engine''s own words'
);
select is(
    pg_temp.content_of('provider_released') #>> '{facts,starts_at}', '2026-06-08T08:00:00+00:00',
    'who had it knows it by its old time'
);
select is(
    (select n.about_starts_at from booking.notification as n where n.kind = 'provider_released'),
    '2026-06-08T08:00Z', 'and the log says which'
);
select booking_v1.reschedule_booking(
    'back', pg_temp.booking_of('hers'), '2026-06-08T10:00Z', p_resource_id => pg_temp.id('Ada')
)::text;
select is(pg_temp.content_of('provider_released'), null, 'unless it comes back before they were told');

select * from finish();
rollback;
