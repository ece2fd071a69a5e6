begin;
select plan(6);
\ir ../helpers/shop.sql
\ir ../helpers/empty_outbox.sql
call pg_temp.make_shop();
select booking_v1.create_booking(
    'hers', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_email => 'zoe@example.org'
)::text;
select booking.dispatch_events()::text;
delete from booking.outbox as o where o.kind <> 'email';

create function pg_temp.silent(p_set text)
returns bigint
language plpgsql
as $function$
declare
    v_count bigint;
begin
    execute 'update booking.outbox set ' || p_set;
    select count(*) into v_count from booking.find_silent_notifications(pg_temp.id('shop'));
    return v_count;
end
$function$;

select is(pg_temp.silent('key = key'), 0::bigint, 'queued');
select is(pg_temp.silent('status = ''leased'', lease_id = gen_random_uuid()'), 0::bigint, 'or on its way');
select is(pg_temp.silent('status = ''done'', lease_id = null, finished_at = booking.now()'), 1::bigint, 'what was done is no more');
select is(pg_temp.silent('status = ''queued'', finished_at = null, kind = ''sms'''), 1::bigint, 'another way of sending is another');
select is(pg_temp.silent('kind = ''email'', key = ''x'''), 1::bigint, 'so is another message');
update booking.notification as n set status = 'dropped' where n.tenant_id = pg_temp.id('shop');
select is(pg_temp.silent('key = key'), 0::bigint, 'and what is not to be sent is not missed');

select * from finish();
rollback;
