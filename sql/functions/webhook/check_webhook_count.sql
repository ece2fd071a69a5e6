-- Every booking is told to every webhook: an unbounded number of them would be a way to make us flood a stranger.
create or replace function booking.check_webhook_count(p_tenant_id uuid)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    if (select count(*) from booking.webhook as w where w.tenant_id = p_tenant_id) >= 20 then
        perform booking.raise_error(
            p_code => 'limit_reached', p_message => 'a tenant has at most 20 webhooks',
            p_hint => 'Delete one that is no longer needed.'
        );
    end if;
end
$function$;

comment on function booking.check_webhook_count(uuid) is
'Raises limit_reached where a tenant has as many as it may have.';
