-- Standard Webhooks 1.0, symmetric: HMAC-SHA-256 over id, time and body. While a secret is being replaced there are
-- several signatures, the present one first, and a receiver that knows any of the secrets is content.
create or replace function booking.webhook_signature(
    p_webhook booking.webhook, p_message_id uuid, p_timestamp bigint, p_body text, p_now timestamptz
)
returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return (
        select string_agg(
            'v1,' || encode(
                booking.hmac_sha256(
                    s.secret, convert_to(concat_ws('.', p_message_id, p_timestamp, p_body), 'utf8')
                ),
                'base64'
            ),
            ' ' order by s.ends_at desc
        )
        from booking.webhook_secret as s
        where s.tenant_id = p_webhook.tenant_id and s.webhook_id = p_webhook.webhook_id and s.ends_at > p_now
    );
end
$function$;

comment on function booking.webhook_signature(booking.webhook, uuid, bigint, text, timestamptz) is
'The header webhook-signature. p_timestamp: seconds since 1970.';
