begin;
select plan(5);
\ir ../helpers/shop.sql
\ir ../helpers/statements.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');
insert into booking.service (tenant_id, service_id, name, duration, slot_interval)
values (pg_temp.id('shop'), pg_temp.id('Colour'), 'Colour', '01:00', '01:00');
insert into booking.requirement (tenant_id, service_id) values (pg_temp.id('shop'), pg_temp.id('Colour'));
insert into booking.requirement_resource (tenant_id, service_id, resource_id)
values (pg_temp.id('shop'), pg_temp.id('Colour'), pg_temp.id('Ben'));
call pg_temp.run($$
    select booking_v1.upsert_holiday(h.name, '2026-06-08', p_resource_ids => array[pg_temp.id('Ada')])
    from (values ('A'), ('B')) as h (name)
$$);
call pg_temp.run($$
    select booking_v1.upsert_membership(m.subject, 'staff', array[pg_temp.id('Ada')])
    from (values ('sam'), ('tom')) as m (subject)
$$);
call pg_temp.set_policy('max_reschedules', '1');
call pg_temp.set_policy('max_reschedules', '2', pg_temp.id('Cut'));
call pg_temp.set_policy('max_reschedules', '3', pg_temp.id('Colour'));
call pg_temp.set_policy('minimum_booking_notice_hours', '4', pg_temp.id('Cut'));

call pg_temp.run($$
    select booking_v1.upsert_service('Cut', '01:00', array[pg_temp.id('Ada')], p_service_id => pg_temp.id('Cut'))
$$);
select results_eq(
    $$
        select s.name, s.resource_ids from booking_v1.list_services() as s order by s.name
    $$,
    $$ values ('Colour', array[pg_temp.id('Ben')]), ('Cut', array[pg_temp.id('Ada')]) $$,
    'who serves another service'
);
call pg_temp.run($$ select booking_v1.upsert_holiday('A', '2026-06-08', p_resource_ids => array[pg_temp.id('Ben')]) $$);
select results_eq(
    'select h.name, h.resource_ids from booking_v1.list_holidays() as h',
    $$ values ('A', array[pg_temp.id('Ben')]), ('B', array[pg_temp.id('Ada')]) $$,
    'who has another holiday'
);
call pg_temp.run($$ select booking_v1.upsert_membership('sam', 'staff', array[pg_temp.id('Ben')]) $$);
select results_eq(
    'select m.subject, m.resource_ids from booking_v1.list_memberships() as m',
    $$ values ('sam', array[pg_temp.id('Ben')]), ('tom', array[pg_temp.id('Ada')]) $$,
    'whose calendar another member has'
);
call pg_temp.set_policy('max_reschedules', null, pg_temp.id('Cut'));
select results_eq(
    $$
        select s.policy_name, s.value
        from booking.policy_setting as s
        where s.tenant_id = pg_temp.id('shop')
        order by s.value
    $$,
    $$
        values
        ('max_reschedules', '1'::jsonb), ('max_reschedules', '3'), ('minimum_booking_notice_hours', '4')
    $$,
    'other policies, and those of others'
);
call pg_temp.run($$
    select booking_v1.upsert_resource('Ada B.', 'staff', 'Asia/Tokyo', p_resource_id => pg_temp.id('Ada'))
$$);
select results_eq(
    'select r.name, r.time_zone from booking_v1.list_resources() as r',
    $$ values ('Ada B.', 'Asia/Tokyo'), ('Ben', 'Europe/Berlin') $$,
    'another resource'
);

select * from finish();
rollback;
