-- A tenant keeps an owner, or nobody could give it another member. Applications may do without. To be called
-- once the tenant is locked.
create or replace function booking.check_owner_stays(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_subject text
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    if p_actor.role <> 'service' and not exists (
        select
        from booking.membership as m
        where m.tenant_id = p_tenant_id and m.role = 'owner' and m.subject <> p_subject
    ) then
        perform booking.raise_error(
            p_code => 'in_use', p_message => 'the tenant would have no owner',
            p_details => jsonb_build_object('argument', 'p_subject'),
            p_hint => 'Make somebody else an owner first.'
        );
    end if;
end
$function$;

comment on function booking.check_owner_stays(uuid, booking.actor, text) is
'Raises in_use unless somebody else is an owner, too.';
