-- Rotations of the webhook hook; after shop.sql and webhooks.sql.

create temporary table known (name text, secret bytea) on commit drop;

create procedure pg_temp.rotate(p_name text, p_revoke_old_secrets boolean default false)
language plpgsql
as $procedure$
begin
    insert into known (name, secret)
    select p_name, decode(substr(u.secret, 7), 'base64')
    from booking_v1.upsert_webhook(
        'https://example.org/', p_rotate_secret => true, p_webhook_id => pg_temp.id('hook'),
        p_revoke_old_secrets => p_revoke_old_secrets
    ) as u;
end
$procedure$;

comment on procedure pg_temp.rotate(text, boolean) is 'Makes the webhook, or a new secret of it, which is called p_name.';

create function pg_temp.signed_by()
returns text[]
language sql
as $function$
    select array_agg(k.name order by s.position)
    from (select pg_temp.message_id() as id) as m
    cross join lateral (select pg_temp.content(m.id) as content) as c
    cross join lateral string_to_table(c.content #>> '{headers,webhook-signature}', ' ')
    with ordinality as s (signature, position)
    left join known as k
        on s.signature = 'v1,' || encode(
            booking.hmac_sha256(
                k.secret,
                convert_to(
                    concat_ws('.', m.id, c.content #>> '{headers,webhook-timestamp}', c.content ->> 'body'), 'utf8'
                )
            ),
            'base64'
        )
$function$;

comment on function pg_temp.signed_by() is 'The secrets by which the last message is signed, by their names, in order.';
