begin;
select plan(14);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop(p_people => '{Ada,Grace}');
call pg_temp.make_shop('other', p_people => '{Joan}', p_service => 'Shave');
call pg_temp.enter_shop('shop');
select booking_v1.upsert_membership('grace', 'staff', array[pg_temp.id('Grace')]);
call pg_temp.have_booking('a', '2026-06-08T08:00Z', pg_temp.id('Ada'));
set local booking.now = '2026-06-01T05:00:01Z'; -- so that the order is known
call pg_temp.have_booking('g', '2026-06-08T08:00Z', pg_temp.id('Grace'));
call pg_temp.enter_shop('other');
call pg_temp.run($$ select booking_v1.upsert_time_off(pg_temp.id('Joan'), '2026-06-08', '2026-06-10') $$);
call pg_temp.enter_shop('shop');
call pg_temp.run($$ select booking.dispatch_events() $$);

create function pg_temp.told(p_role text, p_subject text)
returns text
language plpgsql
as $function$
declare
    v_told text;
begin
    perform set_config('request.jwt.claims', json_build_object('role', p_role, 'sub', p_subject)::text, true);
    perform set_config('request.headers', '{"x-tenant": "pgtap-shop"}', true);
    perform set_config('role', p_role, true);
    v_told := (
        select string_agg(concat_ws('/', f.kind, f.change, cardinality(f.resource_ids)), ' ' order by f.position)
        from booking_v1.feed() as f
    );
    perform set_config('role', 'none', true);
    perform set_config('request.jwt.claims', '', true);
    return v_told;
end
$function$;

select is(pg_temp.told('anon', null), 'availability/taken/1 availability/taken/1', 'visitors');
select is(pg_temp.told('authenticated', 'zenobia'), 'availability/taken/1 availability/taken/1', 'customers');
select is(
    pg_temp.told('service_role', null),
    'availability/taken/1 booking/created/1 availability/taken/1 booking/created/1', 'applications'
);
select is(
    pg_temp.told('authenticated', 'grace'),
    'availability/taken/1 booking/created/1 availability/taken/1 booking/created/1', 'staff, who see all bookings'
);
call pg_temp.set_policy('staff_sees_all_bookings', 'false');
select is(
    pg_temp.told('authenticated', 'grace'),
    'availability/taken/1 availability/taken/1 booking/created/1', 'staff, who see their own'
);
select is(
    (select count(*) from booking_v1.feed() as f where pg_temp.id('Joan') = any(f.resource_ids)), 0::bigint,
    'nobody is told of another tenant'
);
insert into booking.service (tenant_id, service_id, name, duration, slot_interval)
values (pg_temp.id('shop'), pg_temp.id('Massage'), 'Massage', '01:00', '01:00');
update booking.service set is_active = false where service_id = pg_temp.id('Cut');
select is(pg_temp.told('anon', null), null, 'nor visitors of what nobody can book');
select is(
    pg_temp.told('service_role', null),
    'availability/taken/1 booking/created/1 availability/taken/1 booking/created/1', 'though applications are'
);
update booking.service set is_active = true where service_id = pg_temp.id('Cut');
delete from booking.requirement_resource as q where q.resource_id = pg_temp.id('Grace');
call pg_temp.run($$ select booking_v1.upsert_holiday('Fair', '2026-06-10') $$);
call pg_temp.run($$ select booking.dispatch_events() $$);
select is(
    pg_temp.told('anon', null), 'availability/taken/1 availability/changed/1', 'nor of whom, among those they can'
);
select matches(pg_temp.told('service_role', null), 'availability/changed/2$', 'though applications are of all');
update booking.service set is_active = true, is_public = false where service_id = pg_temp.id('Cut');
select is(pg_temp.told('anon', null), null, 'nor of what they cannot book');
set local request.jwt.claims = '{"role": "authenticated", "sub": "zenobia"}';
select is((select p.audience from booking_v1.feed_position() as p), 'public', 'an application that acts for a customer');
set local request.jwt.claims = '';
select is((select p.audience from booking_v1.feed_position() as p), 'members', 'and one that acts for itself');
set local role anon;
select set_config('test.audience', p.audience, true) from booking_v1.feed_position() as p;
reset role;
select is(current_setting('test.audience'), 'public', 'a visitor');

select * from finish();
rollback;
