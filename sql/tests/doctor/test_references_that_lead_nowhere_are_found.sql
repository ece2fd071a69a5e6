begin;
select plan(7);
\ir ../helpers/shop.sql
call pg_temp.make_shop('other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.make_shop();
call pg_temp.have_booking('his', '2026-06-08T09:00Z');
create view pg_temp.found as
    select d.check_name, d.tenant_id, d.subject, d.problem
    from booking.doctor() as d
    where d.check_name in ('find_broken_references', 'find_lost_tenants');
select is_empty('select * from found', 'all is there that is referred to');

set local session_replication_role = replica; -- as a restore with triggers off, or logical replication
delete from booking.service as s where s.service_id = pg_temp.id('Cut');
select results_eq(
    $$ select f.tenant_id, f.subject from found as f where f.subject like '%booking_service%' or f.subject like '%.booking' $$,
    $$
        select pg_temp.id('shop'), format('constraint %s of table booking.booking', c.conname collate "default")
        from pg_catalog.pg_constraint as c
        where c.conrelid = 'booking.booking'::regclass and c.confrelid = 'booking.service'::regclass
    $$,
    'a booking of a service that is gone'
);
select is(
    (select f.problem from found as f where f.subject like '%of table booking.booking'),
    format('1 rows refer to what is not there, as with %s, %s', pg_temp.id('shop'), pg_temp.id('Cut')),
    'which, and how many'
);
set local role booking_monitor;
do $$
begin
    if not exists (select from booking.doctor() as d where d.check_name = 'find_broken_references') then
        raise 'a monitor is told of nothing';
    end if;
end
$$;
reset role;
select pass('a monitor is told as well');

delete from booking.tenant as t where t.tenant_id = pg_temp.id('other');
select isnt_empty(
    $$ select * from found as f where f.check_name = 'find_lost_tenants' and f.tenant_id = pg_temp.id('other') $$,
    'rows of a tenant that is gone'
);
set local role booking_monitor;
do $$
begin
    if exists (select from booking.doctor() as d where d.check_name = 'find_lost_tenants') then
        raise 'a monitor sees rows of a tenant';
    end if;
end
$$;
reset role;
select pass('whom row security holds is told of none');

delete from booking.outbox_kind as k where k.kind = 'email';
delete from booking.notification_kind as k where k.kind = 'booking_confirmed';
select isnt_empty(
    $$ select * from found as f where f.subject like '%notification_cause' and f.tenant_id is null $$,
    'what is everybody''s'
);

select * from finish();
rollback;
