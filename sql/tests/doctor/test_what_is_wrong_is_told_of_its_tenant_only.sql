begin;
select plan(27);
\ir ../helpers/shop.sql
call pg_temp.make_shop('other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.make_shop();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
call pg_temp.have_booking('his', '2026-06-08T09:00Z');
call pg_temp.have_booking('gone', '2026-06-08T10:00Z');
select booking_v1.create_booking(
    'zoe''s', pg_temp.id('Cut'), '2026-06-08T11:00Z', p_customer_email => 'zoe@example.org'
)::text;
select booking.dispatch_events()::text;
select booking.run_in_tenants('fill_timetable', 1000000)::text;
select booking.run_in_tenants('renew_rate_limit', 1000000)::text;
insert into booking.policy_setting (tenant_id, policy_name, value)
values (pg_temp.id('shop'), 'rate_limit_per_actor_burst', '7');

set constraints all immediate;
alter table booking.claim drop constraint claim_no_overlap;
delete from booking.claim as c where c.booking_id = pg_temp.booking_of('hers');
update booking.claim as c set starts_at = c.starts_at + interval '5 minutes', ends_at = c.ends_at + interval '5 minutes'
where c.booking_id = pg_temp.booking_of('his');
update booking.booking as b set status = 'cancelled' where b.booking_id = pg_temp.booking_of('gone');
update booking.booking_operation as o set status = 'pending', outcome = null where o.idempotency_key = 'zoe''s';
delete from booking.outbox as o where o.tenant_id = pg_temp.id('shop') and o.kind = 'email';
update booking.outbox as o set status = 'dead', finished_at = booking.now() where o.tenant_id = pg_temp.id('shop');
update booking.weekly_hours as w set end_time = '18:00' where w.tenant_id = pg_temp.id('shop');
insert into booking.outbox (tenant_id, kind, key, payload, status, due_at, created_at, finished_at)
values (pg_temp.id('shop'), 'webhook', 'x', '{}', 'dead', booking.now(), booking.now(), booking.now());

insert into booking.feed (tenant_id, position, kind, change, resource_ids, occurred_at, recorded_at)
values (pg_temp.id('shop'), 1000000000, 'availability', 'changed', '{}', booking.now(), booking.now());
set local session_replication_role = replica;
update booking.booking as b set service_id = gen_random_uuid() where b.booking_id = pg_temp.booking_of('his');
set local session_replication_role = origin;

create function pg_temp.count_of(p_check text, p_shop text)
returns bigint
language plpgsql
as $function$
declare
    v_count bigint;
begin
    execute format('select count(*) from booking.%I($1)', p_check) into v_count using pg_temp.id(p_shop);
    return v_count;
end
$function$;

create temporary table checked on commit drop as
select p.proname::text as name
from pg_catalog.pg_proc as p
where
    p.pronamespace = 'booking'::regnamespace and p.prorettype = 'booking.finding'::regtype
    and p.proargnames[1] = 'p_tenant_id';
select is(count(*), 12::bigint, 'checks of tenants') from checked;
select cmp_ok(pg_temp.count_of(c.name, 'shop'), '>', 0::bigint, c.name || ' finds it') from checked as c;
select is(pg_temp.count_of(c.name, 'other'), 0::bigint, c.name || ' tells nobody else') from checked as c;
do $$ begin perform set_config('booking.tenant_id', '', true); end $$;
select set_eq(
    'select d.check_name from booking.doctor() as d where d.tenant_id = pg_temp.id(''shop'')', 'select c.name from checked as c',
    'the doctor looks at one tenant after the other'
);
select is(current_setting('booking.tenant_id'), '', 'and nobody''s rows are seen afterwards');

select * from finish();
rollback;
