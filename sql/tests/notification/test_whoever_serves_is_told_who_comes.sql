begin;
select plan(4);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.have_people();
insert into booking.customer (tenant_id, customer_id, name, email, phone)
values
(pg_temp.id('shop'), pg_temp.id('by mail'), null, 'guest@example.org', '030 123'),
(pg_temp.id('shop'), pg_temp.id('by phone'), null, null, '030 456');

create function pg_temp.who_comes(p_starts_at timestamptz, p_customer_id uuid)
returns text
language plpgsql
as $function$
declare
    v_outcome booking_v1.outcome := booking_v1.create_booking(
        p_starts_at::text, pg_temp.id('Cut'), p_starts_at, p_customer_id => p_customer_id
    );
begin
    perform booking.dispatch_events();
    return (
        select booking.email_content(n.tenant_id, o.outbox_id) #>> '{facts,customer_name}'
        from booking.notification as n
        join booking.outbox as o on o.tenant_id = n.tenant_id and o.key = n.notification_id::text
        where n.booking_id = v_outcome.booking_id and n.kind = 'provider_booked'
    );
end
$function$;

select is(pg_temp.who_comes('2026-06-08T08:00Z', pg_temp.customer('Zoe')), 'Zoe', 'by name');
select is(pg_temp.who_comes('2026-06-08T09:00Z', pg_temp.id('by mail')), 'guest@example.org', 'or else by address');
select is(pg_temp.who_comes('2026-06-08T10:00Z', pg_temp.id('by phone')), '030 456', 'or by number');
select is(pg_temp.who_comes('2026-06-08T11:00Z', null), '-', 'of a walk-in nothing is known');

select * from finish();
rollback;
