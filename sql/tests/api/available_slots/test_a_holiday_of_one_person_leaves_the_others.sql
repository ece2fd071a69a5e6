begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');

insert into booking.holiday (tenant_id, holiday_id, name, starts_on, ends_on, all_resources)
values (pg_temp.id('shop'), pg_temp.id('fair'), 'Fair', '2026-06-08', '2026-06-08', false);
insert into booking.holiday_resource (tenant_id, holiday_id, resource_id)
values (pg_temp.id('shop'), pg_temp.id('fair'), pg_temp.id('Ada'));

select set_eq(
    $$
        select s.resource_ids
        from booking_v1.available_slots(
            p_service_id => pg_temp.id('Cut'),
            p_from => '2026-06-08T00:00Z',
            p_to => '2026-06-09T00:00Z'
        ) as s
    $$,
    $$ values (array[pg_temp.id('Ben')]) $$,
    'only Ben is offered'
);

select * from finish();
rollback;
