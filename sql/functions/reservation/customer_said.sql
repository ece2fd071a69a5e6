-- Who comes is corrected here, and stays as it was in the other system: an import that says nothing new of them says
-- nothing of them. What isn't said is nothing new, so each of it has a mark of its own. Signed, as request_id is, and
-- of each booking for itself, since whoever sees a history sees it.
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
'Marks of what an import says of whom its booking is for: other ones, where it says something else.';
