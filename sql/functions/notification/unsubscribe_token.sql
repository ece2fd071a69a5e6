-- Says who wants no more of what: signed, not stored, so it works without an account and as long as the tenant's
-- secret does. It names a record, not a person.
create or replace function booking.unsubscribe_token(
    p_tenant_id uuid,
    p_customer_id uuid,
    p_channel text,
    p_kind text
)
returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_text text := concat_ws('.', replace(p_customer_id::text, '-', ''), p_channel, coalesce(p_kind, 'all'));
begin
    return v_text || '.'
        || booking.signature(p_tenant_id => p_tenant_id, p_text => 'unsubscribe:' || v_text);
end
$function$;

comment on function booking.unsubscribe_token(uuid, uuid, text, text) is
'The token that unsubscribe takes. p_kind null: for all optional kinds. Null while the tenant has no secret.';
