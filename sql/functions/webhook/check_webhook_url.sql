-- The form of the address only: where it leads is looked up when it is called, by whoever calls it. No credentials
-- in it, since lists and logs show it. The administrator may allow http, within a private network:
-- alter database … set booking.allow_http_webhooks = 'on'.
create or replace function booking.check_webhook_url(p_url text)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_schemes text := case
        when coalesce(current_setting('booking.allow_http_webhooks', true), '') = 'on' then 'https?'
        else 'https'
    end;
begin
    perform booking.check_argument(
        p_is_valid => length(p_url) <= 2000 and p_url ~ '^[!-~]+$'
            and p_url ~ ('^' || v_schemes || E'://[^/?#@\\\\]+([/?][^#\\\\]*)?$'),
        p_argument => 'p_url',
        p_message =>
            'must be an address that begins with https://, has at most 2000 characters, and neither a user nor a fragment'
    );
end
$function$;

comment on function booking.check_webhook_url(text) is
'Raises invalid_argument on what no webhook can have as its address.';
