-- Standard Webhooks 1.0, symmetric: HMAC-SHA-256 over id, time and body. While a secret is being replaced there are
-- two signatures, and a receiver that knows either secret is content.
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
            ' ' order by s.rank
        )
        from (
            values (1, p_webhook.secret), (2, case when p_webhook.old_secret_until > p_now then p_webhook.old_secret end)
        ) as s (rank, secret)
        where s.secret is not null
    );
end
$function$;

comment on function booking.webhook_signature(booking.webhook, uuid, bigint, text, timestamptz) is
'The header webhook-signature. p_timestamp: seconds since 1970.';
