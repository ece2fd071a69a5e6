-- Called by upsert_webhook, under its lock. A receiver may take a while to replace its copy, so a secret that was
-- replaced goes on signing for a day; one that leaked must not. Writes webhook_secret.
create or replace function booking.renew_webhook_secret(
    p_tenant_id uuid, p_webhook_id uuid, p_is_new boolean, p_revoke_old boolean
)
returns bytea
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_now timestamptz := booking.now();
    v_secret bytea := case when p_is_new then booking.random_secret() end;
begin
    if p_is_new then
        update booking.webhook_secret as s
        set ends_at = v_now + interval '1 day'
        where s.tenant_id = p_tenant_id and s.webhook_id = p_webhook_id and s.ends_at = 'infinity';
        insert into booking.webhook_secret (tenant_id, webhook_id, secret) values (p_tenant_id, p_webhook_id, v_secret);
    end if;
    delete from booking.webhook_secret as s
    where
        s.tenant_id = p_tenant_id and s.webhook_id = p_webhook_id
        and s.ends_at <= case when p_revoke_old then v_now + interval '1 day' else v_now end;
    if 5 < (
        select count(*)
        from booking.webhook_secret as s
        where s.tenant_id = p_tenant_id and s.webhook_id = p_webhook_id
    ) then
        perform booking.raise_error(
            p_code => 'limit_reached', p_message => 'five secrets of this webhook sign already',
            p_hint => 'The old ones end a day after their rotation, or at once with p_revoke_old_secrets.'
        );
    end if;
    return v_secret;
end
$function$;

comment on function booking.renew_webhook_secret(uuid, uuid, boolean, boolean) is
'Makes a secret, if p_is_new, and has those before end: in a day, or at once. Null: none was made. Raises limit_reached
where too many would sign, since each makes every message longer.';
