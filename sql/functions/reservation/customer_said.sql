-- A shop corrects here whom a booking is for, and the other system goes on saying what it said before. That must not
-- undo the correction: so the event keeps a mark of what was said, and only what has another mark later is news. Each
-- part (name, address, number, ids) has a mark of its own, so that leaving one out is no news. The marks are signed,
-- as request_id is, and differ from booking to booking, since whoever sees a history sees them.
create or replace function booking.customer_said(p_tenant_id uuid, p_import booking.booking_import)
returns jsonb
language sql
stable
as $function$
    select coalesce(
        jsonb_object_agg(
            f.key,
            booking.request_id(
                p_tenant_id => p_tenant_id,
                p_request => jsonb_build_array((p_import).external_id, (p_import).source, f.key, f.value)
            )
        ),
        '{}'
    )
    from jsonb_each_text(
        jsonb_strip_nulls(
            jsonb_build_object(
                'id', (p_import).customer_id,
                'name', (p_import).customer_name,
                'email', lower((p_import).customer_email collate "C"),
                'phone', (p_import).customer_phone,
                'external_id', (p_import).customer_external_id
            )
        )
    ) as f
$function$;

comment on function booking.customer_said(uuid, booking.booking_import) is
'A mark of each thing that an import says of the customer: the same one while it says the same.';
