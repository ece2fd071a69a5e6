-- Who comes is corrected here, and stays as it was in the other system: an import that says nothing new of them says
-- nothing of them. Signed, as request_id is, and of each booking for itself, since whoever sees a history sees it.
create or replace function booking.customer_said(p_tenant_id uuid, p_import booking.booking_import)
returns uuid
language sql
stable
as $function$
    select booking.request_id(
        p_tenant_id => p_tenant_id,
        p_request => jsonb_build_array(
            (p_import).external_id, (p_import).source, (p_import).customer_id, (p_import).customer_name,
            (p_import).customer_email, (p_import).customer_phone, (p_import).customer_external_id
        )
    )
$function$;

comment on function booking.customer_said(uuid, booking.booking_import) is
'A mark of what an import says of whom its booking is for: another one, where it says something else.';
