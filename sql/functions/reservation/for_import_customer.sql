-- A booking that is imported again can be for somebody else. Locks and writes what import_customer does.
create or replace function booking.for_import_customer(
    p_tenant_id uuid,
    p_import booking.booking_import,
    p_booking booking.booking,
    p_wanted booking.booking
)
returns booking.booking
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_wanted booking.booking := p_wanted;
begin
    -- a name without an address may mean the customer that the booking has: then nobody is added
    v_wanted.customer_id := coalesce(
        booking.import_customer(
            p_tenant_id => p_tenant_id, p_import => p_import, p_booking_customer_id => p_booking.customer_id,
            p_adds => p_booking.customer_id is null or p_import.customer_email is not null
        ),
        p_booking.customer_id
    );
    v_wanted.guest_name := booking.guest_name(
        p_tenant_id => p_tenant_id, p_customer_id => v_wanted.customer_id, p_name => p_import.customer_name
    );
    return v_wanted;
end
$function$;

comment on function booking.for_import_customer(
    uuid, booking.booking_import, booking.booking, booking.booking
) is 'p_wanted with the customer that the import names. p_booking: as it is here.';
