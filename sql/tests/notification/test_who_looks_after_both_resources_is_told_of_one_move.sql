begin;
select plan(4);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop(p_people => '{Ada,Bob,Cleo}');
call pg_temp.have_people();
update booking.resource as r
set contact_id = pg_temp.customer('Ada at work')
where r.tenant_id = pg_temp.id('shop') and r.name = 'Bob';
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');
create temporary table before on commit drop as select * from pg_temp.told();
select booking_v1.reschedule_booking(
    'move', pg_temp.booking_of('hers'), '2026-06-08T08:00Z', p_resource_id => pg_temp.id('Bob')
)::text;

select set_eq(
    $$ select * from pg_temp.told() except select * from before $$,
    array['booking_rescheduled to Zoe', 'provider_rescheduled to Ada at work'], 'not that it is gone, nor of another one'
);
select is(
    pg_temp.content_of('provider_rescheduled') #>> '{facts,previous_resource_names}', '["Ada"]',
    'they learn which of both it was'
);
select matches(
    pg_temp.content_of('provider_rescheduled') #>> '{template,text_body}', 'previous_resource_names',
    'in the engine''s own words'
);
select booking_v1.reschedule_booking(
    'away', pg_temp.booking_of('hers'), '2026-06-08T08:00Z', p_resource_id => pg_temp.id('Cleo')
)::text;
select set_has(
    $$ select * from pg_temp.told() $$, $$ values ('provider_released to Ada at work') $$, 'unless it is somebody else''s'
);

select * from finish();
rollback;
