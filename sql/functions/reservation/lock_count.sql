-- No constraint can count: where bookings of a service are limited in number, one is made at a time.
create or replace function booking.lock_count(p_tenant_id uuid, p_terms booking.terms)
returns void
language sql
volatile
as $function$
    select case
        when booking.has_count_limit(p_terms)
            then pg_advisory_xact_lock(booking.lock_key(p_tenant_id, uuid_send((p_terms).service_id)))
    end
$function$;

comment on function booking.lock_count(uuid, booking.terms) is
'Locks the count of a service''s bookings, exclusively; after the locks of its resources.';
