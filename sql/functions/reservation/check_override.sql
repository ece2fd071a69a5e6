-- Deadlines are for those who book; who works there may go past them and says why.
create or replace function booking.check_override(p_actor booking.actor, p_override_reason text)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    if p_override_reason is null then
        return;
    end if;
    perform booking.check_argument(
        p_is_valid => not booking.is_blank(p_text => p_override_reason) and length(p_override_reason) <= 500,
        p_argument => 'p_override_reason',
        p_message => 'must have between 1 and 500 characters'
    );
    if booking.is_outsider(p_actor.role) then
        perform booking.raise_error(
            p_code => 'not_allowed', p_message => 'a deadline is overridden by staff only',
            p_details => jsonb_build_object('argument', 'p_override_reason')
        );
    end if;
end
$function$;

comment on function booking.check_override(booking.actor, text) is
'Raises not_allowed unless the actor may go past deadlines. Null: they do not ask to.';
