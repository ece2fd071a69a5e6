-- Customers and their reminders; included after shop.sql. The shop is open every day, has reminders a day and an hour
-- before, and its clock stands at Monday, 1 June 2026, 05:00 UTC.

create procedure pg_temp.make_reminding_shop()
language plpgsql
as $procedure$
begin
    call pg_temp.make_shop(p_weekdays => '{0,1,2,3,4,5,6}', p_opens => '00:00', p_closes => '24:00');
    call pg_temp.set_policy('reschedule_deadline_hours', '0');
    call pg_temp.set_policy('cancellation_deadline_hours', '0');
    call pg_temp.set_policy('minimum_booking_notice_hours', '0');
end
$procedure$;

comment on procedure pg_temp.make_reminding_shop() is 'Makes the shop and enters it.';

create procedure pg_temp.have_appointment(p_name text, p_starts_at timestamptz, p_zone text default null)
language plpgsql
as $procedure$
declare
    v_outcome booking_v1.outcome := booking_v1.create_booking(
        p_idempotency_key => 'appointment of ' || p_name, p_service_id => pg_temp.id('Cut'),
        p_starts_at => p_starts_at, p_customer_name => p_name, p_customer_email => lower(p_name) || '@example.org',
        p_timezone => p_zone
    );
begin
    if v_outcome.status <> 'completed' then
        raise exception '% at %: %', p_name, p_starts_at, v_outcome;
    end if;
end
$procedure$;

comment on procedure pg_temp.have_appointment(text, timestamptz, text) is
'Somebody with an address has booked Cut. p_zone: in which they read.';

create function pg_temp.appointment_of(p_name text)
returns uuid
language sql
stable
as $function$
    select b.booking_id
    from booking.booking as b
    join booking.customer as c on c.tenant_id = b.tenant_id and c.customer_id = b.customer_id
    where b.tenant_id = pg_temp.id('shop') and c.name = p_name
$function$;

comment on function pg_temp.appointment_of(text) is 'Their booking; each has one.';

create function pg_temp.reminders_at(p_now timestamptz)
returns text[]
language plpgsql
volatile
as $function$
declare
    v_known uuid[] := array(select n.notification_id from booking.notification as n where n.kind like '%reminder');
begin
    perform set_config('booking.now', p_now::text, true);
    perform booking.run_in_tenants('queue_reminders', 1000000);
    return array(
        select c.name || ' ' || n.occasion
        from booking.notification as n
        join booking.outbox as o on o.tenant_id = n.tenant_id and o.key = n.notification_id::text
        join booking.customer as c on c.tenant_id = n.tenant_id and c.customer_id = n.customer_id
        where n.kind like '%reminder' and n.notification_id <> all(v_known)
        order by c.name, n.occasion
    );
end
$function$;

comment on function pg_temp.reminders_at(timestamptz) is
'The job runs at this instant: whose reminders it queues, and how long before, as in ''Ada 60 min''.';
