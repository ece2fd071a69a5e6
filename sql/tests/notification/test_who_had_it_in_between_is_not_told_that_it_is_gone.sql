begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop(p_people => '{Ada,Bob,Cleo}');
call pg_temp.have_people();
call pg_temp.set_policy('max_reschedules', '9');

create procedure pg_temp.give_to(p_name text)
language plpgsql
as $procedure$
begin
    perform booking_v1.reschedule_booking(
        'to ' || p_name, pg_temp.booking_of('hers'), '2026-06-08T08:00Z', p_resource_id => pg_temp.id(p_name)
    );
end
$procedure$;

call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');
call pg_temp.give_to('Bob');
select bag_eq(
    $$ select t from pg_temp.told() as t where t like 'provider_released %' $$, '{}'::text[],
    'nor is who had it before anybody was told'
);
call pg_temp.give_to('Cleo');
call pg_temp.give_to('Ada');
select bag_eq(
    $$ select t from pg_temp.told() as t where t like 'provider_released %' $$, '{provider_released to Bob at work}'::text[],
    'who had been told that it is theirs is told, and nobody else'
);

update booking.resource as r
set contact_id = pg_temp.customer('Ada at work')
where r.tenant_id = pg_temp.id('shop') and r.name = 'Cleo';
select booking_v1.reschedule_booking(
    'within', pg_temp.booking_of('hers'), '2026-06-08T09:00Z', p_resource_id => pg_temp.id('Cleo')
)::text;
select booking_v1.reschedule_booking(
    'away', pg_temp.booking_of('hers'), '2026-06-08T09:00Z', p_resource_id => pg_temp.id('Bob')
)::text;
select bag_eq(
    $$ select t from pg_temp.told() as t where t like 'provider_released %' $$,
    '{provider_released to Bob at work,provider_released to Ada at work}'::text[],
    'also who had it with another of their resources in between'
);

select * from finish();
rollback;
